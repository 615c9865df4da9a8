//! Names put forward, full courses, waiting lists, certificates, a catalogue from a file.

use super::program;
use crate::open;
use actions::{
    people::{
        export::{Format, export},
        import::{self, Kind, Mode},
    },
    training::{
        mine,
        nominate::{Who, admit, nominate, withdraw},
        record::certificate,
    },
};
use domain::training::nominate::Standing;
use testkit::{for_each_engine, site::File};

const WHY: &str = "Komunikasi dengan warga perlu dilatih tahun ini.";

#[tokio::test(flavor = "multi_thread")]
async fn r18_a_full_course_has_a_waiting_list_that_moves_up() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        let (_, session) = program(&stage, "KOM-1", "2026-03-02", "2026-03-03").await;
        let (_, same_days) = program(&stage, "KOM-2", "2026-03-03", "2026-03-04").await;
        let link = format!("/pelatihan/jadwal/{session}");
        // Ratna puts herself forward; her rater answers first, then the office.
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&link).await;
        ratna.submit("form[action$='/usulan']", &[("why", "ingin")]).await.assert_selector(".errors a[href='#why']");
        ratna.submit("form[action$='/usulan']", &[("why", WHY)]).await.assert_says("Menunggu penilai");
        ratna
            .submit("form[action$='/usulan']", &[("why", WHY)])
            .await
            .assert_status(422)
            .assert_says("sudah diusulkan untuk jadwal ini");
        // The days of another programme overlap: told beside the field, with its name.
        ratna.visit(&format!("/pelatihan/jadwal/{same_days}")).await;
        let page = ratna.submit("form[action$='/usulan']", &[("why", WHY)]).await;
        page.assert_status(422).assert_selector(".errors a[href='#member']").assert_says("Komunikasi KOM-1");
        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/").await.link("Jawab usulan pelatihan Ratna");
        sari.visit(&to).await;
        let page = sari.submit("form[action$='/dukungan']", &[("word", "tidak"), ("reason", "Nanti")]).await;
        page.assert_status(422).assert_says("sedikitnya 15 karakter");
        sari.submit("form[action$='/dukungan']", &[("word", "ya"), ("reason", "")])
            .await
            .assert_says("Menunggu kepegawaian");
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit(&link).await;
        wiryo.submit("form[action$='/penerimaan']", &[("word", "ya")]).await.assert_says("1 dari 1 tempat terisi");

        // The course is full: Tono and Budi wait, in the order in which they were admitted.
        let by = |key: &str| {
            let (rater, who) = (stage.as_(stage.rater(key)), Who::One(stage.employee(key)));
            async move { nominate(&rater, session, who, WHY.into(), None).await.expect("put forward") }
        };
        let (tono, budi) = (by("tono").await, by("budi").await);
        stage.minutes(1);
        let standing = admit(&stage.as_("wiryo"), tono, true, String::new()).await.expect("admitted").1;
        assert_eq!(standing, Standing::DaftarTunggu);
        stage.minutes(1);
        wiryo.visit(&link).await.assert_says("Jadwal ini penuh");
        wiryo.submit("form[action$='/penerimaan']", &[("word", "ya")]).await.assert_says("masuk daftar tunggu");
        let found = stage.as_("wiryo").read().training_nominations(&[session]).await.expect("names");
        let of = |id| found.iter().find(|one| one.id == id).expect("the name").standing();
        assert_eq!((of(tono), of(budi)), (Standing::DaftarTunggu, Standing::DaftarTunggu));
        // Ratna does not go: Tono moves up and is told; Budi still waits.
        ratna.visit(&link).await;
        ratna.press("form[action$='/batal']", "Batalkan usulan", &[]).await.assert_says("Usulan dibatalkan");
        let found = stage.as_("wiryo").read().training_nominations(&[session]).await.expect("names");
        let of = |id| found.iter().find(|one| one.id == id).expect("the name").standing();
        assert_eq!((of(tono), of(budi)), (Standing::Diterima, Standing::DaftarTunggu));
        open(&stage, "tono").await.visit("/pemberitahuan").await.assert_says("Ada tempat");
        // Nobody else takes a name back, or sees who was put forward.
        assert!(withdraw(&stage.as_("ika"), tono).await.is_err());
        assert!(!open(&stage, "ika").await.visit(&link).await.said().contains("Tono"));
        // After the first day nobody is put forward any more.
        stage.at("2026-03-02 08:00");
        open(&stage, "ratna").await.visit(&link).await.assert_no_selector("form[action$='/usulan']");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r18_a_certificate_that_lapsed_is_told_and_counts_once_verified() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        stage.at("2026-06-01 09:00");
        let mut budi = open(&stage, "budi").await;
        budi.visit("/pelatihan/saya").await.assert_says("0 JP, paling banyak 24 JP setahun");
        let fields = [
            ("name", "Webinar pelayanan publik"),
            ("kind", "elearning"),
            ("provider", "LAN"),
            ("hours", "4"),
            ("from", "2026-05-04"),
            ("until", "2026-05-04"),
            ("number", "12/LAN/2026"),
            ("valid_until", "2026-05-20"),
        ];
        let file = [File { field: "evidence_file", name: "sertifikat.pdf", bytes: b"%PDF-1.7 contoh" }];
        let page = budi.upload("form[action='/pelatihan/saya']", "Simpan catatan", &fields, &file).await;
        page.assert_status(422).assert_selector(".errors a[href='#valid_until']");
        assert_eq!(page.attr("#name", "value").as_deref(), Some("Webinar pelayanan publik"), "nothing typed is lost");
        let exe = [File { field: "evidence_file", name: "sertifikat.exe", bytes: b"MZ" }];
        let known = [("lapsed", "1")];
        let page = budi.upload("form[action='/pelatihan/saya']", "Simpan catatan", &known, &exe).await;
        page.assert_status(422).assert_selector(".errors a[href='#evidence_file']");
        let page = budi.upload("form[action='/pelatihan/saya']", "Simpan catatan", &known, &file).await;
        page.assert_says("Catatan tersimpan").assert_says("Masa berlaku habis").assert_says("Menunggu diperiksa");
        let page = budi.upload("form[action='/pelatihan/saya']", "Simpan catatan", &[], &[]).await;
        page.assert_status(422);

        // It counts only when the office has looked at it; the file is for those who may read the record.
        let record = mine::of(&stage.as_("budi"), stage.employee("budi")).await.expect("his").records.remove(0);
        let (_, bytes) = certificate(&stage.as_("sari"), record.id).await.expect("his rater reads it");
        assert_eq!(bytes, file[0].bytes);
        for stranger in ["ratna", "ika", "gani"] {
            assert!(certificate(&stage.as_(stranger), record.id).await.is_err(), "{stranger}");
        }
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/").await.assert_says("Periksa catatan pelatihan: 1");
        wiryo.visit("/pelatihan/menunggu").await.assert_says("Webinar pelayanan publik");
        let page = wiryo.press("form[action*='/pelatihan/catatan/']", "Tidak dihitung", &[]).await;
        page.assert_status(422).assert_says("sedikitnya 15 karakter");
        wiryo
            .press("form[action*='/pelatihan/catatan/']", "Periksa dan hitung", &[])
            .await
            .assert_says("Tidak ada yang menunggu");
        budi.visit("/pelatihan/saya").await.assert_says("4 JP, paling banyak 24 JP setahun").assert_says("Dihitung");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r18_a_catalogue_from_a_file() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        let office = stage.as_("wiryo");
        let text = "kode,nama,jenis,penyelenggara,jam,biaya,kapasitas,kompetensi\n\
            KOM-1,Komunikasi publik,Pelatihan Teknis,Balai,16,1.500.000,20,komunikasi:3\n\
            TIK-1,Data untuk pelayanan,e-learning,Balai,8,,100,\"Keterampilan teknologi informasi:4; komunikasi:2\"\n\
            kom-1,Dua kali,teknis,Balai,16,0,20,\n\
            SALAH,Tanpa jam,tari,Balai,0,mahal,20,menyanyi:3\n\
            TINGGI,Terlalu tinggi,teknis,Balai,8,0,10,komunikasi:9\n";
        let bring = |text: &str, mode| {
            let (office, bytes) = (office.clone(), text.as_bytes().to_vec());
            async move { import::now(&office, Kind::Pelatihan, "katalog.csv", bytes, None, mode).await.expect("read") }
        };
        let dry = bring(text, None).await;
        let found: Vec<(u64, &str)> = dry.bad.iter().map(|bad| (bad.row, bad.column.as_str())).collect();
        assert_eq!(
            found,
            [(4, "kode"), (5, "jenis"), (5, "jam"), (5, "biaya"), (5, "kompetensi"), (6, "kompetensi")],
            "{:?}",
            dry.bad
        );
        assert_eq!((dry.total, dry.good, dry.made), (5, 2, 2));
        assert!(office.read().training_programs().await.expect("read").is_empty(), "a dry run writes nothing");
        assert_eq!(bring(text, Some(Mode::AllOrNothing)).await.made, 0, "nothing while there is a bad row");
        assert_eq!(bring(text, Some(Mode::SkipBad)).await.made, 2);
        let programs = office.read().training_programs().await.expect("read");
        let data = programs.iter().find(|one| one.code == "TIK-1").expect("it is there");
        assert_eq!((data.cost, data.builds("teknologi"), data.builds("komunikasi")), (0, Some(4), Some(2)));
        for format in [Format::Csv, Format::Xlsx] {
            let bytes = export(&office, Kind::Pelatihan, format, None).await.expect("a file");
            let back = import::now(&office, Kind::Pelatihan, "k", bytes, None, Some(Mode::AllOrNothing)).await;
            let back = back.expect("read");
            assert!(back.total == 2 && back.changes_nothing(), "{}: {back:?}", format.ending());
        }
        let changed = text.replace("1.500.000", "2.000.000");
        let again = bring(&changed, Some(Mode::SkipBad)).await;
        assert_eq!((again.made, again.changed), (0, 1));
        open(&stage, "wiryo")
            .await
            .visit("/impor?jenis=pelatihan")
            .await
            .assert_says("Katalog pelatihan")
            .assert_says("kapasitas");
    })
    .await;
}
