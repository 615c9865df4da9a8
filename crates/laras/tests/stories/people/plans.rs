//! Plans from files: the regulation's own shape, cascaded; drafts only; signed plans are left alone.

use super::{bring, dry, mistakes, remarks};
use actions::{
    people::import::{self, Kind, Mode},
    plan::see_versions::see_versions,
};
use domain::{
    amount::Amount,
    plan::{Approach, Form, Nilai, workflow},
};
use testkit::{Stage, for_each_engine};

/// Three levels by title, as the regulation's examples are passed around: text names the leader's result, targets are
/// written as people write them.
const LEVELS: &str = r#"[
 {"jabatan_pegawai": "KEPALA DINAS KOMUNIKASI DAN INFORMATIKA", "pendekatan": "kuantitatif", "hasil_kerja": [
   {"no": 1, "jenis": "UTAMA", "rencana_hasil_kerja": "Meningkatnya keterbukaan informasi, dan layanan (penugasan dari Bupati)",
    "indikator_kinerja_individu": "Indeks keterbukaan informasi", "target": "90", "perspektif": "Penerima Layanan"},
   {"no": 2, "jenis": "UTAMA", "rencana_hasil_kerja": "Anggaran terkelola optimal (penugasan dari Bupati)",
    "indikator_kinerja_individu": "Persentase anggaran bebas temuan", "target": "100%", "perspektif": "Anggaran"}],
  "perilaku_kerja": [{"nilai": "Berorientasi pelayanan", "ekspektasi_khusus": []},
   {"nilai": "Akuntabel", "ekspektasi_khusus": ["Menjadi panutan antikorupsi"]}]},
 {"jabatan_pegawai": "Kepala Bidang Informasi dan Komunikasi Publik", "pendekatan": "kuantitatif", "hasil_kerja": [
   {"no": 1, "jenis": "UTAMA", "aspek": "Waktu",
    "rhk_pimpinan_diintervensi": "Meningkatnya keterbukaan informasi dan layanan. Indikator Kinerja Individu: Indeks keterbukaan informasi",
    "rencana_hasil_kerja": "Permohonan informasi terjawab cepat",
    "indikator_kinerja_individu": "Rata-rata waktu jawab", "target": "2-3 hari setelah permohonan"},
   {"no": 1, "jenis": "UTAMA", "aspek": "Kualitas", "rencana_hasil_kerja": "Permohonan informasi terjawab cepat",
    "indikator_kinerja_individu": "Tingkat kepuasan pemohon", "target": "3,5 dari skala 5"}]},
 {"jabatan_pegawai": "Pranata Hubungan Masyarakat Ahli Pertama", "pendekatan": "kuantitatif", "hasil_kerja": [
   {"no": 1, "jenis": "TAMBAHAN", "aspek": "Kuantitas",
    "rhk_pimpinan_diintervensi": "Sesuatu yang tidak dikenal",
    "rencana_hasil_kerja": "Siaran pers terbit", "indikator_kinerja_individu": "Jumlah siaran pers", "target": "24 siaran"}]}
]"#;

