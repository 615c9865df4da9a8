//! Checking a file of employees: who they are, their post, their rater. Key: NIP; for raters from outside, the name.

use super::{
    cells::{Cells, key},
    change::{Changes, NewAccount},
    report::Report,
    table::Table,
};
use crate::{
    Ctx, Failure,
    people::dates::{Placed, place_assignment, place_line},
};
use chrono::NaiveDate;
use domain::{
    account::password,
    decision::Text,
    ids::EmployeeId,
    people::{Assignment, Employee, Employment, Post, ReportingLine, Standing},
    time::DateRange,
};
use futures::{StreamExt, stream};
use std::collections::{HashMap, HashSet};
use store::Account;

/// Log-in names asked for at the same time.
const AT_ONCE: usize = 8;

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
    find_raters(&known, &mut rows);
    for row in &mut rows {
        place(ctx, &known, row).await?;
    }
    no_circles(&known, &mut rows);
    logins(ctx, &mut rows).await?;
    withdraw(&mut rows);
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
fn read<'t>(table: &'t Table, row: &'t super::table::Numbered) -> Row<'t> {
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

/// Finds raters among those who are there and those who come with the file.
fn find_raters(known: &Known, rows: &mut [Row<'_>]) {
    let mut ids: HashMap<String, EmployeeId> =
        known.by_nip.iter().chain(&known.outside).map(|(mark, employee)| (mark.clone(), employee.id)).collect();
    ids.extend(rows.iter().filter_map(|row| row.who.as_ref()).map(|who| (mark(&who.after), who.after.id)));
    for row in rows {
        let me = row.who.as_ref().map(|who| who.after.id);
        let mut find = |column: &str| {
            let written = row.cells.get(column);
            if written.is_empty() {
                return None;
            }
            let digits: String = written.chars().filter(|c| !c.is_whitespace()).collect();
            let found = ids.get(&digits).or_else(|| ids.get(&key(written))).copied();
            match found {
                None => row.cells.wrong(column, Text::new("people-rater-unknown")),
                Some(id) if Some(id) == me => row.cells.wrong(column, Text::new("people-rates-self")),
                Some(_) => {}
            }
            found
        };
        row.rater = find("nip_penilai");
        row.superior = find("nip_atasan");
        if row.superior.is_some() && row.superior == row.rater {
            row.cells.wrong("nip_atasan", Text::new("people-superior-is-rater"));
        } else if row.superior.is_some() && row.rater.is_none() && row.cells.get("nip_penilai").is_empty() {
            row.cells.wrong("nip_penilai", Text::new("people-superior-without-rater"));
        }
        let outsider = row.who.as_ref().is_some_and(|who| who.after.employment == Employment::NonAsn);
        if outsider && row.rater.is_some() {
            row.cells.wrong("nip_penilai", Text::new("people-outsider-not-rated"));
        }
    }
}

/// Places assignment and line among those the person has.
async fn place(ctx: &Ctx, known: &Known, row: &mut Row<'_>) -> Result<(), Failure> {
    let starts = row.cells.day("mulai");
    let rated_from = row.cells.day("mulai_penilai").or(starts);
    let Some(who) = &row.who else { return Ok(()) };
    let (employee, is_new) = (who.after.id, who.before.is_none() && who.first);
    if standing(&mut row.cells).is_none() {
        row.cells.wrong("kedudukan", Text::new("people-standing-unknown"));
        return Ok(());
    }
    let written = row.cells.get("jabatan_kode");
    if let Some(post) = known.posts.get(&written.to_lowercase()) {
        place_post(ctx, known, row, (employee, is_new), post, starts).await?;
    } else if !written.is_empty() {
        row.cells.wrong("jabatan_kode", Text::new("people-post-unknown"));
    }
    place_rater(ctx, known, row, (employee, is_new), rated_from).await
}

async fn place_post(
    ctx: &Ctx,
    known: &Known,
    row: &mut Row<'_>,
    (employee, is_new): (EmployeeId, bool),
    post: &Post,
    starts: Option<NaiveDate>,
) -> Result<(), Failure> {
    let standing = standing(&mut row.cells).unwrap_or(Standing::Definitif);
    let today = known.assignments.get(&employee).map(Vec::as_slice).unwrap_or_default();
    let present = today.iter().find(|one| one.post == post.id && one.standing == standing);
    let Some(from) = starts else {
        if present.is_none() && row.cells.get("mulai").is_empty() {
            row.cells.wrong("mulai", Text::new("people-start-missing"));
        }
        return Ok(());
    };
    if present.is_some_and(|present| present.dates.from == from) {
        return Ok(());
    }
    let new = Assignment {
        id: ctx.app.world.id().into(),
        employee,
        post: post.id,
        standing,
        dates: DateRange { from, until: None },
    };
    let there = if is_new { Vec::new() } else { ctx.read().assignments_of(employee).await? };
    match place_assignment(&there, &new) {
        Ok(placed) => row.assignment = Some((placed, new)),
        Err(says) => row.cells.wrong("mulai", says),
    }
    Ok(())
}

async fn place_rater(
    ctx: &Ctx,
    known: &Known,
    row: &mut Row<'_>,
    (employee, is_new): (EmployeeId, bool),
    from: Option<NaiveDate>,
) -> Result<(), Failure> {
    let Some(rater) = row.rater else { return Ok(()) };
    let present = known.lines.get(&employee);
    let same = present.is_some_and(|line| line.rater == rater && line.superior == row.superior);
    let says_when = !row.cells.get("mulai_penilai").is_empty();
    if same && (!says_when || present.map(|line| line.dates.from) == from) {
        return Ok(());
    }
    let Some(from) = from else {
        if row.cells.get("mulai").is_empty() && row.cells.get("mulai_penilai").is_empty() {
            row.cells.wrong("mulai_penilai", Text::new("people-rater-start-missing"));
        }
        return Ok(());
    };
    let new = ReportingLine {
        id: ctx.app.world.id().into(),
        employee,
        rater,
        superior: row.superior,
        dates: DateRange { from, until: None },
    };
    let there = if is_new { Vec::new() } else { ctx.read().lines_of(employee).await? };
    match place_line(&there, &new) {
        // A new rater on the day an old assignment began: the day is that of the assignment, not of the change.
        Ok(Placed::Corrected(..)) if !says_when => {
            row.cells.wrong("mulai_penilai", Text::new("people-rater-start-missing"));
        }
        Ok(placed) => row.line = Some((placed, new)),
        Err(says) if says_when => row.cells.wrong("mulai_penilai", says),
        Err(_) => row.cells.wrong("mulai_penilai", Text::new("people-rater-start-missing")),
    }
    Ok(())
}

/// Nobody rates the one who rates them.
fn no_circles(known: &Known, rows: &mut [Row<'_>]) {
    let mut raters: HashMap<EmployeeId, EmployeeId> =
        known.lines.iter().map(|(employee, line)| (*employee, line.rater)).collect();
    for row in rows.iter() {
        if let (Some(who), Some(rater)) = (&row.who, row.rater) {
            raters.insert(who.after.id, rater);
        }
    }
    for row in rows {
        if let (Some(who), Some(rater)) = (&row.who, row.rater)
            && who.after.id != rater
            && raters.get(&rater) == Some(&who.after.id)
        {
            row.cells.wrong("nip_penilai", Text::new("people-line-circle"));
        }
    }
}

/// Log-ins for those who are new, under names that nobody else has.
async fn logins(ctx: &Ctx, rows: &mut [Row<'_>]) -> Result<(), Failure> {
    let mut names: HashMap<String, u64> = HashMap::new();
    for row in rows.iter_mut() {
        let Some(who) = row.who.as_ref().filter(|who| who.before.is_none() && who.first) else { continue };
        let typed: String = row.cells.get("login").chars().filter(|c| !c.is_whitespace()).collect();
        let nip = who.after.nip.as_ref().map(|nip| nip.as_str().to_owned());
        let Some(login) = Some(typed).filter(|typed| !typed.is_empty()).or(nip) else { continue };
        let password = Some(row.cells.get("sandi_awal").to_owned()).filter(|password| !password.is_empty());
        if let Some(Err(error)) = password.as_ref().map(|password| password::check(password, &login)) {
            row.cells.wrong("sandi_awal", error.text);
        }
        if let Some(earlier) = names.insert(login.clone(), row.cells.number()) {
            row.cells.wrong("login", Text::new("people-login-twice").with("row", earlier as i64));
        }
        let account = Account {
            id: ctx.app.world.id().into(),
            employee: who.after.id,
            login,
            roles: Vec::new(),
            disabled: false,
            must_change: true,
            failed: 0,
            failed_at: None,
        };
        row.account = Some(NewAccount { account, password, hash: None });
    }
    let directory = ctx.app.store.directory();
    let taken: HashSet<String> = stream::iter(names.into_keys())
        .map(|login| {
            let directory = &directory;
            async move { directory.find_login(&login).await.map(|found| found.map(|_| login)) }
        })
        .buffer_unordered(AT_ONCE)
        .collect::<Vec<_>>()
        .await
        .into_iter()
        .filter_map(Result::transpose)
        .collect::<Result<_, _>>()?;
    for row in rows {
        if row.account.as_ref().is_some_and(|new| taken.contains(&new.account.login)) {
            let column = if row.cells.get("login").is_empty() { "nip" } else { "login" };
            row.cells.wrong(column, Text::new("people-login-taken"));
        }
    }
    Ok(())
}

/// Rows that rest on a new person whose own row is bad are bad too.
fn withdraw(rows: &mut [Row<'_>]) {
    loop {
        let out: HashMap<EmployeeId, u64> = rows
            .iter()
            .filter(|row| !row.cells.is_good())
            .filter_map(|row| row.who.as_ref().map(|who| (who, row.cells.number())))
            .filter(|(who, _)| who.before.is_none() && who.first)
            .map(|(who, number)| (who.after.id, number))
            .collect();
        let mut more = false;
        for row in rows.iter_mut().filter(|row| row.cells.is_good()) {
            let on = |id: Option<EmployeeId>| id.and_then(|id| out.get(&id)).copied();
            let me = row.who.as_ref().filter(|who| !who.first).map(|who| who.after.id);
            for (column, number) in [("nip", on(me)), ("nip_penilai", on(row.rater)), ("nip_atasan", on(row.superior))]
            {
                if let Some(number) = number {
                    row.cells.wrong(column, Text::new("people-rests-on-bad-row").with("row", number as i64));
                    more = true;
                }
            }
        }
        if !more {
            return;
        }
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
