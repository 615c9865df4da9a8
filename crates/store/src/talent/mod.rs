//! What results may open: notes of the office, potential, talent maps, succession. Whole agencies are read in few, narrow
//! questions. Skills are in `skill`.

mod skill;

use crate::{
    Page, PageOf, Scope, StoreError, Tx,
    entity::{career_note, critical_post, evaluation, nominee, potential, talent_map, talent_place},
    map::{from_json, instant, json, known},
    name_key,
    people::uuids,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    decision::Reason,
    evaluation::Predikat,
    ids::{CareerNoteId, CriticalPostId, EmployeeId, NomineeId, PeriodId, PostId, PotentialId, TalentMapId, UnitId},
    scheme::SchemeResult,
    talent::{
        boxes::{Placement, PotentialRating},
        eligibility::{CareerNote, Fact},
        succession::{CriticalPost, Nominee},
    },
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// A result as lists need it: without its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Whose.
    pub employee: EmployeeId,
    /// The period.
    pub period: PeriodId,
    /// The predikat.
    pub predikat: Option<Predikat>,
    /// The scheme's result.
    pub scheme: Option<SchemeResult>,
}

/// A talent map: everybody placed on one day by the rules of that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalentMap {
    /// Its id.
    pub id: TalentMapId,
    /// The day.
    pub on: NaiveDate,
    /// The policy version.
    pub policy: String,
    /// Who drew it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Somebody's place on a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalentPlace {
    /// The map.
    pub map: TalentMapId,
    /// Who.
    pub employee: EmployeeId,
    /// Their unit on that day.
    pub unit: Option<UnitId>,
    /// Where.
    pub placement: Placement,
    /// Why.
    pub because: Reason,
}

const UNKNOWN: i64 = 0;

