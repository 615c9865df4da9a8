//! *The personnel office adds a post*, changes one, or writes its task library.

use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
};
use domain::{
    decision::{FieldError, Text},
    ids::{PostId, PostTaskId, UnitId},
    people::{Post, PostKind, PostTask},
    permissions::Action,
};

/// A post as typed.
#[derive(Clone, Debug)]
pub struct PostDraft {
    /// Where it stands.
    pub unit: UnitId,
    /// The agency's own code.
    pub code: String,
    /// Title as printed.
    pub title: String,
    /// Its kind.
    pub kind: PostKind,
    /// Does its holder lead the unit?
    pub leads_unit: bool,
    /// Is that unit a unit kerja mandiri?
    pub unit_mandiri: bool,
}

/// A task as typed.
#[derive(Clone, Debug)]
pub struct TaskDraft {
    /// The task being changed; `None` adds one.
    pub id: Option<PostTaskId>,
    /// Uraian tugas.
    pub task: String,
    /// Hasil kerja.
    pub output: String,
}

/// Adds a post, or changes the one named.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: Option<PostId>, draft: PostDraft) -> Result<PostId, Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            let before = match id {
                Some(id) => Some(work.post(id).await?.ok_or_else(|| not_found("post"))?),
                None => None,
            };
            let after = read(&work, id, &draft).await?;
            if before.as_ref() != Some(&after) {
                work.save_post(&after).await?;
                work.journal("post", after.id, before.as_ref(), Some(&after)).await?;
            }
            Ok(after.id)
        }
    })
    .await
}

async fn read(work: &Work, id: Option<PostId>, draft: &PostDraft) -> Result<Post, Failure> {
    let mut errors = Vec::new();
    let (code, title) = (draft.code.trim().to_owned(), draft.title.trim().to_owned());
    if code.is_empty() {
        errors.push(FieldError::new("code", Text::new("people-code-missing")));
    } else if work.post_by_code(&code).await?.is_some_and(|other| Some(other.id) != id) {
        errors.push(FieldError::new("code", Text::new("people-code-taken")));
    }
    if title.is_empty() {
        errors.push(FieldError::new("title", Text::new("people-title-missing")));
    }
    if work.unit(draft.unit).await?.is_none() {
        errors.push(FieldError::new("unit", Text::new("people-unit-unknown")));
    } else if draft.leads_unit {
        let posts = work.posts_of_unit(draft.unit).await?;
        if let Some(head) = posts.into_iter().find(|post| post.leads_unit && Some(post.id) != id) {
            errors.push(FieldError::new("leads_unit", Text::new("people-unit-has-head").with("title", head.title)));
        }
    }
    if draft.unit_mandiri && !draft.leads_unit {
        errors.push(FieldError::new("unit_mandiri", Text::new("people-mandiri-needs-lead")));
    }
    fields(errors)?;
    Ok(Post {
        id: id.unwrap_or_else(|| work.id()),
        unit: draft.unit,
        code,
        title,
        kind: draft.kind,
        leads_unit: draft.leads_unit,
        unit_mandiri: draft.unit_mandiri,
    })
}

/// Writes the whole task library in its order; lines without a task are dropped.
#[crate::boxed]
pub async fn write_tasks(ctx: &Ctx, post: PostId, drafts: Vec<TaskDraft>) -> Result<(), Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let drafts = drafts.clone();
        async move {
            work.post(post).await?.ok_or_else(|| not_found("post"))?;
            let before = work.post_tasks(post).await?;
            let after: Vec<PostTask> = drafts
                .into_iter()
                .filter(|draft| !draft.task.trim().is_empty())
                .zip(1..)
                .map(|(draft, seq)| PostTask {
                    id: draft.id.filter(|id| before.iter().any(|task| task.id == *id)).unwrap_or_else(|| work.id()),
                    post,
                    seq,
                    task: draft.task.trim().to_owned(),
                    output: draft.output.trim().to_owned(),
                })
                .collect();
            if after != before {
                work.save_post_tasks(post, &after).await?;
                work.journal("post_tasks", post, Some(&before), Some(&after)).await?;
            }
            Ok(())
        }
    })
    .await
}
