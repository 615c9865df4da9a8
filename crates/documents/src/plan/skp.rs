//! SKP: forms A.1.1 and A.1.2 (JPT, pimpinan unit kerja mandiri), A.1.6 and A.1.7 (JA/JF).

use crate::{
    form::{Behaviours, Cell, Head, Identity, IdentityWords, Item, Narrative, Results, Section},
    ink::Ink,
    paper::LANDSCAPE,
    party::{Behaviour, Party, Signature, Signing},
    words::{self, NOTHING},
};
use chrono::NaiveDate;
use domain::plan::{Approach, Content, Form, Indicator, Rhk, RhkKind, Skp};
use serde::Serialize;

/// Whether what is printed binds anybody; stands at the foot of every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A working text.
    Draft,
    /// A version that was set.
    Set {
        /// Its number.
        version: u32,
        /// The day it was set.
        on: NaiveDate,
    },
}

/// A plan to be printed, with the names the plan itself does not carry.
#[derive(Clone, Debug)]
pub struct PlanSheet {
    /// The plan; its `content` is what is printed (put a version's content there to print that version).
    pub skp: Skp,
    /// Draft or version.
    pub standing: Standing,
    /// Name of the agency.
    pub agency: String,
    /// Pegawai yang dinilai.
    pub employee: Party,
    /// Pejabat Penilai Kinerja.
    pub rater: Party,
    /// The seven values with their guidance, in the order of the form.
    pub behaviours: Vec<Behaviour>,
    /// Where and when it is signed.
    pub signing: Signing,
}

impl PlanSheet {
    /// The number of the form in the regulation.
    pub fn form_code(&self) -> &'static str {
        match (self.skp.form, self.skp.approach) {
            (Form::Jpt, Approach::Kualitatif) => "A.1.1",
            (Form::Jpt, Approach::Kuantitatif) => "A.1.2",
            (Form::JaJf, Approach::Kualitatif) => "A.1.6",
            (Form::JaJf, Approach::Kuantitatif) => "A.1.7",
        }
    }

    pub(crate) fn foot(&self, ink: &Ink, form: &str) -> Cell {
        let standing = match self.standing {
            Standing::Draft => "DRAF, belum ditetapkan".to_owned(),
            Standing::Set { version, on } => format!("Versi {version}, ditetapkan {}", words::date(on)),
        };
        ink.text(&format!("Format {form} · SKP {} · {} · {standing}", self.skp.year, self.employee.name))
    }

    pub(crate) fn signatures(&self, ink: &Ink) -> [Signature; 2] {
        [
            Signature::new(ink, "Pegawai yang Dinilai", &self.employee, None),
            Signature::new(ink, "Pejabat Penilai Kinerja", &self.rater, Some(&self.signing)),
        ]
    }
}

/// What `skp.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    head: Head,
    identity: Identity,
    results: Option<Results>,
    narratives: Option<Narratives>,
    behaviours: Behaviours,
    signatures: [Signature; 2],
    footnotes: &'static [&'static str],
}

/// Intended results in words.
#[derive(Debug, Serialize)]
struct Narratives {
    columns: Vec<f64>,
    measure: &'static str,
    sections: Vec<Section<Narrative>>,
}

const EXPECTATIONS: &str =
    "* Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai.";
const EXPECTATIONS_JAJF: &str =
    "* Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai";
const INTERVENED: &str = "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi adalah hasil kerja pejabat pimpinan tinggi \
    dan Pimpinan unit kerja mandiri/ organisasi maka dituliskan rencana hasil kerja beserta indikator kinerja individu pejabat \
    pimpinan tinggi dan Pimpinan unit kerja mandiri atau sasaran dan indikator kinerja organisasi yang diintervensi";
const EXPECTATIONS_SECOND: &str =
    "** Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai";

/// Titles shared with the evaluation of the same plan.
pub(crate) const fn approach_title(approach: Approach) -> &'static str {
    match approach {
        Approach::Kualitatif => "PENDEKATAN HASIL KERJA KUALITATIF",
        Approach::Kuantitatif => "PENDEKATAN HASIL KERJA KUANTITATIF",
    }
}

/// For whom the form is.
pub(crate) const fn form_title(form: Form) -> &'static str {
    match form {
        Form::Jpt => "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
        Form::JaJf => "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
    }
}

/// Said where an optional section is still empty.
pub(crate) const LATER: &str = "(dapat ditambahkan pada tahun berjalan)";

