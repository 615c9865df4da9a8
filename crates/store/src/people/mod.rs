//! Units, posts with their tasks, employees, dated assignments and reporting lines.
//!
//! Not here: log-ins (`account`). Read first: this file for single things and writes; then `on_day` for who was where
//! and under whom on a day.

mod frame;
pub(crate) mod on_day;
mod rows;

pub use frame::{Frame, Touched};
pub use on_day::Person;

use crate::{
    Page, PageOf, Scope, StoreError, Tx,
    entity::{employee, post, post_task, unit},
    name_key,
};
use domain::{
    ids::{EmployeeId, PostId, UnitId},
    people::{Assignment, Circumstance, Employee, Post, PostTask, ReportingLine, Unit},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, sea_query::LikeExpr};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

impl Scope {
    /// Every unit, by code.
    pub async fn units(&self) -> Result<Vec<Unit>, StoreError> {
        let rows = self.all(self.find::<unit::Entity>().order_by_asc(unit::Column::Code)).await?;
        Ok(rows.into_iter().map(rows::unit).collect())
    }

    /// A unit and everything below it; the unit itself comes first. Empty if there is no such unit.
    pub async fn units_under(&self, top: UnitId) -> Result<Vec<Unit>, StoreError> {
        let mut children: HashMap<Option<UnitId>, Vec<Unit>> = HashMap::new();
        let mut found = Vec::new();
        for unit in self.units().await? {
            if unit.id == top {
                found.push(unit);
            } else {
                children.entry(unit.parent).or_default().push(unit);
            }
        }
        // Breadth first; a unit is taken out of the map once, so a circle in the tree ends.
        let mut at = 0;
        while let Some(unit) = found.get(at) {
            let below = children.remove(&Some(unit.id)).unwrap_or_default();
            found.extend(below);
            at += 1;
        }
        Ok(found)
    }

    /// One unit.
    pub async fn unit(&self, id: UnitId) -> Result<Option<Unit>, StoreError> {
        let row = self.one(self.find::<unit::Entity>().filter(unit::Column::Id.eq(id.0))).await?;
        Ok(row.map(rows::unit))
    }

    /// The unit with the agency's own code.
    pub async fn unit_by_code(&self, code: &str) -> Result<Option<Unit>, StoreError> {
        let row = self.one(self.find::<unit::Entity>().filter(unit::Column::Code.eq(code))).await?;
        Ok(row.map(rows::unit))
    }

    /// Every post, by code.
    pub async fn posts(&self) -> Result<Vec<Post>, StoreError> {
        let rows = self.all(self.find::<post::Entity>().order_by_asc(post::Column::Code)).await?;
        rows.into_iter().map(rows::post).collect()
    }

    /// The posts of a unit, the one that leads it first.
    pub async fn posts_of_unit(&self, unit: UnitId) -> Result<Vec<Post>, StoreError> {
        let select = self
            .find::<post::Entity>()
            .filter(post::Column::UnitId.eq(unit.0))
            .order_by_desc(post::Column::LeadsUnit)
            .order_by_asc(post::Column::Code);
        self.all(select).await?.into_iter().map(rows::post).collect()
    }

    /// One post.
    pub async fn post(&self, id: PostId) -> Result<Option<Post>, StoreError> {
        let row = self.one(self.find::<post::Entity>().filter(post::Column::Id.eq(id.0))).await?;
        row.map(rows::post).transpose()
    }

    /// The post with the agency's own code.
    pub async fn post_by_code(&self, code: &str) -> Result<Option<Post>, StoreError> {
        let row = self.one(self.find::<post::Entity>().filter(post::Column::Code.eq(code))).await?;
        row.map(rows::post).transpose()
    }

    /// The posts with these ids, in no particular order.
    pub async fn posts_among(&self, ids: &[PostId]) -> Result<Vec<Post>, StoreError> {
        let rows = self.among::<post::Entity>(post::Column::Id, &uuids(ids.iter().map(|id| id.0)), |s| s).await?;
        rows.into_iter().map(rows::post).collect()
    }

