//! *What follows from the results of a closed year is worked out*, part by part, and kept as proposals with their reason.

use super::part::{Progress, Run};
use crate::{
    Failure,
    failure::not_found,
    followup::run::{Followed, follow},
};
use domain::{
    decision::{Refusal, Text},
    ids::PeriodId,
    permissions::Action,
};

/// Results in one part.
const PART: u64 = 250;

pub(super) async fn step(run: &Run, id: PeriodId) -> Result<(), Failure> {
    run.ctx.permit(Action::FollowupRun)?;
    let (before, found) = (run.progress(), run.result::<Followed>()?);
    run.part(move |work| {
        let before = before.clone();
        async move {
            let period = work.period(id).await?.ok_or_else(|| not_found("period"))?;
            if period.closed_at.is_none() {
                return Err(Refusal::rule(Text::new("job-follow-needs-closed")).into());
            }
            let (mut total, after) = (before.total, before.place.parse().ok());
            if before.place.is_empty() {
                total = work.evaluations_count(id).await? as u32;
            }
            let results = work.evaluations_after(id, after, PART).await?;
            let part = follow(&work, &period, &results).await?;
            let found = Followed {
                proposals: found.proposals + part.proposals,
                people: found.people + part.people,
                unknown: found.unknown + part.unknown,
            };
            Ok(Progress {
                total,
                done: before.done + results.len() as u32,
                place: results.last().map_or_else(|| before.place.clone(), |last| last.id.to_string()),
                result: serde_json::to_string(&found)?,
                ended: (results.len() as u64) < PART,
                file: None,
            })
        }
    })
    .await
}
