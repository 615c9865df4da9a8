//! The interpretations beside a folder: `notes.md` with dated paragraphs `## 2026-11-20 rule, rule: title`.

use super::{Problem, rule::Rule};
use crate::decision::Text;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Which rules a folder's notes explain.
pub(super) fn read(file: &str, text: &str) -> (BTreeSet<Rule>, Vec<Problem>) {
    let mut explained = BTreeSet::new();
    let mut problems = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (i, line) in lines.iter().enumerate() {
        let Some(heading) = line.strip_prefix("## ") else { continue };
        let mut complain = |says| problems.push(Problem { file: file.to_owned(), line: i + 1, says });
        let (date, rest) = heading.split_once(' ').unwrap_or((heading, ""));
        if NaiveDate::parse_from_str(date, "%Y-%m-%d").is_err() {
            complain(Text::new("policy-problem-note-undated"));
            continue;
        }
        let said = lines[i + 1..].iter().take_while(|l| !l.starts_with("## ")).any(|l| l.trim().len() > 20);
        if !said {
            complain(Text::new("policy-problem-note-empty"));
            continue;
        }
        let names = rest.split_once(':').map_or(rest, |(names, _)| names);
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            match Rule::from_code(name) {
                Some(rule) => {
                    explained.insert(rule);
                }
                None => complain(Text::new("policy-problem-unknown-rule").with("rule", name)),
            }
        }
    }
    (explained, problems)
}
