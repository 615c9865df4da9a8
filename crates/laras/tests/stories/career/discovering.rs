//! Surakarta, R19: skill nobody asked for is seen in many people, without names; they are asked; a programme is proposed.

use crate::{open, stage_of};
use actions::feedback::offer::{Offer, offer};
use domain::{feedback::during::Source, plan::Line};
use testkit::{Stage, for_each_engine};

const GOOD: &str = "Membuat aplikasi antrean sederhana yang dipakai di loket.";
const PEOPLE: [&str; 6] = ["ratna", "budi", "wiryo", "ika", "joko", "sari"];

/// A colleague praises something about each of them; Tono's post is about computers anyway.
async fn praised(stage: &Stage) {
    for key in PEOPLE.into_iter().chain(["tono"]) {
        let by = if key == "tono" { "sari" } else { "hasan" };
        let remark = Offer {
            to: stage.employee(key),
            ask: None,
            on: Line::Whole,
            topic: "Antrean".into(),
            source: Some(Source::Setingkat),
            good: GOOD.into(),
            improve: String::new(),
        };
        offer(&stage.as_(by), remark).await.unwrap_or_else(|failure| panic!("{by} praises {key}: {failure}"));
        stage.minutes(1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r19_hidden_skill_becomes_a_programme_and_people_are_asked_first() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "surakarta").await;
        stage.at("2026-03-02 09:00");
        praised(&stage).await;
        let mut wiryo = open(&stage, "wiryo").await;
        let page = wiryo.visit("/talenta/keterampilan").await;
        page.assert_says("6 orang di Dinas Komunikasi dan Informatika menunjukkan keterampilan di luar jabatannya");
        page.assert_says("0 bersedia disebut, 6 belum ditanya").assert_says("Belum ada.");
        assert_eq!(
            page.texts("article.card").len(),
            1,
            "the agency above says nothing more; smaller units are too small"
        );
        for key in PEOPLE {
            let name = stage.name(key);
            assert!(!page.text("main").contains(name) || key == "wiryo", "{name} is not named before being asked");
        }
        // Nobody has agreed: there is nobody to propose a programme to.
        let to = page.link("Usulkan program");
        wiryo.visit(&to).await;
        wiryo.submit("main form", &[]).await.assert_status(422).assert_says("Tanyai pegawainya lebih dahulu");
        wiryo.visit("/talenta/keterampilan").await;
        wiryo.press("form[action$='/tanya']", "Tanyai mereka", &[]).await.assert_says("6 orang ditanya");

        // They answer: three agree, one does not and is not counted any more.
        for (key, form) in [("ratna", 1), ("budi", 1), ("ika", 1), ("joko", 2)] {
            let mut site = open(&stage, key).await;
            let to = site.visit("/").await.link("Jawab apakah nama Anda boleh disebut");
            site.visit(&to).await.assert_says("Terlihat dari: umpan balik");
            site.submit(&format!("article .actions form:nth-of-type({form})"), &[])
                .await
                .assert_says("Jawaban Anda tersimpan");
        }
        let page = wiryo.visit("/talenta/keterampilan").await;
        page.assert_says("5 orang di Dinas").assert_says("3 bersedia disebut").assert_says("Ratna").assert_says("Ika");
        let named = page.text("section[aria-labelledby='orang']");
        assert!(!named.contains("Joko") && !named.contains("Sari"), "{named}");

        // Two clicks: the form is filled from the cluster.
        let to = page.link("Usulkan program");
        let page = wiryo.visit(&to).await;
        page.assert_says("Ditawarkan kepada 3 orang");
        assert!(page.attr("#name", "value").is_some_and(|name| name.contains("Teknologi informasi")));
        wiryo.submit("main form", &[]).await.assert_says("Program diusulkan").assert_says("3 orang");
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/pemberitahuan").await.assert_says("Anda ditawari program");
        let mut joko = open(&stage, "joko").await;
        assert!(!joko.visit("/pemberitahuan").await.said().contains("ditawari program"));

        // Her own word stands beside it, hers alone until she shares it; wrong input loses nothing.
        ratna.visit("/keterampilan-saya").await;
        let fields = [("field", "data"), ("level", "9"), ("proof", "Rekap")];
        let page = ratna.submit("form[action='/keterampilan-saya']", &fields).await;
        page.assert_status(422).assert_selector("#level-error").assert_selector("#proof-error").assert_says("Rekap");
        let fields = [("field", "data"), ("level", "4"), ("proof", "Menyusun rekap bulanan dengan tabel pivot.")];
        ratna.submit("form[action='/keterampilan-saya']", &fields).await.assert_says("Hanya Anda yang melihat");
        assert!(!wiryo.visit("/talenta/keterampilan?cari=pivot").await.said().contains("tabel pivot"));
        let fields = [fields[0], fields[1], fields[2], ("shared", "1")];
        ratna.submit("form[action='/keterampilan-saya']", &fields).await.assert_says("Boleh ditemukan");
        wiryo.visit("/talenta/keterampilan?cari=pivot").await.assert_says("tabel pivot").assert_says("tingkat 4");
        ratna.visit("/keterampilan-saya").await;
        ratna.press("form[action$='/hapus']", "Hapus Pengolahan data", &[]).await.assert_says("dihapus dari daftar");
        assert!(!wiryo.visit("/talenta/keterampilan?cari=pivot").await.said().contains("tabel pivot"));
        for reader in ["sari", "tono", "lina"] {
            assert_eq!(open(&stage, reader).await.visit("/talenta/keterampilan").await.status, 403, "{reader}");
        }
    })
    .await;
}
