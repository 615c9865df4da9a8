//! Exercises of those who learn to rate, what they said of the written cases, their certificates.

use crate::{
    Scope, StoreError, Tx,
    entity::{rater_certificate, rater_exercise, rater_mark},
    map::{code, from_code, from_json, instant, json, maybe_instant},
    people::uuids,
};
use chrono::NaiveDate;
use domain::{
    assessment::Rating,
    certification::{Certificate, Exercise, Marked},
    ids::{CertificateId, EmployeeId, ExerciseId},
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// A rating of a written case by somebody who learns: what links raters who never rate the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingMark {
    /// Who rated.
    pub rater: EmployeeId,
    /// The case.
    pub case: String,
    /// The criterion.
    pub criterion: String,
    /// The rating.
    pub rating: Rating,
}

impl Scope {
    /// One exercise.
    pub async fn exercise(&self, id: ExerciseId) -> Result<Option<Exercise>, StoreError> {
        let row = self.one(self.find::<rater_exercise::Entity>().filter(rater_exercise::Column::Id.eq(id.0))).await?;
        Ok(self.with_marks(row.into_iter().collect()).await?.pop())
    }

    /// Somebody's exercises, the newest first.
    pub async fn exercises_of(&self, employee: EmployeeId) -> Result<Vec<Exercise>, StoreError> {
        let select = self
            .find::<rater_exercise::Entity>()
            .filter(rater_exercise::Column::EmployeeId.eq(employee.0))
            .order_by_desc(rater_exercise::Column::StartedAt)
            .order_by_desc(rater_exercise::Column::Id);
        let rows = self.all(select).await?;
        self.with_marks(rows).await
    }

    /// What every learner said of every written case the first time they saw it, before they knew the agreed values: of
    /// exercises that were finished.
    pub async fn training_marks(&self) -> Result<Vec<TrainingMark>, StoreError> {
        let select = self
            .find::<rater_exercise::Entity>()
            .filter(rater_exercise::Column::FinishedAt.is_not_null())
            .order_by_asc(rater_exercise::Column::StartedAt)
            .order_by_asc(rater_exercise::Column::Id);
        let rows = self.all(select).await?;
        let mut first: BTreeMap<(EmployeeId, String, String), Rating> = BTreeMap::new();
        for exercise in self.with_marks(rows).await? {
            for marked in exercise.marked {
                for (criterion, rating) in marked.ratings {
                    first.entry((exercise.employee, marked.case.clone(), criterion)).or_insert(rating);
                }
            }
        }
        let mark = |((rater, case, criterion), rating)| TrainingMark { rater, case, criterion, rating };
        Ok(first.into_iter().map(mark).collect())
    }

    /// Somebody's certificates, the newest first.
    pub async fn certificates_of(&self, employee: EmployeeId) -> Result<Vec<Certificate>, StoreError> {
        let select = self
            .find::<rater_certificate::Entity>()
            .filter(rater_certificate::Column::EmployeeId.eq(employee.0))
            .order_by_desc(rater_certificate::Column::ValidUntil)
            .order_by_desc(rater_certificate::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read_certificate).collect())
    }

    /// Certificates valid on a day or later, of everybody.
    pub async fn certificates_valid(&self, day: NaiveDate) -> Result<Vec<Certificate>, StoreError> {
        let select = self
            .find::<rater_certificate::Entity>()
            .filter(rater_certificate::Column::ValidUntil.gte(day))
            .order_by_asc(rater_certificate::Column::ValidUntil);
        Ok(self.all(select).await?.into_iter().map(read_certificate).collect())
    }

    async fn with_marks(&self, rows: Vec<rater_exercise::Model>) -> Result<Vec<Exercise>, StoreError> {
        let ids = uuids(rows.iter().map(|row| row.id));
        let mut of: BTreeMap<uuid::Uuid, Vec<rater_mark::Model>> = BTreeMap::new();
        for mark in self.among::<rater_mark::Entity>(rater_mark::Column::ExerciseId, &ids, |s| s).await? {
            of.entry(mark.exercise_id).or_default().push(mark);
        }
        rows.into_iter()
            .map(|row| {
                let marks = of.remove(&row.id).unwrap_or_default();
                read(row, marks)
            })
            .collect()
    }
}

impl Tx {
    /// Adds or changes an exercise, without its marks. Callers hold its lock.
    pub async fn save_exercise(&self, exercise: &Exercise) -> Result<(), StoreError> {
        let row = rater_exercise::Model {
            agency_id: self.agency_id().0,
            id: exercise.id.0,
            employee_id: exercise.employee.0,
            started_at: instant(exercise.started_at),
            cases: json(&exercise.cases)?,
            finished_at: maybe_instant(exercise.finished_at),
            figures: exercise.figures.as_ref().map(json).transpose()?,
            passed: exercise.passed,
        };
        self.upsert::<rater_exercise::Entity>(vec![row]).await.map(drop)
    }

    /// Adds what was said of one case.
    pub async fn insert_marked(&self, exercise: ExerciseId, marked: &Marked) -> Result<(), StoreError> {
        let row = |(criterion, rating): (&String, &Rating)| {
            Ok(rater_mark::Model {
                agency_id: self.agency_id().0,
                exercise_id: exercise.0,
                case_code: marked.case.clone(),
                criterion: criterion.clone(),
                rating: code(*rating)?,
                at: instant(marked.at),
            })
        };
        let rows = marked.ratings.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.insert::<rater_mark::Entity>(rows).await
    }

    /// Adds a certificate.
    pub async fn insert_certificate(&self, certificate: &Certificate) -> Result<(), StoreError> {
        let row = rater_certificate::Model {
            agency_id: self.agency_id().0,
            id: certificate.id.0,
            employee_id: certificate.employee.0,
            exercise_id: certificate.exercise.0,
            number: certificate.number.clone(),
            issued_on: certificate.issued_on,
            valid_until: certificate.valid_until,
        };
        self.insert::<rater_certificate::Entity>(vec![row]).await
    }
}

fn read(row: rater_exercise::Model, marks: Vec<rater_mark::Model>) -> Result<Exercise, StoreError> {
    let cases: Vec<String> = from_json("rater_exercise.cases", &row.cases)?;
    let mut marked: Vec<Marked> = Vec::new();
    for mark in marks {
        let rating: Rating = from_code("rater_mark.rating", mark.rating)?;
        match marked.iter_mut().find(|one| one.case == mark.case_code) {
            Some(one) => {
                one.ratings.insert(mark.criterion, rating);
            }
            None => marked.push(Marked {
                case: mark.case_code,
                ratings: BTreeMap::from([(mark.criterion, rating)]),
                at: mark.at,
            }),
        }
    }
    marked.sort_by_key(|one| cases.iter().position(|case| *case == one.case));
    Ok(Exercise {
        id: ExerciseId(row.id),
        employee: EmployeeId(row.employee_id),
        started_at: row.started_at,
        cases,
        marked,
        finished_at: row.finished_at,
        figures: row.figures.as_deref().map(|text| from_json("rater_exercise.figures", text)).transpose()?,
        passed: row.passed,
    })
}

fn read_certificate(row: rater_certificate::Model) -> Certificate {
    Certificate {
        id: CertificateId(row.id),
        employee: EmployeeId(row.employee_id),
        exercise: ExerciseId(row.exercise_id),
        number: row.number,
        issued_on: row.issued_on,
        valid_until: row.valid_until,
    }
}
