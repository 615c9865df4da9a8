//! Files of units, posts, tasks and people: in once, in twice, in with mistakes, out and in again.

use super::{bring, bring_bytes, dry, mistakes, remarks};
use actions::{
    Failure,
    people::{
        export::{Format, export},
        import::{self, Kind, Mode},
        see_unit::see_tree,
    },
};
use domain::decision::Refusal;
use std::fmt::Write as _;
use testkit::{Stage, for_each_engine};

/// Posts as an older job analysis lists them: no codes of units, no kinds, from the top down.
const POSTS: &str = "id,nama_jabatan,nama_unit,ikhtisar,jenis_jabatan\n\
    100,Kepala Dinas Arsip,Dinas Arsip,\"Memimpin, dan\nmengoordinasikan\",Struktural\n\
    101,Sekretaris Dinas Arsip,Sekretaris Dinas Arsip,,Struktural\n\
    102,Kepala Sub Bagian Tata Usaha,Sub Bagian Tata Usaha,,Struktural\n\
    103,Kepala Bidang Layanan,Bidang Layanan,,Struktural\n\
    104,Kepala UPTD Depo,UPTD Depo,,Struktural\n\
    105,Kepala Sub Bagian Tata Usaha,Sub Bagian Tata Usaha,,Struktural\n";
const TASKS: &str = "jabatan_id,urut,uraian_tugas,hasil_kerja\n\
    100,1,Merumuskan program kerja.,Program kerja\n\
    100,2,\"- Membina bawahan,\nsetiap bulan\",Kegiatan\n\
    103,1,Melayani peminjaman arsip.,Arsip terpinjam\n";
const PEOPLE: &str = "NIP;Nama;Status;Pangkat;jabatan_kode;mulai;nip_penilai;nip_atasan\n\
    197001012000011009;Ahmad Rivai, S.H.;PNS;Pembina (IV/a);100;1/2/2026;Bupati Uji Laras;\n\
    198001012005012009;Beti Anggraini, S.E.;PNS;Penata (III/c);103;2026-02-01;197001012000011009;Bupati Uji Laras\n\
    199001012023211009;Candra Wijaya;PPPK;IX;104;1 Februari 2026;198001012005012009;197001012000011009\n";

