//! The rules as data: law and local schemes, dated, cited, and read from TOML that is handed in as text.
//!
//! A *folder* (`law/permenpanrb-6-2022`, `schemes/bengkulu`) holds dated versions of named rules. A scheme names the
//! laws it stands on; [`Library::in_force`] joins what is in force on a day into one typed [`Policy`]. How a value is
//! used is Rust, chosen by name (`shape = "kuadran"`): no formulas in the data. Laws that no scheme chooses (the score of
//! 2019-2021, angka kredit, discipline) stand in [`National`], which every policy carries.
//! Read first: [`rule`] (the list of all rules), then `policies/` itself; `value` reads the shapes, `dated` the files,
//! `check` compares them, `library` joins them, `cases` runs the worked cases beside each folder; `scheme_shape`,
//! `scheme_part`, `scheme_check` and `scheme_cases` do the same for what is a scheme's own ([`crate::scheme`]); `career` for
//! what results may open ([`crate::talent`]); `training` reads lessons, written cases and the quiz.

mod assemble;
mod career;
pub mod cases;
mod check;
mod dated;
mod fields;
pub mod hours;
mod law_cases;
mod law_shape;
mod law_value;
mod library;
mod national;
mod notes;
pub mod rule;
mod scheme_cases;
mod scheme_check;
mod scheme_part;
mod scheme_shape;
mod shape;
mod shape_list;
#[cfg(test)]
mod tests;
mod training;
mod value;

use crate::{
    decision::{Certainty, Citation, Text},
    evaluation::{Predikat, Rhythm},
    plan::Perspektif,
    scheme::Scheme,
    talent,
};
use chrono::NaiveDate;
pub use hours::{WeekHours, WorkingHours};
pub use law_value::{
    AchievementClass, AchievementClasses, Additional, Clause, Ladder, Method, Rung, ScoreBand, ScoreBands,
    ScoreWeights, StudyGrade,
};
pub use library::Library;
pub use national::{AbsenceRules, AchievementRules, AngkaKreditRules, Clauses, National, ScoreRules};
pub use rule::Rule;
use serde::{Deserialize, Serialize};
use std::fmt;
pub use value::{
    Behaviour, Condition, Curves, DayOfYear, DistributionRules, Guidance, Kuadran, Labels, Shares, Test, Theme,
};

/// A value with the place it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub cite: Citation,
    /// In force from.
    pub from: NaiveDate,
    /// The document it was read in.
    pub source: String,
}

/// Working days of the evaluation document (Bab V.A) and of an objection (Bab V.B).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentDays {
    /// Delivered after signing.
    pub delivered: Cited<u32>,
    /// Returned after receipt.
    pub returned: Cited<u32>,
    /// Reported to the PyB after the evaluation window.
    pub reported: Cited<u32>,
    /// Signed by the superior after the evaluation window.
    pub superior_signed: Cited<u32>,
    /// Delivered after the superior signed.
    pub superior_delivered: Cited<u32>,
    /// Returned after receipt from the superior.
    pub superior_returned: Cited<u32>,
    /// Objection filed after receipt.
    pub objection_filed: Cited<u32>,
    /// Objection decided after it was received.
    pub objection_decided: Cited<u32>,
}

