//! *Somebody reads a plan*, and finds what to do with it now.

use super::lacking::Missing;
use super::view::{AnnexView, Beside, NoteView, Now, Section, ValueView, Viewer, now};
use super::words::{Choice, form_label};
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    session::Visit,
};
use actions::plan::see::{self, PlanPage};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::SkpId,
    plan::{Approach, Form as PlanForm, Line, workflow::State},
    policy::Behaviour,
};

#[derive(Template)]
#[template(path = "plan/show.html")]
pub(super) struct ShowPage {
    page: Page,
    plan: PlanPage,
    decisions: Decisions,
    now: Now,
    tone: Tone,
    state_says: Text,
    form_label: Text,
    approach_label: Text,
    other_approach: (&'static str, Text),
    /// What the second column of indicators is: aspek or perspektif; narratives of JA/JF have neither.
    side: Option<Text>,
    whole: Beside,
    orphans: Beside,
    open: Vec<NoteView>,
    missing: Vec<Missing>,
    sections: Vec<Section>,
    values: Vec<ValueView>,
    annexes: Vec<AnnexView>,
    /// The owner leads others, so there is a matrix and a tree.
    leads: bool,
}

/// The forms by which the plan goes on, with what was typed into them.
#[derive(Default)]
pub(super) struct Decisions {
    /// Set it.
    pub set: Form,
    /// Return it.
    pub give_back: Form,
    /// Replace it.
    pub replace: Form,
}

impl Decisions {
    fn forms(&self) -> [&Form; 3] {
        [&self.set, &self.give_back, &self.replace]
    }
}

/// `GET /skp/{id}`
pub async fn show(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    answer(&visit, id, Decisions::default()).await
}

/// The page, with forms as they were typed.
pub(super) async fn answer(visit: &Visit, id: SkpId, decisions: Decisions) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let behaviours = visit.ctx.policy(plan.skp.dates.from)?.behaviour.value.clone();
    let title = title_of(&plan);
    let status = decisions.forms().iter().map(|form| form.status()).max().unwrap_or_default();
    let mut page = visit.page(title);
    page.wrong = decisions.forms().iter().any(|form| form.wrong());
    let page = if plan.may.own { page.under("/skp", "nav-plan") } else { page.under("/tim", "nav-team") };
    Ok(render(&ShowPage::new(page, plan, visit.ctx.me(), &behaviours, decisions), status))
}

/// *SKP 2026*, or *SKP 2026: name* for other readers.
pub(super) fn title_of(plan: &PlanPage) -> Text {
    if plan.may.own {
        Text::new("plan-title").with("year", plan.skp.year)
    } else {
        Text::new("plan-title-of").with("year", plan.skp.year).with("name", plan.owner.employee.name.as_str())
    }
}

impl ShowPage {
    pub(super) fn new(
        page: Page,
        plan: PlanPage,
        me: domain::ids::EmployeeId,
        behaviours: &[Behaviour],
        decisions: Decisions,
    ) -> Self {
        let viewer = Viewer { plan: &plan, words: page.words, me };
        let other = super::words::other(plan.skp.approach);
        let own_team = plan.may.own && page.who.as_ref().is_some_and(|who| who.standing.rates);
        Self {
            now: now(&plan),
            tone: plan.state.into(),
            state_says: state_says(plan.state),
            form_label: form_label(plan.skp.form),
            approach_label: plan.skp.approach.label(),
            other_approach: (other.code(), other.label()),
            side: match (plan.skp.form, plan.skp.approach) {
                (PlanForm::Jpt, _) => Some(Text::new("plan-perspektif")),
                (PlanForm::JaJf, Approach::Kuantitatif) => Some(Text::new("plan-aspek")),
                (PlanForm::JaJf, Approach::Kualitatif) => None,
            },
            whole: viewer.beside(Line::Whole),
            orphans: viewer.orphans(),
            open: viewer.open_notes(),
            missing: viewer.missing(),
            sections: viewer.sections(),
            values: viewer.values(behaviours),
            annexes: viewer.annexes(),
            leads: plan.skp.version > 0 && (own_team || plan.owner.post.as_ref().is_some_and(|post| post.leads_unit)),
            page,
            plan,
            decisions,
        }
    }

    /// Address below the plan.
    fn to(&self, tail: &str) -> String {
        format!("/skp/{}{tail}", self.plan.skp.id)
    }

    /// Address of the owner's matrix or tree.
    fn of_owner(&self, what: &str) -> String {
        format!("/{what}/{}/{}", self.plan.skp.employee, self.plan.skp.year)
    }

    /// Is it this that the reader should do now?
    fn is_now(&self, now: Now) -> bool {
        self.now == now
    }

    /// Signing is the one thing to do, or comes after the notes.
    fn sign_kind(&self) -> &'static str {
        if self.now == Now::Mend { "secondary" } else { "" }
    }

    /// A person with post.
    fn person(&self, person: &actions::Person) -> String {
        match &person.post {
            Some(post) => format!("{} · {}", person.employee.name, post.title),
            None => person.employee.name.clone(),
        }
    }

    /// It came back with notes.
    fn returned(&self) -> bool {
        self.plan.state == State::Dikembalikan
    }

    /// The working text differs from what is in force, or nothing is in force yet.
    fn working(&self) -> bool {
        !matches!(self.plan.state, State::Ditetapkan | State::Digantikan | State::Dievaluasi)
    }
}

/// What the state means, in a sentence.
fn state_says(state: State) -> Text {
    match state {
        State::Draf => Text::new("plan-state-draf-says"),
        State::Ditandatangani => Text::new("plan-state-ditandatangani-says"),
        State::Dikembalikan => Text::new("plan-state-dikembalikan-says"),
        State::Ditetapkan => Text::new("plan-state-ditetapkan-says"),
        State::Klarifikasi => Text::new("plan-state-klarifikasi-says"),
        State::Digantikan => Text::new("plan-state-digantikan-says"),
        State::Dievaluasi => Text::new("plan-state-dievaluasi-says"),
    }
}
