//! Agency A never sees or changes what belongs to B, whatever ids it asks for.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, noted},
};
use domain::{assessment::RaterRole, evaluation::cycle::Step, ids::EmployeeId, people::Post};
use std::{fmt::Debug, sync::Arc};
use store::{Frame, JournalFilter, Look, PageOf, StoreError, Touched};

/// Nothing of another agency may come out of a query.
fn none<T: Debug + PartialEq>(found: Result<Option<T>, StoreError>) {
    assert_eq!(found, Ok(None));
}

fn empty<T: Debug + PartialEq>(found: Result<Vec<T>, StoreError>) {
    assert_eq!(found, Ok(Vec::new()));
}

#[tokio::test]
async fn no_query_reaches_another_agency() {
    for_each_engine(|store| async move {
        let a = Everything::new("A", 1).save(&store).await;
        let b = Everything::new("B", 2).save(&store).await;
        let s = store.scope(a.agency.id);
        let page = PageOf::default();
        let b_people: Vec<EmployeeId> = b.employees.iter().map(|e| e.id).collect();
        let [member, leader, superior] = [b_people[0], b_people[1], b_people[2]];
        let skp = b.skps[1].id;
        let leaders = b.skps[0].content.results[0].id;

        none(s.unit(b.units[0].id).await);
        empty(s.units_under(b.units[0].id).await);
        assert_eq!(s.units().await.unwrap(), a.units);
        assert_eq!(s.unit_by_code("A").await.unwrap().unwrap().id, a.units[0].id);
        none(s.post(b.posts[0].id).await);
        assert_eq!(s.posts().await.unwrap(), a.posts);
        assert_eq!(s.post_by_code("P-1").await.unwrap().unwrap().id, a.posts[0].id);
        empty(s.posts_of_unit(b.units[1].id).await);
        empty(s.posts_among(&[b.posts[0].id]).await);
        empty(s.post_tasks(b.posts[0].id).await);
        assert_eq!(s.tasks().await.unwrap(), a.tasks);
        none(s.employee(member).await);
        none(s.employee_by_nip(b.employees[0].nip.as_ref().unwrap().as_str()).await);
        empty(s.employees(&b_people).await);
        assert_eq!(s.all_employees().await.unwrap().len(), 3);
        assert_eq!(s.search_employees("", page).await.unwrap().total, 3);
        empty(s.assignments_of(member).await);
        none(s.assignment_on(member, day(2, 1)).await);
        empty(s.holders_on(b.posts[0].id, day(2, 1)).await);
        assert_eq!(s.assignments_on(day(2, 1)).await.unwrap(), a.assignments);
        empty(s.lines_of(member).await);
        none(s.line_on(member, day(2, 1)).await);
        empty(s.team_on(leader, day(2, 1)).await);
        empty(s.superior_of_on(superior, day(2, 1)).await);
        assert_eq!(s.frame(member, day(2, 1)).await, Ok(Frame::default()));
        assert_eq!(s.frame(leader, day(2, 1)).await, Ok(Frame::default()));
        for of_b in [member, leader, superior] {
            assert_eq!(s.touched(of_b, day(2, 1)).await, Ok(Touched::default()));
        }
        empty(s.people_on(&b_people, day(2, 1)).await);
        empty(s.people_in(&[b.units[1].id], day(2, 1)).await);
        assert_eq!(s.everyone(day(2, 1)).await.unwrap().len(), 3);

        none(s.account(b.accounts[0].0.id).await);
        none(s.account_of(member).await);
        none(s.password_hash(b.accounts[0].0.id).await);
        assert_eq!(s.accounts(page).await.unwrap().total, 2);
        none(s.session(&b.session.token_hash).await);
        none(s.behind(&b.session.token_hash).await);
        empty(s.sessions_of(b.accounts[0].0.id).await);

        none(s.skp(skp).await);
        empty(s.skps(&[skp]).await);
        empty(s.skps_of(member).await);
        none(s.skp_in_force(member, day(2, 1)).await);
        empty(s.skps_of_year_for(&b_people, 2026).await);
        empty(s.skps_of_units(&[b.units[1].id], 2026).await);
        empty(s.skps_rated_by(leader, 2026).await);
        assert_eq!(s.skps_of_year(2026, page).await.unwrap().total, 2);
        none(s.skp_with_result(leaders).await);
        empty(s.supporters(&[leaders]).await);
        empty(s.versions(skp).await);
        none(s.version(skp, 1).await);
        empty(s.notes(skp).await);

        empty(s.steps(skp).await);
        empty(s.steps_of(&[skp]).await);
        empty(s.entries(skp).await);
        empty(s.entries_of(&[skp]).await);
        none(s.entry(b.entry.id).await);
        empty(s.entries_of_indicator(b.entry.indicator).await);
        empty(s.latest_entries(&[skp]).await);
        empty(s.open_obstacles(&[skp]).await);
        empty(s.replies(skp).await);
        empty(s.replies_of(&[skp]).await);
        assert!(s.count_entries(&[skp]).await.unwrap().is_empty());
        empty(s.evidence(skp).await);
        empty(s.evidence_of(&[skp]).await);
        none(s.evidence_item(b.file.id).await);

        assert_eq!(s.periods(2026).await.unwrap(), [a.period.clone()]);
        none(s.period(b.period.id).await);
        empty(s.achievements(b.period.id).await);
        none(s.achievement(b.period.id, b.units[1].id).await);
        none(s.assessment(b.period.id, skp, RaterRole::Diri).await);
        none(s.assessment_by_id(b.assessment.id).await);
        empty(s.assessments_of_period(b.period.id).await);
        empty(s.assessments_for(b.period.id, &[skp]).await);
        empty(s.standards_among(&[b.posts[0].id]).await);
        assert_eq!(s.standards().await.unwrap(), a.standards);
        empty(s.nominations(b.period.id, skp).await);
        empty(s.nominations_among(b.period.id, &[skp]).await);
        empty(s.nominated(superior).await);
        empty(s.sheets(b.period.id, skp).await);
        empty(s.sheets_among(b.period.id, &[skp]).await);
        empty(s.sheets_by(leader, b.period.id).await);
        assert_eq!(s.mean_score(b.period.id).await, Ok(None));
        none(s.evaluation(b.evaluation.id).await);
        none(s.evaluation_of(b.period.id, skp).await);
        empty(s.evaluations_of(member).await);
        empty(s.evaluations_of_period(b.period.id).await);
        empty(s.evaluations_for(b.period.id, &b_people).await);
        none(s.feedback_of(b.evaluation.id).await);
        empty(s.feedback_for(&[b.evaluation.id]).await);
        empty(s.feedback_unread(&[b.evaluation.id]).await);
        empty(s.receipts_of(member).await);
        assert!(s.open_periods().await.unwrap().iter().all(|period| period.id == a.period.id));
        none(s.objection(b.disputed.objection.id).await);
        none(s.objection_against(b.evaluation.id).await);
        none(s.objection_behind(b.evaluation.id).await);
        empty(s.objections_against(&[b.evaluation.id]).await);
        empty(s.objections_behind(&[b.evaluation.id]).await);
        empty(s.objections_waiting(superior).await);
        none(s.disagreement(b.disputed.disagreement.id).await);
        empty(s.disagreements(b.period.id, skp).await);
        empty(s.disagreements_waiting(member).await);
        empty(s.documents(b.period.id).await);
        assert!(s.reports(&[b.evaluation.id]).await.unwrap().is_empty());
        empty(s.remarks_about(member).await);
        empty(s.remarks_by(leader).await);
        empty(s.remarks_passed_on(&b_people).await);
        none(s.remark(b.said.remark.id).await);
        empty(s.asks_by(member).await);
        empty(s.asks_of(leader).await);
        none(s.ask(b.said.ask.id).await);
        none(s.dialogue(b.said.dialogue.id).await);
        empty(s.dialogues_near(member).await);
        empty(s.dialogues_about(&b_people).await);
        assert_eq!(s.dialogues_of_kind(b.said.dialogue.kind).await.unwrap(), [a.said.dialogue.clone()]);
        empty(s.followups_of(&[b.said.dialogue.id]).await);
        empty(s.open_followups(member).await);
        let (team, result) = (b.together.team.id, b.together.result.id);
        none(s.workteam(team).await);
        assert_eq!(s.workteams().await.unwrap(), [a.together.team.clone()]);
        empty(s.workteams_among(&[team]).await);
        empty(s.workteams_of_units(&[b.units[1].id]).await);
        empty(s.workteam_members(&[team]).await);
        empty(s.workteam_parts(&b_people).await);
        empty(s.workteam_words_waiting(leader, day(2, 1)).await);
        empty(s.workteam_results(&[team]).await);
        empty(s.workteam_entries(&[result]).await);
        empty(s.workteam_ratings(&[team]).await);

        assert_eq!(s.journal_page(&JournalFilter::default(), page).await.unwrap().total, 1);
        assert_eq!(s.journal_of("everything", "-").await.unwrap().len(), 1);
        empty(s.notices(member, 10).await);
        assert_eq!(s.notices_since(at(0), 10).await.unwrap(), [a.notice.clone()]);
        none(s.draft(member, "report").await);
        empty(s.drafts_of(member).await);
        none(s.import(b.import.id).await);
        assert_eq!(s.imports(10).await.unwrap(), [a.import.clone()]);
        none(s.job(b.job.id).await);
        assert_eq!(s.job_with_word("sekali").await.unwrap(), Some(a.job.clone()));
        assert_eq!(s.jobs(None, page).await.unwrap().rows, [a.job.clone()]);
        assert_eq!(s.due_job("w", at(70)).await.unwrap(), Some(a.job.clone()));
        assert_eq!(s.expired_jobs(at(70)).await.unwrap(), [a.job.clone()]);
        assert!(s.reminded(&b_people, &["kata".to_owned()]).await.unwrap().is_empty());
        empty(s.versions_among(&[skp]).await);
        empty(s.evaluations_after(b.period.id, None, 10).await);
        assert_eq!(s.evaluations_count(b.period.id).await, Ok(0));
        empty(s.ready_for_result(b.period.id, None, 10).await);
        assert_eq!(s.ready_count(b.period.id).await, Ok(0));
        let look = Look { day: day(2, 1), year: 2026, period: Some(b.period.id), unit: Some(b.units[0].id) };
        empty(s.board(look).await);
        assert_eq!(s.missing(look, None, 10, 0).await, Ok((Vec::new(), 0)));
        empty(s.steps_count(look).await);
        let look = Look { period: None, unit: None, ..look };
        let shown: Vec<_> = s.board(look).await.unwrap().into_iter().map(|branch| branch.unit).collect();
        assert!(shown.iter().all(|unit| a.units.contains(unit)), "{shown:?}");
        let turns = s.turns(look, Step::Own, 0).await.unwrap();
        assert!(turns.iter().all(|(who, _)| !b_people.contains(who)), "{turns:?}");
        assert!(s.spread(look).await.unwrap().iter().all(|share| a.units.iter().any(|unit| unit.id == share.unit)));
    })
    .await;
}

