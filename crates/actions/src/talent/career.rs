//! *Somebody looks at a person's years* beyond the results: indicators, feedback, skills, trainings, what is open and what is
//! missing. Whoever reads this may read the results ([`crate::evaluation::see_years`] asks); skills not shared are the person's own.

use super::gather::{STUDY_MONTHS, gather};
use crate::{Ctx, Failure, failure::not_found, progress::see::standings};
use chrono::Datelike;
use domain::{
    amount::Amount,
    evaluation::Evaluation,
    ids::EmployeeId,
    plan::workflow::{State, state},
    talent::{
        eligibility::{Eligibility, Track},
        jpm::{Jpm, Level},
        skill::Skill,
    },
};
use store::Scope;

/// An indicator of a year.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// The year.
    pub year: i32,
    /// The indicator.
    pub text: String,
    /// Its target in words.
    pub target: String,
    /// What was reached.
    pub realised: Option<Amount>,
    /// Share of the target in basis points.
    pub share: Option<i64>,
}

/// Feedback on the result of a year.
#[derive(Clone, Debug)]
pub struct Words {
    /// The year.
    pub year: i32,
    /// What is good.
    pub good: String,
    /// What to improve.
    pub improve: String,
    /// Advice.
    pub advice: String,
}

/// A training finished.
#[derive(Clone, Debug)]
pub struct Training {
    /// Its name.
    pub name: String,
    /// The year.
    pub year: i32,
    /// Hours (JP).
    pub hours: u32,
}

/// What the page of a person's years shows beside the results.
#[derive(Clone, Debug)]
pub struct Career {
    /// Indicators, newest year first.
    pub indicators: Vec<Indicator>,
    /// Feedback on results, newest year first.
    pub feedback: Vec<Words>,
    /// Skills with the name of their field: all for oneself, those shared for others.
    pub skills: Vec<(String, Skill)>,
    /// Trainings finished.
    pub trainings: Vec<Training>,
    /// Competence against the own post.
    pub jpm: Jpm,
    /// Level by level.
    pub levels: Vec<Level>,
    /// What is open, and what is missing.
    pub tracks: Vec<Eligibility>,
    /// Is it the reader's own?
    pub own: bool,
}

/// Everything beside the results, which the caller has read.
#[crate::boxed]
pub async fn career(ctx: &Ctx, employee: EmployeeId, results: &[(i32, Evaluation)]) -> Result<Career, Failure> {
    let (scope, own) = (ctx.read(), employee == ctx.me());
    let person = scope.people_on(&[employee], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    let found = gather(&scope, ctx, Some(&[employee])).await?;
    let ids: Vec<_> = results.iter().map(|(_, result)| result.id).collect();
    let mut feedback: Vec<Words> = scope
        .feedback_for(&ids)
        .await?
        .into_iter()
        .filter_map(|given| {
            let (year, _) = results.iter().find(|(_, result)| result.id == given.evaluation)?;
            let words = given.words;
            Some(Words { year: *year, good: words.good, improve: words.improve, advice: words.advice })
        })
        .collect();
    feedback.sort_by_key(|one| std::cmp::Reverse(one.year));
    let fields = found.policy.career.fields.as_ref().map_or(&[][..], |rule| &rule.value);
    let name = |code: &str| fields.iter().find(|field| field.code == code).map(|field| field.name.clone());
    let skills = scope.skills(Some(&[employee])).await?.into_iter().filter(|skill| own || skill.shared);
    let post = person.post.as_ref().map(|post| post.id);
    Ok(Career {
        indicators: indicators(&scope, ctx, employee).await?,
        feedback,
        skills: skills.map(|skill| (name(&skill.field).unwrap_or_else(|| skill.field.clone()), skill)).collect(),
        trainings: trainings(employee),
        jpm: found.jpm(employee, post),
        levels: found.profile(employee, post),
        tracks: Track::ALL.map(|track| found.eligibility(&person, track, STUDY_MONTHS)).to_vec(),
        own,
    })
}

async fn indicators(scope: &Scope, ctx: &Ctx, employee: EmployeeId) -> Result<Vec<Indicator>, Failure> {
    let mut plans = scope.skps_of(employee).await?;
    plans.retain(|skp| skp.version > 0 && state(&skp.milestones) != State::Digantikan);
    plans.sort_by_key(|skp| std::cmp::Reverse((skp.year, skp.dates.from)));
    let first = ctx.today().year() - 2;
    let mut found = Vec::new();
    for skp in plans.into_iter().filter(|skp| skp.year >= first) {
        let entries = scope.entries(skp.id).await?;
        found.extend(standings(&skp, &entries, &[], &[], ctx.today()).into_iter().map(|standing| Indicator {
            year: skp.year,
            target: standing.indicator.target.words(),
            text: standing.indicator.text,
            realised: standing.realised,
            share: standing.share,
        }));
    }
    Ok(found)
}

/// Trainings somebody finished. The room that keeps them hands them out here; without it there are none.
fn trainings(_: EmployeeId) -> Vec<Training> {
    Vec::new()
}
