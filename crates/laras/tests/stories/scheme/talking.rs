//! Schemes whose criteria are there to talk about: Bengkulu (every six months, no result of its own) and Plaju (competences with the
//! post's standard, peers, disagreement).

use super::{filled, says, sheet, signed, year_of};
use crate::{EXPECTED, open, stage_of};
use actions::{
    evaluation::see,
    objection::{
        ask, decide,
        file::{Filing, file},
    },
    people::import::{self, Kind, Mode},
};
use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{Stage, for_each_engine};

/// Bengkulu, R3, R13, R22: the criteria are asked for in the review of every six months and in the year; they add no result, and
/// stand beside the predikat.
#[tokio::test(flavor = "multi_thread")]
async fn bengkulu_asks_every_six_months_and_adds_no_number() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "bengkulu").await;
        let skp = stage.plan_of("ratna").await;
        let quarter = stage.period(Rhythm::Triwulanan, 1).await;
        let mut ratna = open(&stage, "ratna").await;
        assert_eq!(ratna.visit(&sheet(quarter, skp)).await.status, 404, "the law's short cycles stay light");
        let review = stage.period(Rhythm::Semesteran, 1).await;
        let place = sheet(review, skp);
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/").await.assert_says("Isi kriteria Anda: Tinjauan semester 1");
        let page = ratna.visit("/kriteria").await;
        page.assert_says("Tentang Anda").assert_says("belum diisi");
        let page = ratna.visit(&place).await;
        // One criterion is rated; what is measured is not asked for.
        page.assert_says("Mutu pelayanan").assert_says("Standar pelayanan ikut diperbaiki.");
        assert!(!page.said().contains("Survei kepuasan masyarakat"), "measured criteria are not asked for");
        says(&stage, "ratna", &place, "4", &[], "Warga lansia saya dampingi mengisi formulir.").await;
        let mut sari = open(&stage, "sari").await;
        sari.visit(&place).await.assert_says("Warga lansia saya dampingi mengisi formulir.");
        says(&stage, "sari", &place, "2", &[], "Dua keluhan yang sama berulang.").await;
        let result = signed(&stage, "ratna", review, skp, EXPECTED).await;
        let page = ratna.visit(&format!("/hasil/{result}")).await;
        page.assert_says("Sudah ditinjau").assert_says("Hasil menurut skema instansi");
        page.assert_says("kriterianya menjadi bahan percakapan").assert_says("Mutu pelayanan");
        assert!(!page.said().contains("Hasil skema:"), "no class of its own");
        assert!(!page.said().contains("Apa yang mengikuti"), "what follows, follows from the year");

        let year = stage.period(Rhythm::Tahunan, 1).await;
        let place = sheet(year, skp);
        says(&stage, "ratna", &place, "3", &[], "Keluhan sudah berkurang.").await;
        says(&stage, "sari", &place, "2", &[], "Masih ada keluhan berulang.").await;
        let result = signed(&stage, "ratna", year, skp, EXPECTED).await;
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(&format!("/hasil/{result}")).await;
        page.assert_says("Predikat kinerja: Baik");
        let follows = page.texts("section[aria-labelledby='tindak-lanjut'] ul.rows > li > strong");
        assert_eq!(follows, ["Pelatihan"], "a weak service leads to training; nobody says coaching of a good predikat");
    })
    .await;
}

const PEERS: [&str; 3] = ["budi", "tono", "joko"];

/// Names three peers through the page and lets the supervisor agree to them.
async fn with_peers(stage: &Stage, place: &str) {
    let raters = format!("{place}/penilai");
    let mut ratna = open(stage, "ratna").await;
    for key in PEERS {
        ratna.visit(&raters).await;
        ratna.submit("#usul-rekan", &[("nama.rekan", stage.name(key))]).await.assert_says("Nama sudah dicatat");
    }
    let mut sari = open(stage, "sari").await;
    sari.visit("/").await.assert_says("Setujui penilai untuk Ratna");
    for _ in PEERS {
        sari.visit(&raters).await;
        sari.submit("form[action$='/setuju']", &[]).await.assert_says("Disetujui, dan orangnya diberi tahu");
    }
}

