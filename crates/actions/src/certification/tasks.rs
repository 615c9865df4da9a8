//! What learning to rate puts on the first page of those who rate, where the scheme asks for a certificate: to get one, or
//! that it ends. Where nobody asks, nobody is reminded.

use super::trained::asked_of_raters;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{
    certification::{Standing, certificate::standing},
    decision::Text,
};

const LINK: &str = "/sertifikasi-penilai";

/// Of somebody who rates.
pub(crate) async fn own(ctx: &Ctx) -> Result<Option<Task>, Failure> {
    if asked_of_raters(&ctx.policy(ctx.today())?.appraisal).is_none() {
        return Ok(None);
    }
    let certificates = ctx.read().certificates_of(ctx.me()).await?;
    let standing = standing(&certificates, &ctx.app.policies.course().limits, ctx.today());
    Ok(match standing {
        Standing::Valid(_) => None,
        Standing::Ending(until) => Some(Task::new(Text::new("task-certify-again").with("until", until), LINK, until)),
        Standing::Expired(until) => Some(Task::new(Text::new("task-certify-expired").with("until", until), LINK, None)),
        Standing::Never => Some(Task::new(Text::new("task-certify"), LINK, None)),
    })
}
