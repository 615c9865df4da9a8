//! What follows from results: the scheme's own rules over the years, each proposal with its reason.
//!
//! A proposal decides nothing; a person does. What is not known is handed out as not known and never taken for *no*.

use super::{Scheme, combine::SchemeResult, criterion::Reads, hundredths};
use crate::{
    decision::{Arg, Citation, Reason, Text},
    evaluation::Predikat,
};
use serde::{Deserialize, Serialize};

/// How strongly something follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It is proposed.
    Propose,
    /// It is opened to the employee, who may take it up.
    Open,
    /// It has to be begun.
    Require,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// Mentoring.
    Mentoring,
    /// Bimbingan kinerja (coaching).
    Coaching,
    /// Konseling kinerja.
    Counselling,
    /// Training.
    Training,
    /// Scholarship or study leave.
    Scholarship,
    /// Promotion: an eligibility check.
    Promotion,
    /// Talent pool.
    Talent,
    /// A talk.
    Dialogue,
    /// An award or a word of thanks.
    Award,
}

impl Act {
    const CODES: [(&'static str, Self); 3] =
        [("propose", Self::Propose), ("open", Self::Open), ("require", Self::Require)];

    /// Its name in the data.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, a)| *a == self).map(|(c, _)| *c).expect("every act has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, a)| *a)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Propose => "scheme-act-propose",
            Self::Open => "scheme-act-open",
            Self::Require => "scheme-act-require",
        })
    }
}

impl Programme {
    const CODES: [(&'static str, Self); 9] = [
        ("mentoring", Self::Mentoring),
        ("coaching", Self::Coaching),
        ("counselling", Self::Counselling),
        ("training", Self::Training),
        ("scholarship", Self::Scholarship),
        ("promotion", Self::Promotion),
        ("talent", Self::Talent),
        ("dialogue", Self::Dialogue),
        ("award", Self::Award),
    ];

    /// Its name in the data.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, p)| *p == self).map(|(c, _)| *c).expect("every programme has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, p)| *p)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Mentoring => "scheme-programme-mentoring",
            Self::Coaching => "scheme-programme-coaching",
            Self::Counselling => "scheme-programme-counselling",
            Self::Training => "scheme-programme-training",
            Self::Scholarship => "scheme-programme-scholarship",
            Self::Promotion => "scheme-programme-promotion",
            Self::Talent => "scheme-programme-talent",
            Self::Dialogue => "scheme-programme-dialogue",
            Self::Award => "scheme-programme-award",
        })
    }
}

/// What the conditions are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The result as a whole.
    Whole,
    /// One criterion.
    Criterion(String),
    /// Each criterion of a dimension by itself.
    Dimension(String),
}

/// One condition on one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The law's predikat is this or lower.
    PredikatAtMost(Predikat),
    /// The law's predikat is this or higher.
    PredikatAtLeast(Predikat),
    /// The class of the scheme result is this or lower.
    BandAtMost(String),
    /// The class of the scheme result is this or higher.
    BandAtLeast(String),
    /// The level of the criterion, or the score of the whole, is at most this, in hundredths.
    AtMost(i64),
    /// The level of the criterion, or the score of the whole, is at least this, in hundredths.
    AtLeast(i64),
    /// The level of the competence is at least this far below what the post asks for, in hundredths. Of a dimension only
    /// its competences are meant.
    ShortBy(i64),
    /// The score of the whole is below the average of the agency in that year.
    BelowAverage,
}

/// A movement over the years of the rule: never the other way in between, and at least so far in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    /// Upwards?
    pub up: bool,
    /// From the first year to the last, in hundredths.
    pub by: i64,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its code.
    pub code: String,
    /// What its conditions are about.
    pub about: About,
    /// All of them must hold.
    pub when: Vec<Condition>,
    /// In each of this many years in a row, the newest last; at least 1.
    pub years: u32,
    /// A movement over these years.
    pub trend: Option<Trend>,
    /// How strongly.
    pub act: Act,
    /// What.
    pub programme: Programme,
    /// What it says to people.
    pub text: String,
    /// Where it stands.
    pub article: String,
}

impl FollowUp {
    /// Does it speak of what the post asks for, which only competences have?
    pub(crate) fn of_competences(&self) -> bool {
        self.when.iter().any(|condition| matches!(condition, Condition::ShortBy(_)))
    }
}

/// One year of one employee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// The law's predikat.
    pub predikat: Option<Predikat>,
    /// The scheme's result.
    pub result: Option<SchemeResult>,
    /// The mean score of the agency in that year, in hundredths.
    pub average: Option<i64>,
}

