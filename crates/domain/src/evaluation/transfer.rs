//! Whoever moves to another unit (PermenPANRB 6/2022 Bab IV.A.13): the new rater evaluates on what the new unit achieved.
//! In a periodic evaluation rater and employee may agree on the result of the period before, from the old unit
//! ([`Carryover`]). Nothing is weighted by time, except in agencies that must follow an application which does so
//! ([`by_time`]).

use super::{Evaluation, Period, Predikat, Rhythm};
use crate::{
    amount::Amount,
    decision::{Decision, Reason, Refusal, Text},
    ids::{EmployeeId, EvaluationId, PeriodId, SkpId},
    plan::Skp,
    policy::{Policy, Rule, permenpanrb},
    time::DateRange,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// The rater proposes the result of the period before; the employee answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carryover {
    /// The period that is evaluated.
    pub period: PeriodId,
    /// The new plan.
    pub skp: SkpId,
    /// The result of the period before, in the old unit.
    pub first: EvaluationId,
    /// The new rater.
    pub by: EmployeeId,
    /// Why, in the rater's words.
    pub says: String,
    /// When it was proposed.
    pub at: DateTime<Utc>,
    /// When the employee answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// The result that followed, if the employee agreed.
    pub result: Option<EvaluationId>,
}

impl Carryover {
    /// Does it wait for the employee?
    pub const fn waits(&self) -> bool {
        self.answered_at.is_none()
    }
}

/// What stands when a result may be carried over.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The old plan.
    pub skp: &'a Skp,
    /// The period it was evaluated in.
    pub period: &'a Period,
    /// The result.
    pub result: &'a Evaluation,
}

/// Is this the result of the period before, from the old unit, for somebody who moved within the period?
pub fn fits(skp: &Skp, period: &Period, before: Before<'_>) -> bool {
    moved_within(skp, period)
        && before.skp.employee == skp.employee
        && before.skp.unit != skp.unit
        && before.period.rhythm == period.rhythm
        && before.result.period == before.period.id
        && before.result.predikat.is_some()
        && before.period.dates.until.map(|last| last + Days::new(1)) == Some(period.dates.from)
}

/// Did the plan begin within a periodic evaluation of the law? Only then another unit's result may be agreed upon.
pub fn moved_within(skp: &Skp, period: &Period) -> bool {
    matches!(period.rhythm, Rhythm::Bulanan | Rhythm::Triwulanan) && period.dates.contains(skp.dates.from)
}

/// May the rater propose it now? Once, while the period is open.
pub fn may_propose(period: &Period, there: Option<&Carryover>, says: &str) -> Result<(), Refusal> {
    let refuse = |key| Err(Refusal::rule(Text::new(key)).cited(permenpanrb("Bab IV.A.13")));
    if period.opened_at.is_none() || period.closed_at.is_some() {
        return refuse("evaluation-carry-over-not-open");
    }
    if there.is_some() {
        return refuse("evaluation-carry-over-asked-before");
    }
    if says.trim().is_empty() {
        return Err(Refusal::field("says", Text::new("evaluation-carry-over-needs-reason")));
    }
    Ok(())
}

/// The result the agreement yields: what stood in the period before, signed by the new rater, explained by the agreement
/// and by what the first rested on. `None` until the employee agrees.
pub fn carried(
    carryover: &Carryover,
    version: u32,
    first: &Evaluation,
    (period, from): (&Period, &Period),
    policy: &Policy,
) -> Option<Evaluation> {
    let (id, at) = (carryover.result?, carryover.answered_at?);
    let clause = policy.clauses.get(Rule::SpecialCases, "mutasi-periodik");
    let cite = clause.map_or_else(|| permenpanrb("Bab IV.A.13"), |clause| clause.cite.clone());
    let says = Text::new("evaluation-carried-over")
        .with("from", from.dates.from)
        .with("until", from.last_day())
        .with("at", at)
        .with("reason", carryover.says.as_str());
    Some(Evaluation {
        id,
        period: period.id,
        skp: carryover.skp,
        skp_version: version,
        evaluator: carryover.by,
        because: Reason::new(says).cited(cite).resting_on([first.because.clone()]),
        policy: policy.id.clone(),
        notes: String::new(),
        signed_at: at,
        delivered_at: Some(at),
        acknowledged_at: None,
        ..first.clone()
    })
}

/// A plan the employee had before in the same year, with the last predicate it earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its days.
    pub dates: DateRange,
    /// Its last predicate.
    pub predikat: Predikat,
    /// When that was signed.
    pub signed_at: DateTime<Utc>,
    /// When another result took its place.
    pub replaced_at: Option<DateTime<Utc>>,
}

/// Of everything earlier plans earned, what each had last at the moment.
pub fn standing(mut earned: Vec<Earlier>, at: DateTime<Utc>) -> Vec<Earlier> {
    earned.retain(|one| one.signed_at <= at && one.replaced_at.is_none_or(|replaced| replaced > at));
    earned.sort_by_key(|one| (one.dates.from, std::cmp::Reverse(one.signed_at)));
    earned.dedup_by_key(|one| one.dates);
    earned
}

/// Does this agency weigh the plans of a year by time?
pub fn weighs(policy: &Policy, rhythm: Rhythm) -> bool {
    rhythm == Rhythm::Tahunan && policy.transfer_by_time.as_ref().is_some_and(|rule| rule.value)
}

