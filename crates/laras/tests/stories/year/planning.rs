//! R1, R3, R6: the plan from the first line to a second version.

use super::{denied, fields, rule};
use actions::plan::{
    give_back, note, reopen, replace, see, see_matrix, see_versions, set, sign,
    start::{Origin, Start, start},
    write::{move_result, remove_result, write_expectation, write_result},
};
use domain::{
    amount::Amount,
    decision::Refusal,
    plan::{Approach, Line, Nilai, difference, workflow::State},
};
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r1_employee_writes_a_measurable_plan() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let leader = stage.plan_of("sari").await;
        let supported = stage.skp("sari", leader).await.content.results[0].clone();

        let id = stage.start_of("ratna").await;
        let empty = sign::sign(&stage.as_("ratna"), id, stage.skp("ratna", id).await.revision).await;
        assert_eq!(
            fields(empty),
            [("results".to_owned(), "plan-needs-utama".to_owned())],
            "an empty plan cannot be signed"
        );

        let mut draft =
            stage.draft_result("ratna", id, "Permohonan informasi publik terjawab paling lama tiga hari").await;
        draft.supports = Some(supported.id);
        let rhk = stage.write("ratna", id, draft).await;
        let page = see::see(&stage.as_("ratna"), id).await.expect("her plan");
        assert_eq!(page.state, State::Draf);
        assert!(page.missing.is_empty(), "{:?}", page.missing);
        assert!(page.may.write && page.may.sign && page.may.own && !page.may.set);
        let written = page.skp.content.results.iter().find(|result| result.id == rhk).expect("the result");
        assert_eq!(written.supports, Some(supported.id));
        assert!(written.supports_text.contains(&supported.text), "what it supports is kept in words");
        assert!(written.indicators.iter().all(|i| i.target.amount.is_some() && !i.target.unit.is_empty()));

        stage.sign("ratna", id).await;
        let notices = actions::home::read_notices(&stage.as_("sari"), 10).await.expect("notices");
        assert!(notices.iter().any(|notice| notice.says.key == "notice-plan-signed"), "{notices:?}");
        let version = stage.set_plan("sari", id, "").await;
        assert_eq!(version, 1);
        let page = see::see(&stage.as_("ratna"), id).await.expect("her plan");
        assert_eq!(page.state, State::Ditetapkan);
        assert_eq!(page.in_force.expect("a version").content, page.skp.content, "what was set is frozen as it stood");
        assert!(!page.may.write);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r1_a_plan_starts_from_last_years() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let last = stage.plan_of("ratna").await;
        stage.at("2027-01-04 09:00");
        let start_from = Start {
            employee: stage.employee("ratna"),
            year: 2027,
            from_day: None,
            approach: Approach::Kuantitatif,
            origin: Origin::Plan(last),
        };
        let id = start(&stage.as_("ratna"), start_from.clone()).await.expect("a new plan");
        let (old, new) = (stage.skp("ratna", last).await.content, stage.skp("ratna", id).await.content);
        assert_eq!(new.results[0].text, old.results[0].text);
        assert_ne!(new.results[0].id, old.results[0].id, "what is reported this year belongs to this year");
        assert_ne!(new.results[0].indicators[0].id, old.results[0].indicators[0].id);
        let twice = start(&stage.as_("ratna"), start_from).await;
        assert_eq!(rule(twice), "plan-already-running");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r1_a_draft_may_come_before_the_leaders_plan_and_is_linked_later() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.draft_of("ratna").await;
        let first = stage.skp("ratna", id).await.content.results[0].clone();
        assert_eq!(first.supports, None);
        assert!(!first.supports_text.is_empty(), "in words, as long as there is nothing to link to");

        let leader = stage.plan_of("sari").await;
        let choices = see::supportable(&stage.as_("ratna"), id).await.expect("choices");
        let supported = stage.skp("sari", leader).await.content.results[0].id;
        assert_eq!(choices.iter().map(|rhk| rhk.id).collect::<Vec<_>>(), [supported]);
        let mut draft = stage.draft_result("ratna", id, &first.text).await;
        draft.id = Some(first.id);
        draft.supports = Some(supported);
        draft.indicators = first.indicators.iter().map(|i| (Some(i.id), i.clone())).collect();
        stage.write("ratna", id, draft).await;
        stage.sign("ratna", id).await;
        stage.set_plan("sari", id, "").await;

        let matrix =
            see_matrix::see_matrix(&stage.as_("sari"), stage.employee("sari"), 2026).await.expect("the matrix");
        let names: Vec<&str> = matrix.people.iter().map(|person| person.employee.name.as_str()).collect();
        assert!(names.contains(&stage.name("ratna")) && names.contains(&stage.name("budi")), "{names:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_wrong_input_is_caught_beside_its_field() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.start_of("ratna").await;
        let revision = stage.skp("ratna", id).await.revision;
        let mut draft = stage.draft_result("ratna", id, "  ").await;
        draft.indicators[0].1.target.unit.clear();
        draft.indicators[1].1.target.upper = Some(Amount::whole(80));
        let found = fields(write_result(&stage.as_("ratna"), id, revision, draft).await);
        let keys: Vec<&str> = found.iter().map(|(_, key)| key.as_str()).collect();
        assert_eq!(keys, ["plan-rhk-needs-text", "plan-target-needs-unit", "plan-target-range-reversed"], "{found:?}");
        assert!(found[1].0.ends_with(".target_unit"), "the error names its field: {}", found[1].0);
        assert!(stage.skp("ratna", id).await.content.results.is_empty(), "nothing of it was saved");
        let elsewhere = actions::progress::report::report(
            &stage.as_("ratna"),
            id,
            stage.report(domain::ids::IndicatorId(uuid::Uuid::nil()), 1, "Rapat"),
            None,
        )
        .await;
        assert_eq!(rule(elsewhere), "progress-plan-not-set");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_returned_plan_names_the_line_and_comes_back_mended() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.signed_plan_of("ratna").await;
        stage.minutes(30);
        let without = give_back::give_back(&stage.as_("sari"), id).await;
        assert_eq!(rule(without), "plan-return-needs-note", "nobody is left guessing");

        let line = Line::Rhk(stage.skp("sari", id).await.content.results[0].id);
        note::note(&stage.as_("sari"), id, line, "Sebutkan batas waktunya.".to_owned()).await.expect("a note");
        give_back::give_back(&stage.as_("sari"), id).await.expect("returned");
        let page = see::see(&stage.as_("ratna"), id).await.expect("her plan");
        assert_eq!(page.state, State::Dikembalikan);
        assert_eq!((page.notes[0].line, page.notes[0].resolved_at), (line, None));
        assert!(page.may.write && page.may.sign);

        stage.minutes(30);
        let first = page.skp.content.results[0].clone();
        let mut draft = stage.draft_result("ratna", id, "Permohonan terjawab paling lama tiga hari kerja").await;
        draft.id = Some(first.id);
        stage.write("ratna", id, draft).await;
        stage.sign("ratna", id).await;
        stage.set_plan("sari", id, "").await;
        let notes = see::see(&stage.as_("ratna"), id).await.expect("her plan").notes;
        assert!(notes.iter().all(|note| note.resolved_at.is_some()), "setting the plan settles what was noted");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_superior_sets_after_31_january() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.signed_plan_of("ratna").await;
        let revision = stage.skp("ratna", id).await.revision;

        stage.at("2026-01-31 23:00");
        assert!(!see::see(&stage.as_("dedi"), id).await.expect("her plan").may.set);
        let early = set::set(&stage.as_("dedi"), id, revision, String::new()).await;
        assert_eq!(rule(early), "plan-setter-too-early", "31 January is still the rater's");
        let never = set::set(&stage.as_("wiryo"), id, revision, String::new()).await;
        assert_eq!(denied(never), "plan.set", "no office sets plans");

        stage.at("2026-02-01 00:30");
        let home = actions::home::see_home(&stage.as_("dedi")).await.expect("his home");
        assert!(home.tasks.iter().any(|task| task.says.key == "task-set-overdue-plan"), "he is told that it waits");
        set::set(&stage.as_("dedi"), id, revision, String::new()).await.expect("the superior sets");
        let version = see::see(&stage.as_("ratna"), id).await.expect("her plan").in_force.expect("a version");
        assert_eq!(version.set_by, stage.employee("dedi"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r3_clarified_in_the_year_a_second_version_shows_its_differences() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.plan_of("ratna").await;
        stage.at("2026-06-15 09:00");
        reopen::reopen(&stage.as_("ratna"), id).await.expect("opened for clarification");
        let first = stage.skp("ratna", id).await.content.results[0].clone();
        let mut draft = stage.draft_result("ratna", id, &first.text).await;
        draft.id = Some(first.id);
        draft.indicators = first.indicators.iter().map(|i| (Some(i.id), i.clone())).collect();
        draft.indicators[0].1.target.amount = Some(Amount::whole(300));
        stage.write("ratna", id, draft).await;
        stage.minutes(10);
        let revision = stage.skp("sari", id).await.revision;
        write_expectation(&stage.as_("sari"), id, revision, Nilai::Adaptif, vec!["Mengusulkan satu perbaikan".into()])
            .await
            .expect("the leader's expectation");
        let page = see::see(&stage.as_("ratna"), id).await.expect("her plan");
        assert_eq!(page.state, State::Klarifikasi);
        let in_force = page.in_force.expect("version 1 stays in force");
        assert_eq!(in_force.content.results[0].indicators[0].target.amount, Some(Amount::whole(240)));

        stage.sign("ratna", id).await;
        let revision = stage.skp("sari", id).await.revision;
        let unexplained = set::set(&stage.as_("sari"), id, revision, " ".to_owned()).await;
        assert_eq!(fields(unexplained), [("reason".to_owned(), "plan-set-needs-reason".to_owned())]);
        let version = stage.set_plan("sari", id, "Umpan balik triwulan I: beban bertambah.").await;
        assert_eq!(version, 2);

        let history = see_versions::see_versions(&stage.as_("ratna"), id).await.expect("her versions");
        assert_eq!(history.versions.iter().map(|(v, _)| v.number).collect::<Vec<_>>(), [2, 1], "both are kept");
        let changes = &history.versions[0].1;
        let target = changes.iter().find(|c| c.before.contains("240") && c.after.contains("300"));
        assert!(target.is_some_and(|c| c.kind == difference::ChangeKind::Changed), "{changes:?}");
        assert!(changes.iter().any(|c| c.line == Line::Nilai(Nilai::Adaptif)), "{changes:?}");
        assert!(history.working.is_empty(), "nothing is changed since");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_replaces_the_plan() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let old = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", old).await[0];
        stage.at("2026-03-02 09:00");
        let done = stage.report(indicator, 30, "Menjawab 30 permohonan.");
        actions::progress::report::report(&stage.as_("ratna"), old, done, None).await.expect("a report");

        stage.moved_to("ratna", "hasan", Some("dedi"), "2026-05-01").await;
        stage.at("2026-05-04 09:00");
        let from = "2026-05-01".parse().expect("a day");
        let new = replace::replace(&stage.as_("ratna"), old, from).await.expect("a new plan");
        let (before, after) = (stage.skp("ratna", old).await, stage.skp("ratna", new).await);
        assert_eq!(before.dates.until.map(|day| day.to_string()).as_deref(), Some("2026-04-30"));
        assert_eq!((after.rater, after.dates.from), (stage.employee("hasan"), from));
        assert_eq!(after.content.results[0].text, before.content.results[0].text, "begun from what was there");
        let page = see::see(&stage.as_("sari"), old).await.expect("the old rater still reads the old plan");
        assert_eq!(page.state, State::Digantikan);
        let entries = stage.as_("ratna").read().entries(old).await.expect("entries");
        assert_eq!(entries.len(), 1, "what was reported stays where it was");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_editing_the_second_sees_both() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.draft_of("ratna").await;
        let opened = stage.skp("ratna", id).await;
        let first = opened.content.results[0].clone();
        let draft = |text: &str| {
            let (stage, text, first) = (stage.clone(), text.to_owned(), first.clone());
            async move {
                let mut draft = stage.draft_result("ratna", id, &text).await;
                draft.id = Some(first.id);
                draft.indicators = first.indicators.iter().map(|i| (Some(i.id), i.clone())).collect();
                draft
            }
        };
        stage.minutes(3);
        let theirs = draft("Permohonan terjawab paling lama dua hari").await;
        write_result(&stage.as_("sari"), id, opened.revision, theirs).await.expect("the rater saves first");
        stage.minutes(2);
        let mine = draft("Permohonan terjawab paling lama tiga hari").await;
        match write_result(&stage.as_("ratna"), id, opened.revision, mine).await {
            Err(actions::Failure::Refused(Refusal::Conflict(conflict))) => {
                assert_eq!(conflict.by_name, stage.name("sari"));
                let now = conflict.now.iter().find(|(field, _)| field == "text").map(|(_, text)| text.as_str());
                assert_eq!(now, Some("Permohonan terjawab paling lama dua hari"), "what now stands saved is shown");
            }
            other => panic!("the second must be told: {other:?}"),
        }
        let kept = stage.skp("ratna", id).await.content.results[0].text.clone();
        assert_eq!(kept, "Permohonan terjawab paling lama dua hari", "nothing was overwritten");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn results_are_moved_and_taken_out() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let id = stage.draft_of("ratna").await;
        let draft = stage.draft_result("ratna", id, "Arsip informasi publik terdigitalisasi").await;
        let second = stage.write("ratna", id, draft).await;
        let revision = stage.skp("ratna", id).await.revision;
        move_result(&stage.as_("ratna"), id, revision, second, -1).await.expect("moved up");
        let content = stage.skp("ratna", id).await.content;
        assert_eq!(content.results[0].id, second);
        let revision = stage.skp("ratna", id).await.revision;
        remove_result(&stage.as_("ratna"), id, revision, second).await.expect("taken out");
        assert_eq!(stage.skp("ratna", id).await.content.results.len(), 1);
    })
    .await;
}
