//! Checking a file of tasks. Key: the post's code and the number within the post.

use super::{cells::Cells, change::Changes, report::Report, table::Table};
use crate::{Ctx, Failure};
use domain::{
    decision::Text,
    ids::PostId,
    people::{Post, PostTask},
};
use std::collections::{BTreeMap, HashMap};

/// What the file changes, and what is wrong with it. Tasks that the file does not name stay as they are.
pub(super) async fn check(ctx: &Ctx, table: &Table) -> Result<(Changes, Report), Failure> {
    let scope = ctx.read();
    let posts: HashMap<String, Post> =
        scope.posts().await?.into_iter().map(|post| (post.code.to_lowercase(), post)).collect();
    let mut libraries: HashMap<PostId, BTreeMap<u32, PostTask>> = HashMap::new();
    for task in scope.tasks().await? {
        libraries.entry(task.post).or_default().insert(task.seq, task);
    }
    let (mut changes, mut report) = (Changes::default(), Report::default());
    let mut seen: HashMap<(PostId, u32), u64> = HashMap::new();
    // Libraries with a changed task, as they become.
    let mut changed: BTreeMap<PostId, BTreeMap<u32, PostTask>> = BTreeMap::new();
    let mut added: BTreeMap<PostId, Vec<PostTask>> = BTreeMap::new();
    for row in &table.rows {
        let mut cells = Cells::of(table, row);
        let post = posts.get(&cells.must("jabatan_kode").to_lowercase());
        if post.is_none() && !cells.get("jabatan_kode").is_empty() {
            cells.wrong("jabatan_kode", Text::new("people-post-unknown"));
        }
        cells.must("urut");
        let seq = cells.whole("urut");
        let (task, output) = (cells.must("uraian_tugas").to_owned(), cells.may("hasil_kerja").to_owned());
        if let (Some(post), Some(seq)) = (post, seq)
            && let Some(earlier) = seen.insert((post.id, seq), cells.number())
        {
            cells.wrong("urut", Text::new("people-task-twice").with("row", earlier as i64));
        }
        let (true, Some(post), Some(seq)) = (cells.finish(&mut report), post, seq) else { continue };
        match libraries.get(&post.id).and_then(|library| library.get(&seq)) {
            Some(before) if before.task == task && before.output == output => {}
            Some(before) => {
                let after = PostTask { task, output, ..before.clone() };
                changed.entry(post.id).or_insert_with(|| libraries[&post.id].clone()).insert(seq, after);
            }
            None => {
                let new = PostTask { id: ctx.app.world.id().into(), post: post.id, seq, task, output };
                added.entry(post.id).or_default().push(new);
            }
        }
    }
    for (post, mut library) in changed {
        // What is new in a library that is rewritten anyway is rewritten with it.
        library.extend(added.remove(&post).unwrap_or_default().into_iter().map(|task| (task.seq, task)));
        let before = libraries.remove(&post).unwrap_or_default().into_values().collect();
        changes.tasks.push((post, before, library.into_values().collect()));
    }
    changes.new_tasks = added.into_values().flatten().collect();
    Ok((changes, report))
}
