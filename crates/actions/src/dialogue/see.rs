//! *Somebody reads a talk*: as much of it as is for them.

use super::load::load;
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    dialogue::{
        Dialogue, Followup, Side, State,
        parts::{reads_all, shown_to},
    },
    ids::{DialogueId, EmployeeId, SkpId},
    permissions::{Action, may},
    plan::Indicator,
    time::DateRange,
};
use store::Person;

/// A talk with everything its page and its print show.
pub struct TalkPage {
    /// The talk as the reader may read it.
    pub talk: Dialogue,
    /// Where it is.
    pub state: State,
    /// What was agreed, by due day; none where the reader is not told.
    pub followups: Vec<Followup>,
    /// The employee.
    pub employee: Person,
    /// The other side, if appointed.
    pub partner: Option<Person>,
    /// Pejabat Penilai Kinerja.
    pub rater: Person,
    /// On which side the reader sits.
    pub side: Option<Side>,
    /// Is the reader told everything?
    pub whole: bool,
    /// May the reader appoint a counsellor?
    pub may_appoint: bool,
    /// Indicators on the agenda (form B.1.6).
    pub indicators: Vec<Indicator>,
    /// The plan that ran.
    pub plan: Option<(SkpId, DateRange)>,
}

/// One talk.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: DialogueId) -> Result<TalkPage, Failure> {
    let scope = ctx.read();
    let (talk, facts) = load(&scope, ctx, id).await?;
    let whole = reads_all(&talk, &ctx.actor, &facts);
    let side = talk.side(ctx.me());
    let followups = if whole { scope.followups_of(&[id]).await? } else { Vec::new() };
    let mut ids: Vec<EmployeeId> = vec![talk.employee, talk.rater];
    ids.extend(talk.partner);
    ids.sort_unstable();
    ids.dedup();
    let plan = match talk.skp {
        Some(skp) => scope.skp(skp).await?,
        None => None,
    };
    let named = |id: &str| whole && talk.agenda.iter().any(|topic| topic.link.contains(id));
    let indicators = plan.iter().flat_map(|skp| &skp.content.results).flat_map(|rhk| &rhk.indicators);
    let indicators: Vec<Indicator> = indicators.filter(|i| named(&i.id.to_string())).cloned().collect();
    let people = scope.people_on(&ids, talk.held_on.unwrap_or(ctx.today()).min(ctx.today())).await?;
    let person = |id: EmployeeId| people.iter().find(|p| p.employee.id == id).cloned();
    Ok(TalkPage {
        state: talk.state(),
        employee: person(talk.employee).ok_or_else(|| not_found("employee"))?,
        rater: person(talk.rater).ok_or_else(|| not_found("employee"))?,
        partner: talk.partner.and_then(person),
        may_appoint: talk.kind.confidential()
            && talk.state() == State::Menunggu
            && may(&ctx.actor, Action::CounsellingAppoint, &facts).is_ok(),
        talk: shown_to(talk, &ctx.actor, &facts),
        followups,
        side,
        whole,
        indicators,
        plan: plan.map(|skp| (skp.id, skp.dates)),
    })
}
