//! R25 through pages and forms, without a browser: an objection from its filing to a changed result, late ones, silence,
//! strangers; lines seen differently before a result; documents that are late.

use actions::{
    Failure,
    objection::file::{Filing, file},
};
use domain::{
    assessment::Rating,
    decision::Refusal,
    evaluation::{Predikat, Rhythm},
    ids::{EvaluationId, PeriodId, SkpId},
};
use testkit::{Site, Stage, for_each_engine};

const FILE: &str = "form[action$='/keberatan']";
const REASONS: &str = "Laporan Maret masuk tepat waktu dan belum dihitung dalam penilaian.";
const WORD: &str = "Register menunjukkan semua permohonan dijawab dalam dua hari.";

/// A result Ratna does not agree with: butuh perbaikan, by Sari; Dedi is Sari's superior.
async fn disputed(stage: &Stage) -> (PeriodId, SkpId, EvaluationId) {
    let skp = stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Triwulanan, 1).await;
    let result = stage.result_of("ratna", period, skp, (Rating::Dibawah, Rating::Sesuai)).await;
    (period, skp, result)
}

/// Ratna files; the address of the objection.
async fn filed(stage: &Stage, result: EvaluationId) -> String {
    let mut ratna = Site::of(stage).log_in("ratna").await;
    ratna.visit(&format!("/hasil/{result}/keberatan")).await;
    let page = ratna.press(FILE, "Kirim keberatan", &[("objection_reasons", REASONS)]).await;
    page.assert_says("Keberatan sudah dikirim");
    page.url.clone()
}

async fn asked(stage: &Stage, objection: &str) {
    stage.minutes(30);
    let mut dedi = Site::of(stage).log_in("dedi").await;
    dedi.visit(objection).await;
    dedi.press("form[action$='/periksa']", "Minta penjelasan", &[]).await.assert_says("sudah diminta menjelaskan");
}

