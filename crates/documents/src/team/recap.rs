//! Recap of a unit: a workbook with one row per employee, written row by row so that 300,000 people fit in little memory.

use crate::{
    printer::DocumentError,
    words::{self, NOTHING},
};
use chrono::{Datelike, NaiveDate};
use domain::{assessment::Rating, evaluation::Predikat, people::Nip, plan::workflow::State};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// What the recap is of.
#[derive(Clone, Debug)]
pub struct UnitRecap {
    /// Name of the agency.
    pub agency: String,
    /// Name of the unit.
    pub unit: String,
    /// The period in words ([`crate::period_name`]).
    pub period: String,
    /// The day the figures are of.
    pub on: NaiveDate,
}

/// How far feedback has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FeedbackStatus {
    /// None yet.
    #[default]
    Missing,
    /// Given to the employee.
    Given,
    /// Acknowledged by the employee.
    Acknowledged,
}

/// One employee.
#[derive(Clone, Debug)]
pub struct RecapRow {
    /// NIP or NI PPPK.
    pub nip: Option<Nip>,
    /// Name with titles.
    pub name: String,
    /// Jabatan.
    pub post: String,
    /// Unit kerja.
    pub unit: String,
    /// Name of the Pejabat Penilai Kinerja; empty if there is none.
    pub rater: String,
    /// How far the plan is; `None` without a plan.
    pub plan: Option<State>,
    /// Rating hasil kerja, once evaluated.
    pub hasil: Option<Rating>,
    /// Rating perilaku kerja, once evaluated.
    pub perilaku: Option<Rating>,
    /// Predikat, once evaluated.
    pub predikat: Option<Predikat>,
    /// Feedback on the evaluation.
    pub feedback: FeedbackStatus,
    /// When the evaluator signed.
    pub signed_on: Option<NaiveDate>,
    /// When the employee signed for it.
    pub received_on: Option<NaiveDate>,
}

const COLUMNS: [(&str, f64); 13] = [
    ("No", 6.0),
    ("NIP", 21.0),
    ("Nama", 32.0),
    ("Jabatan", 36.0),
    ("Unit kerja", 32.0),
    ("Pejabat Penilai Kinerja", 32.0),
    ("Status SKP", 22.0),
    ("Rating hasil kerja", 20.0),
    ("Rating perilaku kerja", 20.0),
    ("Predikat kinerja", 20.0),
    ("Umpan balik", 18.0),
    ("Ditandatangani penilai", 20.0),
    ("Diterima pegawai", 20.0),
];

/// Row of the column titles, counted from 0; the rows above say what the recap is of.
const HEAD: u32 = 4;
/// Days as Indonesians write them, whatever the language of the spreadsheet program (0421 is Indonesian).
const DATE: &str = "[$-421]d mmmm yyyy";

/// Writes the workbook. Rows come one by one and are not kept.
pub fn recap(of: &UnitRecap, rows: impl IntoIterator<Item = RecapRow>) -> Result<Vec<u8>, DocumentError> {
    let mut book = Workbook::new();
    // No clock: the file says it was made at the start of the day its figures are of.
    let made = DocProperties::new().set_title("Rekap kinerja pegawai").set_creation_datetime(&excel(of.on)?);
    book.set_properties(&made);
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("Rekap")?;
    let formats = Formats::new();
    head(sheet, of, &formats)?;
    let mut row = HEAD;
    for person in rows {
        row += 1;
        write(sheet, row, &person, &formats)?;
    }
    sheet.autofilter(HEAD, 0, row, (COLUMNS.len() - 1) as u16)?;
    Ok(book.save_to_buffer()?)
}

struct Formats {
    bold: Format,
    head: Format,
    text: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
        Self {
            bold: Format::new().set_bold(),
            head: cell
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0x00DE_EBF7))
                .set_align(FormatAlign::VerticalCenter),
            date: cell.clone().set_num_format(DATE).set_align(FormatAlign::Left),
            text: cell.set_num_format("@"),
        }
    }
}

fn head(sheet: &mut Worksheet, of: &UnitRecap, formats: &Formats) -> Result<(), DocumentError> {
    for (column, (_, width)) in COLUMNS.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 3)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD)?;
    let lines = [
        "REKAP KINERJA PEGAWAI".to_owned(),
        of.agency.clone(),
        of.unit.clone(),
        format!("Periode: {} · keadaan {}", of.period, words::date(of.on)),
    ];
    for (row, line) in (0..).zip(lines) {
        sheet.write_string_with_format(row, 0, line, &formats.bold)?;
    }
    for (column, (title, _)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(HEAD, column, title, &formats.head)?;
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, row: u32, person: &RecapRow, formats: &Formats) -> Result<(), DocumentError> {
    let unrated = "Belum dinilai";
    sheet.write_number_with_format(row, 0, f64::from(row - HEAD), &formats.text)?;
    let texts = [
        person.nip.as_ref().map_or(NOTHING, Nip::as_str),
        &person.name,
        &person.post,
        &person.unit,
        if person.rater.is_empty() { "Belum ada" } else { &person.rater },
        person.plan.map_or("Belum ada SKP", state),
        person.hasil.map_or(unrated, words::rating),
        person.perilaku.map_or(unrated, words::rating),
        person.predikat.map_or(unrated, words::predikat),
        match person.feedback {
            FeedbackStatus::Missing => "Belum ada",
            FeedbackStatus::Given => "Sudah diberikan",
            FeedbackStatus::Acknowledged => "Sudah ditanggapi",
        },
    ];
    for (column, text) in (1..).zip(texts) {
        sheet.write_string_with_format(row, column, text, &formats.text)?;
    }
    for (column, day) in (11..).zip([person.signed_on, person.received_on]) {
        match day {
            Some(day) => sheet.write_datetime_with_format(row, column, excel(day)?, &formats.date)?,
            None => sheet.write_string_with_format(row, column, "Belum", &formats.text)?,
        };
    }
    Ok(())
}

fn excel(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year().clamp(1900, 9999) as u16, day.month() as u8, day.day() as u8)
}

/// How far a plan is, in words.
const fn state(state: State) -> &'static str {
    match state {
        State::Draf => "Draf",
        State::Ditandatangani => "Ditandatangani pegawai",
        State::Dikembalikan => "Dikembalikan",
        State::Ditetapkan => "Ditetapkan",
        State::Klarifikasi => "Klarifikasi",
        State::Digantikan => "Digantikan",
        State::Dievaluasi => "Dievaluasi",
    }
}
