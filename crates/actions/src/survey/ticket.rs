//! *Somebody hands out tickets* for a service where one answer belongs to each.

use super::load::service;
use crate::{Ctx, Failure};
use domain::{
    decision::{Refusal, Text},
    ids::ServiceId,
    permissions::Action,
};

/// Most tickets at once: a few sheets of paper.
pub const MOST: usize = 200;
/// Letters and digits that nobody takes for others when copying them from paper.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Makes tickets and hands their codes over.
#[crate::boxed]
pub async fn hand_out(ctx: &Ctx, id: ServiceId, n: usize) -> Result<usize, Failure> {
    if !(1..=MOST).contains(&n) {
        return Err(Refusal::field("n", Text::new("survey-tickets-range").with("max", MOST as i64)).into());
    }
    ctx.act(Action::SurveyManage, move |work| async move {
        service(&work, &work.ctx, Action::SurveyManage, id).await?;
        let code = || -> String {
            work.ctx.app.world.secret()[..8].iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect()
        };
        let codes: Vec<String> = (0..n).map(|_| code()).collect();
        work.insert_tickets(id, &codes, work.ctx.at).await?;
        work.journal("survey_ticket", id, None, Some(&n)).await?;
        Ok(n)
    })
    .await
}

/// Tickets not used yet.
#[crate::boxed]
pub async fn unused(ctx: &Ctx, id: ServiceId) -> Result<Vec<String>, Failure> {
    let scope = ctx.read();
    service(&scope, ctx, Action::SurveyManage, id).await?;
    Ok(scope.open_tickets(id).await?)
}
