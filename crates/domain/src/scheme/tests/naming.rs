//! Who is named to rate, who may be taken back, what a sheet still lacks, and what stands beside the law's result.

use super::super::{
    Role, Scheme, Sheet,
    beside::{Material, before_signing, beside},
    nomination::{Countersigned, Nomination, Saved, State, draw, may_name, may_withdraw},
    rater::{Nominated, Ties},
    said::said,
    sheet::{Mark, Shown, complete, rests_on},
};
use super::{nodes, result, scheme, sheet};
use crate::{
    decision::Refusal,
    evaluation::{Predikat, Rhythm},
    ids::EmployeeId,
    permissions::Facts,
    testing::{day, id, noon},
};

fn nomination(n: u128, state: State) -> Nomination {
    Nomination {
        id: id(n),
        period: id(300),
        skp: id(100),
        rater: id(n),
        role: Role::Rekan,
        state,
        by: id(200),
        at: noon(day(2026, 12, 1)),
        note: String::new(),
    }
}

fn key<T: std::fmt::Debug>(outcome: Result<T, Refusal>) -> String {
    match outcome {
        Ok(done) => format!("{done:?}"),
        Err(Refusal::Rule(broken)) => {
            assert!(broken.cite.is_some(), "a refusal names its rule: {}", broken.says.key);
            broken.says.key.to_string()
        }
        Err(other) => panic!("{other}"),
    }
}

fn by(how: Nominated) -> Scheme {
    let mut plaju = scheme("plaju");
    let rules = &mut plaju.raters.as_mut().unwrap().value;
    rules.iter_mut().find(|rule| rule.role == Role::Rekan).unwrap().nominated = how;
    plaju
}

#[test]
fn names_are_proposed_agreed_or_refused_with_the_rule() {
    let peer = Ties { months: 6, ..Ties::default() };
    let full: Vec<Nomination> = (1..=5).map(|n| nomination(n, State::Agreed)).collect();
    let gone = [nomination(1, State::Withdrawn)];
    let (employee, rater, superior) = (Facts::own(), Facts::rater(), Facts::superior());
    use Nominated::{Drawn, Employee, Line, Rater};
    for (how, role, ties, before, namer, want) in [
        (Employee, Role::Rekan, peer, &[][..], employee, "Proposed"),
        (Employee, Role::Rekan, peer, &[], rater, "Agreed"),
        (Employee, Role::Rekan, peer, &gone, employee, "Proposed"),
        (Employee, Role::Rekan, peer, &[], superior, "scheme-nominate-not-yours"),
        (Rater, Role::Rekan, peer, &[], employee, "scheme-nominate-not-yours"),
        (Rater, Role::Rekan, peer, &[], rater, "Agreed"),
        (Drawn, Role::Rekan, peer, &[], rater, "scheme-nominate-not-yours"),
        (Line, Role::Rekan, peer, &[], rater, "scheme-nominate-no-such-role"),
        (Employee, Role::Bawahan, peer, &[], rater, "scheme-nominate-no-such-role"),
        (Employee, Role::Penilai, peer, &[], rater, "scheme-nominate-no-such-role"),
        (Employee, Role::Rekan, Ties { family: true, ..peer }, &[], employee, "scheme-rater-family"),
        (Employee, Role::Rekan, Ties { superior: true, ..peer }, &[], employee, "scheme-rater-not-a-peer"),
        (Employee, Role::Rekan, Ties { months: 2, ..peer }, &[], employee, "scheme-rater-months"),
        (Employee, Role::Rekan, peer, &full[..1], employee, "scheme-nominate-twice"),
        (Employee, Role::Rekan, peer, &full[..], employee, "scheme-nominate-twice"),
        (Employee, Role::Rekan, peer, &full[1..], employee, "Proposed"),
    ] {
        let got = key(may_name(&by(how), before, (id(1), role), ties, &namer));
        assert_eq!(got, want, "{how:?} {role:?} {ties:?}");
    }
    let other = (id(9), Role::Rekan);
    assert_eq!(key(may_name(&by(Employee), &full, other, peer, &employee)), "scheme-sheet-too-many");
}

#[test]
fn the_lot_takes_whom_nobody_chose() {
    let drawn = by(Nominated::Drawn);
    let people: Vec<EmployeeId> = (1..=9).map(id).collect();
    // A lot that turns the order around: the last five.
    let lot = |id: EmployeeId| {
        let mut number = [0; 32];
        number[0] = u8::MAX - id.0.as_u128() as u8;
        number
    };
    let taken = draw(&drawn, &[], Role::Rekan, &people, lot).unwrap();
    assert_eq!(taken, [9, 8, 7, 6, 5].map(id::<EmployeeId>));
    assert_eq!(key(draw(&drawn, &[], Role::Rekan, &people[..2], lot)), "scheme-draw-too-few");
    let enough: Vec<Nomination> = (1..=3).map(|n| nomination(n, State::Agreed)).collect();
    assert_eq!(key(draw(&drawn, &enough, Role::Rekan, &people, lot)), "scheme-drawn-already");
    let rest = draw(&drawn, &enough[..2], Role::Rekan, &people, lot).unwrap();
    assert_eq!(rest, [9, 8, 7].map(id::<EmployeeId>), "there is room for three more, and nobody is drawn twice");
    assert_eq!(key(draw(&scheme("plaju"), &[], Role::Rekan, &people, lot)), "scheme-nominate-not-yours");
    assert_eq!(key(draw(&drawn, &[], Role::Bawahan, &people, lot)), "scheme-nominate-no-such-role");
}

