//! What a post's title says: its kind, whether its holder leads a unit, how high it stands.
//!
//! For files of an older job analysis, which know only `Struktural`: the kinds follow PP 18/2016 (perangkat daerah) as
//! these titles are used there. Our reading (certainty: assumption), hence always remarked in the report.

use super::cells::key;
use domain::people::{Jenjang, PostKind};

/// What can be read from a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The kind of post.
    pub(super) kind: PostKind,
    /// Does its holder lead a unit?
    pub(super) leads: bool,
    /// How far below the top, for structural posts; a smaller number stands higher.
    pub(super) depth: Option<u8>,
}

/// Beginnings of titles, the longer before the shorter.
const TITLES: [(&str, PostKind, bool, u8); 44] = [
    ("sekretaris daerah kabupaten", PostKind::JptPratama, true, 0),
    ("sekretaris daerah kota", PostKind::JptPratama, true, 0),
    ("sekretaris daerah", PostKind::JptMadya, true, 0),
    ("sekretaris jenderal", PostKind::JptMadya, true, 1),
    ("sekretaris direktorat jenderal", PostKind::JptPratama, true, 2),
    ("sekretaris dprd", PostKind::JptPratama, true, 1),
    ("sekretaris dewan", PostKind::JptPratama, true, 1),
    ("sekretaris", PostKind::Administrator, true, 3),
    ("direktur jenderal", PostKind::JptMadya, true, 1),
    ("direktur", PostKind::JptPratama, true, 1),
    ("wakil direktur", PostKind::Administrator, true, 2),
    ("wadir", PostKind::Administrator, true, 2),
    ("deputi", PostKind::JptMadya, true, 1),
    ("inspektur jenderal", PostKind::JptMadya, true, 1),
    ("inspektur pembantu", PostKind::Administrator, true, 3),
    ("inspektur", PostKind::JptPratama, true, 1),
    ("staf ahli", PostKind::JptPratama, false, 1),
    ("asisten", PostKind::JptPratama, true, 1),
    ("kepala dinas", PostKind::JptPratama, true, 1),
    ("kepala badan penghubung", PostKind::Administrator, true, 1),
    ("kepala badan", PostKind::JptPratama, true, 1),
    ("kepala satuan", PostKind::JptPratama, true, 1),
    ("kepala kantor", PostKind::Administrator, true, 1),
    ("kepala biro", PostKind::JptPratama, true, 2),
    ("kepala pusat", PostKind::JptPratama, true, 2),
    ("kepala cabang dinas", PostKind::Administrator, true, 3),
    ("kepala bidang", PostKind::Administrator, true, 3),
    ("kepala bagian", PostKind::Administrator, true, 3),
    ("kepala uptd", PostKind::Administrator, true, 3),
    ("kepala upt", PostKind::Administrator, true, 3),
    ("kepala unit pelaksana teknis", PostKind::Administrator, true, 3),
    ("kepala subdirektorat", PostKind::Administrator, true, 3),
    ("kepala sub direktorat", PostKind::Administrator, true, 3),
    ("kepala puskesmas", PostKind::Pengawas, true, 3),
    ("kepala sub bagian", PostKind::Pengawas, true, 4),
    ("kepala subbagian", PostKind::Pengawas, true, 4),
    ("kepala sub bidang", PostKind::Pengawas, true, 4),
    ("kepala subbidang", PostKind::Pengawas, true, 4),
    ("kepala sub", PostKind::Pengawas, true, 4),
    ("kepala seksi", PostKind::Pengawas, true, 4),
    ("kepala kelurahan", PostKind::Pengawas, true, 3),
    ("camat", PostKind::Administrator, true, 1),
    ("lurah", PostKind::Pengawas, true, 3),
    ("kepala subseksi", PostKind::Pengawas, true, 4),
];

const OFFICE: [&str; 9] = [
    "gubernur",
    "wakil gubernur",
    "bupati",
    "wakil bupati",
    "walikota",
    "wali kota",
    "wakil wali kota",
    "menteri",
    "wakil menteri",
];

const JENJANG: [(&str, Jenjang); 8] = [
    ("ahli pertama", Jenjang::AhliPertama),
    ("ahli muda", Jenjang::AhliMuda),
    ("ahli madya", Jenjang::AhliMadya),
    ("ahli utama", Jenjang::AhliUtama),
    ("pemula", Jenjang::Pemula),
    ("terampil", Jenjang::Terampil),
    ("mahir", Jenjang::Mahir),
    ("penyelia", Jenjang::Penyelia),
];

/// Reads a title; `None` when it says nothing about its kind.
pub(super) fn read(title: &str) -> Option<Reading> {
    let title = key(title);
    let begins = |start: &str| title.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if OFFICE.iter().any(|office| begins(office)) {
        return Some(Reading { kind: PostKind::PejabatNegara, leads: true, depth: Some(0) });
    }
    if let Some((_, kind, leads, depth)) = TITLES.iter().find(|(start, ..)| begins(start)) {
        return Some(Reading { kind: *kind, leads: *leads, depth: Some(*depth) });
    }
    jenjang(&title).map(|jenjang| Reading { kind: PostKind::Fungsional(jenjang), leads: false, depth: None })
}

