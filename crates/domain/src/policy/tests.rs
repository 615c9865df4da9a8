//! The data itself, walked month by month and case by case; and what `load` says of broken data.

mod career;
mod law;
mod scheme;

use super::{Library, Problem, cases, rule::Rule};
use crate::{
    assessment::Rating,
    decision::Certainty,
    evaluation::{Capaian, Predikat, Rhythm, close, period, predikat},
    plan::Nilai,
    testing::{day, library, policy, policy_files},
};
use chrono::{Datelike, Months, NaiveDate};

#[test]
fn every_case_comes_out_as_written() {
    let library = library();
    let mut n = 0;
    for (file, text) in policy_files().iter().filter(|(file, _)| file.ends_with("/cases.toml")) {
        let results = cases::run(&library, file, text);
        let failed: Vec<_> = results.iter().filter(|r| !r.passed).collect();
        assert!(failed.is_empty(), "{failed:#?}");
        n += results.len();
        if file.contains("bengkulu") {
            assert!(results.len() >= 15, "{}", results.len());
        }
    }
    assert!(n > 60, "{n}");
}

#[test]
fn no_month_of_a_scheme_from_2022_to_2030_is_without_rules() {
    let library = library();
    let mut first = day(2022, 2, 1);
    let mut ids = std::collections::BTreeSet::new();
    while first < day(2031, 1, 1) {
        let last = first + Months::new(1) - chrono::Days::new(1);
        for scheme in ["bengkulu", "nasional"] {
            let policy = library.in_force(scheme, last).unwrap_or_else(|r| panic!("{scheme} {last}: {r}"));
            ids.insert(policy.id.clone());
            for rule in Rule::ALL.iter().filter(|rule| rule.required()) {
                assert!(policy.rules.iter().any(|r| r.rule == *rule), "{} {last}", rule.code());
            }
        }
        first = first + Months::new(1);
    }
    assert_eq!(
        ids.into_iter().collect::<Vec<_>>(),
        [
            "permenpanrb-6-2022@1+bengkulu@1",
            "permenpanrb-6-2022@1+nasional@1",
            "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+bengkulu@1",
            "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+nasional@1",
        ]
    );
    // The regulation is in force from 7 February 2022; before it there is nothing to guess.
    for before in [day(2022, 1, 31), day(2022, 2, 6)] {
        let refusal = library.in_force("bengkulu", before).unwrap_err();
        assert!(refusal.to_string().contains("policy-none-in-force"), "{refusal}");
    }
    assert!(library.in_force("tidak-ada", day(2026, 1, 1)).is_err());
}

#[test]
fn t1_kuadran() {
    use Rating::{Diatas, Dibawah, Sesuai};
    let policy = policy();
    let siasn = |n: usize| [Diatas, Sesuai, Dibawah][n - 1];
    let kuadran =
        [Predikat::SangatBaik, Predikat::Baik, Predikat::ButuhPerbaikan, Predikat::Kurang, Predikat::SangatKurang];
    for (hasil, perilaku, want) in
        [(1, 1, 1), (1, 2, 2), (1, 3, 4), (2, 1, 2), (2, 2, 2), (2, 3, 4), (3, 1, 3), (3, 2, 3), (3, 3, 5)]
    {
        let got = predikat::predikat(siasn(hasil), siasn(perilaku), &policy);
        assert_eq!(got.value, kuadran[want - 1], "({hasil},{perilaku})");
        let cite = got.because.cite.unwrap();
        assert_eq!((cite.policy.as_str(), cite.certainty), ("permenpanrb-6-2022", Certainty::Text));
    }
}

#[test]
fn t6_distribution() {
    let policy = policy();
    let check = |capaian, counts: [usize; 5]| {
        let people: Vec<Predikat> =
            Predikat::ALL.into_iter().zip(counts).flat_map(|(p, n)| std::iter::repeat_n(p, n)).collect();
        close::pattern(&people, Some(capaian), &policy).warnings.is_empty()
    };
    for (capaian, counts, ok) in [
        (Capaian::Istimewa, [0, 0, 1, 2, 7], true),
        (Capaian::Istimewa, [0, 0, 0, 2, 8], false),
        (Capaian::Baik, [0, 0, 1, 7, 2], true),
        (Capaian::Baik, [0, 0, 0, 7, 3], false),
        (Capaian::Baik, [0, 0, 2, 8, 0], false),
        (Capaian::ButuhPerbaikan, [0, 0, 6, 3, 1], true),
        (Capaian::ButuhPerbaikan, [0, 0, 6, 2, 2], false),
        (Capaian::Kurang, [0, 6, 1, 3, 0], true),
        (Capaian::Kurang, [0, 6, 0, 4, 0], false),
        (Capaian::SangatKurang, [6, 1, 0, 3, 0], true),
        (Capaian::SangatKurang, [6, 1, 0, 2, 1], false),
        (Capaian::SangatKurang, [6, 0, 0, 4, 0], false),
    ] {
        assert_eq!(check(capaian, counts), ok, "{capaian:?} {counts:?}");
    }
}

