//! *Somebody reads what follows from a year* by the rules of scheme and law: proposals with their reasons. A person decides.

use crate::Failure;
use domain::{
    evaluation::{Evaluation, Period, Rhythm},
    scheme::{
        FollowUp, Scheme, all_follow_ups,
        follow::Condition,
        outlook::{Outlook, Year},
    },
};
use store::Scope;

fn rules(scheme: &Scheme) -> impl Iterator<Item = &FollowUp> {
    let (own, law) = (scheme.follow_ups.iter(), scheme.law_follow_ups.iter());
    own.chain(law).flat_map(|rules| &rules.value)
}

/// How many years the rules look at, the newest included, and whether they compare with the agency's average.
pub(crate) fn years_back(scheme: &Scheme) -> (i32, bool) {
    let back = rules(scheme).map(|rule| rule.years.max(1) as i32).max().unwrap_or(1);
    let compared = rules(scheme).flat_map(|rule| &rule.when).any(|one| matches!(one, Condition::BelowAverage));
    (back, compared)
}

/// What follows from a result of the year and those before it; nothing from a shorter period.
pub(crate) async fn outlook(
    scope: &Scope,
    scheme: &Scheme,
    evaluation: &Evaluation,
    period: &Period,
) -> Result<Outlook, Failure> {
    if period.rhythm != Rhythm::Tahunan || rules(scheme).next().is_none() {
        return Ok(Outlook::default());
    }
    let (back, compared) = years_back(scheme);
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
    Ok(all_follow_ups(scheme, &history))
}
