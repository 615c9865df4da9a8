//! SKP, lampiran, matriks.

use crate::{
    fixtures::{made, matrix, plan},
    read::{assert_in_order, flow, keep, outline, pages},
};
use documents::{MatrixSheet, MatrixTable, Printer, Sheet, Standing};
use domain::plan::{Approach, Form};

fn printed(form: Form, approach: Approach) -> Vec<u8> {
    Printer::new().print(&[Sheet::Plan(&plan(form, approach))], made()).unwrap()
}

#[test]
fn a_1_1_jpt_qualitative() {
    let pdf = printed(Form::Jpt, Approach::Kualitatif);
    keep("a_1_1", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "SASARAN KINERJA PEGAWAI PENDEKATAN HASIL KERJA KUALITATIF BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
            "KEMENTERIAN CONTOH",
            "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",
            "PEGAWAI YANG DINILAI",
            "PEJABAT PENILAI KINERJA",
            "NIP (*opsional)",
            "HASIL KERJA",
            "A. UTAMA",
            "(penugasan dari Direktur Jenderal III)",
            "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:",
            "(Perspektif Penerima Layanan)",
            "B. TAMBAHAN",
            "3",
            "PERILAKU KERJA*",
            "Pegawai yang Dinilai",
            "* Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai.",
        ],
    );
    insta::assert_snapshot!("a_1_1", outline(&pdf));
}

#[test]
fn a_1_2_jpt_quantitative() {
    let pdf = printed(Form::Jpt, Approach::Kuantitatif);
    keep("a_1_2", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "SASARAN KINERJA PEGAWAI PENDEKATAN HASIL KERJA KUANTITATIF BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
            "NO PEGAWAI YANG DINILAI NO PEJABAT PENILAI KINERJA",
            "HASIL KERJA",
            "NO RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF (1) (2) (3) (4) (5)",
            "A. UTAMA",
            "3 unit",
            "3,5 dari skala 5",
            "100%",
            "Anggaran",
            "B. TAMBAHAN",
            "80%",
            "PERILAKU KERJA*",
            "1 Berorientasi pelayanan",
            "Ekspektasi Khusus Pimpinan:",
            "2 Akuntabel",
            "Menjadi role model/ panutan",
            "3 Kompeten",
            "4 Harmonis",
            "5 Loyal",
            "6 Adaptif",
            "7 Kolaboratif",
            "Jakarta, 30 Januari 2026",
            "Pejabat Penilai Kinerja",
        ],
    );
    insta::assert_snapshot!("a_1_2", outline(&pdf));
}

#[test]
fn a_1_6_jajf_qualitative_with_its_annex_a_1_8() {
    let pdf = Printer::new().plan(&plan(Form::JaJf, Approach::Kualitatif), made()).unwrap();
    keep("a_1_6", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "PENDEKATAN HASIL KERJA KUALITATIF BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "Ukuran keberhasilan/ indikator kinerja individu dan Target:",
            "(dapat ditambahkan pada tahun berjalan)",
            "PERILAKU KERJA*",
            "LAMPIRAN SASARAN KINERJA PEGAWAI",
            "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",
            "DUKUNGAN SUMBER DAYA 1.",
            "2. Dukungan sarana",
            "SKEMA PERTANGGUNGJAWABAN 1.",
            "KONSEKUENSI 1.",
            "Pegawai yang Dinilai",
        ],
    );
    insta::assert_snapshot!("a_1_6", outline(&pdf));
}

