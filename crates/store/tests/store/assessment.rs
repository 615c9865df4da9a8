//! Round trips of periods, achievements, assessments, evaluations and feedback.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, id},
};
use domain::{
    assessment::{Answer, Assessment, RaterRole, Rating, Subject},
    evaluation::{Capaian, Evaluation, Period, Rhythm, UnitAchievement},
    feedback::Feedback,
    ids::{EmployeeId, EvidenceId, PeriodId, RhkId, SkpId},
    plan::Nilai,
};
use store::StoreError;

/// What somebody says of themselves, sent.
pub fn own(period: PeriodId, skp: SkpId, result: RhkId, rater: EmployeeId, evidence: [EvidenceId; 2]) -> Assessment {
    let answer =
        |subject, rating| Answer { subject, rating, reason: "Sesuai target".to_owned(), evidence: evidence.to_vec() };
    Assessment {
        id: id(),
        period,
        skp,
        role: RaterRole::Diri,
        rater,
        answers: vec![
            answer(Subject::Rhk(result), Some(Rating::Diatas)),
            answer(Subject::Nilai(Nilai::Kolaboratif), None),
            answer(Subject::HasilKerja, Some(Rating::Sesuai)),
            answer(Subject::PerilakuKerja, Some(Rating::Dibawah)),
        ],
        sent_at: Some(at(32)),
        revision: 0,
    }
}

