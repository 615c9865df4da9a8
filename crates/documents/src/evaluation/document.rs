//! Dokumen evaluasi kinerja pegawai: form D.1.1, D.1.2 where the rater's superior evaluated in the rater's place, and
//! D.1.3 where the superior changed the result on an objection (keberatan).

use super::period_choice;
use crate::{
    form::{Cell, Head},
    ink::Ink,
    paper::PORTRAIT,
    party::{Party, Signature, Signing, or_nothing},
    words,
};
use domain::{
    evaluation::{Evaluation, Period, Rhythm},
    time::DateRange,
};
use serde::Serialize;

/// Who evaluated and signs first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Pejabat Penilai Kinerja: form D.1.1.
    Rater,
    /// Atasan Pejabat Penilai Kinerja, because the rater did not evaluate or sign in time: form D.1.2.
    Superior,
    /// The same, deciding on an objection: form D.1.3.
    Objection,
}

/// What form D.1.3 has beside the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// Section 6: the objection, in the employee's words.
    pub objection: String,
    /// Section 7: the rater's explanation.
    pub explanation: String,
    /// Section 8: what the superior decided and recommends, with the reasons.
    pub decision: String,
    /// Where and when the superior signed.
    pub signing: Signing,
}

/// An evaluation document to be printed.
#[derive(Clone, Debug)]
pub struct EvaluationDocument {
    /// Which of the two forms.
    pub route: Route,
    /// The result; on D.1.3 the one that was objected to, what it became stands in section 8.
    pub evaluation: Evaluation,
    /// The period.
    pub period: Period,
    /// The agency's short cycle: monthly or quarterly.
    pub short_cycle: Rhythm,
    /// The days evaluated ([`super::covered`]).
    pub dates: DateRange,
    /// Name of the agency.
    pub agency: String,
    /// Pegawai yang dinilai.
    pub employee: Party,
    /// Pejabat Penilai Kinerja.
    pub rater: Party,
    /// Atasan Pejabat Penilai Kinerja; `None` where the rater's result is final.
    pub superior: Option<Party>,
    /// Where and when the evaluator signed.
    pub signing: Signing,
    /// Where and when the employee signed for it; without a date until then.
    pub received: Signing,
    /// The objection and what came of it, for D.1.3.
    pub decided: Option<Decided>,
}

impl EvaluationDocument {
    /// The number of the form in the regulation.
    pub fn form_code(&self) -> &'static str {
        match self.route {
            Route::Rater => "D.1.1",
            Route::Superior => "D.1.2",
            Route::Objection => "D.1.3",
        }
    }
}

/// What `document.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    pub(crate) head: Head,
    pub(crate) columns: Vec<f64>,
    pub(crate) sections: Vec<Part>,
    pub(crate) signers: Vec<Signer>,
    pub(crate) footnotes: Vec<&'static str>,
}

/// Somebody's place to sign, a row each, in the order in which they sign.
#[derive(Debug, Serialize)]
pub(crate) struct Signer {
    at: Place,
    who: Signature,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    Left,
    Right,
    Center,
}

/// One numbered section: names and values, then text.
#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub(crate) number: u32,
    pub(crate) title: Cell,
    pub(crate) rows: Vec<(Cell, Cell)>,
    pub(crate) text: Option<Cell>,
}

/// The columns of these forms: number, label, colon, value.
pub(crate) fn columns() -> Vec<f64> {
    PORTRAIT.columns(&[4.0, 41.0, 3.0, 52.0])
}

pub(crate) fn view(sheet: &EvaluationDocument, ink: &Ink) -> View {
    let columns = columns();
    let nobody = Party::default();
    let cell = |text: &str| ink.cell(or_nothing(text), columns[3]);
    let label = |text: &str| Cell(text.to_owned());
    let text = |text: &str| Some(ink.cell(or_nothing(text), PORTRAIT.text_width() - columns[0]));
    let person = |number, title, party: &Party| Part {
        number,
        title: label(title),
        rows: vec![
            (label("NAMA"), cell(&party.name)),
            (label("NIP"), cell(party.nip.as_deref().unwrap_or_default())),
            (label("PANGKAT/GOL RUANG"), cell(&party.rank)),
            (label("JABATAN"), cell(&party.post)),
            (label("UNIT KERJA"), cell(&party.unit)),
        ],
        text: None,
    };
    let superior = sheet.superior.as_ref().unwrap_or(&nobody);
    let Evaluation { capaian, predikat, notes, .. } = &sheet.evaluation;
    let capaian = capaian.map_or_else(|| "Belum ditetapkan".to_owned(), |c| words::capaian(c).to_uppercase());
    let mut sections = vec![
        person(1, "PEGAWAI YANG DINILAI", &sheet.employee),
        person(2, "PEJABAT PENILAI KINERJA", &sheet.rater),
        person(3, "ATASAN PEJABAT PENILAI KINERJA", superior),
        Part {
            number: 4,
            title: label("EVALUASI KINERJA"),
            rows: vec![
                (label("CAPAIAN KINERJA ORGANISASI"), cell(&capaian)),
                (
                    label("PREDIKAT KINERJA PEGAWAI"),
                    cell(&predikat.map(words::predikat).unwrap_or_default().to_uppercase()),
                ),
            ],
            text: None,
        },
        Part { number: 5, title: label("CATATAN/REKOMENDASI"), rows: Vec::new(), text: text(notes) },
    ];
    let decided = sheet.decided.clone().unwrap_or_default();
    if sheet.route == Route::Objection {
        let said: [(u32, &str, &str); 3] = [
            (6, "KEBERATAN", &decided.objection),
            (7, "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", &decided.explanation),
            (8, "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", &decided.decision),
        ];
        let part = |(number, title, words)| Part { number, title: label(title), rows: Vec::new(), text: text(words) };
        sections.extend(said.map(part));
    }
    let sign = |at, role, party, signing| Signer { at, who: Signature::new(ink, role, party, Some(signing)) };
    let signers = match sheet.route {
        Route::Rater => vec![
            sign(Place::Right, "6. Pejabat Penilai Kinerja", &sheet.rater, &sheet.signing),
            sign(Place::Left, "7. Pegawai yang Dinilai", &sheet.employee, &sheet.received),
        ],
        Route::Superior => vec![
            sign(Place::Right, "6. Atasan Pejabat Penilai Kinerja", superior, &sheet.signing),
            sign(Place::Left, "7. Pegawai yang Dinilai", &sheet.employee, &sheet.received),
        ],
        Route::Objection => vec![
            sign(Place::Right, "9. Pejabat Penilai Kinerja", &sheet.rater, &sheet.signing),
            sign(Place::Left, "10. Pegawai yang Dinilai", &sheet.employee, &sheet.received),
            sign(Place::Center, "11. Atasan Pejabat Penilai Kinerja", superior, &decided.signing),
        ],
    };
    let foot =
        format!("Format {} · {} · {}", sheet.form_code(), words::period_name(&sheet.period), sheet.employee.name);
    let period = format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.dates));
    let mut head =
        Head::new(PORTRAIT, &["DOKUMEN EVALUASI KINERJA PEGAWAI"], ink.text(&sheet.agency), period, ink.text(&foot));
    head.choice = Some(period_choice("PERIODE*", "**", &sheet.period, sheet.short_cycle));
    View {
        head,
        columns,
        sections,
        signers,
        footnotes: vec![
            "* periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah",
            "** pilih salah satu",
        ],
    }
}
