//! Conditions of promotion and study, one by one: met, not met or unknown, with what was found and where the condition stands.
//!
//! The conditions are data (`policies/law`). A test that needs something nobody has recorded answers *unknown* and says what to
//! record. Nothing follows by itself: eligibility is where a person's decision begins.

pub use super::fact::{CareerNote, Fact, check_note};
use super::{Met, Retirement, jpm::Jpm};
use crate::{
    decision::{Arg, Citation, Reason, Text},
    evaluation::Predikat,
    people::{Employment, Nip, PostKind, circumstance::Kind},
    scheme::{follow::Programme, outlook::Outlook},
};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// For what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    /// Kenaikan pangkat reguler.
    Pangkat,
    /// Promotion to another post.
    Jabatan,
    /// Tugas belajar, scholarships among it.
    TugasBelajar,
}

impl Track {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pangkat, Self::Jabatan, Self::TugasBelajar];

    /// Code in addresses and files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pangkat => "pangkat",
            Self::Jabatan => "jabatan",
            Self::TugasBelajar => "tugas-belajar",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|track| track.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Pangkat => "talent-track-pangkat",
            Self::Jabatan => "talent-track-jabatan",
            Self::TugasBelajar => "talent-track-tugas-belajar",
        })
    }

    /// What a scheme proposes that opens the same.
    pub const fn programme(self) -> Option<Programme> {
        match self {
            Self::Pangkat => None,
            Self::Jabatan => Some(Programme::Promotion),
            Self::TugasBelajar => Some(Programme::Scholarship),
        }
    }

    /// Its conditions.
    pub fn conditions(self, rules: &super::Rules) -> &[Condition] {
        let found = match self {
            Self::Pangkat => &rules.rank_promotion,
            Self::Jabatan => &rules.post_promotion,
            Self::TugasBelajar => &rules.study_leave,
        };
        found.as_ref().map_or(&[], |rule| &rule.value)
    }
}

/// How a condition is looked at. Few, named, in Rust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The annual predikat is at least this in each of the last years.
    Predikat(Predikat, u32),
    /// At least so many years of service since the appointment in the NIP.
    Service(u32),
    /// At least so many years in the present rank.
    InRank(u32),
    /// Service that remains is at least so many times the length of the studies.
    Remaining(u32),
    /// Competence against the own post is at least so many basis points.
    Jpm(i64),
    /// One of these kinds of employment.
    Employment(Vec<Employment>),
    /// Not away from the ordinary year today.
    Present,
    /// The office recorded that it is so.
    Noted(Fact),
    /// The agency's scheme brings it into view by its own rule.
    Scheme,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Its code.
    pub code: String,
    /// What it asks, in short.
    pub says: String,
    /// How it is looked at.
    pub test: Test,
    /// Where it stands.
    pub cite: Citation,
}

/// What is known of a person.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Kind of employment.
    pub employment: Employment,
    /// Kind of the post held.
    pub post: Option<PostKind>,
    /// NIP, from which birth and appointment are read.
    pub nip: Option<&'a Nip>,
    /// Predicates of annual results by year; a year without a result is not there.
    pub predikats: &'a BTreeMap<i32, Predikat>,
    /// Competence against the own post.
    pub jpm: &'a Jpm,
    /// What takes them out of the ordinary year today.
    pub away: Option<Kind>,
    /// What the office recorded, the latest of each.
    pub notes: &'a BTreeMap<Fact, CareerNote>,
    /// What the scheme's rules propose and cannot say yet; `None` where the scheme has no rule of this programme.
    pub outlook: Option<&'a Outlook>,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The day.
    pub today: NaiveDate,
    /// The last year whose annual period is closed.
    pub newest: i32,
    /// How long the studies would take, in months.
    pub study_months: u32,
}

/// One condition looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Its code.
    pub code: String,
    /// What it asks.
    pub says: String,
    /// Does it hold?
    pub met: Met,
    /// What was found, or what is missing.
    pub found: Text,
    /// Where it stands.
    pub cite: Citation,
    /// The steps below, where there are.
    pub from: Vec<Reason>,
}

/// All conditions of a track for one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Eligibility {
    /// For what.
    pub track: Track,
    /// Condition by condition, in the order of the data.
    pub checks: Vec<Check>,
}

impl Eligibility {
    /// All together: one *no* is a no, else one unknown leaves it unknown.
    pub fn met(&self) -> Met {
        self.checks.iter().map(|check| check.met).max().unwrap_or(Met::Unknown)
    }

    /// How many conditions stand so.
    pub fn count(&self, met: Met) -> usize {
        self.checks.iter().filter(|check| check.met == met).count()
    }
}

/// Looks at every condition of a track. A scheme without a rule of its own leaves out the condition that asks for it.
pub fn eligibility(track: Track, rules: &super::Rules, known: &Known<'_>, asked: &Asked) -> Eligibility {
    let retirement = rules.retirement.as_ref().map_or(&[][..], |rule| &rule.value);
    let checks = track.conditions(rules).iter().filter(|c| c.test != Test::Scheme || known.outlook.is_some());
    let checks = checks.map(|condition| {
        let (met, found, from) = look(condition, track, retirement, known, asked);
        Check {
            code: condition.code.clone(),
            says: condition.says.clone(),
            met,
            found,
            cite: condition.cite.clone(),
            from,
        }
    });
    Eligibility { track, checks: checks.collect() }
}

type Looked = (Met, Text, Vec<Reason>);

