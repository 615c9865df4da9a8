//! Which ratings are compared: the law's ratings by supervisors, line by line, and the marks of the scheme's criteria by
//! everybody who gives them.
//!
//! Left out: self-assessments (nobody is rated by themselves in the model; beside the supervisor's they are an agreement of
//! its own), and hasil kerja and perilaku kerja as a whole (they follow from the lines and would count them twice). Every
//! intended result is one and the same item, because no two people have the same ones; a value, and a criterion, are items of
//! their own. That law and scheme measure one thing together is an assumption: it links a supervisor with the colleagues who
//! gave marks to the same people.
//!
//! Raters who never share a person may have rated the same written cases when they were trained. What they said of them comes
//! in beside the ratings of people, as ratings of things that are nobody ([`Ratee::Line`]); that somebody rates a case as they
//! rate people is an assumption too. Nothing of a case is ever told: it only links.

use crate::Failure;
use domain::{
    assessment::{Answer, Assessment, RaterRole, Subject},
    evaluation::Period,
    ids::{EmployeeId, SkpId},
    plan::Skp,
    scheme::Role,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write as _,
};
use store::{Scope, TrainingMark};

/// Which scale a rating is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Instrument {
    /// Below, as, above expectation: 1 to 3.
    Law,
    /// Levels of the scheme.
    Scheme,
}

/// What was rated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ratee {
    /// Somebody. People come first in every order.
    Person(EmployeeId),
    /// A line of a written case. Each is a ratee of its own, because agreed values differ from line to line.
    Line {
        /// The case.
        case: String,
        /// The criterion.
        criterion: String,
    },
}

/// The item of every intended result, and of every line of a case: an item that only cases have could be traded against the
/// cases' places on the scale, and would link nobody.
const RHK: &str = "rhk";

/// One rating.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Who was rated, or what.
    pub ratee: Ratee,
    /// By whom.
    pub rater: EmployeeId,
    /// On what: `rhk`, a value, a criterion.
    pub item: String,
    /// On which scale.
    pub instrument: Instrument,
    /// How.
    pub score: u8,
}

impl Row {
    /// The person it is about; nobody for a case.
    pub const fn person(&self) -> Option<EmployeeId> {
        match self.ratee {
            Ratee::Person(id) => Some(id),
            Ratee::Line { .. } => None,
        }
    }
}

/// Everything a period's figures are worked out from.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// The ratings, in an order of their own.
    pub rows: Vec<Row>,
    /// Whose line it is, with the employee's and the supervisor's rating of it.
    pub pairs: Vec<(EmployeeId, [u8; 2])>,
    /// The supervisors' assessments that are in it.
    pub assessments: Vec<Assessment>,
    /// The plans.
    pub plans: Vec<Skp>,
}

impl Inputs {
    /// Ratings of people.
    pub fn ratings(&self) -> u32 {
        self.rows.iter().filter(|row| row.person().is_some()).count() as u32
    }

