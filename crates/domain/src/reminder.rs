//! When somebody is reminded of a deadline, and when the next level up hears of it (rows 96 and 97 of the feature table).
//!
//! The regulation sets the deadlines and is silent on reminders. The days below are ours, in one place until schemes
//! carry them as rules; counted in working days on the agency's calendar, and nothing is sent on a day off.
//! Not here: who is behind (`store::reports`), the words (`actions::reminder`).

use crate::{decision::Certainty, time::Holidays};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Our reading: no law says when to remind.
pub const CERTAINTY: Certainty = Certainty::Assumption;

/// Working days before a deadline on which those whose turn it is are reminded.
pub const BEFORE: [u32; 2] = [5, 1];

/// Working days after a deadline, and who hears of it then.
pub const AFTER: [(u32, Level); 3] = [(1, Level::Own), (3, Level::Next), (8, Level::Above)];

/// Working days after a deadline from which nobody is reminded any more: the people in charge know by then.
pub const ENOUGH: u32 = 30;

/// Who hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Those whose turn it is.
    Own,
    /// The next level up: the rater of an employee, the superior of a rater.
    Next,
    /// The level above that.
    Above,
}

impl Level {
    /// Steps up from those whose turn it is.
    pub const fn up(self) -> u8 {
        self as u8
    }
}

/// One reminder that has become due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Working days from the deadline; negative before it.
    pub days: i32,
    /// Who hears of it.
    pub level: Level,
}

impl Stage {
    /// Names it among the reminders of one deadline: `-5`, `3`.
    pub fn code(self) -> String {
        self.days.to_string()
    }
}

/// The latest reminder of a deadline whose day has come by `today`; none on a day off, long before, or long after.
///
/// A day on which nothing ran is made up for on the next: what was sent is remembered by stage, not by day.
pub fn reached(deadline: NaiveDate, today: NaiveDate, holidays: &Holidays) -> Option<Stage> {
    if !holidays.is_working(today) {
        return None;
    }
    if today <= deadline {
        let left = working_days(today, deadline, holidays, BEFORE[0] + 1);
        let days = BEFORE.iter().rev().find(|days| left <= **days)?;
        return Some(Stage { days: -(*days as i32), level: Level::Own });
    }
    let passed = working_days(deadline, today, holidays, ENOUGH + 1);
    if passed > ENOUGH {
        return None;
    }
    let (days, level) = AFTER.iter().rev().find(|(days, _)| passed >= *days)?;
    Some(Stage { days: *days as i32, level: *level })
}

/// Working days after `from` up to and including `until`, counted no further than `most`.
fn working_days(from: NaiveDate, until: NaiveDate, holidays: &Holidays, most: u32) -> u32 {
    let (mut day, mut count) = (from, 0);
    while day < until && count < most {
        day = day + Days::new(1);
        count += u32::from(holidays.is_working(day));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, month, day).unwrap()
    }

    /// The deadline is Friday 29 January 2027; Monday 1 February is a holiday.
    #[test]
    fn reminders_by_working_days() {
        let holidays = Holidays([d(2, 1)].into());
        let deadline = d(1, 29);
        for (today, want) in [
            (d(1, 21), None),
            (d(1, 22), Some((-5, Level::Own))),
            (d(1, 23), None), // Saturday
            (d(1, 25), Some((-5, Level::Own))),
            (d(1, 27), Some((-5, Level::Own))),
            (d(1, 28), Some((-1, Level::Own))),
            (d(1, 29), Some((-1, Level::Own))),
            (d(2, 1), None), // a holiday
            (d(2, 2), Some((1, Level::Own))),
            (d(2, 3), Some((1, Level::Own))),
            (d(2, 4), Some((3, Level::Next))),
            (d(2, 10), Some((3, Level::Next))),
            (d(2, 11), Some((8, Level::Above))),
            (d(3, 15), Some((8, Level::Above))),
            (d(3, 16), None),
        ] {
            let found = reached(deadline, today, &holidays).map(|stage| (stage.days, stage.level));
            assert_eq!(found, want, "{today}");
        }
    }
}
