//! Calibration sessions: the session, who was there, and what was proposed and decided.

use crate::{
    Scope, StoreError, Tx,
    assessment::{of_subject, subject},
    entity::{assessment, calibration, calibration_attendee, calibration_proposal},
    map::{code, instant, known, maybe_instant},
    people::uuids,
};
use domain::{
    assessment::{RaterRole, Rating},
    calibration::{Answer, Calibration, Proposal},
    ids::{CalibrationId, CalibrationProposalId, EmployeeId, PeriodId, SkpId, UnitId},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

impl Scope {
    /// One session.
    pub async fn calibration(&self, id: CalibrationId) -> Result<Option<Calibration>, StoreError> {
        let rows = self.all(self.find::<calibration::Entity>().filter(calibration::Column::Id.eq(id.0))).await?;
        Ok(self.with_attendees(rows).await?.pop())
    }

    /// All sessions, the latest first.
    pub async fn calibrations(&self) -> Result<Vec<Calibration>, StoreError> {
        let select = self
            .find::<calibration::Entity>()
            .order_by_desc(calibration::Column::HeldOn)
            .order_by_desc(calibration::Column::Id);
        let rows = self.all(select).await?;
        self.with_attendees(rows).await
    }

    async fn with_attendees(&self, rows: Vec<calibration::Model>) -> Result<Vec<Calibration>, StoreError> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let there = self
            .among::<calibration_attendee::Entity>(calibration_attendee::Column::CalibrationId, &ids, |s| {
                s.order_by_asc(calibration_attendee::Column::EmployeeId)
            })
            .await?;
        let mut attended: HashMap<Uuid, Vec<EmployeeId>> = HashMap::new();
        for row in there {
            attended.entry(row.calibration_id).or_default().push(EmployeeId(row.employee_id));
        }
        let read = |row: calibration::Model| Calibration {
            attended: attended.remove(&row.id).unwrap_or_default(),
            id: CalibrationId(row.id),
            period: PeriodId(row.period_id),
            unit: UnitId(row.unit_id),
            held_on: row.held_on,
            place: row.place,
            agenda: row.agenda,
            minutes: row.minutes,
            by: EmployeeId(row.by_id),
            at: row.at,
            closed_at: row.closed_at,
            revision: row.revision,
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// What was proposed in a session, in the order it was.
    pub async fn calibration_proposals(&self, id: CalibrationId) -> Result<Vec<Proposal>, StoreError> {
        let select = self
            .find::<calibration_proposal::Entity>()
            .filter(calibration_proposal::Column::CalibrationId.eq(id.0))
            .order_by_asc(calibration_proposal::Column::At)
            .order_by_asc(calibration_proposal::Column::Id);
        self.all(select).await?.into_iter().map(read_proposal).collect()
    }

    /// One proposal.
    pub async fn calibration_proposal(&self, id: CalibrationProposalId) -> Result<Option<Proposal>, StoreError> {
        let select = self.find::<calibration_proposal::Entity>().filter(calibration_proposal::Column::Id.eq(id.0));
        self.one(select).await?.map(read_proposal).transpose()
    }

    /// Which of these plans' ratings this person sent as the official who gives them, each with its period; it is not always the
    /// one named in the plan today.
    pub async fn rated_and_sent_by(
        &self,
        rater: EmployeeId,
        plans: &[SkpId],
    ) -> Result<Vec<(PeriodId, SkpId)>, StoreError> {
        let (ids, role) = (uuids(plans.iter().map(|id| id.0)), code(RaterRole::Penilai)?);
        let rows = self
            .among::<assessment::Entity>(assessment::Column::SkpId, &ids, |s| {
                s.filter(assessment::Column::RaterId.eq(rater.0))
                    .filter(assessment::Column::Role.eq(role.as_str()))
                    .filter(assessment::Column::SentAt.is_not_null())
            })
            .await?;
        Ok(rows.into_iter().map(|row| (PeriodId(row.period_id), SkpId(row.skp_id))).collect())
    }

    /// Proposals nobody has answered about ratings this person gave.
    pub async fn calibration_proposals_waiting(&self, rater: EmployeeId) -> Result<Vec<Proposal>, StoreError> {
        let select = self
            .find::<calibration_proposal::Entity>()
            .filter(calibration_proposal::Column::AnsweredAt.is_null())
            .order_by_asc(calibration_proposal::Column::At)
            .order_by_asc(calibration_proposal::Column::Id);
        let mut rows = self.all(select).await?;
        // Hardly ever does any wait; then the first page asks no more.
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let sessions = uuids(rows.iter().map(|row| row.calibration_id));
        let periods: HashMap<Uuid, Uuid> = self
            .among::<calibration::Entity>(calibration::Column::Id, &sessions, |s| s)
            .await?
            .into_iter()
            .map(|row| (row.id, row.period_id))
            .collect();
        let plans: Vec<SkpId> = rows.iter().map(|row| SkpId(row.skp_id)).collect();
        let rated = self.rated_and_sent_by(rater, &plans).await?;
        rows.retain(|row| {
            let of = periods.get(&row.calibration_id).map(|period| (PeriodId(*period), SkpId(row.skp_id)));
            of.is_some_and(|of| rated.contains(&of))
        });
        rows.into_iter().map(read_proposal).collect()
    }
}

impl Tx {
    /// Adds or changes a session and who was there. Callers hold its lock.
    pub async fn save_calibration(&self, session: &Calibration) -> Result<(), StoreError> {
        let agency_id = self.agency_id().0;
        let row = calibration::Model {
            agency_id,
            id: session.id.0,
            period_id: session.period.0,
            unit_id: session.unit.0,
            held_on: session.held_on,
            place: session.place.clone(),
            agenda: session.agenda.clone(),
            minutes: session.minutes.clone(),
            by_id: session.by.0,
            at: instant(session.at),
            closed_at: maybe_instant(session.closed_at),
            revision: session.revision,
        };
        self.upsert::<calibration::Entity>(vec![row]).await?;
        let of_session = Condition::all().add(calibration_attendee::Column::CalibrationId.eq(session.id.0));
        self.remove::<calibration_attendee::Entity>(of_session).await?;
        let there = session.attended.iter().map(|employee| calibration_attendee::Model {
            agency_id,
            calibration_id: session.id.0,
            employee_id: employee.0,
        });
        self.insert::<calibration_attendee::Entity>(there.collect()).await
    }

    /// Adds or changes a proposal. Callers hold the session's lock.
    pub async fn save_calibration_proposal(&self, proposal: &Proposal) -> Result<(), StoreError> {
        let answer = proposal.answer.as_ref();
        let row = calibration_proposal::Model {
            agency_id: self.agency_id().0,
            id: proposal.id.0,
            calibration_id: proposal.calibration.0,
            skp_id: proposal.skp.0,
            subject: of_subject(proposal.subject),
            before: proposal.before.code().to_owned(),
            after: proposal.after.code().to_owned(),
            reason: proposal.reason.clone(),
            by_id: proposal.by.0,
            at: instant(proposal.at),
            changes: answer.is_some_and(|answer| answer.changes),
            answer: answer.map(|answer| answer.reason.clone()).unwrap_or_default(),
            answered_by_id: answer.map(|answer| answer.by.0),
            answered_at: maybe_instant(answer.map(|answer| answer.at)),
        };
        self.upsert::<calibration_proposal::Entity>(vec![row]).await.map(drop)
    }
}

fn read_proposal(row: calibration_proposal::Model) -> Result<Proposal, StoreError> {
    let rating = |column, code: &str| known(column, code, Rating::from_code);
    let (changes, reason) = (row.changes, row.answer);
    let answer =
        row.answered_by_id.zip(row.answered_at).map(|(by, at)| Answer { changes, reason, by: EmployeeId(by), at });
    Ok(Proposal {
        id: CalibrationProposalId(row.id),
        calibration: CalibrationId(row.calibration_id),
        skp: SkpId(row.skp_id),
        subject: known("calibration_proposal.subject", &row.subject, subject)?,
        before: rating("calibration_proposal.before", &row.before)?,
        after: rating("calibration_proposal.after", &row.after)?,
        reason: row.reason,
        by: EmployeeId(row.by_id),
        at: row.at,
        answer,
    })
}
