//! *Whoever keeps a source makes and revokes tokens* for other systems. A token is shown once, on the page that answers.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::feed::token;
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    feed::{Source, Token},
    ids::{FeedId, FeedTokenId},
};

#[derive(Template)]
#[template(path = "feed/token.html")]
pub(super) struct TokenPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) source: Source,
    pub(super) tokens: Vec<Token>,
    /// Made just now: shown once.
    pub(super) fresh: Option<String>,
}

impl TokenPage {
    fn path(&self) -> String {
        format!("/sumber-data/{}/token", self.source.id)
    }

    fn revoking(&self, token: &Token) -> String {
        format!("{}/{}/cabut", self.path(), token.id)
    }
}

/// `GET /sumber-data/{id}/token`
pub(super) async fn show(visit: Visit, Path(id): Path<FeedId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new(), None).await
}

/// `POST /sumber-data/{id}/token`
pub(super) async fn make(visit: Visit, Path(id): Path<FeedId>, mut form: Form) -> Result<Response, WebError> {
    let name = form.required("name");
    let outcome = match form.check() {
        Ok(()) => token::make(&visit.ctx, id, name).await,
        Err(failure) => Err(failure),
    };
    let fresh = form.caught(outcome)?;
    let form = if fresh.is_some() { Form::new() } else { form };
    answer(&visit, id, form, fresh).await
}

/// `POST /sumber-data/{id}/token/{token}/cabut`
pub(super) async fn revoke(visit: Visit, Path((id, token)): Path<(FeedId, FeedTokenId)>) -> Result<Response, WebError> {
    token::revoke(&visit.ctx, token).await?;
    Ok(visit.done(&format!("/sumber-data/{id}/token"), "feed-token-revoked"))
}

async fn answer(visit: &Visit, id: FeedId, form: Form, fresh: Option<String>) -> Result<Response, WebError> {
    let (fed, tokens) = token::see(&visit.ctx, id).await?;
    let status = form.status();
    let page = visit.page("feed-tokens").under("/sumber-data", "feed-title").with(&form);
    Ok(render(&TokenPage { page, form, source: fed.source, tokens, fresh }, status))
}
