//! *A supervisor rates an employee*: the desk. What was promised and reported on one side, the rating on the other,
//! and from one person to the next without going back. The employee reads what was sent on the same page.

use super::{
    line::{Block, Material, Value},
    self_assess::blocked,
    sheet,
};
use crate::{
    error::WebError,
    fairness::advice::{Remarked, told},
    form::Form,
    objection::differ::Differ,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
    workteam::beside::Teams,
};
use actions::{
    assessment::{
        rate::{Sheet, rate},
        see_desk::{Desk, Neighbour, see_desk},
    },
    evaluation::carry_over,
    fairness::mirror::beside as beside_words,
    feedback::see_during::Said,
    home::tasks::period_name,
    team,
    workteam::beside::beside,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{
    assessment::{
        Answer, Assessment, RaterRole, Rating, Subject,
        rate::{advise, turn},
    },
    decision::{Reason, Refusal, Text},
    evaluation::{Capaian, Rhythm, close::stands, predikat::predikat},
    ids::{EvaluationId, PeriodId, SkpId},
    permissions::{Action, may},
    plan::Line,
};

/// What somebody does at the desk now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Rates.
    Rate,
    /// Reads what was sent, or waits.
    Read,
}

#[derive(Template)]
#[template(path = "assessment/rate.html")]
struct DeskPage {
    page: Page,
    form: Form,
    sign: Form,
    mode: Mode,
    link: String,
    period_id: PeriodId,
    draft: String,
    restored: bool,
    period: Text,
    is_review: bool,
    is_self: bool,
    owner: String,
    owner_post: String,
    rater: String,
    /// Plan of the next person, for *save and go on*.
    next: Option<Neighbour>,
    previous_link: Option<(String, String)>,
    next_link: Option<(String, String)>,
    where_now: String,
    blocks: Vec<Block>,
    values: Vec<Value>,
    /// What was said of the work as a whole.
    heard: Vec<Said>,
    own_sent: Option<DateTime<Utc>>,
    sent: Option<DateTime<Utc>>,
    hasil: Option<Answer>,
    perilaku: Option<Answer>,
    hasil_guidance: Vec<(Rating, Vec<String>)>,
    perilaku_guidance: Vec<(Rating, Vec<String>)>,
    advice: Vec<Reason>,
    capaian: Option<Capaian>,
    blocked: Option<Refusal>,
    remind: bool,
    /// What will follow from the ratings, while it can still be signed.
    follows: Option<Reason>,
    evaluation: Option<EvaluationId>,
    /// Lines seen differently (R25).
    differ: Differ,
    /// Where the scheme's criteria are, and whether the supervisor has sent theirs; none where the scheme asks for none.
    criteria: Option<(String, bool)>,
    /// The teams of the year.
    teams: Teams,
    /// May the old unit's result be carried over instead?
    carry_over: bool,
    /// Where the scheme asks that supervisors be trained, for one who is not.
    untrained: Option<String>,
    /// What deserves a second look in the reasons as they stand saved, by the beginning of their fields' names.
    remarked: Remarked,
}

/// `GET /penilaian/{period}/{skp}`
pub async fn show(visit: Visit, Path((period, skp)): Path<(PeriodId, SkpId)>) -> Result<Response, WebError> {
    again(&visit, period, skp, Form::new()).await
}

/// The desk as it stands saved, with what was typed into the forms of lines seen differently.
pub(crate) async fn again(visit: &Visit, period: PeriodId, skp: SkpId, differ: Form) -> Result<Response, WebError> {
    let desk = see_desk(&visit.ctx, period, skp).await?;
    let unsent = desk.supervisor.as_ref().is_none_or(|a| a.sent_at.is_none());
    let (form, restored) = if unsent && !desk.facts.is_self {
        sheet::left(visit, &sheet::draft_key(&desk, RaterRole::Penilai), desk.supervisor.as_ref()).await?
    } else {
        (Form::new(), false)
    };
    answer_with(visit, desk, form, Form::new(), restored, differ).await
}

