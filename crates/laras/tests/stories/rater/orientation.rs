//! R27: employees get to know the appraisal; the office sees where more explaining is needed, of groups only.

use crate::open;
use testkit::{Stage, for_each_engine, policies};

/// The fields of the quiz, all right but the last `wrong` ones.
fn answers(wrong: usize) -> Vec<(String, String)> {
    let library = policies::library();
    let questions = &library.quiz().questions;
    let right = questions.len() - wrong;
    let answer = |(at, question): (usize, &domain::orientation::Question)| {
        let chosen = if at < right { question.right } else { (question.right + 1) % question.answers.len() };
        (format!("jawab.{}", question.code), (chosen + 1).to_string())
    };
    questions.iter().enumerate().map(answer).collect()
}

fn texts(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn r27_an_employee_takes_the_tour_and_learns_from_every_answer() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/").await.assert_selector("nav a[href='/pengenalan']");
        let page = ratna.visit("/pengenalan").await;
        page.assert_says("14 hari kerja").assert_says("Tidak ada kuota");
        for to in ["/aturan", "/skp", "/laporan", "/umpan-balik", "/penilaian", "/hasil", "/akses-berkas"] {
            page.assert_selector(&format!("main a[href='{to}']"));
        }
        ratna.visit("/pengenalan/kuis").await;
        let fields = answers(3);
        let missing = ratna.submit("main form.form", &texts(&fields[..2])).await;
        missing.assert_status(422).assert_says("Pertanyaan 3 belum dijawab").assert_selector("input[checked]");
        let page = ratna.submit("main form.form", &texts(&fields)).await;
        page.assert_says("5 dari 8 jawaban benar").assert_says("Ps 29").assert_says("Tidak ada yang lulus atau gagal");
        ratna.visit("/pengenalan/kuis").await;
        ratna.submit("main form.form", &texts(&answers(0))).await.assert_says("8 dari 8 jawaban benar");
        let kept =
            stage.as_("ratna").read().tried(stage.employee("ratna")).await.expect("the database").expect("a try");
        assert_eq!((kept.first_right, kept.right, kept.times), (5, 8, 2));
        ratna.visit("/pengenalan/pemahaman").await.assert_status(403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r27_the_office_sees_understanding_by_unit_and_no_small_group() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        for (key, wrong) in [("ratna", 0), ("budi", 4), ("sari", 0), ("dedi", 2), ("tono", 2), ("wiryo", 0)] {
            let library = policies::library();
            let chosen = answers(wrong)
                .into_iter()
                .zip(&library.quiz().questions)
                .map(|((_, value), question)| (question.code.clone(), value.parse::<usize>().expect("a number") - 1));
            actions::orientation::quiz::send(&stage.as_(key), chosen.collect()).await.expect("answers");
        }
        let mut office = open(&stage, "wiryo").await;
        let page = office.visit("/pengenalan/pemahaman").await;
        page.assert_says("Bidang Informasi dan Komunikasi Publik").assert_says("bukan sebagai akibatnya");
        // IKP has three people: hidden. Six people of the agency took it: 40 of 48 right.
        let rows = page.texts("main tbody tr");
        let ikp = rows.iter().find(|row| row.contains("Informasi dan Komunikasi Publik")).expect("the unit");
        assert!(ikp.contains("terlalu sedikit") && !ikp.contains('%'), "{ikp}");
        let whole = rows.iter().find(|row| row.contains("Seluruh instansi")).expect("the total");
        assert!(whole.contains("83,33 %"), "{whole}");
        for key in ["sari", "ika", "ratna"] {
            open(&stage, key).await.visit("/pengenalan/pemahaman").await.assert_status(403);
        }
        open(&stage, "joko").await.visit("/pengenalan/pemahaman").await.assert_status(200);
    })
    .await;
}