#[tokio::test(flavor = "multi_thread")]
async fn r1_plans_come_in_cascaded_as_drafts() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let take = |mode| import::now(&office, Kind::Skp, "contoh.json", LEVELS.into(), Some(2026), mode);
        let report = take(Some(Mode::AllOrNothing)).await.expect("a readable file");
        assert_eq!((mistakes(&report), report.made, report.total), (vec![], 3, 6));
        assert_eq!(remarks(&report), ["import-remark-not-linked"]);

        let plan = async |key: &str| {
            let plans = office.read().skps_of(stage.employee(key)).await.expect("plans");
            assert_eq!(plans.len(), 1);
            plans.into_iter().next().expect("a plan")
        };
        let (head, field, ratna) = (plan("dedi").await, plan("sari").await, plan("ratna").await);
        assert_eq!((head.form, head.approach, head.version), (Form::Jpt, Approach::Kuantitatif, 0));
        assert_eq!(head.content.results[0].assigned_by, "Bupati");
        assert_eq!(head.content.expectations[&Nilai::Akuntabel], ["Menjadi panutan antikorupsi"]);
        let target = &head.content.results[0].indicators[0].target;
        assert_eq!((target.amount, target.unit.as_str()), (Some(Amount::whole(90)), "indeks"));
        let result = &field.content.results[0];
        assert_eq!(result.supports, Some(head.content.results[0].id), "linked by its words");
        assert!(result.supports_text.contains("Indikator Kinerja Individu"), "column 2 as written");
        let target = &result.indicators[0].target;
        assert_eq!((target.upper, target.words().as_str()), (Some(Amount::whole(3)), "2-3 hari setelah permohonan"));
        assert_eq!(ratna.content.results[0].supports, None);
        assert_eq!(workflow::state(&ratna.milestones), workflow::State::Draf);

        let again = take(Some(Mode::AllOrNothing)).await.expect("a readable file");
        assert!(again.changes_nothing(), "{again:?}");
        let ours = ratna.content.results[0].indicators[0].id;
        let changed = LEVELS.replace("24 siaran", "30 siaran");
        let changed = import::now(&office, Kind::Skp, "a.json", changed.into(), Some(2026), Some(Mode::AllOrNothing));
        assert_eq!(changed.await.expect("a report").changed, 1);
        let after = plan("ratna").await;
        assert_eq!(after.content.results[0].indicators[0].target.amount, Some(Amount::whole(30)));
        assert_eq!(after.content.results[0].indicators[0].id, ours, "the indicator stays the same one");
        assert_eq!(after.revision, ratna.revision + 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r1_a_plan_comes_in_whole_or_not_at_all() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let office = stage.as_("wiryo");
        let text = "nip;tahun;pendekatan;bagian;jenis;no;rencana_hasil_kerja;mendukung_no;aspek;indikator;target;satuan;nilai;uraian\n\
            198006122005012011;2026;kuantitatif;;utama;1;Layanan membaik;;kualitas;Indeks layanan;85;;;\n\
            199403122019032008;2026;kuantitatif;rhk;utama;1;Siaran pers terbit;1;kuantitas;Jumlah siaran;24;siaran;;\n\
            199403122019032008;2026;kuantitatif;rhk;utama;1;;;waktu;Lama terbit;90;;;\n\
            199403122019032008;2026;;perilaku;;;;;;;;;akuntabel;Jujur dalam laporan\n\
            199403122019032008;2026;;dukungan;;;;;;;;;;Kamera dan pemindai\n\
            199509032022031004;2026;kuantitatif;rhk;utama;1;Aplikasi andal;9;mutu;Jumlah;tiga;;;\n\
            199509032022031004;2026;kuantitatif;rhk;utama;1;Lain lagi;;;;;;;\n\
            111;2026;kuantitatif;rhk;utama;1;X;;;;;;;\n";
        let report = dry(&office, Kind::Skp, text).await;
        assert_eq!(
            mistakes(&report),
            [
                (4, "target", "import-target-needs-unit"),
                (7, "aspek", "people-aspek-unknown"),
                (7, "target", "import-target-not-read"),
                (7, "mendukung_no", "people-supported-unknown"),
                (8, "rencana_hasil_kerja", "people-rhk-number-twice"),
                (9, "nip", "people-nip-unknown"),
            ]
        );
        assert_eq!(report.made, 1, "only Sari's plan is whole");
        assert_eq!(remarks(&report), ["import-remark-plans-left-out"]);

        let mended = text.lines().take(6).collect::<Vec<_>>().join("\n").replace(";90;;;", ";3 hari;;;");
        assert_eq!(bring(&office, Kind::Skp, &mended).await.made, 2);
        let ratna = office.read().skps_of(stage.employee("ratna")).await.expect("plans").remove(0);
        let leader = office.read().skps_of(stage.employee("sari")).await.expect("plans").remove(0);
        assert_eq!(ratna.content.results[0].supports, Some(leader.content.results[0].id));
        assert_eq!(ratna.content.results[0].indicators.len(), 2);
        assert_eq!(ratna.content.resources, ["Kamera dan pemindai"]);

        stage.sign("ratna", ratna.id).await;
        let signed = stage.as_("wiryo");
        assert!(bring(&signed, Kind::Skp, &mended).await.changes_nothing(), "bringing it unchanged is no mistake");
        let other = mended.replace("24;siaran", "25;siaran");
        assert_eq!(mistakes(&dry(&signed, Kind::Skp, &other).await), [(3, "tahun", "import-plan-closed")]);
        stage.set_plan("sari", ratna.id, "").await;
        assert_eq!(see_versions(&stage.as_("ratna"), ratna.id).await.expect("versions").versions.len(), 1);
    })
    .await;
}
