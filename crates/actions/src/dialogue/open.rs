//! *Somebody opens a talk*: employee or rater a dialog kinerja or bimbingan; the rater reports a problem of behaviour, or the
//! employee asks for konseling (Ps 17, 21; Bab III.C-D).

use super::{
    agenda::{Point, points},
    load::link,
};
use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    dialogue::{Dialogue, Kind, Part, Topic, parts::check_opening, trace::Trace},
    ids::{DialogueId, EmployeeId, EvaluationId},
    people::ReportingLine,
    permissions::{Action, Facts},
    policy::permenpanrb,
};
use std::collections::BTreeMap;
use store::{Person, Scope};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Open {
    /// With whom.
    pub employee: EmployeeId,
    /// What kind.
    pub kind: Kind,
    /// The other side, where it can be chosen: who coaches; for konseling the rater, or nobody yet.
    pub partner: Option<EmployeeId>,
    /// The day it is planned for.
    pub on: Option<NaiveDate>,
    /// Proposed topics that were chosen, by their keys.
    pub topics: Vec<String>,
    /// Topics of one's own.
    pub own: Vec<String>,
    /// What is said at the opening.
    pub words: BTreeMap<Part, String>,
    /// The result it follows from.
    pub evaluation: Option<EvaluationId>,
}

/// What the form shows.
pub struct Opening {
    /// With whom.
    pub person: Person,
    /// The rater.
    pub rater: Person,
    /// Those who could coach, the rater first; empty where the other side is settled.
    pub partners: Vec<Person>,
    /// Topics to choose from.
    pub points: Vec<Point>,
    /// A problem is reported, rather than a talk asked for.
    pub reports: bool,
    /// The reader is the employee.
    pub own: bool,
}

const fn action(kind: Kind) -> Action {
    match kind {
        Kind::Dialog | Kind::Bimbingan => Action::DialogueOpen,
        Kind::Konseling => Action::CounsellingOpen,
    }
}

async fn begin(scope: &Scope, ctx: &Ctx, employee: EmployeeId, kind: Kind) -> Result<(ReportingLine, Facts), Failure> {
    let facts = permit_over(scope, ctx, action(kind), employee, None).await?;
    let line = scope.line_on(employee, ctx.today()).await?;
    let none = || Refusal::rule(Text::new("dialogue-no-rater")).next(Text::new("plan-ask-personnel-office"));
    Ok((line.ok_or_else(none)?, facts))
}

/// What the form to open a talk shows.
#[crate::boxed]
pub async fn opening(ctx: &Ctx, employee: EmployeeId, kind: Kind) -> Result<Opening, Failure> {
    let scope = ctx.read();
    let (line, facts) = begin(&scope, ctx, employee, kind).await?;
    let mut ids = vec![line.rater];
    if kind == Kind::Bimbingan && !facts.is_self {
        ids.extend(line.superior);
        ids.extend(scope.team_on(line.rater, ctx.today()).await?.into_iter().map(|line| line.employee));
    }
    let mut people = scope.people_on(&[ids.clone(), vec![employee]].concat(), ctx.today()).await?;
    let at = people.iter().position(|p| p.employee.id == employee).ok_or_else(|| not_found("employee"))?;
    let person = people.remove(at);
    let rater = people.iter().find(|p| p.employee.id == line.rater).cloned().ok_or_else(|| not_found("employee"))?;
    people.sort_by_key(|p| (p.employee.id != line.rater, p.employee.name.clone()));
    Ok(Opening {
        partners: if kind == Kind::Bimbingan && !facts.is_self { people } else { Vec::new() },
        points: if kind.confidential() { Vec::new() } else { points(&scope, ctx, employee).await? },
        reports: kind == Kind::Konseling && !facts.is_self,
        own: facts.is_self,
        person,
        rater,
    })
}

