//! What a rating rests on: whether what was reported and shown is enough for it. A sentence beside the rating, never a bar.

use crate::{
    assessment::{Answer, Rating, Subject},
    decision::Text,
    evidence::Evidence,
    ids::{EntryId, IndicatorId},
    plan::Skp,
    progress::Entry,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Nothing was reported.
    None,
    /// Reported, with nothing or a single piece that shows it.
    Thin,
    /// The rater named evidence, or several pieces show it.
    Enough,
}

impl Ground {
    /// Least first.
    pub const ALL: [Self; 3] = [Self::None, Self::Thin, Self::Enough];

    /// From what there is: pieces the rater named, reports, pieces under them (certainty: assumption: one named piece, or
    /// two under the reports, is enough to look the rating up).
    pub const fn of(named: usize, reports: usize, pieces: usize) -> Self {
        if named > 0 || pieces > 1 {
            Self::Enough
        } else if reports > 0 || pieces > 0 {
            Self::Thin
        } else {
            Self::None
        }
    }

    /// Its name.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::None => "fairness-ground-none",
            Self::Thin => "fairness-ground-thin",
            Self::Enough => "fairness-ground-enough",
        })
    }
}

/// A rating of an intended result and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounded {
    /// The result, in its words.
    pub text: String,
    /// The rating.
    pub rating: Rating,
    /// What it rests on.
    pub ground: Ground,
    /// Reports of the period.
    pub reports: usize,
    /// Pieces of evidence under them.
    pub pieces: usize,
}

/// Every rated result of a plan with what was reported and shown of it.
pub fn grounds(skp: &Skp, answers: &[Answer], entries: &[Entry], evidence: &[Evidence]) -> Vec<Grounded> {
    let results = skp.content.results.iter();
    results
        .filter_map(|rhk| {
            let answer = answers.iter().find(|answer| answer.subject == Subject::Rhk(rhk.id))?;
            let rating = answer.rating?;
            let mine: BTreeSet<IndicatorId> = rhk.indicators.iter().map(|one| one.id).collect();
            let under: BTreeSet<EntryId> =
                entries.iter().filter(|entry| mine.contains(&entry.indicator)).map(|entry| entry.id).collect();
            let pieces = evidence.iter().filter(|piece| under.contains(&piece.entry)).count();
            let ground = Ground::of(answer.evidence.len(), under.len(), pieces);
            Some(Grounded { text: rhk.text.clone(), rating, ground, reports: under.len(), pieces })
        })
        .collect()
}
