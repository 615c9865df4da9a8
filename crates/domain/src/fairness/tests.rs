//! What is said of people who rate: when, in which words, and when nothing can be said.

mod public;

use super::{
    backfill::{Absence, Away, Sign, away, signs},
    comment::{Remark, alike, copies, remarks},
    ground::Ground,
    group, *,
};
use crate::{
    decision::Text,
    feed::{Channel, Draft, Fact, Row, Why},
    people::{Employee, Employment, Nip, PostKind},
    progress::Entry,
    testing::{day, id, noon},
    time::{Holidays, TimeZone},
};
use chrono::TimeDelta;

fn figures() -> RaterFigures {
    RaterFigures {
        rater: id(1),
        ratings: 20,
        ratees: 4,
        classes: [0, 15, 5],
        milder: None,
        why_not: Some(WhyNot::Alone),
        beside: 0,
        through_cases: false,
        same_people: None,
        spread: None,
        halo: None,
        erratic: None,
    }
}

#[test]
fn r23_a_flag_needs_a_noticeable_difference_and_an_interval_without_zero() {
    for (estimate, want) in [
        (None, vec![]),
        (Some(Estimate::of(0.5, 0.2, 0.8)), vec![Flag::Mild]),
        (Some(Estimate::of(0.5, -0.1, 1.1)), vec![]),
        (Some(Estimate::of(0.2, 0.1, 0.3)), vec![]),
        (Some(Estimate::of(-0.5, -0.8, -0.2)), vec![Flag::Strict]),
    ] {
        assert_eq!(RaterFigures { milder: estimate, ..figures() }.flags(), want, "{estimate:?}");
    }
    let odd =
        RaterFigures { spread: Some(rounded(0.5)), halo: Some(rounded(0.7)), erratic: Some(rounded(1.6)), ..figures() };
    assert_eq!(odd.flags(), [Flag::Narrow, Flag::Halo, Flag::Erratic]);
}

#[test]
fn r23_what_cannot_be_estimated_is_said_in_words() {
    assert_eq!(figures().severity().key, "fairness-why-not-alone");
    let milder = RaterFigures { milder: Some(Estimate::of(0.5, 0.2, 0.8)), beside: 5, ..figures() };
    let says = milder.severity();
    assert_eq!(says.key, "fairness-severity-milder");
    assert!(says.args.contains(&("steps".into(), Amount(5_000).into())));
    assert!(says.args.contains(&("others".into(), 4_u32.into())));
    let strict = RaterFigures { milder: Some(Estimate::of(-0.5, -0.8, -0.2)), beside: 5, ..figures() };
    assert!(strict.severity().args.contains(&("low".into(), Amount(2_000).into())), "sizes, not signs");
    let unsure = RaterFigures { milder: Some(Estimate::of(0.1, -0.2, 0.4)), beside: 2, ..figures() };
    assert_eq!(unsure.severity().key, "fairness-severity-same");
    assert!(unsure.severity().args.contains(&("low".into(), Amount(2_000).into())), "sizes here, too");
    assert_eq!(unsure.by_cases(), None);
    let by_cases = RaterFigures { through_cases: true, ..unsure };
    assert_eq!(by_cases.by_cases().map(|says| says.key), Some("fairness-through-cases".into()));
}

