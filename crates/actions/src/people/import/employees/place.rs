//! Where an assignment and a reporting line find their place among those the person has.

use super::{Known, Row, standing};
use crate::{
    Ctx, Failure,
    people::dates::{Placed, place_assignment, place_line},
};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    ids::EmployeeId,
    people::{Assignment, Post, ReportingLine, Standing},
    time::DateRange,
};

/// Places assignment and line among those the person has.
pub(super) async fn place(ctx: &Ctx, known: &Known, row: &mut Row<'_>) -> Result<(), Failure> {
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
