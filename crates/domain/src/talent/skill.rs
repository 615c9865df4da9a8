//! Skills in one inventory: what people say of themselves, what their results and their colleagues' words show. From many signs in
//! one place a programme may grow (Surakarta, R19).
//!
//! Signs are counted without names, and only where there are enough of them. By name nobody stands in the inventory who has not
//! said yes; who said no is left out of every list.

use crate::{
    decision::{FieldError, Text},
    ids::{EmployeeId, OfferId, SkillId, UnitId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest people of whom a cluster is shown (certainty: assumption; as for the public survey's smallest group).
pub const SMALLEST: usize = 5;
/// Levels somebody may give themselves.
pub const LEVELS: u8 = 5;

/// A field of skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Words by which it is known in a post's title and in what colleagues write.
    pub words: Vec<String>,
    /// Criteria of schemes that show it, by code.
    pub criteria: Vec<String>,
}

impl Field {
    /// Is it named in a text? Whole words, whatever their case.
    pub fn named_in(&self, text: &str) -> bool {
        let text = format!(" {} ", plain(text));
        self.words.iter().any(|word| text.contains(&format!(" {} ", plain(word))))
    }
}

fn plain(text: &str) -> String {
    let letters = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What somebody says they can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Who.
    pub employee: EmployeeId,
    /// The field.
    pub field: String,
    /// From 1 to [`LEVELS`], by their own word.
    pub level: u8,
    /// What shows it.
    pub proof: String,
    /// May it be found by those who look for people?
    pub shared: bool,
    /// When they said so.
    pub at: DateTime<Utc>,
    /// Taken back on.
    pub ended_on: Option<NaiveDate>,
}

/// What is wrong with a skill as typed.
pub fn check(fields: &[Field], field: &str, level: u8, proof: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if !fields.iter().any(|one| one.code == field) {
        errors.push(FieldError::new("field", Text::new("talent-skill-unknown-field")));
    }
    if !(1..=LEVELS).contains(&level) {
        errors.push(FieldError::new("level", Text::new("talent-skill-level").with("max", u32::from(LEVELS))));
    }
    if proof.trim().chars().count() < super::MIN_REASON {
        let says = Text::new("talent-skill-needs-proof").with("min", super::MIN_REASON as i64);
        errors.push(FieldError::new("proof", says));
    }
    errors
}

/// Whether somebody wants to be named for a field; they are asked, and answer once for each question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who.
    pub employee: EmployeeId,
    /// The field.
    pub field: String,
    /// Who asked.
    pub asked_by: EmployeeId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Their answer, with when.
    pub answer: Option<(bool, DateTime<Utc>)>,
}

/// Where a sign comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Their own word.
    Diri,
    /// A criterion of the scheme.
    Penilaian,
    /// Words of colleagues and leaders.
    UmpanBalik,
    /// A training they finished.
    Pelatihan,
}

impl Source {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Diri => "talent-source-diri",
            Self::Penilaian => "talent-source-penilaian",
            Self::UmpanBalik => "talent-source-umpan-balik",
            Self::Pelatihan => "talent-source-pelatihan",
        })
    }
}

/// A person in whom something of a field shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Who.
    pub employee: EmployeeId,
    /// Their unit.
    pub unit: Option<UnitId>,
    /// The field.
    pub field: String,
    /// Is it part of their own post?
    pub of_post: bool,
    /// Where it shows.
    pub sources: BTreeSet<Source>,
    /// May they be named?
    pub willing: Option<bool>,
}

/// Many people in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The unit, with those below it.
    pub unit: UnitId,
    /// The field.
    pub field: String,
    /// People who show it beyond their post.
    pub hidden: usize,
    /// Of these, who said yes.
    pub willing: usize,
    /// Of these, who were not asked yet.
    pub unasked: usize,
}

/// Clusters of skill beyond the post, by unit with what is below it, the largest first. Groups too small to be without names are
/// not there; and a unit above with exactly the same people says nothing more, and is left out.
pub fn clusters(shown: &[Shown], above: &BTreeMap<UnitId, Option<UnitId>>) -> Vec<Cluster> {
    let mut found: BTreeMap<(UnitId, &str), Cluster> = BTreeMap::new();
    for one in shown.iter().filter(|one| !one.of_post && one.willing != Some(false)) {
        let (mut at, mut steps) = (one.unit, 0);
        while let Some(unit) = at.filter(|_| steps < above.len() + 1) {
            let cluster = found.entry((unit, one.field.as_str())).or_insert_with(|| Cluster {
                unit,
                field: one.field.clone(),
                hidden: 0,
                willing: 0,
                unasked: 0,
            });
            cluster.hidden += 1;
            cluster.willing += usize::from(one.willing == Some(true));
            cluster.unasked += usize::from(one.willing.is_none());
            (at, steps) = (above.get(&unit).copied().flatten(), steps + 1);
        }
    }
    let below: BTreeSet<(UnitId, &str, usize)> = found
        .iter()
        .filter_map(|((unit, field), cluster)| Some((above.get(unit).copied().flatten()?, *field, cluster.hidden)))
        .collect();
    let mut kept: Vec<Cluster> = found
        .iter()
        .filter(|((unit, field), cluster)| {
            cluster.hidden >= SMALLEST && !below.contains(&(*unit, *field, cluster.hidden))
        })
        .map(|(_, cluster)| cluster.clone())
        .collect();
    kept.sort_by(|a, b| {
        (std::cmp::Reverse(a.hidden), &a.field, a.unit).cmp(&(std::cmp::Reverse(b.hidden), &b.field, b.unit))
    });
    kept
}

/// A programme proposed for the people of a cluster who said yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The field.
    pub field: String,
    /// The unit, with those below it.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Whom it is offered to: all of them said yes.
    pub people: Vec<EmployeeId>,
    /// Who proposed it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is wrong with a programme as typed.
pub fn check_offer(name: &str, purpose: &str, people: usize) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if name.trim().chars().count() < 5 {
        errors.push(FieldError::new("name", Text::new("talent-offer-needs-name")));
    }
    if purpose.trim().chars().count() < super::MIN_REASON {
        let says = Text::new("talent-reason-too-short").with("min", super::MIN_REASON as i64);
        errors.push(FieldError::new("purpose", says));
    }
    if people == 0 {
        errors.push(FieldError::new("name", Text::new("talent-offer-nobody-willing")));
    }
    errors
}