#[test]
fn r23_words_about_the_person_claims_and_empty_words() {
    let key = |text: &str, shown| remarks(text, shown).iter().map(|one| one.says().key.to_string()).collect::<Vec<_>>();
    for (text, shown, want) in [
        ("Ratna malas dan sering terlambat", false, vec!["fairness-comment-person"]),
        ("Sifatnya keras kepala", false, vec!["fairness-comment-person"]),
        ("Cekatan untuk seorang perempuan", false, vec!["fairness-comment-group"]),
        ("Kemalasannya mengganggu tim", false, vec!["fairness-comment-person"]),
        ("Bermalas-malasan di loket, dasar pemalas", false, vec!["fairness-comment-person"]),
        // Advice may be wrong now and then; what was meant well is quickly read again.
        ("Tidak malas bertanya kepada rekan", false, vec!["fairness-comment-person"]),
        ("Sering sakit dan belum menikah", true, vec!["fairness-comment-private"]),
        ("Katanya pulang sebelum jam kerja usai", false, vec!["fairness-comment-hearsay"]),
        ("Katanya 12 kali pulang sebelum jam kerja usai", false, vec!["fairness-comment-hearsay"]),
        ("Ia selalu menyelesaikan laporan", false, vec!["fairness-comment-absolute"]),
        ("Ia tidak pernah menolak tugas", false, vec!["fairness-comment-absolute"]),
        ("Notulennya sempurna", false, vec!["fairness-comment-claim"]),
        (
            "Seiman, ganteng, katanya rajin",
            false,
            vec!["fairness-comment-group", "fairness-comment-private", "fairness-comment-hearsay"],
        ),
        ("Ia selalu menyelesaikan laporan", true, vec![]),
        ("Selalu tepat: 12 dari 12 laporan terkirim sebelum tanggal 5", false, vec![]),
        ("Kinerja sudah sangat baik, pertahankan", false, vec!["fairness-comment-thin"]),
        ("Menyusun 14 siaran pers, dua dimuat media nasional", false, vec![]),
        ("", false, vec![]),
    ] {
        assert_eq!(key(text, shown), want, "{text}");
    }
}

#[test]
fn r23_words_of_the_office_are_no_remarks() {
    for text in [
        "Bekerja keras menyelesaikan permohonan yang tertunda",
        "Laporan dikirim paling lambat tanggal lima setiap bulan",
        "Menangani kejadian luar biasa demam berdarah di tiga kecamatan",
        "Menyusun telaahan sejelas mungkin untuk pimpinan",
        "Penyuluhan kenakalan remaja di dua sekolah",
        "Membalas surat yang sifatnya segera pada hari itu juga",
        "Memberi kepastian jadwal kepada pemohon",
        "Melayani ibu-ibu PKK di balai desa",
        "Mengurus rujukan ke rumah sakit jiwa",
        "Mendampingi analis ahli muda menyusun telaahan",
        "Mendata penduduk pendatang dan pemeluk agama di kelurahan",
        "Menyempurnakan panduan layanan dan memastikan formulirnya dipakai",
        "Terlambat mengirim rekap bulan Mei",
        "Menyelesaikan masalah jaringan di kantor camat",
    ] {
        assert_eq!(remarks(text, false), [], "{text}");
    }
}

#[test]
fn r23_a_copy_with_another_name_is_seen() {
    let names = ["Ratna Kusumaningtyas", "Budi Santosajaya"];
    let one = "Ratna telah menyelesaikan seluruh laporan bulanan tepat waktu dan membantu rekan di loket.";
    let other = "Budi telah menyelesaikan seluruh laporan bulanan tepat waktu dan membantu rekan di loket.";
    let third = "Menjawab permohonan warga dalam dua hari, terutama saat antrean panjang di bulan puasa.";
    assert_eq!(alike(one, other, &names), Some(100));
    assert_eq!(alike(one, third, &names), Some(0));
    assert_eq!(alike("Baik sekali", "Baik sekali", &names), None, "too short to tell");
    let found = copies(&[(1, one), (2, other), (3, third), (1, one)], &names);
    assert_eq!(found, [Some(Remark::Copied(100)), Some(Remark::Copied(100)), None, Some(Remark::Copied(100))]);
    assert_eq!(copies(&[(1, one), (1, one)], &names), [None, None], "the same person, twice");
}

#[test]
fn r23_what_a_rating_rests_on() {
    for (named, reports, pieces, want) in [
        (0, 0, 0, Ground::None),
        (0, 3, 0, Ground::Thin),
        (0, 1, 1, Ground::Thin),
        (0, 2, 2, Ground::Enough),
        (1, 0, 0, Ground::Enough),
    ] {
        assert_eq!(Ground::of(named, reports, pieces), want);
    }
}

