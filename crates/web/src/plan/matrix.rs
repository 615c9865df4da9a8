//! *A leader reads the matriks peran hasil* (form A.1.5): results across, people down.

use crate::{
    error::WebError,
    page::{self, Page},
    session::Visit,
};
use actions::plan::see_matrix::{MatrixPage, see_matrix};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::{EmployeeId, RhkId, SkpId},
    plan::Form,
};

#[derive(Template)]
#[template(path = "plan/matrix.html")]
pub(super) struct MatrixView {
    page: Page,
    leader: String,
    post: String,
    plan: SkpId,
    tree: String,
    print: String,
    /// The leader's indicators stand above the columns (JPT), else the results.
    by_indicator: bool,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

struct Column {
    n: usize,
    text: String,
    indicators: Vec<String>,
    /// Nobody has taken it on.
    unclaimed: bool,
}

struct Row {
    name: String,
    post: String,
    plan: Option<SkpId>,
    /// Short name of the column, and the roles under it.
    cells: Vec<(usize, Vec<String>)>,
}

/// `GET /matriks/{employee}/{year}`
pub async fn show(visit: Visit, Path((employee, year)): Path<(EmployeeId, i32)>) -> Result<Response, WebError> {
    let matrix = see_matrix(&visit.ctx, employee, year).await?;
    let title = Text::new("plan-title").with("year", year);
    let shown = visit.page("plan-matrix").under(format!("/skp/{}", matrix.plan.id), title);
    Ok(page::show(&MatrixView::new(shown, &matrix)))
}

/// The roles of a person under each column, from all of their plans in the matrix.
pub(super) fn roles_of(matrix: &MatrixPage, employee: EmployeeId) -> (Option<SkpId>, Vec<Vec<String>>) {
    let mut cells = vec![Vec::new(); matrix.matrix.columns.len()];
    let mut plan = None;
    for row in matrix.matrix.rows.iter().filter(|row| row.employee == employee) {
        plan = Some(row.skp);
        for (all, cell) in cells.iter_mut().zip(&row.cells) {
            all.extend(cell.iter().map(|role| role.text.clone()));
        }
    }
    (plan, cells)
}

impl MatrixView {
    pub(super) fn new(page: Page, matrix: &MatrixPage) -> Self {
        let title_of =
            |person: &actions::Person| person.post.as_ref().map(|post| post.title.clone()).unwrap_or_default();
        let unclaimed: Vec<RhkId> = matrix.matrix.unclaimed();
        let columns = matrix.matrix.columns.iter().enumerate().map(|(n, column)| Column {
            n: n + 1,
            text: column.text.clone(),
            indicators: column.indicators.clone(),
            unclaimed: unclaimed.contains(&column.rhk),
        });
        let rows = matrix.people.iter().map(|person| {
            let (plan, cells) = roles_of(matrix, person.employee.id);
            Row {
                name: person.employee.name.clone(),
                post: title_of(person),
                plan,
                cells: cells.into_iter().enumerate().map(|(n, roles)| (n + 1, roles)).collect(),
            }
        });
        let at = format!("{}/{}", matrix.plan.employee, matrix.plan.year);
        Self {
            leader: matrix.leader.employee.name.clone(),
            post: title_of(&matrix.leader),
            plan: matrix.plan.id,
            tree: format!("/pohon/{at}"),
            print: format!("/matriks/{at}/cetak"),
            by_indicator: matrix.plan.form == Form::Jpt,
            columns: columns.collect(),
            rows: rows.collect(),
            page,
        }
    }

    fn gaps(&self) -> usize {
        self.columns.iter().filter(|column| column.unclaimed).count()
    }
}
