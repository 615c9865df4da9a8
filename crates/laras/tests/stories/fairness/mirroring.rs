//! The mirror: what a supervisor sees of their own ratings before the predicate is fixed, and who sees it.

use super::{rated, rated_by_law};
use crate::{open, stage_of};
use actions::{
    assessment::rate::{Sheet, rate},
    evaluation::evaluate::evaluate,
    fairness::{
        gather::{Voices, gather},
        mirror::mirror,
        reckon::reckon,
    },
    feed::{
        import::import,
        write_source::{SourceDraft, write},
    },
    progress::report::{Report, report},
};
use domain::{
    amount::Amount,
    assessment::{RaterRole, Rating},
    evaluation::Rhythm,
    feed::Kind,
};
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r23_a_supervisor_alone_sees_how_they_rate_before_the_predicate_is_fixed() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (ratna, budi) = (stage.plan_of("ratna").await, stage.plan_of("budi").await);
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        for (key, skp) in [("ratna", ratna), ("budi", budi)] {
            stage.self_assess(key, period, skp).await;
        }
        // Two drafts with the same words, which claim much and show nothing.
        for (skp, name) in [(ratna, "Ratna"), (budi, "Budi")] {
            let ratings = (Rating::Diatas, Rating::Sesuai);
            let mut sheet: Sheet = stage.sheet("sari", period, skp, RaterRole::Penilai, ratings).await;
            sheet.answers[0].reason =
                format!("{name} orangnya baik dan selalu menyelesaikan tugas yang diberikan kepadanya dengan rapi.");
            rate(&stage.as_("sari"), sheet, false).await.expect("a draft");
        }
        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/tim").await.link("Buka cermin saya");
        let page = sari.visit(&to).await;
        page.assert_says("Hanya Anda yang melihat halaman ini").assert_says("Belum dapat diperkirakan");
        page.assert_says("belum cukup penilai yang dapat dibandingkan");
        page.assert_says("Tidak ada laporan").assert_says("menyebut orangnya, bukan pekerjaannya");
        page.assert_says("100 % sama dengan yang Anda tulis untuk orang lain").assert_says("Masih draf");
        // The same advice stands beside the field before anything is sent, and holds nothing up.
        let desk = format!("/penilaian/{period}/{ratna}");
        sari.visit(&desk).await.assert_says("menyebut orangnya, bukan pekerjaannya");
        sari.press("form[data-draft]", "Kirim", &[]).await.assert_says("sudah dikirim");
        // Nobody looks into somebody else's mirror: each sees their own or none.
        for other in ["dedi", "hasan", "wiryo", "joko", "ratna", "lina"] {
            let mut site = open(&stage, other).await;
            let page = site.visit(&to).await;
            assert!(!page.said().contains("orangnya baik"), "{other}");
            if ["wiryo", "joko", "ratna", "lina"].contains(&other) {
                assert_eq!(page.status, 404, "{other}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_figures_on_the_page_are_those_of_the_model() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, plans) = rated(&stage).await;
        rated_by_law(&stage, period, plans).await;
        // Before the office has all voices worked through, no single one shows.
        let mut sari = open(&stage, "sari").await;
        let to = format!("/cermin/{period}");
        sari.visit(&to).await.assert_says("Belum dapat diperkirakan");
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit(&format!("/keadilan/{period}")).await.assert_says("Belum dihitung");
        wiryo.press("form[action$='/hitung']", "Hitung", &[]).await;
        stage.work_off().await;
        // Nor do they in what was kept, as long as a result is not signed: each new count would show one voice more.
        sari.visit(&to).await.assert_says("Belum dapat diperkirakan");
        let seen = mirror(&stage.as_("sari"), period).await.expect("hers");
        assert_eq!(seen.others, [0; 3], "nobody else rated by law");
        let alone = seen.figures.expect("she rated");
        assert_eq!(alone.clone().alone(), alone);

        // Worked out again from the same ratings, nothing new is kept.
        wiryo.visit(&format!("/keadilan/{period}")).await.assert_says("Versi 1");
        wiryo.press("form[action$='/hitung']", "Hitung", &[]).await;
        stage.work_off().await;
        wiryo.visit(&format!("/keadilan/{period}")).await.assert_says("Versi 1");

        // Where the results are signed, all voices count.
        for skp in plans {
            evaluate(&stage.as_("sari"), period, skp, "Pertahankan.".into()).await.expect("a result");
        }
        let scope = stage.as_("sari").read();
        let of = scope.period(period).await.expect("the database").expect("the period");
        let inputs = gather(&scope, &of, &Voices::Sent).await.expect("ratings");
        let figures = reckon(&inputs.rows);
        let own = figures.raters.iter().find(|one| one.rater == stage.employee("sari")).expect("Sari rated");
        let milder = own.milder.expect("peers link her with others");
        assert!(milder.value.0 > 0, "she gave more than everybody else: {milder:?}");
        let page = sari.visit(&to).await;
        for amount in [milder.low, milder.high] {
            page.assert_says(&Amount(amount.0.abs()).to_string());
        }
        page.assert_says(&format!("{} penilai lain", own.beside - 1));
        let seen = mirror(&stage.as_("sari"), period).await.expect("hers").figures.expect("she rated");
        assert_eq!((seen.milder, seen.beside, seen.same_people), (own.milder, own.beside, own.same_people));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_reports_typed_long_after_are_asked_about_with_care() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", skp).await[0];
        stage.at("2026-03-27 16:00");
        for n in 1..=6_u32 {
            let report = actions::progress::report::Report {
                indicator,
                step: None,
                on: chrono::NaiveDate::from_ymd_opt(2026, 1 + n / 3, 6 + n).expect("a day"),
                amount: None,
                did: "Menjawab permohonan informasi dari warga".into(),
                obstacle: String::new(),
                help: String::new(),
                corrects: None,
                link: String::new(),
            };
            actions::progress::report::report(&stage.as_("ratna"), skp, report, None).await.expect("a report");
            stage.minutes(2);
        }
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit(&format!("/cermin/{period}")).await;
        page.assert_says("Ini bukan tuduhan").assert_says("6 laporan diketik dalam setengah jam");
        page.assert_says("kalimat yang sama persis");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_who_is_compared_through_written_cases_alone_is_told_so() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        for (key, milder) in [("sari", true), ("dedi", false), ("hasan", false)] {
            let up = |agreed| if milder && agreed == Rating::Sesuai { Rating::Diatas } else { agreed };
            for _ in 0..4 {
                stage.exercise(key, up).await;
            }
        }
        // Three supervisors, and nobody is rated by two of them.
        let mut plans = Vec::new();
        for key in ["ratna", "budi", "sari", "hasan", "tono"] {
            plans.push((key, stage.plan_of(key).await));
        }
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        for (key, skp) in plans {
            stage.self_assess(key, period, skp).await;
            stage.rate(stage.rater(key), period, skp, (Rating::Diatas, Rating::Sesuai)).await;
        }
        let seen = mirror(&stage.as_("sari"), period).await.expect("hers").figures.expect("she rated");
        let milder = seen.milder.expect("the cases link her with two others");
        assert!(milder.value.0 > 0, "on the cases she was the mildest: {milder:?}");
        assert_eq!((seen.through_cases, seen.beside, seen.ratees), (true, 3, 2));
        assert_eq!(seen.classes.iter().sum::<u32>(), seen.ratings, "no case among them");
        let to = format!("/cermin/{period}");
        open(&stage, "sari").await.visit(&to).await.assert_says("lewat kasus tertulis yang sama");
        // Who rated one person gave too few ratings, whatever the cases.
        let page = open(&stage, "hasan").await.visit(&to).await.said();
        assert!(page.contains("masih terlalu sedikit") && !page.contains("lewat kasus tertulis"), "{page}");
    })
    .await;
}

