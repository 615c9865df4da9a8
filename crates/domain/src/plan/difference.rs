//! What changed between two texts of a plan, line by line, for the rater who must agree to the change.

use super::{Content, Indicator, Line, Nilai, Rhk, RhkKind};
use crate::decision::Text;
use serde::{Deserialize, Serialize};

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It reads otherwise.
    Changed,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which line.
    pub line: Line,
    /// What happened.
    pub kind: ChangeKind,
    /// Which part of the line.
    pub what: Text,
    /// As it was; empty when added.
    pub before: String,
    /// As it is; empty when removed.
    pub after: String,
}

/// The differences from `old` to `new`, in the order of the form. Lines are matched by their ids.
pub fn between(old: &Content, new: &Content) -> Vec<Change> {
    let mut changes = Vec::new();
    for rhk in &new.results {
        match old.results.iter().find(|was| was.id == rhk.id) {
            Some(was) => results(was, rhk, &mut changes),
            None => whole(Line::Rhk(rhk.id), ChangeKind::Added, "plan-change-rhk", &in_full(rhk), &mut changes),
        }
    }
    for was in old.results.iter().filter(|was| !new.results.iter().any(|rhk| rhk.id == was.id)) {
        whole(Line::Rhk(was.id), ChangeKind::Removed, "plan-change-rhk", &in_full(was), &mut changes);
    }
    let order = |c: &Content| c.results.iter().map(|r| r.id).collect::<Vec<_>>();
    let (mut kept_old, mut kept_new) = (order(old), order(new));
    kept_old.retain(|id| kept_new.contains(id));
    kept_new.retain(|id| kept_old.contains(id));
    if kept_old != kept_new {
        let names = |content: &Content, ids: &[_]| {
            let text = |id| content.results.iter().find(|r| r.id == id).map_or("", |r| r.text.as_str());
            ids.iter().map(|id| text(*id)).collect::<Vec<_>>().join("\n")
        };
        let (before, after) = (names(old, &kept_old), names(new, &kept_new));
        changed(Line::Whole, "plan-change-order", &before, &after, &mut changes);
    }
    for nilai in Nilai::ALL {
        let text = |c: &Content| c.expectations.get(&nilai).map(|list| list.join("\n")).unwrap_or_default();
        compare(Line::Nilai(nilai), "plan-change-expectation", &text(old), &text(new), &mut changes);
    }
    for (line, key, before, after) in [
        (Line::Resources, "plan-change-resources", &old.resources, &new.resources),
        (Line::Accountability, "plan-change-accountability", &old.accountability, &new.accountability),
        (Line::Consequences, "plan-change-consequences", &old.consequences, &new.consequences),
    ] {
        compare(line, key, &before.join("\n"), &after.join("\n"), &mut changes);
    }
    changes
}

fn results(was: &Rhk, now: &Rhk, changes: &mut Vec<Change>) {
    let line = Line::Rhk(now.id);
    compare(line, "plan-change-rhk-text", &was.text, &now.text, changes);
    compare(line, "plan-change-rhk-kind", kind(was.kind), kind(now.kind), changes);
    compare(line, "plan-change-assigned-by", &was.assigned_by, &now.assigned_by, changes);
    if was.supports != now.supports || was.supports_text != now.supports_text {
        changed(line, "plan-change-supports", &was.supports_text, &now.supports_text, changes);
    }
    for indicator in &now.indicators {
        let line = Line::Indicator(indicator.id);
        match was.indicators.iter().find(|old| old.id == indicator.id) {
            Some(old) => {
                compare(line, "plan-change-indicator-text", &old.text, &indicator.text, changes);
                compare(line, "plan-change-target", &target(old), &target(indicator), changes);
                compare(line, "plan-change-aspek", &aspek(old), &aspek(indicator), changes);
            }
            None => whole(line, ChangeKind::Added, "plan-change-indicator", &with_target(indicator), changes),
        }
    }
    for old in was.indicators.iter().filter(|old| !now.indicators.iter().any(|i| i.id == old.id)) {
        let line = Line::Indicator(old.id);
        whole(line, ChangeKind::Removed, "plan-change-indicator", &with_target(old), changes);
    }
}

