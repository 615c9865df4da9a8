//! Matriks pembagian peran dan hasil, form A.1.5: the leader's indicators (or results) across, the team down.

use crate::{
    form::{Cell, Head},
    ink::Ink,
    paper::PORTRAIT,
    party::or_nothing,
    words,
};
use domain::{ids::EmployeeId, plan::cascade::Matrix, time::DateRange};
use serde::Serialize;

/// Most columns of roles beside one another; more go into a table of their own below.
const ACROSS: usize = 4;

/// A matrix: the unit's, and one for each team below it if there are teams.
#[derive(Clone, Debug)]
pub struct MatrixSheet {
    /// Name of the agency.
    pub agency: String,
    /// Unit the matrix is of; stands under the title.
    pub unit: String,
    /// Days the plans cover.
    pub dates: DateRange,
    /// First the leader's table, then those of the teams (two-level variant).
    pub tables: Vec<MatrixTable>,
}

/// One level: a leader and those who support them.
#[derive(Clone, Debug)]
pub struct MatrixTable {
    /// Leader's name.
    pub name: String,
    /// Leader's post.
    pub post: String,
    /// What is shared out: indicators of a JPT, otherwise the leader's intended results.
    pub columns: Vec<String>,
    /// Those who take it on.
    pub rows: Vec<MatrixRow>,
}

impl MatrixTable {
    /// The table of a computed matrix. `by_indicator`: the leader is a JPT or pimpinan, whose indicators stand
    /// above the columns instead of the results; `who` gives name and post.
    pub fn of(
        matrix: &Matrix,
        leader: (&str, &str),
        by_indicator: bool,
        who: impl Fn(EmployeeId) -> (String, String),
    ) -> Self {
        let column = |column: &domain::plan::cascade::Column| {
            if by_indicator && !column.indicators.is_empty() {
                column.indicators.join("\n")
            } else {
                column.text.clone()
            }
        };
        let row = |row: &domain::plan::cascade::Row| {
            let (name, post) = who(row.employee);
            let roles = row.cells.iter().map(|cell| cell.iter().map(|role| role.text.clone()).collect()).collect();
            MatrixRow { name, post, roles }
        };
        Self {
            name: leader.0.to_owned(),
            post: leader.1.to_owned(),
            columns: matrix.columns.iter().map(column).collect(),
            rows: matrix.rows.iter().map(row).collect(),
        }
    }
}

/// One employee's part.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
    /// Intended results by column, in the order of [`MatrixTable::columns`]; none means no role there.
    pub roles: Vec<Vec<String>>,
}

/// What `matrix.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    head: Head,
    tables: Vec<Table>,
}

#[derive(Debug, Serialize)]
struct Table {
    columns: Vec<f64>,
    leader: Vec<Cell>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: Cell,
    post: Cell,
    roles: Vec<Vec<Cell>>,
}

pub(crate) fn view(sheet: &MatrixSheet, ink: &Ink) -> View {
    let foot = ink.text(&format!("Format A.1.5 · {}", sheet.unit));
    let period = format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.dates));
    let unit = ink.text(&sheet.unit.to_uppercase()).0;
    let titles = ["MATRIKS PEMBAGIAN PERAN DAN HASIL", unit.as_str()];
    View {
        head: Head::new(PORTRAIT, &titles, ink.text(&sheet.agency), period, foot),
        tables: sheet.tables.iter().flat_map(|table| cut(table, ink)).collect(),
    }
}

/// A table no wider than the paper: further columns are repeated below with the same people.
fn cut(table: &MatrixTable, ink: &Ink) -> Vec<Table> {
    let starts = (0..table.columns.len().max(1)).step_by(ACROSS);
    starts
        .map(|start| {
            let shown: Vec<&String> = table.columns.iter().skip(start).take(ACROSS).collect();
            let each = 59.0 / shown.len().max(1) as f64;
            let shares: Vec<f64> = [24.0, 17.0].into_iter().chain(shown.iter().map(|_| each)).collect();
            let widths = if shown.is_empty() { vec![24.0, 17.0, 59.0] } else { shares };
            let columns = PORTRAIT.columns(&widths);
            let mut leader = vec![ink.cell(or_nothing(&table.name), columns[0]), ink.cell(&table.post, columns[1])];
            leader.extend(shown.iter().enumerate().map(|(i, text)| ink.cell(text, columns[2 + i])));
            leader.resize(columns.len(), Cell::default());
            let rows = table.rows.iter().map(|row| Row {
                name: ink.cell(or_nothing(&row.name), columns[0]),
                post: ink.cell(&row.post, columns[1]),
                roles: (start..start + columns.len() - 2)
                    .zip(&columns[2..])
                    .map(|(i, width)| ink.list(row.roles.get(i).into_iter().flatten(), *width))
                    .collect(),
            });
            Table { leader, rows: rows.collect(), columns }
        })
        .collect()
}
