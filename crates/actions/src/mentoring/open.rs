//! *Somebody opens a case*: the rater, the rater's superior or the personnel office; from a proposal that a rule made, or by
//! themselves. What the rule said is frozen with it, and the employee is told first.

use super::load::link;
use crate::{
    Ctx, Failure,
    ctx::permit_over,
    failure::{fields, not_found},
    talent::gather::gather,
};
use chrono::NaiveDate;
use domain::{
    decision::{Reason, Refusal, Text},
    ids::{EmployeeId, MentoringId},
    mentoring::{Case, Kind, Weakness, check},
    permissions::Action,
    policy::{Clause, Rule},
    scheme::{Scheme, SchemeResult, follow::Programme, outlook::Proposal},
};
use store::{Person, Scope};
use uuid::Uuid;

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What kind.
    pub kind: Kind,
    /// The proposal it comes from.
    pub proposal: Option<Uuid>,
    /// Why.
    pub reason: String,
    /// Criteria seen as weak, by code.
    pub criteria: Vec<String>,
    /// Weaknesses in words of one's own, one a line.
    pub own: String,
    /// First day.
    pub from: NaiveDate,
    /// The day it is looked back on.
    pub review_on: NaiveDate,
}

/// A criterion that might be a weakness.
pub struct Weak {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The level found, in hundredths.
    pub level: i64,
    /// Below what is expected, or below what the post asks for?
    pub low: bool,
}

/// What the form shows.
pub struct Opening {
    /// Of whom.
    pub person: Person,
    /// What the scheme's rules say, if they propose one of both kinds.
    pub proposals: Vec<Proposal>,
    /// What they cannot say yet.
    pub unknown: Vec<Proposal>,
    /// Criteria of the newest result, the lowest first.
    pub weak: Vec<Weak>,
    /// What the law may provide when nothing gets better, and that it is never automatic.
    pub warnings: Vec<Clause>,
    /// A case that runs already.
    pub running: Option<MentoringId>,
}

/// Whom a proposal is about. Proposals are kept by the room that follows results up; it hands out the employee here.
#[crate::boxed]
pub async fn employee_of_proposal(ctx: &Ctx, proposal: Uuid) -> Result<EmployeeId, Failure> {
    // A case opened from it remembers it; of any other nothing is known here.
    let known = ctx.read().mentoring_all().await?.into_iter().find(|case| case.proposal == Some(proposal));
    known.map(|case| case.employee).ok_or_else(|| not_found("proposal"))
}

