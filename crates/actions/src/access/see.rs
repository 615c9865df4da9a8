//! *An employee sees who opened or changed their file*: name, post, as what, which part, when, how often.

use super::count;
use crate::{Ctx, Failure};
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    access::{KEPT_DAYS, Opening, TOLD},
    ids::EmployeeId,
    permissions::{Action, Facts, may},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::{Person, Scope};

/// Rows shown at most of each kind.
const MOST: u64 = 500;

/// Somebody, as shown: their name and post today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Someone {
    /// Name.
    pub name: String,
    /// Post and unit; empty where they hold none.
    pub post: String,
}

/// An opening with who it was.
pub struct Opener {
    /// Who.
    pub who: Someone,
    /// What, when, how often.
    pub opening: Opening,
}

/// A change with who made it.
pub struct Change {
    /// Who.
    pub who: Someone,
    /// When.
    pub at: DateTime<Utc>,
    /// The action, as in the permission matrix.
    pub action: String,
}

/// Who opened or changed one's file.
pub struct AccessPage {
    /// Since this day.
    pub since: NaiveDate,
    /// Openings, the latest first.
    pub openings: Vec<Opener>,
    /// Changes, the latest first.
    pub changes: Vec<Change>,
}

/// Who opened or changed one's own file.
#[crate::boxed]
pub async fn see(ctx: &Ctx) -> Result<AccessPage, Failure> {
    may(&ctx.actor, Action::AccessRead, &Facts::own())?;
    if let Err(failure) = count(&ctx.app, ctx.agency.id).await {
        tracing::warn!(agency = %ctx.agency.id, %failure, "the latest openings are not on the page yet");
    }
    let (scope, me) = (ctx.read(), ctx.me());
    let since = ctx.today() - Days::new(KEPT_DAYS);
    let openings = scope.openings_of(me, since, MOST).await?;
    let things = things(&scope, me).await?;
    let begun = ctx.at - chrono::TimeDelta::days(KEPT_DAYS as i64);
    let changes = scope.changes_by_others(me, &things, begun, MOST).await?;
    let ids: BTreeSet<EmployeeId> =
        openings.iter().map(|one| one.reader).chain(changes.iter().filter_map(|entry| entry.by)).collect();
    let ids: Vec<EmployeeId> = ids.into_iter().collect();
    let people: BTreeMap<EmployeeId, Someone> =
        scope.people_on(&ids, ctx.today()).await?.into_iter().map(|one| (one.employee.id, someone(one))).collect();
    let who = |id: EmployeeId| people.get(&id).cloned();
    Ok(AccessPage {
        since,
        openings: openings
            .into_iter()
            .filter_map(|opening| Some(Opener { who: who(opening.reader)?, opening }))
            .collect(),
        changes: changes
            .into_iter()
            .filter_map(|entry| Some(Change { who: who(entry.by?)?, at: entry.at, action: entry.action }))
            .collect(),
    })
}

fn someone(person: Person) -> Someone {
    let parts = [person.post.map(|post| post.title), person.unit.map(|unit| unit.name)];
    Someone { name: person.employee.name, post: parts.into_iter().flatten().collect::<Vec<_>>().join(" · ") }
}

/// What belongs to somebody's file, as the journal names it. Sheets of those who are not named are not asked for.
async fn things(scope: &Scope, me: EmployeeId) -> Result<Vec<(&'static str, Vec<String>)>, Failure> {
    let skps = scope.skps_of(me).await?;
    let evaluations = scope.evaluations_of(me).await?;
    let results: Vec<_> = evaluations.iter().map(|one| one.id).collect();
    let feedback = scope.feedback_for(&results).await?;
    let objections = scope.objections_against(&results).await?;
    let lines = scope.lines_of(me).await?;
    let assignments = scope.assignments_of(me).await?;
    let circumstances = scope.circumstances_of(&[me]).await?;
    let ids: Vec<_> = skps.iter().map(|skp| skp.id).collect();
    let notes = scope.note_ids(&ids).await?;
    let assessments = scope.assessment_ids(&ids).await?;
    let sheets = scope.sheet_ids(&ids, &TOLD).await?;
    let texts = |ids: &mut dyn Iterator<Item = String>| ids.collect::<Vec<String>>();
    Ok(vec![
        ("employee", vec![me.to_string()]),
        ("assignment", texts(&mut assignments.iter().map(|one| one.id.to_string()))),
        ("circumstance", texts(&mut circumstances.iter().map(|one| one.id.to_string()))),
        ("reporting_line", texts(&mut lines.iter().map(|one| one.id.to_string()))),
        ("skp", texts(&mut ids.iter().map(ToString::to_string))),
        ("skp_note", texts(&mut notes.iter().map(ToString::to_string))),
        ("takeover", texts(&mut skps.iter().flat_map(|skp| skp.content.results.iter().map(|rhk| rhk.id.to_string())))),
        ("assessment", texts(&mut assessments.iter().map(ToString::to_string))),
        ("sheet", texts(&mut sheets.iter().map(ToString::to_string))),
        ("evaluation", texts(&mut results.iter().map(ToString::to_string))),
        ("feedback", texts(&mut feedback.iter().map(|one| one.id.to_string()))),
        ("objection", texts(&mut objections.iter().map(|one| one.id.to_string()))),
    ])
}

/// The same as a file, for the employee to keep.
#[derive(Serialize)]
struct Kept<'a> {
    since: NaiveDate,
    opened: Vec<KeptOpening<'a>>,
    changed: Vec<KeptChange<'a>>,
}

#[derive(Serialize)]
struct KeptOpening<'a> {
    #[serde(flatten)]
    who: &'a Someone,
    #[serde(rename = "as")]
    as_: domain::access::As,
    part: domain::access::Kind,
    day: NaiveDate,
    times: u32,
    last_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct KeptChange<'a> {
    #[serde(flatten)]
    who: &'a Someone,
    action: &'a str,
    at: DateTime<Utc>,
}

/// Takes it out as JSON.
#[crate::boxed]
pub async fn export(ctx: &Ctx) -> Result<Vec<u8>, Failure> {
    let page = see(ctx).await?;
    let opened = page.openings.iter().map(|one| KeptOpening {
        who: &one.who,
        as_: one.opening.as_,
        part: one.opening.kind,
        day: one.opening.day,
        times: one.opening.times,
        last_at: one.opening.last_at,
    });
    let changed = page.changes.iter().map(|one| KeptChange { who: &one.who, action: &one.action, at: one.at });
    let kept = Kept { since: page.since, opened: opened.collect(), changed: changed.collect() };
    Ok(serde_json::to_vec_pretty(&kept)?)
}
