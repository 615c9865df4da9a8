//! Who sets a plan, and until when: the rater, and after the deadline the rater's superior (Ps 14(3), Bab II.C.4-5).

use super::Skp;
use crate::{
    decision::{Decision, Reason, Refusal, Text},
    permissions::Facts,
    policy::{Policy, permenpanrb},
    time::DateRange,
};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Who sets a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setter {
    /// Pejabat Penilai Kinerja (Ps 14(3)).
    Rater,
    /// Atasan Pejabat Penilai Kinerja, once the deadline has passed (Bab II.C.5).
    Superior,
}

/// The last day on which the plan is due to be set. A plan that begins after the law's date is due at the end of
/// its first month (certainty: assumption, see the law's notes on `plan-due`).
pub fn due(dates: DateRange, year: i32, policy: &Policy) -> NaiveDate {
    let due = policy.plan_due.value.in_year(year);
    if dates.from <= due {
        return due;
    }
    let first = dates.from.with_day(1).expect("every month has a first day");
    first + Months::new(1) - Days::new(1)
}

/// May this person set the plan today, and as whom?
pub fn setter(skp: &Skp, facts: &Facts, today: NaiveDate, policy: &Policy) -> Result<Decision<Setter>, Refusal> {
    let due = due(skp.dates, skp.year, policy);
    if facts.is_rater {
        let because = Reason::new(Text::new("plan-setter-rater")).cited(permenpanrb("Ps 14(3)"));
        return Ok(Decision { value: Setter::Rater, because });
    }
    if facts.is_superior {
        let superior = permenpanrb("Bab II.C.5");
        if today > due {
            let because = Reason::new(Text::new("plan-setter-superior").with("due", due)).cited(superior).resting_on([
                Reason::new(Text::new("plan-due-was").with("due", due)).cited(policy.plan_due.cite.clone()),
            ]);
            return Ok(Decision { value: Setter::Superior, because });
        }
        return Err(Refusal::rule(Text::new("plan-setter-too-early").with("due", due))
            .cited(superior)
            .next(Text::new("plan-setter-too-early-next").with("due", due)));
    }
    Err(Refusal::rule(Text::new("plan-setter-nobody")).cited(permenpanrb("Ps 14(3)")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, plan, policy};

    #[test]
    fn the_superior_sets_only_after_the_deadline() {
        let policy = policy();
        let (skp, late) = (plan(), day(2026, 2, 1));
        let in_time = day(2026, 1, 31);
        assert_eq!(setter(&skp, &Facts::rater(), in_time, &policy).unwrap().value, Setter::Rater);
        assert_eq!(setter(&skp, &Facts::rater(), late, &policy).unwrap().value, Setter::Rater);
        let Err(Refusal::Rule(early)) = setter(&skp, &Facts::superior(), in_time, &policy) else { panic!() };
        assert_eq!(
            (early.says.key.as_ref(), early.cite.unwrap().article.as_str()),
            ("plan-setter-too-early", "Bab II.C.5")
        );
        let decision = setter(&skp, &Facts::superior(), late, &policy).unwrap();
        assert_eq!((decision.value, decision.because.from.len()), (Setter::Superior, 1));
        assert!(setter(&skp, &Facts::own(), late, &policy).is_err());
        let mut transferred = plan();
        transferred.dates.from = day(2026, 6, 9);
        assert_eq!(due(transferred.dates, 2026, &policy), day(2026, 6, 30));
        assert!(setter(&transferred, &Facts::superior(), day(2026, 6, 30), &policy).is_err());
        assert!(setter(&transferred, &Facts::superior(), day(2026, 7, 1), &policy).is_ok());
    }
}
