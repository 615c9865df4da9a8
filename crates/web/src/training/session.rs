//! *Somebody opens a session*: names put forward, the rater's and the office's word, presence.

use super::{program::missing, rupiah, sample};
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::training::{
    catalogue::call_off as cancel,
    nominate::{
        Present, Who, admit as take, attend as was_there, nominate as put_forward, support as back, withdraw as leave,
    },
    session::{NameRow, SessionPage, see},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::Text,
    ids::{EmployeeId, ProposalId, TrainingNominationId, TrainingSessionId},
    training::nominate::Standing,
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "training/session.html")]
struct SessionView {
    page: Page,
    found: SessionPage,
    form: Form,
    /// A word on one name, as typed.
    word: Form,
    /// Presence, as typed.
    presence: Form,
}

impl SessionView {
    fn link(&self) -> String {
        format!("/pelatihan/jadwal/{}", self.found.session.id)
    }

    fn cost(&self) -> String {
        rupiah(&self.page, self.found.program.cost)
    }

    fn tone(&self, row: &NameRow) -> Tone {
        super::tone(row.standing)
    }

    fn people(&self) -> Vec<(String, String)> {
        self.found.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    fn yes_no(&self) -> Vec<(String, String)> {
        let say = |code: &str, key: &str| (code.to_owned(), self.page.t(key));
        vec![say("ya", "training-yes"), say("tidak", "training-no")]
    }

    fn presences(&self) -> Vec<(String, String)> {
        let say = |code: &str, key: &str| (code.to_owned(), self.page.t(key));
        vec![
            say("hadir", "training-was-there"),
            say("lulus", "training-was-there-passed"),
            say("gagal", "training-was-there-failed"),
            say("tidak", "training-was-not-there"),
        ]
    }

    fn full(&self) -> bool {
        self.found.placed >= self.found.session.capacity
    }

    /// Names of whom presence is asked.
    fn attending(&self) -> Vec<(String, String)> {
        let asked = self.found.names.iter().filter(|row| row.attends);
        asked.map(|row| (format!("hadir.{}", row.nomination.id), row.name.clone())).collect()
    }

    /// The id of the field for a reason: errors lead to that of the form that was sent.
    fn reason(&self, row: &NameRow) -> String {
        if self.meant(row) { "reason".to_owned() } else { format!("alasan-{}", row.nomination.id) }
    }

    /// Is this the name whose form was sent?
    fn meant(&self, row: &NameRow) -> bool {
        self.word.value("nomination") == row.nomination.id.to_string()
    }
}

/// What the link says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    pegawai: Option<EmployeeId>,
    usulan: Option<ProposalId>,
}

/// `GET /pelatihan/jadwal/{session}`
pub async fn show(
    visit: Visit,
    Path(id): Path<TrainingSessionId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let mut form = Form::new();
    if let Some(employee) = asked.pegawai {
        form.set("who", employee.to_string());
    }
    if let Some(proposal) = asked.usulan {
        form.set("usulan", proposal.to_string());
    }
    again(&visit, id, form, Form::new(), Form::new()).await
}

async fn again(
    visit: &Visit,
    id: TrainingSessionId,
    form: Form,
    word: Form,
    presence: Form,
) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let wrong = [&form, &word, &presence].into_iter().find(|form| form.wrong()).unwrap_or(&form);
    let status = wrong.status();
    let title = Text::new("training-of").with("name", found.program.name.as_str());
    let page = visit.page(title).with(wrong);
    Ok(render(&view(page, found, form, word, presence), status))
}

fn view(page: Page, found: SessionPage, mut form: Form, word: Form, mut presence: Form) -> SessionView {
    let page = page.under("/pelatihan", "training-title").under(
        format!("/pelatihan/{}", found.program.id),
        Text::new("training-of").with("name", found.program.name.as_str()),
    );
    if let [(only, _)] = found.people.as_slice() {
        form.set_default("who", only.to_string());
    }
    for row in found.names.iter().filter(|row| row.attends) {
        let was = match row.standing {
            Standing::Hadir => "hadir",
            Standing::TidakHadir => "tidak",
            _ => continue,
        };
        presence.set_default(&format!("hadir.{}", row.nomination.id), was);
    }
    SessionView { page, found, form, word, presence }
}

