//! Who works where and who rates whom: agency, units, posts, employees, dated assignments and reporting lines.
//!
//! Not here: what they may do ([`crate::permissions`]) and how they log in ([`crate::account`]).
//! Read first: this file; then [`identity`] for NIP and NI PPPK.

pub mod circumstance;
pub mod identity;

use crate::{
    ids::{AgencyId, AssignmentId, EmployeeId, PostId, PostTaskId, ReportingLineId, UnitId},
    time::{DateRange, TimeZone},
};
pub use circumstance::Circumstance;
pub use identity::{Nip, NipError};
use serde::{Deserialize, Serialize};

/// An agency (instansi pemerintah): the tenant of everything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Its id.
    pub id: AgencyId,
    /// Full name, as printed on forms.
    pub name: String,
    /// The clock deadlines are counted on.
    pub time_zone: TimeZone,
    /// The scheme it uses, by folder name (`bengkulu`).
    pub scheme: String,
    /// Town printed above signatures.
    pub seat: String,
}

/// A unit in the agency's tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The unit above; `None` for the agency's top.
    pub parent: Option<UnitId>,
    /// The agency's own code, unique within it.
    pub code: String,
    /// Name as printed.
    pub name: String,
}

/// Jenjang of a functional post (UU ASN; PermenPANRB 1/2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Jenjang {
    /// Keahlian.
    AhliPertama,
    /// Keahlian.
    AhliMuda,
    /// Keahlian.
    AhliMadya,
    /// Keahlian.
    AhliUtama,
    /// Keterampilan.
    Pemula,
    /// Keterampilan.
    Terampil,
    /// Keterampilan.
    Mahir,
    /// Keterampilan.
    Penyelia,
}

impl Jenjang {
    /// Keahlian first, each from the lowest.
    pub const ALL: [Self; 8] = [
        Self::AhliPertama,
        Self::AhliMuda,
        Self::AhliMadya,
        Self::AhliUtama,
        Self::Pemula,
        Self::Terampil,
        Self::Mahir,
        Self::Penyelia,
    ];

    /// Code in policies and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AhliPertama => "ahli_pertama",
            Self::AhliMuda => "ahli_muda",
            Self::AhliMadya => "ahli_madya",
            Self::AhliUtama => "ahli_utama",
            Self::Pemula => "pemula",
            Self::Terampil => "terampil",
            Self::Mahir => "mahir",
            Self::Penyelia => "penyelia",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|jenjang| jenjang.code() == code)
    }
}

/// Kind of post. Decides the form of the plan (PermenPANRB 6/2022, Lampiran Bab II).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostKind {
    /// Pejabat pimpinan tinggi utama.
    JptUtama,
    /// Pejabat pimpinan tinggi madya.
    JptMadya,
    /// Pejabat pimpinan tinggi pratama.
    JptPratama,
    /// Pejabat administrator.
    Administrator,
    /// Pejabat pengawas.
    Pengawas,
    /// Pejabat pelaksana.
    Pelaksana,
    /// Pejabat fungsional with its jenjang.
    Fungsional(Jenjang),
    /// Outside the civil service (minister, kepala daerah): rates, is not rated.
    PejabatNegara,
}

impl PostKind {
    /// Every kind with its code in imports, exports and the database.
    pub const CODES: [(&'static str, Self); 15] = [
        ("jpt_utama", Self::JptUtama),
        ("jpt_madya", Self::JptMadya),
        ("jpt_pratama", Self::JptPratama),
        ("administrator", Self::Administrator),
        ("pengawas", Self::Pengawas),
        ("pelaksana", Self::Pelaksana),
        ("jf_ahli_pertama", Self::Fungsional(Jenjang::AhliPertama)),
        ("jf_ahli_muda", Self::Fungsional(Jenjang::AhliMuda)),
        ("jf_ahli_madya", Self::Fungsional(Jenjang::AhliMadya)),
        ("jf_ahli_utama", Self::Fungsional(Jenjang::AhliUtama)),
        ("jf_pemula", Self::Fungsional(Jenjang::Pemula)),
        ("jf_terampil", Self::Fungsional(Jenjang::Terampil)),
        ("jf_mahir", Self::Fungsional(Jenjang::Mahir)),
        ("jf_penyelia", Self::Fungsional(Jenjang::Penyelia)),
        ("pejabat_negara", Self::PejabatNegara),
    ];

    /// The code of this kind.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, k)| *k == self).map(|(code, _)| *code).expect("every kind has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, kind)| *kind)
    }

