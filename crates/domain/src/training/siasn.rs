//! Records of training in the shape in which SIASN takes them (`/kursus/save`, `/diklat/save`): to be carried over by whoever
//! holds the credentials. Days are `dd-mm-yyyy`. What SIASN keeps under codes of its own and we do not know stays empty and is
//! never guessed.

use super::{Kind, Record};
use chrono::NaiveDate;
use serde::Serialize;

/// A training that is no leadership training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kursus {
    /// Empty for a new one.
    pub id: Option<String>,
    /// SIASN's id of the agency; to be filled in.
    pub instansi_id: String,
    /// Who gave it.
    pub institusi_penyelenggara: String,
    /// SIASN's kind of training (its reference `jenisDiklat`): `2` fungsional, `3` teknis, `11` kursus …
    pub jenis_diklat_id: String,
    /// Kind in words.
    pub jenis_kursus: String,
    /// The letter that reference gives the kind: `F`, `T` or `P`.
    pub jenis_kursus_sertipikat: String,
    /// JP.
    pub jumlah_jam: u32,
    /// SIASN's id of the place.
    pub lokasi_id: String,
    /// Its name.
    pub nama_kursus: String,
    /// Number of the certificate.
    pub nomor_sertipikat: String,
    /// Documents uploaded to SIASN; none yet.
    pub path: Vec<()>,
    /// SIASN's id of the person; to be filled in by NIP.
    pub pns_orang_id: String,
    /// NIP, for finding that id. Not part of the service's body.
    pub nip: String,
    /// Year of the last day.
    pub tahun_kursus: i32,
    /// First day.
    pub tanggal_kursus: String,
    /// Last day.
    pub tanggal_selesai_kursus: String,
}

/// A leadership training (diklat struktural).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diklat {
    /// Weight; SIASN's own.
    pub bobot: u32,
    /// Empty for a new one.
    pub id: Option<String>,
    /// Who gave it.
    pub institusi_penyelenggara: String,
    /// Kind of competence in words.
    pub jenis_kompetensi: String,
    /// JP.
    pub jumlah_jam: u32,
    /// SIASN's id of the leadership training; to be filled in.
    pub latihan_struktural_id: String,
    /// Number of the certificate.
    pub nomor: String,
    /// Documents uploaded to SIASN; none yet.
    pub path: Vec<()>,
    /// SIASN's id of the person; to be filled in by NIP.
    pub pns_orang_id: String,
    /// NIP, for finding that id. Not part of the service's body.
    pub nip: String,
    /// Name of the training, for choosing that id.
    pub nama: String,
    /// Year of the last day.
    pub tahun: i32,
    /// First day.
    pub tanggal: String,
    /// Last day.
    pub tanggal_selesai: String,
}

/// What is sent, by service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// For `/kursus/save`.
    pub kursus: Vec<Kursus>,
    /// For `/diklat/save`.
    pub diklat: Vec<Diklat>,
}

fn day(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

/// SIASN's code of a kind and its letter, by its reference `jenisDiklat`.
const fn kind_of(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Manajerial => ("5", "T"),
        Kind::Teknis => ("3", "T"),
        Kind::Fungsional => ("2", "F"),
        Kind::SosialKultural => ("6", "T"),
        Kind::Seminar => ("9", "P"),
        Kind::Kursus => ("11", "T"),
        Kind::Elearning => ("16", "T"),
        Kind::Magang => ("10", "T"),
        Kind::Bimbingan => ("24", "T"),
        Kind::Mandiri => ("22", "T"),
    }
}

/// Verified records with the NIP of each person.
pub fn sent<'a>(records: impl IntoIterator<Item = (&'a Record, &'a str)>) -> Sent {
    let mut sent = Sent::default();
    for (record, nip) in records.into_iter().filter(|(record, _)| record.counts()) {
        let last = record.dates.until.unwrap_or(record.dates.from);
        let number = record.certificate.as_ref().map(|one| one.number.clone()).unwrap_or_default();
        let nip = nip.to_owned();
        if record.kind == Kind::Manajerial {
            sent.diklat.push(Diklat {
                bobot: 0,
                id: None,
                institusi_penyelenggara: record.provider.clone(),
                jenis_kompetensi: record.kind.code().to_owned(),
                jumlah_jam: record.hours,
                latihan_struktural_id: String::new(),
                nomor: number,
                path: Vec::new(),
                pns_orang_id: String::new(),
                nip,
                nama: record.name.clone(),
                tahun: record.year(),
                tanggal: day(record.dates.from),
                tanggal_selesai: day(last),
            });
        } else {
            let (kind, letter) = kind_of(record.kind);
            sent.kursus.push(Kursus {
                id: None,
                instansi_id: String::new(),
                institusi_penyelenggara: record.provider.clone(),
                jenis_diklat_id: kind.to_owned(),
                jenis_kursus: record.kind.code().to_owned(),
                jenis_kursus_sertipikat: letter.to_owned(),
                jumlah_jam: record.hours,
                lokasi_id: String::new(),
                nama_kursus: record.name.clone(),
                nomor_sertipikat: number,
                path: Vec::new(),
                pns_orang_id: String::new(),
                nip,
                tahun_kursus: record.year(),
                tanggal_kursus: day(record.dates.from),
                tanggal_selesai_kursus: day(last),
            });
        }
    }
    sent
}
