//! The route table. Each room lists its routes with the permission they need; a golden test prints all of them.
//!
//! Naming a permission here tells readers and the gate what the route is for; the action itself still asks
//! `domain::permissions` with the facts of the case. Not here: what a handler does.

use crate::{
    form::read::{BULK, PLAIN, UPLOAD},
    session::gate::{self, Gate},
    site::Site,
};
use axum::{
    Router,
    handler::Handler,
    middleware,
    routing::{MethodRouter, get, post},
};
use domain::permissions::Action;

/// Who may come to a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, logged in or not.
    Public,
    /// Another system with a token; what it sends is no form, and no cookie counts (decision 0013).
    Token(Action),
    /// Somebody logged in; the action asks for this permission.
    Needs(Action),
}

impl From<Action> for Access {
    fn from(action: Action) -> Self {
        Self::Needs(action)
    }
}

impl Access {
    /// As printed in the golden file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Token(action) | Self::Needs(action) => action.code(),
        }
    }
}

/// One route.
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Path, Indonesian and kebab-case: `/skp/{id}/tanda-tangan`.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
    /// Most its form may weigh, in bytes.
    pub most: usize,
    handler: MethodRouter<Site>,
}

/// The routes of a room.
#[derive(Default)]
pub struct Routes(Vec<Route>);

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add("GET", path, access.into(), PLAIN, get(handler))
    }

    /// A form without files.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add("POST", path, access.into(), PLAIN, post(handler))
    }

    /// A form with files.
    #[must_use]
    pub fn upload<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add("POST", path, access.into(), UPLOAD, post(handler))
    }

    /// A form with a file of very many rows.
    #[must_use]
    pub fn bulk<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add("POST", path, access.into(), BULK, post(handler))
    }

    /// What another system sends with a token.
    #[must_use]
    pub fn push<H, T>(self, path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add("POST", path, Access::Token(action), UPLOAD, post(handler))
    }

    /// All of another list.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// What is in the list.
    pub fn iter(&self) -> std::slice::Iter<'_, Route> {
        self.0.iter()
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        access: Access,
        most: usize,
        handler: MethodRouter<Site>,
    ) -> Self {
        self.0.push(Route { method, path, access, most, handler });
        self
    }

    /// Every route behind its gate.
    pub fn into_router(self, site: &Site) -> Router<Site> {
        self.0.into_iter().fold(Router::new(), |router, route| {
            let gate = Gate { site: site.clone(), access: route.access, most: route.most };
            router.route(route.path, route.handler.layer(middleware::from_fn_with_state(gate, gate::pass)))
        })
    }
}

impl<'a> IntoIterator for &'a Routes {
    type Item = &'a Route;
    type IntoIter = std::slice::Iter<'a, Route>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use crate::rooms;
    use std::collections::BTreeSet;

    #[test]
    fn every_route_names_its_permission_and_reads_as_indonesian_kebab_case() {
        let routes = rooms::routes();
        assert!(routes.iter().count() > 8);
        let mut seen = BTreeSet::new();
        for route in &routes {
            assert!(seen.insert((route.path, route.method)), "{} {} stands twice", route.method, route.path);
            assert!(route.path.starts_with('/'), "{}", route.path);
            for part in route.path.split('/').filter(|part| !part.is_empty()) {
                let name = part.strip_prefix('{').and_then(|p| p.strip_suffix('}')).unwrap_or(part);
                let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
                assert!(name.chars().all(allowed), "{}", route.path);
                assert!(part.starts_with('{') || !part.contains('_'), "words are joined by hyphens: {}", route.path);
            }
        }
    }

    /// House rule 11: reviewers read this file.
    #[test]
    fn golden_routes_with_their_permission() {
        let mut lines: Vec<String> = rooms::routes()
            .iter()
            .map(|r| {
                format!(
                    "{:5} {:48} {:24} {}",
                    r.method,
                    r.path,
                    r.access.code(),
                    if r.most > 300_000 { "berkas" } else { "" }
                )
            })
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.sort_by_key(|line| line[6..].to_owned());
        let now = lines.join("\n") + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/routes.txt");
        if std::env::var_os("GOLDEN").is_some() {
            std::fs::write(path, &now).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(kept, now, "routes changed: look at them, then run with GOLDEN=1 to keep them");
    }
}
