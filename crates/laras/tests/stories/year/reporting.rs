//! R5, R6: progress as it happens, with evidence and the supervisor's answer.

use super::{fields, not_found};
use actions::{
    evidence::{Upload, fetch},
    home,
    progress::{
        plan_step::{plan_step, tick},
        reply::reply,
        report::report,
        see::see_indicator,
    },
    team,
};
use domain::{amount::Amount, evidence::Item, progress::track::Track};
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r5_employee_reports_progress_and_obstacle_and_supervisor_answers() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", id).await[0];
        stage.at("2026-02-10 15:20");
        let mut said = stage.report(indicator, 30, "Menjawab 30 permohonan.");
        said.obstacle = "Pemindai rusak sejak Senin.".into();
        said.help = "Mohon pinjaman pemindai.".into();
        said.link = "https://arsip.uji.example/ppid/02".into();
        let file = Upload { name: "register.pdf".into(), bytes: b"%PDF-1.4 register".to_vec() };
        let entry = report(&stage.as_("ratna"), id, said, Some(file)).await.expect("taken in");

        let notices = home::read_notices(&stage.as_("sari"), 5).await.expect("notices");
        assert!(notices.iter().any(|n| n.says.key == "notice-obstacle"), "she hears of it at once: {notices:?}");
        let row = team::see_team(&stage.as_("sari"), 2026).await.expect("her team");
        let row = row.rows.into_iter().find(|row| row.person.employee.id == stage.employee("ratna")).expect("Ratna");
        assert_eq!((row.obstacles, row.last_report.map(|day| day.to_string())), (1, Some("2026-02-10".into())));

        stage.minutes(60);
        reply(&stage.as_("sari"), entry, "Pinjam di perpustakaan, sudah saya telepon.".into(), true)
            .await
            .expect("an answer");
        let page = see_indicator(&stage.as_("ratna"), id, indicator).await.expect("the indicator");
        let thread = &page.entries[0];
        assert_eq!(thread.replies[0].text, "Pinjam di perpustakaan, sudah saya telepon.");
        assert_eq!(page.standing.open_obstacles, 0, "the answer settles it");
        assert_eq!((page.standing.realised, thread.evidence.len()), (Some(Amount::whole(30)), 2));
        assert!(!page.may_reply && page.may_report);

        let kept = thread.evidence.iter().find(|e| matches!(e.item, Item::File { .. })).expect("the file");
        let (evidence, bytes) = fetch::fetch(&stage.as_("sari"), kept.id).await.expect("she opens it");
        assert_eq!(bytes.as_deref(), Some(&b"%PDF-1.4 register"[..]));
        let Item::File { sha256, size, media_type, .. } = evidence.item else { panic!("a file") };
        assert_eq!((sha256.len(), size, media_type.as_str()), (64, 17, "application/pdf"));
        not_found(fetch::fetch(&stage.as_("tono"), kept.id).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r5_entries_are_added_never_overwritten() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", id).await[0];
        stage.at("2026-02-27 15:00");
        let wrong =
            report(&stage.as_("ratna"), id, stage.report(indicator, 300, "Menjawab 300 permohonan."), None).await;
        stage.minutes(5);
        let mut mended = stage.report(indicator, 30, "Menjawab 30 permohonan (salah ketik).");
        mended.corrects = Some(wrong.expect("the slip"));
        report(&stage.as_("ratna"), id, mended, None).await.expect("the correction");
        let page = see_indicator(&stage.as_("ratna"), id, indicator).await.expect("the indicator");
        assert_eq!(page.standing.realised, Some(Amount::whole(30)), "only the correction counts");
        assert_eq!(page.entries.len(), 2, "the slip is still there");
        assert!(page.entries.iter().any(|thread| thread.corrected));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_reports_are_checked_beside_their_fields() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", id).await[0];
        let (me, day) = (stage.as_("ratna"), |text: &str| text.parse().expect("a day"));
        let mut said = stage.report(indicator, 5, " ");
        said.on = day("2026-03-01");
        said.amount = Some(Amount::whole(-1));
        let found = fields(report(&me, id, said, None).await);
        let names: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(names, ["did", "on", "amount"], "{found:?}");
        let mut before = stage.report(indicator, 5, "Rapat");
        before.on = day("2025-12-31");
        assert_eq!(fields(report(&me, id, before, None).await)[0].1, "progress-outside-plan");
        for (name, bytes, key) in [
            ("alat.exe", &b"MZ"[..], "evidence-type-not-taken"),
            ("foto.jpg", &b"MZ"[..], "evidence-not-what-it-says"),
            ("kosong.pdf", &b""[..], "evidence-empty"),
        ] {
            let file = Upload { name: name.into(), bytes: bytes.to_vec() };
            let outcome = report(&me, id, stage.report(indicator, 5, "Rapat"), Some(file)).await;
            assert_eq!(fields(outcome), [("evidence_file".to_owned(), key.to_owned())], "{name}");
        }
        let mut link = stage.report(indicator, 5, "Rapat");
        link.link = "javascript:alert(1)".into();
        assert_eq!(fields(report(&me, id, link, None).await)[0].0, "evidence_link");
        assert!(stage.as_("ratna").read().entries(id).await.expect("entries").is_empty(), "nothing of it was saved");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn late_and_at_risk_are_computed_from_dates_and_amounts() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let indicators = stage.indicators("ratna", id).await;
        let track = |time: &'static str| {
            let (stage, indicator) = (stage.clone(), indicators[0]);
            async move {
                stage.at(time);
                see_indicator(&stage.as_("ratna"), id, indicator).await.expect("the indicator").standing.track.value
            }
        };
        assert_eq!(track("2026-01-20 09:00").await, Track::NotStarted);
        assert_eq!(track("2026-05-04 09:00").await, Track::AtRisk, "a third of the year without a word");
        report(&stage.as_("ratna"), id, stage.report(indicators[0], 80, "Delapan puluh permohonan"), None)
            .await
            .expect("a report");
        assert_eq!(track("2026-05-04 10:00").await, Track::OnTrack);
        assert_eq!(track("2026-10-05 10:00").await, Track::Late);
        report(&stage.as_("ratna"), id, stage.report(indicators[0], 160, "Sisanya"), None).await.expect("a report");
        assert_eq!(track("2026-10-05 11:00").await, Track::Reached);

        stage.at("2026-02-02 09:00");
        let due = "2026-02-20".parse().expect("a day");
        let step = plan_step(&stage.as_("ratna"), id, indicators[1], "Templat jawaban selesai".into(), due)
            .await
            .expect("a step");
        stage.at("2026-02-23 09:00");
        let page = see_indicator(&stage.as_("ratna"), id, indicators[1]).await.expect("the indicator");
        assert_eq!(page.standing.track.value, Track::Late, "an overdue step");
        assert!(
            page.standing.track.because.from.iter().any(|r| r.says.key == "progress-step-overdue"),
            "and it says so"
        );
        tick(&stage.as_("ratna"), id, step, true).await.expect("ticked off");
        let page = see_indicator(&stage.as_("ratna"), id, indicators[1]).await.expect("the indicator");
        assert_ne!(page.standing.track.value, Track::Late);
    })
    .await;
}
