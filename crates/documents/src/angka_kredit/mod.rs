//! Angka kredit: the conversion of a predikat of somebody in a functional post, as a letter.
//!
//! Not here: the rule (`domain::angka_kredit`). There is no form in the regulation of 2022; headings and order follow the
//! letters in use (Perban BKN 3/2023; certainty: secondary).

use crate::{
    dialogue::talk::{self, table},
    form::{Head, Identity, IdentityWords},
    ink::Ink,
    paper::PORTRAIT,
    party::{Party, Signature, Signing},
    words,
};
use domain::{amount::Amount, evaluation::Predikat, time::DateRange};

/// A conversion to be printed.
#[derive(Clone, Debug)]
pub struct AngkaKreditSheet {
    /// Name of the agency.
    pub agency: String,
    /// The days that are converted.
    pub dates: DateRange,
    /// A whole year, by the predikat of the year; else a shorter period.
    pub annual: bool,
    /// Whose.
    pub employee: Party,
    /// Who evaluated, and signs.
    pub rater: Party,
    /// The jenjang, in words.
    pub jenjang: String,
    /// The predikat.
    pub predikat: Predikat,
    /// Percent of the coefficient.
    pub percent: Amount,
    /// Angka kredit of a year at 100 %.
    pub coefficient: Amount,
    /// Months converted, 1 to 12.
    pub months: u32,
    /// The angka kredit.
    pub value: Amount,
    /// Where and when it is signed.
    pub signing: Signing,
}

pub(crate) fn title(sheet: &AngkaKreditSheet) -> String {
    format!("Konversi Predikat Kinerja ke Angka Kredit – {}", sheet.employee.name)
}

pub(crate) fn view(sheet: &AngkaKreditSheet, ink: &Ink) -> talk::View {
    let period = format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.dates));
    let identity = IdentityWords { rater_nip_optional: false, rank: "PANGKAT/ GOL. RUANG", rater_agency: false };
    let kind = if sheet.annual { "Tahunan" } else { "Periodik" };
    let months = format!("{}/12 × {} % × {}", sheet.months, sheet.percent, sheet.coefficient);
    talk::View {
        head: Head::new(
            PORTRAIT,
            &["KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT"],
            ink.text(&sheet.agency),
            period,
            ink.text(&sheet.employee.name),
        ),
        identity: Identity::new(ink, PORTRAIT, &sheet.employee, &sheet.rater, identity),
        sections: vec![
            table(
                ink,
                "HASIL PENILAIAN KINERJA",
                &[28.0, 28.0, 22.0, 22.0],
                &["EVALUASI", "PREDIKAT", "PERSENTASE", "KOEFISIEN PER TAHUN"],
                vec![vec![
                    kind.to_owned(),
                    words::predikat(sheet.predikat).to_owned(),
                    format!("{} %", sheet.percent),
                    sheet.coefficient.to_string(),
                ]],
            ),
            table(
                ink,
                "ANGKA KREDIT YANG DIPEROLEH",
                &[34.0, 38.0, 28.0],
                &["JENJANG", "PERHITUNGAN (BULAN/12 × PERSENTASE × KOEFISIEN)", "ANGKA KREDIT"],
                vec![vec![sheet.jenjang.clone(), months, sheet.value.to_string()]],
            ),
        ],
        signatures: vec![Signature::new(ink, "Pejabat Penilai Kinerja", &sheet.rater, Some(&sheet.signing))],
        footnotes: vec![
            "Peraturan BKN 3/2023. Angka kredit adalah hasil konversi, bukan keputusan kenaikan pangkat atau jenjang.",
        ],
    }
}
