//! R9, R23: a mark of a criterion rests on evidence, as a rating of the law does: chosen from what the rated person handed in within
//! the period, shown to those who may open it, and never telling who of the unnamed chose it.

use super::{filled, says, sheet, signed, year_of};
use crate::{EXPECTED, open, stage_of};
use actions::{
    evidence::fetch::fetch,
    journal::see_journal,
    progress::report::{Report, report},
    scheme::{
        decide::decide,
        nominate::{Name, nominate},
    },
};
use domain::{
    evaluation::Rhythm,
    ids::{EvidenceId, SkpId},
    scheme::Role,
};
use store::{JournalFilter, PageOf};
use testkit::{Stage, for_each_engine};

const FORM: &str = "form[data-draft^='kriteria']";

/// Somebody reports on the day the stage stands at, with a link as evidence.
async fn proof(stage: &Stage, key: &str, skp: SkpId, link: &str) -> EvidenceId {
    let indicator = stage.indicators(key, skp).await[0];
    let told = Report { link: link.to_owned(), ..stage.report(indicator, 5, "Menyusun rekapitulasi") };
    report(&stage.as_(key), skp, told, None).await.unwrap_or_else(|failure| panic!("{key} reports: {failure}"));
    let all = stage.as_(key).read().evidence(skp).await.expect("the database");
    all.last().expect("evidence").id
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_a_mark_rests_on_evidence_that_its_readers_can_open() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "surakarta").await;
        let skp = stage.plan_of("ratna").await;
        let first = proof(&stage, "ratna", skp, "https://arsip.uji.go.id/rekap-satu").await;
        let second = proof(&stage, "ratna", skp, "https://arsip.uji.go.id/rekap-dua").await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        let place = sheet(period, skp);

        // The employee chooses one piece for one criterion; it comes back with the draft, and is shown once it was sent.
        let mut ratna = open(&stage, "ratna").await;
        let mut fields = filled(ratna.visit(&place).await, "3", &[], "Contoh dari saya.");
        fields.push(("etika.evidence".to_owned(), first.to_string()));
        let page = ratna.press(FORM, "Simpan", &pairs(&fields)).await;
        page.assert_says("Tersimpan");
        ratna.visit(&place).await.assert_selector(&format!("input[name='etika.evidence'][value='{first}'][checked]"));
        let page = ratna.press(FORM, "Kirim", &[]).await;
        page.assert_says("sudah dikirim").assert_says("Bukti dukung yang menjadi dasar");
        page.assert_selector(&format!(".kept a[href='/bukti/{first}']"));
        page.assert_no_selector(&format!(".kept a[href='/bukti/{second}']"));

        // The supervisor reads it beside her own choice, and rests hers on both.
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit(&place).await;
        page.assert_selector(&format!(".kept a[href='/bukti/{first}']"));
        let typed = filled(page, "3", &[], "Contoh dari atasan.");
        let mut form = page.form(FORM, Some("Kirim"));
        form.fields.extend([first, second].map(|piece| ("mutu.evidence".to_owned(), piece.to_string())));
        sari.post(form, &pairs(&typed), &[]).await.assert_says("sudah dikirim");

        // Whoever countersigns reads what it rests on, and can open it.
        let mut dedi = open(&stage, "dedi").await;
        let page = dedi.visit(&place).await;
        for piece in [first, second] {
            page.assert_selector(&format!(".kept a[href='/bukti/{piece}']"));
        }
        fetch(&stage.as_("dedi"), first).await.expect("he may open it");

        // Why the result is so says how many pieces, to those as well who may not open them.
        let result = signed(&stage, "ratna", period, skp, EXPECTED).await;
        for key in ["ratna", "sari", "dedi", "wiryo"] {
            let mut site = open(&stage, key).await;
            let why = site.visit(&format!("/hasil/{result}/mengapa")).await;
            why.assert_says("Bertumpu pada 2 bukti dukung.");
            assert!(!why.html().contains("arsip.uji.go.id"), "{key}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_evidence_of_others_and_of_another_time_is_refused_beside_its_field() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "bengkulu").await;
        let (skp, other) = (stage.plan_of("ratna").await, stage.plan_of("budi").await);
        let within = proof(&stage, "ratna", skp, "https://arsip.uji.go.id/semester-satu").await;
        let foreign = proof(&stage, "budi", other, "https://arsip.uji.go.id/orang-lain").await;
        let period = stage.period(Rhythm::Semesteran, 1).await;
        stage.not_before("2026-07-02 09:00");
        let later = proof(&stage, "ratna", skp, "https://arsip.uji.go.id/semester-dua").await;
        let place = sheet(period, skp);
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(&place).await.clone();
        page.assert_selector(&format!("input[value='{within}']"));
        page.assert_no_selector(&format!("input[value='{later}']"));
        let typed = filled(&page, "3", &[], "Sudah saya tulis panjang.");
        let code = typed[0].0.split('.').next().expect("a criterion").to_owned();
        let field = format!("{code}.evidence");
        for (bad, told) in [
            (later.to_string(), "dari laporan di luar periode ini"),
            (foreign.to_string(), "bukan bukti pegawai yang dinilai"),
            ("sembarang".to_owned(), "bukan bukti pegawai yang dinilai"),
        ] {
            let mut form = ratna.visit(&place).await.form(FORM, Some("Kirim"));
            form.fields.extend([(field.clone(), bad), (field.clone(), within.to_string())]);
            let page = ratna.post(form, &pairs(&typed), &[]).await;
            page.assert_status(422).assert_says(told).assert_says("Sudah saya tulis panjang.");
            page.assert_selector(&format!(".errors a[href='#{field}']"));
            page.assert_selector(&format!("[id='{field}-error']"));
            page.assert_selector(&format!("input[name='{field}'][value='{within}'][checked]"));
        }
        // Sent again as the page shows it, only what can be chosen goes along.
        ratna.press(FORM, "Kirim", &[]).await.assert_says("sudah dikirim");
    })
    .await;
}

