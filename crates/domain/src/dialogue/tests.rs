//! Who reads what of a talk, what may happen when, and when one is proposed.

use super::{
    due::{answered, proposals},
    parts::{knows_of, shown_to},
    steps::{agree, appoint, cancel, hold, write},
    trace::{Agreed, Trace},
    *,
};
use crate::{
    account::{Actor, Role},
    assessment::Rating,
    decision::{Reason, Refusal},
    evaluation::{Evaluation, predikat::predikat},
    ids::{AccountId, AgencyId, PeriodId},
    permissions::Facts,
    testing,
};
use uuid::Uuid;

const EMPLOYEE: u128 = 1;
const RATER: u128 = 2;
const SUPERIOR: u128 = 3;
const COUNSELLOR: u128 = 4;

fn person(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(n))
}

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, d).unwrap()
}

/// A talk in which every part says its own code.
fn talk(kind: Kind, opened_by: u128, partner: u128) -> Dialogue {
    let mut talk = Dialogue {
        id: DialogueId(Uuid::nil()),
        kind,
        employee: person(EMPLOYEE),
        partner: Some(person(partner)),
        rater: person(RATER),
        superior: Some(person(SUPERIOR)),
        skp: None,
        evaluation: None,
        opened_by: person(opened_by),
        opened_at: DateTime::UNIX_EPOCH,
        on: Some(day(7)),
        held_on: None,
        cancelled_at: None,
        agenda: vec![Topic::own("rahasia agenda")],
        words: BTreeMap::new(),
        adjust: false,
        revisions: [0, 0],
    };
    let reported = talk.reported();
    let parts: Vec<Part> = Part::of_opening(kind, reported)
        .chain(Part::of_side(&talk, Side::Employee))
        .chain(Part::of_side(&talk, Side::Partner))
        .collect();
    talk.words = parts.into_iter().map(|part| (part, format!("rahasia {}", part.code()))).collect();
    talk
}

fn reader(talk: &Dialogue, n: u128, roles: &[Role]) -> (Actor, Facts) {
    let actor = Actor {
        agency: AgencyId(Uuid::nil()),
        account: AccountId(Uuid::nil()),
        employee: person(n),
        name: String::new(),
        roles: roles.to_vec(),
    };
    let facts = Facts {
        is_self: n == EMPLOYEE,
        is_rater: n == RATER,
        is_superior: n == SUPERIOR,
        is_party: talk.partner == Some(person(n)),
        leads_unit: false,
        is_nominated: false,
    };
    (actor, facts)
}

/// The parts somebody reads, by code.
fn reads(talk: &Dialogue, n: u128, roles: &[Role]) -> String {
    let (actor, facts) = reader(talk, n, roles);
    if !knows_of(talk, &actor, &facts) {
        return "nothing".into();
    }
    let shown = shown_to(talk.clone(), &actor, &facts);
    let parts: Vec<&str> = shown.words.keys().map(|part| part.code()).collect();
    format!("{}{}", if shown.agenda.is_empty() { "" } else { "agenda " }, parts.join(" "))
}

#[test]
fn what_is_said_in_konseling_stays_between_two() {
    let all = "agenda reason expectation elsewhere tried employee partner result conclusion";
    let report = "reason expectation elsewhere tried";
    let reported = talk(Kind::Konseling, RATER, COUNSELLOR);
    let offices: [(u128, &[Role], &str, &str); 9] = [
        (EMPLOYEE, &[], all, "agenda reason employee partner result"),
        (COUNSELLOR, &[], all, "agenda reason employee partner result"),
        (RATER, &[], "reason expectation elsewhere tried conclusion", "nothing"),
        (SUPERIOR, &[], "conclusion", "nothing"),
        (9, &[Role::PersonnelOffice], report, ""),
        (9, &[Role::Pyb], report, ""),
        (9, &[Role::Auditor], "", ""),
        (9, &[Role::AgencyAdmin], "nothing", "nothing"),
        (9, &[], "nothing", "nothing"),
    ];
    let asked = talk(Kind::Konseling, EMPLOYEE, COUNSELLOR);
    for (n, roles, of_reported, of_asked) in offices {
        assert_eq!(reads(&reported, n, roles), of_reported, "{n} {roles:?}");
        assert_eq!(reads(&asked, n, roles), of_asked, "{n} {roles:?}, asked for by the employee");
    }
    // A rater who counsels reads as counsellor, and only then.
    assert_eq!(reads(&talk(Kind::Konseling, EMPLOYEE, RATER), RATER, &[]), "agenda reason employee partner result");
}

