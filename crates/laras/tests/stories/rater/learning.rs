//! R24: raters learn on written cases; a certificate follows, and a scheme may ask for one.

use crate::open;
use actions::{
    Policies,
    certification::exercise::{begin, see},
    scheme::see::see as see_criteria,
};
use domain::{assessment::Rating, evaluation::Rhythm};
use std::{collections::BTreeSet, sync::Arc};
use testkit::{Site, Stage, for_each_engine, policies};

const HERE: &str = "/sertifikasi-penilai";

/// Rates the case that is open, as agreed or all alike.
async fn case(site: &mut Site, as_agreed: bool) -> bool {
    let code = site.shown().attr("[name=kasus]", "value").expect("a case");
    let library = policies::library();
    let case = library.course().case(&code).expect("in the course").clone();
    let rating = |agreed: Rating| if as_agreed { agreed.code() } else { Rating::Diatas.code() };
    let fields: Vec<(String, &str)> =
        case.agreed.iter().map(|one| (format!("rating.{}", one.criterion), rating(one.rating))).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    site.submit("main form[data-draft]", &fields).await.has("[name=kasus]")
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_a_supervisor_learns_until_close_enough_and_prints_a_certificate() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut sari = open(&stage, "sari").await;
        sari.visit("/").await.assert_selector("nav a[href='/sertifikasi-penilai']");
        let page = sari.visit(HERE).await;
        page.assert_says("Belum bersertifikat").assert_says("Efek halo").assert_says("24 kasus");
        page.assert_says("Terlalu longgar").assert_says("tidak pernah ditunjukkan kepada orang lain");
        let to = page.link("Efek halo");
        let page = sari.visit(&to).await;
        page.assert_says("Cara mengenalinya").assert_says("59 %");
        // Everything too high: not close enough, and the page says which way.
        sari.visit(HERE).await;
        sari.submit("form[action='/sertifikasi-penilai/latihan']", &[]).await.assert_says("Kasus 1 dari 6");
        let missing = sari.submit("main form[data-draft]", &[("rating.hasil", "sesuai")]).await;
        missing.assert_status(422).assert_says("Pilih nilai untuk Ketepatan waktu");
        assert!(missing.has("[name='rating.hasil'][value=sesuai][checked]"), "what was chosen is still there");
        while case(&mut sari, false).await {}
        let page = sari.shown();
        page.assert_says("Belum cukup dekat")
            .assert_says("jauh lebih longgar")
            .assert_says("Nilai yang disepakati dan alasannya");
        assert_eq!(page.count("article.card"), 6);
        page.assert_no_selector("a[href^='/sertifikasi-penilai/sertifikat/']");
        // Again, with other cases, as agreed.
        sari.submit("form[action='/sertifikasi-penilai/latihan']", &[]).await;
        while case(&mut sari, true).await {}
        let page = sari.shown();
        page.assert_says("sertifikat Anda sudah terbit").assert_says("24 dari 24 nilai tepat sama");
        let certificate = page.attr("a[href^='/sertifikasi-penilai/sertifikat/']", "href").expect("a certificate");
        let pdf = sari.visit(&certificate).await;
        pdf.assert_status(200);
        assert!(pdf.bytes.starts_with(b"%PDF"));
        sari.visit(HERE).await.assert_says("Bersertifikat sampai 4 Januari 2027");
        let exercise = sari.shown().links().into_iter().find(|to| to.contains("/latihan/")).expect("an exercise");
        // It is hers: nobody else finds it, and the office sees that she holds one, not how it went.
        for key in ["dedi", "wiryo", "joko"] {
            let mut other = open(&stage, key).await;
            other.visit(&exercise).await.assert_status(404);
            other.visit(&certificate).await.assert_status(404);
        }
        // Nor does the journal tell: it names the cases, not what was said of them, nor whether it was close enough.
        let id = exercise.rsplit('/').next().expect("an id");
        let scope = stage.as_("joko").read();
        let marks = scope.journal_of("rater_mark", id).await.expect("the database");
        assert_eq!(marks.len(), 6);
        for row in marks.into_iter().chain(scope.journal_of("rater_exercise", id).await.expect("the database")) {
            let after = row.after.unwrap_or_default();
            let told = ["dibawah", "sesuai", "diatas", "true", "false"].iter().any(|word| after.contains(word));
            assert!(!told, "{}: {after}", row.subject);
        }
        let mut office = open(&stage, "wiryo").await;
        let page = office.visit("/sertifikasi-penilai/pemegang").await;
        page.assert_says("1 dari 4 penilai").assert_says("Sari Puspaningrum").assert_says("4 Januari 2027");
        let mut budi = open(&stage, "budi").await;
        budi.visit("/sertifikasi-penilai/pemegang").await.assert_status(403);
        budi.visit(HERE).await.assert_status(200);
        // Nobody is reminded of its end where no scheme asks for it; the page itself says so.
        for (day, says) in [("2026-12-14 08:00", "perbarui sebelum itu"), ("2027-01-05 08:00", "Sertifikat berakhir")] {
            stage.at(day);
            let mut sari = open(&stage, "sari").await;
            assert!(!sari.visit("/").await.said().contains("ertifikat penilai"), "{day}");
            sari.visit(HERE).await.assert_says(says);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_an_older_window_does_not_answer_for_the_next_case() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut sari = open(&stage, "sari").await;
        sari.visit(HERE).await;
        sari.submit("form[action='/sertifikasi-penilai/latihan']", &[]).await.assert_says("Kasus 1 dari 6");
        let older = sari.shown().form("main form[data-draft]", None);
        let all = ["hasil", "waktu", "layanan", "kolaboratif"].map(|criterion| format!("rating.{criterion}"));
        let fields: Vec<(&str, &str)> = all.iter().map(|name| (name.as_str(), "diatas")).collect();
        assert!(case(&mut sari, true).await);
        let page = sari.post(older.clone(), &fields, &[]).await;
        page.assert_status(409).assert_says("Kasus ini sudah Anda nilai").assert_says("Kasus 2 dari 6");
        page.assert_no_selector("main input[checked]");
        while case(&mut sari, true).await {}
        let page = sari.post(older, &fields, &[]).await;
        page.assert_status(409).assert_says("Kasus ini sudah Anda nilai").assert_says("24 dari 24 nilai tepat sama");
    })
    .await;
}

