//! Rows to bytes.

use crate::{
    Failure,
    people::import::{guard, guard_text},
};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Widest column, in characters.
const WIDEST: usize = 60;

/// A table as CSV, with a byte order mark: spreadsheet programs then read it as UTF-8.
pub(crate) fn csv(columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, Failure> {
    let broken = |error: csv::Error| Failure::Internal(format!("csv: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(columns).map_err(broken)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guard(cell))).map_err(broken)?;
    }
    writer.into_inner().map_err(|error| Failure::Internal(format!("csv: {error}")))
}

/// A table as a workbook with one sheet.
pub(crate) fn xlsx(name: &str, columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, Failure> {
    book(name, columns, rows).map_err(|error| Failure::Internal(format!("xlsx: {error}")))
}

fn book(name: &str, columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    // Text throughout, so that a NIP typed into the template keeps its last digits.
    let text = Format::new().set_num_format("@");
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, at) in columns.iter().zip(0..) {
        let longest = rows.iter().filter_map(|row| row.get(usize::from(at))).map(|cell| cell.chars().count()).max();
        let narrowest = column.len() + 2;
        sheet.set_column_width(at, longest.unwrap_or_default().clamp(narrowest, WIDEST.max(narrowest)) as f64)?;
        sheet.set_column_format(at, &text)?;
    }
    for (column, at) in columns.iter().zip(0..) {
        sheet.write_string_with_format(0, at, *column, &bold)?;
    }
    for (row, n) in rows.iter().zip(1..) {
        for (cell, at) in row.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
            sheet.write_string_with_format(n, at, guard_text(cell), &text)?;
        }
    }
    book.save_to_buffer()
}
