//! *Aturan main*: the rules in force for everybody to read, each with its article and how sure we are of it (R26).

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    routes::Routes,
    session::Visit,
};
use askama::Template;
use axum::response::Response;
use domain::{
    decision::{Certainty, Citation},
    permissions::Action,
    policy::{InForce, Rule},
};

#[derive(Template)]
#[template(path = "policy/see.html")]
struct PolicyView {
    page: Page,
    name: String,
    id: String,
    rules: Vec<InForce>,
}

impl PolicyView {
    const fn certainty(cite: &Citation) -> &'static str {
        match cite.certainty {
            Certainty::Text => "policy-certainty-text",
            Certainty::Secondary => "policy-certainty-secondary",
            Certainty::Assumption => "policy-certainty-assumption",
        }
    }
}

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/aturan", Action::PolicyRead, show)
}

/// `GET /aturan`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let policy = visit.ctx.policy(visit.words.today())?;
    let page = visit.page("policy-title");
    Ok(page::show(&PolicyView {
        page,
        name: policy.name.value.clone(),
        id: policy.id.clone(),
        rules: policy.rules.clone(),
    }))
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    let rule = InForce {
        rule: Rule::PlanDue,
        cite: Citation { policy: "permenpanrb-6-2022".into(), article: "Ps 14(1)".into(), certainty: Certainty::Text },
        from: gallery.today(),
        source: "PermenPANRB 6/2022".into(),
        value: "31 Januari".into(),
    };
    let page = gallery.page_at("/aturan", "policy-title");
    let id = "permenpanrb-6-2022@1+bengkulu@1".into();
    gallery.add("policy/see", "", &PolicyView { page, name: "Bengkulu".into(), id, rules: vec![rule] });
}
