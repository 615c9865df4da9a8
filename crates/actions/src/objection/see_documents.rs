//! *The personnel office sees which documents are late*: which step, whose, since when, by which article; and the
//! objections of the period that are not decided.

use crate::{Ctx, Failure, team::current_period};
use chrono::NaiveDate;
use domain::{
    evaluation::{
        Period, Rhythm,
        document::{Due, Duty, Route, Stamps, dues},
    },
    ids::{EmployeeId, EvaluationId, ObjectionId, PeriodId, SkpId},
    objection::{State, state},
    people::Unit,
    permissions::Action,
};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Person;

/// One step that is late.
pub struct Late {
    /// Whose document.
    pub name: String,
    /// Of which unit.
    pub unit: String,
    /// The result; none where nobody has signed one.
    pub evaluation: Option<EvaluationId>,
    /// The step.
    pub due: Due,
    /// Days past its last day.
    pub days: i64,
}

/// One objection that is open.
pub struct Open {
    /// Which.
    pub id: ObjectionId,
    /// Whose.
    pub name: String,
    /// Where it stands.
    pub state: State,
    /// Last day to decide.
    pub due: NaiveDate,
}

/// The page.
pub struct DocumentsPage {
    /// The year.
    pub year: i32,
    /// Its evaluations of the law.
    pub periods: Vec<Period>,
    /// The chosen one.
    pub chosen: Option<Period>,
    /// How many documents there are.
    pub documents: usize,
    /// Late steps, most late first.
    pub late: Vec<Late>,
    /// How many of each step.
    pub counts: Vec<(Duty, usize)>,
    /// Objections not decided.
    pub open: Vec<Open>,
}

/// What is late in a period.
#[crate::boxed]
pub async fn see_documents(ctx: &Ctx, year: i32, chosen: Option<PeriodId>) -> Result<DocumentsPage, Failure> {
    ctx.permit(Action::CycleRead)?;
    let scope = ctx.read();
    let mut periods = scope.periods(year).await?;
    periods.retain(|period| period.rhythm != Rhythm::Semesteran);
    let named = periods.iter().find(|period| Some(period.id) == chosen);
    let Some(period) = named.or_else(|| current_period(&periods)).cloned() else {
        let (late, counts, open) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(DocumentsPage { year, periods, chosen: None, documents: 0, late, counts, open });
    };
    let (policy, ends) = (ctx.policy(period.last_day())?, ctx.window(&period)?.ends);
    let (zone, holidays, today) = (ctx.agency.time_zone, ctx.app.policies.holidays(), ctx.today());
    let people: HashMap<EmployeeId, Person> = scope
        .everyone(period.last_day().min(today))
        .await?
        .into_iter()
        .map(|person| (person.employee.id, person))
        .collect();
    let rows = scope.documents(period.id).await?;
    let documents = rows.len();
    let of = |employee: EmployeeId| -> (String, String) {
        let unit = |unit: &Unit| unit.name.clone();
        people.get(&employee).map_or_else(Default::default, |person| {
            (person.employee.name.clone(), person.unit.as_ref().map(unit).unwrap_or_default())
        })
    };
    let mut late = Vec::new();
    let mut add = |employee, evaluation, route, stamps: &Stamps| {
        for due in dues(stamps, route, ends, zone, holidays, &policy) {
            if let Some(days) = due.late(today).filter(|_| due.done.is_none()) {
                let (name, unit) = of(employee);
                late.push(Late { name, unit, evaluation, due, days });
            }
        }
    };
    let results: Vec<EvaluationId> = rows.iter().map(|row| row.evaluation).collect();
    let signed: HashSet<SkpId> = rows.iter().map(|row| row.skp).collect();
    for row in rows {
        add(row.employee, Some(row.evaluation), row.route, &row.stamps);
    }
    let rated: Vec<EmployeeId> = people.values().filter(|p| p.line.is_some()).map(|p| p.employee.id).collect();
    for skp in scope.skps_of_year_for(&rated, period.year).await? {
        if skp.version > 0 && skp.dates.contains(period.last_day()) && !signed.contains(&skp.id) {
            // The report waits for the signature; only the signature is late.
            add(skp.employee, None, Route::Penilai, &Stamps { reported_on: Some(ends), ..Stamps::default() });
        }
    }
    late.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.name.cmp(&b.name)));
    let mut counted: BTreeMap<u8, (Duty, usize)> = BTreeMap::new();
    for row in &late {
        counted.entry(row.due.duty as u8).or_insert((row.due.duty, 0)).1 += 1;
    }
    let within = policy.document.objection_decided.value;
    let open = scope
        .objections_against(&results)
        .await?
        .into_iter()
        .filter(|objection| objection.ruling.is_none())
        .map(|objection| Open {
            id: objection.id,
            name: of(objection.by).0,
            state: state(&objection),
            due: holidays.after(zone.date(objection.filed_at), within),
        })
        .collect();
    let counts = counted.into_values().collect();
    Ok(DocumentsPage { year, periods, chosen: Some(period), documents, late, counts, open })
}
