//! *An employee reports progress* under an indicator (R5, R6), or corrects an earlier entry with a new one.

use crate::{
    Ctx, Failure, draft,
    evidence::{self, Upload},
    failure::{fields, not_found},
    feed::link::no_typing,
    plan::load::load,
};
use chrono::NaiveDate;
use domain::{
    amount::Amount,
    decision::{FieldError, Refusal, Text},
    evidence::Item,
    ids::{EntryId, IndicatorId, SkpId, StepId},
    permissions::Action,
    progress::Entry,
};

/// What was reported.
#[derive(Clone, Debug)]
pub struct Report {
    /// Under which indicator.
    pub indicator: IndicatorId,
    /// Which step it carries out.
    pub step: Option<StepId>,
    /// The day it was done.
    pub on: NaiveDate,
    /// Realised amount.
    pub amount: Option<Amount>,
    /// What was done.
    pub did: String,
    /// What stood in the way.
    pub obstacle: String,
    /// What help is wanted.
    pub help: String,
    /// The entry it corrects.
    pub corrects: Option<EntryId>,
    /// A link as evidence; empty if none.
    pub link: String,
}

/// Takes the report in; a file handed in with it is kept before the row that names it, so no row points at nothing.
#[crate::boxed]
pub async fn report(ctx: &Ctx, id: SkpId, report: Report, file: Option<Upload>) -> Result<EntryId, Failure> {
    let (skp, _) = load(&ctx.read(), ctx, id, Action::ProgressWrite).await?;
    check(ctx, &skp, &report)?;
    if report.amount.is_some() {
        no_typing(&ctx.read(), id, report.indicator).await?;
    }
    let mut items = Vec::new();
    if !report.link.trim().is_empty() {
        items.push(Item::Link { url: domain::evidence::accept_link(&report.link)? });
    }
    if let Some(file) = file {
        items.push(evidence::keep(ctx, file).await?);
    }
    let form = draft_key(id, report.indicator);
    let entry = ctx
        .act(Action::ProgressWrite, move |work| {
            let (report, items) = (report.clone(), items.clone());
            async move {
                let (skp, _) = load(&work, &work.ctx, id, Action::ProgressWrite).await?;
                if let Some(corrected) = report.corrects {
                    let found = work.entry(corrected).await?.filter(|e| e.skp == id && e.indicator == report.indicator);
                    found.ok_or_else(|| not_found("entry"))?;
                }
                let entry = Entry {
                    id: work.id(),
                    skp: id,
                    indicator: report.indicator,
                    step: report.step,
                    on: report.on,
                    amount: report.amount,
                    did: report.did.trim().to_owned(),
                    obstacle: report.obstacle.trim().to_owned(),
                    help: report.help.trim().to_owned(),
                    corrects: report.corrects,
                    by: work.ctx.me(),
                    recorded_at: work.ctx.at,
                };
                work.insert_entry(&entry).await?;
                work.journal("entry", entry.id, None, Some(&entry)).await?;
                for item in items {
                    evidence::add(&work, &skp, entry.id, item).await?;
                }
                let key = if entry.obstacle.is_empty() { "notice-progress" } else { "notice-obstacle" };
                let says = Text::new(key).with("name", work.ctx.actor.name.as_str());
                work.tell(skp.rater, says, format!("/skp/{id}/indikator/{}#catatan-{}", entry.indicator, entry.id))
                    .await?;
                Ok(entry.id)
            }
        })
        .await?;
    draft::discard(ctx, &form).await?;
    Ok(entry)
}

/// Under which key the form's draft is saved.
pub fn draft_key(skp: SkpId, indicator: IndicatorId) -> String {
    format!("report.{skp}.{indicator}")
}

fn check(ctx: &Ctx, skp: &domain::plan::Skp, report: &Report) -> Result<(), Failure> {
    if skp.version == 0 {
        return Err(Refusal::rule(Text::new("progress-plan-not-set"))
            .next(Text::new("progress-plan-not-set-next"))
            .into());
    }
    let indicator = skp.content.results.iter().flat_map(|rhk| &rhk.indicators).find(|i| i.id == report.indicator);
    indicator.ok_or_else(|| not_found("indicator"))?;
    let mut errors = Vec::new();
    if report.did.trim().is_empty() && report.obstacle.trim().is_empty() {
        errors.push(FieldError::new("did", Text::new("progress-say-something")));
    }
    if report.on > ctx.today() {
        errors.push(FieldError::new("on", Text::new("progress-in-the-future")));
    } else if !skp.dates.contains(report.on) {
        errors.push(FieldError::new("on", Text::new("progress-outside-plan").with("from", skp.dates.from)));
    }
    if report.amount.is_some_and(|amount| amount < Amount(0)) {
        errors.push(FieldError::new("amount", Text::new("progress-negative")));
    }
    fields(errors)
}
