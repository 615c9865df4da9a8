//! Writing: what is typed comes back, drafts are kept, two writers do not lose each other's words.

use actions::draft;
use domain::{
    ids::PostTaskId,
    people::PostTask,
    permissions::Action,
    plan::workflow::{State, state},
};
use testkit::{engines::Database, site::Site, stage::Stage};

/// A stage on SQLite and a visitor logged in; the database lives as long as the first is kept.
pub async fn visitor(key: &str) -> (Database, Stage, Site) {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    let site = Site::of(&stage).log_in(key).await;
    (database, stage, site)
}

const FORM: &str = "form[data-draft]";
const SAVE: &str = "Simpan hasil kerja";

#[tokio::test]
async fn plan_is_started_written_and_signed() {
    let (_database, stage, mut site) = visitor("ratna").await;
    site.visit("/skp").await.assert_says("Belum ada SKP 2026");
    site.visit("/skp/baru").await;
    let page = site.submit("form[action='/skp/baru']", &[]).await;
    page.assert_status(200).assert_says("Tulis hasil kerja pertama");
    let to = page.link("Tulis hasil kerja");
    site.visit(&to).await;
    let typed = [
        ("text", "Permohonan informasi publik terjawab tepat waktu"),
        ("indicator.0.aspek", "kuantitas"),
        ("indicator.0.text", "Permohonan yang dijawab"),
        ("indicator.0.target", "1.240"),
    ];
    let page = site.press(FORM, SAVE, &typed).await;
    page.assert_status(422).assert_says("Target belum ada satuannya");
    page.assert_selector("a[href='#indicator.0.target_unit']");
    page.assert_selector("input[name='indicator.0.target_unit'][aria-invalid=true]");
    assert_eq!(page.attr("input[name='indicator.0.target']", "value").as_deref(), Some("1.240"), "as typed");
    assert_eq!(page.text("textarea[name=text]"), typed[0].1);
    let page = site.press(FORM, SAVE, &[("indicator.0.target_unit", "permohonan")]).await;
    page.assert_status(200).assert_says("Hasil kerja tersimpan").assert_says("1.240 permohonan");
    let page = site.press("form[action$='/tanda-tangan']", "Tanda tangani", &[]).await;
    page.assert_says("SKP sudah ditandatangani").assert_says("menetapkan atau mengembalikannya");
    let plans = stage.as_("ratna").read().skps_of(stage.employee("ratna")).await.expect("plans");
    assert_eq!(state(&plans[0].milestones), State::Ditandatangani);
}

#[tokio::test]
async fn plan_starts_from_last_year() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let before = stage.plan_of("ratna").await;
    stage.at("2027-01-04 08:00");
    let mut again = Site::of(&stage).log_in("ratna").await;
    again.visit("/skp/baru").await.assert_says("SKP 2026");
    let page = again.submit("form[action='/skp/baru']", &[]).await;
    page.assert_says("Permohonan informasi publik terjawab tepat waktu").assert_says("Draf");
    assert!(!page.url.contains(&before.to_string()), "a plan of its own");
    // The year that has its plan says so instead of starting a second one, and keeps what was chosen.
    site.visit("/skp/baru").await;
    let page = again.visit("/skp/baru").await.clone();
    assert!(page.has("input[name=origin][checked]"));
    let page = again.submit("form[action='/skp/baru']", &[("origin", "kosong")]).await;
    page.assert_status(409).assert_says("Sudah ada SKP 2027");
    page.assert_selector("input[name=origin][value=kosong][checked]");
}

#[tokio::test]
async fn plan_takes_one_more_indicator_without_saving() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let id = stage.start_of("ratna").await;
    site.visit(&format!("/skp/{id}/hasil/baru")).await;
    let page = site.press(FORM, "Tambah indikator", &[("text", "Loket buka setiap hari kerja")]).await;
    page.assert_status(200).assert_selector("textarea[name='indicator.1.text'][autofocus]");
    assert_eq!(page.text("textarea[name=text]"), "Loket buka setiap hari kerja");
    assert!(stage.skp("ratna", id).await.content.results.is_empty());
    let two = [("indicator.0.text", "Hari loket buka"), ("indicator.1.text", "Keluhan yang dijawab")];
    site.press(FORM, SAVE, &two).await.assert_says("Hasil kerja tersimpan");
    let saved = stage.skp("ratna", id).await.content.results.remove(0);
    assert_eq!(saved.indicators.iter().map(|i| i.text.as_str()).collect::<Vec<_>>(), [two[0].1, two[1].1]);
    site.visit(&format!("/skp/{id}/hasil/{}", saved.id)).await;
    site.press(FORM, SAVE, &[("indicator.0.remove", "1")]).await.assert_says("Hasil kerja tersimpan");
    let left = stage.skp("ratna", id).await.content.results.remove(0);
    assert_eq!(left.indicators, saved.indicators[1..], "the other keeps its id");
}

