//! Expected values are worked out by hand or stand in the regulation.

mod counting;

use super::{
    cells::cells,
    hours::{WorkTime, longest_run, minutes, quarters},
    read::{Against, instant, month, read, rupiah},
    *,
};
use crate::{
    decision::Text,
    ids::{EmployeeId, UnitId},
    policy::Library,
    testing::{day, library, policy_files},
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use std::{collections::HashMap, sync::LazyLock};
use uuid::Uuid;

fn at(text: &str) -> DateTime<Utc> {
    instant(text, TimeZone::Wib).expect("an instant")
}

fn holidays() -> Holidays {
    Holidays([day(2026, 1, 1), day(2026, 1, 16)].into())
}

/// What the law says, with two holidays.
fn time() -> WorkTime<'static> {
    static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(holidays);
    static LAW: LazyLock<Library> = LazyLock::new(library);
    WorkTime { zone: TimeZone::Wib, holidays: &HOLIDAYS, hours: LAW.hours("nasional") }
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
        assert_eq!(minutes(at(from), at(to), time()), want, "{why}");
    }
    // The same instants are other hours further east: 15.30 to 17.30 there.
    let further_east = WorkTime { zone: TimeZone::Wit, ..time() };
    assert_eq!(minutes(at("2026-01-05 13:30"), at("2026-01-05 15:30"), further_east), 30);
    assert_eq!([0, 1, 15, 16].map(quarters), [0, 1, 1, 2]);
}

#[test]
fn r7_working_time_of_ramadan_and_of_other_years() {
    for (from, to, want, why) in [
        ("2026-02-18 07:30", "2026-02-18 16:00", 450, "the day before Ramadan"),
        ("2026-02-19 07:30", "2026-02-19 16:00", 390, "its first day, from 08.00 to 15.00"),
        ("2026-02-19 08:00", "2026-02-19 12:30", 240, "half an hour of break"),
        ("2026-02-20 08:00", "2026-02-20 15:30", 390, "a Friday of Ramadan is as long, with an hour of break"),
        ("2026-02-20 11:30", "2026-02-20 12:30", 0, "the break of that Friday"),
        ("2026-02-23 00:00", "2026-03-02 00:00", 32 * 60 + 30, "a week of Ramadan"),
        ("2026-02-18 15:00", "2026-02-19 09:00", 120, "over its beginning"),
        ("2024-03-11 07:30", "2024-03-12 16:00", 450 + 390, "the days were others two years before"),
        ("2027-02-05 07:30", "2027-02-08 16:00", 450 + 390, "and a year after"),
        ("2022-11-07 07:30", "2022-11-07 16:00", 450, "Keppres 68/1995"),
        ("1994-11-07 07:30", "1994-11-07 16:00", 450, "older than any rule we know"),
    ] {
        assert_eq!(minutes(at(from), at(to), time()), want, "{why}");
    }
}

/// Hours are data: an agency that works on Saturdays sets its own.
#[test]
fn an_agency_keeps_its_own_hours() {
    let own = r#"
        [[working-hours]]
        shape = "hours"
        from = 2023-04-12
        article = "Ps 2"
        source = "peraturan kepala daerah, karangan"
        certainty = "secondary"
        week = "37.30"
        days = [
            { of = ["senin", "selasa", "rabu", "kamis", "jumat"], hours = ["07.00-13.30"] },
            { of = ["sabtu"], hours = ["07.00-12.00"] },
        ]"#;
    let with = |text: &str| {
        let files = policy_files().into_iter().chain([("schemes/bengkulu/jam.toml".to_owned(), text.to_owned())]);
        Library::load(files)
    };
    let six = with(own).expect("in order");
    let (friday, saturday) = (day(2026, 1, 9), day(2026, 1, 10));
    let at_work = |scheme: &str, on| six.hours(scheme).on(on).iter().map(|(from, until)| until - from).sum::<i64>();
    assert_eq!((at_work("bengkulu", friday), at_work("bengkulu", saturday)), (390, 300));
    assert_eq!((at_work("nasional", friday), at_work("nasional", saturday)), (450, 0));
    let told = |scheme: &str| six.in_force(scheme, friday).unwrap().hours.unwrap().value.short();
    assert_eq!(told("bengkulu"), "senin-jumat 07.00-13.30; sabtu 07.00-12.00");
    assert_eq!(told("nasional"), "senin-kamis 07.30-12.00 13.00-16.00; jumat 07.30-11.30 13.00-16.30");
    let lines = six.in_force("bengkulu", friday).unwrap().hours.unwrap().value.told();
    let week = Text::new("scheme-page-hours-days")
        .with("first", Text::new("scheme-day-senin"))
        .with("last", Text::new("scheme-day-jumat"))
        .with("hours", "07.00-13.30");
    let sixth =
        Text::new("scheme-page-hours-day").with("day", Text::new("scheme-day-sabtu")).with("hours", "07.00-12.00");
    assert_eq!(lines, [week, sixth], "for people, in the language of the page");
    for (wrong, right) in [("37.30", "40.00"), ("07.00-12.00", "12.00-07.00"), ("sabtu", "senin"), ("jumat", "libur")] {
        assert!(with(&own.replace(wrong, right)).is_err(), "{right}");
    }
}

proptest! {
    #[test]
    fn working_time_adds_up(start in 0_i64..60_000, first in 0_i64..20_000, second in 0_i64..20_000) {
        let begin = at("2026-01-02 00:00") + Duration::minutes(start);
        let (middle, end) = (begin + Duration::minutes(first), begin + Duration::minutes(first + second));
        let took = |from, to| minutes(from, to, time());
        prop_assert_eq!(took(begin, middle) + took(middle, end), took(begin, end));
        prop_assert!(took(begin, end) <= first + second);
        // A week later is the same where neither a holiday nor Ramadan lies.
        let none = Holidays::default();
        let free = |from, to| minutes(from, to, WorkTime { zone: TimeZone::Wita, holidays: &none, ..time() });
        let (week, ramadan) = (Duration::weeks(1), at("2026-02-18 00:00"));
        prop_assert!(end + week > ramadan || free(begin, end) == free(begin + week, end + week));
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