/// `POST /penilaian/{period}/{skp}`; `tindakan` is `simpan`, `lanjut` (to the next person) or `kirim`.
pub async fn save(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let desk = see_desk(&visit.ctx, period, skp).await?;
    let answers = sheet::answers(&mut form, &desk.skp, &desk.evidence, RaterRole::Penilai);
    let sheet = Sheet { period, skp, revision: sheet::revision(&form), answers };
    let send = form.is("tindakan", "kirim");
    let outcome = match form.check() {
        Ok(()) => rate(&visit.ctx, sheet, send).await,
        Err(failure) => Err(failure),
    };
    let outcome = sheet::in_fields(outcome, &desk.skp, desk.supervisor.as_ref());
    if form.caught(outcome)?.is_none() {
        return answer(&visit, desk, form, Form::new(), false).await;
    }
    visit.drop_draft(&sheet::draft_key(&desk, RaterRole::Penilai)).await;
    let name = desk.owner.employee.name.as_str();
    let says = |key| Text::new(key).with("name", name);
    Ok(match (send, &desk.neighbours.1) {
        (true, _) => visit.done(&format!("/penilaian/{period}/{skp}#tetapkan"), says("assessment-sent-now-sign")),
        (false, Some(next)) if form.is("tindakan", "lanjut") => {
            visit.done(&format!("/penilaian/{period}/{}", next.skp), says("assessment-saved-of"))
        }
        _ => visit.done(&format!("/penilaian/{period}/{skp}"), says("assessment-saved-of")),
    })
}

/// The desk as it stands, with what was typed into its two forms.
pub(crate) async fn answer(
    visit: &Visit,
    desk: Desk,
    form: Form,
    sign: Form,
    restored: bool,
) -> Result<Response, WebError> {
    answer_with(visit, desk, form, sign, restored, Form::new()).await
}

async fn answer_with(
    visit: &Visit,
    desk: Desk,
    form: Form,
    sign: Form,
    restored: bool,
    differ: Form,
) -> Result<Response, WebError> {
    let differ = Differ::of(visit, &desk, differ).await?;
    let status = [&form, &sign, &differ.form].into_iter().find(|form| form.wrong()).unwrap_or(&form).status();
    let where_now = match desk.facts.is_rater {
        true => progress(visit, &desk).await?,
        false => String::new(),
    };
    let teams = Teams::of(&visit.words, beside(&visit.ctx, desk.skp.id, &desk.period).await?);
    let old = desk.evaluation.is_none() && carry_over::offered(&visit.ctx, &desk.period, &desk.skp).await?;
    let remarked = match desk.supervisor.as_ref().is_some_and(|sheet| sheet.rater == visit.ctx.me()) {
        true => beside_words(&visit.ctx, desk.period.id, &desk.skp).await?,
        false => Vec::new(),
    };
    let remarked = told(remarked.into_iter().map(|(subject, remarks)| (subject.field(), remarks)));
    Ok(render(&view(visit, desk, (form, sign, restored), where_now, (differ, teams, old, remarked))?, status))
}

/// `7 dari 12 sudah dinilai`, in the period the team page is about.
async fn progress(visit: &Visit, desk: &Desk) -> Result<String, WebError> {
    let team = team::see_team(&visit.ctx, desk.period.year).await?;
    if team.period.as_ref().map(|period| period.id) != Some(desk.period.id) {
        return Ok(String::new());
    }
    let rated = team.rows.iter().filter(|row| row.rated).count();
    Ok(visit.words.say("assessment-rated-of").with("n", rated).with("of", team.rows.len()).to_string())
}

