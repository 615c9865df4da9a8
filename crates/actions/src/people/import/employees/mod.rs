//! Checking a file of employees: who they are, their post, their rater. Key: NIP; for raters from outside, the name.
//!
//! Read first: this file (`check` is the order of things); then `raters`, `place`, `logins`.

mod logins;
mod place;
mod raters;

use super::{
    cells::{Cells, key},
    change::{Changes, NewAccount},
    report::Report,
    table::{Numbered, Table},
};
use crate::{Ctx, Failure, people::dates::Placed};
use domain::{
    decision::Text,
    ids::EmployeeId,
    people::{Assignment, Employee, Employment, Post, ReportingLine, Standing},
};
use std::collections::HashMap;

/// One row, as far as it is understood.
struct Row<'t> {
    cells: Cells<'t>,
    who: Option<Who>,
    /// Rater and superior, once found.
    rater: Option<EmployeeId>,
    superior: Option<EmployeeId>,
    assignment: Option<(Placed<Assignment>, Assignment)>,
    line: Option<(Placed<ReportingLine>, ReportingLine)>,
    account: Option<NewAccount>,
}

struct Who {
    after: Employee,
    before: Option<Employee>,
    /// The row that first names the person; later ones add acting posts.
    first: bool,
}

/// What the agency has.
struct Known {
    posts: HashMap<String, Post>,
    by_nip: HashMap<String, Employee>,
    /// Raters from outside, by name.
    outside: HashMap<String, Employee>,
    assignments: HashMap<EmployeeId, Vec<Assignment>>,
    lines: HashMap<EmployeeId, ReportingLine>,
}

/// What the file changes, and what is wrong with it.
pub(super) async fn check(ctx: &Ctx, table: &Table) -> Result<(Changes, Report), Failure> {
    let known = load(ctx).await?;
    let mut report = Report::default();
    let mut rows: Vec<Row<'_>> = table.rows.iter().map(|row| read(table, row)).collect();
    identify(ctx, &known, &mut rows);
    raters::find_raters(&known, &mut rows);
    for row in &mut rows {
        place::place(ctx, &known, row).await?;
    }
    raters::no_circles(&known, &mut rows);
    logins::logins(ctx, &mut rows).await?;
    raters::withdraw(&mut rows);
    let mut changes = Changes::default();
    for row in rows {
        let Row { cells, who, assignment, line, account, .. } = row;
        if let (true, Some(who)) = (cells.finish(&mut report), who) {
            collect(&mut changes, who, assignment, line, account);
        }
    }
    remark(&changes, &mut report);
    Ok((changes, report))
}

async fn load(ctx: &Ctx) -> Result<Known, Failure> {
    let scope = ctx.read();
    let today = ctx.today();
    let posts = scope.posts().await?.into_iter().map(|post| (post.code.to_lowercase(), post)).collect();
    let mut known = Known {
        posts,
        by_nip: HashMap::new(),
        outside: HashMap::new(),
        assignments: HashMap::new(),
        lines: HashMap::new(),
    };
    for person in scope.everyone(today).await? {
        if let Some(line) = person.line {
            known.lines.insert(person.employee.id, line);
        }
        match &person.employee.nip {
            Some(nip) => known.by_nip.insert(nip.as_str().to_owned(), person.employee),
            None => known.outside.insert(key(&person.employee.name), person.employee),
        };
    }
    for assignment in scope.assignments_on(today).await? {
        known.assignments.entry(assignment.employee).or_default().push(assignment);
    }
    Ok(known)
}