/// Of three peers one may open evidence, as auditor. Had the one piece been heard, everybody would know whose voice it came with.
#[tokio::test(flavor = "multi_thread")]
async fn r8_evidence_tells_on_no_peer() {
    const PEERS: [&str; 3] = ["budi", "tono", "joko"];
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let piece = proof(&stage, "ratna", skp, "https://arsip.uji.go.id/rekap-rekan").await;
        let place = sheet(period, skp);
        for key in PEERS {
            let name = Name { rater: stage.employee(key), role: Role::Rekan, family: false };
            let id = nominate(&stage.as_("ratna"), period, skp, name).await.expect("named");
            decide(&stage.as_("sari"), period, skp, id, true, String::new()).await.expect("agreed");
        }
        // Budi may not open her evidence: nothing is offered, and a piece known from elsewhere is refused.
        let mut budi = open(&stage, "budi").await;
        let page = budi.visit(&place).await.clone();
        page.assert_no_selector("input[name$='.evidence']");
        let typed = filled(&page, "3", &[], "Contoh dari rekan.");
        let mut form = page.form(FORM, Some("Kirim"));
        form.fields.push(("komunikasi.evidence".to_owned(), piece.to_string()));
        let page = budi.post(form, &pairs(&typed), &[]).await;
        page.assert_status(422).assert_says("tidak terbuka bagi Anda").assert_says("Contoh dari rekan.");
        budi.press(FORM, "Kirim", &[]).await.assert_says("sudah dikirim");
        says(&stage, "tono", &place, "4", &[], "Contoh dari rekan.").await;
        // Joko may, and does.
        let mut joko = open(&stage, "joko").await;
        let page = joko.visit(&place).await.clone();
        let mut fields = filled(&page, "2", &[], "Contoh dari rekan.");
        fields.push(("komunikasi.evidence".to_owned(), piece.to_string()));
        joko.press(FORM, "Kirim", &pairs(&fields)).await.assert_says("sudah dikirim");
        says(&stage, "ratna", &place, "3", &[], "Contoh dari saya.").await;
        says(&stage, "sari", &place, "3", &[], "Contoh dari atasan.").await;
        let result = signed(&stage, "ratna", period, skp, EXPECTED).await;
        for key in ["ratna", "sari", "dedi"] {
            let mut site = open(&stage, key).await;
            let page = site.visit(&place).await;
            page.assert_says("Rekan kerja: 3, rata-rata 3 orang");
            page.assert_no_selector(".kept a[href^='/bukti/']");
            let why = site.visit(&format!("/hasil/{result}/mengapa")).await;
            assert!(!why.said().contains("Bertumpu pada 1 bukti"), "{key}");
        }
        let mut site = open(&stage, "joko").await;
        site.visit(&place).await.assert_selector(&format!(".kept a[href='/bukti/{piece}']"));
        // The journal keeps of a peer that there is a sheet, and not what it rests on.
        let all = PageOf { page: 1, per_page: 500 };
        let journal = see_journal(&stage.as_("joko"), JournalFilter::default(), all).await.expect("the journal").page;
        let mut kept = journal.rows.iter().filter(|row| row.subject == "sheet");
        assert!(kept.all(|row| !format!("{:?}{:?}", row.before, row.after).contains(&piece.to_string())));
    })
    .await;
}
