//! Rows to domain types and back.

use crate::{
    StoreError,
    entity::{assignment, circumstance, employee, post, post_task, reporting_line, unit},
    map::{code, from_code, instant, known, number, range},
    name_key,
};
use domain::{
    ids::{AgencyId, AssignmentId, CircumstanceId, EmployeeId, PostId, PostTaskId, ReportingLineId, UnitId},
    people::{Assignment, Circumstance, Employee, Employment, Nip, Post, PostKind, PostTask, ReportingLine, Unit},
};

pub(super) fn unit(row: unit::Model) -> Unit {
    Unit { id: UnitId(row.id), parent: row.parent_id.map(UnitId), code: row.code, name: row.name }
}

pub(super) fn of_unit(agency: AgencyId, unit: &Unit) -> unit::Model {
    unit::Model {
        agency_id: agency.0,
        id: unit.id.0,
        parent_id: unit.parent.map(|id| id.0),
        code: unit.code.clone(),
        name: unit.name.clone(),
    }
}

pub(super) fn post(row: post::Model) -> Result<Post, StoreError> {
    Ok(Post {
        id: PostId(row.id),
        unit: UnitId(row.unit_id),
        code: row.code,
        title: row.title,
        kind: known("post.kind", &row.kind, PostKind::from_code)?,
        leads_unit: row.leads_unit,
        unit_mandiri: row.unit_mandiri,
    })
}

pub(super) fn of_post(agency: AgencyId, post: &Post) -> post::Model {
    post::Model {
        agency_id: agency.0,
        id: post.id.0,
        unit_id: post.unit.0,
        code: post.code.clone(),
        title: post.title.clone(),
        kind: post.kind.code().to_owned(),
        leads_unit: post.leads_unit,
        unit_mandiri: post.unit_mandiri,
    }
}

pub(super) fn task(row: post_task::Model) -> Result<PostTask, StoreError> {
    Ok(PostTask {
        id: PostTaskId(row.id),
        post: PostId(row.post_id),
        seq: number("post_task.seq", row.seq)?,
        task: row.task,
        output: row.output,
    })
}

pub(super) fn of_task(agency: AgencyId, task: &PostTask) -> Result<post_task::Model, StoreError> {
    Ok(post_task::Model {
        agency_id: agency.0,
        id: task.id.0,
        post_id: task.post.0,
        seq: number("post_task.seq", task.seq)?,
        task: task.task.clone(),
        output: task.output.clone(),
    })
}

pub(super) fn employee(row: employee::Model) -> Result<Employee, StoreError> {
    Ok(Employee {
        id: EmployeeId(row.id),
        nip: row.nip.map(Nip::trusted),
        name: row.name,
        employment: known("employee.employment", &row.employment, Employment::from_code)?,
        rank: row.rank,
    })
}

pub(super) fn of_employee(agency: AgencyId, employee: &Employee) -> employee::Model {
    employee::Model {
        agency_id: agency.0,
        id: employee.id.0,
        nip: employee.nip.as_ref().map(|nip| nip.as_str().to_owned()),
        name_key: name_key(&employee.name),
        name: employee.name.clone(),
        employment: employee.employment.code().to_owned(),
        rank: employee.rank.clone(),
    }
}

pub(super) fn assignment(row: assignment::Model) -> Result<Assignment, StoreError> {
    Ok(Assignment {
        id: AssignmentId(row.id),
        employee: EmployeeId(row.employee_id),
        post: PostId(row.post_id),
        standing: from_code("assignment.standing", row.standing)?,
        dates: range("assignment", row.from_day, row.until_day)?,
    })
}

pub(super) fn of_assignment(agency: AgencyId, assignment: &Assignment) -> Result<assignment::Model, StoreError> {
    Ok(assignment::Model {
        agency_id: agency.0,
        id: assignment.id.0,
        employee_id: assignment.employee.0,
        post_id: assignment.post.0,
        standing: code(assignment.standing)?,
        from_day: assignment.dates.from,
        until_day: assignment.dates.until,
    })
}

pub(super) fn circumstance(row: circumstance::Model) -> Result<Circumstance, StoreError> {
    Ok(Circumstance {
        id: CircumstanceId(row.id),
        employee: EmployeeId(row.employee_id),
        kind: from_code("circumstance.kind", row.kind)?,
        dates: range("circumstance", row.from_day, row.until_day)?,
        studies: row.studies.map(|studies| from_code("circumstance.studies", studies)).transpose()?,
        note: row.note,
        at: row.at,
    })
}

pub(super) fn of_circumstance(agency: AgencyId, of: &Circumstance) -> Result<circumstance::Model, StoreError> {
    Ok(circumstance::Model {
        agency_id: agency.0,
        id: of.id.0,
        employee_id: of.employee.0,
        kind: code(of.kind)?,
        from_day: of.dates.from,
        until_day: of.dates.until,
        studies: of.studies.map(code).transpose()?,
        note: of.note.clone(),
        at: instant(of.at),
    })
}

pub(super) fn line(row: reporting_line::Model) -> Result<ReportingLine, StoreError> {
    Ok(ReportingLine {
        id: ReportingLineId(row.id),
        employee: EmployeeId(row.employee_id),
        rater: EmployeeId(row.rater_id),
        superior: row.superior_id.map(EmployeeId),
        dates: range("reporting_line", row.from_day, row.until_day)?,
    })
}

pub(super) fn of_line(agency: AgencyId, line: &ReportingLine) -> reporting_line::Model {
    reporting_line::Model {
        agency_id: agency.0,
        id: line.id.0,
        employee_id: line.employee.0,
        rater_id: line.rater.0,
        superior_id: line.superior.map(|id| id.0),
        from_day: line.dates.from,
        until_day: line.dates.until,
    }
}
