//! *The personnel office tries a draft*: changes the text of the scheme, sees who would move and why. Nothing is saved.

use crate::{
    error::WebError,
    evaluation::why::Step,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    scheme::simulate::{Trial, periods, simulate},
};
use askama::Template;
use axum::response::Response;
use domain::{
    decision::{Refusal, Text},
    evaluation::Period,
    ids::PeriodId,
    policy::Problem,
    scheme::{Scheme, simulate::Move},
};

#[derive(Template)]
#[template(path = "policy/simulate.html")]
struct SimulateView {
    page: Page,
    form: Form,
    /// Id and name of each period.
    periods: Vec<(String, String)>,
    /// Field and name of each file of the scheme.
    files: Vec<(String, String)>,
    found: Option<Found>,
}

/// What the draft would do, in words.
struct Found {
    period: Text,
    all: u32,
    same: u32,
    /// Class, people now, people under the draft.
    classes: Vec<(String, u32, u32)>,
    moves: Vec<Moved>,
    /// Those not shown.
    more: usize,
    /// Name, and why there is no result.
    refused: Vec<(String, String)>,
}

struct Moved {
    name: String,
    class: bool,
    was: String,
    is: String,
    why: Step,
}

/// People shown one by one; the rest is counted.
const SHOWN: usize = 100;

fn field(name: &str) -> String {
    format!("file.{name}")
}

/// `GET /aturan/coba`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let mut form = Form::new();
    for (name, text) in visit.ctx.app.policies.texts(&visit.ctx.agency.scheme) {
        form.set(&field(name), text);
    }
    let periods = periods(&visit.ctx).await?;
    if let Some(period) = periods.iter().find(|period| period.closed_at.is_some()).or(periods.first()) {
        form.set("period", period.id.to_string());
    }
    Ok(answer(&visit, periods, form, None))
}

/// `POST /aturan/coba`
pub async fn run(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let all = periods(&visit.ctx).await?;
    let policies = &visit.ctx.app.policies;
    let scheme = visit.ctx.agency.scheme.as_str();
    let changed: Vec<(String, String)> = policies
        .texts(scheme)
        .into_iter()
        .map(|(name, _)| (name.to_owned(), form.value(&field(name)).to_owned()))
        .collect();
    let period = form.required_id::<PeriodId>("period");
    let draft = match policies.draft(scheme, &changed) {
        Ok(draft) => Some(draft),
        Err(problems) => {
            note(&mut form, &problems);
            None
        }
    };
    let found = match (period, draft, form.check()) {
        (Some(period), Some(draft), Ok(())) => form.caught(simulate(&visit.ctx, period, &draft).await)?,
        _ => None,
    };
    Ok(answer(&visit, all, form, found))
}

/// Each problem beside the text it stands in, with its line.
fn note(form: &mut Form, problems: &[Problem]) {
    for problem in problems {
        let name = problem.file.rsplit('/').next().unwrap_or(&problem.file);
        let says =
            Text::new("policy-draft-problem").with("line", problem.line as i64).with("says", problem.says.clone());
        form.fail(field(name), says);
    }
}

fn answer(visit: &Visit, periods: Vec<Period>, form: Form, trial: Option<Trial>) -> Response {
    let page = visit.page("policy-simulate-title").under("/aturan", "policy-title").with(&form);
    let named = |period: &Period| page.text(period_name(period.rhythm, period.number, period.year));
    let texts = visit.ctx.app.policies.texts(&visit.ctx.agency.scheme);
    let status = form.status();
    let view = SimulateView {
        periods: periods.iter().map(|period| (period.id.to_string(), named(period))).collect(),
        files: texts.into_iter().map(|(name, _)| (field(name), name.to_owned())).collect(),
        found: trial.map(|trial| found(&page, trial)),
        form,
        page,
    };
    render(&view, status)
}

