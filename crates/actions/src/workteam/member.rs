//! *Somebody is proposed for a team*, and *the rater answers*: an assignment by whoever does not rate needs the rater's
//! agreement first (Bab II.A Tahap 5.f). A part can be ended, a proposal taken back.

use super::load::{link, load, load_to_change, names};
use crate::{Ctx, Failure, Work, failure::not_found, people::find::colleague};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    ids::{WorkteamId, WorkteamMemberId},
    people::Employee,
    permissions::{Action, Facts, may},
    time::DateRange,
    workteam::{Member, Part, Word, Workteam, members},
};
use store::Person;

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Who, by name or NIP.
    pub member: String,
    /// As what.
    pub part: Part,
    /// Their work in words.
    pub work: String,
    /// Their share in percent.
    pub share: Option<u32>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it is known.
    pub until: Option<NaiveDate>,
}

/// Proposes somebody; the rater is asked, unless the proposal is theirs.
#[crate::boxed]
pub async fn propose(ctx: &Ctx, id: WorkteamId, proposal: Proposal) -> Result<WorkteamMemberId, Failure> {
    ctx.act(Action::WorkteamPlan, move |work| {
        let proposal = proposal.clone();
        async move {
            let found = load_to_change(&work, id).await?;
            let person = colleague(&work, &proposal.member, "member").await??;
            join(&work, &found.team, &found.members, &person, &proposal).await
        }
    })
    .await
}

/// Takes somebody in, within a larger change; tells them and their rater.
pub(super) async fn join(
    work: &Work,
    team: &Workteam,
    members: &[Member],
    person: &Employee,
    proposal: &Proposal,
) -> Result<WorkteamMemberId, Failure> {
    let (ctx, me) = (&work.ctx, work.ctx.me());
    let line = work.line_on(person.id, ctx.today()).await?;
    let member = Member {
        id: work.id(),
        team: team.id,
        employee: person.id,
        part: proposal.part,
        work: proposal.work.trim().to_owned(),
        share: proposal.share,
        dates: DateRange { from: proposal.from, until: proposal.until },
        by: me,
        at: ctx.at,
        rater: line.as_ref().map(|line| line.rater),
        superior: line.as_ref().and_then(|line| line.superior),
        word: members::word_at_once(line.as_ref(), me, ctx.at),
        ended_on: None,
    };
    members::propose(team, members, &member, ctx.today())?;
    work.save_workteam_member(&member).await?;
    work.journal("workteam_member", member.id, None, Some(&member)).await?;
    let says = if member.waits() {
        Text::new("notice-workteam-proposed").with("team", team.name.as_str())
    } else {
        Text::new("notice-workteam-joined").with("team", team.name.as_str())
    };
    work.tell(member.employee, says, link(team.id)).await?;
    if let Some(rater) = member.rater.filter(|_| member.waits()) {
        let says =
            Text::new("notice-workteam-word").with("name", person.name.as_str()).with("team", team.name.as_str());
        work.tell(rater, says, word_link(&member)).await?;
    }
    Ok(member.id)
}

/// Where the rater answers.
pub(super) fn word_link(member: &Member) -> String {
    format!("{}/anggota/{}", link(member.team), member.id)
}

/// What a rater weighs before answering: who is asked for what, and what else they do in teams (Tahap 5.f).
pub struct Asked {
    /// The team.
    pub team: Workteam,
    /// The part.
    pub member: Member,
    /// Who.
    pub person: Person,
    /// Who proposed it.
    pub by: String,
    /// Other teams in which they work today: name, part, share.
    pub others: Vec<(String, Part, Option<u32>)>,
    /// May the reader answer?
    pub answers: bool,
}

/// How the person acting stands to a member as loaded: those who are asked today.
fn facts_over(ctx: &Ctx, member: &Member) -> Facts {
    let me = ctx.me();
    Facts {
        is_self: member.employee == me,
        is_rater: member.rater == Some(me),
        is_superior: member.superior == Some(me),
        ..Facts::none()
    }
}

/// One proposal as its rater reads it.
#[crate::boxed]
pub async fn asked(ctx: &Ctx, id: WorkteamId, member: WorkteamMemberId) -> Result<Asked, Failure> {
    let scope = ctx.read();
    let found = load(&scope, ctx, id, Action::WorkteamRead).await?;
    let member = found.members.into_iter().find(|one| one.id == member).ok_or_else(|| not_found("workteam_member"))?;
    let today = ctx.today();
    let person = scope.people_on(&[member.employee], today).await?.pop().ok_or_else(|| not_found("employee"))?;
    let parts = scope.workteam_parts(&[member.employee]).await?;
    let parts: Vec<Member> = parts.into_iter().filter(|one| one.team != id && one.works_on(today)).collect();
    let teams = scope.workteams_among(&parts.iter().map(|one| one.team).collect::<Vec<_>>()).await?;
    let others = parts.iter().filter_map(|one| {
        let team = teams.iter().find(|team| team.id == one.team && team.days().contains(today))?;
        Some((team.name.clone(), one.part, one.share))
    });
    let facts = facts_over(ctx, &member);
    Ok(Asked {
        others: others.collect(),
        by: names(&scope, [member.by]).await?.remove(&member.by).unwrap_or_default(),
        answers: member.waits() && may(&ctx.actor, Action::WorkteamDecide, &facts).is_ok(),
        team: found.team,
        person,
        member,
    })
}

/// The rater answers; whoever proposed it and the member are told.
#[crate::boxed]
pub async fn decide(
    ctx: &Ctx,
    id: WorkteamId,
    member: WorkteamMemberId,
    agreed: bool,
    reason: String,
) -> Result<(), Failure> {
    ctx.act(Action::WorkteamDecide, move |work| {
        let reason = reason.trim().to_owned();
        async move {
            work.lock(&format!("workteam:{id}")).await?;
            let found = load(&work, &work.ctx, id, Action::WorkteamRead).await?;
            let before =
                found.members.into_iter().find(|one| one.id == member).ok_or_else(|| not_found("workteam_member"))?;
            let facts = facts_over(&work.ctx, &before);
            may(&work.ctx.actor, Action::WorkteamDecide, &facts)?;
            let after = members::decide(&before, Word { by: work.ctx.me(), at: work.ctx.at, agreed, reason })?;
            work.save_workteam_member(&after).await?;
            work.journal("workteam_member", member, Some(&before), Some(&after)).await?;
            let name = names(&work, [after.employee]).await?.remove(&after.employee).unwrap_or_default();
            let team = found.team.name.as_str();
            let says = if agreed {
                Text::new("notice-workteam-agreed").with("name", name).with("team", team)
            } else {
                Text::new("notice-workteam-declined").with("name", name).with("team", team)
            };
            for to in [after.by, after.employee] {
                work.tell(to, says.clone(), link(id)).await?;
            }
            Ok(())
        }
    })
    .await
}

/// Ends a part today, or takes a proposal back.
#[crate::boxed]
pub async fn leave(ctx: &Ctx, id: WorkteamId, member: WorkteamMemberId) -> Result<(), Failure> {
    ctx.act(Action::WorkteamPlan, move |work| async move {
        let found = load_to_change(&work, id).await?;
        let before =
            found.members.into_iter().find(|one| one.id == member).ok_or_else(|| not_found("workteam_member"))?;
        let after = members::leave(&before, work.ctx.today())?;
        work.save_workteam_member(&after).await?;
        work.journal("workteam_member", member, Some(&before), Some(&after)).await?;
        let says = Text::new("notice-workteam-left").with("team", found.team.name.as_str());
        work.tell(after.employee, says, link(id)).await
    })
    .await
}
