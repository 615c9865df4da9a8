//! *We see this differently* (R25), on the desk: both views of a line, a day to talk, two notes. It holds nothing up.

use crate::{assessment::rate, error::WebError, form::Form, preview::Gallery, session::Visit, words::Words};
use actions::{
    Failure,
    assessment::see_desk::Desk,
    objection::differ::{self, View},
};
use axum::{extract::Path, response::Response};
use chrono::NaiveDate;
use domain::{
    assessment::{RaterRole, Subject, rate::subjects},
    decision::{FieldError, Refusal, Text},
    ids::{DisagreementId, PeriodId, SkpId},
    objection::{Side, Statement, disagreement::Disagreement, line},
    permissions::{Action, may},
    plan::Skp,
};

/// The section.
pub struct Differ {
    /// The desk.
    pub link: String,
    /// The same as ids, to come back to.
    pub place: (PeriodId, SkpId),
    /// Lines that may be put down: field, name.
    pub choices: Vec<(String, String)>,
    /// Those that are.
    pub lines: Vec<Line>,
    /// The reader is one of the two, and nothing is signed.
    pub writes: bool,
    /// The reader is one of the two.
    pub closes: bool,
    /// What was typed.
    pub form: Form,
}

/// One line.
pub struct Line {
    /// Its id.
    pub id: DisagreementId,
    /// Its name.
    pub name: String,
    /// The employee's view.
    pub employee: Option<Statement>,
    /// The rater's view.
    pub rater: Option<Statement>,
    /// The day proposed for a talk.
    pub talk_on: Option<NaiveDate>,
    /// Notes with which it was closed.
    pub notes: Vec<Statement>,
    /// Still open.
    pub open: bool,
    /// The reader has closed it already.
    pub closed_by_me: bool,
}

impl Line {
    /// Name of one of its fields.
    pub fn field(&self, part: &str) -> String {
        format!("{part}.{}", self.id)
    }
}

/// Key of the form for a line that is new.
const NEW: &str = "baru";

impl Differ {
    /// Reads it.
    pub async fn of(visit: &Visit, desk: &Desk, form: Form) -> Result<Self, WebError> {
        let all = differ::see(&visit.ctx, desk.period.id, desk.skp.id).await?;
        let party = may(&visit.ctx.actor, Action::DisagreementWrite, &desk.facts).is_ok();
        let side = if desk.facts.is_self { Side::Employee } else { Side::Rater };
        let writes = party && desk.evaluation.is_none() && desk.period.opened_at.is_some();
        Ok(Self::new(&visit.words, (desk.period.id, &desk.skp), &all, side, (writes, party), form))
    }

    fn new(
        words: &Words,
        (period, skp): (PeriodId, &Skp),
        all: &[Disagreement],
        side: Side,
        (writes, closes): (bool, bool),
        form: Form,
    ) -> Self {
        let name = |subject| words.text(Text::new("objection-line").with("line", line(subject, &skp.content)));
        let taken = |subject: &Subject| all.iter().any(|found| found.subject == *subject);
        let free = subjects(skp, RaterRole::Penilai).into_iter().filter(|subject| !taken(subject));
        Self {
            link: format!("/penilaian/{period}/{}", skp.id),
            place: (period, skp.id),
            choices: free.map(|subject| (subject.field(), name(subject))).collect(),
            lines: all
                .iter()
                .map(|found| Line {
                    id: found.id,
                    name: name(found.subject),
                    employee: found.employee.clone(),
                    rater: found.rater.clone(),
                    talk_on: found.talk_on,
                    notes: [&found.employee_closed, &found.rater_closed].into_iter().flatten().cloned().collect(),
                    open: found.is_open(),
                    closed_by_me: found.closed(side).is_some(),
                })
                .collect(),
            writes,
            closes,
            form,
        }
    }

    pub(crate) fn sample(gallery: &Gallery, given: &crate::assessment::line::sample::Sample) -> Self {
        let said = |words: &str| Some(Statement { by: given.skp.employee, words: words.into(), at: gallery.now() });
        let first = given.skp.content.results.first().map_or(Subject::HasilKerja, |rhk| Subject::Rhk(rhk.id));
        let period = PeriodId(uuid::Uuid::nil());
        let found = Disagreement {
            employee: said("Menurut saya 900 berkas sudah dapat ditemukan dalam satu menit."),
            talk_on: Some(gallery.today() + chrono::Days::new(2)),
            ..Disagreement::of(gallery.id(), period, given.skp.id, first, gallery.now())
        };
        let words = gallery.shell().words;
        Self::new(&words, (period, &given.skp), &[found], Side::Rater, (true, true), Form::new())
    }
}

/// `POST /penilaian/{period}/{skp}/beda-pandangan`
pub async fn raise(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let plan = actions::plan::see::see(&visit.ctx, skp).await?.skp;
    let all = subjects(&plan, RaterRole::Penilai);
    let subject = form.required_choice("line", |code| all.iter().copied().find(|subject| subject.field() == code));
    let view = view(&mut form, NEW);
    let outcome = match (form.check(), subject) {
        (Ok(()), Some(subject)) => differ::raise(&visit.ctx, period, skp, subject, view).await,
        (Err(failure), _) => Err(failure),
        (Ok(()), None) => Err(Failure::Refused(Refusal::Fields(Vec::new()))),
    };
    match form.caught(in_fields(outcome, NEW))? {
        Some(()) => Ok(visit.done(&here(period, skp), "objection-view-saved")),
        None => rate::again(&visit, period, skp, form).await,
    }
}

/// `POST /beda-pandangan/{disagreement}`; `tindakan` is `tulis` or `tutup`.
pub async fn answer(visit: Visit, Path(id): Path<DisagreementId>, mut form: Form) -> Result<Response, WebError> {
    let key = id.to_string();
    let closes = form.is("tindakan", "tutup");
    let (period, skp) = (form.required_id::<PeriodId>("period"), form.required_id::<SkpId>("skp"));
    let (view, note) = (view(&mut form, &key), form.text(&format!("note.{key}")));
    let outcome = match form.check() {
        Ok(()) if closes => differ::close(&visit.ctx, id, note).await,
        Ok(()) => differ::say(&visit.ctx, id, view).await,
        Err(failure) => Err(failure),
    };
    match (form.caught(in_fields(outcome, &key))?, period.zip(skp)) {
        (Some((period, skp)), _) => Ok(visit.done(&here(period, skp), "objection-view-saved")),
        (None, Some((period, skp))) => rate::again(&visit, period, skp, form).await,
        (None, None) => Err(WebError::BadRequest("a view without its place".into())),
    }
}

fn here(period: PeriodId, skp: SkpId) -> String {
    format!("/penilaian/{period}/{skp}#beda-pandangan")
}

fn view(form: &mut Form, key: &str) -> View {
    View { words: form.text(&format!("view.{key}")), talk_on: form.date(&format!("talk_on.{key}")) }
}

/// The page has many forms alike: errors belong to the fields of this one.
fn in_fields<T>(outcome: Result<T, Failure>, key: &str) -> Result<T, Failure> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(Refusal::Fields(errors)) => {
            // Errors the form found itself have their full names already.
            let named = |error: FieldError| match error.field.as_str() {
                "view" | "note" | "talk_on" => FieldError { field: format!("{}.{key}", error.field), ..error },
                _ => error,
            };
            Refusal::Fields(errors.into_iter().map(named).collect()).into()
        }
        other => other,
    })
}
