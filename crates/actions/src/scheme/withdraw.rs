//! *A name is taken back* before anything rests on it.

use super::load::case_to_write;
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    ids::{NominationId, PeriodId, SkpId},
    permissions::Action,
    scheme::nomination::{Nomination, State, may_withdraw},
};

/// Takes a name back.
#[crate::boxed]
pub async fn withdraw(ctx: &Ctx, period: PeriodId, skp: SkpId, id: NominationId) -> Result<(), Failure> {
    ctx.act(Action::SchemeNominate, move |work| async move {
        let case = case_to_write(&work, period, skp, Action::SchemeNominate).await?;
        if let Some(still) = case.still() {
            return Err(still.into());
        }
        let before = case.nominations.iter().find(|n| n.id == id).ok_or_else(|| not_found("nomination"))?;
        let answered = case.of(before.rater).is_some_and(|saved| saved.sent_at.is_some());
        may_withdraw(&case.scheme, before, case.period.opened_at.is_some(), answered)?;
        let after = Nomination { state: State::Withdrawn, at: work.ctx.at, ..before.clone() };
        work.save_nomination(&after).await?;
        work.journal("nomination", id, Some(before), Some(&after)).await
    })
    .await
}
