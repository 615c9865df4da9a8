//! Records of talks: B.1.6, B.1.10, and the record of konseling, which has no form.

use crate::{
    fixtures::{amount, day, director, indicator, made, officer},
    read::{assert_in_order, flow, keep},
};
use documents::{Agreed, Printer, Sheet, Signing, TalkForm, TalkSheet};
use domain::{
    dialogue::{Kind, Part},
    time::DateRange,
};

fn talk(form: TalkForm, kind: Kind) -> TalkSheet {
    let words = [
        (Part::Reason, "Datang terlambat tujuh kali pada bulan Juni."),
        (Part::Expectation, "Membuka loket pukul 08.00."),
        (Part::Elsewhere, "Tidak"),
        (Part::Tried, "Dibicarakan pada 4 dan 18 Juni."),
        (Part::Goal, "Memindai setiap pagi sebelum loket dibuka."),
        (Part::Progress, "Baru 640 dari 1.200 berkas."),
        (Part::Problem, "Pemindai dipakai bersama."),
        (Part::Cause, "Hanya ada satu alat."),
        (Part::Options, "Meminjam pemindai bidang umum."),
        (Part::Employee, "Saya mengantar ibu berobat."),
        (Part::Partner, "Disepakati bergantian membuka loket."),
        (Part::Result, "Jadwal loket diubah mulai Agustus."),
    ];
    TalkSheet {
        form,
        kind,
        agency: "DINAS KOMUNIKASI DAN INFORMATIKA".into(),
        dates: DateRange::year(2026),
        employee: officer(),
        rater: director(),
        partner: director(),
        words: words.into_iter().map(|(part, said)| (part, said.to_owned())).collect(),
        agenda: vec!["Terlambat: jumlah berkas".into()],
        indicators: vec![indicator(11, "Jumlah berkas yang terdigitalisasi", amount(1_200, "berkas"))],
        agreed: vec![Agreed {
            what: "Pinjam pemindai dari bidang umum".into(),
            owner: "Pegawai".into(),
            due: day(2026, 7, 31),
            done_on: None,
        }],
        adjust: true,
        signing: Signing { place: "Jakarta".into(), date: Some(day(2026, 7, 7)) },
    }
}

fn printed(name: &str, sheet: &TalkSheet) -> String {
    let pdf = Printer::new().print(&[Sheet::Talk(sheet)], made()).unwrap();
    keep(name, &pdf);
    flow(&pdf)
}

#[test]
fn b_1_6_coaching() {
    assert_in_order(
        &printed("b_1_6", &talk(TalkForm::Coaching, Kind::Bimbingan)),
        &[
            "PELAKSANAAN COACHING",
            "PERIODE PENILAIAN:",
            "PEGAWAI YANG DINILAI",
            "TUJUAN: APA YANG INGIN SAYA CAPAI? (diisi oleh Pegawai)",
            "INDIKATOR KINERJA INDIVIDU BASELINE TARGET (JIKA ADA) TARGET STRATEGI PENCAPAIAN TARGET",
            "Jumlah berkas yang terdigitalisasi",
            "Memindai setiap pagi",
            "FAKTA: DIMANA SAYA SEKARANG? (diisi oleh Pegawai)",
            "TARGET SKP PROGRES PENCAPAIAN TARGET MASALAH / HAMBATAN PENYEBAB",
            "Baru 640 dari 1.200 berkas.",
            "PELUANG: APA YANG DAPAT SAYA LAKUKAN? (diisi oleh Pegawai)",
            "Meminjam pemindai bidang umum.",
            "LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?",
            "STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
            "Pinjam pemindai dari bidang umum (Pegawai, 31 Juli 2026)",
            "YA",
            "Pegawai yang Dinilai",
            "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus",
            "* Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP",
        ],
    );
}

#[test]
fn b_1_10_problem_of_behaviour() {
    let said = printed("b_1_10", &talk(TalkForm::Problem, Kind::Konseling));
    assert_in_order(
        &said,
        &[
            "LAPORAN PERMASALAHAN PERILAKU KERJA",
            "MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?",
            "APAKAH ANDA MEMILIKI EKSPEKTASI KHUSUS TERHADAP YANG BERSANGKUTAN?",
            "Membuka loket pukul 08.00.",
            "JELASKAN SECARA DETIL PERMASALAHAN",
            "Datang terlambat tujuh kali",
            "APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?",
            "RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?",
            "YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:",
            "Dibicarakan pada 4 dan 18 Juni.",
            "Pejabat Penilai Kinerja",
        ],
    );
    for secret in ["mengantar ibu", "bergantian", "Jadwal loket", "Pinjam pemindai"] {
        assert!(!said.contains(secret), "the report tells nothing of the talk: {secret}");
    }
    assert!(!said.contains("PERIODE PENILAIAN"), "B.1.10 has no period line");
}

#[test]
fn a_record_prints_what_was_written_and_nothing_else() {
    let mut sheet = talk(TalkForm::Record, Kind::Konseling);
    sheet.words.retain(|part, _| matches!(part, Part::Reason | Part::Employee | Part::Result));
    let said = printed("konseling", &sheet);
    assert_in_order(
        &said,
        &[
            "REKAMAN INFORMASI HASIL KONSELING KINERJA",
            "AGENDA",
            "ALASAN",
            "CATATAN PEGAWAI",
            "Saya mengantar ibu berobat.",
            "HASIL",
            "TINDAK LANJUT",
            "Pinjam pemindai dari bidang umum",
            "31 Juli 2026",
            "Konselor",
        ],
    );
    assert!(!said.contains("CATATAN KONSELOR") && !said.contains("SIMPULAN"), "empty parts are left out");
}
