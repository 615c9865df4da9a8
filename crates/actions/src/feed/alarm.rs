//! *A source falls silent*: the office and whoever leads the unit are told once for each silence, and it stands among their tasks
//! until rows come.

use super::load::permit_unit;
use crate::{App, Ctx, Failure, account::log_in::exempt, home::tasks::Task};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{account::Role, decision::Text, ids::EmployeeId, people::Agency, permissions::Action, time::TimeZone};
use std::sync::Arc;
use store::{Fed, Scope};

/// Since when nothing came, and days beyond the rhythm; `None` while all is well.
pub fn silence(fed: &Fed, zone: TimeZone, now: DateTime<Utc>) -> Option<(NaiveDate, u32)> {
    let last = zone.date(fed.last_at.unwrap_or(fed.made_at));
    fed.source.silent(last, zone.date(now)).map(|late| (last, late))
}

/// Silent sources, as tasks of those who keep them.
#[crate::boxed]
pub async fn tasks(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let scope = ctx.read();
    let mut tasks = Vec::new();
    for fed in scope.feeds().await? {
        let Some((last, _)) = silence(&fed, ctx.agency.time_zone, ctx.at) else { continue };
        if permit_unit(&scope, ctx, Action::FeedManage, fed.source.unit).await.is_ok() {
            let says = Text::new("task-feed-silent").with("source", fed.source.name.as_str()).with("last", last);
            let due = last + chrono::Days::new(u64::from(fed.source.rhythm));
            tasks.push(Task::new(says, format!("/sumber-data/{}", fed.source.id), due));
        }
    }
    Ok(tasks)
}

/// Tells of new silences. What was said of one is not said again until rows have come and it is silent anew.
pub(crate) async fn morning(app: &App, agency: &Arc<Agency>) -> Result<(), Failure> {
    let ctx = Ctx::by_itself(app, agency);
    let scope = ctx.read();
    for fed in scope.feeds().await? {
        let Some((last, _)) = silence(&fed, agency.time_zone, ctx.at) else { continue };
        let word = format!("sumber/{}/{last}", fed.source.id);
        let people = keepers(&scope, &fed, ctx.today()).await?;
        let known = scope.reminded(&people, std::slice::from_ref(&word)).await?;
        let new: Vec<EmployeeId> = people.into_iter().filter(|id| !known.contains(&(*id, word.clone()))).collect();
        if new.is_empty() {
            continue;
        }
        let says = Text::new("notice-feed-silent").with("source", fed.source.name.as_str()).with("last", last);
        let link = format!("/sumber-data/{}", fed.source.id);
        let notices: Vec<_> = new
            .iter()
            .map(|to| domain::journal::Notice {
                id: domain::ids::NoticeId(app.world.id()),
                to: *to,
                at: ctx.at,
                says: says.clone(),
                link: link.clone(),
                read_at: None,
            })
            .collect();
        let at = ctx.at;
        exempt(app, agency.id, move |tx| {
            let (said, notices) = (new.iter().map(|id| (*id, word.clone())).collect(), notices.clone());
            async move {
                tx.note_reminders(said, at).await?;
                Ok(tx.notify_all(&notices).await?)
            }
        })
        .await?;
    }
    Ok(())
}

/// The personnel office, and whoever leads the unit that keeps it.
async fn keepers(scope: &Scope, fed: &Fed, today: NaiveDate) -> Result<Vec<EmployeeId>, Failure> {
    let mut people = scope.holders_of(Role::PersonnelOffice).await?;
    for person in scope.people_in(&[fed.source.unit], today).await? {
        if person.post.is_some_and(|post| post.leads_unit) {
            people.push(person.employee.id);
        }
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}
