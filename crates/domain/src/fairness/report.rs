//! An agency in one period: the fairness report, and what of it everybody may read.

use super::{Estimate, Flag, ground::Ground, group::GroupFigures};
use crate::{amount::Amount, decision::Reason, evaluation::Capaian, ids::UnitId};
use serde::{Deserialize, Serialize};

/// Smallest number that is told to everybody; below it stands a dash (certainty: assumption, as survey publication does).
pub const PUBLIC_LEAST: u32 = 10;

/// What agreed with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Between {
    /// Several raters on the same criteria of the same people.
    Raters,
    /// Employees and their supervisors on the same lines.
    SelfAndSupervisor,
}

/// How far ratings of the same thing agree (Krippendorff's alpha, ordinal: 1 perfect, 0 what chance gives).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// Between whom.
    pub between: Between,
    /// The coefficient.
    pub alpha: Estimate,
    /// Things rated more than once.
    pub units: u32,
}

/// A unit beside what it achieved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSpread {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// People per predikat, lowest first.
    pub counts: [u32; 5],
    /// What it achieved.
    pub capaian: Option<Capaian>,
    /// What does not fit the expected pattern.
    pub warnings: Vec<Reason>,
}

/// Objections of the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objections {
    /// Filed.
    pub filed: u32,
    /// The result stood.
    pub upheld: u32,
    /// The result was changed.
    pub changed: u32,
}

/// The report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// People rated.
    pub people: u32,
    /// People who rated.
    pub raters: u32,
    /// Ratings.
    pub ratings: u32,
    /// Raters whose mildness could be estimated.
    pub estimated: u32,
    /// Groups of raters that nothing links.
    pub subsets: u32,
    /// Law's ratings by class, lowest first.
    pub classes: [u32; 3],
    /// Standard deviation of how mild raters are, in steps; of those that could be estimated.
    pub severity: Option<Amount>,
    /// How many raters are how mild: below −0.5, to −0.25, to 0.25, to 0.5, above, in steps.
    pub bands: [u32; 5],
    /// Agreement.
    pub agreement: Vec<Agreed>,
    /// How many raters have which flag.
    pub flags: Vec<(Flag, u32)>,
    /// What the highest ratings rest on.
    pub grounds: Vec<(Ground, u32)>,
    /// Groups of people.
    pub groups: Vec<GroupFigures>,
    /// Groups too small to be told.
    pub small: u32,
    /// People per predikat in the whole agency, lowest first.
    pub spread: [u32; 5],
    /// Units.
    pub units: Vec<UnitSpread>,
    /// Objections.
    pub objections: Objections,
}

impl Report {
    /// What everybody may read: nothing of a unit, and no number that points at few.
    #[must_use]
    pub fn public(mut self) -> Self {
        let few = |n: u32| n < PUBLIC_LEAST;
        self.units.clear();
        // One small cell can be worked out from the others, so then none is told.
        if self.spread.iter().any(|n| *n > 0 && few(*n)) {
            self.spread = [0; 5];
        }
        if self.classes.iter().any(|n| *n > 0 && few(*n)) {
            self.classes = [0; 3];
        }
        self.groups.retain(|group| group.by != super::group::By::Unit && !few(group.people.0) && !few(group.people.1));
        // A share of few at the highest rating points at them.
        for group in &mut self.groups {
            group.impact = None;
        }
        self.flags.retain(|(_, n)| !few(*n));
        self.agreement.retain(|agreed| !few(agreed.units));
        if few(self.estimated) {
            self.severity = None;
            self.bands = [0; 5];
        }
        if few(self.objections.filed) {
            self.objections = Objections::default();
        }
        self
    }
}