#[test]
fn r3_the_review_stands_beside_the_evaluations_of_the_law() {
    let policy = policy();
    let plans = period::periods(2026, &policy);
    let of = |rhythm| plans.iter().filter(|p| p.rhythm == rhythm).collect::<Vec<_>>();
    assert_eq!((of(Rhythm::Triwulanan).len(), of(Rhythm::Semesteran).len(), of(Rhythm::Tahunan).len()), (4, 2, 1));
    assert!(of(Rhythm::Semesteran).iter().all(|p| !p.is_of_law() && p.cite.policy == "bengkulu"));
    assert!(of(Rhythm::Triwulanan).iter().chain(&of(Rhythm::Tahunan)).all(|p| p.is_of_law()));
    // Without gap or overlap each rhythm fills the year.
    for rhythm in [Rhythm::Bulanan, Rhythm::Triwulanan, Rhythm::Semesteran, Rhythm::Tahunan] {
        let mut next = day(2028, 1, 1);
        for n in 1..=rhythm.per_year() {
            let dates = period::dates_of(2028, rhythm, n).unwrap();
            assert_eq!(dates.from, next);
            next = dates.until.unwrap().succ_opt().unwrap();
        }
        assert_eq!(next, day(2029, 1, 1));
        assert!(period::dates_of(2028, rhythm, 0).is_none());
        assert!(period::dates_of(2028, rhythm, rhythm.per_year() + 1).is_none());
    }
}

#[test]
fn seven_values_with_twenty_one_panduan() {
    let policy = policy();
    assert_eq!(policy.behaviour.value.iter().map(|b| b.nilai).collect::<Vec<_>>(), Nilai::ALL);
    assert_eq!(policy.behaviour.value.iter().map(|b| b.panduan.len()).sum::<usize>(), 21);
}

#[test]
fn holidays_of_all_years_are_known() {
    let holidays = library().holidays().clone();
    for (date, working) in [
        (day(2025, 12, 26), false),
        (day(2026, 1, 1), false),
        (day(2026, 3, 20), false),
        (day(2026, 8, 17), false),
        (day(2026, 7, 7), true),
        (day(2026, 7, 11), false),
        (day(2015, 12, 9), false),
        (day(2018, 6, 20), false),
        (day(2019, 4, 17), false),
        (day(2020, 12, 31), false),
        (day(2021, 8, 10), true),
        (day(2021, 8, 11), false),
        (day(2023, 4, 19), false),
        (day(2024, 2, 14), false),
        (day(2027, 3, 10), false),
    ] {
        assert_eq!(holidays.is_working(date), working, "{date}");
    }
    let years: std::collections::BTreeSet<i32> = holidays.0.iter().map(Datelike::year).collect();
    assert_eq!(years.into_iter().collect::<Vec<_>>(), (2015..=2027).collect::<Vec<_>>());
}

/// The real files with some of them changed.
pub(super) fn with(changes: &[(&str, &str)]) -> Vec<Problem> {
    let mut files = policy_files();
    for (path, text) in changes {
        files.retain(|(file, _)| file != path);
        files.push(((*path).to_owned(), (*text).to_owned()));
    }
    Library::load(files).err().unwrap_or_default()
}

fn bengkulu(from: &str, to: &str) -> Vec<String> {
    changed("schemes/bengkulu/scheme.toml", from, to)
}

/// Problems after one replacement in one file, as `file:line key`.
pub(super) fn changed(path: &str, from: &str, to: &str) -> Vec<String> {
    let text = policy_files().into_iter().find(|(file, _)| file == path).unwrap().1;
    assert!(text.contains(from), "{from}");
    with(&[(path, &text.replacen(from, to, 1))])
        .into_iter()
        .map(|p| format!("{}:{} {}", p.file.rsplit('/').next().unwrap(), p.line, p.says.key))
        .collect()
}

