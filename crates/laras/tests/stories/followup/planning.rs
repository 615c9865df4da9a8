//! Development plans: started from a result and its feedback in one go, agreed with the supervisor, reported on.

use super::{closed, program, year};
use crate::{EXPECTED, open};
use actions::feedback::give::give;
use domain::feedback::Words;
use testkit::for_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn r14_a_plan_is_started_from_the_feedback_in_one_go() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        let (period, result) = year(&stage, "ratna", EXPECTED, 3, &[("komunikasi", 2)]).await;
        let words = Words {
            good: "Jawaban tertulis rapi dan lebih awal dari tenggat.".into(),
            improve: "Komunikasi lisan masih membuat warga bertanya ulang.".into(),
            advice: "Pimpin rapat mingguan bersama Budi mulai Februari.".into(),
        };
        give(&stage.as_("sari"), result, words.clone()).await.expect("feedback");
        closed(&stage, period, "2027-01-18 09:00").await;
        program(&stage, "KOM-1", "2027-03-01", "2027-03-02").await;
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/hasil").await;
        let page = ratna.submit("form[action='/pengembangan/mulai']", &[]).await;
        page.assert_says("Rencana sudah dimulai");
        assert_eq!(page.text("#strengths"), words.good);
        let form = page.form("form[data-draft^='pengembangan']", Some("Simpan dan ajukan"));
        let value = |name: &str| {
            let found = form.fields.iter().find(|(field, _)| field == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        assert_eq!(value("gap.0.focus"), words.improve);
        assert_eq!(
            (value("gap.1.source"), value("gap.1.focus")),
            ("kompetensi:komunikasi".into(), "Keterampilan komunikasi".into())
        );
        assert_eq!(value("step.0.doing"), words.advice);
        assert_eq!((value("step.1.doing"), value("step.1.hours")), ("Komunikasi KOM-1".into(), "16".into()));
        assert!(!value("step.1.session").is_empty());
        let link = page.url.split('#').next().unwrap_or_default().to_owned();

        // What is missing is told beside the field, and nothing is lost.
        let page =
            ratna.press("form[data-draft^='pengembangan']", "Simpan dan ajukan", &[("step.0.due", "2028-01-01")]).await;
        page.assert_status(422).assert_selector("a[href='#gap.0.goal']").assert_selector("a[href='#gap.1.goal']");
        page.assert_selector("a[href='#step.0.due']");
        let mended = [
            ("gap.0.goal", "Warga tidak bertanya ulang setelah penjelasan."),
            ("gap.1.focus", "Keterampilan komunikasi dengan warga"),
            ("gap.1.goal", "Penilaian komunikasi mencapai tingkat tiga."),
            ("step.0.due", "2027-06-30"),
        ];
        let page = ratna.press("form[data-draft^='pengembangan']", "Simpan dan ajukan", &mended).await;
        page.assert_says("diajukan kepada atasan").assert_says("Menunggu kata atasan");
        let plan = page.url.split('#').next().unwrap_or_default().to_owned();

        // The supervisor gives it back with words, then agrees.
        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/").await.link("Baca rencana pengembangan Ratna");
        sari.visit(&to).await.assert_says("Penilaian komunikasi mencapai");
        let page = sari.submit("form[action$='/kesepakatan']", &[("agreed", "tidak"), ("says", "Kurang")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#says']");
        let back = [("agreed", "tidak"), ("says", "Tambahkan siapa yang mendampingi.")];
        sari.submit("form[action$='/kesepakatan']", &back).await.assert_says("Dikembalikan");
        ratna.visit(&link).await;
        ratna.press("form[data-draft^='pengembangan']", "Simpan dan ajukan", &[("step.0.with", "Budi")]).await;
        sari.visit(&plan).await;
        sari.submit("form[action$='/kesepakatan']", &[("agreed", "ya")]).await.assert_says("Disepakati");

        // A report under a step; a day to come is refused.
        let page = ratna.visit(&plan).await;
        let step = page.attr("#step option:nth-child(2)", "value").expect("a step");
        let report = [("step", step.as_str()), ("on", "2027-02-01"), ("said", "Rapat Senin saya pimpin sendiri.")];
        ratna.submit("form[action$='/laporan']", &report).await.assert_selector(".errors a[href='#on']");
        let report = [("on", "2027-01-18"), ("done", "1")];
        ratna
            .submit("form[action$='/laporan']", &report)
            .await
            .assert_says("Laporan tersimpan")
            .assert_says("1 dari 2 langkah");
        // Those who have nothing to do with it learn nothing; the personnel office reads, and does not write.
        for stranger in ["budi", "tono", "hasan", "ika", "lina"] {
            assert_eq!(open(&stage, stranger).await.visit(&plan).await.status, 404, "{stranger}");
        }
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit(&plan).await.assert_status(200).assert_no_selector("form[action$='/kesepakatan']");
        assert_ne!(wiryo.visit(&link).await.status, 200);
        // Started again it is the same plan.
        ratna.visit("/hasil").await;
        let page = ratna.submit("form[action='/pengembangan/mulai']", &[]).await;
        assert!(page.url.starts_with(&link), "{}", page.url);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r14_two_who_write_at_once_lose_nothing() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        stage.plan_of("ratna").await;
        let (mut one, mut other) = (open(&stage, "ratna").await, open(&stage, "ratna").await);
        one.visit("/pengembangan").await.assert_says("Belum ada rencana tahun ini").assert_says("Belum dinilai");
        let page = one.submit("form[action='/pengembangan/mulai']", &[]).await;
        let link = page.url.split('#').next().unwrap_or_default().to_owned();
        other.visit(&link).await;
        one.press("form[data-draft^='pengembangan']", "Simpan saja", &[("strengths", "Menulis dengan jelas.")]).await;
        stage.minutes(1);
        let typed = [("strengths", "Mendengarkan dengan sabar.")];
        let page = other.press("form[data-draft^='pengembangan']", "Simpan saja", &typed).await;
        page.assert_status(409).assert_says("Menulis dengan jelas").assert_says("Mendengarkan dengan sabar");
    })
    .await;
}