#[tokio::test]
async fn assessments_come_back_as_they_were() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (period, skp, said) = (all.period.id, all.skps[1].id, &all.assessment);
        assert_eq!(scope.assessment(period, skp, RaterRole::Diri).await.unwrap().as_ref(), Some(said));
        assert_eq!(scope.assessment(period, skp, RaterRole::Penilai).await.unwrap(), None);
        assert_eq!(scope.assessment_by_id(said.id).await.unwrap().as_ref(), Some(said));
        assert_eq!(scope.assessments_of_period(period).await.unwrap(), std::slice::from_ref(said));
        assert_eq!(scope.assessments_for(period, &[skp]).await.unwrap(), std::slice::from_ref(said));
        assert_eq!(scope.assessments_for(period, &[all.skps[0].id]).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn an_assessment_is_saved_over_what_was_read() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let answer = |subject, reason: &str| Answer {
            subject,
            rating: Some(Rating::Sesuai),
            reason: reason.to_owned(),
            evidence: Vec::new(),
        };
        // One answer is changed, one is added before it, the others go.
        let next = Assessment {
            answers: vec![answer(Subject::Nilai(Nilai::Adaptif), "baru"), answer(Subject::HasilKerja, "lain")],
            sent_at: None,
            ..all.assessment.clone()
        };
        let saved = next.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move {
                assert_eq!(tx.save_assessment(&saved, Some(0)).await?, 1);
                Ok(())
            }
        })
        .await
        .unwrap();
        assert_eq!(scope.assessment_by_id(next.id).await.unwrap(), Some(Assessment { revision: 1, ..next.clone() }));
        let late = next.clone();
        let refused = change(&store, all.agency.id, move |tx| {
            let late = late.clone();
            async move { tx.save_assessment(&late, Some(0)).await.map(drop) }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Stale));
        let second = Assessment { id: crate::support::id(), ..next };
        let refused = change(&store, all.agency.id, move |tx| {
            let second = second.clone();
            async move { tx.save_assessment(&second, None).await.map(drop) }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "assessment.period_id_skp_id_role".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn periods_and_achievements_come_back_and_are_changed() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        assert_eq!(scope.periods(2026).await.unwrap(), [all.period.clone()]);
        assert_eq!(scope.periods(2025).await.unwrap(), []);
        assert_eq!(scope.achievements(all.period.id).await.unwrap(), [all.achievement.clone()]);
        let closed = Period { closed_at: Some(at(90)), ..all.period.clone() };
        let month = Period { id: crate::support::id(), rhythm: Rhythm::Bulanan, ..all.period.clone() };
        let other = UnitAchievement { capaian: Capaian::Kurang, basis: "Reviu".to_owned(), ..all.achievement.clone() };
        let saved = (closed.clone(), month.clone(), other.clone());
        change(&store, all.agency.id, move |tx| {
            let (closed, month, other) = saved.clone();
            async move {
                tx.save_period(&closed).await?;
                tx.save_period(&month).await?;
                tx.save_achievement(&other).await
            }
        })
        .await
        .unwrap();
        assert_eq!(scope.period(closed.id).await.unwrap(), Some(closed.clone()));
        assert_eq!(scope.periods(2026).await.unwrap().len(), 2);
        assert_eq!(scope.achievement(other.period, other.unit).await.unwrap(), Some(other));
        let twice = Period { id: crate::support::id(), ..closed };
        let refused = change(&store, all.agency.id, move |tx| {
            let twice = twice.clone();
            async move { tx.save_period(&twice).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "period.year_rhythm_number".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn results_are_frozen_and_only_their_delivery_is_noted() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let result = all.evaluation.clone();
        let alone = std::slice::from_ref(&result);
        assert_eq!(scope.evaluation(result.id).await.unwrap().as_ref(), Some(&result));
        assert_eq!(scope.evaluation_of(result.period, result.skp).await.unwrap().as_ref(), Some(&result));
        assert_eq!(scope.evaluations_of(result.employee).await.unwrap(), alone);
        let receipts = scope.receipts_of(result.employee).await.unwrap();
        assert_eq!(
            receipts.iter().map(|one| one.id).collect::<Vec<_>>(),
            alone.iter().map(|one| one.id).collect::<Vec<_>>()
        );
        assert_eq!(scope.evaluations_of_period(result.period).await.unwrap(), alone);
        assert_eq!(scope.evaluations_for(result.period, &[result.employee]).await.unwrap(), alone);
        assert_eq!(scope.evaluations_for(result.period, &[result.evaluator]).await.unwrap(), []);
        let id = result.id;
        change(&store, all.agency.id, move |tx| async move {
            tx.deliver_evaluation(id, at(95)).await?;
            tx.acknowledge_evaluation(id, at(96)).await
        })
        .await
        .unwrap();
        let given = Evaluation { delivered_at: Some(at(95)), acknowledged_at: Some(at(96)), ..result };
        assert_eq!(scope.evaluation(id).await.unwrap(), Some(given.clone()));
        let again = change(&store, all.agency.id, move |tx| async move { tx.acknowledge_evaluation(id, at(97)).await });
        assert_eq!(again.await, Err(StoreError::Stale));
        let unknown = crate::support::id();
        let again =
            change(&store, all.agency.id, move |tx| async move { tx.deliver_evaluation(unknown, at(97)).await });
        assert_eq!(again.await, Err(StoreError::Missing { what: "evaluation".to_owned() }));
        let second = Evaluation { id: crate::support::id(), ..given };
        let refused = change(&store, all.agency.id, move |tx| {
            let second = second.clone();
            async move { tx.insert_evaluation(&second).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "evaluation.period_id_skp_id".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn feedback_comes_back_and_is_answered() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let evaluation = all.evaluation.id;
        assert_eq!(scope.feedback_of(evaluation).await.unwrap(), Some(all.feedback.clone()));
        assert_eq!(scope.feedback_for(&[evaluation]).await.unwrap(), [all.feedback.clone()]);
        let unread = if all.feedback.acknowledged_at.is_none() { vec![evaluation] } else { Vec::new() };
        assert_eq!(scope.feedback_unread(&[evaluation]).await.unwrap(), unread);
        let answered =
            Feedback { answer: "Akan saya coba".to_owned(), acknowledged_at: Some(at(99)), ..all.feedback.clone() };
        let saved = answered.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move { tx.save_feedback(&saved).await }
        })
        .await
        .unwrap();
        assert_eq!(scope.feedback_of(evaluation).await.unwrap(), Some(answered.clone()));
        let second = Feedback { id: crate::support::id(), ..answered };
        let refused = change(&store, all.agency.id, move |tx| {
            let second = second.clone();
            async move { tx.save_feedback(&second).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "feedback.evaluation_id".to_owned() }));
    })
    .await;
}
