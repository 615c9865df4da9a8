//! Schemes with a result of their own: Wanggar (two weak years lead to mentoring), Cipocokjaya, Surakarta. Expected numbers are
//! worked out by hand from `policies/schemes`.

use super::{says, sheet, signed, year_of};
use crate::{EXPECTED, open, stage_of};
use actions::{
    evaluation::{evaluate::evaluate, manage_period, see},
    job::{self, Task, result::Recomputed},
};
use domain::assessment::Rating;
use testkit::for_each_engine;

/// Wanggar, R2, R12, R16: the supervisor looks at service, discipline and innovation; below average and below expectation two
/// years in a row, mentoring is proposed, and nobody is punished by it.
#[tokio::test(flavor = "multi_thread")]
async fn wanggar_two_weak_years_lead_to_mentoring() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        let mut results = Vec::new();
        for (year, closing) in [(2026, "2027-01-11 09:00"), (2027, "2028-01-11 09:00")] {
            assert_eq!(stage.year(), year);
            let budi = stage.plan_of("budi").await;
            let (period, ratna) = year_of(&stage, "ratna").await;
            open(&stage, "ratna").await.visit("/kriteria").await.assert_says("Tidak ada yang perlu diisi");
            let page = open(&stage, "sari").await.visit("/").await.clone();
            page.assert_says("Isi kriteria tim Anda: 2 orang");
            // 2 everywhere: 0,50 x 2 + 0,25 x 2 + 0,25 x 2 = 2,00; 4 everywhere: 4,00; the mean of both is 3,00.
            says(&stage, "sari", &sheet(period, ratna), "2", &[], "Terlihat di loket.").await;
            says(&stage, "sari", &sheet(period, budi), "4", &[], "Terlihat di loket.").await;
            results.push(signed(&stage, "ratna", period, ratna, EXPECTED).await);
            signed(&stage, "budi", period, budi, EXPECTED).await;
            stage.at(closing);
            manage_period::close(&stage.as_("wiryo"), period).await.expect("complete");
        }
        let mut ratna = open(&stage, "ratna").await;
        let first = ratna.visit(&format!("/hasil/{}", results[0])).await;
        first
            .assert_says("Predikat kinerja: Baik")
            .assert_says("Hasil skema: Di bawah harapan")
            .assert_says("Angkanya 2.");
        first.assert_says("Kualitas pelayanan").assert_says("Pejabat Penilai 2 (1 jawaban)");
        first.assert_says("Pembinaan dan kesempatan memperbaiki diri.");
        let follows = first.texts("section[aria-labelledby='tindak-lanjut'] ul.rows > li > strong");
        assert_eq!(follows, ["Bimbingan kinerja"], "of the year before nothing is known, so nobody says mentoring");
        // Unmeasured is unknown, never zero.
        first.assert_says("Kecepatan menjawab permintaan informasi: belum diketahui; tidak dihitung sebagai nol.");
        let second = ratna.visit(&format!("/hasil/{}", results[1])).await;
        let follows = second.texts("section[aria-labelledby='tindak-lanjut'] ul.rows > li > strong");
        assert_eq!(follows, ["Mentoring", "Bimbingan kinerja"]);
        second.assert_says("2026: hasil skema 2; aturannya di bawah 3.").assert_says("Yang memutuskan tetap orang");
    })
    .await;
}

/// Cipocokjaya, R8, R11: self and supervisor, 20 and 80; the employee reads everything line by line.
#[tokio::test(flavor = "multi_thread")]
async fn cipocokjaya_self_and_supervisor_are_joined() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "cipocokjaya").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let place = sheet(period, skp);
        let early = open(&stage, "sari").await.visit(&place).await.clone();
        early.assert_says("Belum dapat dinilai").assert_says("Giliran ini menunggu: Pegawai sendiri");
        early.assert_no_selector("form[data-draft]");
        says(&stage, "ratna", &place, "4", &[], "Saya menyiapkan contoh jawaban.").await;
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit("/").await;
        page.assert_says("sudah mengisi kriteria dirinya").assert_says("Isi kriteria tim Anda: 1 orang");
        sari.visit(&place).await.assert_says("Saya menyiapkan contoh jawaban.");
        // The scheme asks its supervisors to be trained (R24).
        stage.certified("sari").await;
        let mut sari = says(&stage, "sari", &place, "3", &[], "Sesuai laporan bulanan.").await;
        // The desk says that nothing is missing, and the result follows: 0,2 x 4 + 0,8 x 3 = 3,20 in every criterion.
        let desk = sari.visit(&format!("/penilaian/{period}/{skp}")).await;
        desk.assert_says("Kriteria menurut skema instansi");
        let result = signed(&stage, "ratna", period, skp, EXPECTED).await;
        let mut ratna = open(&stage, "ratna").await;
        let to = ratna.visit("/hasil").await.link("Evaluasi tahunan");
        assert_eq!(to, format!("/hasil/{result}"));
        let page = ratna.visit(&to).await;
        page.assert_says("Hasil skema: Sesuai harapan").assert_says("Angkanya 3,2.");
        page.assert_says("Pegawai sendiri: rata-rata 4 dari 1 jawaban, bobot 20 %.");
        page.assert_says("Pejabat Penilai: rata-rata 3 dari 1 jawaban, bobot 80 %.");
        page.assert_says("Kepatuhan pada aturan dan tenggat: 3,2 dari 5.");
        page.assert_says("berdampingan dengan predikat menurut peraturan");
        let to = page.link("Lembar kriteria");
        ratna.visit(&to).await.assert_says("Sesuai laporan bulanan.").assert_says("sudah ditetapkan");
    })
    .await;
}

