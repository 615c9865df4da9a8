//! *Somebody finds a mentor*: suggestions by rule, the choice by a person, every rule against it said beside the field.

use super::{
    load::{limits, link, load, load_to_change, names, unchanged},
    open::weak_of,
};
use crate::{Ctx, Failure, people::find::colleague, talent::gather::gather};
use domain::{
    decision::{Citation, Reason, Text},
    ids::{EmployeeId, MentoringId},
    mentoring::{
        Case, Limits, course,
        pairing::{Candidate, Weak, circle, may_pair, pairs, strength, strong},
    },
    permissions::Action,
    talent::Met,
};
use std::collections::BTreeMap;
use store::Person;

/// Suggestions shown.
const SHOWN: usize = 8;

/// Somebody who could stand by.
pub struct Suggestion {
    /// Who.
    pub person: Person,
    /// People they stand by already.
    pub load: u32,
    /// Why them.
    pub steps: Vec<Reason>,
    /// How strong, over all weaknesses, in hundredths.
    pub strength: i64,
}

/// What the page of matching shows.
pub struct Matching {
    /// The case.
    pub case: Case,
    /// Whose, by name.
    pub name: String,
    /// Weaknesses with the employee's levels.
    pub weak: Vec<Weak>,
    /// The best, with room for one more.
    pub suggestions: Vec<Suggestion>,
    /// The limits.
    pub limits: Limits,
    /// Where they stand.
    pub cite: Citation,
}

/// Who could stand by.
#[crate::boxed]
pub async fn matching(ctx: &Ctx, id: MentoringId) -> Result<Matching, Failure> {
    let scope = ctx.read();
    let (case, _) = load(&scope, ctx, id, Action::MentoringManage).await?;
    let weak = weak_of(&scope, ctx, &case).await?;
    let (limits, cite) = limits(&*ctx.policy(ctx.today())?);
    let running = scope.mentoring_running().await?;
    let pairs = pairs(&running);
    let found = gather(&scope, ctx, None).await?;
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for person in scope.everyone(found.today).await? {
        let id = person.employee.id;
        let load = load_of(&pairs, id);
        if id == case.employee
            || case.rater == Some(id)
            || load >= limits.load
            || circle(&pairs, id, case.employee).is_some()
        {
            continue;
        }
        let candidate = Candidate { levels: found.levels(id), load };
        let (met, steps) = strong(&weak, &candidate, &limits);
        if met == Met::Yes {
            suggestions.push(Suggestion { strength: strength(&weak, &candidate), person, load, steps });
        }
    }
    // The strongest first, then who has most room.
    suggestions.sort_by_key(|one| (std::cmp::Reverse(one.strength), one.load));
    suggestions.truncate(SHOWN);
    let name = scope.employee(case.employee).await?.map(|one| one.name).unwrap_or_default();
    Ok(Matching { case, name, weak, suggestions, limits, cite })
}

fn load_of(pairs: &[(EmployeeId, EmployeeId)], id: EmployeeId) -> u32 {
    u32::try_from(pairs.iter().filter(|(mentor, _)| *mentor == id).count()).unwrap_or(u32::MAX)
}

/// Chooses a mentor by name or NIP; both are told.
#[crate::boxed]
pub async fn pair(ctx: &Ctx, id: MentoringId, revision: i64, mentor: String) -> Result<(), Failure> {
    ctx.act(Action::MentoringManage, move |work| {
        let mentor = mentor.clone();
        async move {
            // Circles run through other cases: one pairing at a time.
            work.lock("mentoring-pairs").await?;
            let (before, _) = load_to_change(&work, id).await?;
            unchanged(&work, &before, revision).await?;
            course::runs(&before)?;
            let person = colleague(&work, &mentor, "mentor").await??;
            let weak = weak_of(&work, &work.ctx, &before).await?;
            let found = gather(&work, &work.ctx, Some(&[person.id])).await?;
            let others: Vec<Case> =
                work.mentoring_running().await?.into_iter().filter(|case| case.id != before.id).collect();
            let pairs = pairs(&others);
            let candidate = Candidate { levels: found.levels(person.id), load: load_of(&pairs, person.id) };
            let mut named = vec![person.id, before.employee];
            for (mentor, mentee) in &pairs {
                named.extend([*mentor, *mentee]);
            }
            let names: BTreeMap<EmployeeId, String> = names(&work, named).await?;
            let name = |id: EmployeeId| names.get(&id).cloned().unwrap_or_default();
            let (limits, cite) = limits(&found.policy);
            let matched = may_pair(&before, person.id, &weak, &candidate, (&limits, &cite), &pairs, &name)?;
            let after = Case {
                mentor: Some(matched.value),
                matched: Some(matched.because),
                revision: before.revision + 1,
                ..before.clone()
            };
            work.save_mentoring(&after).await?;
            work.journal("mentoring", id, Some(&before), Some(&after)).await?;
            let says = Text::new("notice-mentoring-mentor").with("name", name(after.employee));
            work.tell(person.id, says, link(id)).await?;
            let says = Text::new("notice-mentoring-paired").with("name", person.name.as_str());
            work.tell(after.employee, says, link(id)).await
        }
    })
    .await
}
