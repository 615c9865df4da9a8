//! Training: catalogue, sessions, names put forward, what was followed.

use crate::{
    Scope, StoreError, Tx,
    entity::{training_nomination, training_program, training_record, training_session},
    map::{from_json, instant, json, known, maybe_instant, number},
    people::uuids,
};
use chrono::NaiveDate;
use domain::{
    ids::{EmployeeId, ProposalId, TrainingId, TrainingNominationId, TrainingRecordId, TrainingSessionId},
    time::DateRange,
    training::{Kind, Nomination, Program, Record, Session},
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QueryTrait};

impl Scope {
    /// The whole catalogue, by name; what is no longer offered last.
    pub async fn training_programs(&self) -> Result<Vec<Program>, StoreError> {
        let select = self
            .find::<training_program::Entity>()
            .order_by_asc(training_program::Column::Retired)
            .order_by_asc(training_program::Column::Name)
            .order_by_asc(training_program::Column::Id);
        self.all(select).await?.into_iter().map(read_program).collect()
    }

    /// One programme.
    pub async fn training_program(&self, id: TrainingId) -> Result<Option<Program>, StoreError> {
        let select = self.find::<training_program::Entity>().filter(training_program::Column::Id.eq(id.0));
        self.one(select).await?.map(read_program).transpose()
    }

    /// One session.
    pub async fn training_session(&self, id: TrainingSessionId) -> Result<Option<Session>, StoreError> {
        let select = self.find::<training_session::Entity>().filter(training_session::Column::Id.eq(id.0));
        self.one(select).await?.map(read_session).transpose()
    }

    /// These sessions, by day.
    pub async fn training_sessions_among(&self, ids: &[TrainingSessionId]) -> Result<Vec<Session>, StoreError> {
        let ids = uuids(ids.iter().map(|id| id.0));
        let mut rows = self.among::<training_session::Entity>(training_session::Column::Id, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.from_day, row.id));
        rows.into_iter().map(read_session).collect()
    }

    /// Sessions of a programme, the latest first.
    pub async fn training_sessions_of(&self, program: TrainingId) -> Result<Vec<Session>, StoreError> {
        let select = self
            .find::<training_session::Entity>()
            .filter(training_session::Column::ProgramId.eq(program.0))
            .order_by_desc(training_session::Column::FromDay)
            .order_by_asc(training_session::Column::Id);
        self.all(select).await?.into_iter().map(read_session).collect()
    }

    /// Sessions that begin after a day and were not called off, by day.
    pub async fn training_sessions_after(&self, day: NaiveDate) -> Result<Vec<Session>, StoreError> {
        let select = self
            .find::<training_session::Entity>()
            .filter(training_session::Column::FromDay.gt(day))
            .filter(training_session::Column::CancelledOn.is_null())
            .order_by_asc(training_session::Column::FromDay)
            .order_by_asc(training_session::Column::Id);
        self.all(select).await?.into_iter().map(read_session).collect()
    }

    /// One name put forward.
    pub async fn training_nomination(&self, id: TrainingNominationId) -> Result<Option<Nomination>, StoreError> {
        let select = self.find::<training_nomination::Entity>().filter(training_nomination::Column::Id.eq(id.0));
        self.one(select).await?.map(read_nomination).transpose()
    }

    /// Names put forward for these sessions, in the order they were.
    pub async fn training_nominations(&self, sessions: &[TrainingSessionId]) -> Result<Vec<Nomination>, StoreError> {
        let ids = uuids(sessions.iter().map(|id| id.0));
        let mut rows =
            self.among::<training_nomination::Entity>(training_nomination::Column::SessionId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_nomination).collect()
    }

    /// Names of these people put forward, the latest first.
    pub async fn training_nominations_of(&self, employees: &[EmployeeId]) -> Result<Vec<Nomination>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let mut rows =
            self.among::<training_nomination::Entity>(training_nomination::Column::EmployeeId, &ids, |s| s).await?;
        rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.id)));
        rows.into_iter().map(read_nomination).collect()
    }

    /// One record.
    pub async fn training_record(&self, id: TrainingRecordId) -> Result<Option<Record>, StoreError> {
        let select = self.find::<training_record::Entity>().filter(training_record::Column::Id.eq(id.0));
        self.one(select).await?.map(read_record).transpose()
    }

    /// What these people followed, the latest first; what is not verified too ([`Record::counts`]).
    pub async fn training_records(&self, employees: &[EmployeeId]) -> Result<Vec<Record>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let mut rows = self.among::<training_record::Entity>(training_record::Column::EmployeeId, &ids, |s| s).await?;
        rows.sort_by_key(|row| std::cmp::Reverse((row.until_day, row.id)));
        rows.into_iter().map(read_record).collect()
    }

    /// What was followed of a programme.
    pub async fn training_records_of(&self, program: TrainingId) -> Result<Vec<Record>, StoreError> {
        let select = self
            .find::<training_record::Entity>()
            .filter(training_record::Column::ProgramId.eq(program.0))
            .order_by_asc(training_record::Column::UntilDay)
            .order_by_asc(training_record::Column::Id);
        self.all(select).await?.into_iter().map(read_record).collect()
    }

    /// What was followed between two days by anybody; with nothing given, all of it.
    pub async fn training_records_between(
        &self,
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
    ) -> Result<Vec<Record>, StoreError> {
        let select = self
            .find::<training_record::Entity>()
            .apply_if(from, |s, from| s.filter(training_record::Column::UntilDay.gte(from)))
            .apply_if(until, |s, until| s.filter(training_record::Column::UntilDay.lte(until)))
            .order_by_asc(training_record::Column::UntilDay)
            .order_by_asc(training_record::Column::Id);
        self.all(select).await?.into_iter().map(read_record).collect()
    }

    /// What waits for the office to verify it, oldest first.
    pub async fn training_records_waiting(&self) -> Result<Vec<Record>, StoreError> {
        let select = self
            .find::<training_record::Entity>()
            .filter(training_record::Column::VerifiedAt.is_null())
            .filter(training_record::Column::Refused.is_null())
            .order_by_asc(training_record::Column::At)
            .order_by_asc(training_record::Column::Id);
        self.all(select).await?.into_iter().map(read_record).collect()
    }
}

