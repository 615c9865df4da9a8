//! R23, R24, R26: fairness through pages and forms, on SQLite and on PostgreSQL: the mirror that only its owner sees, the report and
//! its short form, the nightly work behind them, sessions in which only the official who gave a rating changes it, advice on
//! words that only their writer sees.

mod calibrating;
mod mirroring;
mod overnight;
mod reporting;
mod wording;

use actions::scheme::{
    decide::decide,
    fill::{Filled, fill},
    nominate::{Name, nominate},
    see::see as see_criteria,
};
use domain::{
    assessment::Rating,
    evaluation::Rhythm,
    ids::{PeriodId, SkpId},
    scheme::{Role, sheet::Mark},
};
use testkit::Stage;

/// Somebody gives every criterion a level.
async fn marks(stage: &Stage, key: &str, period: PeriodId, skp: SkpId, levels: &[u8]) {
    let me = stage.as_(key);
    let page = see_criteria(&me, period, skp).await.unwrap_or_else(|failure| panic!("{key}: {failure}"));
    let marks = page
        .scheme
        .rated_by(page.role)
        .zip(levels.iter().cycle())
        .map(|(criterion, level)| Mark {
            criterion: criterion.code.clone(),
            level: Some(*level),
            reason: "Terlihat pada pekerjaan bersama semester ini.".into(),
            evidence: Vec::new(),
        })
        .collect();
    let sent = fill(&me, Filled { period, skp, revision: None, marks }, true).await;
    sent.unwrap_or_else(|failure| panic!("{key} fills in criteria: {failure}"));
}

/// Sari rates both by law: mildly, and not every line of both alike, so that lines can be told from people.
async fn rated_by_law(stage: &Stage, period: PeriodId, plans: [SkpId; 2]) {
    use Rating::{Diatas, Sesuai};
    for (skp, lines) in
        plans.into_iter().zip([[Diatas, Sesuai, Diatas, Diatas, Sesuai], [Sesuai, Diatas, Diatas, Sesuai, Diatas]])
    {
        stage.rate_in_turn("sari", period, skp, &lines, (Diatas, Sesuai)).await;
    }
}

/// Ratna and Budi, rated by Sari and by three peers each; Sari gives more than all of them.
async fn rated(stage: &Stage) -> (PeriodId, [SkpId; 2]) {
    let plans = [stage.plan_of("ratna").await, stage.plan_of("budi").await];
    let period = stage.period(Rhythm::Tahunan, 1).await;
    for (key, skp, peers) in
        [("ratna", plans[0], ["budi", "tono", "joko"]), ("budi", plans[1], ["ratna", "tono", "joko"])]
    {
        for peer in peers {
            let name = Name { rater: stage.employee(peer), role: Role::Rekan, family: false };
            let id = nominate(&stage.as_(key), period, skp, name).await.expect("named");
            decide(&stage.as_("sari"), period, skp, id, true, String::new()).await.expect("agreed");
        }
        stage.self_assess(key, period, skp).await;
        for (peer, levels) in peers.into_iter().zip([[2, 3, 2], [3, 2, 3], [2, 2, 3]]) {
            marks(stage, peer, period, skp, &levels).await;
        }
        stage.minutes(5);
    }
    for skp in plans {
        marks(stage, "sari", period, skp, &[4, 3, 4]).await;
    }
    (period, plans)
}
