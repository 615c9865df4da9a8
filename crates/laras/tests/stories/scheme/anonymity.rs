//! R8: what a peer says cannot be traced to them. Every word a peer writes carries a mark of its own, and nobody may meet a mark
//! before the result is frozen, nor ever when the peers are too few; and pages looked at one after another must not differ by one
//! voice. Looked at: every page that can be reached, the papers, the journal, notices, exports, jobs.

use super::{says, sheet, signed, year_of};
use crate::{EXPECTED, open, stage_of};
use actions::{
    journal::see_journal,
    people::{
        export::{Format, export},
        import::Kind,
    },
    scheme::{
        decide::decide,
        nominate::{Name, nominate},
    },
};
use domain::{
    ids::{EvaluationId, PeriodId, SkpId},
    scheme::Role,
};
use std::{
    collections::BTreeSet,
    io::Write,
    process::{Command, Stdio},
};
use store::{JournalFilter, PageOf};
use testkit::{Site, Stage, for_each_engine};

const PEERS: [&str; 3] = ["budi", "tono", "joko"];
/// Everybody who might look, the peers last.
const READERS: [&str; 10] = ["ratna", "sari", "dedi", "hasan", "wiryo", "ika", "lina", "budi", "tono", "joko"];

/// What a peer writes and nobody else.
fn mark(key: &str) -> String {
    format!("tanda{key}uji")
}

/// Ratna's year with three peers agreed upon, who have not answered yet.
async fn asked(stage: &Stage) -> (PeriodId, SkpId) {
    let (period, skp) = year_of(stage, "ratna").await;
    for key in PEERS {
        let name = Name { rater: stage.employee(key), role: Role::Rekan, family: false };
        let id = nominate(&stage.as_("ratna"), period, skp, name).await.expect("named");
        decide(&stage.as_("sari"), period, skp, id, true, String::new()).await.expect("agreed");
    }
    (period, skp)
}

/// A peer answers: levels of their own, a marked reason everywhere.
async fn answers(stage: &Stage, key: &str, level: &str, period: PeriodId, skp: SkpId) {
    says(stage, key, &sheet(period, skp), level, &[], &mark(key)).await;
}

/// What can be read on a printed page, in one piece: a line may break within a word.
fn on_paper(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext, of poppler-utils");
    reader.stdin.take().expect("its input").write_all(pdf).expect("handed in");
    let read = reader.wait_with_output().expect("read");
    assert!(read.status.success() && !read.stdout.is_empty(), "a paper with words on it");
    String::from_utf8_lossy(&read.stdout).replace(['-', '\n', ' '], "")
}

/// The pages that show anything of the sheets, as this person sees them.
async fn near(site: &mut Site, period: PeriodId, skp: SkpId) -> Vec<(String, String)> {
    let place = sheet(period, skp);
    let mut all = Vec::new();
    for path in [
        "/".to_owned(),
        "/pemberitahuan".to_owned(),
        "/kriteria".to_owned(),
        place.clone(),
        format!("{place}/penilai"),
        format!("/penilaian/{period}/{skp}"),
        "/penilaian".to_owned(),
        "/tim".to_owned(),
        "/hasil".to_owned(),
        format!("/siklus?periode={period}"),
    ] {
        let words = site.visit(&path).await.said();
        all.push((path, words));
    }
    all
}

/// Everything one person can reach from the first page, the sheets and the result on.
async fn everywhere(site: &mut Site, from: Vec<String>) -> String {
    let (mut seen, mut waiting, mut said) = (BTreeSet::new(), from, String::new());
    waiting.push("/".to_owned());
    while let Some(path) = waiting.pop() {
        let plain = path.split('#').next().unwrap_or_default().to_owned();
        let elsewhere = !plain.starts_with('/') || plain.starts_with("/aset/") || plain.contains("tahun=");
        let paper = plain.contains("/cetak") && !plain.starts_with("/hasil/");
        if elsewhere || paper || plain.starts_with("/ekspor") || !seen.insert(plain.clone()) || seen.len() > 120 {
            continue;
        }
        let page = site.visit(&plain).await;
        assert!(!page.status.is_server_error(), "{plain}: {}", page.status);
        if page.bytes.starts_with(b"%PDF") {
            said.push_str(&on_paper(&page.bytes));
        } else {
            said.push_str(&page.html());
            waiting.extend(page.links());
        }
    }
    assert!(seen.len() > 8, "somebody goes round the house: {seen:?}");
    said
}

