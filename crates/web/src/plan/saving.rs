//! What the forms of this room share when they save: drafts, keys for several saves of one form, and what a second
//! person is shown when two wrote at once.

use crate::{error::WebError, form::Form, session::Visit};
use actions::{Ctx, Failure, draft};
use chrono::{DateTime, Utc};
use domain::{decision::Refusal, plan::Skp};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A form to be shown, and when its unsaved words were kept.
pub(super) struct Shown {
    /// The form.
    pub form: Form,
    /// Unsaved words of an earlier visit are in it.
    pub unsaved: Option<DateTime<Utc>>,
}

/// The form as saved, or with what this person typed and has not sent yet.
pub(super) async fn with_draft(visit: &Visit, key: &str, saved: Form) -> Result<Shown, WebError> {
    let Some((fields, at)) = draft::see(&visit.ctx, key).await? else {
        return Ok(Shown { form: saved, unsaved: None });
    };
    let mut form = Form::of_draft(&fields);
    let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    // Every field of a form is a difference; `revision` alone is not something somebody wrote.
    let differs = form
        .typed_fields()
        .iter()
        .any(|(name, value)| !matches!(name.as_str(), "revision" | "base") && plain(value) != plain(saved.value(name)));
    if !differs {
        return Ok(Shown { form: saved, unsaved: None });
    }
    for (name, value) in saved.typed_fields() {
        form.set_default(&name, value);
    }
    Ok(Shown { form, unsaved: Some(at) })
}

/// One of several saves of one form: a key of its own, so that each is done once.
pub(super) fn part(ctx: &Ctx, about: &str) -> Ctx {
    let derived = |key: Uuid| {
        let digest = Sha256::new().chain_update(key.as_bytes()).chain_update(about).finalize();
        let mut bytes = [0_u8; 16];
        bytes.copy_from_slice(&digest[..16]);
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    };
    Ctx { once: ctx.once.map(derived), ..ctx.clone() }
}

/// Two people wrote: tells what stands saved now, field by field, and the revision to go on from.
pub(super) fn told<T>(outcome: Result<T, Failure>, skp: &Skp, saved: &Form) -> Result<T, Failure> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(Refusal::Conflict(mut conflict)) => {
            conflict.now = saved.typed_fields();
            conflict.now.retain(|(name, _)| !matches!(name.as_str(), "revision" | "base"));
            conflict.now.push(("revision".to_owned(), skp.revision.to_string()));
            Failure::Refused(Refusal::Conflict(conflict))
        }
        other => other,
    })
}

/// The revision a form was opened at. Where nothing it shows has changed since (`base` is the same), that of now:
/// two people who write in different parts of a plan do not disturb each other.
pub(super) fn revision(form: &Form, skp: &Skp, base: &str) -> i64 {
    if form.value("base") == base { skp.revision } else { form.value("revision").parse().unwrap_or(-1) }
}

/// Names what a form shows, so that a change of it is noticed.
pub(super) fn base_of(saved: &Form) -> String {
    let mut digest = Sha256::new();
    for (name, value) in saved.typed_fields() {
        digest.update(name);
        digest.update([0]);
        digest.update(value);
        digest.update([0]);
    }
    digest.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// Lines of a text area.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
