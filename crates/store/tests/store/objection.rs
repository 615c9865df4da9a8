//! Objections and what they replace, disagreements, reports.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, id},
};
use domain::{
    assessment::{Rating, Subject},
    decision::{Reason, Text},
    evaluation::{
        Evaluation, Predikat,
        document::{Report, Route},
    },
    evidence::Evidence,
    ids::EmployeeId,
    objection::{Grounds, Objection, Outcome, Ruling, Statement, disagreement::Disagreement},
};
use store::{StoreError, Tx};

/// An objection, a line seen differently before, and the report of the result.
pub struct Disputed {
    pub objection: Objection,
    pub disagreement: Disagreement,
    pub report: Report,
}

impl Disputed {
    /// About a result.
    pub fn new(result: &Evaluation, contests: Vec<Subject>, file: &Evidence, link: &Evidence) -> Self {
        let by = result.employee;
        let objection = Objection {
            id: id(),
            evaluation: result.id,
            by,
            grounds: Grounds {
                reasons: "Belum dihitung".to_owned(),
                contests,
                evidence: vec![file.id],
                attached: vec![link.item.clone()],
                ..Grounds::default()
            },
            filed_at: at(60),
            asked_at: None,
            rater: None,
            employee: None,
            ruling: None,
            changed: None,
            revision: 0,
        };
        let disagreement = Disagreement {
            employee: Some(Statement { by, words: "Sudah selesai".to_owned(), at: at(33) }),
            talk_on: Some(day(2, 3)),
            ..Disagreement::of(id(), result.period, result.skp, Subject::HasilKerja, at(33))
        };
        let report = Report { evaluation: result.id, on: day(3, 2), by: result.evaluator, at: at(59) };
        Self { objection, disagreement, report }
    }

    /// Puts it into the database.
    pub async fn write(&self, tx: &Tx, leader: EmployeeId, superior: EmployeeId) -> Result<(), StoreError> {
        tx.insert_objection(&self.objection, leader, superior).await?;
        tx.save_disagreement(&self.disagreement, self.objection.by, leader).await?;
        tx.insert_report(&self.report).await
    }
}

