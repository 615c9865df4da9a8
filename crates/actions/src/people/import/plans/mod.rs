//! Checking a file of plans (SKP): one row per indicator, further rows for behaviour and annexes. Key: employee and
//! year. The file says the whole plan: what it leaves out is not in the plan afterwards; a plan with a bad row is left
//! as it is. Plans come in as drafts; one that is signed or set is not touched.
//!
//! Read first: this file; then `lines` (one row), `content` (rows to a plan), `link` (which leader's result is
//! supported, and the order of writing).

mod content;
mod lines;
mod link;

use super::{
    cells::{Cells, key},
    change::Changes,
    report::Report,
    table::Table,
};
use crate::{
    Ctx, Failure,
    plan::{see_matrix::day_in, start::form_of},
};
use domain::{
    decision::Text,
    ids::{EmployeeId, IndicatorId, RhkId},
    plan::{Approach, Milestones, Skp, workflow},
    time::DateRange,
};
use lines::Supports;
use std::collections::{BTreeMap, HashMap};
use store::Person;

/// Whose plan, of which year.
type Key = (i32, EmployeeId);

/// One plan of the file.
struct Draft {
    /// Its rows, by place in the list of rows.
    rows: Vec<usize>,
    /// The plan that is there.
    before: Option<Skp>,
    /// The plan as the file says it; `None` when it could not be put together.
    after: Option<Skp>,
    /// The row of each result and indicator, for mistakes found in the whole.
    row_of_result: HashMap<RhkId, usize>,
    row_of_indicator: HashMap<IndicatorId, usize>,
    /// Results by the number the file gives them.
    numbers: BTreeMap<u32, RhkId>,
    /// What each result says of the leader's result it supports.
    supports: Vec<(RhkId, usize, Supports)>,
}

/// Everybody on the day that counts for a year, and their plans of that year.
struct Year {
    people: HashMap<EmployeeId, Person>,
    by_nip: HashMap<String, EmployeeId>,
    by_title: HashMap<String, Vec<EmployeeId>>,
    plans: HashMap<EmployeeId, Skp>,
}

/// What the file changes, and what is wrong with it. `year` stands in where the file names none.
pub(super) async fn check(ctx: &Ctx, table: &Table, year: Option<i32>) -> Result<(Changes, Report), Failure> {
    let mut rows: Vec<Cells<'_>> = table.rows.iter().map(|row| Cells::of(table, row)).collect();
    let numbers: Vec<Option<i32>> = rows.iter_mut().map(|cells| read_year(cells, year)).collect();
    let mut years = HashMap::new();
    for year in numbers.iter().flatten() {
        if !years.contains_key(year) {
            years.insert(*year, load(ctx, *year).await?);
        }
    }
    let mut drafts: BTreeMap<Key, Draft> = BTreeMap::new();
    for (at, number) in numbers.iter().enumerate() {
        let Some(number) = number else { continue };
        let Some(year) = years.get(number) else { continue };
        if let Some(employee) = whose(&mut rows[at], year) {
            let draft = drafts.entry((*number, employee)).or_insert_with(|| Draft::new(year.plans.get(&employee)));
            draft.rows.push(at);
        }
    }
    for ((number, employee), draft) in &mut drafts {
        if let Some(person) = years.get(number).and_then(|year| year.people.get(employee)) {
            put_together(ctx, &mut rows, *number, person, draft);
        }
    }
    let by_text = !table.has("mendukung_no");
    let unlinked = link::link(&mut rows, &mut drafts, &years, by_text);
    for draft in drafts.values_mut() {
        content::check(&mut rows, draft);
        closed(&mut rows, draft);
    }
    let order = link::order(&mut rows, &drafts);
    Ok(collect(rows, drafts, order, unlinked))
}

fn collect(
    rows: Vec<Cells<'_>>,
    mut drafts: BTreeMap<Key, Draft>,
    order: Vec<Key>,
    unlinked: usize,
) -> (Changes, Report) {
    let (mut changes, mut report) = (Changes::default(), Report::default());
    let left_out = drafts.values().filter(|draft| !draft.is_good(&rows)).count();
    for key in order {
        let Some(draft) = drafts.remove(&key).filter(|draft| draft.is_good(&rows)) else { continue };
        match (draft.before, draft.after) {
            (Some(before), Some(after)) if before == after => {}
            (before, Some(after)) => changes.skps.push((before, after)),
            (_, None) => {}
        }
    }
    for cells in rows {
        cells.finish(&mut report);
    }
    for (n, says) in [
        (left_out, Text::new("import-remark-plans-left-out").with("n", left_out as i64)),
        (unlinked, Text::new("import-remark-not-linked").with("n", unlinked as i64)),
    ] {
        if n > 0 {
            report.remarks.push(says);
        }
    }
    (changes, report)
}

impl Draft {
    fn new(before: Option<&Skp>) -> Self {
        Self {
            rows: Vec::new(),
            before: before.cloned(),
            after: None,
            row_of_result: HashMap::new(),
            row_of_indicator: HashMap::new(),
            numbers: BTreeMap::new(),
            supports: Vec::new(),
        }
    }

