//! *Somebody looks at the structure*: the tree of units, and one unit with its posts and people.

use super::employee::standing_words;
use crate::{
    error::WebError,
    page::{self, Page},
    session::Visit,
};
use actions::people::see_unit::{UnitPage, UnitRow, see_tree, see_unit};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    ids::UnitId,
    people::Standing,
    permissions::{Action, Facts, may},
};

/// A unit in the tree, and which lists open before it and close behind it.
pub(super) struct Line {
    pub(super) row: UnitRow,
    pub(super) opens: bool,
    pub(super) closes: usize,
    pub(super) leaf: bool,
}

#[derive(Template)]
#[template(path = "people/tree.html")]
pub(super) struct TreePage {
    pub(super) page: Page,
    pub(super) lines: Vec<Line>,
    pub(super) may_change: bool,
    pub(super) may_export: bool,
    pub(super) may_list: bool,
}

impl Line {
    /// Behind this one the whole tree is closed: the outermost list stands in no item.
    fn closes_all(&self) -> bool {
        self.closes > self.row.depth
    }
}

/// Nested lists from rows that know their depth.
pub(super) fn lines(rows: Vec<UnitRow>) -> Vec<Line> {
    let depths: Vec<usize> = rows.iter().map(|row| row.depth).collect();
    rows.into_iter()
        .enumerate()
        .map(|(at, row)| {
            let before = at.checked_sub(1).map(|before| depths[before]);
            let after = depths.get(at + 1).copied();
            Line {
                opens: before.is_none_or(|before| before < row.depth),
                leaf: after.is_none_or(|after| after <= row.depth),
                closes: after.map_or(row.depth + 1, |after| row.depth.saturating_sub(after)),
                row,
            }
        })
        .collect()
}

/// `GET /unit`
pub(super) async fn tree(visit: Visit) -> Result<Response, WebError> {
    let rows = see_tree(&visit.ctx).await?;
    let can = |action| may(&visit.ctx.actor, action, &Facts::none()).is_ok();
    Ok(page::show(&TreePage {
        page: visit.page("people-tree-title"),
        lines: lines(rows),
        may_change: can(Action::PeopleWrite),
        may_export: can(Action::PeopleExport),
        may_list: can(Action::PeopleRead),
    }))
}

#[derive(Template)]
#[template(path = "people/unit.html")]
pub(super) struct UnitView {
    pub(super) page: Page,
    pub(super) found: UnitPage,
    pub(super) may_list: bool,
}

impl UnitView {
    /// What kind of acting it is; nothing for a definitive holder. (Templates hand over references.)
    fn standing(&self, standing: &Standing) -> Option<String> {
        (*standing != Standing::Definitif).then(|| standing_words(&self.page, *standing))
    }
}

/// `GET /unit/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<UnitId>) -> Result<Response, WebError> {
    let found = see_unit(&visit.ctx, id).await?;
    let mut page = visit.page("people-unit").under("/unit", "people-tree-title");
    page.title.clone_from(&found.unit.name);
    let may_list = may(&visit.ctx.actor, Action::PeopleRead, &Facts::none()).is_ok();
    Ok(page::show(&UnitView { page, found, may_list }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::people::Unit;

    #[test]
    fn lists_open_and_close_as_the_tree_does() {
        let row = |depth: usize| UnitRow {
            unit: Unit { id: UnitId(uuid::Uuid::nil()), parent: None, code: String::new(), name: String::new() },
            depth,
            posts: 0,
            people: 0,
            people_below: 0,
        };
        let shapes: Vec<_> = lines([0, 1, 2, 2, 1, 0, 1].map(row).into())
            .iter()
            .map(|line| (line.opens, line.closes, line.leaf))
            .collect();
        assert_eq!(
            shapes,
            [
                (true, 0, false),
                (true, 0, false),
                (true, 0, true),
                (false, 1, true),
                (false, 1, true),
                (false, 0, false),
                (true, 2, true)
            ]
        );
        let opened = shapes.iter().filter(|(opens, ..)| *opens).count();
        assert_eq!(opened, shapes.iter().map(|(_, closes, _)| closes).sum::<usize>());
    }
}
