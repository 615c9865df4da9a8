//! R16: konseling stays between two. Every word said in it carries a mark, and nobody else may meet the mark anywhere: page,
//! print, journal, notice, export, first page.

use actions::{
    journal::see_journal,
    people::{
        export::{Format, export},
        import::Kind,
    },
};
use std::{
    collections::BTreeSet,
    io::Write,
    process::{Command, Stdio},
};
use store::{JournalFilter, PageOf};
use testkit::{Site, Stage, for_each_engine};

const SECRET: &str = "kerahasiaanuji";
const REPORT: &str = "laporanuji";
const CONCLUSION: &str = "simpulanuji";

async fn open(stage: &Stage, key: &str) -> Site {
    Site::of(stage).log_in(key).await
}

/// The rater reports, the office appoints Tono, both write, agree and end it. Returns where the talk is.
async fn reported(stage: &Stage) -> String {
    stage.plan_of("ratna").await;
    stage.at("2026-07-06 09:00");
    let mut sari = open(stage, "sari").await;
    sari.visit(&format!("/dialog/baru?pegawai={}&jenis=konseling", stage.employee("ratna"))).await;
    let said =
        [("reason", format!("{REPORT} datang terlambat tujuh kali")), ("tried", format!("{REPORT} sudah dibicarakan"))];
    let said: Vec<(&str, &str)> = said.iter().map(|(name, words)| (*name, words.as_str())).collect();
    let page = sari.submit("main form", &said).await;
    page.assert_says("Menunggu konselor");
    let talk = page.url.clone();

    let mut wiryo = open(stage, "wiryo").await;
    let to = wiryo.visit("/").await.link("Tunjuk konselor: 1 menunggu");
    wiryo.visit(&to).await.assert_says("Ratna Kusumaningtyas").assert_says("belum ditunjuk");
    wiryo.visit(&talk).await.assert_says(REPORT);
    let form = "form[action$='/konselor']";
    let page = wiryo.submit(form, &[("counsellor", "Sari"), ("appointed_on", "2026-07-08")]).await;
    page.assert_says("harus independen").assert_says("Bab III.D.5");
    wiryo.submit(form, &[("counsellor", "Tono"), ("appointed_on", "2026-07-08")]).await.assert_says("sudah ditunjuk");

    stage.at("2026-07-08 10:00");
    let mut ratna = open(stage, "ratna").await;
    let words = format!("{SECRET} pegawai");
    ratna.visit(&talk).await.assert_says(REPORT).assert_says("Rahasia");
    ratna
        .press("form[data-draft^='dialog-pegawai']", "Simpan", &[("employee", words.as_str())])
        .await
        .assert_says("tersimpan");
    let mut tono = open(stage, "tono").await;
    tono.visit(&talk).await.assert_says(&words);
    let agreed = format!("{SECRET} janji");
    tono.press("form[action$='/tindak-lanjut']", "Tambahkan", &[("what", agreed.as_str()), ("due", "2026-07-20")])
        .await
        .assert_says(&agreed);
    let (notes, result) = (format!("{SECRET} konselor"), format!("{SECRET} hasil"));
    let mine = "form[data-draft^='dialog-pendamping']";
    let page = tono.press(mine, "Selesaikan", &[("partner", notes.as_str()), ("result", result.as_str())]).await;
    page.assert_selector(".errors a[href='#conclusion']");
    let conclusion = format!("{CONCLUSION} ditinjau lagi akhir Agustus");
    let all = [("partner", notes.as_str()), ("result", result.as_str()), ("conclusion", conclusion.as_str())];
    tono.press(mine, "Selesaikan", &all).await.assert_says("Pertemuan selesai");
    talk
}

/// What can be read on a printed page, in one piece: a line may break within a word.
fn on_paper(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext, of poppler-utils");
    reader.stdin.take().expect("its input").write_all(pdf).expect("handed in");
    let read = reader.wait_with_output().expect("read");
    assert!(read.status.success() && !read.stdout.is_empty(), "a paper with words on it");
    String::from_utf8_lossy(&read.stdout).replace(['-', '\n', ' '], "")
}

