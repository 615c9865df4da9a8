//! *The personnel office or the head of a unit calls a session*, keeps its minutes and who was there, and ends it.

use super::load::{group, link, load};
use crate::{Ctx, Failure, ctx::unit_facts, failure::not_found, home::tasks::period_name};
use chrono::NaiveDate;
use domain::{
    calibration::Calibration,
    decision::{Refusal, Text},
    evaluation::Period,
    ids::{CalibrationId, EmployeeId, PeriodId, UnitId},
    people::Unit,
    permissions::{Action, may},
};
use std::collections::BTreeSet;
use store::Scope;

/// What was filled in to call one.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The period.
    pub period: PeriodId,
    /// The unit.
    pub unit: UnitId,
    /// The day.
    pub held_on: NaiveDate,
    /// Where.
    pub place: String,
    /// What will be talked about.
    pub agenda: String,
}

/// What the form shows.
pub struct Calling {
    /// Periods that are open.
    pub periods: Vec<Period>,
    /// Units the reader may call a session for.
    pub units: Vec<Unit>,
}

/// What the form to call a session shows.
#[crate::boxed]
pub async fn calling(ctx: &Ctx) -> Result<Calling, Failure> {
    use chrono::Datelike;
    let scope = ctx.read();
    let units = units(&scope, ctx).await?;
    if units.is_empty() {
        ctx.permit(Action::CalibrationLead)?;
    }
    let mut periods = Vec::new();
    for year in [ctx.today().year() - 1, ctx.today().year()] {
        periods.extend(scope.periods(year).await?);
    }
    periods.retain(|period| period.opened_at.is_some() && period.closed_at.is_none());
    Ok(Calling { periods, units })
}

async fn units(scope: &Scope, ctx: &Ctx) -> Result<Vec<Unit>, Failure> {
    if ctx.permit(Action::CalibrationLead).is_ok() {
        return Ok(scope.units().await?);
    }
    Ok(match crate::ctx::unit_led_by(scope, ctx.me(), ctx.today()).await? {
        Some(led) => scope.units_under(led).await?,
        None => Vec::new(),
    })
}

/// Calls a session: whoever rates in the group is expected and told.
#[crate::boxed]
pub async fn call(ctx: &Ctx, draft: Draft) -> Result<CalibrationId, Failure> {
    ctx.act(Action::CalibrationLead, move |work| {
        let draft = draft.clone();
        async move {
            let facts = unit_facts(&work, &work.ctx, draft.unit).await?;
            may(&work.ctx.actor, Action::CalibrationLead, &facts)?;
            let period = work.period(draft.period).await?.ok_or_else(|| not_found("period"))?;
            if period.opened_at.is_none() || period.closed_at.is_some() {
                return Err(Refusal::rule(Text::new("calibration-period-not-open")).into());
            }
            let plans = group(&work, draft.unit, &period).await?;
            let expected: BTreeSet<EmployeeId> = plans.iter().map(|skp| skp.rater).collect();
            if expected.is_empty() {
                return Err(Refusal::field("unit", Text::new("calibration-nobody-rates")).into());
            }
            let session = Calibration {
                id: work.id(),
                period: period.id,
                unit: draft.unit,
                held_on: draft.held_on,
                place: draft.place.trim().to_owned(),
                agenda: draft.agenda.trim().to_owned(),
                minutes: String::new(),
                // Who was there is not known before the day.
                attended: Vec::new(),
                by: work.ctx.me(),
                at: work.ctx.at,
                closed_at: None,
                revision: 0,
            };
            work.save_calibration(&session).await?;
            work.journal("calibration", session.id, None, Some(&session)).await?;
            let says = Text::new("notice-calibration-called")
                .with("period", period_name(period.rhythm, period.number, period.year))
                .with("day", session.held_on);
            for person in expected {
                work.tell(person, says.clone(), link(session.id)).await?;
            }
            Ok(session.id)
        }
    })
    .await
}

/// Writes the minutes and who was there; `close` ends the session.
#[crate::boxed]
pub async fn minutes(
    ctx: &Ctx,
    id: CalibrationId,
    revision: i64,
    minutes: String,
    attended: Vec<EmployeeId>,
    close: bool,
) -> Result<(), Failure> {
    ctx.act(Action::CalibrationLead, move |work| {
        let (minutes, attended) = (minutes.clone(), attended.clone());
        async move {
            work.lock(&format!("calibration {id}")).await?;
            let found = load(&work, &work.ctx, id, Action::CalibrationLead).await?;
            found.session.open()?;
            let before = found.session;
            if before.revision != revision {
                return Err(Refusal::rule(Text::new("calibration-saved-meanwhile")).into());
            }
            let known: BTreeSet<EmployeeId> = found
                .plans
                .iter()
                .flat_map(|skp| [Some(skp.rater), skp.superior])
                .flatten()
                .chain(before.attended.iter().copied())
                .chain([before.by])
                .collect();
            let attended = attended.into_iter().filter(|one| known.contains(one)).collect();
            let mut after =
                Calibration { minutes: minutes.trim().to_owned(), attended, revision: revision + 1, ..before.clone() };
            if close {
                after = after.close(work.ctx.at)?;
            }
            work.save_calibration(&after).await?;
            work.journal("calibration", id, Some(&before), Some(&after)).await
        }
    })
    .await
}
