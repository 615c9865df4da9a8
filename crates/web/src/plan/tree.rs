//! *Somebody follows results* from a leader's down to each person (pohon kinerja).

use crate::{
    error::WebError,
    page::{self, Page},
    session::Visit,
    words::Words,
};
use actions::plan::see_tree::{TreePage, see_tree};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::{EmployeeId, SkpId},
    plan::cascade,
};

#[derive(Template)]
#[template(path = "plan/tree.html")]
pub(super) struct TreeView {
    page: Page,
    leader: String,
    plan: SkpId,
    matrix: String,
    branches: Vec<Twig>,
}

/// A result in the tree, drawn by itself with all that is below it.
#[derive(Template)]
#[template(path = "plan/_branch.html")]
struct Twig {
    words: Words,
    plan: SkpId,
    anchor: String,
    name: String,
    text: String,
    /// Shown unfolded at first.
    open: bool,
    /// Results below, at any depth.
    all_below: usize,
    below: Vec<Twig>,
}

/// `GET /pohon/{employee}/{year}`
pub async fn show(visit: Visit, Path((employee, year)): Path<(EmployeeId, i32)>) -> Result<Response, WebError> {
    let tree = see_tree(&visit.ctx, employee, year).await?;
    let title = Text::new("plan-title").with("year", year);
    let shown = visit.page("plan-tree").under(format!("/skp/{}", tree.top.id), title);
    Ok(page::show(&TreeView::new(shown, &tree)))
}

impl TreeView {
    pub(super) fn new(page: Page, tree: &TreePage) -> Self {
        Self {
            leader: tree.names.get(&tree.top.employee).cloned().unwrap_or_default(),
            plan: tree.top.id,
            matrix: format!("/matriks/{}/{}", tree.top.employee, tree.top.year),
            branches: tree.branches.iter().map(|branch| twig(page.words, tree, branch, 0)).collect(),
            page,
        }
    }
}

/// Levels unfolded at first.
const UNFOLDED: usize = 1;

fn twig(words: Words, tree: &TreePage, branch: &cascade::Branch, depth: usize) -> Twig {
    let below: Vec<Twig> = branch.below.iter().map(|branch| twig(words, tree, branch, depth + 1)).collect();
    Twig {
        words,
        plan: branch.skp,
        anchor: format!("hasil.{}", branch.rhk),
        name: tree.names.get(&branch.employee).cloned().unwrap_or_default(),
        text: branch.text.clone(),
        open: depth < UNFOLDED,
        all_below: below.iter().map(|twig| twig.all_below + 1).sum(),
        below,
    }
}
