//! *Whoever writes feedback finds advice on the words*, for their eyes alone: what stands in the form, beside what they wrote to
//! others. Nothing is held up by it.

use super::see_during::Said;
use crate::{
    Ctx, Failure,
    evaluation::see::ResultPage,
    fairness::words::{Written, second_look},
};
use domain::{
    fairness::comment::Remark,
    ids::{EmployeeId, EvaluationId, RemarkId},
};
use std::collections::HashMap;
use store::Scope;

/// On what stands in the form for a colleague during the year: for each text what is remarked.
#[crate::boxed]
pub async fn on_offer(ctx: &Ctx, to: EmployeeId, typed: &[String]) -> Result<Vec<Vec<Remark>>, Failure> {
    if nothing(typed) {
        return Ok(Vec::new());
    }
    let scope = ctx.read();
    let mut said = scope.remarks_by(ctx.me()).await?;
    said.retain(|one| one.employee != to);
    let names = names(&scope, said.iter().map(|one| one.employee).chain([to]).collect()).await?;
    let others = said.iter().flat_map(|one| [(one.employee, &one.good), (one.employee, &one.improve)]);
    let mut found = look(typed.iter().map(|text| (to, text)).chain(others), &names);
    found.truncate(typed.len());
    Ok(found)
}

/// On what stands in the form for feedback on a result. Where somebody else's words stand there, nothing: advice on those is
/// theirs.
#[crate::boxed]
pub async fn on_result(ctx: &Ctx, result: &ResultPage, typed: &[String]) -> Result<Vec<Vec<Remark>>, Failure> {
    let (me, to) = (ctx.me(), result.evaluation.employee);
    if nothing(typed) || result.feedback.as_ref().is_some_and(|feedback| feedback.by != me) {
        return Ok(Vec::new());
    }
    let scope = ctx.read();
    let mut team: Vec<EmployeeId> =
        scope.skps_rated_by(me, result.period.year).await?.into_iter().map(|skp| skp.employee).collect();
    team.retain(|id| *id != to);
    let results = scope.evaluations_for(result.period.id, &team).await?;
    let of: HashMap<EvaluationId, EmployeeId> = results.into_iter().map(|one| (one.id, one.employee)).collect();
    let ids: Vec<EvaluationId> = of.keys().copied().collect();
    let mut said = scope.feedback_for(&ids).await?;
    said.retain(|one| one.by == me);
    team.push(to);
    let names = names(&scope, team).await?;
    let others = said.iter().filter_map(|one| Some((*of.get(&one.evaluation)?, &one.words)));
    let others =
        others.flat_map(|(about, words)| [&words.good, &words.improve, &words.advice].map(|text| (about, text)));
    let mut found = look(typed.iter().map(|text| (to, text)).chain(others), &names);
    found.truncate(typed.len());
    Ok(found)
}

/// On what somebody said today to colleagues, by remark: once, after sending; later it is what it is.
pub fn on_given(ctx: &Ctx, given: &[Said]) -> Vec<(RemarkId, Vec<Remark>)> {
    let names: Vec<String> = given.iter().map(|one| one.employee.clone()).collect();
    let texts = given
        .iter()
        .flat_map(|Said { remark, .. }| [(remark.employee, &remark.good), (remark.employee, &remark.improve)]);
    let found = look(texts, &names);
    let today = |one: &Said| ctx.agency.time_zone.date(one.remark.at) == ctx.today();
    let of_today = given.iter().zip(found.chunks(2)).filter(|(one, _)| today(one));
    of_today
        .map(|(one, found)| {
            let mut all = found.concat();
            all.sort();
            all.dedup();
            (one.remark.id, all)
        })
        .collect()
}

fn nothing(typed: &[String]) -> bool {
    typed.iter().all(|text| text.trim().is_empty())
}

async fn names(scope: &Scope, people: Vec<EmployeeId>) -> Result<Vec<String>, Failure> {
    Ok(scope.employees(&people).await?.into_iter().map(|one| one.name).collect())
}

fn look<'a>(texts: impl Iterator<Item = (EmployeeId, &'a String)>, names: &[String]) -> Vec<Vec<Remark>> {
    let written = |(about, text): (EmployeeId, &'a String)| Written { about, text: text.as_str(), shown: false };
    let texts: Vec<Written<'a, EmployeeId>> = texts.map(written).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    second_look(&texts, &names)
}
