//! Groups that results are compared by. Read from what the agency already keeps; used for this audit alone, never to work out
//! anybody's result.

use crate::{
    amount::Amount,
    decision::Text,
    people::{Employee, Nip, PostKind},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Fewest people in a group, and beside it, before it is told (certainty: assumption, as survey publication does).
pub const LEAST: usize = 10;

/// By what people are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Sex, from the NIP.
    Sex,
    /// Age on the last day of the period, from the NIP.
    Age,
    /// PNS or PPPK.
    Employment,
    /// Kind of post.
    Post,
    /// Unit.
    Unit,
}

impl By {
    /// Its name.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Sex => "fairness-by-sex",
            Self::Age => "fairness-by-age",
            Self::Employment => "fairness-by-employment",
            Self::Post => "fairness-by-post",
            Self::Unit => "fairness-by-unit",
        })
    }
}

/// The groups somebody belongs to, but for the unit: what is compared, and the code of the group.
pub fn of(person: &Employee, post: Option<PostKind>, day: NaiveDate) -> Vec<(By, &'static str)> {
    let mut found = vec![(By::Employment, person.employment.code())];
    if let Some(nip) = &person.nip {
        found.extend(sex(nip).map(|code| (By::Sex, code)));
        found.extend(age(nip, day).map(|code| (By::Age, code)));
    }
    found.extend(post.map(|kind| (By::Post, post_code(kind))));
    found
}

/// The name of a group; units name themselves.
pub fn name(by: By, code: &str) -> Option<Text> {
    Some(Text::new(match (by, code) {
        (By::Sex, "man") => "fairness-group-man",
        (By::Sex, "woman") => "fairness-group-woman",
        (By::Age, "under_30") => "fairness-group-under-30",
        (By::Age, "30_39") => "fairness-group-30",
        (By::Age, "40_49") => "fairness-group-40",
        (By::Age, "50_up") => "fairness-group-50",
        (By::Employment, "pns") => "fairness-group-pns",
        (By::Employment, "pppk") => "fairness-group-pppk",
        (By::Employment, "non_asn") => "fairness-group-non-asn",
        (By::Post, "leader") => "fairness-group-leader",
        (By::Post, "functional") => "fairness-group-functional",
        (By::Post, "pelaksana") => "fairness-group-pelaksana",
        _ => return None,
    }))
}

fn sex(nip: &Nip) -> Option<&'static str> {
    match nip.as_str().as_bytes().get(14) {
        Some(b'1') => Some("man"),
        Some(b'2') => Some("woman"),
        _ => None,
    }
}

fn age(nip: &Nip, day: NaiveDate) -> Option<&'static str> {
    let part = |range: std::ops::Range<usize>| nip.as_str().get(range)?.parse::<u32>().ok();
    let born = NaiveDate::from_ymd_opt(part(0..4)? as i32, part(4..6)?, part(6..8)?)?;
    let had = (day.month(), day.day()) >= (born.month(), born.day());
    Some(match day.year() - born.year() - i32::from(!had) {
        ..30 => "under_30",
        30..40 => "30_39",
        40..50 => "40_49",
        _ => "50_up",
    })
}

const fn post_code(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Fungsional(_) => "functional",
        PostKind::Pelaksana => "pelaksana",
        _ => "leader",
    }
}

/// How much rarer or more frequent the highest rating is in a group (selection-rate ratio, adverse impact).
///
/// Read by the four-fifths rule of the Uniform Guidelines on Employee Selection Procedures (1978, 29 CFR 1607.4(D)), a custom
/// of another country and no rule of the law here. It and tests of significance disagree in up to four of ten cases (Public
/// Personnel Management 2002, doi 10.1177/009102600203100210), so both are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    /// The group's share over that of everybody else, with its interval (Katz and others 1978): 1 is alike.
    pub ratio: super::Estimate,
    /// Chance of shares as far apart where there is no difference (Fisher's exact test), in ten-thousandths. Adjusted
    /// (Benjamini and Hochberg) among the ratios of all groups, apart from [`GroupFigures::adjusted`]: shares and means are two
    /// questions to the same people, and asking the second should not make the first harder to answer.
    pub adjusted: Amount,
}

impl Impact {
    /// Worth looking at, in one sentence: the rarer side has less than four fifths of the other's share, and the interval
    /// leaves 1 out. Both sides count, because of two groups only one is listed. No proof of anything.
    pub fn says(&self) -> Option<Text> {
        let one = Amount::SCALE;
        let less = self.ratio.value.0 * 5 < one * 4 && self.ratio.high.0 < one;
        let more = self.ratio.value.0 * 4 > one * 5 && self.ratio.low.0 > one;
        (less || more).then(|| {
            Text::new(match (self.adjusted.0 < FOUND, less) {
                (true, true) => "fairness-impact-less",
                (true, false) => "fairness-impact-more",
                (false, _) => "fairness-impact-unsure",
            })
        })
    }
}

/// Is a difference gone once the raters are taken into account? Not when its interval holds zero only for being wide, as with
/// the fewer people who have a fair value: at least half of it must be gone as well.
pub(super) const fn explained(raw: super::Estimate, fair: super::Estimate) -> bool {
    !fair.is_not_zero() && fair.value.0.abs() * 2 <= raw.value.0.abs()
}

/// Below this adjusted chance something is more than chance would give: one in twenty.
const FOUND: i64 = Amount::SCALE / 20;

/// One group beside everybody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFigures {
    /// By what.
    pub by: By,
    /// The group's code; of a unit its name.
    pub code: String,
    /// People in it, and beside it.
    pub people: (u32, u32),
    /// Mean rating of both.
    pub means: (Amount, Amount),
    /// Difference of the means in standard deviations (Hedges' g): above zero favours the group.
    pub raw: super::Estimate,
    /// The same of fair values, where they are there for enough people.
    pub fair: Option<super::Estimate>,
    /// Share of people with a result who are at *diatas* on the whole, in basis points, of both.
    pub rates: (i64, i64),
    /// Those shares over each other, where enough people have a result.
    #[serde(default)]
    pub impact: Option<Impact>,
    /// Chance of a difference like this where there is none, adjusted for all groups looked at (Benjamini and Hochberg), in
    /// ten-thousandths.
    pub adjusted: Amount,
}

impl GroupFigures {
    /// Is the difference more than chance would give, with all groups looked at?
    pub const fn is_found(&self) -> bool {
        self.adjusted.0 < FOUND
    }

    /// In one sentence: found, gone once the raters are taken into account, or not found.
    pub fn says(&self) -> Text {
        let gone = self.fair.is_some_and(|fair| explained(self.raw, fair));
        Text::new(match (self.is_found(), gone) {
            (true, true) => "fairness-group-explained",
            (true, false) => "fairness-group-found",
            (false, _) => "fairness-group-not-found",
        })
    }
}
