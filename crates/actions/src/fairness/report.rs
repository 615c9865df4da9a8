//! *Somebody reads the fairness report* of a period, has it worked out anew, or gives its short form to the public.

use super::Snapshot;
use crate::{App, Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    evaluation::Period,
    fairness::report::Report,
    ids::{JobId, PeriodId},
    people::Agency,
    permissions::Action,
    survey::round::slug,
};
use store::Scope;

/// What the page of a period shows.
pub struct ReportPage {
    /// The period.
    pub period: Period,
    /// The latest version, if there is one.
    pub snapshot: Option<Snapshot>,
    /// Was a version given to the public?
    pub published: bool,
    /// May the reader have it worked out, and give it to the public?
    pub counts: bool,
}

/// The report of a period.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: PeriodId) -> Result<ReportPage, Failure> {
    ctx.permit(Action::FairnessRead)?;
    let scope = ctx.read();
    let period = scope.period(id).await?.ok_or_else(|| not_found("period"))?;
    let snapshot = scope.fairness(id).await?;
    let published = published(&scope, id).await?;
    Ok(ReportPage { period, snapshot, published, counts: ctx.permit(Action::FairnessCount).is_ok() })
}

/// Periods of a year that were opened, each with its latest version.
#[crate::boxed]
pub async fn list(ctx: &Ctx, year: i32) -> Result<Vec<(Period, Option<Snapshot>)>, Failure> {
    ctx.permit(Action::FairnessRead)?;
    let scope = ctx.read();
    let mut found = Vec::new();
    for period in scope.periods(year).await?.into_iter().filter(|period| period.opened_at.is_some()) {
        let snapshot = scope.fairness(period.id).await?;
        found.push((period, snapshot));
    }
    Ok(found)
}

/// Asks for the ratings to be worked through.
#[crate::boxed]
pub async fn count(ctx: &Ctx, period: PeriodId) -> Result<JobId, Failure> {
    crate::job::ask(ctx, crate::job::Task::Fairness { period }).await
}

async fn published(scope: &Scope, id: PeriodId) -> Result<bool, Failure> {
    Ok(scope.fairness_published().await?.iter().any(|one| one.period == id))
}

/// Gives the short form of the latest version to the public: of a closed period only, when nothing changes any more but by
/// objection. Once only: what a second version says otherwise would be the one person whose result an objection changed.
#[crate::boxed]
pub async fn publish(ctx: &Ctx, id: PeriodId) -> Result<(), Failure> {
    ctx.act(Action::FairnessCount, move |work| async move {
        work.ctx.permit(Action::FairnessCount)?;
        let period = work.period(id).await?.ok_or_else(|| not_found("period"))?;
        if period.closed_at.is_none() {
            return Err(Refusal::rule(Text::new("fairness-publish-needs-closed")).into());
        }
        if published(&work, id).await? {
            return Err(Refusal::rule(Text::new("fairness-publish-once")).into());
        }
        let snapshot = work.fairness(id).await?.ok_or_else(|| not_found("fairness"))?;
        work.publish_fairness(&snapshot, work.ctx.at).await?;
        work.journal("fairness", id, None, Some(&"disiarkan")).await
    })
    .await
}

/// What everybody may read of an agency.
pub struct PublicPage {
    /// The agency.
    pub agency: Agency,
    /// Periods with what may be read of each, the latest first.
    pub reports: Vec<(Period, Report)>,
}

/// What everybody may read of an agency, by its short name; the latest version of each period that was given out.
#[crate::boxed]
pub async fn public(app: &App, short: &str) -> Result<PublicPage, Failure> {
    let agencies = app.store.directory().agencies().await?;
    let agency = agencies.into_iter().find(|one| slug(&one.name) == short).ok_or_else(|| not_found("agency"))?;
    let scope = app.store.scope(agency.id);
    let mut reports: Vec<(Period, Report)> = Vec::new();
    for snapshot in scope.fairness_published().await? {
        if reports.iter().any(|(period, _)| period.id == snapshot.period) {
            continue;
        }
        if let Some(period) = scope.period(snapshot.period).await? {
            reports.push((period, snapshot.report.public()));
        }
    }
    Ok(PublicPage { agency, reports })
}
