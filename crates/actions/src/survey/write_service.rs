//! *The leader of a unit, or the office, keeps a service* the public is asked about.

use super::load::{permit_unit, service};
use crate::{
    Ctx, Failure,
    account::log_in::hex,
    failure::{fields, not_found},
};
use domain::{
    ids::{ServiceId, UnitId},
    permissions::Action,
    survey::{Place, Question, Service, round::State},
};

/// A service as typed.
#[derive(Clone, Debug)]
pub struct ServiceDraft {
    /// Which unit gives it.
    pub unit: UnitId,
    /// Its place in the public address.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Users in one period.
    pub users: u32,
    /// One answer for each ticket?
    pub tickets: bool,
    /// Most answers a minute.
    pub pace: u32,
    /// Own questions.
    pub questions: Vec<Question>,
    /// Not given any more.
    pub retired: bool,
}

/// Adds a service, or changes the one named. It takes part in periods that are not over from then on.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: Option<ServiceId>, draft: ServiceDraft) -> Result<ServiceId, Failure> {
    ctx.act(Action::SurveyManage, move |work| {
        let draft = draft.clone();
        async move {
            let before = match id {
                Some(id) => Some(service(&work, &work.ctx, Action::SurveyManage, id).await?),
                None => None,
            };
            work.unit(draft.unit).await?.ok_or_else(|| not_found("unit"))?;
            permit_unit(&work, &work.ctx, Action::SurveyManage, draft.unit).await?;
            let key = || hex(&work.ctx.app.world.secret())[..10].to_owned();
            let after = Service {
                id: id.unwrap_or_else(|| work.id()),
                unit: draft.unit,
                code: draft.code,
                name: draft.name,
                users: draft.users,
                tickets: draft.tickets,
                pace: draft.pace,
                kiosk_key: before.as_ref().map_or_else(key, |before| before.kiosk_key.clone()),
                questions: draft.questions,
                retired: draft.retired,
            };
            let taken = work.service_by_code(&after.code).await?.is_some_and(|other| other.id != after.id);
            fields(after.check(taken))?;
            if before.as_ref() == Some(&after) {
                return Ok(after.id);
            }
            work.save_service(&after).await?;
            if before.is_none() {
                let open = work
                    .rounds()
                    .await?
                    .into_iter()
                    .filter(|round| matches!(round.state(work.ctx.today()), State::Coming | State::Open));
                let places: Vec<Place> =
                    open.map(|round| Place { round: round.id, service: after.id, population: after.users }).collect();
                work.save_places(&places).await?;
            }
            work.journal("survey_service", after.id, before.as_ref(), Some(&after)).await?;
            Ok(after.id)
        }
    })
    .await
}
