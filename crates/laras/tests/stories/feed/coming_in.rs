//! R6, R7: a file is tried and taken with every mistake told; a request is noted at the counter; a row is corrected by name.

use super::{file, source};
use actions::{
    Failure,
    feed::{
        correct::{Correction, correct},
        import::import,
        see::see,
        see_rows::see_row,
    },
};
use domain::{
    decision::Refusal,
    feed::{Filter, Kind, Measure},
    ids::{FeedId, FeedRowId},
};
use std::collections::BTreeMap;
use store::PageOf;
use testkit::{Site, Stage, for_each_engine, site::File};

const LOG: &str = "Nomor;Diterima;Dijawab;Benar;Layanan;NIP\n\
    A-1;2026-01-05 08:00;2026-01-05 09:30;ya;Informasi;199403122019032008\n\
    A-2;2026-01-06 08:00;2026-01-05 09:30;ya;Informasi;199403122019032008\n\
    A-3;2026-01-06 08:00;;;Informasi;111111111111111111\n\
    A-4;2027-01-06 08:00;;;Informasi;\n\
    A-5;2026-01-07 08:00;;;Pengaduan;199403122019032008\n\
    A-5;2026-01-08 08:00;;;Pengaduan;199403122019032008\n";

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_file_is_tried_then_taken_once_with_its_mistakes_told() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-01-12 09:00");
        let id = source(&stage, Kind::Service, "ppid").await;
        let ratna = stage.as_("ratna");
        let tried = import(&ratna, id, LOG.as_bytes().to_vec(), true).await.expect("a trial");
        assert_eq!((tried.total, tried.added, tried.known), (6, 2, 0));
        let bad: Vec<_> = tried.bad.iter().map(|bad| (bad.row, bad.column.as_str(), bad.says.key.as_ref())).collect();
        assert_eq!(
            bad,
            [
                (3, "dijawab", "feed-answered-before"),
                (4, "nip", "feed-employee-unknown"),
                (5, "diterima", "feed-cell-future"),
                (7, "", "feed-row-twice"),
            ]
        );
        assert_eq!(see(&stage.as_("wiryo"), id, None, None).await.expect("the page").n, 0, "a trial changes nothing");
        assert_eq!(file(&stage, "ratna", id, LOG).await.added, 2);
        let again = file(&stage, "ratna", id, LOG).await;
        assert_eq!((again.added, again.known), (0, 2), "twice is once");

        // Later the same log tells the answer; and somebody's file contradicts it.
        let answered = "nomor,diterima,dijawab,benar,layanan,nip\n\
            A-5,2026-01-07 08:00,2026-01-09 10:00,ya,Pengaduan,199403122019032008\n\
            A-1,2026-01-05 08:00,2026-01-08 09:30,ya,Informasi,199403122019032008\n";
        let taken = file(&stage, "ratna", id, answered).await;
        assert_eq!((taken.added, taken.bad.len()), (1, 1));
        assert_eq!((taken.bad[0].row, taken.bad[0].says.key.as_ref()), (3, "feed-row-differs"));
        let page = see(&stage.as_("wiryo"), id, None, None).await.expect("the page");
        assert_eq!((page.n, page.waiting), (2, 0));

        // Through the page: tried, taken, and what is rejected taken out with its reasons.
        let mut site = Site::of(&stage).log_in("ratna").await;
        site.visit("/sumber-data").await.assert_says("Sumber ppid").assert_selector("a[href$='/loket']");
        let path = format!("/sumber-data/{id}/impor");
        let sheet = [File { field: "file", name: "log.csv", bytes: LOG.as_bytes() }];
        site.visit(&path).await;
        let page = site.upload("main form", "Coba dahulu", &[], &sheet).await;
        page.assert_says("Percobaan, belum disimpan").assert_says("5 kesalahan").assert_says("belum terjadi");
        site.visit(&path).await;
        let page = site.upload("main form", "Unduh baris yang ditolak saja", &[], &sheet).await;
        let text = page.html();
        assert_eq!(text.lines().count(), 6, "a header and five rows: {text}");
        assert!(text.contains("alasan") && text.contains("111111111111111111"), "{text}");
        site.visit(&format!("/sumber-data/{id}/contoh.csv")).await.assert_status(200);
        for (text, key) in [("", "import-file-empty"), ("nomor,tanggal\n1,2\n", "import-columns-missing")] {
            let Err(Failure::Refused(Refusal::Fields(errors))) =
                import(&ratna, id, text.as_bytes().to_vec(), false).await
            else {
                panic!("{text:?} was taken")
            };
            assert_eq!(errors[0].text.key, key);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r7_a_request_is_noted_at_the_counter_and_answered_by_the_clock() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-01-12 09:00");
        let id = source(&stage, Kind::Service, "ppid").await;
        let path = format!("/sumber-data/{id}/loket");
        for (key, status) in [("ratna", 200), ("sari", 200), ("wiryo", 200), ("tono", 403), ("lina", 404)] {
            let mut site = Site::of(&stage).log_in(key).await;
            assert_eq!(site.visit(&path).await.status.as_u16(), status, "{key}");
        }
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit("/").await.assert_selector("a[href='/sumber-data']");
        ratna.visit(&path).await;
        let who = stage.employee("ratna").to_string();
        let fields = [("item", "Anggaran 2025"), ("employee", who.as_str()), ("code", "PPID-7")];
        ratna
            .submit("main form.form", &fields)
            .await
            .assert_says("Permintaan PPID-7 dicatat")
            .assert_says("1 menunggu");
        ratna.submit("main form.form", &fields).await.assert_status(422).assert_selector("#code-error");
        stage.at("2026-01-13 10:30");
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&path).await;
        let page = ratna.submit("main ul.rows form", &[("benar", "ya")]).await;
        page.assert_says("Jawaban dicatat").assert_says("Semua permintaan sudah dijawab");
        // From 09.00 to 10.30 the next day: 360 + 180 minutes of 450 are 1,2 working days.
        let mut sari = Site::of(&stage).log_in("sari").await;
        let page = sari.visit(&format!("/sumber-data/{id}")).await;
        page.assert_says("1,2 hari kerja").assert_says("100 persen").assert_selector("svg.chart");
        sari.visit(&format!("/sumber-data/{id}/baris?pegawai={who}")).await.assert_says("PPID-7");
        sari.visit(&format!("/sumber-data/{id}/baris?perihal=Lain")).await.assert_says("Tidak ada baris");
    })
    .await;
}