async fn says(stage: &Stage, key: &str, objection: &str) {
    stage.minutes(5);
    let mut site = Site::of(stage).log_in(key).await;
    site.visit(objection).await;
    let word = [("objection_statement", WORD)];
    site.press("form[action$='/penjelasan']", "Kirim penjelasan", &word).await.assert_says("sudah dikirim");
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_from_an_objection_to_a_changed_result() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (period, skp, result) = disputed(&stage).await;
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        let page = ratna.visit(&format!("/hasil/{result}")).await;
        page.assert_says("Keberatan dapat diajukan sampai").assert_says("PermenPANRB 6/2022, Ps 29");
        let form = page.link("Ajukan keberatan");
        ratna.visit(&form).await;
        let page = ratna.press(FILE, "Kirim keberatan", &[("objection_reasons", "Tidak setuju.")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#objection_reasons']");
        let fields = [
            ("objection_reasons", REASONS),
            ("contests", "hasil_kerja"),
            ("evidence_link", "https://register.contoh.go.id/maret"),
        ];
        let page = ratna.press(FILE, "Kirim keberatan", &fields).await;
        page.assert_says("Keberatan sudah dikirim").assert_says("Rating hasil kerja");
        page.assert_says("register.contoh.go.id").assert_no_selector("form[action$='/putusan']");
        let objection = page.url.clone();

        // It waits for the superior, who hears both before deciding.
        let mut dedi = Site::of(&stage).log_in("dedi").await;
        dedi.visit("/").await.assert_says(&format!("Periksa keberatan {}", stage.name("ratna")));
        dedi.visit(&objection).await.assert_says("Predikat").assert_says("Mengapa hasilnya begini");
        dedi.press("form[action$='/periksa']", "Minta penjelasan", &[]).await;
        let decision = [
            ("outcome", "mengubah"),
            ("hasil", "sesuai"),
            ("perilaku", "sesuai"),
            ("objection_reasons", "Laporan Maret sah dan masuk dalam periode ini."),
        ];
        let page = dedi.press("form[action$='/putusan']", "Tetapkan putusan", &decision).await;
        page.assert_status(409).assert_says("kedua pihak didengar secara tertulis").assert_says("PermenPANRB 6/2022");
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/").await.assert_says("Tulis penjelasan tentang keberatan");
        says(&stage, "sari", &objection).await;

        // The page the superior has open does not show what came in since.
        dedi.visit(&objection).await;
        says(&stage, "ratna", &objection).await;
        let page = dedi.press("form[action$='/putusan']", "Tetapkan putusan", &decision).await;
        page.assert_status(409).assert_says("Ada penjelasan yang masuk");
        assert!(page.text("[name='objection_reasons']").contains("Laporan Maret"), "nothing typed is lost");
        let page = dedi.press("form[action$='/putusan']", "Tetapkan putusan", &decision).await;
        page.assert_says("Putusan sudah ditetapkan").assert_says("Hasil diubah");
        let new = page.link("Buka hasil yang baru");

        // The new result stands, the old one stays readable and says what took its place.
        let page = ratna.visit(&new).await;
        page.assert_says("Predikat kinerja: Baik").assert_says("bersifat final").assert_says(REASONS);
        page.assert_no_selector("a[href$='/keberatan']");
        ratna.visit(&format!("/hasil/{result}")).await.assert_says("Hasil ini sudah digantikan");
        assert_eq!(ratna.shown().link("Buka hasil yang berlaku"), new);
        let stands = stage.as_("ratna").read().evaluation_of(period, skp).await.expect("the database").expect("one");
        assert_eq!((stands.predikat, stands.evaluator), (Some(Predikat::Baik), stage.employee("dedi")));
        assert_eq!(format!("/hasil/{}", stands.id), new);
        ratna.visit("/pemberitahuan").await.assert_says("sudah memutus keberatan");
        sari.visit("/pemberitahuan").await.assert_says("sudah memutus keberatan");
        for path in [format!("{new}/cetak"), format!("{objection}/cetak")] {
            let page = ratna.visit(&path).await;
            assert!(page.bytes.starts_with(b"%PDF"), "{path}: {}", page.status);
        }

        // One objection, one decision.
        for id in [result, stands.id] {
            assert_eq!(ratna.visit(&format!("/hasil/{id}/keberatan")).await.url, objection);
            let again = Filing { reasons: REASONS.to_owned(), ..Filing::default() };
            let refused = file(&stage.as_("ratna"), id, again, None).await;
            let Err(Failure::Refused(Refusal::Rule(broken))) = refused else { panic!("{refused:?}") };
            assert_eq!(broken.says.key, "objection-already");
            assert_eq!(broken.cite.expect("the rule").article, "Ps 29; Bab V.B");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_a_late_objection_is_said_to_be_late_and_taken_in() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (_, _, result) = disputed(&stage).await;
        stage.at("2026-05-04 09:00");
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&format!("/hasil/{result}")).await.assert_says("Hari untuk keberatan sudah lewat");
        let page = ratna.visit(&format!("/hasil/{result}/keberatan")).await;
        page.assert_says("Anda tetap dapat mengajukannya").assert_says("Ps 29; Bab V.B");
        let page = ratna.press(FILE, "Kirim keberatan", &[("objection_reasons", REASONS)]).await;
        page.assert_status(409).assert_says("14 hari kerja sejak dokumen diterima").assert_says("Ps 29; Bab V.B");
        assert_eq!(page.text("[name='objection_reasons']"), REASONS);
        let why = [("objection_reasons", REASONS), ("late_because", "Saya cuti melahirkan sampai akhir April.")];
        let page = ratna.press(FILE, "Kirim keberatan", &why).await;
        page.assert_says("Keberatan sudah dikirim").assert_says("cuti melahirkan");
        let objection = page.url.clone();
        let mut dedi = Site::of(&stage).log_in("dedi").await;
        dedi.visit(&objection).await.assert_says("Diajukan sesudah batas waktu").assert_says("lewat");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_silence_holds_nothing_up_and_an_upheld_result_stands() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (period, skp, result) = disputed(&stage).await;
        let objection = filed(&stage, result).await;
        asked(&stage, &objection).await;
        says(&stage, "sari", &objection).await;
        stage.at("2026-05-04 09:00");
        let mut wiryo = Site::of(&stage).log_in("wiryo").await;
        let page = wiryo.visit(&objection).await;
        page.assert_says("Putusan terlambat").assert_says("tetap sah").assert_no_selector("form[action$='/putusan']");
        let mut dedi = Site::of(&stage).log_in("dedi").await;
        dedi.visit(&objection).await;
        let page = dedi.press("form[action$='/putusan']", "Tetapkan putusan", &[("outcome", "mengubah")]).await;
        page.assert_selector(".errors a[href='#hasil']").assert_selector(".errors a[href='#objection_reasons']");
        let decision =
            [("outcome", "menguatkan"), ("objection_reasons", "Bukti yang ada tidak mengubah penilaian saya.")];
        let page = dedi.press("form[action$='/putusan']", "Tetapkan putusan", &decision).await;
        page.assert_says("Hasil dikuatkan")
            .assert_says("tidak menambahkan apa pun")
            .assert_says("Terlambat, dan tetap sah");
        let stands = stage.as_("ratna").read().evaluation_of(period, skp).await.expect("the database").expect("one");
        assert_eq!(stands.id, result);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_strangers_see_nothing_and_nobody_acts_for_another() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (_, _, result) = disputed(&stage).await;
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit(&format!("/hasil/{result}/keberatan")).await.assert_status(403);
        let objection = filed(&stage, result).await;
        for stranger in ["tono", "budi", "hasan", "lina"] {
            let mut site = Site::of(&stage).log_in(stranger).await;
            for path in [objection.clone(), format!("{objection}/cetak"), format!("/hasil/{result}/keberatan")] {
                site.visit(&path).await.assert_status(404);
            }
        }
        for (reader, forms) in [("ratna", 0), ("sari", 0), ("wiryo", 0), ("joko", 0), ("dedi", 1)] {
            let mut site = Site::of(&stage).log_in(reader).await;
            let page = site.visit(&objection).await;
            assert_eq!(page.count("main form[action^='/keberatan/']"), forms, "{reader}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_seen_differently_is_talked_over_before_the_result() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (skp, period) = (stage.plan_of("ratna").await, stage.period(Rhythm::Triwulanan, 1).await);
        let desk = format!("/penilaian/{period}/{skp}");
        stage.self_assess("ratna", period, skp).await;
        stage.minutes(5);
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&desk).await;
        let new = "form[action$='/beda-pandangan']";
        ratna.press(new, "Simpan pandangan", &[("line", "hasil_kerja")]).await.assert_selector(".errors");
        let day = stage.as_("ratna").today().succ_opt().expect("tomorrow").to_string();
        for (line, view) in
            [("hasil_kerja", "Semua permohonan terjawab."), ("perilaku_kerja", "Saya konsisten melayani.")]
        {
            let fields = [("line", line), ("view.baru", view), ("talk_on.baru", day.as_str())];
            ratna.press(new, "Simpan pandangan", &fields).await.assert_says(view).assert_says("Masih terbuka");
        }

        // Both sides and the superior see it.
        let mut dedi = Site::of(&stage).log_in("dedi").await;
        dedi.visit("/pemberitahuan").await.assert_says("dipandang berbeda");
        dedi.visit(&desk).await.assert_says("Semua permohonan terjawab.").assert_no_selector(new);
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/").await.assert_says("Tulis pandangan Anda");
        let page = sari.visit(&desk).await;
        let action = page.attr("form[action^='/beda-pandangan/']", "action").expect("a form");
        let (form, key) = (format!("form[action='{action}']"), action.rsplit('/').next().expect("an id").to_owned());
        let (view, note) = (format!("view.{key}"), format!("note.{key}"));
        sari.press(&form, "Simpan pandangan", &[(&view, "Tujuh permohonan belum terjawab.")])
            .await
            .assert_says("Tujuh permohonan");
        sari.press(&form, "Tutup dengan catatan", &[(&note, "Dihitung bersama: tiga.")]).await;
        ratna.visit(&desk).await;
        ratna
            .press(&form, "Tutup dengan catatan", &[(&note, "Sepakat tiga permohonan.")])
            .await
            .assert_says("Selesai dibicarakan");

        // What is still open holds nothing up; the reasons of the result name it.
        stage.rate("sari", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        sari.visit(&desk).await;
        let page = sari.press("form[action$='/tetapkan']", "Tandatangani", &[]).await;
        page.assert_says("Dipandang berbeda ketika hasil ditetapkan: Rating perilaku kerja");
        assert!(!page.said().contains("Semua permohonan terjawab."), "what was settled is not told");
        ratna.visit(&desk).await.assert_no_selector(new);
        let mut budi = Site::of(&stage).log_in("budi").await;
        budi.visit(&desk).await.assert_status(404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_the_office_sees_what_is_late_and_records_reports() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.plan_of("budi").await;
        let (period, _, result) = disputed(&stage).await;
        let objection = filed(&stage, result).await;
        stage.at("2026-07-06 09:00");
        let list = format!("/dokumen-evaluasi?tahun=2026&periode={period}");
        let mut wiryo = Site::of(&stage).log_in("wiryo").await;
        let page = wiryo.visit(&list).await;
        page.assert_says("1 dokumen, 3 langkah terlambat");
        page.assert_says(stage.name("budi")).assert_says("Ditandatangani penilai");
        page.assert_says("Ditandatangani pegawai").assert_says("Dilaporkan kepada Pejabat yang Berwenang");
        page.assert_says("Bab V.A").assert_selector(&format!("a[href='{objection}']"));
        wiryo.visit(&format!("/hasil/{result}")).await;
        let report = "form[action$='/lapor']";
        let page = wiryo.press(report, "Catat laporan", &[("reported_on", "2026-08-01")]).await;
        page.assert_status(422).assert_says("Tanggal laporan ada di antara");
        wiryo.press(report, "Catat laporan", &[("reported_on", "2026-07-03")]).await.assert_says("3 Juli 2026");
        wiryo.visit(&list).await.assert_says("1 dokumen, 2 langkah terlambat");
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&list).await.assert_status(403);
        ratna.visit(&format!("/hasil/{result}")).await.assert_says("Dilaporkan 3 Juli 2026").assert_no_selector(report);
    })
    .await;
}
