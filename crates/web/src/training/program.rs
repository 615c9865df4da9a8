//! *Somebody opens a programme*; *the office writes it* and sets its dates.

use super::{level, rupiah, sample};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    training::{
        catalogue::{Draft, ProgramPage, SessionDraft, Writing, schedule as set_date, see, write as save, writing},
        effect::Effect,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::TrainingId,
    training::{Build, Kind, MAX_CODE},
};

#[derive(Template)]
#[template(path = "training/program.html")]
struct ProgramView {
    page: Page,
    found: ProgramPage,
    form: Form,
}

impl ProgramView {
    fn cost(&self) -> String {
        rupiah(&self.page, self.found.program.cost)
    }

    /// From which level to which, of those who took part.
    fn own(&self, effect: &Effect) -> Option<String> {
        let (before, after) = effect.own?;
        let (before, after) = (level(&self.page, before), level(&self.page, after));
        Some(self.page.say("training-effect-own").with("before", before).with("after", after).to_string())
    }

    /// How much farther than comparable people, with the interval.
    fn beside(&self, effect: &Effect) -> Option<String> {
        let (more, interval) = effect.beside?;
        let signed = |n: i64| if n > 0 { format!("+{}", level(&self.page, n)) } else { level(&self.page, n) };
        Some(match interval {
            Some((low, high)) => self
                .page
                .say("training-effect-beside")
                .with("more", signed(more))
                .with("low", signed(low))
                .with("high", signed(high))
                .with("n", effect.compared)
                .to_string(),
            None => signed(more),
        })
    }

    /// Does the interval leave open whether there is any difference?
    fn open(&self, effect: &Effect) -> bool {
        effect.beside.is_some_and(|(_, interval)| interval.is_none_or(|(low, high)| low <= 0 && high >= 0))
    }
}

/// `GET /pelatihan/{program}`
pub async fn show(visit: Visit, Path(id): Path<TrainingId>) -> Result<Response, WebError> {
    again(&visit, id, Form::new()).await
}

async fn again(visit: &Visit, id: TrainingId, form: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let status = form.status();
    let title = Text::new("training-of").with("name", found.program.name.as_str());
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: ProgramPage, mut form: Form) -> ProgramView {
    form.set_default("capacity", found.program.capacity.to_string());
    let page = page.under("/pelatihan", "training-title").with(&form);
    ProgramView { page, found, form }
}

/// `POST /pelatihan/{program}/jadwal`
pub async fn schedule(visit: Visit, Path(id): Path<TrainingId>, mut form: Form) -> Result<Response, WebError> {
    let (from, until) = (form.required_date("from"), form.required_date("until"));
    let place = form.text_up_to("place", 300);
    let capacity = form.whole("capacity").and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    let outcome = match (form.check(), from, until) {
        (Ok(()), Some(from), Some(until)) => {
            set_date(&visit.ctx, id, SessionDraft { from, until, place, capacity }).await
        }
        (read, ..) => Err(missing(read)),
    };
    match form.caught(outcome)? {
        Some(session) => Ok(visit.done(&format!("/pelatihan/jadwal/{session}"), "training-scheduled")),
        None => again(&visit, id, form).await,
    }
}

/// What stands against a form of which a required field read as nothing.
pub(super) fn missing(read: Result<(), Failure>) -> Failure {
    read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))
}

#[derive(Template)]
#[template(path = "training/write.html")]
struct WriteView {
    page: Page,
    form: Form,
    action: String,
    found: Writing,
}

impl WriteView {
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::CODES.iter().map(|(code, kind)| ((*code).to_owned(), self.page.text(kind.label()))).collect()
    }

    /// Field, name of the criterion.
    fn builds(&self) -> Vec<(String, String)> {
        self.found.criteria.iter().map(|(code, name)| (format!("builds.{code}"), name.clone())).collect()
    }

    fn levels(&self) -> Vec<(String, String)> {
        let names = self.found.levels.iter().enumerate();
        names.map(|(at, name)| ((at + 1).to_string(), format!("{} · {name}", at + 1))).collect()
    }
}

/// `GET /pelatihan/baru`
pub async fn new(visit: Visit) -> Result<Response, WebError> {
    write(&visit, None, Form::new()).await
}

/// `POST /pelatihan/baru`
pub async fn create(visit: Visit, form: Form) -> Result<Response, WebError> {
    keep(visit, None, form).await
}