fn look(condition: &Condition, track: Track, ages: &[Retirement], known: &Known<'_>, asked: &Asked) -> Looked {
    let plain = |met, says| (met, says, Vec::new());
    match &condition.test {
        Test::Predikat(least, years) => predikats(*least, *years, known, asked),
        Test::Service(years) => match known.nip.and_then(Nip::appointed) {
            Some(day) => {
                let says = Text::new("talent-found-service").with("since", day);
                plain(Met::of(Some(after(day, years * 12) <= asked.today)), says)
            }
            None => plain(Met::Unknown, Text::new("talent-found-no-appointment")),
        },
        Test::InRank(years) => match known.notes.get(&Fact::RankSince) {
            Some(note) => {
                let says = Text::new("talent-found-rank").with("since", note.on);
                plain(Met::of(Some(after(note.on, years * 12) <= asked.today)), says)
            }
            None => plain(Met::Unknown, missing(Fact::RankSince)),
        },
        Test::Remaining(times) => remaining(*times, ages, known, asked),
        Test::Jpm(least) => {
            let met = Met::of(known.jpm.percent.map(|percent| percent >= *least));
            (met, known.jpm.because.says.clone(), known.jpm.because.from.clone())
        }
        Test::Employment(kinds) => {
            let says = Text::new("talent-found-employment").with("kind", employment(known.employment));
            plain(Met::of(Some(kinds.contains(&known.employment))), says)
        }
        Test::Present => match known.away {
            Some(kind) => plain(Met::No, Text::new("talent-found-away").with("kind", kind.label())),
            None => plain(Met::Yes, Text::new("talent-found-present")),
        },
        Test::Noted(fact) => noted(*fact, known, asked),
        Test::Scheme => scheme(track, known),
    }
}

fn employment(kind: Employment) -> Text {
    Text::new(match kind {
        Employment::Pns => "talent-employment-pns",
        Employment::Pppk => "talent-employment-pppk",
        Employment::NonAsn => "talent-employment-other",
    })
}

fn missing(fact: Fact) -> Text {
    Text::new("talent-found-not-recorded").with("fact", fact.label())
}

fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Each year by itself: one that is too low is a no, whatever is not known of another.
fn predikats(least: Predikat, years: u32, known: &Known<'_>, asked: &Asked) -> Looked {
    let each: Vec<(i32, Option<Predikat>)> = (asked.newest + 1 - years.max(1) as i32..=asked.newest)
        .map(|year| (year, known.predikats.get(&year).copied()))
        .collect();
    let met = each.iter().map(|(_, found)| Met::of(found.map(|found| found >= least))).max().unwrap_or(Met::Unknown);
    let from = each.iter().map(|(year, found)| {
        let year = Arg::Str(year.to_string());
        Reason::new(match found {
            Some(found) => Text::new("talent-found-year").with("year", year).with("predikat", found.label()),
            None => Text::new("talent-found-year-unknown").with("year", year),
        })
    });
    (met, Text::new("talent-found-years").with("least", least.label()).with("years", years), from.collect())
}

fn remaining(times: u32, ages: &[Retirement], known: &Known<'_>, asked: &Asked) -> Looked {
    let age = known.post.and_then(|kind| ages.iter().find(|one| one.kinds.contains(&kind)).map(|one| one.age));
    let (Some(born), Some(age)) = (known.nip.and_then(Nip::born), age) else {
        return (Met::Unknown, Text::new("talent-found-no-retirement"), Vec::new());
    };
    let ends = after(born, age * 12);
    let months = (ends.year() - asked.today.year()) * 12 + ends.month0() as i32
        - asked.today.month0() as i32
        - i32::from(ends.day() < asked.today.day());
    let need = (asked.study_months * times) as i32;
    let says = Text::new("talent-found-remaining")
        .with("ends", ends)
        .with("months", i64::from(months.max(0)))
        .with("need", i64::from(need));
    (Met::of(Some(months >= need)), says, Vec::new())
}

/// What was recorded, while it is young enough to be believed.
fn noted(fact: Fact, known: &Known<'_>, asked: &Asked) -> Looked {
    let Some(note) = known.notes.get(&fact) else { return (Met::Unknown, missing(fact), Vec::new()) };
    let said = |key: &'static str| Text::new(key).with("on", note.on).with("source", note.source.as_str());
    if fact.months().is_some_and(|months| after(note.on, months) < asked.today) {
        return (Met::Unknown, said("talent-found-too-old"), Vec::new());
    }
    let says = said(if note.yes == Some(true) { "talent-found-recorded" } else { "talent-found-recorded-no" });
    (Met::of(note.yes), says, Vec::new())
}

fn scheme(track: Track, known: &Known<'_>) -> Looked {
    let of = |outlook: &Outlook, proposed: bool| {
        let list = if proposed { &outlook.proposals } else { &outlook.unknown };
        list.iter().find(|one| Some(one.programme) == track.programme()).map(|one| one.because.clone())
    };
    let Some(outlook) = known.outlook else {
        return (Met::Unknown, Text::new("talent-found-scheme-unknown"), Vec::new());
    };
    match (of(outlook, true), of(outlook, false)) {
        (Some(because), _) => (Met::Yes, Text::new("talent-found-scheme"), vec![because]),
        (None, Some(because)) => (Met::Unknown, Text::new("talent-found-scheme-unknown"), vec![because]),
        (None, None) => (Met::No, Text::new("talent-found-scheme-no"), Vec::new()),
    }
}
