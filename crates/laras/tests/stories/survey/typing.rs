//! R7, R22: services and periods are kept by those who may; paper and files come in with every mistake told.

use super::{SERVICE, all, set, somebody};
use actions::{
    Failure,
    survey::{import::import, manage_round::close},
};
use domain::decision::Refusal;
use testkit::{Site, Stage, for_each_engine, site::File};

#[tokio::test(flavor = "multi_thread")]
async fn r7_the_office_opens_a_period_and_a_leader_adds_a_service() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/").await.assert_selector("a[href='/survei']");
        sari.visit("/survei/layanan-baru").await;
        let unit = stage.unit("IKP").to_string();
        let typed = [("name", "Kartu keluarga"), ("code", "Kartu Keluarga"), ("unit", unit.as_str()), ("users", "30")];
        let page = sari.submit("main form", &typed).await;
        page.assert_status(422).assert_selector("#code-error").assert_no_selector("#name-error");
        let fields = [("code", "kartu-keluarga"), ("questions", "antre | angka | Apakah antrean tertib?")];
        sari.submit("main form", &fields).await.assert_status(200).assert_says("Layanan disimpan");
        sari.visit("/survei/masa-baru").await.assert_status(403);

        let mut wiryo = Site::of(&stage).log_in("wiryo").await;
        wiryo.visit("/survei/masa-baru").await;
        let dates = [("name", "Semester I 2026"), ("from", "2026-06-30"), ("until", "2026-01-05")];
        wiryo.submit("main form", &dates).await.assert_status(422).assert_selector("#until-error");
        let dates = [("from", "2026-01-05"), ("until", "2026-06-30")];
        wiryo.submit("main form", &dates).await.assert_says("Masa survei disimpan").assert_says("Kartu keluarga");
        wiryo.visit("/survei/masa-baru").await;
        let twice = [("name", "Lagi"), ("from", "2026-06-30"), ("until", "2026-12-31")];
        wiryo.submit("main form", &twice).await.assert_status(422).assert_says("bertumpuk dengan Semester I 2026");

        let mut visitor = somebody(&stage).await;
        visitor.shown().assert_says("Apakah antrean tertib?");
        visitor
            .submit("main form", &[&all("3")[..], &[("tambahan.antre", "2")]].concat())
            .await
            .assert_says("Terima kasih");
        let answers = wiryo.visit("/survei").await;
        answers.assert_says("75,00").assert_says("1 dari 28 jawaban");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r7_paper_is_typed_in_by_people_of_the_unit() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (service, round) = set(&stage).await;
        let path = format!("/survei/layanan/{service}/kertas");
        for (key, status) in [("ratna", 200), ("sari", 200), ("wiryo", 200), ("tono", 403), ("ika", 403), ("lina", 404)]
        {
            let mut site = Site::of(&stage).log_in(key).await;
            assert_eq!(site.visit(&path).await.status.as_u16(), status, "{key}");
        }
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit("/").await.assert_selector("a[href='/survei']");
        ratna
            .visit("/survei")
            .await
            .assert_says("Layanan kartu-keluarga")
            .assert_no_selector("a[href*='/survei/unit/']");
        ratna.visit(&format!("/survei/layanan/{service}")).await.assert_status(403);
        ratna.visit(&path).await;
        ratna.submit("main form", &[]).await.assert_status(422).assert_says("Belum ada lembar");
        let sheets = [
            ("lembar.0.nilai", "343 334 443"),
            ("lembar.0.kelamin", "perempuan"),
            ("lembar.0.saran", "Papan petunjuknya kecil."),
            ("lembar.1.nilai", "34333444"),
            ("lembar.2.nilai", "343534443"),
        ];
        let page = ratna.submit("main form", &sheets).await;
        page.assert_status(422).assert_says("yang diketik 8").assert_says("Biaya/tarif: “5”");
        assert_eq!(page.attr("[name='lembar.0.nilai']", "value").as_deref(), Some("343 334 443"), "nothing is lost");
        let mended = [("lembar.1.nilai", "343334444"), ("lembar.2.nilai", "343334443")];
        ratna.submit("main form", &mended).await.assert_says("3 lembar tersimpan");
        let said = stage.as_("wiryo").read().survey_answers(round, service).await.expect("answers");
        assert_eq!(said.len(), 3);
        assert_eq!(said.iter().filter(|one| one.words.starts_with("Papan")).count(), 1);

        close(&stage.as_("wiryo"), round).await.expect("closing");
        ratna.visit(&path).await.assert_says("Tidak ada masa survei");
    })
    .await;
}

const FILE: &str = "U1;U2;U3;U4;U5;U6;U7;U8;U9;umur;saran\n\
    3;3;4;4;3;3;4;3;3;26-35;Cepat\n\
    3;3;5;4;3;3;4;3;3;26-35;\n\
    4;4;4;4;4;4;4;4;4;;\n\
    3;;3;3;3;3;3;3;3;12 tahun;\n";

#[tokio::test(flavor = "multi_thread")]
async fn r7_a_file_of_sheets_comes_in_once_with_its_mistakes_told() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let (service, round) = set(&stage).await;
        let ratna = stage.as_("ratna");
        let taken = import(&ratna, service, round, FILE.as_bytes().to_vec()).await.expect("a file");
        assert_eq!((taken.total, taken.added, taken.known), (4, 2, 0));
        let bad: Vec<_> = taken.bad.iter().map(|bad| (bad.row, bad.column.as_str(), bad.says.key.as_ref())).collect();
        assert_eq!(
            bad,
            [
                (3, "u3", "survey-answer-outside"),
                (5, "u2", "survey-answer-missing"),
                (5, "umur", "survey-band-unknown")
            ]
        );
        let again = import(&ratna, service, round, FILE.as_bytes().to_vec()).await.expect("the same file");
        assert_eq!((again.added, again.known), (0, 2), "twice is once");
        for (text, key) in [("", "import-file-empty"), ("u1,u2\n3,3\n", "import-columns-missing")] {
            let Err(Failure::Refused(Refusal::Fields(errors))) =
                import(&ratna, service, round, text.as_bytes().to_vec()).await
            else {
                panic!("{text:?} was taken")
            };
            assert_eq!(errors[0].text.key, key);
        }

        // Through the page: what is rejected can be taken out, with its reasons.
        let mut site = Site::of(&stage).log_in("ratna").await;
        let path = format!("/survei/layanan/{service}/impor");
        site.visit(&path).await;
        let file = [File { field: "file", name: "lembar.csv", bytes: FILE.as_bytes() }];
        let page = site.upload("main form", "Unduh baris yang ditolak saja", &[], &file).await;
        let text = page.html();
        assert_eq!(text.lines().count(), 3, "a header and two rows: {text}");
        assert!(
            text.contains("alasan") && text.contains("12 tahun") && text.contains("bukan jawaban 1 sampai 4"),
            "{text}"
        );
        site.visit(&path).await;
        let page = site.upload("main form", "Masukkan", &[], &file).await;
        page.assert_says("2 sudah ada sebelumnya").assert_says("3 kesalahan").assert_says("Belum dijawab");
        let said = stage.as_("wiryo").read().survey_answers(round, service).await.expect("answers");
        assert_eq!(said.len(), 2);
        let mut visitor = somebody(&stage).await;
        visitor.visit(SERVICE).await.assert_status(200);
    })
    .await;
}
