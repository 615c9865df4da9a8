//! *Somebody reads a proposal*: why, what was answered, what was decided; and decides or answers.

use super::sample;
use crate::{
    error::WebError,
    evaluation::why::Step,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::followup::{
    decide::{answer as say, decide as settle},
    see::{ProposalPage, see},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{followup::State, ids::ProposalId, scheme::follow::Programme};

#[derive(Template)]
#[template(path = "followup/see.html")]
struct SeeView {
    page: Page,
    found: ProposalPage,
    why: Step,
    decide: Form,
    answer: Form,
}

impl SeeView {
    fn tone(&self) -> Tone {
        super::tone(self.found.proposal.state())
    }

    fn link(&self) -> String {
        format!("/tindak-lanjut/{}", self.found.proposal.id)
    }

    fn yes_no(&self) -> Vec<(String, String)> {
        let say = |code: &str, key: &str| (code.to_owned(), self.page.t(key));
        vec![say("ya", "followup-accept"), say("tidak", "followup-decline")]
    }

    fn wants(&self) -> Vec<(String, String)> {
        let say = |code: &str, key: &str| (code.to_owned(), self.page.t(key));
        vec![say("ya", "followup-want"), say("tidak", "followup-want-not")]
    }

    /// Where what was taken up goes on: address and words.
    fn next(&self) -> Option<(String, String)> {
        let one = &self.found.proposal;
        if one.state() != State::Diterima {
            return None;
        }
        let talk = |kind: &str| format!("/dialog/baru?pegawai={}&jenis={kind}", one.employee);
        let (to, key) = match one.programme {
            Programme::Mentoring => (format!("/pendampingan/baru?usulan={}", one.id), "followup-next-mentoring"),
            Programme::Training => (format!("/pelatihan/saran/{}", one.employee), "followup-next-training"),
            Programme::Coaching => (talk("bimbingan"), "followup-next-coaching"),
            Programme::Counselling => (talk("konseling"), "followup-next-counselling"),
            Programme::Dialogue => (talk("dialog"), "followup-next-dialogue"),
            Programme::Improvement => (format!("/pengembangan/pegawai/{}", one.employee), "followup-next-improvement"),
            Programme::Scholarship | Programme::Promotion | Programme::Talent | Programme::Award => return None,
        };
        Some((to, self.page.t(key)))
    }
}

/// `GET /tindak-lanjut/{proposal}`
pub async fn show(visit: Visit, Path(id): Path<ProposalId>) -> Result<Response, WebError> {
    again(&visit, id, Form::new(), Form::new()).await
}

/// `POST /tindak-lanjut/{proposal}/putusan`
pub async fn decide(visit: Visit, Path(id): Path<ProposalId>, mut form: Form) -> Result<Response, WebError> {
    let accepted = form.required_choice("accepted", yes);
    let reason = form.text("reason");
    let outcome = match (form.check(), accepted) {
        (Ok(()), Some(accepted)) => settle(&visit.ctx, id, accepted, reason).await,
        (read, _) => read,
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/tindak-lanjut/{id}"), "followup-decided")),
        None => again(&visit, id, form, Form::new()).await,
    }
}

/// `POST /tindak-lanjut/{proposal}/jawaban`
pub async fn answer(visit: Visit, Path(id): Path<ProposalId>, mut form: Form) -> Result<Response, WebError> {
    let wants = form.required_choice("wants", yes);
    let words = form.text("words");
    let outcome = match (form.check(), wants) {
        (Ok(()), Some(wants)) => say(&visit.ctx, id, wants, words).await,
        (read, _) => read,
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/tindak-lanjut/{id}"), "followup-answered")),
        None => again(&visit, id, Form::new(), form).await,
    }
}

fn yes(code: &str) -> Option<bool> {
    match code {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    }
}

async fn again(visit: &Visit, id: ProposalId, decide: Form, answer: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let status = if decide.wrong() { decide.status() } else { answer.status() };
    Ok(render(&view(visit.page("followup-one"), found, decide, answer), status))
}

fn view(page: Page, found: ProposalPage, decide: Form, mut answer: Form) -> SeeView {
    if let Some(said) = &found.proposal.answer {
        answer.set_default("wants", if said.wants { "ya" } else { "tidak" });
        answer.set_default("words", &said.words);
    }
    let (home, name) =
        if found.own { ("/tindak-lanjut/saya", "followup-mine") } else { ("/tindak-lanjut", "followup-title") };
    let page = page.under(home, name).with(if decide.wrong() { &decide } else { &answer });
    SeeView { why: Step::of(&page, &found.proposal.because), page, found, decide, answer }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found, decide) in sample::pages(gallery) {
        let view = view(gallery.page_at("/tindak-lanjut", "followup-one"), found, decide, Form::new());
        gallery.add("followup/see", variant, &view);
    }
}
