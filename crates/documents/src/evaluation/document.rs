//! Dokumen evaluasi kinerja pegawai: form D.1.1, and D.1.2 where the rater's superior evaluated in the rater's place.

use super::period_choice;
use crate::{
    form::{Cell, Head},
    ink::Ink,
    paper::PORTRAIT,
    party::{Party, Signature, Signing, or_nothing},
    words::{self, NOTHING},
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
}

/// An evaluation document to be printed.
#[derive(Clone, Debug)]
pub struct EvaluationDocument {
    /// Which of the two forms.
    pub route: Route,
    /// The result.
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
}

impl EvaluationDocument {
    /// The number of the form in the regulation.
    pub fn form_code(&self) -> &'static str {
        match self.route {
            Route::Rater => "D.1.1",
            Route::Superior => "D.1.2",
        }
    }
}

/// What `document.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    head: Head,
    columns: Vec<f64>,
    sections: Vec<Part>,
    evaluator: Signature,
    employee: Signature,
    footnotes: [&'static str; 2],
}

#[derive(Debug, Serialize)]
struct Part {
    number: u32,
    title: &'static str,
    rows: Vec<(&'static str, Cell)>,
    text: Option<Cell>,
}

pub(crate) fn view(sheet: &EvaluationDocument, ink: &Ink) -> View {
    let columns = PORTRAIT.columns(&[4.0, 41.0, 3.0, 52.0]);
    let nobody = Party::default();
    let cell = |text: &str| ink.cell(or_nothing(text), columns[3]);
    let person = |number, title, party: &Party| Part {
        number,
        title,
        rows: vec![
            ("NAMA", cell(&party.name)),
            ("NIP", cell(party.nip.as_deref().unwrap_or_default())),
            ("PANGKAT/GOL RUANG", cell(&party.rank)),
            ("JABATAN", cell(&party.post)),
            ("UNIT KERJA", cell(&party.unit)),
        ],
        text: None,
    };
    let superior = sheet.superior.as_ref().unwrap_or(&nobody);
    let Evaluation { capaian, predikat, notes, .. } = &sheet.evaluation;
    let capaian = capaian.map_or_else(|| "Belum ditetapkan".to_owned(), |c| words::capaian(c).to_uppercase());
    let sections = vec![
        person(1, "PEGAWAI YANG DINILAI", &sheet.employee),
        person(2, "PEJABAT PENILAI KINERJA", &sheet.rater),
        person(3, "ATASAN PEJABAT PENILAI KINERJA", superior),
        Part {
            number: 4,
            title: "EVALUASI KINERJA",
            rows: vec![
                ("CAPAIAN KINERJA ORGANISASI", cell(&capaian)),
                ("PREDIKAT KINERJA PEGAWAI", cell(&predikat.map(words::predikat).unwrap_or_default().to_uppercase())),
            ],
            text: None,
        },
        Part {
            number: 5,
            title: "CATATAN/REKOMENDASI",
            rows: Vec::new(),
            text: Some(
                ink.cell(if notes.trim().is_empty() { NOTHING } else { notes }, PORTRAIT.text_width() - columns[0]),
            ),
        },
    ];
    let (role, evaluator) = match sheet.route {
        Route::Rater => ("6. Pejabat Penilai Kinerja", &sheet.rater),
        Route::Superior => ("6. Atasan Pejabat Penilai Kinerja", superior),
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
        evaluator: Signature::new(ink, role, evaluator, Some(&sheet.signing)),
        employee: Signature::new(ink, "7. Pegawai yang Dinilai", &sheet.employee, Some(&sheet.received)),
        footnotes: [
            "* periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah",
            "** pilih salah satu",
        ],
    }
}
