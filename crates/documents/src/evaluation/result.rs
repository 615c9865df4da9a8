//! Hasil evaluasi kinerja pegawai: forms C.1.1 (kualitatif), C.1.2 (JPT, kuantitatif), C.1.3 (JA/JF, kuantitatif).

use super::{
    covered,
    curve::{Curve, curve},
    period_choice,
};
use crate::{
    form::{Behaviours, Cell, Choice, Head, Identity, IdentityWords, Narrative, Results, Section},
    ink::Ink,
    paper::LANDSCAPE,
    party::{Behaviour, Party, Signature, Signing},
    plan::skp::{approach_title, by_kind, form_title, measure_text, quantitative_items, result_text},
    words,
};
use domain::{
    amount::Amount,
    assessment::Rating,
    evaluation::{Capaian, Evaluation, Period, Predikat, Rhythm},
    ids::IndicatorId,
    plan::{Approach, Form, Indicator, Line, Nilai, Rhk, Skp},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What was realised under one indicator, and what shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Realisation {
    /// Amount in the unit of the target; `None` where only words were given.
    pub amount: Option<Amount>,
    /// What it rests on, printed after `berdasarkan`; or the words themselves where there is no amount.
    pub basis: String,
}

/// One entry of the feedback column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line it is about: a result, an indicator or a value; other lines have no cell in this form.
    pub on: Line,
    /// Who says it: `Pimpinan`, `Rekan kerja setingkat`.
    pub source: String,
    /// What.
    pub text: String,
}

/// A result of evaluation to be printed.
#[derive(Clone, Debug)]
pub struct EvaluationSheet {
    /// The plan, with the content of the version that was evaluated.
    pub skp: Skp,
    /// The period.
    pub period: Period,
    /// The agency's short cycle: monthly or quarterly.
    pub short_cycle: Rhythm,
    /// The result.
    pub evaluation: Evaluation,
    /// Name of the agency.
    pub agency: String,
    /// Pegawai yang dinilai.
    pub employee: Party,
    /// Who evaluated: the rater, or the superior in the rater's place.
    pub evaluator: Party,
    /// The seven values with their guidance, in the order of the form.
    pub behaviours: Vec<Behaviour>,
    /// What was realised; an indicator without an entry is printed as not reported.
    pub realisations: BTreeMap<IndicatorId, Realisation>,
    /// Feedback, in the order it is printed.
    pub remarks: Vec<Remark>,
    /// Where and when the evaluator signed.
    pub signing: Signing,
}

impl EvaluationSheet {
    /// The number of the form in the regulation.
    pub fn form_code(&self) -> &'static str {
        match (self.skp.approach, self.skp.form) {
            (Approach::Kualitatif, _) => "C.1.1",
            (Approach::Kuantitatif, Form::Jpt) => "C.1.2",
            (Approach::Kuantitatif, Form::JaJf) => "C.1.3",
        }
    }

    fn remarks_on(&self, line: Line) -> impl Iterator<Item = String> {
        self.remarks.iter().filter(move |r| r.on == line && !r.text.trim().is_empty()).map(|remark| {
            let source = remark.source.trim();
            if source.is_empty() { remark.text.clone() } else { format!("{source}: {}", remark.text.trim()) }
        })
    }

    fn realised(&self, indicator: &Indicator) -> String {
        let Some(Realisation { amount, basis }) = self.realisations.get(&indicator.id) else {
            return UNREPORTED.to_owned();
        };
        let basis = basis.trim();
        match (amount, basis.is_empty()) {
            (Some(amount), true) => words::with_unit(&amount.to_string(), &indicator.target.unit),
            (Some(amount), false) => {
                format!("{} berdasarkan {basis}", words::with_unit(&amount.to_string(), &indicator.target.unit))
            }
            (None, false) => basis.to_owned(),
            (None, true) => UNREPORTED.to_owned(),
        }
    }
}

const UNREPORTED: &str = "Belum dilaporkan";
const REALISATION: &str = "REALISASI BERDASARKAN BUKTI DUKUNG";
const FEEDBACK: &str = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG";

const CHOOSE: &str = "* pilih salah satu";
const RATINGS: &str = "** rating hasil dan rating perilaku kerja Pegawai ditetapkan dengan mempertimbangkan pola distribusi predikat \
    Kinerja Pegawai berdasarkan capaian kinerja organisasi serta kontribusi Pegawai terhadap Kinerja Organisasi";
