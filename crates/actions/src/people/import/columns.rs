//! The columns each kind of file has, under the names agencies give them.

use serde::{Deserialize, Serialize};

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Units of the tree.
    Unit,
    /// Posts.
    Jabatan,
    /// Tasks of posts.
    Tugas,
    /// Levels of competences that posts ask for.
    Kompetensi,
    /// Employees with their post and rater.
    Pegawai,
    /// Plans, one row per indicator.
    Skp,
    /// The catalogue of training.
    Pelatihan,
}

impl Kind {
    /// In the order in which an agency is set up.
    pub const ALL: [Self; 7] =
        [Self::Unit, Self::Jabatan, Self::Tugas, Self::Kompetensi, Self::Pegawai, Self::Skp, Self::Pelatihan];

    /// Code in addresses and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Jabatan => "jabatan",
            Self::Tugas => "tugas",
            Self::Kompetensi => "kompetensi",
            Self::Pegawai => "pegawai",
            Self::Skp => "skp",
            Self::Pelatihan => "pelatihan",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its columns, in the order of templates and exports.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Unit => UNIT,
            Self::Jabatan => JABATAN,
            Self::Tugas => TUGAS,
            Self::Kompetensi => KOMPETENSI,
            Self::Pegawai => PEGAWAI,
            Self::Skp => SKP,
            Self::Pelatihan => PELATIHAN,
        }
    }

    /// Columns that such files often have and that are not needed here.
    const fn passed_over(self) -> &'static [&'static str] {
        match self {
            Self::Unit | Self::Pelatihan => &["no", "nomor", "keterangan"],
            Self::Jabatan => &[
                "no",
                "nomor",
                "keterangan",
                "ikhtisar",
                "pdd_formal",
                "pdd_jurusan",
                "pelatihan_struktural",
                "pelatihan_fungsional",
                "pelatihan_teknis",
                "pengalaman_kerja",
                "hasil_kerja_jabatan",
                "tanggung_jawab",
                "prestasi_harapan",
                "wewenang",
                "kelas_jabatan",
            ],
            Self::Tugas | Self::Kompetensi => &["no", "id", "keterangan", "nama_jabatan"],
            Self::Pegawai => &["no", "nomor", "keterangan", "nama_jabatan", "unit", "nama_penilai", "nama_atasan"],
            Self::Skp => &["keterangan", "nama"],
        }
    }

    /// The column that a header means.
    pub(super) fn column(self, header: &str) -> Option<&'static Column> {
        let plain = plain(header);
        self.columns().iter().find(|column| column.name == plain || column.aliases.contains(&plain.as_str()))
    }

    /// Is the header that of a column that is left alone on purpose?
    pub(super) fn passes_over(self, header: &str) -> bool {
        self.passed_over().contains(&plain(header).as_str())
    }

    /// The name a misspelt header probably means.
    pub(super) fn nearest(self, header: &str) -> Option<&'static str> {
        let plain = plain(header);
        let near = self.columns().iter().map(|column| (distance(&plain, column.name), column.name)).min()?;
        (near.0 <= 2).then_some(near.1)
    }
}

/// One column.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in templates and exports.
    pub name: &'static str,
    /// Other names it goes by.
    aliases: &'static [&'static str],
    /// Must the file have it?
    pub required: bool,
}

