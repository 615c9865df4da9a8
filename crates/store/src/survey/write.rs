//! Changes of the survey. An answer, its counts and the count of its minute are written together.

use super::{
    counts::Counts,
    rows::{answer_row, place_row, round_row, service_row},
};
use crate::{
    StoreError, Tx,
    conn::Conn,
    entity::{survey_answer, survey_place, survey_round, survey_service, survey_ticket},
    map::instant,
};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{
    ids::{RoundId, ServiceId},
    survey::{Place, Round, Said, Service, Tally},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, QueryFilter, QueryTrait, sea_query::Expr};
use std::sync::PoisonError;

/// An answer, and by what a second one of the same device is known; nothing for a device that many use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The answer.
    pub said: Said,
    /// Digest that only this period and day can make.
    pub digest: Option<String>,
}

impl Tx {
    /// Adds or changes a service; [`StoreError::Duplicate`] if another has its code.
    pub async fn save_service(&self, service: &Service) -> Result<(), StoreError> {
        self.upsert::<survey_service::Entity>(vec![service_row(self.agency_id(), service)?]).await.map(drop)
    }

    /// Adds or changes a period.
    pub async fn save_round(&self, round: &Round) -> Result<(), StoreError> {
        self.upsert::<survey_round::Entity>(vec![round_row(self.agency_id(), round)]).await.map(drop)
    }

    /// Adds services to a period, or changes how many use them.
    pub async fn save_places(&self, places: &[Place]) -> Result<(), StoreError> {
        let rows = places.iter().map(|place| place_row(self.agency_id(), place)).collect();
        self.upsert::<survey_place::Entity>(rows).await.map(drop)
    }

    /// Hands out tickets.
    pub async fn insert_tickets(
        &self,
        service: ServiceId,
        codes: &[String],
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = |code: &String| survey_ticket::Model {
            agency_id: self.agency_id().0,
            service_id: service.0,
            code: code.clone(),
            issued_at: instant(at),
            used_at: None,
        };
        self.insert::<survey_ticket::Entity>(codes.iter().map(row).collect()).await
    }

    /// Uses a ticket up; false if there is none like it or it was used. The answer does not say which it was.
    pub async fn use_ticket(&self, service: ServiceId, code: &str, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let change = self
            .change::<survey_ticket::Entity>()
            .col_expr(survey_ticket::Column::UsedAt, Expr::value(Some(instant(at))))
            .filter(survey_ticket::Column::ServiceId.eq(service.0))
            .filter(survey_ticket::Column::Code.eq(code))
            .filter(survey_ticket::Column::UsedAt.is_null());
        Ok(self.write(&change.into_query()).await? == 1)
    }

    /// Adds answers about one service in one period, and counts them. [`StoreError::Duplicate`] when a digest is there
    /// already. Minutes are counted only of answers that respondents send themselves.
    pub async fn insert_answers(&self, round: RoundId, service: ServiceId, all: &[Kept]) -> Result<(), StoreError> {
        let agency = self.agency_id();
        let rows = all.iter().map(|kept| answer_row(agency, kept)).collect::<Result<Vec<_>, StoreError>>()?;
        self.insert::<survey_answer::Entity>(rows).await?;
        let (mut counts, at) = (Counts::default(), (agency.0, round.0, service.0));
        let mut sum = Tally::default();
        for said in all.iter().map(|kept| &kept.said) {
            sum.add(&Tally::of(said));
            if said.channel.is_open() {
                let minute = minute(said.at);
                counts.minute(at, minute, String::new());
                counts.minute(at, minute, said.answers.pattern());
            }
        }
        counts.tally(at, sum);
        self.count(counts).await
    }

    /// On SQLite with what others in the same transaction count; else at once.
    async fn count(&self, counts: Counts) -> Result<(), StoreError> {
        match &self.conn {
            Conn::Job(shared, _) if self.conn.get_database_backend() == DbBackend::Sqlite => {
                shared.counts.lock().unwrap_or_else(PoisonError::into_inner).add(counts);
            }
            _ => {
                for statement in counts.statements() {
                    self.write(&statement).await?;
                }
            }
        }
        Ok(())
    }
}

/// The minute an instant lies in.
fn minute(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(at)
}
