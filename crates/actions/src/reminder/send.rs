//! *Everybody is told*, some hundreds in a part, by id, so that it can go on after an interruption.

use super::{Ask, Round, asked, of_morning};
use crate::{
    Failure, Work,
    failure::not_found,
    job::{
        Task,
        part::{Progress, Run},
        result::Told,
    },
};
use chrono::NaiveDate;
use domain::{
    ids::{EmployeeId, JobId},
    permissions::Action,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// People in one part.
const PART: usize = 500;

/// Where to go on: the round, and the last person told in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct At {
    round: usize,
    after: Option<EmployeeId>,
}

impl At {
    /// Reads a place; the beginning if there is none yet.
    pub(crate) fn read(place: &str) -> Result<Self, Failure> {
        if place.is_empty() { Ok(Self::default()) } else { Ok(serde_json::from_str(place)?) }
    }
}

/// A part of a reminder, asked for or of a morning.
pub(crate) async fn step(run: &Run) -> Result<(), Failure> {
    let ctx = &run.ctx;
    let rounds = match &run.task {
        Task::Remind { period, unit, steps } => {
            crate::evaluation::see_cycle::within(ctx, &ctx.read(), *unit, Action::ReminderSend).await?;
            let period = ctx.read().period(*period).await?.ok_or_else(|| not_found("period"))?;
            asked(ctx, &period, *unit, steps)?
        }
        Task::Daily { day } => of_morning(ctx, *day).await?,
        _ => return Err(Failure::Internal("not a reminder".to_owned())),
    };
    let (at, before, job) = (At::read(&run.job.place)?, run.progress(), run.job.id);
    let told: Told = run.result()?;
    run.part(move |work| {
        let (rounds, before) = (rounds.clone(), before.clone());
        async move { say(&work, job, &rounds, at, before, told).await }
    })
    .await
}

/// What somebody is called for.
#[derive(Default)]
struct Call<'r> {
    people: usize,
    due: Option<NaiveDate>,
    asks: Vec<(&'r Ask, usize)>,
}

/// Says a part of the rounds; the last part ends the job.
pub(crate) async fn say(
    work: &Work,
    job: JobId,
    rounds: &[Round],
    at: At,
    before: Progress,
    told: Told,
) -> Result<Progress, Failure> {
    let mut total = before.total;
    if at == At::default() {
        total = 0;
        for round in rounds {
            total += calls(work, round, None).await?.len() as u32;
        }
    }
    let Some(round) = rounds.get(at.round) else {
        let result = serde_json::to_string(&told)?;
        return Ok(Progress { total, result, ended: true, done: total, ..before });
    };
    let mut calls = calls(work, round, at.after).await?;
    let part: Vec<EmployeeId> = calls.keys().take(PART).copied().collect();
    let last = if calls.len() > PART { part.last().copied() } else { None };
    let mut words: Vec<String> = round.asks.iter().filter_map(|ask| ask.word.clone()).collect();
    words.push(round.word.clone());
    let known = work.reminded(&part, &words).await?;
    let (mut notices, mut said) = (Vec::new(), Vec::new());
    for id in &part {
        let Some(call) = calls.remove(id).and_then(|call| fresh(call, *id, &round.word, &known)) else { continue };
        notices.push(work.notice(*id, round.saying.says(call.people, call.due), round.saying.link()));
        said.push((*id, round.word.clone()));
        said.extend(call.asks.iter().filter_map(|(ask, _)| Some((*id, ask.word.clone()?))));
    }
    let told = Told { people: told.people + notices.len() as u32 };
    if !notices.is_empty() {
        work.note_reminders(said, work.ctx.at).await?;
        work.notify_all(&notices).await?;
        work.journal("job", job, None, Some(&(&round.word, notices.len()))).await?;
    }
    let next = match last {
        Some(last) => At { after: Some(last), ..at },
        None => At { round: at.round + 1, after: None },
    };
    Ok(Progress {
        total,
        done: before.done + part.len() as u32,
        place: serde_json::to_string(&next)?,
        result: serde_json::to_string(&told)?,
        ended: next.round >= rounds.len(),
        file: None,
    })
}

/// What has not been said to somebody yet, if anything.
fn fresh<'r>(call: Call<'r>, id: EmployeeId, today: &str, known: &HashSet<(EmployeeId, String)>) -> Option<Call<'r>> {
    let heard = |word: &str| known.contains(&(id, word.to_owned()));
    let asks: Vec<(&Ask, usize)> =
        call.asks.into_iter().filter(|(ask, _)| !ask.word.as_deref().is_some_and(heard)).collect();
    if heard(today) || asks.is_empty() {
        return None;
    }
    let people = asks.iter().map(|(_, people)| people).sum();
    let due = asks.iter().filter_map(|(ask, _)| ask.due).min();
    Some(Call { people, due, asks })
}

/// Who is called in a round, by id, behind somebody; what several periods ask of one person is one call.
async fn calls<'r>(
    work: &Work,
    round: &'r Round,
    after: Option<EmployeeId>,
) -> Result<BTreeMap<EmployeeId, Call<'r>>, Failure> {
    let mut calls: BTreeMap<EmployeeId, Call<'r>> = BTreeMap::new();
    for ask in &round.asks {
        for (id, people) in work.turns(ask.look, ask.step, round.level.up()).await? {
            if after.is_none_or(|after| id > after) {
                calls.entry(id).or_default().asks.push((ask, people));
            }
        }
    }
    Ok(calls)
}
