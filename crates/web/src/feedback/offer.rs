//! *Somebody gives a colleague feedback* during the year, or answers a request; who will read it is said before it is sent.

use crate::{
    error::WebError,
    fairness::advice::{Remarked, told},
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
    words::Words,
};
use actions::{
    Person,
    feedback::{
        advise::on_offer,
        decline::decline as turn_down,
        offer::{Offer, offer},
        see_during::{Asked, Writing, colleague, writing},
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::Text,
    feedback::during::Source,
    ids::{AskId, EmployeeId, RhkId},
    plan::{Line, Nilai, Rhk},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "feedback/offer.html")]
struct OfferPage {
    page: Page,
    form: Form,
    decline: Form,
    draft: String,
    /// For whom; nobody chosen yet without.
    to: Option<String>,
    rater: String,
    ask: Option<Asked>,
    lines: Vec<(String, String)>,
    sources: Vec<(&'static str, String)>,
    near: Vec<(String, String, String)>,
    /// Advice on the words in the form.
    remarked: Remarked,
}

/// What the link says.
#[derive(Default, Deserialize)]
pub struct Wanted {
    pegawai: Option<EmployeeId>,
    permintaan: Option<AskId>,
    nama: Option<String>,
    /// What it is about, where the link knows.
    perihal: Option<String>,
}

/// `GET /umpan-balik/beri`
pub async fn new(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, WebError> {
    let Some(typed) = wanted.nama.as_deref() else {
        let about = wanted.perihal.map(|topic| Form::of([("on", "whole".to_owned()), ("topic", topic)]));
        return answer(&visit, wanted.pegawai, wanted.permintaan, about, Form::new()).await;
    };
    let mut form = Form::of([("nama", typed)]);
    let found = colleague(&visit.ctx, typed, "nama").await;
    match form.caught(found)? {
        Some(employee) => Ok(visit.to(&format!("/umpan-balik/beri?pegawai={employee}"))),
        None => answer(&visit, None, None, Some(form), Form::new()).await,
    }
}

/// `POST /umpan-balik/beri`
pub async fn give(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (to, ask) = (form.required_id::<EmployeeId>("to"), form.id::<AskId>("ask"));
    let on = if ask.is_some() { Some(Line::Whole) } else { form.required_choice("on", read_line) };
    let source = form.choice("source", Source::from_code);
    let (topic, good, improve) = (form.text_up_to("topic", 200), form.text("good"), form.text("improve"));
    let outcome = match (form.check(), to, on) {
        (Ok(()), Some(to), Some(on)) => offer(&visit.ctx, Offer { to, ask, on, topic, source, good, improve }).await,
        (read, ..) => Err(read.err().unwrap_or_else(|| domain::decision::Refusal::NotFound("employee".into()).into())),
    };
    match form.caught(outcome)? {
        Some(_) => {
            visit.drop_draft(&draft_of(to, ask)).await;
            Ok(visit.done("/umpan-balik#diberikan", "feedback-sent"))
        }
        None => answer(&visit, to, ask, Some(form), Form::new()).await,
    }
}

/// `POST /umpan-balik/permintaan/{ask}/tolak`
pub async fn decline(visit: Visit, Path(id): Path<AskId>, mut form: Form) -> Result<Response, WebError> {
    let words = form.text_up_to("declined", 500);
    let outcome = match form.check() {
        Ok(()) => turn_down(&visit.ctx, id, words).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/umpan-balik", "feedback-declined")),
        None => answer(&visit, None, Some(id), None, form).await,
    }
}

fn draft_of(to: Option<EmployeeId>, ask: Option<AskId>) -> String {
    let about = ask.map(|id| id.to_string()).or(to.map(|id| id.to_string()));
    format!("beri-{}", about.unwrap_or_default())
}

async fn answer(
    visit: &Visit,
    to: Option<EmployeeId>,
    ask: Option<AskId>,
    typed: Option<Form>,
    decline: Form,
) -> Result<Response, WebError> {
    let found = writing(&visit.ctx, to, ask).await?;
    let draft = draft_of(to, ask);
    let mut form = match typed {
        Some(form) => form,
        None if found.to.is_some() => visit.draft(&draft).await?.unwrap_or_default(),
        None => Form::new(),
    };
    if let Some(person) = &found.to {
        form.set("to", person.employee.id.to_string());
    }
    form.set("ask", ask.map(|id| id.to_string()).unwrap_or_default());
    let status = if form.wrong() { form.status() } else { decline.status() };
    let remarked = match &found.to {
        Some(person) => {
            let parts = ["good", "improve"];
            let typed = parts.map(|part| form.value(part).to_owned());
            told(parts.into_iter().zip(on_offer(&visit.ctx, person.employee.id, &typed).await?))
        }
        None => Remarked::new(),
    };
    let page = visit.page("feedback-offer-title");
    Ok(render(&view(page, found, (form, decline), draft, remarked), status))
}

fn view(page: Page, found: Writing, (form, decline): (Form, Form), draft: String, remarked: Remarked) -> OfferPage {
    let sources = found.sources.iter().map(|source| (source.code(), page.text(source.label()))).collect();
    OfferPage {
        lines: lines(&page, &found.results),
        to: found.to.map(|person| person.employee.name),
        rater: found.rater.unwrap_or_default(),
        ask: found.ask,
        sources,
        near: found.near.iter().map(row).collect(),
        page: page.under("/umpan-balik", "nav-feedback").with(if form.wrong() { &form } else { &decline }),
        form,
        decline,
        draft,
        remarked,
    }
}

/// A person to choose: id, name, post.
pub(super) fn row(person: &Person) -> (String, String, String) {
    let post = person.post.as_ref().map(|post| post.title.clone()).unwrap_or_default();
    (person.employee.id.to_string(), person.employee.name.clone(), post)
}

/// Lines to choose from: results, values, something else.
pub(super) fn lines(words: &Words, results: &[Rhk]) -> Vec<(String, String)> {
    let results = results.iter().map(|rhk| {
        (format!("rhk.{}", rhk.id), words.say("feedback-line-result").with("result", rhk.text.as_str()).to_string())
    });
    let values = Nilai::ALL.into_iter().map(|nilai| {
        (format!("nilai.{}", nilai.code()), words.say("feedback-line-value").with("value", nilai.label()).to_string())
    });
    results.chain(values).chain([("whole".to_owned(), words.t("feedback-line-other"))]).collect()
}

/// Reads what [`lines`] offers.
pub(super) fn read_line(code: &str) -> Option<Line> {
    match code.split_once('.') {
        None if code == "whole" => Some(Line::Whole),
        Some(("rhk", id)) => id.parse::<RhkId>().ok().map(Line::Rhk),
        Some(("nilai", code)) => Nilai::from_code(code).map(Line::Nilai),
        _ => None,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    use super::during::sample;
    use domain::fairness::comment::Remark;
    let base = |gallery: &Gallery, to: Option<&str>, ask: Option<Asked>, form: Form| {
        let page = gallery.page_at("/umpan-balik/beri", "feedback-offer-title");
        let sources = [Source::Setingkat, Source::PimpinanLain, Source::Lainnya];
        OfferPage {
            lines: lines(&page, &[]),
            sources: sources.map(|source| (source.code(), page.text(source.label()))).to_vec(),
            near: vec![("1".into(), "Wahyu Prabowo, S.Sos.".into(), "Pranata Humas Terampil".into())],
            to: to.map(str::to_owned),
            rater: "Ratna Dewi Lestari, S.Kom.".into(),
            ask,
            decline: Form::new(),
            draft: "beri-1".into(),
            remarked: Remarked::new(),
            page: page.under("/umpan-balik", "nav-feedback").with(&form),
            form,
        }
    };
    let name = Some("Ahmad Fauzi, A.Md.");
    let mut wrong = Form::of([("good", "Baik"), ("on", "whole"), ("topic", "")]);
    wrong.fail("good", Text::new("feedback-part-too-short").with("min", 15_i64));
    wrong.fail("topic", Text::new("feedback-about-what"));
    let said =
        Form::of([("on", "whole"), ("topic", "Rapat bulanan"), ("good", "Notulen Anda selalu terkirim sebelum sore.")]);
    let mut unknown = Form::of([("nama", "Budi")]);
    unknown.fail("nama", Text::new("people-name-several").with("names", "Budi Santoso; Budiman"));
    let views = [
        ("", base(gallery, name, None, Form::new())),
        (
            "saran",
            OfferPage {
                remarked: told([("good", vec![Remark::Absolute("selalu".into())])]),
                ..base(gallery, name, None, said)
            },
        ),
        ("menjawab", base(gallery, name, Some(sample::asked(gallery.now())), Form::new())),
        ("salah", base(gallery, name, None, wrong)),
        ("untuk-siapa", base(gallery, None, None, unknown)),
    ];
    for (variant, view) in views {
        gallery.add("feedback/offer", variant, &view);
    }
}