async fn only(stage: &Stage, id: FeedId) -> FeedRowId {
    let scope = stage.as_("wiryo").read();
    scope.feed_rows(id, &Filter::default(), PageOf::default(), 1).await.expect("rows").rows[0].id
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_a_row_is_corrected_by_name_with_a_reason_and_the_old_one_stays() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let id = source(&stage, Kind::Attendance, "absensi").await;
        let recap = "nip,bulan,hari_kerja,alpa,izin,menit,berturut\n199403122019032008,2026-01,21,4,1,0,2\n";
        assert_eq!(file(&stage, "wiryo", id, recap).await.added, 1);
        let daily = "nip,tanggal,status,menit\n199403122019032008,2026-01-20,alpa,0\n";
        let taken = file(&stage, "wiryo", id, daily).await;
        assert_eq!(taken.bad[0].says.key, "feed-month-twice", "a month is counted once");

        let row = only(&stage, id).await;
        let path = format!("/sumber-data/baris/{row}");
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&path).await.assert_status(403);
        let own = format!("/sumber-data/{id}/pegawai/{}", stage.employee("ratna"));
        let page = ratna.visit(&own).await;
        page.assert_says("PP 94/2021").assert_says("bukan hukuman").assert_says("4 hari");
        Site::of(&stage).log_in("tono").await.visit(&own).await.assert_status(404);
        Site::of(&stage).log_in("sari").await.visit(&own).await.assert_status(200);

        let mut wiryo = Site::of(&stage).log_in("wiryo").await;
        wiryo.visit(&path).await;
        let page = wiryo.submit("main form", &[("alpa", "-1"), ("reason", "salah")]).await;
        page.assert_status(422).assert_selector("#alpa-error").assert_selector("#reason-error");
        assert_eq!(page.attr("#alpa", "value").as_deref(), Some("-1"), "nothing is lost");
        let mended = [("alpa", "1"), ("berturut", "1"), ("reason", "Surat sakit baru diterima hari ini.")];
        let page = wiryo.submit("main form", &mended).await;
        page.assert_says("Koreksi disimpan").assert_says("Surat sakit baru diterima").assert_says("Digantikan");
        ratna.visit("/").await.assert_says("mengoreksi catatan tentang Anda");

        // Somebody who still has the old row open is told, and nothing is counted twice.
        let late = Correction { reason: "Terlambat melihatnya.".into(), void: true, cells: BTreeMap::new() };
        let Err(Failure::Refused(Refusal::Rule(broken))) = correct(&stage.as_("wiryo"), row, late).await else {
            panic!("two corrections of one row")
        };
        assert_eq!(broken.says.key, "feed-correct-meanwhile");
        let page = see(&stage.as_("wiryo"), id, None, Some(Measure::Absence)).await.expect("the page");
        let absence = page.figures.iter().find(|(measure, _)| *measure == Measure::Absence).expect("absence");
        assert_eq!(absence.1.map(|amount| amount.to_string()).as_deref(), Some("1"));
        let history = see_row(&stage.as_("wiryo"), row).await.expect("the row").history;
        assert_eq!(history.iter().map(|row| row.by).collect::<Vec<_>>(), [Some(stage.employee("wiryo")); 2]);

        // Nobody corrects what is said of themselves.
        let about = "nip,bulan,hari_kerja,alpa,izin,menit,berturut\n198006122005012011,2026-01,21,2,0,0,2\n";
        assert_eq!(file(&stage, "wiryo", id, about).await.added, 1);
        let scope = stage.as_("wiryo").read();
        let of_sari = scope.feed_rows_coded(id, &["198006122005012011/2026-01".to_owned()]).await.expect("rows")[0].id;
        let own = Correction { reason: "Saya masuk kantor.".into(), void: true, cells: BTreeMap::new() };
        let Err(Failure::Refused(Refusal::Rule(broken))) = correct(&stage.as_("sari"), of_sari, own).await else {
            panic!("a correction of one's own row")
        };
        assert_eq!(broken.says.key, "feed-correct-own");
    })
    .await;
}