#[test]
fn what_is_wrong_is_said_with_file_and_line() {
    let line = |needle: &str| {
        let text = policy_files().into_iter().find(|(f, _)| f == "schemes/bengkulu/scheme.toml").unwrap().1;
        text.lines().position(|l| l == needle).unwrap() + 1
    };
    let review = line("[[review]]");
    for (from, to, want) in [
        ("value = \"semesteran\"", "value = \"mingguan\"", format!("scheme.toml:{} policy-problem-wrong", review + 6)),
        (
            "value = \"semesteran\"",
            "value = \"tahunan\"",
            format!("scheme.toml:{review} policy-problem-review-not-semester"),
        ),
        (
            "value = \"triwulanan\"",
            "value = \"semesteran\"",
            format!("scheme.toml:{} policy-problem-rhythm-not-allowed", line("[[periodic]]")),
        ),
        ("[[review]]", "[[reviu]]", format!("scheme.toml:{review} policy-problem-unknown-rule")),
        ("[[review]]", "[[plan-due]]", format!("scheme.toml:{review} policy-problem-misplaced")),
        (
            "shape = \"rhythm\"",
            "shape = \"irama\"",
            format!("scheme.toml:{} policy-problem-unknown-shape", line("[[periodic]]") + 1),
        ),
        (
            "shape = \"flag\"",
            "shape = \"number\"",
            format!("scheme.toml:{} policy-problem-other-shape", line("[[self-first]]") + 1),
        ),
        (
            "source = \"Tidak disebut dalam uraian Bengkulu\"\n",
            "",
            format!("scheme.toml:{} policy-problem-missing", line("[[periodic]]")),
        ),
        (
            "article = \"PermenPANRB 6/2022 Bab IV.A.14\"\n",
            "",
            format!("scheme.toml:{} policy-problem-missing", line("[[periodic-due]]")),
        ),
        (
            "certainty = \"secondary\"",
            "certainty = \"sure\"",
            format!("scheme.toml:{} policy-problem-wrong", review + 5),
        ),
        (
            "value = true",
            "value = true\nvalu = 3",
            format!("scheme.toml:{} policy-problem-unknown-field", line("value = true") + 1),
        ),
        ("value = 5", "value = 5 =", format!("scheme.toml:{} policy-problem-not-toml", line("value = 5"))),
        ("\"se-menpanrb-3-2023\"]", "\"se-menpanrb-9-2023\"]", "scheme.toml:4 policy-problem-unknown-law".to_owned()),
    ] {
        let got = bengkulu(from, to);
        assert!(got.contains(&want), "{to}: wanted {want}, got {got:#?}");
    }
}