#[tokio::test]
async fn no_change_reaches_another_agency() {
    for_each_engine(|store| async move {
        let a = Everything::new("A", 1).save(&store).await;
        let b = Everything::new("B", 2).save(&store).await;
        let theirs = store.scope(b.agency.id);
        let member = b.employees[0].id;

        // Changes by id find nothing; those that add something cannot refer to what is not there.
        let job = Arc::clone(&b);
        let stale = change(&store, a.agency.id, move |tx| {
            let b = Arc::clone(&job);
            async move { tx.save_skp(&b.skps[1], 0).await.map(drop) }
        });
        assert_eq!(stale.await, Err(StoreError::Missing { what: "skp".to_owned() }));
        macro_rules! refused {
            ($($what:ident: $change:expr;)*) => {$({
                let $what = Arc::clone(&b);
                let done = change(&store, a.agency.id, move |tx| {
                    let $what = Arc::clone(&$what);
                    async move { let change = $change; change(tx, $what).await }
                });
                let done = done.await;
                assert!(matches!(done, Err(StoreError::Missing { .. })), "{}: {done:?}", stringify!($change));
            })*};
        }
        type Handle = Arc<store::Tx>;
        type Theirs = Arc<Everything>;
        refused! {
            b: async |tx: Handle, b: Theirs| tx.save_post(&Post { code: "X".to_owned(), ..b.posts[0].clone() }).await;
            b: async |tx: Handle, b: Theirs| tx.insert_tasks(&b.tasks).await;
            b: async |tx: Handle, b: Theirs| tx.save_assignment(&b.assignments[0]).await;
            b: async |tx: Handle, b: Theirs| tx.save_line(&b.lines[0]).await;
            b: async |tx: Handle, b: Theirs| tx.insert_accounts(&b.accounts).await;
            b: async |tx: Handle, b: Theirs| tx.set_password(b.accounts[0].0.id, "x", false).await;
            b: async |tx: Handle, b: Theirs| tx.set_roles(b.accounts[0].0.id, &[]).await;
            b: async |tx: Handle, b: Theirs| tx.note_failed(b.accounts[0].0.id, at(0)).await;
            b: async |tx: Handle, b: Theirs| tx.clear_failed(b.accounts[0].0.id).await;
            b: async |tx: Handle, b: Theirs| tx.save_session(&b.session).await;
            b: async |tx: Handle, b: Theirs| tx.insert_skp(&b.skps[1]).await;
            b: async |tx: Handle, b: Theirs| tx.insert_version(b.skps[1].id, &b.version).await;
            b: async |tx: Handle, b: Theirs| tx.save_note(&b.note).await;
            b: async |tx: Handle, b: Theirs| tx.save_step(&b.step).await;
            b: async |tx: Handle, b: Theirs| tx.insert_entry(&b.entry).await;
            b: async |tx: Handle, b: Theirs| tx.insert_reply(&b.reply).await;
            b: async |tx: Handle, b: Theirs| tx.insert_evidence(&b.file).await;
            b: async |tx: Handle, b: Theirs| tx.save_achievement(&b.achievement).await;
            b: async |tx: Handle, b: Theirs| tx.save_assessment(&b.assessment, None).await.map(drop);
            b: async |tx: Handle, b: Theirs| tx.save_assessment(&b.assessment, Some(0)).await.map(drop);
            b: async |tx: Handle, b: Theirs| tx.insert_evaluation(&b.evaluation).await;
            b: async |tx: Handle, b: Theirs| tx.deliver_evaluation(b.evaluation.id, at(0)).await;
            b: async |tx: Handle, b: Theirs| tx.acknowledge_evaluation(b.evaluation.id, at(0)).await;
            b: async |tx: Handle, b: Theirs| tx.save_feedback(&b.feedback).await;
            b: async |tx: Handle, b: Theirs| {
                let [rater, superior] = [1, 2].map(|n| b.employees[n].id);
                tx.insert_objection(&b.disputed.objection, rater, superior).await
            };
            b: async |tx: Handle, b: Theirs| tx.save_objection(&b.disputed.objection).await;
            b: async |tx: Handle, b: Theirs| tx.replace_evaluation(b.evaluation.id, at(0)).await;
            b: async |tx: Handle, b: Theirs| {
                let [member, rater] = [0, 1].map(|n| b.employees[n].id);
                tx.save_disagreement(&b.disputed.disagreement, member, rater).await
            };
            b: async |tx: Handle, b: Theirs| tx.insert_report(&b.disputed.report).await;
            b: async |tx: Handle, b: Theirs| tx.save_ask(&b.said.ask).await;
            b: async |tx: Handle, b: Theirs| tx.save_remark(&b.said.remark).await;
            b: async |tx: Handle, b: Theirs| tx.save_dialogue(&b.said.dialogue).await;
            b: async |tx: Handle, b: Theirs| tx.save_followup(&b.said.followup).await;
            b: async |tx: Handle, b: Theirs| tx.save_workteam(&b.together.team).await;
            b: async |tx: Handle, b: Theirs| tx.save_workteam_member(&b.together.members[0]).await;
            b: async |tx: Handle, b: Theirs| tx.save_workteam_result(&b.together.result).await;
            b: async |tx: Handle, b: Theirs| tx.insert_workteam_entry(&b.together.entries[0]).await;
            b: async |tx: Handle, b: Theirs| tx.insert_workteam_rating(&b.together.rating).await;
            b: async |tx: Handle, b: Theirs| tx.notify(&b.notice).await;
            b: async |tx: Handle, b: Theirs| tx.save_draft(b.employees[0].id, "x", &Default::default(), at(0)).await;
            b: async |tx: Handle, b: Theirs| tx.save_agency(&b.agency).await;
        }
        // Those that change nothing where there is nothing.
        let job = Arc::clone(&b);
        change(&store, a.agency.id, move |tx| {
            let b = Arc::clone(&job);
            async move {
                let account = b.accounts[0].0.id;
                tx.touch_session(&b.session.token_hash, at(500), at(600)).await?;
                tx.revoke_session(&b.session.token_hash, at(500)).await?;
                tx.revoke_sessions(account, at(500)).await?;
                tx.mark_read(member, b.notice.id, at(500)).await?;
                tx.mark_all_read(member, at(500)).await?;
                tx.drop_draft(member, "report").await?;
                assert!(!tx.claim_job(b.job.id, "w", at(500), at(600)).await?);
                assert_eq!(tx.advance_job(&b.job, "w", at(600)).await, Err(StoreError::Stale));
                assert!(!tx.cancel_job(b.job.id, at(500)).await?);
                tx.forget_job_file(b.job.id).await?;
                tx.save_post_tasks(b.posts[0].id, &[]).await?;
                // The same ids may stand for something of one's own.
                tx.save_unit(&domain::people::Unit {
                    name: "Milik A".to_owned(),
                    code: "X".to_owned(),
                    ..b.units[0].clone()
                })
                .await?;
                tx.save_period(&domain::evaluation::Period { number: 9, ..b.period.clone() }).await?;
                tx.journal(&noted("b")).await
            }
        })
        .await
        .unwrap();
        assert_eq!(theirs.units().await.unwrap(), b.units);
        assert_eq!(theirs.period(b.period.id).await.unwrap(), Some(b.period.clone()));
        assert_eq!(theirs.session(&b.session.token_hash).await.unwrap(), Some(b.session.clone()));
        assert_eq!(theirs.notices(member, 10).await.unwrap(), [b.notice.clone()]);
        assert!(theirs.draft(member, "report").await.unwrap().is_some());
        assert_eq!(theirs.post_tasks(b.posts[0].id).await.unwrap(), b.tasks);
        assert_eq!(theirs.skp(b.skps[1].id).await.unwrap(), Some(b.skps[1].clone()));
        assert_eq!(theirs.evaluation(b.evaluation.id).await.unwrap(), Some(b.evaluation.clone()));
        assert_eq!(theirs.assessment_by_id(b.assessment.id).await.unwrap(), Some(b.assessment.clone()));
        assert_eq!(theirs.feedback_of(b.evaluation.id).await.unwrap(), Some(b.feedback.clone()));
        assert_eq!(theirs.dialogue(b.said.dialogue.id).await.unwrap(), Some(b.said.dialogue.clone()));
        assert_eq!(theirs.remark(b.said.remark.id).await.unwrap(), Some(b.said.remark.clone()));
        assert_eq!(theirs.workteam(b.together.team.id).await.unwrap(), Some(b.together.team.clone()));
        assert_eq!(theirs.account(b.accounts[0].0.id).await.unwrap(), Some(b.accounts[0].0.clone()));
        assert_eq!(theirs.job(b.job.id).await.unwrap(), Some(b.job.clone()));
        assert_eq!(store.directory().agency(b.agency.id).await.unwrap(), Some(b.agency.clone()));
    })
    .await;
}
