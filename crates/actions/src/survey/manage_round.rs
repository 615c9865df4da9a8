//! *The office opens a period of the survey* for every service, and closes it.

use crate::{
    Ctx, Failure,
    account::log_in::hex,
    failure::{fields, not_found},
};
use domain::{
    ids::RoundId,
    permissions::Action,
    survey::{Place, Round, Weight},
    time::DateRange,
};

/// A period as typed.
#[derive(Clone, Debug)]
pub struct RoundDraft {
    /// `Semester I 2026`.
    pub name: String,
    /// First and last day.
    pub dates: DateRange,
    /// What an element weighs.
    pub weight: Weight,
    /// Fewer are not published.
    pub smallest: u32,
}

/// Lays out a period; every service that is given takes part, with as many users as it has now.
#[crate::boxed]
pub async fn open(ctx: &Ctx, draft: RoundDraft) -> Result<RoundId, Failure> {
    ctx.permit(Action::SurveyManage)?;
    ctx.act(Action::SurveyManage, move |work| {
        let RoundDraft { name, dates, weight, smallest } = draft.clone();
        async move {
            // Two at once could each find the days free.
            work.lock("survey-round").await?;
            let salt = hex(&work.ctx.app.world.secret());
            let round = Round { id: work.id(), name, dates, weight, smallest, salt, closed_at: None };
            fields(round.check(&work.rounds().await?))?;
            work.save_round(&round).await?;
            let given = work.services().await?.into_iter().filter(|service| !service.retired);
            let places: Vec<Place> = given
                .map(|service| Place { round: round.id, service: service.id, population: service.users })
                .collect();
            work.save_places(&places).await?;
            work.journal("survey_round", round.id, None, Some(&round)).await?;
            Ok(round.id)
        }
    })
    .await
}

/// Closes a period: the result stands, and no answer comes in any more, not even from paper.
#[crate::boxed]
pub async fn close(ctx: &Ctx, id: RoundId) -> Result<(), Failure> {
    ctx.permit(Action::SurveyManage)?;
    ctx.act(Action::SurveyManage, move |work| async move {
        let before = work.round(id).await?.ok_or_else(|| not_found("survey round"))?;
        before.takes(work.ctx.today(), true)?;
        let after = Round { closed_at: Some(work.ctx.at), ..before.clone() };
        work.save_round(&after).await?;
        work.journal("survey_round", id, Some(&before), Some(&after)).await
    })
    .await
}
