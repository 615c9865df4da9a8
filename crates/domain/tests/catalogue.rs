//! Every sentence the rules name stands in both catalogues, with the same gaps, and nothing there is left over.

use domain::policy::Rule;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const ROOMS: [&str; 30] = [
    "access-",
    "calibration-",
    "certification-",
    "fairness-",
    "orientation-",
    "account-",
    "achievement-",
    "ak-",
    "assessment-",
    "development-",
    "dialogue-",
    "discipline-",
    "evaluation-",
    "evidence-",
    "feedback-",
    "followup-",
    "mentoring-",
    "objection-",
    "people-",
    "permissions-",
    "plan-",
    "policy-",
    "progress-",
    "scheme-",
    "score-",
    "talent-",
    "workteam-",
    "survey-",
    "feed-",
    "training-",
];

/// The files that hold what this floor says, and nothing else.
const FILES: [&str; 9] = [
    "rules.ftl",
    "law.ftl",
    "scheme.ftl",
    "survey_rules.ftl",
    "feed_rules.ftl",
    "followup_rules.ftl",
    "career_rules.ftl",
    "rater_rules.ftl",
    "fairness_rules.ftl",
];

/// Every key in the sources: string literals that look like one, and the needs of the permission table.
fn named(dir: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named(&path, keys);
        } else if path.extension().is_some_and(|e| e == "rs") && path.file_name().is_some_and(|n| n != "tests.rs") {
            let source = fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
            for literal in source.split('"').skip(1).step_by(2) {
                let key = literal.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                if key && !literal.ends_with('-') && ROOMS.iter().any(|room| literal.starts_with(room)) {
                    keys.insert(literal.to_owned());
                }
            }
            if path.ends_with("permissions.rs") {
                let needs = source.lines().filter_map(|line| line.trim().split_once("\", \"")?.1.split_once('"'));
                keys.extend(needs.map(|(need, _)| format!("permissions-needs-{need}")));
            }
        }
    }
}

/// Key to its gaps; no key stands in another file of the language.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/locales").join(language);
    let text: String = FILES.map(|file| fs::read_to_string(folder.join(file)).unwrap()).join("\n");
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines() {
        if let Some((key, _)) = line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            key.clone_into(&mut last);
            assert!(all.insert(last.clone(), BTreeSet::new()).is_none(), "{language}: {last} stands twice");
        }
        for gap in line.split("{ $").skip(1) {
            let name = gap.split([' ', '}']).next().unwrap().to_owned();
            all.get_mut(&last).unwrap().insert(name);
        }
    }
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && !FILES.iter().any(|file| path.ends_with(file)) {
            for line in fs::read_to_string(&path).unwrap().lines() {
                if let Some((key, _)) = line.split_once(" =") {
                    assert!(!all.contains_key(key), "{key} stands in {FILES:?} and in {}", path.display());
                }
            }
        }
    }
    all
}

#[test]
fn every_sentence_is_written_in_both_languages() {
    let mut keys = BTreeSet::new();
    named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
    keys.retain(|key| Rule::from_code(key).is_none());
    assert!(keys.len() > 200, "{}", keys.len());
    let (id, en) = (catalogue("id"), catalogue("en"));
    for (language, catalogue) in [("id", &id), ("en", &en)] {
        let written: BTreeSet<String> = catalogue.keys().cloned().collect();
        assert_eq!(keys.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in {language}");
        assert_eq!(written.difference(&keys).collect::<Vec<_>>(), Vec::<&String>::new(), "left over in {language}");
    }
    for (key, gaps) in &id {
        assert_eq!(gaps, &en[key], "{key}");
    }
}
