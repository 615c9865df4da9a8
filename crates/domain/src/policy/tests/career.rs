//! Rules of careers: what is wrong in them is said, an agency's own axes come before the common ones.

use super::changed;
use crate::{
    policy::Library,
    talent::boxes::Part,
    testing::{day, policy_files},
};

#[test]
fn rules_of_careers_are_read_strictly() {
    let (conditions, boxes, match_) = (
        "law/pp-11-2017/regulation.toml",
        "law/permenpanrb-3-2020/regulation.toml",
        "law/permenpanrb-38-2017/regulation.toml",
    );
    for (file, from, to, want) in [
        (conditions, "test = \"in-rank\"", "test = \"in-ranks\"", "policy-problem-wrong"),
        (conditions, "years = 4", "years = 4\nmonths = 3", "policy-problem-unknown-field"),
        (conditions, "years = 4", "years = 0", "policy-problem-wrong"),
        (conditions, "fact = \"vacancy\"", "fact = \"lowong\"", "policy-problem-wrong"),
        (conditions, "percent = 80", "percent = 80.125", "policy-problem-wrong"),
        (conditions, "code = \"empat-tahun\"", "code = \"pns\"", "policy-problem-wrong"),
        (conditions, "kinds = [\"jf_ahli_utama\"]", "kinds = [\"jf_utama\"]", "policy-problem-wrong"),
        (boxes, "number = 9", "number = 8", "policy-problem-wrong"),
        (boxes, "weight = 50", "weight = 60", "policy-problem-wrong"),
        (boxes, "high = 85", "high = 60", "policy-problem-wrong"),
        (boxes, "pool = true", "", "policy-problem-missing"),
        (match_, "from = 68 }", "from = 88 }", "policy-problem-wrong"),
        (match_, "code = \"data\"", "code = \"tik\"", "policy-problem-wrong"),
        ("law/pp-30-2019/regulation.toml", "load = 3", "load = 0", "policy-problem-wrong"),
    ] {
        let got = changed(file, from, to);
        assert!(got.iter().any(|problem| problem.ends_with(want)), "{to}: wanted {want}, got {got:?}");
    }
    // A condition that is our reading needs its paragraph, like any assumption.
    let notes = changed("law/pp-11-2017/notes.md", "name, rank-promotion, post-promotion:", "name:");
    assert!(notes.iter().any(|problem| problem.ends_with("policy-problem-assumption-unexplained")), "{notes:?}");
}

#[test]
fn an_agencys_own_axes_come_first() {
    let own = r#"
[[talent-axes-own]]
shape = "talent-axes"
from = 2026-01-01
article = "Ps 3"
source = "Peraturan Bupati"
certainty = "text"
years = 1
above = "sangat_baik"
below = "kurang"
part = [{ part = "kompetensi", weight = 100 }]
least_known = 100
medium = 50
high = 80
months = 12
"#;
    let files = policy_files().into_iter().map(|(file, text)| match file.as_str() {
        "schemes/bengkulu/scheme.toml" => (file, text + own),
        _ => (file, text),
    });
    let library = Library::load(files).expect("in order");
    let axes = |scheme| {
        let rules = library.in_force(scheme, day(2026, 6, 1)).expect("in force").career;
        rules.axes.expect("axes").value.parts
    };
    assert_eq!(axes("bengkulu"), [(Part::Kompetensi, 100)]);
    assert_eq!(axes("nasional").len(), 3);
}
