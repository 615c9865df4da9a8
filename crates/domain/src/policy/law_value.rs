//! What law folders bring beside the shapes of `value`: sentences cited one by one, scores and bands, achievement, angka
//! kredit, the ladder of absence. How each is read from its table is in `law_shape`.

use super::hours::WeekHours;
use crate::{
    amount::Amount,
    decision::{Certainty, Citation},
    evaluation::Predikat,
    people::Jenjang,
};
use serde::{Deserialize, Serialize};

/// Which way the predicate of a year is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Rating hasil kerja and rating perilaku kerja in the quadrant (PermenPANRB 6/2022).
    Kuadran,
    /// A score with bands (PP 30/2019 Ps 41).
    Skor,
}

impl Method {
    /// Its name in the data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kuadran => "kuadran",
            Self::Skor => "skor",
        }
    }

    /// Reads a name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Kuadran, Self::Skor].into_iter().find(|method| method.code() == code)
    }
}

/// One sentence of the law as it stands in the data: article and certainty only where they differ from the rule's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawClause {
    pub code: String,
    pub says: String,
    pub article: Option<String>,
    pub certainty: Option<Certainty>,
}

/// One sentence of the law that can be cited by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its name within the rule.
    pub code: String,
    /// What it says, in short.
    pub says: String,
    /// Where it stands.
    pub cite: Citation,
}

/// Marks of a student by level and accreditation: the classes for setting the expectation, not a scoring table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudyGrade {
    /// `S-1`, or `profesi/S-2/S-3`.
    pub level: String,
    /// Accreditation of the university: A, B or C.
    pub university: String,
    /// Lowest accreditation of the programme.
    pub programme: String,
    /// Lowest mark of each class, best first; below the last it is *kurang*.
    pub at_least: [(Predikat, Amount); 3],
}

impl StudyGrade {
    /// The class of a mark: the expectation it would meet, never a result by itself.
    pub fn class(&self, mark: Amount) -> Predikat {
        self.at_least.iter().find(|(_, least)| mark >= *least).map_or(Predikat::Kurang, |(predikat, _)| *predikat)
    }
}

/// Weights of the two parts of a score, in percent, together 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreWeights {
    /// With the opinion of peers and subordinates?
    pub opinion: bool,
    /// Of the SKP.
    pub skp: u32,
    /// Of behaviour.
    pub behaviour: u32,
}

/// One band of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreBand {
    /// The category it belongs to.
    pub predikat: Predikat,
    /// Its name at the time.
    pub label: String,
    /// Lowest score.
    pub at_least: Amount,
    /// Needs a new idea or way of benefit besides.
    pub idea: bool,
}

/// All bands, highest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreBands {
    /// Highest score there is.
    pub max: Amount,
    /// The bands.
    pub bands: Vec<ScoreBand>,
}

/// One class of an indicator's achievement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AchievementClass {
    /// The category it belongs to.
    pub predikat: Predikat,
    /// Its name at the time.
    pub label: String,
    /// Percentage from which it counts.
    pub bound: Amount,
    /// Does it begin only above the bound?
    pub over: bool,
    /// Two points of its line of values: percentage, value, percentage, value.
    pub line: [Amount; 4],
}

/// All classes, lowest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AchievementClasses {
    /// Highest value there is.
    pub max: Amount,
    /// The classes.
    pub classes: Vec<AchievementClass>,
}

/// Value of additional results (kinerja tambahan).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Additional {
    /// Highest total.
    pub max: Amount,
    /// The factors there are, in percent.
    pub factors: Vec<u32>,
}

/// One rung of the ladder of absence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    /// From how many days in a year.
    pub days: u32,
    /// Level of the punishment provided.
    pub level: String,
    /// The punishment provided.
    pub says: String,
}

/// The ladder of absence, lowest rung first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// So many working days in a row lead to the last rung at once.
    pub consecutive: u32,
    /// The rungs.
    pub rungs: Vec<Rung>,
}

/// Any of these, before it is handed out typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LawValue {
    Method(Method),
    Clauses(Vec<RawClause>),
    StudyGrades(Vec<StudyGrade>),
    ScoreWeights(Vec<ScoreWeights>),
    ScoreBands(ScoreBands),
    Achievement(AchievementClasses),
    Additional(Additional),
    ByPredikat(Vec<(Predikat, Amount)>),
    ByJenjang(Vec<(Jenjang, Amount)>),
    ByGolongan(Vec<(String, Amount)>),
    Ladder(Ladder),
    Hours(WeekHours),
}

impl LawValue {
    /// In short, for the page of rules.
    pub fn short(&self) -> String {
        fn list<T>(all: &[T], each: impl Fn(&T) -> String) -> String {
            all.iter().map(each).collect::<Vec<_>>().join("; ")
        }
        match self {
            Self::Method(method) => method.code().to_owned(),
            Self::Clauses(all) => list(all, |clause| clause.says.clone()),
            Self::StudyGrades(all) => list(all, |row| format!("{} {}", row.level, row.university)),
            Self::ScoreWeights(all) => list(all, |w| format!("{} % + {} %", w.skp, w.behaviour)),
            Self::ScoreBands(bands) => list(&bands.bands, |b| format!("{} ≥ {}", b.label, b.at_least)),
            Self::Achievement(classes) => {
                list(&classes.classes, |c| format!("{} {} {} %", c.label, if c.over { ">" } else { "≥" }, c.bound))
            }
            Self::Additional(additional) => format!("≤ {}", additional.max),
            Self::ByPredikat(all) => list(all, |(predikat, n)| format!("{} {n}", predikat.code())),
            Self::ByJenjang(all) => list(all, |(jenjang, n)| format!("{} {n}", jenjang.code())),
            Self::ByGolongan(all) => list(all, |(golongan, n)| format!("{golongan} {n}")),
            Self::Hours(week) => week.short(),
            Self::Ladder(ladder) => list(&ladder.rungs, |rung| format!("{}: {}", rung.days, rung.says)),
        }
    }
}
