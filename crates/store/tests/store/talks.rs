//! Round trips of talks, what was agreed, feedback of the year and requests for it.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, id},
};
use domain::{
    decision::Text,
    dialogue::{Dialogue, Followup, Kind, Part, Topic},
    feedback::during::{Ask, Remark, Source},
    ids::{EmployeeId, EvaluationId},
    plan::{Line, Skp},
};
use std::sync::Arc;
use store::{StoreError, Tx};

/// A request, its answer, a talk, and what was agreed in it.
pub struct Said {
    pub ask: Ask,
    pub remark: Remark,
    pub dialogue: Dialogue,
    pub followup: Followup,
}

impl Said {
    /// About the employee of a plan.
    pub fn new(skp: &Skp, leader: EmployeeId, superior: EmployeeId, evaluation: EvaluationId) -> Self {
        let first = &skp.content.results[0];
        let ask = Ask {
            id: id(),
            employee: skp.employee,
            of: leader,
            skp: Some(skp.id),
            on: Line::Rhk(first.id),
            topic: first.text.clone(),
            question: "Apakah laporan saya mudah dibaca?".to_owned(),
            at: at(44),
            answered_at: Some(at(45)),
            declined_at: None,
            declined: String::new(),
        };
        let remark = Remark {
            id: id(),
            employee: skp.employee,
            skp: ask.skp,
            on: ask.on,
            topic: String::new(),
            by: leader,
            source: Source::PimpinanLain,
            good: "Mudah dibaca".to_owned(),
            improve: String::new(),
            ask: Some(ask.id),
            at: at(45),
            received_at: None,
        };
        let dialogue = Dialogue {
            id: id(),
            kind: Kind::Konseling,
            employee: skp.employee,
            partner: Some(leader),
            rater: leader,
            superior: Some(superior),
            skp: Some(skp.id),
            evaluation: Some(evaluation),
            opened_by: leader,
            opened_at: at(46),
            on: Some(day(3, 2)),
            held_on: None,
            cancelled_at: None,
            agenda: vec![Topic { says: Text::new("dialogue-topic").with("n", 3_i64), link: "/skp".to_owned() }],
            words: [(Part::Reason, "Terlambat".to_owned()), (Part::Conclusion, "Membaik".to_owned())].into(),
            adjust: true,
            revisions: [1, 2],
        };
        let followup = Followup {
            id: id(),
            dialogue: dialogue.id,
            what: "Datang lebih awal".to_owned(),
            owner: skp.employee,
            due: day(3, 9),
            done_on: None,
        };
        Self { ask, remark, dialogue, followup }
    }

    /// Puts it into the database.
    pub async fn write(&self, tx: &Tx) -> Result<(), StoreError> {
        tx.save_ask(&self.ask).await?;
        tx.save_remark(&self.remark).await?;
        tx.save_dialogue(&self.dialogue).await?;
        tx.save_followup(&self.followup).await
    }
}

#[tokio::test]
async fn talks_and_remarks_come_back_as_they_were() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let [member, leader, superior] = [all.employees[0].id, all.employees[1].id, all.employees[2].id];
        let talk = std::slice::from_ref(&all.said.dialogue);
        assert_eq!(scope.dialogue(all.said.dialogue.id).await.unwrap().as_ref(), Some(&all.said.dialogue));
        for person in [member, leader, superior] {
            assert_eq!(scope.dialogues_near(person).await.unwrap(), talk, "{person}");
        }
        assert_eq!(scope.dialogues_about(&[leader]).await.unwrap(), []);
        assert_eq!(scope.dialogues_about(&[member, leader]).await.unwrap(), talk);
        assert_eq!(
            scope.followups_of(&[all.said.dialogue.id]).await.unwrap(),
            std::slice::from_ref(&all.said.followup)
        );
        assert_eq!(scope.open_followups(member).await.unwrap(), std::slice::from_ref(&all.said.followup));
        assert_eq!(scope.remarks_about(member).await.unwrap(), std::slice::from_ref(&all.said.remark));
        assert_eq!(scope.remarks_by(leader).await.unwrap(), std::slice::from_ref(&all.said.remark));
        assert_eq!(scope.remarks_passed_on(&[member]).await.unwrap(), std::slice::from_ref(&all.said.remark));
        assert_eq!(scope.asks_of(leader).await.unwrap(), std::slice::from_ref(&all.said.ask));
        assert_eq!(scope.asks_by(member).await.unwrap(), std::slice::from_ref(&all.said.ask));
        assert_eq!(scope.remarks_about(leader).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn what_is_done_is_no_longer_open() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (member, leader) = (all.employees[0].id, all.employees[1].id);
        let held = Dialogue {
            held_on: Some(day(3, 2)),
            partner: None,
            words: Default::default(),
            ..all.said.dialogue.clone()
        };
        let done = Followup { done_on: Some(day(3, 5)), ..all.said.followup.clone() };
        let received = Remark { received_at: Some(at(60)), ..all.said.remark.clone() };
        let declined = Ask { declined_at: Some(at(61)), declined: "Lain kali".to_owned(), ..all.said.ask.clone() };
        let rows = Arc::new((held, done, received, declined));
        let job = Arc::clone(&rows);
        change(&store, all.agency.id, move |tx| {
            let rows = Arc::clone(&job);
            async move {
                tx.save_dialogue(&rows.0).await?;
                tx.save_followup(&rows.1).await?;
                tx.save_remark(&rows.2).await?;
                tx.save_ask(&rows.3).await
            }
        })
        .await
        .unwrap();
        assert_eq!(scope.dialogue(all.said.dialogue.id).await.unwrap().as_ref(), Some(&rows.0));
        assert_eq!(scope.open_followups(member).await.unwrap(), []);
        assert_eq!(scope.remarks_passed_on(&[member]).await.unwrap(), []);
        assert_eq!(scope.asks_of(leader).await.unwrap(), std::slice::from_ref(&rows.3));
    })
    .await;
}