/// Plaju, R8, R9, R15, R25: standards of the post, self and peers side by side, the supervisor blind, a difference talked over, the
/// share of the standard that is met; the result stays when an objection changes the predikat.
#[tokio::test(flavor = "multi_thread")]
async fn plaju_competences_peers_and_a_difference() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let competences = [
            "pengambilan_keputusan",
            "komunikasi",
            "kerja_sama",
            "pengembangan_diri",
            "mengelola_perubahan",
            "integritas",
            "orientasi_hasil",
            "pelayanan_publik",
            "Perekat bangsa",
        ];
        let rows: String = competences.iter().map(|code| format!("RATNA,{code},3\n")).collect();
        let bring = |text: String| {
            let office = stage.as_("wiryo");
            let bytes = text.into_bytes();
            async move {
                let done =
                    import::now(&office, Kind::Kompetensi, "standar.csv", bytes, None, Some(Mode::AllOrNothing)).await;
                done.expect("standards")
            }
        };
        let first = bring(format!("jabatan_kode,kompetensi,tingkat\n{rows}")).await;
        assert_eq!((first.made, first.changed), (9, 0));
        let again = bring(format!("jabatan_kode,kompetensi,tingkat\n{rows}")).await;
        assert_eq!((again.made, again.changed), (0, 0), "the same file again changes nothing");
        let wrong = "jabatan_kode,kompetensi,tingkat\nRATNA,sulap,3\nRATNA,komunikasi,6\nSIAPA,komunikasi,3\n";
        let office = stage.as_("wiryo");
        let refused = import::now(&office, Kind::Kompetensi, "salah.csv", wrong.as_bytes().to_vec(), None, None).await;
        assert_eq!(
            refused.expect("looked through").bad_rows(),
            3,
            "unknown competence, outside the scale, unknown post"
        );

        let (period, skp) = year_of(&stage, "ratna").await;
        let place = sheet(period, skp);
        open(&stage, "ratna").await.visit("/").await.assert_says("Usulkan Rekan kerja: sedikitnya 3 orang lagi");
        with_peers(&stage, &place).await;
        for (key, level) in PEERS.into_iter().zip(["1", "2", "3"]) {
            let mut peer = open(&stage, key).await;
            peer.visit("/").await.assert_says("Isi kriteria Ratna Kusumaningtyas, S.I.Kom., seperti diminta");
            let why = format!("Contoh dari {key}.");
            says(&stage, key, &place, "3", &[("komunikasi", level)], &why).await;
        }
        // The supervisor waits for the employee, then rates without seeing what she said.
        open(&stage, "sari").await.visit(&place).await.assert_says("Giliran ini menunggu: Pegawai sendiri");
        says(&stage, "ratna", &place, "3", &[("komunikasi", "4")], "Saya memandu rapat lintas bidang.").await;
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit(&place).await;
        assert!(!page.html().contains("memandu rapat lintas bidang"), "she rates blind");
        // R9: the way, not only the result.
        page.assert_says("Cara mencapai target")
            .assert_says("Bekerja menurut rencana dan melaporkan kendala tepat waktu.");
        let mut sari = says(&stage, "sari", &place, "3", &[("komunikasi", "2")], "Pesan perlu diulang.").await;
        // Four and two: both views stand, both are told, and so is her superior.
        let page = sari.visit(&place).await;
        page.assert_says("Dipandang berbeda").assert_says("Komunikasi: Anda menilai 4, atasan menilai 2");
        page.assert_says("memandu rapat lintas bidang");
        for key in ["ratna", "sari", "dedi"] {
            let mut site = open(&stage, key).await;
            site.visit("/pemberitahuan").await.assert_says("1 dipandang berbeda. Bicarakan dalam 5 hari kerja.");
            site.visit(&place).await.assert_says("Dipandang berbeda");
        }
        // komunikasi: 0,7 x 2 + 0,3 x (1 + 2 + 3)/3 = 2,00 of 3: 66,67 %; everything else 3 of 3, own criteria 3 of 5:
        // pengetahuan 80, keterampilan 85,33, sikap 100: 24 + 34,13 + 30 = 88,13.
        let result = signed(&stage, "ratna", period, skp, (Rating::Dibawah, Rating::Sesuai)).await;
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(&format!("/hasil/{result}")).await;
        page.assert_says("Hasil skema: Cukup optimal").assert_says("Angkanya 88,13 %.");
        page.assert_says("Komunikasi: tingkat 2 dibanding 3, terpenuhi 66,67 %.");
        page.assert_says("Rekan kerja: rata-rata 2 dari 3 jawaban, bobot 30 %.");
        let follows = page.texts("section[aria-labelledby='tindak-lanjut'] ul.rows > li > strong");
        assert_eq!(follows, ["Pelatihan"]);
        page.assert_says("kekurangan “Komunikasi” terhadap standar jabatan 1");

        // An objection changes the law's result; the scheme's stays as it was.
        let frozen = see::see(&stage.as_("ratna"), result).await.expect("hers").evaluation;
        let changed = changed_by_objection(&stage, result).await;
        assert_ne!(changed.predikat, frozen.predikat);
        assert_eq!(changed.scheme, frozen.scheme);
    })
    .await;
}

