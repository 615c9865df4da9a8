//! What learning to rate puts on the first page of those who rate: a certificate that the scheme asks for, or one that ends.

use super::trained::asked_of_raters;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{
    certification::{Standing, certificate::standing},
    decision::Text,
};

const LINK: &str = "/sertifikasi-penilai";

/// Of somebody who rates.
pub(crate) async fn own(ctx: &Ctx) -> Result<Option<Task>, Failure> {
    let certificates = ctx.read().certificates_of(ctx.me()).await?;
    let standing = standing(&certificates, &ctx.app.policies.course().limits, ctx.today());
    Ok(match standing {
        Standing::Valid(_) => None,
        Standing::Ending(until) => Some(Task::new(Text::new("task-certify-again").with("until", until), LINK, until)),
        Standing::Expired(until) => Some(Task::new(Text::new("task-certify-expired").with("until", until), LINK, None)),
        Standing::Never => {
            let asks = asked_of_raters(&ctx.policy(ctx.today())?.appraisal).is_some();
            asks.then(|| Task::new(Text::new("task-certify"), LINK, None))
        }
    })
}
