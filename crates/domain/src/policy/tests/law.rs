//! The laws walked month by month from 2019 to 2030, and what `load` says of broken law data.

use crate::{
    decision::Certainty,
    policy::{Library, Method, Problem, Rule, rule::Place},
    testing::{day, library, policy_files},
};
use chrono::{Days, Months, NaiveDate};
use std::collections::BTreeSet;

/// The first and the last day of every month.
fn months() -> Vec<(NaiveDate, NaiveDate)> {
    let first = (0..12 * 12).map(|n| day(2019, 1, 1) + Months::new(n));
    first.map(|first| (first, first + Months::new(1) - Days::new(1))).collect()
}

#[test]
fn every_month_from_2019_to_2030_has_one_set_of_rules() {
    let library = library();
    let mut ids = Vec::new();
    for day in months().into_iter().flat_map(|(first, last)| [first, last]) {
        // Neither a gap nor an overlap: each rule that holds for everybody at most once, and one way to a predicate.
        let mut seen = BTreeSet::new();
        for (rule, folder) in library.versions_on(day) {
            assert!(rule.place() != Place::Nation || seen.insert(rule), "{} twice on {day}: {folder}", rule.code());
        }
        let national = library.national(day);
        match national.predikat_by.as_ref().unwrap_or_else(|| panic!("nothing on {day}")).value {
            Method::Skor => {
                assert!(national.score.is_some() && library.in_force("nasional", day).is_err(), "{day}");
            }
            Method::Kuadran => {
                let policy = library.in_force("nasional", day).unwrap_or_else(|r| panic!("{day}: {r}"));
                assert_eq!(policy.national, national);
                assert!(Rule::ALL.iter().filter(|r| r.required()).all(|r| policy.rules.iter().any(|i| i.rule == *r)));
                // The laws the scheme names, no rule twice among them.
                let named: BTreeSet<&str> = policy.id.split('+').map(|part| part.split('@').next().unwrap()).collect();
                let mut seen = BTreeSet::new();
                for (rule, folder) in library.versions_on(day) {
                    if named.contains(folder) && rule != Rule::Name {
                        assert!(seen.insert(rule), "{} twice on {day}: {folder}", rule.code());
                    }
                }
            }
        }
        if ids.last().is_none_or(|(id, _)| *id != national.id) {
            ids.push((national.id, day));
        }
    }
    assert_eq!(
        ids,
        [
            (
                "permenpanrb-38-2017@1+pp-11-2017@1+pp-30-2019@1",
                day(2019, 1, 1),
            ),
            (
                "permenpanrb-3-2020@1+permenpanrb-38-2017@1+pp-11-2017@1+pp-30-2019@1",
                day(2020, 1, 1),
            ),
            (
                "permenpanrb-3-2020@1+permenpanrb-38-2017@1+pp-11-2017@1+pp-17-2020@1+pp-30-2019@1",
                day(2020, 2, 29),
            ),
            (
                "permenpanrb-3-2020@1+permenpanrb-38-2017@1+pp-11-2017@1+pp-17-2020@2+pp-30-2019@1",
                day(2020, 12, 31),
            ),
            (
                "permenpanrb-3-2020@1+permenpanrb-38-2017@1+permenpanrb-8-2021@1+pp-11-2017@1+pp-17-2020@2+pp-30-2019@1",
                day(2021, 7, 1),
            ),
            (
                "permenpanrb-3-2020@1+permenpanrb-38-2017@1+permenpanrb-8-2021@1+pp-11-2017@1+pp-17-2020@2+pp-30-2019@1+pp-94-2021@1",
                day(2021, 8, 31),
            ),
            (
                "permenpanrb-3-2020@1+permenpanrb-38-2017@1+permenpanrb-8-2021@1+pp-11-2017@1+pp-17-2020@2+pp-30-2019@1+pp-94-2021@1+se-menpanrb-28-2021@1",
                day(2022, 1, 1),
            ),
            (
                "berakhlak@1+permenpanrb-3-2020@1+permenpanrb-38-2017@1+permenpanrb-6-2022@1+pp-11-2017@1+pp-17-2020@2+pp-30-2019@1+pp-94-2021@1+se-menpanrb-28-2021@1",
                day(2022, 2, 28),
            ),
            (
                "berakhlak@1+perban-bkn-3-2023@1+permenpanrb-3-2020@1+permenpanrb-38-2017@1+permenpanrb-6-2022@1+pp-11-2017@1+pp-17-2020@2+pp-30-2019@1+pp-94-2021@1+se-menpanrb-28-2021@1",
                day(2023, 1, 1),
            ),
        ]
        .map(|(id, day)| (id.to_owned(), day))
    );
}

#[test]
fn the_ways_to_a_predicate_meet_on_one_night() {
    let by = |on| library().national(on).predikat_by.map(|by| (by.value, by.cite.policy));
    assert_eq!(by(day(2018, 12, 31)), None);
    assert_eq!(by(day(2022, 2, 6)), Some((Method::Skor, "pp-30-2019".to_owned())));
    assert_eq!(by(day(2022, 2, 7)), Some((Method::Kuadran, "permenpanrb-6-2022".to_owned())));
}

#[test]
fn a_sentence_is_cited_by_its_own_article_and_certainty() {
    let policy = library().in_force("nasional", day(2025, 12, 31)).unwrap();
    let cite = |rule, code: &str| policy.clauses.get(rule, code).unwrap().cite.clone();
    let transfer = cite(Rule::SpecialCases, "mutasi-tahunan");
    assert_eq!((transfer.article.as_str(), transfer.certainty), ("Bab IV.A.13", Certainty::Text));
    assert_eq!(cite(Rule::SpecialCases, "jabatan-rangkap").certainty, Certainty::Assumption);
    assert_eq!(cite(Rule::ObjectionRules, "pengajuan").article, "Ps 29; Bab V.B");
    assert_eq!(policy.clauses.of(Rule::Forms).len(), 24);
    assert!(policy.clauses.get(Rule::Forms, "A.9.9").is_none());
}

