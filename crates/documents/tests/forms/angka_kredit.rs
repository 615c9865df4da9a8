//! The conversion of a predikat as a letter.

use crate::{
    fixtures::{day, director, made, officer},
    read::{assert_in_order, flow, keep},
};
use documents::{AngkaKreditSheet, Printer, Sheet, Signing};
use domain::{amount::Amount, evaluation::Predikat, time::DateRange};

#[test]
fn the_letter_shows_how_it_was_worked_out() {
    let sheet = AngkaKreditSheet {
        agency: "DINAS KOMUNIKASI DAN INFORMATIKA".into(),
        dates: DateRange::year(2025),
        annual: true,
        employee: officer(),
        rater: director(),
        jenjang: "Ahli muda".into(),
        predikat: Predikat::SangatBaik,
        percent: Amount(150 * Amount::SCALE),
        coefficient: Amount(25 * Amount::SCALE),
        months: 7,
        value: Amount(21_875 * Amount::SCALE / 1000),
        signing: Signing { place: "Jakarta".into(), date: Some(day(2026, 1, 12)) },
    };
    let pdf = Printer::new().print(&[Sheet::AngkaKredit(&sheet)], made()).unwrap();
    keep("angka_kredit", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT",
            "HASIL PENILAIAN KINERJA",
            "Tahunan",
            "Sangat Baik",
            "150 %",
            "ANGKA KREDIT YANG DIPEROLEH",
            "Ahli muda",
            "7/12 × 150 % × 25",
            "21,875",
            "Pejabat Penilai Kinerja",
        ],
    );
}
