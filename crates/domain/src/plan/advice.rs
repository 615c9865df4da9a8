//! What the regulation would rather see in a plan (Bab II.A Tahap 2, 5, 7; regulations 1.16-1.25).
//! Advice stands beside a line, names its article and never blocks.

use super::{Aspek, Form, Indicator, Line, Perspektif, Rhk, RhkKind, Skp};
use crate::{
    amount::Amount,
    decision::{Citation, Text},
    policy::{Policy, permenpanrb},
};
use serde::{Deserialize, Serialize};

/// One piece of advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Beside which line.
    pub line: Line,
    /// What it says.
    pub says: Text,
    /// Where it stands.
    pub cite: Citation,
}

impl Perspektif {
    /// Every perspective, in the order of the forms.
    pub const ALL: [Self; 4] = [Self::PenerimaLayanan, Self::ProsesBisnis, Self::PenguatanInternal, Self::Anggaran];

    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PenerimaLayanan => "penerima_layanan",
            Self::ProsesBisnis => "proses_bisnis",
            Self::PenguatanInternal => "penguatan_internal",
            Self::Anggaran => "anggaran",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::PenerimaLayanan => "plan-perspektif-penerima-layanan",
            Self::ProsesBisnis => "plan-perspektif-proses-bisnis",
            Self::PenguatanInternal => "plan-perspektif-penguatan-internal",
            Self::Anggaran => "plan-perspektif-anggaran",
        })
    }
}

/// All advice on a plan, the plan as a whole first.
pub fn advise(skp: &Skp, policy: &Policy) -> Vec<Advice> {
    let mut all = on_the_whole(skp, policy);
    for rhk in &skp.content.results {
        all.extend(on_result(skp, rhk, policy));
    }
    all
}

fn on_the_whole(skp: &Skp, policy: &Policy) -> Vec<Advice> {
    let results = &skp.content.results;
    let indicators = || results.iter().flat_map(|rhk| &rhk.indicators);
    let mut all = Vec::new();
    let mut say = |line, says, cite| all.push(Advice { line, says, cite });
    if !results.is_empty() && results.iter().all(|rhk| rhk.kind == RhkKind::Tambahan) {
        say(Line::Whole, Text::new("plan-advice-only-tambahan"), permenpanrb("Bab II.A Tahap 2.a.1, 6.a"));
    }
    if skp.form == Form::Jpt && indicators().next().is_some() {
        let has = |p: Perspektif| indicators().any(|i| i.perspektif == Some(p));
        for perspektif in &policy.perspectives_required.value {
            if !has(*perspektif) {
                let says = Text::new("plan-advice-perspective-required").with("perspektif", perspektif.label());
                say(Line::Whole, says, policy.perspectives_required.cite.clone());
            }
        }
        for perspektif in &policy.perspectives.value {
            if !has(*perspektif) && !policy.perspectives_required.value.contains(perspektif) {
                let says = Text::new("plan-advice-perspective-missing").with("perspektif", perspektif.label());
                say(Line::Whole, says, policy.perspectives.cite.clone());
            }
        }
    }
    let bound_in_time =
        |i: &Indicator| i.aspek == Some(Aspek::Waktu) || has_word(&words_of(i), &policy.time_words.value).is_some();
    if indicators().next().is_some() && !indicators().any(bound_in_time) {
        say(Line::Whole, Text::new("plan-advice-no-time"), policy.time_words.cite.clone());
    }
    if !results.is_empty() {
        for (line, empty, key, article) in [
            (Line::Resources, skp.content.resources.is_empty(), "plan-advice-no-resources", "Ps 11"),
            (Line::Accountability, skp.content.accountability.is_empty(), "plan-advice-no-accountability", "Ps 12"),
            (Line::Consequences, skp.content.consequences.is_empty(), "plan-advice-no-consequences", "Ps 13"),
        ] {
            if empty {
                say(line, Text::new(key), permenpanrb(article));
            }
        }
    }
    all
}

fn on_result(skp: &Skp, rhk: &Rhk, policy: &Policy) -> Vec<Advice> {
    let mut all = Vec::new();
    let mut say = |line, says, cite| all.push(Advice { line, says, cite });
    if let Some(word) = activity_word(&rhk.text, &policy.activity_words.value) {
        let says = Text::new("plan-advice-activity").with("word", word);
        say(Line::Rhk(rhk.id), says, policy.activity_words.cite.clone());
    }
    if skp.form == Form::JaJf && rhk.supports.is_none() && rhk.supports_text.trim().is_empty() {
        say(Line::Rhk(rhk.id), Text::new("plan-advice-unlinked"), permenpanrb("Bab II.A Tahap 5.g-j"));
    }
    for indicator in &rhk.indicators {
        let line = Line::Indicator(indicator.id);
        if skp.form == Form::JaJf
            && let Some(word) = has_word(&words_of(indicator), &policy.absolute_words.value)
        {
            let says = Text::new("plan-advice-absolute").with("word", word);
            say(line, says, policy.absolute_words.cite.clone());
        }
        let percent = matches!(indicator.target.unit.trim().to_lowercase().as_str(), "%" | "persen");
        if percent && indicator.target.amount.is_some_and(|amount| amount > Amount::whole(100)) {
            say(line, Text::new("plan-advice-over-hundred"), permenpanrb("Bab II.A Tahap 7.a.8"));
        }
    }
    all
}

