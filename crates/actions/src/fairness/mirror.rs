//! *A supervisor looks into the mirror* before the predicate is fixed: how their ratings look beside others', what they rest on,
//! which words deserve a second look. Nobody else sees it, and nothing in it holds anybody up.

use super::{
    gather::{Voices, gather, rows_of},
    reckon::reckon,
    words::{Written, second_look},
};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    assessment::{Answer, Assessment, RaterRole},
    evaluation::Period,
    fairness::{
        RaterFigures,
        backfill::{Away, Sign, away, signs},
        comment::Remark,
        ground::{Grounded, grounds},
    },
    feed::Kind,
    ids::{EmployeeId, FeedId, PeriodId, SkpId},
    permissions::{Action, Facts, may},
    plan::Skp,
    progress::Entry,
    scheme::Role,
};
use std::collections::{BTreeMap, HashMap};
use store::Scope;

/// Up to so many supervisors' assessments the mirror is worked out anew each time it is opened, what one has not sent yet
/// included; in larger agencies it shows what the background work found last.
const LIVE: usize = 1_500;

/// One person in the mirror.
pub struct Reflected {
    /// The plan.
    pub skp: SkpId,
    /// Name.
    pub name: String,
    /// Has the assessment been sent?
    pub sent: bool,
    /// Mean of the lines rated so far (1 below, 2 as, 3 above expectation), in hundredths.
    pub mean: Option<domain::amount::Amount>,
    /// What each rating of a result rests on.
    pub grounds: Vec<Grounded>,
    /// Words that deserve a second look: what was said, and what is remarked.
    pub words: Vec<(String, Vec<Remark>)>,
    /// Reports to ask about, kindly.
    pub signs: Vec<Sign>,
}

/// The mirror.
pub struct Mirror {
    /// The period.
    pub period: Period,
    /// How the reader rates; `None` before the first rating.
    pub figures: Option<RaterFigures>,
    /// Law's ratings of all other raters together, by class, as they were worked out last; nothing where they are few.
    pub others: [u32; 3],
    /// When that was.
    pub others_at: Option<chrono::DateTime<chrono::Utc>>,
    /// Each person rated or to be rated.
    pub people: Vec<Reflected>,
    /// From when the figures are, where they were not worked out just now.
    pub from: Option<chrono::DateTime<chrono::Utc>>,
}

/// The mirror of whoever asks; only of people they rate in the period.
#[crate::boxed]
pub async fn mirror(ctx: &Ctx, id: PeriodId) -> Result<Mirror, Failure> {
    may(&ctx.actor, Action::FairnessMirror, &Facts::own())?;
    let scope = ctx.read();
    let period = scope.period(id).await?.ok_or_else(|| not_found("period"))?;
    let me = ctx.me();
    let plans = scope.skps_rated_by(me, period.year).await?;
    let Beside { figures, others, others_at, from } = figures(ctx, &scope, &period, &plans).await?;
    if plans.is_empty() && figures.is_none() {
        return Err(not_found("mirror"));
    }
    let people = people(ctx, &scope, &period, &plans).await?;
    Ok(Mirror { period, figures, others, others_at, people, from })
}

/// How the reader rates, beside others.
struct Beside {
    figures: Option<RaterFigures>,
    others: [u32; 3],
    others_at: Option<chrono::DateTime<chrono::Utc>>,
    from: Option<chrono::DateTime<chrono::Utc>>,
}

async fn figures(ctx: &Ctx, scope: &Scope, period: &Period, plans: &[Skp]) -> Result<Beside, Failure> {
    let me = ctx.me();
    let kept = scope.fairness(period.id).await?;
    let then = match &kept {
        Some(kept) => scope.fairness_of_rater(period.id, kept.version, me).await?,
        None => None,
    };
    let at = kept.as_ref().map(|kept| kept.at);
    let others = kept.as_ref().map_or([0; 3], |kept| kept.report.classes_beside(then.as_ref()));
    let others_at = at.filter(|_| others != [0; 3]);
    let policy = ctx.policy(period.last_day())?;
    let promised: Vec<(Role, u32)> =
        policy.appraisal.raters().iter().filter(|rule| rule.anonymous).map(|rule| (rule.role, rule.min)).collect();
    if scope.assessed_count(period.id).await? as usize > LIVE {
        // All voices are in what was kept: what one count shows more than the one before would be the voice that came between.
        let owners: Vec<EmployeeId> = plans.iter().map(|skp| skp.employee).collect();
        let results = scope.evaluations_for(period.id, &owners).await?;
        let signed = |skp: &Skp| results.iter().any(|one| one.skp == skp.id);
        let open = promised.is_empty() || plans.iter().all(signed);
        let figures = then.map(|then| if open { then } else { then.alone() });
        return Ok(Beside { figures, others, others_at, from: at });
    }
    let signed = scope.evaluations_of_period(period.id).await?.into_iter().map(|one| one.skp).collect();
    let inputs = gather(scope, period, &Voices::Own { rater: me, promised, signed }).await?;
    let found = tokio::task::spawn_blocking(move || reckon(&inputs.rows))
        .await
        .map_err(|error| Failure::Internal(format!("the mirror: {error}")))?;
    let figures = found.raters.into_iter().find(|one| one.rater == me);
    Ok(Beside { figures, others, others_at, from: None })
}

