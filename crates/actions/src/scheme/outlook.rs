//! *Somebody reads what follows from a year* by the scheme's rules: proposals with their reasons. A person decides.

use crate::Failure;
use domain::{
    evaluation::{Evaluation, Period, Rhythm},
    scheme::{
        Scheme,
        follow::Condition,
        follow_ups,
        outlook::{Outlook, Year},
    },
};
use store::Scope;

/// What follows from a result of the year and those before it; nothing from a shorter period.
pub(crate) async fn outlook(
    scope: &Scope,
    scheme: &Scheme,
    evaluation: &Evaluation,
    period: &Period,
) -> Result<Outlook, Failure> {
    let Some(rules) = scheme.follow_ups.as_ref().filter(|_| period.rhythm == Rhythm::Tahunan) else {
        return Ok(Outlook::default());
    };
    let back = rules.value.iter().map(|rule| rule.years.max(1) as i32).max().unwrap_or(1);
    let compared = rules.value.iter().flat_map(|rule| &rule.when).any(|one| matches!(one, Condition::BelowAverage));
    let results = scope.evaluations_of(evaluation.employee).await?;
    let mut history = Vec::new();
    for year in period.year + 1 - back..=period.year {
        let found = if year == period.year {
            Some(period.clone())
        } else {
            scope.periods(year).await?.into_iter().find(|period| period.rhythm == Rhythm::Tahunan)
        };
        let Some(of_year) = found else { continue };
        let result =
            if year == period.year { Some(evaluation) } else { results.iter().find(|r| r.period == of_year.id) };
        let Some(result) = result else { continue };
        // While a period is open its mean still moves; it is not known yet.
        let average = if compared && of_year.closed_at.is_some() { scope.mean_score(of_year.id).await? } else { None };
        history.push(Year { year, predikat: result.predikat, result: result.scheme.clone(), average });
    }
    Ok(follow_ups(scheme, &history))
}
