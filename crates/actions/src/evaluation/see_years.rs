//! *Somebody looks at a person's years*: what each came to, and where the criteria of the scheme go (R20).

use super::see::{Row, of};
use crate::{
    Ctx, Failure,
    failure::not_found,
    talent::career::{Career, career},
};
use domain::{
    evaluation::Rhythm,
    ids::EmployeeId,
    people::Employee,
    scheme::years::{Line, over_years},
};

/// A person's years.
pub struct YearsPage {
    /// Whose.
    pub owner: Employee,
    /// Annual results that stand, oldest first.
    pub years: Vec<Row>,
    /// The scheme's criteria over those years in which it had a result of its own.
    pub lines: Vec<Line>,
    /// Those years.
    pub of_scheme: Vec<i32>,
    /// Indicators, feedback, skills, trainings, what is open and what is missing.
    pub career: Career,
}

/// One person's years, for those who may read the results.
#[crate::boxed]
pub async fn see_years(ctx: &Ctx, employee: EmployeeId) -> Result<YearsPage, Failure> {
    let mut years = of(ctx, employee).await?;
    years.retain(|row| row.period.rhythm == Rhythm::Tahunan);
    years.sort_by_key(|row| (row.period.year, row.evaluation.signed_at));
    let owner = ctx.read().employee(employee).await?.ok_or_else(|| not_found("employee"))?;
    let policy = ctx.policy(ctx.today())?;
    let found: Vec<_> =
        years.iter().filter_map(|row| Some((row.period.year, row.evaluation.scheme.as_ref()?))).collect();
    let (of_scheme, lines) = (found.iter().map(|(year, _)| *year).collect(), over_years(&policy.appraisal, &found));
    let results: Vec<_> = years.iter().map(|row| (row.period.year, row.evaluation.clone())).collect();
    let career = career(ctx, employee, &results).await?;
    Ok(YearsPage { owner, years, lines, of_scheme, career })
}
