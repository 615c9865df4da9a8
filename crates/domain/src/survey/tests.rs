//! Rules of the survey, with the figures that are published.

use super::{
    Answers, Channel, Mutu, Outcome, Profile, Question, Round, Said, Service, Tally, Unsur, Weight,
    answer::{Age, Sex, read_extra},
    guard::{odd, pace, shown},
    ikm::of_group,
    round::{State, is_slug, slug},
    sample::needed,
};
use crate::{amount::Amount, decision::Refusal, time::DateRange};
use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

fn said(pattern: &str) -> Said {
    Said {
        id: Uuid::nil().into(),
        round: Uuid::nil().into(),
        service: Uuid::nil().into(),
        at: DateTime::<Utc>::UNIX_EPOCH,
        channel: Channel::Link,
        answers: Answers::from_pattern(pattern).expect("nine digits of 1 to 4"),
        profile: Profile::default(),
        words: String::new(),
        extra: BTreeMap::new(),
    }
}

fn tally<'t>(patterns: impl IntoIterator<Item = &'t str>) -> Tally {
    let all: Vec<Tally> = patterns.into_iter().map(|pattern| Tally::of(&said(pattern))).collect();
    Tally::sum(&all)
}

/// Respondents whose answers add up to these points per element, each between n and 4n.
fn with_points(n: u64, points: [u64; 9]) -> Tally {
    let pattern = |at: u64| -> String {
        let value = |sum: u64| sum / n + u64::from(at < sum % n);
        points.map(|sum| value(sum).to_string()).concat()
    };
    let patterns: Vec<String> = (0..n).map(pattern).collect();
    tally(patterns.iter().map(String::as_str))
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

#[test]
fn the_published_example_of_29_respondents() {
    // Sums per element of a published worked example; its text gives both figures.
    let tally = with_points(29, [105, 101, 100, 116, 102, 105, 106, 115, 105]);
    let exact = Outcome::of(&tally, Weight::Ninth).unwrap();
    assert_eq!((exact.n, exact.ikm, exact.mutu), (29, Amount(914_800), Mutu::A));
    assert_eq!(Outcome::of(&tally, Weight::Hundredths).unwrap().ikm, Amount(905_600));
    let nrr: Vec<i64> = exact.elements.iter().map(|element| element.nrr.0).collect();
    assert_eq!(nrr, [36_207, 34_828, 34_483, 40_000, 35_172, 36_207, 36_552, 39_655, 36_207]);
    assert_eq!(exact.priorities, [Unsur::Waktu, Unsur::Prosedur, Unsur::Produk]);
}

#[test]
fn ikm_by_each_weight() {
    // 20 respondents with 64 points each: 3,20; 71 points: 3,55.
    for (points, weight, want, mutu) in [
        (64, Weight::Ninth, 800_000, Mutu::B),
        (64, Weight::Thousandths, 799_200, Mutu::B),
        (64, Weight::Hundredths, 792_000, Mutu::B),
        (71, Weight::Ninth, 887_500, Mutu::A),
        (71, Weight::Thousandths, 886_600, Mutu::A),
        (71, Weight::Hundredths, 878_600, Mutu::B),
    ] {
        let outcome = Outcome::of(&with_points(20, [points; 9]), weight).unwrap();
        assert_eq!((outcome.ikm.0, outcome.mutu), (want, mutu), "{points} {weight:?}");
        assert!(outcome.priorities.is_empty(), "all alike: nothing stands out");
    }
    assert_eq!(Outcome::of(&tally(["444444444"]), Weight::Hundredths).unwrap().ikm, Amount(990_000));
    assert_eq!(Outcome::of(&tally(["111111111"]), Weight::Ninth).unwrap().ikm, Amount(250_000));
    assert_eq!(Outcome::of(&Tally::default(), Weight::Ninth), None, "nobody answered: no result, not a zero");
    assert_eq!((of_group(2, 63), of_group(0, 0)), (Some(Amount(875_000)), None));
}

#[test]
fn grades_at_their_bounds() {
    for (ikm, want) in [
        (250_000, Mutu::D),
        (649_900, Mutu::D),
        (650_000, Mutu::C),
        (766_000, Mutu::C),
        (766_100, Mutu::B),
        (883_000, Mutu::B),
        (883_100, Mutu::A),
        (1_000_000, Mutu::A),
    ] {
        assert_eq!(Mutu::of(Amount(ikm)), want, "{ikm}");
    }
}

#[test]
fn the_sample_by_krejcie_and_morgan() {
    for (population, want) in [
        (0, 0),
        (10, 10),
        (15, 14),
        (20, 19),
        (30, 28),
        (50, 44),
        (75, 63),
        (100, 80),
        (200, 132),
        (300, 169),
        (400, 196),
        (500, 217),
        (1_000, 278),
        (2_000, 322),
        (5_000, 357),
        (10_000, 370),
        // The table prints 384 here; the formula gives 383.
        (100_000, 383),
    ] {
        assert_eq!(needed(population), want, "{population}");
    }
}

#[test]
fn what_is_not_an_answer_is_named_element_by_element() {
    let typed = |unsur: Unsur| match unsur {
        Unsur::Waktu => "5",
        Unsur::Biaya => "",
        Unsur::Sarana => "baik",
        _ => "3",
    };
    let errors = Answers::read(typed).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (error.field.as_str(), error.text.key.as_ref())).collect();
    assert_eq!(
        found,
        [("u3", "survey-answer-outside"), ("u4", "survey-answer-missing"), ("u9", "survey-answer-outside")]
    );
    assert!(Answers::read(|_| "0").is_err() && Answers::read(|_| "-1").is_err());
    let read = Answers::read(|_| " 4 ").unwrap();
    assert_eq!((read.pattern().as_str(), read.points()), ("444444444", 36));
    for pattern in ["", "44444444", "4444444444", "444444440", "44444444x", "444444445"] {
        assert_eq!(Answers::from_pattern(pattern), None, "{pattern}");
    }
}