/// The annual predicate of somebody with several plans in the year, each weighted by its days: the mean of the five classes
/// (1 to 5), a half upwards. `None` where the law's own way holds: no earlier plan with a result, or an agency that does
/// not weigh.
pub fn by_time(
    follows: &Decision<Predikat>,
    own: DateRange,
    earlier: &[Earlier],
    period: &Period,
    policy: &Policy,
) -> Option<Decision<Predikat>> {
    let rule = policy.transfer_by_time.as_ref().filter(|_| weighs(policy, period.rhythm))?;
    let within = |dates: DateRange| {
        let last = dates.until.map_or(period.last_day(), |until| until.min(period.last_day()));
        days(dates.from.max(period.dates.from), last)
    };
    let before: Vec<_> = earlier.iter().map(|one| (one, within(one.dates))).filter(|(_, days)| *days > 0).collect();
    let now = within(own);
    if before.is_empty() || now == 0 {
        return None;
    }
    let all: i64 = now + before.iter().map(|(_, days)| days).sum::<i64>();
    let class = |predikat: Predikat| predikat as i64 + 1;
    let sum = class(follows.value) * now + before.iter().map(|(one, days)| class(one.predikat) * days).sum::<i64>();
    let at = ((2 * sum + all) / (2 * all)).clamp(1, 5);
    let value = Predikat::ALL[usize::try_from(at - 1).unwrap_or_default()];
    let mean = Amount((200 * sum + all) / (2 * all) * Amount::SCALE / 100);
    let part = |predikat: Predikat, days: i64| {
        Text::new("evaluation-by-time-part").with("predikat", predikat.label()).with("days", days)
    };
    let says = Text::new("evaluation-by-time").with("predikat", value.label()).with("mean", mean);
    let because = Reason::new(says)
        .cited(rule.cite.clone())
        .resting_on([Reason::new(part(follows.value, now)).resting_on([follows.because.clone()])])
        .resting_on(before.iter().map(|(one, days)| Reason::new(part(one.predikat, *days))));
    Some(Decision { value, because })
}

fn days(from: NaiveDate, until: NaiveDate) -> i64 {
    ((until - from).num_days() + 1).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        decision::Reason,
        policy::Cited,
        testing::{day, noon, period, policy, year_period},
    };

    fn weighing() -> Policy {
        let mut policy = policy();
        let rule = policy.self_first_grace.clone().expect("a rule to take its citation from");
        policy.transfer_by_time = Some(Cited { value: true, cite: rule.cite, from: rule.from, source: rule.source });
        policy
    }

    fn until(month: u32, last: u32) -> DateRange {
        DateRange { from: day(2026, 1, 1), until: Some(day(2026, month, last)) }
    }

    fn earlier(dates: DateRange, predikat: Predikat) -> Earlier {
        Earlier { dates, predikat, signed_at: noon(day(2026, 7, 1)), replaced_at: None }
    }

    #[test]
    fn plans_are_weighted_by_their_days() {
        use Predikat::{Baik, ButuhPerbaikan, Kurang, SangatBaik, SangatKurang};
        let policy = weighing();
        let year = year_period();
        let rest = |from| DateRange { from, until: None };
        for (now, from, before, expected) in [
            (ButuhPerbaikan, day(2026, 7, 1), SangatBaik, Baik),
            (ButuhPerbaikan, day(2026, 12, 31), SangatBaik, SangatBaik),
            (SangatBaik, day(2026, 1, 2), SangatKurang, SangatBaik),
            (Kurang, day(2026, 4, 1), Kurang, Kurang),
            (SangatKurang, day(2026, 7, 3), SangatBaik, ButuhPerbaikan),
        ] {
            let follows = Decision { value: now, because: Reason::new(Text::new("evaluation-predikat-follows")) };
            let first = earlier(DateRange { from: day(2026, 1, 1), until: from.pred_opt() }, before);
            let found = by_time(&follows, rest(from), &[first], &year, &policy).expect("weighted");
            assert_eq!(found.value, expected, "{now:?} from {from}, {before:?} before");
            assert_eq!(found.because.from.len(), 2, "each part with its days");
            assert!(found.because.cite.is_some());
        }
    }

    #[test]
    fn the_law_itself_weighs_nothing() {
        let follows =
            Decision { value: Predikat::Baik, because: Reason::new(Text::new("evaluation-predikat-follows")) };
        let first = [earlier(until(6, 30), Predikat::Kurang)];
        let own = DateRange { from: day(2026, 7, 1), until: None };
        assert_eq!(by_time(&follows, own, &first, &year_period(), &policy()), None, "no scheme asks for it");
        assert_eq!(by_time(&follows, own, &[], &year_period(), &weighing()), None, "nobody moved");
        let quarter = period(Rhythm::Triwulanan, 3);
        assert_eq!(by_time(&follows, own, &first, &quarter, &weighing()), None, "only the year");
    }

    #[test]
    fn of_each_earlier_plan_the_last_that_stood_counts() {
        let at = |day| Earlier { signed_at: noon(day), ..earlier(until(6, 30), Predikat::Kurang) };
        let replaced = Earlier { replaced_at: Some(noon(day(2026, 8, 1))), ..at(day(2026, 7, 15)) };
        let last = Earlier { predikat: Predikat::Baik, ..at(day(2026, 8, 1)) };
        let all = vec![at(day(2026, 4, 10)), last.clone(), replaced.clone()];
        assert_eq!(standing(all.clone(), noon(day(2026, 9, 1))), [last]);
        assert_eq!(standing(all, noon(day(2026, 7, 20))), [replaced]);
    }
}
