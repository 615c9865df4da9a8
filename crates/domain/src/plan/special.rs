//! What the law says to the plan of somebody who studies, works elsewhere, acts in a post or holds two
//! (PermenPANRB 6/2022 Bab II.A Tahap 6.d, II.B, IV.A.5-6, IV.A.15-17). Advice beside the whole plan; it never blocks.

use super::{Line, Skp, advice::Advice};
use crate::{
    people::{Assignment, Circumstance, Standing},
    policy::{Clause, Policy, Rule},
};
use chrono::NaiveDate;

/// The sentences that concern this plan, each with its article.
pub fn advise(
    skp: &Skp,
    circumstances: &[Circumstance],
    assignments: &[Assignment],
    today: NaiveDate,
    policy: &Policy,
) -> Vec<Advice> {
    let day = today.clamp(skp.dates.from, skp.dates.until.unwrap_or(today).max(skp.dates.from));
    let away = circumstances.iter().filter(|one| one.dates.overlaps(skp.dates));
    let away = away.flat_map(|one| one.kind.clauses(policy));
    let held: Vec<&Assignment> = assignments.iter().filter(|one| one.dates.contains(day)).collect();
    let acting = held.iter().any(|one| one.standing != Standing::Definitif);
    let twice = held.iter().filter(|one| one.standing == Standing::Definitif).count() > 1;
    let codes = [("plt", acting), ("plt-utama", acting), ("jabatan-rangkap", twice)];
    let posts = codes.into_iter().filter(|(_, holds)| *holds);
    let posts = posts.filter_map(|(code, _)| policy.clauses.get(Rule::SpecialCases, code));
    away.chain(posts).map(beside).collect()
}

fn beside(clause: &Clause) -> Advice {
    let says = crate::decision::Text::new("plan-advice-clause").with("says", clause.says.as_str());
    Advice { line: Line::Whole, says, cite: clause.cite.clone() }
}