/// Surakarta, R10, R17, R19, R23: the employee first; the supervisor; the supervisor's superior reads and signs; the weakest
/// dimension decides; a weak skill becomes an offer of training, a strong one of a programme.
#[tokio::test(flavor = "multi_thread")]
async fn surakarta_the_weakest_decides_and_the_next_level_reads() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "surakarta").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let place = sheet(period, skp);
        open(&stage, "sari").await.visit(&place).await.assert_says("Giliran ini menunggu: Pegawai sendiri");
        says(&stage, "ratna", &place, "3", &[], "Menurut saya sudah sesuai.").await;
        // Nothing to sign yet for the next level.
        let mut dedi = open(&stage, "dedi").await;
        dedi.visit(&place).await.assert_no_selector("form[action$='/tanda-tangan']");
        let levels = [("mutu", "4"), ("komunikasi", "2"), ("teknologi", "4"), ("etika", "4"), ("kolaborasi", "4")];
        says(&stage, "sari", &place, "3", &levels, "Pesan kepada pemohon beberapa kali disalahpahami.").await;
        let page = dedi.visit("/").await;
        page.assert_says("Baca dan tandatangani lembar penilai: 1 orang");
        let page = dedi.visit(&place).await;
        page.assert_says("beberapa kali disalahpahami").assert_says("Menurut saya sudah sesuai.");
        page.assert_no_selector("form[data-draft]");
        dedi.submit("form[action$='/tanda-tangan']", &[]).await.assert_says("sudah ditandatangani");
        dedi.visit(&place).await.assert_no_selector("form[action$='/tanda-tangan']");
        let mut sari = open(&stage, "sari").await;
        sari.visit("/pemberitahuan").await.assert_says("sudah membaca dan menandatangani lembar Anda");
        // hasil (3 + 4)/2 = 3,50; proses (2 + 3 + 4)/3 = 3,00; perilaku 4,00.
        let result = signed(&stage, "ratna", period, skp, (Rating::Diatas, Rating::Diatas)).await;
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(&format!("/hasil/{result}")).await;
        page.assert_says("Predikat kinerja: Sangat baik")
            .assert_says("Hasil skema: Sesuai harapan")
            .assert_says("Angkanya 3.");
        page.assert_says("Dimensi yang paling lemah menentukan").assert_says("membaca dan menandatangani pada");
        let follows = page.texts("section[aria-labelledby='tindak-lanjut'] ul.rows > li > strong");
        assert_eq!(follows, ["Pelatihan", "Pengembangan potensi", "Pelatihan"], "by the scheme twice, by law once");
        page.assert_says("tingkat “Keterampilan komunikasi” 2; aturannya paling tinggi 2.");
    })
    .await;
}

/// The law goes first: nobody signs in time without having spoken, but time that is over holds nothing up, and the reasons say
/// what is missing; the closing of a period does the same as a signature.
#[tokio::test(flavor = "multi_thread")]
async fn a_scheme_never_holds_up_the_law() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "surakarta").await;
        let budi = stage.plan_of("budi").await;
        let (period, ratna) = year_of(&stage, "ratna").await;
        stage.self_assess_by_law("ratna", period, ratna).await;
        stage.self_assess_by_law("budi", period, budi).await;
        stage.minutes(5);
        stage.rate_by_law("sari", period, ratna, EXPECTED).await;
        stage.rate_by_law("sari", period, budi, EXPECTED).await;
        let mut sari = open(&stage, "sari").await;
        let desk = format!("/penilaian/{period}/{ratna}");
        sari.visit(&desk).await.assert_says("Lembar kriteria dari Pejabat Penilai belum dikirim");
        let page = sari.submit("form[action$='/tetapkan']", &[]).await;
        page.assert_status(409).assert_says("belum dikirim").assert_says("Isi dan kirim lembar kriteria");
        page.assert_selector(".errors .cite");
        // Once the time of the law is over, the superior signs in the rater's place, with what there is.
        stage.at("2027-02-15 09:00");
        let result = evaluate(&stage.as_("dedi"), period, ratna, String::new()).await.expect("the law goes first");
        let mut site = open(&stage, "ratna").await;
        let page = site.visit(&format!("/hasil/{result}")).await;
        page.assert_says("Predikat kinerja: Baik").assert_says("Hasil skema belum dapat dihitung");
        page.assert_says("Hasil skema tidak ada.")
            .assert_says("Pejabat Penilai baru memberi 0 dari sedikitnya 1 jawaban");
        // The closing by the office concludes the other in the same words.
        job::ask(&stage.as_("wiryo"), Task::Close { period }).await.expect("everybody is rated");
        stage.work_off().await;
        let of = |key: &'static str| {
            let me = stage.as_(key);
            async move { see::of(&me, me.me()).await.expect("results").remove(0).evaluation }
        };
        let (signed, closed) = (of("ratna").await, of("budi").await);
        assert_eq!((signed.scheme, signed.predikat), (closed.scheme, closed.predikat));
        assert_eq!(signed.because.from.last(), closed.because.from.last(), "one function says why");
        let again = job::ask(&stage.as_("wiryo"), Task::Recompute { period }).await.expect("asked for");
        stage.work_off().await;
        let again = job::see(&stage.as_("wiryo"), again).await.expect("the job").job;
        let again: Recomputed = serde_json::from_str(&again.result_json).expect("what came out");
        assert_eq!((again.same, again.differ), (2, 0), "{:?}", again.different.first());
    })
    .await;
}
