//! The board: counted branch by branch, by whoever may see it.

use actions::{
    PageOf,
    evaluation::see_cycle::{Asked, export_board, export_missing, see_cycle, see_missing},
    people::export::Format,
};
use domain::{
    assessment::Rating,
    evaluation::{Rhythm, cycle::Step},
};
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn the_board_counts_what_the_people_did() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let ratna = stage.plan_of("ratna").await;
        let budi = stage.plan_of("budi").await;
        stage.signed_plan_of("tono").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.result_of("ratna", period, ratna, (Rating::Sesuai, Rating::Sesuai)).await;
        stage.self_assess("budi", period, budi).await;
        let asked = |unit: Option<&str>| Asked { year: 2026, period: Some(period), unit: unit.map(|u| stage.unit(u)) };

        let found = see_cycle(&stage.as_("wiryo"), asked(None)).await.expect("the office sees all");
        // One unit at the top: what lies in it is shown.
        assert_eq!(found.path.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["UTAMA"]);
        assert_eq!(found.branches.iter().map(|b| b.unit.code.as_str()).collect::<Vec<_>>(), ["DINAS"]);
        let n = found.total;
        assert_eq!((n.people, n.plans_set, n.plans_waiting), (9, 2, 1), "the bupati is not rated");
        assert_eq!((n.self_assessed, n.rated, n.evaluated, n.acknowledged), (2, 1, 1, 0));

        let below = see_cycle(&stage.as_("wiryo"), asked(Some("DINAS"))).await.expect("one level down");
        assert_eq!(below.path.len(), 2);
        let row = |code: &str| below.branches.iter().find(|b| b.unit.code == code).expect("a branch").counts;
        assert_eq!((row("IKP").people, row("IKP").evaluated, row("IKP").self_assessed), (3, 1, 2));
        assert_eq!((row("APTIKA").people, row("APTIKA").plans_waiting), (2, 1));
        assert_eq!(below.own.as_ref().map(|own| own.counts.people), Some(1), "Dedi himself");
        assert_eq!(below.total, n);

        let hers = see_cycle(&stage.as_("sari"), asked(None)).await.expect("a leader sees her own unit");
        assert_eq!((hers.path.len(), hers.path[0].code.as_str(), hers.total.people), (1, "IKP", 3));
        assert!(see_cycle(&stage.as_("sari"), asked(Some("APTIKA"))).await.is_err(), "and no other");
        assert!(see_cycle(&stage.as_("sari"), asked(Some("DINAS"))).await.is_err(), "nor the one above");
        let down = see_cycle(&stage.as_("dedi"), asked(Some("IKP"))).await.expect("below his own");
        assert_eq!(down.path.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["DINAS", "IKP"]);
        assert!(see_cycle(&stage.as_("ratna"), asked(None)).await.is_err(), "who leads nobody sees no board");
        assert!(see_cycle(&stage.as_("gani"), asked(Some("IKP"))).await.is_err(), "another agency");

        let missing = see_missing(&stage.as_("sari"), asked(None), None, PageOf::default()).await.expect("by name");
        let who: Vec<(&str, Step)> = missing.people.rows.iter().map(|m| (m.name.as_str(), m.step)).collect();
        assert_eq!(
            who,
            [
                ("Budi Santosajaya", Step::Rate),
                ("Ratna Kusumaningtyas, S.I.Kom.", Step::Acknowledge),
                ("Sari Puspaningrum, M.I.Kom.", Step::Plan)
            ]
        );
        let only =
            see_missing(&stage.as_("wiryo"), asked(None), Some(Step::Set), PageOf::default()).await.expect("seen");
        assert_eq!((only.people.total, only.people.rows[0].name.as_str()), (1, stage.name("tono")));

        let csv = export_board(&stage.as_("wiryo"), asked(Some("DINAS")), Format::Csv).await.expect("a file");
        let csv = String::from_utf8(csv).expect("text");
        assert!(csv.contains("IKP,Bidang Informasi dan Komunikasi Publik,3,2,2,1,1,0"), "{csv}");
        let csv = export_missing(&stage.as_("wiryo"), asked(None), None, Format::Csv).await.expect("a file");
        let csv = String::from_utf8(csv).expect("text");
        assert!(csv.contains("Budi Santosajaya") && csv.contains("menunggu penilaian"), "{csv}");
        assert!(!export_board(&stage.as_("sari"), asked(None), Format::Xlsx).await.expect("a workbook").is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_counts_for_the_plan_of_the_day() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        stage.at("2026-05-04 09:00");
        let from = "2026-05-01".parse().expect("a day");
        actions::plan::replace::replace(&stage.as_("ratna"), skp, from).await.expect("replaced");
        let asked = Asked { year: 2026, period: Some(period), unit: None };
        let found = see_cycle(&stage.as_("wiryo"), asked).await.expect("the board");
        assert_eq!((found.total.plans_set, found.total.evaluated), (1, 1), "the quarter was under the first plan");
        let now = see_cycle(&stage.as_("wiryo"), Asked { period: None, ..asked }).await.expect("the board");
        assert_eq!(now.chosen.map(|p| p.id), Some(period), "the open period is shown where none is named");
    })
    .await;
}
