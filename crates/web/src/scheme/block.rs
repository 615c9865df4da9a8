//! A criterion as its page shows it: what each level looks like, what was said of it, and what cannot be chosen because it is
//! measured.

use super::marks::CANNOT_SAY;
use crate::{assessment::line::Piece, words::Words};
use domain::{
    amount::Amount,
    decision::Text,
    evidence::Evidence,
    ids::{EmployeeId, EvidenceId},
    scheme::{
        Criterion, Role, Scheme,
        said::{Heard, Said},
        sheet::Sheet,
    },
};

/// A dimension with its criteria.
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its criteria, in the order of the scheme.
    pub blocks: Vec<Block>,
}

/// One criterion.
pub struct Block {
    /// Its code: beginning of its fields' names.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What can be chosen, lowest level first; empty where the reader does not choose.
    pub choices: Vec<Choice>,
    /// What each level looks like, for those who only read.
    pub anchors: Vec<Choice>,
    /// It is measured: nobody chooses.
    pub measured: bool,
    /// What the reader said, once it was sent.
    pub mine: Option<Told>,
    /// What others said, as far as the reader may know.
    pub said: Vec<Told>,
}

/// A level to choose.
pub struct Choice {
    /// Its code.
    pub code: String,
    /// `3 · Sesuai harapan`.
    pub name: String,
    /// What it looks like.
    pub anchor: String,
}

/// What somebody, or several together, said of it.
pub struct Told {
    /// Who.
    pub who: String,
    /// The level in words.
    pub level: String,
    /// Why.
    pub reasons: Vec<String>,
    /// What it rests on, as far as the reader may open it.
    pub evidence: Vec<Piece>,
}

impl Block {
    /// Name of one of its fields.
    pub fn field(&self, part: &str) -> String {
        format!("{}.{part}", self.code)
    }
}

/// What the blocks are made of.
pub struct Material<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// As whom the reader chooses; nobody who does not choose now.
    pub chooses: Option<Role>,
    /// What the reader has sent.
    pub mine: Option<&'a Sheet>,
    /// What others said.
    pub said: &'a [Said],
    /// Names of those who speak with their name.
    pub names: &'a [(EmployeeId, String)],
    /// Evidence of the rated person, as far as the reader may open it.
    pub evidence: &'a [Evidence],
}

impl Material<'_> {
    /// Dimensions with their criteria. Whoever chooses sees those of the role; whoever reads sees all.
    pub fn groups(&self, words: &Words) -> Vec<Group> {
        let dimensions = self.scheme.dimensions().iter().map(|dimension| Group {
            name: dimension.name.clone(),
            blocks: self
                .scheme
                .of_dimension(&dimension.code)
                .filter(|criterion| self.chooses.is_none_or(|role| self.rates(role, criterion)))
                .map(|criterion| self.block(words, criterion))
                .collect(),
        });
        dimensions.filter(|group| !group.blocks.is_empty()).collect()
    }

    fn rates(&self, role: Role, criterion: &Criterion) -> bool {
        self.scheme.rated_by(role).any(|one| one.code == criterion.code)
    }

    fn block(&self, words: &Words, criterion: &Criterion) -> Block {
        let mut choices = if self.chooses.is_some() { self.levels(criterion) } else { Vec::new() };
        if self.chooses.and_then(|role| self.scheme.rater(role)).is_some_and(|rule| rule.anonymous) {
            choices.push(Choice {
                code: CANNOT_SAY.to_owned(),
                name: words.t("scheme-cannot-say"),
                anchor: words.t("scheme-cannot-say-means"),
            });
        }
        let mine = self.mine.and_then(|sheet| {
            let mark = sheet.marks.iter().find(|mark| mark.criterion == criterion.code)?;
            let level = mark.level.map(|level| i64::from(level) * 100);
            let reasons = Some(mark.reason.clone()).filter(|reason| !reason.is_empty()).into_iter().collect();
            let (who, evidence) = (words.t("scheme-you"), self.pieces(&mark.evidence));
            Some(Told { who, level: self.level(words, level, None), reasons, evidence })
        });
        Block {
            code: criterion.code.clone(),
            name: criterion.name.clone(),
            anchors: if choices.is_empty() { self.levels(criterion) } else { Vec::new() },
            choices,
            measured: !criterion.reads.by_people(),
            mine,
            said: self.said.iter().filter_map(|said| self.told(words, said, criterion)).collect(),
        }
    }

    /// The levels with their anchors, lowest first.
    fn levels(&self, criterion: &Criterion) -> Vec<Choice> {
        let names = self.scheme.scale.as_ref().map_or(&[][..], |scale| &scale.value);
        let level = |(n, anchor): (usize, &String)| Choice {
            code: (n + 1).to_string(),
            name: names.get(n).map_or_else(|| (n + 1).to_string(), |name| format!("{} · {name}", n + 1)),
            anchor: anchor.clone(),
        };
        criterion.anchors.iter().enumerate().map(level).collect()
    }

    /// What one voice said of a criterion. Those who were promised not to be named and are too few say nothing.
    fn told(&self, words: &Words, said: &Said, criterion: &Criterion) -> Option<Told> {
        let Heard { level, reasons, evidence, .. } = said.of.iter().find(|heard| heard.criterion == criterion.code)?;
        let name = said.by.and_then(|id| self.names.iter().find(|(one, _)| *one == id)).map(|(_, name)| name.as_str());
        let role = said.role.label();
        let who = match name {
            Some(name) => words.say("scheme-said-by").with("role", role).with("name", name).to_string(),
            None => words.text(role),
        };
        let together = said.by.is_none().then_some(said.n);
        let evidence = self.pieces(evidence);
        Some(Told { who, level: self.level(words, *level, together), reasons: reasons.clone(), evidence })
    }

    fn pieces(&self, ids: &[EvidenceId]) -> Vec<Piece> {
        self.evidence.iter().filter(|piece| ids.contains(&piece.id)).map(Piece::from).collect()
    }

    /// `3 · Sesuai harapan`; of several together `3,40, rata-rata 5 orang`.
    fn level(&self, words: &Words, level: Option<i64>, together: Option<u32>) -> String {
        let names = self.scheme.scale.as_ref().map_or(&[][..], |scale| &scale.value);
        match (level, together) {
            (None, Some(_)) => words.t("scheme-too-few"),
            (None, None) => words.t("scheme-cannot-say"),
            (Some(level), Some(n)) => {
                let mean = Amount(level * (Amount::SCALE / 100));
                words.text(Text::new("scheme-mean-of").with("level", mean).with("n", n))
            }
            (Some(level), None) => {
                let n = usize::try_from(level / 100).unwrap_or(0);
                let name = n.checked_sub(1).and_then(|at| names.get(at));
                name.map_or_else(|| n.to_string(), |name| format!("{n} · {name}"))
            }
        }
    }
}