#[test]
fn the_other_talks_are_read_near_the_employee() {
    for kind in [Kind::Dialog, Kind::Bimbingan] {
        let open = talk(kind, RATER, COUNSELLOR);
        for (n, roles, whole) in [
            (EMPLOYEE, &[][..], true),
            (COUNSELLOR, &[], true),
            (RATER, &[], true),
            (SUPERIOR, &[], true),
            (9, &[Role::Auditor], true),
            (9, &[Role::PersonnelOffice], false),
            (9, &[], false),
        ] {
            assert_eq!(reads(&open, n, roles).starts_with("agenda reason"), whole, "{kind:?} {n} {roles:?}");
        }
    }
}

#[test]
fn the_journal_learns_no_word_of_konseling() {
    for opened_by in [EMPLOYEE, RATER] {
        let secret = talk(Kind::Konseling, opened_by, COUNSELLOR);
        let agreed = Followup {
            id: FollowupId(Uuid::nil()),
            dialogue: secret.id,
            what: "rahasia janji".into(),
            owner: person(EMPLOYEE),
            due: day(20),
            done_on: None,
        };
        let kept = serde_json::to_string(&Trace::from(&secret)).unwrap()
            + &serde_json::to_string(&Agreed::of(&agreed, secret.kind)).unwrap();
        assert!(!kept.contains("rahasia"), "{kept}");
        assert!(kept.contains("\"filled\":[\"reason\""), "that something was written is kept: {kept}");
        let open = serde_json::to_string(&Trace::from(&talk(Kind::Dialog, RATER, RATER))).unwrap();
        assert!(open.contains("rahasia reason") && open.contains("rahasia agenda"), "{open}");
    }
}

