//! Expected values are worked out by hand or stand in the regulation.

use super::{
    cells::cells,
    gauge::{Reading, percent_of},
    hours::{longest_run, minutes, quarters},
    read::{Against, instant, month, read, rupiah},
    tally::{changes, month_of, together},
    *,
};
use crate::{
    amount::Amount,
    evaluation::Predikat,
    ids::{EmployeeId, FeedId, FeedRowId, UnitId},
    testing::day,
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

fn at(text: &str) -> DateTime<Utc> {
    instant(text, TimeZone::Wib).expect("an instant")
}

fn holidays() -> Holidays {
    Holidays([day(2026, 1, 1), day(2026, 1, 16)].into())
}

#[test]
fn r7_working_time_by_the_hours_of_the_law() {
    // 5 January 2026 is a Monday.
    for (from, to, want, why) in [
        ("2026-01-05 08:00", "2026-01-05 09:30", 90, "within a morning"),
        ("2026-01-05 08:00", "2026-01-05 13:00", 240, "the break counts for nothing"),
        ("2026-01-05 12:10", "2026-01-05 12:50", 0, "all within the break"),
        ("2026-01-05 07:30", "2026-01-05 16:00", 450, "a whole day"),
        ("2026-01-05 06:00", "2026-01-05 20:00", 450, "before and after count for nothing"),
        ("2026-01-09 07:30", "2026-01-09 16:30", 450, "a Friday is as long, with a longer break"),
        ("2026-01-09 11:00", "2026-01-09 13:30", 60, "the break of a Friday"),
        ("2026-01-09 15:00", "2026-01-12 08:30", 150, "over a weekend"),
        ("2026-01-15 15:00", "2026-01-19 08:30", 120, "over a holiday and a weekend"),
        ("2026-01-10 09:00", "2026-01-11 15:00", 0, "a weekend"),
        ("2026-01-05 07:30", "2026-01-19 07:30", 9 * 450, "two weeks with a holiday"),
        ("2026-01-05 09:00", "2026-01-05 08:00", 0, "backwards"),
    ] {
        assert_eq!(minutes(at(from), at(to), TimeZone::Wib, &holidays()), want, "{why}");
    }
    // The same instants are other hours further east: 15.30 to 17.30 there.
    assert_eq!(minutes(at("2026-01-05 13:30"), at("2026-01-05 15:30"), TimeZone::Wit, &holidays()), 30);
    assert_eq!([0, 1, 15, 16].map(quarters), [0, 1, 1, 2]);
}

proptest! {
    #[test]
    fn working_time_adds_up(start in 0_i64..60_000, first in 0_i64..20_000, second in 0_i64..20_000) {
        let begin = at("2026-01-02 00:00") + Duration::minutes(start);
        let (middle, end) = (begin + Duration::minutes(first), begin + Duration::minutes(first + second));
        let took = |from, to| minutes(from, to, TimeZone::Wib, &holidays());
        prop_assert_eq!(took(begin, middle) + took(middle, end), took(begin, end));
        prop_assert!(took(begin, end) <= first + second);
        // A week later is the same where no holiday lies.
        let free = |from, to| minutes(from, to, TimeZone::Wita, &Holidays::default());
        let week = Duration::weeks(1);
        prop_assert_eq!(free(begin, end), free(begin + week, end + week));
    }
}

#[test]
fn weekends_and_holidays_do_not_break_a_run_of_absence() {
    let days = |list: &[u32]| list.iter().map(|d| day(2026, 1, *d)).collect::<Vec<_>>();
    for (absent, want) in [(&[8_u32, 9, 12, 13][..], 4), (&[8, 9, 13], 2), (&[15, 19], 2), (&[], 0)] {
        assert_eq!(longest_run(days(absent), &holidays()), want, "{absent:?}");
    }
}

struct Office {
    people: HashMap<String, (EmployeeId, Option<UnitId>)>,
    units: HashMap<String, UnitId>,
    holidays: Holidays,
}

const NIP: &str = "199403122019032008";

fn office() -> Office {
    let unit = UnitId(Uuid::from_u128(7));
    Office {
        people: HashMap::from([(NIP.to_owned(), (EmployeeId(Uuid::from_u128(3)), Some(unit)))]),
        units: HashMap::from([("IKP".to_owned(), UnitId(Uuid::from_u128(8)))]),
        holidays: holidays(),
    }
}

impl Office {
    fn read(&self, kind: Kind, typed: &[(&str, &str)]) -> Result<Draft, Vec<String>> {
        let against = Against {
            people: &self.people,
            units: &self.units,
            zone: TimeZone::Wib,
            holidays: &self.holidays,
            now: at("2026-03-02 10:00"),
            answer_days: 10,
        };
        let cell = |column: &str| typed.iter().find(|(name, _)| *name == column).map_or("", |(_, value)| *value);
        read(kind, cell, &against)
            .map_err(|errors| errors.into_iter().map(|error| format!("{} {}", error.field, error.text.key)).collect())
    }
}

fn with<'t>(base: &[(&'t str, &'t str)], column: &'t str, value: &'t str) -> Vec<(&'t str, &'t str)> {
    let mut cells: Vec<_> = base.iter().copied().filter(|(name, _)| *name != column).collect();
    cells.push((column, value));
    cells
}