    /// No mistake in any of its rows?
    fn is_good(&self, rows: &[Cells<'_>]) -> bool {
        self.rows.iter().all(|at| rows[*at].is_good())
    }
}

fn read_year(cells: &mut Cells<'_>, usual: Option<i32>) -> Option<i32> {
    let written = cells.get("tahun");
    let year = if written.is_empty() { usual } else { written.parse().ok() };
    let year = year.filter(|year| (2000..2100).contains(year));
    if year.is_none() {
        cells.wrong("tahun", Text::new("import-year-missing"));
    }
    year
}

async fn load(ctx: &Ctx, year: i32) -> Result<Year, Failure> {
    let scope = ctx.read();
    let people = scope.everyone(day_in(ctx, year)).await?;
    let ids: Vec<EmployeeId> = people.iter().map(|person| person.employee.id).collect();
    let mut plans: HashMap<EmployeeId, Skp> = HashMap::new();
    for skp in scope.skps_of_year_for(&ids, year).await? {
        let later = plans.get(&skp.employee).is_none_or(|present| present.dates.from < skp.dates.from);
        if later && workflow::state(&skp.milestones) != workflow::State::Digantikan {
            plans.insert(skp.employee, skp);
        }
    }
    let mut by_title: HashMap<String, Vec<EmployeeId>> = HashMap::new();
    for person in &people {
        if let Some(post) = &person.post {
            by_title.entry(key(&post.title)).or_default().push(person.employee.id);
        }
    }
    let by_nip = people
        .iter()
        .filter_map(|person| Some((person.employee.nip.as_ref()?.as_str().to_owned(), person.employee.id)))
        .collect();
    let people = people.into_iter().map(|person| (person.employee.id, person)).collect();
    Ok(Year { people, by_nip, by_title, plans })
}

/// Whose row it is: by NIP, or by the post held.
fn whose(cells: &mut Cells<'_>, year: &Year) -> Option<EmployeeId> {
    let digits: String = cells.get("nip").chars().filter(|c| !c.is_whitespace()).collect();
    if !digits.is_empty() {
        let found = year.by_nip.get(&digits).copied();
        if found.is_none() {
            cells.wrong("nip", Text::new("people-nip-unknown"));
        }
        return found;
    }
    let title = cells.get("jabatan");
    if title.is_empty() {
        cells.wrong("nip", Text::new("people-nip-missing"));
        return None;
    }
    match year.by_title.get(&key(title)).map(Vec::as_slice).unwrap_or_default() {
        [one] => Some(*one),
        [] => {
            cells.wrong("jabatan", Text::new("people-nobody-holds-post"));
            None
        }
        several => {
            cells.wrong("jabatan", Text::new("people-several-hold-post").with("n", several.len() as i64));
            None
        }
    }
}

/// The plan its rows make.
fn put_together(ctx: &Ctx, rows: &mut [Cells<'_>], year: i32, person: &Person, draft: &mut Draft) {
    let first = draft.rows[0];
    let Some(approach) = approach(rows, draft) else { return };
    let (Some(post), Some(line)) = (&person.post, &person.line) else {
        let day = day_in(ctx, year);
        let says = match person.post {
            None => Text::new("plan-no-post").with("day", day),
            Some(_) => Text::new("plan-no-rater").with("day", day),
        };
        let column = if rows[first].get("nip").is_empty() { "jabatan" } else { "nip" };
        rows[first].wrong(column, says);
        return;
    };
    let skp = match &draft.before {
        Some(before) => Skp { approach, ..before.clone() },
        None => Skp {
            id: ctx.app.world.id().into(),
            employee: person.employee.id,
            year,
            dates: DateRange::year(year),
            form: form_of(post),
            approach,
            post: post.id,
            unit: post.unit,
            rater: line.rater,
            superior: line.superior,
            version: 0,
            revision: 0,
            milestones: Milestones::default(),
            content: Default::default(),
        },
    };
    let content = content::read(ctx, rows, draft, approach);
    draft.after = Some(Skp { content, ..skp });
}

/// One approach for the whole plan.
fn approach(rows: &mut [Cells<'_>], draft: &Draft) -> Option<Approach> {
    let mut found: Option<Approach> = None;
    for at in &draft.rows {
        let cells = &mut rows[*at];
        let read = match key(cells.get("pendekatan")).as_str() {
            "" => continue,
            "kuantitatif" => Approach::Kuantitatif,
            "kualitatif" => Approach::Kualitatif,
            _ => {
                cells.wrong("pendekatan", Text::new("people-approach-unknown"));
                return None;
            }
        };
        if found.is_some_and(|found| found != read) {
            cells.wrong("pendekatan", Text::new("people-approach-differs"));
            return None;
        }
        found = Some(read);
    }
    let found = found.or(draft.before.as_ref().map(|before| before.approach));
    if found.is_none() {
        rows[draft.rows[0]].wrong("pendekatan", Text::new("people-approach-unknown"));
    }
    found
}

/// A plan that may no longer be written is left alone; it is no mistake to bring it again unchanged.
fn closed(rows: &mut [Cells<'_>], draft: &Draft) {
    if let (Some(before), Some(after)) = (&draft.before, &draft.after)
        && before != after
        && workflow::check(before, workflow::Step::Edit).is_err()
    {
        rows[draft.rows[0]].wrong("tahun", Text::new("import-plan-closed"));
    }
}
