//! R8, R10-R14 through pages and forms, without a browser: what the pages refuse, keep and show.

use domain::{
    assessment::{RaterRole, Rating},
    evaluation::Rhythm,
    ids::{PeriodId, SkpId},
    plan::Nilai,
};
use testkit::{Site, Stage, for_each_engine};

const DESK: &str = "form[data-draft^='meja-']";

async fn ready(stage: &Stage) -> (PeriodId, SkpId) {
    let skp = stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Triwulanan, 1).await;
    (period, skp)
}

/// Every field of the supervisor's sheet, all as expected.
async fn filled(stage: &Stage, skp: SkpId) -> Vec<(String, String)> {
    let reason = "Permohonan dijawab tepat waktu menurut register.";
    let plan = stage.skp("sari", skp).await;
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut say = |name: &str, reason: &str| {
        fields.push((format!("{name}.rating"), "sesuai".to_owned()));
        fields.push((format!("{name}.reason"), reason.to_owned()));
    };
    for rhk in &plan.content.results {
        say(&format!("rhk.{}", rhk.id), reason);
    }
    for nilai in Nilai::ALL {
        say(&format!("nilai.{}", nilai.code()), "");
    }
    say("hasil_kerja", reason);
    say("perilaku_kerja", reason);
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn r10_the_desk_waits_kindly_and_reminds() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (period, skp) = ready(&stage).await;
        let mut sari = Site::of(&stage).log_in("sari").await;
        let page = sari.visit(&format!("/penilaian/{period}/{skp}")).await;
        page.assert_says("belum mengirim penilaian diri").assert_says("Skema Bengkulu").assert_no_selector(DESK);
        sari.press("form[action$='/ingatkan']", "Ingatkan", &[]).await.assert_says("Pengingat sudah dikirim");
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit("/pemberitahuan").await.assert_says("mengingatkan Anda untuk mengirim penilaian diri");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r11_from_the_desk_to_a_result_and_feedback() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (period, skp) = ready(&stage).await;
        stage.self_assess("ratna", period, skp).await;
        stage.minutes(5);
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit(&format!("/penilaian/{period}/{skp}")).await.assert_selector(DESK);
        let mut fields = filled(&stage, skp).await;
        let whole = fields.iter_mut().find(|(name, _)| name == "hasil_kerja.reason").expect("the field");
        whole.1 = "Baik.".into();
        let page = sari.press(DESK, "Kirim penilaian", &borrowed(&fields)).await;
        page.assert_selector(".errors a[href='#hasil_kerja.reason']");
        assert_eq!(page.attr("[name='hasil_kerja.rating'][checked]", "value").as_deref(), Some("sesuai"));
        assert!(page.text("[name='perilaku_kerja.reason']").contains("register"), "nothing typed is lost");
        let whole = fields.iter_mut().find(|(name, _)| name == "hasil_kerja.reason").expect("the field");
        whole.1 = "Target utama tercapai dengan bukti register.".into();
        let page = sari.press(DESK, "Kirim penilaian", &borrowed(&fields)).await;
        page.assert_says("Tinggal ditetapkan").assert_says("Predikat: Baik");
        assert!(!page.html().contains("name=\"predikat\""), "nobody types a predicate");
        let page =
            sari.press("form[action$='/tetapkan']", "Tandatangani", &[("notes", "Usulkan pelatihan layanan.")]).await;
        page.assert_says("Hasil sudah ditetapkan").assert_says("Predikat kinerja: Baik");
        let result = page.url.clone();
        let page = sari.press("form[action$='/umpan-balik']", "Sampaikan", &[("good", "Baik")]).await;
        page.assert_selector(".errors a[href='#improve']");
        let words = [
            ("good", "Semua permohonan Maret dijawab dalam dua hari."),
            ("improve", "Register belum diisi pada hari yang sama."),
            ("advice", "Isi register setiap sore bersama Budi mulai April."),
        ];
        sari.press("form[action$='/umpan-balik']", "Sampaikan", &words)
            .await
            .assert_says("Umpan balik sudah disampaikan");

        let mut ratna = Site::of(&stage).log_in("ratna").await;
        let page = ratna.visit(&result).await;
        page.assert_says("Langkah 1, capaian kinerja organisasi: belum ditetapkan")
            .assert_says("Isi register setiap sore");
        ratna
            .press("form[action$='/terima']:not([action*='umpan'])", "Saya sudah menerima", &[])
            .await
            .assert_says("Tanda terima sudah dicatat");
        let answer = [("answer", "Baik, mulai Senin.")];
        ratna
            .press("form[action$='/umpan-balik/terima']", "Sudah saya baca", &answer)
            .await
            .assert_says("Baik, mulai Senin.");
        ratna.visit("/perkembangan").await.assert_says("Isi register setiap sore").assert_says("Baik, mulai Senin.");
        ratna.visit("/penilaian").await.assert_says("Predikat kinerja: Baik");
        sari.visit(&format!("/distribusi/{period}")).await.assert_says("bukan jatah");

        for reader in ["ratna", "sari", "wiryo"] {
            let mut site = Site::of(&stage).log_in(reader).await;
            let id = result.split('#').next().unwrap_or(&result).to_owned();
            let page = site.visit(&format!("{id}/cetak")).await;
            assert!(page.bytes.starts_with(b"%PDF"), "{reader}: {}", page.status);
            site.visit(&format!("{id}/mengapa")).await.assert_says("PermenPANRB 6/2022");
        }
        for stranger in ["tono", "budi", "lina"] {
            let mut site = Site::of(&stage).log_in(stranger).await;
            let page = site.visit(&result).await;
            assert_eq!(page.status, 404, "{stranger}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_windows_keeps_its_text() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (period, skp) = ready(&stage).await;
        stage.self_assess("ratna", period, skp).await;
        stage.minutes(5);
        let mut first = Site::of(&stage).log_in("sari").await;
        first.visit(&format!("/penilaian/{period}/{skp}")).await;
        let mut second = first.clone();
        first
            .press(DESK, "Simpan dulu", &[("hasil_kerja.reason", "Dari jendela pertama.")])
            .await
            .assert_says("tersimpan");
        stage.minutes(1);
        let typed = [("hasil_kerja.reason", "Dari jendela kedua."), ("hasil_kerja.rating", "diatas")];
        let page = second.press(DESK, "Simpan dulu", &typed).await;
        assert_eq!(page.status, 409);
        page.assert_says("Dari jendela pertama.").assert_says("Dari jendela kedua.");
        let page = second.press("main form", "Simpan pilihan", &[("_pilih.hasil_kerja.reason", "saya")]).await;
        page.assert_says("tersimpan");
        assert!(page.text("[name='hasil_kerja.reason']").contains("Dari jendela kedua."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_of_the_scheme_says_what_it_is() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Semesteran, 1).await;
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit("/penilaian").await.assert_says("Tinjauan semester 1").assert_says("tanpa predikat");
        let sheet = stage.sheet("ratna", period, skp, RaterRole::Diri, (Rating::Sesuai, Rating::Sesuai)).await;
        assert_eq!(sheet.answers.len(), 8, "one result and seven values");
        stage.self_assess("ratna", period, skp).await;
        stage.minutes(1);
        stage.rate("sari", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        let mut sari = Site::of(&stage).log_in("sari").await;
        let page = sari.visit(&format!("/penilaian/{period}/{skp}")).await;
        page.assert_says("Tanpa predikat");
        let page = sari.press("form[action$='/tetapkan']", "Tandatangani", &[]).await;
        page.assert_says("Sudah ditinjau").assert_no_selector("a[href$='/cetak']");
    })
    .await;
}
