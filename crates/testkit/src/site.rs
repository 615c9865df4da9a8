//! The whole site without a network: one visitor with cookies, who opens pages, fills in forms and presses buttons.

use crate::{
    cast::PASSWORD,
    html::{Form, Page},
    stage::Stage,
};
use axum::{Router, body::Body};
use http::{Request, StatusCode, header};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// A visitor of the site.
#[derive(Clone)]
pub struct Site {
    router: Router,
    stage: Stage,
    cookies: BTreeMap<String, String>,
    /// The page that is open.
    pub page: Option<Page>,
    /// Headers sent with every request.
    pub headers: Vec<(&'static str, String)>,
}

/// A file put into a form.
pub struct File<'a> {
    /// The field.
    pub field: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it is made of.
    pub bytes: &'a [u8],
}

const BOUNDARY: &str = "laras-uji-batas";

impl Site {
    /// A visitor to the stage's site, with no cookies yet.
    pub fn of(stage: &Stage) -> Self {
        let router = web::Site::new(stage.app.clone(), web::Options::default()).router();
        Self { router, stage: stage.clone(), cookies: BTreeMap::new(), page: None, headers: Vec::new() }
    }

    /// Logs somebody of the cast in through the form.
    pub async fn log_in(mut self, key: &str) -> Self {
        let login = self.stage.login(key);
        self.visit("/masuk").await;
        self.submit("main form", &[("login", &login), ("password", PASSWORD)]).await;
        assert!(self.cookies.contains_key("laras"), "{key} is not logged in: {}", self.shown().said());
        self
    }

    /// The page that is open.
    pub fn shown(&self) -> &Page {
        self.page.as_ref().expect("a page is open")
    }

    /// Opens a page, following redirects.
    pub async fn visit(&mut self, path: &str) -> &Page {
        self.send(Request::get(path), Body::empty(), path).await
    }

    /// Sends a form of the open page with some fields filled in.
    pub async fn submit(&mut self, form: &str, fields: &[(&str, &str)]) -> &Page {
        let form = self.shown().form(form, None);
        self.post(form, fields, &[]).await
    }

    /// The same by pressing a button, known by its words.
    pub async fn press(&mut self, form: &str, button: &str, fields: &[(&str, &str)]) -> &Page {
        let form = self.shown().form(form, Some(button));
        self.post(form, fields, &[]).await
    }

    /// The same with files.
    pub async fn upload(&mut self, form: &str, button: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> &Page {
        let form = self.shown().form(form, Some(button));
        self.post(form, fields, files).await
    }

    /// Sends a form that was taken from a page earlier (twice, or after somebody else).
    pub async fn post(&mut self, mut form: Form, fields: &[(&str, &str)], files: &[File<'_>]) -> &Page {
        for (name, value) in fields {
            form.fill(name, value);
        }
        if form.method == "GET" {
            let query = encoded(&form.fields);
            let path = format!("{}?{query}", form.action.split('?').next().unwrap_or("/"));
            return self.visit(&path).await;
        }
        let request = Request::post(&form.action);
        if form.multipart {
            let request = request.header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
            return self.send(request, Body::from(multipart(&form.fields, files)), &form.action).await;
        }
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(encoded(&form.fields)), &form.action).await
    }

    async fn send(&mut self, request: http::request::Builder, body: Body, path: &str) -> &Page {
        let (mut request, mut body, mut url) = (request, body, path.to_owned());
        for _ in 0..10 {
            let answer = self.once(request, body).await;
            let to = answer.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
            match to.filter(|_| answer.status.is_redirection() && answer.status != StatusCode::NOT_MODIFIED) {
                Some(to) => {
                    url = to;
                    (request, body) = (Request::get(&url), Body::empty());
                }
                None => {
                    self.page = Some(Page { url, ..answer });
                    return self.shown();
                }
            }
        }
        panic!("{path} redirects without end");
    }

    async fn once(&mut self, mut request: http::request::Builder, body: Body) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request = request.header(header::HOST, "laras.test").header("sec-fetch-site", "same-origin");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request.body(body).expect("a request");
        let answer = self.router.clone().oneshot(request).await.expect("the router cannot fail");
        let (parts, body) = answer.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a readable cookie");
            let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a value");
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        Page { url: String::new(), status: parts.status, headers: parts.headers, bytes }
    }

    /// What another system sends to an address, with a token and a key, and nothing of this visitor's.
    pub async fn deliver(&self, path: &str, token: &str, key: &str, body: &str) -> Page {
        let request = Request::post(path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header("idempotency-key", key)
            .body(Body::from(body.to_owned()))
            .expect("a request");
        let answer = self.router.clone().oneshot(request).await.expect("the router cannot fail");
        let (parts, body) = answer.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        Page { url: path.to_owned(), status: parts.status, headers: parts.headers, bytes }
    }

    /// Forgets the session, as if it had ended on this side.
    pub fn lose_session(&mut self) {
        self.cookies.remove("laras");
    }
}

fn encoded(fields: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

fn multipart(fields: &[(String, String)], files: &[File<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for File { field, name, bytes } in files {
        let disposition = format!("Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"");
        body.extend_from_slice(
            format!("--{BOUNDARY}\r\n{disposition}\r\nContent-Type: application/octet-stream\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}
