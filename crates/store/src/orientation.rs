//! What people answered in the quiz of the tour. The figures by unit are a report (`reports`).

use crate::{
    Scope, StoreError, Tx,
    entity::orientation,
    map::{from_json, instant, json, number},
};
use domain::{ids::EmployeeId, orientation::Tried};
use sea_orm::{ColumnTrait, QueryFilter};

impl Scope {
    /// How somebody's quiz went, if they took it.
    pub async fn tried(&self, employee: EmployeeId) -> Result<Option<Tried>, StoreError> {
        let select = self.find::<orientation::Entity>().filter(orientation::Column::EmployeeId.eq(employee.0));
        self.one(select).await?.map(read).transpose()
    }
}

impl Tx {
    /// Adds or changes how somebody's quiz went. Callers hold its lock.
    pub async fn save_tried(&self, tried: &Tried) -> Result<(), StoreError> {
        let row = orientation::Model {
            agency_id: self.agency_id().0,
            employee_id: tried.employee.0,
            answers: json(&tried.answers)?,
            asked: tried.of.into(),
            correct: tried.right.into(),
            first_asked: tried.first_of.into(),
            first_correct: tried.first_right.into(),
            times: tried.times.into(),
            first_at: instant(tried.first_at),
            last_at: instant(tried.last_at),
        };
        self.upsert::<orientation::Entity>(vec![row]).await.map(drop)
    }
}

fn read(row: orientation::Model) -> Result<Tried, StoreError> {
    Ok(Tried {
        employee: EmployeeId(row.employee_id),
        answers: from_json("orientation.answers", &row.answers)?,
        of: number("orientation.asked", row.asked)?,
        right: number("orientation.correct", row.correct)?,
        first_right: number("orientation.first_correct", row.first_correct)?,
        first_of: number("orientation.first_asked", row.first_asked)?,
        times: number("orientation.times", row.times)?,
        first_at: row.first_at,
        last_at: row.last_at,
    })
}
