//! The minutes of a calibration session on paper: who was there, what was talked about, which ratings were proposed, and what
//! the officials who gave them decided.
//!
//! Drawn as a report (`survey::report`): there is no form in the regulation.

use crate::{
    form::Head,
    ink::Ink,
    paper::PORTRAIT,
    survey::report::{Block, View},
    words,
};
use chrono::NaiveDate;
use domain::time::DateRange;

/// A proposal in words.
#[derive(Clone, Debug)]
pub struct MinutesProposal {
    /// About whom, and which line.
    pub about: String,
    /// From which rating to which.
    pub change: String,
    /// Why, and by whom.
    pub reason: String,
    /// What was decided and why; empty while it waits.
    pub word: String,
}

/// The minutes to be printed.
#[derive(Clone, Debug)]
pub struct CalibrationMinutes {
    /// Name of the agency.
    pub agency: String,
    /// The unit.
    pub unit: String,
    /// The period in words.
    pub period: String,
    /// Its days.
    pub dates: DateRange,
    /// The day of the session.
    pub held_on: NaiveDate,
    /// Where.
    pub place: String,
    /// What was to be talked about.
    pub agenda: String,
    /// Who was there.
    pub attended: Vec<String>,
    /// What was said.
    pub minutes: String,
    /// Proposals.
    pub proposals: Vec<MinutesProposal>,
}

pub(crate) fn title(sheet: &CalibrationMinutes) -> String {
    format!("Notulen Kalibrasi {} – {}", sheet.period, sheet.unit)
}

pub(crate) fn view(sheet: &CalibrationMinutes, ink: &Ink) -> View {
    let chapter = |text: &str| Block::Chapter { text: ink.text(text) };
    let say = |text: &str| Block::Text { text: ink.text(if text.is_empty() { words::NOTHING } else { text }) };
    let place = if sheet.place.is_empty() { String::new() } else { format!(", {}", sheet.place) };
    let mut blocks = vec![
        chapter("WAKTU DAN TEMPAT"),
        say(&format!("{}{place}", words::date(sheet.held_on))),
        chapter("AGENDA"),
        say(&sheet.agenda),
        chapter("YANG HADIR"),
        Block::List { items: sheet.attended.iter().map(|name| ink.cell(name, PORTRAIT.text_width())).collect() },
        chapter("JALANNYA SESI"),
        say(&sheet.minutes),
        chapter("USUL DAN KEPUTUSAN PEJABAT PENILAI"),
    ];
    if sheet.proposals.is_empty() {
        blocks.push(say("Tidak ada usul perubahan."));
    } else {
        let columns = PORTRAIT.columns(&[24.0, 20.0, 28.0, 28.0]);
        let row = |one: &MinutesProposal| {
            let word = if one.word.is_empty() { "Belum diputuskan" } else { one.word.as_str() };
            [one.about.as_str(), one.change.as_str(), one.reason.as_str(), word]
                .iter()
                .zip(&columns)
                .map(|(text, width)| ink.cell(text, *width))
                .collect()
        };
        let rows = sheet.proposals.iter().map(row).collect();
        blocks.push(Block::Table {
            heads: vec!["PEGAWAI DAN BUTIR", "PERUBAHAN", "ALASAN USUL", "KEPUTUSAN"],
            rows,
            columns,
        });
    }
    blocks.push(say(
        "Sesi kalibrasi tidak mengubah penilaian. Perubahan hanya dilakukan oleh Pejabat Penilai Kinerja yang bersangkutan \
         dengan alasan tertulis; penilaian sebelum dan sesudahnya tersimpan.",
    ));
    let head = Head::new(
        PORTRAIT,
        &["NOTULEN SESI KALIBRASI PENILAIAN KINERJA"],
        ink.text(&sheet.agency),
        format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.dates)),
        ink.text(&sheet.unit),
    );
    View { head, blocks }
}
