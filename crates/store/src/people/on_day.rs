//! Who was where and under whom on a day. Lists take a fixed number of queries and are put together in Rust.

use crate::{
    Scope, StoreError,
    entity::{assignment, circumstance, post, reporting_line, unit},
    name_key,
    people::{rows, uuids},
};
use chrono::NaiveDate;
use domain::{
    ids::{EmployeeId, PostId, UnitId},
    people::{Assignment, Circumstance, Employee, Post, ReportingLine, Standing, Unit},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;

/// A person as the agency saw them on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub employee: Employee,
    /// The post held on the day, the definitive one before an acting one.
    pub post: Option<Post>,
    /// The unit of that post.
    pub unit: Option<Unit>,
    /// As what the post was held.
    pub standing: Option<Standing>,
    /// Who rated them on the day.
    pub line: Option<ReportingLine>,
}

fn in_force(from: impl ColumnTrait, until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::all().add(from.lte(day)).add(Condition::any().add(until.is_null()).add(until.gte(day)))
}

pub(super) fn assigned_on(select: Select<assignment::Entity>, day: NaiveDate) -> Select<assignment::Entity> {
    select.filter(in_force(assignment::Column::FromDay, assignment::Column::UntilDay, day))
}

pub(crate) fn rated_on(select: Select<reporting_line::Entity>, day: NaiveDate) -> Select<reporting_line::Entity> {
    select.filter(in_force(reporting_line::Column::FromDay, reporting_line::Column::UntilDay, day))
}

/// Definitive before acting, then the later one.
fn rank(assignment: &Assignment) -> (u8, std::cmp::Reverse<NaiveDate>) {
    let standing = match assignment.standing {
        Standing::Definitif => 0,
        Standing::Plt => 1,
        Standing::Plh => 2,
    };
    (standing, std::cmp::Reverse(assignment.dates.from))
}

impl Scope {
    /// Every assignment of a person, oldest first.
    pub async fn assignments_of(&self, employee: EmployeeId) -> Result<Vec<Assignment>, StoreError> {
        let select = self
            .find::<assignment::Entity>()
            .filter(assignment::Column::EmployeeId.eq(employee.0))
            .order_by_asc(assignment::Column::FromDay)
            .order_by_asc(assignment::Column::Id);
        self.all(select).await?.into_iter().map(rows::assignment).collect()
    }

    /// The assignment of a person on a day, the definitive one first.
    pub async fn assignment_on(&self, employee: EmployeeId, day: NaiveDate) -> Result<Option<Assignment>, StoreError> {
        let select = self.find::<assignment::Entity>().filter(assignment::Column::EmployeeId.eq(employee.0));
        let found: Vec<Assignment> =
            self.all(assigned_on(select, day)).await?.into_iter().map(rows::assignment).collect::<Result<_, _>>()?;
        Ok(found.into_iter().min_by_key(rank))
    }

    /// Who held a post on a day, the definitive holder first.
    pub async fn holders_on(&self, post: PostId, day: NaiveDate) -> Result<Vec<Assignment>, StoreError> {
        let select = self.find::<assignment::Entity>().filter(assignment::Column::PostId.eq(post.0));
        let mut found: Vec<Assignment> =
            self.all(assigned_on(select, day)).await?.into_iter().map(rows::assignment).collect::<Result<_, _>>()?;
        found.sort_by_key(rank);
        Ok(found)
    }

    /// Every assignment of the agency on a day.
    pub async fn assignments_on(&self, day: NaiveDate) -> Result<Vec<Assignment>, StoreError> {
        let select = assigned_on(self.find::<assignment::Entity>(), day);
        self.all(select).await?.into_iter().map(rows::assignment).collect()
    }

    /// What takes people out of the ordinary year on a day.
    pub async fn circumstances_on(&self, day: NaiveDate) -> Result<Vec<Circumstance>, StoreError> {
        let during = in_force(circumstance::Column::FromDay, circumstance::Column::UntilDay, day);
        let rows = self.all(self.find::<circumstance::Entity>().filter(during)).await?;
        rows.into_iter().map(rows::circumstance).collect()
    }

    /// What took these people out of the ordinary year, ever; oldest first.
    pub async fn circumstances_of(&self, people: &[EmployeeId]) -> Result<Vec<Circumstance>, StoreError> {
        let people = uuids(people.iter().map(|id| id.0));
        let rows = self
            .among::<circumstance::Entity>(circumstance::Column::EmployeeId, &people, |select| {
                select.order_by_asc(circumstance::Column::FromDay).order_by_asc(circumstance::Column::Id)
            })
            .await?;
        rows.into_iter().map(rows::circumstance).collect()
    }

    /// Every reporting line of a person, oldest first.
    pub async fn lines_of(&self, employee: EmployeeId) -> Result<Vec<ReportingLine>, StoreError> {
        let select = self
            .find::<reporting_line::Entity>()
            .filter(reporting_line::Column::EmployeeId.eq(employee.0))
            .order_by_asc(reporting_line::Column::FromDay)
            .order_by_asc(reporting_line::Column::Id);
        self.all(select).await?.into_iter().map(rows::line).collect()
    }

    /// The reporting line of a person on a day; of several the latest.
    pub async fn line_on(&self, employee: EmployeeId, day: NaiveDate) -> Result<Option<ReportingLine>, StoreError> {
        let select = self
            .find::<reporting_line::Entity>()
            .filter(reporting_line::Column::EmployeeId.eq(employee.0))
            .order_by_desc(reporting_line::Column::FromDay);
        self.one(rated_on(select, day)).await?.map(rows::line).transpose()
    }

