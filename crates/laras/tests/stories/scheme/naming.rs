//! R8: raters beside the reporting line are proposed, agreed to or not, drawn by lot, and decline; a conflict of interest is refused
//! with the rule.

use super::{says, sheet, year_of};
use crate::{open, stage_of};
use actions::{
    Policies,
    scheme::{
        draw::draw,
        nominate::{Name, nominate},
        see_raters::see_raters,
    },
};
use domain::{
    decision::Refusal,
    evaluation::Rhythm,
    scheme::{Role, nomination::State},
};
use std::sync::Arc;
use testkit::{Stage, for_each_engine, policies};

#[tokio::test(flavor = "multi_thread")]
async fn r8_peers_are_proposed_agreed_to_and_may_decline() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let raters = format!("{}/penilai", sheet(period, skp));
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(&raters).await;
        page.assert_says("3 sampai 5 orang").assert_says("Diusulkan pegawai, disetujui atasan");
        let budi = stage.employee("budi").to_string();
        ratna.submit("#usul-rekan", &[("pegawai.rekan", &budi)]).await.assert_says("menunggu persetujuan");
        for key in ["tono", "wiryo"] {
            ratna.submit("#usul-rekan", &[("nama.rekan", stage.name(key))]).await.assert_says("Nama sudah dicatat");
        }
        // Taken back before anybody agreed.
        ratna.visit(&raters).await;
        let named = see_raters(&stage.as_("ratna"), period, skp).await.expect("hers").named;
        let wiryo = named.iter().find(|(_, name)| name == stage.name("wiryo")).expect("named").0.id;
        ratna.submit(&format!("form[action$='/{wiryo}/cabut']"), &[]).await.assert_says("Nama sudah ditarik");

        let mut sari = open(&stage, "sari").await;
        sari.visit("/pemberitahuan").await.assert_says("mengusulkan penilai");
        sari.visit(&raters).await;
        let one = named.iter().find(|(_, name)| name == stage.name("budi")).expect("named").0.id;
        let other = named.iter().find(|(_, name)| name == stage.name("tono")).expect("named").0.id;
        sari.submit(&format!("form[action$='/{one}/setuju']"), &[]).await.assert_says("Disetujui");
        let refusing = format!("form[action$='/{other}/tolak']");
        let page = sari.submit(&refusing, &[]).await;
        page.assert_status(422).assert_says("Tulis alasannya");
        let note = format!("note.{other}");
        sari.submit(&refusing, &[(&note, "Jarang bekerja bersama Ratna.")]).await.assert_says("Tidak disetujui");
        let page = ratna.visit(&raters).await;
        page.assert_says("Jarang bekerja bersama Ratna.").assert_says("tidak jadi");
        // What was agreed to stays while the period is open: nobody finds out by trying.
        page.assert_no_selector(&format!("form[action$='/{one}/cabut']"));

        // Budi says that he cannot; the reason reaches both.
        let mut peer = open(&stage, "budi").await;
        peer.visit(&sheet(period, skp)).await.assert_says("Nama Anda tidak tampil");
        let page = peer.submit("form[action$='/tolak']", &[]).await;
        page.assert_status(422).assert_says("Tulis alasannya");
        peer.submit("form[action$='/tolak']", &[("note", "Ratna sepupu saya.")]).await.assert_says("Terima kasih");
        assert_eq!(peer.visit(&sheet(period, skp)).await.status, 404, "nothing is asked of him any more");
        for key in ["ratna", "sari"] {
            let mut site = open(&stage, key).await;
            site.visit("/pemberitahuan").await.assert_says("tidak dapat menilai");
            site.visit(&raters).await.assert_says("Ratna sepupu saya.");
        }
        // Nobody else looks after it.
        for key in ["tono", "hasan", "wiryo", "joko", "lina"] {
            assert_eq!(open(&stage, key).await.visit(&raters).await.status, 404, "{key}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_a_conflict_of_interest_is_refused_with_the_rule() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&format!("{}/penilai", sheet(period, skp))).await;
        for (key, family, says) in [
            ("sari", false, "Atasan dan bawahan tidak menilai sebagai rekan kerja."),
            ("dedi", false, "Atasan dan bawahan tidak menilai sebagai rekan kerja."),
            ("ratna", false, "Yang mengisi penilaian diri adalah pegawai sendiri"),
            ("budi", true, "Anggota keluarga tidak menilai"),
        ] {
            let mut fields = vec![("nama.rekan", stage.name(key))];
            if family {
                fields.push(("keluarga.rekan", "1"));
            }
            let page = ratna.submit("#usul-rekan", &fields).await;
            page.assert_status(409).assert_says(says).assert_selector(".errors .cite");
            page.assert_says("Pilih orang lain, atau tanyakan kepada unit kepegawaian.");
            assert_eq!(page.attr("input[name='nama.rekan']", "value").as_deref(), Some(stage.name(key)), "as typed");
        }
        // Somebody new has not worked with her for three months.
        stage.at("2026-12-20 09:00");
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&format!("{}/penilai", sheet(period, skp))).await;
        let nobody = ratna.submit("#usul-rekan", &[("nama.rekan", "Siapa Saja")]).await;
        nobody.assert_status(422);
        let page = ratna.submit("#usul-rekan", &[("nama.rekan", ""), ("pegawai.rekan", "")]).await;
        page.assert_status(422).assert_says("Pilih orangnya, atau tulis namanya");
        // A role the scheme does not name: by hand, past the page.
        let name = Name { rater: stage.employee("budi"), role: Role::Bawahan, family: false };
        let refused = nominate(&stage.as_("ratna"), period, skp, name).await;
        let refused = format!("{:?}", refused.expect_err("no such role"));
        assert!(refused.contains("scheme-nominate-no-such-role") && refused.contains("cite: Some"), "{refused}");
        assert!(see_raters(&stage.as_("ratna"), period, skp).await.expect("hers").named.is_empty());
    })
    .await;
}