fn found(page: &Page, trial: Trial) -> Found {
    let Trial { period, scheme, draft, simulation, names } = trial;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let mut classes: Vec<(String, u32, u32)> = Vec::new();
    for (code, n) in &simulation.before {
        classes.push((class(&scheme, code), *n, 0));
    }
    for (code, n) in &simulation.after {
        let called = class(&draft, code);
        match classes.iter_mut().find(|(known, ..)| *known == called) {
            Some(known) => known.2 = *n,
            None => classes.push((called, 0, *n)),
        }
    }
    let moved = |one: &Move| {
        let of = |scheme: &Scheme, band: Option<&String>| {
            band.map_or_else(|| page.t("scheme-move-none"), |code| class(scheme, code))
        };
        Moved {
            name: name(one.employee),
            class: one.class,
            was: of(&scheme, one.before.as_ref().and_then(|result| result.band.as_ref())),
            is: of(&draft, one.after.band.as_ref()),
            why: Step::of(page, &one.because),
        }
    };
    let says = |refusal: &Refusal| match refusal {
        Refusal::Rule(broken) => page.text(&broken.says),
        _ => page.t("scheme-move-none"),
    };
    let moves = simulation.moves.len();
    Found {
        period: period_name(period.rhythm, period.number, period.year),
        all: simulation.same + moves as u32 + simulation.refused.len() as u32,
        same: simulation.same,
        classes,
        moves: simulation.moves.iter().take(SHOWN).map(moved).collect(),
        more: moves.saturating_sub(SHOWN),
        refused: simulation.refused.iter().map(|(id, refusal)| (name(*id), says(refusal))).collect(),
    }
}

/// A class by its name in the scheme.
fn class(scheme: &Scheme, code: &str) -> String {
    let bands = scheme.combine.as_ref().map_or(&[][..], |rule| &rule.value.bands);
    bands.iter().find(|band| band.code == code).map_or_else(|| code.to_owned(), |band| band.name.clone())
}

pub(super) fn samples(gallery: &mut Gallery) {
    let text = "[[weights]]\nfrom = 2026-01-01\nservice = 60\nbudget = 40\n";
    let fields = [("file.scheme.toml", text), ("period", "a")];
    let view = |form: Form, found| {
        let page = gallery.page_at("/aturan", "policy-simulate-title").under("/aturan", "policy-title").with(&form);
        SimulateView {
            periods: vec![("a".into(), "Tahun 2025".into()), ("b".into(), "Semester I 2026".into())],
            files: vec![("file.scheme.toml".into(), "scheme.toml".into())],
            found,
            form,
            page,
        }
    };
    let mut wrong = Form::of(fields);
    let says = Text::new("policy-problem-weights").with("rule", "criterion-weights").with("sum", 90_i64);
    wrong.fail("file.scheme.toml", Text::new("policy-draft-problem").with("line", 12_i64).with("says", says));
    let why = |says: &str, steps| Step { says: says.into(), cite: None, certainty: None, steps };
    let tried = Found {
        period: period_name(domain::evaluation::Rhythm::Tahunan, 1, 2025),
        all: 62,
        same: 58,
        classes: vec![("Di bawah harapan".into(), 4, 6), ("Sesuai harapan".into(), 50, 49), ("Optimal".into(), 8, 7)],
        moves: vec![Moved {
            name: "Wahyu Prabowo, S.Sos.".into(),
            class: true,
            was: "Sesuai harapan".into(),
            is: "Di bawah harapan".into(),
            why: why("Sesuai harapan menjadi Di bawah harapan", vec![why("Mutu pelayanan: 3,2 menjadi 2,9", vec![])]),
        }],
        more: 0,
        refused: vec![("Sari Wulandari, S.E.".into(), "Tidak ada lembar yang dikirim.".into())],
    };
    let views = [
        ("", view(Form::of(fields), None)),
        ("salah", view(wrong, None)),
        ("hasil", view(Form::of(fields), Some(tried))),
    ];
    for (variant, view) in views {
        gallery.add("policy/simulate", variant, &view);
    }
}