fn words_of(indicator: &Indicator) -> String {
    format!("{} {} {}", indicator.text, indicator.target.unit, indicator.target.written.as_deref().unwrap_or_default())
}

/// The first of `words` (each one or more words) that occurs in the text as whole words.
fn has_word(text: &str, words: &[String]) -> Option<String> {
    let spaced = |s: &str| {
        let letters: String = s.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        format!(" {} ", letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let text = spaced(text);
    words.iter().find(|word| text.contains(&spaced(word))).cloned()
}

/// The verb an intended result begins with, if it tells an activity: one of the listed verbs, or any verb of the
/// shape me-…-kan. `Meningkatnya`, `Terlaksananya` tell results and pass.
fn activity_word(text: &str, verbs: &[String]) -> Option<String> {
    let first: String = text.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let lower = first.to_lowercase();
    let shaped = lower.starts_with("me") && lower.ends_with("kan") && lower.len() > 6;
    (shaped || verbs.contains(&lower)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{indicator, plan, policy, rhk, target};

    fn keys(skp: &Skp) -> Vec<String> {
        advise(skp, &policy()).into_iter().map(|a| a.says.key.into_owned()).collect()
    }

    fn with_result(text: &str, measure: &str) -> Skp {
        let mut skp = plan();
        let mut result = rhk(7, RhkKind::Utama, text, vec![indicator(71, measure, target(10, "dokumen per tahun"))]);
        result.supports_text = "Layanan informasi meningkat".into();
        skp.content.results = vec![result];
        for list in [&mut skp.content.resources, &mut skp.content.accountability, &mut skp.content.consequences] {
            list.push("disepakati".into());
        }
        skp
    }

    #[test]
    fn an_activity_is_pointed_to_and_a_result_is_not() {
        for text in [
            "Melaksanakan rapat koordinasi",
            "Menyusun laporan bulanan",
            "mengkoordinasikan pengadaan",
            "Memantau pelaksanaan program",
            "Mendokumentasikan kegiatan",
        ] {
            assert_eq!(keys(&with_result(text, "Jumlah laporan")), ["plan-advice-activity"], "{text}");
        }
        for text in [
            "Meningkatnya kualitas layanan informasi",
            "Terlaksananya rencana aksi/inisiatif strategis",
            "Tersusunnya laporan keuangan",
            "Laporan keuangan disampaikan tepat waktu",
            "Menteri menerima rekomendasi kebijakan",
            "Mekanisme pengaduan berjalan",
            "Ibu hamil dengan kehamilan fisiologis mendapat pemeriksaan kehamilan",
        ] {
            assert_eq!(keys(&with_result(text, "Jumlah laporan")), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn b2_target_mutlak() {
        for text in [
            "Pemrosesan klaim selalu tepat waktu, efisien, dan berkualitas.",
            "Semua pemrosesan klaim dilakukan dengan waktu cepat.",
            "Tidak  pernah terlambat",
            "Setiap pemohon terlayani",
        ] {
            assert_eq!(keys(&with_result("Klaim terproses", text)), ["plan-advice-absolute"], "{text}");
            let mut leader = with_result("Klaim terproses", text);
            leader.form = Form::Jpt;
            assert!(!keys(&leader).contains(&"plan-advice-absolute".to_owned()), "for JA and JF only");
        }
        // Whole words only: "persemuaan" is not "semua".
        assert!(keys(&with_result("Klaim terproses", "Persemuaan klaim")).is_empty());
    }

    #[test]
    fn a_jpt_needs_the_budget_perspective_and_should_have_all_four() {
        let mut skp = with_result("Layanan informasi meningkat", "Indeks layanan");
        skp.form = Form::Jpt;
        skp.content.results[0].indicators[0].perspektif = Some(Perspektif::ProsesBisnis);
        let advice = advise(&skp, &policy());
        let said: Vec<_> = advice.iter().map(|a| (a.says.key.as_ref(), a.cite.article.as_str())).collect();
        let article = "Bab II.A Tahap 2.a.8";
        assert_eq!(
            said,
            [
                ("plan-advice-perspective-required", article),
                ("plan-advice-perspective-missing", article),
                ("plan-advice-perspective-missing", article)
            ]
        );
    }

    #[test]
    fn the_rest_of_the_advice() {
        let mut skp = with_result("Klaim terproses", "Jumlah klaim");
        skp.content.results[0].indicators[0].target = target(120, "persen");
        assert_eq!(keys(&skp), ["plan-advice-no-time", "plan-advice-over-hundred"]);
        let mut skp = with_result("Klaim terproses", "Jumlah klaim");
        skp.content.results[0].kind = RhkKind::Tambahan;
        assert_eq!(keys(&skp), ["plan-advice-only-tambahan"]);
        let mut skp = with_result("Klaim terproses", "Jumlah klaim");
        skp.content.results[0].supports_text.clear();
        skp.content.resources.clear();
        assert_eq!(keys(&skp), ["plan-advice-no-resources", "plan-advice-unlinked"]);
        skp.content.results.clear();
        assert_eq!(keys(&skp), Vec::<String>::new(), "an empty draft is left in peace");
    }
}
