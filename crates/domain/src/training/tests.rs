//! Names put forward, places, waiting, certificates, what is recommended, what an agency needs.

use super::{
    need::{Need, analyse},
    nominate::{Standing, Word, admit, attend, move_up, nominate, placed, support, withdraw},
    recommend::{Offer, recommend},
    record::{Certificate, Validity, check as check_record, hours_of_year, verify},
    *,
};
use crate::{
    decision::Reason,
    development::profile::{self, Line},
    ids::UnitId,
    testing::{day, id, noon},
};

fn program(n: u128, code: &str, cost: i64, builds: &[(&str, u8)]) -> Program {
    Program {
        id: id(n),
        code: code.into(),
        name: format!("Pelatihan {code}"),
        kind: Kind::Teknis,
        provider: "Balai Pelatihan".into(),
        hours: 24,
        cost,
        capacity: 2,
        builds: builds
            .iter()
            .map(|(criterion, level)| Build { criterion: (*criterion).into(), level: *level })
            .collect(),
        about: String::new(),
        retired: false,
        revision: 1,
    }
}

fn session(n: u128, program: u128, from: u32, until: u32) -> Session {
    let dates = DateRange { from: day(2027, 3, from), until: Some(day(2027, 3, until)) };
    Session { id: id(n), program: id(program), dates, place: "Aula".into(), capacity: 1, cancelled_on: None }
}

fn word(by: u128, yes: bool, hour: u32, reason: &str) -> Word {
    let at = day(2027, 2, 1).and_hms_opt(hour, 0, 0).expect("an hour").and_utc();
    Word { by: id(by), at, yes, reason: reason.into() }
}

fn name(n: u128, session: u128, who: u128) -> Nomination {
    Nomination {
        id: id(n),
        session: id(session),
        employee: id(who),
        by: id(who),
        at: noon(day(2027, 2, 1)),
        why: "Komunikasi saya masih lemah.".into(),
        proposal: None,
        support: None,
        admission: None,
        queued_at: None,
        withdrawn_at: None,
        attended: None,
    }
}

fn told<T>(outcome: Result<T, Refusal>) -> String {
    match outcome {
        Ok(_) => "ok".to_owned(),
        Err(Refusal::Rule(broken)) => broken.says.key.into_owned(),
        Err(Refusal::Fields(errors)) => errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>().join(", "),
        Err(other) => other.to_string(),
    }
}

const TODAY: (i32, u32, u32) = (2027, 2, 1);

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

#[test]
fn names_that_overlap_are_told_beside_the_field() {
    let (march, other) = (session(1, 1, 10, 12), session(2, 2, 12, 14));
    let earlier = |standing: fn(Nomination) -> Nomination| {
        vec![(standing(name(7, 2, 5)), other.clone(), "Pelatihan lain".to_owned())]
    };
    for (others, why, on, expected) in [
        (Vec::new(), "Komunikasi saya masih lemah.", today(), "ok"),
        (earlier(|one| one), "Komunikasi saya masih lemah.", today(), "member"),
        (
            earlier(|one| Nomination { withdrawn_at: Some(one.at), ..one }),
            "Komunikasi saya masih lemah.",
            today(),
            "ok",
        ),
        (earlier(|one| one), "ingin", today(), "member, why"),
        (Vec::new(), "Komunikasi saya masih lemah.", day(2027, 3, 10), "training-session-begun"),
    ] {
        let found = nominate(&march, &Nomination { why: why.into(), ..name(1, 1, 5) }, &others, on);
        assert_eq!(told(found), expected);
    }
    let again = vec![(name(7, 1, 5), march.clone(), String::new())];
    assert_eq!(told(nominate(&march, &name(1, 1, 5), &again, today())), "member", "twice in one session");
    let off = Session { cancelled_on: Some(today()), ..march };
    assert_eq!(told(nominate(&off, &name(1, 1, 5), &[], today())), "training-session-cancelled");
}

