//! R24: words about people are looked at a second time where feedback and criteria are written: advice to the writer, seen by nobody
//! else, which holds nothing up.

use crate::{EXPECTED, open, stage_of};
use actions::scheme::{
    decide::decide,
    nominate::{Name, nominate},
};
use domain::{evaluation::Rhythm, scheme::Role};
use testkit::{Stage, for_each_engine};

/// What the advice says of words that judge a person.
const PERSON: &str = "menyebut orangnya, bukan pekerjaannya";

#[tokio::test(flavor = "multi_thread")]
async fn r24_words_about_the_person_are_remarked_while_feedback_is_written() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        stage.at("2026-02-10 09:00");
        let form = "main form[method=post]";
        let to = |key: &str| format!("/umpan-balik/beri?pegawai={}", stage.employee(key));

        // During the year: beside the field as long as it is being written, and once after it was sent.
        let mut budi = open(&stage, "budi").await;
        budi.visit(&to("ratna")).await;
        assert!(!budi.shown().said().contains(PERSON), "nothing written, nothing remarked");
        let said = "orangnya baik dan selalu membantu menyiapkan bahan rapat mingguan kami.";
        let (ratna_is, tono_is) = (format!("Ratna {said}"), format!("Tono {said}"));
        let fields =
            [("on", "nilai.kolaboratif"), ("source", "setingkat"), ("good", "Baik"), ("improve", ratna_is.as_str())];
        let page = budi.press(form, "Kirim", &fields).await;
        page.assert_selector(".errors a[href='#good']").assert_says(PERSON);
        let page = budi.press(form, "Kirim", &[("good", ratna_is.as_str()), ("improve", "")]).await;
        page.assert_says("sudah disampaikan").assert_says(PERSON).assert_says("satu pun pengecualian");
        assert!(!page.said().contains("yang Anda tulis untuk orang lain"), "written once");
        // The same of somebody else.
        budi.visit(&to("tono")).await;
        let fields = [("on", "whole"), ("topic", "Rapat"), ("source", "setingkat"), ("good", tono_is.as_str())];
        let page = budi.press(form, "Kirim", &fields).await;
        page.assert_says("sudah disampaikan").assert_says("100 % sama dengan yang Anda tulis untuk orang lain");

        // Whoever reads it, reads the words and no advice.
        let about = format!("/umpan-balik/tentang/{}", stage.employee("ratna"));
        for (key, place) in [("ratna", "/umpan-balik"), ("ratna", about.as_str()), ("sari", about.as_str())] {
            let mut site = open(&stage, key).await;
            let page = site.visit(place).await;
            page.assert_says("orangnya baik");
            assert!(!page.said().contains(PERSON), "{key} reads {place}");
        }

        // After a result: sent all the same, and the advice stands while the words can still be changed.
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let result = stage.result_of("ratna", period, skp, EXPECTED).await;
        let place = format!("/hasil/{result}");
        let mut sari = open(&stage, "sari").await;
        assert!(!sari.visit(&place).await.said().contains(PERSON), "nothing written yet");
        let words = [
            ("good", "Semua permohonan Maret dijawab dalam dua hari."),
            ("improve", "Ratna malas mengisi register, katanya sering lupa."),
            ("advice", "Isi register setiap sore bersama Budi mulai April."),
        ];
        let page = sari.press("form[action$='/umpan-balik']", "Sampaikan", &words).await;
        page.assert_says("Umpan balik sudah disampaikan").assert_says(PERSON).assert_says("kabar dari orang lain");
        let mut ratna = open(&stage, "ratna").await;
        for place in [place.as_str(), "/perkembangan"] {
            let page = ratna.visit(place).await;
            page.assert_says("Ratna malas mengisi register");
            assert!(!page.said().contains(PERSON) && !page.said().contains("kabar dari orang lain"), "{place}");
        }
        // The next day what Budi said is what it is.
        let mut budi = open(&stage, "budi").await;
        let page = budi.visit("/umpan-balik").await;
        page.assert_says("orangnya baik");
        assert!(!page.said().contains(PERSON), "advised once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_words_about_the_person_are_remarked_while_criteria_are_filled_in() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        let name = Name { rater: stage.employee("budi"), role: Role::Rekan, family: false };
        let id = nominate(&stage.as_("ratna"), period, skp, name).await.expect("named");
        decide(&stage.as_("sari"), period, skp, id, true, String::new()).await.expect("agreed");
        stage.self_assess("ratna", period, skp).await;

        let place = format!("/kriteria/{period}/{skp}");
        let form = "form[data-draft^='kriteria']";
        let mut budi = open(&stage, "budi").await;
        let page = budi.visit(&place).await;
        assert!(!page.said().contains(PERSON), "nothing written yet");
        let mut names = page.form(form, None).names;
        names.sort();
        names.dedup();
        let reason = names.iter().find(|name| name.ends_with(".reason")).expect("a reason").clone();
        let mut fields: Vec<(&str, &str)> = names
            .iter()
            .filter(|name| name.rsplit_once('.').is_some_and(|(_, end)| end == "level"))
            .map(|name| (name.as_str(), "2"))
            .collect();
        fields.push((reason.as_str(), "Ratna pemalas dan sukar diajak bekerja sama."));
        // A draft: the advice stands beside the field.
        budi.press(form, "Simpan", &fields).await.assert_says(PERSON);
        // Sent in spite of it; then there is nothing left to advise on.
        let page = budi.press(form, "Kirim", &fields).await;
        page.assert_says("sudah dikirim");
        assert!(!page.said().contains(PERSON), "sent for good");
        for reader in ["ratna", "sari"] {
            let mut site = open(&stage, reader).await;
            let page = site.visit(&place).await;
            assert!(!page.said().contains(PERSON), "{reader}");
        }
    })
    .await;
}
