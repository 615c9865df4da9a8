//! People, units and posts changed one at a time.

use actions::{
    Failure,
    people::{
        assign::{self, AssignmentDraft},
        report_to::{LineDraft, report_to},
        see::{search, see_employee},
        see_unit::{see_post, see_tree, see_unit},
        write_employee::{self, EmployeeDraft},
        write_post::{self, PostDraft, TaskDraft},
        write_unit::{self, UnitDraft},
    },
};
use chrono::NaiveDate;
use domain::{
    decision::Refusal,
    people::{Employment, PostKind, Standing},
};
use store::PageOf;
use testkit::{Stage, for_each_engine};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn fields<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> Vec<(String, String)> {
    match outcome {
        Err(Failure::Refused(Refusal::Fields(errors))) => {
            errors.into_iter().map(|error| (error.field, error.text.key.into_owned())).collect()
        }
        other => panic!("not a refusal of fields: {other:?}"),
    }
}

fn of(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(field, key)| ((*field).to_owned(), (*key).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_person_is_added_assigned_and_rated() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let draft = |nip: &str, name: &str| EmployeeDraft {
            nip: nip.into(),
            name: name.into(),
            employment: Employment::Pns,
            rank: "Penata (III/c)".into(),
            login: String::new(),
        };
        for (nip, name, want) in [
            ("19900101 201501 1 00", "Nani", of(&[("nip", "people-nip-length")])),
            ("", " ", of(&[("name", "people-name-missing"), ("nip", "people-nip-missing")])),
            ("199403122019032008", "Nani", of(&[("nip", "people-nip-taken")])),
            ("199201012018012001", "Nani", of(&[("nip", "people-login-taken")])),
        ] {
            assert_eq!(fields(write_employee::add(&office, draft(nip, name)).await), want, "{nip}");
        }
        let nani =
            write_employee::add(&office, draft("19900101 201501 2 001", "Nani Suryani, S.E.")).await.expect("Nani");
        let assignment = |post: &str, from: &str, until: Option<&str>| AssignmentDraft {
            post: post.into(),
            standing: Standing::Definitif,
            from: day(from),
            until: until.map(day),
        };
        assign::assign(&office, nani, assignment("RATNA", "2026-01-01", None)).await.expect("assigned");
        assign::assign(&office, nani, assignment("tono", "2026-04-01", None)).await.expect_err("codes are exact");
        assign::assign(&office, nani, assignment("TONO", "2026-04-01", None)).await.expect("assigned");
        let early = assign::assign(&office, nani, assignment("BUDI", "2026-02-01", None)).await;
        assert_eq!(fields(early), of(&[("from", "people-assignment-too-early")]));
        let reversed = assign::assign(&office, nani, assignment("BUDI", "2026-05-01", Some("2026-04-01"))).await;
        assert_eq!(fields(reversed), of(&[("until", "people-until-before-from")]));

        let line = |rater: &str, superior: &str, from: &str| LineDraft {
            rater: rater.into(),
            superior: superior.into(),
            from: day(from),
        };
        report_to(&office, nani, line("198006122005012011", "Bupati Uji Laras", "2026-01-01")).await.expect("a rater");
        report_to(&office, nani, line("198211302008041002", "197203081998031005", "2026-04-01"))
            .await
            .expect("another");
        for (rater, superior, want) in [
            ("199001012015012001", "", of(&[("rater", "people-rates-self")])),
            ("198211302008041002", "198211302008041002", of(&[("superior", "people-superior-is-rater")])),
            ("Siapa Saja", "", of(&[("rater", "people-name-unknown")])),
            ("", "123", of(&[("rater", "people-person-missing"), ("superior", "people-nip-length")])),
        ] {
            assert_eq!(fields(report_to(&office, nani, line(rater, superior, "2026-06-01")).await), want, "{rater}");
        }
        let circle = report_to(&office, stage.employee("hasan"), line("199001012015012001", "", "2026-05-01")).await;
        assert_eq!(fields(circle), of(&[("rater", "people-line-circle")]));

        let page = see_employee(&office, nani).await.expect("her page");
        let held: Vec<_> =
            page.held.iter().map(|held| (held.post.code.as_str(), held.assignment.dates.until)).collect();
        assert_eq!(held, [("TONO", None), ("RATNA", Some(day("2026-03-31")))], "the new one ends the old one");
        assert_eq!(page.lines[1].dates.until, Some(day("2026-03-31")));
        let id = page.held[0].assignment.id;
        let reversed = assign::end(&office, nani, id, day("2026-03-01")).await;
        assert_eq!(fields(reversed), of(&[("until", "people-until-before-from")]));
        assign::end(&office, nani, id, day("2026-12-31")).await.expect("ended");

        write_employee::change(&office, nani, draft("199001012015012002", "Nani Suryani, M.M."))
            .await
            .expect("changed");
        let page = see_employee(&office, nani).await.expect("her page");
        assert_eq!(
            page.account.map(|account| account.login).as_deref(),
            Some("199001012015012002"),
            "she logs in by NIP"
        );
        let found = search(&office, "suryani nani", None, PageOf::default()).await.expect("found");
        assert_eq!((found.total, found.rows[0].employee.name.as_str()), (1, "Nani Suryani, M.M."));
        let found =
            search(&office, "", Some(stage.unit("DINAS")), PageOf { page: 2, per_page: 3 }).await.expect("found");
        assert!(found.total > 6 && found.rows.len() == 3, "{}", found.total);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_units_and_posts_are_kept_in_order() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let unit = |code: &str, parent: Option<&str>| UnitDraft {
            code: code.into(),
            name: "Seksi Siaran".into(),
            parent: parent.map(|parent| stage.unit(parent)),
        };
        let id = write_unit::write(&office, None, unit("SIARAN", Some("IKP"))).await.expect("a unit");
        let taken = write_unit::write(&office, None, unit("IKP", None)).await;
        assert_eq!(fields(taken), of(&[("code", "people-code-taken")]));
        let under = UnitDraft { parent: Some(id), ..unit("IKP", None) };
        let circle = write_unit::write(&office, Some(stage.unit("IKP")), under).await;
        assert_eq!(fields(circle), of(&[("parent", "people-unit-circle")]));

        let post = |code: &str, leads_unit, unit_mandiri| PostDraft {
            unit: id,
            code: code.into(),
            title: "Kepala Seksi Siaran".into(),
            kind: PostKind::Pengawas,
            leads_unit,
            unit_mandiri,
        };
        let head = write_post::write(&office, None, post("S-1", true, false)).await.expect("a post");
        let second = write_post::write(&office, None, post("S-2", true, false)).await;
        assert_eq!(fields(second), of(&[("leads_unit", "people-unit-has-head")]));
        let alone = write_post::write(&office, None, post("S-1", false, true)).await;
        assert_eq!(fields(alone), of(&[("code", "people-code-taken"), ("unit_mandiri", "people-mandiri-needs-lead")]));
        let task = |id, task: &str| TaskDraft { id, task: task.into(), output: "Siaran".into() };
        let drafts = vec![task(None, "Menulis siaran"), task(None, " "), task(None, "Menyunting siaran")];
        write_post::write_tasks(&office, head, drafts).await.expect("tasks");
        let tasks = see_post(&office, head).await.expect("the post").tasks;
        assert_eq!(tasks.iter().map(|task| task.seq).collect::<Vec<_>>(), [1, 2]);
        let drafts = vec![task(Some(tasks[1].id), "Menyunting siaran"), task(Some(tasks[0].id), "Menulis siaran")];
        write_post::write_tasks(&office, head, drafts).await.expect("tasks");
        let swapped = see_post(&office, head).await.expect("the post").tasks;
        assert_eq!((swapped[0].id, swapped[0].seq), (tasks[1].id, 1), "a task keeps its id wherever it stands");

        let whole = see_tree(&office).await.expect("the tree");
        assert_eq!(whole[0].people_below, 10, "everybody with a definitive post");
        let own = see_tree(&stage.as_("sari")).await.expect("her part");
        assert_eq!(own.iter().map(|row| row.unit.code.as_str()).collect::<Vec<_>>(), ["IKP", "SIARAN"]);
        assert!(see_unit(&stage.as_("ratna"), stage.unit("IKP")).await.is_ok(), "her own unit");
        for (nobody, code) in [("ratna", "APTIKA"), ("sari", "SEKR")] {
            let outcome = see_unit(&stage.as_(nobody), stage.unit(code)).await;
            assert!(matches!(outcome, Err(Failure::Refused(Refusal::Denied(_)))), "{nobody}");
        }
        assert!(see_tree(&stage.as_("ratna")).await.is_err());
        assert!(write_unit::write(&stage.as_("ika"), None, unit("X", None)).await.is_err());
    })
    .await;
}
