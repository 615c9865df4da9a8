//! Rows of an XLSX workbook, cell after cell: the sheet whose header is best understood, values as people see them.

use super::table::{ENOUGH, MAX_ROWS, Numbered};
use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use csv::StringRecord;
use domain::decision::Text;
use std::io::Cursor;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Rows of the sheet that fits best.
pub(super) fn rows(fits: &dyn Fn(&[Numbered]) -> usize, bytes: &[u8]) -> Result<Vec<Numbered>, Text> {
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let sheets = workbook.sheet_names();
    let mut best: Option<(usize, &String)> = None;
    for sheet in &sheets {
        let head = sheet_rows(&mut workbook, sheet, ENOUGH)?;
        let score = fits(&head);
        if best.is_none_or(|(found, _)| score > found) {
            best = Some((score, sheet));
        }
    }
    match best {
        Some((_, sheet)) => sheet_rows(&mut workbook, sheet, MAX_ROWS + ENOUGH),
        None => Err(Text::new("import-file-empty")),
    }
}

fn sheet_rows(workbook: &mut Workbook<'_>, sheet: &str, most: usize) -> Result<Vec<Numbered>, Text> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        // A sheet that holds a chart has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(broken(&error)),
    };
    let mut rows: Vec<Numbered> = Vec::new();
    // Cells of the row being read, by column.
    let mut current: (u32, Vec<String>) = (0, Vec::new());
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| broken(&error))? {
        let (row, column) = cell.get_position();
        if row != current.0 {
            finish(&mut rows, &mut current, row);
            if rows.len() > most {
                return Ok(rows);
            }
        }
        let percent = reader
            .styles()
            .get(style)
            .and_then(|style| style.number_format.as_ref())
            .is_some_and(|format| format.format_code.contains('%'));
        let value = shown(cell.get_value(), percent);
        if !value.is_empty() {
            current.1.resize((column as usize + 1).max(current.1.len()), String::new());
            current.1[column as usize] = value;
        }
    }
    finish(&mut rows, &mut current, 0);
    Ok(rows)
}

fn finish(rows: &mut Vec<Numbered>, current: &mut (u32, Vec<String>), next: u32) {
    let cells = std::mem::take(&mut current.1);
    if !cells.is_empty() {
        rows.push((u64::from(current.0) + 1, StringRecord::from(cells)));
    }
    current.0 = next;
}

/// A value as text: dates as `2026-01-31`, numbers as Indonesians write them.
fn shown(value: &DataRef<'_>, percent: bool) -> String {
    match value {
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) if percent => format!("{}%", number(n * 100.0)),
        DataRef::Float(n) => number(*n),
        DataRef::Bool(yes) => if *yes { "ya" } else { "tidak" }.to_owned(),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
            let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
            format!("{year:04}-{month:02}-{day:02}{time}")
        }
        DataRef::DateTime(duration) => number(duration.as_f64()),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Whole numbers in full (a NIP that lost its last digits shows as such), others with a decimal comma.
fn number(n: f64) -> String {
    let rounded = (n * 10_000.0).round() / 10_000.0;
    if rounded.fract() == 0.0 && rounded.abs() < 1e21 {
        // Beyond 2^53 a spreadsheet has already dropped digits: written so that it is not taken for a number.
        if rounded.abs() > 9_007_199_254_740_992.0 { format!("{n:E}") } else { format!("{rounded:.0}") }
    } else {
        rounded.to_string().replace('.', ",")
    }
}

fn broken(error: &XlsxError) -> Text {
    match error {
        XlsxError::Password => Text::new("import-xlsx-password"),
        other => Text::new("import-xlsx-broken").with("detail", other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::columns::Kind, super::table::best_score, *};
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

    #[test]
    fn the_fitting_sheet_is_read_as_people_see_it() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Petunjuk").unwrap().write(0, 0, "Isi lembar sebelah").unwrap();
        let sheet = book.add_worksheet();
        for (column, name) in ["nip", "nama", "status", "mulai"].iter().enumerate() {
            sheet.write(2, column as u16, *name).unwrap();
        }
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let date = ExcelDateTime::from_ymd(2026, 1, 31).unwrap();
        sheet.write(3, 0, "199001012015011001").unwrap();
        sheet.write(3, 3, date).unwrap().set_cell_format(3, 3, &day).unwrap();
        sheet.write(5, 0, 199_001_012_015_011_001_f64).unwrap();
        sheet.write(5, 1, 61.95).unwrap();
        sheet.write_with_format(5, 2, 0.8, &Format::new().set_num_format("0%")).unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let rows = rows(&|rows| best_score(Kind::Pegawai, rows), &bytes).unwrap();
        let shown: Vec<(u64, Vec<&str>)> = rows.iter().map(|(n, row)| (*n, row.iter().collect())).collect();
        assert_eq!(
            shown,
            [
                (3, vec!["nip", "nama", "status", "mulai"]),
                (4, vec!["199001012015011001", "", "", "2026-01-31"]),
                (6, vec!["1.99001012015011E17", "61,95", "80%"]),
            ]
        );
    }

    #[test]
    fn a_broken_workbook_is_named() {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "kode").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let fits = |rows: &[Numbered]| best_score(Kind::Unit, rows);
        assert_eq!(rows(&fits, &bytes[..bytes.len() / 2]).unwrap_err().key, "import-xlsx-broken");
        assert_eq!(rows(&fits, b"PK\x03\x04").unwrap_err().key, "import-xlsx-broken");
    }
}
