//! R8, R10, R11, R12: self-assessment, the supervisor's, and the result that follows by rule.

use super::{denied, fields, not_found, rule};
use actions::{
    assessment::{rate::rate, remind::remind, see_desk::see_desk, self_assess::self_assess},
    evaluation::{evaluate::evaluate, see, set_capaian::set_capaian},
    home,
};
use domain::{
    assessment::{RaterRole, Rating, Subject},
    evaluation::{Capaian, Predikat, Rhythm},
};
use testkit::{Stage, for_each_engine};

const EXPECTED: (Rating, Rating) = (Rating::Sesuai, Rating::Sesuai);

#[tokio::test(flavor = "multi_thread")]
async fn r8_self_and_supervisor_assess() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let mut sheet = stage.sheet("ratna", period, skp, RaterRole::Diri, EXPECTED).await;
        assert!(sheet.answers.iter().all(|a| !matches!(a.subject, Subject::HasilKerja | Subject::PerilakuKerja)));
        sheet.answers[0].reason = "ok".into();
        let short = self_assess(&stage.as_("ratna"), sheet.clone(), true).await;
        assert_eq!(fields(short)[0].1, "assessment-needs-reason");

        self_assess(&stage.as_("ratna"), sheet.clone(), false).await.expect("a draft may be unfinished");
        let desk = see_desk(&stage.as_("sari"), period, skp).await.expect("the desk");
        assert!(desk.own.is_none(), "a draft is nobody else's business");
        sheet.answers[0].reason = "Semua permohonan terjawab, register terlampir.".into();
        sheet.revision =
            see_desk(&stage.as_("ratna"), period, skp).await.expect("her desk").own.map(|own| own.revision);
        self_assess(&stage.as_("ratna"), sheet, true).await.expect("sent");
        let again = stage.sheet("ratna", period, skp, RaterRole::Diri, EXPECTED).await;
        let revision = see_desk(&stage.as_("ratna"), period, skp).await.expect("her desk").own.map(|own| own.revision);
        let again = actions::assessment::rate::Sheet { revision, ..again };
        assert_eq!(rule(self_assess(&stage.as_("ratna"), again, true).await), "assessment-already-sent");

        stage.minutes(10);
        stage.rate("sari", period, skp, (Rating::Diatas, Rating::Sesuai)).await;
        let desk = see_desk(&stage.as_("ratna"), period, skp).await.expect("her desk");
        let supervisor = desk.supervisor.expect("sent, so she sees it");
        assert_eq!(supervisor.answer(Subject::HasilKerja).and_then(|a| a.rating), Some(Rating::Diatas));
        assert!(desk.own.and_then(|own| own.sent_at).is_some());
        let own = stage.sheet("tono", period, skp, RaterRole::Penilai, EXPECTED).await;
        not_found(rate(&stage.as_("tono"), own, true).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r10_supervisor_waits_for_self_assessment() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let sheet = stage.sheet("sari", period, skp, RaterRole::Penilai, EXPECTED).await;
        assert_eq!(rule(rate(&stage.as_("sari"), sheet.clone(), true).await), "assessment-self-first");
        let desk = see_desk(&stage.as_("sari"), period, skp).await.expect("the desk");
        assert!(desk.waits.is_some(), "the page says so before she begins");

        remind(&stage.as_("sari"), period, skp).await.expect("a kind word");
        let notices = home::read_notices(&stage.as_("ratna"), 5).await.expect("notices");
        assert!(notices.iter().any(|n| n.says.key == "notice-remind-self-assessment"));

        stage.self_assess("ratna", period, skp).await;
        stage.minutes(1);
        rate(&stage.as_("sari"), sheet, true).await.expect("now it is her turn");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r10_the_wait_ends_so_that_the_law_can_be_kept() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.at("2026-04-14 09:00");
        stage.rate("sari", period, skp, EXPECTED).await;
        let result = evaluate(&stage.as_("sari"), period, skp, String::new()).await.expect("a result");
        let because = see::see(&stage.as_("ratna"), result).await.expect("her result").evaluation.because;
        let json = serde_json::to_string(&because).expect("reasons are written down");
        assert!(json.contains("evaluation-self-missing"), "what was missing is said openly: {json}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r11_supervisor_rates_in_the_web_and_employee_sees_result() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let result = stage.result_of("ratna", period, skp, (Rating::Diatas, Rating::Diatas)).await;
        let notices = home::read_notices(&stage.as_("ratna"), 5).await.expect("notices");
        assert!(notices.iter().any(|n| n.link == format!("/hasil/{result}")), "she is led to it: {notices:?}");
        let page = see::see(&stage.as_("ratna"), result).await.expect("her result");
        assert_eq!(page.evaluation.predikat, Some(Predikat::SangatBaik));
        assert!(page.facts.is_self && page.evaluation.delivered_at.is_some());
        for reader in ["sari", "dedi", "wiryo", "joko"] {
            see::see(&stage.as_(reader), result).await.unwrap_or_else(|failure| panic!("{reader}: {failure}"));
        }
        for stranger in ["tono", "budi", "ika", "lina"] {
            not_found(see::see(&stage.as_(stranger), result).await.map(|page| page.evaluation));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r12_result_explains_itself_and_is_frozen() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let unit = stage.unit("IKP");
        let basis = "Rencana aksi tercapai 9 dari 10.".to_owned();
        set_capaian(&stage.as_("dedi"), period, unit, Capaian::Baik, basis).await.expect("step 1");
        let result = stage.result_of("ratna", period, skp, (Rating::Dibawah, Rating::Diatas)).await;
        let before = see::see(&stage.as_("ratna"), result).await.expect("her result").evaluation;
        assert_eq!((before.predikat, before.capaian), (Some(Predikat::ButuhPerbaikan), Some(Capaian::Baik)));
        assert_eq!(before.policy, "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+bengkulu@1");
        let root = &before.because;
        assert_eq!(root.says.key, "evaluation-predikat-follows");
        assert_eq!(root.cite.as_ref().map(|cite| cite.policy.as_str()), Some("permenpanrb-6-2022"));
        let steps: Vec<&str> = root.from.iter().map(|reason| reason.says.key.as_ref()).collect();
        let legal =
            ["evaluation-step-capaian", "evaluation-step-pola", "evaluation-step-predikat", "evaluation-plan-version"];
        assert_eq!(steps, legal, "the legal order of steps");

        stage.minutes(30);
        assert_eq!(rule(evaluate(&stage.as_("sari"), period, skp, "Lagi".into()).await), "evaluation-frozen");
        let later = set_capaian(&stage.as_("dedi"), period, unit, Capaian::Istimewa, "Angka baru.".into()).await;
        later.expect("until the period is closed it may be set anew");
        let after = see::see(&stage.as_("ratna"), result).await.expect("her result").evaluation;
        assert_eq!(before, after, "but a result that was signed stays as it was");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_predicate_cannot_be_typed() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let unrated = evaluate(&stage.as_("sari"), period, skp, "Predikat: sangat baik".into()).await;
        assert_eq!(rule(unrated), "evaluation-supervisor-missing", "without ratings there is no predicate");
        stage.self_assess("ratna", period, skp).await;
        stage.minutes(1);
        stage.rate("sari", period, skp, (Rating::Diatas, Rating::Dibawah)).await;
        assert_eq!(denied(evaluate(&stage.as_("ratna"), period, skp, String::new()).await), "evaluation.sign");
        let office = evaluate(&stage.as_("wiryo"), period, skp, String::new()).await;
        assert_eq!(denied(office), "evaluation.sign", "no office signs results");
        let result = evaluate(&stage.as_("sari"), period, skp, "Predikat: sangat baik".into()).await.expect("signed");
        let page = see::see(&stage.as_("sari"), result).await.expect("the result");
        assert_eq!(
            page.evaluation.predikat,
            Some(Predikat::Kurang),
            "it follows from the ratings, whatever the notes say"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_organisation_achievement_is_said_openly() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let result = stage.result_of("ratna", period, skp, EXPECTED).await;
        let evaluation = see::see(&stage.as_("ratna"), result).await.expect("her result").evaluation;
        assert_eq!(
            (evaluation.predikat, evaluation.capaian),
            (Some(Predikat::Baik), None),
            "nothing is counted as zero"
        );
        let steps: Vec<&str> = evaluation.because.from.iter().map(|reason| reason.says.key.as_ref()).collect();
        assert!(steps.contains(&"evaluation-step-capaian-unknown"), "{steps:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_superior_rates_when_the_raters_time_is_over() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.self_assess("ratna", period, skp).await;
        let sheet = stage.sheet("dedi", period, skp, RaterRole::Penilai, EXPECTED).await;
        assert_eq!(rule(rate(&stage.as_("dedi"), sheet.clone(), true).await), "assessment-rater-still-has-time");
        stage.at("2026-05-04 09:00");
        rate(&stage.as_("dedi"), sheet, true).await.expect("in the rater's place");
        let result = evaluate(&stage.as_("dedi"), period, skp, String::new()).await.expect("signed");
        let page = see::see(&stage.as_("ratna"), result).await.expect("her result");
        assert_eq!(page.evaluation.evaluator, stage.employee("dedi"));
    })
    .await;
}
