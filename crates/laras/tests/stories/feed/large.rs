//! R6: a file of very many rows is taken in the background, goes on after a process has died, and tells the same mistakes.

use super::source;
use actions::{
    feed::see::see,
    job::{self, JobState},
};
use domain::{feed::Kind, ids::JobId};
use std::fmt::Write as _;
use testkit::{Site, Stage, for_each_engine, html::Page, site::File};

const ROWS: usize = 4_100;

/// A log of requests: one in the second part of the file is answered before it came, one in the third is of nobody.
fn log() -> String {
    let mut text = String::from("nomor,diterima,dijawab,benar,layanan,nip\n");
    for n in 1..=ROWS {
        let (answered, nip) = match n {
            2_500 => ("2026-01-04 08:00", ""),
            4_050 => ("2026-01-06 08:00", "111111111111111111"),
            _ => ("2026-01-06 08:00", ""),
        };
        writeln!(text, "B-{n:05},2026-01-05 08:00,{answered},ya,Informasi,{nip}").expect("into a text");
    }
    text
}

fn job_of(page: &Page) -> JobId {
    let id = page.url.split("/pekerjaan/").nth(1).unwrap_or_else(|| panic!("no job at {}: {}", page.url, page.said()));
    id.split(['?', '#']).next().unwrap_or_default().parse().expect("an id")
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_large_file_is_taken_in_the_background_and_survives_a_death() {
    for_each_engine(|store| async move {
        let mut stage = Stage::set(store).await;
        stage.app.rows_at_once = 1_000;
        stage.at("2026-01-12 09:00");
        let id = source(&stage, Kind::Service, "ppid").await;
        let path = format!("/sumber-data/{id}/impor");
        let (text, small) = (log(), log().lines().take(3).collect::<Vec<_>>().join("\n"));
        let sheet = |text: &'static str| [File { field: "file", name: "log.csv", bytes: text.as_bytes() }];
        let (text, small): (&'static str, &'static str) = (text.leak(), small.leak());

        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&path).await.assert_says("di atas 200.000 baris");
        // A trial first: it says what would happen, and changes nothing.
        let page = ratna.upload("main form", "Coba dahulu", &[], &sheet(text)).await;
        page.assert_says("dikerjakan di latar belakang").assert_says("Sumber ppid");
        let tried = job_of(page);
        stage.work_off().await;
        let page = ratna.visit(&format!("/pekerjaan/{tried}")).await;
        page.assert_says("Percobaan, belum disimpan: 4.098 baris akan dimasukkan, 0 sudah ada, 2 akan ditolak.");
        assert_eq!(see(&stage.as_("wiryo"), id, None, None).await.expect("the page").n, 0);

        // Then for good. Sent twice, it is the same work.
        let mut asked = Vec::new();
        for _ in 0..2 {
            ratna.visit(&path).await;
            asked.push(job_of(ratna.upload("main form", "Masukkan", &[], &sheet(text)).await));
        }
        assert_eq!(asked[0], asked[1]);
        let job = asked[0];
        // One process opens the file, takes a first part and is never heard of again.
        assert!(stage.work("satu").await && stage.work("satu").await);
        ratna.visit(&format!("/pekerjaan/{job}")).await.assert_says("2.000 dari 4.100");
        assert!(!stage.work("dua").await, "the first may still be at it");
        stage.minutes(3);
        while stage.work("dua").await {}
        let page = ratna.visit(&format!("/pekerjaan/{job}")).await;
        page.assert_says("4.098 baris dimasukkan, 0 sudah ada sebelumnya, 2 ditolak.");
        // Rows are numbered as a spreadsheet does, through all parts.
        page.assert_says("2501").assert_says("4051");
        assert_eq!(see(&stage.as_("wiryo"), id, None, None).await.expect("the page").n, 4_098);
        let file = ratna.visit(&format!("/pekerjaan/{job}/berkas")).await;
        let told = String::from_utf8_lossy(&file.bytes).into_owned();
        let lines: Vec<&str> = told.trim().lines().collect();
        assert_eq!(lines.len(), 3, "the header and two rows: {told}");
        assert!(
            lines[0].trim_start_matches('\u{feff}').starts_with("nomor,") && lines[0].ends_with("alasan"),
            "{told}"
        );
        assert!(lines[1].starts_with("B-02500") && lines[1].contains("dijawab: "), "{told}");
        assert!(lines[2].starts_with("B-04050") && lines[2].contains("nip: "), "{told}");

        // It is for whoever brought it in; nobody else finds it.
        let mut budi = Site::of(&stage).log_in("budi").await;
        assert_eq!(budi.visit(&format!("/pekerjaan/{job}")).await.status, 404);
        assert_eq!(budi.visit(&format!("/pekerjaan/{job}/berkas")).await.status, 404);
        // A small file is taken at once, as before; what is there is known again.
        ratna.visit(&path).await;
        ratna.upload("main form", "Masukkan", &[], &sheet(small)).await.assert_says("2 sudah ada sebelumnya");
        // Nothing of the file lies about when it has ended.
        let left = futures::StreamExt::collect::<Vec<_>>(stage.app.files.list(None)).await;
        let left: Vec<String> = left.into_iter().map(|one| one.expect("listed").location.to_string()).collect();
        assert!(
            left.iter().all(|place| std::path::Path::new(place).extension().is_some_and(|end| end == "csv")),
            "{left:?}"
        );
    })
    .await;
}

/// What was taken until it was called off stands, and no more comes in.
#[tokio::test(flavor = "multi_thread")]
async fn r6_a_large_file_called_off_stands_where_it_is() {
    for_each_engine(|store| async move {
        let mut stage = Stage::set(store).await;
        stage.app.rows_at_once = 1_000;
        stage.at("2026-01-12 09:00");
        let id = source(&stage, Kind::Service, "ppid").await;
        let text: &'static str = log().leak();
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&format!("/sumber-data/{id}/impor")).await;
        let sheet = [File { field: "file", name: "log.csv", bytes: text.as_bytes() }];
        let job = job_of(ratna.upload("main form", "Masukkan", &[], &sheet).await);
        assert!(stage.work("satu").await && stage.work("satu").await);
        job::cancel(&stage.as_("ratna"), job).await.expect("called off");
        stage.work_off().await;
        assert_eq!(see(&stage.as_("wiryo"), id, None, None).await.expect("the page").n, 2_000);
        let state = stage.as_("ratna").read().job(job).await.expect("read").expect("the job").state;
        assert_eq!(state, JobState::Cancelled);
    })
    .await;
}