#[test]
fn each_side_writes_its_own_words_until_the_talk_is_over() {
    let words = |said: &str| Part::ALL.iter().map(|part| (*part, said.to_owned())).collect::<BTreeMap<_, _>>();
    let open = talk(Kind::Dialog, RATER, RATER);
    let written = write(open.clone(), Side::Employee, &words("baru")).unwrap();
    assert_eq!((written.said(Part::Employee), written.said(Part::Partner)), ("baru", "rahasia partner"));
    assert_eq!((written.said(Part::Reason), written.revisions), ("rahasia reason", [1, 0]));
    let emptied = write(open.clone(), Side::Partner, &words(" ")).unwrap();
    assert!(!emptied.words.contains_key(&Part::Result));
    assert!(hold(emptied, day(7), false, day(7)).is_err(), "a talk without a result is not over");
    assert!(hold(open.clone(), day(8), false, day(7)).is_err(), "not before it took place");
    let held = hold(open.clone(), day(7), true, day(7)).unwrap();
    assert_eq!((held.state(), held.adjust), (State::Selesai, false), "only bimbingan adjusts a plan");
    assert!(write(held.clone(), Side::Employee, &words("x")).is_err() && cancel(held, open.opened_at).is_err());
    let off = cancel(open, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(off.state(), State::Dibatalkan);
    assert!(write(off, Side::Partner, &words("x")).is_err());
}

#[test]
fn a_counsellor_is_independent() {
    let waiting = Dialogue { partner: None, ..talk(Kind::Konseling, RATER, COUNSELLOR) };
    assert_eq!(waiting.state(), State::Menunggu);
    assert!(matches!(hold(waiting.clone(), day(7), false, day(7)), Err(Refusal::Rule(_))));
    for n in [EMPLOYEE, RATER, SUPERIOR] {
        assert!(appoint(waiting.clone(), person(n), day(9)).is_err(), "{n}");
    }
    let appointed = appoint(waiting, person(COUNSELLOR), day(9)).unwrap();
    assert_eq!((appointed.state(), appointed.on), (State::Direncanakan, Some(day(9))));
    let begun = Dialogue { revisions: [0, 1], ..appointed };
    assert!(appoint(begun, person(8), day(9)).is_err(), "what a counsellor wrote is not handed to the next");
}

#[test]
fn what_is_agreed_has_an_owner_and_a_day() {
    let open = talk(Kind::Dialog, RATER, RATER);
    let followup = |what: &str, owner, due| Followup {
        id: FollowupId(Uuid::nil()),
        dialogue: open.id,
        what: what.into(),
        owner: person(owner),
        due: day(due),
        done_on: None,
    };
    assert!(agree(&open, &followup("Rekap tiap Jumat", EMPLOYEE, 8), day(7)).is_ok());
    assert!(agree(&open, &followup("Pindahkan loket", RATER, 7), day(7)).is_ok());
    for (what, owner, due) in [("", EMPLOYEE, 8), ("x", SUPERIOR, 8), ("x", EMPLOYEE, 6)] {
        assert!(agree(&open, &followup(what, owner, due), day(7)).is_err(), "{what} {owner} {due}");
    }
}

/// By hand from the quadrant (Bab IV.B.3): which talk each of the nine cells asks for.
#[test]
fn low_results_ask_for_bimbingan_and_low_behaviour_for_konseling() {
    use Kind::{Bimbingan, Konseling};
    use Rating::{Diatas, Dibawah, Sesuai};
    let policy = testing::policy();
    for (hasil, perilaku, want) in [
        (Diatas, Diatas, vec![]),
        (Diatas, Sesuai, vec![]),
        (Diatas, Dibawah, vec![Konseling]),
        (Sesuai, Diatas, vec![]),
        (Sesuai, Sesuai, vec![]),
        (Sesuai, Dibawah, vec![Konseling]),
        (Dibawah, Diatas, vec![Bimbingan]),
        (Dibawah, Sesuai, vec![Bimbingan]),
        (Dibawah, Dibawah, vec![Bimbingan, Konseling]),
    ] {
        let mut result = Evaluation {
            id: EvaluationId(Uuid::nil()),
            period: PeriodId(Uuid::nil()),
            skp: SkpId(Uuid::nil()),
            skp_version: 1,
            employee: person(EMPLOYEE),
            evaluator: person(RATER),
            hasil,
            perilaku,
            predikat: Some(predikat(hasil, perilaku, &policy).value),
            scheme: None,
            capaian: None,
            because: Reason::new(Text::new("evaluation-predikat-baik")),
            policy: String::new(),
            notes: String::new(),
            signed_at: DateTime::UNIX_EPOCH,
            delivered_at: None,
            acknowledged_at: None,
        };
        let proposed = proposals(&result, &policy);
        assert_eq!(proposed.iter().map(|p| p.kind).collect::<Vec<_>>(), want, "{hasil:?} {perilaku:?}");
        for proposal in &proposed {
            assert!(proposal.because.cite.is_some());
            assert!(!answered(proposal, &result, &[]));
            assert!(answered(proposal, &result, &[talk(proposal.kind, RATER, RATER)]));
            let own = talk(proposal.kind, EMPLOYEE, COUNSELLOR);
            assert_eq!(answered(proposal, &result, &[own]), proposal.kind == Bimbingan, "it would tell of the talk");
            let off = cancel(talk(proposal.kind, RATER, RATER), DateTime::UNIX_EPOCH).unwrap();
            assert!(!answered(proposal, &result, &[off]));
        }
        result.predikat = None;
        assert!(proposals(&result, &policy).is_empty(), "a review without predicate asks for nothing");
    }
}

#[test]
fn codes_are_read_back() {
    for part in Part::ALL {
        assert_eq!(Part::from_code(part.code()), Some(*part));
        assert_eq!(serde_json::to_string(part).unwrap(), format!("\"{}\"", part.code()));
    }
    for kind in Kind::ALL {
        assert_eq!(Kind::from_code(kind.code()), Some(kind));
    }
}