/// `GET /pelatihan/{program}/ubah`
pub async fn edit(visit: Visit, Path(id): Path<TrainingId>) -> Result<Response, WebError> {
    write(&visit, Some(id), Form::new()).await
}

/// `POST /pelatihan/{program}/ubah`
pub async fn change(visit: Visit, Path(id): Path<TrainingId>, form: Form) -> Result<Response, WebError> {
    keep(visit, Some(id), form).await
}

async fn keep(visit: Visit, id: Option<TrainingId>, mut form: Form) -> Result<Response, WebError> {
    let revision = form.whole("revision").unwrap_or_default();
    let outcome = match read(&mut form) {
        Ok(draft) => save(&visit.ctx, id, revision, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/pelatihan/{id}"), "training-saved")),
        None => write(&visit, id, form).await,
    }
}

fn read(form: &mut Form) -> Result<Draft, Failure> {
    let (code, name) = (form.text_up_to("code", MAX_CODE), form.text_up_to("name", 300));
    let kind = form.required_choice("kind", Kind::from_code);
    let (provider, about) = (form.text_up_to("provider", 300), form.text("about"));
    let mut whole = |field: &str| form.whole(field).unwrap_or_default();
    let (hours, cost, capacity) = (whole("hours"), whole("cost"), whole("capacity"));
    let names: Vec<String> = form.lines("builds").into_iter().map(str::to_owned).collect();
    let mut builds = Vec::new();
    for criterion in names {
        if let Some(level) = form.whole(&format!("builds.{criterion}")) {
            builds.push(Build { level: u8::try_from(level).unwrap_or_default(), criterion });
        }
    }
    let retired = form.flag("retired");
    let number = |n: i64| u32::try_from(n).unwrap_or_default();
    match (form.check(), kind) {
        (Ok(()), Some(kind)) => Ok(Draft {
            code,
            name,
            kind,
            provider,
            hours: number(hours),
            cost,
            capacity: number(capacity),
            builds,
            about,
            retired,
        }),
        (read, _) => Err(missing(read)),
    }
}

async fn write(visit: &Visit, id: Option<TrainingId>, form: Form) -> Result<Response, WebError> {
    let found = writing(&visit.ctx, id).await?;
    let status = form.status();
    let title = Text::new(if id.is_some() { "training-change" } else { "training-new" });
    Ok(render(&write_view(visit.page(title), found, form), status))
}

fn write_view(page: Page, found: Writing, mut form: Form) -> WriteView {
    let page = page.under("/pelatihan", "training-title");
    let mut action = "/pelatihan/baru".to_owned();
    if let Some(program) = &found.program {
        action = format!("/pelatihan/{}/ubah", program.id);
        let fresh = !form.has("code");
        for (field, value) in [
            ("code", program.code.clone()),
            ("name", program.name.clone()),
            ("kind", program.kind.code().to_owned()),
            ("provider", program.provider.clone()),
            ("hours", program.hours.to_string()),
            ("cost", program.cost.to_string()),
            ("capacity", program.capacity.to_string()),
            ("about", program.about.clone()),
            ("revision", program.revision.to_string()),
        ] {
            form.set_default(field, value);
        }
        for build in program.builds.iter().filter(|_| fresh) {
            form.set_default(&format!("builds.{}", build.criterion), build.level.to_string());
        }
        if fresh && program.retired {
            form.set("retired", "1");
        }
    }
    WriteView { page: page.with(&form), form, action, found }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found) in sample::programs(gallery) {
        let title = Text::new("training-of").with("name", sample::NAME);
        let view = view(gallery.page_at("/pelatihan/1", title), found, Form::new());
        gallery.add("training/program", variant, &view);
    }
    let mut wrong = Form::of([("code", "KOM-1"), ("name", ""), ("cost", "mahal")]);
    wrong.fail("name", Text::new("training-missing"));
    wrong.fail("hours", Text::new("training-hours-range").with("max", 2_000_i64));
    for (variant, program, form) in [("", None, wrong), ("ubah", Some(sample::program(gallery)), Form::new())] {
        let criteria = vec![("komunikasi".to_owned(), "Keterampilan komunikasi".to_owned())];
        let levels = ["Kurang", "Cukup", "Baik"].map(str::to_owned).to_vec();
        let found = Writing { program, criteria, levels };
        let view = write_view(gallery.page_at("/pelatihan/baru", "training-new"), found, form);
        gallery.add("training/write", variant, &view);
    }
}
