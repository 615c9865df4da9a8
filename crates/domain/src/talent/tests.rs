use super::{
    boxes::{self, Axes, BoxRule, Part, Performance, Potential, PotentialRating, place},
    eligibility::{Asked, CareerNote, Condition, Fact, Known, Test, Track, check_note, eligibility},
    jpm::{Band, Bands, Jpm, Level, band, jpm},
    skill::{Field, Shown, Source, clusters},
    succession::{fit, may_nominate},
    *,
};
use crate::{
    decision::{Certainty, Citation, Reason, Text},
    evaluation::Predikat::{self, *},
    ids::{CareerNoteId, CriticalPostId, EmployeeId, NomineeId, PotentialId, UnitId},
    people::{Employment, Nip},
    scheme::outlook::Outlook,
};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at() -> DateTime<Utc> {
    day("2026-06-01").and_hms_opt(2, 0, 0).expect("a time").and_utc()
}

fn who(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(n))
}

fn cite() -> Citation {
    Citation { policy: "uji".into(), article: "Ps 1".into(), certainty: Certainty::Assumption }
}

fn cited<T>(value: T) -> Cited<T> {
    Cited { value, cite: cite(), from: day("2020-01-01"), source: "uji".into() }
}

fn levels(have: &[Option<i64>], need: u8) -> Vec<Level> {
    let level = |have: &Option<i64>| Level { code: "k".into(), name: "Kompetensi".into(), have: *have, need };
    have.iter().map(level).collect()
}

fn bands() -> Bands {
    let of = |all: [(&str, i64); 3]| {
        all.map(|(code, from)| Band { code: code.into(), name: code.to_uppercase(), from }).to_vec()
    };
    Bands {
        selection: of([("ms", 8_000), ("mms", 6_800), ("kms", 0)]),
        mapping: of([("optimal", 9_000), ("cukup", 7_800), ("kurang", 0)]),
    }
}

#[test]
fn t7_job_person_match() {
    // Nine competences of level 3: 27 in all.
    let of = |full: usize, rest: i64| {
        let have: Vec<Option<i64>> = (0..9).map(|n| Some(if n < full { 300 } else { rest })).collect();
        jpm(&levels(&have, 3)).percent
    };
    for (have, percent, selection, mapping) in [
        (of(7, 200), 9_259, "ms", "optimal"),
        (of(3, 200), 7_778, "mms", "kurang"),
        (of(0, 200), 6_667, "kms", "kurang"),
        (of(9, 0), 10_000, "ms", "optimal"),
    ] {
        assert_eq!(have, Some(percent));
        let name = |all: &[Band]| band(all, percent).expect("bands begin with 0").code.clone();
        assert_eq!((name(&bands().selection).as_str(), name(&bands().mapping).as_str()), (selection, mapping));
    }
    assert_eq!(jpm(&levels(&[Some(500), Some(300)], 3)).percent, Some(10_000), "level 5 on standard 3 counts 3");
    assert_eq!(jpm(&levels(&[Some(300), None], 3)).percent, None, "a level nobody found is not zero");
    assert_eq!(jpm(&[]).because.says.key, "talent-jpm-no-standard");
}

fn condition(code: &str, test: Test) -> Condition {
    Condition { code: code.into(), says: code.into(), test, cite: cite() }
}

fn note(fact: Fact, yes: Option<bool>, on: &str) -> CareerNote {
    CareerNote {
        id: CareerNoteId(Uuid::from_u128(1)),
        employee: who(1),
        fact,
        yes,
        on: day(on),
        source: "SK 823/2026".into(),
        by: who(2),
        at: at(),
    }
}

/// One test, one person: what comes of it. Born 12 March 1994, appointed March 2019.
fn looked(test: Test, predikats: &[(i32, Predikat)], notes: &[CareerNote], outlook: Option<&Outlook>) -> Option<Met> {
    let rules = Rules {
        study_leave: Some(cited(vec![condition("satu", test)])),
        retirement: Some(cited(vec![Retirement { kinds: vec![PostKind::Pelaksana], age: 58 }])),
        ..Rules::default()
    };
    let nip = Nip::parse("199403122019032008", Employment::Pns).expect("a NIP");
    let predikats: BTreeMap<i32, Predikat> = predikats.iter().copied().collect();
    let notes: BTreeMap<Fact, CareerNote> = notes.iter().map(|note| (note.fact, note.clone())).collect();
    let jpm = Jpm { percent: Some(8_000), because: Reason::new(Text::new("talent-jpm-unknown")) };
    let known = Known {
        employment: Employment::Pns,
        post: Some(PostKind::Pelaksana),
        nip: Some(&nip),
        predikats: &predikats,
        jpm: &jpm,
        away: None,
        notes: &notes,
        outlook,
    };
    let asked = Asked { today: day("2026-06-01"), newest: 2025, study_months: 24 };
    let found = eligibility(Track::TugasBelajar, &rules, &known, &asked);
    found.checks.first().map(|check| check.met)
}

