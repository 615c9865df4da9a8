//! R8, R10: what does not belong is refused with the rule: a level outside the scale, somebody who is no rater, a period that is
//! closed, a sheet that was sent, a result that is frozen.

use super::{filled, says, sheet, signed, year_of};
use crate::{EXPECTED, open, stage_of};
use actions::{
    Failure,
    evaluation::manage_period,
    scheme::fill::{Filled, fill},
};
use domain::{decision::Refusal, evaluation::Rhythm, scheme::sheet::Mark};
use testkit::for_each_engine;

/// The rule in the way, and whether it says where it stands.
#[track_caller]
fn rule<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> (String, bool) {
    match outcome {
        Err(Failure::Refused(Refusal::Rule(broken))) => (broken.says.key.into_owned(), broken.cite.is_some()),
        other => panic!("not a refusal by a rule: {other:?}"),
    }
}

fn mark(criterion: &str, level: u8) -> Mark {
    Mark { criterion: criterion.to_owned(), level: Some(level), reason: "Contoh.".to_owned(), evidence: Vec::new() }
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_what_does_not_belong_on_a_sheet() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let place = sheet(period, skp);
        // Past the radio buttons: a level that is none, and one outside the scale.
        let mut sari = open(&stage, "sari").await;
        let form = "form[data-draft^='kriteria']";
        for (level, status, told) in [("sembilan", 422, "Ketepatan informasi"), ("9", 409, "di luar skala 1 sampai 5")]
        {
            let fields = filled(sari.visit(&place).await, "3", &[("ketepatan", level)], "Contoh.");
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let page = sari.press(form, "Kirim", &fields).await;
            page.assert_status(status).assert_says(told);
            if status == 409 {
                page.assert_selector(".errors .cite");
            }
        }
        let send = |key: &'static str, marks: Vec<Mark>| {
            let me = stage.as_(key);
            async move { fill(&me, Filled { period, skp, revision: None, marks }, true).await }
        };
        let (key, cited) = rule(send("sari", vec![mark("respons", 3)]).await);
        assert_eq!((key.as_str(), cited), ("scheme-sheet-unknown-criterion", true), "it is measured, nobody rates it");
        let (key, cited) = rule(send("sari", vec![mark("tenggat", 3), mark("tenggat", 4)]).await);
        assert_eq!((key.as_str(), cited), ("scheme-sheet-mark-twice", true));
        // Wanggar has no self-assessment: she reads and does not fill in; others do not even find it.
        let own = open(&stage, "ratna").await.visit(&place).await.clone();
        own.assert_status(200).assert_no_selector(form);
        assert!(matches!(send("ratna", vec![mark("tenggat", 3)]).await, Err(Failure::Refused(Refusal::NotFound(_)))));
        for key in ["budi", "hasan", "wiryo", "joko", "ika", "lina"] {
            assert!(
                matches!(send(key, vec![mark("tenggat", 3)]).await, Err(Failure::Refused(Refusal::NotFound(_)))),
                "{key}"
            );
            assert_eq!(open(&stage, key).await.visit(&place).await.status, 404, "{key}");
        }
        // Dedi reads; he speaks only in the rater's place, when the rater's time is over.
        assert!(matches!(send("dedi", vec![mark("tenggat", 3)]).await, Err(Failure::Refused(Refusal::NotFound(_)))));
        says(&stage, "sari", &place, "3", &[], "Contoh.").await;
        let (key, _) = rule(send("sari", vec![mark("tenggat", 5)]).await);
        assert_eq!(key, "assessment-already-sent");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r10_a_closed_period_and_a_frozen_result_take_no_word() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "surakarta").await;
        let (ratna, budi) = (stage.plan_of("ratna").await, stage.plan_of("budi").await);
        let period = stage.period(Rhythm::Tahunan, 1).await;
        let fields = filled(open(&stage, "budi").await.visit(&sheet(period, budi)).await, "3", &[], "Contoh.");
        says(&stage, "ratna", &sheet(period, ratna), "3", &[], "Contoh.").await;
        says(&stage, "sari", &sheet(period, ratna), "3", &[], "Contoh.").await;
        signed(&stage, "ratna", period, ratna, EXPECTED).await;
        let page = open(&stage, "dedi").await.visit(&sheet(period, ratna)).await.clone();
        page.assert_says("sudah ditetapkan").assert_no_selector("form[action$='/tanda-tangan']");
        stage.at("2027-04-05 09:00");
        let mut late = open(&stage, "budi").await;
        late.visit(&sheet(period, budi)).await;
        let form = late.shown().form("form[data-draft^='kriteria']", Some("Kirim"));
        manage_period::close(&stage.as_("wiryo"), period).await.expect("time is over");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let page = late.post(form, &fields, &[]).await;
        page.assert_status(409).assert_says("Contoh.");
        page.assert_selector("[role='alert']");
        let page = late.visit("/kriteria").await;
        page.assert_says("Tidak ada yang perlu diisi");
    })
    .await;
}