/// What a rule proposes, or what it cannot yet say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The rule.
    pub rule: String,
    /// The criterion it is about, if it is about one.
    pub criterion: Option<String>,
    /// How strongly.
    pub act: Act,
    /// What.
    pub programme: Programme,
    /// What it says to people.
    pub text: String,
    /// Why: each condition with the year and the value.
    pub because: Reason,
}

/// What follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlook {
    /// What is proposed.
    pub proposals: Vec<Proposal>,
    /// What nobody can say yet, because something is not known. Neither yes nor no.
    pub unknown: Vec<Proposal>,
}

/// Does it hold?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Unknown,
}

/// Runs the rules over the years of one employee, in any order.
pub fn follow_ups(scheme: &Scheme, history: &[Year]) -> Outlook {
    let mut outlook = Outlook::default();
    let (Some(rules), Some(newest)) = (&scheme.follow_ups, history.iter().map(|y| y.year).max()) else {
        return outlook;
    };
    for rule in &rules.value {
        let cite = Citation { article: rule.article.clone(), ..rules.cite.clone() };
        let subjects: Vec<Option<&str>> = match &rule.about {
            About::Whole => vec![None],
            About::Criterion(code) => vec![Some(code)],
            About::Dimension(code) => {
                let fits = scheme.of_dimension(code).filter(|c| !rule.of_competences() || c.reads == Reads::Competence);
                fits.map(|c| Some(c.code.as_str())).collect()
            }
        };
        for subject in subjects {
            let look = Look { scheme, subject };
            let years: Vec<(i32, Option<&Year>)> = (newest + 1 - rule.years.max(1) as i32..=newest)
                .map(|year| (year, history.iter().find(|y| y.year == year)))
                .collect();
            let mut steps = Vec::new();
            for (year, found) in &years {
                steps.extend(rule.when.iter().map(|condition| look.holds(condition, *year, *found)));
            }
            steps.extend(rule.trend.map(|trend| look.moves(trend, &years)));
            if steps.iter().any(|(holds, _)| *holds == Holds::No) {
                continue;
            }
            let known = steps.iter().all(|(holds, _)| *holds == Holds::Yes);
            let key = if known { "scheme-follows" } else { "scheme-follows-unknown" };
            let says = Text::new(key).with("programme", rule.programme.label()).with("text", rule.text.as_str());
            let from = steps.into_iter().map(|(_, says)| Reason::new(says)).collect();
            let proposal = Proposal {
                rule: rule.code.clone(),
                criterion: subject.map(str::to_owned),
                act: rule.act,
                programme: rule.programme,
                text: rule.text.clone(),
                because: Reason { says, cite: Some(cite.clone()), from },
            };
            if known { outlook.proposals.push(proposal) } else { outlook.unknown.push(proposal) }
        }
    }
    outlook
}

/// Looking at years for one rule and subject.
struct Look<'a> {
    scheme: &'a Scheme,
    subject: Option<&'a str>,
}

