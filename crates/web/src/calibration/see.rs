//! *Somebody reads a session*, writes its minutes, decides about a proposal.

use crate::{
    error::WebError,
    fairness::{between, draw, named},
    form::Form,
    layout::Tone,
    page::{Page, render},
    session::Visit,
    words::Markup,
};
use actions::calibration::{
    decide as decided, lead,
    see::{Box5, Line, Proposed, Session, see},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    amount::Amount,
    assessment::{Rating, Subject},
    calibration::Proposal,
    decision::Text,
    ids::{CalibrationId, CalibrationProposalId, EmployeeId},
};

#[derive(Template)]
#[template(path = "calibration/see.html")]
pub(super) struct SeeView {
    pub(super) page: Page,
    pub(super) found: Session,
    pub(super) form: Form,
    /// The form of the proposal that is being answered.
    pub(super) word: (Option<CalibrationProposalId>, Form),
}

/// A line of an assessment by name; an intended result in its own words.
pub(super) fn line_name(page: &Page, subject: Subject, text: Option<&String>) -> String {
    match (subject, text) {
        (_, Some(text)) => text.clone(),
        (Subject::Nilai(nilai), None) => page.text(nilai.label()),
        (Subject::HasilKerja, None) => page.t("assessment-hasil"),
        (Subject::PerilakuKerja, None) => page.t("assessment-perilaku"),
        (Subject::Rhk(_), None) => page.t("calibration-result"),
    }
}

/// A line's fair value: as far as it can be estimated, and as far as it is shown to the reader.
pub(super) fn fair_of(page: &Page, line: &Line) -> String {
    match line.fair {
        _ if !line.fair_shown => page.t("calibration-fair-kept"),
        Some(fair) => between(page, &fair),
        None => page.t("fairness-cannot-short"),
    }
}

/// The scale of pictures: from below to above expectation.
pub(super) const SCALE: (Amount, Amount) = (Amount(Amount::SCALE), Amount(3 * Amount::SCALE));

/// Its marks.
pub(super) fn marks(page: &Page) -> [(Amount, String); 3] {
    [
        (Amount(Amount::SCALE), page.t("calibration-mark-1")),
        (Amount(2 * Amount::SCALE), page.t("calibration-mark-2")),
        (Amount(3 * Amount::SCALE), page.t("calibration-mark-3")),
    ]
}

impl SeeView {
    fn link(&self) -> String {
        format!("/kalibrasi/{}", self.found.session.id)
    }

    fn period(&self) -> String {
        named(&self.page, &self.found.period)
    }

    /// One picture of everybody, by rater.
    fn drawing(&self) -> Option<Markup> {
        let spans: Vec<draw::Span> = self
            .found
            .lines
            .iter()
            .filter(|line| line.raw.is_some())
            .map(|line| draw::Span { name: line.name.clone(), raw: line.raw, fair: line.fair, quarters: None })
            .collect();
        (!spans.is_empty()).then(|| draw::spans(&spans, SCALE, &marks(&self.page), None))
    }

    /// One box for the group, one for each rater with enough people.
    fn boxes(&self) -> Option<Markup> {
        let spans: Vec<draw::Span> = self
            .found
            .boxes
            .iter()
            .map(|(name, five)| draw::Span { name: self.whose(name), raw: None, fair: None, quarters: Some(five.at) })
            .collect();
        (!spans.is_empty()).then(|| draw::spans(&spans, SCALE, &marks(&self.page), None))
    }

    fn whose(&self, name: &str) -> String {
        if name.is_empty() { self.page.t("calibration-whole-group") } else { name.to_owned() }
    }

    fn five(five: &Box5) -> [Amount; 5] {
        five.at
    }

    fn between(&self, line: &Line) -> String {
        fair_of(&self.page, line)
    }

    fn whole(&self, line: &Line) -> String {
        let name = |rating: Option<Rating>| rating.map_or("–".to_owned(), |rating| self.page.text(rating.label()));
        format!("{} / {}", name(line.whole.0), name(line.whole.1))
    }

    fn about(&self, one: &Proposed) -> String {
        line_name(&self.page, one.proposal.subject, one.line.as_ref())
    }

