//! *An employee assesses themselves*: each result and each value, a rating and a reason, reports beside it.

use super::{
    line::{Block, Material, Value},
    sheet,
};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    assessment::{
        rate::Sheet,
        see_desk::{Desk, see_desk},
        self_assess::self_assess,
    },
    home::tasks::period_name,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    assessment::RaterRole,
    decision::{Refusal, Text},
    evaluation::{Period, Rhythm},
    ids::{PeriodId, SkpId},
    plan::Skp,
};

#[derive(Template)]
#[template(path = "assessment/self_assess.html")]
struct SelfPage {
    page: Page,
    form: Form,
    action: String,
    draft: String,
    restored: bool,
    period: Text,
    is_review: bool,
    rater: String,
    blocks: Vec<Block>,
    values: Vec<Value>,
    blocked: Option<Refusal>,
}

/// `GET /penilaian/{period}/{skp}/diri`
pub async fn show(visit: Visit, Path((period, skp)): Path<(PeriodId, SkpId)>) -> Result<Response, WebError> {
    let desk = see_desk(&visit.ctx, period, skp).await?;
    let sent = desk.own.as_ref().is_some_and(|own| own.sent_at.is_some());
    if sent || !desk.facts.is_self {
        return Ok(visit.to(&format!("/penilaian/{period}/{skp}")));
    }
    let (form, restored) = sheet::left(&visit, &sheet::draft_key(&desk, RaterRole::Diri), desk.own.as_ref()).await?;
    Ok(answer(&visit, &desk, form, restored))
}

/// `POST /penilaian/{period}/{skp}/diri`; `tindakan=kirim` hands it to the supervisor for good.
pub async fn save(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let desk = see_desk(&visit.ctx, period, skp).await?;
    let answers = sheet::answers(&mut form, &desk.skp, &desk.evidence, RaterRole::Diri);
    let sheet = Sheet { period, skp, revision: sheet::revision(&form), answers };
    let send = form.is("tindakan", "kirim");
    let outcome = match form.check() {
        Ok(()) => self_assess(&visit.ctx, sheet, send).await,
        Err(failure) => Err(failure),
    };
    let outcome = sheet::in_fields(outcome, &desk.skp, desk.own.as_ref());
    Ok(match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&sheet::draft_key(&desk, RaterRole::Diri)).await;
            let link = format!("/penilaian/{period}/{skp}");
            if send {
                visit.done(&link, Text::new("assessment-self-sent").with("name", desk.rater.employee.name.as_str()))
            } else {
                visit.done(&format!("{link}/diri"), "assessment-saved")
            }
        }
        None => answer(&visit, &desk, form, false),
    })
}

fn answer(visit: &Visit, desk: &Desk, form: Form, restored: bool) -> Response {
    let status = form.status();
    let page = visit.page("assessment-self-title").under("/penilaian", "nav-assessment").with(&form);
    let view = SelfPage {
        action: format!("/penilaian/{}/{}/diri", desk.period.id, desk.skp.id),
        draft: sheet::draft_key(desk, RaterRole::Diri),
        restored,
        period: period_name(desk.period.rhythm, desk.period.number, desk.period.year),
        is_review: desk.period.rhythm == Rhythm::Semesteran,
        rater: desk.rater.employee.name.clone(),
        blocks: Material::from(desk).blocks(&page),
        values: Material::from(desk).values(),
        blocked: blocked(&desk.skp, &desk.period),
        form,
        page,
    };
    render(&view, status)
}

/// Why nothing can be filled in now, if so. The action refuses the same; here it is said before anybody types.
pub(super) fn blocked(skp: &Skp, period: &Period) -> Option<Refusal> {
    if skp.version == 0 {
        Some(Refusal::rule(Text::new("assessment-plan-not-set")).next(Text::new("progress-plan-not-set-next")))
    } else if period.opened_at.is_none() {
        Some(Refusal::rule(Text::new("assessment-period-not-open")))
    } else if period.closed_at.is_some() {
        Some(Refusal::rule(Text::new("assessment-period-closed")).next(Text::new("assessment-ask-superior")))
    } else {
        None
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    use super::line::sample;
    let given = sample::sample(gallery.today(), gallery.now());
    let view = |form: Form, rhythm, number, blocked: Option<Refusal>| {
        let page = gallery.page_at("/penilaian", "assessment-self-title").under("/penilaian", "nav-assessment");
        let page = page.with(&form);
        SelfPage {
            action: "/penilaian/1/2/diri".into(),
            draft: "diri-1-2".into(),
            restored: false,
            period: period_name(rhythm, number, 2026),
            is_review: rhythm == Rhythm::Semesteran,
            rater: sample::RATER.into(),
            blocks: given.material(false, false).blocks(&page),
            values: given.material(false, false).values(),
            blocked,
            form,
            page,
        }
    };
    let mut wrong = Form::of(sheet::fields(&given.own));
    let first = format!("rhk.{}", given.skp.content.results[0].id);
    wrong.set(&format!("{first}.reason"), "cepat");
    wrong.fail(format!("{first}.reason"), Text::new("assessment-needs-reason").with("min", 10_i64).with("have", 5_i64));
    wrong.fail("nilai.loyal.rating", Text::new("assessment-nilai-needs-rating"));
    let closed = Refusal::rule(Text::new("assessment-period-closed")).next(Text::new("assessment-ask-superior"));
    let views = [
        ("", view(Form::new(), Rhythm::Triwulanan, 2, None)),
        ("salah", view(wrong, Rhythm::Triwulanan, 2, None)),
        ("tinjauan", view(Form::of(sheet::fields(&given.own)), Rhythm::Semesteran, 1, None)),
        ("ditutup", view(Form::new(), Rhythm::Triwulanan, 1, Some(closed))),
    ];
    for (variant, view) in views {
        gallery.add("assessment/self_assess", variant, &view);
    }
}