/// Somebody reports on a day about the day itself or another.
async fn reports(stage: &Stage, key: &str, skp: domain::ids::SkpId, at: &str, on: &str) {
    stage.at(at);
    let indicator = stage.indicators(key, skp).await[0];
    let did = format!("Menjawab permohonan warga, {on}.");
    let about = Report { on: on.parse().expect("a day"), ..stage.report(indicator, 1, &did) };
    report(&stage.as_(key), skp, about, None).await.expect("a report");
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_reports_on_days_of_absence_are_asked_about_kindly() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (ratna, budi) = (stage.plan_of("ratna").await, stage.plan_of("budi").await);
        reports(&stage, "budi", budi, "2026-02-10 16:00", "2026-02-10").await;
        for day in ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-08"] {
            reports(&stage, "ratna", ratna, &format!("{day} 16:00"), day).await;
        }
        reports(&stage, "ratna", ratna, "2026-03-10 16:00", "2026-03-09").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let mirror = format!("/cermin/{period}");
        let mut sari = open(&stage, "sari").await;
        let recorded = "pada hari yang tercatat";
        assert!(!sari.visit(&mirror).await.said().contains(recorded), "no source, nothing known");

        let wiryo = stage.as_("wiryo");
        let draft = SourceDraft {
            kind: Kind::Attendance,
            unit: stage.unit("IKP"),
            code: "absensi".to_owned(),
            name: "Absensi".to_owned(),
            rhythm: 7,
            answer_days: 10,
            retired: false,
        };
        let source = write(&wiryo, None, draft).await.expect("a source");
        // Of Budi a month's recap, which does not say which days they were: nothing is said of him.
        let recap = "nip,bulan,hari_kerja,alpa,izin,menit,berturut\n199807212023211004,2026-02,20,5,2,0,3\n";
        assert_eq!(import(&wiryo, source, recap.into(), false).await.expect("a file").added, 1);
        assert!(!sari.visit(&mirror).await.said().contains(recorded), "a recap tells no days");

        // Of Ratna day by day; one of them is a Sunday, which is nobody's absence.
        let days = [("03", "cuti"), ("04", "sakit"), ("05", "hadir"), ("08", "alpa"), ("09", "hadir"), ("10", "alpa")];
        let rows = days.map(|(day, status)| format!("199403122019032008,2026-03-{day},{status}\n")).concat();
        let file = format!("nip,tanggal,status\n{rows}");
        assert_eq!(import(&wiryo, source, file.into(), false).await.expect("a file").added, 6);
        let page = sari.visit(&mirror).await;
        page.assert_says("Ini bukan tuduhan").assert_says("tanyakan dengan baik");
        page.assert_says("2 laporan dikerjakan atau diketik pada hari yang tercatat izin, sakit, atau cuti");
        page.assert_says("1 laporan dikerjakan atau diketik pada hari yang tercatat tidak hadir");
        assert_eq!(page.said().matches(recorded).count(), 2, "{}", page.said());
        // Whom it is about, and others who rate, see none of it.
        for other in ["ratna", "dedi", "hasan"] {
            let mut site = open(&stage, other).await;
            assert!(!site.visit(&mirror).await.said().contains(recorded), "{other}");
        }
    })
    .await;
}
