//! Keberatan: the employee objects to a result, the rater's superior hears both in writing and decides with reasons
//! (PermenPANRB 6/2022 Ps 29, Bab V.B; form D.1.3). The decision is final.
//!
//! Not here: changing the frozen result itself, which is added to, never written over. Read first: this file (nouns and
//! states), then `steps` (who does what when), `clock` (until when, and what happens when time runs out);
//! `disagreement` is the lighter way before there is a result (R25).

pub mod clock;
pub mod disagreement;
pub mod steps;
#[cfg(test)]
mod tests;

use crate::{
    assessment::{Rating, Subject},
    decision::{Arg, Citation, Reason, Text},
    evaluation::{Evaluation, Predikat, document::Route},
    evidence::Item,
    ids::{EmployeeId, EvaluationId, EvidenceId, ObjectionId},
    plan::Content,
    policy::{Policy, Rule, permenpanrb},
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// One objection against one result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its id.
    pub id: ObjectionId,
    /// The result it is against.
    pub evaluation: EvaluationId,
    /// The employee.
    pub by: EmployeeId,
    /// What it rests on.
    pub grounds: Grounds,
    /// When it was filed; the superior has received it from that moment on.
    pub filed_at: DateTime<Utc>,
    /// When the superior asked both for their word in writing.
    pub asked_at: Option<DateTime<Utc>>,
    /// What the rater says (D.1.3 section 7).
    pub rater: Option<Statement>,
    /// What the employee adds when asked.
    pub employee: Option<Statement>,
    /// The decision.
    pub ruling: Option<Ruling>,
    /// The result that took the place of the first, when it was changed.
    pub changed: Option<EvaluationId>,
    /// Counts every save.
    pub revision: i64,
}

/// What an objection rests on, in the employee's own words and papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// Why.
    pub reasons: String,
    /// Why it comes late; empty when it is in time.
    pub late_because: String,
    /// The lines of the result it is about; none means the result as a whole.
    pub contests: Vec<Subject>,
    /// Evidence handed in during the year.
    pub evidence: Vec<EvidenceId>,
    /// Files and links handed in with it.
    pub attached: Vec<Item>,
}

/// What one side says in writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who.
    pub by: EmployeeId,
    /// Their words.
    pub words: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whose word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Pejabat Penilai Kinerja.
    Rater,
    /// Pegawai.
    Employee,
}

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The result stands.
    Menguatkan,
    /// Other ratings; the predicate follows from them and cannot be typed.
    Mengubah {
        /// Rating hasil kerja.
        hasil: Rating,
        /// Rating perilaku kerja.
        perilaku: Rating,
    },
}

/// The decision with its whole explanation, frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// What was decided.
    pub outcome: Outcome,
    /// The predicate after it.
    pub predikat: Predikat,
    /// The superior's reasons.
    pub reasons: String,
    /// The new recommendation (D.1.3 section 8), if any.
    pub recommendation: String,
    /// Who decided.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, as a tree.
    pub because: Reason,
}

/// Where an objection stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Filed.
    Diajukan,
    /// Both were asked for their word.
    Diperiksa,
    /// The result stands.
    Dikuatkan,
    /// The result was changed (D.1.3).
    Diubah,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Diajukan, Self::Diperiksa, Self::Dikuatkan, Self::Diubah];

    /// Code in pages, journal and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Diajukan => "diajukan",
            Self::Diperiksa => "diperiksa",
            Self::Dikuatkan => "dikuatkan",
            Self::Diubah => "diubah",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Diajukan => "objection-state-diajukan",
            Self::Diperiksa => "objection-state-diperiksa",
            Self::Dikuatkan => "objection-state-dikuatkan",
            Self::Diubah => "objection-state-diubah",
        })
    }
}

/// The state of an objection, read from what happened.
pub const fn state(objection: &Objection) -> State {
    match &objection.ruling {
        Some(Ruling { outcome: Outcome::Menguatkan, .. }) => State::Dikuatkan,
        Some(Ruling { outcome: Outcome::Mengubah { .. }, .. }) => State::Diubah,
        None if objection.asked_at.is_some() => State::Diperiksa,
        None => State::Diajukan,
    }
}

/// What surrounds an objection.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The result.
    pub evaluation: &'a Evaluation,
    /// Who signed it.
    pub route: Route,
    /// The rater's superior, who decides.
    pub superior: EmployeeId,
    /// Last day of the evaluation's window.
    pub window_ends: NaiveDate,
    /// The agency's clock.
    pub zone: TimeZone,
    /// Its holidays.
    pub holidays: &'a Holidays,
    /// The rules the result was made by.
    pub policy: &'a Policy,
}

impl Frame<'_> {
    /// The sentence of the law on this step.
    fn cite(&self, code: &str) -> Citation {
        let clause = self.policy.clauses.get(Rule::ObjectionRules, code);
        clause.map_or_else(|| permenpanrb("Ps 29; Bab V.B"), |clause| clause.cite.clone())
    }

    fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.date(at)
    }
}

/// The name of a line of a result: the text of the RHK, the value, or one of the two ratings.
pub fn line(subject: Subject, content: &Content) -> Arg {
    match subject {
        Subject::Rhk(id) => {
            let rhk = content.results.iter().find(|rhk| rhk.id == id);
            rhk.map_or_else(|| Text::new("objection-line-gone").into(), |rhk| rhk.text.as_str().into())
        }
        Subject::Nilai(nilai) => nilai.label().into(),
        Subject::HasilKerja => Text::new("objection-line-hasil").into(),
        Subject::PerilakuKerja => Text::new("objection-line-perilaku").into(),
    }
}
