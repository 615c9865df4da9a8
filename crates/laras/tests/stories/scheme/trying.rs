//! A draft of the rules, tried on results before anybody adopts it.

use super::{says, sheet, signed, year_of};
use crate::{EXPECTED, open, stage_of};
use testkit::for_each_engine;

const FORM: &str = "form[action='/aturan/coba']";
const FIELD: &str = "file.scheme.toml";

/// Who would move, and why; a draft that is not in order is refused with its line; nothing changes.
#[tokio::test(flavor = "multi_thread")]
async fn r23_a_draft_is_tried_before_anybody_adopts_it() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        let budi = stage.plan_of("budi").await;
        let (period, ratna) = year_of(&stage, "ratna").await;
        // 2,00 is below 2,50 and so "Di bawah harapan"; 4,00 is above both.
        says(&stage, "sari", &sheet(period, ratna), "2", &[], "Terlihat di loket.").await;
        says(&stage, "sari", &sheet(period, budi), "4", &[], "Terlihat di loket.").await;
        let result = signed(&stage, "ratna", period, ratna, EXPECTED).await;
        signed(&stage, "budi", period, budi, EXPECTED).await;

        let mut office = open(&stage, "wiryo").await;
        let page = office.visit("/aturan/coba").await.clone();
        page.assert_says("Tidak ada yang disimpan");
        let text = page.text("textarea[name='file.scheme.toml']");
        assert!(text.contains("2,50"), "the rules as they stand: {text}");
        office.submit(FORM, &[]).await.assert_says("dari 2 orang, 2 tetap").assert_says("Tidak ada yang berubah");

        let policies = stage.app.policies.clone();
        let (_, scheme) = *policies.texts("wanggar").iter().find(|(name, _)| *name == "scheme.toml").expect("the file");
        let draft = scheme.replace("from = \"2,50\"", "from = \"1,90\"");
        let tried = office.submit(FORM, &[(FIELD, &draft)]).await;
        tried
            .assert_says("dari 2 orang, 1 tetap")
            .assert_says("Ratna Kusumaningtyas")
            .assert_says("Di bawah harapan menjadi");

        let wrong = scheme.replace("weight = 50", "weight = 40");
        let refused = office.submit(FORM, &[(FIELD, &wrong)]).await;
        refused.assert_status(422).assert_says("Baris");
        assert!(refused.text("textarea[name='file.scheme.toml']").contains("weight = 40"), "nothing typed is lost");

        let mut owner = open(&stage, "ratna").await;
        owner.visit(&format!("/hasil/{result}")).await.assert_says("Hasil skema: Di bawah harapan");
        for who in ["ratna", "sari", "ika"] {
            assert_eq!(open(&stage, who).await.visit("/aturan/coba").await.status.as_u16(), 403, "{who}");
        }
        office.visit("/aturan").await.assert_says("Coba rancangan aturan");
    })
    .await;
}