const REQUEST: [(&str, &str); 8] = [
    ("nomor", "PPID-1"),
    ("diterima", "2026-01-05 08:00"),
    ("dijawab", "2026-01-07 10.30"),
    ("benar", "ya"),
    ("pengaduan", "tidak"),
    ("layanan", "Informasi berkala"),
    ("nip", "19940312 201903 2 008"),
    ("unit", ""),
];

#[test]
fn r6_everything_wrong_with_a_row_is_told_beside_its_column() {
    let office = office();
    let good = office.read(Kind::Service, &REQUEST).unwrap();
    assert_eq!((good.on, good.unit), (day(2026, 1, 5), Some(UnitId(Uuid::from_u128(7)))), "the unit of the employee");
    // Ten working days after 5 January, with 16 January a holiday.
    assert!(matches!(good.fact, Fact::Request { due, .. } if due == day(2026, 1, 20)));
    let request = |column, value| office.read(Kind::Service, &with(&REQUEST, column, value)).unwrap_err();
    assert_eq!(request("nomor", ""), ["nomor feed-cell-missing"]);
    assert_eq!(request("diterima", "besok"), ["diterima feed-cell-instant"]);
    assert_eq!(request("diterima", "2027-01-05"), ["diterima feed-cell-future"]);
    assert_eq!(request("dijawab", "2026-01-04 10:00"), ["dijawab feed-answered-before"]);
    assert_eq!(request("dijawab", "2026-04-04 10:00"), ["dijawab feed-cell-future"]);
    assert_eq!(request("dijawab", ""), ["benar feed-correct-unanswered"]);
    assert_eq!(request("benar", "mungkin"), ["benar feed-cell-yes"]);
    assert_eq!(request("tenggat", "2026-01-04"), ["tenggat feed-due-before"]);
    assert_eq!(request("nip", "198001012005011001"), ["nip feed-employee-unknown"]);
    assert_eq!(request("unit", "TIDAKADA"), ["unit feed-unit-unknown"]);
    let programme = [("tempat", "Kampung Baru"), ("bulan", "2026-02"), ("target", "1.200"), ("capaian", "900,5")];
    let good = office.read(Kind::Programme, &programme).unwrap();
    assert_eq!((good.code.as_str(), good.on), ("Kampung Baru/2026-02", day(2026, 2, 1)));
    let wrong = with(&with(&with(&programme, "capaian", "-3"), "target", "banyak"), "bulan", "2026-09");
    assert_eq!(
        office.read(Kind::Programme, &wrong).unwrap_err(),
        ["bulan feed-cell-future", "target feed-cell-number", "capaian feed-cell-negative"]
    );
    let budget = [("kegiatan", "5.02.01"), ("bulan", "01/2026"), ("pagu", "Rp 1.250.000.000,00"), ("realisasi", "-5")];
    assert_eq!(office.read(Kind::Budget, &budget).unwrap_err(), ["realisasi feed-cell-negative"]);
    let output = with(&with(&budget, "realisasi", "500000000"), "capaian_keluaran", "3");
    assert_eq!(office.read(Kind::Budget, &output).unwrap_err(), ["target_keluaran feed-output-target-missing"]);
    let recap = [("nip", NIP), ("bulan", "2026-02"), ("hari_kerja", "20"), ("alpa", "2"), ("berturut", "3")];
    assert_eq!(office.read(Kind::Attendance, &recap).unwrap_err(), ["berturut feed-run-long"]);
    let daily = [("nip", NIP), ("tanggal", "2026-02-02"), ("status", "bolos"), ("menit", "-1")];
    assert_eq!(
        office.read(Kind::Attendance, &daily).unwrap_err(),
        ["menit feed-cell-negative", "status feed-status-unknown"]
    );
    let course = [("nip", ""), ("tanggal", "2026-02-30"), ("kegiatan", "Pelatihan"), ("jp", "4000")];
    assert_eq!(
        office.read(Kind::Training, &course).unwrap_err(),
        ["nip feed-cell-missing", "tanggal feed-cell-day", "jp feed-hours-many"]
    );
}