#[test]
fn profile_and_own_questions() {
    let read = Profile::read(|family| if family == "umur" { "26-35" } else { "" }).unwrap();
    assert_eq!((read.age, read.sex), (Some(Age::To35), None));
    assert_eq!(Profile::read(|_| "rahasia").unwrap_err().len(), 4);
    let question = |code: &str, scale| Question { code: code.into(), text: "Antre?".into(), scale };
    let questions = [question("antre", true), question("ruang", false)];
    let typed = |field: &str| match field {
        "tambahan.antre" => "4",
        _ => "Kursinya kurang.",
    };
    let extra = read_extra(&questions, typed).unwrap();
    assert_eq!((extra["antre"].as_str(), extra["ruang"].as_str()), ("4", "Kursinya kurang."));
    assert!(read_extra(&questions, |_| "").unwrap().is_empty());
    assert_eq!(read_extra(&questions, |_| "5").unwrap_err()[0].field, "tambahan.antre");
    let one = Said { extra, profile: Profile { sex: Some(Sex::Perempuan), ..read }, ..said("343434343") };
    let tally = Tally::of(&one);
    assert_eq!(tally.extra("antre"), [0, 0, 0, 1]);
    assert_eq!(
        tally.family("kelamin").map(|(code, count)| (code, count.points)).collect::<Vec<_>>(),
        [("perempuan", 31)]
    );
    assert_eq!(tally.family("tambahan").count(), 1, "words are not counted");
}

#[test]
fn services_and_their_addresses() {
    let service = Service {
        id: Uuid::nil().into(),
        unit: Uuid::nil().into(),
        code: "kartu-keluarga".into(),
        name: "Kartu keluarga".into(),
        users: 400,
        tickets: false,
        pace: 30,
        kiosk_key: "k".into(),
        questions: vec![Question { code: "antre".into(), text: "Antre?".into(), scale: true }],
        retired: false,
    };
    assert_eq!(service.check(false), []);
    let keys = |service: &Service, taken| -> Vec<String> {
        service.check(taken).iter().map(|error| format!("{} {}", error.field, error.text.key)).collect()
    };
    assert_eq!(keys(&service, true), ["code survey-service-code-taken"]);
    let bad = Service {
        code: "Kartu Keluarga".into(),
        name: String::new(),
        users: 0,
        pace: 0,
        questions: [&service.questions[..], &service.questions[..]].concat(),
        ..service
    };
    assert_eq!(
        keys(&bad, false),
        [
            "name survey-service-name-missing",
            "code survey-service-code-form",
            "users survey-service-users-missing",
            "pace survey-service-pace-missing",
            "questions survey-questions-form"
        ]
    );
    assert!(is_slug("ktp-el") && !is_slug("-ktp") && !is_slug("k") && !is_slug("ktp el"));
    assert_eq!(slug("Dinas Kependudukan & Catatan Sipil"), "dinas-kependudukan-catatan-sipil");
}