/// Opens it; the other side is told.
#[crate::boxed]
pub async fn open(ctx: &Ctx, asked: Open) -> Result<DialogueId, Failure> {
    ctx.act(action(asked.kind), move |work| {
        let asked = asked.clone();
        async move {
            let (ctx, kind) = (&work.ctx, asked.kind);
            let (line, facts) = begin(&work, ctx, asked.employee, kind).await?;
            let reports = kind == Kind::Konseling && !facts.is_self;
            crate::failure::fields(check_opening(kind, reports, &asked.words))?;
            let mut words = asked.words;
            let parts: Vec<Part> = Part::of_opening(kind, reports).collect();
            words.retain(|part, said| parts.contains(part) && !said.trim().is_empty());
            let agenda = agenda(&work, ctx, &asked.topics, &asked.own, asked.employee, kind).await?;
            let talk = Dialogue {
                id: work.id(),
                kind,
                employee: asked.employee,
                partner: partner(kind, asked.partner, &line, &facts, ctx.me())?,
                rater: line.rater,
                superior: line.superior,
                skp: work.skp_in_force(asked.employee, ctx.today()).await?.map(|skp| skp.id),
                evaluation: follows(&work, asked.evaluation, asked.employee).await?,
                opened_by: ctx.me(),
                opened_at: ctx.at,
                on: asked.on,
                held_on: None,
                cancelled_at: None,
                agenda,
                words,
                adjust: false,
                revisions: [0, 0],
            };
            work.save_dialogue(&talk).await?;
            work.journal("dialogue", talk.id, None, Some(&Trace::from(&talk))).await?;
            let key = match kind {
                Kind::Dialog => "notice-dialogue-opened",
                Kind::Bimbingan => "notice-coaching-opened",
                Kind::Konseling => "notice-counselling-opened",
            };
            let says = Text::new(key).with("name", ctx.actor.name.as_str());
            for to in [Some(talk.employee), talk.partner].into_iter().flatten() {
                work.tell(to, says.clone(), link(talk.id)).await?;
            }
            Ok(talk.id)
        }
    })
    .await
}

/// The other side. In a dialog it is whoever leads; a coach can be somebody else (Bab III.D.1); a counsellor is appointed,
/// unless the rater was chosen (Bab III.D.5).
fn partner(
    kind: Kind,
    asked: Option<EmployeeId>,
    line: &ReportingLine,
    facts: &Facts,
    me: EmployeeId,
) -> Result<Option<EmployeeId>, Refusal> {
    let leader = if facts.is_superior { me } else { line.rater };
    Ok(match kind {
        Kind::Dialog => Some(leader),
        Kind::Bimbingan if facts.is_self => Some(leader),
        Kind::Bimbingan => match asked {
            Some(coach) if coach == line.employee => {
                return Err(Refusal::field("partner", Text::new("dialogue-coach-is-another")));
            }
            coach => Some(coach.unwrap_or(leader)),
        },
        Kind::Konseling if asked == Some(line.rater) => Some(line.rater),
        Kind::Konseling if asked.is_some() => {
            return Err(Refusal::rule(Text::new("dialogue-counsellor-is-appointed")).cited(permenpanrb("Bab III.D.5")));
        }
        Kind::Konseling => None,
    })
}

/// The chosen topics as they stand now, then those of one's own.
async fn agenda(
    scope: &Scope,
    ctx: &Ctx,
    keys: &[String],
    own: &[String],
    employee: EmployeeId,
    kind: Kind,
) -> Result<Vec<Topic>, Failure> {
    let proposed = if kind.confidential() { Vec::new() } else { points(scope, ctx, employee).await? };
    let chosen = proposed.into_iter().filter(|point| keys.contains(&point.key)).map(|point| point.topic);
    let own = own.iter().map(|words| words.trim()).filter(|words| !words.is_empty()).map(Topic::own);
    Ok(chosen.chain(own).collect())
}

/// The result a talk follows from must be the employee's.
async fn follows(
    scope: &Scope,
    asked: Option<EvaluationId>,
    employee: EmployeeId,
) -> Result<Option<EvaluationId>, Failure> {
    let Some(id) = asked else { return Ok(None) };
    let result = scope.evaluation(id).await?.filter(|result| result.employee == employee);
    Ok(Some(result.ok_or_else(|| not_found("evaluation"))?.id))
}
