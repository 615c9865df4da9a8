//! *Somebody says what they see of a person's criteria*, or reads what was said: criterion by criterion, what each level looks like
//! beside the choice.

use super::{
    block::{Group, Material},
    marks,
};
use crate::{
    assessment::line::Piece,
    error::WebError,
    fairness::advice::{Remarked, told},
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    scheme::{
        countersign::countersign as sign,
        decline::decline as say_no,
        fill::{Filled, fill},
        see::{SheetPage, see},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{
    decision::{Reason, Refusal, Text},
    ids::{PeriodId, SkpId},
    scheme::{Criterion, Role, Scheme, disagreement::Difference, nomination::Countersigned},
};

/// The view.
#[derive(Template)]
#[template(path = "scheme/sheet.html")]
pub(super) struct SheetView {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) decline: Form,
    pub(super) link: String,
    pub(super) draft: String,
    pub(super) restored: bool,
    pub(super) period: Text,
    pub(super) owner: String,
    pub(super) owner_post: String,
    pub(super) is_self: bool,
    pub(super) role: Role,
    /// The reader chooses now.
    pub(super) chooses: bool,
    /// When the reader sent theirs.
    pub(super) sent: Option<DateTime<Utc>>,
    /// Fewest voices under which the reader's own stays unheard, if the reader was promised not to be named.
    pub(super) anonymous: Option<u32>,
    /// The scheme hears those who were promised not to be named with the result only.
    pub(super) heard_later: bool,
    pub(super) waits: Option<Refusal>,
    /// What the scheme asks the reader to do before sending.
    pub(super) untrained: Option<Refusal>,
    pub(super) groups: Vec<Group>,
    /// What the reader may rest their marks on.
    pub(super) evidence: Vec<Piece>,
    pub(super) differences: Vec<Difference>,
    pub(super) differs_says: String,
    pub(super) raters: bool,
    pub(super) countersign: bool,
    /// Who signed, and when.
    pub(super) signed: Option<Countersigned>,
    pub(super) may_countersign: bool,
    pub(super) frozen: bool,
    /// Reasons that were typed and could not be taken any more, by criterion.
    pub(super) kept: Vec<(String, String)>,
    /// Advice on the reader's own reasons as they stand saved, by criterion.
    pub(super) remarked: Remarked,
}

impl SheetView {
    /// Was the reader named, and may they still say no?
    fn may_decline(&self) -> bool {
        self.chooses && matches!(self.role, Role::Rekan | Role::Bawahan)
    }

    fn why<'a>(&self, difference: &'a Difference) -> &'a Reason {
        &difference.because
    }
}

/// `GET /kriteria/{period}/{skp}`
pub async fn show(visit: Visit, Path((period, skp)): Path<(PeriodId, SkpId)>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, period, skp).await?;
    let unsent = found.fills && found.mine.as_ref().is_none_or(|saved| saved.sent_at.is_none());
    let draft = if unsent { visit.draft(&marks::draft_key(period, skp)).await? } else { None };
    let restored = draft.is_some();
    let form = draft.unwrap_or_else(|| Form::of(found.mine.as_ref().map(marks::fields).unwrap_or_default()));
    Ok(answer(&visit, found, form, Form::new(), restored))
}

/// `POST /kriteria/{period}/{skp}`; `tindakan=kirim` sends it for good.
pub async fn save(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let found = see(&visit.ctx, period, skp).await?;
    let said = marks::marks(&mut form, &found.scheme, found.role);
    let send = form.is("tindakan", "kirim");
    let filled = Filled { period, skp, revision: marks::revision(&form), marks: said };
    let outcome = match form.check() {
        Ok(()) => fill(&visit.ctx, filled, send).await,
        Err(failure) => Err(failure),
    };
    let outcome = marks::in_fields(outcome, &found.scheme, found.mine.as_ref());
    Ok(match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&marks::draft_key(period, skp)).await;
            let link = format!("/kriteria/{period}/{skp}");
            visit.done(&link, if send { "scheme-sheet-sent" } else { "scheme-sheet-saved" })
        }
        None => answer(&visit, found, form, Form::new(), false),
    })
}

