//! Cases of mentoring with their steps and meetings.

use crate::{
    Scope, StoreError, Tx,
    entity::{mentoring, mentoring_meeting, mentoring_step},
    map::{code, from_code, from_json, instant, json},
};
use domain::{
    ids::{EmployeeId, MentoringId, MentoringMeetingId, MentoringStepId},
    mentoring::{Case, Exit, Meeting, Step},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder};

impl Scope {
    /// One case.
    pub async fn mentoring(&self, id: MentoringId) -> Result<Option<Case>, StoreError> {
        let row = self.one(self.find::<mentoring::Entity>().filter(mentoring::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// Every case that runs, the oldest first.
    pub async fn mentoring_running(&self) -> Result<Vec<Case>, StoreError> {
        let select = self
            .find::<mentoring::Entity>()
            .filter(mentoring::Column::EndedAt.is_null())
            .order_by_asc(mentoring::Column::At)
            .order_by_asc(mentoring::Column::Id);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// Every case, the newest first.
    pub async fn mentoring_all(&self) -> Result<Vec<Case>, StoreError> {
        let select =
            self.find::<mentoring::Entity>().order_by_desc(mentoring::Column::At).order_by_desc(mentoring::Column::Id);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// Cases somebody has to do with, as employee, mentor, rater or superior, the newest first.
    pub async fn mentoring_with(&self, me: EmployeeId) -> Result<Vec<Case>, StoreError> {
        let with = Condition::any()
            .add(mentoring::Column::EmployeeId.eq(me.0))
            .add(mentoring::Column::MentorId.eq(me.0))
            .add(mentoring::Column::RaterId.eq(me.0))
            .add(mentoring::Column::SuperiorId.eq(me.0));
        let select = self
            .find::<mentoring::Entity>()
            .filter(with)
            .order_by_desc(mentoring::Column::At)
            .order_by_desc(mentoring::Column::Id);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// The steps of a case by the day they are due.
    pub async fn mentoring_steps(&self, id: MentoringId) -> Result<Vec<Step>, StoreError> {
        let select = self
            .find::<mentoring_step::Entity>()
            .filter(mentoring_step::Column::MentoringId.eq(id.0))
            .order_by_asc(mentoring_step::Column::Due)
            .order_by_asc(mentoring_step::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read_step).collect())
    }

    /// The meetings of a case, the oldest first.
    pub async fn mentoring_meetings(&self, id: MentoringId) -> Result<Vec<Meeting>, StoreError> {
        let select = self
            .find::<mentoring_meeting::Entity>()
            .filter(mentoring_meeting::Column::MentoringId.eq(id.0))
            .order_by_asc(mentoring_meeting::Column::OnDay)
            .order_by_asc(mentoring_meeting::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read_meeting).collect())
    }
}

impl Tx {
    /// Adds or changes a case. Callers hold its lock.
    pub async fn save_mentoring(&self, case: &Case) -> Result<(), StoreError> {
        let row = mentoring::Model {
            agency_id: self.agency_id().0,
            id: case.id.0,
            kind: code(case.kind)?,
            employee_id: case.employee.0,
            rater_id: case.rater.map(|id| id.0),
            superior_id: case.superior.map(|id| id.0),
            proposal: case.proposal.map(|id| id.to_string()),
            because: case.because.as_ref().map(json).transpose()?,
            reason: case.reason.clone(),
            weaknesses: json(&case.weaknesses)?,
            heard: case.heard.as_ref().map(json).transpose()?,
            mentor_id: case.mentor.map(|id| id.0),
            matched: case.matched.as_ref().map(json).transpose()?,
            from_day: case.from,
            review_on: case.review_on,
            ending: case.exit.as_ref().map(json).transpose()?,
            ended_at: case.exit.as_ref().map(|exit| instant(exit.at)),
            by_id: case.by.0,
            at: instant(case.at),
            revision: case.revision,
        };
        self.upsert::<mentoring::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes a step. Callers hold the case's lock.
    pub async fn save_mentoring_step(&self, step: &Step) -> Result<(), StoreError> {
        let row = mentoring_step::Model {
            agency_id: self.agency_id().0,
            id: step.id.0,
            mentoring_id: step.case.0,
            what: step.what.clone(),
            due: step.due,
            done_on: step.done_on,
            note: step.note.clone(),
            by_id: step.by.0,
            at: instant(step.at),
        };
        self.upsert::<mentoring_step::Entity>(vec![row]).await.map(drop)
    }

    /// Adds a meeting.
    pub async fn insert_mentoring_meeting(&self, meeting: &Meeting) -> Result<(), StoreError> {
        let row = mentoring_meeting::Model {
            agency_id: self.agency_id().0,
            id: meeting.id.0,
            mentoring_id: meeting.case.0,
            on_day: meeting.on,
            place: meeting.place.clone(),
            talked: meeting.talked.clone(),
            next: meeting.next.clone(),
            by_id: meeting.by.0,
            at: instant(meeting.at),
        };
        self.insert::<mentoring_meeting::Entity>(vec![row]).await
    }
}

fn read(row: mentoring::Model) -> Result<Case, StoreError> {
    let exit: Option<Exit> = row.ending.map(|text| from_json("mentoring.ending", &text)).transpose()?;
    let proposal = row.proposal.map(|id| uuid::Uuid::parse_str(&id)).transpose();
    Ok(Case {
        id: MentoringId(row.id),
        kind: from_code("mentoring.kind", row.kind)?,
        employee: EmployeeId(row.employee_id),
        rater: row.rater_id.map(EmployeeId),
        superior: row.superior_id.map(EmployeeId),
        proposal: proposal.map_err(|error| StoreError::Corrupt(format!("mentoring.proposal: {error}")))?,
        because: row.because.map(|text| from_json("mentoring.because", &text)).transpose()?,
        reason: row.reason,
        weaknesses: from_json("mentoring.weaknesses", &row.weaknesses)?,
        heard: row.heard.map(|text| from_json("mentoring.heard", &text)).transpose()?,
        mentor: row.mentor_id.map(EmployeeId),
        matched: row.matched.map(|text| from_json("mentoring.matched", &text)).transpose()?,
        from: row.from_day,
        review_on: row.review_on,
        exit,
        by: EmployeeId(row.by_id),
        at: row.at,
        revision: row.revision,
    })
}

fn read_step(row: mentoring_step::Model) -> Step {
    Step {
        id: MentoringStepId(row.id),
        case: MentoringId(row.mentoring_id),
        what: row.what,
        due: row.due,
        done_on: row.done_on,
        note: row.note,
        by: EmployeeId(row.by_id),
        at: row.at,
    }
}

fn read_meeting(row: mentoring_meeting::Model) -> Meeting {
    Meeting {
        id: MentoringMeetingId(row.id),
        case: MentoringId(row.mentoring_id),
        on: row.on_day,
        place: row.place,
        talked: row.talked,
        next: row.next,
        by: EmployeeId(row.by_id),
        at: row.at,
    }
}