#[test]
fn a_1_7_jajf_quantitative() {
    let pdf = printed(Form::JaJf, Approach::Kuantitatif);
    keep("a_1_7", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "PENDEKATAN HASIL KERJA KUANTITATIF BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "NO. RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI* RENCANA HASIL KERJA ASPEK INDIKATOR KINERJA INDIVIDU TARGET \
             (1) (2) (3) (4) (5) (6)",
            "Indikator Kinerja Individu: Tingkat kesesuaian fitur aplikasi dengan NSPK",
            "Kualitas",
            "80 – 90%",
            "Waktu",
            "1.500 telaahan",
            "B. TAMBAHAN",
            "(dapat ditambahkan pada tahun berjalan)",
            "PERILAKU KERJA**",
            "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi",
            "** Pimpinan dapat memberikan Ekspektasi khusus",
        ],
    );
    insta::assert_snapshot!("a_1_7", outline(&pdf));
}

#[test]
fn a_1_5_matrix_of_two_levels() {
    let pdf = Printer::new().print(&[Sheet::Matrix(&matrix())], made()).unwrap();
    keep("a_1_5", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "MATRIKS PEMBAGIAN PERAN DAN HASIL",
            "PEGAWAI JABATAN OUTCOME ANTARA/ OUTPUT/ LAYANAN",
            "Direktur II",
            "Kepala Subdirektorat II",
            "PEGAWAI JABATAN OUTCOME ANTARA/ OUTPUT/ LAYANAN",
            "Kepala Subdirektorat II",
            "Siti Rahmawati",
            "TIDAK ADA PERAN",
        ],
    );
    insta::assert_snapshot!("a_1_5", outline(&pdf));
}

#[test]
fn a_1_5_is_made_from_the_links_between_plans_and_wide_ones_go_on_below() {
    let leader = plan(Form::Jpt, Approach::Kuantitatif).skp;
    let mut supporter = plan(Form::JaJf, Approach::Kuantitatif).skp;
    supporter.content.results[0].supports = Some(leader.content.results[1].id);
    let matrix = domain::plan::cascade::matrix(&leader, &[(supporter.employee, &supporter)]);
    let who = |_| ("Made Suryadi, S.T.".to_owned(), "Teknik Tata Bangunan".to_owned());
    let mut table = MatrixTable::of(&matrix, ("Ratna Wulandari", "Direktur II"), true, who);
    assert_eq!(table.columns[0].lines().count(), 2, "a result with two indicators");
    assert_eq!(table.rows[0].roles[1].len(), 1);
    table.columns.extend(["Kolom 4".into(), "Kolom 5".into()]);
    table.rows[0].roles.extend([vec![], vec!["Peran 5".into()]]);
    let sheet = MatrixSheet { tables: vec![table], ..crate::fixtures::matrix() };
    assert_in_order(
        &flow(&Printer::new().print(&[Sheet::Matrix(&sheet)], made()).unwrap()),
        &[
            "Ratna Wulandari Direktur II Jumlah Pos Lintas Batas",
            "Kolom 4",
            "Made Suryadi, S.T. Teknik Tata Bangunan TIDAK ADA PERAN Proses bisnis aplikasi SIMBG",
            "PEGAWAI JABATAN OUTCOME ANTARA/ OUTPUT/ LAYANAN Ratna Wulandari Direktur II Kolom 5",
            "Peran 5",
        ],
    );
}

#[test]
fn a_long_plan_repeats_its_header_on_every_page_and_a_draft_says_so() {
    let mut sheet = plan(Form::Jpt, Approach::Kuantitatif);
    sheet.standing = Standing::Draft;
    let results = sheet.skp.content.results.clone();
    for _ in 0..4 {
        sheet.skp.content.results.extend(results.clone());
    }
    let pages = pages(&Printer::new().print(&[Sheet::Plan(&sheet)], made()).unwrap());
    let with = |piece: &str| pages.iter().filter(|page| page.contains(piece)).count();
    assert!(pages.len() >= 5, "{} pages", pages.len());
    assert!(with("NO RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF (1) (2) (3) (4) (5)") >= 3);
    assert!(with("PERILAKU KERJA*") >= 2);
    assert_eq!(with("DRAF, belum ditetapkan"), pages.len());
    assert_eq!(with(&format!("dari {}", pages.len())), pages.len());
}
