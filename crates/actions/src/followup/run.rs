//! *The rules of follow-up run over a closed year*: proposals are kept with their reason, once for each result, rule and
//! criterion, however often it is run. What fell away with its result is marked, unless somebody has decided on it.

use crate::{Failure, Work, scheme::outlook::years_back};
use domain::{
    decision::Text,
    evaluation::{Evaluation, Period, Rhythm},
    followup::{Of, Proposal},
    ids::{EmployeeId, EvaluationId},
    policy::Policy,
    scheme::{all_follow_ups, outlook::Year},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Scope;

/// What came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// Proposals kept.
    pub proposals: u32,
    /// People they are about.
    pub people: u32,
    /// Rules that could not say yes or no, because something is not known.
    pub unknown: u32,
}

/// Is there anything to run over such a period?
pub(crate) fn has_rules(policy: &Policy, period: &Period) -> bool {
    let scheme = &policy.appraisal;
    period.rhythm == Rhythm::Tahunan && (scheme.follow_ups.is_some() || scheme.law_follow_ups.is_some())
}

/// Runs the rules over these results of a closed period, within a change.
pub(crate) async fn follow(work: &Work, period: &Period, results: &[Evaluation]) -> Result<Followed, Failure> {
    let policy = work.ctx.policy(period.last_day())?;
    if !has_rules(&policy, period) || results.is_empty() {
        return Ok(Followed::default());
    }
    work.lock(&format!("followup:{}", period.id)).await?;
    let people: Vec<EmployeeId> = results.iter().map(|result| result.employee).collect();
    let standing: BTreeSet<EvaluationId> =
        work.evaluations_for(period.id, &people).await?.into_iter().map(|result| result.id).collect();
    let ids: Vec<EvaluationId> = results.iter().map(|result| result.id).collect();
    let present = work.proposals_behind(&ids).await?;
    let known: BTreeSet<_> = present.iter().map(Proposal::key).collect();
    let history = histories(work, &policy, period, &people).await?;
    let units: HashMap<EmployeeId, _> = work
        .people_on(&people, period.last_day().min(work.ctx.today()))
        .await?
        .into_iter()
        .filter_map(|person| Some((person.employee.id, person.post?.unit)))
        .collect();
    let (mut found, mut new, mut rows) = (Followed::default(), Vec::new(), Vec::new());
    for result in results.iter().filter(|result| standing.contains(&result.id)) {
        let Some(unit) = units.get(&result.employee) else { continue };
        let mut years = history.get(&result.employee).cloned().unwrap_or_default();
        years.push(Year {
            year: period.year,
            predikat: result.predikat,
            result: result.scheme.clone(),
            average: years.iter().find(|year| year.year == period.year).and_then(|year| year.average),
        });
        // The own year's average was put there first, without a result; the result itself takes its place.
        years.retain(|year| year.year != period.year || year.predikat.is_some() || year.result.is_some());
        let outlook = all_follow_ups(&policy.appraisal, &years);
        found.unknown += outlook.unknown.len() as u32;
        let of = Of {
            employee: result.employee,
            evaluation: result.id,
            period: (period.id, period.year),
            unit: *unit,
            policy: &policy.id,
        };
        let before = new.len();
        for one in outlook.proposals {
            let proposal = Proposal::found(work.id(), of, one, work.ctx.at);
            if !known.contains(&proposal.key()) {
                rows.push(work.journal_row("proposal", proposal.id, None, Some(&proposal))?);
                new.push(proposal);
            }
        }
        if new.len() > before {
            found.people += 1;
        }
    }
    found.proposals = new.len() as u32;
    let mut notices = Vec::new();
    let told: BTreeSet<EmployeeId> = new.iter().map(|proposal| proposal.employee).collect();
    for employee in told {
        let asked = new.iter().any(|proposal| proposal.employee == employee && proposal.asks_first());
        let says = Text::new(if asked { "notice-followup-asked" } else { "notice-followup-proposed" });
        notices.push(work.notice(employee, says, "/tindak-lanjut/saya"));
    }
    for gone in present.into_iter().filter(|one| !standing.contains(&one.evaluation) && one.state().open()) {
        let after = Proposal { withdrawn_at: Some(work.ctx.at), ..gone.clone() };
        work.save_proposal(&after).await?;
        rows.push(work.journal_row("proposal", gone.id, Some(&gone), Some(&after))?);
    }
    work.add_proposals(&new).await?;
    work.notify_all(&notices).await?;
    work.journal_all(&rows).await?;
    Ok(found)
}

/// The years before, and the averages the rules compare with. The period's own year carries only its average.
async fn histories(
    scope: &Scope,
    policy: &Policy,
    period: &Period,
    people: &[EmployeeId],
) -> Result<BTreeMap<EmployeeId, Vec<Year>>, Failure> {
    let (back, compared) = years_back(&policy.appraisal);
    let mut all: BTreeMap<EmployeeId, Vec<Year>> = BTreeMap::new();
    if compared {
        let average = scope.mean_score(period.id).await?;
        for employee in people {
            let year = Year { year: period.year, predikat: None, result: None, average };
            all.entry(*employee).or_default().push(year);
        }
    }
    for year in period.year + 1 - back..period.year {
        let Some(before) = scope.periods(year).await?.into_iter().find(|one| one.rhythm == Rhythm::Tahunan) else {
            continue;
        };
        let average = if compared && before.closed_at.is_some() { scope.mean_score(before.id).await? } else { None };
        // Of two results in a year, after a transfer, the later one stands for it.
        let mut latest: BTreeMap<EmployeeId, Evaluation> = BTreeMap::new();
        for result in scope.evaluations_for(before.id, people).await? {
            latest.insert(result.employee, result);
        }
        for (employee, result) in latest {
            let year = Year { year, predikat: result.predikat, result: result.scheme, average };
            all.entry(employee).or_default().push(year);
        }
    }
    Ok(all)
}
