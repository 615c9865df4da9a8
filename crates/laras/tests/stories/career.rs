//! R15, R16, R19-R22: what follows from results, through pages and forms, on SQLite and on PostgreSQL: mentoring and fair chances,
//! conditions of promotion and study, the talent map and succession, hidden skill and a programme for it, a person's record.

mod conditions;
mod discovering;
mod mentoring;
mod talent;

use actions::{
    evaluation::{evaluate::evaluate, manage_period},
    scheme::{
        fill::{Filled, fill},
        see::see as see_criteria,
    },
};
use domain::{
    assessment::Rating,
    evaluation::Rhythm,
    ids::{PeriodId, SkpId},
    scheme::sheet::Mark,
};
use store::Store;
use testkit::{Site, Stage, policies};

const ABOVE: (Rating, Rating) = (Rating::Diatas, Rating::Diatas);

/// Somebody says the same level of every criterion they are asked about, but for those named.
async fn says(stage: &Stage, key: &str, period: PeriodId, skp: SkpId, usual: u8, but: &[(&str, u8)]) {
    let me = stage.as_(key);
    let page = see_criteria(&me, period, skp).await.unwrap_or_else(|failure| panic!("{key}: {failure}"));
    let mark = |code: &str| {
        let level = but.iter().find(|(one, _)| *one == code).map_or(usual, |(_, level)| *level);
        Mark {
            criterion: code.to_owned(),
            level: Some(level),
            reason: "Terlihat di loket.".to_owned(),
            evidence: Vec::new(),
        }
    };
    let marks = page.scheme.rated_by(page.role).map(|criterion| mark(&criterion.code)).collect();
    let sent = fill(&me, Filled { period, skp, revision: None, marks }, true).await;
    sent.unwrap_or_else(|failure| panic!("{key} fills in criteria: {failure}"));
}

/// The year of these people by the scheme: who, the level their rater sees, the ratings of the law. Closed on a day of the next.
async fn year(stage: &Stage, people: &[(&str, u8, (Rating, Rating))], closing: &str) -> PeriodId {
    let mut plans = Vec::new();
    for (key, ..) in people {
        plans.push(stage.plan_of(key).await);
    }
    let period = stage.period(Rhythm::Tahunan, 1).await;
    for ((key, level, ratings), skp) in people.iter().zip(plans) {
        let rater = stage.rater(key);
        let page = see_criteria(&stage.as_(key), period, skp).await;
        if page.is_ok_and(|page| page.fills) {
            says(stage, key, period, skp, 3, &[]).await;
        }
        if see_criteria(&stage.as_(rater), period, skp).await.is_ok_and(|page| page.fills) {
            says(stage, rater, period, skp, *level, &[]).await;
        }
        stage.self_assess_by_law(key, period, skp).await;
        stage.minutes(5);
        stage.rate_by_law(rater, period, skp, *ratings).await;
        stage.minutes(5);
        let signed = evaluate(&stage.as_(rater), period, skp, String::new()).await;
        signed.unwrap_or_else(|failure| panic!("{rater} signs: {failure}"));
    }
    stage.at(closing);
    manage_period::close(&stage.as_("wiryo"), period).await.unwrap_or_else(|failure| panic!("closing: {failure}"));
    period
}
