//! *Somebody reads a competence profile*: what the latest result says of each competence, beside what the post asks for.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    development::profile::{Profile, profile},
    evaluation::{Evaluation, Period, Predikat},
    ids::{EmployeeId, PostId},
    permissions::Action,
    scheme::Scheme,
};
use std::collections::BTreeMap;
use store::{Person, Scope};

/// A person's competences, and what they rest on.
pub struct Found {
    /// Who.
    pub person: Person,
    /// The profile.
    pub profile: Profile,
    /// The result it rests on, with its period; `None` while there is none with the scheme's criteria.
    pub result: Option<(Evaluation, Period)>,
    /// The scheme whose criteria they are.
    pub scheme: Scheme,
}

/// The profile of a person, for whoever may read it.
#[crate::boxed]
pub async fn see(ctx: &Ctx, employee: EmployeeId) -> Result<Found, Failure> {
    let scope = ctx.read();
    permit_over(&scope, ctx, Action::DevelopmentRead, employee, None).await?;
    of(&scope, ctx, employee).await
}

/// The same without asking who reads: for verbs that have permitted already.
#[crate::boxed]
pub async fn of(scope: &Scope, ctx: &Ctx, employee: EmployeeId) -> Result<Found, Failure> {
    let person = scope.people_on(&[employee], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    let latest = scope.evaluations_of(employee).await?.into_iter().find(|result| result.scheme.is_some());
    let result = match latest {
        Some(evaluation) => {
            let period = scope.period(evaluation.period).await?.ok_or_else(|| not_found("period"))?;
            Some((evaluation, period))
        }
        None => None,
    };
    let day = result.as_ref().map_or(ctx.today(), |(_, period)| period.last_day());
    let scheme = ctx.policy(day)?.appraisal.clone();
    let post: Vec<PostId> = person.post.iter().map(|post| post.id).collect();
    let standards: Vec<(String, u8)> =
        scope.standards_among(&post).await?.into_iter().map(|one| (one.criterion, one.level)).collect();
    let scored = result.as_ref().and_then(|(evaluation, _)| evaluation.scheme.as_ref());
    Ok(Found { profile: profile(&scheme, scored, &standards), person, result, scheme })
}

/// What a period says of one person.
pub(crate) struct Known {
    /// Who.
    pub(crate) person: Person,
    /// Their competences.
    pub(crate) profile: Profile,
    /// The law's predikat.
    pub(crate) predikat: Option<Predikat>,
}

/// A whole agency in a period.
pub(crate) struct Agency {
    /// Everybody with a result.
    pub(crate) known: BTreeMap<EmployeeId, Known>,
    /// Everybody without one.
    pub(crate) silent: Vec<Person>,
    /// The scheme of the period.
    pub(crate) scheme: Scheme,
}

/// The profiles of everybody with a result in a period, in a fixed number of queries.
pub(crate) async fn of_period(scope: &Scope, ctx: &Ctx, period: &Period) -> Result<Agency, Failure> {
    let scheme = ctx.policy(period.last_day())?.appraisal.clone();
    let mut standards: BTreeMap<PostId, Vec<(String, u8)>> = BTreeMap::new();
    for one in scope.standards().await? {
        standards.entry(one.post).or_default().push((one.criterion, one.level));
    }
    let mut people: BTreeMap<EmployeeId, Person> =
        scope.everyone(ctx.today()).await?.into_iter().map(|person| (person.employee.id, person)).collect();
    let mut known: BTreeMap<EmployeeId, Known> = BTreeMap::new();
    for scored in scope.scored_in(period.id).await? {
        // Of two results in a year, after a transfer, the later one stands for it.
        let earlier = known.remove(&scored.employee).map(|known| known.person);
        let Some(person) = earlier.or_else(|| people.remove(&scored.employee)) else { continue };
        let of_post = person.post.as_ref().and_then(|post| standards.get(&post.id)).map_or(&[][..], Vec::as_slice);
        let profile = profile(&scheme, scored.scheme.as_ref(), of_post);
        known.insert(scored.employee, Known { person, profile, predikat: scored.predikat });
    }
    Ok(Agency { known, silent: people.into_values().collect(), scheme })
}
