//! Checking a file of competence standards: the level of a competence that a post asks for (PermenPANRB 38/2017). Key: the
//! post's code and the criterion of the agency's scheme, by code or name.

use super::{cells::Cells, change::Changes, report::Report, table::Table};
use crate::{Ctx, Failure};
use domain::{
    decision::Text,
    ids::PostId,
    people::{Post, PostStandard},
    scheme::criterion::Reads,
};
use std::collections::HashMap;

/// What the file changes, and what is wrong with it. Standards that the file does not name stay as they are.
pub(super) async fn check(ctx: &Ctx, table: &Table) -> Result<(Changes, Report), Failure> {
    let scope = ctx.read();
    let policy = ctx.policy(ctx.today())?;
    let scheme = &policy.appraisal;
    let mut known: HashMap<String, &str> = HashMap::new();
    for criterion in scheme.criteria().iter().filter(|criterion| criterion.reads == Reads::Competence) {
        known.insert(criterion.name.to_lowercase(), &criterion.code);
        known.insert(criterion.code.to_lowercase(), &criterion.code);
    }
    let posts: HashMap<String, Post> =
        scope.posts().await?.into_iter().map(|post| (post.code.to_lowercase(), post)).collect();
    let present: HashMap<(PostId, String), PostStandard> =
        scope.standards().await?.into_iter().map(|one| ((one.post, one.criterion.clone()), one)).collect();
    let (mut changes, mut report) = (Changes::default(), Report::default());
    let mut seen: HashMap<(PostId, String), u64> = HashMap::new();
    for row in &table.rows {
        let mut cells = Cells::of(table, row);
        let post = posts.get(&cells.must("jabatan_kode").to_lowercase());
        if post.is_none() && !cells.get("jabatan_kode").is_empty() {
            cells.wrong("jabatan_kode", Text::new("people-post-unknown"));
        }
        let criterion = known.get(&cells.must("kriteria").to_lowercase()).copied();
        if criterion.is_none() && !cells.get("kriteria").is_empty() {
            cells.wrong("kriteria", Text::new("people-standard-unknown"));
        }
        cells.must("tingkat");
        let level = cells.whole("tingkat");
        if level.is_some_and(|level| level > u32::from(scheme.levels())) {
            cells.wrong("tingkat", Text::new("people-standard-level").with("max", u32::from(scheme.levels())));
        }
        if let (Some(post), Some(criterion)) = (post, criterion)
            && let Some(earlier) = seen.insert((post.id, criterion.to_owned()), cells.number())
        {
            cells.wrong("kriteria", Text::new("people-standard-twice").with("row", earlier as i64));
        }
        let (true, Some(post), Some(criterion), Some(level)) = (cells.finish(&mut report), post, criterion, level)
        else {
            continue;
        };
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        let after = PostStandard { post: post.id, criterion: criterion.to_owned(), level };
        match present.get(&(post.id, criterion.to_owned())) {
            Some(before) if *before == after => {}
            Some(before) => changes.standards.push((before.clone(), after)),
            None => changes.new_standards.push(after),
        }
    }
    Ok((changes, report))
}
