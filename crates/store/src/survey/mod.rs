//! The public satisfaction survey: services, periods, answers, and what is counted of them.
//!
//! Results are read from tallies, which grow in the transaction of each answer (`write`); a test adds the answers up again
//! and finds the same. No row says who answered: a digest tells whether the same device has answered already, and can be
//! made only with the period's salt. Read first: this file (reads), then `write`, `rows`.

mod counts;
mod rows;
mod write;

use crate::{
    Page, PageOf, Scope, StoreError,
    entity::{survey_answer, survey_minute, survey_place, survey_round, survey_service, survey_tally, survey_ticket},
    map::instant,
    people::uuids,
};
use chrono::{DateTime, NaiveDate, Utc};
pub(crate) use counts::{Counts, settle};
use domain::{
    ids::{AnswerId, RoundId, ServiceId},
    survey::{
        Place, Round, Said, Service, Tally,
        guard::{ALIKE, Batch},
    },
};
use rows::{place, read_batch, read_round, read_said, read_service, tally};
use sea_orm::{
    ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, Query, SubQueryStatement},
};
use std::collections::BTreeMap;
pub use write::Kept;

/// Most marked batches shown of one service in one period.
const MOST_BATCHES: u64 = 50;

/// What is known before an answer is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// There is an answer with this id: the same form was sent before.
    pub answered: bool,
    /// The device has answered already.
    pub used: bool,
    /// How many answers came in this minute, from everybody.
    pub pace: u64,
}

impl Scope {
    /// Every service, by name; those not given any more last.
    pub async fn services(&self) -> Result<Vec<Service>, StoreError> {
        let select = self
            .find::<survey_service::Entity>()
            .order_by_asc(survey_service::Column::Retired)
            .order_by_asc(survey_service::Column::Name)
            .order_by_asc(survey_service::Column::Id);
        self.all(select).await?.into_iter().map(read_service).collect()
    }

    /// One service.
    pub async fn service(&self, id: ServiceId) -> Result<Option<Service>, StoreError> {
        let select = self.find::<survey_service::Entity>().filter(survey_service::Column::Id.eq(id.0));
        self.one(select).await?.map(read_service).transpose()
    }

    /// A service by its place in the public address.
    pub async fn service_by_code(&self, code: &str) -> Result<Option<Service>, StoreError> {
        let select = self.find::<survey_service::Entity>().filter(survey_service::Column::Code.eq(code));
        self.one(select).await?.map(read_service).transpose()
    }

    /// Every period of the survey, the latest first.
    pub async fn rounds(&self) -> Result<Vec<Round>, StoreError> {
        let select = self.find::<survey_round::Entity>().order_by_desc(survey_round::Column::FromDay);
        self.all(select).await?.into_iter().map(read_round).collect()
    }

    /// One period.
    pub async fn round(&self, id: RoundId) -> Result<Option<Round>, StoreError> {
        let select = self.find::<survey_round::Entity>().filter(survey_round::Column::Id.eq(id.0));
        self.one(select).await?.map(read_round).transpose()
    }

    /// The period a day lies in, if the service takes part in it; no two share a day.
    pub async fn round_of(&self, service: ServiceId, day: NaiveDate) -> Result<Option<Round>, StoreError> {
        let part = self
            .find::<survey_place::Entity>()
            .filter(survey_place::Column::ServiceId.eq(service.0))
            .select_only()
            .column(survey_place::Column::RoundId);
        let select = self
            .find::<survey_round::Entity>()
            .filter(survey_round::Column::FromDay.lte(day))
            .filter(survey_round::Column::UntilDay.gte(day))
            .filter(survey_round::Column::Id.in_subquery(part.into_query()));
        self.one(select).await?.map(read_round).transpose()
    }

    /// Does a service take part in a period, and with how many users?
    pub async fn place(&self, round: RoundId, service: ServiceId) -> Result<Option<Place>, StoreError> {
        let select = self
            .find::<survey_place::Entity>()
            .filter(survey_place::Column::RoundId.eq(round.0))
            .filter(survey_place::Column::ServiceId.eq(service.0));
        self.one(select).await?.map(place).transpose()
    }

    /// Every service that takes part in a period.
    pub async fn places(&self, round: RoundId) -> Result<Vec<Place>, StoreError> {
        let select = self.find::<survey_place::Entity>().filter(survey_place::Column::RoundId.eq(round.0));
        self.all(select).await?.into_iter().map(place).collect()
    }

    /// Every period a service takes part in.
    pub async fn places_of(&self, services: &[ServiceId]) -> Result<Vec<Place>, StoreError> {
        let ids = uuids(services.iter().map(|id| id.0));
        let rows = self.among::<survey_place::Entity>(survey_place::Column::ServiceId, &ids, |s| s).await?;
        rows.into_iter().map(place).collect()
    }

    /// What is counted of these services, by period and service.
    pub async fn survey_tallies(
        &self,
        services: &[ServiceId],
        round: Option<RoundId>,
    ) -> Result<BTreeMap<(RoundId, ServiceId), Tally>, StoreError> {
        let ids = uuids(services.iter().map(|id| id.0));
        let narrow = |s: Select<survey_tally::Entity>| {
            s.apply_if(round, |s, round| s.filter(survey_tally::Column::RoundId.eq(round.0)))
        };
        let rows = self.among::<survey_tally::Entity>(survey_tally::Column::ServiceId, &ids, narrow).await?;
        tally(rows)
    }