/// `POST /pelatihan/jadwal/{session}/usulan`
pub async fn nominate(visit: Visit, Path(id): Path<TrainingSessionId>, mut form: Form) -> Result<Response, WebError> {
    let typed = form.text_up_to("member", 300);
    let who = form.id::<EmployeeId>("who");
    let (why, proposal) = (form.text("why"), form.id::<ProposalId>("usulan"));
    let who = match (who, typed.is_empty()) {
        (_, false) => Some(Who::Typed(typed)),
        (Some(id), true) => Some(Who::One(id)),
        (None, true) => {
            form.fail("who", Text::new("form-choose"));
            None
        }
    };
    let outcome = match (form.check(), who) {
        (Ok(()), Some(who)) => put_forward(&visit.ctx, id, who, why, proposal).await,
        (read, _) => Err(missing(read)),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&format!("/pelatihan/jadwal/{id}"), "training-nominated")),
        None => again(&visit, id, form, Form::new(), Form::new()).await,
    }
}

fn yes(code: &str) -> Option<bool> {
    match code {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    }
}

/// `POST /pelatihan/usulan/{nomination}/dukungan`
pub async fn support(visit: Visit, Path(id): Path<TrainingNominationId>, mut form: Form) -> Result<Response, WebError> {
    let (said, reason) = (form.required_choice("word", yes), form.text("reason"));
    let session = form.required_id::<TrainingSessionId>("session");
    let outcome = match (form.check(), said) {
        (Ok(()), Some(said)) => back(&visit.ctx, id, said, reason).await,
        (read, _) => Err(missing(read)),
    };
    match (form.caught(outcome)?, session) {
        (Some(session), _) => Ok(visit.done(&format!("/pelatihan/jadwal/{session}"), "training-word-saved")),
        (None, Some(session)) => again(&visit, session, Form::new(), form, Form::new()).await,
        (None, None) => Err(WebError::NoPage),
    }
}

/// `POST /pelatihan/usulan/{nomination}/penerimaan`
pub async fn admit(visit: Visit, Path(id): Path<TrainingNominationId>, mut form: Form) -> Result<Response, WebError> {
    let (said, reason) = (form.required_choice("word", yes), form.text("reason"));
    let session = form.required_id::<TrainingSessionId>("session");
    let outcome = match (form.check(), said) {
        (Ok(()), Some(said)) => take(&visit.ctx, id, said, reason).await,
        (read, _) => Err(missing(read)),
    };
    match (form.caught(outcome)?, session) {
        (Some((session, Standing::DaftarTunggu)), _) => {
            Ok(visit.warn(&format!("/pelatihan/jadwal/{session}"), "training-put-in-queue"))
        }
        (Some((session, _)), _) => Ok(visit.done(&format!("/pelatihan/jadwal/{session}"), "training-word-saved")),
        (None, Some(session)) => again(&visit, session, Form::new(), form, Form::new()).await,
        (None, None) => Err(WebError::NoPage),
    }
}

/// `POST /pelatihan/usulan/{nomination}/batal`
pub async fn withdraw(visit: Visit, Path(id): Path<TrainingNominationId>) -> Result<Response, WebError> {
    let session = leave(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/pelatihan/jadwal/{session}"), "training-withdrawn"))
}

/// `POST /pelatihan/jadwal/{session}/batal`
pub async fn call_off(visit: Visit, Path(id): Path<TrainingSessionId>) -> Result<Response, WebError> {
    cancel(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/pelatihan/jadwal/{id}"), "training-called-off"))
}

/// `POST /pelatihan/jadwal/{session}/kehadiran`
pub async fn attend(visit: Visit, Path(id): Path<TrainingSessionId>, mut form: Form) -> Result<Response, WebError> {
    let names: Vec<String> = form.lines("hadir").into_iter().map(str::to_owned).collect();
    let said = names.iter().filter_map(|name| {
        let nomination = name.parse().ok()?;
        let (was, passed) = match form.value(&format!("hadir.{name}")) {
            "hadir" => (true, None),
            "lulus" => (true, Some(true)),
            "gagal" => (true, Some(false)),
            "tidak" => (false, None),
            _ => return None,
        };
        Some(Present { nomination, was, passed })
    });
    let said: Vec<Present> = said.collect();
    let outcome = was_there(&visit.ctx, id, said).await;
    match form.caught(outcome)? {
        Some(n) => {
            let says = Text::new("training-presence-saved").with("n", n);
            Ok(visit.done(&format!("/pelatihan/jadwal/{id}"), says))
        }
        None => again(&visit, id, Form::new(), Form::new(), form).await,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found, form) in sample::sessions(gallery) {
        let title = Text::new("training-of").with("name", sample::NAME);
        let view = view(gallery.page_at("/pelatihan/1", title), found, form, Form::new(), Form::new());
        gallery.add("training/session", variant, &view);
    }
}
