use super::{
    course::{Chance, chances, end, fair_until, hear, may_meet, may_step},
    pairing::{Candidate, Weak, circle, may_pair, strength, strong},
    *,
};
use crate::{
    decision::{Citation, Refusal},
    policy::permenpanrb,
    talent::Met,
};
use uuid::Uuid;

fn who(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(n))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(text: &str) -> DateTime<Utc> {
    day(text).and_hms_opt(2, 0, 0).expect("a time").and_utc()
}

fn cite() -> Citation {
    permenpanrb("Bab III.D")
}

const LIMITS: Limits = Limits { load: 3, gap: 100, months: 6, meetings: 2 };

/// Employee 1, rated by 2, opened by 3.
fn case(kind: Kind) -> Case {
    Case {
        id: MentoringId(Uuid::from_u128(100)),
        kind,
        employee: who(1),
        rater: Some(who(2)),
        superior: Some(who(4)),
        proposal: None,
        because: None,
        reason: "Dua tahun di bawah rata-rata.".into(),
        weaknesses: vec![Weakness { criterion: Some("ketepatan".into()), says: "Ketepatan informasi".into() }],
        heard: None,
        mentor: None,
        matched: None,
        from: day("2028-01-10"),
        review_on: day("2028-06-30"),
        exit: None,
        by: who(3),
        at: at("2028-01-10"),
        revision: 1,
    }
}

fn heard() -> Heard {
    Heard { says: "Saya belum memahami pedomannya.".into(), help: String::new(), at: at("2028-01-12") }
}

fn step(due: &str, done: Option<&str>) -> Step {
    Step {
        id: MentoringStepId(Uuid::from_u128(1)),
        case: case(Kind::Mentoring).id,
        what: "Membaca pedoman bersama".into(),
        due: day(due),
        done_on: done.map(day),
        note: String::new(),
        by: who(5),
        at: at("2028-01-15"),
    }
}

fn meeting(on: &str) -> Meeting {
    Meeting {
        id: MentoringMeetingId(Uuid::from_u128(1)),
        case: case(Kind::Mentoring).id,
        on: day(on),
        place: String::new(),
        talked: "Membahas jawaban yang keliru.".into(),
        next: String::new(),
        by: who(5),
        at: at(on),
    }
}

fn key(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Rule(broken) => broken.says.key.to_string(),
        Refusal::Fields(errors) => errors.iter().map(|e| e.text.key.as_ref()).collect::<Vec<_>>().join(" "),
        other => format!("{other:?}"),
    }
}

#[test]
fn where_a_case_is_follows_from_what_happened() {
    let opened = case(Kind::Mentoring);
    let spoken = Case { heard: Some(heard()), ..opened.clone() };
    let helped = Case { mentor: Some(who(5)), ..spoken.clone() };
    let over = Case {
        exit: Some(Exit { outcome: Outcome::Membaik, says: String::new(), by: who(2), at: at("2028-07-01") }),
        ..helped.clone()
    };
    let plan = Case { heard: Some(heard()), ..case(Kind::Perbaikan) };
    for (case, today, want) in [
        (&opened, "2028-01-11", State::Didengar),
        (&spoken, "2028-01-13", State::Mencari),
        (&helped, "2028-02-01", State::Berjalan),
        (&plan, "2028-02-01", State::Berjalan), // an improvement plan needs no mentor
        (&helped, "2028-06-30", State::Ditinjau),
        (&over, "2028-07-02", State::Selesai),
    ] {
        assert_eq!(case.state(day(today)), want, "{today}");
    }
}

#[test]
fn nobody_stands_in_a_circle() {
    let pairs = [(who(1), who(5)), (who(5), who(6)), (who(7), who(8))];
    for (mentor, mentee, want) in [
        (5, 1, Some(vec![5, 1])),    // 1 stands by 5 already
        (6, 1, Some(vec![6, 5, 1])), // through 5
        (8, 1, None),
        (1, 8, None),
        (6, 7, None),
    ] {
        let want = want.map(|chain| chain.into_iter().map(who).collect::<Vec<_>>());
        assert_eq!(circle(&pairs, who(mentor), who(mentee)), want, "{mentor} by {mentee}");
    }
}

fn weak() -> Vec<Weak> {
    let one = |code: &str, level| Weak { code: code.into(), name: code.into(), level };
    vec![one("ketepatan", Some(200)), one("tenggat", Some(200)), one("sikap", None)]
}

fn candidate(levels: &[(&str, i64)], load: u32) -> Candidate {
    Candidate { levels: levels.iter().map(|(code, level)| ((*code).to_owned(), *level)).collect(), load }
}

#[test]
fn a_mentor_is_strong_where_the_mentee_is_weak() {
    for (levels, want) in [
        (&[("ketepatan", 400)][..], Met::Yes),
        (&[("ketepatan", 300)], Met::Yes),
        (&[("ketepatan", 299)], Met::No),
        (&[("ketepatan", 200), ("tenggat", 300)], Met::Yes),
        (&[("sikap", 500)], Met::Unknown), // the mentee's own level is not known
        (&[], Met::Unknown),               // never taken for no
    ] {
        assert_eq!(strong(&weak(), &candidate(levels, 0), &LIMITS).0, want, "{levels:?}");
    }
    assert_eq!(strength(&weak(), &candidate(&[("ketepatan", 400), ("tenggat", 300)], 0)), 300);
}