/// The regulation's own words.
const fn kind(kind: RhkKind) -> &'static str {
    match kind {
        RhkKind::Utama => "Utama",
        RhkKind::Tambahan => "Tambahan",
    }
}

fn aspek(indicator: &Indicator) -> String {
    let aspek = indicator.aspek.map(|a| format!("{a:?}"));
    let perspektif = indicator.perspektif.map(|p| p.code().replace('_', " "));
    aspek.into_iter().chain(perspektif).collect::<Vec<_>>().join(", ")
}

/// Target with how it is counted, so that a change of counting is seen as well.
fn target(indicator: &Indicator) -> String {
    use super::{Direction, Tally};
    let target = &indicator.target;
    let sign = match target.direction {
        Direction::HigherIsBetter => "≥",
        Direction::LowerIsBetter => "≤",
    };
    let tally = match target.tally {
        Tally::Sum => "Σ",
        Tally::Latest => "→",
    };
    let words = target.words();
    if words.is_empty() { words } else { format!("{sign} {words} ({tally})") }
}

fn with_target(indicator: &Indicator) -> String {
    let target = target(indicator);
    if target.is_empty() { indicator.text.clone() } else { format!("{}: {target}", indicator.text) }
}

fn in_full(rhk: &Rhk) -> String {
    let mut text = rhk.text.clone();
    for indicator in &rhk.indicators {
        text.push_str("\n- ");
        text.push_str(&with_target(indicator));
    }
    text
}

fn whole(line: Line, kind: ChangeKind, key: &'static str, text: &str, changes: &mut Vec<Change>) {
    let (before, after) = match kind {
        ChangeKind::Removed => (text.to_owned(), String::new()),
        ChangeKind::Added | ChangeKind::Changed => (String::new(), text.to_owned()),
    };
    changes.push(Change { line, kind, what: Text::new(key), before, after });
}

fn compare(line: Line, key: &'static str, before: &str, after: &str, changes: &mut Vec<Change>) {
    if before.trim() != after.trim() {
        changed(line, key, before, after, changes);
    }
}

fn changed(line: Line, key: &'static str, before: &str, after: &str, changes: &mut Vec<Change>) {
    let kind = match (before.trim().is_empty(), after.trim().is_empty()) {
        (true, false) => ChangeKind::Added,
        (false, true) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    };
    changes.push(Change { line, kind, what: Text::new(key), before: before.to_owned(), after: after.to_owned() });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{id, indicator, plan, rhk, target};

    fn show(old: &Content, new: &Content) -> String {
        let line = |c: &Change| format!("{:?} {}: {:?} -> {:?}", c.kind, c.what.key, c.before, c.after);
        between(old, new).iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_kind_of_change_is_seen_once() {
        let old = plan().content;
        assert_eq!(between(&old, &old), []);
        let mut new = old.clone();
        new.results[0].text = "Permohonan informasi terlayani paling lama 3 hari".into();
        new.results[0].supports_text = "Layanan informasi meningkat".into();
        new.results[1].indicators[0].target = target(1000, "berkas");
        new.results[1].indicators.push(indicator(22, "Kesalahan pemindaian", target(5, "berkas")));
        new.results[2].kind = RhkKind::Utama;
        new.results.push(rhk(
            9,
            RhkKind::Tambahan,
            "Buku saku layanan tersedia",
            vec![indicator(91, "Buku saku", target(1, "buku"))],
        ));
        new.results.swap(0, 1);
        new.expectations.insert(Nilai::Adaptif, vec!["Mencoba pemindai baru".into()]);
        new.resources.push("Satu pemindai".into());
        insta::assert_snapshot!(show(&old, &new));
        let back = between(&new, &old);
        assert_eq!(back.len(), between(&old, &new).len());
        assert!(back.iter().any(|c| c.kind == ChangeKind::Removed && c.line == Line::Rhk(id(9))));
    }

    #[test]
    fn counting_otherwise_is_a_change() {
        let old = plan().content;
        let mut new = old.clone();
        new.results[1].indicators[0].target.tally = crate::plan::Tally::Latest;
        assert_eq!(show(&old, &new), "Changed plan-change-target: \"≥ 1.200 berkas (Σ)\" -> \"≥ 1.200 berkas (→)\"");
    }
}
