//! *Somebody takes records along* as JSON, field by field as SIASN's services name them: talent boxes of the newest map, competence
//! against the post, and one person's whole record. Field names of services whose shape is not published are our reading.

use super::{career::Career, gather::gather};
use crate::{Ctx, Failure};
use domain::{
    assessment::Rating,
    evaluation::{Evaluation, Predikat},
    ids::EmployeeId,
    people::Employee,
    permissions::Action,
    talent::boxes::{Performance, Placement, Potential},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// `hasilKinerjaNilai`, `perilakuKerjaNilai`: 1 di atas, 2 sesuai, 3 di bawah.
pub const fn rating_code(rating: Rating) -> u8 {
    match rating {
        Rating::Diatas => 1,
        Rating::Sesuai => 2,
        Rating::Dibawah => 3,
    }
}

/// `kuadranKinerjaNilai`: 1 sangat baik … 5 sangat kurang.
pub const fn predikat_code(predikat: Predikat) -> u8 {
    match predikat {
        Predikat::SangatBaik => 1,
        Predikat::Baik => 2,
        Predikat::ButuhPerbaikan => 3,
        Predikat::Kurang => 4,
        Predikat::SangatKurang => 5,
    }
}

fn nip(employee: &Employee) -> Option<String> {
    employee.nip.as_ref().map(|nip| nip.as_str().to_owned())
}

/// The axes as numbers, 1 to 3 each: kinerja is x, potensial y, and their sum the total (certainty: assumption).
pub fn axes(placement: &Placement) -> Option<(u8, u8)> {
    let x = match placement.performance? {
        Performance::Dibawah => 1,
        Performance::Sesuai => 2,
        Performance::Diatas => 3,
    };
    let y = match placement.potential? {
        Potential::Rendah => 1,
        Potential::Menengah => 2,
        Potential::Tinggi => 3,
    };
    Some((x, y))
}

/// `POST /tm/talentmapping-save`, one object for each person who has a box on the newest map.
#[crate::boxed]
pub async fn boxes(ctx: &Ctx) -> Result<Value, Failure> {
    ctx.permit(Action::TalentRead)?;
    let scope = ctx.read();
    let Some(map) = scope.talent_maps().await?.into_iter().next() else { return Ok(json!([])) };
    let places = scope.talent_places(map.id, &[1, 2, 3, 4, 5, 6, 7, 8, 9]).await?;
    let ids: Vec<EmployeeId> = places.iter().map(|place| place.employee).collect();
    let nips: BTreeMap<EmployeeId, Option<String>> =
        scope.employees(&ids).await?.into_iter().map(|one| (one.id, nip(&one))).collect();
    let rows = places.iter().filter_map(|place| {
        let (x, y) = axes(&place.placement)?;
        let pns_id = nips.get(&place.employee)?.clone()?;
        Some(json!({
            "pns_id": pns_id,
            "box": place.placement.number?,
            "sumbu_x": x,
            "sumbu_y": y,
            "total_sumbu": x + y,
        }))
    });
    Ok(Value::Array(rows.collect()))
}

/// Competence of everybody against their post, for `/kompetensi/kompetensi/save`.
#[crate::boxed]
pub async fn competence(ctx: &Ctx) -> Result<Value, Failure> {
    ctx.permit(Action::TalentRead)?;
    let scope = ctx.read();
    let found = gather(&scope, ctx, None).await?;
    let mut rows = Vec::new();
    for person in scope.everyone(found.today).await?.into_iter().filter(|person| person.line.is_some()) {
        let levels = found.levels(person.employee.id);
        let Some(pns_id) = nip(&person.employee).filter(|_| !levels.is_empty()) else { continue };
        let jpm = found.jpm(person.employee.id, person.post.as_ref().map(|post| post.id)).percent;
        rows.push(json!({
            "pns_id": pns_id,
            "tahun": found.newest,
            "kompetensi": levels.iter().map(|(code, level)| json!({ "kode": code, "level": hundredths(*level) })).collect::<Vec<_>>(),
            "jpm": jpm.map(hundredths),
        }));
    }
    Ok(Value::Array(rows))
}

/// Hundredths as a decimal number, as JSON writes one.
fn hundredths(n: i64) -> Value {
    let text = format!("{}.{:02}", n / 100, n % 100);
    text.parse::<serde_json::Number>().map_or(Value::Null, Value::Number)
}

/// `rw-skp22`: one year's result.
fn result(employee: &Employee, year: i32, evaluation: &Evaluation) -> Value {
    json!({
        "id": evaluation.id.to_string(),
        "nipBaru": nip(employee),
        "tahun": year,
        "hasilKinerjaNilai": rating_code(evaluation.hasil),
        "perilakuKerjaNilai": rating_code(evaluation.perilaku),
        "kuadranKinerjaNilai": evaluation.predikat.map(predikat_code),
        "kuadranKinerja": evaluation.predikat.map(Predikat::code),
    })
}

/// One person's record: what the page of their years shows.
pub fn record(employee: &Employee, results: &[(i32, Evaluation)], career: &Career) -> Value {
    let check = |check: &domain::talent::eligibility::Check| json!({ "syarat": check.says, "keadaan": check.met.code(), "dasar": check.cite.article });
    json!({
        "nama": employee.name,
        "nipBaru": nip(employee),
        "pangkat": employee.rank,
        "rw_skp22": results.iter().map(|(year, one)| result(employee, *year, one)).collect::<Vec<_>>(),
        "kompetensi": career.levels.iter().map(|level| json!({
            "kode": level.code,
            "nama": level.name,
            "level": level.have.map(hundredths),
            "standar": level.need,
        })).collect::<Vec<_>>(),
        "jpm": career.jpm.percent.map(hundredths),
        "indikator": career.indicators.iter().map(|one| json!({
            "tahun": one.year,
            "indikator": one.text,
            "target": one.target,
            "realisasi": one.realised.map(|amount| amount.to_string()),
        })).collect::<Vec<_>>(),
        "umpan_balik": career.feedback.iter().map(|one| json!({
            "tahun": one.year,
            "baik": one.good,
            "diperbaiki": one.improve,
            "saran": one.advice,
        })).collect::<Vec<_>>(),
        "keterampilan": career.skills.iter().map(|(name, skill)| json!({
            "bidang": name,
            "level": skill.level,
            "bukti": skill.proof,
        })).collect::<Vec<_>>(),
        "rw_kursus": career.trainings.iter().map(|one| json!({
            "namaKursus": one.name,
            "tahunKursus": one.year,
            "jumlahJam": one.hours,
        })).collect::<Vec<_>>(),
        "kelayakan": career.tracks.iter().map(|one| json!({
            "untuk": one.track.code(),
            "keadaan": one.met().code(),
            "syarat": one.checks.iter().map(check).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}