const fn must(name: &'static str, aliases: &'static [&'static str]) -> Column {
    Column { name, aliases, required: true }
}

const fn may(name: &'static str, aliases: &'static [&'static str]) -> Column {
    Column { name, aliases, required: false }
}

const UNIT: &[Column] = &[
    must("kode", &["id", "kode_unit", "unit_kode", "unit_id"]),
    must("nama", &["nama_unit", "unit", "unit_kerja", "unor", "nama_unor"]),
    may("induk", &["kode_induk", "induk_kode", "induk_id", "parent_id", "atasan"]),
];

const JABATAN: &[Column] = &[
    must("kode", &["id", "kode_jabatan", "jabatan_kode", "jabatan_id"]),
    must("nama_jabatan", &["nama", "jabatan"]),
    may("unit_kode", &["kode_unit", "unit_id"]),
    may("nama_unit", &["unit", "unit_kerja", "unor", "nama_unor"]),
    may("jenis", &["jenis_jabatan"]),
    may("memimpin_unit", &["pimpinan_unit", "memimpin"]),
    may("unit_mandiri", &["unit_kerja_mandiri", "mandiri"]),
];

const TUGAS: &[Column] = &[
    must("jabatan_kode", &["jabatan_id", "kode_jabatan", "kode"]),
    must("urut", &["nomor", "urutan", "nomor_urut", "no_urut"]),
    must("uraian_tugas", &["tugas", "uraian"]),
    may("hasil_kerja", &["hasil", "output", "keluaran"]),
];

const KOMPETENSI: &[Column] = &[
    must("jabatan_kode", &["jabatan_id", "kode_jabatan", "kode"]),
    must("kriteria", &["kriteria_kode", "kode_kriteria", "kompetensi", "kode_kompetensi", "nama_kompetensi"]),
    must("tingkat", &["level", "standar", "tingkat_standar"]),
];

const PEGAWAI: &[Column] = &[
    must("nip", &["nip_baru", "ni_pppk", "nip_ni_pppk"]),
    must("nama", &["nama_pegawai", "nama_lengkap"]),
    must("status", &["status_kepegawaian", "jenis_kepegawaian", "jenis_pegawai"]),
    may("pangkat", &["pangkat_golongan", "golongan", "gol", "pangkat_gol_ruang"]),
    may("jabatan_kode", &["kode_jabatan", "jabatan_id"]),
    may("kedudukan", &["status_jabatan"]),
    may("mulai", &["tmt", "tmt_jabatan", "tanggal_mulai"]),
    may("nip_penilai", &["penilai", "nip_pejabat_penilai"]),
    may("nip_atasan", &["nip_atasan_penilai", "nip_atasan_pejabat_penilai"]),
    may("mulai_penilai", &["tmt_penilai"]),
    may("login", &["nama_masuk", "username"]),
    may("sandi_awal", &["kata_sandi_awal", "password_awal"]),
];

const PELATIHAN: &[Column] = &[
    must("kode", &["kode_pelatihan", "kode_program"]),
    must("nama", &["nama_pelatihan", "pelatihan", "program", "nama_program"]),
    must("jenis", &["jenis_pelatihan", "jenis_diklat"]),
    must("penyelenggara", &["institusi_penyelenggara", "lembaga"]),
    must("jam", &["jp", "jumlah_jam", "jam_pelajaran"]),
    may("biaya", &["biaya_per_orang", "harga"]),
    must("kapasitas", &["kuota", "peserta"]),
    may("kompetensi", &["membangun", "kompetensi_yang_dibangun"]),
    may("uraian", &["deskripsi", "isi"]),
];

const SKP: &[Column] = &[
    may("nip", &["nip_baru", "ni_pppk", "nip_ni_pppk"]),
    may("jabatan", &["jabatan_pegawai", "nama_jabatan"]),
    may("tahun", &["tahun_skp"]),
    may("pendekatan", &[]),
    may("bagian", &[]),
    may("jenis", &["jenis_rhk"]),
    may("no", &["nomor", "no_rhk"]),
    may("rencana_hasil_kerja", &["rhk", "hasil_kerja"]),
    may("penugasan_dari", &["penugasan"]),
    may("mendukung_nip", &["nip_pimpinan"]),
    may("mendukung_no", &["no_rhk_pimpinan"]),
    may("mendukung_teks", &["rhk_pimpinan_diintervensi", "rhk_pimpinan"]),
    may("aspek", &[]),
    may("indikator", &["indikator_kinerja_individu", "iki"]),
    may("target", &[]),
    may("satuan", &[]),
    may("target_tertulis", &[]),
    may("perspektif", &[]),
    may("hitungan", &[]),
    may("arah", &[]),
    may("nilai", &["nilai_berakhlak"]),
    may("uraian", &["isi", "ekspektasi", "ekspektasi_khusus"]),
];

/// A header as it is compared: lower case, words joined by one underscore, nothing else.
pub(super) fn plain(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    for c in header.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            plain.push(c);
        } else if !plain.ends_with('_') && !plain.is_empty() && !"*'\"\u{feff}\u{200b}".contains(c) {
            plain.push('_');
        }
    }
    plain.truncate(plain.trim_end_matches('_').len());
    plain
}

/// Letters to change to make one word of the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_however_they_are_written() {
        for (kind, header, want) in [
            (Kind::Jabatan, "id", Some("kode")),
            (Kind::Jabatan, " Nama Jabatan ", Some("nama_jabatan")),
            (Kind::Jabatan, "jenis_jabatan", Some("jenis")),
            (Kind::Tugas, "jabatan_id", Some("jabatan_kode")),
            (Kind::Tugas, "Hasil Kerja", Some("hasil_kerja")),
            (Kind::Pegawai, "NIP*", Some("nip")),
            (Kind::Pegawai, "Pangkat/Gol. Ruang", Some("pangkat")),
            (Kind::Pegawai, "nip_penila", None),
            (Kind::Skp, "Indikator Kinerja Individu", Some("indikator")),
        ] {
            assert_eq!(kind.column(header).map(|column| column.name), want, "{header}");
        }
        assert!(Kind::Jabatan.passes_over("Tanggung Jawab"));
        assert_eq!(Kind::Pegawai.nearest("nip_penila"), Some("nip_penilai"));
        assert_eq!(Kind::Pegawai.nearest("warna"), None);
    }

    #[test]
    fn no_name_means_two_columns() {
        for kind in Kind::ALL {
            let mut names: Vec<&str> = kind
                .columns()
                .iter()
                .flat_map(|column| column.aliases.iter().chain([&column.name]))
                .chain(kind.passed_over())
                .copied()
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{}", kind.code());
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
    }
}