    /// Whom somebody rates on a day.
    pub async fn team_on(&self, rater: EmployeeId, day: NaiveDate) -> Result<Vec<ReportingLine>, StoreError> {
        let select = self.find::<reporting_line::Entity>().filter(reporting_line::Column::RaterId.eq(rater.0));
        self.all(rated_on(select, day)).await?.into_iter().map(rows::line).collect()
    }

    /// Everybody who rates somebody on a day.
    pub async fn raters_on(&self, day: NaiveDate) -> Result<Vec<EmployeeId>, StoreError> {
        let select = rated_on(self.find::<reporting_line::Entity>(), day)
            .select_only()
            .column(reporting_line::Column::RaterId)
            .distinct();
        let ids: Vec<uuid::Uuid> = select.into_tuple().all(&self.conn).await?;
        Ok(ids.into_iter().map(EmployeeId).collect())
    }

    /// The lines in which somebody is the rater's superior on a day.
    pub async fn superior_of_on(&self, superior: EmployeeId, day: NaiveDate) -> Result<Vec<ReportingLine>, StoreError> {
        let select = self.find::<reporting_line::Entity>().filter(reporting_line::Column::SuperiorId.eq(superior.0));
        self.all(rated_on(select, day)).await?.into_iter().map(rows::line).collect()
    }

    /// Everybody with post, unit and line on a day, by name. Five queries.
    pub async fn everyone(&self, day: NaiveDate) -> Result<Vec<Person>, StoreError> {
        let employees = self.all_employees().await?;
        let assignments = self.all(assigned_on(self.find::<assignment::Entity>(), day)).await?;
        let lines = self.all(rated_on(self.find::<reporting_line::Entity>(), day)).await?;
        let (posts, units) = (self.posts().await?, self.units().await?);
        put_together(employees, assignments, lines, posts, units)
    }

    /// The same for these people. Five queries for each 500 of them.
    pub async fn people_on(&self, ids: &[EmployeeId], day: NaiveDate) -> Result<Vec<Person>, StoreError> {
        let employees = self.employees(ids).await?;
        let ids = uuids(ids.iter().map(|id| id.0));
        let assignments =
            self.among::<assignment::Entity>(assignment::Column::EmployeeId, &ids, |s| assigned_on(s, day)).await?;
        let lines = self
            .among::<reporting_line::Entity>(reporting_line::Column::EmployeeId, &ids, |s| rated_on(s, day))
            .await?;
        let held = uuids(assignments.iter().map(|a| a.post_id));
        let posts: Vec<Post> = self
            .among::<post::Entity>(post::Column::Id, &held, |s| s)
            .await?
            .into_iter()
            .map(rows::post)
            .collect::<Result<_, _>>()?;
        let within = uuids(posts.iter().map(|post| post.unit.0));
        let units = self.among::<unit::Entity>(unit::Column::Id, &within, |s| s).await?;
        put_together(employees, assignments, lines, posts, units.into_iter().map(rows::unit).collect())
    }

    /// Everybody who holds a post of one of these units on a day, by name.
    pub async fn people_in(&self, units: &[UnitId], day: NaiveDate) -> Result<Vec<Person>, StoreError> {
        let ids = uuids(units.iter().map(|id| id.0));
        let posts = self.among::<post::Entity>(post::Column::UnitId, &ids, |s| s).await?;
        let held = uuids(posts.iter().map(|post| post.id));
        let assignments =
            self.among::<assignment::Entity>(assignment::Column::PostId, &held, |s| assigned_on(s, day)).await?;
        let found: Vec<EmployeeId> =
            uuids(assignments.iter().map(|a| a.employee_id)).into_iter().map(EmployeeId).collect();
        let mut people = self.people_on(&found, day).await?;
        // Somebody who only acts for a post here belongs to the unit of their definitive post.
        people.retain(|person| person.unit.as_ref().is_some_and(|unit| ids.binary_search(&unit.id.0).is_ok()));
        Ok(people)
    }
}

fn put_together(
    employees: Vec<Employee>,
    assignments: Vec<assignment::Model>,
    lines: Vec<reporting_line::Model>,
    posts: Vec<Post>,
    units: Vec<Unit>,
) -> Result<Vec<Person>, StoreError> {
    let mut held: HashMap<EmployeeId, Assignment> = HashMap::with_capacity(assignments.len());
    for row in assignments {
        let assignment = rows::assignment(row)?;
        let better = held.get(&assignment.employee).is_none_or(|present| rank(&assignment) < rank(present));
        if better {
            held.insert(assignment.employee, assignment);
        }
    }
    let mut rated: HashMap<EmployeeId, ReportingLine> = HashMap::with_capacity(lines.len());
    for row in lines {
        let line = rows::line(row)?;
        let later = rated.get(&line.employee).is_none_or(|present| line.dates.from > present.dates.from);
        if later {
            rated.insert(line.employee, line);
        }
    }
    let posts: HashMap<PostId, Post> = posts.into_iter().map(|post| (post.id, post)).collect();
    let units: HashMap<UnitId, Unit> = units.into_iter().map(|unit| (unit.id, unit)).collect();
    let mut people: Vec<Person> = employees
        .into_iter()
        .map(|employee| {
            let assignment = held.remove(&employee.id);
            let post = assignment.as_ref().and_then(|a| posts.get(&a.post)).cloned();
            let unit = post.as_ref().and_then(|post| units.get(&post.unit)).cloned();
            let line = rated.remove(&employee.id);
            Person { post, unit, standing: assignment.map(|a| a.standing), line, employee }
        })
        .collect();
    people.sort_by_cached_key(|person| (name_key(&person.employee.name), person.employee.id));
    Ok(people)
}
