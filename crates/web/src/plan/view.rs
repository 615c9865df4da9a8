//! A plan as its page shows it: numbered results with what stands beside each line, what is missing, what comes next.

use super::words::{Choice, capital, code_of, counting, name_of, numbered};
use crate::words::Words;
use actions::plan::see::PlanPage;
use chrono::{DateTime, Utc};
use domain::{
    decision::{Citation, Text},
    ids::EmployeeId,
    plan::{Content, Line, Rhk, RhkKind, workflow::State},
    policy::Behaviour,
};

/// What stands beside a line.
pub(super) struct Beside {
    /// Code of the line in forms, and its anchor.
    pub code: String,
    /// What the line is called.
    pub name: String,
    /// What the regulation would rather see.
    pub advice: Vec<(Text, Citation)>,
    /// Notes that wait.
    pub open: Vec<NoteView>,
    /// Notes ticked off.
    pub done: Vec<NoteView>,
}

/// A note.
pub(super) struct NoteView {
    /// Its anchor.
    pub anchor: String,
    /// Where it is ticked off.
    pub tick: String,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: String,
    /// By the reader.
    pub mine: bool,
    /// What the line is called.
    pub line: String,
}

/// Results of one priority.
pub(super) struct Section {
    /// Which.
    pub kind: Text,
    /// What that means.
    pub gloss: Text,
    /// In order.
    pub results: Vec<ResultView>,
}

/// One intended result.
pub(super) struct ResultView {
    /// Number on the form.
    pub n: usize,
    /// The result.
    pub text: String,
    /// The office that assigns it.
    pub assigned_by: String,
    /// The leader's result it supports.
    pub supports: String,
    /// Its indicators.
    pub indicators: Vec<IndicatorView>,
    /// Beside it.
    pub beside: Beside,
    /// Where the leader takes it over.
    pub take_over: String,
    /// Its address.
    pub href: String,
    /// Where it is moved up, if there is one before it of the same priority.
    pub up: Option<String>,
    /// Where it is moved down, if there is one after it of the same priority.
    pub down: Option<String>,
}

/// One indicator.
pub(super) struct IndicatorView {
    /// Aspek or perspektif.
    pub side: String,
    /// The indicator.
    pub text: String,
    /// Target in words.
    pub target: String,
    /// How it is counted.
    pub counting: String,
    /// Beside it.
    pub beside: Beside,
}

/// One of the seven values.
pub(super) struct ValueView {
    /// The value with its guidance.
    pub behaviour: Behaviour,
    /// The leader's special expectations.
    pub expectations: Vec<String>,
    /// Beside it.
    pub beside: Beside,
}

/// One annex.
pub(super) struct AnnexView {
    /// What it is called.
    pub name: String,
    /// What belongs there.
    pub gloss: Text,
    /// What stands there.
    pub items: Vec<String>,
    /// Beside it.
    pub beside: Beside,
}

/// What the reader should do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Now {
    /// Write the first result.
    Begin,
    /// Go through the notes.
    Mend,
    /// Fill in what is missing.
    Complete,
    /// Sign.
    Sign,
    /// Wait until it is set.
    Wait,
    /// Read it, then set or return it.
    Decide,
    /// Wait until the rater has decided, or the deadline has passed.
    NotYet,
    /// Wait for the employee.
    Expect,
    /// Report progress.
    Report,
    /// It is in force.
    InForce,
    /// Another plan took its place.
    Replaced,
    /// The year is evaluated.
    Evaluated,
}

/// What the reader should do now.
pub(super) fn now(plan: &PlanPage) -> Now {
    match plan.state {
        State::Digantikan => Now::Replaced,
        State::Dievaluasi => Now::Evaluated,
        State::Ditetapkan if plan.may.report => Now::Report,
        State::Ditetapkan => Now::InForce,
        State::Ditandatangani if plan.may.set => Now::Decide,
        State::Ditandatangani if plan.may.own => Now::Wait,
        State::Ditandatangani => Now::NotYet,
        State::Draf | State::Dikembalikan | State::Klarifikasi if !plan.may.own => Now::Expect,
        _ if plan.skp.content.results.is_empty() => Now::Begin,
        _ if plan.notes.iter().any(|note| note.resolved_at.is_none()) => Now::Mend,
        _ if !plan.missing.is_empty() => Now::Complete,
        _ => Now::Sign,
    }
}

/// Makes the parts of the page.
pub(super) struct Viewer<'a> {
    /// The plan.
    pub plan: &'a PlanPage,
    /// Words.
    pub words: Words,
    /// The reader.
    pub me: EmployeeId,
}

