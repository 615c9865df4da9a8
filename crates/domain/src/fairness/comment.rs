//! Words written about people: whether they judge the person and not the work, tell of a private life, repeat what others say,
//! claim without showing, say nothing, or stand the same beside another name. Always advice to the writer; nothing is refused
//! for it.
//!
//! The words are data (`words.toml` beside this file), Indonesian, our own selection (certainty: assumption).

use crate::decision::Text;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, sync::LazyLock};

/// The lists.
#[derive(Debug, Deserialize)]
struct Lists {
    person: Vec<String>,
    group: Vec<String>,
    private: Vec<String>,
    hearsay: Vec<String>,
    absolute: Vec<String>,
    claim: Vec<String>,
    thin: Vec<String>,
    harmless: Vec<String>,
}

static LISTS: LazyLock<Lists> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).expect("the word lists are TOML; a test reads them"));

/// What is remarked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// These words are about the person, not about the work.
    Person(String),
    /// These words are about a group somebody belongs to.
    Group(String),
    /// These words are about somebody's looks, health or family.
    Private(String),
    /// This is what others are said to have said.
    Hearsay(String),
    /// This leaves no exception and gives no figure.
    Absolute(String),
    /// This claims something without a figure, an example or evidence.
    Claim(String),
    /// Nothing here that the reader can use.
    Thin,
    /// Nearly the same stands beside another person's name: in percent alike.
    Copied(u32),
}

impl Remark {
    /// In words.
    pub fn says(&self) -> Text {
        match self {
            Self::Person(word) => Text::new("fairness-comment-person").with("word", word.as_str()),
            Self::Group(word) => Text::new("fairness-comment-group").with("word", word.as_str()),
            Self::Private(word) => Text::new("fairness-comment-private").with("word", word.as_str()),
            Self::Hearsay(word) => Text::new("fairness-comment-hearsay").with("word", word.as_str()),
            Self::Absolute(word) => Text::new("fairness-comment-absolute").with("word", word.as_str()),
            Self::Claim(word) => Text::new("fairness-comment-claim").with("word", word.as_str()),
            Self::Thin => Text::new("fairness-comment-thin"),
            Self::Copied(percent) => Text::new("fairness-comment-copied").with("percent", *percent),
        }
    }
}

/// Words in lower case; hyphens belong to them.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    parts.map(|word| word.trim_matches('-').to_owned()).filter(|word| !word.is_empty()).collect()
}

/// Endings that make no other word.
const ENDINGS: [&str; 4] = ["nya", "lah", "kah", "pun"];

fn stem(word: &str) -> &str {
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(*ending));
    cut.filter(|stem| stem.chars().count() > 2).unwrap_or(word)
}

/// The word that was doubled or stands between ke- and -an: *malas* of *malas-malasan*, *bermalas-malasan* and *kemalasan*.
fn root(word: &str) -> Option<&str> {
    let word = stem(word);
    if let Some((once, again)) = word.split_once('-') {
        let once = once.strip_prefix("ber").filter(|rest| again.starts_with(*rest)).unwrap_or(once);
        return again.starts_with(once).then_some(once);
    }
    word.strip_prefix("ke")?.strip_suffix("an")
}

/// Where an entry of a list stands in the text, word by word.
fn places<'t>(entry: &str, text: &'t [String]) -> impl Iterator<Item = std::ops::Range<usize>> + 't {
    let wanted: Vec<String> = entry.split(' ').map(str::to_owned).collect();
    let n = wanted.len();
    let holds = move |at: &usize| {
        text[*at..*at + n].iter().zip(&wanted).all(|(has, want)| has == want || stem(has) == want.as_str())
    };
    (0..(text.len() + 1).saturating_sub(n)).filter(holds).map(move |at| at..at + n)
}

/// The first entry of a list that stands in the text.
fn first<'l>(list: &'l [String], text: &[String]) -> Option<&'l str> {
    list.iter().map(String::as_str).find(|entry| places(entry, text).next().is_some())
}

