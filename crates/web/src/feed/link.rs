//! *An employee or their rater names the source an indicator is measured by.*

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::feed::link::{self, LinkPage, Named, Whose};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    feed::Measure,
    ids::{IndicatorId, SkpId},
};

#[derive(Template)]
#[template(path = "feed/link.html")]
pub(super) struct LinkView {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) found: LinkPage,
}

impl LinkView {
    fn path(&self) -> String {
        format!("/skp/{}/indikator/{}/sumber", self.found.skp.id, self.found.indicator.id)
    }

    fn sources(&self) -> Vec<(String, String)> {
        let name = |kind: domain::feed::Kind| self.page.text(kind.label());
        let of = self.found.sources.iter().map(|fed| &fed.source);
        of.map(|source| (source.id.to_string(), format!("{} ({})", source.name, name(source.kind)))).collect()
    }

    /// Measures of the kinds there are sources of.
    fn measures(&self) -> Vec<(&'static str, String)> {
        let there = |measure: &Measure| self.found.sources.iter().any(|fed| fed.source.kind == measure.kind());
        let say = |measure: Measure| {
            let (kind, name) = (self.page.text(measure.kind().label()), self.page.text(measure.label()));
            (measure.code(), format!("{kind}: {name}"))
        };
        Measure::ALL.into_iter().filter(there).map(say).collect()
    }

    fn whose(&self) -> Vec<(&'static str, String)> {
        Whose::ALL.into_iter().map(|(code, _, says)| (code, self.page.text(&says))).collect()
    }
}

/// `GET /skp/{skp}/indikator/{indicator}/sumber`
pub(super) async fn show(
    visit: Visit,
    Path((skp, indicator)): Path<(SkpId, IndicatorId)>,
) -> Result<Response, WebError> {
    answer(&visit, skp, indicator, Form::new()).await
}

/// `POST /skp/{skp}/indikator/{indicator}/sumber`
pub(super) async fn name(
    visit: Visit,
    Path((skp, indicator)): Path<(SkpId, IndicatorId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let (source, measure) = (form.required_id("source"), form.required_choice("measure", Measure::from_code));
    let (of, item) = (form.required_choice("of", Whose::from_code), form.text_up_to("item", 120));
    let outcome = match (form.check(), source, measure, of) {
        (Ok(()), Some(source), Some(measure), Some(of)) => {
            link::name(&visit.ctx, skp, indicator, Named { source, measure, of, item }).await
        }
        (Err(failure), ..) => Err(failure),
        _ => Err(WebError::BadRequest("a link without its source".into()))?,
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/skp/{skp}/indikator/{indicator}"), "feed-linked")),
        None => answer(&visit, skp, indicator, form).await,
    }
}

/// `POST /skp/{skp}/indikator/{indicator}/sumber/lepas`
pub(super) async fn forget(
    visit: Visit,
    Path((skp, indicator)): Path<(SkpId, IndicatorId)>,
) -> Result<Response, WebError> {
    link::forget(&visit.ctx, skp, indicator).await?;
    Ok(visit.done(&format!("/skp/{skp}/indikator/{indicator}"), "feed-unlinked"))
}

async fn answer(visit: &Visit, skp: SkpId, indicator: IndicatorId, mut form: Form) -> Result<Response, WebError> {
    let found = link::see(&visit.ctx, skp, indicator).await?;
    if let Some(link) = &found.link {
        form.set_default("source", link.source.to_string());
        form.set_default("measure", link.measure.code());
        let of = match (link.slice.employee, link.slice.unit) {
            (Some(_), _) => "pegawai",
            (None, Some(_)) => "unit",
            (None, None) => "semua",
        };
        form.set_default("of", of);
        form.set_default("item", link.slice.item.clone());
    } else {
        form.set_default("of", "pegawai");
    }
    let status = form.status();
    let page =
        visit.page("feed-link").under(format!("/skp/{skp}/indikator/{indicator}"), "progress-indicator").with(&form);
    Ok(render(&LinkView { page, form, found }, status))
}
