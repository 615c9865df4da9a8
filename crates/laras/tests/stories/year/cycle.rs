//! R3, R13, R14: the half-year review beside the law's evaluations, feedback, and the year's end.

use super::{fields, rule};
use actions::{
    evaluation::{
        acknowledge,
        evaluate::evaluate,
        manage_period, see,
        see_cycle::{Asked, see_cycle},
    },
    feedback::{acknowledge as acknowledge_feedback, give},
    home,
};
use domain::{
    assessment::Rating,
    evaluation::Rhythm,
    feedback::Words,
    plan::workflow::{State, state},
};
use testkit::{Stage, for_each_engine};

const EXPECTED: (Rating, Rating) = (Rating::Sesuai, Rating::Sesuai);

fn three_parts() -> Words {
    Words {
        good: "Templat jawaban Anda kini dipakai semua PPID.".into(),
        improve: "Kerja sama dengan bidang lain masih sering terlambat dimulai.".into(),
        advice: "Ajak Bidang Aptika sejak rencana aksi April; saya bantu pada rapat pertama.".into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r3_bengkulu_reviews_every_six_months() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        assert_eq!(manage_period::lay_out(&stage.as_("wiryo"), 2026).await.expect("the year"), 7);
        assert_eq!(manage_period::lay_out(&stage.as_("wiryo"), 2026).await.expect("again"), 0, "laid out once");
        let periods = stage.as_("ratna").read().periods(2026).await.expect("periods");
        let count = |rhythm| periods.iter().filter(|p| p.rhythm == rhythm).count();
        assert_eq!((count(Rhythm::Triwulanan), count(Rhythm::Semesteran), count(Rhythm::Tahunan)), (4, 2, 1));

        let review = stage.period(Rhythm::Semesteran, 1).await;
        stage.self_assess("ratna", review, skp).await;
        stage.minutes(1);
        stage.rate("sari", review, skp, EXPECTED).await;
        stage.at("2026-07-22 09:00");
        let early = manage_period::close(&stage.as_("wiryo"), review).await;
        assert_eq!(rule(early), "evaluation-period-incomplete", "a review without its result is not complete");
        let result = evaluate(&stage.as_("sari"), review, skp, String::new()).await.expect("the review stands");
        let page = see::see(&stage.as_("ratna"), result).await.expect("hers to read");
        assert_eq!(page.evaluation.predikat, None, "the review is the scheme's, not the law's");
        give::give(&stage.as_("sari"), result, three_parts()).await.expect("feedback twice a year");
        acknowledge::acknowledge(&stage.as_("ratna"), result).await.expect("she has read it");
        manage_period::close(&stage.as_("wiryo"), review).await.expect("complete");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r13_feedback_in_three_parts() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let result = stage.result_of("ratna", period, skp, EXPECTED).await;
        let thin =
            Words { good: "Baik".into(), improve: String::new(), advice: "Lanjutkan kerja sama lintas bidang.".into() };
        let found = fields(give::give(&stage.as_("sari"), result, thin).await);
        assert_eq!(found.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["good", "improve"]);
        let words = three_parts();
        give::give(&stage.as_("sari"), result, words.clone()).await.expect("given");
        let page = see::see(&stage.as_("ratna"), result).await.expect("her result");
        assert_eq!(page.feedback.expect("feedback").words, words);
        let notices = home::read_notices(&stage.as_("ratna"), 5).await.expect("notices");
        assert!(notices.iter().any(|n| n.says.key == "notice-feedback"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r14_employee_acknowledges_feedback_and_plans() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let result = stage.result_of("ratna", period, skp, EXPECTED).await;
        let words = Words {
            good: "Jawaban kepada pemohon jelas dan santun.".into(),
            improve: "Arsip tertinggal dari rencana.".into(),
            advice: "Sisihkan Selasa pagi untuk memindai.".into(),
        };
        give::give(&stage.as_("sari"), result, words.clone()).await.expect("given");
        let home = home::see_home(&stage.as_("ratna")).await.expect("her home");
        assert!(home.tasks.iter().any(|task| task.says.key == "task-read-feedback"), "it stands among her tasks");

        stage.minutes(60);
        acknowledge::acknowledge(&stage.as_("ratna"), result).await.expect("signed for");
        let plan = "Mulai Mei saya memindai setiap Selasa pagi.".to_owned();
        acknowledge_feedback::acknowledge(&stage.as_("ratna"), result, plan.clone()).await.expect("acknowledged");
        let page = see::see(&stage.as_("sari"), result).await.expect("the result");
        assert!(page.evaluation.acknowledged_at.is_some());
        assert_eq!(page.feedback.expect("feedback").answer, plan, "what she means to do is kept");
        assert_eq!(
            rule(acknowledge::acknowledge(&stage.as_("ratna"), result).await),
            "evaluation-already-acknowledged"
        );
        let late = give::give(&stage.as_("sari"), result, words).await;
        assert_eq!(rule(late), "feedback-already-acknowledged", "what was acknowledged is not reworded");
        let home = home::see_home(&stage.as_("ratna")).await.expect("her home");
        assert!(!home.tasks.iter().any(|task| task.says.key == "task-read-feedback"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_whole_year() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        for number in 1..=4 {
            let period = stage.period(Rhythm::Triwulanan, number).await;
            stage.result_of("ratna", period, skp, EXPECTED).await;
        }
        let year = stage.period(Rhythm::Tahunan, 1).await;
        stage.result_of("ratna", year, skp, (Rating::Diatas, Rating::Sesuai)).await;
        assert_eq!(state(&stage.skp("ratna", skp).await.milestones), State::Dievaluasi, "the plan is closed");
        let results = see::of(&stage.as_("ratna"), stage.employee("ratna")).await.expect("her results");
        assert_eq!(results.len(), 5);

        let early = manage_period::close(&stage.as_("wiryo"), year).await;
        assert_eq!(rule(early), "evaluation-period-not-over");
        stage.at("2027-01-08 09:00");
        manage_period::close(&stage.as_("wiryo"), year).await.expect("complete");
        let cycle = see_cycle(&stage.as_("wiryo"), Asked { year: 2026, period: Some(year), unit: None })
            .await
            .expect("the year");
        assert_eq!((cycle.total.evaluated, cycle.total.plans_set), (1, 1));
        assert!(cycle.total.people >= 7, "those without a plan are counted as people, not as zero");
    })
    .await;
}
