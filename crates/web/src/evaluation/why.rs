//! *Somebody asks why*: the tree of reasons that was kept with the result, step by step, as sentences with the rule
//! each follows. The page of a result shows the same tree.

use crate::{
    error::WebError,
    fairness::sure::Sure,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
    words::Words,
};
use actions::{evaluation::see::see, feed::see_rows::lineage, home::tasks::period_name};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Certainty, Reason, Text},
    ids::EvaluationId,
};

/// One step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it concludes.
    pub says: String,
    /// The rule it follows.
    pub cite: Option<String>,
    /// How sure we are of the rule.
    pub certainty: Option<Certainty>,
    /// What it rests on.
    pub steps: Vec<Self>,
}

impl Step {
    /// A reason in the reader's language, with everything below it.
    pub fn of(words: &Words, reason: &Reason) -> Self {
        Self {
            says: words.text(&reason.says),
            cite: reason.cite.as_ref().map(|cite| words.cite(cite)),
            certainty: reason.cite.as_ref().map(|cite| cite.certainty),
            steps: reason.from.iter().map(|step| Self::of(words, step)).collect(),
        }
    }

    /// The tree as HTML; every step is shown, none is folded away.
    pub fn show(&self, page: &Page) -> crate::words::Markup {
        crate::words::Markup(WhyView { words: &page.words, steps: &self.steps }.render().unwrap_or_default())
    }
}

/// Name of a certainty in the catalogue.
pub fn certainty_key(certainty: &Certainty) -> &'static str {
    match certainty {
        Certainty::Text => "evaluation-certainty-text",
        Certainty::Secondary => "evaluation-certainty-secondary",
        Certainty::Assumption => "evaluation-certainty-assumption",
    }
}

/// Shape of a certainty.
const fn tone(certainty: Certainty) -> Tone {
    match certainty {
        Certainty::Text => Tone::Done,
        Certainty::Secondary => Tone::Note,
        Certainty::Assumption => Tone::Idle,
    }
}

#[derive(Template)]
#[template(path = "evaluation/_why.html")]
struct WhyView<'a> {
    words: &'a Words,
    steps: &'a [Step],
}

impl WhyView<'_> {
    fn below<'b>(&'b self, step: &'b Step) -> WhyView<'b> {
        WhyView { words: self.words, steps: &step.steps }
    }

    fn badge(&self, certainty: &Certainty) -> (&'static str, crate::words::Markup, String) {
        let tone = tone(*certainty);
        (tone.code(), tone.shape(), self.words.t(certainty_key(certainty)))
    }
}

#[derive(Template)]
#[template(path = "evaluation/why.html")]
struct WhyPage {
    page: Page,
    id: EvaluationId,
    owner: String,
    period: Text,
    why: Step,
    policy: String,
    /// What was measured, each with where its rows are.
    lineage: Vec<(String, Option<String>)>,
    /// How sure the result is.
    sure: Sure,
}

/// `GET /hasil/{evaluation}/mengapa`: the reasons alone, to be sent to somebody who may see them.
pub async fn show(visit: Visit, Path(id): Path<EvaluationId>) -> Result<Response, WebError> {
    let result = see(&visit.ctx, id).await?;
    let page = visit.page("evaluation-why-title").under(format!("/hasil/{id}"), "evaluation-title");
    let sure = Sure::of(&visit, &page, id).await?;
    let lineage = lineage(&visit.ctx, id, result.evaluation.employee).await?;
    Ok(page::show(&WhyPage {
        id,
        owner: result.owner.employee.name.clone(),
        period: period_name(result.period.rhythm, result.period.number, result.period.year),
        why: Step::of(&page, &result.evaluation.because),
        policy: result.evaluation.policy.clone(),
        lineage: lineage.into_iter().map(|(because, rows)| (page.text(&because.says), rows)).collect(),
        sure,
        page,
    }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let sample = super::see::sample::evaluation(gallery);
    let page = gallery.page_at("/hasil", "evaluation-why-title").under("/hasil/1", "evaluation-title");
    let view = WhyPage {
        id: sample.id,
        owner: crate::assessment::line::sample::OWNER.into(),
        period: period_name(domain::evaluation::Rhythm::Triwulanan, 2, 2026),
        why: Step::of(&page, &sample.because),
        policy: sample.policy,
        lineage: vec![(
            page.text(
                Text::new("feed-gauged-nothing")
                    .with("subject", "Kecepatan menjawab")
                    .with("source", "Log layanan")
                    .with("n", 0_i64),
            ),
            Some("/sumber-data/1/baris".into()),
        )],
        sure: Sure::said(&page, None, true),
        page,
    };
    gallery.add("evaluation/why", "", &view);
}
