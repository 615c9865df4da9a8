//! The catalogue of sentences: Indonesian and English say the same things, and every sentence the code names exists.

use crate::source::{File, Finding, files, holds, sources};
use std::collections::{BTreeMap, BTreeSet};

/// The gaps of each message, by message; attributes count as messages of their own (`key.title`).
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn both_languages_say_the_same_things() {
    let mut found = Vec::new();
    let names = |language: &str| -> BTreeMap<String, File> {
        let under = format!("crates/web/locales/{language}");
        files(&under, &[".ftl"]).into_iter().map(|f| (f.path[under.len() + 1..].to_owned(), f)).collect()
    };
    let (id, en) = (names("id"), names("en"));
    for (name, one) in id.iter().chain(&en) {
        let (Some(id), Some(en)) = (id.get(name), en.get(name)) else {
            found.push(one.finding(0, "has no counterpart in the other language"));
            continue;
        };
        let (ours, theirs) = (messages(id), messages(en));
        for key in ours.keys().chain(theirs.keys()).collect::<BTreeSet<_>>() {
            match (ours.get(key), theirs.get(key)) {
                (Some(a), Some(b)) if a == b => {}
                (Some(a), Some(b)) => found.push(en.finding(0, format!("`{key}`: gaps differ: {a:?} and {b:?}"))),
                (Some(_), None) => found.push(en.finding(0, format!("`{key}` is missing"))),
                (None, _) => found.push(id.finding(0, format!("`{key}` is missing"))),
            }
        }
    }
    found.sort_by(|a, b| (&a.path, &a.says).cmp(&(&b.path, &b.says)));
    found.dedup_by(|a, b| a.path == b.path && a.says == b.says);
    holds("Indonesian and English have the same sentences with the same gaps.", found);
}

#[test]
fn a_sentence_stands_in_one_place() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut found = Vec::new();
    for catalogue in files("crates/web/locales/id", &[".ftl"]) {
        for key in keys(&catalogue.text) {
            if let Some(first) = seen.insert(key.clone(), catalogue.path.clone()) {
                found.push(catalogue.finding(0, format!("`{key}` stands in {first} already")));
            }
        }
    }
    holds("A key stands once in the catalogue.", found);
}

#[test]
fn every_sentence_the_code_names_exists() {
    let catalogues = files("crates/web/locales/id", &[".ftl"]);
    if catalogues.is_empty() {
        return;
    }
    let known: Messages = catalogues.iter().flat_map(messages).collect();
    let mut found = Vec::new();
    for source in sources() {
        for (line, key, filled) in named(source.shipped_text()) {
            match known.get(&key) {
                None => found.push(source.finding(line, format!("`{key}` is not in crates/web/locales/id"))),
                Some(gaps) => found.extend(unfilled(&source, line, &key, gaps, &filled)),
            }
        }
    }
    holds("Every sentence named by code stands in the catalogue, and its gaps are filled.", found);
}

fn unfilled(source: &File, line: usize, key: &str, gaps: &BTreeSet<String>, filled: &[String]) -> Option<Finding> {
    let open: Vec<&String> = gaps.iter().filter(|gap| !filled.contains(gap)).collect();
    (!open.is_empty()).then(|| source.finding(line, format!("`{key}` leaves gaps open: {open:?}")))
}

/// Keys in the order they stand, repeated ones included.
fn keys(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| key_of(line).map(str::to_owned)).collect()
}

fn messages(catalogue: &File) -> Messages {
    let mut all = Messages::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in catalogue.text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(key) = key_of(line) {
            key.clone_into(&mut message);
            key.clone_into(&mut current);
        } else if let Some(attribute) = line.trim_start().strip_prefix('.').and_then(key_of) {
            current = format!("{message}.{attribute}");
        }
        if !current.is_empty() {
            all.entry(current.clone()).or_default().extend(gaps(line));
        }
    }
    all
}

/// `key = …` at the start of a line.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let name = key.strip_prefix('-').unwrap_or(key);
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    named.then_some(key)
}

/// `$name` in a line.
fn gaps(line: &str) -> Vec<String> {
    line.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect())
        .collect()
}

/// Each `Text::new("key")` with the names it is `.with`, and its line.
fn named(text: &str) -> Vec<(usize, String, Vec<String>)> {
    let mut all = Vec::new();
    for (at, opening) in text.match_indices("Text::new(\"") {
        let line = text[..at].matches('\n').count() + 1;
        let comment = text[..at].rsplit('\n').next().is_some_and(|before| before.trim_start().starts_with("//"));
        let mut rest = &text[at + opening.len()..];
        let Some((key, after)) = rest.split_once('"') else { continue };
        let mut filled = Vec::new();
        rest = after.trim_start().strip_prefix(')').unwrap_or(after);
        while let Some(argument) = rest.trim_start().strip_prefix(".with(") {
            let name = argument.trim_start().strip_prefix('"').and_then(|a| a.split_once('"')).map(|(name, _)| name);
            filled.extend(name.map(str::to_owned));
            rest = after_closing(argument);
        }
        if !comment {
            all.push((line, key.to_owned(), filled));
        }
    }
    all
}

/// What follows the parenthesis that closes the one already open.
fn after_closing(text: &str) -> &str {
    let mut open = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

#[test]
fn sentences_and_gaps_are_read() {
    let text = "# comment = x\nplan-due = Jatuh tempo { $date }\n    .title = { $n ->\n        [one] satu\n       *[other] { $n }\n    }\n-brand = Laras\n";
    let read = messages(&File { path: String::new(), text: text.into() });
    let gaps_of = |key: &str| read[key].iter().cloned().collect::<Vec<_>>();
    assert_eq!(read.keys().collect::<Vec<_>>(), ["-brand", "plan-due", "plan-due.title"]);
    assert_eq!((gaps_of("plan-due"), gaps_of("plan-due.title")), (vec!["date".to_owned()], vec!["n".to_owned()]));
    let code = "\nText::new(\"plan-due\")\n    .with(\"date\", f(1))\n    .with(\"n\", 2); // Text::new(\n";
    assert_eq!(named(code), [(2, "plan-due".to_owned(), vec!["date".to_owned(), "n".to_owned()])]);
}