/// Reads what stands in the column `jenis`; the title helps where that is only a family of kinds.
pub(super) fn kind(written: &str, title: &str) -> Option<PostKind> {
    if let Some(kind) = PostKind::from_code(written.trim()) {
        return Some(kind);
    }
    let written = key(written);
    let kind = match written.as_str() {
        "jpt utama" | "pimpinan tinggi utama" => PostKind::JptUtama,
        "jpt madya" | "pimpinan tinggi madya" | "eselon i" | "eselon i a" | "eselon i b" => PostKind::JptMadya,
        "jpt pratama" | "pimpinan tinggi pratama" | "eselon ii" | "eselon ii a" | "eselon ii b" => PostKind::JptPratama,
        "administrator" | "pejabat administrator" | "eselon iii" | "eselon iii a" | "eselon iii b" => {
            PostKind::Administrator
        }
        "pengawas" | "pejabat pengawas" | "eselon iv" | "eselon iv a" | "eselon iv b" => PostKind::Pengawas,
        "pelaksana" | "jabatan pelaksana" | "fungsional umum" | "staf" => PostKind::Pelaksana,
        "pejabat negara" | "kepala daerah" => PostKind::PejabatNegara,
        "" | "struktural" | "jpt" | "administrasi" => return read(title).map(|reading| reading.kind),
        other if other.starts_with("fungsional") || other.starts_with("jf") || other.starts_with("ahli") => {
            PostKind::Fungsional(jenjang(other).or_else(|| jenjang(&key(title)))?)
        }
        other => PostKind::Fungsional(jenjang(other)?),
    };
    Some(kind)
}

/// Does this family of kinds leave the kind to the title?
pub(super) fn left_to_title(written: &str) -> bool {
    matches!(key(written).as_str(), "" | "struktural" | "jpt" | "administrasi")
}

fn jenjang(text: &str) -> Option<Jenjang> {
    let words = format!(" {text} ");
    JENJANG.iter().find(|(word, _)| words.contains(&format!(" {word} "))).map(|(_, jenjang)| *jenjang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use PostKind::{Administrator, Fungsional, JptMadya, JptPratama, PejabatNegara, Pelaksana, Pengawas};

    #[test]
    fn titles_say_their_kind() {
        for (title, want) in [
            ("Sekretaris Daerah", Some((JptMadya, true, Some(0)))),
            ("Kepala Dinas Sosial", Some((JptPratama, true, Some(1)))),
            ("Sekretaris Dinas Sosial", Some((Administrator, true, Some(3)))),
            ("Staf Ahli Bidang Hukum", Some((JptPratama, false, Some(1)))),
            ("Kepala UPTD Museum", Some((Administrator, true, Some(3)))),
            ("Kepala Sub Bagian Tata Usaha.", Some((Pengawas, true, Some(4)))),
            ("KEPALA SEKSI PENGUJIAN", Some((Pengawas, true, Some(4)))),
            ("Pranata Komputer Ahli Muda", Some((Fungsional(Jenjang::AhliMuda), false, None))),
            ("Arsiparis Terampil", Some((Fungsional(Jenjang::Terampil), false, None))),
            ("Gubernur Bengkulu", Some((PejabatNegara, true, Some(0)))),
            ("Pengadministrasi Umum", None),
            ("Asistensi Umum", None),
        ] {
            assert_eq!(read(title).map(|r| (r.kind, r.leads, r.depth)), want, "{title}");
        }
    }

    #[test]
    fn kinds_are_read_from_codes_words_and_titles() {
        for (written, title, want) in [
            ("pengawas", "", Some(Pengawas)),
            ("JPT Pratama", "", Some(JptPratama)),
            ("Eselon III.a", "", Some(Administrator)),
            ("Pelaksana", "Kepala Apa Saja", Some(Pelaksana)),
            ("Struktural", "Kepala Bidang Anggaran", Some(Administrator)),
            ("", "Kepala Seksi Koleksi", Some(Pengawas)),
            ("Struktural", "Penjaga", None),
            ("Fungsional Ahli Madya", "Auditor", Some(Fungsional(Jenjang::AhliMadya))),
            ("Fungsional", "Auditor Ahli Madya", Some(Fungsional(Jenjang::AhliMadya))),
            ("jf_mahir", "", Some(Fungsional(Jenjang::Mahir))),
            ("Mahir", "", Some(Fungsional(Jenjang::Mahir))),
            ("Fungsional", "Auditor", None),
            ("hijau", "Auditor", None),
        ] {
            assert_eq!(kind(written, title), want, "{written}/{title}");
        }
    }

    #[test]
    fn longer_beginnings_stand_before_shorter_ones() {
        for (at, (start, ..)) in TITLES.iter().enumerate() {
            let hidden =
                TITLES[..at].iter().find(|(earlier, ..)| start.starts_with(&format!("{earlier} ")) || start == earlier);
            assert!(hidden.is_none(), "{start} is never reached");
        }
    }
}
