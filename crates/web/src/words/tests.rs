//! The catalogue is whole: every sentence that code or a template names exists in both languages with the same gaps,
//! and every gap is filled.

use super::{Fill, Lang, Words, label_key};
use chrono::{DateTime, NaiveDate};
use domain::{
    account::Role,
    amount::Amount,
    decision::Text,
    people::{Employment, PostKind},
    time::{DateRange, TimeZone},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(under: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(under).into_iter().flatten().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// Sentences of a language: key, gaps.
fn catalogue(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for file in files(&root().join("web/locales").join(lang.code()), ".ftl") {
        let mut key = String::new();
        for line in fs::read_to_string(&file).unwrap().lines() {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key = name.to_owned();
                let twice = all.insert(key.clone(), BTreeSet::new()).is_some();
                assert!(!twice, "{} stands twice in {}: {}", key, lang.code(), file.display());
            }
            for rest in line.split('$').skip(1) {
                let gap: String =
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
                all.get_mut(&key).unwrap_or_else(|| panic!("{}: a gap before any key", file.display())).insert(gap);
            }
        }
    }
    all
}

/// What stands between the bracket that was just opened and its partner.
fn inside(text: &str) -> &str {
    let mut depth = 1;
    let mut quoted = false;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '"' if last != '\\' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
        last = c;
    }
    text
}

fn literals(code: &str) -> Vec<&str> {
    code.split('"').skip(1).step_by(2).collect()
}

fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// A use of a sentence: key, gaps filled right behind it, file. Only direct uses tell what they fill.
struct Use {
    key: String,
    fills: Option<BTreeSet<String>>,
    file: String,
}

fn uses_in(path: &Path, marks: &[&str]) -> Vec<Use> {
    let text = fs::read_to_string(path).unwrap();
    let text: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|l| [l, "\n"]).collect();
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut found = Vec::new();
    for mark in marks {
        for (at, _) in text.match_indices(mark) {
            let args = inside(&text[at + mark.len()..]);
            let direct = args.trim().starts_with('"') && literals(args).len() == 1;
            let mut fills = BTreeSet::new();
            let mut rest = &text[at + mark.len() + args.len() + 1..];
            while let Some(next) = rest.trim_start().strip_prefix(".with(") {
                let with = inside(next);
                fills.extend(literals(with).first().map(|name| (*name).to_owned()));
                rest = &next[with.len() + 1..];
            }
            let keys = literals(args).into_iter().filter(|text| is_key(text));
            found.extend(keys.map(|key| Use {
                key: key.to_owned(),
                fills: direct.then(|| fills.clone()),
                file: file.clone(),
            }));
        }
    }
    found
}

fn uses() -> Vec<Use> {
    let mut all = Vec::new();
    for floor in ["domain", "actions", "web"] {
        for file in files(&root().join(floor).join("src"), ".rs") {
            let test = file.ends_with("tests.rs") || file.components().any(|c| c.as_os_str() == "tests");
            if !test {
                all.extend(uses_in(
                    &file,
                    &["Text::new(", ".t(", ".say(", "told(", ".page(", ".under(", ".done(", ".warn("],
                ));
            }
        }
    }
    for file in files(&root().join("web/src"), ".html") {
        all.extend(uses_in(&file, &["page.t(", "page.say("]));
    }
    all
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_gaps() {
    let (id, en) = (catalogue(Lang::Id), catalogue(Lang::En));
    for (key, gaps) in &id {
        assert_eq!(en.get(key), Some(gaps), "{key}: not the same in English");
    }
    for key in en.keys() {
        assert!(id.contains_key(key), "{key}: only in English");
    }
}

#[test]
fn every_sentence_that_is_named_exists_and_its_gaps_are_filled() {
    let catalogue = catalogue(Lang::Id);
    let uses = uses();
    assert!(uses.len() > 150, "the scan finds too little: {}", uses.len());
    let mut wrong = Vec::new();
    for Use { key, fills, file } in uses {
        match (catalogue.get(&key), fills) {
            (None, _) => wrong.push(format!("{key}: in no catalogue ({file})")),
            (Some(gaps), Some(fills)) => {
                // `.with` may follow on another line of code, so only an argument that no sentence wants is certain.
                let strange: Vec<_> = fills.difference(gaps).collect();
                let empty: Vec<_> = gaps.difference(&fills).collect();
                if !strange.is_empty()
                    || (!empty.is_empty() && file.rsplit_once('.').is_some_and(|(_, ending)| ending == "html"))
                {
                    wrong.push(format!("{key}: fills {fills:?}, has gaps {gaps:?} ({file})"));
                }
            }
            _ => {}
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} to mend:\n{}", wrong.len(), wrong.join("\n"));
}

/// Families of labels, looked up by a code that only the data knows. A room adds its own here.
fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("employment", Employment::CODES.map(|(code, _)| code).to_vec()),
        ("post", PostKind::CODES.map(|(code, _)| code).to_vec()),
        ("role", Role::CODES.map(|(code, _)| code).to_vec()),
    ]
}