    /// Is it a high leadership post (JPT)?
    pub const fn is_jpt(self) -> bool {
        matches!(self, Self::JptUtama | Self::JptMadya | Self::JptPratama)
    }
}

/// A post (jabatan) within a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// Where it stands.
    pub unit: UnitId,
    /// The agency's own code, unique within it.
    pub code: String,
    /// Title as printed.
    pub title: String,
    /// Its kind.
    pub kind: PostKind,
    /// Does its holder lead the unit?
    pub leads_unit: bool,
    /// Is that unit a *unit kerja mandiri*, whose head plans on the JPT form (Lampiran Bab II)?
    pub unit_mandiri: bool,
}

/// One task of a post's task library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostTask {
    /// Its id.
    pub id: PostTaskId,
    /// The post.
    pub post: PostId,
    /// Order within the post, from 1.
    pub seq: u32,
    /// The task (uraian tugas).
    pub task: String,
    /// Its output (hasil kerja), where the job analysis names one.
    pub output: String,
}

/// A level of a competence that a post asks for (*standar kompetensi jabatan*, PermenPANRB 38/2017). The competence is a
/// criterion of the agency's scheme, by its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostStandard {
    /// The post.
    pub post: PostId,
    /// The criterion, by code.
    pub criterion: String,
    /// The level, from 1.
    pub level: u8,
}

/// Kind of employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    /// Pegawai negeri sipil.
    Pns,
    /// Pegawai pemerintah dengan perjanjian kerja.
    Pppk,
    /// A rater from outside the civil service (`statusPenilai` NON ASN).
    NonAsn,
}

impl Employment {
    /// Every kind with its code.
    pub const CODES: [(&'static str, Self); 3] = [("pns", Self::Pns), ("pppk", Self::Pppk), ("non_asn", Self::NonAsn)];

    /// The code of this kind.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, k)| *k == self).map(|(code, _)| *code).expect("every kind has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, kind)| *kind)
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employee {
    /// Their id.
    pub id: EmployeeId,
    /// NIP or NI PPPK; `None` only for [`Employment::NonAsn`].
    pub nip: Option<Nip>,
    /// Name with titles as written in the master data.
    pub name: String,
    /// Kind of employment.
    pub employment: Employment,
    /// Pangkat and golongan ruang as printed: `Penata Tingkat I (III/d)`, `IX` for PPPK.
    pub rank: String,
}

/// Standing of an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Definitive.
    Definitif,
    /// Pelaksana tugas.
    Plt,
    /// Pelaksana harian.
    Plh,
}

/// A dated assignment of an employee to a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// Who.
    pub employee: EmployeeId,
    /// Which post.
    pub post: PostId,
    /// Definitive or acting.
    pub standing: Standing,
    /// When.
    pub dates: DateRange,
}

/// A dated reporting line: who rates whom, and who decides when the rater does not
/// (PermenPANRB 6/2022 Ps 1; Bab II.C.5, IV.A.11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportingLine {
    /// Its id.
    pub id: ReportingLineId,
    /// The one rated.
    pub employee: EmployeeId,
    /// Pejabat Penilai Kinerja.
    pub rater: EmployeeId,
    /// Atasan Pejabat Penilai Kinerja; `None` where the rater's result is final (Bab IV.A.12).
    pub superior: Option<EmployeeId>,
    /// When.
    pub dates: DateRange,
}