#[test]
fn a_full_course_has_a_waiting_list_that_moves_up() {
    let session = session(1, 1, 10, 12);
    assert_eq!(told(admit(&name(1, 1, 5), word(9, true, 8, ""), &session, 0)), "training-needs-support");
    assert_eq!(told(support(&name(1, 1, 5), word(5, true, 8, ""))), "training-not-on-oneself");
    assert_eq!(told(support(&name(1, 1, 5), word(8, false, 8, "no"))), "reason");
    let supported = |n| support(&name(n, 1, n), word(50, true, 8, "")).expect("supported");
    let admitted =
        |n, placed, hour| admit(&supported(n), word(60, true, hour, ""), &session, placed).expect("admitted");
    let (first, second, third) = (admitted(1, 0, 9), admitted(2, 1, 10), admitted(3, 1, 11));
    assert_eq!(
        [&first, &second, &third].map(Nomination::standing),
        [Standing::Diterima, Standing::DaftarTunggu, Standing::DaftarTunggu]
    );
    assert_eq!(placed(session.id, [&first, &second, &third]), 1);
    assert!(move_up(&session, &[first.clone(), second.clone(), third.clone()]).is_empty(), "still full");
    let gone = withdraw(&first, &session, noon(today()), today()).expect("in time");
    let up = move_up(&session, &[gone.clone(), third, second.clone()]);
    assert_eq!(up.iter().map(|one| (one.id, one.standing())).collect::<Vec<_>>(), [(second.id, Standing::Diterima)]);
    assert_eq!(told(withdraw(&gone, &session, noon(today()), today())), "training-withdrawn-already");
    assert_eq!(told(withdraw(&up[0], &session, noon(today()), day(2027, 3, 10))), "training-withdraw-late");
    assert_eq!(told(attend(&up[0], &session, true, today())), "training-not-begun");
    assert_eq!(told(attend(&second, &session, true, day(2027, 3, 12))), "training-no-place");
    let was = attend(&up[0], &session, true, day(2027, 3, 12)).expect("there");
    assert_eq!(was.standing(), Standing::Hadir);
}

fn record(hours: u32, year: i32) -> Record {
    let dates = DateRange { from: day(year, 5, 3), until: Some(day(year, 5, 4)) };
    Record {
        id: id(1),
        employee: id(5),
        nomination: None,
        program: None,
        name: "Komunikasi publik".into(),
        kind: Kind::Teknis,
        provider: "Balai Pelatihan".into(),
        hours,
        dates,
        passed: None,
        certificate: None,
        by: id(5),
        at: noon(day(year, 6, 1)),
        verified: None,
        refused: None,
    }
}

#[test]
fn certificates_and_hours_that_count() {
    let on = day(2027, 6, 1);
    let with = |number: &str, valid_until| {
        let certificate = Certificate { number: number.into(), valid_until, file: None };
        Record { certificate: Some(certificate), ..record(16, 2027) }
    };
    let lapsed = with("12/BP/2027", Some(day(2027, 5, 31)));
    for (record, knows, expected) in [
        (record(16, 2027), false, "ok"),
        (record(0, 2027), false, "hours"),
        (record(16, 2028), false, "until"),
        (with("", None), false, "number"),
        (with("12/BP/2027", Some(day(2027, 6, 1))), false, "ok"),
        (lapsed.clone(), false, "valid_until"),
        (lapsed.clone(), true, "ok"),
    ] {
        assert_eq!(told(check_record(&record, knows, on)), expected);
    }
    assert_eq!((lapsed.validity(on), record(1, 2027).validity(on)), (Validity::Lapsed, Validity::None));
    let verified = |record: &Record| verify(record, id(9), record.at, None).expect("verified");
    let all = [
        verified(&record(16, 2027)),
        record(40, 2027),
        verified(&record(8, 2026)),
        Record { passed: Some(false), ..verified(&record(20, 2027)) },
    ];
    assert_eq!(hours_of_year(&all, 2027), 16, "not verified, another year, not passed: they do not count");
    assert_eq!(told(verify(&all[0], id(9), all[0].at, None)), "training-verified-already");
    assert_eq!(told(verify(&all[1], id(5), all[1].at, None)), "training-not-on-oneself");
    assert_eq!(told(verify(&all[1], id(9), all[1].at, Some("tidak".into()))), "reason");
}

fn weak(criterion: &str, level: i64, target: u8) -> Line {
    Line {
        criterion: criterion.into(),
        name: "Keterampilan komunikasi".into(),
        dimension: "proses".into(),
        level: Some(level),
        target: Some(target),
        by_standard: false,
        standing: profile::Standing::Short(i64::from(target) * 100 - level),
        because: Reason::new(Text::new("development-line-have")),
    }
}

#[test]
fn r17_programmes_that_build_the_skill_the_best_fit_first() {
    let programs = [
        program(1, "MAHAL", 5_000_000, &[("komunikasi", 3)]),
        program(2, "MURAH", 1_000_000, &[("komunikasi", 3)]),
        program(3, "DASAR", 0, &[("komunikasi", 2)]),
        program(4, "LAIN", 0, &[("teknologi", 4)]),
        Program { retired: true, ..program(5, "LAMA", 0, &[("komunikasi", 5)]) },
        program(6, "SUDAH", 0, &[("komunikasi", 4)]),
    ];
    let sessions = [(session(1, 1, 10, 12), 3), (session(2, 2, 10, 12), 0)];
    let followed = [programs[5].id];
    let offer = Offer { programs: &programs, sessions: &sessions, followed: &followed, today: today() };
    let found = recommend(&weak("komunikasi", 200, 3), Some(3), offer);
    let order: Vec<u128> = found.fits.iter().map(|fit| fit.program.0.as_u128()).collect();
    assert_eq!(
        order,
        [1, 2, 6],
        "a place first, then the price; what leads no further is left out, what was followed is last"
    );
    assert!(found.fits[0].reaches && found.fits[0].session.is_some() && found.fits[1].session.is_none());
    let mentioned = found.because.from.first().expect("who mentions it");
    assert_eq!(mentioned.says.key, "training-mentioned");
    let silent = recommend(&weak("komunikasi", 200, 3), None, offer);
    assert!(silent.because.from.is_empty(), "who may not read feedback is not told how often it says something");
    let part = recommend(&weak("komunikasi", 100, 3), Some(0), offer);
    let dasar = part.fits.iter().find(|fit| fit.program.0.as_u128() == 3).expect("leads further");
    assert!(!dasar.reaches);
}

