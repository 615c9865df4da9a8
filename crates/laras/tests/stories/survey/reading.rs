//! R22, R26: results are what the answers come to; they are read by those who may, printed, and published without anybody
//! who could be recognised.

use super::{AGENCY, draft, open, set, typed};
use actions::survey::{
    manage_round::close,
    result::result_of,
    see::{Of, see_result},
    write_service::write,
};
use domain::{
    amount::Amount,
    survey::{Mutu, Outcome, Tally, Unsur, Weight},
};
use testkit::{Site, Stage, for_each_engine};

/// 29 sheets whose sums per element are those of a published worked example.
fn example() -> Vec<String> {
    let sums = [105, 101, 100, 116, 102, 105, 106, 115, 105];
    (0..29).map(|at| sums.map(|sum| (sum / 29 + usize::from(at < sum % 29)).to_string()).concat()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn r22_a_result_is_what_the_answers_come_to() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (service, round) = set(&stage).await;
        let sheets = example();
        typed(&stage, service, round, &sheets.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let scope = stage.as_("wiryo").read();
        let result = result_of(&scope, service, round).await.expect("a result");
        let outcome = result.outcome.clone().expect("answers");
        assert_eq!((outcome.n, outcome.ikm, outcome.mutu), (29, Amount(914_800), Mutu::A));
        assert_eq!((result.population, result.needed, result.is_enough()), (30, 28, true));
        let (low, high) = result.interval.expect("an interval");
        assert!(low < outcome.ikm && outcome.ikm < high, "{low} {high}");
        let said = scope.survey_answers(round, service).await.expect("answers");
        let again: Vec<Tally> = said.iter().map(Tally::of).collect();
        assert_eq!(result.tally, Tally::sum(&again), "what is counted is what was answered");
        assert_eq!(Outcome::of(&result.tally, Weight::Hundredths).expect("answers").ikm, Amount(905_600));

        let mut sari = Site::of(&stage).log_in("sari").await;
        let path = format!("/survei/layanan/{service}?masa={round}");
        let page = sari.visit(&path).await;
        page.assert_says("IKM 91,48").assert_says("Mutu A: Sangat baik").assert_says("29 dari 28 jawaban");
        page.assert_says("3,4483").assert_says("95 %");
        assert_eq!(page.count("tbody .badge-risk"), 3, "what to mend first");
        for (key, status) in
            [("dedi", 200), ("wiryo", 200), ("joko", 200), ("ratna", 403), ("hasan", 403), ("lina", 404)]
        {
            let mut site = Site::of(&stage).log_in(key).await;
            assert_eq!(site.visit(&path).await.status.as_u16(), status, "{key}");
        }
        for paper in ["laporan", "poster"] {
            let page = sari.visit(&format!("/survei/layanan/{service}/{paper}?masa={round}")).await;
            assert!(page.bytes.starts_with(b"%PDF"), "{paper}: {}", page.status);
        }
        let csv = sari.visit(&format!("/survei/layanan/{service}/jawaban.csv?masa={round}")).await.html();
        assert_eq!(csv.lines().count(), 30, "a header and 29 rows");
        assert!(csv.contains("2026-01-05,paper,4,4,4,4"), "{csv}");
        assert!(!csv.contains("08:"), "the day without the hour");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r22_units_are_compared_and_periods_make_a_trend() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let other = write(&stage.as_("wiryo"), None, draft(&stage, "APTIKA", "pusat-data")).await.expect("a service");
        let (service, first) = set(&stage).await;
        typed(&stage, service, first, &["333333333"; 12]).await;
        typed(&stage, other, first, &["444444444"; 12]).await;
        close(&stage.as_("wiryo"), first).await.expect("closing");
        stage.at("2026-07-01 09:00");
        let second = open(&stage, "Semester II 2026", "2026-07-01", "2026-12-31").await;
        typed(&stage, service, second, &["343434343"; 12]).await;

        let found = see_result(&stage.as_("dedi"), Of::Service(service), Some(second)).await.expect("a result");
        let trend: Vec<_> =
            found.trend.iter().map(|(round, one)| (round.name.as_str(), one.as_ref().map(|o| o.ikm))).collect();
        assert_eq!(trend, [("Semester I 2026", Some(Amount(750_000))), ("Semester II 2026", Some(Amount(861_100)))]);
        assert_eq!(
            found.result.expect("a result").outcome.expect("answers").priorities,
            [Unsur::Persyaratan, Unsur::Waktu, Unsur::Produk]
        );
        let mut dedi = Site::of(&stage).log_in("dedi").await;
        let unit = stage.unit("DINAS");
        let page = dedi.visit(&format!("/survei/unit/{unit}?masa={first}")).await;
        page.assert_says("IKM 87,50").assert_says("Dibandingkan unit lain").assert_says("Bidang Aplikasi Informatika");
        assert!(page.has("svg.chart"), "periods as a chart");
        let report = dedi.visit(&format!("/survei/unit/{unit}/laporan?masa={first}")).await;
        assert!(report.bytes.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r26_results_are_published_and_small_groups_are_not() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let other = write(&stage.as_("wiryo"), None, draft(&stage, "APTIKA", "pusat-data")).await.expect("a service");
        let third = write(&stage.as_("wiryo"), None, draft(&stage, "IKP", "ruang-baca")).await.expect("a service");
        let (service, round) = set(&stage).await;
        typed(&stage, service, round, &["444444444"; 20]).await;
        typed(&stage, third, round, &["333333333"; 14]).await;
        typed(&stage, other, round, &["111111111"; 3]).await;
        let mut nobody = Site::of(&stage);
        nobody.visit(AGENCY).await.assert_says("Belum ada hasil");
        close(&stage.as_("wiryo"), round).await.expect("closing");
        let page = nobody.visit(AGENCY).await;
        page.assert_status(200).assert_says("Semester I 2026").assert_says("dari 37 jawaban").assert_says("100,00");
        // Three people would be known; and so would they be from the total, were the next smallest service shown.
        assert_eq!(page.count("td[colspan='3']"), 2, "{}", page.said());
        assert!(!page.said().contains("25,00") && !page.said().contains("75,00"), "{}", page.said());
        page.assert_no_selector("a[href^='/survei']");
    })
    .await;
}
