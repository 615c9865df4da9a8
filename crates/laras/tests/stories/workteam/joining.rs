//! A team is set up, people are proposed, their raters answer.

use super::{NAME, REASON, team};
use crate::open;
use actions::{Failure, workteam::member::decide};
use domain::decision::Refusal;
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r4_a_team_across_units_asks_each_rater_first() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let mut wiryo = open(&stage, "wiryo").await;
        let to = wiryo.visit("/tim-kerja").await.assert_says("Belum ada tim kerja").link("Bentuk tim kerja");
        wiryo.visit(&to).await;
        let unit = stage.unit("DINAS").to_string();
        let mut fields = vec![
            ("name", NAME),
            ("purpose", "Kerja"),
            ("unit", unit.as_str()),
            ("until", "2026-01-01"),
            ("leader", "Nobody"),
        ];
        let page = wiryo.submit("main form", &fields).await;
        page.assert_status(422)
            .assert_selector(".errors a[href='#purpose']")
            .assert_selector(".errors a[href='#until']");
        assert_eq!(page.attr("#name", "value").as_deref(), Some(NAME), "nothing typed is lost");
        fields[1].1 = "Satu pintu bagi warga yang meminta informasi.";
        fields[3].1 = "2026-11-30";
        wiryo.submit("main form", &fields).await.assert_selector(".errors a[href='#leader']");
        fields[4].1 = "Tono";
        let page = wiryo.submit("main form", &fields).await;
        page.assert_says("sudah dibentuk").assert_says("Menunggu penilai").assert_says("belum ada");
        let team = page.url.split('#').next().unwrap_or_default().to_owned();

        // Tono's rater is asked on the first page; Tono reads the team meanwhile, and leads nothing yet.
        let mut tono = open(&stage, "tono").await;
        tono.visit(&team).await.assert_says("Menunggu penilai").assert_no_selector("a[href$='/anggota']");
        let mut hasan = open(&stage, "hasan").await;
        let to = hasan.visit("/").await.link("Jawab usulan Tono");
        hasan.visit(&to).await.assert_says("Timbang kemampuan").assert_says("Bab II.A Tahap 5.f");
        hasan.submit("main form", &[]).await.assert_selector(".errors a[href='#word']");
        hasan.submit("main form", &[("word", "setuju")]).await.assert_says("sudah tercatat");
        assert!(!hasan.visit("/").await.said().contains("Jawab usulan"), "answered once");
        tono.visit(&team).await.assert_says("Disetujui penilai").assert_selector("a[href$='/anggota']");

        // The leader proposes Ratna, then Budi; Sari rates both and says no to the first.
        tono.visit(&format!("{team}/anggota")).await;
        let page = tono.submit("main form", &[("member", "Ratna"), ("share", "140")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#share']");
        tono.submit("main form", &[("share", "40")]).await.assert_says("Usulan tercatat");
        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/tim-kerja").await.assert_says("Menunggu persetujuan Anda").link("Ratna");
        sari.visit(&to).await;
        let page = sari.submit("main form", &[("word", "tolak"), ("reason", "Sibuk")]).await;
        page.assert_selector(".errors a[href='#reason']");
        sari.submit("main form", &[("word", "tolak"), ("reason", REASON)]).await.assert_says("sudah tercatat");
        tono.visit(&team).await.assert_says("Tidak disetujui").assert_says(REASON);
        let mut ratna = open(&stage, "ratna").await;
        assert_eq!(ratna.visit(&team).await.status, 404, "nothing to do with it");
        ratna.visit("/").await.assert_says("belum disetujui penilainya");
        tono.visit(&format!("{team}/anggota")).await;
        tono.submit("main form", &[("member", "Budi"), ("work", "Menjaga arsip")]).await.assert_says("Usulan tercatat");
        tono.visit(&format!("{team}/anggota")).await;
        let page = tono.submit("main form", &[("member", "Budi"), ("work", "Lagi")]).await;
        page.assert_selector(".errors a[href='#member']");
        let to = sari.visit("/").await.link("Jawab usulan Budi");
        sari.visit(&to).await;
        sari.submit("main form", &[("word", "setuju")]).await.assert_says("sudah tercatat");
        let mut budi = open(&stage, "budi").await;
        budi.visit("/tim-kerja").await.assert_says(NAME).assert_says("Disetujui penilai");
        budi.visit(&team).await.assert_says("Menjaga arsip").assert_no_selector("a[href$='/anggota']");

        // A part ends, and the team with it.
        tono.visit(&team).await;
        tono.press("form[action$='/selesai']", "Akhiri tugas", &[]).await.assert_says("sudah diakhiri");
        wiryo.visit(&team).await;
        wiryo.press(&format!("form[action='{team}/selesai']"), "Akhiri tim", &[]).await.assert_says("Berakhir");
        let page = wiryo.visit(&format!("{team}/anggota")).await;
        assert_ne!(page.status, 500);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r4_only_those_concerned_set_up_change_and_read_a_team() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        let link = format!("/tim-kerja/{team}");
        // Members, their raters, the superior of these, the office, the auditor, whoever leads the unit or one above.
        for reader in ["tono", "ratna", "hasan", "sari", "dedi", "bupati", "wiryo", "joko"] {
            let mut site = open(&stage, reader).await;
            site.visit(&link).await.assert_status(200).assert_says(NAME);
        }
        for stranger in ["budi", "ika", "lina", "gani"] {
            let mut site = open(&stage, stranger).await;
            for below in ["", "/ubah", "/anggota", "/hasil", "/capaian"] {
                let page = site.visit(&format!("{link}{below}")).await;
                assert_eq!(page.status, 404, "{stranger} {below}");
            }
            assert!(!site.visit("/tim-kerja").await.said().contains(NAME), "{stranger}");
            assert!(!site.visit("/tim-kerja/ekspor/tim.csv").await.said().contains(NAME), "{stranger}");
        }
        // A member changes nothing; the head of a unit sets up teams of that unit and not of another.
        let mut ratna = open(&stage, "ratna").await;
        for below in ["/ubah", "/anggota", "/hasil", "/capaian"] {
            let page = ratna.visit(&format!("{link}{below}")).await;
            assert_eq!(page.status, 403, "{below}");
        }
        assert_eq!(ratna.visit("/tim-kerja/baru").await.status, 403);
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit("/tim-kerja/baru").await;
        page.assert_selector(&format!("option[value='{}']", stage.unit("IKP")));
        page.assert_no_selector(&format!("option[value='{}']", stage.unit("DINAS")))
            .assert_no_selector("option[value=semua]");
        let elsewhere = stage.unit("APTIKA").to_string();
        let fields = [("name", "Tim"), ("purpose", "Satu pintu bagi warga."), ("unit", elsewhere.as_str())];
        sari.submit("main form", &fields).await.assert_selector(".errors a[href='#unit']");
        let mut wiryo = open(&stage, "wiryo").await;
        let page = wiryo.visit("/tim-kerja/ekspor/tim.csv").await;
        let text = String::from_utf8_lossy(&page.bytes).into_owned();
        assert!(text.contains(NAME) && text.contains("Tono Wibisana"), "{text}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r4_two_who_change_a_team_at_once_lose_nothing() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let link = format!("/tim-kerja/{}/ubah", team(&stage).await);
        let (mut wiryo, mut dedi) = (open(&stage, "wiryo").await, open(&stage, "dedi").await);
        wiryo.visit(&link).await;
        dedi.visit(&link).await;
        wiryo.submit("main form", &[("name", "Tim satu pintu")]).await.assert_says("Perubahan tersimpan");
        stage.minutes(1);
        let page = dedi.submit("main form", &[("name", "Tim loket")]).await;
        page.assert_status(409).assert_says("Wiryo").assert_says("Tim satu pintu").assert_says("Tim loket");
    })
    .await;
}

