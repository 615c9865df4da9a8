//! The competence profile of a person: what a result says of each criterion people rate, laid beside what the post asks for
//! (PermenPANRB 38/2017) or, where no standard is known, what the scheme calls weak by its own rules of follow-up.
//!
//! What nobody has rated is not known, and a standard nobody has laid down is not zero: both say so.

use crate::{
    decision::{Citation, Reason, Text},
    scheme::{
        Scheme, SchemeResult,
        criterion::{Criterion, Reads},
        follow::{About, Act, Condition, Programme},
        hundredths,
    },
    talent::jpm::{Level, jpm},
};
use serde::{Deserialize, Serialize};

/// Where somebody stands in one competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// As much as is asked for, or more.
    Reaches,
    /// Less, by so many hundredths of a level.
    Short(i64),
    /// Nobody has rated it.
    Unrated,
    /// It is rated, and nothing says how much is asked for.
    NoStandard,
}

/// One competence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The criterion, by code.
    pub criterion: String,
    /// Its name.
    pub name: String,
    /// The dimension it belongs to, by code.
    pub dimension: String,
    /// The level found, in hundredths; `None` where nobody knows.
    pub level: Option<i64>,
    /// The level asked for.
    pub target: Option<u8>,
    /// Does the post's standard say so (else a rule of the scheme)?
    pub by_standard: bool,
    /// Where they stand.
    pub standing: Standing,
    /// In a sentence, with where it stands written.
    pub because: Reason,
}

impl Line {
    /// As the match of person and post reads it; `None` where nothing is asked for.
    fn asked(&self) -> Option<Level> {
        let (code, name) = (self.criterion.clone(), self.name.clone());
        self.target.map(|need| Level { code, name, have: self.level, need })
    }

    /// How much is missing, in hundredths; `None` where it cannot be said.
    pub const fn short(&self) -> Option<i64> {
        match self.standing {
            Standing::Reaches => Some(0),
            Standing::Short(by) => Some(by),
            Standing::Unrated | Standing::NoStandard => None,
        }
    }
}

/// A person's competences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Line by line, in the order of the scheme.
    pub lines: Vec<Line>,
    /// Fulfilment of the post's standards ([`jpm`]) in hundredths of a percent; `None` while a standard is unrated or there
    /// is none.
    pub fulfilment: Option<i64>,
}

impl Profile {
    /// What is weak, the worst first.
    pub fn gaps(&self) -> Vec<&Line> {
        let mut gaps: Vec<&Line> =
            self.lines.iter().filter(|line| matches!(line.standing, Standing::Short(_))).collect();
        gaps.sort_by_key(|line| (std::cmp::Reverse(line.short()), line.criterion.clone()));
        gaps
    }

    /// What reaches more than is asked for, or the highest two levels of the scale.
    pub fn strengths(&self, levels: u8) -> Vec<&Line> {
        let high = i64::from(levels.saturating_sub(1)).max(1) * 100;
        let strong = |line: &&Line| {
            let beyond = line.target.filter(|_| line.by_standard).map(|target| i64::from(target) * 100);
            line.level.is_some_and(|level| level >= high || beyond.is_some_and(|target| level > target))
        };
        self.lines.iter().filter(strong).collect()
    }

    /// One competence.
    pub fn line(&self, criterion: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.criterion == criterion)
    }
}

/// What a scheme calls weak where no post says more: a rule of one year that answers a low level of the criterion with
/// support.
fn weak(scheme: &Scheme, criterion: &Criterion) -> Option<(i64, Citation)> {
    let rules = scheme.follow_ups.as_ref()?;
    let of = |about: &About| match about {
        About::Criterion(code) => *code == criterion.code,
        About::Dimension(code) => *code == criterion.dimension,
        About::Whole => false,
    };
    let supports = |programme| {
        matches!(programme, Programme::Training | Programme::Coaching | Programme::Mentoring | Programme::Improvement)
    };
    let rule = rules
        .value
        .iter()
        .find(|rule| rule.years <= 1 && rule.act != Act::Open && supports(rule.programme) && of(&rule.about))?;
    let limit =
        rule.when.iter().find_map(|when| if let Condition::AtMost(limit) = when { Some(*limit) } else { None })?;
    Some((limit, Citation { article: rule.article.clone(), ..rules.cite.clone() }))
}

/// The profile from a result and what the post asks for. Standards frozen in the result win over those of today.
pub fn profile(scheme: &Scheme, result: Option<&SchemeResult>, standards: &[(String, u8)]) -> Profile {
    let people = scheme.criteria().iter().filter(|criterion| criterion.reads.by_people());
    let lines: Vec<Line> = people
        .map(|criterion| {
            let scored = result.and_then(|result| result.criterion(&criterion.code));
            let level = scored.and_then(|scored| scored.level);
            let standard = scored.and_then(|scored| scored.required).or_else(|| {
                let of_post = standards.iter().find(|(code, _)| *code == criterion.code);
                of_post.filter(|_| criterion.reads == Reads::Competence).map(|(_, level)| *level)
            });
            line(scheme, criterion, level, standard)
        })
        .collect();
    let asked: Vec<Level> = lines.iter().filter(|line| line.by_standard).filter_map(Line::asked).collect();
    let fulfilment = jpm(&asked).percent;
    Profile { lines, fulfilment }
}

fn line(scheme: &Scheme, criterion: &Criterion, level: Option<i64>, standard: Option<u8>) -> Line {
    let cite_of = |rule: Option<Citation>| rule.or_else(|| scheme.criteria.as_ref().map(|rule| rule.cite.clone()));
    let rule = weak(scheme, criterion);
    // Above what the scheme calls weak lies the next whole level.
    let by_rule = rule.as_ref().map(|(limit, _)| (limit / 100 + 1).clamp(1, i64::from(scheme.levels().max(1))) as u8);
    let target = standard.or(by_rule);
    let standing = match (level, standard, &rule) {
        (None, ..) => Standing::Unrated,
        (Some(level), Some(target), _) => {
            let short = i64::from(target) * 100 - level;
            if short > 0 { Standing::Short(short) } else { Standing::Reaches }
        }
        (Some(level), None, Some((limit, _))) if level <= *limit => {
            Standing::Short((i64::from(by_rule.unwrap_or(1)) * 100 - level).max(1))
        }
        (Some(_), None, Some(_)) => Standing::Reaches,
        (Some(_), None, None) => Standing::NoStandard,
    };
    let name = criterion.name.as_str();
    let says = match (level, target) {
        (None, Some(target)) => {
            Text::new("development-line-unrated").with("criterion", name).with("target", u32::from(target))
        }
        (None, None) => Text::new("development-line-unknown").with("criterion", name),
        (Some(level), Some(target)) => Text::new("development-line-have")
            .with("criterion", name)
            .with("level", hundredths(level))
            .with("target", u32::from(target)),
        (Some(level), None) => {
            Text::new("development-line-no-standard").with("criterion", name).with("level", hundredths(level))
        }
    };
    let cite = if standard.is_some() { cite_of(None) } else { cite_of(rule.map(|(_, cite)| cite)) };
    Line {
        criterion: criterion.code.clone(),
        name: criterion.name.clone(),
        dimension: criterion.dimension.clone(),
        level,
        target,
        by_standard: standard.is_some(),
        standing,
        because: Reason { says, cite, from: Vec::new() },
    }
}
