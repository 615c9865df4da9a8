//! The certificate of a rater.

use crate::{
    fixtures::{day, made},
    read::{assert_in_order, keep, raw},
};
use documents::{Certificate, Printer, Sheet};

#[test]
fn the_certificate_says_who_and_until_when() {
    let certificate = Certificate {
        agency: "Pemerintah Kabupaten Uji Laras".into(),
        name: "Sari Utami, S.Sos., M.Si.".into(),
        nip: "198001012005012001".into(),
        post: "Kepala Bidang · Bidang Pelayanan".into(),
        number: "PENILAI/2026/0A1B2C3D".into(),
        cases: 6,
        issued_on: day(2026, 3, 2),
        valid_until: day(2027, 3, 1),
    };
    let pdf = Printer::new().print(&[Sheet::Certificate(&certificate)], made()).unwrap();
    keep("rater_certificate", &pdf);
    assert_in_order(
        &raw(&pdf),
        &[
            "Pemerintah Kabupaten Uji Laras",
            "Sertifikat Penilai Kinerja",
            "PENILAI/2026/0A1B2C3D",
            "Sari Utami",
            "198001012005012001",
            "6 kasus tertulis",
            "2 Maret 2026 sampai 1 Maret 2027",
        ],
    );
}
