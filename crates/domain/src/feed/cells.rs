//! A row as it would be typed: what a correction begins from, and what a file holds that is taken out. Reading it again gives the
//! same row.

use super::{read::Draft, row::Fact};
use crate::time::TimeZone;
use chrono::{DateTime, Utc};

/// Every column of its kind with what stands in it.
pub fn cells(draft: &Draft, zone: TimeZone, nip: &str, unit: &str) -> Vec<(&'static str, String)> {
    let at = |at: DateTime<Utc>| zone.local(at).format("%Y-%m-%d %H:%M").to_string();
    let month = draft.on.format("%Y-%m").to_string();
    let yes = |yes: bool| if yes { "ya" } else { "tidak" }.to_owned();
    let who = |mut cells: Vec<(&'static str, String)>| {
        cells.extend([("nip", nip.to_owned()), ("unit", unit.to_owned())]);
        cells
    };
    match &draft.fact {
        Fact::Request { received, due, answered, correct, complaint } => who(vec![
            ("nomor", draft.code.clone()),
            ("diterima", at(*received)),
            ("layanan", draft.item.clone()),
            ("tenggat", due.to_string()),
            ("dijawab", answered.map(at).unwrap_or_default()),
            ("benar", correct.map(yes).unwrap_or_default()),
            ("pengaduan", yes(*complaint)),
        ]),
        Fact::Count { target, reached } => who(vec![
            ("tempat", draft.item.clone()),
            ("bulan", month),
            ("target", target.to_string()),
            ("capaian", reached.to_string()),
        ]),
        Fact::Spending { ceiling, spent, output_target, output } => who(vec![
            ("kegiatan", draft.item.clone()),
            ("bulan", month),
            ("pagu", ceiling.to_string()),
            ("realisasi", spent.to_string()),
            ("target_keluaran", output_target.map(|amount| amount.to_string()).unwrap_or_default()),
            ("capaian_keluaran", output.map(|amount| amount.to_string()).unwrap_or_default()),
        ]),
        Fact::Presence { daily: true, absent, excused, minutes, .. } => {
            let status = match (absent, excused) {
                (0, 0) => "hadir",
                (0, _) => "izin",
                _ => "alpa",
            };
            vec![
                ("nip", nip.to_owned()),
                ("tanggal", draft.on.to_string()),
                ("status", status.to_owned()),
                ("menit", minutes.to_string()),
            ]
        }
        Fact::Presence { days, absent, excused, minutes, run, .. } => vec![
            ("nip", nip.to_owned()),
            ("bulan", month),
            ("hari_kerja", days.to_string()),
            ("alpa", absent.to_string()),
            ("izin", excused.to_string()),
            ("menit", minutes.to_string()),
            ("berturut", run.to_string()),
        ],
        Fact::Course { hours } => vec![
            ("nip", nip.to_owned()),
            ("tanggal", draft.on.to_string()),
            ("kegiatan", draft.item.clone()),
            ("jp", hours.to_string()),
        ],
    }
}
