//! Assessment: what the employee and the supervisor say of each result and each value, with reason and evidence
//! (R8, R10; PermenPANRB 6/2022 Ps 24-25, Bab IV.B.3).
//!
//! Not here: the predicate, which follows by rule ([`crate::evaluation`]).

pub mod guidance;
pub mod rate;

use crate::{
    ids::{AssessmentId, EmployeeId, EvidenceId, PeriodId, RhkId, SkpId},
    plan::Nilai,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The three classes of the regulation; there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// Dibawah ekspektasi.
    Dibawah,
    /// Sesuai ekspektasi.
    Sesuai,
    /// Diatas ekspektasi.
    Diatas,
}

impl Rating {
    /// Worst to best.
    pub const ALL: [Self; 3] = [Self::Dibawah, Self::Sesuai, Self::Diatas];

    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dibawah => "dibawah",
            Self::Sesuai => "sesuai",
            Self::Diatas => "diatas",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// As a number where ratings are compared: 1 below, 2 as, 3 above expectation. The law knows no such number.
    pub const fn score(self) -> u8 {
        match self {
            Self::Dibawah => 1,
            Self::Sesuai => 2,
            Self::Diatas => 3,
        }
    }
}

/// Who rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RaterRole {
    /// The employee.
    Diri,
    /// Pejabat Penilai Kinerja, or the superior in their place.
    Penilai,
}

/// What an answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One intended result.
    Rhk(RhkId),
    /// One of the seven values.
    Nilai(Nilai),
    /// Hasil kerja as a whole (rating hasil kerja).
    HasilKerja,
    /// Perilaku kerja as a whole (rating perilaku kerja).
    PerilakuKerja,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// About what.
    pub subject: Subject,
    /// The class; `None` while undecided.
    pub rating: Option<Rating>,
    /// Why.
    pub reason: String,
    /// The evidence it rests on.
    pub evidence: Vec<EvidenceId>,
}

/// One rater's assessment of one plan in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The period.
    pub period: PeriodId,
    /// The plan.
    pub skp: SkpId,
    /// As whom.
    pub role: RaterRole,
    /// Who.
    pub rater: EmployeeId,
    /// What was said.
    pub answers: Vec<Answer>,
    /// When it was sent; a draft until then.
    pub sent_at: Option<DateTime<Utc>>,
    /// Counts every save.
    pub revision: i64,
}

impl Assessment {
    /// The answer about `subject`, if there is one.
    pub fn answer(&self, subject: Subject) -> Option<&Answer> {
        self.answers.iter().find(|a| a.subject == subject)
    }
}