/// Which peers' marks somebody meets anywhere.
async fn met(
    stage: &Stage,
    key: &str,
    period: PeriodId,
    skp: SkpId,
    result: Option<EvaluationId>,
) -> Vec<&'static str> {
    let mut site = open(stage, key).await;
    let place = sheet(period, skp);
    let mut from = vec![place.clone(), format!("{place}/penilai"), format!("/penilaian/{period}/{skp}")];
    from.extend(["/jurnal".to_owned(), "/jurnal?hal=sheet".to_owned(), "/jurnal?hal=nomination".to_owned()]);
    if let Some(result) = result {
        from.extend(["", "/mengapa", "/cetak"].map(|part| format!("/hasil/{result}{part}")));
    }
    let said = everywhere(&mut site, from).await;
    PEERS.into_iter().filter(|peer| said.contains(&mark(peer))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_two_looks_never_differ_by_one_voice() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = asked(&stage).await;
        // Read what waits first, so that only what a peer does could change a page.
        let lookers = ["ratna", "sari", "dedi", "wiryo", "hasan"];
        let mut sites = Vec::new();
        for key in lookers {
            let mut site = open(&stage, key).await;
            near(&mut site, period, skp).await;
            sites.push((key, near(&mut site, period, skp).await, site));
        }
        // Two of three: nothing changes anywhere, for anybody.
        for (peer, level) in [("budi", "2"), ("tono", "5")] {
            answers(&stage, peer, level, period, skp).await;
            for (key, before, site) in &mut sites {
                let now = near(site, period, skp).await;
                for (was, is) in before.iter().zip(&now) {
                    assert_eq!(was, is, "{key} sees that {peer} has answered");
                }
            }
        }
        // The last of all ends the supervisor's wait for the peers, which tells that all have answered and nothing else.
        answers(&stage, "joko", "3", period, skp).await;
        for (key, before, site) in &mut sites {
            let now = near(site, period, skp).await;
            let changed: Vec<&str> =
                before.iter().zip(&now).filter(|(was, is)| was != is).map(|(was, _)| was.0.as_str()).collect();
            let waits: &[&str] = &[];
            assert_eq!(changed, waits, "{key}: she waits for the employee all the same");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_nobody_meets_a_peers_words_before_the_result() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = asked(&stage).await;
        for (peer, level) in PEERS.into_iter().zip(["2", "5", "3"]) {
            answers(&stage, peer, level, period, skp).await;
        }
        says(&stage, "ratna", &sheet(period, skp), "3", &[], "Contoh dari saya.").await;
        says(&stage, "sari", &sheet(period, skp), "3", &[], "Contoh dari atasan.").await;
        for key in READERS {
            let own: Vec<&str> = PEERS.into_iter().filter(|peer| *peer == key).collect();
            assert_eq!(met(&stage, key, period, skp, None).await, own, "{key}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_three_are_heard_together_and_without_names() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = asked(&stage).await;
        for (peer, level) in PEERS.into_iter().zip(["2", "5", "3"]) {
            answers(&stage, peer, level, period, skp).await;
        }
        let place = sheet(period, skp);
        says(&stage, "ratna", &place, "3", &[], "Contoh dari saya.").await;
        says(&stage, "sari", &place, "3", &[], "Contoh dari atasan.").await;
        let result = signed(&stage, "ratna", period, skp, EXPECTED).await;
        for key in READERS {
            let want: Vec<&str> = match key {
                "ratna" | "sari" | "dedi" => PEERS.to_vec(),
                _ => PEERS.into_iter().filter(|peer| *peer == key).collect(),
            };
            assert_eq!(met(&stage, key, period, skp, Some(result)).await, want, "{key}");
        }
        for key in ["ratna", "sari", "dedi"] {
            let mut site = open(&stage, key).await;
            let page = site.visit(&place).await;
            // (2 + 5 + 3)/3 = 3,33
            page.assert_says("Rekan kerja: 3,33, rata-rata 3 orang");
            for peer in PEERS {
                assert!(!page.html().contains(stage.name(peer)), "{key} reads who the peers are beside what they said");
                assert!(!page.html().contains(&stage.employee(peer).to_string()), "{key} reads an id");
            }
            // In alphabetical order, whoever came first.
            let of_peers = page.texts(".kept").into_iter().find(|said| said.starts_with("Rekan kerja")).expect("heard");
            let places: Vec<_> = ["budi", "joko", "tono"].map(|peer| of_peers.find(&mark(peer))).to_vec();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{of_peers}");
        }
        // Nobody adds a voice afterwards.
        let mut late = open(&stage, "budi").await;
        late.visit(&place).await.assert_no_selector("form[data-draft^='kriteria']");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_fewer_than_three_are_not_heard_at_all() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = asked(&stage).await;
        answers(&stage, "budi", "1", period, skp).await;
        answers(&stage, "tono", "1", period, skp).await;
        let place = sheet(period, skp);
        says(&stage, "ratna", &place, "3", &[], "Contoh dari saya.").await;
        // The wait for the third is over.
        stage.at("2027-01-12 09:00");
        says(&stage, "sari", &place, "3", &[], "Contoh dari atasan.").await;
        let result = signed(&stage, "ratna", period, skp, EXPECTED).await;
        for key in READERS {
            let own: Vec<&str> = PEERS[..2].iter().copied().filter(|peer| *peer == key).collect();
            assert_eq!(met(&stage, key, period, skp, Some(result)).await, own, "{key}");
        }
        for key in ["ratna", "sari", "dedi", "wiryo", "joko"] {
            let mut site = open(&stage, key).await;
            let why = site.visit(&format!("/hasil/{result}/mengapa")).await;
            why.assert_says("Rekan kerja: jawaban kurang dari 3, jadi tidak ditampilkan.");
            assert!(!why.said().contains("2 jawaban"), "{key} reads how many answered");
            let page = site.visit(&format!("/hasil/{result}")).await;
            assert!(!page.said().contains("Rekan kerja 1"), "{key}");
        }
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(&place).await;
        assert!(!page.texts(".kept").iter().any(|said| said.starts_with("Rekan")), "{}", page.said());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_journal_notices_and_exports_keep_no_peers_word() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, skp) = asked(&stage).await;
        for (peer, level) in PEERS.into_iter().zip(["2", "5", "3"]) {
            answers(&stage, peer, level, period, skp).await;
        }
        says(&stage, "ratna", &sheet(period, skp), "3", &[], "Contoh dari saya.").await;
        says(&stage, "sari", &sheet(period, skp), "3", &[], "Contoh dari atasan.").await;
        signed(&stage, "ratna", period, skp, EXPECTED).await;
        let all = PageOf { page: 1, per_page: 500 };
        let journal = see_journal(&stage.as_("joko"), JournalFilter::default(), all).await.expect("the journal").page;
        let marked = |text: &str| PEERS.into_iter().any(|peer| text.contains(&mark(peer)));
        let sheets: Vec<_> = journal.rows.iter().filter(|row| row.subject == "sheet").collect();
        assert_eq!(sheets.len(), 5, "that everybody has handed in is kept");
        for row in &journal.rows {
            assert!(!marked(&format!("{:?}{:?}", row.before, row.after)), "{} {}", row.action, row.subject);
        }
        for row in sheets.iter().filter(|row| PEERS.iter().any(|peer| row.by == Some(stage.employee(peer)))) {
            let kept = row.after.as_deref().unwrap_or_default();
            assert_eq!(kept, r#"{"role":"rekan","sent":true}"#, "no level either");
            assert!(!row.subject_id.contains(&skp.to_string()), "nor of whom");
        }
        let notices = stage.as_("joko").read().notices_since(chrono::DateTime::UNIX_EPOCH, 1_000).await.expect("all");
        assert!(!marked(&format!("{notices:?}")), "a notice never quotes");
        for kind in Kind::ALL {
            let bytes = export(&stage.as_("wiryo"), kind, Format::Csv, Some(2026)).await.expect("an export");
            assert!(!marked(&String::from_utf8_lossy(&bytes)), "{kind:?}");
        }
        let frozen = stage.as_("joko").read().evaluations_of_period(period).await.expect("results");
        assert!(!marked(&serde_json::to_string(&frozen).expect("as kept")), "the frozen result knows means only");
    })
    .await;
}
