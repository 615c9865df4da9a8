//! *Somebody of the unit types in answers from paper*, several sheets at once.

use super::{
    Came,
    answer::Sent,
    load::{place, service},
};
use crate::{Ctx, Failure, Work};
use domain::{
    ids::{AnswerId, RoundId, ServiceId},
    permissions::Action,
    survey::{Channel, Said},
};
use store::Kept;

/// Takes in sheets; all of them or none. Returns how many.
#[crate::boxed]
pub async fn enter(ctx: &Ctx, id: ServiceId, round: RoundId, sheets: Vec<Sent>) -> Result<usize, Failure> {
    ctx.act(Action::SurveyEnter, move |work| {
        let sheets = sheets.clone();
        async move {
            let n = sheets.len();
            let sheets = sheets.into_iter().map(|sent| (sent, None)).collect();
            take(&work, id, round, Channel::Paper, sheets).await?;
            Ok(n)
        }
    })
    .await
}

/// The same within a change; each with the digest by which it is known again, if there is one.
pub(super) async fn take(
    work: &Work,
    id: ServiceId,
    round: RoundId,
    channel: Channel,
    sheets: Vec<(Sent, Option<String>)>,
) -> Result<(), Failure> {
    service(work, &work.ctx, Action::SurveyEnter, id).await?;
    let (round, _) = place(work, round, id).await?;
    round.takes(work.ctx.today(), true)?;
    if sheets.is_empty() {
        return Ok(());
    }
    let came = Came { round: round.id, service: id, channel, n: sheets.len() };
    let kept: Vec<Kept> = sheets
        .into_iter()
        .map(|(Sent { answers, profile, words, extra }, digest)| {
            let (said_id, at): (AnswerId, _) = (work.id(), work.ctx.at);
            let said = Said { id: said_id, round: round.id, service: id, at, channel, answers, profile, words, extra };
            Kept { said, digest }
        })
        .collect();
    work.insert_answers(round.id, id, &kept).await?;
    work.journal("survey_answer", kept[0].said.id, None, Some(&came)).await
}
