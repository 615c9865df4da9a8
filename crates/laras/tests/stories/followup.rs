//! R13-R19: from a result to what follows from it, through pages and forms, on SQLite and on PostgreSQL: proposals that a person
//! decides on, development plans, training with its catalogue, needs and effects; a whole year of Surakarta.

mod following;
mod measuring;
mod planning;
mod surakarta;
mod training;

use actions::{
    evaluation::{evaluate::evaluate, manage_period},
    scheme::{
        fill::{Filled, fill},
        see::see as see_criteria,
    },
    training::catalogue::{Draft, SessionDraft, schedule, write},
};
use domain::{
    assessment::Rating,
    evaluation::Rhythm,
    ids::{EvaluationId, PeriodId, SkpId, TrainingId, TrainingSessionId},
    scheme::sheet::Mark,
    training::{Build, Kind},
};
use store::Store;
use testkit::{Site, Stage, policies};

/// Somebody fills in the scheme's criteria: each at `usual`, but for those named.
async fn marks(stage: &Stage, key: &str, period: PeriodId, skp: SkpId, usual: u8, but: &[(&str, u8)]) {
    let me = stage.as_(key);
    let page = see_criteria(&me, period, skp).await.unwrap_or_else(|failure| panic!("{key} sees: {failure}"));
    let mark = |code: &str| Mark {
        criterion: code.to_owned(),
        level: Some(but.iter().find(|(one, _)| *one == code).map_or(usual, |(_, level)| *level)),
        reason: "Terlihat dari laporan dan umpan balik.".to_owned(),
        evidence: Vec::new(),
    };
    let marks = page.scheme.rated_by(page.role).map(|criterion| mark(&criterion.code)).collect();
    let sent = fill(&me, Filled { period, skp, revision: None, marks }, true).await;
    sent.unwrap_or_else(|failure| panic!("{key} fills in: {failure}"));
}

/// A year of one person: plan, self-assessment, criteria, ratings, signature.
async fn year(
    stage: &Stage,
    key: &str,
    ratings: (Rating, Rating),
    usual: u8,
    but: &[(&str, u8)],
) -> (PeriodId, EvaluationId) {
    let skp = stage.plan_of(key).await;
    let period = stage.period(Rhythm::Tahunan, 1).await;
    let result = judged(stage, key, (period, skp), ratings, usual, but).await;
    (period, result)
}

async fn judged(
    stage: &Stage,
    key: &str,
    (period, skp): (PeriodId, SkpId),
    ratings: (Rating, Rating),
    usual: u8,
    but: &[(&str, u8)],
) -> EvaluationId {
    stage.self_assess_by_law(key, period, skp).await;
    marks(stage, key, period, skp, 3, &[]).await;
    stage.minutes(5);
    let rater = stage.rater(key);
    stage.rate_by_law(rater, period, skp, ratings).await;
    marks(stage, rater, period, skp, usual, but).await;
    stage.minutes(5);
    let result = evaluate(&stage.as_(rater), period, skp, String::new()).await;
    result.unwrap_or_else(|failure| panic!("{rater} signs: {failure}"))
}

/// Closes the year and lets the rules of follow-up run.
async fn closed(stage: &Stage, period: PeriodId, on: &str) {
    stage.at(on);
    manage_period::close(&stage.as_("wiryo"), period).await.expect("complete");
    stage.work_off().await;
}

/// A programme that builds communication.
fn draft(code: &str, name: &str, level: u8) -> Draft {
    Draft {
        code: code.into(),
        name: name.into(),
        kind: Kind::Teknis,
        provider: "Balai Pelatihan".into(),
        hours: 16,
        cost: 1_500_000,
        capacity: 1,
        builds: vec![Build { criterion: "komunikasi".into(), level }],
        about: String::new(),
        retired: false,
    }
}

/// A programme with a session of one place.
async fn program(stage: &Stage, code: &str, from: &str, until: &str) -> (TrainingId, TrainingSessionId) {
    let office = stage.as_("wiryo");
    let id = write(&office, None, 0, draft(code, &format!("Komunikasi {code}"), 3)).await.expect("a programme");
    let dates = SessionDraft {
        from: from.parse().expect("a day"),
        until: until.parse().expect("a day"),
        place: "Aula".into(),
        capacity: 1,
    };
    (id, schedule(&office, id, dates).await.expect("a session"))
}
