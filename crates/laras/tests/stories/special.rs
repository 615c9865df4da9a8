//! Stories of those whose year runs otherwise (PermenPANRB 6/2022 Bab II.B, II.C.6-8, IV.A, IV.B.3), and of what a leader and
//! the rules may not do to a result. On SQLite and on PostgreSQL.

use crate::EXPECTED;
use actions::{
    Failure, Policies,
    evaluation::{
        evaluate::evaluate,
        see,
        see_cycle::{Asked, see_cycle},
        see_distribution,
        set_capaian::set_capaian,
    },
    home,
    people::{
        circumstance::{self, CircumstanceDraft},
        see::see_employee,
    },
    plan::{
        replace::replace,
        see as see_plan,
        start::{Origin, Start, start},
        take_over::take_over,
    },
};
use domain::{
    assessment::Rating,
    decision::{Reason, Refusal},
    evaluation::{Capaian, Predikat, Rhythm},
    people::circumstance::{Kind, Studies},
    plan::Approach,
};
use std::sync::Arc;
use testkit::{Site, Stage, for_each_engine, policies};

/// The cell of the quadrant that changes, as it stands in the law's folder.
const QUADRANT: &str = r#"sesuai = { dibawah = "kurang", sesuai = "baik","#;

fn circumstance(kind: Kind, from: &str, until: Option<&str>) -> CircumstanceDraft {
    let day = |day: &str| day.parse().expect("a date");
    CircumstanceDraft { kind, from: day(from), until: until.map(day), note: "SK Nomor 800/7/2026".into() }
}

fn key(refusal: &Failure) -> &str {
    match refusal {
        Failure::Refused(Refusal::Rule(broken)) => broken.says.key.as_ref(),
        Failure::Refused(Refusal::Fields(errors)) => errors[0].text.key.as_ref(),
        other => panic!("not a refusal: {other:?}"),
    }
}

/// Those on leave without pay have no plan: none may be begun, none is asked for, nobody counts them as missing.
#[tokio::test(flavor = "multi_thread")]
async fn r1_nobody_asks_a_plan_of_those_on_leave_without_pay() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (ratna, office) = (stage.employee("ratna"), stage.as_("wiryo"));
        let everybody = Asked { year: stage.year(), period: None, unit: None };
        let before = see_cycle(&office, everybody).await.expect("the board").total.people;
        circumstance::note(&office, ratna, circumstance(Kind::Cltn, "2026-01-01", None)).await.expect("noted");

        let plan = Start {
            employee: ratna,
            year: stage.year(),
            from_day: None,
            approach: Approach::Kuantitatif,
            origin: Origin::Empty,
        };
        let refused = start(&stage.as_("ratna"), plan.clone()).await.expect_err("no plan is asked of her");
        assert_eq!(key(&refused), "people-no-plan-asked");
        let Failure::Refused(Refusal::Rule(broken)) = refused else { unreachable!() };
        assert_eq!(broken.cite.expect("the law").article, "Bab II.C.8");
        let home = home::see_home(&stage.as_("ratna")).await.expect("her home");
        assert!(home.tasks.iter().all(|task| task.says.key != "task-start-plan"), "and she is not asked for one");
        let after = see_cycle(&office, everybody).await.expect("the board").total.people;
        assert_eq!(after, before - 1, "nobody waits for her");

        let twice = circumstance::note(&office, ratna, circumstance(Kind::Mpp, "2026-03-01", None)).await;
        assert_eq!(key(&twice.expect_err("one at a time")), "people-circumstance-overlaps");
        let id = see_employee(&office, ratna).await.expect("her page").circumstances[0].id;
        let last = "2026-01-04".parse().expect("a date");
        circumstance::end(&office, ratna, id, last, None).await.expect("she is back");
        start(&stage.as_("ratna"), plan).await.expect("and begins her plan");
    })
    .await;
}

