//! Parts several forms share: head, identity block, table of results, behaviour block, options to choose from.
//! What they look like is in `form.typ`.

use crate::{
    ink::Ink,
    paper::{LINE, Page, SIZE, WHOLE_RESULT, WHOLE_VALUE},
    party::{Behaviour, Party, or_nothing},
};
use domain::plan::{Content, Nilai};
use serde::Serialize;
use std::collections::BTreeMap;

/// A text that has been through [`Ink`]. Nothing typed by a person reaches a template otherwise.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Cell(pub(crate) String);

/// The top of a form and the foot of its pages.
#[derive(Debug, Serialize)]
pub(crate) struct Head {
    pub(crate) page: Page,
    pub(crate) size: f64,
    pub(crate) titles: Vec<String>,
    /// `PERIODE***: TRIWULAN I/II/III/IV-AKHIR*` under the title.
    pub(crate) choice: Option<Choice>,
    pub(crate) agency: Cell,
    pub(crate) period: String,
    /// Which form for whom, at the foot of each page.
    pub(crate) foot: Cell,
}

impl Head {
    pub(crate) fn new(page: Page, titles: &[&str], agency: Cell, period: String, foot: Cell) -> Self {
        let titles = titles.iter().map(|t| (*t).to_owned()).collect();
        Self { page, size: SIZE, titles, choice: None, agency, period, foot }
    }
}

/// Options of which the ones not chosen are struck through.
#[derive(Debug, Serialize)]
pub(crate) struct Choice {
    pub(crate) label: String,
    pub(crate) options: Vec<Chance>,
    /// Footnote marks after the last option.
    pub(crate) marks: &'static str,
    /// Said after the options when nothing has been chosen yet.
    pub(crate) remark: Option<&'static str>,
}

/// One option.
#[derive(Debug, Serialize)]
pub(crate) struct Chance {
    /// Signs printed before it and never struck.
    pub(crate) before: &'static str,
    pub(crate) text: String,
    pub(crate) struck: bool,
}

impl Choice {
    /// `A/ B/ C`, one of them chosen; with none chosen nothing is struck and `missing` is said.
    pub(crate) fn of<T: Copy + PartialEq>(
        label: &str,
        options: &[T],
        chosen: Option<T>,
        name: impl Fn(T) -> &'static str,
        marks: &'static str,
        missing: &'static str,
    ) -> Self {
        let chance = |(i, &option): (usize, &T)| Chance {
            before: if i == 0 { "" } else { "/ " },
            text: name(option).to_uppercase(),
            struck: chosen.is_some_and(|chosen| chosen != option),
        };
        Self {
            label: label.to_owned(),
            options: options.iter().enumerate().map(chance).collect(),
            marks,
            remark: chosen.is_none().then_some(missing),
        }
    }
}

/// The two halves that say who is rated and who rates.
#[derive(Debug, Serialize)]
pub(crate) struct Identity {
    columns: Vec<f64>,
    rows: Vec<[Cell; 4]>,
}

/// How a form words the identity block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IdentityWords {
    /// `NIP (*opsional)` for raters who may be ministers or heads of region.
    pub(crate) rater_nip_optional: bool,
    /// `PANGKAT/ GOL. RUANG` or, in the quantitative results, `PANGKAT/ GOL RUANG`.
    pub(crate) rank: &'static str,
    /// Row 5 on the right: the rater's agency instead of the unit (C.1.2).
    pub(crate) rater_agency: bool,
}

impl Identity {
    pub(crate) fn new(ink: &Ink, page: Page, employee: &Party, rater: &Party, words: IdentityWords) -> Self {
        let columns = page.columns(&[3.5, 19.7, 29.7, 3.3, 18.8, 25.0]);
        let label = |text: &str| Cell(text.to_owned());
        let left = |text: &str| ink.cell(or_nothing(text), columns[2]);
        let right = |text: &str| ink.cell(or_nothing(text), columns[5]);
        let nip = |party: &Party| party.nip.clone().unwrap_or_default();
        let (place, at) =
            if words.rater_agency { ("INSTANSI", &rater.agency_name) } else { ("UNIT KERJA", &rater.unit) };
        let rater_nip = if words.rater_nip_optional { "NIP (*opsional)" } else { "NIP" };
        let rows = vec![
            [label("NAMA"), left(&employee.name), label("NAMA"), right(&rater.name)],
            [label("NIP"), left(&nip(employee)), label(rater_nip), right(&nip(rater))],
            [label(words.rank), left(&employee.rank), label(words.rank), right(&rater.rank)],
            [label("JABATAN"), left(&employee.post), label("JABATAN"), right(&rater.post)],
            [label("UNIT KERJA"), left(&employee.unit), label(place), right(at)],
        ];
        Self { columns, rows }
    }
}

