//! *Somebody sees their training*, or that of one of their people, and records what they followed elsewhere.

use super::{program::missing, sample};
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    progress::evidence::hand_over,
    session::Visit,
};
use actions::{
    evidence::Upload,
    training::{
        mine::{Mine, NameRow, of as training_of},
        record::{Draft, certificate as fetch, claim as keep},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    development::duty::Standing,
    ids::{EmployeeId, TrainingRecordId},
    training::{Kind, Record, record::Validity},
};

#[derive(Template)]
#[template(path = "training/mine.html")]
struct MineView {
    page: Page,
    found: Mine,
    form: Form,
}

impl MineView {
    fn tone(&self, row: &NameRow) -> Tone {
        super::tone(row.nomination.standing())
    }

    fn hours_tone(&self) -> Tone {
        match self.found.hours.value {
            Standing::Reached { .. } | Standing::Within { .. } => Tone::Good,
            Standing::Short { .. } | Standing::Over { .. } => Tone::Risk,
            Standing::Unknown => Tone::Idle,
        }
    }

    fn kinds(&self) -> Vec<(String, String)> {
        Kind::CODES.iter().map(|(code, kind)| ((*code).to_owned(), self.page.text(kind.label()))).collect()
    }

    /// How a record stands: tone and words.
    fn state(&self, record: &Record) -> (Tone, String) {
        if record.refused.is_some() {
            return (Tone::Late, self.page.t("training-record-refused"));
        }
        match (record.verified.is_some(), record.passed) {
            (_, Some(false)) => (Tone::Idle, self.page.t("training-record-failed")),
            (false, _) => (Tone::Note, self.page.t("training-record-waits")),
            (true, _) => (Tone::Done, self.page.t("training-record-counts")),
        }
    }

    fn lapsed(&self, record: &Record) -> bool {
        record.validity(self.page.today()) == Validity::Lapsed
    }

    fn file(&self, record: &Record) -> bool {
        record.certificate.as_ref().is_some_and(|one| one.file.is_some())
    }
}

/// `GET /pelatihan/saya`
pub async fn own(visit: Visit) -> Result<Response, WebError> {
    let me = visit.ctx.me();
    again(&visit, me, Form::new()).await
}

/// `GET /pelatihan/pegawai/{employee}`
pub async fn of(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    again(&visit, id, Form::new()).await
}

async fn again(visit: &Visit, id: EmployeeId, form: Form) -> Result<Response, WebError> {
    let found = training_of(&visit.ctx, id).await?;
    let status = form.status();
    let title = match found.own {
        true => Text::new("training-mine"),
        false => Text::new("training-of-person").with("name", found.person.employee.name.as_str()),
    };
    let page = visit.page(title).under("/pelatihan", "training-title").with(&form);
    Ok(render(&MineView { page, found, form }, status))
}

/// `POST /pelatihan/saya`
pub async fn claim(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (name, provider) = (form.text_up_to("name", 300), form.text_up_to("provider", 300));
    let kind = form.required_choice("kind", Kind::from_code);
    let hours = form.whole("hours").and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    let (from, until) = (form.required_date("from"), form.required_date("until"));
    let (number, valid_until) = (form.text_up_to("number", 200), form.date("valid_until"));
    let lapsed = form.flag("lapsed");
    let file = form.take_file("evidence_file").map(|file| Upload { name: file.name, bytes: file.bytes });
    let outcome = match (form.check(), kind, from, until) {
        (Ok(()), Some(kind), Some(from), Some(until)) => {
            let draft = Draft { name, kind, provider, hours, from, until, number, valid_until, lapsed };
            keep(&visit.ctx, draft, file).await
        }
        (read, ..) => Err(missing(read)),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done("/pelatihan/saya", "training-claimed")),
        None => {
            let me = visit.ctx.me();
            again(&visit, me, form).await
        }
    }
}

/// `GET /pelatihan/sertifikat/{record}`
pub async fn certificate(visit: Visit, Path(id): Path<TrainingRecordId>) -> Result<Response, WebError> {
    let (item, bytes) = fetch(&visit.ctx, id).await?;
    hand_over(item, Some(bytes))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let mut wrong = Form::of([("name", "Webinar"), ("number", "12/2026"), ("valid_until", "2026-01-01")]);
    wrong.fail("hours", Text::new("training-hours-range").with("max", 2_000_i64));
    wrong.fail("valid_until", Text::new("training-certificate-lapsed").with("on", gallery.today()));
    for (variant, found, form) in
        [("", sample::mine(gallery, true), wrong), ("orang-lain", sample::mine(gallery, false), Form::new())]
    {
        let page = gallery.page_at("/pelatihan/saya", "training-mine");
        gallery.add("training/mine", variant, &MineView { page, found, form });
    }
}