impl Scope {
    /// Results of these periods that stand, of some people or of everybody.
    pub async fn briefs(&self, periods: &[PeriodId], of: Option<&[EmployeeId]>) -> Result<Vec<Brief>, StoreError> {
        let periods = uuids(periods.iter().map(|id| id.0));
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.is_in(periods))
            .filter(evaluation::Column::ReplacedAt.is_null());
        let columns = |select: sea_orm::Select<evaluation::Entity>| {
            select
                .select_only()
                .column(evaluation::Column::EmployeeId)
                .column(evaluation::Column::PeriodId)
                .column(evaluation::Column::Predikat)
                .column(evaluation::Column::Scheme)
                .order_by_asc(evaluation::Column::SignedAt)
                .into_tuple::<(Uuid, Uuid, Option<String>, Option<String>)>()
        };
        let rows = match of {
            None => columns(select).all(&self.conn).await?,
            Some(people) => {
                let mut rows = Vec::new();
                for chunk in people.chunks(500) {
                    let ids: Vec<Uuid> = chunk.iter().map(|id| id.0).collect();
                    let some = select.clone().filter(evaluation::Column::EmployeeId.is_in(ids));
                    rows.append(&mut columns(some).all(&self.conn).await?);
                }
                rows
            }
        };
        rows.into_iter()
            .map(|(employee, period, predikat, scheme)| {
                Ok(Brief {
                    employee: EmployeeId(employee),
                    period: PeriodId(period),
                    predikat: predikat
                        .map(|code| known("evaluation.predikat", &code, Predikat::from_code))
                        .transpose()?,
                    scheme: scheme.map(|text| from_json("evaluation.scheme", &text)).transpose()?,
                })
            })
            .collect()
    }

    /// What the office recorded, oldest first, of some people or of everybody.
    pub async fn career_notes(&self, of: Option<&[EmployeeId]>) -> Result<Vec<CareerNote>, StoreError> {
        let mut rows = match of {
            None => self.all(self.find::<career_note::Entity>()).await?,
            Some(people) => {
                let ids = uuids(people.iter().map(|id| id.0));
                self.among::<career_note::Entity>(career_note::Column::EmployeeId, &ids, |s| s).await?
            }
        };
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_note).collect()
    }

    /// Ratings of potential, oldest first, of some people or of everybody.
    pub async fn potentials(&self, of: Option<&[EmployeeId]>) -> Result<Vec<PotentialRating>, StoreError> {
        let mut rows = match of {
            None => self.all(self.find::<potential::Entity>()).await?,
            Some(people) => {
                let ids = uuids(people.iter().map(|id| id.0));
                self.among::<potential::Entity>(potential::Column::EmployeeId, &ids, |s| s).await?
            }
        };
        rows.sort_by_key(|row| (row.at, row.id));
        Ok(rows.into_iter().map(read_potential).collect())
    }

    /// Every map, the newest first.
    pub async fn talent_maps(&self) -> Result<Vec<TalentMap>, StoreError> {
        let select = self
            .find::<talent_map::Entity>()
            .order_by_desc(talent_map::Column::At)
            .order_by_desc(talent_map::Column::Id);
        let read = |row: talent_map::Model| TalentMap {
            id: TalentMapId(row.id),
            on: row.on_day,
            policy: row.policy,
            by: EmployeeId(row.by_id),
            at: row.at,
        };
        Ok(self.all(select).await?.into_iter().map(read).collect())
    }

    /// How many people a map has in each box, the unknown as 0.
    pub async fn talent_counts(&self, map: TalentMapId) -> Result<Vec<(u8, u64)>, StoreError> {
        let counted: Vec<(i64, i64)> = self
            .find::<talent_place::Entity>()
            .filter(talent_place::Column::MapId.eq(map.0))
            .select_only()
            .column(talent_place::Column::Number)
            .column_as(talent_place::Column::EmployeeId.count(), "n")
            .group_by(talent_place::Column::Number)
            .into_tuple()
            .all(&self.conn)
            .await?;
        let one = |(number, n): (i64, i64)| Some((u8::try_from(number).ok()?, u64::try_from(n).ok()?));
        Ok(counted.into_iter().filter_map(one).collect())
    }

    /// The people of one box of a map by name, page by page; 0 for those without a box.
    pub async fn talent_box(
        &self,
        map: TalentMapId,
        number: u8,
        page: PageOf,
    ) -> Result<Page<TalentPlace>, StoreError> {
        let select = self
            .find::<talent_place::Entity>()
            .filter(talent_place::Column::MapId.eq(map.0))
            .filter(talent_place::Column::Number.eq(i64::from(number)))
            .order_by_asc(talent_place::Column::NameKey)
            .order_by_asc(talent_place::Column::EmployeeId);
        let found = self.page(select, page).await?;
        let rows = found.rows.into_iter().map(read_place).collect::<Result<_, _>>()?;
        Ok(Page { rows, total: found.total, page: found.page, per_page: found.per_page })
    }

    /// Everybody of a map who is in one of these boxes.
    pub async fn talent_places(&self, map: TalentMapId, numbers: &[u8]) -> Result<Vec<TalentPlace>, StoreError> {
        let numbers: Vec<i64> = numbers.iter().map(|n| i64::from(*n)).collect();
        let select = self
            .find::<talent_place::Entity>()
            .filter(talent_place::Column::MapId.eq(map.0))
            .filter(talent_place::Column::Number.is_in(numbers))
            .order_by_asc(talent_place::Column::NameKey)
            .order_by_asc(talent_place::Column::EmployeeId);
        self.all(select).await?.into_iter().map(read_place).collect()
    }

    /// Somebody's place on a map.
    pub async fn talent_place(&self, map: TalentMapId, of: EmployeeId) -> Result<Option<TalentPlace>, StoreError> {
        let select = self
            .find::<talent_place::Entity>()
            .filter(talent_place::Column::MapId.eq(map.0))
            .filter(talent_place::Column::EmployeeId.eq(of.0));
        self.one(select).await?.map(read_place).transpose()
    }

    /// Posts for which successors are prepared, those ended too, oldest first.
    pub async fn critical_posts(&self) -> Result<Vec<CriticalPost>, StoreError> {
        let select = self
            .find::<critical_post::Entity>()
            .order_by_asc(critical_post::Column::At)
            .order_by_asc(critical_post::Column::Id);
        let read = |row: critical_post::Model| CriticalPost {
            id: CriticalPostId(row.id),
            post: PostId(row.post_id),
            reason: row.reason,
            by: EmployeeId(row.by_id),
            at: row.at,
            ended_on: row.ended_on,
        };
        Ok(self.all(select).await?.into_iter().map(read).collect())
    }

    /// Everybody who was put forward for these posts, oldest first.
    pub async fn nominees(&self, posts: &[CriticalPostId]) -> Result<Vec<Nominee>, StoreError> {
        let ids = uuids(posts.iter().map(|id| id.0));
        let mut rows = self.among::<nominee::Entity>(nominee::Column::CriticalId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_nominee).collect()
    }
}

impl Tx {
    /// Adds a note.
    pub async fn insert_career_note(&self, note: &CareerNote) -> Result<(), StoreError> {
        let row = career_note::Model {
            agency_id: self.agency_id().0,
            id: note.id.0,
            employee_id: note.employee.0,
            fact: note.fact.code().to_owned(),
            yes: flag(note.yes),
            on_day: note.on,
            source: note.source.clone(),
            by_id: note.by.0,
            at: instant(note.at),
        };
        self.insert::<career_note::Entity>(vec![row]).await
    }

