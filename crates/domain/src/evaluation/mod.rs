//! Evaluation: from ratings to a predicate, in the legal order of steps, each with its article
//! (PermenPANRB 6/2022 Ps 24-25, Bab IV-V). The predicate follows by rule and cannot be typed.
//!
//! Read first: this file, then `predikat` (the quadrant), `close` (the three steps), `distribution`, `period`, `cycle`,
//! `document`, `transfer`; `score` is how it was before 2022.

pub mod close;
pub mod cycle;
pub mod distribution;
pub mod document;
pub mod period;
pub mod predikat;
pub mod score;
#[cfg(test)]
mod tests;
pub mod transfer;

use crate::{
    assessment::Rating,
    decision::Reason,
    ids::{EmployeeId, EvaluationId, PeriodId, SkpId, UnitId},
    scheme::SchemeResult,
    time::DateRange,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Predikat kinerja pegawai (Bab IV.B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Predikat {
    /// Lowest.
    SangatKurang,
    /// Kurang/ misconduct.
    Kurang,
    /// Butuh perbaikan.
    ButuhPerbaikan,
    /// Baik.
    Baik,
    /// Highest.
    SangatBaik,
}

impl Predikat {
    /// Lowest to highest, the order of the distribution curve.
    pub const ALL: [Self; 5] = [Self::SangatKurang, Self::Kurang, Self::ButuhPerbaikan, Self::Baik, Self::SangatBaik];

    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SangatKurang => "sangat_kurang",
            Self::Kurang => "kurang",
            Self::ButuhPerbaikan => "butuh_perbaikan",
            Self::Baik => "baik",
            Self::SangatBaik => "sangat_baik",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }
}

/// Capaian kinerja organisasi, step 1 (Bab IV.B.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capaian {
    /// Lowest.
    SangatKurang,
    /// Kurang.
    Kurang,
    /// Butuh perbaikan.
    ButuhPerbaikan,
    /// Baik.
    Baik,
    /// Highest.
    Istimewa,
}

impl Capaian {
    /// Lowest to highest.
    pub const ALL: [Self; 5] = [Self::SangatKurang, Self::Kurang, Self::ButuhPerbaikan, Self::Baik, Self::Istimewa];

    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SangatKurang => "sangat_kurang",
            Self::Kurang => "kurang",
            Self::ButuhPerbaikan => "butuh_perbaikan",
            Self::Baik => "baik",
            Self::Istimewa => "istimewa",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }
}

/// Rhythm of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Periodic evaluation of the law (Ps 24(2)).
    Bulanan,
    /// Periodic evaluation of the law (Ps 24(2)).
    Triwulanan,
    /// Review of a scheme (Bengkulu, R3); yields no legal predicate.
    Semesteran,
    /// Annual evaluation of the law (Ps 25).
    Tahunan,
}

impl Rhythm {
    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bulanan => "bulanan",
            Self::Triwulanan => "triwulanan",
            Self::Semesteran => "semesteran",
            Self::Tahunan => "tahunan",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Bulanan, Self::Triwulanan, Self::Semesteran, Self::Tahunan].into_iter().find(|r| r.code() == code)
    }

    /// Periods in a year.
    pub const fn per_year(self) -> u32 {
        match self {
            Self::Bulanan => 12,
            Self::Triwulanan => 4,
            Self::Semesteran => 2,
            Self::Tahunan => 1,
        }
    }
}

/// A period in which everybody is assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Its id.
    pub id: PeriodId,
    /// Year.
    pub year: i32,
    /// Rhythm; `Semesteran` is a scheme's review, the others are the law's evaluations.
    pub rhythm: Rhythm,
    /// Which one in the year, from 1.
    pub number: u32,
    /// Days it covers.
    pub dates: DateRange,
    /// The policy in force on its last day, by [`crate::policy::Policy::id`]; fixed when opened.
    pub policy: String,
    /// Opened for assessment.
    pub opened_at: Option<DateTime<Utc>>,
    /// Closed; results are frozen.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Period {
    /// The last day it covers; the rules in force on it are the period's.
    pub fn last_day(&self) -> NaiveDate {
        self.dates.until.unwrap_or(self.dates.from)
    }
}

/// Step 1: what the unit achieved in the period, with who said so and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitAchievement {
    /// The period.
    pub period: PeriodId,
    /// The unit led by the rater (Bab IV.B.1.g).
    pub unit: UnitId,
    /// The label.
    pub capaian: Capaian,
    /// On what it rests.
    pub basis: String,
    /// Who set it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// A frozen result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// Its id.
    pub id: EvaluationId,
    /// The period.
    pub period: PeriodId,
    /// The plan.
    pub skp: SkpId,
    /// The version of the plan that was evaluated.
    pub skp_version: u32,
    /// Whose.
    pub employee: EmployeeId,
    /// Who evaluated: the rater, or the superior in the rater's place.
    pub evaluator: EmployeeId,
    /// Rating hasil kerja.
    pub hasil: Rating,
    /// Rating perilaku kerja.
    pub perilaku: Rating,
    /// What follows from both; a scheme's review (R3) yields none.
    pub predikat: Option<Predikat>,
    /// The scheme's own result beside it, where the scheme has one.
    pub scheme: Option<SchemeResult>,
    /// The unit's achievement it was seen against, if known at the time.
    pub capaian: Option<Capaian>,
    /// The whole explanation.
    pub because: Reason,
    /// The policy version.
    pub policy: String,
    /// Catatan/rekomendasi (Ps 24(6), 25(4)).
    pub notes: String,
    /// When the evaluator signed.
    pub signed_at: DateTime<Utc>,
    /// When the employee was given it.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When the employee signed for it.
    pub acknowledged_at: Option<DateTime<Utc>>,
}
