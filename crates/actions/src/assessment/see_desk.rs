//! *Somebody opens the assessment of one person in one period*: everything the rating rests on, side by side.

use crate::{
    Ctx, Failure,
    assessment::rate::self_first,
    certification::trained::{asked_of_raters, certified},
    failure::not_found,
    feed::realise::counted,
    feedback::see_during::{Said, within},
    plan::load::load,
    progress::see::{Standing, standings},
};
use domain::{
    assessment::{Assessment, RaterRole},
    decision::{Citation, Refusal},
    evaluation::{Evaluation, Period, UnitAchievement},
    evidence::Evidence,
    feedback::Feedback,
    ids::{EmployeeId, PeriodId, SkpId},
    permissions::{Action, Facts, may},
    plan::Skp,
    policy::Policy,
    progress::{Entry, Reply},
    scheme::Role,
};
use std::{cmp::Reverse, sync::Arc};
use store::Person;

/// The desk.
pub struct Desk {
    /// The plan.
    pub skp: Skp,
    /// The period.
    pub period: Period,
    /// The rules in force.
    pub policy: Arc<Policy>,
    /// Whose.
    pub owner: Person,
    /// Pejabat Penilai Kinerja.
    pub rater: Person,
    /// How the reader stands to the owner.
    pub facts: Facts,
    /// Indicators and where they stand.
    pub standings: Vec<Standing>,
    /// Entries of the period, newest first.
    pub entries: Vec<Entry>,
    /// Answers to them.
    pub replies: Vec<Reply>,
    /// Evidence.
    pub evidence: Vec<Evidence>,
    /// The employee's own assessment; a draft only for its writer.
    pub own: Option<Assessment>,
    /// The supervisor's; a draft only for its writer.
    pub supervisor: Option<Assessment>,
    /// The unit's achievement.
    pub achievement: Option<UnitAchievement>,
    /// The frozen result.
    pub evaluation: Option<Evaluation>,
    /// Feedback on it.
    pub feedback: Option<Feedback>,
    /// What leaders, colleagues and others said in the period (Bab III.C.3), oldest first.
    pub remarks: Vec<Said>,
    /// Has the supervisor said what they see of the scheme's criteria? `None` where the scheme asks for none.
    pub criteria: Option<bool>,
    /// Where the scheme asks that supervisors be trained, if the reader rates and holds no certificate: advice, it holds nothing up.
    pub untrained: Option<Citation>,
    /// Why the reader may not rate now, if they would otherwise.
    pub waits: Option<Refusal>,
    /// Neighbours in the reader's team: previous and next.
    pub neighbours: (Option<Neighbour>, Option<Neighbour>),
}

/// Somebody next to the person in the team.
#[derive(Clone)]
pub struct Neighbour {
    /// Their plan.
    pub skp: SkpId,
    /// Their name.
    pub name: String,
}

/// Opens the desk.
#[crate::boxed]
pub async fn see_desk(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<Desk, Failure> {
    let scope = ctx.read();
    let (skp, facts) = load(&scope, ctx, skp, Action::AssessmentRead).await?;
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let last_day = period.last_day();
    let policy = ctx.policy(last_day)?;
    let people = scope.people_on(&[skp.employee, skp.rater], last_day.min(ctx.today())).await?;
    let person = |id| people.iter().find(|p| p.employee.id == id).cloned().ok_or_else(|| not_found("employee"));
    let (owner, rater) = (person(skp.employee)?, person(skp.rater)?);
    let (entries, steps) = (scope.entries(skp.id).await?, scope.steps(skp.id).await?);
    let (replies, evidence) = (scope.replies(skp.id).await?, scope.evidence(skp.id).await?);
    let mut entries: Vec<Entry> = entries.into_iter().filter(|e| e.on <= last_day).collect();
    let as_counted = counted(&scope, &[&skp], entries.clone(), last_day.min(ctx.today())).await?;
    let standings = standings(&skp, &as_counted, &steps, &replies, last_day.min(ctx.today()));
    entries.retain(|entry| period.dates.contains(entry.on));
    entries.sort_by_key(|entry| Reverse(entry.recorded_at));
    let shown = |a: &Assessment| a.sent_at.is_some() || a.rater == ctx.me();
    let own = scope.assessment(period.id, skp.id, RaterRole::Diri).await?;
    let waits = if may(&ctx.actor, Action::AssessmentRate, &facts).is_ok() {
        match self_first(ctx, &period, own.as_ref(), &owner.employee.name) {
            Err(Failure::Refused(refusal)) => Some(refusal),
            other => other.map(|()| None)?,
        }
    } else {
        None
    };
    let evaluation = scope.evaluation_of(period.id, skp.id).await?;
    let feedback = match &evaluation {
        Some(evaluation) => scope.feedback_of(evaluation.id).await?,
        None => None,
    };
    let criteria = if policy.appraisal.asks_in(period.rhythm) {
        let sheets = scope.sheets(period.id, skp.id).await?;
        Some(sheets.iter().any(|saved| saved.sheet.role == Role::Penilai && saved.sent_at.is_some()))
    } else {
        None
    };
    let untrained = match asked_of_raters(&policy.appraisal) {
        Some(cite) if facts.is_rater && !certified(&scope, ctx, ctx.me()).await? => Some(cite.clone()),
        _ => None,
    };
    let remarks = within(&scope, ctx, skp.employee, period.dates).await?;
    let led = crate::ctx::unit_led_by(&scope, skp.rater, last_day.min(ctx.today())).await?;
    let neighbours = neighbours(ctx, &skp, &facts, period.year).await?;
    Ok(Desk {
        achievement: scope.achievement(period.id, led.unwrap_or(skp.unit)).await?,
        own: own.filter(shown),
        supervisor: scope.assessment(period.id, skp.id, RaterRole::Penilai).await?.filter(shown),
        skp,
        period,
        policy,
        owner,
        rater,
        facts,
        standings,
        entries,
        replies,
        evidence,
        evaluation,
        feedback,
        remarks,
        criteria,
        untrained,
        waits,
        neighbours,
    })
}

/// Previous and next in the reader's own team, by name, so that the desk moves on without going back.
async fn neighbours(
    ctx: &Ctx,
    skp: &Skp,
    facts: &Facts,
    year: i32,
) -> Result<(Option<Neighbour>, Option<Neighbour>), Failure> {
    if !facts.is_rater {
        return Ok((None, None));
    }
    let scope = ctx.read();
    let day = skp.dates.until.map_or(ctx.today(), |until| ctx.today().min(until));
    let team: Vec<EmployeeId> = scope.team_on(ctx.me(), day).await?.into_iter().map(|line| line.employee).collect();
    let plans = scope.skps_of_year_for(&team, year).await?;
    let mut people = scope.employees(&team).await?;
    people.sort_by(|a, b| a.name.cmp(&b.name));
    let row: Vec<Neighbour> = people
        .into_iter()
        .filter_map(|employee| {
            let skp = plans.iter().find(|plan| plan.employee == employee.id)?.id;
            Some(Neighbour { skp, name: employee.name })
        })
        .collect();
    let Some(at) = row.iter().position(|neighbour| neighbour.skp == skp.id) else { return Ok((None, None)) };
    Ok((at.checked_sub(1).map(|n| row[n].clone()), row.get(at + 1).cloned()))
}
