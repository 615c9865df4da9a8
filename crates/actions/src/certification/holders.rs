//! *The personnel office sees who holds a certificate*: names and days, never how anybody's exercises went.

use crate::{Ctx, Failure};
use domain::{certification::Certificate, ids::EmployeeId, permissions::Action};
use std::collections::{BTreeMap, BTreeSet};
use store::Person;

/// Holders shown at most.
const MOST: usize = 500;

/// Who holds a certificate.
pub struct HoldersPage {
    /// People who rate somebody today.
    pub raters: usize,
    /// Of these, with a certificate that is valid today.
    pub certified: usize,
    /// Holders with their latest certificate, the one that ends first before the others.
    pub holders: Vec<(Person, Certificate)>,
    /// Holders beyond these, whose certificates end later.
    pub more: usize,
}

/// Who holds a certificate today.
#[crate::boxed]
pub async fn holders(ctx: &Ctx) -> Result<HoldersPage, Failure> {
    ctx.permit(Action::CertificationRead)?;
    let (scope, today) = (ctx.read(), ctx.today());
    let raters: BTreeSet<EmployeeId> = scope.raters_on(today).await?.into_iter().collect();
    let latest = latest(scope.certificates_valid(today).await?);
    let certified = latest.iter().filter(|one| raters.contains(&one.employee)).count();
    let (certificates, more) = first(latest, MOST);
    let ids: Vec<EmployeeId> = certificates.iter().map(|one| one.employee).collect();
    let mut people: BTreeMap<EmployeeId, Person> =
        scope.people_on(&ids, today).await?.into_iter().map(|person| (person.employee.id, person)).collect();
    let holder = |certificate: Certificate| Some((people.remove(&certificate.employee)?, certificate));
    let holders = certificates.into_iter().filter_map(holder).collect();
    Ok(HoldersPage { raters: raters.len(), certified, holders, more })
}

/// The latest of each holder, the one that ends first before the others.
pub(super) fn latest(certificates: Vec<Certificate>) -> Vec<Certificate> {
    let mut latest: BTreeMap<EmployeeId, Certificate> = BTreeMap::new();
    for one in certificates {
        let later =
            latest.get(&one.employee).is_none_or(|known| (known.valid_until, known.id) < (one.valid_until, one.id));
        if later {
            latest.insert(one.employee, one);
        }
    }
    let mut latest: Vec<Certificate> = latest.into_values().collect();
    latest.sort_by_key(|one| (one.valid_until, one.id));
    latest
}

/// So many of them, and how many are left.
pub(super) fn first(mut certificates: Vec<Certificate>, most: usize) -> (Vec<Certificate>, usize) {
    let more = certificates.len().saturating_sub(most);
    certificates.truncate(most);
    (certificates, more)
}