impl Look<'_> {
    fn holds(&self, condition: &Condition, year: i32, found: Option<&Year>) -> (Holds, Text) {
        let told = Told::of(self.scheme, self.subject, condition);
        let (holds, have) = self.compare(condition, found);
        let says = match (holds, have) {
            (Holds::Unknown, _) | (_, None) => {
                Text::new("scheme-when-unknown").with("year", year).with("what", told.what)
            }
            (_, Some(have)) => {
                let limit = match (condition, found.and_then(|y| y.average)) {
                    (Condition::BelowAverage, Some(average)) => hundredths(average),
                    _ => told.limit,
                };
                let says = Text::new("scheme-when").with("year", year).with("what", told.what).with("have", have);
                says.with("test", told.test).with("limit", limit)
            }
        };
        (holds, says)
    }

    /// Whether it holds in the year, and what is there.
    fn compare(&self, condition: &Condition, found: Option<&Year>) -> (Holds, Option<Arg>) {
        let test = |holds: Option<(bool, Arg)>| match holds {
            Some((true, have)) => (Holds::Yes, Some(have)),
            Some((false, have)) => (Holds::No, Some(have)),
            None => (Holds::Unknown, None),
        };
        let predikat = found.and_then(|y| y.predikat);
        let amount = found.and_then(|y| self.amount(y));
        let combine = self.scheme.combine.as_ref().map(|rule| &rule.value);
        let rank = |code: &str| combine.and_then(|rule| rule.rank(code));
        let band = found.and_then(|y| y.result.as_ref()?.band.as_deref());
        let banded = |holds: fn(usize, usize) -> bool, limit: &str| {
            let (have, limit) = (rank(band?)?, rank(limit)?);
            Some((holds(have, limit), Arg::Str(combine?.bands.get(have)?.name.clone())))
        };
        test(match condition {
            Condition::PredikatAtMost(limit) => predikat.map(|p| (p <= *limit, p.label().into())),
            Condition::PredikatAtLeast(limit) => predikat.map(|p| (p >= *limit, p.label().into())),
            Condition::BandAtMost(limit) => banded(|have, limit| have <= limit, limit),
            Condition::BandAtLeast(limit) => banded(|have, limit| have >= limit, limit),
            Condition::AtMost(limit) => amount.map(|have| (have <= *limit, hundredths(have))),
            Condition::AtLeast(limit) => amount.map(|have| (have >= *limit, hundredths(have))),
            Condition::ShortBy(by) => found.and_then(|y| {
                let scored = y.result.as_ref()?.criterion(self.subject?)?;
                let short = i64::from(scored.required?) * 100 - scored.level?;
                Some((short >= *by, hundredths(short.max(0))))
            }),
            Condition::BelowAverage => found.and_then(|y| {
                let (score, average) = (y.result.as_ref()?.score?, y.average?);
                Some((score < average, hundredths(score)))
            }),
        })
    }

    /// The level of the criterion, or the score of the whole.
    fn amount(&self, year: &Year) -> Option<i64> {
        let result = year.result.as_ref()?;
        match self.subject {
            Some(code) => result.criterion(code)?.level,
            None => result.score,
        }
    }

    fn moves(&self, trend: Trend, years: &[(i32, Option<&Year>)]) -> (Holds, Text) {
        let (first, last) = (years[0].0, years[years.len() - 1].0);
        let spoken = |key: &'static str| Text::new(key).with("from", first.to_string()).with("until", last.to_string());
        let amounts: Option<Vec<i64>> = years.iter().map(|(_, year)| self.amount((*year)?)).collect();
        let Some(amounts) = amounts else { return (Holds::Unknown, spoken("scheme-trend-unknown")) };
        let way = if trend.up { 1 } else { -1 };
        let steady = amounts.windows(2).all(|pair| (pair[1] - pair[0]) * way >= 0);
        let (begin, end) = (amounts[0], amounts[amounts.len() - 1]);
        let holds = if steady && (end - begin) * way >= trend.by { Holds::Yes } else { Holds::No };
        let says = spoken("scheme-trend").with("first", hundredths(begin)).with("last", hundredths(end));
        (holds, says.with("by", hundredths(trend.by)))
    }
}

/// A condition in words.
pub(super) struct Told {
    pub what: Text,
    pub test: Text,
    pub limit: Arg,
}

impl Told {
    pub fn of(scheme: &Scheme, subject: Option<&str>, condition: &Condition) -> Self {
        let name = |code: &str| scheme.criterion(code).map_or_else(|| code.to_owned(), |c| c.name.clone());
        let band = |code: &str| {
            let found = scheme.combine.as_ref().and_then(|rule| rule.value.bands.iter().find(|b| b.code == code));
            Arg::Str(found.map_or_else(|| code.to_owned(), |b| b.name.clone()))
        };
        let amount = match subject {
            Some(code) => Text::new("scheme-what-level").with("criterion", name(code)),
            None => Text::new("scheme-what-score"),
        };
        let (predikat, class) = (Text::new("scheme-what-predikat"), Text::new("scheme-what-band"));
        let (most, least) = (Text::new("scheme-test-at-most"), Text::new("scheme-test-at-least"));
        let (what, test, limit) = match condition {
            Condition::PredikatAtMost(limit) => (predikat, most, limit.label().into()),
            Condition::PredikatAtLeast(limit) => (predikat, least, limit.label().into()),
            Condition::BandAtMost(limit) => (class, most, band(limit)),
            Condition::BandAtLeast(limit) => (class, least, band(limit)),
            Condition::AtMost(limit) => (amount, most, hundredths(*limit)),
            Condition::AtLeast(limit) => (amount, least, hundredths(*limit)),
            Condition::ShortBy(by) => {
                let criterion = subject.map(name).unwrap_or_default();
                (Text::new("scheme-what-short").with("criterion", criterion), least, hundredths(*by))
            }
            Condition::BelowAverage => (
                Text::new("scheme-what-score"),
                Text::new("scheme-test-below"),
                Text::new("scheme-what-average").into(),
            ),
        };
        Self { what, test, limit }
    }
}