    /// The task library of a post, in order.
    pub async fn post_tasks(&self, post: PostId) -> Result<Vec<PostTask>, StoreError> {
        let select = self
            .find::<post_task::Entity>()
            .filter(post_task::Column::PostId.eq(post.0))
            .order_by_asc(post_task::Column::Seq);
        self.all(select).await?.into_iter().map(rows::task).collect()
    }

    /// Every task of every post, by post and order.
    pub async fn tasks(&self) -> Result<Vec<PostTask>, StoreError> {
        let select = self
            .find::<post_task::Entity>()
            .order_by_asc(post_task::Column::PostId)
            .order_by_asc(post_task::Column::Seq);
        self.all(select).await?.into_iter().map(rows::task).collect()
    }

    /// One person.
    pub async fn employee(&self, id: EmployeeId) -> Result<Option<Employee>, StoreError> {
        let row = self.one(self.find::<employee::Entity>().filter(employee::Column::Id.eq(id.0))).await?;
        row.map(rows::employee).transpose()
    }

    /// The person with this NIP or NI PPPK; spaces are ignored.
    pub async fn employee_by_nip(&self, nip: &str) -> Result<Option<Employee>, StoreError> {
        let digits: String = nip.chars().filter(|c| !c.is_whitespace()).collect();
        let row = self.one(self.find::<employee::Entity>().filter(employee::Column::Nip.eq(digits))).await?;
        row.map(rows::employee).transpose()
    }

    /// People by their NIP or NI PPPK, without spaces.
    pub async fn employees_by_nip(&self, nips: &[String]) -> Result<Vec<Employee>, StoreError> {
        let mut found = Vec::new();
        for chunk in nips.chunks(500) {
            let select = self.find::<employee::Entity>().filter(employee::Column::Nip.is_in(chunk.iter().cloned()));
            found.append(&mut self.all(select).await?);
        }
        found.into_iter().map(rows::employee).collect()
    }

    /// These people, by name.
    pub async fn employees(&self, ids: &[EmployeeId]) -> Result<Vec<Employee>, StoreError> {
        let ids = uuids(ids.iter().map(|id| id.0));
        let mut rows = self.among::<employee::Entity>(employee::Column::Id, &ids, |s| s).await?;
        rows.sort_by(|a, b| (&a.name_key, a.id).cmp(&(&b.name_key, b.id)));
        rows.into_iter().map(rows::employee).collect()
    }

    /// Everybody who was ever entered, by name.
    pub async fn all_employees(&self) -> Result<Vec<Employee>, StoreError> {
        let select =
            self.find::<employee::Entity>().order_by_asc(employee::Column::NameKey).order_by_asc(employee::Column::Id);
        self.all(select).await?.into_iter().map(rows::employee).collect()
    }

    /// People whose name has every word of `query`, or whose NIP begins with its digits; everybody when it is empty.
    pub async fn search_employees(&self, query: &str, page: PageOf) -> Result<Page<Employee>, StoreError> {
        let digits: String = query.chars().filter(|c| !c.is_whitespace()).collect();
        let mut named = Condition::all();
        // `name_key` leaves nothing that means something to LIKE.
        for word in name_key(query).split(' ') {
            named = named.add(employee::Column::NameKey.like(LikeExpr::new(format!("%{word}%"))));
        }
        let mut found = Condition::any().add(named);
        if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            found = found.add(employee::Column::Nip.like(LikeExpr::new(format!("{digits}%"))));
        }
        let select = self
            .find::<employee::Entity>()
            .filter(found)
            .order_by_asc(employee::Column::NameKey)
            .order_by_asc(employee::Column::Id);
        self.page(select, page).await?.try_map(rows::employee)
    }
}

impl Tx {
    /// Adds or changes a unit.
    pub async fn save_unit(&self, unit: &Unit) -> Result<(), StoreError> {
        self.upsert::<unit::Entity>(vec![rows::of_unit(self.agency_id(), unit)]).await.map(drop)
    }

    /// Adds or changes a post; its tasks stay.
    pub async fn save_post(&self, post: &Post) -> Result<(), StoreError> {
        self.upsert::<post::Entity>(vec![rows::of_post(self.agency_id(), post)]).await.map(drop)
    }

