//! *Somebody is proposed for a team*; *the rater answers*, with what they weigh before them; a part is ended.

use super::sample;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    workteam::{
        member::{Asked, Proposal, asked as find, decide as answer_it, leave as end, propose as send},
        see::see,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{WorkteamId, WorkteamMemberId},
    policy::permenpanrb,
    workteam::{Part, Workteam, members::ARTICLE},
};

#[derive(Template)]
#[template(path = "workteam/member.html")]
struct MemberPage {
    page: Page,
    form: Form,
    link: String,
    parts: Vec<(&'static str, String)>,
    cite: String,
}

#[derive(Template)]
#[template(path = "workteam/word.html")]
struct WordPage {
    page: Page,
    form: Form,
    link: String,
    found: Asked,
    post: String,
    cite: String,
    answers: Vec<(&'static str, String)>,
}

/// `GET /tim-kerja/{team}/anggota`
pub async fn new(visit: Visit, Path(id): Path<WorkteamId>) -> Result<Response, WebError> {
    let mut form = Form::new();
    form.set("part", Part::Anggota.code());
    answer(&visit, id, form).await
}

/// `POST /tim-kerja/{team}/anggota`
pub async fn propose(visit: Visit, Path(id): Path<WorkteamId>, mut form: Form) -> Result<Response, WebError> {
    let (member, part) = (form.required("member"), form.required_choice("part", Part::from_code));
    let (work, share) = (form.text_up_to("work", 500), form.whole("share"));
    let (from, until) = (form.required_date("from"), form.date("until"));
    let share = share.map(|share| u32::try_from(share).unwrap_or(0));
    let outcome = match (form.check(), part, from) {
        (Ok(()), Some(part), Some(from)) => {
            send(&visit.ctx, id, Proposal { member, part, work, share, from, until }).await
        }
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&format!("/tim-kerja/{id}#anggota"), "workteam-proposed")),
        None => answer(&visit, id, form).await,
    }
}

async fn answer(visit: &Visit, id: WorkteamId, form: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    if !found.plans {
        visit.ctx.permit(domain::permissions::Action::WorkteamPlan)?;
    }
    let status = form.status();
    Ok(render(&view(visit.page("workteam-propose"), &found.team, form), status))
}

/// The path to a page below a team.
pub(super) fn under(page: Page, team: &Workteam) -> Page {
    page.under("/tim-kerja", "nav-workteam")
        .under(format!("/tim-kerja/{}", team.id), Text::new("workteam-of").with("team", team.name.as_str()))
}

fn view(page: Page, team: &Workteam, mut form: Form) -> MemberPage {
    form.set_default("from", page.today().max(team.dates.from).to_string());
    form.set_default("until", team.days().until.map(|day| day.to_string()).unwrap_or_default());
    let page = under(page, team).with(&form);
    MemberPage {
        link: format!("/tim-kerja/{}/anggota", team.id),
        parts: Part::ALL.map(|part| (part.code(), page.text(part.label()))).to_vec(),
        cite: page.cite(&permenpanrb(ARTICLE)),
        page,
        form,
    }
}

/// `GET /tim-kerja/{team}/anggota/{member}`
pub async fn asked(
    visit: Visit,
    Path((id, member)): Path<(WorkteamId, WorkteamMemberId)>,
) -> Result<Response, WebError> {
    again(&visit, id, member, Form::new()).await
}

/// `POST /tim-kerja/{team}/anggota/{member}`
pub async fn decide(
    visit: Visit,
    Path((id, member)): Path<(WorkteamId, WorkteamMemberId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let word = form.required_choice("word", |code| match code {
        "setuju" => Some(true),
        "tolak" => Some(false),
        _ => None,
    });
    let reason = form.text_up_to("reason", 1_000);
    let outcome = match (form.check(), word) {
        (Ok(()), Some(agreed)) => answer_it(&visit.ctx, id, member, agreed, reason).await,
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/tim-kerja", "workteam-answered")),
        None => again(&visit, id, member, form).await,
    }
}

async fn again(visit: &Visit, id: WorkteamId, member: WorkteamMemberId, form: Form) -> Result<Response, WebError> {
    let found = find(&visit.ctx, id, member).await?;
    let status = form.status();
    let title = Text::new("workteam-word-title").with("name", found.person.employee.name.as_str());
    Ok(render(&word(visit.page(title), found, form), status))
}

fn word(page: Page, found: Asked, form: Form) -> WordPage {
    let post = [
        found.person.post.as_ref().map(|post| post.title.clone()),
        found.person.unit.as_ref().map(|unit| unit.name.clone()),
    ];
    let page = under(page, &found.team).with(&form);
    WordPage {
        link: format!("/tim-kerja/{}/anggota/{}", found.team.id, found.member.id),
        post: post.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        cite: page.cite(&permenpanrb(ARTICLE)),
        answers: vec![("setuju", page.t("workteam-word-yes")), ("tolak", page.t("workteam-word-no"))],
        found,
        page,
        form,
    }
}

/// `POST /tim-kerja/{team}/anggota/{member}/selesai`
pub async fn leave(
    visit: Visit,
    Path((id, member)): Path<(WorkteamId, WorkteamMemberId)>,
) -> Result<Response, WebError> {
    end(&visit.ctx, id, member).await?;
    Ok(visit.done(&format!("/tim-kerja/{id}#anggota"), "workteam-left"))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let team = sample::team(gallery);
    let mut wrong = Form::of([("member", "Budi"), ("part", "ketua"), ("share", "120"), ("work", "")]);
    wrong.fail("member", Text::new("people-name-several").with("names", "Budi Santoso; Budiman"));
    wrong.fail("part", Text::new("workteam-has-leader"));
    wrong.fail("share", Text::new("workteam-share-out-of-range"));
    for (variant, form) in [("", Form::of([("part", "anggota")])), ("salah", wrong)] {
        let page = gallery.page_at("/tim-kerja/1/anggota", "workteam-propose");
        gallery.add("workteam/member", variant, &view(page, &team, form));
    }
    let title = || Text::new("workteam-word-title").with("name", sample::MEMBER);
    let mut short = Form::of([("word", "tolak"), ("reason", "Sibuk")]);
    short.fail("reason", Text::new("workteam-decline-needs-reason").with("min", 15_i64));
    for (variant, form, answers) in [("", Form::new(), true), ("salah", short, true), ("dibaca", Form::new(), false)] {
        let found = Asked {
            team: team.clone(),
            member: sample::member(gallery, 2, Part::Anggota, None),
            person: sample::person(2, sample::MEMBER),
            by: sample::LEADER.into(),
            others: vec![("Tim reformasi birokrasi".into(), Part::Anggota, Some(20))],
            answers,
        };
        let view = word(gallery.page_at("/tim-kerja/1/anggota/2", title()), found, form);
        gallery.add("workteam/word", variant, &view);
    }
}