impl Viewer<'_> {
    /// The working text.
    pub fn content(&self) -> &Content {
        &self.plan.skp.content
    }

    /// Address below the plan.
    pub fn at(&self, tail: &str) -> String {
        format!("/skp/{}/{tail}", self.plan.skp.id)
    }

    /// What stands beside a line.
    pub fn beside(&self, line: Line) -> Beside {
        let name = name_of(&self.words, line, self.content());
        let notes = |open: bool| {
            let wanted = self.plan.notes.iter().filter(|note| note.line == line && note.resolved_at.is_none() == open);
            wanted.map(|note| self.note(note, &name)).collect()
        };
        let advice = self.plan.advice.iter().filter(|advice| advice.line == line);
        Beside {
            code: code_of(line),
            advice: advice.map(|advice| (advice.says.clone(), advice.cite.clone())).collect(),
            open: notes(true),
            done: notes(false),
            name,
        }
    }

    fn note(&self, note: &domain::plan::Note, line: &str) -> NoteView {
        NoteView {
            anchor: format!("catatan-{}", note.id),
            tick: self.at(&format!("catatan/{}/selesai", note.id)),
            who: self.plan.names.get(&note.by).cloned().unwrap_or_default(),
            at: note.at,
            text: note.text.clone(),
            mine: note.by == self.me,
            line: line.to_owned(),
        }
    }

    /// Open notes anywhere on the plan, in the order of the form where their line still stands.
    pub fn open_notes(&self) -> Vec<NoteView> {
        let open = self.plan.notes.iter().filter(|note| note.resolved_at.is_none());
        open.map(|note| self.note(note, &name_of(&self.words, note.line, self.content()))).collect()
    }

    /// Notes whose line was taken out since.
    pub fn orphans(&self) -> Beside {
        let stands = |line: Line| match line {
            Line::Rhk(id) => self.content().results.iter().any(|rhk| rhk.id == id),
            Line::Indicator(id) => self.content().results.iter().any(|rhk| rhk.indicators.iter().any(|i| i.id == id)),
            _ => true,
        };
        let gone = |open: bool| {
            let wanted = self.plan.notes.iter().filter(|n| !stands(n.line) && n.resolved_at.is_none() == open);
            wanted.map(|note| self.note(note, &name_of(&self.words, note.line, self.content()))).collect()
        };
        Beside { code: String::new(), name: String::new(), advice: Vec::new(), open: gone(true), done: gone(false) }
    }

    /// Intended results by priority.
    pub fn sections(&self) -> Vec<Section> {
        let all = numbered(self.content());
        RhkKind::CHOICES
            .iter()
            .map(|kind| {
                let of_kind: Vec<_> = all.iter().filter(|(_, rhk)| rhk.kind == *kind).collect();
                let last = of_kind.len().saturating_sub(1);
                let result = |(at, (n, rhk)): (usize, &&(usize, &Rhk))| self.result(*n, rhk, at > 0, at < last);
                Section {
                    kind: kind.label(),
                    gloss: match kind {
                        RhkKind::Utama => Text::new("plan-utama-gloss"),
                        RhkKind::Tambahan => Text::new("plan-tambahan-gloss"),
                    },
                    results: of_kind.iter().enumerate().map(result).collect(),
                }
            })
            .filter(|section| !section.results.is_empty())
            .collect()
    }

    fn result(&self, n: usize, rhk: &Rhk, up: bool, down: bool) -> ResultView {
        let indicators = rhk.indicators.iter().map(|indicator| {
            let aspek = indicator.aspek.map(Choice::label);
            let perspektif = indicator.perspektif.map(Choice::label);
            IndicatorView {
                side: aspek.or(perspektif).map(|label| capital(&self.words.text(&label))).unwrap_or_default(),
                text: indicator.text.clone(),
                target: indicator.target.words(),
                counting: counting(&self.words, indicator),
                beside: self.beside(Line::Indicator(indicator.id)),
            }
        });
        ResultView {
            n,
            text: rhk.text.clone(),
            assigned_by: rhk.assigned_by.clone(),
            supports: rhk.supports_text.clone(),
            indicators: indicators.collect(),
            beside: self.beside(Line::Rhk(rhk.id)),
            href: self.at(&format!("hasil/{}", rhk.id)),
            take_over: self.at(&format!("hasil/{}/ambil-alih", rhk.id)),
            up: up.then(|| self.at(&format!("hasil/{}/naik", rhk.id))),
            down: down.then(|| self.at(&format!("hasil/{}/turun", rhk.id))),
        }
    }

    /// The seven values.
    pub fn values(&self, behaviours: &[Behaviour]) -> Vec<ValueView> {
        let value = |behaviour: &Behaviour| ValueView {
            expectations: self.content().expectations.get(&behaviour.nilai).cloned().unwrap_or_default(),
            beside: self.beside(Line::Nilai(behaviour.nilai)),
            behaviour: behaviour.clone(),
        };
        behaviours.iter().map(value).collect()
    }

    /// The three annexes.
    pub fn annexes(&self) -> Vec<AnnexView> {
        let content = self.content();
        [
            (Line::Resources, Text::new("plan-resources-gloss"), &content.resources),
            (Line::Accountability, Text::new("plan-accountability-gloss"), &content.accountability),
            (Line::Consequences, Text::new("plan-consequences-gloss"), &content.consequences),
        ]
        .into_iter()
        .map(|(line, gloss, items)| {
            let beside = self.beside(line);
            AnnexView { name: beside.name.clone(), gloss, items: items.clone(), beside }
        })
        .collect()
    }
}
