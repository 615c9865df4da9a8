//! A file as rows under named columns: where the header is, which column is which, what a row is too long for.

use super::{columns::Kind, report::BadRow};
use csv::StringRecord;
use domain::decision::Text;

/// Rows looked through for the header: letterheads and titles often stand above it.
const HEADER_WITHIN: usize = 15;
/// Most rows taken in one file.
pub(super) const MAX_ROWS: usize = 500_000;

/// One row and its number as a spreadsheet counts.
pub(crate) type Numbered = (u64, StringRecord);

/// A file, read.
#[derive(Debug)]
pub(super) struct Table {
    kind: Kind,
    /// Where each of the kind's columns stands, if the file has it.
    places: Vec<Option<usize>>,
    header: Vec<String>,
    pub(super) rows: Vec<Numbered>,
    /// What the reader should know about how the file was read.
    pub(super) remarks: Vec<Text>,
}

impl Table {
    /// Finds the header and matches the columns; says what is missing or unknown.
    pub(super) fn new(kind: Kind, mut rows: Vec<Numbered>) -> Result<Self, Text> {
        let at = header_at(kind, &rows).ok_or(Text::new("import-file-empty"))?;
        let header: Vec<String> = rows[at].1.iter().map(|cell| clean(cell).to_owned()).collect();
        rows.drain(..=at);
        rows.retain(|(_, cells)| cells.iter().any(|cell| !clean(cell).is_empty()));
        let places: Vec<Option<usize>> = kind
            .columns()
            .iter()
            .map(|column| header.iter().position(|written| kind.column(written) == Some(column)))
            .collect();
        let missing: Vec<&str> = kind
            .columns()
            .iter()
            .zip(&places)
            .filter(|(column, place)| column.required && place.is_none())
            .map(|(column, _)| column.name)
            .collect();
        if !missing.is_empty() {
            return Err(Text::new("import-columns-missing").with("columns", missing.join(", ")));
        }
        check_header(kind, &header)?;
        if rows.is_empty() {
            return Err(Text::new("import-no-rows"));
        }
        if rows.len() > MAX_ROWS {
            return Err(Text::new("import-too-many-rows").with("max", MAX_ROWS as i64));
        }
        Ok(Self { kind, places, header, rows, remarks: Vec::new() })
    }

    /// Does the file have this column?
    pub(super) fn has(&self, column: &str) -> bool {
        self.place(column).is_some()
    }

    /// A cell, cleaned; empty where there is none.
    pub(super) fn cell<'t>(&self, row: &'t StringRecord, column: &str) -> &'t str {
        self.place(column).and_then(|place| row.get(place)).map(clean).unwrap_or_default()
    }

    /// The column as the file calls it.
    pub(super) fn written<'t>(&'t self, column: &'t str) -> &'t str {
        self.place(column).map_or(column, |place| &self.header[place])
    }

    /// A row that has more cells than the header: a separator stands in a text without quotation marks.
    pub(super) fn overflow(&self, number: u64, row: &StringRecord) -> Option<BadRow> {
        let more = row.iter().skip(self.header.len()).find(|cell| !clean(cell).is_empty())?;
        Some(BadRow {
            row: number,
            column: String::new(),
            value: more.chars().take(80).collect(),
            says: Text::new("import-row-too-long")
                .with("have", row.len() as i64)
                .with("want", self.header.len() as i64),
        })
    }

    fn place(&self, column: &str) -> Option<usize> {
        let at = self.kind.columns().iter().position(|known| known.name == column);
        debug_assert!(at.is_some(), "{column} is no column of {}", self.kind.code());
        at.and_then(|at| self.places[at])
    }
}

/// How many columns of the kind a row names, if it were the header.
pub(super) fn score(kind: Kind, row: &StringRecord) -> usize {
    row.iter().filter(|cell| kind.column(cell).is_some()).count()
}

/// The best score among the rows where a header may be.
pub(super) fn best_score(kind: Kind, rows: &[Numbered]) -> usize {
    rows.iter().take(HEADER_WITHIN).map(|(_, row)| score(kind, row)).max().unwrap_or_default()
}

/// How many rows are enough to find the header.
pub(super) const ENOUGH: usize = HEADER_WITHIN;

