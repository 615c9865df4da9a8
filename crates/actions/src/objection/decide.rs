//! *The rater's superior decides an objection* with reasons: the result is upheld, or other ratings give another
//! predicate by rule. A changed result is a new frozen one beside the first (D.1.3); the decision is final.

use super::{link, load};
use crate::{Ctx, Failure, followup::run::follow};
use domain::{
    decision::{Refusal, Text},
    ids::ObjectionId,
    objection::{
        Objection, Outcome,
        steps::{self, Verdict},
    },
    permissions::Action,
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The revision that was on the page: what the superior had read.
    pub revision: i64,
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reasons: String,
    /// A new recommendation, if any.
    pub recommendation: String,
}

/// Decides.
#[crate::boxed]
pub async fn decide(ctx: &Ctx, id: ObjectionId, decision: Decision) -> Result<(), Failure> {
    ctx.act(Action::ObjectionDecide, move |work| {
        let decision = decision.clone();
        async move {
            let (before, case) = load(&work, &work.ctx, id, Action::ObjectionDecide).await?;
            if before.ruling.is_none() && before.revision != decision.revision {
                let says = Text::new("objection-said-meanwhile");
                return Err(Refusal::rule(says).next(Text::new("objection-said-meanwhile-next")).into());
            }
            let (me, at) = (work.ctx.me(), work.ctx.at);
            let verdict = Verdict {
                outcome: decision.outcome,
                reasons: &decision.reasons,
                recommendation: &decision.recommendation,
            };
            let decided = steps::decide(before.clone(), verdict, me, case.frame(), at)?;
            let new = steps::changed(&decided, work.id(), &case.evaluation, &case.policy);
            if let Some(new) = &new {
                work.replace_evaluation(case.evaluation.id, at).await?;
                work.insert_evaluation(new).await?;
                work.journal("evaluation", new.id, Some(&case.evaluation), Some(new)).await?;
                if case.period.closed_at.is_some() {
                    follow(&work, &case.period, &[case.evaluation.clone(), new.clone()]).await?;
                }
            }
            let after = Objection { changed: new.map(|new| new.id), ..decided };
            work.save_objection(&after).await?;
            work.journal("objection", id, Some(&before), Some(&after)).await?;
            let says = Text::new("notice-objection-decided").with("name", work.ctx.actor.name.as_str());
            work.tell(case.evaluation.employee, says.clone(), link(id)).await?;
            work.tell(case.evaluation.evaluator, says, link(id)).await
        }
    })
    .await
}