#[tokio::test(flavor = "multi_thread")]
async fn r6_an_agency_comes_in_by_files_and_twice_is_once() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let posts = bring(&office, Kind::Jabatan, POSTS).await;
        assert_eq!((posts.total, posts.made, posts.changed), (6, 12, 0), "six posts in six units");
        assert_eq!(
            remarks(&posts),
            ["import-remark-units-made", "import-remark-units-by-order", "import-remark-kinds-by-title"]
        );
        let tree = see_tree(&office).await.expect("the tree");
        let below: Vec<_> = tree.iter().skip_while(|row| row.unit.name != "Dinas Arsip").take(6).collect();
        let shape: Vec<_> = below.iter().map(|row| (row.depth - below[0].depth, row.unit.code.as_str())).collect();
        assert_eq!(shape, [(0, "100"), (1, "101"), (2, "102"), (1, "103"), (1, "104"), (2, "105")]);

        assert_eq!(bring(&office, Kind::Tugas, TASKS).await.made, 3);
        let people = bring(&office, Kind::Pegawai, PEOPLE).await;
        assert_eq!((people.total, people.made), (3, 9), "person, assignment and line each");
        assert_eq!(remarks(&people), ["import-remark-accounts"]);
        let candra = office.read().employee_by_nip("199001012023211009").await.expect("read").expect("Candra");
        let line = office.read().line_on(candra.id, "2026-02-01".parse().expect("a day")).await.expect("read");
        let beti = office.read().employee_by_nip("198001012005012009").await.expect("read").expect("Beti");
        assert_eq!(line.map(|line| line.rater), Some(beti.id));
        let account = office.read().account_of(candra.id).await.expect("read").expect("a log-in");
        assert!(account.must_change);
        assert_eq!(office.read().password_hash(account.id).await.expect("read"), None, "nobody can log in yet");
        let history = office.read().journal_of("employee", &candra.id.to_string()).await.expect("read");
        assert_eq!(history.len(), 1, "each person has a journal of their own");

        // On the day the assignments run, and before it.
        for day in ["2026-01-06 08:00", "2026-03-02 08:00"] {
            stage.at(day);
            let office = stage.as_("wiryo");
            for (kind, text) in [(Kind::Jabatan, POSTS), (Kind::Tugas, TASKS), (Kind::Pegawai, PEOPLE)] {
                let again = bring(&office, kind, text).await;
                assert!(again.changes_nothing(), "{} on {day}: {again:?}", kind.code());
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_mistakes_are_told_row_by_row() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let text = "nip,nama,status,jabatan_kode,mulai,nip_penilai,nip_atasan,mulai_penilai\n\
            199001012015011001,Baik Sekali,pns,RATNA,2026-02-01,198006122005012011,,\n\
            1.99E+17,Terpotong,pns,,,,,\n\
            19900101201501100,Kurang Satu,pns,,,,,\n\
            199001012023211001,Bukan PNS,pns,,,,,\n\
            199001012015011002,,pns,ENTAH,,,,\n\
            199001012015011003,Diri Sendiri,pns,RATNA,32/1/2026,199001012015011003,,\n\
            199001012015011004,Menumpang,pns,,,199001012015011003,,2026-02-01\n\
            199001012015011005,Saling A,pns,,,199001012015011006,,2026-02-01\n\
            199001012015011006,Saling B,pns,,,199001012015011005,,2026-02-01\n\
            199001012015011001,Dua Kali,pns,,,,,\n";
        let report = dry(&office, Kind::Pegawai, text).await;
        assert_eq!(
            mistakes(&report),
            [
                (3, "nip", "people-nip-was-number"),
                (4, "nip", "people-nip-length"),
                (5, "nip", "people-nip-appointment"),
                (6, "nama", "import-cell-empty"),
                (6, "jabatan_kode", "people-post-unknown"),
                (7, "nip_penilai", "people-rates-self"),
                (7, "mulai", "import-not-a-date"),
                (8, "nip_penilai", "people-rests-on-bad-row"),
                (9, "nip_penilai", "people-line-circle"),
                (10, "nip_penilai", "people-line-circle"),
                (11, "nip", "people-nip-twice"),
            ]
        );
        assert_eq!((report.total, report.good, report.made), (10, 1, 3));
        let nobody = office.read().employee_by_nip("199001012015011001").await.expect("read");
        assert_eq!(nobody, None, "a dry run writes nothing");

        let bytes = || text.as_bytes().to_vec();
        let all = import::now(&office, Kind::Pegawai, "a.csv", bytes(), None, Some(Mode::AllOrNothing)).await;
        assert_eq!(all.expect("a report").made, 0, "nothing while there is a bad row");
        assert_eq!(office.read().employee_by_nip("199001012015011001").await.expect("read"), None);
        let some = import::now(&office, Kind::Pegawai, "a.csv", bytes(), None, Some(Mode::SkipBad)).await;
        assert_eq!(some.expect("a report").made, 3);
        assert!(office.read().employee_by_nip("199001012015011001").await.expect("read").is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_what_is_exported_changes_nothing_when_it_comes_back() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        bring(&office, Kind::Jabatan, POSTS).await;
        bring(&office, Kind::Tugas, TASKS).await;
        bring(&office, Kind::Pegawai, PEOPLE).await;
        let acting = "nip,nama,status,pangkat,jabatan_kode,kedudukan,mulai\n\
            199403122019032008,\"Ratna Kusumaningtyas, S.I.Kom.\",pns,Penata (III/c),BUDI,plt,2026-03-01\n";
        bring(&office, Kind::Pegawai, acting).await;
        stage.plan_of("sari").await;
        stage.plan_of("ratna").await;
        stage.draft_of("tono").await;
        stage.not_before("2026-03-02 08:00");
        let office = stage.as_("wiryo");
        // Standards of competence need a scheme that looks at competences, the catalogue of training one that looks at
        // criteria; they have stories of their own.
        for kind in Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Kompetensi | Kind::Pelatihan)) {
            for format in [Format::Csv, Format::Xlsx] {
                let bytes = export(&office, kind, format, None).await.expect("a file");
                let back = bring_bytes(&office, kind, bytes).await;
                assert!(back.total > 1, "{} {}", kind.code(), format.ending());
                assert!(back.changes_nothing(), "{} {}: {back:?}", kind.code(), format.ending());
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_file_waits_is_carried_out_in_parts_and_is_gone() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let mut text = String::from("kode,nama,induk\nBESAR,Dinas Besar,\n");
        for n in 1..=1_200 {
            writeln!(text, "B{n},Seksi {n},BESAR").expect("a string");
        }
        text.push_str("SALAH,Seksi Salah,TIDAK-ADA\n");
        let file = actions::evidence::Upload { name: "unit.csv".into(), bytes: text.into_bytes() };
        let id = import::take(&office, Kind::Unit, file, None).await.expect("taken in");
        let still = import::begin(&office, id, Mode::SkipBad).await;
        assert!(matches!(still, Err(Failure::Refused(Refusal::Rule(_)))), "not before it is checked");
        let report = import::check(&office, id).await.expect("checked");
        assert_eq!((report.total, report.good, report.made), (1_202, 1_201, 1_201));
        let refused = import::begin(&office, id, Mode::AllOrNothing).await;
        assert!(matches!(refused, Err(Failure::Refused(Refusal::Rule(_)))), "a bad row stands against it");
        assert!(import::begin(&office, id, Mode::SkipBad).await.expect("begun"));
        assert!(!import::begin(&office, id, Mode::SkipBad).await.expect("pressed twice"), "it is at it already");
        import::carry_out(&office, id).await.expect("carried out");
        let page = import::see(&office, id).await.expect("its page");
        assert_eq!((page.state, page.total, page.done), (import::State::Done, 1_201, 1_201));
        assert_eq!(office.read().units().await.expect("units").len(), 1_201 + 5);
        let gone = import::carry_out(&office, id).await;
        assert!(matches!(gone, Err(Failure::Files(_))), "the file does not lie about: {gone:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_fell_silent_can_be_carried_out_again() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let file = actions::evidence::Upload { name: "unit.csv".into(), bytes: b"kode,nama\nA,Dinas A\n".to_vec() };
        let id = import::take(&office, Kind::Unit, file, None).await.expect("taken in");
        import::check(&office, id).await.expect("checked");
        assert!(import::begin(&office, id, Mode::AllOrNothing).await.expect("begun"));
        stage.minutes(6);
        let office = stage.as_("wiryo");
        assert_eq!(import::see(&office, id).await.expect("its page").state, import::State::Silent);
        assert!(import::begin(&office, id, Mode::AllOrNothing).await.expect("begun again"));
        import::carry_out(&office, id).await.expect("carried out");
        assert_eq!(import::see(&office, id).await.expect("its page").state, import::State::Done);

        let file = || actions::evidence::Upload { name: "unit.csv".into(), bytes: b"kode,nama\nB,Dinas B\n".to_vec() };
        let left = import::take(&office, Kind::Unit, file(), None).await.expect("taken in");
        import::check(&office, left).await.expect("checked");
        stage.minutes(60 * 24 * 8);
        let office = stage.as_("wiryo");
        import::take(&office, Kind::Unit, file(), None).await.expect("taken in");
        let page = import::see(&office, left).await.expect("its page");
        assert_eq!(page.stopped.expect("a reason").key, "import-stopped-file-gone", "nobody came back for it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_personnel_office_brings_in_and_takes_out() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        for nobody in ["ratna", "sari", "dedi", "ika"] {
            let ctx = stage.as_(nobody);
            let outcome = import::now(&ctx, Kind::Unit, "a.csv", b"kode,nama\nA,B\n".to_vec(), None, None).await;
            assert!(matches!(outcome, Err(Failure::Refused(Refusal::Denied(_)))), "{nobody}");
            let outcome = export(&ctx, Kind::Pegawai, Format::Csv, None).await;
            assert!(matches!(outcome, Err(Failure::Refused(Refusal::Denied(_)))), "{nobody}");
        }
        let joko = stage.as_("joko");
        assert!(export(&joko, Kind::Pegawai, Format::Csv, None).await.is_ok(), "the auditor reads everything");
        // A NIP that logs in at another agency is told, not tripped over.
        let text = "nip,nama,status\n199201012018012001,\"Lina Marlianti, S.E.\",pns\n";
        let report = dry(&stage.as_("wiryo"), Kind::Pegawai, text).await;
        assert_eq!(mistakes(&report), [(2, "nip", "people-login-taken")]);
    })
    .await;
}
