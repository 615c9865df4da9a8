//! *Somebody takes a person's years along*: riwayat kinerja as PDF, the same as JSON; and what the page of the years says beside the
//! results.

use crate::{error::WebError, mentoring::print::pdf, session::Visit, site::Site};
use actions::{
    Person,
    evaluation::see_years::{YearsPage, see_years},
    talent::{eligibility::see_person, export::record},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use documents::{CareerSheet, CareerTrack, CareerYear, Made, Party, Sheet, Signing, Standard};
use domain::{amount::Amount, ids::EmployeeId};

/// `GET /hasil/perjalanan/{riwayat.pdf|riwayat.json}`
pub async fn mine(visit: Visit, site: State<Site>, Path(file): Path<String>) -> Result<Response, WebError> {
    let me = visit.ctx.me();
    take(visit, site, me, &file).await
}

/// `GET /pegawai/{id}/perjalanan/{riwayat.pdf|riwayat.json}`
pub async fn of(
    visit: Visit,
    site: State<Site>,
    Path((id, file)): Path<(EmployeeId, String)>,
) -> Result<Response, WebError> {
    take(visit, site, id, &file).await
}

async fn take(visit: Visit, State(site): State<Site>, id: EmployeeId, file: &str) -> Result<Response, WebError> {
    let found = see_years(&visit.ctx, id).await?;
    match file {
        "riwayat.json" => {
            let results: Vec<_> = found.years.iter().map(|row| (row.period.year, row.evaluation.clone())).collect();
            super::json("riwayat-kinerja.json", &record(&found.owner, &results, &found.career))
        }
        "riwayat.pdf" => {
            let person = see_person(&visit.ctx, id, None).await?.person;
            let sheet = sheet(&visit, &found, &person);
            let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
            pdf("riwayat-kinerja.pdf", move || site.printer().print(&[Sheet::Career(&sheet)], made)).await
        }
        _ => Err(WebError::NoPage),
    }
}

fn sheet(visit: &Visit, found: &YearsPage, person: &Person) -> CareerSheet {
    let (words, agency) = (&visit.words, &visit.ctx.agency);
    let post = person.post.as_ref().map_or("", |post| post.title.as_str());
    let unit = person.unit.as_ref().map_or("", |unit| unit.name.as_str());
    let level = |n: i64| words.amount(Amount(n * (Amount::SCALE / 100)));
    let career = &found.career;
    CareerSheet {
        agency: agency.name.clone(),
        employee: Party::of(&person.employee, post, unit, &agency.name),
        rater: Party::default(),
        years: found
            .years
            .iter()
            .map(|row| CareerYear {
                year: row.period.year,
                predikat: row.evaluation.predikat,
                hasil: words.text(row.evaluation.hasil.label()),
                perilaku: words.text(row.evaluation.perilaku.label()),
            })
            .collect(),
        indicators: career
            .indicators
            .iter()
            .map(|one| {
                let realised = one.realised.map(|amount| words.amount(amount)).unwrap_or_default();
                [one.year.to_string(), one.text.clone(), one.target.clone(), realised]
            })
            .collect(),
        feedback: career
            .feedback
            .iter()
            .map(|one| [one.year.to_string(), one.good.clone(), one.improve.clone()])
            .collect(),
        competence: career
            .levels
            .iter()
            .map(|one| [one.name.clone(), one.have.map(level).unwrap_or_default(), one.need.to_string()])
            .collect(),
        trainings: career
            .trainings
            .iter()
            .map(|one| [one.year.to_string(), one.name.clone(), one.hours.to_string()])
            .collect(),
        skills: career
            .skills
            .iter()
            .map(|(name, skill)| [name.clone(), skill.level.to_string(), skill.proof.clone()])
            .collect(),
        tracks: career
            .tracks
            .iter()
            .map(|track| CareerTrack {
                name: words.text(track.track.label()),
                checks: track
                    .checks
                    .iter()
                    .map(|check| [check.says.clone(), words.text(check.met.label()), words.cite(&check.cite)])
                    .collect(),
            })
            .collect(),
        signing: Signing { place: agency.seat.clone(), date: Some(visit.ctx.today()) },
    }
}
