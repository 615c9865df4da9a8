//! How every verb on a talk begins: load it, see on which side the person sits, permit. A talk nobody may know of is not
//! found, rather than forbidden.

use crate::{Ctx, Failure, Work, access::note, failure::not_found};
use domain::{
    dialogue::{Dialogue, Side, parts::knows_of},
    ids::DialogueId,
    permissions::{Action, Facts, may},
};
use store::Scope;

/// How the person acting stands to a talk: the people named in it count, not those of another day.
pub fn facts_of(ctx: &Ctx, talk: &Dialogue) -> Facts {
    let me = ctx.me();
    Facts {
        is_self: talk.employee == me,
        is_rater: talk.rater == me,
        is_superior: talk.superior == Some(me),
        is_party: talk.partner == Some(me),
        leads_unit: false,
        is_nominated: false,
    }
}

/// Loads a talk the person may know of, whole: what is shown of it is up to [`domain::dialogue::parts::shown_to`].
pub(super) async fn load(scope: &Scope, ctx: &Ctx, id: DialogueId) -> Result<(Dialogue, Facts), Failure> {
    let talk = scope.dialogue(id).await?.ok_or_else(|| not_found("dialogue"))?;
    let facts = facts_of(ctx, &talk);
    if !knows_of(&talk, &ctx.actor, &facts) {
        return Err(not_found("dialogue"));
    }
    note(ctx, Action::DialogueRead, talk.employee, &facts);
    Ok((talk, facts))
}

/// Loads a talk to change it, held against the other side until the change is saved; only its two sides may.
pub(super) async fn load_to_write(work: &Work, id: DialogueId) -> Result<(Dialogue, Side), Failure> {
    work.lock(&format!("dialogue:{id}")).await?;
    let (talk, facts) = load(work, &work.ctx, id).await?;
    may(&work.ctx.actor, Action::DialogueWrite, &facts)?;
    let side = talk.side(work.ctx.me()).ok_or_else(|| not_found("dialogue"))?;
    Ok((talk, side))
}

/// Where a talk is.
pub fn link(id: DialogueId) -> String {
    format!("/dialog/{id}")
}
