//! What people do with a result they do not agree with: file an objection, hear both sides, decide (PermenPANRB 6/2022
//! Ps 29, Bab V.B); the lighter disagreement before there is a result (R25); and the documents' days, with the report to
//! the PyB.
//!
//! Not here: the rules ([`domain::objection`]), the result itself ([`crate::evaluation`]). Read first: this file, then
//! [`mod@file`], [`ask`], [`say`], [`decide`]; what pages show is in [`see`] and [`see_documents`].

pub mod ask;
pub mod decide;
pub mod differ;
pub mod file;
pub mod report;
pub mod say;
pub mod see;
pub mod see_documents;
pub mod tasks;

use crate::{Ctx, Failure, Policies, access::note, failure::not_found, plan::load::facts_of};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    evaluation::{
        Evaluation, Period,
        document::{Route, route},
    },
    ids::{EmployeeId, EvaluationId, ObjectionId},
    objection::{Frame, Objection},
    permissions::{Action, Facts, may},
    plan::Skp,
    policy::{Policy, permenpanrb},
    time::TimeZone,
};
use std::sync::Arc;
use store::Scope;

/// A result with all that an objection against it is decided by.
pub struct Case {
    /// The result.
    pub evaluation: Evaluation,
    /// The plan.
    pub skp: Skp,
    /// The period.
    pub period: Period,
    /// The rules the result was made by.
    pub policy: Arc<Policy>,
    /// How the person acting stands to the employee.
    pub facts: Facts,
    superior: EmployeeId,
    window_ends: NaiveDate,
    zone: TimeZone,
    policies: Arc<Policies>,
}

impl Case {
    /// What the rules want to know.
    pub fn frame(&self) -> Frame<'_> {
        Frame {
            evaluation: &self.evaluation,
            route: self.route(),
            superior: self.superior,
            window_ends: self.window_ends,
            zone: self.zone,
            holidays: self.policies.holidays(),
            policy: &self.policy,
        }
    }

    /// Who signed.
    pub fn route(&self) -> Route {
        route(self.evaluation.evaluator, self.skp.rater)
    }

    /// The Atasan Pejabat Penilai Kinerja, who decides.
    pub const fn superior(&self) -> EmployeeId {
        self.superior
    }
}

/// Loads a result for an action around objections. A result nobody may know of is not found; where there is no rater's
/// superior the rater's result is final (Bab IV.A.12).
#[crate::boxed]
pub async fn case(scope: &Scope, ctx: &Ctx, id: EvaluationId, action: Action) -> Result<Case, Failure> {
    let evaluation = scope.evaluation(id).await?.ok_or_else(|| not_found("evaluation"))?;
    let skp = scope.skp(evaluation.skp).await?.ok_or_else(|| not_found("skp"))?;
    let facts = facts_of(scope, ctx, &skp).await?;
    may(&ctx.actor, Action::EvaluationRead, &facts).map_err(|_| not_found("evaluation"))?;
    may(&ctx.actor, action, &facts).map_err(Refusal::Denied)?;
    note(ctx, action, evaluation.employee, &facts);
    let superior = skp.superior.ok_or_else(|| {
        Refusal::rule(Text::new("objection-no-superior"))
            .cited(permenpanrb("Bab IV.A.12"))
            .next(Text::new("objection-no-superior-next"))
    })?;
    let period = scope.period(evaluation.period).await?.ok_or_else(|| not_found("period"))?;
    Ok(Case {
        policy: ctx.policy(period.last_day())?,
        window_ends: ctx.window(&period)?.ends,
        zone: ctx.agency.time_zone,
        policies: Arc::clone(&ctx.app.policies),
        evaluation,
        skp,
        period,
        facts,
        superior,
    })
}

/// Loads an objection with its case.
async fn load(scope: &Scope, ctx: &Ctx, id: ObjectionId, action: Action) -> Result<(Objection, Case), Failure> {
    let objection = scope.objection(id).await?.ok_or_else(|| not_found("objection"))?;
    let case = case(scope, ctx, objection.evaluation, action).await?;
    Ok((objection, case))
}

/// Where an objection is.
fn link(id: ObjectionId) -> String {
    format!("/keberatan/{id}")
}
