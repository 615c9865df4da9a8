//! The certificate: issued at once when an exercise came close enough, valid for a time, to be renewed.

use super::{Exercise, Limits};
use crate::ids::{CertificateId, EmployeeId, ExerciseId};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Whose.
    pub employee: EmployeeId,
    /// The exercise it rests on.
    pub exercise: ExerciseId,
    /// Its number as printed.
    pub number: String,
    /// The first day.
    pub issued_on: NaiveDate,
    /// The last day.
    pub valid_until: NaiveDate,
}

/// Where somebody stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Never certified.
    Never,
    /// Valid for a while yet.
    Valid(NaiveDate),
    /// Valid, but not for long.
    Ending(NaiveDate),
    /// No longer valid since this last day.
    Expired(NaiveDate),
}

impl Standing {
    /// Certified on the day?
    pub const fn holds(self) -> bool {
        matches!(self, Self::Valid(_) | Self::Ending(_))
    }
}

/// The certificate that follows from an exercise finished within the limits on a day.
pub fn issue(id: CertificateId, exercise: &Exercise, limits: &Limits, on: NaiveDate) -> Option<Certificate> {
    let after = on.checked_add_months(Months::new(limits.valid_months))?;
    let tail: String = id.to_string().replace('-', "").to_uppercase();
    exercise.passed.then(|| Certificate {
        id,
        employee: exercise.employee,
        exercise: exercise.id,
        number: format!("PENILAI/{}/{}", on.year(), &tail[tail.len() - 8..]),
        issued_on: on,
        valid_until: after - Days::new(1),
    })
}

/// Where somebody with these certificates stands on a day.
pub fn standing(certificates: &[Certificate], limits: &Limits, today: NaiveDate) -> Standing {
    match certificates.iter().map(|one| one.valid_until).max() {
        None => Standing::Never,
        Some(until) if until < today => Standing::Expired(until),
        Some(until) if until < today + Days::new(u64::from(limits.remind_days)) => Standing::Ending(until),
        Some(until) => Standing::Valid(until),
    }
}
