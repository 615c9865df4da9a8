//! The annual work plan (Sasaran Kinerja Pegawai, SKP): intended results, indicators, targets, behaviour,
//! the three annexes, and the life of the document (PermenPANRB 6/2022 Ps 7-14; Lampiran Bab II).
//!
//! Not here: what was achieved ([`crate::progress`]) or how it was judged ([`crate::assessment`]).
//! Read first: this file for the nouns; then `workflow` (who moves it when), `content` (what may be written),
//! `advice` (what the regulation would rather see), `difference` (what changed between two versions).

pub mod advice;
pub mod cascade;
pub mod content;
pub mod difference;
pub mod setting;
pub mod special;
pub mod takeover;
pub mod workflow;

use crate::{
    amount::Amount,
    decision::Text,
    ids::{EmployeeId, IndicatorId, NoteId, PostId, RhkId, SkpId, UnitId},
    time::DateRange,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which of the two forms (Bab II: A.1.1/A.1.2 or A.1.6/A.1.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Pejabat pimpinan tinggi dan pimpinan unit kerja mandiri.
    Jpt,
    /// Pejabat administrasi dan pejabat fungsional.
    JaJf,
}

/// Pendekatan hasil kerja, chosen by the Pimpinan (Bab II.A Tahap 7.a.3-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approach {
    /// Measurable: indicator apart from target, with a unit.
    Kuantitatif,
    /// Descriptive: indicator and target in one narrative.
    Kualitatif,
}

/// Priority of an intended result; the rater decides it (Tahap 2.a.6, 6.c).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RhkKind {
    /// High priority; always there.
    Utama,
    /// Low priority; optional.
    Tambahan,
}

/// Aspect of a JA/JF indicator (Ps 9(2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspek {
    /// How much.
    Kuantitas,
    /// How good.
    Kualitas,
    /// How soon.
    Waktu,
    /// At what cost.
    Biaya,
}

/// Perspective of a JPT indicator (Tahap 2.a.8); `Anggaran` must always be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Perspektif {
    /// Those served.
    PenerimaLayanan,
    /// Business process.
    ProsesBisnis,
    /// Internal strengthening.
    PenguatanInternal,
    /// Budget.
    Anggaran,
}

/// How entries under an indicator add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tally {
    /// Counts: entries add up (documents, people, activities).
    #[default]
    Sum,
    /// Levels: the latest entry counts (percent, index, days).
    Latest,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// At least the target.
    #[default]
    HigherIsBetter,
    /// At most the target (days, complaints, cost).
    LowerIsBetter,
}

/// What is to be reached. Qualitative plans leave the amount empty and tell it in the indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The amount, or the lower bound of a range.
    pub amount: Option<Amount>,
    /// The upper bound of a range.
    pub upper: Option<Amount>,
    /// Unit: `dokumen`, `persen`, `hari`. Required with an amount.
    pub unit: String,
    /// As written in the source, printed instead of amount and unit (`3,5 dari skala 5`).
    pub written: Option<String>,
    /// How entries add up.
    pub tally: Tally,
    /// Which way is better.
    pub direction: Direction,
}

/// One indicator (indikator kinerja individu) with its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id; survives versions, so that entries stay with it.
    pub id: IndicatorId,
    /// JA/JF quantitative form only.
    pub aspek: Option<Aspek>,
    /// JPT form only.
    pub perspektif: Option<Perspektif>,
    /// The indicator, or the whole narrative in the qualitative approach.
    pub text: String,
    /// What is to be reached.
    pub target: Target,
}

/// One intended result (rencana hasil kerja).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rhk {
    /// Its id; survives versions.
    pub id: RhkId,
    /// Utama or tambahan.
    pub kind: RhkKind,
    /// The result.
    pub text: String,
    /// `penugasan dari …`: the office that assigns it; empty if not said.
    pub assigned_by: String,
    /// The leader's intended result it supports; `None` while the leader has no plan yet.
    pub supports: Option<RhkId>,
    /// The supported result in words, kept as read when linked (column 2 of form A.1.7) or typed while unlinked.
    pub supports_text: String,
    /// Its indicators, in order.
    pub indicators: Vec<Indicator>,
}

/// The seven values of BerAKHLAK (SE MenPANRB 20/2021; Ps 10(2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nilai {
    /// 1
    BerorientasiPelayanan,
    /// 2
    Akuntabel,
    /// 3
    Kompeten,
    /// 4
    Harmonis,
    /// 5
    Loyal,
    /// 6
    Adaptif,
    /// 7
    Kolaboratif,
}

