//! Hasil evaluasi and dokumen evaluasi.

use crate::{
    fixtures::{document, made, plan, result},
    read::{assert_in_order, flow, keep, outline},
};
use documents::{Dossier, DossierPart, Printer, Route, Sheet};
use domain::plan::{Approach, Form};

const OPTIONS: [&str; 3] = [
    "ISTIMEWA/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG",
    "DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI**",
    "SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/ KURANG (MISCONDUCT)/ SANGAT KURANG",
];

fn printed(form: Form, approach: Approach) -> Vec<u8> {
    Printer::new().print(&[Sheet::Result(&result(form, approach))], made()).unwrap()
}

#[test]
fn c_1_1_qualitative() {
    let pdf = printed(Form::Jpt, Approach::Kualitatif);
    keep("c_1_1", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "HASIL EVALUASI KINERJA PEGAWAI PENDEKATAN HASIL KERJA KUALITATIF PERIODE***: TRIWULAN I/II/III/IV-AKHIR*",
            "PERIODE PENILAIAN: 1 APRIL SD 30 JUNI TAHUN 2026",
            "CAPAIAN KINERJA ORGANISASI*",
            OPTIONS[0],
            "POLA DISTRIBUSI",
            "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK",
            "HASIL KERJA",
            "REALISASI BERDASARKAN BUKTI DUKUNG",
            "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
            "A. UTAMA",
            "Selesai pada bulan Mei",
            "Pimpinan: bagus! Pertahankan",
            "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:",
            "B. TAMBAHAN REALISASI BERDASARKAN BUKTI DUKUNG",
            "RATING HASIL KERJA*",
            OPTIONS[1],
            "PERILAKU KERJA",
            "Rekan kerja setingkat: selalu siap membantu",
            "RATING PERILAKU KERJA*",
            OPTIONS[1],
            "PREDIKAT KINERJA PEGAWAI*",
            OPTIONS[2],
            "Jakarta, 7 Juli 2026 Pejabat Penilai Kinerja",
            "* pilih salah satu ** rating hasil",
            "*** periode disesuaikan",
            "**** perspektif hanya digunakan",
        ],
    );
    assert!(!flow(&pdf).contains("Pegawai yang Dinilai "), "only the evaluator signs");
    insta::assert_snapshot!("c_1_1", outline(&pdf));
}

#[test]
fn c_1_2_jpt_quantitative() {
    let pdf = printed(Form::Jpt, Approach::Kuantitatif);
    keep("c_1_2", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "PENDEKATAN HASIL KERJA KUANTITATIF BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI PERIODE***:",
            "PANGKAT/ GOL RUANG",
            "INSTANSI",
            "POLA DISTRIBUSI:",
            "NO. RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF REALISASI BERDASARKAN BUKTI DUKUNG \
             UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG (1) (2) (3) (4) (5) (6) (7)",
            "2,5 unit berdasarkan berita acara serah terima",
            "Pimpinan: bagus! Pertahankan",
            "Belum dilaporkan",
            "RATING HASIL KERJA*",
            "PREDIKAT KINERJA PEGAWAI*",
        ],
    );
    insta::assert_snapshot!("c_1_2", outline(&pdf));
}

#[test]
fn c_1_3_jajf_quantitative() {
    let pdf = printed(Form::JaJf, Approach::Kuantitatif);
    keep("c_1_3", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "UNIT KERJA Direktorat II 5 UNIT KERJA Direktorat II",
            "(1) (2) (3) (4) (5) (6) (7) (8)",
            "Pimpinan: bagus! Pertahankan",
            "Pimpinan: lebih cepat dari jadwal",
            "B. TAMBAHAN",
            "PERILAKU KERJA UMPAN BALIK BERKELANJUTAN",
        ],
    );
    insta::assert_snapshot!("c_1_3", outline(&pdf));
}

#[test]
fn an_achievement_nobody_has_set_is_said_openly() {
    let mut sheet = result(Form::JaJf, Approach::Kualitatif);
    sheet.evaluation.capaian = None;
    let text = flow(&Printer::new().print(&[Sheet::Result(&sheet)], made()).unwrap());
    assert_in_order(&text, &[OPTIONS[0], "(belum ditetapkan)", "POLA DISTRIBUSI -", "HASIL KERJA"]);
}

