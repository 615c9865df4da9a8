//! What employee and supervisor said of each result and each value: an assessment, and a row for each answer.

use crate::{
    Scope, StoreError, Tx,
    entity::{answer, assessment, evaluation},
    map::{code, from_code, from_json, json, known, maybe_instant},
    people::uuids,
};
use domain::{
    assessment::{Answer, Assessment, RaterRole, Rating, Subject},
    ids::{AgencyId, AssessmentId, EmployeeId, PeriodId, SkpId},
    plan::Nilai,
};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr};
use std::collections::HashMap;
use uuid::Uuid;

impl Scope {
    /// What one role said of a plan in a period.
    pub async fn assessment(
        &self,
        period: PeriodId,
        skp: SkpId,
        role: RaterRole,
    ) -> Result<Option<Assessment>, StoreError> {
        let select = self
            .find::<assessment::Entity>()
            .filter(assessment::Column::PeriodId.eq(period.0))
            .filter(assessment::Column::SkpId.eq(skp.0))
            .filter(assessment::Column::Role.eq(code(role)?));
        Ok(self.with_answers(self.all(select).await?).await?.pop())
    }

    /// One assessment.
    pub async fn assessment_by_id(&self, id: AssessmentId) -> Result<Option<Assessment>, StoreError> {
        let select = self.find::<assessment::Entity>().filter(assessment::Column::Id.eq(id.0));
        Ok(self.with_answers(self.all(select).await?).await?.pop())
    }

    /// Every assessment of a period, by plan and role.
    pub async fn assessments_of_period(&self, period: PeriodId) -> Result<Vec<Assessment>, StoreError> {
        let select = self
            .find::<assessment::Entity>()
            .filter(assessment::Column::PeriodId.eq(period.0))
            .order_by_asc(assessment::Column::SkpId)
            .order_by_asc(assessment::Column::Role);
        self.with_answers(self.all(select).await?).await
    }

