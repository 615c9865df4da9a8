//! Wanggar's whole way: two weak years, a mentor who is strong there, steps, the review, the end; and the fair chances of an
//! improvement plan.

use super::year;
use crate::{EXPECTED, open, stage_of};
use testkit::{Stage, for_each_engine};

const SEES: &str = "Saya belum paham bagian mana yang boleh dibuka kepada pemohon.";

#[tokio::test(flavor = "multi_thread")]
async fn r16_two_weak_years_lead_to_a_mentor_steps_and_an_end() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        for closing in ["2027-01-11 09:00", "2028-01-11 09:00"] {
            year(&stage, &[("ratna", 2, EXPECTED), ("budi", 4, EXPECTED), ("tono", 4, EXPECTED)], closing).await;
        }
        // The rater opens it from her own list; the rule is there with its years.
        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/pendampingan").await.assert_says("Belum ada pendampingan").link("Ratna");
        let page = sari.visit(&to).await;
        page.assert_says("2026: hasil skema 2; aturannya di bawah 3,33").assert_says("Mengapa aturan mengusulkannya");
        page.assert_selector("input[name=criteria][value=ketepatan][checked]");
        page.assert_selector("textarea#reason").assert_says("dua tahun berturut-turut");
        let page = sari.submit("main form", &[("reason", "Kurang"), ("own", "Menyusun jawaban tertulis")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#reason']");
        assert!(page.text("#own").contains("Menyusun jawaban tertulis"), "nothing typed is lost");
        let page = sari.submit("main form", &[("reason", "Dua tahun di bawah rata-rata, terutama ketepatan.")]).await;
        page.assert_says("Pendampingan dibuka").assert_says("Menunggu kata pegawai");
        page.assert_says("Menyusun jawaban tertulis").assert_no_selector("form[action$='/langkah']");
        let case = page.url.split('#').next().unwrap_or_default().to_owned();
        // No second one beside it.
        sari.visit(&to).await.assert_says("Ada pendampingan yang sedang berjalan");

        // She is told, and speaks first.
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/pemberitahuan").await.assert_says("bukan hukuman");
        let to = ratna.visit("/").await.link("Sampaikan pandangan Anda");
        ratna.visit(&to).await;
        ratna.submit("form[action$='/kata-pegawai']", &[("says", "Ya.")]).await.assert_status(422);
        let said = [("says", SEES), ("help", "Contoh jawaban yang benar.")];
        ratna.submit("form[action$='/kata-pegawai']", &said).await.assert_says("Pandangan Anda tersimpan");
        ratna.visit(&case).await.assert_no_selector("form[action$='/akhiri']").assert_says("Mencari pendamping");

        // Suggestions are strong where she is weak; her rater is not among them, and cannot be typed in either.
        let to = sari.visit("/").await.link("Cari pendamping untuk Ratna");
        let page = sari.visit(&to).await;
        let names = page.texts("article.card h3");
        assert_eq!(names.len(), 2, "{names:?}");
        assert!(names.iter().any(|name| name.contains("Tono")) && names.iter().any(|name| name.contains("Budi")));
        let page = sari.submit("section[aria-labelledby='lain'] form", &[("mentor", "Sari")]).await;
        page.assert_status(422).assert_says("Ini penilainya").assert_selector("#mentor-error");
        sari.submit("section[aria-labelledby='lain'] form", &[("mentor", "Ratna")])
            .await
            .assert_says("orang lain, bukan");
        let page = sari.submit("section[aria-labelledby='lain'] form", &[("mentor", "Tono")]).await;
        page.assert_says("Pendamping dipilih").assert_says("Kuat pada hal yang lemah").assert_says("Berjalan");

        // The mentor reads the case he could not see before, lays down steps and writes of a meeting.
        let mut tono = open(&stage, "tono").await;
        let to = tono
            .visit("/pemberitahuan")
            .await
            .assert_says("Anda diminta mendampingi Ratna")
            .link("Anda diminta mendampingi");
        tono.visit(&to).await.assert_says(SEES).assert_no_selector("form[action$='/akhiri']");
        let step = [("what", "Menyusun lima jawaban bersama"), ("due", "2028-02-15")];
        tono.submit("form[action$='/langkah']", &step).await.assert_says("Langkah tersimpan");
        let meeting =
            [("on", "2028-01-11"), ("place", "Ruang layanan"), ("talked", "Membahas dua jawaban yang keliru.")];
        tono.submit("form[action$='/pertemuan']", &meeting).await.assert_says("Pertemuan tersimpan");
        let page = tono.submit("form[action$='/pertemuan']", &[("on", "2029-01-01"), ("talked", "Nanti.")]).await;
        page.assert_status(422).assert_selector("#on-error").assert_says("Nanti.");
        ratna.visit("/").await.assert_says("Langkah pendampingan: Menyusun lima jawaban");
        ratna.visit(&case).await;
        ratna
            .submit("form[action$='/selesai']", &[("note", "Lima jawaban selesai.")])
            .await
            .assert_says("ditandai selesai");

        // B.1.7 on paper; others know nothing of it.
        ratna.visit(&format!("{case}/cetak")).await.assert_status(200);
        for stranger in ["budi", "hasan", "ika", "lina"] {
            let mut site = open(&stage, stranger).await;
            for below in ["", "/cetak", "/pendamping"] {
                assert_eq!(site.visit(&format!("{case}{below}")).await.status, 404, "{stranger} {below}");
            }
        }

        // Too early to say that it was no use; the review comes, and it is better.
        sari.visit(&case).await;
        let early = [("outcome", "belum"), ("closing", "Belum terlihat perubahan apa pun.")];
        let page = sari.submit("form[action$='/akhiri']", &early).await;
        page.assert_status(409)
            .assert_says("Belum dapat dinyatakan tidak membaik")
            .assert_says("Belum terlihat perubahan");
        stage.at("2028-07-12 09:00");
        let (mut sari, mut ratna) = (open(&stage, "sari").await, open(&stage, "ratna").await);
        sari.visit("/").await.assert_says("Tinjau pendampingan Ratna");
        sari.visit(&case).await.assert_says("Waktunya ditinjau");
        let end = [("outcome", "membaik"), ("closing", "Jawaban tiga bulan terakhir lengkap dan tepat.")];
        sari.submit("form[action$='/akhiri']", &end).await.assert_says("Pendampingan selesai");
        ratna
            .visit(&case)
            .await
            .assert_says("Membaik, pendampingan selesai")
            .assert_no_selector("form[action$='/langkah']");
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/pendampingan").await.assert_says("Semua pendampingan").assert_says("Tono");
    })
    .await;
}

