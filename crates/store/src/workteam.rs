//! Teams across units, with everything that belongs to them. Lists take a fixed number of queries.

use crate::{
    Scope, StoreError, Tx,
    entity::{reporting_line, workteam, workteam_entry, workteam_member, workteam_rating, workteam_result},
    map::{code, from_code, from_json, instant, json, number, range},
    people::{on_day::rated_on, uuids},
};
use chrono::NaiveDate;
use domain::{
    amount::Amount,
    ids::{
        EmployeeId, PeriodId, UnitId, WorkteamEntryId, WorkteamId, WorkteamMemberId, WorkteamRatingId, WorkteamResultId,
    },
    workteam::{Member, TeamEntry, TeamRating, TeamResult, Word, Workteam},
};
use sea_orm::{
    ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

impl Scope {
    /// One team.
    pub async fn workteam(&self, id: WorkteamId) -> Result<Option<Workteam>, StoreError> {
        let row = self.one(self.find::<workteam::Entity>().filter(workteam::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// Every team, the newest first.
    pub async fn workteams(&self) -> Result<Vec<Workteam>, StoreError> {
        let select = self
            .find::<workteam::Entity>()
            .order_by_desc(workteam::Column::FromDay)
            .order_by_desc(workteam::Column::Id);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// These teams, the newest first.
    pub async fn workteams_among(&self, ids: &[WorkteamId]) -> Result<Vec<Workteam>, StoreError> {
        let ids = uuids(ids.iter().map(|id| id.0));
        sorted(self.among::<workteam::Entity>(workteam::Column::Id, &ids, |s| s).await?)
    }

    /// Teams that these units own, the newest first.
    pub async fn workteams_of_units(&self, units: &[UnitId]) -> Result<Vec<Workteam>, StoreError> {
        let ids = uuids(units.iter().map(|id| id.0));
        sorted(self.among::<workteam::Entity>(workteam::Column::UnitId, &ids, |s| s).await?)
    }

    /// Everybody who was ever proposed for these teams, in the order they were.
    pub async fn workteam_members(&self, teams: &[WorkteamId]) -> Result<Vec<Member>, StoreError> {
        let ids = uuids(teams.iter().map(|id| id.0));
        let mut rows = self.among::<workteam_member::Entity>(workteam_member::Column::TeamId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_member).collect()
    }

    /// The parts these people have, or were proposed for, in teams.
    pub async fn workteam_parts(&self, employees: &[EmployeeId]) -> Result<Vec<Member>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let mut rows = self.among::<workteam_member::Entity>(workteam_member::Column::EmployeeId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_member).collect()
    }

    /// Proposals that wait for somebody's word as rater on a day, oldest first.
    pub async fn workteam_words_waiting(&self, rater: EmployeeId, day: NaiveDate) -> Result<Vec<Member>, StoreError> {
        let select = self
            .find::<workteam_member::Entity>()
            .filter(self.words_waiting(rater, day))
            .order_by_asc(workteam_member::Column::At)
            .order_by_asc(workteam_member::Column::Id);
        self.all(select).await?.into_iter().map(read_member).collect()
    }

    /// Which proposals wait for somebody: of those they rate on the day; of people nobody rates any more whoever rated them
    /// when the proposal was made.
    pub(crate) fn words_waiting(&self, rater: EmployeeId, day: NaiveDate) -> Condition {
        let lines = || rated_on(self.find::<reporting_line::Entity>(), day);
        let theirs = lines()
            .filter(reporting_line::Column::RaterId.eq(rater.0))
            .select_only()
            .column(reporting_line::Column::EmployeeId);
        let same = Expr::col((reporting_line::Entity, reporting_line::Column::EmployeeId))
            .equals((workteam_member::Entity, workteam_member::Column::EmployeeId));
        let anybodys = lines().filter(same).select_only().expr(Expr::val(1)).into_query();
        let left = Condition::all().add(workteam_member::Column::RaterId.eq(rater.0)).add(Expr::exists(anybodys).not());
        Condition::all()
            .add(workteam_member::Column::WordAt.is_null())
            .add(workteam_member::Column::EndedOn.is_null())
            .add(Condition::any().add(workteam_member::Column::EmployeeId.in_subquery(theirs.into_query())).add(left))
    }

    /// What these teams are to deliver, in the order it was laid down.
    pub async fn workteam_results(&self, teams: &[WorkteamId]) -> Result<Vec<TeamResult>, StoreError> {
        let ids = uuids(teams.iter().map(|id| id.0));
        let mut rows = self.among::<workteam_result::Entity>(workteam_result::Column::TeamId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_result).collect()
    }

    /// What was reported under these results, in the order it was.
    pub async fn workteam_entries(&self, results: &[WorkteamResultId]) -> Result<Vec<TeamEntry>, StoreError> {
        let ids = uuids(results.iter().map(|id| id.0));
        let mut rows = self.among::<workteam_entry::Entity>(workteam_entry::Column::ResultId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        Ok(rows.into_iter().map(read_entry).collect())
    }

    /// What these teams were found to have achieved, oldest first; the latest of a period counts.
    pub async fn workteam_ratings(&self, teams: &[WorkteamId]) -> Result<Vec<TeamRating>, StoreError> {
        let ids = uuids(teams.iter().map(|id| id.0));
        let mut rows = self.among::<workteam_rating::Entity>(workteam_rating::Column::TeamId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_rating).collect()
    }
}

impl Tx {
    /// Adds or changes a team. Callers hold its lock.
    pub async fn save_workteam(&self, team: &Workteam) -> Result<(), StoreError> {
        let row = workteam::Model {
            agency_id: self.agency_id().0,
            id: team.id.0,
            name: team.name.clone(),
            purpose: team.purpose.clone(),
            unit_id: team.unit.map(|id| id.0),
            from_day: team.dates.from,
            until_day: team.dates.until,
            by_id: team.by.0,
            at: instant(team.at),
            ended_on: team.ended_on,
            revision: team.revision,
        };
        self.upsert::<workteam::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes somebody's part. Callers hold the team's lock.
    pub async fn save_workteam_member(&self, member: &Member) -> Result<(), StoreError> {
        let row = workteam_member::Model {
            agency_id: self.agency_id().0,
            id: member.id.0,
            team_id: member.team.0,
            employee_id: member.employee.0,
            part: code(member.part)?,
            work: member.work.clone(),
            share: member.share.map(i64::from),
            from_day: member.dates.from,
            until_day: member.dates.until,
            by_id: member.by.0,
            at: instant(member.at),
            rater_id: member.rater.map(|id| id.0),
            superior_id: member.superior.map(|id| id.0),
            word_by_id: member.word.as_ref().map(|word| word.by.0),
            word_at: member.word.as_ref().map(|word| instant(word.at)),
            agreed: member.agreed(),
            reason: member.word.as_ref().map(|word| word.reason.clone()).unwrap_or_default(),
            ended_on: member.ended_on,
        };
        self.upsert::<workteam_member::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes what a team is to deliver. Callers hold the team's lock.
    pub async fn save_workteam_result(&self, result: &TeamResult) -> Result<(), StoreError> {
        let row = workteam_result::Model {
            agency_id: self.agency_id().0,
            id: result.id.0,
            team_id: result.team.0,
            text: result.text.clone(),
            target: json(&result.target)?,
            due: result.due,
            carriers: json(&result.carriers)?,
            by_id: result.by.0,
            at: instant(result.at),
            dropped_on: result.dropped_on,
        };
        self.upsert::<workteam_result::Entity>(vec![row]).await.map(drop)
    }

    /// Adds a report.
    pub async fn insert_workteam_entry(&self, entry: &TeamEntry) -> Result<(), StoreError> {
        let row = workteam_entry::Model {
            agency_id: self.agency_id().0,
            id: entry.id.0,
            result_id: entry.result.0,
            on_day: entry.on,
            amount: entry.amount.map(|amount| amount.0),
            did: entry.did.clone(),
            proof: entry.proof.clone(),
            corrects_id: entry.corrects.map(|id| id.0),
            by_id: entry.by.0,
            at: instant(entry.at),
        };
        self.insert::<workteam_entry::Entity>(vec![row]).await
    }

    /// Adds what a team was found to have achieved.
    pub async fn insert_workteam_rating(&self, rating: &TeamRating) -> Result<(), StoreError> {
        let row = workteam_rating::Model {
            agency_id: self.agency_id().0,
            id: rating.id.0,
            team_id: rating.team.0,
            period_id: rating.period.0,
            rated: json(&rating.rated)?,
            predikat: code(rating.predikat)?,
            because: json(&rating.because)?,
            by_id: rating.by.0,
            at: instant(rating.at),
        };
        self.insert::<workteam_rating::Entity>(vec![row]).await
    }
}

fn sorted(mut rows: Vec<workteam::Model>) -> Result<Vec<Workteam>, StoreError> {
    rows.sort_by_key(|row| std::cmp::Reverse((row.from_day, row.id)));
    rows.into_iter().map(read).collect()
}

fn read(row: workteam::Model) -> Result<Workteam, StoreError> {
    Ok(Workteam {
        id: WorkteamId(row.id),
        name: row.name,
        purpose: row.purpose,
        unit: row.unit_id.map(UnitId),
        dates: range("workteam", row.from_day, row.until_day)?,
        by: EmployeeId(row.by_id),
        at: row.at,
        ended_on: row.ended_on,
        revision: row.revision,
    })
}

fn read_member(row: workteam_member::Model) -> Result<Member, StoreError> {
    let word = row.word_by_id.zip(row.word_at);
    Ok(Member {
        id: WorkteamMemberId(row.id),
        team: WorkteamId(row.team_id),
        employee: EmployeeId(row.employee_id),
        part: from_code("workteam_member.part", row.part)?,
        work: row.work,
        share: row.share.map(|share| number("workteam_member.share", share)).transpose()?,
        dates: range("workteam_member", row.from_day, row.until_day)?,
        by: EmployeeId(row.by_id),
        at: row.at,
        rater: row.rater_id.map(EmployeeId),
        superior: row.superior_id.map(EmployeeId),
        word: word.map(|(by, at)| Word { by: EmployeeId(by), at, agreed: row.agreed, reason: row.reason }),
        ended_on: row.ended_on,
    })
}

fn read_result(row: workteam_result::Model) -> Result<TeamResult, StoreError> {
    Ok(TeamResult {
        id: WorkteamResultId(row.id),
        team: WorkteamId(row.team_id),
        text: row.text,
        target: from_json("workteam_result.target", &row.target)?,
        due: row.due,
        carriers: from_json("workteam_result.carriers", &row.carriers)?,
        by: EmployeeId(row.by_id),
        at: row.at,
        dropped_on: row.dropped_on,
    })
}

fn read_entry(row: workteam_entry::Model) -> TeamEntry {
    TeamEntry {
        id: WorkteamEntryId(row.id),
        result: WorkteamResultId(row.result_id),
        on: row.on_day,
        amount: row.amount.map(Amount),
        did: row.did,
        proof: row.proof,
        corrects: row.corrects_id.map(WorkteamEntryId),
        by: EmployeeId(row.by_id),
        at: row.at,
    }
}

fn read_rating(row: workteam_rating::Model) -> Result<TeamRating, StoreError> {
    Ok(TeamRating {
        id: WorkteamRatingId(row.id),
        team: WorkteamId(row.team_id),
        period: PeriodId(row.period_id),
        rated: from_json("workteam_rating.rated", &row.rated)?,
        predikat: from_code("workteam_rating.predikat", row.predikat)?,
        because: from_json("workteam_rating.because", &row.because)?,
        by: EmployeeId(row.by_id),
        at: row.at,
    })
}