/// Everything somebody can open that might tell of a talk.
async fn everything(site: &mut Site, stage: &Stage, talk: &str) -> String {
    let ratna = stage.employee("ratna");
    let mut said = String::new();
    for path in [
        "/".to_owned(),
        "/pemberitahuan".to_owned(),
        "/dialog".to_owned(),
        "/konseling".to_owned(),
        "/umpan-balik".to_owned(),
        format!("/umpan-balik/tentang/{ratna}"),
        format!("/dialog/baru?pegawai={ratna}&jenis=dialog"),
        talk.to_owned(),
        format!("{talk}/cetak"),
        format!("{talk}/cetak?laporan=1"),
        "/jurnal".to_owned(),
        "/jurnal?hal=dialogue".to_owned(),
        "/jurnal?hal=followup".to_owned(),
    ] {
        let page = site.visit(&path).await;
        if page.bytes.starts_with(b"%PDF") {
            said.push_str("[PDF]");
            said.push_str(&on_paper(&page.bytes));
        } else {
            said.push_str(&page.html());
        }
    }
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_konseling_is_read_by_two() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let talk = reported(&stage).await;
        for (reader, secret, report, conclusion) in [
            ("ratna", true, true, true),
            ("tono", true, true, true),
            ("sari", false, true, true),
            ("dedi", false, false, true),
            ("wiryo", false, true, false),
            ("joko", false, false, false),
            ("ika", false, false, false),
            ("budi", false, false, false),
            ("hasan", false, false, false),
            ("lina", false, false, false),
            ("gani", false, false, false),
        ] {
            let mut site = open(&stage, reader).await;
            let said = everything(&mut site, &stage, &talk).await;
            let found = (said.contains(SECRET), said.contains(REPORT), said.contains(CONCLUSION));
            assert_eq!(found, (secret, report, conclusion), "{reader}");
            assert_eq!(said.contains("[PDF]"), report, "{reader}: the report or the record can be printed");
        }
        // On paper too: the two get the record, the rater the report.
        let mut tono = open(&stage, "tono").await;
        let record = on_paper(&tono.visit(&format!("{talk}/cetak")).await.bytes);
        assert!(record.contains(SECRET), "{record}");
        let mut sari = open(&stage, "sari").await;
        sari.visit(&format!("{talk}/cetak")).await.assert_status(404);
        let report = on_paper(&sari.visit(&format!("{talk}/cetak?laporan=1")).await.bytes);
        assert!(report.contains(REPORT) && !report.contains(SECRET), "{report}");
        for stranger in ["budi", "hasan", "ika", "lina", "gani"] {
            let mut site = open(&stage, stranger).await;
            for path in [talk.clone(), format!("{talk}/cetak"), format!("{talk}/cetak?laporan=1")] {
                site.visit(&path).await.assert_status(404);
            }
        }
        // That it took place is known to the office and the auditor.
        for office in ["wiryo", "joko"] {
            let mut site = open(&stage, office).await;
            let page = site.visit("/konseling").await;
            page.assert_says("Ratna Kusumaningtyas").assert_says("Selesai").assert_says("8 Juli 2026");
        }
        // The first page of the two says no more than that there is something.
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit("/").await;
        page.assert_says("Tindak lanjut yang Anda sepakati");
        assert!(!page.said().contains(SECRET) && !page.said().to_lowercase().contains("konseling kinerja"));
    })
    .await;
}

