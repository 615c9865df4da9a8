//! *An employee takes the quiz* after the tour, as often as they like; the first time is remembered beside the last.

use crate::{Ctx, Failure};
use domain::{
    orientation::{Quiz, Tried, answer},
    permissions::Action,
};
use std::collections::BTreeMap;

/// The quiz, and how one's own last try went.
pub struct QuizPage {
    /// The questions.
    pub quiz: Quiz,
    /// The last try.
    pub tried: Option<Tried>,
    /// May the reader see how far units understand it?
    pub oversees: bool,
}

/// The quiz with one's own last try.
#[crate::boxed]
pub async fn see(ctx: &Ctx) -> Result<QuizPage, Failure> {
    ctx.permit(Action::OrientationLearn)?;
    Ok(QuizPage {
        quiz: ctx.app.policies.quiz().clone(),
        tried: ctx.read().tried(ctx.me()).await?,
        oversees: ctx.permit(Action::OrientationRead).is_ok(),
    })
}

/// Takes in the answers: by question the number of the answer, from 0.
#[crate::boxed]
pub async fn send(ctx: &Ctx, answers: BTreeMap<String, usize>) -> Result<(), Failure> {
    ctx.act(Action::OrientationLearn, move |work| {
        let answers = answers.clone();
        async move {
            let me = work.ctx.me();
            work.lock(&format!("orientation:{me}")).await?;
            let before = work.tried(me).await?;
            let after = answer(work.ctx.app.policies.quiz(), before.as_ref(), me, answers, work.ctx.at)?;
            work.save_tried(&after).await?;
            // That they tried, not how it went: the journal is read by others.
            work.journal("orientation", me, before.as_ref().map(|tried| &tried.times), Some(&after.times)).await
        }
    })
    .await
}