/// Everything in force for a scheme on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Folders with the number of their version: `permenpanrb-6-2022@1+se-menpanrb-3-2023@1+bengkulu@1`.
    pub id: String,
    /// The scheme's folder.
    pub scheme: String,
    /// The day it was asked for.
    pub on: NaiveDate,
    /// The scheme's name.
    pub name: Cited<String>,
    /// Last day for setting a plan (Ps 14(1)).
    pub plan_due: Cited<DayOfYear>,
    /// Verbs that tell an activity (Ps 9(1)).
    pub activity_words: Cited<Vec<String>>,
    /// Absolute words (Tahap 7.a.7).
    pub absolute_words: Cited<Vec<String>>,
    /// Words that bind a target in time (Tahap 7.a.8).
    pub time_words: Cited<Vec<String>>,
    /// The four perspectives (Tahap 2.a.8).
    pub perspectives: Cited<Vec<Perspektif>>,
    /// Those that must always be there.
    pub perspectives_required: Cited<Vec<Perspektif>>,
    /// The seven values with their panduan (Ps 10).
    pub behaviour: Cited<Vec<Behaviour>>,
    /// Rhythms the law leaves to choose from (Ps 24(2)).
    pub periodic_rhythms: Cited<Vec<Rhythm>>,
    /// The rhythm this scheme chose.
    pub periodic: Cited<Rhythm>,
    /// Working days after a periodic period in which it is evaluated.
    pub periodic_due: Cited<u32>,
    /// First day of the annual evaluation.
    pub annual_opens: Cited<DayOfYear>,
    /// Last day of the annual evaluation.
    pub annual_due: Cited<DayOfYear>,
    /// A review of the scheme beside the law's evaluations.
    pub review: Option<Cited<Rhythm>>,
    /// Does the self-assessment come first?
    pub self_first: Option<Cited<bool>>,
    /// Working days after the period's end for which the supervisor waits for it.
    pub self_first_grace: Option<Cited<u32>>,
    /// Step 1 of the evaluation, in the law's words.
    pub step_capaian: Cited<String>,
    /// Step 2.
    pub step_pola: Cited<String>,
    /// Step 3.
    pub step_predikat: Cited<String>,
    /// The nine cells.
    pub kuadran: Cited<Kuadran>,
    /// What the rating classes mean.
    pub rating_guidance: Cited<Guidance>,
    /// How *sebagian besar* and *sebagian kecil* are counted.
    pub rating_shares: Cited<Shares>,
    /// The five pictures.
    pub curves: Cited<Curves>,
    /// Percentages expected of a unit, where some rule gives them.
    pub distribution: Option<Cited<DistributionRules>>,
    /// Fewest people for whom percentages are compared.
    pub distribution_smallest_unit: Option<Cited<u32>>,
    /// How far people's mean predicate may stand from their unit's achievement, in hundredths of a class.
    pub distribution_gap: Option<Cited<u32>>,
    /// Are the plans of a year weighted by time after a transfer? The law says no (Bab IV.A.13).
    pub transfer_by_time: Option<Cited<bool>>,
    /// Words printed on the forms.
    pub labels: Cited<Labels>,
    /// Days of the document.
    pub document: DocumentDays,
    /// Predicates after which coaching or counselling is proposed (Ps 20-21).
    pub pembinaan_after: Option<Cited<Vec<Predikat>>>,
    /// Themes an agency wants its indicators to cover (R2).
    pub themes: Option<Cited<Vec<Theme>>>,
    /// Working hours of a week.
    pub hours: Option<Cited<WeekHours>>,
    /// The same of Ramadan, on its days.
    pub hours_of_ramadan: Option<Cited<WeekHours>>,
    /// Marks of a student in classes (Bab II.B.5-6).
    pub study_grades: Option<Cited<Vec<StudyGrade>>>,
    /// Sentences of its laws by rule.
    pub clauses: Clauses,
    /// What holds for every agency.
    pub national: National,
    /// What the scheme adds of its own.
    pub appraisal: Scheme,
    /// What results may open: promotion, study, talent, mentoring.
    pub career: talent::Rules,
    /// Every rule in force with its citation, for the page of rules.
    pub rules: Vec<InForce>,
}

/// One rule in force, for showing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    /// Its name in the data.
    pub rule: Rule,
    /// Where it stands.
    pub cite: Citation,
    /// In force from.
    pub from: NaiveDate,
    /// The document it was read in.
    pub source: String,
    /// Its value in short, as in the data.
    pub value: String,
}

impl Policy {
    /// Where a rule stands. A rule that is not in force is cited as the scheme's silence: certainty assumption.
    pub fn cite(&self, rule: Rule) -> Citation {
        self.rules.iter().find(|r| r.rule == rule).map_or_else(
            || Citation {
                policy: self.scheme.clone(),
                article: rule.code().to_owned(),
                certainty: Certainty::Assumption,
            },
            |r| r.cite.clone(),
        )
    }
}

/// Cites an article of PermenPANRB 6/2022 that was read in the official text.
pub fn permenpanrb(article: &str) -> Citation {
    Citation { policy: "permenpanrb-6-2022".to_owned(), article: article.to_owned(), certainty: Certainty::Text }
}

/// Something wrong in the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Path below `policies/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub says: Text,
}

/// For terminals without a catalogue: `file:line: key (name=value, …)`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.says.key)?;
        for (i, (name, value)) in self.says.args.iter().enumerate() {
            let shown = match value {
                crate::decision::Arg::Str(s) => s.clone(),
                crate::decision::Arg::Num(n) => n.to_string(),
                crate::decision::Arg::Amount(a) => a.to_string(),
                crate::decision::Arg::Date(d) => d.to_string(),
                crate::decision::Arg::At(at) => at.to_rfc3339(),
                crate::decision::Arg::Text(text) => text.key.to_string(),
            };
            write!(f, "{}{name}={shown}", if i == 0 { " (" } else { ", " })?;
        }
        if self.says.args.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}
