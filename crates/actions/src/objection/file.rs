//! *An employee objects to a result* (Ps 29), with reasons, the lines it is about, and evidence. It goes to the rater's
//! superior. Late is asked a reason and said openly; the right is not cut.

use super::{case, link};
use crate::{
    Ctx, Failure,
    evidence::{Upload, keep},
};
use domain::{
    assessment::Subject,
    decision::Text,
    evidence::{Item, accept_link},
    ids::{EvaluationId, EvidenceId, ObjectionId},
    objection::{Grounds, steps},
    permissions::Action,
};

/// What was filled in.
#[derive(Clone, Debug, Default)]
pub struct Filing {
    /// Why.
    pub reasons: String,
    /// Why it comes late, if it does.
    pub late_because: String,
    /// The lines it is about.
    pub contests: Vec<Subject>,
    /// Evidence of the plan.
    pub evidence: Vec<EvidenceId>,
    /// A link as further evidence; empty if none.
    pub link: String,
}

/// Files it; a file handed in with it is kept before the row that names it.
#[crate::boxed]
pub async fn file(
    ctx: &Ctx,
    evaluation: EvaluationId,
    filing: Filing,
    upload: Option<Upload>,
) -> Result<ObjectionId, Failure> {
    case(&ctx.read(), ctx, evaluation, Action::ObjectionFile).await?;
    let mut attached = Vec::new();
    if !filing.link.trim().is_empty() {
        attached.push(Item::Link { url: accept_link(&filing.link)? });
    }
    if let Some(upload) = upload {
        attached.push(keep(ctx, upload).await?);
    }
    ctx.act(Action::ObjectionFile, move |work| {
        let (filing, attached) = (filing.clone(), attached.clone());
        async move {
            work.lock(&format!("objection:{evaluation}")).await?;
            let case = case(&work, &work.ctx, evaluation, Action::ObjectionFile).await?;
            let before = match work.objection_against(evaluation).await? {
                Some(before) => Some(before),
                None => work.objection_behind(evaluation).await?,
            };
            let of_the_plan = work.evidence(case.skp.id).await?;
            let grounds = Grounds {
                evidence: filing.evidence.into_iter().filter(|id| of_the_plan.iter().any(|e| e.id == *id)).collect(),
                reasons: filing.reasons,
                late_because: filing.late_because,
                contests: filing.contests,
                attached,
            };
            let (me, at) = (work.ctx.me(), work.ctx.at);
            let objection = steps::file(work.id(), before.as_ref(), grounds, me, case.frame(), at)?;
            work.insert_objection(&objection, case.skp.rater, case.superior()).await?;
            work.journal("objection", objection.id, None, Some(&objection)).await?;
            let name = work.ctx.actor.name.as_str();
            let says = |key| Text::new(key).with("name", name);
            work.tell(case.superior(), says("notice-objection-filed"), link(objection.id)).await?;
            work.tell(case.skp.rater, says("notice-objection-against"), link(objection.id)).await?;
            Ok(objection.id)
        }
    })
    .await
}
