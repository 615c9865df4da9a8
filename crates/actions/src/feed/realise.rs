//! What indicators of plans show as realised where they are measured: one number a month from their source, in place of whatever
//! was typed. Everything that asks how a plan stands asks here first.

use super::{
    count::{Span, by_month, cells, last_day, months},
    measure::ikm,
};
use crate::Failure;
use chrono::NaiveDate;
use domain::{
    amount::Amount,
    feed::{Kind, Link, Source},
    ids::FeedId,
    plan::Skp,
    progress::Entry,
};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Scope;

/// Reports of some plans as they count: words as they were written, numbers of measured indicators from their sources.
#[crate::boxed]
pub async fn counted(
    scope: &Scope,
    plans: &[&Skp],
    typed: Vec<Entry>,
    today: NaiveDate,
) -> Result<Vec<Entry>, Failure> {
    let ids: Vec<_> = plans.iter().map(|skp| skp.id).collect();
    let links = scope.feed_links(&ids).await?;
    if links.is_empty() {
        return Ok(typed);
    }
    let sources = sources(scope).await?;
    let linked: HashSet<_> = links.iter().map(|link| (link.skp, link.indicator)).collect();
    let (measured, mut all): (Vec<Entry>, Vec<Entry>) =
        typed.into_iter().partition(|entry| linked.contains(&(entry.skp, entry.indicator)));
    for link in &links {
        let Some(skp) = plans.iter().find(|skp| skp.id == link.skp) else { continue };
        let indicator = skp.content.results.iter().flat_map(|rhk| &rhk.indicators).find(|one| one.id == link.indicator);
        let (Some(indicator), Some(source)) = (indicator, sources.get(&link.source)) else { continue };
        let until = skp.dates.until.unwrap_or(today).min(today);
        let amounts = amounts(scope, link, source, (skp.dates.from, until)).await?;
        let typed: Vec<Entry> = measured.iter().filter(|entry| entry.skp == skp.id).cloned().collect();
        all.extend(link.reported(indicator, &typed, &amounts));
    }
    Ok(all)
}

/// Every source by its id.
pub(super) async fn sources(scope: &Scope) -> Result<BTreeMap<FeedId, Source>, Failure> {
    Ok(scope.feeds().await?.into_iter().map(|fed| (fed.source.id, fed.source)).collect())
}

/// What a link has measured at the end of each month, from the beginning of its plan.
pub(super) async fn amounts(
    scope: &Scope,
    link: &Link,
    source: &Source,
    span: Span,
) -> Result<Vec<(NaiveDate, Amount)>, Failure> {
    if span.1 < span.0 {
        return Ok(Vec::new());
    }
    let day = |month| last_day(month).min(span.1);
    if source.kind == Kind::Survey {
        let mut found: HashMap<NaiveDate, Amount> = HashMap::new();
        for month in months(span) {
            if let Some((amount, _)) = ikm(scope, source.unit, (span.0, day(month)), true).await? {
                found.insert(month, amount);
            }
        }
        return Ok(months(span).filter_map(|month| Some((day(month), *found.get(&month)?))).collect());
    }
    let cells = cells(scope, &[source], &link.slice, span).await?;
    let known = by_month(source.kind, &cells, span).into_iter();
    Ok(known.filter_map(|(month, tally)| Some((day(month), link.measure.of(&tally, day(month))?))).collect())
}