    /// Adds a rating of potential.
    pub async fn insert_potential(&self, rating: &PotentialRating) -> Result<(), StoreError> {
        let row = potential::Model {
            agency_id: self.agency_id().0,
            id: rating.id.0,
            employee_id: rating.employee.0,
            assessment: rating.assessment,
            track_record: rating.track_record,
            on_day: rating.on,
            source: rating.source.clone(),
            reason: rating.reason.clone(),
            by_id: rating.by.0,
            at: instant(rating.at),
        };
        self.insert::<potential::Entity>(vec![row]).await
    }

    /// Adds a map with everybody's place, by name.
    pub async fn insert_talent_map(&self, map: &TalentMap, places: &[(TalentPlace, String)]) -> Result<(), StoreError> {
        let agency = self.agency_id().0;
        let row = talent_map::Model {
            agency_id: agency,
            id: map.id.0,
            on_day: map.on,
            policy: map.policy.clone(),
            by_id: map.by.0,
            at: instant(map.at),
        };
        self.insert::<talent_map::Entity>(vec![row]).await?;
        let rows = places
            .iter()
            .map(|(place, name)| {
                Ok(talent_place::Model {
                    agency_id: agency,
                    map_id: place.map.0,
                    employee_id: place.employee.0,
                    unit_id: place.unit.map(|id| id.0),
                    number: place.placement.number.map_or(UNKNOWN, i64::from),
                    name_key: name_key(name),
                    placement: json(&place.placement)?,
                    because: json(&place.because)?,
                })
            })
            .collect::<Result<_, StoreError>>()?;
        self.insert::<talent_place::Entity>(rows).await
    }

    /// Adds or changes a critical post.
    pub async fn save_critical_post(&self, critical: &CriticalPost) -> Result<(), StoreError> {
        let row = critical_post::Model {
            agency_id: self.agency_id().0,
            id: critical.id.0,
            post_id: critical.post.0,
            reason: critical.reason.clone(),
            by_id: critical.by.0,
            at: instant(critical.at),
            ended_on: critical.ended_on,
        };
        self.upsert::<critical_post::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes somebody put forward.
    pub async fn save_nominee(&self, one: &Nominee) -> Result<(), StoreError> {
        let row = nominee::Model {
            agency_id: self.agency_id().0,
            id: one.id.0,
            critical_id: one.critical.0,
            employee_id: one.employee.0,
            reason: one.reason.clone(),
            because: json(&one.because)?,
            by_id: one.by.0,
            at: instant(one.at),
            ended_on: one.ended_on,
        };
        self.upsert::<nominee::Entity>(vec![row]).await.map(drop)
    }
}

/// 1 yes, 0 no, -1 neither.
fn flag(yes: Option<bool>) -> i64 {
    yes.map_or(-1, i64::from)
}

fn unflag(yes: i64) -> Option<bool> {
    (yes >= 0).then_some(yes == 1)
}

fn read_note(row: career_note::Model) -> Result<CareerNote, StoreError> {
    Ok(CareerNote {
        id: CareerNoteId(row.id),
        employee: EmployeeId(row.employee_id),
        fact: known("career_note.fact", &row.fact, Fact::from_code)?,
        yes: unflag(row.yes),
        on: row.on_day,
        source: row.source,
        by: EmployeeId(row.by_id),
        at: row.at,
    })
}

fn read_potential(row: potential::Model) -> PotentialRating {
    PotentialRating {
        id: PotentialId(row.id),
        employee: EmployeeId(row.employee_id),
        assessment: row.assessment,
        track_record: row.track_record,
        on: row.on_day,
        source: row.source,
        reason: row.reason,
        by: EmployeeId(row.by_id),
        at: row.at,
    }
}

fn read_place(row: talent_place::Model) -> Result<TalentPlace, StoreError> {
    Ok(TalentPlace {
        map: TalentMapId(row.map_id),
        employee: EmployeeId(row.employee_id),
        unit: row.unit_id.map(UnitId),
        placement: from_json("talent_place.placement", &row.placement)?,
        because: from_json("talent_place.because", &row.because)?,
    })
}

fn read_nominee(row: nominee::Model) -> Result<Nominee, StoreError> {
    Ok(Nominee {
        id: NomineeId(row.id),
        critical: CriticalPostId(row.critical_id),
        employee: EmployeeId(row.employee_id),
        reason: row.reason,
        because: from_json("nominee.because", &row.because)?,
        by: EmployeeId(row.by_id),
        at: row.at,
        ended_on: row.ended_on,
    })
}
