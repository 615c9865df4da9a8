//! Absence laid beside the ladder of PP 94/2021: information for the employee and the superior, early enough to talk.
//!
//! Never a penalty: whether a reason was valid, and which punishment follows, the superior decides after a hearing.
//! Nothing here changes a rating, a predicate or pay. One file.

use crate::{
    decision::{Certainty, Citation, Decision, Reason, Refusal, Text},
    policy::{National, Rule, Rung},
};
use serde::{Deserialize, Serialize};

/// Absence without a valid reason in one year, as counted by the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Whole working days, added up over the year.
    pub days: u32,
    /// The longest run of working days.
    pub in_a_row: u32,
    /// Minutes of coming late and leaving early, added up over the year.
    pub minutes: u32,
}

/// Where the count stands on the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indication {
    /// Days with the minutes turned into whole days.
    pub days: u32,
    /// The rung reached, if any.
    pub rung: Option<Rung>,
    /// Days until the next rung; `None` on the last.
    pub next_in: Option<u32>,
}

/// Reads the ladder. The answer always says that it decides nothing.
pub fn indication(absence: Absence, national: &National) -> Result<Decision<Indication>, Refusal> {
    let Some(rules) = &national.absence else {
        return Err(Refusal::rule(Text::new("discipline-none-in-force").with("on", national.on)).cited(law()));
    };
    let ladder = &rules.ladder.value;
    let from_minutes = absence.minutes / rules.day_minutes.value.max(1);
    let days = absence.days.saturating_add(from_minutes);
    let by_days = ladder.rungs.iter().rfind(|rung| days >= rung.days);
    let at_once = absence.in_a_row >= ladder.consecutive;
    let rung = if at_once { ladder.rungs.last() } else { by_days };
    let next = if at_once { None } else { ladder.rungs.iter().find(|rung| rung.days > days) };
    let next_in = next.map(|rung| rung.days - days);
    let head = match rung {
        Some(rung) => Text::new("discipline-rung")
            .with("days", days)
            .with("from", rung.days)
            .with("level", rung.level.as_str())
            .with("says", rung.says.as_str()),
        None => Text::new("discipline-below").with("days", days),
    };
    let mut because = Reason::new(head)
        .cited(rules.ladder.cite.clone())
        .resting_on([Reason::new(Text::new("discipline-decides-nothing")).cited(clause("pemeriksaan", national))]);
    if at_once {
        let says = Text::new("discipline-in-a-row").with("days", absence.in_a_row).with("limit", ladder.consecutive);
        because = because.resting_on([Reason::new(says).cited(rules.ladder.cite.clone())]);
    }
    if from_minutes > 0 {
        let says = Text::new("discipline-minutes")
            .with("minutes", absence.minutes)
            .with("day", rules.day_minutes.value)
            .with("days", from_minutes);
        because = because.resting_on([Reason::new(says).cited(rules.day_minutes.cite.clone())]);
    }
    if let Some(left) = next_in {
        let says = Text::new("discipline-next").with("days", left);
        because = because.resting_on([Reason::new(says).cited(rules.ladder.cite.clone())]);
    }
    Ok(Decision { value: Indication { days, rung: rung.cloned(), next_in }, because })
}

fn clause(code: &str, national: &National) -> Citation {
    national.clauses.get(Rule::AbsenceRules, code).map_or_else(law, |clause| clause.cite.clone())
}

fn law() -> Citation {
    Citation { policy: "pp-94-2021".to_owned(), article: "PP 94/2021".to_owned(), certainty: Certainty::Secondary }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, library};

    fn of(days: u32, in_a_row: u32, minutes: u32) -> Decision<Indication> {
        indication(Absence { days, in_a_row, minutes }, &library().national(day(2025, 12, 31))).unwrap()
    }

    #[test]
    fn each_rung_begins_where_the_law_says() {
        for (days, rung) in [
            (0, None),
            (2, None),
            (3, Some(3)),
            (4, Some(4)),
            (6, Some(4)),
            (7, Some(7)),
            (10, Some(7)),
            (11, Some(11)),
            (13, Some(11)),
            (14, Some(14)),
            (16, Some(14)),
            (17, Some(17)),
            (20, Some(17)),
            (21, Some(21)),
            (24, Some(21)),
            (25, Some(25)),
            (27, Some(25)),
            (28, Some(28)),
            (400, Some(28)),
        ] {
            assert_eq!(of(days, 1, 0).value.rung.map(|r| r.days), rung, "{days}");
        }
        assert_eq!(of(1, 1, 0).value.next_in, Some(2));
        assert_eq!(of(28, 1, 0).value.next_in, None);
    }

    #[test]
    fn ten_days_in_a_row_are_the_last_rung_and_minutes_become_whole_days() {
        assert_eq!(of(10, 10, 0).value.rung.unwrap().days, 28);
        assert_eq!(of(9, 9, 0).value.rung.unwrap().days, 7);
        assert_eq!((of(2, 1, 449).value.days, of(2, 1, 450).value.days), (2, 3));
    }

    #[test]
    fn it_always_says_that_it_decides_nothing() {
        for days in 0..40 {
            let because = of(days, days, 900).because;
            assert!(because.from.iter().any(|reason| reason.says.key == "discipline-decides-nothing"), "{days}");
        }
        assert!(indication(Absence::default(), &library().national(day(2020, 1, 1))).is_err());
    }
}
