//! *Posts that may not stay empty*, who could follow and why; somebody is put forward, or taken back.

use super::{place_of, sample};
use crate::{
    error::WebError,
    evaluation::why::Step,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::talent::succession::{
    Candidate, ListPage as List, PostPage as Found, Row, list as find, name_post, nominate as put, see,
    withdraw as take,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Reason, Text},
    ids::{CriticalPostId, NomineeId, PostId},
    people::{Post, PostKind},
    talent::{
        jpm::Bands,
        succession::{CriticalPost, Nominee, fit},
    },
};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "talent/succession.html")]
struct ListPage {
    page: Page,
    form: Form,
    found: List,
}

impl ListPage {
    fn title(&self, row: &Row) -> String {
        row.post.as_ref().map(|post| post.title.clone()).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "talent/post.html")]
struct PostPage {
    page: Page,
    form: Form,
    found: Found,
    link: String,
}

impl PostPage {
    fn place(&self, one: &Candidate) -> String {
        place_of(&one.person)
    }

    fn why(&self, one: &Candidate) -> Step {
        Step::of(&self.page, &one.fit.because)
    }
}

/// `GET /talenta/jabatan-kritis`
pub async fn list(visit: Visit) -> Result<Response, WebError> {
    answer_list(&visit, Form::new()).await
}

async fn answer_list(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let found = find(&visit.ctx).await?;
    let (status, page) = (form.status(), visit.page("talent-succession-title"));
    Ok(render(&ListPage { page: page.under("/talenta", "nav-talent").with(&form), form, found }, status))
}

/// `POST /talenta/jabatan-kritis`
pub async fn name(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (post, reason) = (form.required("post"), form.text_up_to("reason", 2_000));
    let outcome = match form.check() {
        Ok(()) => name_post(&visit.ctx, post, reason).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/talenta/jabatan-kritis/{id}"), "talent-post-named")),
        None => answer_list(&visit, form).await,
    }
}

/// `GET /talenta/jabatan-kritis/{critical}`
pub async fn show(visit: Visit, Path(id): Path<CriticalPostId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new()).await
}

/// `POST /talenta/jabatan-kritis/{critical}`
pub async fn nominate(visit: Visit, Path(id): Path<CriticalPostId>, mut form: Form) -> Result<Response, WebError> {
    let (employee, reason) = (form.required("employee"), form.text_up_to("reason", 2_000));
    let outcome = match form.check() {
        Ok(()) => put(&visit.ctx, id, employee, reason).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/talenta/jabatan-kritis/{id}"), "talent-nominated")),
        None => answer(&visit, id, form).await,
    }
}

/// `POST /talenta/jabatan-kritis/{critical}/{nominee}/tarik`
pub async fn withdraw(
    visit: Visit,
    Path((id, nominee)): Path<(CriticalPostId, NomineeId)>,
) -> Result<Response, WebError> {
    take(&visit.ctx, id, nominee).await?;
    Ok(visit.done(&format!("/talenta/jabatan-kritis/{id}"), "talent-withdrawn"))
}

async fn answer(visit: &Visit, id: CriticalPostId, form: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let status = form.status();
    let title = Text::new("talent-successors-of").with("post", found.post.title.as_str());
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: Found, form: Form) -> PostPage {
    let page = page.under("/talenta", "nav-talent").under("/talenta/jabatan-kritis", "talent-succession-title");
    PostPage { link: format!("/talenta/jabatan-kritis/{}", found.critical.id), page: page.with(&form), form, found }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let post = Post {
        id: PostId(Uuid::from_u128(670)),
        unit: sample::unit().id,
        code: "DISDIK.SEKR".into(),
        title: "Sekretaris Dinas Pendidikan".into(),
        kind: PostKind::Administrator,
        leads_unit: false,
        unit_mandiri: false,
    };
    let critical = CriticalPost {
        id: CriticalPostId(Uuid::from_u128(671)),
        post: post.id,
        reason: "Pejabatnya pensiun bulan Maret; anggaran dinas bergantung padanya.".into(),
        by: sample::employee(9),
        at: gallery.now(),
        ended_on: None,
    };
    let row =
        Row { critical: critical.clone(), post: Some(post.clone()), holder: Some(sample::OFFICE.into()), nominees: 2 };
    let list = |rows, manages, form| ListPage {
        page: gallery.page_at("/talenta/jabatan-kritis", "talent-succession-title").under("/talenta", "nav-talent"),
        form,
        found: List { rows, manages },
    };
    let mut wrong = Form::of([("post", "X"), ("reason", "Penting")]);
    wrong.fail("post", Text::new("people-post-unknown"));
    wrong.fail("reason", Text::new("talent-reason-too-short").with("min", 15_i64));
    let lists = [("", list(vec![row], true, wrong)), ("kosong", list(Vec::new(), false, Form::new()))];
    let bands = Bands { selection: Vec::new(), mapping: Vec::new() };
    let nominee = Nominee {
        id: NomineeId(Uuid::from_u128(672)),
        critical: critical.id,
        employee: sample::employee(1),
        reason: "Sudah dua kali menjadi pelaksana harian.".into(),
        because: Reason::new(Text::new("talent-fit-unknown")),
        by: sample::employee(9),
        at: gallery.now(),
        ended_on: None,
    };
    let candidate = |nominee| Candidate {
        person: sample::person(1, sample::NAME),
        fit: fit(&sample::boxes(), Some(&bands), Some(9), sample::matched()),
        nominee,
    };
    let found = |candidates, standard, manages| Found {
        critical: critical.clone(),
        post: post.clone(),
        holder: None,
        standard,
        candidates,
        manages,
    };
    let title = || Text::new("talent-successors-of").with("post", "Sekretaris Dinas Pendidikan");
    let full = found(vec![candidate(Some((nominee, sample::OFFICE.to_owned()))), candidate(None)], true, true);
    let posts = [("", full), ("kosong", found(Vec::new(), false, false))];
    let posts = posts.map(|(variant, found)| {
        (variant, view(gallery.page_at("/talenta/jabatan-kritis/1", title()), found, Form::new()))
    });
    for (variant, view) in lists {
        gallery.add("talent/succession", variant, &view);
    }
    for (variant, view) in posts {
        gallery.add("talent/post", variant, &view);
    }
}