#[tokio::test]
async fn an_objection_comes_back_as_it_was_at_every_step() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let first = all.disputed.objection.clone();
        let [member, leader, superior] = [0, 1, 2].map(|n| all.employees[n].id);
        assert_eq!(scope.objection(first.id).await.unwrap().as_ref(), Some(&first));
        assert_eq!(scope.objection_against(first.evaluation).await.unwrap().as_ref(), Some(&first));
        assert_eq!(scope.objections_against(&[first.evaluation]).await.unwrap(), [first.clone()]);
        for person in [member, leader, superior] {
            assert_eq!(scope.objections_waiting(person).await.unwrap(), [first.clone()]);
        }
        let new = Evaluation { id: id(), predikat: Some(Predikat::SangatBaik), ..all.evaluation.clone() };
        let word = |by| Some(Statement { by, words: "Sudah dicabut".to_owned(), at: at(62) });
        let decided = Objection {
            asked_at: Some(at(61)),
            rater: word(leader),
            employee: word(member),
            changed: Some(new.id),
            ruling: Some(Ruling {
                outcome: Outcome::Mengubah { hasil: Rating::Diatas, perilaku: Rating::Diatas },
                predikat: Predikat::SangatBaik,
                reasons: "Bukti lengkap".to_owned(),
                recommendation: String::new(),
                by: superior,
                at: at(63),
                because: Reason::new(Text::new("objection-final")),
            }),
            ..first.clone()
        };
        let job = (decided.clone(), new.clone(), all.evaluation.id);
        change(&store, all.agency.id, move |tx| {
            let (decided, new, old) = job.clone();
            async move {
                tx.replace_evaluation(old, at(63)).await?;
                tx.insert_evaluation(&new).await?;
                tx.save_objection(&decided).await
            }
        })
        .await
        .unwrap();
        let saved = Objection { revision: first.revision + 1, ..decided.clone() };
        assert_eq!(scope.objection_behind(new.id).await.unwrap(), Some(saved.clone()));
        assert_eq!(scope.objections_behind(&[first.evaluation, new.id]).await.unwrap(), [saved]);
        assert_eq!(scope.objections_waiting(superior).await.unwrap(), []);
        let stale = change(&store, all.agency.id, move |tx| {
            let decided = decided.clone();
            async move { tx.save_objection(&decided).await }
        });
        assert_eq!(stale.await, Err(StoreError::Stale));

        // Lists hold the result that stands; the other is found by its id.
        assert_eq!(scope.evaluation_of(new.period, new.skp).await.unwrap(), Some(new.clone()));
        assert_eq!(scope.evaluations_of_period(new.period).await.unwrap(), [new.clone()]);
        assert_eq!(scope.evaluations_of(member).await.unwrap(), [new.clone()]);
        assert_eq!(scope.evaluations_for(new.period, &[member]).await.unwrap(), [new.clone()]);
        assert_eq!(scope.evaluation(all.evaluation.id).await.unwrap(), Some(all.evaluation.clone()));
        let third = Evaluation { id: id(), ..new };
        let refused = change(&store, all.agency.id, move |tx| {
            let third = third.clone();
            async move { tx.insert_evaluation(&third).await }
        });
        assert_eq!(refused.await, Err(StoreError::Duplicate { what: "evaluation.period_id_skp_id".to_owned() }));
        let second = Objection { id: id(), ..first };
        let refused = change(&store, all.agency.id, move |tx| {
            let second = second.clone();
            async move { tx.insert_objection(&second, leader, superior).await }
        });
        assert_eq!(refused.await, Err(StoreError::Duplicate { what: "objection.evaluation_id".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn a_disagreement_waits_for_both_until_it_is_closed() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let open = all.disputed.disagreement.clone();
        let [member, leader] = [0, 1].map(|n| all.employees[n].id);
        assert_eq!(scope.disagreement(open.id).await.unwrap().as_ref(), Some(&open));
        assert_eq!(scope.disagreements(open.period, open.skp).await.unwrap(), [open.clone()]);
        for person in [member, leader] {
            assert_eq!(scope.disagreements_waiting(person).await.unwrap(), [open.clone()]);
        }
        let note = |by| Some(Statement { by, words: "Sepakat".to_owned(), at: at(64) });
        let closed = Disagreement { employee_closed: note(member), rater_closed: note(leader), ..open.clone() };
        let twice = Disagreement { id: id(), ..open };
        for (disagreement, want) in [
            (closed.clone(), Ok(())),
            (twice, Err(StoreError::Duplicate { what: "disagreement.period_id_skp_id_subject".to_owned() })),
        ] {
            let done = change(&store, all.agency.id, move |tx| {
                let disagreement = disagreement.clone();
                async move { tx.save_disagreement(&disagreement, member, leader).await }
            });
            assert_eq!(done.await, want);
        }
        assert_eq!(scope.disagreement(closed.id).await.unwrap(), Some(closed));
        assert_eq!(scope.disagreements_waiting(member).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn documents_of_a_period_say_what_was_done_when() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let row = scope.documents(all.period.id).await.unwrap().pop().expect("one");
        let result = &all.evaluation;
        assert_eq!((row.evaluation, row.skp, row.employee), (result.id, result.skp, result.employee));
        assert_eq!((row.route, row.stamps.signed_at), (Route::Penilai, Some(result.signed_at)));
        assert_eq!(row.stamps.reported_on, Some(all.disputed.report.on));
        assert_eq!(scope.reports(&[result.id]).await.unwrap().get(&result.id), Some(&all.disputed.report));
        let again = Report { on: day(3, 3), ..all.disputed.report };
        let refused = change(&store, all.agency.id, move |tx| async move { tx.insert_report(&again).await });
        assert_eq!(refused.await, Err(StoreError::Duplicate { what: "document_report.evaluation_id".to_owned() }));
    })
    .await;
}
