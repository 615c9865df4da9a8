//! The forms of this room keep what was typed and give the domain what it asks for.

use super::{
    edit, example,
    saving::{base_of, lines, revision, told},
    words::{code_of, line_of},
};
use crate::form::Form;
use actions::Failure;
use domain::{
    amount::Amount,
    decision::{Conflict, Refusal},
    plan::{Aspek, Direction, Line, Nilai, Tally, workflow::State},
};
use uuid::Uuid;

fn fresh() -> Uuid {
    Uuid::from_u128(77)
}

#[test]
fn a_saved_result_read_back_is_the_same() {
    let skp = example::skp(State::Draf);
    for rhk in &skp.content.results {
        let mut form = edit::form_of(Some(rhk));
        let typed = edit::read(&mut form, &skp, Some(rhk), fresh);
        assert!(form.check().is_ok());
        let read: Vec<_> = typed.draft.indicators.into_iter().map(|(_, indicator)| indicator).collect();
        assert_eq!(read, rhk.indicators, "{}", rhk.text);
        assert_eq!(
            (typed.draft.text, typed.draft.kind, typed.draft.supports),
            (rhk.text.clone(), rhk.kind, rhk.supports)
        );
    }
}

#[test]
fn an_indicator_nobody_touched_is_left_out_and_a_new_one_gets_an_id() {
    let skp = example::skp(State::Draf);
    let mut form = edit::form_of(None);
    form.set("text", "Loket buka setiap hari kerja");
    edit::add_indicator(&mut form);
    form.set("indicator.1.text", "Hari loket buka");
    form.set("indicator.1.aspek", "kuantitas");
    form.set("indicator.1.target", "240");
    form.set("indicator.1.target_unit", "hari");
    form.set("indicator.1.tally", "jumlah");
    form.set("indicator.1.direction", "naik");
    let typed = edit::read(&mut form, &skp, None, fresh);
    assert_eq!(typed.ids, [(domain::ids::IndicatorId(fresh()), "1".to_owned())]);
    let [(_, indicator)] = &typed.draft.indicators[..] else { panic!("one indicator") };
    assert_eq!((indicator.aspek, indicator.target.amount), (Some(Aspek::Kuantitas), Some(Amount::whole(240))));
    assert_eq!((indicator.target.tally, indicator.target.direction), (Tally::Sum, Direction::HigherIsBetter));
}

#[test]
fn an_id_of_another_result_is_not_taken_from_the_form() {
    let skp = example::skp(State::Draf);
    let (first, second) = (&skp.content.results[0], &skp.content.results[1]);
    let mut form = edit::form_of(Some(first));
    form.set("indicator.0.id", second.indicators[0].id.to_string());
    let typed = edit::read(&mut form, &skp, Some(first), fresh);
    assert_eq!(typed.ids[0].0, domain::ids::IndicatorId(fresh()));
}

#[test]
fn an_indicator_marked_to_be_taken_out_goes() {
    let skp = example::skp(State::Draf);
    let first = &skp.content.results[0];
    let mut form = edit::form_of(Some(first));
    form.set("indicator.0.remove", "1");
    let typed = edit::read(&mut form, &skp, Some(first), fresh);
    assert_eq!(typed.ids.iter().map(|(_, at)| at.as_str()).collect::<Vec<_>>(), ["1"]);
}

#[test]
fn writers_in_different_parts_do_not_disturb_each_other() {
    let skp = example::skp(State::Draf);
    let saved = edit::form_of(skp.content.results.first());
    let base = base_of(&saved);
    let typed = Form::of([("revision", "3"), ("base", base.as_str())]);
    assert_eq!(revision(&typed, &skp, &base), skp.revision, "what the form shows has not changed");
    let typed = Form::of([("revision", "3"), ("base", "other")]);
    assert_eq!(revision(&typed, &skp, &base), 3, "it has: the action will say so");
}

#[test]
fn a_conflict_names_every_field_and_the_revision_to_go_on_from() {
    let skp = example::skp(State::Draf);
    let saved = edit::form_of(skp.content.results.first());
    let conflict = Conflict { by: skp.rater, by_name: "R".into(), at: chrono::DateTime::UNIX_EPOCH, now: Vec::new() };
    let outcome: Result<(), Failure> = Err(Failure::Refused(Refusal::Conflict(Box::new(conflict))));
    let Err(Failure::Refused(Refusal::Conflict(conflict))) = told(outcome, &skp, &saved) else { panic!("a conflict") };
    let value = |name: &str| conflict.now.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    assert_eq!(value("revision"), Some(skp.revision.to_string()));
    assert_eq!(value("text"), Some(skp.content.results[0].text.clone()));
    assert_eq!(value("indicator.0.target_unit").as_deref(), Some("hari kerja"));
}

#[test]
fn lines_of_a_plan_have_codes_that_read_back() {
    let skp = example::skp(State::Draf);
    let rhk = &skp.content.results[0];
    let mut all = vec![Line::Whole, Line::Resources, Line::Accountability, Line::Consequences];
    all.extend(Nilai::ALL.map(Line::Nilai));
    all.extend([Line::Rhk(rhk.id), Line::Indicator(rhk.indicators[0].id)]);
    for line in all {
        assert_eq!(line_of(&code_of(line)), Some(line));
    }
    assert_eq!(line_of("hasil.bukan-id"), None);
    assert_eq!(line_of("lain"), None);
}

#[test]
fn lines_of_a_text_area_lose_their_empty_ones() {
    assert_eq!(lines(" satu \r\n\r\n dua"), ["satu", "dua"]);
}
