//! *Who rates beside the reporting line*: somebody is named or drawn, the rater agrees or says why not, a name is taken back.

use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure, Person,
    feedback::see_during::colleague,
    home::tasks::period_name,
    scheme::{
        decide::decide,
        draw::draw as by_lot,
        nominate::{Name, nominate},
        see_raters::{RatersPage, see_raters},
        withdraw::withdraw as take_back,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, NominationId, PeriodId, SkpId},
    scheme::{
        RaterRule, Role,
        nomination::{Nomination, State},
        rater::Nominated,
    },
};

/// The view.
#[derive(Template)]
#[template(path = "scheme/raters.html")]
pub(super) struct RatersView {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) link: String,
    pub(super) period: Text,
    pub(super) owner: String,
    pub(super) is_self: bool,
    pub(super) roles: Vec<Group>,
    pub(super) near: Vec<(String, String)>,
    pub(super) still: Option<Refusal>,
}

/// A role with those who stand in it.
pub(super) struct Group {
    pub(super) role: Role,
    pub(super) how: Text,
    pub(super) rules: Vec<String>,
    pub(super) named: Vec<Named>,
    /// The reader may name somebody.
    pub(super) names: bool,
    /// The reader may draw.
    pub(super) draws: bool,
}

/// Somebody who was named.
pub(super) struct Named {
    pub(super) id: NominationId,
    pub(super) name: String,
    pub(super) state: Text,
    pub(super) tone: Tone,
    pub(super) note: String,
    /// The reader may agree or not.
    pub(super) decides: bool,
    /// The reader may take the name back.
    pub(super) withdraws: bool,
}

impl RatersView {
    /// Name of a field of one role's form.
    fn field(part: &str, role: &Role) -> String {
        format!("{part}.{}", role.code())
    }

    fn note_of(named: &Named) -> String {
        format!("note.{}", named.id)
    }
}

type Place = Path<(PeriodId, SkpId)>;
type Placed = Path<(PeriodId, SkpId, NominationId)>;

/// `GET /kriteria/{period}/{skp}/penilai`
pub async fn show(visit: Visit, Path((period, skp)): Place) -> Result<Response, WebError> {
    answer(&visit, period, skp, Form::new()).await
}

