//! *A supervisor agrees to a development plan*, or gives it back with words.

use super::link;
use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    decision::Text,
    development::{Word, agree as agreed},
    ids::DevelopmentId,
    permissions::{Action, may},
};

/// Agrees, or gives it back; the employee is told.
#[crate::boxed]
pub async fn agree(ctx: &Ctx, id: DevelopmentId, yes: bool, says: String) -> Result<(), Failure> {
    ctx.act(Action::DevelopmentAgree, move |work| {
        let says = says.trim().to_owned();
        async move {
            work.lock(&format!("development_plan:{id}")).await?;
            let before = work.development_plan(id).await?.ok_or_else(|| not_found("development_plan"))?;
            let facts = permit_over(&work, &work.ctx, Action::DevelopmentRead, before.employee, None)
                .await
                .map_err(|_| not_found("development_plan"))?;
            may(&work.ctx.actor, Action::DevelopmentAgree, &facts)?;
            let after = agreed(&before, Word { by: work.ctx.me(), at: work.ctx.at, agreed: yes, says })?;
            work.save_development_plan(&after, Some(before.revision)).await?;
            work.journal("development_plan", id, Some(&before), Some(&after)).await?;
            let says = Text::new(if yes { "notice-development-agreed" } else { "notice-development-returned" });
            work.tell(after.employee, says, link(id)).await
        }
    })
    .await
}
