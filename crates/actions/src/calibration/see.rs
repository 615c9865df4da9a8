//! *Somebody reads a session*: the group's ratings side by side, raw and, for whom it is meant, fair; what was proposed and
//! decided.

use super::load::{Found, load};
use crate::{Ctx, Failure, access::note, failure::not_found, fairness::gather::rows_of, plan::load::facts_of};
use domain::{
    amount::Amount,
    assessment::{RaterRole, Rating, Subject},
    calibration::{Calibration, Looks, Proposal, can_change, not_about_oneself, shows_fair},
    evaluation::Period,
    fairness::{Estimate, RateeFigures, rounded},
    ids::{CalibrationId, EmployeeId, EvaluationId, PeriodId, SkpId},
    people::Unit,
    permissions::{Action, may},
    plan::Skp,
};
use measure::numeric::order::{mean, quantile};
use std::collections::{BTreeSet, HashMap};
use store::Scope;

/// One person of the group.
#[derive(Clone, Debug)]
pub struct Line {
    /// The plan.
    pub skp: SkpId,
    /// Name.
    pub name: String,
    /// Who gave the ratings; whoever is to give them, while nothing was sent.
    pub rater: EmployeeId,
    /// By name.
    pub rater_name: String,
    /// Hasil kerja and perilaku kerja as a whole, as sent.
    pub whole: (Option<Rating>, Option<Rating>),
    /// Mean of the supervisor's ratings line by line; `None` while nothing was sent.
    pub raw: Option<Amount>,
    /// What an average rater would have given, where it can be estimated and is shown to the reader.
    pub fair: Option<Estimate>,
    /// Is that shown to the reader, where there is any?
    pub fair_shown: bool,
    /// Lines of the law's ratings.
    pub ratings: u32,
    /// The result, once it is signed: nothing changes any more.
    pub evaluation: Option<EvaluationId>,
}

/// Where the middle half of a group lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Box5 {
    /// Lowest, quarter, middle, three quarters, highest.
    pub at: [Amount; 5],
}

/// A proposal with names.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The proposal.
    pub proposal: Proposal,
    /// About whom.
    pub about: String,
    /// The line in its words; of values and the whole, none.
    pub line: Option<String>,
    /// Who proposed it.
    pub by: String,
    /// Does the reader decide about it now?
    pub decides: bool,
    /// Can the rating still be changed? Where it cannot, keeping it is the only word left.
    pub changeable: bool,
}

/// A session as its page shows it.
pub struct Session {
    /// The session.
    pub session: Calibration,
    /// The period.
    pub period: Period,
    /// The unit.
    pub unit: Unit,
    /// The group, by rater and name.
    pub lines: Vec<Line>,
    /// The box of the whole group, and of each rater with more than two people: name, and it.
    pub boxes: Vec<(String, Box5)>,
    /// What was proposed.
    pub proposals: Vec<Proposed>,
    /// Who is expected or was there: id, name, there.
    pub people: Vec<(EmployeeId, String, bool)>,
    /// When the fair values were worked out; never where they were not.
    pub figures_at: Option<chrono::DateTime<chrono::Utc>>,
    /// May the reader write the minutes?
    pub leads: bool,
    /// May the reader propose?
    pub proposes: bool,
}

/// One session.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: CalibrationId) -> Result<Session, Failure> {
    let scope = ctx.read();
    let Found { session, period, plans, facts } = load(&scope, ctx, id, Action::CalibrationRead).await?;
    let unit = scope.unit(session.unit).await?.ok_or_else(|| not_found("unit"))?;
    let (lines, figures_at) = lines(ctx, &scope, &period, &plans).await?;
    let open = session.closed_at.is_none();
    let proposals = proposals(ctx, &scope, &session, (&period, plans.as_slice()), &lines).await?;
    let people = people(&scope, &session, &plans).await?;
    Ok(Session {
        boxes: boxes(&lines),
        leads: open && may(&ctx.actor, Action::CalibrationLead, &facts).is_ok(),
        proposes: open && may(&ctx.actor, Action::CalibrationPropose, &facts).is_ok(),
        session,
        period,
        unit,
        lines,
        proposals,
        people,
        figures_at,
    })
}