#[test]
fn every_condition_is_met_not_met_or_unknown() {
    use Met::{No, Unknown, Yes};
    let two = Test::Predikat(Baik, 2);
    let rank = |on| note(Fact::RankSince, None, on);
    let clean = |yes, on| note(Fact::NoDiscipline, Some(yes), on);
    for (test, predikats, notes, want) in [
        (two.clone(), &[(2024, Baik), (2025, SangatBaik)][..], vec![], Yes),
        (two.clone(), &[(2024, ButuhPerbaikan), (2025, SangatBaik)], vec![], No),
        (two.clone(), &[(2025, Baik)], vec![], Unknown), // of a year nobody knows
        (two.clone(), &[(2025, Kurang)], vec![], No),    // whatever 2024 was
        (two, &[], vec![], Unknown),
        (Test::Service(7), &[], vec![], Yes),
        (Test::Service(8), &[], vec![], No),
        (Test::InRank(4), &[], vec![], Unknown),
        (Test::InRank(4), &[], vec![rank("2022-06-01")], Yes),
        (Test::InRank(4), &[], vec![rank("2022-06-02")], No),
        (Test::Remaining(3), &[], vec![], Yes), // until March 2052
        (Test::Remaining(13), &[], vec![], No), // 26 years
        (Test::Jpm(8_000), &[], vec![], Yes),
        (Test::Jpm(8_001), &[], vec![], No),
        (Test::Employment(vec![Employment::Pppk]), &[], vec![], No),
        (Test::Present, &[], vec![], Yes),
        (Test::Noted(Fact::NoDiscipline), &[], vec![], Unknown),
        (Test::Noted(Fact::NoDiscipline), &[], vec![clean(true, "2026-05-01")], Yes),
        (Test::Noted(Fact::NoDiscipline), &[], vec![clean(false, "2026-05-01")], No),
        (Test::Noted(Fact::NoDiscipline), &[], vec![clean(true, "2025-05-01")], Unknown), // too old to be believed
    ] {
        assert_eq!(looked(test.clone(), predikats, &notes, None), Some(want), "{test:?} {predikats:?} {notes:?}");
    }
    assert_eq!(looked(Test::Scheme, &[], &[], None), None, "a scheme without such a rule asks for nothing");
    assert_eq!(looked(Test::Scheme, &[], &[], Some(&Outlook::default())), Some(No));
}

#[test]
fn one_no_is_a_no_and_unknown_is_never_a_no() {
    use Met::{No, Unknown, Yes};
    for (all, want) in [(&[Yes, Yes][..], Yes), (&[Yes, Unknown], Unknown), (&[Unknown, No], No), (&[], Unknown)] {
        assert_eq!(all.iter().copied().max().unwrap_or(Unknown), want, "{all:?}");
    }
}

#[test]
fn a_note_says_yes_or_no_when_and_where_it_stands() {
    let keys = |errors: Vec<crate::decision::FieldError>| errors.into_iter().map(|e| e.field).collect::<Vec<_>>();
    let today = day("2026-06-01");
    assert_eq!(keys(check_note(Fact::NoDiscipline, None, day("2027-01-01"), "SK", today)), ["yes", "on", "source"]);
    assert!(check_note(Fact::RankSince, None, day("2022-04-01"), "SK 823/2022", today).is_empty());
}

fn axes() -> Axes {
    Axes {
        years: 2,
        above: SangatBaik,
        below: ButuhPerbaikan,
        parts: vec![(Part::Asesmen, 50), (Part::Kompetensi, 30), (Part::RekamJejak, 20)],
        least_known: 50,
        medium: 7_000,
        high: 8_500,
        months: 36,
    }
}

fn nine() -> Vec<BoxRule> {
    let numbers = [[1, 3, 6], [2, 5, 8], [4, 7, 9]];
    let mut all = Vec::new();
    for (row, performance) in Performance::ALL.iter().enumerate() {
        for (column, potential) in Potential::ALL.iter().enumerate() {
            let number = numbers[row][column];
            let (performance, potential) = (*performance, *potential);
            all.push(BoxRule { number, performance, potential, advice: Vec::new(), pool: number >= 7 });
        }
    }
    all
}