const PERIOD: &str =
    "*** periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah";
const PERSPECTIVE: &str =
    "**** perspektif hanya digunakan untuk pejabat pimpinan tinggi dan pimpinan unit kerja mandiri";

/// Best first, as the forms print them.
const CAPAIAN: [Capaian; 5] =
    [Capaian::Istimewa, Capaian::Baik, Capaian::ButuhPerbaikan, Capaian::Kurang, Capaian::SangatKurang];
const RATING: [Rating; 3] = [Rating::Diatas, Rating::Sesuai, Rating::Dibawah];
const PREDIKAT: [Predikat; 5] =
    [Predikat::SangatBaik, Predikat::Baik, Predikat::ButuhPerbaikan, Predikat::Kurang, Predikat::SangatKurang];

/// What `result.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    head: Head,
    identity: Identity,
    capaian: Choice,
    distribution: &'static str,
    curve: Option<Curve>,
    results: Option<Results>,
    narratives: Option<Narratives>,
    hasil: Choice,
    behaviours: Behaviours,
    perilaku: Choice,
    predikat: Choice,
    signature: Signature,
    footnotes: Vec<&'static str>,
}

/// Intended results in words, with realisation and feedback beside them.
#[derive(Debug, Serialize)]
struct Narratives {
    columns: Vec<f64>,
    measure: &'static str,
    beside: [&'static str; 2],
    sections: Vec<Section<Narrative>>,
}

pub(crate) fn view(sheet: &EvaluationSheet, ink: &Ink) -> View {
    let Skp { form, approach, content, .. } = &sheet.skp;
    let code = sheet.form_code();
    let mut titles = vec!["HASIL EVALUASI KINERJA PEGAWAI", approach_title(*approach)];
    if *approach == Approach::Kuantitatif {
        titles.push(form_title(*form));
    }
    let period = format!("PERIODE PENILAIAN: {}", words::dates(covered(&sheet.skp, &sheet.period)));
    let foot = format!("Format {code} · {} · {}", words::period_name(&sheet.period), sheet.employee.name);
    let mut head = Head::new(LANDSCAPE, &titles, ink.text(&sheet.agency), period, ink.text(&foot));
    head.choice = Some(period_choice("PERIODE***", "*", &sheet.period, sheet.short_cycle));
    let words = IdentityWords {
        rater_nip_optional: *form == Form::Jpt,
        rank: if *approach == Approach::Kuantitatif { "PANGKAT/ GOL RUANG" } else { "PANGKAT/ GOL. RUANG" },
        rater_agency: code == "C.1.2",
    };
    let said: BTreeMap<Nilai, Vec<String>> =
        Nilai::ALL.into_iter().map(|nilai| (nilai, sheet.remarks_on(Line::Nilai(nilai)).collect())).collect();
    let evaluation = &sheet.evaluation;
    View {
        head,
        identity: Identity::new(ink, LANDSCAPE, &sheet.employee, &sheet.evaluator, words),
        capaian: Choice::of(
            "CAPAIAN KINERJA ORGANISASI*",
            &CAPAIAN,
            evaluation.capaian,
            words::capaian,
            "",
            "belum ditetapkan",
        ),
        distribution: if code == "C.1.2" { "POLA DISTRIBUSI:" } else { "POLA DISTRIBUSI" },
        curve: evaluation.capaian.map(curve),
        results: (*approach == Approach::Kuantitatif).then(|| results(sheet, ink)),
        narratives: (*approach == Approach::Kualitatif).then(|| narratives(sheet, ink)),
        hasil: Choice::of("RATING HASIL KERJA*", &RATING, Some(evaluation.hasil), words::rating, "**", ""),
        behaviours: Behaviours::new(
            ink,
            LANDSCAPE.columns(&[4.0, 46.0, 27.0, 23.0]),
            "PERILAKU KERJA",
            &sheet.behaviours,
            content,
            Some((FEEDBACK, &said)),
        ),
        perilaku: Choice::of("RATING PERILAKU KERJA*", &RATING, Some(evaluation.perilaku), words::rating, "**", ""),
        predikat: Choice::of("PREDIKAT KINERJA PEGAWAI*", &PREDIKAT, evaluation.predikat, words::predikat, "", ""),
        signature: Signature::new(ink, "Pejabat Penilai Kinerja", &sheet.evaluator, Some(&sheet.signing)),
        footnotes: if code == "C.1.1" {
            vec![CHOOSE, RATINGS, PERIOD, PERSPECTIVE]
        } else {
            vec![CHOOSE, RATINGS, PERIOD]
        },
    }
}

fn results(sheet: &EvaluationSheet, ink: &Ink) -> Results {
    let form = sheet.skp.form;
    let (columns, mut titles) = match form {
        Form::Jpt => (
            LANDSCAPE.columns(&[4.2, 14.2, 21.7, 6.7, 10.0, 20.0, 23.3]),
            vec!["NO.", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"],
        ),
        Form::JaJf => (
            LANDSCAPE.columns(&[4.7, 13.8, 11.5, 8.1, 15.5, 11.4, 13.0, 21.9]),
            vec![
                "NO",
                "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
                "RENCANA HASIL KERJA",
                "ASPEK",
                "INDIKATOR KINERJA INDIVIDU",
                "TARGET",
            ],
        ),
    };
    titles.extend([REALISATION, FEEDBACK]);
    let sections = by_kind(&sheet.skp.content)
        .into_iter()
        .map(|(title, results)| {
            let mut items = quantitative_items(form, &results, &columns, ink);
            for (item, (_, rhk)) in items.iter_mut().zip(&results) {
                add_result(sheet, ink, &columns, rhk, item);
            }
            if results.is_empty() {
                for row in items.iter_mut().flat_map(|item| &mut item.rows) {
                    row.extend([Cell::default(), Cell::default()]);
                }
            }
            Section { title, items: items.into_iter().map(|item| item.settled(ink, &columns)).collect() }
        })
        .collect();
    Results { columns, titles, sections }
}

/// Realisation by indicator; feedback merged over the result, unless somebody spoke of single indicators.
fn add_result(sheet: &EvaluationSheet, ink: &Ink, columns: &[f64], rhk: &Rhk, item: &mut crate::form::Item) {
    let (realisation, feedback) = (columns[columns.len() - 2], columns[columns.len() - 1]);
    let on_result: Vec<String> = sheet.remarks_on(Line::Rhk(rhk.id)).collect();
    let on_indicators: Vec<Vec<String>> =
        rhk.indicators.iter().map(|i| sheet.remarks_on(Line::Indicator(i.id)).collect()).collect();
    let single = on_indicators.iter().any(|remarks| !remarks.is_empty());
    for (i, row) in item.rows.iter_mut().enumerate() {
        row.push(match rhk.indicators.get(i) {
            Some(indicator) => ink.cell(&sheet.realised(indicator), realisation),
            None => Cell::default(),
        });
        if single {
            let mut said = if i == 0 { on_result.clone() } else { Vec::new() };
            said.extend(on_indicators.get(i).into_iter().flatten().cloned());
            row.push(ink.cell(&said.join("\n"), feedback));
        }
    }
    item.last = (!single).then(|| ink.cell(&on_result.join("\n"), feedback));
}

fn narratives(sheet: &EvaluationSheet, ink: &Ink) -> Narratives {
    let columns = LANDSCAPE.columns(&[4.0, 45.0, 25.0, 26.0]);
    let item = |(number, rhk): &(usize, &Rhk)| {
        let said = sheet
            .remarks_on(Line::Rhk(rhk.id))
            .chain(rhk.indicators.iter().flat_map(|i| sheet.remarks_on(Line::Indicator(i.id))));
        Narrative {
            number: number.to_string(),
            text: ink.cell(&result_text(rhk), columns[1]),
            measures: ink.list(rhk.indicators.iter().map(|i| measure_text(sheet.skp.form, i)), columns[1]),
            whole: false,
            beside: vec![
                ink.list(rhk.indicators.iter().map(|i| sheet.realised(i)), columns[2]),
                said.map(|s| ink.cell(&s, columns[3])).collect(),
            ],
        }
    };
    let sections = by_kind(&sheet.skp.content)
        .into_iter()
        .map(|(title, results)| Section {
            title,
            items: results.iter().map(item).map(|item| item.settled(ink, &columns)).collect(),
        })
        .collect();
    Narratives {
        columns: columns.clone(),
        measure: "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:",
        beside: [REALISATION, FEEDBACK],
        sections,
    }
}
