//! What somebody came to over the years, criterion by criterion, and whether it rises or falls (R20).

use super::{Scheme, SchemeResult};
use crate::decision::Text;
use serde::{Deserialize, Serialize};

/// Less than this in a year is neither up nor down: a tenth of a level, in hundredths.
const STILL: i64 = 10;

/// Where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Up.
    Rises,
    /// Neither.
    Stays,
    /// Down.
    Falls,
}

impl Direction {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Rises => "scheme-years-rises",
            Self::Stays => "scheme-years-stays",
            Self::Falls => "scheme-years-falls",
        })
    }
}

/// One criterion over the years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its name in the scheme of today.
    pub name: String,
    /// Its level in each year asked for, in hundredths; `None` where nobody knows.
    pub levels: Vec<Option<i64>>,
    /// Where it goes; `None` with fewer than two years known.
    pub direction: Option<Direction>,
}

/// The criteria of the scheme over these years, oldest first. A criterion no year knows is left out.
pub fn over_years(scheme: &Scheme, years: &[(i32, &SchemeResult)]) -> Vec<Line> {
    let line = |code: &str, name: &str| {
        let level = |result: &SchemeResult| result.criterion(code).and_then(|scored| scored.level);
        let levels: Vec<Option<i64>> = years.iter().map(|(_, result)| level(result)).collect();
        let known = years.iter().zip(&levels).filter_map(|((year, _), level)| Some((*year, (*level)?)));
        Line { name: name.to_owned(), direction: direction(&known.collect::<Vec<_>>()), levels }
    };
    scheme
        .dimensions()
        .iter()
        .flat_map(|dimension| scheme.of_dimension(&dimension.code))
        .map(|criterion| line(&criterion.code, &criterion.name))
        .filter(|line| line.levels.iter().any(Option::is_some))
        .collect()
}

/// The median of the slopes between every two years (Sen 1968), so that one odd year does not turn it.
pub fn direction(known: &[(i32, i64)]) -> Option<Direction> {
    // Slopes are compared as they are, in thousandths of a hundredth, and nothing is rounded away.
    let pairs = known.iter().enumerate().flat_map(|(n, a)| known[n + 1..].iter().map(move |b| (a, b)));
    let mut slopes: Vec<i64> = pairs
        .filter(|((from, _), (to, _))| from != to)
        .map(|((from, a), (to, b))| (b - a) * 1000 / i64::from(to - from))
        .collect();
    slopes.sort_unstable();
    let (low, high) = (slopes.get(slopes.len().checked_sub(1)? / 2)?, slopes.get(slopes.len() / 2)?);
    let twice = low + high;
    Some(match twice {
        _ if twice >= 2 * STILL * 1000 => Direction::Rises,
        _ if twice <= -2 * STILL * 1000 => Direction::Falls,
        _ => Direction::Stays,
    })
}

#[cfg(test)]
mod tests {
    use super::{Direction::*, *};

    #[test]
    fn the_middle_slope_decides() {
        for (known, expected) in [
            (&[][..], None),
            (&[(2024, 300)], None),
            (&[(2024, 300), (2025, 310)], Some(Rises)),
            (&[(2024, 300), (2025, 309)], Some(Stays)),
            (&[(2024, 300), (2025, 290)], Some(Falls)),
            (&[(2023, 300), (2025, 310)], Some(Stays)), // five hundredths a year
            (&[(2022, 300), (2023, 320), (2024, 340), (2025, 100)], Some(Falls)), // half of the slopes fall steeply
            (&[(2021, 300), (2022, 320), (2023, 340), (2024, 100), (2025, 380)], Some(Rises)), // one odd year
        ] {
            assert_eq!(direction(known), expected, "{known:?}");
        }
    }
}
