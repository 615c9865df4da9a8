//! What follows from results: proposals, each once for a result, rule and criterion.

use crate::{
    Page, PageOf, Scope, StoreError, Tx,
    entity::proposal,
    map::{code, from_code, from_json, instant, json, maybe_instant},
    people::uuids,
};
use domain::{
    followup::{Proposal, State},
    ids::{EmployeeId, EvaluationId, PeriodId, ProposalId, UnitId},
    scheme::follow::Programme,
};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::OnConflict,
};

use crate::scope::inserts;

/// Which proposals somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// In which year.
    pub year: Option<i32>,
    /// In which state.
    pub state: Option<State>,
    /// Of which kind.
    pub programme: Option<Programme>,
    /// In these units; everywhere without any.
    pub units: Vec<UnitId>,
    /// Rules of this result only.
    pub evaluation: Option<EvaluationId>,
}

impl Scope {
    /// One proposal.
    pub async fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let row = self.one(self.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// The proposals about these people, the newest first.
    pub async fn proposals_of(&self, employees: &[EmployeeId]) -> Result<Vec<Proposal>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let mut rows = self.among::<proposal::Entity>(proposal::Column::EmployeeId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (std::cmp::Reverse(row.year), row.programme.clone(), row.id));
        rows.into_iter().map(read).collect()
    }

    /// The proposals that follow from these results.
    pub async fn proposals_behind(&self, results: &[EvaluationId]) -> Result<Vec<Proposal>, StoreError> {
        let ids = uuids(results.iter().map(|id| id.0));
        let rows = self.among::<proposal::Entity>(proposal::Column::EvaluationId, &ids, |s| s).await?;
        rows.into_iter().map(read).collect()
    }

    /// Proposals page by page, those that wait first.
    pub async fn proposals(&self, which: &Proposals, page: PageOf) -> Result<Page<Proposal>, StoreError> {
        let select = narrowed(self.find::<proposal::Entity>(), which)
            .order_by_desc(proposal::Column::Year)
            .order_by_asc(proposal::Column::Programme)
            .order_by_asc(proposal::Column::UnitId)
            .order_by_asc(proposal::Column::EmployeeId)
            .order_by_asc(proposal::Column::Id);
        let found = self.page(select, page).await?;
        let (total, number, per_page) = (found.total, found.page, found.per_page);
        let rows = found.rows.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Page { rows, total, page: number, per_page })
    }

    /// How many proposals of a year there are, by programme and state.
    pub async fn proposals_counted(&self, year: i32) -> Result<Vec<(Programme, State, u64)>, StoreError> {
        let select = self
            .find::<proposal::Entity>()
            .filter(proposal::Column::Year.eq(year))
            .select_only()
            .column(proposal::Column::Programme)
            .column(proposal::Column::State)
            .column_as(proposal::Column::Id.count(), "n")
            .group_by(proposal::Column::Programme)
            .group_by(proposal::Column::State)
            .order_by_asc(proposal::Column::Programme)
            .order_by_asc(proposal::Column::State)
            .into_tuple::<(String, String, i64)>();
        let rows = select.all(&self.conn).await?;
        rows.into_iter()
            .map(|(programme, state, n)| {
                let n = u64::try_from(n).unwrap_or_default();
                Ok((from_code("proposal.programme", programme)?, from_code("proposal.state", state)?, n))
            })
            .collect()
    }

    /// How many proposals a period has.
    pub async fn proposals_in(&self, period: PeriodId) -> Result<u64, StoreError> {
        let select = self.find::<proposal::Entity>().filter(proposal::Column::PeriodId.eq(period.0));
        Ok(select.count(&self.conn).await?)
    }
}

fn narrowed(select: Select<proposal::Entity>, which: &Proposals) -> Select<proposal::Entity> {
    let state = which.state.and_then(|state| code(state).ok());
    let programme = which.programme.and_then(|programme| code(programme).ok());
    select
        .apply_if(which.year, |s, year| s.filter(proposal::Column::Year.eq(year)))
        .apply_if(state, |s, state| s.filter(proposal::Column::State.eq(state)))
        .apply_if(programme, |s, programme| s.filter(proposal::Column::Programme.eq(programme)))
        .apply_if(which.evaluation, |s, id| s.filter(proposal::Column::EvaluationId.eq(id.0)))
        .apply_if((!which.units.is_empty()).then_some(&which.units), |s, units| {
            s.filter(proposal::Column::UnitId.is_in(units.iter().map(|unit| unit.0)))
        })
}

impl Tx {
    /// Adds proposals; those that are there already stay as they are. Returns how many were added.
    pub async fn add_proposals(&self, proposals: &[Proposal]) -> Result<u64, StoreError> {
        let rows = proposals.iter().map(|one| row(self, one)).collect::<Result<Vec<_>, _>>()?;
        let mut added = 0;
        for mut statement in inserts::<proposal::Entity>(rows) {
            statement.on_conflict(OnConflict::new().do_nothing().to_owned());
            added += self.write(&statement).await?;
        }
        Ok(added)
    }

    /// Changes a proposal.
    pub async fn save_proposal(&self, proposal: &Proposal) -> Result<(), StoreError> {
        self.upsert::<proposal::Entity>(vec![row(self, proposal)?]).await.map(drop)
    }
}

fn row(tx: &Tx, one: &Proposal) -> Result<<proposal::Entity as EntityTrait>::Model, StoreError> {
    Ok(proposal::Model {
        agency_id: tx.agency_id().0,
        id: one.id.0,
        employee_id: one.employee.0,
        evaluation_id: one.evaluation.0,
        period_id: one.period.0,
        year: one.year,
        unit_id: one.unit.0,
        rule: one.rule.clone(),
        criterion: one.criterion.clone().unwrap_or_default(),
        act: code(one.act)?,
        programme: code(one.programme)?,
        text: one.text.clone(),
        because: json(&one.because)?,
        policy: one.policy.clone(),
        at: instant(one.at),
        answer: one.answer.as_ref().map(json).transpose()?,
        decision: one.decision.as_ref().map(json).transpose()?,
        state: code(one.state())?,
        withdrawn_at: maybe_instant(one.withdrawn_at),
    })
}

fn read(row: proposal::Model) -> Result<Proposal, StoreError> {
    Ok(Proposal {
        id: ProposalId(row.id),
        employee: EmployeeId(row.employee_id),
        evaluation: EvaluationId(row.evaluation_id),
        period: PeriodId(row.period_id),
        year: row.year,
        unit: UnitId(row.unit_id),
        rule: row.rule,
        criterion: Some(row.criterion).filter(|code| !code.is_empty()),
        act: from_code("proposal.act", row.act)?,
        programme: from_code("proposal.programme", row.programme)?,
        text: row.text,
        because: from_json("proposal.because", &row.because)?,
        policy: row.policy,
        at: row.at,
        answer: row.answer.map(|text| from_json("proposal.answer", &text)).transpose()?,
        decision: row.decision.map(|text| from_json("proposal.decision", &text)).transpose()?,
        withdrawn_at: row.withdrawn_at,
    })
}
