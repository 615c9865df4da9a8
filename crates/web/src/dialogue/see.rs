//! *Somebody opens a talk*: what was said so far, their own side to write, what was agreed. What is not for them is not there.

use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    session::Visit,
};
use actions::dialogue::see::{TalkPage, see};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    dialogue::{Dialogue, Followup, Kind, Part, Side, State, parts::Writer},
    ids::{DialogueId, EmployeeId},
};

#[derive(Template)]
#[template(path = "dialogue/see.html")]
pub(super) struct TalkView {
    page: Page,
    link: String,
    draft: String,
    talk: Dialogue,
    state: State,
    employee: String,
    partner: String,
    side: Option<Side>,
    whole: bool,
    /// Written at the opening.
    opened: Vec<Part>,
    /// Written since, by the other side or by both once it is over.
    read: Vec<Part>,
    /// To be written by the reader.
    write: Vec<Part>,
    followups: Vec<Followup>,
    owners: Vec<(String, String)>,
    /// The reader may end the talk.
    ends: bool,
    agrees: bool,
    cancels: bool,
    may_appoint: bool,
    prints: Vec<(String, String)>,
    form: Form,
    agree: Form,
    appoint: Form,
}

impl TalkView {
    fn owner(&self, agreed: &Followup) -> &str {
        if agreed.owner == self.talk.employee { &self.employee } else { &self.partner }
    }

    fn other(&self) -> &'static str {
        match self.talk.kind {
            Kind::Dialog => "dialogue-leader",
            Kind::Bimbingan => "dialogue-coach",
            Kind::Konseling => "dialogue-counsellor",
        }
    }

    fn label(&self, part: &Part) -> Text {
        part.label(self.talk.kind, self.talk.reported())
    }

    fn said(&self, part: &Part) -> &str {
        self.talk.said(*part)
    }

    /// Who reads what is written here.
    fn says(&self) -> &'static str {
        if self.talk.kind.confidential() { "dialogue-side-two" } else { "dialogue-side-open" }
    }
}

/// Which of its three forms was sent, with what was typed.
#[derive(Default)]
pub(super) struct Typed {
    /// One's own side.
    pub(super) words: Option<Form>,
    /// Something agreed.
    pub(super) agree: Form,
    /// A counsellor.
    pub(super) appoint: Form,
}

/// How a talk stands.
pub(crate) fn tone(state: impl std::borrow::Borrow<State>) -> Tone {
    match state.borrow() {
        State::Menunggu => Tone::Risk,
        State::Direncanakan => Tone::Idle,
        State::Selesai => Tone::Done,
        State::Dibatalkan => Tone::Note,
    }
}

pub(super) fn draft_of(id: DialogueId, side: Side) -> String {
    let side = if side == Side::Employee { "pegawai" } else { "pendamping" };
    format!("dialog-{side}-{id}")
}

/// `GET /dialog/{dialogue}`
pub async fn show(visit: Visit, Path(id): Path<DialogueId>) -> Result<Response, WebError> {
    answer(&visit, id, Typed::default()).await
}

/// The page as it stands, with what was typed into one of its forms.
pub(super) async fn answer(visit: &Visit, id: DialogueId, typed: Typed) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let words = match (typed.words, found.side) {
        (Some(form), _) => form,
        (None, Some(side)) => visit.draft(&draft_of(id, side)).await?.unwrap_or_default(),
        (None, None) => Form::new(),
    };
    let wrong = [&words, &typed.agree, &typed.appoint].into_iter().find(|form| form.wrong()).cloned();
    let status = wrong.as_ref().map_or(http::StatusCode::OK, Form::status);
    let title = Text::new(match found.talk.kind {
        Kind::Dialog => "dialogue-title-dialog",
        Kind::Bimbingan => "dialogue-title-bimbingan",
        Kind::Konseling => "dialogue-title-konseling",
    })
    .with("name", found.employee.employee.name.as_str());
    let page = visit.page(title).under("/dialog", "nav-dialogue").with(&wrong.unwrap_or_default());
    Ok(render(&view(page, found, words, typed.agree, typed.appoint), status))
}

fn view(page: Page, found: TalkPage, mut form: Form, mut agree: Form, appoint: Form) -> TalkView {
    let TalkPage { talk, state, side, whole, .. } = found;
    let link = format!("/dialog/{}", talk.id);
    let open = matches!(state, State::Menunggu | State::Direncanakan);
    let write: Vec<Part> = match side.filter(|_| open) {
        Some(side) => Part::of_side(&talk, side).collect(),
        None => Vec::new(),
    };
    for part in &write {
        form.set_default(part.code(), talk.said(*part));
    }
    if let Some(side) = side {
        form.set_default("revision", talk.revisions[side as usize].to_string());
    }
    if side == Some(Side::Partner) {
        form.set_default("held_on", page.today().to_string());
    }
    agree.set_default("owner", talk.employee.to_string());
    let opening = |part: &Part| matches!(part.writer(), Writer::Opener | Writer::Reporter);
    let filled = |part: &&Part| !talk.said(**part).is_empty() && !write.contains(part);
    let (employee, partner) = (
        found.employee.employee.name,
        found.partner.as_ref().map(|person| person.employee.name.clone()).unwrap_or_default(),
    );
    let owner = |id: EmployeeId, name: &str| (id.to_string(), name.to_owned());
    let mut prints = Vec::new();
    if whole && state == State::Selesai {
        prints.push((format!("{link}/cetak"), page.t("dialogue-print")));
    }
    if !talk.said(Part::Tried).is_empty() {
        prints.push((format!("{link}/cetak?laporan=1"), page.t("dialogue-print-report")));
    }
    TalkView {
        draft: side.map(|side| draft_of(talk.id, side)).unwrap_or_default(),
        opened: Part::ALL.iter().filter(|part| opening(part)).filter(filled).copied().collect(),
        read: Part::ALL.iter().filter(|part| !opening(part)).filter(filled).copied().collect(),
        owners: [Some(owner(talk.employee, &employee)), talk.partner.map(|id| owner(id, &partner))]
            .into_iter()
            .flatten()
            .collect(),
        ends: side == Some(Side::Partner) && state == State::Direncanakan,
        agrees: side.is_some() && talk.partner.is_some() && state != State::Dibatalkan,
        cancels: side.is_some() && open,
        may_appoint: found.may_appoint,
        followups: found.followups,
        write,
        prints,
        link,
        talk,
        state,
        employee,
        partner,
        side,
        whole,
        form,
        agree,
        appoint,
        page,
    }
}

pub(super) mod sample;