/// Understands the cells that need nothing else. The id is put in later.
fn read<'t>(table: &'t Table, row: &'t Numbered) -> Row<'t> {
    let mut cells = Cells::of(table, row);
    let name = cells.must("nama").to_owned();
    let rank = cells.may("pangkat").to_owned();
    let employment = match key(cells.get("status")).as_str() {
        "pns" | "cpns" => Some(Employment::Pns),
        "pppk" | "p3k" | "pppk paruh waktu" => Some(Employment::Pppk),
        "non asn" | "nonasn" => Some(Employment::NonAsn),
        _ => {
            cells.wrong("status", Text::new("people-status-unknown"));
            None
        }
    };
    let nip = match employment {
        Some(Employment::NonAsn) => {
            if !cells.get("nip").is_empty() {
                cells.wrong("nip", Text::new("people-nip-of-outsider"));
            }
            None
        }
        Some(employment) => cells.nip("nip", employment),
        None => None,
    };
    let who = employment.filter(|e| nip.is_some() || *e == Employment::NonAsn).map(|employment| Who {
        after: Employee { id: EmployeeId(uuid::Uuid::nil()), nip, name, employment, rank },
        before: None,
        first: true,
    });
    Row { cells, who, rater: None, superior: None, assignment: None, line: None, account: None }
}

/// Finds each person or gives an id; a person named twice must be the same person with another acting post.
fn identify(ctx: &Ctx, known: &Known, rows: &mut [Row<'_>]) {
    let mut seen: HashMap<String, (u64, Employee)> = HashMap::new();
    for row in rows {
        let Some(who) = &mut row.who else { continue };
        let mark = mark(&who.after);
        if let Some((number, earlier)) = seen.get(&mark) {
            who.first = false;
            who.after.id = earlier.id;
            if standing(&mut row.cells) == Some(Standing::Definitif) {
                row.cells.wrong("nip", Text::new("people-nip-twice").with("row", *number as i64));
            } else if who.after != *earlier {
                row.cells.wrong("nama", Text::new("people-name-differs").with("row", *number as i64));
            }
            continue;
        }
        who.before = match &who.after.nip {
            Some(nip) => known.by_nip.get(nip.as_str()),
            None => known.outside.get(&key(&who.after.name)),
        }
        .cloned();
        who.after.id = who.before.as_ref().map_or_else(|| ctx.app.world.id().into(), |before| before.id);
        seen.insert(mark, (row.cells.number(), who.after.clone()));
    }
}

fn mark(employee: &Employee) -> String {
    employee.nip.as_ref().map_or_else(|| key(&employee.name), |nip| nip.as_str().to_owned())
}

fn standing(cells: &mut Cells<'_>) -> Option<Standing> {
    match key(cells.get("kedudukan")).as_str() {
        "" | "definitif" => Some(Standing::Definitif),
        "plt" | "pelaksana tugas" => Some(Standing::Plt),
        "plh" | "pelaksana harian" => Some(Standing::Plh),
        _ => None,
    }
}

fn collect(
    changes: &mut Changes,
    who: Who,
    assignment: Option<(Placed<Assignment>, Assignment)>,
    line: Option<(Placed<ReportingLine>, ReportingLine)>,
    account: Option<NewAccount>,
) {
    match who.before {
        Some(before) if before != who.after => changes.employees.push((before, who.after)),
        None if who.first => changes.new_employees.push(who.after),
        _ => {}
    }
    changes.accounts.extend(account);
    match assignment {
        Some((Placed::Added(ended), new)) => {
            changes.assignments.extend(ended);
            changes.new_assignments.push(new);
        }
        Some((Placed::Corrected(before, after), _)) => changes.assignments.push((before, after)),
        _ => {}
    }
    match line {
        Some((Placed::Added(ended), new)) => {
            changes.lines.extend(ended);
            changes.new_lines.push(new);
        }
        Some((Placed::Corrected(before, after), _)) => changes.lines.push((before, after)),
        _ => {}
    }
}

fn remark(changes: &Changes, report: &mut Report) {
    let locked = changes.accounts.iter().filter(|new| new.password.is_none()).count();
    if locked > 0 {
        report.remarks.push(Text::new("import-remark-accounts").with("n", locked as i64));
    }
}
