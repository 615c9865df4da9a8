//! *Somebody reads feedback of the year*: what was said to them, what they asked and were asked, what was said of an
//! employee they rate.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found, plan::load::facts_of};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    feedback::during::{Ask, Relation, Remark, Source, sources},
    ids::{AskId, EmployeeId},
    permissions::{Action, may},
    plan::{Line, Rhk, Skp},
    time::DateRange,
};
use std::collections::BTreeMap;
use store::{Person, Scope};

/// A remark with what its page needs.
#[derive(Clone)]
pub struct Said {
    /// The remark.
    pub remark: Remark,
    /// Who said it.
    pub giver: String,
    /// About whom.
    pub employee: String,
    /// What it is about.
    pub about: Text,
}

/// A request with names.
#[derive(Clone)]
pub struct Asked {
    /// The request.
    pub ask: Ask,
    /// Who asks, or who is asked: whoever is not reading.
    pub other: String,
    /// What it is about.
    pub about: Text,
}

/// One's own feedback of the year.
pub struct Mine {
    /// What others said to one.
    pub received: Vec<Said>,
    /// Requests that wait for one's answer.
    pub to_answer: Vec<Asked>,
    /// Requests one has sent.
    pub asked: Vec<Asked>,
    /// What one said to others.
    pub given: Vec<Said>,
}

/// What was said of an employee.
pub struct About {
    /// Of whom.
    pub person: Person,
    /// Newest first.
    pub said: Vec<Said>,
    /// It is one's own.
    pub own: bool,
    /// May the reader confirm what another leader passed on?
    pub may_receive: bool,
}

/// What is needed to write feedback or a request.
pub struct Writing {
    /// For whom, if chosen.
    pub to: Option<Person>,
    /// The request that is answered.
    pub ask: Option<Asked>,
    /// As what one may speak; empty as long as nobody is chosen.
    pub sources: &'static [Source],
    /// Results that can be chosen: those of a plan one may read.
    pub results: Vec<Rhk>,
    /// People near one: leader, colleagues, team.
    pub near: Vec<Person>,
    /// The rater of the person chosen, who will read it.
    pub rater: Option<String>,
}

/// How a giver stands to an employee on a day.
pub(super) async fn relation(
    scope: &Scope,
    giver: EmployeeId,
    employee: EmployeeId,
    day: NaiveDate,
) -> Result<Relation, Failure> {
    let theirs = scope.line_on(employee, day).await?;
    let own = scope.line_on(giver, day).await?;
    let rater = |line: &Option<domain::people::ReportingLine>| line.as_ref().map(|line| line.rater);
    Ok(Relation {
        leads: rater(&theirs) == Some(giver) || theirs.as_ref().is_some_and(|line| line.superior == Some(giver)),
        is_led: rater(&own) == Some(employee),
        same_rater: theirs.is_some() && rater(&theirs) == rater(&own),
        leads_team: crate::workteam::load::leads(scope, giver, employee, day).await?,
    })
}

/// The text of the result a line names.
pub(super) fn result_text(on: Line, skp: &Skp) -> Option<String> {
    let Line::Rhk(id) = on else { return None };
    skp.content.results.iter().find(|rhk| rhk.id == id).map(|rhk| rhk.text.clone())
}

/// A line can be spoken of: a value, the whole, or a result of a plan the speaker may read.
pub(super) async fn line_holds(scope: &Scope, ctx: &Ctx, on: Line, skp: Option<&Skp>) -> Result<(), Failure> {
    let holds = match (on, skp) {
        (Line::Whole | Line::Nilai(_), _) => true,
        (Line::Rhk(_), Some(skp)) => result_text(on, skp).is_some() && reads_plan(scope, ctx, skp).await?,
        _ => false,
    };
    if holds { Ok(()) } else { Err(Refusal::field("on", Text::new("feedback-line-unknown")).into()) }
}

async fn reads_plan(scope: &Scope, ctx: &Ctx, skp: &Skp) -> Result<bool, Failure> {
    Ok(may(&ctx.actor, Action::PlanRead, &facts_of(scope, ctx, skp).await?).is_ok())
}

/// What a line is about, for people.
fn about(on: Line, topic: &str, skp: Option<&Skp>) -> Text {
    let result = skp.and_then(|skp| result_text(on, skp)).unwrap_or_else(|| topic.to_owned());
    match on {
        Line::Nilai(nilai) if topic.is_empty() => nilai.label(),
        Line::Nilai(nilai) => Text::new("feedback-about-value").with("value", nilai.label()).with("words", topic),
        Line::Rhk(_) => Text::new("feedback-about-result").with("result", result),
        _ => Text::new("feedback-about-words").with("words", topic),
    }
}

/// Remarks with names and lines.
async fn told(scope: &Scope, remarks: Vec<Remark>) -> Result<Vec<Said>, Failure> {
    let people: Vec<EmployeeId> = remarks.iter().flat_map(|r| [r.by, r.employee]).collect();
    let names = names(scope, people).await?;
    let plans = plans(scope, remarks.iter().filter_map(|r| r.skp)).await?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    Ok(remarks
        .into_iter()
        .map(|remark| Said {
            giver: name(remark.by),
            employee: name(remark.employee),
            about: about(remark.on, &remark.topic, plans.iter().find(|skp| Some(skp.id) == remark.skp)),
            remark,
        })
        .collect())
}

