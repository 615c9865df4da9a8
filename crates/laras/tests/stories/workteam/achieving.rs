//! What a team is to deliver, what its members report, what it achieved and why.

use super::{result, team};
use crate::open;
use domain::evaluation::Rhythm;
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r4_a_team_delivers_reports_and_is_given_a_predikat() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        let link = format!("/tim-kerja/{team}");
        let mut tono = open(&stage, "tono").await;
        tono.visit(&format!("{link}/hasil")).await;
        let page = tono.submit("main form", &[("text", ""), ("target", "240"), ("due", "2027-01-31")]).await;
        page.assert_selector(".errors a[href='#text']").assert_selector(".errors a[href='#due']");
        page.assert_selector(".errors a[href='#target_unit']");
        assert_eq!(page.attr("#target", "value").as_deref(), Some("240"));
        let carrier = stage.employee("ratna").to_string();
        let fields = [
            ("text", "Permohonan terjawab dalam tiga hari"),
            ("target_unit", "permohonan"),
            ("due", "2026-11-30"),
            ("carrier", carrier.as_str()),
        ];
        let page = tono.submit("main form", &fields).await;
        page.assert_says("Hasil tim tersimpan").assert_says("240 permohonan").assert_says("Ratna Kusumaningtyas");

        stage.at("2026-03-02 09:00");
        let mut ratna = open(&stage, "ratna").await;
        let to = ratna.visit(&link).await.link("Laporkan kemajuan");
        ratna.visit(&to).await;
        let form = "form[data-draft^='tim-laporan']";
        let page = ratna.submit(form, &[("on", "2026-03-30"), ("amount", "600")]).await;
        page.assert_selector(".errors a[href='#on']").assert_selector(".errors a[href='#did']");
        assert_eq!(page.attr("#amount", "value").as_deref(), Some("600"));
        let did = [("on", "2026-03-02"), ("amount", "600"), ("did", "Menjawab permohonan dari loket.")];
        ratna.submit(form, &did).await.assert_says("Laporan tersimpan");
        let entries = stage.as_("ratna").read();
        let results = entries.workteam_results(&[team]).await.expect("the database");
        let first = entries.workteam_entries(&[results[0].id]).await.expect("the database")[0].id.to_string();
        let right = [("amount", "60"), ("did", "Salah ketik: enam puluh."), ("corrects", first.as_str())];
        let page = ratna.submit(form, &right).await;
        page.assert_says("sudah diperbaiki").assert_says("Menjawab permohonan dari loket.");
        tono = open(&stage, "tono").await;
        tono.visit(&link).await.assert_says("60 permohonan").assert_says("25");
        // Whoever rates a member reads it, and reports nothing.
        let mut hasan = open(&stage, "hasan").await;
        hasan.visit(&to).await.assert_says("Salah ketik").assert_no_selector(form);

        let page = open(&stage, "dedi").await.visit(&format!("{link}/capaian")).await.said();
        assert!(page.contains("Tidak ada periode yang terbuka"), "{page}");
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let mut dedi = open(&stage, "dedi").await;
        let to = dedi.visit(&link).await.link("Nyatakan capaian");
        let id = results[0].id.to_string();
        let (capaian, reason) = (format!("capaian.{id}"), format!("reason.{id}"));
        dedi.visit(&to).await.assert_says("60 permohonan").assert_says("pembacaan kami");
        let page = dedi.submit("form[data-draft^='tim-capaian']", &[(reason.as_str(), "Baik")]).await;
        assert_eq!(page.count(".errors a"), 2, "a word and a reason");
        let said = [(capaian.as_str(), "baik"), (reason.as_str(), "Seperempat target tercapai pada seperempat tahun.")];
        let page = dedi.submit("form[data-draft^='tim-capaian']", &said).await;
        page.assert_says("Capaian tim tersimpan").assert_says("Predikat tim Baik").assert_says("Seperempat target");
        page.assert_says("25 persen dari target");
        // Its members read it; nobody else says it.
        ratna = open(&stage, "ratna").await;
        ratna.visit("/tim-kerja").await.assert_says("Baik");
        for other in ["tono", "ratna", "hasan", "wiryo"] {
            let mut site = open(&stage, other).await;
            assert_eq!(site.visit(&to).await.status, 403, "{other}");
        }
        let closing = actions::evaluation::manage_period::close(&stage.as_("wiryo"), period).await;
        if closing.is_ok() {
            let late = actions::workteam::rate::rate(&stage.as_("dedi"), team, period, Vec::new()).await;
            assert!(late.is_err(), "what is closed stays");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r9_a_result_of_the_team_goes_into_ones_own_plan() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        result(&stage, team).await;
        let link = format!("/tim-kerja/{team}");
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&link).await.assert_no_selector("form[action$='/skp']");
        let skp = stage.start_of("ratna").await;
        ratna.visit(&link).await;
        let again = ratna.shown().form("form[action$='/skp']", None);
        let page = ratna.press("form[action$='/skp']", "Masukkan ke SKP saya (tambahan)", &[]).await;
        page.assert_says("sudah masuk ke SKP").assert_says("Permohonan terjawab dalam tiga hari");
        let saved = stage.skp("ratna", skp).await;
        let rhk = &saved.content.results[0];
        assert_eq!(
            (rhk.kind, rhk.assigned_by.as_str()),
            (domain::plan::RhkKind::Tambahan, "Ketua Tim layanan informasi terpadu")
        );
        assert_eq!(rhk.indicators[0].target.words(), "240 permohonan");
        // Sent twice is done once; asked for again it is there already.
        ratna.post(again, &[], &[]).await;
        assert_eq!(stage.skp("ratna", skp).await.content.results.len(), 1);
        ratna.visit(&link).await;
        ratna.press("form[action$='/skp']", "Masukkan", &[]).await.assert_says("sudah ada di SKP Anda");
        assert_eq!(stage.skp("ratna", skp).await.content.results.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r4_nobody_says_what_their_own_team_achieved() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        result(&stage, team).await;
        // Dedi heads the unit that owns it, and now works in it; the head of the region does not.
        let proposal = actions::workteam::member::Proposal {
            member: "Dedi".into(),
            part: domain::workteam::Part::Anggota,
            work: "Membuka jalan ke kecamatan".into(),
            share: None,
            from: stage.as_("dedi").today(),
            until: "2026-11-30".parse().ok(),
        };
        actions::workteam::member::propose(&stage.as_("dedi"), team, proposal).await.expect("a proposal");
        super::agreed(&stage, team, "dedi").await;
        stage.period(Rhythm::Triwulanan, 1).await;
        let link = format!("/tim-kerja/{team}/capaian");
        let page = open(&stage, "dedi").await.visit(&link).await.said();
        assert!(page.contains("dinyatakan orang lain"), "{page}");
        let mut bupati = open(&stage, "bupati").await;
        bupati.visit(&link).await.assert_selector("form[data-draft^='tim-capaian']");
    })
    .await;
}
