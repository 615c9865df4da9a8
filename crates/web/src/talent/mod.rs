//! Talenta: conditions of promotion and study, the talent map, succession, the inventory of skills and one's own skills; and the part
//! of a person's years that says what is open and what is missing.
//!
//! Not here: results themselves (`evaluation`). Read first: `map`, `place`; then `eligibility`, `succession`, `discover`, `skill`.

pub mod career;
pub mod discover;
pub mod eligibility;
pub mod map;
pub mod place;
pub(crate) mod sample;
pub mod skill;
pub mod succession;

use crate::{error::WebError, layout::Tone, page::Page, preview::Gallery, routes::Routes};
use actions::Person;
use axum::response::{IntoResponse, Response};
use domain::{
    permissions::Action,
    talent::{Met, eligibility::Check},
};
use http::header;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/talenta", Action::TalentRead, map::show)
        .post("/talenta/petakan", Action::TalentManage, map::draw)
        .get("/talenta/ekspor/{file}", Action::TalentRead, map::export)
        .get("/talenta/pegawai/{id}", Action::TalentRead, place::show)
        .post("/talenta/pegawai/{id}/potensi", Action::TalentManage, place::rate)
        .get("/talenta/jabatan-kritis", Action::TalentRead, succession::list)
        .post("/talenta/jabatan-kritis", Action::TalentManage, succession::name)
        .get("/talenta/jabatan-kritis/{critical}", Action::TalentRead, succession::show)
        .post("/talenta/jabatan-kritis/{critical}", Action::TalentManage, succession::nominate)
        .post("/talenta/jabatan-kritis/{critical}/{nominee}/tarik", Action::TalentManage, succession::withdraw)
        .get("/talenta/keterampilan", Action::SkillRead, discover::show)
        .post("/talenta/keterampilan/tanya", Action::SkillPropose, discover::ask)
        .get("/talenta/program/baru", Action::SkillPropose, discover::offering)
        .post("/talenta/program/baru", Action::SkillPropose, discover::offer)
        .get("/kelayakan", Action::EligibilityRead, eligibility::list)
        .get("/pegawai/{id}/kelayakan", Action::EligibilityRead, eligibility::person)
        .post("/pegawai/{id}/kelayakan", Action::EligibilityNote, eligibility::note)
        .get("/keterampilan-saya", Action::SkillDeclare, skill::show)
        .post("/keterampilan-saya", Action::SkillDeclare, skill::declare)
        .post("/keterampilan-saya/jawab", Action::SkillDeclare, skill::answer)
        .post("/keterampilan-saya/{skill}/hapus", Action::SkillDeclare, skill::take_back)
        .get("/hasil/perjalanan/{file}", Action::EvaluationRead, career::mine)
        .get("/pegawai/{id}/perjalanan/{file}", Action::EvaluationRead, career::of)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    map::samples(gallery);
    place::samples(gallery);
    eligibility::samples(gallery);
    succession::samples(gallery);
    discover::samples(gallery);
    skill::samples(gallery);
}

/// How a condition stands.
pub(crate) fn tone(met: impl std::borrow::Borrow<Met>) -> Tone {
    match met.borrow() {
        Met::Yes => Tone::Good,
        Met::Unknown => Tone::Note,
        Met::No => Tone::Risk,
    }
}

/// Post and unit of somebody.
pub(crate) fn place_of(person: &Person) -> String {
    let parts =
        [person.post.as_ref().map(|post| post.title.clone()), person.unit.as_ref().map(|unit| unit.name.clone())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The steps below a condition, as sentences.
pub(crate) fn steps(page: &Page, check: &Check) -> Vec<String> {
    check.from.iter().map(|reason| page.text(&reason.says)).collect()
}

/// A value as JSON for download.
pub(crate) fn json(name: &str, value: &serde_json::Value) -> Result<Response, WebError> {
    let text = serde_json::to_string_pretty(value).map_err(|error| WebError::Internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, text).into_response())
}