    /// Has this device answered already?
    pub async fn survey_digest_used(
        &self,
        round: RoundId,
        service: ServiceId,
        digests: &[String],
    ) -> Result<Vec<String>, StoreError> {
        let mut used = Vec::new();
        for chunk in digests.chunks(500) {
            let select = self
                .find::<survey_answer::Entity>()
                .select_only()
                .column(survey_answer::Column::Digest)
                .filter(survey_answer::Column::RoundId.eq(round.0))
                .filter(survey_answer::Column::ServiceId.eq(service.0))
                .filter(survey_answer::Column::Digest.is_in(chunk.iter().cloned()));
            let found: Vec<Option<String>> = select.into_tuple().all(&self.conn).await?;
            used.extend(found.into_iter().flatten());
        }
        Ok(used)
    }

    /// What is asked before an answer is taken, in one question.
    pub async fn survey_before(
        &self,
        id: AnswerId,
        (round, service): (RoundId, ServiceId),
        digest: Option<&str>,
        minute: DateTime<Utc>,
    ) -> Result<Before, StoreError> {
        let of_service = |select: Select<survey_answer::Entity>| {
            select
                .filter(survey_answer::Column::RoundId.eq(round.0))
                .filter(survey_answer::Column::ServiceId.eq(service.0))
        };
        let there =
            |select: Select<survey_answer::Entity>| Expr::exists(select.select_only().expr(Expr::val(1)).into_query());
        let answered = there(self.find::<survey_answer::Entity>().filter(survey_answer::Column::Id.eq(id.0)));
        let used = match digest {
            Some(digest) => there(of_service(self.find()).filter(survey_answer::Column::Digest.eq(digest))),
            None => Expr::val(false),
        };
        let pace = self
            .find::<survey_minute::Entity>()
            .filter(survey_minute::Column::RoundId.eq(round.0))
            .filter(survey_minute::Column::ServiceId.eq(service.0))
            .filter(survey_minute::Column::Minute.eq(instant(minute)))
            .filter(survey_minute::Column::Pattern.eq(""))
            .select_only()
            .column(survey_minute::Column::N);
        let question = Query::select()
            .expr_as(answered, "answered")
            .expr_as(used, "used")
            .expr_as(Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(pace.into_query()))), "pace")
            .to_owned();
        let Some(row) = self.conn.query_one(&question).await? else { return Ok(Before::default()) };
        let pace: Option<i64> = row.try_get("", "pace")?;
        Ok(Before {
            answered: row.try_get("", "answered")?,
            used: row.try_get("", "used")?,
            pace: pace.map_or(0, i64::unsigned_abs),
        })
    }

    /// Equal answers of one minute, so many that somebody should look: the most first.
    pub async fn survey_batches(&self, round: RoundId, service: ServiceId) -> Result<Vec<Batch>, StoreError> {
        let select = self
            .find::<survey_minute::Entity>()
            .filter(survey_minute::Column::RoundId.eq(round.0))
            .filter(survey_minute::Column::ServiceId.eq(service.0))
            .filter(survey_minute::Column::N.gte(ALIKE as i64))
            .filter(survey_minute::Column::Pattern.ne(""))
            .order_by_desc(survey_minute::Column::N)
            .order_by_asc(survey_minute::Column::Minute)
            .limit(MOST_BATCHES);
        self.all(select).await?.into_iter().map(read_batch).collect()
    }

    /// Complaints and suggestions, the latest first.
    pub async fn survey_words(
        &self,
        round: RoundId,
        service: ServiceId,
        page: PageOf,
    ) -> Result<Page<Said>, StoreError> {
        let select = self
            .answers_in(round, service)
            .filter(survey_answer::Column::Words.ne(""))
            .order_by_desc(survey_answer::Column::At)
            .order_by_desc(survey_answer::Column::Id);
        self.page(select, page).await?.try_map(read_said)
    }

    /// Every answer about a service in a period, in the order in which they came: for files and for adding up again.
    pub async fn survey_answers(&self, round: RoundId, service: ServiceId) -> Result<Vec<Said>, StoreError> {
        let select = self
            .answers_in(round, service)
            .order_by_asc(survey_answer::Column::At)
            .order_by_asc(survey_answer::Column::Id);
        self.all(select).await?.into_iter().map(read_said).collect()
    }

    /// Tickets not used yet, in the order in which they were handed out.
    pub async fn open_tickets(&self, service: ServiceId) -> Result<Vec<String>, StoreError> {
        let select = self
            .find::<survey_ticket::Entity>()
            .filter(survey_ticket::Column::ServiceId.eq(service.0))
            .filter(survey_ticket::Column::UsedAt.is_null())
            .order_by_desc(survey_ticket::Column::IssuedAt)
            .order_by_asc(survey_ticket::Column::Code);
        Ok(self.all(select).await?.into_iter().map(|row| row.code).collect())
    }

    fn answers_in(&self, round: RoundId, service: ServiceId) -> Select<survey_answer::Entity> {
        self.find::<survey_answer::Entity>()
            .filter(survey_answer::Column::RoundId.eq(round.0))
            .filter(survey_answer::Column::ServiceId.eq(service.0))
    }
}
