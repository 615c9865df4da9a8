//! Log-ins and the roles granted to them. Roles that follow from facts (being the rater of this person,
//! leading this unit) are not granted but read from reporting lines: see [`crate::permissions`].

use crate::ids::{AccountId, AgencyId, EmployeeId};
use serde::{Deserialize, Serialize};

pub mod password;

/// A role that somebody grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Pengelola kepegawaian: runs the year, imports people, sees completeness.
    PersonnelOffice,
    /// Admin instansi: accounts and settings; sees no appraisal content.
    AgencyAdmin,
    /// Auditor: reads everything, changes nothing.
    Auditor,
    /// Pejabat yang Berwenang (Ps 1): receives reports, decides follow-up.
    Pyb,
    /// Pejabat Pembina Kepegawaian (Ps 1).
    Ppk,
}

impl Role {
    /// Every role with its code.
    pub const CODES: [(&'static str, Self); 5] = [
        ("personnel_office", Self::PersonnelOffice),
        ("agency_admin", Self::AgencyAdmin),
        ("auditor", Self::Auditor),
        ("pyb", Self::Pyb),
        ("ppk", Self::Ppk),
    ];

    /// The code of this role.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, k)| *k == self).map(|(code, _)| *code).expect("every role has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, role)| *role)
    }
}

/// Who is acting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The tenant.
    pub agency: AgencyId,
    /// The log-in.
    pub account: AccountId,
    /// The person.
    pub employee: EmployeeId,
    /// Name as shown.
    pub name: String,
    /// Granted roles.
    pub roles: Vec<Role>,
}

impl Actor {
    /// Was the role granted?
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
