//! *Somebody at the counter types in a request as it arrives, and later that it was answered.* The instants are the server's: nobody
//! types when it was.

use super::{
    load::source,
    take::{Put, take},
};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
};
use chrono::DurationRound;
use domain::{
    decision::{FieldError, Refusal, Text},
    feed::{Channel, Draft, Fact, Filter, Kind, Row},
    ids::{EmployeeId, FeedId, FeedRowId},
    permissions::Action,
};
use store::{Fed, PageOf, Person};

/// Requests shown that wait for an answer.
const SHOWN: u32 = 100;

/// A request as it arrives.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// Its number; made where none is given.
    pub code: String,
    /// What is asked for.
    pub item: String,
    /// Who answers it.
    pub employee: Option<EmployeeId>,
}

/// What the counter shows.
pub struct CounterPage {
    /// The source.
    pub fed: Fed,
    /// Requests that wait, the most urgent first.
    pub waiting: Vec<Row>,
    /// People of the unit.
    pub people: Vec<Person>,
}

/// Opens the counter.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: FeedId) -> Result<CounterPage, Failure> {
    let scope = ctx.read();
    let fed = service(source(&scope, ctx, Action::FeedEnter, id).await?)?;
    let filter = Filter { waiting: true, ..Filter::default() };
    let waiting = scope.feed_rows(id, &filter, PageOf { page: 1, per_page: SHOWN }, u64::from(SHOWN)).await?.rows;
    let units: Vec<_> = scope.units_under(fed.source.unit).await?.into_iter().map(|unit| unit.id).collect();
    let mut people = scope.people_in(&units, ctx.today()).await?;
    people.sort_by(|a, b| a.employee.name.cmp(&b.employee.name));
    Ok(CounterPage { fed, waiting, people })
}

fn service(fed: Fed) -> Result<Fed, Failure> {
    if fed.source.kind == Kind::Service { Ok(fed) } else { Err(not_found("counter")) }
}

/// Takes a request in; returns its number.
#[crate::boxed]
pub async fn arrive(ctx: &Ctx, id: FeedId, arrival: Arrival) -> Result<String, Failure> {
    ctx.act(Action::FeedEnter, move |work| {
        let Arrival { code, item, employee } = arrival.clone();
        async move {
            let fed = service(source(&work, &work.ctx, Action::FeedEnter, id).await?)?;
            let today = work.ctx.today();
            let made = || format!("{today}-{}", &work.id::<FeedRowId>().to_string()[30..]);
            let code = if code.trim().is_empty() { made() } else { code.trim().to_owned() };
            let long = |field: &str, text: &str| {
                let says = Text::new("feed-cell-long").with("max", 120);
                (text.chars().count() > 120).then(|| FieldError::new(field, says))
            };
            let (item, mut errors) = (item.trim().to_owned(), Vec::new());
            errors.extend(long("code", &code));
            errors.extend(long("item", &item));
            let person = match employee {
                Some(id) => work.people_on(&[id], today).await?.into_iter().next(),
                None => None,
            };
            if employee.is_some() && person.is_none() {
                errors.push(FieldError::new("employee", Text::new("feed-person-unknown")));
            }
            fields(errors)?;
            let due = work.ctx.app.policies.holidays().after(today, fed.source.answer_days);
            let fact =
                Fact::Request { received: minute(&work.ctx), due, answered: None, correct: None, complaint: false };
            let unit = person.and_then(|person| person.unit).map_or(fed.source.unit, |unit| unit.id);
            let draft = Draft { code: code.clone(), on: today, employee, unit: Some(unit), item, fact };
            one(&work, &fed, draft).await?;
            Ok(code)
        }
    })
    .await
}

/// Notes that a request was answered just now.
#[crate::boxed]
pub async fn answer(ctx: &Ctx, row: FeedRowId, correct: Option<bool>, complaint: bool) -> Result<(), Failure> {
    ctx.act(Action::FeedEnter, move |work| async move {
        let before = work.feed_row(row).await?.ok_or_else(|| not_found("feed row"))?;
        let fed = service(source(&work, &work.ctx, Action::FeedEnter, before.source).await?)?;
        let Fact::Request { received, due, answered: None, .. } = before.draft.fact else {
            return Err(Refusal::rule(Text::new("feed-answered-already")).into());
        };
        if before.replaced_at.is_some() || !before.counts() {
            return Err(Refusal::rule(Text::new("feed-answered-already")).into());
        }
        let fact = Fact::Request { received, due, answered: Some(minute(&work.ctx).max(received)), correct, complaint };
        one(&work, &fed, Draft { fact, ..before.draft }).await
    })
    .await
}

fn minute(ctx: &Ctx) -> chrono::DateTime<chrono::Utc> {
    ctx.at.duration_trunc(chrono::TimeDelta::minutes(1)).unwrap_or(ctx.at)
}

/// One row, which must be taken.
async fn one(work: &crate::Work, fed: &Fed, draft: Draft) -> Result<(), Failure> {
    let sorted = take(work, &fed.source, &[Put { number: 1, draft }], Channel::Counter, "").await?;
    match sorted.bad.into_iter().next() {
        Some(bad) => Err(Refusal::field("code", bad.says).into()),
        None if sorted.new.is_empty() => Err(Refusal::field("code", Text::new("feed-row-differs")).into()),
        None => Ok(()),
    }
}
