//! *Somebody compares versions* of a plan: what stood before, what stands now.

use super::words::name_of;
use crate::{
    error::WebError,
    page::{self, Page},
    session::Visit,
};
use actions::plan::see_versions::{Versions, see_versions};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{
    decision::Text,
    ids::SkpId,
    plan::{
        Content,
        difference::{Change, ChangeKind},
    },
};

#[derive(Template)]
#[template(path = "plan/versions.html")]
pub(super) struct VersionsPage {
    page: Page,
    skp: SkpId,
    /// The working text against the version in force.
    working: Vec<Difference>,
    versions: Vec<Shown>,
}

struct Shown {
    number: u32,
    set_at: DateTime<Utc>,
    set_by: String,
    reason: String,
    first: bool,
    changes: Vec<Difference>,
}

struct Difference {
    line: String,
    what: Text,
    kind: Text,
    before: String,
    after: String,
}

/// `GET /skp/{id}/versi`
pub async fn show(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    let all = see_versions(&visit.ctx, id).await?;
    let title = Text::new("plan-title").with("year", all.skp.year);
    let shown = visit.page("plan-versions").under(format!("/skp/{id}"), title);
    Ok(page::show(&VersionsPage::new(shown, &all)))
}

impl VersionsPage {
    pub(super) fn new(page: Page, all: &Versions) -> Self {
        // A line is called by its place in the newer text, or in the older one if it is gone.
        let differences = |changes: &[Change], new: &Content, old: Option<&Content>| -> Vec<Difference> {
            changes
                .iter()
                .map(|change| Difference {
                    line: match (change.kind, old) {
                        (ChangeKind::Removed, Some(old)) => name_of(&page.words, change.line, old),
                        _ => name_of(&page.words, change.line, new),
                    },
                    what: change.what.clone(),
                    kind: match change.kind {
                        ChangeKind::Added => Text::new("plan-difference-added"),
                        ChangeKind::Removed => Text::new("plan-difference-removed"),
                        ChangeKind::Changed => Text::new("plan-difference-changed"),
                    },
                    before: change.before.clone(),
                    after: change.after.clone(),
                })
                .collect()
        };
        let older = |n: usize| all.versions.get(n + 1).map(|(version, _)| &version.content);
        let versions = all
            .versions
            .iter()
            .enumerate()
            .map(|(n, (version, changes))| Shown {
                number: version.number,
                set_at: version.set_at,
                set_by: all.names.get(&version.set_by).cloned().unwrap_or_default(),
                reason: version.reason.clone(),
                first: older(n).is_none(),
                changes: differences(changes, &version.content, older(n)),
            })
            .collect();
        let in_force = all.versions.first().map(|(version, _)| &version.content);
        let working = differences(&all.working, &all.skp.content, in_force);
        Self { skp: all.skp.id, working, versions, page }
    }

    /// Do the signs of counting appear, so that they have to be explained?
    fn counts(&self) -> bool {
        let sign = |text: &str| text.contains("(Σ)") || text.contains("(→)");
        let mut all = self.versions.iter().flat_map(|version| &version.changes).chain(&self.working);
        all.any(|change| sign(&change.before) || sign(&change.after))
    }
}
