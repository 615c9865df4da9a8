//! What happens by night: open periods' ratings are worked through, and nothing is kept twice.

use super::rated;
use crate::{EXPECTED, open, stage_of};
use actions::job::work;
use chrono::{Days, NaiveDate};
use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{Stage, for_each_engine};

/// A night; the parts of background work that were done in it.
async fn night(stage: &Stage, day: NaiveDate) -> usize {
    stage.at(&format!("{day} 02:30"));
    for _ in 0..2 {
        work::by_itself(&stage.app).await.expect("a night");
    }
    stage.work_off().await
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_ratings_are_worked_through_overnight() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let plans = [stage.plan_of("ratna").await, stage.plan_of("budi").await];
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        for (key, skp) in ["ratna", "budi"].into_iter().zip(plans) {
            stage.self_assess(key, period, skp).await;
        }
        stage.rate("sari", period, plans[0], EXPECTED).await;
        let scope = stage.as_("wiryo").read();
        let kept = async || scope.fairness(period).await.expect("the database");
        let today = stage.as_("wiryo").today();
        stage.at(&format!("{today} 22:00"));
        work::by_itself(&stage.app).await.expect("an evening");
        stage.work_off().await;
        assert_eq!(kept().await, None, "people may still be at it");

        assert_eq!(night(&stage, today + Days::new(1)).await, 1, "asked for once");
        let first = kept().await.expect("worked through");
        assert_eq!((first.version, first.by), (1, None));
        assert_eq!(night(&stage, today + Days::new(2)).await, 1);
        assert_eq!(kept().await, Some(first), "nothing changed, nothing is kept");

        stage.at(&format!("{} 09:00", today + Days::new(2)));
        stage.rate("sari", period, plans[1], (Rating::Diatas, Rating::Sesuai)).await;
        night(&stage, today + Days::new(3)).await;
        let sari = stage.employee("sari");
        let own = scope.fairness_of_rater(period, 2, sari).await.expect("the database").expect("a second version");
        assert_eq!(own.ratees, 2);
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit(&format!("/keadilan/{period}")).await.assert_says("Versi 2");
        wiryo.visit("/pekerjaan").await.assert_says("Berjalan sendiri");
        // By hand it may be asked for as before.
        wiryo.visit(&format!("/keadilan/{period}")).await;
        wiryo.press("form[action$='/hitung']", "Hitung", &[]).await;
        assert!(stage.work_off().await > 0);
    })
    .await;
}

/// Plaju asks peers, without names: what one night shows more than the night before would be the voice that came between.
#[tokio::test(flavor = "multi_thread")]
async fn r26_voices_that_were_promised_not_to_be_told_apart_are_not_counted_night_by_night() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, _) = rated(&stage).await;
        let today = stage.as_("wiryo").today();
        night(&stage, today + Days::new(1)).await;
        let scope = stage.as_("wiryo").read();
        assert_eq!(scope.fairness(period).await.expect("the database"), None);
        actions::fairness::report::count(&stage.as_("wiryo"), period).await.expect("the office asks");
        stage.work_off().await;
        let kept = scope.fairness(period).await.expect("the database").expect("worked through");
        assert_eq!(kept.by, Some(stage.employee("wiryo")));
    })
    .await;
}