/// Opens a case for somebody, in words, and lets them speak; its address.
async fn begun(stage: &Stage, key: &str, kind: &str) -> String {
    let mut rater = open(stage, stage.rater(key)).await;
    rater.visit(&format!("/pendampingan/baru?pegawai={}", stage.employee(key))).await;
    let fields = [("kind", kind), ("reason", "Jawaban sering terlambat dan keliru."), ("own", "Menjawab tepat waktu")];
    let page = rater.submit("main form", &fields).await;
    page.assert_says("Pendampingan dibuka");
    let case = page.url.split('#').next().unwrap_or_default().to_owned();
    let mut site = open(stage, key).await;
    site.visit(&case).await;
    site.submit("form[action$='/kata-pegawai']", &[("says", SEES)]).await.assert_says("tersimpan");
    case
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_nobody_mentors_in_a_circle_or_beyond_their_strength() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let mut cases = Vec::new();
        for key in ["ratna", "tono", "budi"] {
            cases.push(begun(&stage, key, "mentoring").await);
        }
        let mut wiryo = open(&stage, "wiryo").await;
        for (case, mentor, says) in [
            (0, "Tono", "Pendamping dipilih"),     // Tono stands by Ratna
            (1, "Ratna", "tidak boleh melingkar"), // and Ratna not by Tono
            (1, "Budi", "Pendamping dipilih"),     // Budi by Tono
            (2, "Ratna", "Ratna"),                 // Ratna by Budi would close the circle of three
        ] {
            wiryo.visit(&format!("{}/pendamping", cases[case])).await;
            let page = wiryo.submit("section[aria-labelledby='lain'] form", &[("mentor", mentor)]).await;
            page.assert_says(says);
        }
        wiryo.shown().assert_status(422).assert_says("Budi").assert_says("→").assert_selector("#mentor-error");
        // Three people are the limit: Joko stands by two more beside Budi, not by a fourth.
        for key in ["ika", "sari", "hasan"] {
            cases.push(begun(&stage, key, "mentoring").await);
        }
        for case in [2, 3, 4] {
            wiryo.visit(&format!("{}/pendamping", cases[case])).await;
            let page = wiryo.submit("section[aria-labelledby='lain'] form", &[("mentor", "Joko")]).await;
            page.assert_says("Pendamping dipilih");
        }
        wiryo.visit(&format!("{}/pendamping", cases[5])).await;
        let page = wiryo.submit("section[aria-labelledby='lain'] form", &[("mentor", "Joko")]).await;
        page.assert_status(422).assert_says("Sudah mendampingi 3 orang; batasnya 3");
        // Somebody else changed it meanwhile: said, and nothing overwritten.
        let mut other = open(&stage, "wiryo").await;
        other.visit(&format!("{}/pendamping", cases[5])).await;
        wiryo.visit(&format!("{}/pendamping", cases[5])).await;
        wiryo
            .submit("section[aria-labelledby='lain'] form", &[("mentor", "Ika")])
            .await
            .assert_says("Pendamping dipilih");
        let page = other.submit("section[aria-labelledby='lain'] form", &[("mentor", "Budi")]).await;
        page.assert_status(409);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_an_improvement_plan_gives_every_fair_chance() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let case = begun(&stage, "ratna", "perbaikan").await;
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit(&case).await;
        page.assert_says("Yang dapat mengikuti menurut peraturan").assert_says("tidak pernah otomatis");
        page.assert_says("enam bulan untuk memperbaiki kinerja").assert_says("PP 30/2019");
        sari.submit("form[action$='/langkah']", &[("what", "Menjawab dalam tiga hari"), ("due", "2026-05-01")]).await;
        for on in ["2026-02-02", "2026-02-02"] {
            sari.visit(&case).await;
            let meeting = [("on", on), ("talked", "Membahas jawaban yang terlambat.")];
            sari.submit("form[action$='/pertemuan']", &meeting).await.assert_says("Pertemuan tersimpan");
        }
        let end = [("outcome", "belum"), ("closing", "Jawaban masih sering terlambat.")];
        for (on, says) in [("2026-07-01 09:00", "Belum dapat dinyatakan"), ("2026-08-03 09:00", "selesai")] {
            stage.at(on);
            let (mut sari, mut dedi) = (open(&stage, "sari").await, open(&stage, "dedi").await);
            sari.visit(&case).await;
            if says == "selesai" {
                // Whoever opened it does not say so alone.
                sari.submit("form[action$='/akhiri']", &end)
                    .await
                    .assert_status(409)
                    .assert_says("tidak menyatakannya gagal");
            }
            dedi.visit(&case).await;
            dedi.submit("form[action$='/akhiri']", &end).await.assert_says(says);
        }
    })
    .await;
}