#[test]
fn a_row_as_typed_reads_as_the_same_row() {
    let office = office();
    let all: [(Kind, Vec<(&str, &str)>); 6] = [
        (Kind::Service, REQUEST.to_vec()),
        (Kind::Programme, vec![("tempat", "Lawang"), ("bulan", "2026-01"), ("target", "10"), ("capaian", "7,25")]),
        (
            Kind::Budget,
            vec![
                ("kegiatan", "5.02"),
                ("bulan", "2026-01"),
                ("pagu", "1.000"),
                ("realisasi", "250"),
                ("target_keluaran", "4"),
                ("capaian_keluaran", "1"),
            ],
        ),
        (Kind::Attendance, vec![("nip", NIP), ("tanggal", "2026-02-02"), ("status", "alpa"), ("menit", "30")]),
        (
            Kind::Attendance,
            vec![("nip", NIP), ("bulan", "2026-02"), ("hari_kerja", "20"), ("alpa", "2"), ("berturut", "2")],
        ),
        (Kind::Training, vec![("nip", NIP), ("tanggal", "2026-02-02"), ("kegiatan", "Bahasa isyarat"), ("jp", "6,5")]),
    ];
    for (kind, typed) in all {
        let draft = office.read(kind, &typed).unwrap();
        let nip = if draft.employee.is_some() { NIP } else { "" };
        let again = cells(&draft, TimeZone::Wib, nip, "");
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(office.read(kind, &again).unwrap(), draft);
    }
}

#[test]
fn months_instants_and_rupiah_are_read_as_people_write_them() {
    for (text, want) in
        [("2026-03", Some(day(2026, 3, 1))), ("03/2026", Some(day(2026, 3, 1))), ("2026-03-17", Some(day(2026, 3, 1)))]
    {
        assert_eq!(month(text), want, "{text}");
    }
    assert_eq!((month("2026"), month("13/2026"), month("")), (None, None, None));
    assert_eq!(instant("2026-01-05T01:30:00Z", TimeZone::Wit), Some(at("2026-01-05 08:30")));
    assert_eq!(instant("05/01/2026 08.30", TimeZone::Wib), Some(at("2026-01-05 08:30")));
    assert_eq!(instant("2026-01-05", TimeZone::Wib), Some(at("2026-01-05 07:30")), "the morning of the day");
    assert_eq!(instant("2026-01-05 25:00", TimeZone::Wib), None);
    for (text, want) in [
        ("1.250.000", Some(1_250_000)),
        ("Rp 1.250.000,00", Some(1_250_000)),
        ("Rp.500", Some(500)),
        ("1250000", Some(1_250_000)),
        ("-3", Some(-3)),
        ("1.25", None),
        ("sejuta", None),
        ("", None),
    ] {
        assert_eq!(rupiah(text), want, "{text}");
    }
}

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
    }
}

fn tally(rows: &[Row]) -> Tally {
    let each: Vec<Tally> = rows.iter().map(|one| Tally::of(one, TimeZone::Wib, &holidays())).collect();
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
    let cells: Vec<Cell> = changes(&rows, &[], TimeZone::Wib, &holidays())
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
    let dear = Tally::of(&spending("C", 1, 1_000, 800, 10, 5), TimeZone::Wib, &holidays());
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
    one.draft.employee = Some(employee).filter(|_| n % 5 > 0);
    one.draft.unit = Some(UnitId(Uuid::from_u128(u128::from(n % 2)))).filter(|_| n % 7 > 0);
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
        let count = |rows: &[Row], replaced: &[Row]| changes(rows, replaced, TimeZone::Wib, &holidays());
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
    assert_eq!(keys, ["name", "code", "kind", "rhythm", "answer_days"]);
    assert_eq!(month_of(last), day(2026, 1, 1));
}
