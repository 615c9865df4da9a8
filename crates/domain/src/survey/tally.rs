//! Many answers, counted: what results are worked out from, so that no result page reads the answers themselves. The store
//! keeps a tally row by row and adds to it in the transaction of each answer.

use super::{Said, Unsur};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many, and the points they gave together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Answers.
    pub n: u64,
    /// Points: of one element (1 to 4 each) or of all nine (9 to 36 each), as the part says.
    pub points: u64,
}

/// Counts by part: `u3.4` (element 3, very good), `jumlah.31` (sum of the nine), `kanal.link`, `umur.26-35` and the other
/// bands (with the points of all nine), `tambahan.antre.2` (an own question).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally(pub BTreeMap<String, Count>);

/// Sum of the nine values.
const TOTAL: &str = "jumlah";
/// How it came in.
const CHANNEL: &str = "kanal";
/// The agency's own questions.
const EXTRA: &str = "tambahan";

impl Tally {
    /// One answer, counted.
    pub fn of(said: &Said) -> Self {
        let mut parts = BTreeMap::new();
        let points = said.answers.points();
        for unsur in Unsur::ALL {
            let value = said.answers.of(unsur);
            parts.insert(format!("{}.{value}", unsur.code()), Count { n: 1, points: u64::from(value) });
        }
        let whole = Count { n: 1, points };
        parts.insert(format!("{TOTAL}.{points}"), whole);
        parts.insert(format!("{CHANNEL}.{}", said.channel.code()), whole);
        parts.extend(said.profile.said().map(|(family, code)| (format!("{family}.{code}"), whole)));
        for (code, text) in &said.extra {
            if let Some(value) = text.parse().ok().filter(|value| (1..=4).contains(value)) {
                parts.insert(format!("{EXTRA}.{code}.{value}"), Count { n: 1, points: value });
            }
        }
        Self(parts)
    }

    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        for (part, count) in &other.0 {
            let sum = self.0.entry(part.clone()).or_default();
            sum.n += count.n;
            sum.points += count.points;
        }
    }

    /// All of them together.
    pub fn sum<'t>(all: impl IntoIterator<Item = &'t Self>) -> Self {
        all.into_iter().fold(Self::default(), |mut sum, one| {
            sum.add(one);
            sum
        })
    }

    /// The parts of a family: what stands behind its point, and the count.
    pub fn family<'t>(&'t self, family: &'t str) -> impl Iterator<Item = (&'t str, Count)> {
        self.0.iter().filter_map(move |(part, count)| {
            Some((part.strip_prefix(family)?.strip_prefix('.')?, *count)).filter(|_| count.n > 0)
        })
    }

    /// How many answered.
    pub fn respondents(&self) -> u64 {
        self.family(TOTAL).map(|(_, count)| count.n).sum()
    }

    /// Points of one element, all answers together.
    pub fn points(&self, unsur: Unsur) -> u64 {
        self.family(unsur.code()).map(|(_, count)| count.points).sum()
    }

    /// How often 1, 2, 3, 4 were said of an element.
    pub fn spread(&self, unsur: Unsur) -> [u64; 4] {
        [1, 2, 3, 4].map(|value| self.0.get(&format!("{}.{value}", unsur.code())).map_or(0, |count| count.n))
    }

    /// How many answers came to which sum of the nine, the lowest first.
    pub fn totals(&self) -> Vec<(u64, u64)> {
        let mut totals: Vec<(u64, u64)> =
            self.family(TOTAL).filter_map(|(points, count)| Some((points.parse().ok()?, count.n))).collect();
        totals.sort_unstable();
        totals
    }

    /// How many came in this way.
    pub fn by_channel(&self, code: &str) -> u64 {
        self.0.get(&format!("{CHANNEL}.{code}")).map_or(0, |count| count.n)
    }

    /// How often 1, 2, 3, 4 were answered to one of the agency's own questions.
    pub fn extra(&self, question: &str) -> [u64; 4] {
        [1, 2, 3, 4].map(|value| self.0.get(&format!("{EXTRA}.{question}.{value}")).map_or(0, |count| count.n))
    }
}
