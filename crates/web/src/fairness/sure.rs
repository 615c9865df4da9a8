//! *How sure is this result?* A block beside its reasons.

use crate::{error::WebError, page::Page, session::Visit};
use actions::fairness::sure;
use domain::{fairness::RateeFigures, ids::EvaluationId};

/// The block in words.
#[derive(Clone, Debug, Default)]
pub struct Sure {
    /// How many people saw the work, and how many ratings there are.
    pub seen: String,
    /// What an average rater would have given, or why that cannot be told.
    pub fair: String,
    /// How to object, where it is the reader's own.
    pub own: bool,
}

impl Sure {
    /// For a result, in the reader's language.
    pub async fn of(visit: &Visit, page: &Page, id: EvaluationId) -> Result<Self, WebError> {
        let found = sure::sure(&visit.ctx, id).await?;
        Ok(Self::said(page, found.figures.as_ref(), found.own))
    }

    /// From the figures.
    pub fn said(page: &Page, figures: Option<&RateeFigures>, own: bool) -> Self {
        let Some(figures) = figures else {
            return Self { seen: page.t("fairness-sure-not-counted"), fair: String::new(), own };
        };
        let key = if own { "fairness-sure-seen" } else { "fairness-sure-seen-other" };
        let seen = page.say(key).with("raters", figures.raters).with("ratings", figures.ratings);
        let fair = match figures.fair {
            Some(fair) => page
                .say("fairness-sure-fair")
                .with("raw", page.amount(figures.raw))
                .with("value", page.amount(fair.value))
                .with("low", page.amount(fair.low))
                .with("high", page.amount(fair.high))
                .to_string(),
            None => page.t("fairness-sure-cannot"),
        };
        Self { seen: seen.to_string(), fair, own }
    }
}