#[test]
fn a_period_takes_answers_while_it_is_open() {
    let round = Round {
        id: Uuid::from_u128(1).into(),
        name: "Semester I 2026".into(),
        dates: DateRange { from: day(2, 1), until: Some(day(5, 31)) },
        weight: Weight::Ninth,
        smallest: 10,
        salt: "garam".into(),
        closed_at: None,
    };
    let closed = Round { closed_at: Some(DateTime::<Utc>::UNIX_EPOCH), ..round.clone() };
    for (round, on, state, public, staff) in [
        (&round, day(1, 31), State::Coming, false, false),
        (&round, day(2, 1), State::Open, true, true),
        (&round, day(5, 31), State::Open, true, true),
        (&round, day(6, 1), State::Over, false, true),
        (&closed, day(3, 1), State::Closed, false, false),
    ] {
        assert_eq!(round.state(on), state, "{on}");
        assert_eq!((round.takes(on, false).is_ok(), round.takes(on, true).is_ok()), (public, staff), "{on}");
    }
    let other = |from, until| Round {
        id: Uuid::from_u128(2).into(),
        dates: DateRange { from, until: Some(until) },
        ..round.clone()
    };
    let keys = |round: &Round| -> Vec<String> {
        round.check(std::slice::from_ref(&closed)).iter().map(|error| error.field.clone()).collect()
    };
    assert_eq!(keys(&other(day(5, 31), day(8, 1))), ["from"], "they would share a day");
    assert_eq!(keys(&other(day(6, 1), day(8, 1))), Vec::<String>::new());
    assert_eq!(
        keys(&Round { smallest: 1, name: String::new(), ..other(day(8, 1), day(6, 1)) }),
        ["name", "until", "smallest"]
    );
    let journalled = serde_json::to_string(&round).unwrap();
    assert!(!journalled.contains("garam"), "{journalled}");
}

#[test]
fn floods_wait_and_equal_answers_are_marked() {
    assert!(pace(29, 30).is_ok());
    let Err(Refusal::Rule(broken)) = pace(30, 30) else { panic!("the 31st of a minute comes in") };
    assert_eq!(broken.says.key, "survey-busy");
    assert_eq!([1, 2, 3, 40].map(odd), [false, false, true, true]);
}

#[test]
fn a_group_that_could_be_worked_out_is_hidden_too() {
    assert_eq!(shown(&[40, 30, 3], 10), [true, false, false], "73 minus 40 must not give the three away");
    assert_eq!(shown(&[40, 4, 3], 10), [true, false, false]);
    assert_eq!(shown(&[40, 30, 0], 10), [true, true, true], "nobody is not a small group");
    assert_eq!(shown(&[3], 10), [false]);
}

proptest! {
    #[test]
    fn ikm_lies_between_the_lowest_and_the_highest_element(patterns in prop::collection::vec("[1-4]{9}", 1..40)) {
        let outcome = Outcome::of(&tally(patterns.iter().map(String::as_str)), Weight::Ninth).unwrap();
        let converted = outcome.elements.iter().map(|element| element.converted);
        // Each value is rounded by itself: half of a hundredth either way.
        prop_assert!(converted.clone().min().unwrap().0 - 100 <= outcome.ikm.0);
        prop_assert!(outcome.ikm.0 <= converted.max().unwrap().0 + 100);
        prop_assert!((250_000..=1_000_000).contains(&outcome.ikm.0));
        prop_assert_eq!(Mutu::of(outcome.ikm), outcome.mutu);
        for element in &outcome.elements {
            prop_assert_eq!(element.spread.iter().sum::<u64>(), outcome.n);
        }
    }

    #[test]
    fn no_single_group_stays_hidden(sizes in prop::collection::vec(0_u64..60, 2..7), smallest in 5_u64..20) {
        let shown = shown(&sizes, smallest);
        for (n, shown) in sizes.iter().zip(&shown) {
            prop_assert!(!shown || *n == 0 || *n >= smallest);
        }
        let hidden = shown.iter().filter(|shown| !**shown).count();
        let filled = sizes.iter().filter(|n| **n > 0).count();
        prop_assert!(hidden != 1 || filled == 1);
    }

    #[test]
    fn counting_apart_or_together_is_the_same(patterns in prop::collection::vec("[1-4]{9}", 2..30), at in 1_usize..2) {
        let (a, b) = patterns.split_at(at);
        let mut sum = tally(a.iter().map(String::as_str));
        sum.add(&tally(b.iter().map(String::as_str)));
        prop_assert_eq!(sum, tally(patterns.iter().map(String::as_str)));
    }

    #[test]
    fn a_larger_population_needs_no_smaller_sample(n in 1_u64..1_000_000) {
        prop_assert!(needed(n) <= needed(n + 1) && needed(n) <= n && needed(n) <= 384);
    }
}