#[test]
fn a_box_needs_both_axes() {
    let rating = |assessment, track_record, on: &str| PotentialRating {
        id: PotentialId(Uuid::from_u128(1)),
        employee: who(1),
        assessment,
        track_record,
        on: day(on),
        source: "Pusat asesmen".into(),
        reason: "Terlihat dalam simulasi.".into(),
        by: who(2),
        at: at(),
    };
    let full = rating(Some(9_000), Some(8_000), "2026-01-10");
    for (predikats, jpm, rating, want) in [
        // 0,5 x 90 + 0,3 x 80 + 0,2 x 80 = 85: tinggi
        (&[(2025, SangatBaik)][..], Some(8_000), Some(&full), (Some(9), Some(8_500))),
        (&[(2025, Baik)], Some(8_000), Some(&full), (Some(8), Some(8_500))),
        (&[(2025, ButuhPerbaikan)], Some(8_000), Some(&full), (Some(6), Some(8_500))),
        // The newest year counts.
        (&[(2024, SangatBaik), (2025, Baik)], Some(7_900), Some(&full), (Some(5), Some(8_470))),
        (&[(2023, SangatBaik)], Some(8_000), Some(&full), (None, Some(8_500))), // too long ago
        // Without a rating only 30 of 100 are known: no potential, no box.
        (&[(2025, SangatBaik)], Some(10_000), None, (None, None)),
        // (50 x 90 + 20 x 80) / 70 = 87,14
        (&[(2025, SangatBaik)], None, Some(&full), (Some(9), Some(8_714))),
        // An assessment of more than three years ago is not believed.
        (&[(2025, SangatBaik)], Some(8_000), Some(&rating(Some(9_000), None, "2023-01-01")), (None, None)),
    ] {
        let predikats: BTreeMap<i32, Predikat> = predikats.iter().copied().collect();
        let jpm = Jpm { percent: jpm, because: Reason::new(Text::new("talent-jpm-unknown")) };
        let known = boxes::Known { predikats: &predikats, newest: 2025, jpm: &jpm, rating, today: day("2026-06-01") };
        let placed = place(&axes(), &nine(), (&cite(), &cite()), &known).value;
        assert_eq!((placed.number, placed.score), want, "{predikats:?}");
    }
}

#[test]
fn who_fits_a_post_is_in_the_pool_and_competent_for_it() {
    use Met::{No, Unknown, Yes};
    for (number, percent, want) in [
        (Some(8), Some(9_000), Yes),
        (Some(8), Some(7_000), Yes),
        (Some(8), Some(6_000), No),
        (Some(8), None, Unknown),
        (None, Some(9_000), Unknown),
        (Some(5), Some(9_000), No),
        (Some(5), None, No),
    ] {
        let jpm = Jpm { percent, because: Reason::new(Text::new("talent-jpm-unknown")) };
        assert_eq!(fit(&nine(), Some(&bands()), number, jpm).met, want, "{number:?} {percent:?}");
    }
    let there = succession::Nominee {
        id: NomineeId(Uuid::from_u128(1)),
        critical: CriticalPostId(Uuid::from_u128(1)),
        employee: who(1),
        reason: String::new(),
        because: Reason::new(Text::new("talent-fit-yes")),
        by: who(2),
        at: at(),
        ended_on: None,
    };
    assert!(may_nominate(std::slice::from_ref(&there), who(1), &[]).is_err());
    assert!(may_nominate(&[there], who(3), &[who(3)]).is_err());
    assert!(may_nominate(&[], who(3), &[who(1)]).is_ok());
}

#[test]
fn a_field_is_known_by_whole_words() {
    let field = |words: &[&str]| Field {
        code: "tik".into(),
        name: "TIK".into(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        criteria: Vec::new(),
    };
    let tik = field(&["komputer", "sistem informasi", "TIK"]);
    for (text, want) in [
        ("Pranata Komputer Ahli Pertama", true),
        ("Merapikan sistem  informasi kearsipan.", true),
        ("Pelatihan tik.", true),
        ("Analis statistik", false),
        ("Guru", false),
    ] {
        assert_eq!(tik.named_in(text), want, "{text}");
    }
}

#[test]
fn clusters_are_counted_without_names_and_never_small() {
    let unit = |n: u128| UnitId(Uuid::from_u128(n));
    // 1 above 2 and 3.
    let above = BTreeMap::from([(unit(1), None), (unit(2), Some(unit(1))), (unit(3), Some(unit(1)))]);
    let one = |n: u128, at: u128, willing, of_post| Shown {
        employee: who(n),
        unit: Some(unit(at)),
        field: "tik".into(),
        of_post,
        sources: BTreeSet::from([Source::Penilaian]),
        willing,
    };
    let mut shown: Vec<Shown> = (0..6).map(|n| one(n, 2, (n < 2).then_some(true), false)).collect();
    let only = clusters(&shown, &above);
    assert_eq!(only.len(), 1, "the unit above says nothing more");
    assert_eq!((only[0].unit, only[0].hidden, only[0].willing, only[0].unasked), (unit(2), 6, 2, 4));
    // Four elsewhere are too few to be shown there; together with the others they count above.
    shown.extend((10..14).map(|n| one(n, 3, None, false)));
    // Part of the post, or no wish to be counted: nowhere.
    shown.push(one(20, 2, None, true));
    shown.push(one(21, 2, Some(false), false));
    let found: Vec<(UnitId, usize)> = clusters(&shown, &above).iter().map(|c| (c.unit, c.hidden)).collect();
    assert_eq!(found, [(unit(1), 10), (unit(2), 6)]);
}
