//! Numbers of the demo: targets read from their words, and realised amounts that look like work.

use super::cast;
use domain::{
    amount::Amount,
    plan::{Direction, Tally, Target},
};

/// Units in which a level is measured, not a count.
const LEVELS: [&str; 8] = ["persen", "indeks", "nilai", "hari", "jam", "menit", "level", "skor"];

/// Reads `240 permohonan`, `≤ 3 hari`, `0,80 indeks`.
pub fn target(words: &str) -> Result<Target, String> {
    let (limit, rest) = words.strip_prefix("≤ ").map_or((false, words), |rest| (true, rest));
    let (number, unit) = rest.split_once(' ').ok_or_else(|| format!("no unit in `{words}`"))?;
    let amount = Amount::parse(number).map_err(|error| format!("`{words}`: {error:?}"))?;
    Ok(Target {
        amount: Some(amount),
        unit: unit.to_owned(),
        tally: if limit || LEVELS.contains(&unit) { Tally::Latest } else { Tally::Sum },
        direction: if limit { Direction::LowerIsBetter } else { Direction::HigherIsBetter },
        ..Target::default()
    })
}

/// How somebody does in a year: per cent of what was planned at its end.
#[derive(Clone, Copy)]
pub struct Pace(pub i64);

impl Pace {
    /// From a rating of hasil kerja.
    pub fn of(rating: Option<&str>) -> Self {
        Self(match rating {
            Some("diatas") => 109,
            Some("dibawah") => 74,
            _ => 100,
        })
    }
}

/// A number that is always the same for the same thing, 0 to `below` - 1.
pub fn chance(about: &str, below: u64) -> u64 {
    // FNV-1a: spreads short texts well enough for a demo.
    let hash = about.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 13) % below.max(1)
}

/// What has been reached by the end of a month (1 to 12): a running total, or a level.
pub fn reached(target: &Target, indicator: &cast::Indicator, pace: Pace, month: u32, about: &str) -> Amount {
    let goal = target.amount.map_or(0, |amount| amount.0);
    let month = i64::from(month);
    if (target.direction, target.tally) == (Direction::HigherIsBetter, Tally::Sum) {
        return Amount(round(goal * pace.0 / 100 * share(about, month) / 1000, goal, target.tally));
    }
    // A little unevenness, in per cent, that vanishes at the year's end.
    let uneven = (chance(&format!("{about}{month}"), 11) as i64 - 5) * (12 - month) / 12;
    let percent = match target.direction {
        Direction::HigherIsBetter => {
            let start = indicator.start.unwrap_or(86);
            let end = if pace.0 >= 105 {
                103
            } else if pace.0 >= 95 {
                100
            } else {
                90
            };
            start + (end - start) * month / 12 + uneven / 2
        }
        Direction::LowerIsBetter => {
            let end = if pace.0 >= 105 {
                84
            } else if pace.0 >= 95 {
                97
            } else {
                124
            };
            138 + (end - 138) * (month + 2) / 14 + uneven
        }
    };
    let ceiling = if target.unit == "persen" { Amount::whole(100).0 } else { i64::MAX };
    Amount(round((goal * percent.max(0) / 100).min(ceiling), goal, target.tally))
}

/// The part of the year's work, in thousandths, that is done by the end of a month: no month is like another.
fn share(about: &str, month: i64) -> i64 {
    let weight = |month: i64| 70 + chance(&format!("{about}{month}"), 61) as i64;
    (1..=month).map(weight).sum::<i64>() * 1000 / (1..=12).map(weight).sum::<i64>()
}

/// Counts are whole; levels have as many decimals as people would write.
fn round(value: i64, goal: i64, tally: Tally) -> i64 {
    let step = match tally {
        Tally::Sum => Amount::SCALE,
        Tally::Latest if goal < 2 * Amount::SCALE => Amount::SCALE / 100,
        Tally::Latest => Amount::SCALE / 10,
    };
    (value + step / 2) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator() -> cast::Indicator {
        cast::Indicator {
            aspek: None,
            perspektif: None,
            text: String::new(),
            target: String::new(),
            start: None,
            last: None,
            pace: None,
            did: Vec::new(),
            steps: Vec::new(),
        }
    }

    #[test]
    fn targets_are_read_from_their_words() {
        let limit = target("≤ 3 hari").expect("a target");
        assert_eq!((limit.tally, limit.direction), (Tally::Latest, Direction::LowerIsBetter));
        let count = target("1.800 berkas").expect("a target");
        assert_eq!((count.amount, count.tally), (Some(Amount::whole(1800)), Tally::Sum));
        assert!(target("banyak").is_err());
    }

    #[test]
    fn a_year_ends_where_its_pace_says() {
        let count = target("240 permohonan").expect("a target");
        let year = |pace| reached(&count, &indicator(), Pace(pace), 12, "ratna");
        assert_eq!(year(100), Amount::whole(240));
        assert!(year(109) > Amount::whole(255) && year(74) < Amount::whole(180));
        let limit = target("≤ 3 hari").expect("a target");
        assert!(reached(&limit, &indicator(), Pace(100), 12, "x") <= Amount::whole(3));
        assert!(reached(&limit, &indicator(), Pace(74), 12, "x") > Amount::whole(3));
        let percent = target("98 persen").expect("a target");
        assert!(reached(&percent, &indicator(), Pace(109), 12, "x") <= Amount::whole(100));
    }
}
