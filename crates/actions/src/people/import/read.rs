//! From an uploaded file to a table: what kind of file it is, which separator, which sheet.

use super::{
    columns::Kind,
    encoding::decode,
    json,
    table::{ENOUGH, MAX_ROWS, Numbered, Table, best_score},
    xlsx,
};
use csv::{ReaderBuilder, StringRecord};
use domain::decision::Text;

/// Longest cell, in bytes; a longer one is a quotation mark that was never closed.
const LONGEST_CELL: usize = 20_000;
const SEPARATORS: [u8; 4] = *b",;\t|";

/// Reads a file. What it is follows from its content, not from its name.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<Table, Text> {
    let json = (kind == Kind::Skp).then_some(json::rows as Json);
    let (rows, remark) = grid(bytes, &|rows| best_score(kind, rows), json)?;
    let mut table = Table::new(kind, rows)?;
    table.remarks.extend(remark);
    Ok(table)
}

/// How JSON is read into rows, where it is taken.
pub(crate) type Json = fn(&str) -> Result<Vec<Numbered>, Text>;

/// Rows of any file, its header among them, and a remark if the encoding had to be guessed. `score`: how well some rows are
/// understood, which tells the separator and the sheet.
pub(crate) fn grid(
    bytes: &[u8],
    score: &dyn Fn(&[Numbered]) -> usize,
    json: Option<Json>,
) -> Result<(Vec<Numbered>, Option<Text>), Text> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Text::new("import-file-empty"));
    }
    if begins(b"PK\x03\x04") {
        return Ok((xlsx::rows(score, bytes)?, None));
    }
    if begins(b"\xd0\xcf\x11\xe0") {
        return Err(Text::new("import-file-old-excel"));
    }
    if begins(b"%PDF") {
        return Err(Text::new("import-file-pdf"));
    }
    let (text, remark) = decode(bytes)?;
    let first = text.trim_start().chars().next();
    if let Some(json) = json.filter(|_| matches!(first, Some('[' | '{'))) {
        return Ok((json(&text)?, None));
    }
    if first == Some('<') {
        return Err(Text::new("import-file-html"));
    }
    Ok((separated(score, &text)?, remark))
}

/// Rows of separated values; the separator is the one under which the header is best understood.
fn separated(score: &dyn Fn(&[Numbered]) -> usize, text: &str) -> Result<Vec<Numbered>, Text> {
    // Spreadsheets may say so themselves in a first line.
    let (said, text, before) = match text.split_once('\n') {
        Some((first, rest)) => match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
            Some([separator]) => (Some(*separator), rest, 1),
            _ => (None, text, 0),
        },
        None => (None, text, 0),
    };
    let separator = if let Some(separator) = said {
        separator
    } else {
        let scored = SEPARATORS.map(|separator| {
            let rows = records(text, separator, before, ENOUGH).unwrap_or_default();
            let cells = rows.iter().map(|(_, row)| row.len()).max().unwrap_or_default();
            (score(&rows), cells, separator)
        });
        // The first of equals, as they stand in order of custom.
        scored.into_iter().rev().max_by_key(|(score, cells, _)| (*score, *cells)).map_or(b',', |(.., s)| s)
    };
    let rows = records(text, separator, before, MAX_ROWS + ENOUGH)?;
    match rows.iter().find(|(_, row)| row.iter().any(|cell| cell.len() > LONGEST_CELL)) {
        Some((row, _)) => Err(Text::new("import-quote-open").with("row", *row as i64)),
        None => Ok(rows),
    }
}

fn records(text: &str, separator: u8, before: u64, most: usize) -> Result<Vec<Numbered>, Text> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let (mut rows, mut record) = (Vec::new(), StringRecord::new());
    let (mut row, mut line) = (before, reader.position().line());
    while rows.len() < most {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(Text::new("import-file-broken").with("detail", error.to_string())),
        }
        // Blank lines are rows to a spreadsheet, but the reader of records passes over them.
        let after = reader.position().line();
        let own = record.iter().map(lines_in).sum::<u64>() + 1;
        row += 1 + (after - line).saturating_sub(own);
        line = after;
        rows.push((row, record.clone()));
    }
    Ok(rows)
}