/// `A. UTAMA`, then `B. TAMBAHAN`; numbers run on from one to the other.
pub(crate) fn by_kind(content: &Content) -> [(&'static str, Vec<(usize, &Rhk)>); 2] {
    let of = |kind| content.results.iter().filter(move |r| r.kind == kind);
    let main: Vec<_> = of(RhkKind::Utama).enumerate().map(|(i, r)| (i + 1, r)).collect();
    let after = main.len();
    let extra = of(RhkKind::Tambahan).enumerate().map(|(i, r)| (after + i + 1, r)).collect();
    [("A. UTAMA", main), ("B. TAMBAHAN", extra)]
}

/// The result with the office that assigns it.
pub(crate) fn result_text(rhk: &Rhk) -> String {
    let assigned = rhk.assigned_by.trim();
    if assigned.is_empty() || rhk.text.contains("(penugasan dari") {
        rhk.text.clone()
    } else {
        format!("{} (penugasan dari {assigned})", rhk.text.trim())
    }
}

/// One indicator of a qualitative plan: the narrative, its target if it stands apart, its perspective.
pub(crate) fn measure_text(form: Form, indicator: &Indicator) -> String {
    let mut text = indicator.text.trim().to_owned();
    let target = words::target(&indicator.target);
    if !target.is_empty() && !text.contains(&target) {
        text.push_str(": ");
        text.push_str(&target);
    }
    if let (Form::Jpt, Some(perspektif)) = (form, indicator.perspektif) {
        text = format!("{text} (Perspektif {})", words::perspektif(perspektif));
    }
    text
}

pub(crate) fn view(sheet: &PlanSheet, ink: &Ink) -> View {
    let Skp { form, approach, dates, content, .. } = &sheet.skp;
    let titles = ["SASARAN KINERJA PEGAWAI", approach_title(*approach), form_title(*form)];
    let period = format!("PERIODE PENILAIAN: {}", words::dates(*dates));
    let foot = sheet.foot(ink, sheet.form_code());
    let words =
        IdentityWords { rater_nip_optional: *form == Form::Jpt, rank: "PANGKAT/ GOL. RUANG", rater_agency: false };
    let behaviour_title = if sheet.form_code() == "A.1.7" { "PERILAKU KERJA**" } else { "PERILAKU KERJA*" };
    View {
        head: Head::new(LANDSCAPE, &titles, ink.text(&sheet.agency), period, foot),
        identity: Identity::new(ink, LANDSCAPE, &sheet.employee, &sheet.rater, words),
        results: (*approach == Approach::Kuantitatif).then(|| results(*form, content, ink)),
        narratives: (*approach == Approach::Kualitatif).then(|| narratives(*form, content, ink)),
        behaviours: Behaviours::new(
            ink,
            LANDSCAPE.columns(&[3.5, 49.5, 47.0]),
            behaviour_title,
            &sheet.behaviours,
            content,
            None,
        ),
        signatures: sheet.signatures(ink),
        footnotes: match (form, approach) {
            (Form::Jpt, _) => &[EXPECTATIONS],
            (Form::JaJf, Approach::Kualitatif) => &[EXPECTATIONS_JAJF],
            (Form::JaJf, Approach::Kuantitatif) => &[INTERVENED, EXPECTATIONS_SECOND],
        },
    }
}

fn results(form: Form, content: &Content, ink: &Ink) -> Results {
    let (columns, titles) = match form {
        Form::Jpt => (
            LANDSCAPE.columns(&[3.5, 31.6, 23.7, 22.8, 18.4]),
            vec!["NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"],
        ),
        Form::JaJf => (
            LANDSCAPE.columns(&[3.4, 19.0, 34.5, 12.9, 17.2, 12.9]),
            vec![
                "NO.",
                "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*",
                "RENCANA HASIL KERJA",
                "ASPEK",
                "INDIKATOR KINERJA INDIVIDU",
                "TARGET",
            ],
        ),
    };
    let sections = by_kind(content)
        .into_iter()
        .map(|(title, results)| {
            let items = quantitative_items(form, &results, &columns, ink);
            Section { title, items: items.into_iter().map(|item| item.settled(ink, &columns)).collect() }
        })
        .collect();
    Results { columns, titles, sections }
}

/// The rows of one section, with the columns a plan and its evaluation share: number, results, indicator, target.
pub(crate) fn quantitative_items(form: Form, results: &[(usize, &Rhk)], columns: &[f64], ink: &Ink) -> Vec<Item> {
    let merged = |leader: &str, text: &str| match form {
        Form::Jpt => vec![ink.cell(text, columns[1])],
        Form::JaJf => vec![ink.cell(leader, columns[1]), ink.cell(text, columns[2])],
    };
    let row = |indicator: &Indicator| {
        let target = words::target(&indicator.target);
        let texts: [&str; 3] = match form {
            Form::Jpt => [&indicator.text, &target, indicator.perspektif.map_or(NOTHING, words::perspektif)],
            Form::JaJf => [indicator.aspek.map_or(NOTHING, words::aspek), &indicator.text, &target],
        };
        let first = merged("", "").len() + 1;
        texts
            .iter()
            .enumerate()
            .map(|(i, text)| ink.cell(if text.trim().is_empty() { NOTHING } else { text }, columns[first + i]))
            .collect()
    };
    if results.is_empty() {
        let rows = vec![vec![Cell::default(); 3]];
        return vec![Item { number: NOTHING.into(), merged: merged("", LATER), rows, last: None, whole: true }];
    }
    results
        .iter()
        .map(|(number, rhk)| Item {
            number: number.to_string(),
            merged: merged(&rhk.supports_text, &result_text(rhk)),
            rows: if rhk.indicators.is_empty() {
                vec![vec![ink.text(NOTHING); 3]]
            } else {
                rhk.indicators.iter().map(row).collect()
            },
            last: None,
            whole: false,
        })
        .collect()
}

fn narratives(form: Form, content: &Content, ink: &Ink) -> Narratives {
    let columns = LANDSCAPE.columns(&[3.5, 96.5]);
    let measure = match form {
        Form::Jpt => "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:",
        Form::JaJf => "Ukuran keberhasilan/ indikator kinerja individu dan Target:",
    };
    let items = |results: &[(usize, &Rhk)]| -> Vec<Narrative> {
        results
            .iter()
            .map(|(number, rhk)| Narrative {
                number: number.to_string(),
                text: ink.cell(&result_text(rhk), columns[1]),
                measures: ink.list(rhk.indicators.iter().map(|i| measure_text(form, i)), columns[1]),
                beside: Vec::new(),
                whole: false,
            })
            .map(|item| item.settled(ink, &columns))
            .collect()
    };
    let sections =
        by_kind(content).into_iter().map(|(title, results)| Section { title, items: items(&results) }).collect();
    Narratives { columns, measure, sections }
}
