//! *Aturan main*: the rules of the game for everybody to read (R26, R27): first as sentences, rule by rule with the article behind each,
//! then every rule in force with its value and how sure we are of it.

pub mod simulate;

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    routes::Routes,
    session::Visit,
    words::Words,
};
use askama::Template;
use axum::response::Response;
use chrono::NaiveDate;
use domain::{
    decision::{Certainty, Citation},
    permissions::Action,
    policy::{InForce, Rule},
    scheme::explain::{self, Line, explain},
};

#[derive(Template)]
#[template(path = "policy/see.html")]
struct PolicyView {
    page: Page,
    name: String,
    id: String,
    sections: Vec<Section>,
    rules: Vec<InForce>,
    may_simulate: bool,
}

/// A part of the page.
struct Section {
    anchor: String,
    heading: String,
    lines: Vec<Said>,
}

/// A sentence with what belongs to it.
struct Said {
    says: String,
    /// Where it stands and since when; only where the line before does not stand there too.
    cite: Option<(String, &'static str, NaiveDate)>,
    below: Vec<Said>,
}

impl Said {
    /// Lines with their depths as a tree.
    fn tree(words: &Words, lines: &[Line], depth: u8) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let mut last: Option<&(Citation, NaiveDate)> = None;
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let below = lines[at + 1..].iter().take_while(|next| next.depth > depth).count();
            let cite = line.cite.as_ref().filter(|cite| last != Some(cite));
            if line.cite.is_some() {
                last = line.cite.as_ref();
            }
            all.push(Self {
                says: words.text(&line.says),
                cite: cite.map(|(cite, from)| (words.cite(cite), PolicyView::certainty(cite), *from)),
                below: Self::tree(words, &lines[at + 1..at + 1 + below], depth + 1),
            });
            at += 1 + below;
        }
        all
    }
}

impl PolicyView {
    const fn certainty(cite: &Citation) -> &'static str {
        match cite.certainty {
            Certainty::Text => "policy-certainty-text",
            Certainty::Secondary => "policy-certainty-secondary",
            Certainty::Assumption => "policy-certainty-assumption",
        }
    }

    fn sections(words: &Words, sections: &[explain::Section]) -> Vec<Section> {
        let section = |(n, section): (usize, &explain::Section)| Section {
            anchor: format!("bagian-{}", n + 1),
            heading: words.text(&section.heading),
            lines: Said::tree(words, &section.lines, 0),
        };
        sections.iter().enumerate().map(section).collect()
    }
}

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/aturan", Action::PolicyRead, show)
        .get("/aturan/coba", Action::PolicySimulate, simulate::show)
        .post("/aturan/coba", Action::PolicySimulate, simulate::run)
}

/// `GET /aturan`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let policy = visit.ctx.policy(visit.words.today())?;
    let page = visit.page("policy-title");
    Ok(page::show(&PolicyView {
        sections: PolicyView::sections(&page, &explain(&policy)),
        name: policy.name.value.clone(),
        id: policy.id.clone(),
        rules: policy.rules.clone(),
        may_simulate: visit.ctx.permit(Action::PolicySimulate).is_ok(),
        page,
    }))
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    let cite = Citation { policy: "permenpanrb-6-2022".into(), article: "Ps 14(1)".into(), certainty: Certainty::Text };
    let rule = InForce {
        rule: Rule::PlanDue,
        cite: cite.clone(),
        from: gallery.today(),
        source: "PermenPANRB 6/2022".into(),
        value: "31 Januari".into(),
    };
    let page = gallery.page_at("/aturan", "policy-title");
    let id = "permenpanrb-6-2022@1+bengkulu@1".into();
    simulate::samples(gallery);
    let sections = PolicyView::sections(&page, &samples::sections(cite, gallery.today()));
    let view = PolicyView { page, name: "Bengkulu".into(), id, sections, rules: vec![rule], may_simulate: true };
    gallery.add("policy/see", "", &view);
}

mod samples;
