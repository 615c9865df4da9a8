//! *An employee assesses themselves* (R8); it comes before the supervisor's (R10).

use crate::{
    Ctx, Failure,
    assessment::rate::{Sheet, save},
};
use domain::{assessment::RaterRole, decision::Text, permissions::Action};

/// Saves the sheet; `send` hands it to the supervisor for good.
#[crate::boxed]
pub async fn self_assess(ctx: &Ctx, sheet: Sheet, send: bool) -> Result<(), Failure> {
    ctx.act(Action::AssessmentSelf, move |work| {
        let sheet = sheet.clone();
        async move {
            let skp = save(&work, &sheet, RaterRole::Diri, send).await?;
            if send {
                let says = Text::new("notice-self-assessed").with("name", work.ctx.actor.name.as_str());
                work.tell(skp.rater, says, format!("/penilaian/{}/{}", sheet.period, skp.id)).await?;
            }
            Ok(())
        }
    })
    .await
}