/// The rules of Plaju with peers drawn by lot.
fn drawn() -> Arc<Policies> {
    let files = policies::files().into_iter().map(|(path, text)| {
        let text = if path == "schemes/plaju/scheme.toml" {
            text.replace("nominated = \"employee\"", "nominated = \"drawn\"")
        } else {
            text
        };
        (path, text)
    });
    Arc::new(Policies::load(files.collect()).unwrap_or_else(|_| panic!("the rules of Plaju with a lot")))
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_peers_may_be_drawn_by_lot() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "plaju", drawn()).await;
        let (few, many) = (stage.plan_of("ratna").await, stage.plan_of("ika").await);
        let period = stage.period(Rhythm::Tahunan, 1).await;
        // Nobody names: the lot does.
        let mut ika = open(&stage, "ika").await;
        ika.visit(&format!("{}/penilai", sheet(period, many))).await.assert_no_selector("#usul-rekan");
        let mut sari = open(&stage, "sari").await;
        let mut dedi = open(&stage, "dedi").await;
        dedi.visit("/").await.assert_says("Tentukan penilai untuk Ika");
        // Ratna's unit has one peer only; the promise could not be kept.
        sari.visit(&format!("{}/penilai", sheet(period, few))).await;
        let page = sari.submit("form[action$='/undi']", &[]).await;
        page.assert_status(409).assert_says("Hanya 1 orang dapat diundi; skema meminta sedikitnya 3.");
        // Ika works beside Sari, Hasan, Wiryo and Joko.
        dedi.visit(&format!("{}/penilai", sheet(period, many))).await;
        dedi.submit("form[action$='/undi']", &[]).await.assert_says("Undian selesai");
        let named = see_raters(&stage.as_("dedi"), period, many).await.expect("his to see").named;
        assert_eq!(named.len(), 4);
        assert!(named.iter().all(|(n, _)| n.state == State::Agreed && n.rater != stage.employee("ika")));
        let again = draw(&stage.as_("dedi"), period, many, Role::Rekan).await;
        assert!(
            matches!(again, Err(actions::Failure::Refused(Refusal::Rule(b))) if b.says.key == "scheme-drawn-already")
        );
        assert!(draw(&stage.as_("ika"), period, many, Role::Rekan).await.is_err(), "nobody draws for themselves");
        says(&stage, "hasan", &sheet(period, many), "3", &[], "").await;
    })
    .await;
}
