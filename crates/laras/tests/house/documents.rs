//! The documents for people: links lead somewhere, decisions are numbered, the glossary names types that exist.

use crate::source::{File, Finding, file, files, holds, root};

fn documents() -> Vec<File> {
    let tops = ["README.md", "README.id.md", "ARCHITECTURE.md", "STYLE.md"];
    tops.into_iter().filter_map(file).chain(files("docs", &[".md"])).chain(files("policies", &[".md"])).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut found = Vec::new();
    for document in documents() {
        let folder = root().join(&document.path).parent().expect("a file is in a folder").to_owned();
        for (at, line) in document.text.lines().enumerate() {
            for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                let path = target.split('#').next().unwrap_or_default();
                let elsewhere = path.is_empty() || path.contains("://") || path.starts_with("mailto:");
                if !elsewhere && !folder.join(path).exists() {
                    found.push(document.finding(at + 1, format!("leads nowhere: {target}")));
                }
            }
        }
    }
    holds("Links in the documents lead somewhere.", found);
}

#[test]
fn decisions_are_numbered_without_gaps() {
    let decisions = files("docs/decisions", &[".md"]);
    let mut found = Vec::new();
    for (at, decision) in decisions.iter().enumerate() {
        let number = format!("docs/decisions/{:04}-", at + 1);
        if !decision.path.starts_with(&number) {
            found.push(decision.finding(0, format!("should start with {number}")));
        }
        if decision.text.lines().count() > 70 {
            found.push(decision.finding(0, "a decision is one page"));
        }
        for heading in ["Status:", "## Why", "## What follows"] {
            if !decision.text.contains(heading) {
                found.push(decision.finding(0, format!("says no `{heading}`")));
            }
        }
    }
    holds("Decisions are numbered and fit on a page.", found);
}

/// A type in the last column is `crate::room::Name` or `crate::room::file::Name`.
#[test]
fn the_glossary_names_types_that_exist() {
    let glossary = file("docs/GLOSSARY.md").expect("docs/GLOSSARY.md");
    let mut found: Vec<Finding> = Vec::new();
    for (at, line) in glossary.text.lines().enumerate().filter(|(_, line)| line.starts_with('|')) {
        for path in line.split('`').skip(1).step_by(2).filter(|code| code.contains("::")) {
            if !exists(path) {
                found.push(glossary.finding(at + 1, format!("`{path}` is not in the code")));
            }
        }
    }
    holds("The glossary leads to types that exist (rule 12).", found);
}

/// `domain::plan::Skp`: somewhere under `crates/domain/src/plan…` something of that name is declared.
fn exists(path: &str) -> bool {
    let parts: Vec<&str> = path.split("::").collect();
    let [krate, between @ .., name] = parts.as_slice() else { return false };
    let (kinds, name): (&[&str], &str) = match between.last() {
        // A variant: `domain::plan::Aspek::Waktu`.
        Some(owner) if owner.starts_with(char::is_uppercase) => (&[""], name),
        _ => (&["struct ", "enum ", "fn ", "const ", "type ", "trait "], name),
    };
    let rooms: Vec<&str> = between.iter().copied().filter(|part| !part.starts_with(char::is_uppercase)).collect();
    let under = format!("crates/{krate}/src/{}", rooms.join("/"));
    files(&format!("crates/{krate}/src"), &[".rs"])
        .iter()
        .filter(|source| source.path.starts_with(&under))
        .any(|source| source.text.lines().any(|line| kinds.iter().any(|kind| declares(line, kind, name))))
}

fn declares(line: &str, kind: &str, name: &str) -> bool {
    let line = line.trim_start();
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let line = line.strip_prefix("const ").filter(|rest| rest.starts_with("fn ")).unwrap_or(line);
    line.strip_prefix(kind)
        .and_then(|rest| rest.strip_prefix(name))
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}
