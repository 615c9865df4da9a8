//! Plans as JSON, in the shape in which the examples of the regulation are passed around: a list of plans, each with
//! `jabatan_pegawai` (or `nip`), `hasil_kerja` and `perilaku_kerja`. Turned into the rows of the file of plans.

use super::table::Numbered;
use csv::StringRecord;
use domain::decision::Text;
use serde::Deserialize;
use serde_json::Value;

/// Columns of the rows made here.
const COLUMNS: [&str; 18] = [
    "nip",
    "jabatan",
    "tahun",
    "pendekatan",
    "bagian",
    "jenis",
    "no",
    "rencana_hasil_kerja",
    "penugasan_dari",
    "mendukung_teks",
    "aspek",
    "indikator",
    "target",
    "satuan",
    "perspektif",
    "nilai",
    "uraian",
    "target_tertulis",
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Plan {
    nip: Value,
    jabatan_pegawai: String,
    tahun: Value,
    pendekatan: String,
    hasil_kerja: Vec<Line>,
    perilaku_kerja: Vec<Behaviour>,
    dukungan_sumber_daya: Vec<String>,
    skema_pertanggungjawaban: Vec<String>,
    konsekuensi: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Line {
    no: Value,
    jenis: String,
    rencana_hasil_kerja: String,
    rhk_pimpinan_diintervensi: String,
    indikator_kinerja_individu: String,
    aspek: String,
    target: Value,
    satuan: String,
    perspektif: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Behaviour {
    nilai: String,
    ekspektasi_khusus: Vec<String>,
}

/// Reads the text; the first row is the header.
pub(super) fn rows(text: &str) -> Result<Vec<Numbered>, Text> {
    let broken = |error: serde_json::Error| Text::new("import-json-broken").with("detail", error.to_string());
    let plans: Vec<Plan> = match serde_json::from_str(text).map_err(broken)? {
        Value::Array(plans) => {
            plans.into_iter().map(serde_json::from_value).collect::<Result<_, _>>().map_err(broken)?
        }
        one => vec![serde_json::from_value(one).map_err(broken)?],
    };
    let mut rows: Vec<Numbered> = vec![(0, StringRecord::from(COLUMNS.to_vec()))];
    for plan in &plans {
        let mut add = |bagian: &str, cells: &[(&str, &str)]| {
            let (nip, year) = (plain(&plan.nip), plain(&plan.tahun));
            let cell = |column: &str| match column {
                "nip" => nip.as_str(),
                "jabatan" if nip.is_empty() => plan.jabatan_pegawai.as_str(),
                "tahun" => year.as_str(),
                "pendekatan" => plan.pendekatan.as_str(),
                "bagian" => bagian,
                _ => cells.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| *cell),
            };
            let row = StringRecord::from(COLUMNS.map(cell).to_vec());
            rows.push((rows.len() as u64, row));
        };
        for line in &plan.hasil_kerja {
            let (text, assigned_by) = assignment(&line.rencana_hasil_kerja);
            let (no, target) = (plain(&line.no), plain(&line.target));
            add(
                "rhk",
                &[
                    ("jenis", &line.jenis),
                    ("no", &no),
                    ("rencana_hasil_kerja", text),
                    ("penugasan_dari", assigned_by),
                    ("mendukung_teks", &line.rhk_pimpinan_diintervensi),
                    ("aspek", &line.aspek),
                    ("indikator", &line.indikator_kinerja_individu),
                    ("target", &target),
                    ("satuan", &line.satuan),
                    ("perspektif", &line.perspektif),
                ],
            );
        }
        for behaviour in &plan.perilaku_kerja {
            for line in &behaviour.ekspektasi_khusus {
                add("perilaku", &[("nilai", &behaviour.nilai), ("uraian", line)]);
            }
        }
        for (bagian, lines) in [
            ("dukungan", &plan.dukungan_sumber_daya),
            ("pertanggungjawaban", &plan.skema_pertanggungjawaban),
            ("konsekuensi", &plan.konsekuensi),
        ] {
            for line in lines {
                add(bagian, &[("uraian", line)]);
            }
        }
    }
    Ok(rows)
}

/// `Tersusunnya … (penugasan dari Menteri)`: the result, and who assigns it.
pub(super) fn assignment(text: &str) -> (&str, &str) {
    let text = text.trim();
    let split = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    match split.and_then(|(result, note)| Some((result.trim_end(), note.trim().strip_prefix("penugasan dari ")?))) {
        Some((result, by)) if !result.is_empty() => (result, by.trim()),
        _ => (text, ""),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string().replace('.', ","),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_become_rows() {
        let text = r#"[{"jabatan_pegawai": "KEPALA SEKSI", "pendekatan": "kuantitatif",
            "hasil_kerja": [{"no": 1, "jenis": "UTAMA", "target": 3.5,
                "rencana_hasil_kerja": "Arsip tertata (penugasan dari Kepala Dinas)"}],
            "perilaku_kerja": [{"nilai": "Akuntabel", "ekspektasi_khusus": ["Jujur"]}, {"nilai": "Loyal"}]}]"#;
        let rows = rows(text).unwrap();
        assert_eq!(rows.len(), 3);
        let cell = |row: usize, column: &str| {
            rows[row].1.get(COLUMNS.iter().position(|name| *name == column).unwrap()).unwrap().to_owned()
        };
        let line = ["jabatan", "bagian", "no", "rencana_hasil_kerja", "penugasan_dari", "target"].map(|c| cell(1, c));
        assert_eq!(line, ["KEPALA SEKSI", "rhk", "1", "Arsip tertata", "Kepala Dinas", "3,5"]);
        assert_eq!(["bagian", "nilai", "uraian"].map(|c| cell(2, c)), ["perilaku", "Akuntabel", "Jujur"]);
        assert_eq!(super::rows("[{").unwrap_err().key, "import-json-broken");
    }

    #[test]
    fn an_assignment_is_told_apart_from_the_result() {
        assert_eq!(assignment("Tersusunnya RPP (penugasan dari Menteri)"), ("Tersusunnya RPP", "Menteri"));
        assert_eq!(assignment("SLA (service level agreement)"), ("SLA (service level agreement)", ""));
        assert_eq!(assignment("SLA (a) dan B"), ("SLA (a) dan B", ""));
    }
}
