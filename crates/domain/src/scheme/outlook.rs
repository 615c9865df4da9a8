//! What follows from the results of the years: each proposal with its reason.
//!
//! A proposal decides nothing; a person does. What is not known is handed out as not known and never taken for *no*.

use super::{
    Scheme,
    combine::SchemeResult,
    criterion::Reads,
    follow::{About, Act, Condition, FollowUp, Programme, Told, Trend},
    hundredths,
};
use crate::{
    decision::{Arg, Citation, Reason, Text},
    evaluation::Predikat,
    policy::Cited,
};
use serde::{Deserialize, Serialize};

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

/// Runs the scheme's rules over the years of one employee, in any order.
pub fn follow_ups(scheme: &Scheme, history: &[Year]) -> Outlook {
    run(scheme, scheme.follow_ups.as_ref(), history)
}

/// The same with the rules of the law behind those of the scheme.
pub fn all_follow_ups(scheme: &Scheme, history: &[Year]) -> Outlook {
    let mut outlook = follow_ups(scheme, history);
    let law = run(scheme, scheme.law_follow_ups.as_ref(), history);
    outlook.proposals.extend(law.proposals);
    outlook.unknown.extend(law.unknown);
    outlook
}

fn run(scheme: &Scheme, rules: Option<&Cited<Vec<FollowUp>>>, history: &[Year]) -> Outlook {
    let mut outlook = Outlook::default();
    let (Some(rules), Some(newest)) = (rules, history.iter().map(|y| y.year).max()) else {
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
                Text::new("scheme-when")
                    .with("year", year)
                    .with("what", told.what)
                    .with("have", have)
                    .with("test", told.test)
                    .with("limit", limit)
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
