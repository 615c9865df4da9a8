//! What people type is printed, never obeyed; and it fits, whatever they type.

use crate::{
    fixtures::{document, made, matrix, plan, result},
    read::{assert_in_order, keep, raw},
};
use documents::{Made, Printer, Route, Sheet, Standard};
use domain::plan::{Approach, Form, Nilai};

const MARKUP: &str =
    "#panic(\"x\") $x^2$ *tebal* _miring_ <a> @b `kode` \\ // c /* d */ = e - f #{1+1} ~ --- \"g\" 'h'";

#[test]
fn markup_is_only_text() {
    let mut plan = plan(Form::JaJf, Approach::Kuantitatif);
    let rhk = &mut plan.skp.content.results[0];
    rhk.text = MARKUP.into();
    rhk.supports_text = MARKUP.into();
    rhk.indicators[0].text = MARKUP.into();
    plan.skp.content.expectations.insert(Nilai::Loyal, vec![MARKUP.into(), "#eval(\"1\")".into()]);
    plan.skp.content.resources = vec![MARKUP.into()];
    plan.employee.name = MARKUP.into();
    plan.agency = MARKUP.into();
    let mut result = result(Form::JaJf, Approach::Kualitatif);
    result.remarks[0].text = MARKUP.into();
    result.employee.post = MARKUP.into();
    let mut document = document(Route::Rater);
    document.evaluation.notes = MARKUP.into();
    let mut matrix = matrix();
    matrix.tables[0].columns[0] = MARKUP.into();
    let sheets = [
        Sheet::Document(&document),
        Sheet::Plan(&plan),
        Sheet::Annex(&plan),
        Sheet::Result(&result),
        Sheet::Matrix(&matrix),
    ];
    let text = raw(&Printer::new().print(&sheets, made()).unwrap());
    assert!(text.matches(MARKUP).count() >= 10, "{} in {text}", text.matches(MARKUP).count());
    assert!(text.contains("- #eval(\"1\")"));
}

#[test]
fn templates_never_evaluate_text() {
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = [sources.clone(), sources.join("plan"), sources.join("evaluation")];
    let templates: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "typ"))
        .collect();
    assert_eq!(templates.len(), 7);
    for path in templates {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains("eval("), "{}", path.display());
    }
}

/// Words without end stay in their column, strange characters do not stop an archive copy, and nothing is lost.
#[test]
fn anything_can_be_typed() {
    let mut plan = plan(Form::JaJf, Approach::Kuantitatif);
    let target = &mut plan.skp.content.results[0].indicators[0].target;
    target.written = Some("pertanggungjawaban Rp1.250.000.000.000,00".into());
    let rhk = &mut plan.skp.content.results[1];
    rhk.text = format!("{} Ω → ✓ ≥ 👍🏽 日本 ก", "x".repeat(400));
    rhk.indicators[0].text =
        "https://contoh.go.id/arsip/2026/laporan_akhir?nomor=1234567890&halaman=2#bagian-tiga".into();
    plan.skp.content.resources = vec!["kalimat panjang ".repeat(600)];
    let archive = Made { standard: Standard::Archive, ..made() };
    let pdf = Printer::new().plan(&plan, archive).unwrap();
    keep("typed", &pdf);
    let text = raw(&pdf);
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{200B}' | '-')).collect();
    assert!(bare.contains(&"x".repeat(400)), "{text}");
    assert!(bare.contains("pertanggungjawabanRp1.250.000.000.000,00"), "{bare}");
    assert!(bare.contains("nomor=1234567890&halaman=2#bagiantiga"), "{bare}");
    assert_in_order(&text, &["Ω → ✓ ≥ □ □ □"]);
    assert_eq!(text.matches("kalimat panjang").count(), 600);
}
