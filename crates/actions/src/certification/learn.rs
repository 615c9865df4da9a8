//! *Somebody begins to learn*: lessons, their exercises so far, their certificate, what the agency's scheme asks.

use super::trained::asked_of_raters;
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    certification::{Certificate, Exercise, Lesson, Limits, Standing, certificate::standing, exercise::open},
    decision::Citation,
    ids::{CertificateId, ExerciseId},
    permissions::Action,
};
use store::Person;

/// The page one begins from.
pub struct LearnPage {
    /// The lessons in their order.
    pub lessons: Vec<Lesson>,
    /// Written cases there are.
    pub cases: usize,
    /// How close is close enough.
    pub limits: Limits,
    /// Exercises so far, the newest first.
    pub exercises: Vec<Exercise>,
    /// The one to go on with; others that are not finished no longer fit the course.
    pub open: Option<ExerciseId>,
    /// Certificates, the newest first.
    pub certificates: Vec<Certificate>,
    /// Where the learner stands today.
    pub standing: Standing,
    /// Where the scheme asks that supervisors be trained.
    pub asked: Option<Citation>,
    /// May the learner see who holds a certificate?
    pub oversees: bool,
}

/// The page one begins from.
#[crate::boxed]
pub async fn learn(ctx: &Ctx) -> Result<LearnPage, Failure> {
    ctx.permit(Action::CertificationLearn)?;
    let (scope, course) = (ctx.read(), ctx.app.policies.course());
    let certificates = scope.certificates_of(ctx.me()).await?;
    let exercises = scope.exercises_of(ctx.me()).await?;
    Ok(LearnPage {
        lessons: course.lessons.clone(),
        cases: course.cases.len(),
        limits: course.limits.clone(),
        open: open(&exercises, course).map(|one| one.id),
        exercises,
        standing: standing(&certificates, &course.limits, ctx.today()),
        certificates,
        asked: asked_of_raters(&ctx.policy(ctx.today())?.appraisal).cloned(),
        oversees: ctx.permit(Action::CertificationRead).is_ok(),
    })
}

/// A lesson with those before and behind it.
pub struct LessonPage {
    /// The one before.
    pub before: Option<Lesson>,
    /// The lesson.
    pub lesson: Lesson,
    /// The one behind.
    pub behind: Option<Lesson>,
}

/// One lesson.
#[crate::boxed]
pub async fn lesson(ctx: &Ctx, code: &str) -> Result<LessonPage, Failure> {
    ctx.permit(Action::CertificationLearn)?;
    let (before, lesson, behind) = ctx.app.policies.course().lesson(code).ok_or_else(|| not_found("lesson"))?;
    Ok(LessonPage { before: before.cloned(), lesson: lesson.clone(), behind: behind.cloned() })
}

/// A certificate with what is printed on it: the exercise it rests on, and its holder, who alone may print it.
#[crate::boxed]
pub async fn certificate(ctx: &Ctx, id: CertificateId) -> Result<(Certificate, Exercise, Person), Failure> {
    ctx.permit(Action::CertificationLearn)?;
    let scope = ctx.read();
    let found = scope.certificates_of(ctx.me()).await?.into_iter().find(|one| one.id == id);
    let certificate = found.ok_or_else(|| not_found("certificate"))?;
    let exercise = scope.exercise(certificate.exercise).await?.ok_or_else(|| not_found("exercise"))?;
    let person = scope.people_on(&[ctx.me()], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    Ok((certificate, exercise, person))
}
