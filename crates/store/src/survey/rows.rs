//! Rows into what the domain knows, and back.

use super::write::Kept;
use crate::{
    StoreError,
    entity::{survey_answer, survey_minute, survey_place, survey_round, survey_service, survey_tally},
    map::{from_json, instant, json, known, maybe_instant, number, range},
};
use domain::{
    ids::{AgencyId, AnswerId, RoundId, ServiceId, UnitId},
    survey::{
        Answers, Channel, Count, Place, Profile, Round, Said, Service, Tally, Weight,
        answer::{Age, Education, Sex, Work},
        guard::Batch,
    },
};
use std::collections::BTreeMap;

pub(super) fn service_row(agency: AgencyId, service: &Service) -> Result<survey_service::Model, StoreError> {
    Ok(survey_service::Model {
        agency_id: agency.0,
        id: service.id.0,
        unit_id: service.unit.0,
        code: service.code.clone(),
        name: service.name.clone(),
        users: number("survey_service.users", service.users)?,
        tickets: service.tickets,
        pace: number("survey_service.pace", service.pace)?,
        kiosk_key: service.kiosk_key.clone(),
        questions: json(&service.questions)?,
        retired: service.retired,
    })
}

pub(super) fn read_service(row: survey_service::Model) -> Result<Service, StoreError> {
    Ok(Service {
        id: ServiceId(row.id),
        unit: UnitId(row.unit_id),
        code: row.code,
        name: row.name,
        users: number("survey_service.users", row.users)?,
        tickets: row.tickets,
        pace: number("survey_service.pace", row.pace)?,
        kiosk_key: row.kiosk_key,
        questions: from_json("survey_service.questions", &row.questions)?,
        retired: row.retired,
    })
}

pub(super) fn round_row(agency: AgencyId, round: &Round) -> survey_round::Model {
    survey_round::Model {
        agency_id: agency.0,
        id: round.id.0,
        name: round.name.clone(),
        from_day: round.dates.from,
        until_day: round.dates.until.unwrap_or(round.dates.from),
        weight: round.weight.code().to_owned(),
        smallest: round.smallest as i32,
        salt: round.salt.clone(),
        closed_at: maybe_instant(round.closed_at),
    }
}

pub(super) fn read_round(row: survey_round::Model) -> Result<Round, StoreError> {
    Ok(Round {
        id: RoundId(row.id),
        name: row.name,
        dates: range("survey_round", row.from_day, Some(row.until_day))?,
        weight: known("survey_round.weight", &row.weight, Weight::from_code)?,
        smallest: number("survey_round.smallest", row.smallest)?,
        salt: row.salt,
        closed_at: row.closed_at,
    })
}

pub(super) fn place_row(agency: AgencyId, place: &Place) -> survey_place::Model {
    survey_place::Model {
        agency_id: agency.0,
        round_id: place.round.0,
        service_id: place.service.0,
        population: place.population as i32,
    }
}

pub(super) fn place(row: survey_place::Model) -> Result<Place, StoreError> {
    let population = number("survey_place.population", row.population)?;
    Ok(Place { round: RoundId(row.round_id), service: ServiceId(row.service_id), population })
}

pub(super) fn answer_row(agency: AgencyId, kept: &Kept) -> Result<survey_answer::Model, StoreError> {
    let Said { id, round, service, at, channel, answers, profile, words, extra } = &kept.said;
    Ok(survey_answer::Model {
        agency_id: agency.0,
        id: id.0,
        round_id: round.0,
        service_id: service.0,
        at: instant(*at),
        channel: channel.code().to_owned(),
        pattern: answers.pattern(),
        age: profile.age.map(|one| one.code().to_owned()),
        sex: profile.sex.map(|one| one.code().to_owned()),
        education: profile.education.map(|one| one.code().to_owned()),
        work: profile.work.map(|one| one.code().to_owned()),
        words: words.clone(),
        extra: json(extra)?,
        digest: kept.digest.clone(),
    })
}

pub(super) fn read_said(row: survey_answer::Model) -> Result<Said, StoreError> {
    let profile = Profile {
        age: row.age.map(|code| known("survey_answer.age", &code, Age::from_code)).transpose()?,
        sex: row.sex.map(|code| known("survey_answer.sex", &code, Sex::from_code)).transpose()?,
        education: row
            .education
            .map(|code| known("survey_answer.education", &code, Education::from_code))
            .transpose()?,
        work: row.work.map(|code| known("survey_answer.work", &code, Work::from_code)).transpose()?,
    };
    Ok(Said {
        id: AnswerId(row.id),
        round: RoundId(row.round_id),
        service: ServiceId(row.service_id),
        at: row.at,
        channel: known("survey_answer.channel", &row.channel, Channel::from_code)?,
        answers: known("survey_answer.pattern", &row.pattern, Answers::from_pattern)?,
        profile,
        words: row.words,
        extra: from_json("survey_answer.extra", &row.extra)?,
    })
}

pub(super) fn read_batch(row: survey_minute::Model) -> Result<Batch, StoreError> {
    Ok(Batch {
        minute: row.minute,
        answers: known("survey_minute.pattern", &row.pattern, Answers::from_pattern)?,
        n: number("survey_minute.n", row.n)?,
    })
}

pub(super) fn tally(rows: Vec<survey_tally::Model>) -> Result<BTreeMap<(RoundId, ServiceId), Tally>, StoreError> {
    let mut all: BTreeMap<(RoundId, ServiceId), Tally> = BTreeMap::new();
    for row in rows {
        let tally = all.entry((RoundId(row.round_id), ServiceId(row.service_id))).or_default();
        let count = Count { n: number("survey_tally.n", row.n)?, points: number("survey_tally.points", row.points)? };
        tally.0.insert(row.part, count);
    }
    Ok(all)
}