/// A case leaves the course and the limits are narrowed, while Sari is in the middle of an exercise and Dedi has passed one.
#[tokio::test(flavor = "multi_thread")]
async fn r24_what_no_longer_fits_the_course_is_left_and_what_was_passed_stays() {
    for_each_engine(|store| async move {
        let mut stage = Stage::set(store).await;
        stage.certified("dedi").await;
        let me = stage.as_("sari");
        let id = begin(&me).await.expect("begun");
        let gone = see(&me, id).await.expect("the exercise").exercise.cases.pop().expect("cases");
        let files = policies::files().into_iter().map(|(path, text)| {
            let text = text.replace(&format!("code = \"{gone}\""), "code = \"lain\"");
            let text = if path == "training/limits.toml" { text.replace("kappa = 60", "kappa = 101") } else { text };
            (path, text)
        });
        stage.app.policies = Arc::new(Policies::load(files.collect()).expect("policies"));
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit(HERE).await;
        page.assert_says("kasusnya sudah diganti").assert_says("Mulai latihan");
        page.assert_no_selector("main a[href*='/latihan/']");
        let page = sari.visit(&format!("{HERE}/latihan/{id}")).await;
        page.assert_status(409).assert_says("mulai latihan baru");
        assert_ne!(stage.exercise("sari", |agreed| agreed).await, id, "another one, to its end");
        // What was passed stays passed, and is not measured by limits that were not there.
        let mut dedi = open(&stage, "dedi").await;
        let links = dedi.visit(HERE).await.links();
        let to = links.into_iter().find(|to| to.contains("/latihan/")).expect("an exercise");
        let page = dedi.visit(&to).await;
        page.assert_says("Nilai Anda cukup dekat").assert_says("Batas sudah diubah sejak latihan ini");
        page.assert_no_selector("main a[href*='/pelajaran/']");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_a_scheme_that_asks_for_it_waits_with_its_own_sheet_and_never_with_the_law() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "cipocokjaya", policies::library()).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        let place = format!("/kriteria/{period}/{skp}");
        stage.self_assess("ratna", period, skp).await;
        let mut sari = open(&stage, "sari").await;
        sari.visit("/").await.assert_says("skema instansi Anda memintanya");
        // The law's desk says it kindly and takes the rating.
        let desk = sari.visit(&format!("/penilaian/{period}/{skp}")).await;
        desk.assert_says("tetap dapat Anda isi dan kirim sekarang").assert_selector("form[data-draft]");
        stage.rate_by_law("sari", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        // The scheme's sheet can be written and kept; sending waits, and everything typed is still there.
        let page = sari.visit(&place).await;
        page.assert_says("meminta penilai mengikuti pelatihan").assert_selector("form[data-draft]");
        let form = page.form("form[data-draft]", None);
        let words = "Sesuai laporan bulanan sampai November.";
        let mut fields: Vec<(String, &str)> = Vec::new();
        for name in &form.names {
            match name.rsplit_once('.') {
                Some((_, "level")) => fields.push((name.clone(), "3")),
                Some((_, "reason")) => fields.push((name.clone(), words)),
                _ => {}
            }
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let refused = sari.press("form[data-draft]", "Kirim", &fields).await;
        refused.assert_says("tekan Simpan dulu").assert_says(words);
        sari.press("form[data-draft]", "Simpan dulu", &fields).await.assert_says("Tersimpan, belum dikirim");
        stage.certified("sari").await;
        let page = sari.visit(&place).await;
        page.assert_says(words);
        assert!(!page.said().contains("meminta penilai mengikuti pelatihan"), "nothing is asked any more");
        sari.press("form[data-draft]", "Kirim", &fields).await.assert_says("sudah dikirim");
        let seen = see_criteria(&stage.as_("sari"), period, skp).await.expect("the sheet");
        assert!(seen.mine.is_some_and(|saved| saved.sent_at.is_some()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_where_the_scheme_asks_for_it_the_end_of_a_certificate_is_announced() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "cipocokjaya", policies::library()).await;
        stage.certified("sari").await;
        let mut sari = open(&stage, "sari").await;
        assert!(!sari.visit("/").await.said().contains("ertifikat penilai"), "it has just begun");
        // A year later its end is announced, then asked for again.
        stage.at("2026-12-14 08:00");
        let mut sari = open(&stage, "sari").await;
        sari.visit("/").await.assert_says("Perbarui sertifikat penilai");
        stage.at("2027-01-05 08:00");
        let mut sari = open(&stage, "sari").await;
        sari.visit("/").await.assert_says("Sertifikat penilai Anda berakhir");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_written_cases_link_raters_who_never_share_a_ratee() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        for (key, milder) in [("sari", true), ("hasan", false), ("dedi", false), ("ratna", false)] {
            let up = |agreed| if milder && agreed == Rating::Sesuai { Rating::Diatas } else { agreed };
            for _ in 0..2 {
                stage.exercise(key, up).await;
            }
        }
        let scope = stage.as_("joko").read();
        let marks = scope.training_marks().await.expect("the database");
        // Twelve cases each, four criteria.
        assert_eq!(marks.len(), 4 * 12 * 4);
        let of = |key: &str| marks.iter().filter(|mark| mark.rater == stage.employee(key)).collect::<Vec<_>>();
        let cases = |key| of(key).into_iter().map(|mark| mark.case.as_str()).collect::<BTreeSet<_>>();
        let mean = |key| of(key).iter().map(|mark| f64::from(mark.rating.score())).sum::<f64>() / 48.0;
        for other in ["hasan", "dedi", "ratna"] {
            assert!(cases("sari").intersection(&cases(other)).count() > 0, "linked with {other} by cases");
            assert!(mean("sari") > mean(other) + 0.2, "and the mild one is seen beside {other}");
        }
        // An exercise that is not finished links nobody.
        begin(&stage.as_("tono")).await.expect("begun");
        let again = scope.training_marks().await.expect("the database");
        assert_eq!(again.len(), marks.len());
    })
    .await;
}
