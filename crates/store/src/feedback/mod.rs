//! Feedback after an evaluation: one for each. Not here: what is said during the year (`during`); read that first if you came
//! for it.

mod during;

use crate::{
    Scope, StoreError, Tx,
    entity::feedback,
    map::{instant, maybe_instant},
    people::uuids,
};
use domain::{
    feedback::{Feedback, Words},
    ids::{EmployeeId, EvaluationId, FeedbackId},
};
use sea_orm::{ColumnTrait, QueryFilter, Select};

impl Scope {
    /// The feedback on a result.
    pub async fn feedback_of(&self, evaluation: EvaluationId) -> Result<Option<Feedback>, StoreError> {
        let select = self.find::<feedback::Entity>().filter(feedback::Column::EvaluationId.eq(evaluation.0));
        Ok(self.one(select).await?.map(read))
    }

    /// The feedback on these results, oldest first.
    pub async fn feedback_for(&self, evaluations: &[EvaluationId]) -> Result<Vec<Feedback>, StoreError> {
        let ids = uuids(evaluations.iter().map(|id| id.0));
        let mut rows = self.among::<feedback::Entity>(feedback::Column::EvaluationId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        Ok(rows.into_iter().map(read).collect())
    }

    /// Of these results those whose feedback was not read yet, the oldest first.
    pub async fn feedback_unread(&self, evaluations: &[EvaluationId]) -> Result<Vec<EvaluationId>, StoreError> {
        let ids = uuids(evaluations.iter().map(|id| id.0));
        let unread = |s: Select<feedback::Entity>| s.filter(feedback::Column::AcknowledgedAt.is_null());
        let mut rows = self.among::<feedback::Entity>(feedback::Column::EvaluationId, &ids, unread).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        Ok(rows.into_iter().map(|row| EvaluationId(row.evaluation_id)).collect())
    }
}

impl Tx {
    /// Adds or changes feedback; [`StoreError::Duplicate`] if the result has another already.
    pub async fn save_feedback(&self, feedback: &Feedback) -> Result<(), StoreError> {
        let row = feedback::Model {
            agency_id: self.agency_id().0,
            id: feedback.id.0,
            evaluation_id: feedback.evaluation.0,
            by_id: feedback.by.0,
            good: feedback.words.good.clone(),
            improve: feedback.words.improve.clone(),
            advice: feedback.words.advice.clone(),
            at: instant(feedback.at),
            acknowledged_at: maybe_instant(feedback.acknowledged_at),
            answer: feedback.answer.clone(),
        };
        self.upsert::<feedback::Entity>(vec![row]).await.map(drop)
    }
}

fn read(row: feedback::Model) -> Feedback {
    Feedback {
        id: FeedbackId(row.id),
        evaluation: EvaluationId(row.evaluation_id),
        by: EmployeeId(row.by_id),
        words: Words { good: row.good, improve: row.improve, advice: row.advice },
        at: row.at,
        acknowledged_at: row.acknowledged_at,
        answer: row.answer,
    }
}