#[test]
fn needs_are_ranked_and_a_budget_reaches_so_far() {
    let programs = [program(1, "KOM", 100, &[("komunikasi", 3)]), program(2, "TIK", 50, &[("teknologi", 3)])];
    let need = |who: u128, criterion: &str, level: i64| Need {
        employee: id(who),
        unit: UnitId(uuid::Uuid::from_u128(1)),
        criterion: criterion.into(),
        level,
        target: 3,
        short: 300 - level,
    };
    let needs =
        vec![need(1, "komunikasi", 200), need(2, "komunikasi", 100), need(2, "teknologi", 250), need(3, "etika", 200)];
    let all = analyse(needs.clone(), &programs, None);
    let order: Vec<(&str, u32, i64)> =
        all.lines.iter().map(|line| (line.criterion.as_str(), line.people, line.short)).collect();
    assert_eq!(order, [("komunikasi", 2, 300), ("etika", 1, 100), ("teknologi", 1, 50)]);
    assert_eq!((all.people, all.whole, all.spent, all.without), (3, 250, 250, 1));
    // 160 reaches for the one who is farthest behind (100), not for the next (100), and for technology (50).
    let some = analyse(needs, &programs, Some(160));
    let funded: Vec<(&str, u32)> = some.lines.iter().map(|line| (line.criterion.as_str(), line.funded)).collect();
    assert_eq!(funded, [("komunikasi", 1), ("etika", 0), ("teknologi", 1)]);
    assert_eq!((some.whole, some.spent), (250, 150));
    assert_eq!(some.lines[0].first.iter().map(|need| need.short).collect::<Vec<_>>(), [200, 100]);
}

#[test]
fn a_programme_says_what_it_must() {
    let good = program(1, "KOM", 100, &[("komunikasi", 3)]);
    let known = ["komunikasi"];
    for (program, expected) in [
        (good.clone(), "ok"),
        (Program { name: " ".into(), hours: 0, ..good.clone() }, "name, hours"),
        (Program { cost: -1, capacity: 0, ..good.clone() }, "capacity, cost"),
        (Program { builds: vec![Build { criterion: "menyanyi".into(), level: 3 }], ..good.clone() }, "builds"),
        (Program { builds: vec![Build { criterion: "komunikasi".into(), level: 6 }], ..good.clone() }, "builds"),
    ] {
        assert_eq!(told(check(&program, &known, 5)), expected);
    }
    assert_eq!(told(check_session(&session(1, 1, 12, 10), today())), "until");
    assert_eq!(told(check_session(&session(1, 1, 10, 12), day(2027, 3, 10))), "from");
    for (code, kind) in Kind::CODES {
        assert_eq!((Kind::from_code(code), kind.code()), (Some(kind), code));
    }
}

#[test]
fn records_in_the_shape_of_siasn() {
    let verified = |record: Record| Record { verified: Some((id(9), record.at)), ..record };
    let course = verified(record(16, 2027));
    let lead = verified(Record { kind: Kind::Manajerial, ..record(900, 2027) });
    let open = record(8, 2027);
    let nip = "199403122019032008";
    let sent = siasn::sent([(&course, nip), (&lead, nip), (&open, nip)]);
    assert_eq!((sent.kursus.len(), sent.diklat.len()), (1, 1), "what is not verified is not sent");
    let json = serde_json::to_value(&sent.kursus[0]).expect("JSON");
    for (field, expected) in [
        ("institusiPenyelenggara", "Balai Pelatihan"),
        ("jenisDiklatId", "3"),
        ("jenisKursusSertipikat", "T"),
        ("tanggalKursus", "03-05-2027"),
        ("tanggalSelesaiKursus", "04-05-2027"),
        ("pnsOrangId", ""),
    ] {
        assert_eq!(json[field], expected, "{field}");
    }
    assert_eq!((json["jumlahJam"].as_u64(), json["tahunKursus"].as_i64()), (Some(16), Some(2027)));
    let json = serde_json::to_value(&sent.diklat[0]).expect("JSON");
    assert_eq!((json["tahun"].as_i64(), json["tanggalSelesai"].as_str()), (Some(2027), Some("04-05-2027")));
}
