//! Many rows: what they come to, and that cells equal counting anew.

use super::{super::*, NIP, at, holidays, time};
use crate::{
    amount::Amount,
    evaluation::Predikat,
    feed::{
        gauge::{Reading, percent_of},
        tally::{changes, month_of, together},
    },
    ids::{EmployeeId, FeedId, FeedRowId, UnitId},
    testing::day,
};
use chrono::{Days, Duration, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

fn row(draft: Draft) -> Row {
    Row {
        id: FeedRowId(Uuid::from_u128(1)),
        source: FeedId(Uuid::from_u128(2)),
        revision: 0,
        draft,
        why: Why::New,
        reason: String::new(),
        channel: Channel::File,
        by: None,
        at: at("2026-03-01 08:00"),
        replaced_at: None,
        took: None,
    }
}

fn tally(rows: &[Row]) -> Tally {
    let each: Vec<Tally> = rows.iter().map(|one| Tally::of(one, time())).collect();
    Tally::sum(&each)
}

fn amount(measure: Measure, tally: &Tally) -> Option<String> {
    measure.of(tally, day(2026, 1, 31)).map(|amount| amount.to_string())
}

fn request(code: &str, took: i64, due: NaiveDate, correct: Option<bool>) -> Row {
    let received = at("2026-01-05 07:30");
    let whole = took / 450;
    let left = took % 450;
    let answered = at(&format!("{} 07:30", day(2026, 1, 5) + Days::new(whole as u64))) + Duration::minutes(left);
    row(Draft {
        code: code.to_owned(),
        on: day(2026, 1, 5),
        employee: Some(EmployeeId(Uuid::from_u128(3))),
        unit: None,
        item: "Informasi".to_owned(),
        fact: Fact::Request { received, due, answered: Some(answered), correct, complaint: false },
    })
}

#[test]
fn r7_how_fast_and_how_accurately_requests_are_answered() {
    // 90, 180, 225 minutes and one of two whole days; two of them checked.
    let due = day(2026, 1, 6);
    let mut rows = vec![
        request("1", 90, due, Some(true)),
        request("2", 180, due, Some(false)),
        request("3", 225, due, None),
        request("4", 900, due, None),
    ];
    let counted = tally(&rows);
    // (90 + 180 + 225 + 900) / 4 / 450 = 0,775 → 0,78; the middle of four is the second: 180 / 450 = 0,4.
    assert_eq!(amount(Measure::ResponseMean, &counted).as_deref(), Some("0,78"));
    assert_eq!(amount(Measure::ResponseMedian, &counted).as_deref(), Some("0,4"));
    assert_eq!(amount(Measure::ResponseP90, &counted).as_deref(), Some("2"));
    assert_eq!(amount(Measure::InTime, &counted).as_deref(), Some("75"));
    assert_eq!(amount(Measure::Accuracy, &counted).as_deref(), Some("50"));
    assert_eq!(amount(Measure::Answered, &counted).as_deref(), Some("4"));
    // One that was never answered is late once its day is over: 3 of 5 in time.
    let mut waits = rows[0].clone();
    waits.draft.code = "5".to_owned();
    let Fact::Request { received, due, .. } = waits.draft.fact else { panic!("a request") };
    waits.draft.fact = Fact::Request { received, due, answered: None, correct: None, complaint: false };
    rows.push(waits);
    let counted = tally(&rows);
    assert_eq!(amount(Measure::InTime, &counted).as_deref(), Some("60"));
    assert_eq!(Measure::InTime.of(&counted, day(2026, 1, 6)), Some(Amount::whole(75)), "on its last day it still may");
    assert_eq!((counted.waiting(), amount(Measure::Answered, &counted).as_deref()), (1, Some("4")));
    assert_eq!(amount(Measure::ResponseMean, &Tally::default()), None, "no requests is not nought");
}

#[test]
fn r2_a_budget_by_both_formulas() {
    let spending = |item: &str, month: u32, ceiling, spent, target, output| {
        row(Draft {
            code: format!("{item}/2026-{month:02}"),
            on: day(2026, month, 1),
            employee: None,
            unit: None,
            item: item.to_owned(),
            fact: Fact::Spending {
                ceiling,
                spent,
                output_target: Some(Amount::whole(target)),
                output: Some(Amount::whole(output)),
            },
        })
    };
    // A: half of the output for 450 of 1000: planned 500. B: all of it for 500 of 500.
    let rows =
        [spending("A", 1, 1_000, 100, 10, 1), spending("A", 2, 1_000, 450, 10, 5), spending("B", 1, 500, 500, 4, 4)];
    let cells: Vec<Cell> = changes(&rows, &[], time())
        .into_iter()
        .filter(|((slice, _), _)| slice.part() == "i")
        .map(|((slice, month), tally)| Cell { source: FeedId(Uuid::nil()), slice, month, tally })
        .collect();
    let counted = together(true, &cells);
    // (450 + 500) / 1500 = 63,33; 950 / 1000 = 95; (1000 − 950) / 1000 = 5; 50 + 5 × 2,5 = 62,5.
    assert_eq!(amount(Measure::Absorption, &counted).as_deref(), Some("63,33"));
    assert_eq!(amount(Measure::CostRatio, &counted).as_deref(), Some("95"));
    assert_eq!(amount(Measure::Efficiency, &counted).as_deref(), Some("5"));
    assert_eq!(amount(Measure::EfficiencyValue, &counted).as_deref(), Some("62,5"));
    let dear = Tally::of(&spending("C", 1, 1_000, 800, 10, 5), time());
    assert_eq!(amount(Measure::Efficiency, &dear).as_deref(), Some("-60"), "dearer than planned");
    assert_eq!(amount(Measure::EfficiencyValue, &dear).as_deref(), Some("0"), "within 0 and 100");
}

#[test]
fn r2_attendance_beside_the_ladder_of_the_law() {
    let presence = |d: u32, absent: u32, minutes: u32| {
        row(Draft {
            code: format!("{NIP}/{d}"),
            on: day(2026, 1, d),
            employee: None,
            unit: None,
            item: String::new(),
            fact: Fact::Presence { daily: true, days: 1, absent, excused: 0, minutes, run: 0 },
        })
    };
    let rows = [presence(8, 1, 0), presence(9, 1, 0), presence(12, 1, 0), presence(13, 0, 460), presence(14, 0, 0)];
    let counted = tally(&rows);
    assert_eq!(amount(Measure::Absence, &counted).as_deref(), Some("4"), "three days, and 460 minutes are one more");
    assert_eq!(amount(Measure::Presence, &counted).as_deref(), Some("40"));
    let absence = counted.absence(&holidays());
    assert_eq!((absence.days, absence.in_a_row, absence.minutes), (3, 3, 460));
}

fn some_row(n: u64) -> Row {
    let employee = EmployeeId(Uuid::from_u128(u128::from(n % 3)));
    let mut one = request(
        &n.to_string(),
        (n * 37 % 1_200) as i64,
        day(2026, 1, 5 + (n % 9) as u32),
        [None, Some(true)][n as usize % 2],
    );
    one.draft.employee = Some(employee).filter(|_| !n.is_multiple_of(5));
    one.draft.unit = Some(UnitId(Uuid::from_u128(u128::from(n % 2)))).filter(|_| !n.is_multiple_of(7));
    one.draft.item = ["", "Informasi", "Pengaduan"][n as usize % 3].to_owned();
    if n.is_multiple_of(11) {
        one.why = Why::Voided;
    }
    one
}

proptest! {
    /// Rows come, and some take the place of others: what is left equals counting the rows that hold.
    #[test]
    fn cells_equal_counting_anew(first in prop::collection::vec(0_u64..500, 0..30), second in prop::collection::vec(0_u64..500, 0..30)) {
        let rows = |of: &[u64]| of.iter().copied().map(some_row).collect::<Vec<_>>();
        let (old, new) = (rows(&first), rows(&second));
        let count = |rows: &[Row], replaced: &[Row]| changes(rows, replaced, time());
        let mut held: BTreeMap<(Slice, NaiveDate), Tally> = count(&old, &[]);
        for (key, change) in count(&new, &old) {
            held.entry(key).or_default().add(&change);
        }
        held.retain(|_, tally| *tally != Tally::default());
        let mut anew = count(&new, &[]);
        anew.retain(|_, tally| *tally != Tally::default());
        prop_assert_eq!(held, anew);
    }
}

#[test]
fn of_too_few_nothing_is_concluded_and_it_is_said() {
    let reading = |n, least| Reading {
        subject: "Kecepatan menjawab",
        measure: Measure::ResponseMean,
        source: crate::decision::Arg::Str("Log layanan".to_owned()),
        n,
        least,
        from: day(2026, 1, 1),
        until: day(2026, 12, 31),
    };
    let about = || About::Criterion("respons".to_owned());
    let read = |n, least, amount| Gauge::read(about(), reading(n, least), amount);
    for (n, amount, want, key) in [
        (12, Some(Amount::whole(3)), Some(Amount::whole(3)), "feed-gauged"),
        (9, Some(Amount::whole(3)), None, "feed-gauged-few"),
        (0, None, None, "feed-gauged-nothing"),
        (12, None, None, "feed-gauged-nothing"),
    ] {
        let gauge = read(n, 10, amount);
        assert_eq!((gauge.amount, gauge.because.says.key.as_ref()), (want, key), "{n}");
        assert_eq!(gauge.because.from[0].says.key, "feed-response-mean-formula");
    }
    for (measure, of, least, fits) in [
        (Measure::Ikm, Of::Person, 30, false),
        (Measure::Ikm, Of::Unit, 9, false),
        (Measure::Ikm, Of::Unit, 30, true),
        (Measure::TeamPredikat, Of::Unit, 1, false),
        (Measure::TeamPredikat, Of::Team, 1, true),
        (Measure::Absence, Of::Person, 1, true),
        (Measure::Absence, Of::Team, 1, false),
    ] {
        assert_eq!(Gauged { measure, of, least }.fits(), fits, "{measure:?} {of:?}");
    }
    assert_eq!(percent_of(Predikat::SangatBaik), Amount::whole(150));
}

#[test]
fn a_source_is_silent_once_its_rhythm_is_over() {
    let source = Source {
        id: FeedId(Uuid::nil()),
        kind: Kind::Service,
        unit: UnitId(Uuid::nil()),
        code: "ppid".to_owned(),
        name: "Log PPID".to_owned(),
        rhythm: 7,
        answer_days: 10,
        retired: false,
    };
    let last = day(2026, 1, 5);
    assert_eq!(source.silent(last, day(2026, 1, 12)), None);
    assert_eq!(source.silent(last, day(2026, 1, 13)), Some(1));
    assert_eq!(Source { rhythm: 0, ..source.clone() }.silent(last, day(2026, 12, 1)), None);
    assert_eq!(Source { retired: true, ..source.clone() }.silent(last, day(2026, 12, 1)), None);
    let wrong = Source {
        name: " ".to_owned(),
        code: "PPID!".to_owned(),
        rhythm: 400,
        answer_days: 0,
        kind: Kind::Team,
        ..source
    };
    let keys: Vec<String> = wrong.check(false).into_iter().map(|error| error.field).collect();
    assert_eq!(keys, ["name", "code", "kind", "rhythm"]);
    assert_eq!(month_of(last), day(2026, 1, 1));
}
