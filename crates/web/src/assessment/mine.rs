//! *Somebody looks where they stand*: what they still have to assess, those they rate, and their results.
//! Says which period is the law's evaluation and which the scheme's six-month review.

use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    evaluation::see,
    home::{
        running,
        tasks::{self, Task, period_name},
    },
    team::{self, TeamPage},
};
use askama::Template;
use axum::response::Response;
use chrono::{Datelike, Days, NaiveDate};
use domain::{
    decision::{Arg, Refusal, Text},
    evaluation::{Evaluation, Period, Predikat, Rhythm},
    ids::EvaluationId,
};

#[derive(Template)]
#[template(path = "assessment/mine.html")]
struct MinePage {
    page: Page,
    open: Vec<Open>,
    team: Option<Team>,
    results: Vec<ResultRow>,
}

/// A period in which the self-assessment is still to be sent.
struct Open {
    period: Text,
    is_review: bool,
    link: String,
    due: Option<NaiveDate>,
    tone: Tone,
}

impl Open {
    /// From the task, if it is about a self-assessment.
    fn of(task: Task, today: NaiveDate) -> Option<Self> {
        let named = task.says.args.into_iter().find_map(|(_, arg)| match arg {
            Arg::Text(text) if task.says.key == "task-self-assess" => Some(text),
            _ => None,
        });
        let period = named?;
        let tone = match task.due {
            Some(due) if due < today => Tone::Late,
            Some(due) if due <= today + Days::new(3) => Tone::Risk,
            _ => Tone::Idle,
        };
        Some(Self { is_review: period.key == "period-semesteran", period, link: task.link, due: task.due, tone })
    }
}

/// Those one rates, in the period people are busy with.
struct Team {
    period: Text,
    is_review: bool,
    distribution: String,
    rated: usize,
    rows: Vec<Member>,
}

struct Member {
    name: String,
    link: Option<String>,
    tone: Tone,
    says: String,
}

/// A result in a list.
pub(crate) struct ResultRow {
    /// Where it is.
    pub id: EvaluationId,
    /// Its period.
    pub period: Text,
    /// The result; none in a scheme's review.
    pub predikat: Option<Predikat>,
    /// Days it covers.
    pub dates: domain::time::DateRange,
    /// Signed for.
    pub acknowledged: bool,
}

impl ResultRow {
    /// From what the action found.
    pub(crate) fn new(evaluation: &Evaluation, period: &Period) -> Self {
        Self {
            id: evaluation.id,
            period: period_name(period.rhythm, period.number, period.year),
            predikat: evaluation.predikat,
            dates: period.dates,
            acknowledged: evaluation.acknowledged_at.is_some(),
        }
    }
}

/// `GET /penilaian`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let ctx = &visit.ctx;
    let year = visit.words.today().year();
    let plan = running(ctx).await?;
    let open = match &plan {
        Some(_) => tasks::own(ctx, year, plan.as_ref(), &[]).await?,
        None => Vec::new(),
    };
    let today = visit.words.today();
    let open = open.into_iter().filter_map(|task| Open::of(task, today)).collect();
    let team = match team::see_team(ctx, year).await {
        Ok(team) => of_team(&visit, team),
        Err(Failure::Refused(Refusal::Denied(_))) => None,
        Err(other) => return Err(other.into()),
    };
    let results = see::of(ctx, ctx.me()).await?;
    let results = results.iter().map(|row| ResultRow::new(&row.evaluation, &row.period)).collect();
    Ok(page::show(&MinePage { page: visit.page("assessment-title"), open, team, results }))
}

fn of_team(visit: &Visit, team: TeamPage) -> Option<Team> {
    let period = team.period?;
    let review = period.rhythm == Rhythm::Semesteran;
    let rows: Vec<Member> = team
        .rows
        .iter()
        .map(|row| {
            let (tone, key) = match (&row.plan, row.self_assessed, row.rated, &row.evaluation) {
                (None, ..) => (Tone::Idle, "assessment-state-no-plan"),
                (_, _, _, Some(_)) => (Tone::Done, "assessment-state-evaluated"),
                (_, _, true, None) => (Tone::Note, "assessment-state-to-sign"),
                (_, true, false, None) => (Tone::Risk, "assessment-state-to-rate"),
                (_, false, false, None) => (Tone::Idle, "assessment-state-waiting"),
            };
            Member {
                name: row.person.employee.name.clone(),
                link: row.plan.as_ref().map(|(skp, _)| format!("/penilaian/{}/{}", period.id, skp.id)),
                tone,
                says: visit.words.t(key),
            }
        })
        .collect();
    Some(Team {
        rated: team.rows.iter().filter(|row| row.rated).count(),
        distribution: format!("/distribusi/{}", period.id),
        period: period_name(period.rhythm, period.number, period.year),
        is_review: review,
        rows,
    })
}

pub(super) fn samples(gallery: &mut Gallery) {
    use super::line::sample::period;
    let task = |rhythm, number| Task {
        says: Text::new("task-self-assess").with("period", period_name(rhythm, number, 2026)),
        link: "/penilaian/1/2/diri".into(),
        due: Some(gallery.today() + chrono::Days::new(6)),
    };
    let row = |rhythm, number, predikat, acknowledged| {
        let period = period(rhythm, number);
        ResultRow {
            id: gallery.id(),
            period: period_name(period.rhythm, period.number, period.year),
            predikat,
            dates: period.dates,
            acknowledged,
        }
    };
    let page = || gallery.page_at("/penilaian", "assessment-title");
    let member = |name: &str, tone, key| Member {
        name: name.into(),
        link: Some("/penilaian/1/2".into()),
        tone,
        says: page().t(key),
    };
    let team = Team {
        period: period_name(Rhythm::Triwulanan, 2, 2026),
        is_review: false,
        distribution: "/distribusi/1".into(),
        rated: 2,
        rows: vec![
            member("Ahmad Fauzi, A.Md.", Tone::Risk, "assessment-state-to-rate"),
            member("Sari Wulandari, S.I.Kom.", Tone::Note, "assessment-state-to-sign"),
            member("Wahyu Prabowo, S.Sos.", Tone::Done, "assessment-state-evaluated"),
            member("Yohanis Kambu", Tone::Idle, "assessment-state-waiting"),
        ],
    };
    let full = MinePage {
        page: page(),
        open: [task(Rhythm::Triwulanan, 2), task(Rhythm::Semesteran, 1)]
            .into_iter()
            .filter_map(|t| Open::of(t, gallery.today()))
            .collect(),
        team: Some(team),
        results: vec![
            row(Rhythm::Triwulanan, 1, Some(Predikat::Baik), false),
            row(Rhythm::Semesteran, 1, None, true),
            row(Rhythm::Tahunan, 1, Some(Predikat::SangatBaik), true),
        ],
    };
    let empty = MinePage { page: page(), open: Vec::new(), team: None, results: Vec::new() };
    gallery.add("assessment/mine", "", &full);
    gallery.add("assessment/mine", "kosong", &empty);
}