/// The table of intended results in the quantitative forms.
#[derive(Debug, Serialize)]
pub(crate) struct Results {
    pub(crate) columns: Vec<f64>,
    pub(crate) titles: Vec<&'static str>,
    pub(crate) sections: Vec<Section<Item>>,
}

/// `A. UTAMA` or `B. TAMBAHAN`.
#[derive(Debug, Serialize)]
pub(crate) struct Section<T> {
    pub(crate) title: &'static str,
    pub(crate) items: Vec<T>,
}

/// One intended result: cells merged over its indicators, and the indicators.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    pub(crate) number: String,
    pub(crate) merged: Vec<Cell>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Last cell merged over the indicators.
    pub(crate) last: Option<Cell>,
    /// Low enough to be kept on one page.
    pub(crate) whole: bool,
}

impl Item {
    /// Decides whether the item is kept on one page, once all its cells are there.
    pub(crate) fn settled(mut self, ink: &Ink, columns: &[f64]) -> Self {
        let height = |cell: &Cell, width: f64| ink.height(std::slice::from_ref(cell), width);
        let first = 1 + self.merged.len();
        let row = |row: &Vec<Cell>| row.iter().zip(&columns[first..]).map(|(c, w)| height(c, *w)).fold(0.0, f64::max);
        let rows: f64 = self.rows.iter().map(row).sum();
        let merged = self.merged.iter().zip(&columns[1..]).map(|(c, w)| height(c, *w)).fold(0.0, f64::max);
        let last = self.last.iter().map(|c| height(c, columns[columns.len() - 1])).fold(0.0, f64::max);
        self.whole = rows.max(merged).max(last) < WHOLE_RESULT;
        self
    }
}

/// One intended result told in words (qualitative forms).
#[derive(Debug, Serialize)]
pub(crate) struct Narrative {
    pub(crate) number: String,
    pub(crate) text: Cell,
    pub(crate) measures: Vec<Cell>,
    /// Result forms only: realisation and feedback, one paragraph each.
    pub(crate) beside: Vec<Vec<Cell>>,
    /// Low enough to be kept on one page.
    pub(crate) whole: bool,
}

impl Narrative {
    /// Decides whether the item is kept on one page, once all its cells are there.
    pub(crate) fn settled(mut self, ink: &Ink, columns: &[f64]) -> Self {
        let label = 2.0 * LINE;
        let told =
            ink.height(std::slice::from_ref(&self.text), columns[1]) + label + ink.height(&self.measures, columns[1]);
        let beside = self.beside.iter().zip(&columns[2..]).map(|(cells, w)| ink.height(cells, *w)).fold(0.0, f64::max);
        self.whole = told.max(beside) < WHOLE_RESULT;
        self
    }
}

/// The seven values.
#[derive(Debug, Serialize)]
pub(crate) struct Behaviours {
    title: &'static str,
    columns: Vec<f64>,
    /// Title of the third column, in result forms.
    feedback: Option<&'static str>,
    rows: Vec<BehaviourRow>,
}

#[derive(Debug, Serialize)]
struct BehaviourRow {
    number: usize,
    name: Cell,
    guidance: Vec<Cell>,
    expectations: Vec<Cell>,
    feedback: Vec<Cell>,
    whole: bool,
}

impl Behaviours {
    /// `columns`: number, guidance, expectation and, in result forms, feedback.
    pub(crate) fn new(
        ink: &Ink,
        columns: Vec<f64>,
        title: &'static str,
        behaviours: &[Behaviour],
        content: &Content,
        feedback: Option<(&'static str, &BTreeMap<Nilai, Vec<String>>)>,
    ) -> Self {
        let none = Vec::new();
        let rows = behaviours
            .iter()
            .enumerate()
            .map(|(i, behaviour)| {
                let guidance = ink.list(&behaviour.guidance, columns[1]);
                let expectations = ink.list(content.expectations.get(&behaviour.nilai).unwrap_or(&none), columns[2]);
                let said = feedback.and_then(|(_, said)| said.get(&behaviour.nilai));
                let feedback: Vec<Cell> = said.into_iter().flatten().map(|text| ink.cell(text, columns[3])).collect();
                let heights = [(1, &guidance), (2, &expectations), (3, &feedback)]
                    .map(|(column, cells)| columns.get(column).map_or(0.0, |width| ink.height(cells, *width)));
                let whole = heights.into_iter().fold(0.0, f64::max) + 3.0 * LINE < WHOLE_VALUE;
                let name = ink.text(&behaviour.name);
                BehaviourRow { number: i + 1, name, guidance, expectations, feedback, whole }
            })
            .collect();
        Self { title, feedback: feedback.map(|(title, _)| title), rows, columns }
    }
}
