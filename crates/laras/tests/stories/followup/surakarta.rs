//! Surakarta's whole way: a weak skill is found, a programme is recommended with its reason, somebody decides, the skill is built,
//! and the year after tells whether it grew.

use super::{closed, judged, year};
use crate::{EXPECTED, open};
use actions::feedback::{
    give::give,
    offer::{Offer, offer},
};
use domain::{
    evaluation::Rhythm,
    feedback::{Words, during::Source},
    plan::Line,
};
use testkit::for_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn surakarta_from_a_weak_skill_to_its_effect() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        let said = Offer {
            to: stage.employee("ratna"),
            ask: None,
            on: Line::Whole,
            topic: "Rapat dengan warga".into(),
            source: Some(Source::Setingkat),
            good: String::new(),
            improve: "Komunikasi lisan dengan warga perlu lebih tenang.".into(),
        };
        offer(&stage.as_("tono"), said).await.expect("a remark");
        let (period, result) = year(&stage, "ratna", EXPECTED, 3, &[("komunikasi", 2)]).await;
        let words = Words {
            good: "Jawaban tertulis rapi dan lebih awal dari tenggat.".into(),
            improve: "Komunikasi lisan masih membuat warga bertanya ulang.".into(),
            advice: "Pimpin rapat mingguan bersama Budi mulai Februari.".into(),
        };
        give(&stage.as_("sari"), result, words).await.expect("feedback");
        closed(&stage, period, "2027-01-18 09:00").await;
        let next = stage.plan_of("ratna").await;

        // The proposal with its reason: for herself, her rater, the office.
        let mut ratna = open(&stage, "ratna").await;
        let to = ratna.visit("/tindak-lanjut/saya").await.assert_says("Keterampilan komunikasi").link("Pelatihan");
        let page = ratna.visit(&to).await;
        page.assert_says("Menunggu putusan").assert_says("tingkat “Keterampilan komunikasi” 2");
        page.assert_no_selector("form[action$='/putusan']");
        let mut sari = open(&stage, "sari").await;
        sari.visit("/").await.assert_says("Putuskan tindak lanjut tim Anda: 1 usulan");
        sari.visit("/tindak-lanjut?tahun=2026").await.assert_says("Ratna");
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/tindak-lanjut?tahun=2026").await.assert_says("1 usulan").assert_says("Ratna");
        wiryo.visit("/tindak-lanjut?tahun=2026&jenis=promotion").await.assert_says("0 usulan");
        sari.visit(&to).await;
        let page = sari.submit("form[action$='/putusan']", &[("accepted", "ya"), ("reason", "Ya")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#reason']");
        let why = [("accepted", "ya"), ("reason", "Ratna akan lebih sering menemui warga tahun ini.")];
        let to = sari.submit("form[action$='/putusan']", &why).await.assert_says("Diterima").link("Pilih pelatihan");

        // The catalogue is filled, and the recommendation names its reason.
        wiryo.visit("/pelatihan/baru").await;
        let fields = [
            ("code", "KOM-1"),
            ("name", "Komunikasi publik"),
            ("kind", "teknis"),
            ("provider", "Balai Pelatihan"),
            ("hours", "16"),
            ("cost", "1.500.000"),
            ("capacity", "20"),
        ];
        let page = wiryo.submit("main form.form", &[("code", "KOM-1"), ("builds.komunikasi", "3")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#kind']");
        wiryo.submit("main form.form", &fields).await.assert_says("Program tersimpan").assert_says("sampai 3");
        let dates = [("from", "2027-03-01"), ("until", "2027-03-02"), ("place", "Aula")];
        let session = wiryo.submit("form[action$='/jadwal']", &dates).await.assert_says("Jadwal tersimpan").url.clone();
        let page = sari.visit(&to).await;
        page.assert_says("Keterampilan komunikasi: 2 dari 3").assert_says("2 umpan balik menyebut");
        page.assert_says("Komunikasi publik").assert_says("Mencapai tingkat yang diminta").assert_says("Mentor");
        let to = page.link("Usulkan nama");
        // The office may not read feedback, and is not told what it mentions.
        let advice = format!("/pelatihan/saran/{}", stage.employee("ratna"));
        assert!(!wiryo.visit(&advice).await.said().contains("umpan balik menyebut"));
        sari.visit(&to).await;
        let why = [("why", "Komunikasi 2 dari 3, dan dua umpan balik menyebutnya.")];
        sari.submit("form[action$='/usulan']", &why)
            .await
            .assert_says("Usulan terkirim")
            .assert_says("Menunggu kepegawaian");
        let page = wiryo.visit("/").await;
        page.assert_says("Tentukan peserta Komunikasi publik: 1 nama");
        wiryo.visit(&session).await;
        wiryo.submit("form[action$='/penerimaan']", &[("word", "ya")]).await.assert_says("Diterima");
        stage.at("2027-03-03 09:00");
        let (mut wiryo, mut ratna) = (open(&stage, "wiryo").await, open(&stage, "ratna").await);
        let page = wiryo.visit(&session).await.clone();
        let field = page.attr("form[action$='/kehadiran'] input[type=radio]", "name").expect("who was there");
        wiryo.submit("form[action$='/kehadiran']", &[(&field, "hadir")]).await.assert_says("1 orang hadir");
        ratna
            .visit("/pelatihan/saya")
            .await
            .assert_says("16 dari sedikitnya 20 JP: kurang 4 JP")
            .assert_says("Dihitung");

        // A year later the skill is what it should be; of one person alone nothing is said.
        let period = stage.period(Rhythm::Tahunan, 1).await;
        judged(&stage, "ratna", (period, next), EXPECTED, 3, &[]).await;
        closed(&stage, period, "2028-01-18 09:00").await;
        let (mut wiryo, mut ratna) = (open(&stage, "wiryo").await, open(&stage, "ratna").await);
        let page = ratna.visit("/pengembangan").await;
        page.assert_says("Keterampilan komunikasi").assert_says("Tercapai");
        let to = wiryo.visit("/pelatihan").await.link("Komunikasi publik");
        let page = wiryo.visit(&to).await;
        page.assert_says("Dampak").assert_says("Terlalu sedikit orang").assert_says("bukan bukti sebab-akibat");
        assert!(!ratna.visit(&to).await.said().contains("Dampak"), "not everybody's business");
        let page = wiryo.visit("/pelatihan/ekspor/siasn-2027.json").await;
        let json: serde_json::Value = serde_json::from_slice(&page.bytes).expect("JSON");
        assert_eq!(json["kursus"][0]["namaKursus"], "Komunikasi publik");
        assert_eq!(json["kursus"][0]["tanggalKursus"], "01-03-2027");
        assert_eq!(json["kursus"][0]["nip"], "199403122019032008");
    })
    .await;
}