/// The rater's superior decides for other ratings.
async fn changed_by_objection(stage: &Stage, result: domain::ids::EvaluationId) -> domain::evaluation::Evaluation {
    use domain::objection::Outcome;
    stage.minutes(60 * 24);
    let reasons = "Bukti capaian semester kedua belum diperhitungkan sama sekali.".to_owned();
    let filing = Filing { reasons: reasons.clone(), ..Filing::default() };
    let id = file(&stage.as_("ratna"), result, filing, None).await.expect("filed in time");
    ask::ask(&stage.as_("dedi"), id).await.expect("asked");
    for key in ["sari", "ratna"] {
        let said = actions::objection::say::say(&stage.as_(key), id, "Bukti ada di laporan Agustus.".to_owned()).await;
        said.expect("heard");
    }
    let revision = actions::objection::see::see(&stage.as_("dedi"), id).await.expect("read").objection.revision;
    let outcome = Outcome::Mengubah { hasil: Rating::Sesuai, perilaku: Rating::Sesuai };
    let decision = decide::Decision { revision, outcome, reasons, recommendation: String::new() };
    decide::decide(&stage.as_("dedi"), id, decision).await.expect("decided");
    let results = see::of(&stage.as_("ratna"), stage.employee("ratna")).await.expect("results");
    results.into_iter().next().expect("a result").evaluation
}

/// What was typed comes back: a draft is kept, mistakes stand beside their fields, and two windows do not overwrite each other.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_typed_is_lost() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "surakarta").await;
        let (period, skp) = year_of(&stage, "ratna").await;
        let place = sheet(period, skp);
        let form = "form[data-draft^='kriteria']";
        let mut ratna = open(&stage, "ratna").await;
        let fields = filled(ratna.visit(&place).await, "3", &[("etika", "5")], "");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = ratna.press(form, "Kirim", &fields).await;
        page.assert_status(422).assert_says("Etika kerja: Tingkat terendah dan tertinggi memerlukan alasan");
        page.assert_selector(".errors a[href='#etika.reason']").assert_selector("#etika\\.reason-error");
        page.assert_selector("input[name='etika.level'][value='5'][checked]");
        let page = ratna.press(form, "Simpan", &[("etika.reason", "Menolak pemberian dan melaporkannya.")]).await;
        page.assert_says("Tersimpan");
        let page = ratna.visit(&place).await;
        page.assert_selector("input[name='etika.level'][value='5'][checked]").assert_says("Menolak pemberian");
        // A second window that was opened before.
        let mut other = ratna.clone();
        ratna.press(form, "Simpan", &[("mutu.reason", "Jendela pertama.")]).await;
        let page = other.press(form, "Simpan", &[("mutu.reason", "Jendela kedua.")]).await;
        page.assert_status(409).assert_says("Jendela pertama.").assert_says("Jendela kedua.");
    })
    .await;
}