/// The words, without those that stand in a phrase of the office.
fn without_harmless(said: &[String], harmless: &[String]) -> Vec<String> {
    let mut left = said.to_vec();
    for place in harmless.iter().flat_map(|phrase| places(phrase, said)) {
        left[place].fill(String::new());
    }
    left
}

/// What deserves a second look in one text. `shown`: evidence is named beside it.
pub fn remarks(text: &str, shown: bool) -> Vec<Remark> {
    let said = words(text);
    if said.is_empty() {
        return Vec::new();
    }
    let lists = &*LISTS;
    let judged = without_harmless(&said, &lists.harmless);
    let found_in = |list: &[String]| first(list, &judged).map(str::to_owned);
    let rooted = || {
        let roots: Vec<&str> = judged.iter().filter_map(|word| root(word)).collect();
        lists.person.iter().find(|entry| roots.contains(&entry.as_str())).cloned()
    };
    let mut found = Vec::new();
    found.extend(found_in(&lists.person).or_else(rooted).map(Remark::Person));
    found.extend(found_in(&lists.group).map(Remark::Group));
    found.extend(found_in(&lists.private).map(Remark::Private));
    if shown {
        return found;
    }
    found.extend(found_in(&lists.hearsay).map(Remark::Hearsay));
    if text.contains(|c: char| c.is_ascii_digit()) {
        return found;
    }
    found.extend(found_in(&lists.absolute).map(Remark::Absolute));
    found.extend(found_in(&lists.claim).map(Remark::Claim));
    if said.iter().all(|word| lists.thin.contains(word)) {
        found.push(Remark::Thin);
    }
    found
}

/// Shortest text that can be called copied, in words: short sentences are alike by nature.
const LEAST_WORDS: usize = 6;
/// From how many percent alike on.
const ALIKE: u32 = 70;

/// How alike two texts are in percent: three words in a row that both have, of all that either has. Names and figures are
/// left out, so that a copy with another name is still seen. `None` for texts too short to tell.
pub fn alike(one: &str, other: &str, names: &[&str]) -> Option<u32> {
    let (one, other) = (shingles(one, names)?, shingles(other, names)?);
    let both = one.intersection(&other).count();
    let all = one.len() + other.len() - both;
    Some((both * 100 / all.max(1)) as u32)
}

fn shingles(text: &str, names: &[&str]) -> Option<BTreeSet<Vec<String>>> {
    let named: BTreeSet<String> = names.iter().flat_map(|name| words(name)).collect();
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let said: Vec<String> = words(text).into_iter().filter(|word| !named.contains(word) && !digit(word)).collect();
    (said.len() >= LEAST_WORDS).then(|| said.windows(3).map(<[String]>::to_vec).collect())
}

/// For each text the greatest likeness with a text about somebody else, where it is copied. Texts come with whom they are
/// about; `names` of all of them are left out.
pub fn copies<T: PartialEq>(texts: &[(T, &str)], names: &[&str]) -> Vec<Option<Remark>> {
    let cut: Vec<Option<BTreeSet<Vec<String>>>> = texts.iter().map(|(_, text)| shingles(text, names)).collect();
    let like = |one: &BTreeSet<Vec<String>>, other: &BTreeSet<Vec<String>>| {
        let both = one.intersection(other).count();
        (both * 100 / (one.len() + other.len() - both).max(1)) as u32
    };
    texts
        .iter()
        .zip(&cut)
        .map(|((about, _), mine)| {
            let mine = mine.as_ref()?;
            let others = texts.iter().zip(&cut).filter(|((other, _), _)| other != about);
            let most = others.filter_map(|(_, cut)| Some(like(mine, cut.as_ref()?))).max()?;
            (most >= ALIKE).then_some(Remark::Copied(most))
        })
        .collect()
}