    /// The assessments of these plans in a period, by plan and role.
    pub async fn assessments_for(&self, period: PeriodId, skps: &[SkpId]) -> Result<Vec<Assessment>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let within = |s: Select<assessment::Entity>| s.filter(assessment::Column::PeriodId.eq(period.0));
        let mut rows = self.among::<assessment::Entity>(assessment::Column::SkpId, &ids, within).await?;
        rows.sort_by(|a, b| (a.skp_id, &a.role).cmp(&(b.skp_id, &b.role)));
        self.with_answers(rows).await
    }

    /// Ids of all assessments of these plans, whatever the period.
    pub async fn assessment_ids(&self, skps: &[SkpId]) -> Result<Vec<AssessmentId>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let rows = self.among::<assessment::Entity>(assessment::Column::SkpId, &ids, |all| all).await?;
        Ok(rows.into_iter().map(|row| AssessmentId(row.id)).collect())
    }

    /// Plans whose supervisor has sent the ratings of a period and which have no result yet, by id, from behind one on.
    pub async fn ready_for_result(
        &self,
        period: PeriodId,
        after: Option<SkpId>,
        limit: u64,
    ) -> Result<Vec<SkpId>, StoreError> {
        let select = self.ready(period)?.apply_if(after, |s, after| s.filter(assessment::Column::SkpId.gt(after.0)));
        let rows = self.all(select.order_by_asc(assessment::Column::SkpId).limit(limit)).await?;
        Ok(rows.into_iter().map(|row| SkpId(row.skp_id)).collect())
    }

    /// How many there are.
    pub async fn ready_count(&self, period: PeriodId) -> Result<u64, StoreError> {
        Ok(self.ready(period)?.count(&self.conn).await?)
    }

    fn ready(&self, period: PeriodId) -> Result<Select<assessment::Entity>, StoreError> {
        let done = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.eq(period.0))
            .select_only()
            .column(evaluation::Column::SkpId)
            .into_query();
        Ok(self
            .find::<assessment::Entity>()
            .filter(assessment::Column::PeriodId.eq(period.0))
            .filter(assessment::Column::Role.eq(code(RaterRole::Penilai)?))
            .filter(assessment::Column::SentAt.is_not_null())
            .filter(assessment::Column::SkpId.not_in_subquery(done)))
    }

    async fn with_answers(&self, rows: Vec<assessment::Model>) -> Result<Vec<Assessment>, StoreError> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let answers = self
            .among::<answer::Entity>(answer::Column::AssessmentId, &ids, |s| {
                s.order_by_asc(answer::Column::AssessmentId).order_by_asc(answer::Column::Seq)
            })
            .await?;
        let mut by_assessment: HashMap<Uuid, Vec<Answer>> = HashMap::new();
        for row in answers {
            by_assessment.entry(row.assessment_id).or_default().push(read_answer(row)?);
        }
        rows.into_iter()
            .map(|row| {
                Ok(Assessment {
                    answers: by_assessment.remove(&row.id).unwrap_or_default(),
                    id: AssessmentId(row.id),
                    period: PeriodId(row.period_id),
                    skp: SkpId(row.skp_id),
                    role: from_code("assessment.role", row.role)?,
                    rater: EmployeeId(row.rater_id),
                    sent_at: row.sent_at,
                    revision: row.revision,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Adds an assessment (`expected` is `None`; [`StoreError::Duplicate`] if there is one of that role already) or
    /// saves one that was at `expected` when it was read ([`StoreError::Stale`] if somebody saved since). Returns the
    /// stored revision: the assessment's own when added, else `expected + 1`.
    pub async fn save_assessment(&self, assessment: &Assessment, expected: Option<i64>) -> Result<i64, StoreError> {
        let revision = match expected {
            None => {
                let row = assessment::Model {
                    agency_id: self.agency_id().0,
                    id: assessment.id.0,
                    period_id: assessment.period.0,
                    skp_id: assessment.skp.0,
                    role: code(assessment.role)?,
                    rater_id: assessment.rater.0,
                    sent_at: maybe_instant(assessment.sent_at),
                    revision: assessment.revision,
                };
                self.insert::<assessment::Entity>(vec![row]).await?;
                assessment.revision
            }
            Some(expected) => {
                let change = self
                    .change::<assessment::Entity>()
                    .col_expr(assessment::Column::RaterId, Expr::value(assessment.rater.0))
                    .col_expr(assessment::Column::SentAt, Expr::value(maybe_instant(assessment.sent_at)))
                    .col_expr(assessment::Column::Revision, Expr::value(expected + 1))
                    .filter(assessment::Column::Id.eq(assessment.id.0))
                    .filter(assessment::Column::Revision.eq(expected));
                if self.write(&change.into_query()).await? == 0 {
                    return Err(match self.assessment_by_id(assessment.id).await? {
                        Some(_) => StoreError::Stale,
                        None => StoreError::missing("assessment"),
                    });
                }
                expected + 1
            }
        };
        let rows = assessment
            .answers
            .iter()
            .enumerate()
            .map(|(seq, answer)| of_answer(self.agency_id(), assessment.id, seq as i32, answer))
            .collect::<Result<Vec<_>, _>>()?;
        if expected.is_some() {
            let kept: Vec<&str> = rows.iter().map(|row| row.subject.as_str()).collect();
            let gone = sea_orm::Condition::all()
                .add(answer::Column::AssessmentId.eq(assessment.id.0))
                .add(answer::Column::Subject.is_not_in(kept));
            self.remove::<answer::Entity>(gone).await?;
        }
        self.upsert::<answer::Entity>(rows).await?;
        Ok(revision)
    }
}

fn of_answer(
    agency: AgencyId,
    assessment: AssessmentId,
    seq: i32,
    answer: &Answer,
) -> Result<answer::Model, StoreError> {
    Ok(answer::Model {
        agency_id: agency.0,
        assessment_id: assessment.0,
        subject: of_subject(answer.subject),
        seq,
        rating: answer.rating.map(|rating| rating.code().to_owned()),
        reason: answer.reason.clone(),
        evidence: json(&answer.evidence)?,
    })
}

fn read_answer(row: answer::Model) -> Result<Answer, StoreError> {
    Ok(Answer {
        subject: known("answer.subject", &row.subject, subject)?,
        rating: row.rating.map(|code| known("answer.rating", &code, Rating::from_code)).transpose()?,
        reason: row.reason,
        evidence: from_json("answer.evidence", &row.evidence)?,
    })
}

/// A subject as text: `rhk:<id>`, `nilai:akuntabel`, `hasil_kerja`, `perilaku_kerja`.
pub(crate) fn of_subject(subject: Subject) -> String {
    match subject {
        Subject::Rhk(id) => format!("rhk:{id}"),
        Subject::Nilai(nilai) => format!("nilai:{}", nilai.code()),
        Subject::HasilKerja => "hasil_kerja".to_owned(),
        Subject::PerilakuKerja => "perilaku_kerja".to_owned(),
    }
}

/// Reads [`of_subject`].
pub(crate) fn subject(text: &str) -> Option<Subject> {
    Some(match text.split_once(':') {
        Some(("rhk", id)) => Subject::Rhk(id.parse().ok()?),
        Some(("nilai", code)) => Subject::Nilai(Nilai::from_code(code)?),
        None if text == "hasil_kerja" => Subject::HasilKerja,
        None if text == "perilaku_kerja" => Subject::PerilakuKerja,
        _ => return None,
    })
}