    fn change(&self, proposal: &Proposal) -> String {
        self.page
            .say("calibration-from-to")
            .with("before", self.page.text(proposal.before.label()))
            .with("after", self.page.text(proposal.after.label()))
            .to_string()
    }

    /// Is its form shown? The first that waits for the reader: one thing at a time.
    fn asks(&self, one: &Proposed) -> bool {
        let first = self.found.proposals.iter().find(|other| other.decides);
        first.is_some_and(|first| first.proposal.id == one.proposal.id)
    }

    /// The form beside a proposal: what was typed into it, or an empty one.
    fn word_of(&self, one: &Proposed) -> Form {
        let (of, form) = &self.word;
        if *of == Some(one.proposal.id) { form.clone() } else { Form::new() }
    }

    /// Is somebody's box ticked: as typed, or as it stands saved.
    fn there(&self, id: &EmployeeId, saved: &bool) -> bool {
        if self.form.wrong() { self.form.all("attended").contains(&id.to_string().as_str()) } else { *saved }
    }

    /// Where nothing changes any more, keeping the rating is the only word left.
    fn choices(&self, one: &Proposed) -> Vec<(&'static str, String)> {
        let words = [("ubah", "calibration-changes"), ("tetap", "calibration-stays")];
        let open = words.into_iter().filter(|(code, _)| one.changeable || *code == "tetap");
        open.map(|(code, key)| (code, self.page.t(key))).collect()
    }
}

/// `GET /kalibrasi/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<CalibrationId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new(), (None, Form::new())).await
}

/// `POST /kalibrasi/{id}/notulen`; `tindakan` is `simpan` or `akhiri`.
pub(super) async fn minutes(visit: Visit, Path(id): Path<CalibrationId>, mut form: Form) -> Result<Response, WebError> {
    let text = form.text_up_to("minutes", 20_000);
    let attended: Vec<EmployeeId> = form.all("attended").into_iter().filter_map(|id| id.parse().ok()).collect();
    let revision = form.value("revision").parse().unwrap_or(-1);
    let close = form.is("tindakan", "akhiri");
    let outcome = match form.check() {
        Ok(()) => lead::minutes(&visit.ctx, id, revision, text, attended, close).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(
            &format!("/kalibrasi/{id}"),
            if close { Text::new("calibration-closed") } else { Text::new("calibration-saved") },
        )),
        None => answer(&visit, id, form, (None, Form::new())).await,
    }
}

/// `POST /kalibrasi/{id}/usul/{proposal}`
pub(super) async fn decide(
    visit: Visit,
    Path((id, proposal)): Path<(CalibrationId, CalibrationProposalId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let word = form.required_choice("word", |code| match code {
        "ubah" => Some(true),
        "tetap" => Some(false),
        _ => None,
    });
    let reason = form.required("reason");
    let outcome = match (form.check(), word) {
        (Ok(()), Some(changes)) => decided::decide(&visit.ctx, proposal, changes, reason).await,
        (read, _) => {
            Err(read.err().unwrap_or(actions::Failure::Refused(domain::decision::Refusal::Fields(Vec::new()))))
        }
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/kalibrasi/{id}#usul-{proposal}"), "calibration-decided")),
        None => answer(&visit, id, Form::new(), (Some(proposal), form)).await,
    }
}

async fn answer(
    visit: &Visit,
    id: CalibrationId,
    form: Form,
    word: (Option<CalibrationProposalId>, Form),
) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let status = if word.1.wrong() { word.1.status() } else { form.status() };
    let title = Text::new("calibration-of").with("unit", found.unit.name.as_str());
    let page = visit.page(title).under("/kalibrasi", "calibration-title");
    let page = page.with(if word.1.wrong() { &word.1 } else { &form });
    Ok(render(&view(page, found, form, word), status))
}

pub(super) fn view(page: Page, found: Session, mut form: Form, word: (Option<CalibrationProposalId>, Form)) -> SeeView {
    form.set_default("minutes", found.session.minutes.as_str());
    form.set("revision", found.session.revision.to_string());
    SeeView { page, found, form, word }
}
