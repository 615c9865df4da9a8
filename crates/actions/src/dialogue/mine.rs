//! *Somebody sees their talks*, and with whom one is due.

use super::load::facts_of;
use crate::{Ctx, Failure, team};
use chrono::{Datelike, NaiveDate};
use domain::{
    decision::Refusal,
    dialogue::{
        Dialogue,
        due::{Proposal, answered, proposals},
        parts::{knows_of, reads_all, shown_to},
    },
    evaluation::Evaluation,
    ids::{DialogueId, EmployeeId, EvaluationId},
};
use std::collections::BTreeMap;
use store::Person;

/// A talk in a list.
pub struct Row {
    /// The talk as the reader may read it.
    pub talk: Dialogue,
    /// What was agreed and is not done.
    pub open: usize,
    /// The employee.
    pub employee: String,
    /// The other side.
    pub partner: String,
}

/// Somebody one rates.
pub struct Member {
    /// Who.
    pub person: Person,
    /// The day of the latest talk that took place.
    pub last: Option<NaiveDate>,
    /// Talks that should take place, with the result they follow from.
    pub proposed: Vec<(EvaluationId, Proposal)>,
}

/// One's talks.
pub struct Mine {
    /// Talks, newest first.
    pub rows: Vec<Row>,
    /// Those one rates, by name.
    pub team: Vec<Member>,
    /// Has a rater, hence can open a talk about oneself.
    pub rated: bool,
}

/// The talks of the person asking.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Mine, Failure> {
    let scope = ctx.read();
    let talks = scope.dialogues_near(ctx.me()).await?;
    let known: Vec<Dialogue> =
        talks.into_iter().filter(|talk| knows_of(talk, &ctx.actor, &facts_of(ctx, talk))).collect();
    let readable: Vec<DialogueId> =
        known.iter().filter(|talk| reads_all(talk, &ctx.actor, &facts_of(ctx, talk))).map(|talk| talk.id).collect();
    let mut open: BTreeMap<DialogueId, usize> = BTreeMap::new();
    for agreed in scope.followups_of(&readable).await?.iter().filter(|agreed| agreed.done_on.is_none()) {
        *open.entry(agreed.dialogue).or_default() += 1;
    }
    let mut ids: Vec<EmployeeId> =
        known.iter().flat_map(|talk| [Some(talk.employee), talk.partner]).flatten().collect();
    ids.sort_unstable();
    ids.dedup();
    let names: BTreeMap<EmployeeId, String> =
        scope.employees(&ids).await?.into_iter().map(|e| (e.id, e.name)).collect();
    let name = |id: EmployeeId| names.get(&id).cloned().unwrap_or_default();
    let team = members(ctx).await?;
    Ok(Mine {
        rows: known
            .into_iter()
            .map(|talk| Row {
                open: open.get(&talk.id).copied().unwrap_or(0),
                employee: name(talk.employee),
                partner: talk.partner.map(name).unwrap_or_default(),
                talk: shown_to(talk.clone(), &ctx.actor, &facts_of(ctx, &talk)),
            })
            .collect(),
        team,
        rated: scope.line_on(ctx.me(), ctx.today()).await?.is_some(),
    })
}

async fn members(ctx: &Ctx) -> Result<Vec<Member>, Failure> {
    let page = match team::see_team(ctx, ctx.today().year()).await {
        Ok(page) => page,
        Err(Failure::Refused(Refusal::Denied(_))) => return Ok(Vec::new()),
        Err(other) => return Err(other),
    };
    let ids: Vec<EmployeeId> = page.rows.iter().map(|row| row.person.employee.id).collect();
    let talks = ctx.read().dialogues_about(&ids).await?;
    page.rows
        .into_iter()
        .map(|row| {
            let id = row.person.employee.id;
            // A konseling the employee asked for is not counted: the rater is to learn nothing of it.
            let known = talks.iter().filter(|talk| knows_of(talk, &ctx.actor, &facts_of(ctx, talk)));
            Ok(Member {
                last: known.filter(|talk| talk.employee == id).filter_map(|talk| talk.held_on).max(),
                proposed: proposed(ctx, row.evaluation.as_ref(), &talks)?,
                person: row.person,
            })
        })
        .collect()
}

/// What a result asks for and nobody has answered.
pub(super) fn proposed(
    ctx: &Ctx,
    result: Option<&Evaluation>,
    talks: &[Dialogue],
) -> Result<Vec<(EvaluationId, Proposal)>, Failure> {
    let Some(result) = result else { return Ok(Vec::new()) };
    let policy = ctx.policy(ctx.agency.time_zone.date(result.signed_at))?;
    let open = proposals(result, &policy).into_iter().filter(|proposal| !answered(proposal, result, talks));
    Ok(open.map(|proposal| (result.id, proposal)).collect())
}