fn entry(n: u128, on: chrono::NaiveDate, minutes: i64, did: &str) -> Entry {
    Entry {
        id: id(n),
        skp: id(1),
        indicator: id(2),
        step: None,
        on,
        amount: None,
        did: did.to_owned(),
        obstacle: String::new(),
        help: String::new(),
        corrects: None,
        by: id(3),
        recorded_at: noon(day(2026, 6, 30)) + TimeDelta::minutes(minutes),
    }
}

#[test]
fn r23_reports_typed_long_after_are_asked_about_and_a_friday_is_not() {
    let many: Vec<Entry> = (0..6_u32)
        .map(|n| {
            entry(u128::from(n) + 10, day(2026, 1 + n % 6, 3), i64::from(n), "Menjawab permohonan informasi warga")
        })
        .collect();
    let found = signs(&many, TimeZone::Wib, &Away::new());
    assert!(found.iter().any(|sign| matches!(sign, Sign::Burst { n: 6, .. })), "{found:?}");
    assert!(found.contains(&Sign::Same { n: 6 }));
    assert!(found.contains(&Sign::Late { n: 6, of: 6 }));
    let week: Vec<Entry> = (0..5_u32)
        .map(|n| {
            entry(
                u128::from(n) + 10,
                day(2026, 6, 26 + n % 5),
                i64::from(n),
                &format!("Pekerjaan hari ke {n} di loket"),
            )
        })
        .collect();
    assert_eq!(signs(&week, TimeZone::Wib, &Away::new()), []);
}

fn presence(n: u128, on: chrono::NaiveDate, fact: Fact, why: Why) -> Row {
    Row {
        id: id(n),
        source: id(1),
        revision: 0,
        draft: Draft { code: format!("{n}/{on}"), on, employee: Some(id(3)), unit: None, item: String::new(), fact },
        why,
        reason: String::new(),
        channel: Channel::File,
        by: None,
        at: noon(on),
        replaced_at: None,
        took: None,
    }
}

#[test]
fn r23_only_a_record_of_the_day_says_that_somebody_was_away() {
    let of = |daily, absent, excused| Fact::Presence { daily, days: 1, absent, excused, minutes: 0, run: 0 };
    let (leave, absent, present) = (of(true, 0, 1), of(true, 1, 0), of(true, 0, 0));
    let holidays = Holidays([day(2026, 1, 1)].into());
    let on = day(2026, 3, 3);
    for (what, rows, want) in [
        ("nothing is known", vec![], None),
        ("present", vec![(on, present.clone(), Why::New)], None),
        ("leave", vec![(on, leave, Why::New)], Some((on, Absence::Leave))),
        ("absent", vec![(on, absent.clone(), Why::New)], Some((on, Absence::Unexcused))),
        ("a month's recap", vec![(day(2026, 3, 2), of(false, 2, 1), Why::New)], None),
        ("taken back", vec![(on, absent.clone(), Why::Voided)], None),
        ("two sources disagree", vec![(on, absent.clone(), Why::New), (on, present, Why::New)], None),
        ("a Sunday", vec![(day(2026, 3, 1), absent.clone(), Why::New)], None),
        ("a holiday", vec![(day(2026, 1, 1), absent, Why::New)], None),
    ] {
        let rows: Vec<Row> =
            rows.into_iter().zip(1_u128..).map(|((on, fact, why), n)| presence(n, on, fact, why)).collect();
        let found = away(&rows, &holidays);
        let found: Vec<_> = found.get(&id(3)).into_iter().flatten().map(|(on, why)| (*on, *why)).collect();
        assert_eq!(found, want.into_iter().collect::<Vec<_>>(), "{what}");
    }
}