#[tokio::test]
async fn plan_of_two_writers_shows_both_and_keeps_what_was_typed() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let id = stage.draft_of("ratna").await;
    let rhk = stage.skp("ratna", id).await.content.results[0].id;
    let path = format!("/skp/{id}/hasil/{rhk}");
    site.visit(&path).await;
    let mut sari = Site::of(&stage).log_in("sari").await;
    sari.visit(&path).await;
    sari.press(FORM, SAVE, &[("text", "Permohonan terjawab dalam tiga hari")]).await.assert_says("tersimpan");
    let page = site.press(FORM, SAVE, &[("text", "Permohonan terjawab ramah dan cepat")]).await;
    page.assert_status(409).assert_says("Permohonan terjawab dalam tiga hari").assert_says(stage.name("sari"));
    assert!(page.html().contains("Permohonan terjawab ramah dan cepat"), "what was typed is there");
    let page = site.submit("main form", &[("_pilih.text", "saya")]).await;
    page.assert_status(200).assert_says("Hasil kerja tersimpan").assert_says("Permohonan terjawab ramah dan cepat");
}

#[tokio::test]
async fn plan_of_two_writers_in_different_results_is_no_conflict() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let id = stage.draft_of("ratna").await;
    let rhk = stage.skp("ratna", id).await.content.results[0].id;
    site.visit(&format!("/skp/{id}/hasil/{rhk}")).await;
    let mut sari = Site::of(&stage).log_in("sari").await;
    sari.visit(&format!("/skp/{id}/perilaku")).await;
    sari.press(
        FORM,
        "Simpan",
        &[("akuntabel", "Bukti disimpan pada hari yang sama\nTidak menunda"), ("adaptif", "Mencoba cara baru")],
    )
    .await
    .assert_says("Ekspektasi khusus tersimpan")
    .assert_says("Mencoba cara baru");
    site.press(FORM, SAVE, &[("text", "Permohonan terjawab ramah")]).await.assert_says("Hasil kerja tersimpan");
    let content = stage.skp("ratna", id).await.content;
    assert_eq!(content.results[0].text, "Permohonan terjawab ramah");
    assert_eq!(content.expectations.values().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
}

#[tokio::test]
async fn plan_draft_is_shown_again_and_can_be_thrown_away() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let id = stage.draft_of("ratna").await;
    let rhk = stage.skp("ratna", id).await.content.results[0].id;
    let path = format!("/skp/{id}/hasil/{rhk}");
    site.visit(&path).await.assert_no_selector("form[action$='/buang-draf']");
    let mut typed = site.shown().form(FORM, None);
    typed.fill("text", "Belum selesai saya tul");
    let fields = typed.fields.into_iter().filter(|(name, _)| !name.starts_with('_')).collect();
    let key = format!("skp.{id}.hasil.{rhk}");
    draft::save(&stage.as_("ratna"), &key, fields).await.expect("the draft");
    let page = site.visit(&path).await;
    page.assert_says("Ini tulisan Anda yang belum disimpan");
    assert_eq!(page.text("textarea[name=text]"), "Belum selesai saya tul");
    let page = site.submit("form[action$='/buang-draf']", &[]).await;
    assert_eq!(page.text("textarea[name=text]"), "Permohonan informasi publik terjawab tepat waktu");
    // A draft goes when its form is saved.
    let saved = site.press(FORM, SAVE, &[("text", "Permohonan terjawab")]).await;
    saved.assert_says("Hasil kerja tersimpan");
    assert!(draft::see(&stage.as_("ratna"), &key).await.expect("drafts").is_none());
}

#[tokio::test]
async fn plan_annexes_are_saved_line_by_line() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let id = stage.start_of("ratna").await;
    site.visit(&format!("/skp/{id}/lampiran")).await;
    let typed = [("resources", "Satu pemindai\r\n\r\n  Akses arsip  "), ("consequences", "Diusulkan pelatihan")];
    site.press(FORM, "Simpan", &typed).await.assert_says("Lampiran tersimpan").assert_says("Akses arsip");
    let content = stage.skp("ratna", id).await.content;
    assert_eq!(content.resources, ["Satu pemindai", "Akses arsip"]);
    assert_eq!((content.accountability.len(), content.consequences.len()), (0, 1));
}

#[tokio::test]
async fn plan_starts_from_chosen_tasks_of_the_post() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let post = stage.post("ratna");
    let tasks: Vec<PostTask> = [("Menyusun rilis", "Rilis terbit"), ("Memelihara kanal", "")]
        .into_iter()
        .zip(1..)
        .map(|((task, output), seq)| PostTask {
            id: PostTaskId(stage.app.world.id()),
            post,
            seq,
            task: task.to_owned(),
            output: output.to_owned(),
        })
        .collect();
    let (first, saved) = (tasks[0].id.to_string(), tasks.clone());
    let office = stage.as_("wiryo");
    let act = office.act(Action::PeopleWrite, move |work| {
        let tasks = saved.clone();
        async move {
            work.save_post_tasks(post, &tasks).await?;
            work.journal("post", post, None, Some(&tasks)).await
        }
    });
    act.await.expect("the tasks are saved");
    site.visit("/skp/baru").await.assert_says("Hasil: Rilis terbit");
    let page = site.submit("form[action='/skp/baru']", &[]).await;
    page.assert_status(422).assert_says("Centang sedikitnya satu tugas");
    let page = site.submit("form[action='/skp/baru']", &[("task", &first), ("origin", "kosong")]).await;
    page.assert_status(422).assert_selector("input[name=task][checked]");
    let page = site.submit("form[action='/skp/baru']", &[("origin", "tugas")]).await;
    page.assert_says("Rilis terbit").assert_says("Menyusun rilis");
}