    /// Replaces the task library of a post.
    pub async fn save_post_tasks(&self, post: PostId, tasks: &[PostTask]) -> Result<(), StoreError> {
        self.remove::<post_task::Entity>(post_task::Column::PostId.eq(post.0)).await?;
        self.insert_tasks(&tasks.iter().map(|task| PostTask { post, ..task.clone() }).collect::<Vec<_>>()).await
    }

    /// Adds or changes a person.
    pub async fn save_employee(&self, employee: &Employee) -> Result<(), StoreError> {
        self.upsert::<employee::Entity>(vec![rows::of_employee(self.agency_id(), employee)]).await.map(drop)
    }

    /// Adds or changes an assignment.
    pub async fn save_assignment(&self, assignment: &Assignment) -> Result<(), StoreError> {
        let row = rows::of_assignment(self.agency_id(), assignment)?;
        self.upsert::<crate::entity::assignment::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes a circumstance.
    pub async fn save_circumstance(&self, circumstance: &Circumstance) -> Result<(), StoreError> {
        let row = rows::of_circumstance(self.agency_id(), circumstance)?;
        self.upsert::<crate::entity::circumstance::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes a reporting line.
    pub async fn save_line(&self, line: &ReportingLine) -> Result<(), StoreError> {
        let row = rows::of_line(self.agency_id(), line);
        self.upsert::<crate::entity::reporting_line::Entity>(vec![row]).await.map(drop)
    }

    /// Adds units in any order: those above are put before those below.
    pub async fn insert_units(&self, units: &[Unit]) -> Result<(), StoreError> {
        let new: HashSet<UnitId> = units.iter().map(|unit| unit.id).collect();
        let mut below: HashMap<UnitId, Vec<&Unit>> = HashMap::new();
        let mut order: Vec<&Unit> = Vec::with_capacity(units.len());
        for unit in units {
            match unit.parent.filter(|parent| new.contains(parent)) {
                Some(parent) => below.entry(parent).or_default().push(unit),
                None => order.push(unit),
            }
        }
        let mut at = 0;
        while let Some(unit) = order.get(at) {
            order.extend(below.remove(&unit.id).unwrap_or_default());
            at += 1;
        }
        if order.len() < units.len() {
            return Err(StoreError::missing("unit.parent: the units stand above each other in a circle"));
        }
        self.insert::<unit::Entity>(order.into_iter().map(|unit| rows::of_unit(self.agency_id(), unit)).collect()).await
    }

    /// Adds posts.
    pub async fn insert_posts(&self, posts: &[Post]) -> Result<(), StoreError> {
        self.insert::<post::Entity>(posts.iter().map(|post| rows::of_post(self.agency_id(), post)).collect()).await
    }

    /// Adds tasks to task libraries.
    pub async fn insert_tasks(&self, tasks: &[PostTask]) -> Result<(), StoreError> {
        let rows = tasks.iter().map(|task| rows::of_task(self.agency_id(), task)).collect::<Result<_, _>>()?;
        self.insert::<post_task::Entity>(rows).await
    }

    /// Adds people.
    pub async fn insert_employees(&self, employees: &[Employee]) -> Result<(), StoreError> {
        let rows = employees.iter().map(|employee| rows::of_employee(self.agency_id(), employee)).collect();
        self.insert::<employee::Entity>(rows).await
    }

    /// Adds assignments.
    pub async fn insert_assignments(&self, assignments: &[Assignment]) -> Result<(), StoreError> {
        let agency = self.agency_id();
        let rows = assignments.iter().map(|one| rows::of_assignment(agency, one)).collect::<Result<_, _>>()?;
        self.insert::<crate::entity::assignment::Entity>(rows).await
    }

    /// Adds reporting lines.
    pub async fn insert_lines(&self, lines: &[ReportingLine]) -> Result<(), StoreError> {
        let rows = lines.iter().map(|line| rows::of_line(self.agency_id(), line)).collect();
        self.insert::<crate::entity::reporting_line::Entity>(rows).await
    }
}

/// Ids without repetitions.
pub(crate) fn uuids(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