/// Whoever rates somebody today is asked, not who did when they were proposed.
#[tokio::test(flavor = "multi_thread")]
async fn r4_a_proposal_goes_along_with_the_reporting_line() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        let mut tono = open(&stage, "tono").await;
        tono.visit(&format!("/tim-kerja/{team}/anggota")).await;
        tono.submit("main form", &[("member", "Budi"), ("work", "Menjaga arsip")]).await.assert_says("Usulan tercatat");
        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/").await.link("Jawab usulan Budi");
        stage.moved_to("budi", "hasan", Some("dedi"), "2026-02-09").await;
        stage.at("2026-02-09 09:00");
        // Sari rates Budi no longer: she is asked nothing, and an answer of hers from an old page does not count.
        let mut sari = open(&stage, "sari").await;
        assert!(!sari.visit("/").await.said().contains("Jawab usulan"));
        assert!(!sari.visit("/tim-kerja").await.said().contains("Menunggu persetujuan Anda"));
        sari.visit(&to).await.assert_no_selector("input[name='word']");
        let members = stage.as_("wiryo").read().workteam_members(&[team]).await.expect("the database");
        let asked = members.iter().find(|one| one.employee == stage.employee("budi")).expect("proposed").id;
        let outcome = decide(&stage.as_("sari"), team, asked, true, String::new()).await;
        assert!(matches!(outcome, Err(Failure::Refused(Refusal::Denied(_)))), "{outcome:?}");
        let mut hasan = open(&stage, "hasan").await;
        let to = hasan.visit("/").await.link("Jawab usulan Budi");
        hasan.visit(&to).await;
        hasan.submit("main form", &[("word", "setuju")]).await.assert_says("sudah tercatat");
        let mut tono = open(&stage, "tono").await;
        tono.visit(&format!("/tim-kerja/{team}")).await.assert_says("Menjaga arsip");
        let members = stage.as_("wiryo").read().workteam_members(&[team]).await.expect("the database");
        let budi = members.iter().find(|one| one.id == asked).expect("a member");
        assert_eq!(budi.rater, Some(stage.employee("hasan")), "whose word it was stays with it");
        assert!(budi.agreed());
    })
    .await;
}