/// The data with one replacement: what is reported, as `file:line key`.
fn changed(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = policy_files();
    let text = &mut files.iter_mut().find(|(file, _)| file == path).unwrap().1;
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    let problems: Vec<Problem> = Library::load(files).err().unwrap_or_default();
    problems.into_iter().map(|p| format!("{}:{} {}", p.file, p.line, p.says.key)).collect()
}

#[test]
fn broken_law_data_is_refused_with_file_and_line() {
    let (score, achievement) = ("law/pp-30-2019/regulation.toml", "law/permenpanrb-8-2021/regulation.toml");
    let (credit, absence) = ("law/perban-bkn-3-2023/regulation.toml", "law/pp-94-2021/regulation.toml");
    let (plan, special) = ("law/permenpanrb-6-2022/setting.toml", "law/permenpanrb-6-2022/special.toml");
    for (path, from, to, want) in [
        // A weight sum that is not 100 percent.
        (score, "skp = 60, behaviour = 40", "skp = 60, behaviour = 41", "wrong"),
        // A band that leaves scores without a predicate.
        (score, "at_least = 0 }", "at_least = 1 }", "wrong"),
        (score, "predikat = \"baik\"", "predikat = \"bagus\"", "wrong"),
        (score, "max = 120\nband", "maks = 120\nband", "missing"),
        (score, "value = \"skor\"", "value = \"angka\"", "wrong"),
        (achievement, "over = 100, line = [101, 110, 110, 120]", "over = 100, line = [101, 110]", "wrong"),
        (achievement, "factors = [100,", "factors = [\"seratus\",", "wrong"),
        (credit, "ahli_muda = 25", "ahli_muda = 25.00001", "wrong"),
        (credit, "ahli_muda = 25", "ahli_mud = 25", "unknown-field"),
        (credit, "sangat_kurang = 25 }", "sangat_kurang = 25, gagal = 0 }", "unknown-field"),
        (absence, "days = 4,", "days = 2,", "wrong"),
        (plan, "sangat_baik = 3.51", "sangat_baik = 2.51", "wrong"),
        (special, "code = \"mutasi-tahunan\"", "code = \"mutasi-periodik\"", "wrong"),
        (special, "certainty = \"secondary\"", "certainty = \"hearsay\"", "wrong"),
        // What everybody needs may not end, begin late, or stand twice.
        (score, "until = 2022-02-06\n", "", "overlap"),
        (score, "until = 2022-02-06\n", "until = 2022-01-31\n", "gap"),
        (
            score,
            "source = \"PP 30/2019 tentang Penilaian Kinerja PNS\"\ncertainty = \"text\"\nweights",
            "certainty = \"text\"\nweights",
            "missing",
        ),
        ("law/berakhlak/values.toml", "[[behaviour]]\nshape", "[[behaviour]]\nuntil = 2030-12-31\nshape", "ends"),
        ("law/berakhlak/values.toml", "[[behaviour]]\nshape", "[[behavior]]\nshape", "unknown-rule"),
        ("law/permenpanrb-6-2022/notes.md", "feedback-rules:", "feedback-rules, tiada:", "unknown-rule"),
        // One assumption among the sentences of a rule is enough to need a paragraph.
        (
            "law/permenpanrb-6-2022/notes.md",
            "## 2026-11-23 special-cases:",
            "## 2026-11-23 forms:",
            "assumption-unexplained",
        ),
        // A year that is only expected says so.
        ("law/hari-libur/2027.toml", "uncertain = ", "unsure = ", "missing"),
        // A scheme may not set what holds for everybody.
        (
            "schemes/nasional/scheme.toml",
            "[[periodic-due]]\nshape = \"working-days\"",
            "[[ak-basis]]\nshape = \"working-days\"",
            "misplaced",
        ),
    ] {
        let got = changed(path, from, to);
        let want = format!("policy-problem-{want}");
        assert!(got.iter().any(|p| p.ends_with(&want)), "{to}: {got:#?}");
    }
    assert_eq!(changed(score, "# PP 30/2019", "# PP 30 / 2019"), Vec::<String>::new());
}

#[test]
fn a_problem_names_its_line() {
    let path = "law/pp-30-2019/regulation.toml";
    let text = policy_files().into_iter().find(|(file, _)| file == path).unwrap().1;
    let line = text.lines().position(|line| line.contains("skp = 60, behaviour = 40")).unwrap() + 1;
    let got = changed(path, "skp = 60, behaviour = 40", "skp = 70, behaviour = 40");
    assert!(got.contains(&format!("{path}:{line} policy-problem-wrong")), "{got:?}");
}

#[test]
fn a_law_that_is_named_later_counts_from_then() {
    // A scheme that names PP 30/2019 beside the quadrant keeps its predicate by the quadrant.
    let files = policy_files().into_iter().map(|(file, text)| {
        let named = "\"permenpanrb-6-2022\", \"se-menpanrb-3-2023\"";
        let more = "\"permenpanrb-6-2022\", \"se-menpanrb-3-2023\", \"pp-30-2019\"";
        let text = if file == "schemes/nasional/scheme.toml" { text.replacen(named, more, 1) } else { text };
        (file, text)
    });
    let policy = Library::load(files).unwrap().in_force("nasional", day(2025, 12, 31)).unwrap();
    assert_eq!(policy.id, "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+pp-30-2019@1+nasional@1");
    assert_eq!(policy.national.predikat_by.unwrap().value, Method::Kuadran);
    assert!(policy.national.score.is_some());
}