/// `POST /kriteria/{period}/{skp}/penilai`
pub async fn name(visit: Visit, Path((period, skp)): Place, mut form: Form) -> Result<Response, WebError> {
    let role = form.required_choice("role", Role::from_code);
    let part = |part: &str| role.map_or_else(|| part.to_owned(), |role| RatersView::field(part, &role));
    let (chosen, typed) = (part("pegawai"), form.value(&part("nama")).trim().to_owned());
    let family = form.flag(&part("keluarga"));
    let rater: Option<EmployeeId> = if typed.is_empty() {
        form.id(&chosen)
    } else {
        let found = colleague(&visit.ctx, &typed, &part("nama")).await;
        form.caught(found)?
    };
    if rater.is_none() && !form.wrong() {
        form.fail(chosen, Text::new("scheme-name-whom"));
    }
    let outcome = match (form.check(), rater, role) {
        (Ok(()), Some(rater), Some(role)) => {
            nominate(&visit.ctx, period, skp, Name { rater, role, family }).await.map(drop)
        }
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    done(&visit, period, skp, form, outcome, "scheme-named").await
}

/// `POST /kriteria/{period}/{skp}/penilai/undi`
pub async fn draw(visit: Visit, Path((period, skp)): Place, mut form: Form) -> Result<Response, WebError> {
    let role = form.required_choice("role", Role::from_code);
    let outcome = match (form.check(), role) {
        (Ok(()), Some(role)) => by_lot(&visit.ctx, period, skp, role).await.map(drop),
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    done(&visit, period, skp, form, outcome, "scheme-drawn").await
}

/// `POST /kriteria/{period}/{skp}/penilai/{id}/cabut`
pub async fn withdraw(visit: Visit, Path((period, skp, id)): Placed, form: Form) -> Result<Response, WebError> {
    let outcome = take_back(&visit.ctx, period, skp, id).await;
    done(&visit, period, skp, form, outcome, "scheme-withdrawn").await
}

/// `POST /kriteria/{period}/{skp}/penilai/{id}/setuju`
pub async fn agree(visit: Visit, Path((period, skp, id)): Placed, form: Form) -> Result<Response, WebError> {
    let outcome = decide(&visit.ctx, period, skp, id, true, String::new()).await;
    done(&visit, period, skp, form, outcome, "scheme-agreed").await
}

/// `POST /kriteria/{period}/{skp}/penilai/{id}/tolak`
pub async fn refuse(visit: Visit, Path((period, skp, id)): Placed, mut form: Form) -> Result<Response, WebError> {
    let note = form.text_up_to(&format!("note.{id}"), 500);
    let outcome = match form.check() {
        Ok(()) => decide(&visit.ctx, period, skp, id, false, note).await,
        Err(failure) => Err(failure),
    };
    done(&visit, period, skp, form, outcome, "scheme-refused").await
}

async fn done(
    visit: &Visit,
    period: PeriodId,
    skp: SkpId,
    mut form: Form,
    outcome: Result<(), Failure>,
    says: &'static str,
) -> Result<Response, WebError> {
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/kriteria/{period}/{skp}/penilai"), says)),
        None => answer(visit, period, skp, form).await,
    }
}

async fn answer(visit: &Visit, period: PeriodId, skp: SkpId, form: Form) -> Result<Response, WebError> {
    let found = see_raters(&visit.ctx, period, skp).await?;
    let link = format!("/kriteria/{period}/{skp}");
    let title = Text::new("scheme-raters-of").with("name", found.owner.employee.name.as_str());
    let page = visit.page(title).under("/kriteria", "nav-criteria").under(link, "scheme-sheet").with(&form);
    let status = form.status();
    Ok(render(&view(page, found, form), status))
}

/// The view of what was found.
pub(super) fn view(page: Page, found: RatersPage, form: Form) -> RatersView {
    let open = found.still.is_none();
    let rules = found.scheme.raters().iter().filter(|rule| rule.nominated != Nominated::Line);
    let roles = rules.map(|rule| group(&page, &found, rule, open)).collect();
    let near = found.near.iter().map(choice).collect();
    RatersView {
        link: format!("/kriteria/{}/{}/penilai", found.period.id, found.skp.id),
        period: period_name(found.period.rhythm, found.period.number, found.period.year),
        owner: found.owner.employee.name.clone(),
        is_self: found.facts.is_self,
        roles,
        near,
        still: found.still,
        form,
        page,
    }
}

fn group(page: &Page, found: &RatersPage, rule: &RaterRule, open: bool) -> Group {
    let facts = &found.facts;
    let mut rules = vec![match rule.max {
        Some(max) => page.say("scheme-raters-from-to").with("min", rule.min).with("max", max).to_string(),
        None => page.say("scheme-raters-from").with("min", rule.min).to_string(),
    }];
    if rule.anonymous {
        rules.push(page.say("scheme-page-rater-anonymous").with("min", rule.min).to_string());
    }
    if rule.months > 0 {
        rules.push(page.say("scheme-page-rater-months").with("months", rule.months).to_string());
    }
    rules.push(page.t("scheme-raters-not"));
    let named = found.named.iter().filter(|(one, _)| one.role == rule.role);
    Group {
        role: rule.role,
        how: rule.nominated.label(),
        rules,
        named: named.map(|(one, name)| person(found, rule, one, name, open)).collect(),
        names: open
            && match rule.nominated {
                Nominated::Employee => facts.is_self || facts.is_rater,
                Nominated::Rater => facts.is_rater,
                Nominated::Line | Nominated::Drawn => false,
            },
        draws: open && found.decides && rule.nominated == Nominated::Drawn,
    }
}

fn person(found: &RatersPage, rule: &RaterRule, one: &Nomination, name: &str, open: bool) -> Named {
    let stays = rule.anonymous && one.state == State::Agreed && found.period.opened_at.is_some();
    let names = found.facts.is_self || found.facts.is_rater;
    Named {
        id: one.id,
        name: name.to_owned(),
        state: one.state.label(),
        tone: match one.state {
            State::Proposed => Tone::Risk,
            State::Agreed => Tone::Done,
            State::Refused | State::Withdrawn => Tone::Idle,
        },
        note: one.note.clone(),
        decides: open && found.decides && one.state == State::Proposed,
        withdraws: open && names && one.stands() && !stays,
    }
}

/// A person to choose: id, name with post.
fn choice(person: &Person) -> (String, String) {
    let post = person.post.as_ref().map(|post| format!(" · {}", post.title)).unwrap_or_default();
    (person.employee.id.to_string(), format!("{}{post}", person.employee.name))
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, view) in super::sample::raters(gallery) {
        gallery.add("scheme/raters", variant, &view);
    }
}