#[test]
fn each_rule_against_a_mentor_is_said_beside_the_field() {
    let (case, name) = (case(Kind::Mentoring), |id: EmployeeId| id.0.as_u128().to_string());
    let pairs = [(who(1), who(6))];
    let strong = [("ketepatan", 400)];
    for (mentor, candidate, want) in [
        (1, candidate(&strong, 0), "mentoring-mentor-self"),
        (2, candidate(&strong, 0), "mentoring-mentor-rates"),
        (6, candidate(&strong, 0), "mentoring-mentor-circle"),
        (5, candidate(&strong, 3), "mentoring-mentor-overloaded"),
        (5, candidate(&[("ketepatan", 250)], 0), "mentoring-mentor-not-strong"),
        (5, candidate(&strong, 2), "ok mentoring-match-strong"),
        (5, candidate(&[], 2), "ok mentoring-match-unknown"),
    ] {
        let got = may_pair(&case, who(mentor), &weak(), &candidate, (&LIMITS, &cite()), &pairs, &name);
        let got = match &got {
            Ok(decision) => format!("ok {}", decision.because.says.key),
            Err(Refusal::Fields(errors)) => {
                assert_eq!(errors[0].field, "mentor");
                errors[0].text.key.to_string()
            }
            Err(other) => format!("{other:?}"),
        };
        assert_eq!(got, want, "{mentor}");
    }
}

#[test]
fn nothing_begins_before_the_employee_was_heard() {
    let opened = case(Kind::Mentoring);
    assert_eq!(key(&may_step(&opened, "Membaca pedoman", day("2028-02-01")).unwrap_err()), "mentoring-hear-first");
    let short = Heard { says: "Ya.".into(), ..heard() };
    assert_eq!(key(&hear(&opened, short).unwrap_err()), "mentoring-too-short");
    let spoken = hear(&opened, heard()).unwrap();
    assert_eq!(spoken.revision, 2);
    assert!(may_step(&spoken, "Membaca pedoman", day("2028-02-01")).is_ok());
    let wrong = may_step(&spoken, "Apa", day("2027-02-01")).unwrap_err();
    assert_eq!(key(&wrong), "mentoring-step-needs-words mentoring-step-before-begin");
    let later = may_meet(&spoken, day("2028-03-01"), "Membahas jawaban keliru.", day("2028-02-01")).unwrap_err();
    assert_eq!(key(&later), "mentoring-meeting-outside");
}

#[test]
fn that_it_was_no_help_is_only_said_after_every_chance() {
    let plan = Case { heard: Some(heard()), review_on: day("2028-03-31"), ..case(Kind::Perbaikan) };
    // Six months, although the review was planned sooner.
    assert_eq!(fair_until(&plan, &LIMITS), day("2028-07-10"));
    let exit = |by: u128, outcome| Exit {
        outcome,
        says: "Belum ada perubahan yang terlihat.".into(),
        by: who(by),
        at: at("2028-08-01"),
    };
    let steps = [step("2028-04-01", None)];
    let meetings = [meeting("2028-02-01"), meeting("2028-03-01")];
    let given = |steps: &[Step], meetings: &[Meeting], today: &str| -> Vec<Chance> {
        chances(&plan, steps, meetings, &LIMITS, day(today))
    };
    for (name, chances, by, want) in [
        ("all given", given(&steps, &meetings, "2028-08-01"), 4, "ok"),
        ("too early", given(&steps, &meetings, "2028-07-09"), 4, "mentoring-chance-missing"),
        ("one meeting", given(&steps, &meetings[..1], "2028-08-01"), 4, "mentoring-chance-missing"),
        ("no steps", given(&[], &meetings, "2028-08-01"), 4, "mentoring-chance-missing"),
        ("a step not due", given(&[step("2028-09-01", None)], &meetings, "2028-08-01"), 4, "mentoring-chance-missing"),
        ("by the one who opened it", given(&steps, &meetings, "2028-08-01"), 3, "mentoring-four-eyes"),
    ] {
        let got = end(&plan, exit(by, Outcome::Belum), &chances, &cite());
        assert_eq!(got.map_or_else(|refusal| key(&refusal), |_| "ok".into()), want, "{name}");
    }
    // Better can be said at any time, and calling it off too.
    for outcome in [Outcome::Membaik, Outcome::Dihentikan] {
        assert!(end(&plan, exit(3, outcome), &given(&[], &[], "2028-02-01"), &cite()).is_ok(), "{outcome:?}");
    }
    let over = end(&plan, exit(4, Outcome::Membaik), &[], &cite()).unwrap();
    assert_eq!(key(&end(&over, exit(4, Outcome::Belum), &[], &cite()).unwrap_err()), "mentoring-is-over");
}
