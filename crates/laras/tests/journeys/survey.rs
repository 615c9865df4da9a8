//! In a browser: somebody answers the public survey on a phone without scripts, the office reads what was said; with the keyboard
//! alone, each page checked for accessibility.

use crate::{ARROW_DOWN, sound};
use actions::survey::{
    enter::enter,
    import::sheet,
    manage_round::{self, RoundDraft},
    see::see_service,
    write_service::{ServiceDraft, write},
};
use domain::{survey::Weight, time::DateRange};
use testkit::{
    browser::{Browser, Setting, Size},
    cast::PASSWORD,
    engines::Database,
    server::Server,
    stage::Stage,
};

const PUBLIC: &str = "/skm/pemerintah-kabupaten-uji-laras";

#[tokio::test]
async fn journey_the_public_answers_and_the_office_reads() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    let office = stage.as_("wiryo");
    let draft = ServiceDraft {
        unit: stage.unit("IKP"),
        code: "kartu-keluarga".into(),
        name: "Kartu keluarga".into(),
        users: 30,
        tickets: false,
        pace: 30,
        questions: Vec::new(),
        retired: false,
    };
    let service = write(&office, None, draft).await.expect("a service");
    let dates = DateRange { from: office.today(), until: "2026-06-30".parse().ok() };
    let round = RoundDraft { name: "Semester I 2026".into(), dates, weight: Weight::Ninth, smallest: 10 };
    let round = manage_round::open(&office, round).await.expect("a period");
    let server = Server::of(&stage).await;

    let plain = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    plain.open(&format!("{}{PUBLIC}/kartu-keluarga", server.url)).await;
    plain.wait_for("Apakah petugas sopan dan ramah?").await;
    plain.choose("main form button.button").await;
    plain.find(".errors").await;
    for n in 1..=9 {
        plain.tab_to(&format!("[name=u{n}]")).await;
        plain.type_text(ARROW_DOWN).await;
    }
    plain.fill("[name=saran]", "Kursinya kurang.").await;
    plain.choose("main form button.button").await;
    plain.wait_for("Terima kasih").await;
    plain.close().await;

    let browser = Browser::phone().await;
    browser.open(&format!("{}{PUBLIC}/kartu-keluarga", server.url)).await;
    sound(&browser, "survey-public").await;
    browser.choose("main form button.button").await;
    browser.find(".errors").await;
    sound(&browser, "survey-public-wrong").await;
    browser.close().await;

    let kept = see_service(&office, service).await.expect("the service");
    let sheets = (0..12).map(|n| {
        let cell = move |field: &str| match field.strip_prefix('u').and_then(|digit| digit.parse::<u8>().ok()) {
            Some(_) if n % 3 == 0 => "3",
            Some(_) => "4",
            None => "",
        };
        sheet(&kept, cell).expect("a sheet")
    });
    enter(&office, service, round, sheets.collect()).await.expect("sheets");

    let browser = Browser::start().await;
    browser.open(&format!("{}/masuk?ke=/survei", server.url)).await;
    browser.fill("#login", &stage.login("wiryo")).await;
    browser.fill("#password", PASSWORD).await;
    browser.enter().await;
    browser.wait_for("Kartu keluarga").await;
    sound(&browser, "survey-list").await;
    browser.choose(&format!("main a[href^='/survei/layanan/{service}']")).await;
    browser.wait_for("IKM").await;
    sound(&browser, "survey-result").await;
    for (below, picture) in [("/suara", "survey-words"), ("/ubah", "survey-service"), ("/impor", "survey-file")] {
        browser.open(&format!("{}/survei/layanan/{service}{below}", server.url)).await;
        sound(&browser, picture).await;
    }
    browser.open(&format!("{}/survei/layanan/{service}/kertas", server.url)).await;
    browser.fill("[name$=nilai]", "34343434").await;
    browser.choose("main form button.button").await;
    browser.find(".errors").await;
    sound(&browser, "survey-paper-wrong").await;
    browser.fill("[name$=nilai]", "343434343").await;
    browser.choose("main form button.button").await;
    browser.wait_for("lembar").await;
    manage_round::close(&stage.as_("wiryo"), round).await.expect("closed");
    browser.open(&format!("{}{PUBLIC}", server.url)).await;
    browser.wait_for("Semester I 2026").await;
    sound(&browser, "survey-published").await;
    browser.close().await;
}