#[test]
fn dates_may_neither_gap_nor_overlap() {
    let version = |from: &str, until: &str| {
        format!(
            "\n[[self-first]]\nshape = \"flag\"\nfrom = {from}\n{until}article = \"a\"\nsource = \"s\"\ncertainty = \"text\"\nvalue = false\n"
        )
    };
    let text = policy_files().into_iter().find(|(f, _)| f == "schemes/bengkulu/scheme.toml").unwrap().1;
    let add = |more: &str| {
        with(&[("schemes/bengkulu/scheme.toml", &(text.clone() + more))])
            .into_iter()
            .map(|p| p.says.key.into_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(add(&version("2027-01-01", "")), Vec::<String>::new());
    assert_eq!(add(&version("2022-02-07", "")), ["policy-problem-overlap"]);
    let gap = version("2023-01-01", "until = 2023-12-31\n") + &version("2024-02-01", "");
    assert_eq!(add(&gap), ["policy-problem-gap"]);
    let overlap = version("2023-01-01", "until = 2023-12-31\n") + &version("2023-06-01", "");
    assert_eq!(add(&overlap), ["policy-problem-overlap"]);
    // A new version takes over from its day, and the id counts it.
    let files = policy_files().into_iter().map(|(f, t)| {
        let t = if f == "schemes/bengkulu/scheme.toml" { t + &version("2027-01-01", "") } else { t };
        (f, t)
    });
    let library = Library::load(files).unwrap();
    let first = |on: NaiveDate| {
        let policy = library.in_force("bengkulu", on).unwrap();
        (policy.self_first.unwrap().value, policy.id.rsplit('+').next().unwrap().to_owned())
    };
    assert_eq!(first(day(2026, 12, 31)), (true, "bengkulu@1".to_owned()));
    assert_eq!(first(day(2027, 1, 1)), (false, "bengkulu@2".to_owned()));
}

#[test]
fn the_law_may_not_lose_a_rule_and_two_laws_may_not_set_the_same() {
    let rating = "law/permenpanrb-6-2022/rating.toml";
    let lost = changed(
        rating,
        "[[rating-shares]]\nshape = \"shares\"\nfrom = 2022-02-07",
        "[[rating-shares]]\nshape = \"shares\"\nfrom = 2022-03-01",
    );
    assert!(lost.iter().any(|p| p.ends_with("policy-problem-gap")), "{lost:?}");
    let ends = changed(rating, "[[labels]]\nshape = \"labels\"", "[[labels]]\nuntil = 2026-12-31\nshape = \"labels\"");
    assert!(ends.iter().any(|p| p.ends_with("policy-problem-ends")), "{ends:?}");
    let twice = changed(
        "law/se-menpanrb-3-2023/regulation.toml",
        "[[distribution-smallest-unit]]",
        "[[plan-due]]\nshape = \"day\"\nfrom = 2024-01-01\narticle = \"a\"\nsource = \"s\"\ncertainty = \"text\"\nmonth = 2\nday = 10\n\n[[distribution-smallest-unit]]",
    );
    assert!(twice.iter().any(|p| p.ends_with("policy-problem-overlap")), "{twice:?}");
}

#[test]
fn an_assumption_needs_a_dated_paragraph() {
    let notes = "schemes/bengkulu/notes.md";
    for (from, to, want) in [
        ("## 2026-11-20 periodic: ", "## periodic: ", "policy-problem-note-undated"),
        ("## 2026-11-20 periodic: ", "## 2026-11-20 periodik: ", "policy-problem-unknown-rule"),
        ("## 2026-11-20 periodic: ", "## 2026-11-20 themes: ", "policy-problem-assumption-unexplained"),
    ] {
        let got = changed(notes, from, to);
        assert!(got.iter().any(|p| p.ends_with(want)), "{to}: {got:?}");
    }
    let gone = with(&[(notes, "# nothing")]);
    assert!(gone.len() >= 4 && gone.iter().all(|p| p.says.key == "policy-problem-assumption-unexplained"));
    let empty =
        with(&[(notes, "## 2026-11-20 name, periodic, periodic-due, self-first, self-first-grace: short\n\nno\n")]);
    assert!(empty.iter().any(|p| p.says.key == "policy-problem-note-empty"));
}

#[test]
fn a_holiday_stands_in_its_year_and_order() {
    let file = "law/hari-libur/2026.toml";
    let wrong = changed(file, "date = 2026-01-16", "date = 2025-01-16");
    assert!(wrong.iter().filter(|p| p.ends_with("policy-problem-wrong")).count() >= 1, "{wrong:?}");
    let kind = changed(file, "kind = \"libur_nasional\"", "kind = \"libur\"");
    assert!(kind.iter().any(|p| p.contains(":9 ")), "{kind:?}");
}

#[test]
fn a_written_case_has_its_own_code_and_a_value_for_each_criterion() {
    let file = "training/case-administrasi.toml";
    let twice = changed(file, "code = \"adm-2\"", "code = \"adm-1\"");
    assert!(matches!(twice.as_slice(), [one] if one.ends_with("policy-problem-twice")), "{twice:?}");
    let unknown = changed(file, "criterion = \"waktu\"", "criterion = \"hasil\"");
    assert!(unknown.iter().any(|p| p.ends_with("policy-problem-missing")), "{unknown:?}");
}

#[test]
fn a_case_that_does_not_hold_is_reported_with_its_line() {
    let library = library();
    let text = "scheme = \"bengkulu\"\n\n[[case]]\nname = \"x\"\non = 2026-12-31\ncheck = \"predikat\"\nhasil = \"diatas\"\nperilaku = \"diatas\"\nexpect = \"baik\"\n\n[[case]]\nname = \"y\"\non = 2026-12-31\ncheck = \"kuadrat\"\nexpect = \"baik\"\n";
    let results = cases::run(&library, "schemes/bengkulu/cases.toml", text);
    assert_eq!((results[0].line, results[0].passed, results[0].got.as_str()), (3, false, "sangat_baik"));
    assert!(results.iter().any(|r| !r.passed && r.line == 14));
    assert!(!cases::run(&library, "x", "scheme = ")[0].passed);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    /// A file cut off, a line lost or a stroke of the pen too many: always problems or a library, never a panic.
    #[test]
    fn broken_files_are_reported_and_never_panic(which in 0_usize..40, at in 0_usize..20_000, how in 0_u8..3) {
        let mut files = policy_files();
        let n = files.len();
        let text = &mut files[which % n].1;
        let at = (0..=at % (text.len() + 1)).rev().find(|i| text.is_char_boundary(*i)).unwrap();
        match how {
            0 => text.truncate(at),
            1 => text.insert_str(at, "9\n[["),
            _ => {
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                text.replace_range(at..end, "");
            }
        }
        let name = files[which % n].0.clone();
        if let Ok(library) = Library::load(files.clone()) {
            if let Ok(policy) = library.in_force("bengkulu", day(2026, 6, 30)) {
                period::periods(2026, &policy);
            }
            if name.ends_with("cases.toml") {
                cases::run(&library, &name, &files[which % n].1);
            }
        }
    }
}
