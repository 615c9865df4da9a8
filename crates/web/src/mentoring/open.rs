//! *Somebody opens a case*: from a proposal (`?usulan=`), for a person (`?pegawai=`), or after naming one.

use super::sample;
use crate::{
    error::WebError,
    evaluation::why::Step,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
    words::Words,
};
use actions::{
    Failure,
    mentoring::{
        mine::whom,
        open::{Draft, Opening, Weak, employee_of_proposal, open, opening},
    },
};
use askama::Template;
use axum::{extract::Query, response::Response};
use chrono::Months;
use domain::{
    amount::Amount,
    decision::{Refusal, Text},
    ids::EmployeeId,
    mentoring::Kind,
    policy::Clause,
};
use serde::Deserialize;
use uuid::Uuid;

/// What the address says.
#[derive(Deserialize)]
pub struct Asked {
    usulan: Option<Uuid>,
    pegawai: Option<String>,
}

#[derive(Template)]
#[template(path = "mentoring/open.html")]
struct OpenPage {
    page: Page,
    form: Form,
    /// Nobody was named yet without it.
    found: Option<Found>,
    kinds: Vec<(&'static str, String)>,
}

struct Found {
    opening: Opening,
    post: String,
    proposals: Vec<Step>,
    unknown: Vec<Step>,
    warnings: Vec<(String, String)>,
}

impl OpenPage {
    fn level(&self, weak: &Weak) -> String {
        self.page.amount(Amount(weak.level * (Amount::SCALE / 100)))
    }
}

/// Law in sentences with where they stand.
pub(super) fn warnings(words: &Words, clauses: &[Clause]) -> Vec<(String, String)> {
    clauses.iter().map(|clause| (clause.says.clone(), words.cite(&clause.cite))).collect()
}

/// `GET /pendampingan/baru?usulan=…|pegawai=…`
pub async fn new(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let mut form = Form::new();
    let named = asked.pegawai.filter(|typed| !typed.trim().is_empty());
    let employee = match (&named, asked.usulan) {
        (Some(typed), _) => match typed.parse::<EmployeeId>() {
            Ok(id) => Some(id),
            Err(_) => {
                form.set("pegawai", typed.as_str());
                form.caught(whom(&visit.ctx, typed).await)?
            }
        },
        (None, Some(proposal)) => Some(employee_of_proposal(&visit.ctx, proposal).await?),
        (None, None) => None,
    };
    if let Some(proposal) = asked.usulan {
        form.set("usulan", proposal.to_string());
    }
    answer(&visit, employee, form).await
}

/// `POST /pendampingan/baru`
pub async fn create(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let employee: Option<EmployeeId> = form.required_id("employee");
    let kind = form.required_choice("kind", Kind::from_code);
    let (reason, own) = (form.text_up_to("reason", 2_000), form.text_up_to("own", 2_000));
    let (from, review) = (form.required_date("from"), form.required_date("review"));
    let criteria: Vec<String> = form.all("criteria").into_iter().map(str::to_owned).collect();
    let proposal = form.id::<Uuid>("usulan");
    let outcome = match (form.check(), employee, kind, from, review) {
        (Ok(()), Some(employee), Some(kind), Some(from), Some(review_on)) => {
            open(&visit.ctx, employee, Draft { kind, proposal, reason, criteria, own, from, review_on }).await
        }
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/pendampingan/{id}"), "mentoring-opened")),
        None => answer(&visit, employee, form).await,
    }
}

async fn answer(visit: &Visit, employee: Option<EmployeeId>, form: Form) -> Result<Response, WebError> {
    let found = match employee {
        Some(id) => Some(opening(&visit.ctx, id).await?),
        None => None,
    };
    let status = form.status();
    let title = match &found {
        Some(found) => Text::new("mentoring-open-of").with("name", found.person.employee.name.as_str()),
        None => Text::new("mentoring-new"),
    };
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: Option<Opening>, mut form: Form) -> OpenPage {
    let page = page.under("/pendampingan", "nav-mentoring").with(&form);
    let today = page.today();
    form.set_default("from", today.to_string());
    form.set_default("review", (today + Months::new(6)).to_string());
    let found = found.map(|opening| {
        form.set_default("employee", opening.person.employee.id.to_string());
        form.set_default("kind", Kind::Mentoring.code());
        if !form.has("reason") {
            if let Some(first) = opening.proposals.first() {
                form.set("reason", first.text.as_str());
            }
            for weak in opening.weak.iter().filter(|weak| weak.low) {
                form.add("criteria", weak.code.as_str());
            }
        }
        let step = |one: &domain::scheme::outlook::Proposal| Step::of(&page, &one.because);
        Found {
            post: [
                opening.person.post.as_ref().map(|post| post.title.clone()),
                opening.person.unit.as_ref().map(|unit| unit.name.clone()),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
            proposals: opening.proposals.iter().map(step).collect(),
            unknown: opening.unknown.iter().map(step).collect(),
            warnings: warnings(&page, &opening.warnings),
            opening,
        }
    });
    let kinds = Kind::ALL.map(|kind| (kind.code(), page.text(kind.label()))).to_vec();
    OpenPage { page, form, found, kinds }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let title = || Text::new("mentoring-open-of").with("name", sample::EMPLOYEE);
    let mut wrong = Form::of([("reason", "Kurang"), ("kind", "mentoring")]);
    wrong.fail("reason", Text::new("mentoring-too-short").with("min", 15_i64));
    wrong.fail("own", Text::new("mentoring-needs-weakness"));
    for (variant, form) in [("", Form::new()), ("salah", wrong)] {
        let view = view(gallery.page_at("/pendampingan/baru", title()), Some(sample::opening(gallery)), form);
        gallery.add("mentoring/open", variant, &view);
    }
    let mut nobody = Form::of([("pegawai", "Budi")]);
    nobody.fail("pegawai", Text::new("people-name-unknown"));
    let view = view(gallery.page_at("/pendampingan/baru", "mentoring-new"), None, nobody);
    gallery.add("mentoring/open", "siapa", &view);
}