async fn people(ctx: &Ctx, scope: &Scope, period: &Period, plans: &[Skp]) -> Result<Vec<Reflected>, Failure> {
    let ids: Vec<SkpId> = plans.iter().map(|skp| skp.id).collect();
    let mut sheets = scope.assessments_for(period.id, &ids).await?;
    sheets.retain(|sheet| sheet.role == RaterRole::Penilai && sheet.rater == ctx.me());
    let mut entries = scope.entries_of(&ids).await?;
    entries.retain(|entry| period.dates.contains(entry.on));
    let evidence = scope.evidence_of(&ids).await?;
    let owners: Vec<EmployeeId> = plans.iter().map(|skp| skp.employee).collect();
    let names: HashMap<EmployeeId, String> =
        scope.employees(&owners).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let said = said(&sheets, &names);
    let (days, nothing) = (absences(ctx, scope, &owners, &entries).await?, Away::new());
    let mut found: Vec<Reflected> = plans
        .iter()
        .map(|skp| {
            let sheet = sheets.iter().find(|sheet| sheet.skp == skp.id);
            let answers: &[Answer] = sheet.map_or(&[], |sheet| &sheet.answers);
            let rows = rows_of(answers, skp.employee, ctx.me());
            let n = rows.len() as i64;
            let sum: i64 = rows.iter().map(|row| i64::from(row.score)).sum();
            let own: Vec<_> = entries.iter().filter(|entry| entry.skp == skp.id).cloned().collect();
            Reflected {
                skp: skp.id,
                name: names.get(&skp.employee).cloned().unwrap_or_default(),
                sent: sheet.is_some_and(|sheet| sheet.sent_at.is_some()),
                mean: (n > 0).then(|| domain::amount::Amount((sum * 200 + n) / (2 * n) * 100)),
                grounds: grounds(skp, answers, &own, &evidence),
                words: said.iter().filter(|(of, ..)| *of == skp.id).map(|(_, t, r)| (t.clone(), r.clone())).collect(),
                signs: signs(&own, ctx.agency.time_zone, days.get(&skp.employee).unwrap_or(&nothing)),
            }
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// When these people were away, on the days their reports are about or were typed on, by the agency's attendance sources; those it
/// no longer keeps still tell of their days. Without a source, or without rows of single days, nothing is known.
async fn absences(
    ctx: &Ctx,
    scope: &Scope,
    people: &[EmployeeId],
    entries: &[Entry],
) -> Result<BTreeMap<EmployeeId, Away>, Failure> {
    let zone = ctx.agency.time_zone;
    let days = || entries.iter().flat_map(move |entry| [entry.on, zone.date(entry.recorded_at)]);
    let (Some(from), Some(until)) = (days().min(), days().max()) else { return Ok(BTreeMap::new()) };
    let kept = scope.feeds().await?.into_iter().filter(|fed| fed.source.kind == Kind::Attendance);
    let sources: Vec<FeedId> = kept.map(|fed| fed.source.id).collect();
    if sources.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = scope.feed_rows_among(&sources, people, (from, until)).await?;
    Ok(away(&rows, ctx.app.policies.holidays()))
}

/// Reasons with something to remark, by plan.
fn said(sheets: &[Assessment], names: &HashMap<EmployeeId, String>) -> Vec<(SkpId, String, Vec<Remark>)> {
    let texts: Vec<Written<'_, SkpId>> = sheets
        .iter()
        .flat_map(|sheet| sheet.answers.iter().map(move |answer| (sheet.skp, answer)))
        .map(|(about, answer)| Written { about, text: answer.reason.as_str(), shown: !answer.evidence.is_empty() })
        .collect();
    let names: Vec<&str> = names.values().map(String::as_str).collect();
    let mut found: Vec<(SkpId, String, Vec<Remark>)> = Vec::new();
    for (one, all) in texts.iter().zip(second_look(&texts, &names)) {
        // The same words under several lines of one person are told once.
        if !all.is_empty() && !found.iter().any(|(of, said, _)| *of == one.about && said == one.text) {
            found.push((one.about, one.text.to_owned(), all));
        }
    }
    found
}

/// What deserves a second look in the reasons of one assessment, by line; for the page where it is written.
#[crate::boxed]
pub async fn beside(
    ctx: &Ctx,
    period: PeriodId,
    skp: &Skp,
) -> Result<Vec<(domain::assessment::Subject, Vec<Remark>)>, Failure> {
    let scope = ctx.read();
    let plans = scope.skps_rated_by(ctx.me(), skp.year).await?;
    let ids: Vec<SkpId> = plans.iter().map(|skp| skp.id).collect();
    let mut sheets = scope.assessments_for(period, &ids).await?;
    sheets.retain(|sheet| sheet.role == RaterRole::Penilai && sheet.rater == ctx.me());
    let owners: Vec<EmployeeId> = plans.iter().map(|skp| skp.employee).collect();
    let names: HashMap<EmployeeId, String> =
        scope.employees(&owners).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let said = said(&sheets, &names);
    let Some(own) = sheets.iter().find(|sheet| sheet.skp == skp.id) else { return Ok(Vec::new()) };
    let of = |answer: &Answer| {
        let found = said.iter().find(|(of, text, _)| *of == skp.id && *text == answer.reason)?;
        Some((answer.subject, found.2.clone()))
    };
    Ok(own.answers.iter().filter_map(of).collect())
}