/// Trying to take a name back must not tell who has answered.
#[test]
fn taking_a_name_back_tells_nothing() {
    let mut named = scheme("plaju");
    let anonymous = named.clone();
    let rules = &mut named.raters.as_mut().unwrap().value;
    rules.iter_mut().find(|rule| rule.role == Role::Rekan).unwrap().anonymous = false;
    let (waiting, agreed) = (nomination(1, State::Proposed), nomination(1, State::Agreed));
    for answered in [false, true] {
        assert_eq!(key(may_withdraw(&anonymous, &agreed, true, answered)), "scheme-nomination-stays");
    }
    assert_eq!(key(may_withdraw(&anonymous, &waiting, true, false)), "()");
    assert_eq!(key(may_withdraw(&anonymous, &agreed, false, false)), "()");
    assert_eq!(key(may_withdraw(&named, &agreed, true, false)), "()");
    assert_eq!(key(may_withdraw(&named, &agreed, true, true)), "scheme-nomination-answered");
    let gone = nomination(1, State::Refused);
    assert_eq!(key(may_withdraw(&named, &gone, true, false)), "scheme-nomination-decided");
}

#[test]
fn what_a_sheet_still_lacks() {
    let plaju = scheme("plaju");
    let said = |role, marks: &[(&str, Option<u8>, &str)]| {
        let mark = |(code, level, reason): &(&str, Option<u8>, &str)| Mark {
            criterion: (*code).to_owned(),
            level: *level,
            reason: (*reason).to_owned(),
            evidence: Vec::new(),
        };
        let mut sheet = sheet(1, role, &[]);
        sheet.marks = marks.iter().map(mark).collect();
        complete(&plaju, &sheet).into_iter().map(|e| format!("{} {}", e.field, e.text.key)).collect::<Vec<_>>()
    };
    let all = plaju.rated_by(Role::Penilai).count();
    assert_eq!(said(Role::Penilai, &[]).len(), all, "the supervisor answers every criterion");
    assert_eq!(said(Role::Penilai, &[("komunikasi", Some(3), "")]).len(), all - 1);
    let lowest = said(Role::Penilai, &[("komunikasi", Some(1), " ")]);
    assert!(lowest.contains(&"komunikasi.reason scheme-reason-missing".to_owned()));
    let highest = said(Role::Penilai, &[("komunikasi", Some(5), "Melatih seluruh bidang.")]);
    assert!(highest.iter().all(|error| !error.starts_with("komunikasi")));
    // One voice among several may leave out what it cannot see, but not everything.
    assert_eq!(said(Role::Rekan, &[("komunikasi", Some(3), ""), ("integritas", None, "")]), Vec::<String>::new());
    assert_eq!(said(Role::Rekan, &[("komunikasi", None, "")]), ["marks scheme-nothing-said"]);
    assert_eq!(said(Role::Rekan, &[("komunikasi", Some(1), "")]), ["komunikasi.reason scheme-reason-missing"]);
}

/// A sheet rests on the rated person's own evidence of the period, as far as its writer may open it.
#[test]
fn what_a_sheet_may_rest_on() {
    let (of_period, of_plan) = ([id(1), id(2)], [id(1), id(2), id(3)]);
    let shown = Shown { of_period: &of_period, of_plan: &of_plan };
    for (named, want) in [
        (vec![], None),
        (vec![1, 2], None),
        (vec![1, 3], Some("scheme-evidence-other-time")),
        (vec![4], Some("scheme-evidence-not-theirs")),
    ] {
        let mut sheet = sheet(1, Role::Penilai, &[("komunikasi", 3), ("integritas", 3)]);
        sheet.marks[1].evidence = named.into_iter().map(id).collect();
        let told = rests_on(&sheet, shown);
        assert_eq!(
            told.first().map(|error| (error.field.as_str(), error.text.key.as_ref())),
            want.map(|key| ("integritas.evidence", key))
        );
    }
}