/// What the form to open a case shows.
#[crate::boxed]
pub async fn opening(ctx: &Ctx, employee: EmployeeId) -> Result<Opening, Failure> {
    let scope = ctx.read();
    let person = scope.people_on(&[employee], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    permit_over(&scope, ctx, Action::MentoringManage, employee, None).await?;
    let found = gather(&scope, ctx, Some(&[employee])).await?;
    let outlook = found.outlook(employee);
    let ours = |one: &Proposal| matches!(one.programme, Programme::Mentoring | Programme::Coaching);
    let newest = found.results(employee).and_then(|years| years.values().next_back());
    let running = scope.mentoring_running().await?.into_iter().find(|case| case.employee == employee);
    Ok(Opening {
        proposals: outlook.proposals.into_iter().filter(ours).collect(),
        unknown: outlook.unknown.into_iter().filter(ours).collect(),
        weak: newest.map(|result| weak(&found.policy.appraisal, result)).unwrap_or_default(),
        warnings: [Rule::Sanctions, Rule::ScoreSanctions]
            .into_iter()
            .flat_map(|rule| found.policy.clauses.of(rule).to_vec())
            .collect(),
        running: running.map(|case| case.id),
        person,
    })
}

/// Criteria by level, the lowest first; those below the middle of the scale or the standard of the post are low.
pub(super) fn weak(scheme: &Scheme, result: &SchemeResult) -> Vec<Weak> {
    let expected = i64::from(scheme.levels().div_ceil(2)) * 100;
    let mut all: Vec<Weak> = result
        .criteria
        .iter()
        .filter_map(|scored| {
            let level = scored.level?;
            let short = scored.required.is_some_and(|need| level < i64::from(need) * 100);
            let name = scheme.criterion(&scored.code)?.name.clone();
            Some(Weak { code: scored.code.clone(), name, level, low: short || level < expected })
        })
        .collect();
    all.sort_by_key(|one| one.level);
    all
}

/// Opens it; the employee is told, and speaks first.
#[crate::boxed]
pub async fn open(ctx: &Ctx, employee: EmployeeId, draft: Draft) -> Result<MentoringId, Failure> {
    ctx.act(Action::MentoringManage, move |work| {
        let draft = draft.clone();
        async move {
            permit_over(&work, &work.ctx, work.action, employee, None).await?;
            work.lock(&format!("mentoring-of:{employee}")).await?;
            let running = work.mentoring_running().await?;
            if running.iter().any(|case| case.employee == employee) {
                let refusal = Refusal::rule(Text::new("mentoring-runs-already"));
                return Err(refusal.next(Text::new("mentoring-runs-already-next")).into());
            }
            let found = gather(&work, &work.ctx, Some(&[employee])).await?;
            let scheme = &found.policy.appraisal;
            let named = draft.criteria.iter().filter_map(|code| {
                let name = scheme.criterion(code)?.name.clone();
                Some(Weakness { criterion: Some(code.clone()), says: name })
            });
            let own = draft.own.lines().map(str::trim).filter(|line| !line.is_empty());
            let own = own.map(|line| Weakness { criterion: None, says: line.to_owned() });
            let weaknesses: Vec<Weakness> = named.chain(own).collect();
            fields(check(&draft.reason, weaknesses.len(), draft.from, draft.review_on))?;
            let line = work.line_on(employee, work.ctx.today()).await?;
            let case = Case {
                id: work.id(),
                kind: draft.kind,
                employee,
                rater: line.as_ref().map(|line| line.rater),
                superior: line.as_ref().and_then(|line| line.superior),
                proposal: draft.proposal,
                because: because(found.outlook(employee).proposals, draft.kind),
                reason: draft.reason.trim().to_owned(),
                weaknesses,
                heard: None,
                mentor: None,
                matched: None,
                from: draft.from,
                review_on: draft.review_on,
                exit: None,
                by: work.ctx.me(),
                at: work.ctx.at,
                revision: 1,
            };
            work.save_mentoring(&case).await?;
            work.journal("mentoring", case.id, None, Some(&case)).await?;
            let says = Text::new("notice-mentoring-opened").with("kind", case.kind.label());
            work.tell(employee, says.clone(), link(case.id)).await?;
            if let Some(rater) = case.rater {
                work.tell(rater, says, link(case.id)).await?;
            }
            Ok(case.id)
        }
    })
    .await
}

/// The rule that proposes this kind.
fn because(proposals: Vec<Proposal>, kind: Kind) -> Option<Reason> {
    let wanted = match kind {
        Kind::Mentoring => Programme::Mentoring,
        Kind::Perbaikan => Programme::Coaching,
    };
    proposals.into_iter().find(|one| one.programme == wanted).map(|one| one.because)
}

/// Names of criteria of a case for matching, with the mentee's levels.
pub(super) async fn weak_of(
    scope: &Scope,
    ctx: &Ctx,
    case: &Case,
) -> Result<Vec<domain::mentoring::pairing::Weak>, Failure> {
    let found = gather(scope, ctx, Some(&[case.employee])).await?;
    let levels = found.levels(case.employee);
    let named = case.weaknesses.iter().filter_map(|one| Some((one.criterion.clone()?, one.says.clone())));
    Ok(named
        .map(|(code, name)| domain::mentoring::pairing::Weak { level: levels.get(&code).copied(), code, name })
        .collect())
}
