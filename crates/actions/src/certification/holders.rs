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
}

/// Who holds a certificate today.
#[crate::boxed]
pub async fn holders(ctx: &Ctx) -> Result<HoldersPage, Failure> {
    ctx.permit(Action::CertificationRead)?;
    let (scope, today) = (ctx.read(), ctx.today());
    let raters: BTreeSet<EmployeeId> = scope.raters_on(today).await?.into_iter().collect();
    let mut latest: BTreeMap<EmployeeId, Certificate> = BTreeMap::new();
    for certificate in scope.certificates_valid(today).await? {
        latest.insert(certificate.employee, certificate);
    }
    let certified = latest.keys().filter(|holder| raters.contains(holder)).count();
    let mut certificates: Vec<Certificate> = latest.into_values().collect();
    certificates.sort_by_key(|one| (one.valid_until, one.id));
    certificates.truncate(MOST);
    let ids: Vec<EmployeeId> = certificates.iter().map(|one| one.employee).collect();
    let mut people: BTreeMap<EmployeeId, Person> =
        scope.people_on(&ids, today).await?.into_iter().map(|person| (person.employee.id, person)).collect();
    let holder = |certificate: Certificate| Some((people.remove(&certificate.employee)?, certificate));
    Ok(HoldersPage { raters: raters.len(), certified, holders: certificates.into_iter().filter_map(holder).collect() })
}
