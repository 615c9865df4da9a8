//! What talks and feedback put on the first page: follow-ups until they are done, talks that are planned, questions of
//! colleagues, words passed on by other leaders, talks proposed after a result, counsellors to appoint.
//!
//! A task about konseling never says more than that there is one: a first page is seen by whoever stands behind.

use super::{load::link, mine::proposed};
use crate::{Ctx, Failure, home::tasks::Task, team::TeamPage};
use domain::{
    decision::Text,
    dialogue::{Dialogue, Kind, State},
    feedback::during::Ask,
    ids::{DialogueId, EmployeeId},
    permissions::Action,
};
use std::collections::BTreeMap;

/// One's own.
pub(crate) async fn own(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let (scope, me) = (ctx.read(), ctx.me());
    let near = scope.dialogues_near(me).await?;
    let of = |id: DialogueId| near.iter().find(|talk| talk.id == id);
    let mut tasks = Vec::new();
    for agreed in scope.open_followups(me).await? {
        let Some(talk) = of(agreed.dialogue).filter(|talk| talk.state() != State::Dibatalkan) else { continue };
        let says = match talk.kind {
            Kind::Konseling => Text::new("task-followup-confidential"),
            _ => Text::new("task-followup").with("what", agreed.what.as_str()),
        };
        tasks.push(Task::new(says, format!("{}#tindak-lanjut", link(talk.id)), agreed.due));
    }
    let planned: Vec<&Dialogue> =
        near.iter().filter(|talk| talk.state() == State::Direncanakan && talk.side(me).is_some()).collect();
    let other = |talk: &Dialogue| if talk.employee == me { talk.partner.unwrap_or(me) } else { talk.employee };
    let asks: Vec<Ask> = scope.asks_of(me).await?.into_iter().filter(Ask::open).collect();
    let mut ids: Vec<EmployeeId> = planned.iter().map(|talk| other(talk)).collect();
    ids.extend(asks.iter().map(|ask| ask.employee));
    ids.sort_unstable();
    ids.dedup();
    let names: BTreeMap<EmployeeId, String> =
        scope.employees(&ids).await?.into_iter().map(|e| (e.id, e.name)).collect();
    let name = |id: EmployeeId| names.get(&id).map(String::as_str).unwrap_or_default();
    for talk in planned {
        let says = Text::new("task-talk").with("name", name(other(talk)));
        tasks.push(Task::new(says, link(talk.id), talk.on));
    }
    for ask in asks {
        let says = Text::new("task-answer-ask").with("name", name(ask.employee));
        tasks.push(Task::new(says, format!("/umpan-balik/beri?permintaan={}", ask.id), None));
    }
    Ok(tasks)
}

/// A rater's: what other leaders passed on, talks that results ask for (Ps 20-21).
pub(crate) async fn of_team(ctx: &Ctx, team: &TeamPage) -> Result<Vec<Task>, Failure> {
    let scope = ctx.read();
    let ids: Vec<EmployeeId> = team.rows.iter().map(|row| row.person.employee.id).collect();
    let (waiting, talks) = (scope.remarks_passed_on(&ids).await?, scope.dialogues_about(&ids).await?);
    let mut tasks = Vec::new();
    for row in &team.rows {
        let (id, name) = (row.person.employee.id, row.person.employee.name.as_str());
        for remark in waiting.iter().filter(|remark| remark.employee == id && remark.waits_for_rater()) {
            let says = Text::new("task-receive-feedback").with("name", name);
            tasks.push(Task::new(says, format!("/umpan-balik/tentang/{id}#umpan-{}", remark.id), ctx.today()));
        }
        for (result, proposal) in proposed(ctx, row.evaluation.as_ref(), &talks)? {
            let article = proposal.because.cite.map(|cite| cite.article).unwrap_or_default();
            let key = match proposal.kind {
                Kind::Konseling => "task-propose-konseling",
                Kind::Bimbingan | Kind::Dialog => "task-propose-bimbingan",
            };
            let says = Text::new(key).with("name", name).with("article", article);
            let kind = proposal.kind.code();
            let at = format!("/dialog/baru?pegawai={id}&jenis={kind}&hasil={result}");
            tasks.push(Task::new(says, at, None));
        }
    }
    Ok(tasks)
}

/// The personnel office's: counsellors to appoint.
pub(crate) async fn of_office(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    if ctx.permit(Action::CounsellingAppoint).is_err() {
        return Ok(Vec::new());
    }
    let talks = ctx.read().dialogues_of_kind(Kind::Konseling).await?;
    let waiting = talks.iter().filter(|talk| talk.state() == State::Menunggu).count();
    let says = Text::new("task-appoint-counsellor").with("n", waiting as i64);
    Ok(if waiting == 0 { Vec::new() } else { vec![Task::new(says, "/konseling", ctx.today())] })
}