fn view(
    visit: &Visit,
    desk: Desk,
    (form, sign, restored): (Form, Form, bool),
    where_now: String,
    (differ, teams, carry_over, remarked): (Differ, Teams, bool, Remarked),
) -> Result<DeskPage, WebError> {
    let may = |action| may(&visit.ctx.actor, action, &desk.facts).is_ok();
    let sent = desk.supervisor.as_ref().and_then(|a| a.sent_at);
    let ends = visit.ctx.window(&desk.period)?.ends;
    let rates = may(Action::AssessmentRate) && sent.is_none() && desk.evaluation.is_none();
    let hindrance = if rates {
        // A superior in the rater's place may still rate after the period was closed.
        let state = blocked(&desk.skp, &desk.period).filter(|_| desk.period.closed_at.is_none() || desk.facts.is_rater);
        state.or_else(|| turn(&desk.facts, ends, visit.ctx.today()).err()).or_else(|| desk.waits.clone())
    } else {
        None
    };
    let mode = if rates && hindrance.is_none() { Mode::Rate } else { Mode::Read };
    let answers = match (&mode, &desk.supervisor) {
        (Mode::Rate, _) => sheet::answers(&mut form.clone(), &desk.skp, &desk.evidence, RaterRole::Penilai),
        (Mode::Read, Some(sent)) => sent.answers.clone(),
        (Mode::Read, None) => Vec::new(),
    };
    let supervises = may(Action::AssessmentRate);
    let page = visit.page(Text::new("assessment-desk-title").with("name", desk.owner.employee.name.as_str()));
    let page = if supervises { page.under("/tim", "nav-team") } else { page.under("/penilaian", "nav-assessment") };
    let page = page.with([&form, &sign, &differ.form].into_iter().find(|form| form.wrong()).unwrap_or(&form));
    let period_link = format!("/penilaian/{}", desk.period.id);
    let neighbour = |n: &Option<Neighbour>| n.as_ref().map(|n| (format!("{period_link}/{}", n.skp), n.name.clone()));
    let guidance = |by: &std::collections::BTreeMap<Rating, Vec<String>>| {
        Rating::ALL.into_iter().rev().filter_map(|rating| Some((rating, by.get(&rating)?.clone()))).collect()
    };
    let signs =
        may(Action::EvaluationSign) && desk.evaluation.is_none() && turn(&desk.facts, ends, visit.ctx.today()).is_ok();
    let overall = |subject| answers.iter().find(|a| a.subject == subject).and_then(|a| a.rating);
    let follows = match (overall(Subject::HasilKerja), overall(Subject::PerilakuKerja)) {
        (Some(hasil), Some(perilaku)) if signs && sent.is_some() => Some(match desk.period.rhythm {
            Rhythm::Semesteran => stands(hasil, perilaku, &desk.policy),
            _ => predikat(hasil, perilaku, &desk.policy).because,
        }),
        _ => None,
    };
    let post = [desk.owner.post.as_ref().map(|p| p.title.clone()), desk.owner.unit.as_ref().map(|u| u.name.clone())];
    let whole = |subject| desk.supervisor.as_ref().and_then(|a: &Assessment| a.answer(subject)).cloned();
    Ok(DeskPage {
        mode,
        link: format!("{period_link}/{}", desk.skp.id),
        period_id: desk.period.id,
        draft: sheet::draft_key(&desk, RaterRole::Penilai),
        restored,
        period: period_name(desk.period.rhythm, desk.period.number, desk.period.year),
        is_review: desk.period.rhythm == Rhythm::Semesteran,
        is_self: desk.facts.is_self,
        owner: desk.owner.employee.name.clone(),
        owner_post: post.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        rater: desk.rater.employee.name.clone(),
        previous_link: neighbour(&desk.neighbours.0),
        next_link: neighbour(&desk.neighbours.1),
        next: desk.neighbours.1.clone(),
        where_now,
        blocks: Material::from(&desk).blocks(&page),
        values: Material::from(&desk).values(),
        heard: Material::from(&desk).heard(Line::Whole),
        own_sent: desk.own.as_ref().and_then(|a| a.sent_at),
        sent,
        hasil: whole(Subject::HasilKerja),
        perilaku: whole(Subject::PerilakuKerja),
        hasil_guidance: guidance(&desk.policy.rating_guidance.value.hasil),
        perilaku_guidance: guidance(&desk.policy.rating_guidance.value.perilaku),
        advice: if supervises { advise(&desk.skp, &answers, &desk.policy) } else { Vec::new() },
        capaian: desk.achievement.as_ref().map(|a| a.capaian),
        remind: rates && desk.waits.is_some(),
        blocked: hindrance,
        follows,
        evaluation: desk.evaluation.as_ref().map(|e| e.id),
        criteria: desk.criteria.map(|sent| (format!("/kriteria/{}/{}", desk.period.id, desk.skp.id), sent)),
        untrained: desk.untrained.as_ref().filter(|_| mode == Mode::Rate).map(|cite| page.cite(cite)),
        differ,
        teams,
        carry_over,
        remarked,
        form,
        sign,
        page,
    })
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, view) in samples::views(gallery) {
        gallery.add("assessment/rate", variant, &view);
    }
}

mod samples;
