//! *Somebody of the public answers the survey*, without a log-in: behind the poster, or on the device at the counter.
//!
//! What is known of the device is one random word it was given; with the period's salt, the service and the day it
//! becomes a digest, so that the same device answers once a day and nobody can follow it from day to day.

use super::Came;
use crate::{App, Ctx, Failure, account::log_in::hex, failure::not_found};
use chrono::DurationRound;
use domain::{
    decision::{Refusal, Text},
    ids::{AgencyId, AnswerId},
    people::Agency,
    permissions::Action,
    survey::{Answers, Channel, Profile, Round, Said, Service, guard::pace, round::slug},
};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, sync::Arc};
use store::{Kept, StoreError};
use uuid::Uuid;

/// The agency a public address names: its id, or its name in small letters with hyphens.
#[crate::boxed]
pub async fn agency_named(app: &App, word: &str) -> Result<Arc<Agency>, Failure> {
    let directory = app.store.directory();
    let found = match word.parse::<AgencyId>() {
        Ok(id) => directory.agency(id).await?,
        Err(_) => directory.agencies().await?.into_iter().find(|agency| slug(&agency.name) == word),
    };
    found.map(Arc::new).ok_or_else(|| not_found("agency"))
}

/// A service as the public comes to it.
#[derive(Clone)]
pub struct Door {
    ctx: Ctx,
    /// The service.
    pub service: Service,
    /// The period that runs today, if the service takes part in one.
    pub round: Option<Round>,
}

impl Door {
    /// The agency.
    pub fn agency(&self) -> &Arc<Agency> {
        &self.ctx.agency
    }

    /// The period, or why no answer is taken today.
    pub fn open(&self) -> Result<&Round, Refusal> {
        let none = || Refusal::rule(Text::new("survey-not-now")).next(Text::new("survey-not-now-next"));
        let round = self.round.as_ref().ok_or_else(none)?;
        round.takes(self.ctx.today(), false)?;
        Ok(round)
    }
}

/// Goes to a service by its public address. `once`: the form's key.
#[crate::boxed]
pub async fn door(app: &App, agency: &str, code: &str, once: Option<Uuid>) -> Result<Door, Failure> {
    let agency = agency_named(app, agency).await?;
    let ctx = Ctx { once, ..Ctx::by_itself(app, &agency) };
    let scope = ctx.read();
    let service = scope.service_by_code(code).await?.filter(|service| !service.retired);
    let service = service.ok_or_else(|| not_found("service"))?;
    let round = scope.round_of(service.id, ctx.today()).await?;
    Ok(Door { ctx, service, round })
}

/// What somebody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The nine values.
    pub answers: Answers,
    /// Bands.
    pub profile: Profile,
    /// Complaint or suggestion; may be empty.
    pub words: String,
    /// Answers to own questions.
    pub extra: BTreeMap<String, String>,
}

/// From where it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// A device of the respondent's own, with the random word it was given.
    Device(String),
    /// The device at the counter, with the key in its address.
    Kiosk(String),
}

/// Takes an answer.
#[crate::boxed]
pub async fn submit(door: &Door, from: From, ticket: &str, sent: Sent) -> Result<(), Failure> {
    let ctx = &door.ctx;
    let (round, service) = (door.open()?.clone(), door.service.clone());
    let id = AnswerId(ctx.once.unwrap_or_else(|| ctx.app.world.id()));
    let (channel, digest) = match from {
        From::Kiosk(key) if key == service.kiosk_key => (Channel::Kiosk, None),
        From::Kiosk(_) => return Err(not_found("kiosk")),
        From::Device(_) if service.tickets => (Channel::Link, None),
        From::Device(word) => (Channel::Link, Some(digest(&round, &service, &ctx.today().to_string(), &word))),
    };
    let minute = ctx.at.duration_trunc(chrono::TimeDelta::minutes(1)).unwrap_or(ctx.at);
    let before = ctx.read().survey_before(id, (round.id, service.id), digest.as_deref(), minute).await?;
    // Pressed twice, or sent again over a bad line: it is there, and that is what they want to hear.
    if before.answered {
        return Ok(());
    }
    let ticket = ticket.trim().to_uppercase();
    if service.tickets && ticket.is_empty() {
        return Err(Refusal::field("ticket", Text::new("survey-ticket-missing")).into());
    }
    if before.used {
        return Err(already());
    }
    pace(before.pace, service.pace)?;
    let Sent { answers, profile, words, extra } = sent;
    let said = Said { id, round: round.id, service: service.id, at: ctx.at, channel, answers, profile, words, extra };
    let kept = Kept { said, digest };
    // The key is the answer's own id: the once-table belongs to accounts.
    let done = Ctx { once: None, ..ctx.clone() }
        .act(Action::SurveyAnswer, move |work| {
            let (kept, ticket, tickets) = (kept.clone(), ticket.clone(), service.tickets);
            async move {
                let Kept { said, .. } = &kept;
                let round = work.round(said.round).await?.ok_or_else(|| not_found("survey round"))?;
                round.takes(work.ctx.today(), false)?;
                if tickets && !work.use_ticket(said.service, &ticket, work.ctx.at).await? {
                    return Err(Refusal::field("ticket", Text::new("survey-ticket-unknown")).into());
                }
                work.insert_answers(said.round, said.service, std::slice::from_ref(&kept)).await?;
                let came = Came { round: said.round, service: said.service, channel: said.channel, n: 1 };
                work.journal("survey_answer", said.id, None, Some(&came)).await
            }
        })
        .await;
    match done {
        Err(Failure::Store(StoreError::Duplicate { what })) if what == "survey_answer.id" => Ok(()),
        Err(Failure::Store(StoreError::Duplicate { what })) if what.starts_with("survey_answer.") => Err(already()),
        other => other,
    }
}

fn digest(round: &Round, service: &Service, day: &str, word: &str) -> String {
    let parts = [round.salt.as_str(), &service.id.to_string(), day, word];
    hex(&parts.iter().fold(Sha256::new(), |sum, part| sum.chain_update(part).chain_update(b"\0")).finalize())
}

fn already() -> Failure {
    Refusal::rule(Text::new("survey-already")).next(Text::new("survey-already-next")).into()
}