#[test]
fn r23_reports_of_days_of_absence_are_asked_about() {
    let away: Away = [
        (day(2026, 6, 3), Absence::Leave),
        (day(2026, 6, 4), Absence::Leave),
        (day(2026, 6, 5), Absence::Leave),
        (day(2026, 6, 30), Absence::Unexcused),
    ]
    .into();
    // Typed on the day itself.
    let same_day =
        |n: u128, on: chrono::NaiveDate| Entry { recorded_at: noon(on), ..entry(n, on, 0, "Menyusun rekap") };
    let leave = |n, first, second, more| Sign::Away { why: Absence::Leave, n, first, second, more };
    let absent = |n| Sign::Away { why: Absence::Unexcused, n, first: day(2026, 6, 30), second: None, more: 0 };
    let corrected = Entry { corrects: Some(id(1)), ..same_day(2, day(2026, 6, 9)) };
    for (what, entries, want) in [
        ("present", vec![same_day(1, day(2026, 6, 2))], vec![]),
        ("about a day of leave", vec![same_day(1, day(2026, 6, 3))], vec![leave(1, day(2026, 6, 3), None, 0)]),
        ("about a day of work, typed on a day of absence", vec![entry(1, day(2026, 6, 29), 0, "")], vec![absent(1)]),
        (
            "about a day of leave, typed on a day of absence: once",
            vec![entry(1, day(2026, 6, 3), 0, "")],
            vec![leave(1, day(2026, 6, 3), None, 0)],
        ),
        (
            "several",
            vec![
                same_day(1, day(2026, 6, 5)),
                same_day(2, day(2026, 6, 4)),
                same_day(3, day(2026, 6, 4)),
                same_day(4, day(2026, 6, 3)),
                entry(5, day(2026, 6, 29), 0, ""),
            ],
            vec![leave(4, day(2026, 6, 3), Some(day(2026, 6, 4)), 1), absent(1)],
        ),
        (
            "the day was mistyped",
            vec![Entry { recorded_at: noon(day(2026, 6, 9)), ..same_day(1, day(2026, 6, 3)) }, corrected],
            vec![],
        ),
    ] {
        assert_eq!(signs(&entries, TimeZone::Wib, &away), want, "{what}");
        assert_eq!(signs(&entries, TimeZone::Wib, &Away::new()), [], "{what}, and nothing known");
    }
    let says = leave(4, day(2026, 6, 3), Some(day(2026, 6, 4)), 1).says();
    assert_eq!(says.key, "fairness-backfill-away-leave");
    let days = Text::new("fairness-backfill-days-more")
        .with("first", day(2026, 6, 3))
        .with("second", day(2026, 6, 4))
        .with("n", 1_u32);
    assert!(says.args.contains(&("days".into(), days.into())));
}

#[test]
fn groups_are_read_from_what_the_agency_keeps() {
    let person = Employee {
        id: id(1),
        nip: Some(Nip::trusted("199403122019032008".into())),
        name: "Ratna".into(),
        employment: Employment::Pns,
        rank: String::new(),
    };
    let found = group::of(&person, Some(PostKind::Pelaksana), day(2024, 3, 11));
    let want = [
        (group::By::Employment, "pns"),
        (group::By::Sex, "woman"),
        (group::By::Age, "under_30"),
        (group::By::Post, "pelaksana"),
    ];
    assert_eq!(found, want);
    assert!(group::of(&person, None, day(2024, 3, 12)).contains(&(group::By::Age, "30_39")), "the birthday itself");
    for (by, code) in found {
        assert!(group::name(by, code).is_some());
    }
}

#[test]
fn r23_a_rarer_highest_rating_is_worth_a_look_and_no_proof() {
    for (ratio, adjusted, want) in [
        ((0.72, 0.51, 1.02), 100, None),
        ((0.85, 0.76, 0.95), 100, None),
        ((0.80, 0.70, 0.90), 100, None),
        ((0.50, 0.30, 0.83), 100, Some("fairness-impact-less")),
        ((0.50, 0.30, 0.83), 1_200, Some("fairness-impact-unsure")),
        ((2.00, 1.20, 3.33), 100, Some("fairness-impact-more")),
        ((1.25, 1.10, 1.42), 100, None),
        ((1.60, 0.90, 2.80), 100, None),
    ] {
        let impact = group::Impact { ratio: Estimate::of(ratio.0, ratio.1, ratio.2), adjusted: Amount(adjusted) };
        assert_eq!(impact.says().map(|says| says.key).as_deref(), want, "{ratio:?}");
    }
}
