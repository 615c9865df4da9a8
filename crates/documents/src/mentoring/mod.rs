//! Pelaksanaan mentoring (B.1.7): what is to be reached, the journal of meetings and of steps.
//!
//! Not here: coaching (B.1.6), which is printed with the talks ([`crate::dialogue`]).

use crate::{
    dialogue::talk::{self, table},
    form::{Head, Identity, IdentityWords},
    ink::Ink,
    paper::PORTRAIT,
    party::{Party, Signature, Signing},
    words,
};
use chrono::NaiveDate;
use domain::time::DateRange;

/// A meeting of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journalled {
    /// On which day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// What it was about.
    pub talked: String,
    /// What comes next.
    pub next: String,
}

/// A case to be printed.
#[derive(Clone, Debug)]
pub struct MentoringSheet {
    /// Name of the agency.
    pub agency: String,
    /// From the first day to the day of the review.
    pub dates: DateRange,
    /// Pegawai yang dinilai.
    pub employee: Party,
    /// Pejabat Penilai Kinerja.
    pub rater: Party,
    /// Who stands by.
    pub partner: Party,
    /// What is to be developed.
    pub weaknesses: Vec<String>,
    /// The change the employee speaks of.
    pub change: String,
    /// By what it is seen.
    pub measure: String,
    /// Meetings.
    pub meetings: Vec<Journalled>,
    /// Steps with the day they are due, and done.
    pub steps: Vec<(String, NaiveDate, Option<NaiveDate>)>,
    /// Where and when it is signed.
    pub signing: Signing,
}

pub(crate) fn title(sheet: &MentoringSheet) -> String {
    format!("Pelaksanaan Mentoring – {}", sheet.employee.name)
}

const PARTNER: &str = "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus";

pub(crate) fn view(sheet: &MentoringSheet, ink: &Ink) -> talk::View {
    let identity = IdentityWords { rater_nip_optional: false, rank: "PANGKAT/ GOL. RUANG", rater_agency: false };
    let until = sheet.dates.until.map(words::date).unwrap_or_default();
    let mut journal: Vec<Vec<String>> = sheet
        .meetings
        .iter()
        .map(|one| {
            let at = [words::date(one.on), one.place.clone()];
            let at = at.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
            vec![at, one.talked.clone(), one.next.clone(), String::new()]
        })
        .collect();
    journal.extend(sheet.steps.iter().map(|(what, due, done)| {
        let due = match done {
            Some(day) => format!("{} (selesai {})", words::date(*due), words::date(*day)),
            None => words::date(*due),
        };
        vec![String::new(), String::new(), what.clone(), due]
    }));
    if journal.is_empty() {
        journal.push(vec![String::new(); 4]);
    }
    talk::View {
        head: Head::new(
            PORTRAIT,
            &["PELAKSANAAN MENTORING"],
            ink.text(&sheet.agency),
            format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.dates)),
            ink.text(&format!("Format B.1.7 · {}", sheet.employee.name)),
        ),
        identity: Identity::new(ink, PORTRAIT, &sheet.employee, &sheet.rater, identity),
        sections: vec![
            table(
                ink,
                "TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING? (diisi oleh Pegawai)",
                &[30.0, 20.0, 26.0, 24.0],
                &[
                    "KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN",
                    "JANGKA WAKTU MENTORING",
                    "PERUBAHAN YANG DIHARAPKAN",
                    "UKURAN KEBERHASILAN MENTORING",
                ],
                vec![vec![
                    sheet.weaknesses.join("\n"),
                    format!("{} sampai {until}", words::date(sheet.dates.from)),
                    sheet.change.clone(),
                    sheet.measure.clone(),
                ]],
            ),
            table(
                ink,
                "JURNAL MENTORING",
                &[20.0, 32.0, 28.0, 20.0],
                &["WAKTU DAN TEMPAT", "MATERI MENTORING", "RENCANA AKSI", "TARGET WAKTU RENCANA AKSI"],
                journal,
            ),
        ],
        signatures: vec![
            Signature::new(ink, "Pegawai yang Dinilai", &sheet.employee, None),
            Signature::new(ink, PARTNER, &sheet.partner, Some(&sheet.signing)),
        ],
        footnotes: Vec::new(),
    }
}
