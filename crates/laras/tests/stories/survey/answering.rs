//! R7, R26: anybody answers without a name; once from each device, once with each ticket; what cannot be taken is said
//! beside the question, and nothing typed is lost.

use super::{AGENCY, SERVICE, all, draft, open, set, set_with, somebody};
use actions::{
    journal::see_journal,
    survey::{manage_round::close, see::see_service, ticket},
};
use store::{JournalFilter, PageOf};
use testkit::{Site, Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r7_anybody_answers_once_from_their_device_and_nobody_is_named() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (service, round) = set(&stage).await;
        let mut visitor = somebody(&stage).await;
        let page = visitor.shown();
        page.assert_status(200).assert_says("Apakah petugas sopan dan ramah?").assert_no_selector("header .menu");
        assert_eq!(page.count("fieldset input[type=radio]"), 36, "nine questions with four answers each");

        // Two questions left out: said beside them, everything else as chosen.
        let most = &all("3")[..7];
        let page = visitor.submit("main form", &[most, &[("saran", "Kursinya kurang.")]].concat()).await;
        page.assert_status(422)
            .assert_selector("#u8-error")
            .assert_selector("#u9-error")
            .assert_no_selector("#u1-error");
        page.assert_says("Belum dijawab: Sarana dan prasarana");
        page.assert_selector("input[name=u7][value='3'][checked]").assert_selector("textarea[name=saran]");
        assert_eq!(page.text("textarea[name=saran]"), "Kursinya kurang.");
        let again = page.form("main form", None);
        let rest = [("u8", "4"), ("u9", "2"), ("umur", "26-35")];
        visitor.post(again.clone(), &rest, &[]).await.assert_status(200).assert_says("Terima kasih");
        // Pressed twice: thanked again, counted once.
        visitor.post(again, &rest, &[]).await.assert_says("Terima kasih");
        visitor.visit(SERVICE).await;
        let page = visitor.submit("main form", &all("4")).await;
        page.assert_status(409).assert_says("sudah diisi hari ini dari perangkat ini");
        page.assert_selector("input[name=u7][value='4'][checked]");

        let scope = stage.as_("wiryo").read();
        let said = scope.survey_answers(round, service).await.expect("answers");
        assert_eq!(said.len(), 1, "once");
        assert_eq!((said[0].answers.pattern().as_str(), said[0].words.as_str()), ("333333342", "Kursinya kurang."));
        // On another day the same device may answer again, and cannot be known by the day before.
        stage.at("2026-01-06 08:00");
        visitor.visit(SERVICE).await;
        visitor.submit("main form", &all("4")).await.assert_says("Terima kasih");
        let mut other = somebody(&stage).await;
        other.submit("main form", &all("4")).await.assert_says("Terima kasih");
        assert_eq!(scope.survey_answers(round, service).await.expect("answers").len(), 3);

        let filter = JournalFilter { action: Some("survey.answer".into()), ..JournalFilter::default() };
        let journal = see_journal(&stage.as_("joko"), filter, PageOf::default()).await.expect("the journal");
        assert_eq!(journal.page.rows.len(), 3);
        for row in journal.page.rows {
            let after = row.after.unwrap_or_default();
            assert_eq!(row.by, None, "nobody is named");
            assert!(!after.contains("3333") && !after.contains("Kursinya"), "no word of the answer: {after}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r7_what_cannot_be_taken_is_refused_with_its_reason() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut nobody = Site::of(&stage);
        for path in [SERVICE, "/skm/kota-entah/kartu-keluarga", "/skm/kota-entah"] {
            nobody.visit(path).await.assert_status(404);
        }
        nobody.visit(AGENCY).await.assert_says("Belum ada hasil");
        let (service, round) = set_with(&stage, draft(&stage, "IKP", "kartu-keluarga")).await;

        let mut visitor = somebody(&stage).await;
        let form = visitor.shown().form("main form", None);
        for (wrong, says) in [("5", "“5” bukan jawaban 1 sampai 4"), ("0", "“0”"), ("baik", "“baik”")] {
            let mut fields = all("3");
            fields[2] = ("u3", wrong);
            let page = visitor.post(form.clone(), &fields, &[]).await;
            page.assert_status(422).assert_selector("#u3-error").assert_says(says);
            assert_eq!(page.count(".error"), 1);
        }
        let odd = [&all("3")[..], &[("umur", "1990-03-12")]].concat();
        visitor.post(form.clone(), &odd, &[]).await.assert_status(422).assert_selector("#umur-error");

        // Closed while somebody was filling it in: said, and nothing comes in.
        close(&stage.as_("wiryo"), round).await.expect("closing");
        visitor.post(form, &all("3"), &[]).await.assert_status(409).assert_says("sudah ditutup");
        visitor.visit(SERVICE).await.assert_says("sudah ditutup").assert_no_selector("main form");
        assert!(stage.as_("wiryo").read().survey_answers(round, service).await.expect("answers").is_empty());

        // A period to come, and a day in none.
        stage.at("2026-07-02 09:00");
        visitor.visit(SERVICE).await.assert_says("sedang tidak dibuka");
        open(&stage, "Semester II 2026", "2026-08-01", "2026-12-31").await;
        visitor.visit(SERVICE).await.assert_says("sedang tidak dibuka");
        stage.at("2026-08-01 09:00");
        visitor.visit(SERVICE).await.assert_selector("main form");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r7_a_ticket_answers_once() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let tickets =
            actions::survey::write_service::ServiceDraft { tickets: true, ..draft(&stage, "IKP", "kartu-keluarga") };
        let (service, round) = set_with(&stage, tickets).await;
        let sari = stage.as_("sari");
        assert_eq!(ticket::hand_out(&sari, service, 3).await.expect("tickets"), 3);
        let codes = ticket::unused(&sari, service).await.expect("tickets");
        let mut visitor = somebody(&stage).await;
        visitor.submit("main form", &all("4")).await.assert_status(422).assert_selector("#ticket-error");
        let with = |code: &'static str| [&all("4")[..], &[("ticket", code)]].concat();
        visitor.submit("main form", &with("ENTAH123")).await.assert_status(422).assert_says("tidak dikenal");
        let code: &'static str = codes[0].to_lowercase().leak();
        visitor.submit("main form", &with(code)).await.assert_says("Terima kasih");
        visitor.visit(SERVICE).await;
        visitor.submit("main form", &with(code)).await.assert_status(422).assert_says("sudah dipakai");
        assert_eq!(ticket::unused(&sari, service).await.expect("tickets").len(), 2);
        assert_eq!(sari.read().survey_answers(round, service).await.expect("answers").len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r7_the_device_at_the_counter_starts_anew_and_floods_are_held_back() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let slow = actions::survey::write_service::ServiceDraft { pace: 5, ..draft(&stage, "IKP", "kartu-keluarga") };
        let (service, round) = set_with(&stage, slow).await;
        let key = see_service(&stage.as_("sari"), service).await.expect("the service").kiosk_key;
        let here = format!("{SERVICE}/kios/{key}");
        let mut counter = Site::of(&stage);
        counter.visit(&format!("{SERVICE}/kios/salah")).await.assert_status(404);
        for n in 0..5 {
            let page = counter.visit(&here).await;
            assert!(page.headers["refresh"].to_str().expect("text").ends_with(&here), "left alone it starts anew");
            page.assert_no_selector("input[type=radio][checked]");
            let page = counter.submit("main form", &all("4")).await;
            page.assert_says("Terima kasih");
            assert_eq!(page.headers["refresh"], format!("8;url={here}").as_str(), "{n}");
        }
        counter.visit(&here).await;
        let page = counter.submit("main form", &all("3")).await;
        page.assert_status(409)
            .assert_says("Sedang banyak yang mengisi")
            .assert_selector("input[name=u9][value='3'][checked]");
        stage.minutes(1);
        counter.submit("main form", &all("3")).await.assert_says("Terima kasih");

        // Five alike in one minute: kept, counted, and shown to those who read results.
        let scope = stage.as_("sari").read();
        assert_eq!(scope.survey_answers(round, service).await.expect("answers").len(), 6);
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit(&format!("/survei/layanan/{service}?masa={round}")).await.assert_says("menit yang sama");
        let page = sari.visit(&format!("/survei/layanan/{service}/suara?masa={round}")).await;
        page.assert_says("Perlu dilihat").assert_says("444444444");
    })
    .await;
}
