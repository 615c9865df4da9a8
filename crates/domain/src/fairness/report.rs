//! An agency in one period: the fairness report, and what of it everybody may read.

use super::{
    Estimate, Flag, LEAST_COMMON, RaterFigures,
    ground::Ground,
    group::{By, GroupFigures},
};
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

impl Objections {
    /// All, and each part of them: the result stood, was changed, is being examined.
    const fn cells(self) -> [u32; 4] {
        let Self { filed, upheld, changed } = self;
        [filed, upheld, changed, filed.saturating_sub(upheld + changed)]
    }
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
    /// Raters who gave ratings by law.
    #[serde(default)]
    pub by_law: u32,
    /// Raters whose mildness could be estimated.
    pub estimated: u32,
    /// Groups of raters that nothing links.
    pub subsets: u32,
    /// Law's ratings by class, lowest first.
    pub classes: [u32; 3],
    /// Standard deviation of how mild raters are, in steps; of those that could be estimated and gave ratings by law.
    pub severity: Option<Amount>,
    /// How many of the same are how mild: below −0.5, to −0.25, to 0.25, to 0.5, above, in steps.
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
    /// Law's ratings of all raters but one together, by class; nothing where too few others gave any.
    pub fn classes_beside(&self, own: Option<&RaterFigures>) -> [u32; 3] {
        let one = own.filter(|own| own.by_law());
        if self.by_law.saturating_sub(u32::from(one.is_some())) < LEAST_COMMON {
            return [0; 3];
        }
        let own = one.map_or([0; 3], |own| own.classes);
        [0, 1, 2].map(|class| self.classes[class].saturating_sub(own[class]))
    }

    /// What everybody may read: nothing of a unit, and no number that points at few.
    #[must_use]
    pub fn public(mut self) -> Self {
        if few(self.people) || few(self.raters) {
            return Self::default();
        }
        self.units.clear();
        // One small cell can be worked out from the others, so then none is told.
        if self.spread.iter().any(small) {
            self.spread = [0; 5];
        }
        if self.classes.iter().any(small) {
            self.classes = [0; 3];
        }
        if self.grounds.iter().any(|(_, n)| small(n)) {
            self.grounds.clear();
        }
        self.groups.retain(|group| group.by != By::Unit && !few(group.people.0) && !few(group.people.1));
        let hidden: Vec<By> = self.groups.iter().map(|group| group.by).filter(|by| self.leaves_few(*by)).collect();
        self.groups.retain(|group| !hidden.contains(&group.by));
        // A share of few at the highest rating points at them.
        for group in &mut self.groups {
            group.impact = None;
            group.rates = (0, 0);
        }
        let raters = self.raters;
        self.flags.retain(|(_, n)| !few(*n) && !small(&raters.saturating_sub(*n)));
        self.agreement.retain(|agreed| !few(agreed.units));
        if few(self.bands.iter().sum()) {
            self.severity = None;
        }
        if self.severity.is_none() || self.bands.iter().any(small) {
            self.bands = [0; 5];
        }
        if few(self.estimated) || small(&raters.saturating_sub(self.estimated)) {
            self.estimated = 0;
        }
        if self.objections.cells().iter().any(small) {
            self.objections = Objections::default();
        }
        self
    }

    /// Do the groups that are told leave so few people over that they, too, would be told? Everybody else is each group's other
    /// side, so one group says how many there are.
    fn leaves_few(&self, by: By) -> bool {
        let of = || self.groups.iter().filter(|group| group.by == by);
        let all = of().next().map_or(0, |group| group.people.0 + group.people.1);
        let rest = all.saturating_sub(of().map(|group| group.people.0).sum());
        small(&rest)
    }
}

const fn few(n: u32) -> bool {
    n < PUBLIC_LEAST
}

/// Somebody, and few.
const fn small(n: &u32) -> bool {
    *n > 0 && few(*n)
}