/// `POST /kriteria/{period}/{skp}/tolak`
pub async fn decline(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let note = form.text_up_to("note", 500);
    let outcome = match form.check() {
        Ok(()) => say_no(&visit.ctx, period, skp, note).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/kriteria", "scheme-declined")),
        None => {
            let found = see(&visit.ctx, period, skp).await?;
            let kept = visit.draft(&marks::draft_key(period, skp)).await?;
            let kept = kept.unwrap_or_else(|| Form::of(found.mine.as_ref().map(marks::fields).unwrap_or_default()));
            Ok(answer(&visit, found, kept, form, false))
        }
    }
}

/// `POST /kriteria/{period}/{skp}/tanda-tangan`
pub async fn countersign(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let outcome = sign(&visit.ctx, period, skp).await;
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/kriteria/{period}/{skp}"), "scheme-countersign-done")),
        None => {
            let found = see(&visit.ctx, period, skp).await?;
            Ok(answer(&visit, found, form, Form::new(), false))
        }
    }
}

fn answer(visit: &Visit, found: SheetPage, form: Form, decline: Form, restored: bool) -> Response {
    let wrong = if decline.wrong() { &decline } else { &form };
    let status = wrong.status();
    let title = if found.facts.is_self {
        Text::new("scheme-sheet-own")
    } else {
        Text::new("scheme-sheet-of").with("name", found.owner.employee.name.as_str())
    };
    let page = visit.page(title).under("/kriteria", "nav-criteria").with(wrong);
    render(&view(page, found, form, decline, restored), status)
}

/// The view of what was found.
pub(super) fn view(page: Page, found: SheetPage, form: Form, decline: Form, restored: bool) -> SheetView {
    let sent = found.mine.as_ref().and_then(|saved| saved.sent_at);
    let chooses = found.fills && sent.is_none() && found.waits.is_none();
    let rule = found.scheme.rater(found.role);
    let material = Material {
        scheme: &found.scheme,
        chooses: chooses.then_some(found.role),
        mine: found.mine.as_ref().filter(|saved| saved.sent_at.is_some()).map(|saved| &saved.sheet),
        said: &found.said,
        names: &found.names,
        evidence: &found.evidence,
    };
    let post = [found.owner.post.as_ref().map(|p| p.title.clone()), found.owner.unit.as_ref().map(|u| u.name.clone())];
    SheetView {
        link: format!("/kriteria/{}/{}", found.period.id, found.skp.id),
        draft: marks::draft_key(found.period.id, found.skp.id),
        restored,
        period: period_name(found.period.rhythm, found.period.number, found.period.year),
        owner: found.owner.employee.name.clone(),
        owner_post: post.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        is_self: found.facts.is_self,
        role: found.role,
        chooses,
        sent,
        anonymous: rule.filter(|rule| found.fills && rule.anonymous).map(|rule| rule.min),
        heard_later: !found.frozen && found.raters && found.scheme.raters().iter().any(|rule| rule.anonymous),
        groups: material.groups(&page),
        evidence: if chooses { found.evidence.iter().map(Piece::from).collect() } else { Vec::new() },
        differs_says: found.scheme.disagreement.as_ref().map(|rule| rule.value.text.clone()).unwrap_or_default(),
        differences: found.differences,
        remarked: told(found.remarks),
        waits: found.waits,
        untrained: found.untrained,
        raters: found.raters,
        countersign: found.countersign.is_some(),
        signed: found.countersign.flatten(),
        may_countersign: found.may_countersign,
        frozen: found.frozen,
        kept: if chooses || !form.wrong() { Vec::new() } else { typed(&found.scheme, &form) },
        form,
        decline,
        page,
    }
}

/// What was typed of each criterion.
fn typed(scheme: &Scheme, form: &Form) -> Vec<(String, String)> {
    let reason = |criterion: &Criterion| form.value(&format!("{}.reason", criterion.code)).trim().to_owned();
    let all = scheme.criteria().iter().map(|criterion| (criterion.name.clone(), reason(criterion)));
    all.filter(|(_, reason)| !reason.is_empty()).collect()
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, view) in super::sample::sheets(gallery) {
        gallery.add("scheme/sheet", variant, &view);
    }
}