fn lines_in(cell: &str) -> u64 {
    cell.bytes().filter(|byte| *byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{export::write, import::table::clean};
    use proptest::prelude::*;

    fn cells(table: &Table, columns: &[&str]) -> Vec<String> {
        let row = |row: &StringRecord| columns.iter().map(|c| table.cell(row, c)).collect::<Vec<_>>().join("/");
        table.rows.iter().map(|(n, cells)| format!("{n}:{}", row(cells))).collect()
    }

    #[test]
    fn every_usual_separator_is_read() {
        for text in [
            "kode,nama,induk\nA,\"Dinas Sosial, Kota\",\nB,Bidang A,A\n",
            "kode;nama;induk\r\nA;Dinas Sosial, Kota;\r\nB;Bidang A;A\r\n",
            "kode\tnama\tinduk\nA\tDinas Sosial, Kota\t\nB\tBidang A\tA",
            "kode|nama|induk\nA|Dinas Sosial, Kota|\nB|Bidang A|A",
        ] {
            let table = read(Kind::Unit, text.as_bytes()).unwrap();
            assert_eq!(
                cells(&table, &["kode", "nama", "induk"]),
                ["2:A/Dinas Sosial, Kota/", "3:B/Bidang A/A"],
                "{text}"
            );
        }
        let said = read(Kind::Unit, b"sep=;\nkode;nama\nA;Dinas\n").unwrap();
        assert_eq!(cells(&said, &["kode", "nama"]), ["3:A/Dinas"]);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let text = "kode,nama\nA,\"Dinas\nSosial\"\n\n\nB,Bidang\n";
        assert_eq!(cells(&read(Kind::Unit, text.as_bytes()).unwrap(), &["kode"]), ["2:A", "5:B"]);
    }

    #[test]
    fn what_is_no_table_is_named() {
        for (bytes, key) in [
            (&b""[..], "import-file-empty"),
            (b" \r\n ", "import-file-empty"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "import-file-old-excel"),
            (b"%PDF-1.7", "import-file-pdf"),
            (b"<html><table>", "import-file-html"),
            (b"PK\x03\x04 cut off", "import-xlsx-broken"),
            (b"halo", "import-columns-missing"),
        ] {
            assert_eq!(read(Kind::Unit, bytes).unwrap_err().key, key);
        }
        let open = format!("kode,nama\nA,\"Dinas\n{}", "B,Bidang\n".repeat(3000));
        assert_eq!(read(Kind::Unit, open.as_bytes()).unwrap_err().key, "import-quote-open");
    }

    proptest! {
        /// Whatever people write into cells: separators, quotes, line ends, formulas, other scripts.
        #[test]
        fn what_is_written_out_is_read_back(
            rows in prop::collection::vec(prop::collection::vec("[a-zé,;|\"'=+@%0-9\n\t -]{0,12}", 3), 1..6),
        ) {
            let rows: Vec<Vec<String>> = rows
                .into_iter()
                .map(|row| row.iter().map(|cell| clean(cell).to_owned()).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            prop_assume!(!rows.is_empty());
            let columns: Vec<&str> = Kind::Unit.columns().iter().map(|column| column.name).collect();
            for bytes in [write::csv(&columns, &rows).unwrap(), write::xlsx("unit", &columns, &rows).unwrap()] {
                let table = read(Kind::Unit, &bytes).unwrap();
                let back: Vec<Vec<String>> = table
                    .rows
                    .iter()
                    .map(|(_, row)| ["kode", "nama", "induk"].map(|column| table.cell(row, column).to_owned()).to_vec())
                    .collect();
                prop_assert_eq!(&back, &rows);
            }
        }
    }
}
