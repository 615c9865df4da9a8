//! What a team achieved in a period, and why. The regulation rates people and knows the achievement of an organisation
//! (Bab IV.B.1); of a team it says nothing. Our reading: each result of the team is given one of the five words for an
//! organisation's achievement, the middle one of them is the team's, and it becomes a predikat as the achievement of an
//! organisation is set beside the predikat of most of its people (Bab IV.B.2). It is shown beside the members' own results
//! and never enters them: nobody but the rater sets a rating.
//!
//! Certainty: assumption (2026-11-23). The middle, not the mean: five words have an order and no distances. Of two middle
//! ones the lower, so that a result that was not reached is not hidden by one that was.

use super::{MIN_REASON, Member, Rated, TeamResult};
use crate::{
    decision::{Certainty, Citation, Decision, FieldError, Reason, Refusal, Text},
    evaluation::{Capaian, Predikat},
    ids::{EmployeeId, WorkteamResultId},
    policy::permenpanrb,
    progress::track::WHOLE,
    time::DateRange,
};

/// The rule we follow, marked as our reading.
pub fn cite() -> Citation {
    Citation { certainty: Certainty::Assumption, ..permenpanrb("Bab IV.B.1-2") }
}

/// What is wrong with a rating as typed, and what is missing: every result that stands gets a word and a reason. Fields are
/// `capaian.<result>` and `reason.<result>`.
pub fn check(results: &[TeamResult], rated: &[(WorkteamResultId, Option<Capaian>, String)]) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for result in results.iter().filter(|result| result.dropped_on.is_none()) {
        let said = rated.iter().find(|(of, ..)| *of == result.id);
        if said.is_none_or(|(_, capaian, _)| capaian.is_none()) {
            errors.push(FieldError::new(format!("capaian.{}", result.id), Text::new("workteam-rate-needs-capaian")));
        }
        if said.is_none_or(|(_, _, reason)| reason.trim().chars().count() < MIN_REASON) {
            let says = Text::new("workteam-rate-needs-reason").with("min", MIN_REASON as i64);
            errors.push(FieldError::new(format!("reason.{}", result.id), says));
        }
    }
    errors
}

/// Nobody says what a team achieved in which they worked themselves.
pub fn may_rate(members: &[Member], who: EmployeeId, period: DateRange) -> Result<(), Refusal> {
    if members.iter().any(|member| member.employee == who && member.worked_in(period)) {
        return Err(Refusal::rule(Text::new("workteam-rate-own")).next(Text::new("workteam-rate-own-next")));
    }
    Ok(())
}

/// The team's predikat with its reasons. Refused where there is nothing to judge: a missing result is not a bad one.
pub fn predikat(rated: &[Rated]) -> Result<Decision<Predikat>, Refusal> {
    let mut order: Vec<Capaian> = rated.iter().map(|one| one.capaian).collect();
    order.sort_unstable();
    let Some(middle) = order.len().checked_sub(1).and_then(|last| order.get(last / 2)).copied() else {
        return Err(
            Refusal::rule(Text::new("workteam-nothing-to-rate")).next(Text::new("workteam-nothing-to-rate-next"))
        );
    };
    let value = middle.peak();
    let says = Text::new("workteam-predikat-follows").with("predikat", value.label()).with("capaian", middle.label());
    let from = rated.iter().map(line).chain([Reason::new(
        Text::new("workteam-predikat-middle").with("n", rated.len() as i64).with("capaian", middle.label()),
    )]);
    Ok(Decision { value, because: Reason::new(says).cited(cite()).resting_on(from) })
}

/// What was said of one result, and how much of its target had been reported.
fn line(one: &Rated) -> Reason {
    let said = Text::new("workteam-result-rated")
        .with("result", one.text.as_str())
        .with("capaian", one.capaian.label())
        .with("reason", one.reason.as_str());
    let share = one.share.map(|share| {
        let percent = share.clamp(0, 1_000 * WHOLE) / 100;
        Reason::new(Text::new("workteam-result-share").with("percent", percent))
    });
    Reason::new(said).resting_on(share)
}
