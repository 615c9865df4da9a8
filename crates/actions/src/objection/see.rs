//! *Somebody reads an objection*: the frozen result it is against, what everybody said, evidence, days, the decision.

use super::{Case, case, load};
use crate::{Ctx, Failure, evaluation::see::ResultPage, evidence::fetch::bytes, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Citation, Decision, Refusal},
    evaluation::{Evaluation, document::Report},
    evidence::{Evidence, Item},
    ids::{EvaluationId, ObjectionId},
    objection::{
        Objection, State,
        clock::{self, Limit},
        steps,
    },
    permissions::{Action, may},
    plan::Version,
};
use store::Person;

/// The bundle.
pub struct ObjectionPage {
    /// The objection.
    pub objection: Objection,
    /// The result it is against, with plan, period and rules.
    pub case: Case,
    /// The version of the plan that was evaluated.
    pub version: Version,
    /// Whose.
    pub owner: Person,
    /// Who made the result.
    pub rater: Person,
    /// Who decides.
    pub superior: Person,
    /// Evidence of the plan it points to.
    pub evidence: Vec<Evidence>,
    /// May the reader open that?
    pub reads_evidence: bool,
    /// The result that took the place of the first.
    pub changed: Option<Evaluation>,
    /// Its days.
    pub limits: [Limit; 3],
    /// Where it stands, and what follows when time has run out.
    pub standing: Decision<State>,
}

/// Reads one.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: ObjectionId) -> Result<ObjectionPage, Failure> {
    let scope = ctx.read();
    let (objection, case) = load(&scope, ctx, id, Action::ObjectionRead).await?;
    let day = case.period.last_day().min(ctx.today());
    let ids = [case.evaluation.employee, case.evaluation.evaluator, case.superior()];
    let people = scope.people_on(&ids, day).await?;
    let person = |id| people.iter().find(|p| p.employee.id == id).cloned().ok_or_else(|| not_found("employee"));
    let version = scope.version(case.skp.id, case.evaluation.skp_version).await?;
    let mut limits = clock::limits(&objection, case.frame());
    let standing_result = objection.changed.unwrap_or(objection.evaluation);
    limits[2].done = scope.reports(&[standing_result]).await?.get(&standing_result).map(|report| report.on);
    let evidence = scope.evidence(case.skp.id).await?;
    Ok(ObjectionPage {
        version: version.ok_or_else(|| not_found("skp version"))?,
        owner: person(ids[0])?,
        rater: person(ids[1])?,
        superior: person(ids[2])?,
        evidence: evidence.into_iter().filter(|e| objection.grounds.evidence.contains(&e.id)).collect(),
        reads_evidence: may(&ctx.actor, Action::EvidenceRead, &case.facts).is_ok(),
        changed: match objection.changed {
            Some(id) => scope.evaluation(id).await?,
            None => None,
        },
        standing: clock::standing(&objection, case.frame(), ctx.today()),
        limits,
        objection,
        case,
    })
}

/// What is needed to file one.
pub struct FilingPage {
    /// The result.
    pub case: Case,
    /// The version of the plan that was evaluated.
    pub version: Version,
    /// Evidence to choose from.
    pub evidence: Vec<Evidence>,
    /// Last day to file.
    pub last_day: Option<NaiveDate>,
    /// Days past it.
    pub late: Option<i64>,
    /// The objection there is already.
    pub before: Option<Objection>,
    /// Why it may not be filed at all.
    pub refused: Option<Refusal>,
}

/// Opens the form.
pub async fn see_filing(ctx: &Ctx, id: EvaluationId) -> Result<FilingPage, Failure> {
    let scope = ctx.read();
    let case = case(&scope, ctx, id, Action::ObjectionFile).await?;
    let before = match scope.objection_against(id).await? {
        Some(before) => Some(before),
        None => scope.objection_behind(id).await?,
    };
    let version = scope.version(case.skp.id, case.evaluation.skp_version).await?;
    Ok(FilingPage {
        version: version.ok_or_else(|| not_found("skp version"))?,
        evidence: scope.evidence(case.skp.id).await?,
        last_day: clock::last_day_to_file(case.frame()),
        late: clock::late_to_file(case.frame(), ctx.today()),
        refused: steps::may_file(before.as_ref(), case.frame()).err(),
        before,
        case,
    })
}

/// What the page of a result says of objections and reports.
pub struct Beside {
    /// The objection against it.
    pub against: Option<Objection>,
    /// Last day to file one, with the rule; `None` where none can be filed.
    pub last_day: Option<(NaiveDate, Citation)>,
    /// May the reader file one?
    pub may_file: bool,
    /// When it was reported to the PyB.
    pub reported: Option<Report>,
    /// May the reader record that?
    pub may_report: bool,
}

/// Reads it beside a result.
#[crate::boxed]
pub async fn beside(ctx: &Ctx, result: &ResultPage) -> Result<Beside, Failure> {
    let scope = ctx.read();
    let id = result.evaluation.id;
    let against = scope.objection_against(id).await?;
    let before = against.as_ref().or(result.behind.as_ref());
    let case = match case(&scope, ctx, id, Action::EvaluationRead).await {
        Ok(case) => Some(case),
        // No superior, no objection.
        Err(Failure::Refused(Refusal::Rule(_))) => None,
        Err(other) => return Err(other),
    };
    let open = case.as_ref().filter(|case| steps::may_file(before, case.frame()).is_ok());
    let last_day = open.and_then(|case| {
        Some((clock::last_day_to_file(case.frame())?, case.policy.document.objection_filed.cite.clone()))
    });
    let reported = scope.reports(&[id]).await?.remove(&id);
    Ok(Beside {
        may_file: last_day.is_some() && may(&ctx.actor, Action::ObjectionFile, &result.facts).is_ok(),
        may_report: reported.is_none()
            && result.evaluation.predikat.is_some()
            && may(&ctx.actor, Action::EvaluationReport, &result.facts).is_ok(),
        against,
        last_day,
        reported,
    })
}

/// Opens what was handed in with an objection: the item, and its bytes when it is a file.
#[crate::boxed]
pub async fn attachment(ctx: &Ctx, id: ObjectionId, number: usize) -> Result<(Item, Option<Vec<u8>>), Failure> {
    let (objection, _) = load(&ctx.read(), ctx, id, Action::ObjectionRead).await?;
    let item = objection.grounds.attached.get(number).cloned().ok_or_else(|| not_found("evidence"))?;
    let bytes = bytes(ctx, &item).await?;
    Ok((item, bytes))
}
