//! Proposals: made once, by whom they are decided, when the employee is asked first, for everybody at once.

use super::{closed, year};
use crate::{EXPECTED, open};
use actions::{
    Failure,
    followup::{decide, run::Followed, see},
    job::{self, Task},
};
use domain::{
    assessment::Rating,
    decision::Refusal,
    evaluation::{Predikat, Rhythm},
    followup::State,
    scheme::follow::Programme,
};
use testkit::{Stage, for_each_engine};

const REASON: &str = "Sudah dibicarakan pada rapat penilaian.";

fn told<T>(outcome: Result<T, Failure>) -> String {
    match outcome {
        Ok(_) => "ok".to_owned(),
        Err(Failure::Refused(Refusal::Rule(broken))) => broken.says.key.into_owned(),
        Err(Failure::Refused(Refusal::Denied(denied))) => denied.action,
        Err(Failure::Refused(Refusal::NotFound(_))) => "not found".to_owned(),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r15_what_is_open_is_asked_of_the_employee_first() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        // Everything above expectation: further training is open by the scheme, and by law with a splendid predikat.
        let ratings = (Rating::Diatas, Rating::Diatas);
        let (period, _) = year(&stage, "ratna", ratings, 4, &[]).await;
        closed(&stage, period, "2027-01-18 09:00").await;
        let mine = see::mine(&stage.as_("ratna")).await.expect("hers");
        let of = |rule: &str| mine.iter().find(|row| row.proposal.rule == rule).expect("proposed").proposal.clone();
        let (further, potential, law) = (of("pelatihan_lanjut"), of("potensi_tik"), of("kompetensi"));
        assert_eq!(mine.len(), 3, "promotion and succession need two years");
        assert!([&further, &potential, &law].iter().all(|one| one.state() == State::Ditanyakan));
        let decided = decide::decide(&stage.as_("sari"), further.id, true, REASON.into()).await;
        assert_eq!(told(decided), "followup-ask-first");
        // Potential is a matter of the career: not the rater's, nor the employee's own.
        assert_eq!(
            told(decide::decide(&stage.as_("sari"), potential.id, true, REASON.into()).await),
            "followup.career"
        );
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/").await.assert_says("Jawab usulan Pelatihan untuk Anda");
        ratna.visit(&format!("/tindak-lanjut/{}", further.id)).await.assert_says("Anda ditanya lebih dahulu");
        ratna.submit("form[action$='/jawaban']", &[]).await.assert_selector(".errors a[href='#wants']");
        let said = [("wants", "ya"), ("words", "Saya ingin manajemen proyek.")];
        ratna.submit("form[action$='/jawaban']", &said).await.assert_says("Jawaban Anda tersimpan");
        assert_eq!(told(decide::decide(&stage.as_("sari"), further.id, true, REASON.into()).await), "ok");
        assert_eq!(
            told(decide::decide(&stage.as_("sari"), further.id, false, REASON.into()).await),
            "followup-decided-already"
        );
        decide::answer(&stage.as_("ratna"), potential.id, false, String::new()).await.expect("answered");
        let refused = decide::decide(&stage.as_("wiryo"), potential.id, true, REASON.into()).await;
        assert_eq!(told(refused), "followup-not-wanted");
        assert_eq!(told(decide::decide(&stage.as_("wiryo"), potential.id, false, REASON.into()).await), "ok");
        let journal = stage.as_("wiryo").read().journal_of("proposal", &further.id.to_string()).await.expect("journal");
        assert_eq!(journal.len(), 3, "proposed, answered, decided");
        // Strangers learn nothing of it.
        for stranger in ["budi", "ika", "lina", "gani"] {
            assert_eq!(told(see::see(&stage.as_(stranger), further.id).await), "not found", "{stranger}");
            let page = open(&stage, stranger).await.visit(&format!("/tindak-lanjut/{}", further.id)).await.status;
            assert_eq!(page, 404, "{stranger}");
        }
        for reader in ["ratna", "sari", "dedi", "wiryo", "joko"] {
            assert_eq!(told(see::see(&stage.as_(reader), further.id).await), "ok", "{reader}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_it_is_proposed_once_however_often_it_is_run() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        let (period, _) = year(&stage, "ratna", EXPECTED, 3, &[("komunikasi", 2), ("kolaborasi", 2)]).await;
        let early = job::ask(&stage.as_("wiryo"), Task::Follow { period }).await;
        assert_eq!(told(early), "job-follow-needs-closed");
        closed(&stage, period, "2027-01-18 09:00").await;
        let first = see::mine(&stage.as_("ratna")).await.expect("hers");
        let kinds: Vec<Programme> = first.iter().map(|row| row.proposal.programme).collect();
        assert_eq!(kinds, [Programme::Coaching, Programme::Training]);
        let again = job::ask(&stage.as_("wiryo"), Task::Follow { period }).await.expect("asked for");
        stage.work_off().await;
        let again = job::see(&stage.as_("wiryo"), again).await.expect("the job").job;
        let again: Followed = serde_json::from_str(&again.result_json).expect("what came out");
        assert_eq!((again.proposals, again.people), (0, 0));
        assert_eq!(see::mine(&stage.as_("ratna")).await.expect("hers").len(), 2);
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/tindak-lanjut?tahun=2026").await;
        wiryo.press("form[action='/tindak-lanjut/jalankan']", "Jalankan", &[]).await.assert_says("sedang dijalankan");
        assert!(job::ask(&stage.as_("sari"), Task::Follow { period }).await.is_err(), "the office runs it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r15_closing_for_everybody_proposes_by_law_and_scheme() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        stage.crowd(280, Some(period)).await;
        stage.at("2027-04-01 09:00");
        job::ask(&stage.as_("wiryo"), Task::Close { period }).await.expect("may be closed");
        // The process is killed after the closing; another takes the follow-up up.
        let mut parts = 0;
        while stage.work("pertama").await && parts < 2 {
            parts += 1;
        }
        stage.minutes(10);
        stage.work_off().await;
        let scope = stage.as_("wiryo").read();
        let results = scope.evaluations_of_period(period).await.expect("results");
        let splendid = results.iter().filter(|one| one.predikat == Some(Predikat::SangatBaik)).count() as u64;
        assert!(splendid > 20, "{splendid}");
        let weak = results.iter().filter(|one| one.predikat <= Some(Predikat::ButuhPerbaikan)).count() as u64;
        assert!(results.iter().all(|one| one.predikat.is_some()) && weak > 100, "{weak}");
        // One each: coaching by the scheme, development first by the law (Ps 31(1)b).
        assert_eq!(scope.proposals_in(period).await.expect("counted"), splendid + weak);
        let counted = scope.proposals_counted(2026).await.expect("counted");
        let of_all =
            [(Programme::Coaching, State::Diusulkan, weak), (Programme::Training, State::Ditanyakan, splendid)];
        assert_eq!(counted, of_all);
        let mut wiryo = open(&stage, "wiryo").await;
        let page = wiryo.visit("/tindak-lanjut?tahun=2026&jenis=training").await;
        page.assert_says(&format!("{splendid} usulan")).assert_says("Unit Ramai Nomor");
    })
    .await;
}
