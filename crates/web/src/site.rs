//! The whole site: the process behind it, and what surrounds every request.
//!
//! From outside in: a request gets its number, is timed and guarded against panics (`watch`), its answer carries the
//! security headers and is compressed; then the gate of its route ([`crate::session::gate`]), then its handler.

use crate::{
    assets,
    error::{self, WebError},
    form::read::PLAIN,
    rooms,
    routes::Access,
    security,
    session::{
        Shell,
        csrf::Secret,
        gate::{self, Gate},
    },
};
use actions::App;
use axum::{
    Router,
    extract::{Request, State},
    handler::Handler,
    middleware::{self, Next},
    response::Response,
    routing::get,
};
use documents::Printer;
use futures::FutureExt;
use http::HeaderValue;
use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, OnceLock},
    time::Duration,
};
use tower_http::compression::{
    CompressionLayer, CompressionLevel, Predicate,
    predicate::{DefaultPredicate, NotForContentType},
};
use tracing::Instrument;

/// How the site is served.
#[derive(Clone, Debug)]
pub struct Options {
    /// Behind HTTPS: cookies and headers say so.
    pub https: bool,
    /// Shown by `/sehat`.
    pub version: &'static str,
    /// Longest time an answer may take.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { https: false, version: env!("CARGO_PKG_VERSION"), patience: Duration::from_mins(1) }
    }
}

/// The process and how it is served: the state of every handler. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<(App, Options, OnceLock<Printer>)>);

impl Site {
    /// Around a process.
    pub fn new(app: App, options: Options) -> Self {
        Self(Arc::new((app, options, OnceLock::new())))
    }

    /// The process.
    pub fn app(&self) -> &App {
        &self.0.0
    }

    /// How it is served.
    pub fn options(&self) -> &Options {
        &self.0.1
    }

    /// Where documents are printed: made when the first is asked for, so that starting stays quick.
    pub fn printer(&self) -> &Printer {
        self.0.2.get_or_init(Printer::new)
    }

    /// Everything, ready to be served.
    pub fn router(self) -> Router {
        let https = self.options().https;
        let gate = Gate { site: self.clone(), access: Access::Public, most: PLAIN };
        let lost = no_page.layer(middleware::from_fn_with_state(gate, gate::pass));
        rooms::routes()
            .into_router(&self)
            .route("/aset/{name}", get(assets::serve))
            .fallback(lost.clone())
            .method_not_allowed_fallback(lost)
            .layer(compression())
            .layer(middleware::from_fn(move |request, next| security::headers(https, request, next)))
            .layer(middleware::from_fn_with_state(self.clone(), watch))
            .with_state(self)
    }
}

async fn no_page() -> WebError {
    WebError::NoPage
}

/// Fast rather than small; what is already compressed is left alone.
fn compression() -> CompressionLayer<impl Predicate> {
    let worth_it = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/vnd."));
    CompressionLayer::new().quality(CompressionLevel::Precise(1)).compress_when(worth_it)
}

/// Numbers the request; answers in words when it takes too long or panics.
async fn watch(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let known = request.headers().get("x-request-id").filter(|id| id.len() <= 64).cloned();
    let id = known.or_else(|| HeaderValue::from_str(&site.app().world.id().to_string()).ok());
    let id = id.unwrap_or(HeaderValue::from_static("-"));
    request.headers_mut().insert("x-request-id", id.clone());
    let (parts, body) = request.into_parts();
    let head = parts.clone();
    let span =
        tracing::info_span!("request", id = id.to_str().unwrap_or("-"), method = %head.method, path = head.uri.path());
    let answer = AssertUnwindSafe(next.run(Request::from_parts(parts, body))).catch_unwind();
    let trouble = match tokio::time::timeout(site.options().patience, answer.instrument(span)).await {
        Ok(Ok(response)) => return with_id(response, id),
        Ok(Err(_panic)) => WebError::Internal("panic".into()),
        Err(_elapsed) => WebError::TimedOut,
    };
    // The form was lost with the handler, and the person is not known here: a plain page, but one that says what to do.
    let shell = Shell::of_guest(&site, &head, Secret::of(""));
    let mut response = error::show(&trouble, &shell, None);
    response.headers_mut().insert(http::header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(security::CSP));
    response.headers_mut().insert(http::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    with_id(response, id)
}

fn with_id(mut response: Response, id: HeaderValue) -> Response {
    response.headers_mut().insert("x-request-id", id);
    response
}