#[test]
fn every_code_has_its_label() {
    let catalogue = catalogue(Lang::Id);
    for (family, codes) in families() {
        for code in codes {
            assert!(catalogue.contains_key(&label_key(family, code)), "{}", label_key(family, code));
        }
    }
}

fn words(lang: Lang) -> Words {
    let now = DateTime::parse_from_rfc3339("2026-07-07T05:03:00Z").unwrap().to_utc();
    Words { lang, zone: TimeZone::Wit, now }
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

#[test]
fn dates_and_instants_as_people_write_them() {
    let (id, en) = (words(Lang::Id), words(Lang::En));
    assert_eq!(id.date(day(7, 7)), "7 Juli 2026");
    assert_eq!(id.at(id.now), "7 Juli 2026 pukul 14.03 WIT");
    assert_eq!(en.at(en.now), "7 July 2026 at 14:03 WIT");
    for (of, want) in [
        (day(7, 7), "hari ini"),
        (day(7, 8), "besok"),
        (day(7, 6), "kemarin"),
        (day(7, 10), "3 hari lagi"),
        (day(7, 2), "5 hari lalu"),
        (day(12, 31), "31 Desember 2026"),
    ] {
        assert_eq!(id.day(of), want);
    }
    for (minutes, want) in
        [(1, "baru saja"), (12, "12 menit lalu"), (5 * 60, "pukul 09.03"), (23 * 60, "kemarin pukul 15.03")]
    {
        assert_eq!(id.ago(id.now - chrono::Duration::minutes(minutes)), want);
    }
    assert_eq!(id.greeting(), "Selamat siang");
    assert_eq!((id.wait(8_i64), id.wait(300_i64)), ("8 detik".into(), "5 menit".into()));
    let range = |from, until| DateRange { from, until };
    assert_eq!(id.range(range(day(1, 1), Some(day(12, 31)))), "1 Januari – 31 Desember 2026");
    assert_eq!(id.range(range(day(7, 1), Some(day(7, 31)))), "1 – 31 Juli 2026");
    assert_eq!(id.range(range(day(7, 1), None)), "sejak 1 Juli 2026");
}

#[test]
fn numbers_in_both_languages() {
    let (id, en) = (words(Lang::Id), words(Lang::En));
    assert_eq!((id.amount(Amount(12_345_000)), en.amount(Amount(12_345_000))), ("1.234,5".into(), "1,234.5".into()));
    assert_eq!((id.percent(8_250_i64), en.percent(8_200_i64)), ("82,5\u{a0}%".into(), "82\u{a0}%".into()));
    assert_eq!((id.n(12_345), en.n(-1_234)), ("12.345".into(), "-1,234".into()));
    assert_eq!((id.size(340_000_u64), id.size(2_400_000_u64)), ("340\u{a0}kB".into(), "2,4\u{a0}MB".into()));
}

#[test]
fn sentences_are_filled_and_counted() {
    let (id, en) = (words(Lang::Id), words(Lang::En));
    assert_eq!(en.say("form-errors").with("n", 1_i64).to_string(), "1 field needs mending");
    assert_eq!(en.say("form-errors").with("n", 1_200_i64).to_string(), "1,200 fields need mending");
    assert_eq!(id.say("layout-notices-new").with("n", 12_000_i64).to_string(), "12.000 pemberitahuan baru");
    let nested = Text::new("when-since").with("date", Text::new("when-today"));
    assert_eq!(id.text(&nested), "sejak hari ini");
    assert_eq!(id.text(Text::new("tidak-ada")), "[tidak-ada]");
    assert_eq!(Fill::fill(&"x"), domain::decision::Arg::Str("x".into()));
}

#[test]
fn years_are_not_grouped() {
    let text = Text::new("task-start-plan").with("year", 2026_i64);
    assert!(words(Lang::Id).text(&text).contains("2026"));
}