fn header_at(kind: Kind, rows: &[Numbered]) -> Option<usize> {
    let filled = |row: &StringRecord| row.iter().any(|cell| !clean(cell).is_empty());
    let first = rows.iter().position(|(_, row)| filled(row))?;
    let (mut at, mut best) = (first, 0);
    for (n, (_, row)) in rows.iter().enumerate().take(first + HEADER_WITHIN).skip(first) {
        // The first of equals: a data row may look like a header too.
        if score(kind, row) > best {
            (at, best) = (n, score(kind, row));
        }
    }
    Some(at)
}

fn check_header(kind: Kind, header: &[String]) -> Result<(), Text> {
    for (at, written) in header.iter().enumerate().filter(|(_, written)| !written.is_empty()) {
        match kind.column(written) {
            Some(column) if header[..at].iter().any(|earlier| kind.column(earlier) == Some(column)) => {
                return Err(Text::new("import-column-twice").with("column", written.as_str()));
            }
            Some(_) => {}
            None if kind.passes_over(written) => {}
            None => {
                let says = match kind.nearest(written) {
                    Some(near) => {
                        Text::new("import-column-misspelt").with("column", written.as_str()).with("near", near)
                    }
                    None => Text::new("import-column-unknown").with("column", written.as_str()).with(
                        "columns",
                        kind.columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", "),
                    ),
                };
                return Err(says);
            }
        }
    }
    Ok(())
}

/// A cell without the blanks around it, visible or not, and without the mark that keeps a spreadsheet from taking
/// it for a formula (see [`guard`]).
pub(crate) fn clean(cell: &str) -> &str {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || "\u{feff}\u{200b}\u{a0}".contains(c));
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// A cell as it is written into CSV: one that a spreadsheet would run gets a mark in front, which [`clean`] takes away.
pub(in crate::people) fn guard(cell: &str) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// The same for files in which text is marked as text: only what [`clean`] would take apart.
pub(in crate::people) fn guard_text(cell: &str) -> String {
    if clean(cell) == cell { cell.to_owned() } else { format!("'{cell}") }
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &[&[&str]]) -> Vec<Numbered> {
        text.iter().zip(1..).map(|(cells, n)| (n, cells.iter().copied().collect())).collect()
    }

    #[test]
    fn the_header_is_found_under_a_letterhead() {
        let table = Table::new(
            Kind::Unit,
            rows(&[
                &["PEMERINTAH KOTA"],
                &["Daftar unit"],
                &[],
                &["No", "Kode", "Nama Unit"],
                &["1", "A", "Dinas"],
                &["", " "],
            ]),
        )
        .unwrap();
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.cell(&table.rows[0].1, "nama"), "Dinas");
        assert_eq!((table.rows[0].0, table.written("nama"), table.has("induk")), (5, "Nama Unit", false));
    }

    #[test]
    fn what_is_wrong_with_a_header_is_said() {
        for (header, key) in [
            (vec!["kode", "induk"], "import-columns-missing"),
            (vec!["kode", "nama", "id"], "import-column-twice"),
            (vec!["kode", "nama", "indux"], "import-column-misspelt"),
            (vec!["kode", "nama", "warna"], "import-column-unknown"),
            (vec!["kode", "nama"], "import-no-rows"),
            (vec![], "import-file-empty"),
        ] {
            assert_eq!(Table::new(Kind::Unit, rows(&[&header])).unwrap_err().key, key, "{header:?}");
        }
    }

    #[test]
    fn a_row_that_runs_over_is_seen() {
        let table =
            Table::new(Kind::Unit, rows(&[&["kode", "nama"], &["A", "Dinas"], &["B", "Bidang A", " B"]])).unwrap();
        assert!(table.overflow(2, &table.rows[0].1).is_none());
        assert_eq!(table.overflow(3, &table.rows[1].1).unwrap().value, " B");
    }

    proptest! {
        #[test]
        fn guarded_cells_come_back(cell in "['=+@-]{0,3}[a-z ]{0,4}") {
            let cell = cell.trim();
            let (guarded, text) = (guard(cell), guard_text(cell));
            prop_assert_eq!((clean(&guarded), clean(&text)), (cell, cell));
            prop_assert!(!is_formula(&guarded));
        }
    }
}