/// Studies that were given up: Kurang, or Sangat Kurang where behaviour too was below what was expected (Bab IV.B.3).
#[tokio::test(flavor = "multi_thread")]
async fn r12_studies_given_up_count_as_the_law_says() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (ratna, office) = (stage.employee("ratna"), stage.as_("wiryo"));
        let skp = stage.plan_of("ratna").await;
        circumstance::note(&office, ratna, circumstance(Kind::TugasBelajar, "2026-02-01", None)).await.expect("noted");
        let plan = see_plan::see(&stage.as_("sari"), skp).await.expect("the plan stays with the rater at home");
        let articles: Vec<&str> = plan.advice.iter().map(|advice| advice.cite.article.as_str()).collect();
        assert!(articles.contains(&"Bab II.B; IV.A.16-17"), "and says what belongs into it: {articles:?}");

        let id = see_employee(&office, ratna).await.expect("her page").circumstances[0].id;
        let last = "2026-11-30".parse().expect("a date");
        stage.not_before("2026-11-30 09:00");
        let silent = circumstance::end(&office, ratna, id, last, None).await.expect_err("how did they end?");
        assert_eq!(key(&silent), "people-studies-how");
        circumstance::end(&office, ratna, id, last, Some(Studies::TidakSelesai)).await.expect("given up");

        let quarter = stage.period(Rhythm::Triwulanan, 3).await;
        let of_quarter = stage.result_of("ratna", quarter, skp, EXPECTED).await;
        let of_quarter = see::see(&stage.as_("ratna"), of_quarter).await.expect("the quarter").evaluation;
        assert_eq!(of_quarter.predikat, Some(Predikat::Baik), "in the quarter before she was still studying");
        let year = stage.period(Rhythm::Tahunan, 1).await;
        let result = stage.result_of("ratna", year, skp, EXPECTED).await;
        let result = see::see(&stage.as_("ratna"), result).await.expect("her year").evaluation;
        assert_eq!(result.predikat, Some(Predikat::Kurang));
        assert_eq!(result.because.says.key, "evaluation-studies-given-up");
        assert_eq!(result.because.cite.expect("the law").article, "Bab IV.B.3");
    })
    .await;
}

/// A new rater means a new plan: the year is the new rater's, on what the new unit achieved; nothing is weighted by time
/// (Bab II.C.7, IV.A.13).
#[tokio::test(flavor = "multi_thread")]
async fn r12_after_a_transfer_the_year_is_the_new_raters() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let first = stage.plan_of("ratna").await;
        stage.not_before("2026-07-01 08:00");
        stage.moved_to("ratna", "dedi", None, "2026-07-01").await;
        let next =
            replace(&stage.as_("wiryo"), first, "2026-07-01".parse().expect("a date")).await.expect("a new plan");
        assert_eq!(stage.skp("ratna", next).await.rater, stage.employee("dedi"));
        stage.sign("ratna", next).await;
        stage.set_plan("dedi", next, "").await;
        let year = stage.period(Rhythm::Tahunan, 1).await;
        stage.self_assess("ratna", year, next).await;
        stage.minutes(1);
        stage.rate("dedi", year, next, EXPECTED).await;
        assert!(
            evaluate(&stage.as_("sari"), year, next, String::new()).await.is_err(),
            "the year is not the old rater's"
        );
        evaluate(&stage.as_("dedi"), year, next, String::new()).await.expect("the new rater's");
    })
    .await;
}

/// What a leader says of a spread that does not fit is kept with the period; nobody's predicate changes.
#[tokio::test(flavor = "multi_thread")]
async fn r23_a_leader_says_why_predicates_are_spread_as_they_are() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let year = stage.period(Rhythm::Tahunan, 1).await;
        let mut site = Site::of(&stage).log_in("sari").await;
        let place = format!("/distribusi/{year}");
        site.visit(&place).await.assert_says("Belum ada predikat");
        let skp = stage.plan_of("ratna").await;
        stage.result_of("ratna", year, skp, (Rating::Diatas, Rating::Diatas)).await;
        let unit = stage.skp("ratna", skp).await.unit;
        set_capaian(&stage.as_("dedi"), year, unit, Capaian::ButuhPerbaikan, "Tiga dari delapan IKU".into())
            .await
            .expect("set by the leader above");
        see_distribution::explain(&stage.as_("sari"), year, "Satu orang menyelesaikan arsip dua unit.".into())
            .await
            .expect("said");
        site.visit(&place).await.assert_says("Satu orang menyelesaikan");
        let empty = see_distribution::explain(&stage.as_("sari"), year, "  ".into()).await;
        assert_eq!(key(&empty.expect_err("say something")), "form-required");
        let note = stage.as_("sari").read().spread_note(year, stage.employee("sari")).await.expect("the database");
        assert_eq!(note.expect("kept").says, "Satu orang menyelesaikan arsip dua unit.");
    })
    .await;
}

