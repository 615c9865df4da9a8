//! R26: everything is journalled; agencies never meet; a double click does nothing twice.

use super::{denied, not_found};
use actions::{
    account::{log_in::log_in, log_out, session::recognise},
    draft, home,
    journal::see_journal,
    plan::see,
    progress::report::report,
    team,
};
use chrono::TimeDelta;
use std::collections::BTreeMap;
use store::{JournalFilter, PageOf};
use testkit::{Stage, cast::PASSWORD, for_each_engine};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn r26_everything_is_journalled() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let all = PageOf { page: 1, per_page: 200 };
        let journal = see_journal(&stage.as_("joko"), JournalFilter::default(), all).await.expect("the journal");
        let done: Vec<&str> = journal.page.rows.iter().rev().map(|entry| entry.action.as_str()).collect();
        assert_eq!(
            done.iter().filter(|action| action.starts_with("plan.")).copied().collect::<Vec<_>>(),
            ["plan.write", "plan.write", "plan.write", "plan.write", "plan.write", "plan.sign", "plan.set"]
        );
        let signed = journal.page.rows.iter().find(|entry| entry.action == "plan.sign").expect("the signature");
        assert_eq!((signed.by, signed.subject_id.as_str()), (Some(stage.employee("ratna")), id.to_string().as_str()));
        let (before, after) = (signed.before.as_deref().expect("before"), signed.after.as_deref().expect("after"));
        assert!(before.contains("\"signed_at\":null") && !after.contains("\"signed_at\":null"), "{before} {after}");
        for nobody in ["ratna", "sari", "wiryo", "ika"] {
            let outcome = see_journal(&stage.as_(nobody), JournalFilter::default(), all).await.map(|page| page.page);
            assert_eq!(denied(outcome), "journal.read", "{nobody}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn agencies_never_meet() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let ours = stage.plan_of("ratna").await;
        let theirs = stage.plan_of("lina").await;
        for (stranger, plan) in [("gani", ours), ("lina", ours), ("sari", theirs), ("joko", theirs)] {
            not_found(see::see(&stage.as_(stranger), plan).await.map(|page| page.skp));
        }
        let outside = stage.as_("gani");
        assert_eq!(outside.read().employee(stage.employee("ratna")).await.expect("the database"), None);
        assert_eq!(outside.read().unit(stage.unit("IKP")).await.expect("the database"), None);
        let names = outside.read().all_employees().await.expect("people");
        assert_eq!(names.len(), 2, "{names:?}");
        let team = team::see_team(&outside, 2026).await.expect("his team");
        assert_eq!(team.rows.len(), 1);
        let journal = see_journal(&outside, JournalFilter::default(), PageOf::default()).await.expect("his journal");
        assert!(journal.page.rows.iter().all(|entry| entry.subject_id != ours.to_string()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_reports_once() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", id).await[0];
        let key = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
        let said = || stage.report(indicator, 12, "Menjawab 12 permohonan.");
        let (first, second) = (stage.as_once("ratna", key), stage.as_once("ratna", key));
        let (a, b) = tokio::join!(report(&first, id, said(), None), report(&second, id, said(), None));
        let (a, b) = (a.expect("the first"), b.expect("the second"));
        assert_eq!(a, b, "the second click gets the first answer");
        stage.minutes(5);
        let late =
            report(&stage.as_once("ratna", key), id, said(), None).await.expect("a retry after a lost connection");
        assert_eq!(a, late);
        assert_eq!(stage.as_("ratna").read().entries(id).await.expect("entries").len(), 1);
        let other = report(&stage.as_("ratna"), id, said(), None).await.expect("another form is another report");
        assert_ne!(a, other);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_kept_until_it_is_sent() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", id).await[0];
        let form = actions::progress::report::draft_key(id, indicator);
        let typed = BTreeMap::from([("did".to_owned(), "Rapat dengan\nperangkat daerah".to_owned())]);
        draft::save(&stage.as_("ratna"), &form, typed.clone()).await.expect("saved as it is typed");
        let (found, _) = draft::see(&stage.as_("ratna"), &form).await.expect("the database").expect("the draft");
        assert_eq!(found, typed);
        assert_eq!(draft::see(&stage.as_("sari"), &form).await.expect("the database"), None, "nobody else sees it");
        report(&stage.as_("ratna"), id, stage.report(indicator, 1, "Rapat"), None).await.expect("sent");
        assert_eq!(draft::see(&stage.as_("ratna"), &form).await.expect("the database"), None, "then it is gone");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_end_everywhere_and_wrong_tries_wait() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let login = stage.login("ratna");
        let phone = log_in(&stage.app, &login, PASSWORD, "ponsel").await.expect("logged in").cookie;
        let desk = log_in(&stage.app, &login, PASSWORD, "komputer").await.expect("logged in").cookie;
        let known = recognise(&stage.app, &phone, None).await.expect("the database").expect("a session");
        assert_eq!(known.ctx.actor.name, stage.name("ratna"));
        log_out::everywhere(&known.ctx).await.expect("logged out");
        for cookie in [&phone, &desk] {
            assert!(recognise(&stage.app, cookie, None).await.expect("the database").is_none());
        }
        for _ in 0..4 {
            let wrong = log_in(&stage.app, &login, "bukan-kata-sandinya", "x").await;
            assert_eq!(super::fields(wrong.map(|_| ())), [("login".to_owned(), "account-wrong-login".to_owned())]);
        }
        let too_soon = log_in(&stage.app, &login, PASSWORD, "x").await;
        assert_eq!(super::rule(too_soon.map(|_| ())), "account-wait", "even the right one waits");
        stage.world.pass(TimeDelta::seconds(3));
        log_in(&stage.app, &login, PASSWORD, "x").await.expect("then it is taken");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_home_answers_what_must_i_do_now() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let tasks = |key: &'static str| {
            let ctx = stage.as_(key);
            async move {
                let home = home::see_home(&ctx).await.unwrap_or_else(|failure| panic!("{key}: {failure}"));
                home.tasks.into_iter().map(|task| task.says.key.into_owned()).collect::<Vec<_>>()
            }
        };
        assert!(tasks("ratna").await.contains(&"task-start-plan".to_owned()));
        assert!(tasks("wiryo").await.contains(&"task-lay-out-year".to_owned()));
        stage.signed_plan_of("ratna").await;
        assert!(tasks("sari").await.contains(&"task-set-plan".to_owned()));
        for key in ["bupati", "dedi", "hasan", "budi", "tono", "ika", "joko", "gani", "lina"] {
            tasks(key).await;
        }
    })
    .await;
}
