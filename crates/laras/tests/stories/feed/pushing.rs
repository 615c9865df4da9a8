//! R6: another system brings rows in with a token; each delivery counts once; a revoked token opens nothing.

use super::source;
use domain::feed::Kind;
use testkit::{Site, Stage, for_each_engine, html::Page};

fn json(page: &Page) -> serde_json::Value {
    serde_json::from_slice(&page.bytes).unwrap_or_else(|error| panic!("{error}: {}", page.html()))
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_another_system_pushes_rows_once_and_hears_what_was_not_taken() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-03-02 09:00");
        let id = source(&stage, Kind::Programme, "vaksinasi").await;
        source(&stage, Kind::Programme, "bansos").await;
        let path = format!("/sumber-data/{id}/token");
        Site::of(&stage).log_in("ratna").await.visit(&path).await.assert_status(403);
        let mut wiryo = Site::of(&stage).log_in("wiryo").await;
        wiryo.visit(&path).await;
        wiryo.submit("main form", &[("name", "")]).await.assert_status(422).assert_selector("#name-error");
        let page = wiryo.submit("main form", &[("name", "Aplikasi vaksinasi")]).await;
        page.assert_says("Salin sekarang");
        let token = page.texts(".advice code").remove(0);
        assert!(!wiryo.visit(&path).await.html().contains(&token), "shown once");

        let door = "/api/v1/sumber-data/vaksinasi";
        let rows = r#"[
            {"tempat": "Kampung Baru", "bulan": "2026-01", "target": 200, "capaian": 150.5},
            {"tempat": "Kampung Baru", "bulan": "2026-02", "target": 200, "capaian": 210, "unit": "IKP"},
            {"tempat": "Lawang", "bulan": "2026-09", "target": 90, "capaian": -3}
        ]"#;
        let site = Site::of(&stage);
        let first = json(site.deliver(door, &token, "kiriman-0001", rows).await.assert_status(200));
        assert_eq!((&first["added"], &first["known"], &first["replayed"]), (&2.into(), &0.into(), &false.into()));
        let rejected = first["rejected"].as_array().expect("a list");
        let keys: Vec<_> = rejected.iter().map(|one| (one["row"].as_u64(), one["key"].as_str())).collect();
        assert_eq!(keys, [(Some(4), Some("feed-cell-future")), (Some(4), Some("feed-cell-negative"))]);
        assert!(rejected[1]["says"].as_str().is_some_and(|says| says.contains("kurang dari nol")));
        let again = json(site.deliver(door, &token, "kiriman-0001", rows).await.assert_status(200));
        assert_eq!((&again["added"], &again["replayed"]), (&2.into(), &true.into()), "the first answer again");
        let other = json(site.deliver(door, &token, "kiriman-0002", rows).await.assert_status(200));
        assert_eq!((&other["added"], &other["known"]), (&0.into(), &2.into()), "rows are known by their codes");
        site.deliver(door, &token, "kiriman-0001", "tempat,bulan,target,capaian\n").await.assert_status(409);
        site.deliver(door, &token, "x", rows).await.assert_status(422);
        let csv = "tempat,bulan,target,capaian\nLawang,2026-01,90,45\n";
        assert_eq!(json(site.deliver(door, &token, "kiriman-0003", csv).await.assert_status(200))["added"], 1);
        let mut sari = Site::of(&stage).log_in("sari").await;
        // 150,5 + 210 + 45 of 490.
        sari.visit(&format!("/sumber-data/{id}")).await.assert_says("82,76 persen");

        // A token opens one source, with its whole secret, until it is revoked; a log-in opens nothing here.
        site.deliver("/api/v1/sumber-data/bansos", &token, "kiriman-0004", csv).await.assert_status(403);
        site.deliver(door, &token[..token.len() - 1], "kiriman-0005", csv).await.assert_status(403);
        site.deliver(door, "", "kiriman-0006", csv).await.assert_status(403);
        wiryo.deliver(door, "", "kiriman-0007", csv).await.assert_status(403);
        wiryo.visit(&path).await;
        wiryo.submit("main ul.rows form", &[]).await.assert_says("Token dicabut");
        site.deliver(door, &token, "kiriman-0008", csv).await.assert_status(403);
        let journal = stage.as_("joko").read().journal_of("feed_source", &id.to_string()).await.expect("the journal");
        assert!(journal.iter().any(|row| row.by.is_none() && row.action == "feed.push"), "journalled without a person");
    })
    .await;
}