/// Pages of other years and papers are left out: years have no end, and what is in a paper is compressed.
fn worth_a_visit(path: &str) -> bool {
    let of_another_year = path.split(['?', '&', '/']).any(|part| {
        let year = part.strip_prefix("tahun=").unwrap_or(part);
        year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && year != "2026"
    });
    !of_another_year && !path.contains("/cetak") && !path.starts_with("/aset/")
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_no_page_that_can_be_reached_tells_of_it() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let talk = reported(&stage).await;
        for (reader, mark) in
            [("sari", SECRET), ("dedi", SECRET), ("wiryo", SECRET), ("joko", REPORT), ("ika", REPORT), ("budi", REPORT)]
        {
            let mut site = open(&stage, reader).await;
            let mut seen = BTreeSet::new();
            let mut waiting = vec!["/".to_owned(), talk.clone()];
            while let Some(path) = waiting.pop() {
                if !worth_a_visit(&path) || !seen.insert(path.clone()) {
                    continue;
                }
                let page = site.visit(&path).await;
                assert!(!page.status.is_server_error(), "{reader} {path}: {}", page.status);
                assert!(!page.html().contains(mark), "{reader} reads it on {path}");
                waiting.extend(page.links());
            }
            assert!(seen.len() > 12, "{reader} goes round the house: {seen:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_the_journal_and_exports_keep_no_word_of_it() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        reported(&stage).await;
        let all = PageOf { page: 1, per_page: 500 };
        let journal = see_journal(&stage.as_("joko"), JournalFilter::default(), all).await.expect("the journal");
        let rows: Vec<_> =
            journal.page.rows.iter().filter(|row| ["dialogue", "followup"].contains(&row.subject.as_str())).collect();
        assert!(rows.len() >= 5, "opening, appointing, both sides' words, what was agreed: {}", rows.len());
        for row in &journal.page.rows {
            let kept = format!("{:?}{:?}", row.before, row.after);
            for mark in [SECRET, REPORT, CONCLUSION] {
                assert!(!kept.contains(mark), "{} {}: {kept}", row.action, row.subject);
            }
        }
        let written = rows.iter().any(|row| row.after.as_deref().is_some_and(|after| after.contains("\"conclusion\"")));
        assert!(written, "that a part was filled in is kept");
        let scope = stage.as_("joko").read();
        let notices = scope.notices_since(chrono::DateTime::UNIX_EPOCH, 1_000).await.expect("the outbox");
        assert!(!format!("{notices:?}").contains(SECRET), "a notice never quotes");
        for kind in Kind::ALL {
            let bytes = export(&stage.as_("wiryo"), kind, Format::Csv, Some(2026)).await.expect("an export");
            let text = String::from_utf8_lossy(&bytes);
            assert!(![SECRET, REPORT, CONCLUSION].iter().any(|mark| text.contains(mark)), "{kind:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_of_a_talk_the_employee_asked_for_the_rater_learns_nothing() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.plan_of("ratna").await;
        stage.at("2026-07-06 09:00");
        let mut ratna = open(&stage, "ratna").await;
        let to = ratna.visit("/dialog").await.link("Minta konseling");
        ratna.visit(&to).await.assert_says("Penilai Anda tidak diberi tahu");
        let reason = format!("{SECRET} urusan keluarga yang berat");
        let talk = ratna.submit("main form", &[("reason", reason.as_str())]).await.url.clone();
        let mut wiryo = open(&stage, "wiryo").await;
        let page = wiryo.visit(&talk).await;
        page.assert_says("Isi pembicaraannya hanya untuk kedua pihak");
        assert!(!page.html().contains(SECRET), "the office appoints without reading why");
        wiryo
            .submit("form[action$='/konselor']", &[("counsellor", "Tono"), ("appointed_on", "2026-07-08")])
            .await
            .assert_says("sudah ditunjuk");
        open(&stage, "tono").await.visit(&talk).await.assert_says(SECRET);
        for rater in ["sari", "dedi"] {
            let mut site = open(&stage, rater).await;
            let page = site.visit(&talk).await;
            assert_eq!(page.status, 404, "{rater}");
            let page = site.visit("/dialog").await;
            assert!(!page.said().contains("Konseling kinerja"), "{rater}: {}", page.said());
            assert!(!site.visit("/pemberitahuan").await.said().contains("hanya untuk Anda berdua"), "{rater}");
        }
    })
    .await;
}