async fn lines(
    ctx: &Ctx,
    scope: &Scope,
    period: &Period,
    plans: &[Skp],
) -> Result<(Vec<Line>, Option<chrono::DateTime<chrono::Utc>>), Failure> {
    let ids: Vec<SkpId> = plans.iter().map(|skp| skp.id).collect();
    let owners: Vec<EmployeeId> = plans.iter().map(|skp| skp.employee).collect();
    let mut sheets = scope.assessments_for(period.id, &ids).await?;
    sheets.retain(|one| one.role == RaterRole::Penilai && one.sent_at.is_some());
    let mut everybody = owners.clone();
    everybody.extend(plans.iter().map(|skp| skp.rater).chain(sheets.iter().map(|sheet| sheet.rater)));
    let names: HashMap<EmployeeId, String> =
        scope.employees(&everybody).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let results = scope.evaluations_for(period.id, &owners).await?;
    let kept = scope.fairness(period.id).await?;
    let figures: HashMap<EmployeeId, RateeFigures> = match &kept {
        Some(kept) => scope.fairness_of_ratees(period.id, kept.version, &owners).await?,
        None => Vec::new(),
    }
    .into_iter()
    .map(|one| (one.employee, one))
    .collect();
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let promised = ctx.policy(period.last_day())?.appraisal.raters().iter().any(|rule| rule.anonymous);
    let office = ctx.permit(Action::FairnessRead).is_ok();
    let mut found: Vec<Line> = plans
        .iter()
        .map(|skp| {
            let sheet = sheets.iter().find(|one| one.skp == skp.id);
            let rater = sheet.map_or(skp.rater, |sheet| sheet.rater);
            let rows = sheet.map(|sheet| rows_of(&sheet.answers, skp.employee, rater)).unwrap_or_default();
            let whole = |subject| sheet.and_then(|sheet| sheet.answer(subject)).and_then(|answer| answer.rating);
            let evaluation = results.iter().find(|one| one.skp == skp.id).map(|one| one.id);
            let looks = if rater == ctx.me() {
                Looks::Rater
            } else if office {
                Looks::Office
            } else {
                Looks::Other
            };
            let fair_shown = shows_fair(looks, evaluation.is_some(), promised);
            Line {
                skp: skp.id,
                name: name(skp.employee),
                rater,
                rater_name: name(rater),
                whole: (whole(Subject::HasilKerja), whole(Subject::PerilakuKerja)),
                raw: mean(&rows.iter().map(|row| f64::from(row.score)).collect::<Vec<_>>()).map(rounded),
                fair: figures.get(&skp.employee).and_then(|one| one.fair).filter(|_| fair_shown),
                fair_shown,
                ratings: rows.len() as u32,
                evaluation,
            }
        })
        .collect();
    found.sort_by(|a, b| (&a.rater_name, &a.name).cmp(&(&b.rater_name, &b.name)));
    Ok((found, kept.map(|kept| kept.at)))
}

/// Five numbers of the raw means, for all and for each rater with more than two people.
fn boxes(lines: &[Line]) -> Vec<(String, Box5)> {
    let five = |of: &mut Vec<f64>| {
        of.sort_by(f64::total_cmp);
        let at = |share| Some(rounded(quantile(of, share)?));
        Some(Box5 { at: [at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?] })
    };
    let raw = |holds: &dyn Fn(&Line) -> bool| -> Vec<f64> {
        let of = lines.iter().filter(|line| holds(line));
        of.filter_map(|line| Some(line.raw?.0 as f64 / Amount::SCALE as f64)).collect()
    };
    let raters: BTreeSet<&str> = lines.iter().map(|line| line.rater_name.as_str()).collect();
    let all = Some((String::new(), raw(&|_| true)));
    let each = raters.into_iter().map(|name| (name.to_owned(), raw(&|line| line.rater_name == name)));
    all.into_iter()
        .chain(each)
        .filter(|(_, raw)| raw.len() > 2)
        .filter_map(|(name, mut raw)| Some((name, five(&mut raw)?)))
        .collect()
}