#[test]
fn d_1_1_with_its_attachments_in_order() {
    let (plan, result) = (plan(Form::JaJf, Approach::Kuantitatif), result(Form::JaJf, Approach::Kuantitatif));
    let document = document(Route::Rater);
    let pdf = Printer::new().evaluation(&document, &plan, &result, made()).unwrap();
    keep("d_1_1", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "DOKUMEN EVALUASI KINERJA PEGAWAI PERIODE*: TRIWULAN I/II/III/IV-AKHIR**",
            "1. PEGAWAI YANG DINILAI NAMA : Made Suryadi, S.T. NIP : 19880917 201402 1 003 PANGKAT/GOL RUANG : Penata (III/c) JABATAN :",
            "2. PEJABAT PENILAI KINERJA",
            "3. ATASAN PEJABAT PENILAI KINERJA NAMA : Ratna Wulandari",
            "4. EVALUASI KINERJA CAPAIAN KINERJA ORGANISASI : BAIK PREDIKAT KINERJA PEGAWAI : BAIK",
            "5. CATATAN/REKOMENDASI Pertahankan mutu telaahan.",
            "Jakarta, 7 Juli 2026 6. Pejabat Penilai Kinerja",
            "7. Pegawai yang Dinilai",
            "* periode disesuaikan",
            "** pilih salah satu",
            "SASARAN KINERJA PEGAWAI",
            "LAMPIRAN SASARAN KINERJA PEGAWAI",
            "HASIL EVALUASI KINERJA PEGAWAI",
        ],
    );
    let alone = Printer::new().print(&[Sheet::Document(&document)], made()).unwrap();
    insta::assert_snapshot!("d_1_1", outline(&alone));
}

#[test]
fn d_1_2_is_signed_by_the_superior() {
    let pdf = Printer::new().print(&[Sheet::Document(&document(Route::Superior))], made()).unwrap();
    assert_in_order(
        &flow(&pdf),
        &["6. Atasan Pejabat Penilai Kinerja Ratna Wulandari, S.T., M.T.", "7. Pegawai yang Dinilai Made Suryadi"],
    );
}

#[test]
fn d_1_3_has_the_objection_and_three_signatures() {
    let pdf = Printer::new().print(&[Sheet::Document(&document(Route::Objection))], made()).unwrap();
    keep("d_1_3", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "5. CATATAN/REKOMENDASI",
            "6. KEBERATAN Realisasi triwulan II",
            "7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN Bukti diterima",
            "8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA Hasil diubah.",
            "9. Pejabat Penilai Kinerja Yohana Tabuni",
            "10. Pegawai yang Dinilai Made Suryadi",
            "3 Agustus 2026 11. Atasan Pejabat Penilai Kinerja Ratna Wulandari",
        ],
    );
}

#[test]
fn the_papers_of_an_objection_on_one_list() {
    let part = |title: &str, rows: Vec<(&str, &str)>, lines: Vec<(usize, &str)>| DossierPart {
        title: title.into(),
        rows: rows.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect(),
        lines: lines.into_iter().map(|(depth, says)| (depth, says.to_owned())).collect(),
    };
    let dossier = Dossier {
        agency: "KEMENTERIAN CONTOH".into(),
        about: "Triwulan II 2026".into(),
        owner: "Made Suryadi, S.T.".into(),
        parts: vec![
            part(
                "Hasil yang diajukan keberatan",
                vec![("Predikat", "Kurang")],
                vec![(0, "Predikat Kurang."), (1, "Teguran *tiga* kali.")],
            ),
            part("Bukti", vec![], vec![(0, "surat.pdf")]),
        ],
    };
    let pdf = Printer::new().print(&[Sheet::Dossier(&dossier)], made()).unwrap();
    keep("dossier", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "BERKAS KEBERATAN",
            "1. Hasil yang diajukan keberatan Predikat : Kurang",
            "Teguran *tiga* kali.",
            "2. Bukti",
            "surat.pdf",
        ],
    );
}