impl Nilai {
    /// In the order of the forms.
    pub const ALL: [Self; 7] = [
        Self::BerorientasiPelayanan,
        Self::Akuntabel,
        Self::Kompeten,
        Self::Harmonis,
        Self::Loyal,
        Self::Adaptif,
        Self::Kolaboratif,
    ];

    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BerorientasiPelayanan => "berorientasi_pelayanan",
            Self::Akuntabel => "akuntabel",
            Self::Kompeten => "kompeten",
            Self::Harmonis => "harmonis",
            Self::Loyal => "loyal",
            Self::Adaptif => "adaptif",
            Self::Kolaboratif => "kolaboratif",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|n| n.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::BerorientasiPelayanan => "plan-nilai-berorientasi-pelayanan",
            Self::Akuntabel => "plan-nilai-akuntabel",
            Self::Kompeten => "plan-nilai-kompeten",
            Self::Harmonis => "plan-nilai-harmonis",
            Self::Loyal => "plan-nilai-loyal",
            Self::Adaptif => "plan-nilai-adaptif",
            Self::Kolaboratif => "plan-nilai-kolaboratif",
        })
    }
}

/// What a plan says: everything that is typed, signed, versioned and compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Intended results, utama before tambahan when printed, each in order.
    pub results: Vec<Rhk>,
    /// The leader's special expectations by value (Ps 10(4)).
    #[serde(default)]
    pub expectations: BTreeMap<Nilai, Vec<String>>,
    /// Lampiran: dukungan sumber daya (Ps 11).
    #[serde(default)]
    pub resources: Vec<String>,
    /// Lampiran: skema pertanggungjawaban (Ps 12).
    #[serde(default)]
    pub accountability: Vec<String>,
    /// Lampiran: konsekuensi (Ps 13).
    #[serde(default)]
    pub consequences: Vec<String>,
}

/// When the document passed which gate; its state is computed from these (`workflow::state`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestones {
    /// Last signed by the employee.
    pub signed_at: Option<DateTime<Utc>>,
    /// Last returned by the rater.
    pub returned_at: Option<DateTime<Utc>>,
    /// Last set by the rater or the rater's superior.
    pub set_at: Option<DateTime<Utc>>,
    /// Clarification opened after having been set.
    pub reopened_at: Option<DateTime<Utc>>,
    /// Replaced by another plan after a transfer or a new rater.
    pub replaced_at: Option<DateTime<Utc>>,
    /// Annual evaluation done.
    pub evaluated_at: Option<DateTime<Utc>>,
}

/// One plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skp {
    /// Its id.
    pub id: SkpId,
    /// Whose.
    pub employee: EmployeeId,
    /// Year of the plan.
    pub year: i32,
    /// Days it covers, within the year.
    pub dates: DateRange,
    /// Which form.
    pub form: Form,
    /// Which approach.
    pub approach: Approach,
    /// The post it was written for.
    pub post: PostId,
    /// The unit of that post.
    pub unit: UnitId,
    /// Pejabat Penilai Kinerja.
    pub rater: EmployeeId,
    /// Atasan Pejabat Penilai Kinerja.
    pub superior: Option<EmployeeId>,
    /// 0 until first set; then the number of the version in force.
    pub version: u32,
    /// Counts every save; two people editing are told apart by it.
    pub revision: i64,
    /// When it passed which gate.
    pub milestones: Milestones,
    /// The working text. The version in force is frozen apart from it.
    pub content: Content,
}

/// A frozen version of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// What it says.
    pub content: Content,
    /// When it was set.
    pub set_at: DateTime<Utc>,
    /// By whom.
    pub set_by: EmployeeId,
    /// Why it replaced the one before; empty for the first.
    pub reason: String,
}

/// Which line of a plan a note stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// The plan as a whole.
    Whole,
    /// An intended result.
    Rhk(RhkId),
    /// An indicator.
    Indicator(IndicatorId),
    /// One of the seven values.
    Nilai(Nilai),
    /// Lampiran: dukungan sumber daya.
    Resources,
    /// Lampiran: skema pertanggungjawaban.
    Accountability,
    /// Lampiran: konsekuensi.
    Consequences,
}

/// A note beside a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The plan.
    pub skp: SkpId,
    /// The line.
    pub line: Line,
    /// Who wrote it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: String,
    /// When it was dealt with.
    pub resolved_at: Option<DateTime<Utc>>,
}