async fn proposals(
    ctx: &Ctx,
    scope: &Scope,
    session: &Calibration,
    (period, plans): (&Period, &[Skp]),
    lines: &[Line],
) -> Result<Vec<Proposed>, Failure> {
    let found = scope.calibration_proposals(session.id).await?;
    let by: Vec<EmployeeId> = found.iter().map(|one| one.by).collect();
    let names: HashMap<EmployeeId, String> =
        scope.employees(&by).await?.into_iter().map(|one| (one.id, one.name)).collect();
    Ok(found
        .into_iter()
        .map(|proposal| {
            let line = lines.iter().find(|line| line.skp == proposal.skp);
            let skp = plans.iter().find(|skp| skp.id == proposal.skp);
            Proposed {
                about: line.map(|line| line.name.clone()).unwrap_or_default(),
                line: skp.and_then(|skp| text_of(skp, proposal.subject)),
                by: names.get(&proposal.by).cloned().unwrap_or_default(),
                decides: proposal.answer.is_none() && line.is_some_and(|line| line.rater == ctx.me()),
                changeable: period.closed_at.is_none() && line.is_some_and(|line| line.evaluation.is_none()),
                proposal,
            }
        })
        .collect())
}

/// An intended result in its own words.
pub(super) fn text_of(skp: &Skp, subject: Subject) -> Option<String> {
    let Subject::Rhk(id) = subject else { return None };
    skp.content.results.iter().find(|rhk| rhk.id == id).map(|rhk| rhk.text.clone())
}

async fn people(
    scope: &Scope,
    session: &Calibration,
    plans: &[Skp],
) -> Result<Vec<(EmployeeId, String, bool)>, Failure> {
    let known: BTreeSet<EmployeeId> = plans
        .iter()
        .flat_map(|skp| [Some(skp.rater), skp.superior])
        .flatten()
        .chain(session.attended.iter().copied())
        .chain([session.by])
        .collect();
    let ids: Vec<EmployeeId> = known.into_iter().collect();
    let mut found: Vec<(EmployeeId, String, bool)> = scope
        .employees(&ids)
        .await?
        .into_iter()
        .map(|one| (one.id, one.name, session.attended.contains(&one.id)))
        .collect();
    found.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(found)
}

/// One person in a session: every line with its reason, and what can be proposed.
pub struct Looked {
    /// The session.
    pub session: Calibration,
    /// The unit's name.
    pub unit: String,
    /// The period.
    pub period: PeriodId,
    /// The person in the group.
    pub line: Line,
    /// Lines: what about, its own words where it has some, rating, reason, evidence named.
    pub answers: Vec<(Subject, Option<String>, Rating, String, usize)>,
    /// May the reader propose?
    pub proposes: bool,
    /// May the reader open the person's plan and result?
    pub opens: bool,
}

/// One person in a session.
#[crate::boxed]
pub async fn look(ctx: &Ctx, id: CalibrationId, skp: SkpId) -> Result<Looked, Failure> {
    let found = see(ctx, id).await?;
    let scope = ctx.read();
    let line = found.lines.into_iter().find(|line| line.skp == skp).ok_or_else(|| not_found("skp"))?;
    let skp = scope.skp(skp).await?.ok_or_else(|| not_found("skp"))?;
    let facts = facts_of(&scope, ctx, &skp).await?;
    note(ctx, Action::AssessmentRead, skp.employee, &facts);
    let opens = [Action::PlanRead, Action::EvaluationRead].iter().all(|one| may(&ctx.actor, *one, &facts).is_ok());
    let sheet = scope.assessment(found.period.id, skp.id, RaterRole::Penilai).await?;
    let sheet = sheet.filter(|sheet| sheet.sent_at.is_some());
    let changeable = sheet.as_ref().is_some_and(|sheet| can_change(sheet, line.evaluation.is_some()).is_ok());
    let answers = sheet.map(|sheet| sheet.answers).unwrap_or_default();
    let answers = answers
        .into_iter()
        .filter_map(|one| Some((one.subject, text_of(&skp, one.subject), one.rating?, one.reason, one.evidence.len())));
    Ok(Looked {
        answers: answers.collect(),
        proposes: found.proposes && changeable && not_about_oneself(skp.employee, ctx.me()).is_ok(),
        opens,
        unit: found.unit.name,
        period: found.period.id,
        session: found.session,
        line,
    })
}
