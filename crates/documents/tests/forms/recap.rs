//! The recap workbook, read back cell by cell.

use crate::fixtures::day;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use documents::{FeedbackStatus, RecapRow, UnitRecap, recap};
use domain::{assessment::Rating, evaluation::Predikat, people::Nip, plan::workflow::State};
use std::io::Cursor;

fn row(nip: Option<&str>, name: &str) -> RecapRow {
    RecapRow {
        nip: nip.map(|n| Nip::trusted(n.into())),
        name: name.into(),
        post: "Pengelola Data".into(),
        unit: "Direktorat II".into(),
        rater: "Yohana Tabuni, S.T.".into(),
        plan: None,
        hasil: None,
        perilaku: None,
        predikat: None,
        feedback: FeedbackStatus::Missing,
        signed_on: None,
        received_on: None,
    }
}

fn unit() -> UnitRecap {
    UnitRecap {
        agency: "KEMENTERIAN CONTOH".into(),
        unit: "Direktorat II".into(),
        period: "Triwulan II 2026".into(),
        on: day(2026, 7, 7),
    }
}

#[test]
fn one_row_per_employee() {
    let rated = RecapRow {
        plan: Some(State::Ditetapkan),
        hasil: Some(Rating::Sesuai),
        perilaku: Some(Rating::Diatas),
        predikat: Some(Predikat::Baik),
        feedback: FeedbackStatus::Acknowledged,
        signed_on: Some(day(2026, 7, 7)),
        received_on: Some(day(2026, 7, 9)),
        ..row(Some("198809172014021003"), "Made Suryadi, S.T.")
    };
    let sly = RecapRow { rater: String::new(), ..row(None, "=HYPERLINK(\"http://x\")") };
    let bytes = recap(&unit(), [rated, sly]).unwrap();

    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Rekap").unwrap();
    let texts = |row: u32| -> Vec<String> {
        (0..13).map(|column| range.get_value((row, column)).map(ToString::to_string).unwrap_or_default()).collect()
    };
    assert_eq!(texts(0)[0], "REKAP KINERJA PEGAWAI");
    assert_eq!(texts(3)[0], "Periode: Triwulan II 2026 · keadaan 7 Juli 2026");
    assert_eq!(
        texts(4),
        [
            "No",
            "NIP",
            "Nama",
            "Jabatan",
            "Unit kerja",
            "Pejabat Penilai Kinerja",
            "Status SKP",
            "Rating hasil kerja",
            "Rating perilaku kerja",
            "Predikat kinerja",
            "Umpan balik",
            "Ditandatangani penilai",
            "Diterima pegawai"
        ]
    );
    assert_eq!(
        texts(5)[..11],
        [
            "1",
            "198809172014021003",
            "Made Suryadi, S.T.",
            "Pengelola Data",
            "Direktorat II",
            "Yohana Tabuni, S.T.",
            "Ditetapkan",
            "Sesuai Ekspektasi",
            "Diatas Ekspektasi",
            "Baik",
            "Sudah ditanggapi"
        ]
    );
    assert_eq!(range.get_value((5, 1)), Some(&Data::String("198809172014021003".into())), "NIP is text, not a number");
    for (column, date) in [(11, day(2026, 7, 7)), (12, day(2026, 7, 9))] {
        let Some(Data::DateTime(value)) = range.get_value((5, column)) else {
            panic!("{:?}", range.get_value((5, column)))
        };
        assert_eq!(value.to_ymd_hms_milli(), (date_parts(date).0, date_parts(date).1, date_parts(date).2, 0, 0, 0, 0));
    }
    assert_eq!(
        texts(6)[1..],
        [
            "-",
            "=HYPERLINK(\"http://x\")",
            "Pengelola Data",
            "Direktorat II",
            "Belum ada",
            "Belum ada SKP",
            "Belum dinilai",
            "Belum dinilai",
            "Belum dinilai",
            "Belum ada",
            "Belum",
            "Belum"
        ]
    );
    assert!(book.worksheet_formula("Rekap").unwrap().is_empty(), "typed text is no formula");
}

fn date_parts(date: chrono::NaiveDate) -> (u16, u8, u8) {
    use chrono::Datelike;
    (date.year() as u16, date.month() as u8, date.day() as u8)
}

#[test]
fn the_same_rows_give_the_same_file_and_an_empty_unit_still_has_its_head() {
    let rows = || (0..50).map(|n| row(None, &format!("Pegawai {n}")));
    assert_eq!(recap(&unit(), rows()).unwrap(), recap(&unit(), rows()).unwrap());
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(recap(&unit(), []).unwrap())).unwrap();
    assert_eq!(book.worksheet_range("Rekap").unwrap().get_value((4, 2)), Some(&Data::String("Nama".into())));
}
