//! *Somebody rates written cases*, one after another; then they see how close they came, and why the agreed values are what they
//! are. An exercise that came close enough brings a certificate at once.

use super::figures::figures;
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    assessment::Rating,
    certification::{
        Case, Certificate, Criterion, Exercise, Limits,
        certificate::issue,
        exercise::{finish, mark, open, pick},
    },
    decision::{Refusal, Text},
    ids::ExerciseId,
    permissions::Action,
};
use std::collections::BTreeMap;
use store::Scope;

/// An exercise as its page shows it.
pub struct ExercisePage {
    /// The exercise.
    pub exercise: Exercise,
    /// The case that is rated next, with its number from 1; none when all are rated.
    pub next: Option<(usize, Case)>,
    /// What every case is rated on.
    pub criteria: Vec<Criterion>,
    /// The cases of a finished exercise, with the agreed values; empty before.
    pub cases: Vec<Case>,
    /// How close is close enough.
    pub limits: Limits,
    /// The certificate it brought.
    pub certificate: Option<Certificate>,
}

/// Begins an exercise, or goes on with the one that is open. One that no longer fits the course is left as it is.
#[crate::boxed]
pub async fn begin(ctx: &Ctx) -> Result<ExerciseId, Failure> {
    ctx.act(Action::CertificationLearn, move |work| async move {
        let me = work.ctx.me();
        work.lock(&format!("exercise:{me}")).await?;
        let so_far = work.exercises_of(me).await?;
        let course = work.ctx.app.policies.course();
        if let Some(open) = open(&so_far, course) {
            return Ok(open.id);
        }
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        so_far.iter().flat_map(|one| &one.cases).for_each(|case| *seen.entry(case.clone()).or_default() += 1);
        let id: ExerciseId = work.id();
        let cases = pick(course, &seen, id.0.as_u64_pair().1);
        if cases.is_empty() {
            return Err(Refusal::rule(Text::new("certification-no-cases")).into());
        }
        let exercise = Exercise {
            id,
            employee: me,
            started_at: work.ctx.at,
            cases,
            marked: Vec::new(),
            finished_at: None,
            figures: None,
            passed: false,
        };
        work.save_exercise(&exercise).await?;
        work.journal("rater_exercise", id, None, Some(&exercise.cases)).await?;
        Ok(id)
    })
    .await
}

/// One's own exercise; anybody else's is not found. One that was begun with other cases or criteria cannot be gone on with.
async fn own(scope: &Scope, ctx: &Ctx, id: ExerciseId) -> Result<Exercise, Failure> {
    let found = scope.exercise(id).await?.filter(|exercise| exercise.employee == ctx.me());
    let found = found.ok_or_else(|| not_found("exercise"))?;
    if found.finished_at.is_none() && !found.fits(ctx.app.policies.course()) {
        let refusal = Refusal::rule(Text::new("certification-cases-changed"));
        return Err(refusal.next(Text::new("certification-cases-changed-next")).into());
    }
    Ok(found)
}

/// An exercise: the next case, or how it went.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: ExerciseId) -> Result<ExercisePage, Failure> {
    ctx.permit(Action::CertificationLearn)?;
    let (scope, course) = (ctx.read(), ctx.app.policies.course());
    let exercise = own(&scope, ctx, id).await?;
    let case = |code: &str| course.case(code).cloned().ok_or_else(|| not_found("case"));
    let next = match exercise.next() {
        Some((n, code)) => Some((n, case(code)?)),
        None => None,
    };
    let cases = match exercise.finished_at {
        Some(_) => exercise.cases.iter().filter_map(|code| course.case(code).cloned()).collect(),
        None => Vec::new(),
    };
    let certificate = scope.certificates_of(ctx.me()).await?.into_iter().find(|one| one.exercise == id);
    let (criteria, limits) = (course.criteria.clone(), course.limits.clone());
    Ok(ExercisePage { exercise, next, criteria, cases, limits, certificate })
}

/// Takes in what was said of the next case. The last one ends the exercise; the answer says whether it came close enough.
#[crate::boxed]
pub async fn rate(
    ctx: &Ctx,
    id: ExerciseId,
    case: String,
    ratings: BTreeMap<String, Rating>,
) -> Result<Option<bool>, Failure> {
    ctx.act(Action::CertificationLearn, move |work| {
        let (case, ratings) = (case.clone(), ratings.clone());
        async move {
            work.lock(&format!("exercise:{}", work.ctx.me())).await?;
            let before = own(&work, &work.ctx, id).await?;
            let course = work.ctx.app.policies.course();
            let after = mark(before, course, &case, ratings, work.ctx.at)?;
            if let Some(marked) = after.marked(&case) {
                work.insert_marked(id, marked).await?;
                // Which case, not what was said of it: the journal is read by others, how an exercise goes is the learner's.
                work.journal("rater_mark", id, None, Some(&marked.case)).await?;
            }
            if after.next().is_some() {
                return Ok(None);
            }
            let found = figures(course, &after).ok_or_else(|| not_found("case"))?;
            let after = finish(after, course, found, work.ctx.at);
            work.save_exercise(&after).await?;
            work.journal("rater_exercise", id, None, Some(&"selesai")).await?;
            if let Some(certificate) = issue(work.id(), &after, &course.limits, work.ctx.today()) {
                work.insert_certificate(&certificate).await?;
                work.journal("rater_certificate", certificate.id, None, Some(&certificate)).await?;
            }
            Ok(Some(after.passed))
        }
    })
    .await
}
