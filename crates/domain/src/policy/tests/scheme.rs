//! Schemes as data: each has its worked cases, and what is wrong in one is said with file, line and reason.

use super::{super::cases, changed, with};
use crate::testing::{day, library, policy_files};

const SCHEMES: [&str; 5] = ["bengkulu", "cipocokjaya", "plaju", "surakarta", "wanggar"];

#[test]
fn each_scheme_has_fifteen_cases_that_hold() {
    let library = library();
    for scheme in SCHEMES {
        let path = format!("schemes/{scheme}/cases.toml");
        let text = policy_files().into_iter().find(|(file, _)| *file == path).unwrap().1;
        let results = cases::run(&library, &path, &text);
        assert!(results.len() >= 15, "{scheme}: {}", results.len());
        let failed: Vec<_> = results.iter().filter(|r| !r.passed).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }
}

#[test]
fn each_scheme_is_whole_from_its_first_day() {
    let library = library();
    for scheme in SCHEMES {
        for on in [day(2022, 2, 7), day(2026, 12, 31)] {
            let own = library.in_force(scheme, on).unwrap().appraisal;
            assert!(own.combine.is_some() && own.raters.is_some() && own.follow_ups.is_some(), "{scheme}");
            assert!(own.workflow.is_some() && own.texts.is_some() && !own.criteria().is_empty(), "{scheme}");
            assert_eq!(own.code, scheme);
        }
    }
}

/// The line of a text in a file, from 1.
fn line(path: &str, needle: &str) -> usize {
    let text = policy_files().into_iter().find(|(file, _)| file == path).unwrap().1;
    text.lines().position(|l| l == needle).unwrap_or_else(|| panic!("{needle}")) + 1
}

#[test]
fn what_is_wrong_in_a_scheme_is_said_with_file_and_line() {
    let (wanggar, plaju) = ("schemes/wanggar/scheme.toml", "schemes/plaju/scheme.toml");
    let (criteria, follow) = ("schemes/wanggar/criteria.toml", "schemes/wanggar/follow-ups.toml");
    let (surakarta, bengkulu) = ("schemes/surakarta/scheme.toml", "schemes/bengkulu/criteria.toml");
    let source = "source = \"Penilaian Kinerja ASN di Badan Kepegawaian Wanggar\"\n";
    let first_anchor = "    \"Informasi sering keliru dan pemohon harus kembali.\",\n";
    let rule = |path: &str, head: &str, key: &str| {
        format!("{}:{} policy-problem-{key}", path.rsplit('/').next().unwrap(), line(path, head))
    };
    for (path, from, to, want) in [
        // weights
        (wanggar, "weight = 50", "weight = 40", rule(wanggar, "[[dimensions]]", "weights")),
        (wanggar, "weight = 50", "weight = 101", rule(wanggar, "weight = 50", "wrong")),
        (wanggar, "form = \"weighted\"", "form = \"average\"", rule(wanggar, "[[dimensions]]", "weights-unused")),
        (plaju, "weight = 30\nmin = 3", "weight = 20\nmin = 3", rule(plaju, "[[raters]]", "shares")),
        // unknown keys and names
        (plaju, "months = 3", "month = 3", rule(plaju, "months = 3", "unknown-field")),
        (wanggar, "[[raters]]", "[[penilai]]", rule(wanggar, "[[raters]]", "unknown-rule")),
        (wanggar, "role = \"penilai\"", "role = \"tetangga\"", rule(wanggar, "role = \"penilai\"", "wrong")),
        (
            surakarta,
            "role = \"penilai\"",
            "role = \"penilai\"\ndimensions = [\"nihil\"]",
            rule(surakarta, "[[raters]]", "names-unknown"),
        ),
        (
            follow,
            "band_at_most = \"di_bawah\"",
            "band_at_most = \"bawah\"",
            rule(follow, "[[follow-ups]]", "names-unknown"),
        ),
        (follow, "after = \"laporan\"", "after = \"umpan_balik\"", rule(follow, "[[workflow]]", "names-unknown")),
        (criteria, "dimension = \"inovasi\"", "dimension = \"baru\"", rule(criteria, "[[criteria]]", "names-unknown")),
        // missing
        (criteria, source, "", rule(criteria, "[[criteria]]", "missing")),
        (criteria, first_anchor, "", rule(criteria, "[[criteria]]", "anchors")),
        (criteria, "anchors = [\n", "anker = [\n", rule(criteria, "[[criteria.criterion]]", "missing")),
        (criteria, "cuts = [\"17\", ", "cuts = [", rule(criteria, "[[criteria]]", "cuts")),
        (
            criteria,
            "cuts = [\"17\", ",
            "cuts = [\"7\", ",
            rule(criteria, "cuts = [\"17\", \"10\", \"5\", \"2\"] # level 2, 3, …", "wrong"),
        ),
        (
            wanggar,
            "[[scale]]\nshape = \"words\"\nfrom = 2022-02-07",
            "[[scale]]\nshape = \"words\"\nfrom = 2023-01-01",
            "criteria.toml:2 policy-problem-needs".to_owned(),
        ),
        // against people
        (plaju, "min = 3", "min = 2", rule(plaju, "min = 3", "wrong")),
        (surakarta, "role = \"diri\"\nturn = 1", "role = \"diri\"\nturn = 2", rule(surakarta, "[[raters]]", "turns")),
        // bounds
        (wanggar, "from = \"1,50\"", "from = \"5\"", rule(wanggar, "[[combine.band]]", "wrong")),
        (follow, "remind = [2]", "remind = [5]", rule(follow, "remind = [2]", "wrong")),
        // the law's predikat cannot be replaced by a scheme
        (bengkulu, "[[combine]]", "[[kuadran]]", rule(bengkulu, "[[combine]]", "misplaced")),
        (wanggar, "form = \"weighted\"", "form = \"predikat\"", rule(wanggar, "form = \"weighted\"", "wrong")),
    ] {
        let got = changed(path, from, to);
        assert!(got.contains(&want), "{to}: wanted {want}, got {got:#?}");
    }
}

#[test]
fn a_rule_of_a_scheme_may_not_overlap_itself() {
    let path = "schemes/wanggar/scheme.toml";
    let text = policy_files().into_iter().find(|(file, _)| file == path).unwrap().1;
    let again = "\n[[team-results]]\nshape = \"flag\"\nfrom = 2023-01-01\narticle = \"a\"\nsource = \"s\"\ncertainty = \"text\"\nvalue = true\n";
    let found = |text: &str| with(&[(path, text)]).into_iter().map(|p| p.says.key.into_owned()).collect::<Vec<_>>();
    assert_eq!(found(&(text.clone() + again)), Vec::<String>::new());
    assert_eq!(found(&(text + again + again)), ["policy-problem-overlap"]);
}
