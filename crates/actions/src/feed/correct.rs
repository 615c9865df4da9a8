//! *Whoever keeps a source corrects a row*: another row takes its place, with the reason and the name; the old one stays. Nobody
//! corrects what is said of themselves, and a row is corrected by one person at a time.

use super::{
    load::source,
    sheet::{against, digits, people, units},
    take::{closed, write},
};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{FieldError, Refusal, Text},
    feed::{Channel, Row, Why, read::read},
    ids::FeedRowId,
    permissions::Action,
};
use std::collections::BTreeMap;
use store::StoreError;

/// A correction as typed.
#[derive(Clone, Debug, Default)]
pub struct Correction {
    /// The columns.
    pub cells: BTreeMap<String, String>,
    /// Why.
    pub reason: String,
    /// There should have been no such row.
    pub void: bool,
}

/// Shortest reason, in characters.
const MIN_REASON: usize = 10;

/// Corrects a row; returns the one that holds now.
#[crate::boxed]
pub async fn correct(ctx: &Ctx, id: FeedRowId, correction: Correction) -> Result<FeedRowId, Failure> {
    let done = ctx
        .act(Action::FeedManage, move |work| {
            let correction = correction.clone();
            async move {
                let before = work.feed_row(id).await?.ok_or_else(|| not_found("feed row"))?;
                let fed = source(&work, &work.ctx, Action::FeedManage, before.source).await?;
                work.lock(&format!("feed-{}", fed.source.id)).await?;
                if before.employee() == Some(work.ctx.me()) {
                    return Err(Refusal::rule(Text::new("feed-correct-own"))
                        .next(Text::new("feed-correct-own-next"))
                        .into());
                }
                // Somebody may have corrected it between looking and sending.
                let before = work.feed_row(before.id).await?.ok_or_else(|| not_found("feed row"))?;
                if before.replaced_at.is_some() {
                    return Err(overlapping());
                }
                let mut errors = Vec::new();
                let reason = correction.reason.trim().to_owned();
                if reason.chars().count() < MIN_REASON {
                    errors.push(FieldError::new(
                        "reason",
                        Text::new("feed-correct-reason").with("min", MIN_REASON as i64),
                    ));
                }
                let draft = if correction.void {
                    before.draft.clone()
                } else {
                    let cell = |column: &str| correction.cells.get(column).map_or("", String::as_str);
                    let people = people(&work, &work.ctx, vec![digits(cell("nip"))]).await?;
                    let units = units(&work).await?;
                    match read(fed.source.kind, cell, &against(&work.ctx, &fed.source, &people, &units)) {
                        Ok(draft) if draft.code != before.draft.code => {
                            let says = Text::new("feed-correct-code").with("code", before.draft.code.as_str());
                            errors.push(FieldError::new(first_column(&before), says));
                            draft
                        }
                        Ok(draft) => draft,
                        Err(more) => {
                            errors.extend(more);
                            before.draft.clone()
                        }
                    }
                };
                if errors.is_empty() && !correction.void && draft == before.draft && before.counts() {
                    errors.push(FieldError::new(first_column(&before), Text::new("feed-correct-nothing")));
                }
                crate::failure::fields(errors)?;
                let days = [before.draft.on, draft.on];
                if let Some(period) = closed(&work, days.into_iter())
                    .await?
                    .iter()
                    .find(|one| days.iter().any(|day| one.dates.contains(*day)))
                {
                    return Err(Refusal::rule(Text::new("feed-period-closed").with("year", period.year)).into());
                }
                let after = Row {
                    id: work.id(),
                    source: before.source,
                    revision: before.revision + 1,
                    draft,
                    why: if correction.void { Why::Voided } else { Why::Corrected },
                    reason,
                    channel: Channel::Desk,
                    by: Some(work.ctx.me()),
                    at: work.ctx.at,
                    replaced_at: None,
                    took: None,
                };
                write(&work, &fed.source, std::slice::from_ref(&after), std::slice::from_ref(&before)).await?;
                work.journal("feed_row", after.id, Some(&before), Some(&after)).await?;
                if let Some(employee) = after.employee() {
                    let says = Text::new("notice-feed-corrected")
                        .with("name", work.ctx.actor.name.as_str())
                        .with("source", fed.source.name.as_str());
                    work.tell(employee, says, format!("/sumber-data/{}/pegawai/{employee}", fed.source.id)).await?;
                }
                Ok(after.id)
            }
        })
        .await;
    match done {
        Err(Failure::Store(StoreError::Duplicate { what })) if what.starts_with("feed_row.") => Err(overlapping()),
        other => other,
    }
}

fn overlapping() -> Failure {
    Refusal::rule(Text::new("feed-correct-meanwhile")).next(Text::new("feed-correct-meanwhile-next")).into()
}

fn first_column(row: &Row) -> &'static str {
    row.draft.fact.kind().columns().0[0]
}
