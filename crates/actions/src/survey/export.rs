//! *The office takes answers out as a file*: values, bands and words, the day without the hour, in the shape in which
//! [`super::import`] takes them in.

use super::load::{place, service};
use crate::{
    Ctx, Failure,
    people::export::{Format, table},
};
use domain::{
    ids::{RoundId, ServiceId},
    permissions::Action,
    survey::{Profile, Unsur},
};

/// The file.
#[crate::boxed]
pub async fn export(ctx: &Ctx, id: ServiceId, round: RoundId) -> Result<Vec<u8>, Failure> {
    let scope = ctx.read();
    let service = service(&scope, ctx, Action::SurveyManage, id).await?;
    place(&scope, round, id).await?;
    let questions = service.questions.iter().map(domain::survey::Question::field);
    let columns: Vec<String> = ["tanggal", "kanal"]
        .into_iter()
        .chain(Unsur::ALL.into_iter().map(Unsur::code))
        .chain(Profile::fields().into_iter().map(|(family, ..)| family))
        .chain([super::import::WORDS])
        .map(str::to_owned)
        .chain(questions)
        .collect();
    let zone = ctx.agency.time_zone;
    let rows = scope
        .survey_answers(round, id)
        .await?
        .into_iter()
        .map(|said| {
            let band = |family: &str| said.profile.said().find(|(of, _)| *of == family).map_or("", |(_, code)| code);
            let mut row = vec![zone.date(said.at).to_string(), said.channel.code().to_owned()];
            row.extend(Unsur::ALL.map(|unsur| said.answers.of(unsur).to_string()));
            row.extend(Profile::fields().map(|(family, ..)| band(family).to_owned()));
            row.push(said.words.clone());
            row.extend(service.questions.iter().map(|one| said.extra.get(&one.code).cloned().unwrap_or_default()));
            row
        })
        .collect();
    table("survei", columns, Format::Csv, rows).await
}