    /// Names this state of the ratings: two states with the same digest give the same figures.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for row in &self.rows {
            hash.update(format!("{:?}{}{}{:?}{};", row.ratee, row.rater, row.item, row.instrument, row.score));
        }
        for (ratee, given) in &self.pairs {
            hash.update(ratee.to_string());
            hash.update(given);
        }
        let mut text = String::new();
        for byte in hash.finalize() {
            // Writing into a String does not fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

fn item(subject: Subject) -> Option<String> {
    match subject {
        Subject::Rhk(_) => Some(RHK.to_owned()),
        Subject::Nilai(nilai) => Some(nilai.code().to_owned()),
        Subject::HasilKerja | Subject::PerilakuKerja => None,
    }
}

/// The lines of an assessment as ratings.
pub fn rows_of(answers: &[Answer], ratee: EmployeeId, rater: EmployeeId) -> Vec<Row> {
    let row = |answer: &Answer| {
        let (item, score) = (item(answer.subject)?, answer.rating?.score());
        Some(Row { ratee: Ratee::Person(ratee), rater, item, instrument: Instrument::Law, score })
    };
    answers.iter().filter_map(row).collect()
}

/// Whose ratings are looked at.
#[derive(Clone, Debug)]
pub enum Voices {
    /// What was sent, by everybody: for the figures that are kept, worked out by night, or when the office asks.
    Sent,
    /// What was sent, and what this rater has written so far; without the marks of those who were promised to be one voice
    /// among several, as long as the result is not signed or they are fewer than the scheme tells of: opening a page twice must
    /// not show one voice more.
    Own {
        /// Who looks.
        rater: EmployeeId,
        /// Roles that were promised it, each with the fewest answers that are told.
        promised: Vec<(Role, u32)>,
        /// Plans with a signed result.
        signed: Vec<SkpId>,
    },
}

impl Voices {
    /// `answers`: how many of this role have sent theirs for the plan.
    fn counts(&self, rater: EmployeeId, sent: bool, role: Role, skp: SkpId, answers: u32) -> bool {
        match self {
            Self::Sent => sent,
            Self::Own { rater: me, promised, signed } => {
                let least = promised.iter().find(|(of, _)| *of == role).map(|(_, least)| *least);
                let told = least.is_none_or(|least| answers >= least && signed.contains(&skp));
                *me == rater || (sent && told)
            }
        }
    }
}

/// The ratings of a period.
#[crate::boxed]
pub async fn gather(scope: &Scope, period: &Period, voices: &Voices) -> Result<Inputs, Failure> {
    let people: Vec<EmployeeId> =
        scope.everyone(period.last_day()).await?.into_iter().map(|person| person.employee.id).collect();
    let plans = scope.skps_of_year_for(&people, period.year).await?;
    let owner: HashMap<SkpId, EmployeeId> = plans.iter().map(|skp| (skp.id, skp.employee)).collect();
    let mut rows = Vec::new();
    let mut pairs = Vec::new();
    let mut kept = Vec::new();
    let mut diri: HashMap<SkpId, Assessment> = HashMap::new();
    for assessment in scope.assessments_of_period(period.id).await? {
        let Some(ratee) = owner.get(&assessment.skp).copied() else { continue };
        if !voices.counts(assessment.rater, assessment.sent_at.is_some(), Role::Penilai, assessment.skp, 1) {
            continue;
        }
        match assessment.role {
            RaterRole::Diri => {
                diri.insert(assessment.skp, assessment);
            }
            RaterRole::Penilai => {
                rows.extend(rows_of(&assessment.answers, ratee, assessment.rater));
                kept.push(assessment);
            }
        }
    }
    for theirs in &kept {
        let (Some(own), Some(ratee)) = (diri.get(&theirs.skp), owner.get(&theirs.skp)) else { continue };
        let both = own.answers.iter().filter_map(|one| {
            let other = theirs.answer(one.subject)?;
            item(one.subject)?;
            Some((*ratee, [one.rating?.score(), other.rating?.score()]))
        });
        pairs.extend(both);
    }
    let ids: Vec<SkpId> = plans.iter().map(|skp| skp.id).collect();
    let sheets = scope.sheets_among(period.id, &ids).await?;
    let mut sent: HashMap<(SkpId, Role), u32> = HashMap::new();
    for saved in sheets.iter().filter(|saved| saved.sent_at.is_some()) {
        *sent.entry((saved.skp, saved.sheet.role)).or_default() += 1;
    }
    for saved in sheets {
        let (role, rater) = (saved.sheet.role, saved.sheet.rater);
        let answers = sent.get(&(saved.skp, role)).copied().unwrap_or_default();
        let heard = role != Role::Diri && voices.counts(rater, saved.sent_at.is_some(), role, saved.skp, answers);
        let Some(ratee) = owner.get(&saved.skp).copied().filter(|_| heard) else {
            continue;
        };
        let marks = saved.sheet.marks.iter().filter_map(|mark| Some((mark.criterion.clone(), mark.level?)));
        rows.extend(marks.map(|(criterion, score)| Row {
            ratee: Ratee::Person(ratee),
            rater,
            item: format!("kriteria-{criterion}"),
            instrument: Instrument::Scheme,
            score,
        }));
    }
    rows.retain(|row| row.person() != Some(row.rater));
    let cases = lines(scope.training_marks().await?, &rows);
    rows.extend(cases);
    rows.sort();
    pairs.sort_unstable();
    Ok(Inputs { rows, pairs, assessments: kept, plans })
}

/// What those who rated somebody said of the same lines of written cases. A line that one of them saw alone links nobody.
pub(super) fn lines(marks: Vec<TrainingMark>, rows: &[Row]) -> Vec<Row> {
    let raters: BTreeSet<EmployeeId> = rows.iter().map(|row| row.rater).collect();
    let mut given: BTreeMap<(String, String), Vec<(EmployeeId, u8)>> = BTreeMap::new();
    for mark in marks.into_iter().filter(|mark| raters.contains(&mark.rater)) {
        given.entry((mark.case, mark.criterion)).or_default().push((mark.rater, mark.rating.score()));
    }
    let mut found = Vec::new();
    for ((case, criterion), given) in given.into_iter().filter(|(_, given)| given.len() > 1) {
        found.extend(given.into_iter().map(|(rater, score)| Row {
            ratee: Ratee::Line { case: case.clone(), criterion: criterion.clone() },
            rater,
            item: RHK.to_owned(),
            instrument: Instrument::Law,
            score,
        }));
    }
    found
}

/// The first of the set that a place belongs to.
fn top(above: &mut [usize], mut at: usize) -> usize {
    while above[at] != at {
        above[at] = above[above[at]];
        at = above[at];
    }
    at
}

/// The place of something; a new one, a set of its own, when it is met first.
fn place<K: Ord>(known: &mut BTreeMap<K, usize>, above: &mut Vec<usize>, key: K) -> usize {
    *known.entry(key).or_insert_with(|| {
        above.push(above.len());
        above.len() - 1
    })
}

/// Sets of raters that the people and cases they rated link with each other, each with the places of its rows.
pub(super) fn linked(rows: &[Row]) -> Vec<Vec<usize>> {
    let mut of_ratee: BTreeMap<&Ratee, usize> = BTreeMap::new();
    let mut of_rater: BTreeMap<EmployeeId, usize> = BTreeMap::new();
    let mut above: Vec<usize> = Vec::new();
    for row in rows {
        let ratee = place(&mut of_ratee, &mut above, &row.ratee);
        let rater = place(&mut of_rater, &mut above, row.rater);
        let (one, other) = (top(&mut above, ratee), top(&mut above, rater));
        above[one.max(other)] = one.min(other);
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate() {
        let of = top(&mut above, of_rater[&row.rater]);
        found.entry(of).or_default().push(n);
    }
    found.into_values().collect()
}