async fn plans(scope: &Scope, ids: impl Iterator<Item = domain::ids::SkpId>) -> Result<Vec<Skp>, Failure> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(scope.skps(&ids).await?)
}

async fn names(scope: &Scope, mut ids: Vec<EmployeeId>) -> Result<BTreeMap<EmployeeId, String>, Failure> {
    ids.sort_unstable();
    ids.dedup();
    Ok(scope.employees(&ids).await?.into_iter().map(|e| (e.id, e.name)).collect())
}

async fn asked(scope: &Scope, asks: Vec<Ask>, other: impl Fn(&Ask) -> EmployeeId) -> Result<Vec<Asked>, Failure> {
    let names = names(scope, asks.iter().map(&other).collect()).await?;
    Ok(asks
        .into_iter()
        .map(|ask| Asked {
            other: names.get(&other(&ask)).cloned().unwrap_or_default(),
            // Whoever is asked reads the line as it was put to them, not the plan.
            about: about(ask.on, &ask.topic, None),
            ask,
        })
        .collect())
}

/// One's own feedback of the year.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Mine, Failure> {
    let (scope, me) = (ctx.read(), ctx.me());
    let to_answer = scope.asks_of(me).await?.into_iter().filter(Ask::open).collect();
    Ok(Mine {
        received: told(&scope, scope.remarks_about(me).await?).await?,
        to_answer: asked(&scope, to_answer, |ask| ask.employee).await?,
        asked: asked(&scope, scope.asks_by(me).await?, |ask| ask.of).await?,
        given: told(&scope, scope.remarks_by(me).await?).await?,
    })
}

/// What was said of an employee.
#[crate::boxed]
pub async fn of(ctx: &Ctx, employee: EmployeeId) -> Result<About, Failure> {
    let scope = ctx.read();
    let facts =
        permit_over(&scope, ctx, Action::FeedbackRead, employee, None).await.map_err(|_| not_found("employee"))?;
    let person = scope.people_on(&[employee], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    Ok(About {
        said: told(&scope, scope.remarks_about(employee).await?).await?,
        own: facts.is_self,
        may_receive: may(&ctx.actor, Action::FeedbackReceive, &facts).is_ok(),
        person,
    })
}

/// What was said of an employee within some days, oldest first: material for those who read the assessment.
pub(crate) async fn within(
    scope: &Scope,
    ctx: &Ctx,
    employee: EmployeeId,
    days: DateRange,
) -> Result<Vec<Said>, Failure> {
    let zone = ctx.agency.time_zone;
    let mut remarks = scope.remarks_about(employee).await?;
    remarks.retain(|remark| days.contains(zone.date(remark.at)));
    remarks.reverse();
    told(scope, remarks).await
}

/// What is needed to write feedback (`to` or `answers`), or a request (neither).
#[crate::boxed]
pub async fn writing(ctx: &Ctx, to: Option<EmployeeId>, answers: Option<AskId>) -> Result<Writing, Failure> {
    ctx.permit(Action::FeedbackOffer)?;
    let (scope, me, today) = (ctx.read(), ctx.me(), ctx.today());
    let ask = match answers {
        Some(id) => Some(scope.ask(id).await?.filter(|ask| ask.of == me).ok_or_else(|| not_found("ask"))?),
        None => None,
    };
    let to = ask.as_ref().map(|ask| ask.employee).or(to);
    let person = match to {
        Some(id) => Some(scope.people_on(&[id], today).await?.pop().ok_or_else(|| not_found("employee"))?),
        None => None,
    };
    let about_whom = to.unwrap_or(me);
    let results = match scope.skp_in_force(about_whom, today).await? {
        Some(skp) if reads_plan(&scope, ctx, &skp).await? => skp.content.results,
        _ => Vec::new(),
    };
    let line = scope.line_on(about_whom, today).await?;
    let rater = match &line {
        Some(line) => scope.employee(line.rater).await?.map(|rater| rater.name),
        None => None,
    };
    let asked = match ask {
        Some(ask) => asked(&scope, vec![ask], |ask| ask.employee).await?.pop(),
        None => None,
    };
    Ok(Writing {
        sources: match to {
            Some(employee) => sources(relation(&scope, me, employee, today).await?),
            None => &[],
        },
        results,
        near: near(&scope, me, today).await?,
        to: person,
        ask: asked,
        rater,
    })
}

/// Leader, colleagues with the same rater, and team of a person, by name.
async fn near(scope: &Scope, me: EmployeeId, day: NaiveDate) -> Result<Vec<Person>, Failure> {
    let mut ids: Vec<EmployeeId> = scope.team_on(me, day).await?.into_iter().map(|line| line.employee).collect();
    if let Some(line) = scope.line_on(me, day).await? {
        ids.push(line.rater);
        ids.extend(scope.team_on(line.rater, day).await?.into_iter().map(|line| line.employee));
    }
    ids.retain(|id| *id != me);
    ids.sort_unstable();
    ids.dedup();
    let mut people = scope.people_on(&ids, day).await?;
    people.sort_by(|a, b| a.employee.name.cmp(&b.employee.name));
    Ok(people)
}

/// A colleague by name or NIP as typed into a form; anybody of the agency.
#[crate::boxed]
pub async fn colleague(ctx: &Ctx, typed: &str, field: &str) -> Result<EmployeeId, Failure> {
    ctx.permit(Action::FeedbackOffer)?;
    Ok(crate::people::find::colleague(&ctx.read(), typed, field).await??.id)
}