/// Of those who were promised not to be named a piece is heard when as many named it as the promise says, in the reasons as on the
/// sheet; of everybody else each piece is.
#[test]
fn evidence_is_heard_as_voices_are() {
    let plaju = scheme("plaju");
    let min = plaju.rater(Role::Rekan).unwrap().min as usize;
    let rated: Vec<(&str, u8)> = plaju.rated_by(Role::Penilai).map(|c| (c.code.as_str(), 3)).collect();
    let named = |n: usize, role, pieces: &[u128]| {
        let mut one = sheet(n as u128, role, &rated);
        one.marks.retain(|mark| plaju.rated_by(role).any(|criterion| criterion.code == mark.criterion));
        for mark in one.marks.iter_mut().filter(|mark| mark.criterion == "komunikasi") {
            mark.evidence = pieces.iter().map(|n| id(*n)).collect();
        }
        one
    };
    for (sharing, pieces) in [(min - 1, 1), (min, 2)] {
        // Everybody names the first piece but the last one; all of them are enough to be heard.
        let mut sheets: Vec<Sheet> =
            (1..=min + 1).map(|n| named(n, Role::Rekan, if n <= sharing { &[7] } else { &[] })).collect();
        sheets.push(named(9, Role::Penilai, &[8]));
        let heard = said(&plaju, &sheets, &[Role::Rekan, Role::Penilai]);
        let of = |role| {
            let voice = heard.iter().find(|one| one.role == role).unwrap();
            voice.of.iter().find(|heard| heard.criterion == "komunikasi").unwrap().evidence.len()
        };
        assert_eq!((of(Role::Rekan), of(Role::Penilai)), (pieces - 1, 1));
        let why = result(&plaju, &sheets, &[]).unwrap().because;
        let lines = nodes(&why).iter().filter(|line| line.says.key == "evaluation-evidence").count();
        assert_eq!(lines, pieces, "as many lines as roles whose evidence is heard");
    }
}

fn saved(n: u128, role: Role, levels: &[(&str, u8)], sent: bool) -> Saved {
    Saved {
        id: id(n),
        period: id(300),
        skp: id(100),
        sheet: sheet(n, role, levels),
        sent_at: sent.then(|| noon(day(2027, 1, 5))),
        countersigned: None,
        revision: 0,
    }
}

const SURAKARTA: [(&str, u8); 7] = [
    ("target", 3),
    ("mutu", 4),
    ("komunikasi", 2),
    ("manajemen_proyek", 3),
    ("teknologi", 4),
    ("etika", 4),
    ("kolaborasi", 4),
];

/// The predikat stands whatever the scheme can say; what it cannot say is said.
#[test]
fn the_scheme_never_holds_up_the_law() {
    let surakarta = scheme("surakarta");
    let of = |sheets: &[Saved], rhythm| {
        beside(&surakarta, rhythm, Material { sheets, ..Material::default() }, Some(Predikat::Baik))
    };
    assert_eq!(of(&[], Rhythm::Triwulanan), None, "the law's short cycles stay light");
    let (result, why) = of(&[], Rhythm::Tahunan).unwrap();
    assert_eq!((result, why.says.key.as_ref()), (None, "scheme-no-result-because"));
    assert!(why.cite.is_some(), "with the rule that asks for it");
    // A draft is not heard.
    let draft = saved(1, Role::Penilai, &SURAKARTA, false);
    assert_eq!(of(std::slice::from_ref(&draft), Rhythm::Tahunan).unwrap().0, None);
    let sent = saved(1, Role::Penilai, &SURAKARTA, true);
    let (result, why) = of(std::slice::from_ref(&sent), Rhythm::Tahunan).unwrap();
    // hasil (3 + 4)/2 = 3,50; proses (2 + 3 + 4)/3 = 3,00; perilaku 4,00: the weakest decides.
    assert_eq!(result.unwrap().score, Some(300));
    assert!(nodes(&why).iter().any(|line| line.says.key == "scheme-not-countersigned"));
    let signed = Saved { countersigned: Some(Countersigned { by: id(9), at: noon(day(2027, 1, 8)) }), ..sent.clone() };
    let (_, why) = of(std::slice::from_ref(&signed), Rhythm::Tahunan).unwrap();
    assert!(nodes(&why).iter().any(|line| line.says.key == "scheme-countersigned"));
    // As it was on the day before: sent, not countersigned; and before it was sent, nothing.
    assert_eq!(signed.clone().as_of(noon(day(2027, 1, 7))), sent);
    assert_eq!(signed.as_of(noon(day(2027, 1, 4))), draft);
}

#[test]
fn whoever_signs_in_time_speaks_first() {
    let (surakarta, nasional) = (scheme("surakarta"), scheme("nasional"));
    let sent = [saved(1, Role::Penilai, &SURAKARTA, true)];
    let draft = [saved(1, Role::Penilai, &SURAKARTA, false)];
    for (scheme, rhythm, sheets, in_time, want) in [
        (&surakarta, Rhythm::Tahunan, &sent[..], true, "()"),
        (&surakarta, Rhythm::Tahunan, &draft, true, "scheme-sign-needs-sheet"),
        (&surakarta, Rhythm::Tahunan, &[], true, "scheme-sign-needs-sheet"),
        (&surakarta, Rhythm::Tahunan, &[], false, "()"),
        (&surakarta, Rhythm::Triwulanan, &[], true, "()"),
        (&nasional, Rhythm::Tahunan, &[], true, "()"),
    ] {
        assert_eq!(key(before_signing(scheme, rhythm, sheets, in_time)), want, "{} {rhythm:?}", scheme.code);
    }
}
