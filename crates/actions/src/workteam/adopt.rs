//! *A member takes a result of the team into their own plan*, as an intended result with the team named. It is only a draft of
//! theirs: their rater sets the plan as any other (Bab II.A Tahap 5.f-h).

use super::load::load;
use crate::{
    Ctx, Failure,
    failure::not_found,
    plan::write::{ResultDraft, write_result},
};
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, IndicatorId, SkpId, WorkteamId, WorkteamResultId},
    permissions::Action,
    plan::{
        Approach, Aspek, Form, Indicator, RhkKind, Skp, Target,
        workflow::{self, Step},
    },
    workteam::TeamResult,
};
use store::Scope;

/// The plan of today that can still be written in, if there is one.
pub(super) async fn draft_of(scope: &Scope, ctx: &Ctx, me: EmployeeId) -> Result<Option<Skp>, Failure> {
    let plans = scope.skps_of(me).await?.into_iter();
    let open = |skp: &Skp| skp.dates.contains(ctx.today()) && workflow::check(skp, Step::Edit).is_ok();
    Ok(plans.filter(open).max_by_key(|skp| skp.dates.from))
}

/// Takes it in; returns the plan.
#[crate::boxed]
pub async fn adopt(ctx: &Ctx, id: WorkteamId, result: WorkteamResultId, kind: RhkKind) -> Result<SkpId, Failure> {
    let scope = ctx.read();
    let found = load(&scope, ctx, id, Action::WorkteamRead).await?;
    if !found.members.iter().any(|member| member.employee == ctx.me() && member.agreed() && member.stands()) {
        return Err(Refusal::rule(Text::new("workteam-adopt-members")).into());
    }
    let all = scope.workteam_results(&[id]).await?;
    let result = all.into_iter().find(|one| one.id == result && one.dropped_on.is_none());
    let result = result.ok_or_else(|| not_found("workteam_result"))?;
    let none = || Refusal::rule(Text::new("workteam-adopt-no-draft")).next(Text::new("workteam-adopt-no-draft-next"));
    let skp = draft_of(&scope, ctx, ctx.me()).await?.ok_or_else(none)?;
    let assigned_by = format!("Ketua {}", found.team.name);
    let there = |rhk: &domain::plan::Rhk| rhk.text == result.text && rhk.assigned_by == assigned_by;
    if skp.content.results.iter().any(there) {
        return Err(Refusal::rule(Text::new("workteam-adopt-is-there")).into());
    }
    let indicators = vec![(None, indicator(ctx, &skp, &result))];
    let (text, supports_text) = (result.text, found.team.purpose);
    let draft = ResultDraft { id: None, kind, text, assigned_by, supports: None, supports_text, indicators };
    write_result(ctx, skp.id, skp.revision, draft).await?;
    Ok(skp.id)
}

/// The team's target as an indicator of the plan's own form and approach.
fn indicator(ctx: &Ctx, skp: &Skp, result: &TeamResult) -> Indicator {
    let id = IndicatorId(ctx.app.world.id());
    let words = result.target.words();
    if skp.approach == Approach::Kualitatif {
        let text = if words.is_empty() { result.text.clone() } else { format!("{} ({words})", result.text) };
        return Indicator { id, aspek: None, perspektif: None, text, target: Target::default() };
    }
    let aspek = (skp.form == Form::JaJf).then_some(Aspek::Kuantitas);
    Indicator { id, aspek, perspektif: None, text: result.text.clone(), target: result.target.clone() }
}