impl Tx {
    /// Adds or changes programmes of the catalogue.
    pub async fn save_training_programs(&self, programs: &[Program]) -> Result<(), StoreError> {
        let row = |one: &Program| {
            Ok(training_program::Model {
                agency_id: self.agency_id().0,
                id: one.id.0,
                code: one.code.clone(),
                name: one.name.clone(),
                kind: one.kind.code().to_owned(),
                provider: one.provider.clone(),
                hours: i64::from(one.hours),
                cost: one.cost,
                capacity: i64::from(one.capacity),
                builds: json(&one.builds)?,
                about: one.about.clone(),
                retired: one.retired,
                revision: one.revision,
            })
        };
        let rows = programs.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.upsert::<training_program::Entity>(rows).await.map(drop)
    }

    /// Adds or changes a session.
    pub async fn save_training_session(&self, session: &Session) -> Result<(), StoreError> {
        let row = training_session::Model {
            agency_id: self.agency_id().0,
            id: session.id.0,
            program_id: session.program.0,
            from_day: session.dates.from,
            until_day: session.last_day(),
            place: session.place.clone(),
            capacity: i64::from(session.capacity),
            cancelled_on: session.cancelled_on,
        };
        self.upsert::<training_session::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes a name put forward. Callers hold the session's lock.
    pub async fn save_training_nomination(&self, one: &Nomination) -> Result<(), StoreError> {
        let row = training_nomination::Model {
            agency_id: self.agency_id().0,
            id: one.id.0,
            session_id: one.session.0,
            employee_id: one.employee.0,
            by_id: one.by.0,
            at: instant(one.at),
            why: one.why.clone(),
            proposal_id: one.proposal.map(|id| id.0),
            support: one.support.as_ref().map(json).transpose()?,
            admission: one.admission.as_ref().map(json).transpose()?,
            queued_at: maybe_instant(one.queued_at),
            withdrawn_at: maybe_instant(one.withdrawn_at),
            attended: of_answer(one.attended).to_owned(),
        };
        self.upsert::<training_nomination::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes records of what was followed.
    pub async fn save_training_records(&self, records: &[Record]) -> Result<(), StoreError> {
        let row = |one: &Record| {
            Ok(training_record::Model {
                agency_id: self.agency_id().0,
                id: one.id.0,
                employee_id: one.employee.0,
                nomination_id: one.nomination.map(|id| id.0),
                program_id: one.program.map(|id| id.0),
                name: one.name.clone(),
                kind: one.kind.code().to_owned(),
                provider: one.provider.clone(),
                hours: i64::from(one.hours),
                from_day: one.dates.from,
                until_day: one.dates.until.unwrap_or(one.dates.from),
                passed: of_answer(one.passed).to_owned(),
                certificate: one.certificate.as_ref().map(json).transpose()?,
                by_id: one.by.0,
                at: instant(one.at),
                verified_by_id: one.verified.map(|(by, _)| by.0),
                verified_at: one.verified.map(|(_, at)| instant(at)),
                refused: one.refused.clone(),
            })
        };
        let rows = records.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.upsert::<training_record::Entity>(rows).await.map(drop)
    }
}

/// Yes, no, or not said.
const fn of_answer(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    }
}

fn answer(column: &str, text: &str) -> Result<Option<bool>, StoreError> {
    known(column, text, |text| match text {
        "ya" => Some(Some(true)),
        "tidak" => Some(Some(false)),
        "" => Some(None),
        _ => None,
    })
}

fn read_program(row: training_program::Model) -> Result<Program, StoreError> {
    Ok(Program {
        id: TrainingId(row.id),
        code: row.code,
        name: row.name,
        kind: known("training_program.kind", &row.kind, Kind::from_code)?,
        provider: row.provider,
        hours: number("training_program.hours", row.hours)?,
        cost: row.cost,
        capacity: number("training_program.capacity", row.capacity)?,
        builds: from_json("training_program.builds", &row.builds)?,
        about: row.about,
        retired: row.retired,
        revision: row.revision,
    })
}

fn read_session(row: training_session::Model) -> Result<Session, StoreError> {
    Ok(Session {
        id: TrainingSessionId(row.id),
        program: TrainingId(row.program_id),
        dates: DateRange { from: row.from_day, until: Some(row.until_day) },
        place: row.place,
        capacity: number("training_session.capacity", row.capacity)?,
        cancelled_on: row.cancelled_on,
    })
}

fn read_nomination(row: training_nomination::Model) -> Result<Nomination, StoreError> {
    Ok(Nomination {
        id: TrainingNominationId(row.id),
        session: TrainingSessionId(row.session_id),
        employee: EmployeeId(row.employee_id),
        by: EmployeeId(row.by_id),
        at: row.at,
        why: row.why,
        proposal: row.proposal_id.map(ProposalId),
        support: row.support.map(|text| from_json("training_nomination.support", &text)).transpose()?,
        admission: row.admission.map(|text| from_json("training_nomination.admission", &text)).transpose()?,
        queued_at: row.queued_at,
        withdrawn_at: row.withdrawn_at,
        attended: answer("training_nomination.attended", &row.attended)?,
    })
}

fn read_record(row: training_record::Model) -> Result<Record, StoreError> {
    Ok(Record {
        id: TrainingRecordId(row.id),
        employee: EmployeeId(row.employee_id),
        nomination: row.nomination_id.map(TrainingNominationId),
        program: row.program_id.map(TrainingId),
        name: row.name,
        kind: known("training_record.kind", &row.kind, Kind::from_code)?,
        provider: row.provider,
        hours: number("training_record.hours", row.hours)?,
        dates: DateRange { from: row.from_day, until: Some(row.until_day) },
        passed: answer("training_record.passed", &row.passed)?,
        certificate: row.certificate.map(|text| from_json("training_record.certificate", &text)).transpose()?,
        by: EmployeeId(row.by_id),
        at: row.at,
        verified: row.verified_by_id.zip(row.verified_at).map(|(by, at)| (EmployeeId(by), at)),
        refused: row.refused,
    })
}