/// Rules that change while a period runs: what was frozen stays as it was, what comes after follows the new text (R26).
#[tokio::test(flavor = "multi_thread")]
async fn r26_a_change_of_the_rules_never_changes_a_frozen_result() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (skp, quarter) = (stage.plan_of("ratna").await, stage.period(Rhythm::Triwulanan, 1).await);
        let result = stage.result_of("ratna", quarter, skp, EXPECTED).await;
        let before = see::see(&stage.as_("ratna"), result).await.expect("her result").evaluation;

        let read = |(path, text): (String, String)| {
            let text = match path.as_str() {
                "law/permenpanrb-6-2022/rating.toml" => {
                    assert!(text.contains(QUADRANT), "the quadrant is written as this story expects it");
                    text.replace(QUADRANT, r#"sesuai = { dibawah = "kurang", sesuai = "butuh_perbaikan","#)
                }
                _ => text,
            };
            (path, text)
        };
        let changed = Policies::load(policies::files().into_iter().map(read).collect()).expect("other rules");
        let changed = Arc::new(changed);
        let later = |key: &str| {
            let mut ctx = stage.as_(key);
            ctx.app.policies = Arc::clone(&changed);
            ctx
        };
        let after = see::see(&later("ratna"), result).await.expect("her result").evaluation;
        assert_eq!(after, before, "to the last reason");

        let next = stage.period(Rhythm::Triwulanan, 2).await;
        stage.self_assess("ratna", next, skp).await;
        stage.minutes(1);
        stage.rate("sari", next, skp, EXPECTED).await;
        let next = evaluate(&later("sari"), next, skp, String::new()).await.expect("signed under the new text");
        let next = see::see(&stage.as_("ratna"), next).await.expect("her result").evaluation;
        assert_eq!((before.predikat, next.predikat), (Some(Predikat::Baik), Some(Predikat::ButuhPerbaikan)));
    })
    .await;
}

/// A leader takes a result over: once, only what was promised, with a note that stands in the reasons of the year (Ps 20(4)).
#[tokio::test(flavor = "multi_thread")]
async fn r12_a_result_taken_over_counts_with_its_note() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let draft = stage.draft_of("ratna").await;
        let rhk = stage.skp("ratna", draft).await.content.results[0].id;
        let words = || "Dua kali dibimbing, arsip tetap tidak bergerak.".to_owned();
        let early = take_over(&stage.as_("sari"), draft, rhk, words()).await;
        assert_eq!(key(&early.expect_err("not promised yet")), "plan-take-over-not-promised");
        stage.sign("ratna", draft).await;
        stage.set_plan("sari", draft, "").await;

        let silent = take_over(&stage.as_("sari"), draft, rhk, " ".into()).await;
        assert_eq!(key(&silent.expect_err("why?")), "plan-take-over-needs-note");
        assert!(take_over(&stage.as_("ratna"), draft, rhk, words()).await.is_err(), "it is the rater's to do");
        let mut site = Site::of(&stage).log_in("sari").await;
        site.visit(&format!("/skp/{draft}")).await;
        let form = format!("form[action$='/hasil/{rhk}/ambil-alih']");
        site.press(&form, "Ambil alih", &[("takeover_note", &words())]).await.assert_says("Hasil ini Anda ambil alih");
        let again = take_over(&stage.as_("sari"), draft, rhk, words()).await;
        assert_eq!(key(&again.expect_err("once")), "plan-take-over-done");
        let plan = see_plan::see(&stage.as_("ratna"), draft).await.expect("her plan");
        assert!(plan.advice.iter().any(|advice| advice.says.key == "plan-taken-over"), "she reads it beside the line");

        let year = stage.period(Rhythm::Tahunan, 1).await;
        let result = stage.result_of("ratna", year, draft, EXPECTED).await;
        let result = see::see(&stage.as_("ratna"), result).await.expect("her year").evaluation;
        assert!(says(&result.because, "plan-taken-over"), "and it stands in the reasons");
    })
    .await;
}

/// A person's years stand side by side, for those who may read the results and nobody else.
#[tokio::test(flavor = "multi_thread")]
async fn r20_the_years_of_a_person_stand_side_by_side() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit("/hasil/perjalanan").await.assert_says("Belum ada hasil tahunan");
        let (skp, year) = (stage.plan_of("ratna").await, stage.period(Rhythm::Tahunan, 1).await);
        stage.result_of("ratna", year, skp, EXPECTED).await;
        let own = Site::of(&stage).log_in("ratna").await.visit("/hasil/perjalanan").await.said();
        assert!(own.contains("2026") && own.contains("Kriteria skema"), "{own}");
        let place = format!("/pegawai/{}/perjalanan", stage.employee("ratna"));
        Site::of(&stage).log_in("sari").await.visit(&place).await.assert_status(200);
        Site::of(&stage).log_in("budi").await.visit(&place).await.assert_status(403);
        Site::of(&stage).log_in("lina").await.visit(&place).await.assert_status(403);
    })
    .await;
}

fn says(reason: &Reason, key: &str) -> bool {
    reason.says.key == key || reason.from.iter().any(|below| says(below, key))
}
