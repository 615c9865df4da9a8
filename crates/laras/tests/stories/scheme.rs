//! Stories of the schemes' own criteria, through pages and forms, on SQLite and on PostgreSQL: one whole year for each of the five
//! schemes; who is asked and who must not be; and everything that somebody tries who wants to know what a peer said.

mod anonymity;
mod counting;
mod naming;
mod proving;
mod refusing;
mod talking;
mod trying;

use crate::open;
use actions::evaluation::evaluate::evaluate;
use domain::{
    assessment::Rating,
    evaluation::Rhythm,
    ids::{EvaluationId, PeriodId, SkpId},
};
use store::Store;
use testkit::{Site, Stage, html::Page, policies};

/// A plan in force and the year's period, open.
async fn year_of(stage: &Stage, key: &str) -> (PeriodId, SkpId) {
    let skp = stage.plan_of(key).await;
    (stage.period(Rhythm::Tahunan, 1).await, skp)
}

fn sheet(period: PeriodId, skp: SkpId) -> String {
    format!("/kriteria/{period}/{skp}")
}

/// Fills in a whole sheet through its page: each criterion at `usual`, but for those named; with a reason each.
fn filled(page: &Page, usual: &str, but: &[(&str, &str)], why: &str) -> Vec<(String, String)> {
    let form = page.form("form[data-draft^='kriteria']", None);
    let mut fields = Vec::new();
    for name in &form.names {
        if let Some(code) = name.strip_suffix(".level") {
            let level = but.iter().find(|(one, _)| *one == code).map_or(usual, |(_, level)| level);
            fields.push((name.clone(), level.to_owned()));
        } else if name.ends_with(".reason") {
            fields.push((name.clone(), why.to_owned()));
        }
    }
    assert!(!fields.is_empty(), "there is something to fill in: {}", page.said());
    fields.sort();
    fields.dedup();
    fields
}

/// The same, and sends it.
async fn says(stage: &Stage, key: &str, place: &str, usual: &str, but: &[(&str, &str)], why: &str) -> Site {
    let mut site = open(stage, key).await;
    let fields = filled(site.visit(place).await, usual, but, why);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    site.press("form[data-draft^='kriteria']", "Kirim", &fields).await.assert_says("sudah dikirim");
    site
}

/// The law's part of a result, and the signature that freezes everything.
async fn signed(stage: &Stage, key: &str, period: PeriodId, skp: SkpId, ratings: (Rating, Rating)) -> EvaluationId {
    stage.self_assess_by_law(key, period, skp).await;
    stage.minutes(5);
    let rater = stage.rater(key);
    stage.rate_by_law(rater, period, skp, ratings).await;
    stage.minutes(5);
    let result = evaluate(&stage.as_(rater), period, skp, String::new()).await;
    result.unwrap_or_else(|failure| panic!("{rater} signs: {failure}"))
}
