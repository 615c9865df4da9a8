//! Riwayat kinerja: a person's years on paper, as they take them along. The regulation has no form for it; headings are ours.
//!
//! Not here: single results ([`crate::evaluation`]).

use crate::{
    dialogue::talk::{self, table},
    form::{Head, Identity, IdentityWords},
    ink::Ink,
    paper::PORTRAIT,
    party::{Party, Signature, Signing},
    words,
};
use domain::evaluation::Predikat;

/// One year.
#[derive(Clone, Debug)]
pub struct CareerYear {
    /// The year.
    pub year: i32,
    /// Its predikat; none where a scheme's review has none.
    pub predikat: Option<Predikat>,
    /// Rating hasil kerja, in words.
    pub hasil: String,
    /// Rating perilaku kerja, in words.
    pub perilaku: String,
}

/// Conditions of one track.
#[derive(Clone, Debug)]
pub struct CareerTrack {
    /// For what.
    pub name: String,
    /// Condition, how it stands, where it is written.
    pub checks: Vec<[String; 3]>,
}

/// A record to be printed. All words are ready.
#[derive(Clone, Debug, Default)]
pub struct CareerSheet {
    /// Name of the agency.
    pub agency: String,
    /// Whose.
    pub employee: Party,
    /// Who rates them today.
    pub rater: Party,
    /// The years, oldest first.
    pub years: Vec<CareerYear>,
    /// Year, indicator, target, realisation.
    pub indicators: Vec<[String; 4]>,
    /// Year, what is good, what to improve.
    pub feedback: Vec<[String; 3]>,
    /// Competence, level, standard.
    pub competence: Vec<[String; 3]>,
    /// Year, training, hours.
    pub trainings: Vec<[String; 3]>,
    /// Field, level, proof.
    pub skills: Vec<[String; 3]>,
    /// What is open, and what is missing.
    pub tracks: Vec<CareerTrack>,
    /// Where and when it is printed.
    pub signing: Signing,
}

pub(crate) fn title(sheet: &CareerSheet) -> String {
    format!("Riwayat Kinerja – {}", sheet.employee.name)
}

pub(crate) fn view(sheet: &CareerSheet, ink: &Ink) -> talk::View {
    let identity = IdentityWords { rater_nip_optional: true, rank: "PANGKAT/ GOL. RUANG", rater_agency: false };
    let printed = sheet.signing.date.map_or_else(String::new, |day| format!("DICETAK:\n{}", words::date(day)));
    let mut sections = vec![table(
        ink,
        "HASIL EVALUASI TAHUNAN",
        &[16.0, 28.0, 28.0, 28.0],
        &["TAHUN", "PREDIKAT", "HASIL KERJA", "PERILAKU KERJA"],
        some(sheet.years.iter().map(|one| {
            let predikat = one.predikat.map(words::predikat).unwrap_or_default().to_owned();
            vec![one.year.to_string(), predikat, one.hasil.clone(), one.perilaku.clone()]
        })),
    )];
    let rows = |all: &[[String; 3]]| all.iter().map(|row| row.to_vec()).collect::<Vec<_>>();
    let mut put = |title, shares: &[f64], heads: &[&'static str], rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            sections.push(table(ink, title, shares, heads, rows));
        }
    };
    put(
        "INDIKATOR KINERJA INDIVIDU",
        &[12.0, 46.0, 22.0, 20.0],
        &["TAHUN", "INDIKATOR", "TARGET", "REALISASI"],
        sheet.indicators.iter().map(|row| row.to_vec()).collect(),
    );
    put(
        "UMPAN BALIK",
        &[12.0, 44.0, 44.0],
        &["TAHUN", "YANG SUDAH BAIK", "YANG PERLU DIPERBAIKI"],
        rows(&sheet.feedback),
    );
    put(
        "KOMPETENSI TERHADAP STANDAR JABATAN",
        &[60.0, 20.0, 20.0],
        &["KOMPETENSI", "LEVEL", "STANDAR"],
        rows(&sheet.competence),
    );
    put("PELATIHAN", &[16.0, 64.0, 20.0], &["TAHUN", "NAMA", "JAM (JP)"], rows(&sheet.trainings));
    put("KETERAMPILAN MENURUT PEGAWAI", &[36.0, 14.0, 50.0], &["BIDANG", "LEVEL", "BUKTI"], rows(&sheet.skills));
    for track in &sheet.tracks {
        let rows: Vec<Vec<String>> = track
            .checks
            .iter()
            .map(|[says, met, cite]| vec![format!("{}: {says}", track.name), met.clone(), cite.clone()])
            .collect();
        if !rows.is_empty() {
            sections.push(table(ink, "SYARAT", &[52.0, 20.0, 28.0], &["SYARAT", "KEADAAN", "DASAR"], rows));
        }
    }
    talk::View {
        head: Head::new(
            PORTRAIT,
            &["RIWAYAT KINERJA PEGAWAI"],
            ink.text(&sheet.agency),
            printed,
            ink.text(&sheet.employee.name),
        ),
        identity: Identity::new(ink, PORTRAIT, &sheet.employee, &sheet.rater, identity),
        sections,
        signatures: vec![Signature::new(ink, "Pegawai", &sheet.employee, Some(&sheet.signing))],
        footnotes: vec!["Syarat yang terpenuhi membuka kesempatan; keputusan tetap pada pejabat yang berwenang."],
    }
}

/// At least one row, so that the table says that nothing is there.
fn some(rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() { vec![vec![String::new(); 4]] } else { rows }
}
