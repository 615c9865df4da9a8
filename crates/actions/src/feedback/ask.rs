//! *An employee asks colleagues for feedback* on something of their own work (Bab III.C.9).

use super::see_during::{line_holds, result_text};
use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    decision::Text,
    feedback::during::{Ask, check_ask},
    ids::EmployeeId,
    permissions::Action,
    plan::Line,
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Question {
    /// Who is asked.
    pub of: Vec<EmployeeId>,
    /// The line it is about.
    pub on: Line,
    /// What it is about, in words.
    pub topic: String,
    /// What they want to know.
    pub question: String,
}

/// Asks each of them; returns how many.
#[crate::boxed]
pub async fn ask(ctx: &Ctx, question: Question) -> Result<usize, Failure> {
    check_ask(ctx.me(), &question.of, &question.question)?;
    ctx.act(Action::FeedbackAsk, move |work| {
        let question = question.clone();
        async move {
            let me = work.ctx.me();
            permit_over(&work, &work.ctx, Action::FeedbackAsk, me, None).await?;
            let skp = work.skp_in_force(me, work.ctx.today()).await?;
            line_holds(&work, &work.ctx, question.on, skp.as_ref()).await?;
            // What it is about as the one who is asked reads it: they may not see the plan.
            let of_result = skp.as_ref().and_then(|skp| result_text(question.on, skp));
            let said = question.topic.trim();
            let whole = question.on == Line::Whole && said.is_empty();
            let topic = of_result.unwrap_or_else(|| if whole { question.question.trim() } else { said }.to_owned());
            let mut of = question.of;
            of.sort_unstable();
            of.dedup();
            let found = work.employees(&of).await?;
            if found.len() != of.len() {
                return Err(not_found("employee"));
            }
            for person in &of {
                let ask = Ask {
                    id: work.id(),
                    employee: me,
                    of: *person,
                    skp: skp.as_ref().map(|skp| skp.id),
                    on: question.on,
                    topic: topic.clone(),
                    question: question.question.trim().to_owned(),
                    at: work.ctx.at,
                    answered_at: None,
                    declined_at: None,
                    declined: String::new(),
                };
                work.save_ask(&ask).await?;
                work.journal("feedback_ask", ask.id, None, Some(&ask)).await?;
                let says = Text::new("notice-feedback-asked").with("name", work.ctx.actor.name.as_str());
                work.tell(*person, says, format!("/umpan-balik/beri?permintaan={}", ask.id)).await?;
            }
            Ok(of.len())
        }
    })
    .await
}
