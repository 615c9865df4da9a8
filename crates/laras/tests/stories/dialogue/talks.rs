//! Dialog kinerja with an agenda from the work, follow-ups that stay until they are done, bimbingan after a poor result.

use actions::progress::report::report;
use domain::{assessment::Rating, evaluation::Rhythm, ids::SkpId};
use testkit::{Site, Stage, for_each_engine};

async fn open(stage: &Stage, key: &str) -> Site {
    Site::of(stage).log_in(key).await
}

/// A plan on which something is late and an obstacle waits for an answer.
async fn troubled(stage: &Stage) -> SkpId {
    let skp = stage.plan_of("ratna").await;
    stage.at("2026-09-07 09:00");
    let indicator = stage.indicators("ratna", skp).await[0];
    let mut said = stage.report(indicator, 12, "Menjawab 12 permohonan.");
    "Mesin antrean mati sejak Senin".clone_into(&mut said.obstacle);
    report(&stage.as_("ratna"), skp, said, None).await.expect("a report");
    stage.minutes(30);
    skp
}

#[tokio::test(flavor = "multi_thread")]
async fn r5_a_dialogue_starts_from_the_work() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        troubled(&stage).await;
        let mut ratna = open(&stage, "ratna").await;
        let to = ratna.visit("/dialog").await.link("Buka dialog kinerja");
        let page = ratna.visit(&to).await;
        page.assert_says("Kendala belum dijawab: Mesin antrean mati").assert_says("Terlambat:");
        assert!(page.count("input[name=topic][checked]") >= 2, "everything is on the agenda at first");
        page.assert_selector("a[href*='/indikator/']");
        let page = ratna.submit("main form", &[("own", "Jadwal cuti\nLoket baru"), ("on", "2026-09-09")]).await;
        page.assert_says("Pertemuan sudah dibuka").assert_says("Loket baru").assert_says("Mesin antrean mati");
        let talk = page.url.split('#').next().unwrap_or_default().to_owned();
        let mine = "form[data-draft^='dialog-pegawai']";
        ratna.press(mine, "Simpan", &[("employee", "Saya perlu mesin pengganti.")]).await.assert_says("tersimpan");

        let mut sari = open(&stage, "sari").await;
        sari.visit("/").await.assert_says("Pertemuan dengan Ratna");
        let page = sari.visit(&talk).await;
        page.assert_says("Saya perlu mesin pengganti.").assert_no_selector("textarea[name=employee]");
        let due = [("what", "Pinjam mesin antrean dari kecamatan"), ("due", "2026-09-11")];
        sari.press("form[action$='/tindak-lanjut']", "Tambahkan", &due).await.assert_says("Tindak lanjut dicatat");
        let page =
            sari.press("form[data-draft^='dialog-pendamping']", "Selesaikan", &[("held_on", "2026-09-30")]).await;
        page.assert_selector(".errors a[href='#held_on']");
        let page = sari
            .press(
                "form[data-draft^='dialog-pendamping']",
                "Selesaikan",
                &[("held_on", "2026-09-07"), ("result", "Mesin dipinjam pekan ini.")],
            )
            .await;
        page.assert_says("Pertemuan selesai").assert_no_selector("textarea[name=result]");

        // Agreed: on the first page until it is done, and on the agenda of the next talk.
        ratna.visit("/").await.assert_says("Tindak lanjut: Pinjam mesin antrean");
        let next = format!("/dialog/baru?pegawai={}&jenis=dialog", stage.employee("ratna"));
        sari.visit(&next).await.assert_says("Belum selesai: Pinjam mesin antrean");
        ratna.visit(&talk).await;
        let page = ratna.press("form[action$='/selesai']", "Sudah selesai", &[]).await;
        page.assert_says("Tindak lanjut tercatat selesai").assert_says("selesai 7 September 2026");
        assert!(!ratna.visit("/").await.said().contains("Pinjam mesin"), "done is done");
        assert!(!sari.visit(&next).await.said().contains("Belum selesai:"));
        let page = ratna.visit(&format!("{talk}/cetak")).await;
        assert!(page.bytes.starts_with(b"%PDF"), "{}", page.status);
        for stranger in ["budi", "tono", "wiryo", "lina"] {
            let mut site = open(&stage, stranger).await;
            let page = site.visit(&talk).await;
            assert_eq!(page.status, 404, "{stranger}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r14_two_windows_and_two_sides_lose_nothing() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        troubled(&stage).await;
        let mut sari = open(&stage, "sari").await;
        sari.visit(&format!("/dialog/baru?pegawai={}&jenis=dialog", stage.employee("ratna"))).await;
        let talk = sari.submit("main form", &[]).await.url.clone();
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&talk).await;
        let mut second = ratna.clone();
        let mine = "form[data-draft^='dialog-pegawai']";
        let theirs = "form[data-draft^='dialog-pendamping']";
        sari.press(theirs, "Simpan", &[("partner", "Dari Sari.")]).await.assert_says("tersimpan");
        // The other side has saved meanwhile: no matter.
        ratna.press(mine, "Simpan", &[("employee", "Jendela pertama.")]).await.assert_says("tersimpan");
        let page = second.press(mine, "Simpan", &[("employee", "Jendela kedua.")]).await;
        assert_eq!(page.status, 409);
        page.assert_says("Jendela pertama.").assert_says("Jendela kedua.");
        ratna.visit(&talk).await.assert_says("Dari Sari.");
        // Nobody writes for the other: a forged field is not taken.
        let mut form = ratna.shown().form(mine, Some("Simpan"));
        form.fields.push(("result".to_owned(), "Ditulis pegawai".to_owned()));
        form.fields.retain(|(name, _)| name != "tindakan");
        form.fields.push(("tindakan".to_owned(), "selesai".to_owned()));
        form.fields.push(("held_on".to_owned(), "2026-09-07".to_owned()));
        ratna.post(form, &[], &[]).await.assert_says("diselesaikan oleh pimpinan");
        assert!(!sari.visit(&talk).await.said().contains("Ditulis pegawai"));
        // Called off: on record, no longer to be done.
        sari.press("form[action$='/batal']", "Batalkan", &[]).await.assert_says("Pertemuan dibatalkan");
        ratna.visit("/pemberitahuan").await.assert_says("membatalkan pertemuan");
        assert!(!ratna.visit("/").await.said().contains("Pertemuan dengan"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_a_poor_result_proposes_bimbingan() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let other = stage.plan_of("budi").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.result_of("ratna", period, skp, (Rating::Dibawah, Rating::Sesuai)).await;
        stage.result_of("budi", period, other, (Rating::Sesuai, Rating::Sesuai)).await;
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit("/").await;
        page.assert_says("Rencanakan bimbingan Ratna").assert_says("Ps 20(2)-(3), 21; Bab III.D");
        assert!(!page.said().contains("Rencanakan bimbingan Budi"), "a good result asks for nothing");
        let to = page.link("Rencanakan bimbingan Ratna");
        sari.visit("/dialog").await.assert_says("bimbingan kinerja diusulkan");
        sari.visit(&to).await.assert_says("Pembimbing");
        let page = sari.submit("main form", &[("reason", "Lambat")]).await;
        page.assert_selector(".errors a[href='#reason']");
        let budi = stage.employee("budi").to_string();
        let reason = "Permohonan dijawab rata-rata sembilan hari.";
        let page = sari.submit("main form", &[("reason", reason), ("partner", budi.as_str())]).await;
        page.assert_says(reason);
        let talk = page.url.clone();
        assert!(!sari.visit("/").await.said().contains("Rencanakan bimbingan"), "planned");

        // Budi coaches; Ratna prepares as B.1.6 asks; the rater hears of the end (Bab III.D.4).
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&talk).await;
        let prepared = [("goal", "Jawaban paling lama tiga hari."), ("cause", "Menunggu data bidang lain.")];
        ratna.press("form[data-draft^='dialog-pegawai']", "Simpan", &prepared).await.assert_says("tersimpan");
        let mut budi = open(&stage, "budi").await;
        budi.visit(&talk).await.assert_says("Menunggu data bidang lain.");
        let held = [("result", "Data diminta di hari pertama."), ("adjust", "1")];
        budi.press("form[data-draft^='dialog-pendamping']", "Selesaikan", &held)
            .await
            .assert_says("buka klarifikasi SKP");
        sari.visit("/pemberitahuan").await.assert_says("menyelesaikan pertemuan");
        for reader in ["ratna", "budi", "sari", "dedi", "joko"] {
            let mut site = open(&stage, reader).await;
            site.visit(&talk).await.assert_says("Data diminta di hari pertama.");
            let page = site.visit(&format!("{talk}/cetak")).await;
            assert!(page.bytes.starts_with(b"%PDF"), "{reader}: {}", page.status);
        }
    })
    .await;
}
