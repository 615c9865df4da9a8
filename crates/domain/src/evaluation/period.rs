//! Which periods a year has under a policy, when each may be opened, by when it is due, and when it may be closed.
//!
//! Two kinds stand side by side: evaluations of the law (bulanan or triwulanan, and tahunan; Ps 24-25) and reviews of
//! a scheme (semesteran, R3), which yield no predicate. [`PeriodPlan::is_of_law`] says which is which.

use super::{Period, Rhythm};
use crate::{
    decision::{Citation, Refusal, Text},
    policy::Policy,
    time::{DateRange, Holidays},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// One period to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodPlan {
    /// Its rhythm.
    pub rhythm: Rhythm,
    /// Which one in the year, from 1.
    pub number: u32,
    /// Days it covers.
    pub dates: DateRange,
    /// The rule that asks for it.
    pub cite: Citation,
}

impl PeriodPlan {
    /// Is it an evaluation of the law, ending in a predicate?
    pub const fn is_of_law(&self) -> bool {
        !matches!(self.rhythm, Rhythm::Semesteran)
    }
}

/// The periods of a year, in the order in which they end; the shorter first where two end together.
pub fn periods(year: i32, policy: &Policy) -> Vec<PeriodPlan> {
    let mut all = Vec::new();
    let mut add = |rhythm: Rhythm, cite: &Citation| {
        let dates = (1..=rhythm.per_year()).filter_map(|number| dates_of(year, rhythm, number).map(|d| (number, d)));
        all.extend(dates.map(|(number, dates)| PeriodPlan { rhythm, number, dates, cite: cite.clone() }));
    };
    add(policy.periodic.value, &policy.periodic.cite);
    if let Some(review) = &policy.review {
        add(review.value, &review.cite);
    }
    add(Rhythm::Tahunan, &policy.annual_due.cite);
    all.sort_by_key(|plan| (plan.dates.until, std::cmp::Reverse(plan.rhythm.per_year())));
    all
}

/// The days of one period; `None` when the year has no such number.
pub fn dates_of(year: i32, rhythm: Rhythm, number: u32) -> Option<DateRange> {
    let months = 12 / rhythm.per_year();
    let from = NaiveDate::from_ymd_opt(year, number.checked_sub(1)? * months + 1, 1)?;
    DateRange::new(from, Some(from + Months::new(months) - Days::new(1)))
}

/// When the assessments of a period are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// First day.
    pub opens: NaiveDate,
    /// Last day: after it the superior takes over (Bab IV.A.11) and the deadlines of the document run.
    pub ends: NaiveDate,
}

/// The window of a period.
///
/// It opens with the period's last month (annual: the policy's day in December) and ends on the policy's day
/// (annual: end of January, Bab IV.A.8.b) or after the policy's working days (periodic: the law is silent).
pub fn window(rhythm: Rhythm, dates: DateRange, policy: &Policy, holidays: &Holidays) -> Window {
    let last = dates.until.unwrap_or(dates.from);
    if rhythm == Rhythm::Tahunan {
        let year = last.year();
        return Window { opens: policy.annual_opens.value.in_year(year), ends: policy.annual_due.value.in_year(year) };
    }
    let opens = last.with_day(1).expect("every month has a first day").max(dates.from);
    Window { opens, ends: holidays.after(last, policy.periodic_due.value) }
}

/// May the period be opened for assessment today?
pub fn check_open(period: &Period, today: NaiveDate, policy: &Policy, holidays: &Holidays) -> Result<(), Refusal> {
    if period.closed_at.is_some() {
        return Err(Refusal::rule(Text::new("evaluation-period-closed")));
    }
    if let Some(at) = period.opened_at {
        return Err(Refusal::rule(Text::new("evaluation-period-already-open").with("at", at)));
    }
    let window = window(period.rhythm, period.dates, policy, holidays);
    if today < window.opens {
        return Err(Refusal::rule(Text::new("evaluation-period-too-early").with("opens", window.opens))
            .cited(cite_of(period, policy))
            .next(Text::new("evaluation-period-too-early-next").with("opens", window.opens)));
    }
    Ok(())
}

/// May the period be closed today? `missing` is the number of people still without a result.
///
/// Complete, it closes from the day after its last day. Incomplete, it stays open until the superiors' time
/// is over as well (window and 14 working days); after that it may be closed and the gaps stay visible.
pub fn check_close(
    period: &Period,
    missing: u32,
    today: NaiveDate,
    policy: &Policy,
    holidays: &Holidays,
) -> Result<(), Refusal> {
    if period.closed_at.is_some() {
        return Err(Refusal::rule(Text::new("evaluation-period-closed")));
    }
    if period.opened_at.is_none() {
        return Err(Refusal::rule(Text::new("evaluation-period-not-open")));
    }
    let last = period.dates.until.unwrap_or(period.dates.from);
    if today <= last {
        return Err(
            Refusal::rule(Text::new("evaluation-period-not-over").with("last", last)).cited(cite_of(period, policy))
        );
    }
    let ends = window(period.rhythm, period.dates, policy, holidays).ends;
    let superiors_until = holidays.after(ends, policy.document.superior_signed.value);
    if missing > 0 && today <= superiors_until {
        return Err(Refusal::rule(Text::new("evaluation-period-incomplete").with("n", missing))
            .cited(policy.document.superior_signed.cite.clone())
            .next(Text::new("evaluation-period-incomplete-next").with("until", superiors_until)));
    }
    Ok(())
}

fn cite_of(period: &Period, policy: &Policy) -> Citation {
    match period.rhythm {
        Rhythm::Tahunan => policy.annual_due.cite.clone(),
        Rhythm::Semesteran => policy.review.as_ref().map_or_else(|| policy.periodic.cite.clone(), |r| r.cite.clone()),
        Rhythm::Bulanan | Rhythm::Triwulanan => policy.periodic.cite.clone(),
    }
}
