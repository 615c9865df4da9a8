//! *Somebody reads a development plan* with everything it rests on: the profile, targets that were not reached, what feedback
//! says, hours of learning, what is recommended.

use super::profile::{self, Found};
use crate::{
    Ctx, Failure,
    ctx::permit_over,
    failure::not_found,
    progress::see::standings,
    training::recommend::{Advice, advice_for},
};
use domain::{
    decision::{Decision, Text},
    development::{
        Entry, Plan, State, advice,
        duty::{Standing, standing},
    },
    ids::{DevelopmentId, EmployeeId},
    permissions::{Action, Facts, may},
    training::{Record, record::hours_of_year},
};
use std::collections::BTreeSet;
use store::Scope;

/// Targets and remarks shown beside a plan.
const SHOWN: usize = 6;
/// The whole of a target, in basis points.
const WHOLE: i64 = 10_000;

/// A target that was not reached.
pub struct Missed {
    /// The indicator.
    pub indicator: String,
    /// Share of the target, in basis points.
    pub share: i64,
}

/// A plan with what it rests on.
pub struct PlanPage {
    /// The plan; `None` while nobody has started one.
    pub plan: Option<Plan>,
    /// The year.
    pub year: i32,
    /// What was reported under it, in the order it was.
    pub entries: Vec<Entry>,
    /// Who, and where they stand.
    pub found: Found,
    /// Targets of the plan behind the result that were not reached.
    pub missed: Vec<Missed>,
    /// What feedback says should be improved, the newest first; empty for those who may not read it.
    pub said: Vec<String>,
    /// Verified hours of the year beside the rule.
    pub hours: Decision<Standing>,
    /// What was followed, the latest first.
    pub records: Vec<Record>,
    /// What is recommended for what is weak.
    pub recommended: Advice,
    /// What might be looked at again.
    pub advice: Vec<Text>,
    /// Who agreed or gave it back, by name.
    pub word_by: Option<String>,
    /// May the reader write in it?
    pub writes: bool,
    /// May the reader agree to it now?
    pub agrees: bool,
    /// May the reader report under it now?
    pub reports: bool,
}

/// One plan.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: DevelopmentId) -> Result<PlanPage, Failure> {
    let plan = ctx.read().development_plan(id).await?.ok_or_else(|| not_found("development_plan"))?;
    page(ctx, plan.employee, plan.year, Some(plan)).await
}

/// The plan of a person for the year that runs, or what one could be made of.
#[crate::boxed]
pub async fn of(ctx: &Ctx, employee: EmployeeId) -> Result<PlanPage, Failure> {
    let year = chrono::Datelike::year(&ctx.today());
    let plan = ctx.read().development_plan_of(employee, year).await?;
    page(ctx, employee, year, plan).await
}

async fn page(ctx: &Ctx, employee: EmployeeId, year: i32, plan: Option<Plan>) -> Result<PlanPage, Failure> {
    let scope = ctx.read();
    let facts = permit_over(&scope, ctx, Action::DevelopmentRead, employee, None)
        .await
        .map_err(|_| not_found("development_plan"))?;
    let found = profile::of(&scope, ctx, employee).await?;
    let records = scope.training_records(&[employee]).await?;
    let national = ctx.app.policies.national(ctx.today());
    let hours = standing(found.person.employee.employment, hours_of_year(&records, year), &national);
    let said = said_of(&scope, ctx, employee, &facts).await?;
    // Words that come back in every period are shown once, and count as often as they were said.
    let mut once = BTreeSet::new();
    let recommended = advice_for(&scope, ctx, &found, &records, Some(&said).filter(|_| reads(ctx, &facts))).await?;
    let state = plan.as_ref().map(Plan::state);
    let entries = match &plan {
        Some(plan) => scope.development_entries(plan.id).await?,
        None => Vec::new(),
    };
    let word_by = match plan.as_ref().and_then(|plan| plan.word.as_ref()) {
        Some(word) => scope.employee(word.by).await?.map(|one| one.name),
        None => None,
    };
    let allows = |action| may(&ctx.actor, action, &facts).is_ok();
    Ok(PlanPage {
        missed: missed(&scope, ctx, &found).await?,
        advice: plan.as_ref().map(|plan| advice(&plan.content)).unwrap_or_default(),
        writes: allows(Action::DevelopmentWrite),
        agrees: state == Some(State::Diajukan) && allows(Action::DevelopmentAgree),
        reports: state == Some(State::Disepakati) && allows(Action::DevelopmentWrite),
        said: said.into_iter().filter(|words| once.insert(words.clone())).take(SHOWN).collect(),
        year,
        plan,
        entries,
        found,
        hours,
        records,
        recommended,
        word_by,
    })
}

fn reads(ctx: &Ctx, facts: &Facts) -> bool {
    may(&ctx.actor, Action::FeedbackRead, facts).is_ok()
}

/// What feedback says should be improved, the newest first, for those who may read it: after results, and during the year.
pub(crate) async fn said_of(
    scope: &Scope,
    ctx: &Ctx,
    employee: EmployeeId,
    facts: &Facts,
) -> Result<Vec<String>, Failure> {
    if !reads(ctx, facts) {
        return Ok(Vec::new());
    }
    let results: Vec<_> = scope.evaluations_of(employee).await?.into_iter().map(|result| result.id).collect();
    let after = scope.feedback_for(&results).await?;
    let mut said: Vec<_> = after.into_iter().map(|one| (one.at, one.words.improve)).collect();
    said.extend(scope.remarks_about(employee).await?.into_iter().map(|remark| (remark.at, remark.improve)));
    said.retain(|(_, words)| !words.trim().is_empty());
    said.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(said.into_iter().map(|(_, words)| words).collect())
}

/// Targets of the plan behind the result that were not reached, the farthest first (need is the gap of competence and of
/// performance). What cannot be measured is not among them.
async fn missed(scope: &Scope, ctx: &Ctx, found: &Found) -> Result<Vec<Missed>, Failure> {
    let Some((result, _)) = &found.result else { return Ok(Vec::new()) };
    let Some(skp) = scope.skp(result.skp).await? else { return Ok(Vec::new()) };
    let entries = scope.entries(skp.id).await?;
    let day = skp.dates.until.unwrap_or(ctx.today()).min(ctx.today());
    let mut missed: Vec<Missed> = standings(&skp, &entries, &[], &[], day)
        .into_iter()
        .filter_map(|one| {
            let share = one.share.filter(|share| *share < WHOLE)?;
            Some(Missed { indicator: one.indicator.text, share })
        })
        .collect();
    missed.sort_by_key(|one| one.share);
    missed.truncate(SHOWN);
    Ok(missed)
}
