//! Who may change what in a session, and when nothing can be changed any more.

use super::*;
use crate::testing::{assessment, day, id, noon, plan};

fn session() -> Calibration {
    Calibration {
        id: id(1),
        period: id(2),
        unit: id(3),
        held_on: day(2027, 1, 12),
        place: "Ruang rapat".into(),
        agenda: "Arti di atas ekspektasi".into(),
        minutes: String::new(),
        attended: Vec::new(),
        by: id(4),
        at: noon(day(2027, 1, 10)),
        closed_at: None,
        revision: 0,
    }
}

const WHY: &str = "Bukti menunjukkan target terlampaui dua kali.";

#[test]
fn r23_a_rating_changes_only_by_the_word_of_its_official_and_keeps_what_it_was() {
    let (skp, at) = (plan(), noon(day(2027, 1, 12)));
    let sheet = assessment(RaterRole::Penilai, &skp, Rating::Sesuai, Rating::Sesuai, Rating::Sesuai);
    let subject = sheet.answers[0].subject;
    let ask = |after, reason| propose(&session(), &sheet, false, (id(9), subject, after), reason, (id(4), at));
    assert!(matches!(ask(Rating::Sesuai, WHY), Err(Refusal::Fields(_))), "the same rating is no proposal");
    assert!(matches!(ask(Rating::Diatas, "bagus"), Err(Refusal::Fields(_))), "a reason is needed");
    let proposal = ask(Rating::Diatas, WHY).unwrap();
    assert_eq!((proposal.before, proposal.after), (Rating::Sesuai, Rating::Diatas));

    let answer = |changes| Answer { changes, reason: WHY.into(), by: id(5), at };
    let (kept, none) = decide(&proposal, &sheet, false, answer(false)).unwrap();
    assert!(none.is_none() && kept.answer.is_some(), "declined: nothing changes, the word stands");
    let (done, changed) = decide(&proposal, &sheet, false, answer(true)).unwrap();
    let line = changed.unwrap().answers[0].clone();
    assert_eq!(line.rating, Some(Rating::Diatas));
    assert!(line.reason.ends_with(WHY) && line.reason.len() > WHY.len(), "both reasons stand");
    assert!(decide(&done, &sheet, false, answer(true)).is_err(), "answered once");
    let mut moved = sheet.clone();
    moved.answers[0].rating = Some(Rating::Dibawah);
    assert!(decide(&proposal, &moved, false, answer(true)).is_err(), "it is another rating now");
}

#[test]
fn r23_nobody_proposes_about_themselves() {
    assert!(not_about_oneself(id(4), id(5)).is_ok());
    assert!(matches!(not_about_oneself(id(4), id(4)), Err(Refusal::Rule(_))));
}

#[test]
fn r23_a_fair_value_gives_no_voice_and_no_official_away() {
    // Who looks; then: nobody promised, and not signed; signed; somebody promised, and not signed; signed.
    for (looks, want) in [
        (Looks::Rater, [true, true, false, true]),
        (Looks::Office, [false, true, false, true]),
        (Looks::Other, [false; 4]),
    ] {
        let found = [(false, false), (true, false), (false, true), (true, true)]
            .map(|(signed, promised)| shows_fair(looks, signed, promised));
        assert_eq!(found, want, "{looks:?}");
    }
}

#[test]
fn r26_the_minutes_hold_what_was_decided_before_the_session_ended() {
    let (skp, at) = (plan(), noon(day(2027, 1, 12)));
    let sheet = assessment(RaterRole::Penilai, &skp, Rating::Sesuai, Rating::Sesuai, Rating::Sesuai);
    let what = (id(9), sheet.answers[0].subject, Rating::Diatas);
    let proposal = propose(&session(), &sheet, false, what, WHY, (id(4), at)).unwrap();
    let decided = |day| {
        let answer = Answer { changes: false, reason: WHY.into(), by: id(5), at: noon(day) };
        decide(&proposal, &sheet, false, answer).unwrap().0
    };
    let ended = Calibration { closed_at: Some(noon(day(2027, 1, 13))), ..session() };
    for (on, running, after) in
        [(day(2027, 1, 12), true, true), (day(2027, 1, 13), true, true), (day(2027, 1, 14), true, false)]
    {
        let proposal = decided(on);
        assert_eq!((proposal.answer_in(&session()).is_some(), proposal.answer_in(&ended).is_some()), (running, after));
    }
    assert!(proposal.answer_in(&session()).is_none(), "nothing decided yet");
    let signed = decide(&proposal, &sheet, true, Answer { changes: false, reason: WHY.into(), by: id(5), at });
    assert!(signed.is_ok(), "keeping the rating is a word that may be said at any time");
}

#[test]
fn r26_nothing_changes_after_the_result_is_signed_or_the_session_ended() {
    let (skp, at) = (plan(), noon(day(2027, 1, 12)));
    let sheet = assessment(RaterRole::Penilai, &skp, Rating::Sesuai, Rating::Sesuai, Rating::Sesuai);
    let mut draft = sheet.clone();
    draft.sent_at = None;
    assert!(can_change(&sheet, false).is_ok());
    assert!(can_change(&sheet, true).is_err());
    assert!(can_change(&draft, false).is_err());
    assert!(session().close(at).is_err(), "no minutes");
    let held = Calibration { minutes: "Disepakati contoh.".into(), attended: vec![id(4)], ..session() };
    let ended = held.close(at).unwrap();
    assert!(ended.open().is_err() && ended.clone().close(at).is_err());
    let late = propose(&ended, &sheet, false, (id(9), sheet.answers[0].subject, Rating::Diatas), WHY, (id(4), at));
    assert!(matches!(late, Err(Refusal::Rule(_))));
}
