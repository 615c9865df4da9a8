//! Codes and sentences of a plan's parts: how a line is named in addresses and forms, what its choices are called.

use crate::words::Words;
use domain::{
    decision::Text,
    plan::{Approach, Aspek, Content, Direction, Form, Indicator, Line, Nilai, Perspektif, Rhk, RhkKind, Tally},
};

/// The code of a line in forms, and its anchor on the page of the plan.
pub(super) fn code_of(line: Line) -> String {
    match line {
        Line::Whole => "semua".to_owned(),
        Line::Rhk(id) => format!("hasil.{id}"),
        Line::Indicator(id) => format!("indikator.{id}"),
        Line::Nilai(nilai) => format!("nilai.{}", nilai.code()),
        Line::Resources => "sumber-daya".to_owned(),
        Line::Accountability => "pertanggungjawaban".to_owned(),
        Line::Consequences => "konsekuensi".to_owned(),
    }
}

/// Reads a code.
pub(super) fn line_of(code: &str) -> Option<Line> {
    match code.split_once('.') {
        None => [Line::Whole, Line::Resources, Line::Accountability, Line::Consequences]
            .into_iter()
            .find(|line| code_of(*line) == code),
        Some(("hasil", id)) => id.parse().ok().map(Line::Rhk),
        Some(("indikator", id)) => id.parse().ok().map(Line::Indicator),
        Some(("nilai", code)) => Nilai::from_code(code).map(Line::Nilai),
        Some(_) => None,
    }
}

/// Intended results as they are numbered on the form: utama first, tambahan after, numbers running on.
pub(super) fn numbered(content: &Content) -> Vec<(usize, &Rhk)> {
    let mut results: Vec<&Rhk> = content.results.iter().collect();
    results.sort_by_key(|rhk| rhk.kind);
    results.into_iter().enumerate().map(|(n, rhk)| (n + 1, rhk)).collect()
}

/// What a line is called: *Hasil kerja 2, indikator 1*.
pub(super) fn name_of(words: &Words, line: Line, content: &Content) -> String {
    let found = |matches: &dyn Fn(&Rhk) -> bool| numbered(content).into_iter().find(|(_, rhk)| matches(rhk));
    match line {
        Line::Whole => words.t("plan-line-whole"),
        Line::Rhk(id) => match found(&|rhk| rhk.id == id) {
            Some((n, _)) => words.say("plan-line-rhk").with("n", n).to_string(),
            None => words.t("plan-line-rhk-gone"),
        },
        Line::Indicator(id) => match found(&|rhk| rhk.indicators.iter().any(|i| i.id == id)) {
            Some((n, rhk)) => {
                let i = rhk.indicators.iter().position(|i| i.id == id).map_or(0, |at| at + 1);
                words.say("plan-line-indicator").with("n", n).with("i", i).to_string()
            }
            None => words.t("plan-line-indicator-gone"),
        },
        Line::Nilai(nilai) => words.text(nilai.label()),
        Line::Resources => words.t("plan-resources"),
        Line::Accountability => words.t("plan-accountability"),
        Line::Consequences => words.t("plan-consequences"),
    }
}

/// What a choice is called, and its code in forms.
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// Every choice, in the order of the forms.
    const CHOICES: &'static [Self];
    /// Code in forms.
    fn code(self) -> &'static str;
    /// Its name for people.
    fn label(self) -> Text;

    /// Reads a code.
    fn from_code(code: &str) -> Option<Self> {
        Self::CHOICES.iter().copied().find(|choice| choice.code() == code)
    }
    /// For a list to choose from.
    fn choices(words: &Words) -> Vec<(&'static str, String)> {
        Self::CHOICES.iter().map(|choice| (choice.code(), capital(&words.text(choice.label())))).collect()
    }
}

impl Choice for RhkKind {
    const CHOICES: &'static [Self] = &[Self::Utama, Self::Tambahan];
    fn code(self) -> &'static str {
        match self {
            Self::Utama => "utama",
            Self::Tambahan => "tambahan",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Utama => Text::new("rhk-utama"),
            Self::Tambahan => Text::new("rhk-tambahan"),
        }
    }
}

impl Choice for Aspek {
    const CHOICES: &'static [Self] = &[Self::Kuantitas, Self::Kualitas, Self::Waktu, Self::Biaya];
    fn code(self) -> &'static str {
        match self {
            Self::Kuantitas => "kuantitas",
            Self::Kualitas => "kualitas",
            Self::Waktu => "waktu",
            Self::Biaya => "biaya",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Kuantitas => Text::new("aspek-kuantitas"),
            Self::Kualitas => Text::new("aspek-kualitas"),
            Self::Waktu => Text::new("aspek-waktu"),
            Self::Biaya => Text::new("aspek-biaya"),
        }
    }
}

impl Choice for Perspektif {
    const CHOICES: &'static [Self] = &Self::ALL;
    fn code(self) -> &'static str {
        Self::code(self)
    }
    fn label(self) -> Text {
        Self::label(self)
    }
}

impl Choice for Tally {
    const CHOICES: &'static [Self] = &[Self::Sum, Self::Latest];
    fn code(self) -> &'static str {
        match self {
            Self::Sum => "jumlah",
            Self::Latest => "terakhir",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Sum => Text::new("plan-tally-sum"),
            Self::Latest => Text::new("plan-tally-latest"),
        }
    }
}

impl Choice for Direction {
    const CHOICES: &'static [Self] = &[Self::HigherIsBetter, Self::LowerIsBetter];
    fn code(self) -> &'static str {
        match self {
            Self::HigherIsBetter => "naik",
            Self::LowerIsBetter => "turun",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::HigherIsBetter => Text::new("plan-direction-higher"),
            Self::LowerIsBetter => Text::new("plan-direction-lower"),
        }
    }
}

impl Choice for Approach {
    const CHOICES: &'static [Self] = &[Self::Kuantitatif, Self::Kualitatif];
    fn code(self) -> &'static str {
        match self {
            Self::Kuantitatif => "kuantitatif",
            Self::Kualitatif => "kualitatif",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Kuantitatif => Text::new("approach-kuantitatif"),
            Self::Kualitatif => Text::new("approach-kualitatif"),
        }
    }
}

/// What the form is called.
pub(super) fn form_label(form: Form) -> Text {
    match form {
        Form::Jpt => Text::new("form-jpt"),
        Form::JaJf => Text::new("form-ja-jf"),
    }
}

/// How a target is counted, where it is not the usual way (reports add up, higher is better).
pub(super) fn counting(words: &Words, indicator: &Indicator) -> String {
    let target = &indicator.target;
    if target.amount.is_none() && target.upper.is_none() {
        return String::new();
    }
    let latest = (target.tally == Tally::Latest).then(|| words.t("plan-counting-latest"));
    let lower = (target.direction == Direction::LowerIsBetter).then(|| words.t("plan-counting-lower"));
    latest.into_iter().chain(lower).collect::<Vec<_>>().join(", ")
}

/// The approach that was not chosen.
pub(super) fn other(approach: Approach) -> Approach {
    match approach {
        Approach::Kuantitatif => Approach::Kualitatif,
        Approach::Kualitatif => Approach::Kuantitatif,
    }
}

/// With a capital letter, where a name stands by itself.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
