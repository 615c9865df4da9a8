//! Every view: renders in both languages, has a sample, speaks in whole sentences, and is built so that everybody can
//! use it.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
    routing::get,
};
use scraper::{ElementRef, Html, Selector};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tower::ServiceExt;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use web::{assets, preview};

fn each<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

fn templates(under: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(under).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            templates(&path, found);
        } else if path.extension().is_some_and(|e| e == "html") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let shared = name.starts_with('_')
                || ["layout/base", "layout/macros", "layout/chart"].iter().any(|s| path.ends_with(format!("{s}.html")));
            if !shared {
                let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
                found.insert(path.strip_prefix(root).unwrap().with_extension("").to_string_lossy().replace('\\', "/"));
            }
        }
    }
}

#[test]
fn every_template_has_a_sample_and_every_sample_a_template() {
    let mut templates_found = BTreeSet::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut templates_found);
    let shown: BTreeSet<String> = preview::all().iter().map(|s| s.template.to_owned()).collect();
    assert_eq!(shown, templates_found, "left: samples, right: templates (shared parts begin with _)");
}

#[test]
fn every_view_renders_in_both_languages_without_a_missing_sentence() {
    let samples = preview::all();
    let mut names = BTreeSet::new();
    for sample in &samples {
        assert!(names.insert(sample.name()), "{} twice", sample.name());
        assert!(!sample.html.starts_with("<pre>"), "{}: {}", sample.name(), sample.html);
        let page = Html::parse_document(&sample.html);
        let text: String = each(&page, "body")[0].text().collect();
        let missing = text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(key, _)| key);
        let missing: Vec<&str> =
            missing.filter(|k| k.contains('-') && k.chars().all(|c| c.is_ascii_lowercase() || c == '-')).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", sample.name());
        assert!(!text.contains("{ $"), "{}: an unfilled gap", sample.name());
        assert_eq!(each(&page, "html")[0].attr("lang"), Some(sample.lang.code()));
    }
    let by_language = |code: &str| samples.iter().filter(|s| s.lang.code() == code).count();
    assert_eq!(by_language("id"), by_language("en"));
}

#[test]
fn every_view_can_be_used_by_everybody() {
    let mut wrong = BTreeSet::new();
    for sample in preview::all() {
        let page = Html::parse_document(&sample.html);
        let mut must = |holds: bool, says: String| {
            if !holds {
                wrong.insert(format!("{}: {}", sample.name(), says.chars().take(200).collect::<String>()));
            }
        };
        must(each(&page, "h1").len() == 1, "one heading of the first rank".into());
        must(each(&page, "main#isi").len() == 1, "one main part, where the skip link leads".into());
        must(!each(&page, "title")[0].text().collect::<String>().trim().is_empty(), "a title".into());
        let ids: Vec<&str> = each(&page, "[id]").iter().filter_map(|e| e.attr("id")).collect();
        for id in &ids {
            must(ids.iter().filter(|other| other == &id).count() == 1, format!("the id {id} stands twice"));
        }
        for input in each(&page, "input:not([type=hidden]), textarea, select") {
            let id = input.attr("id").unwrap_or_default();
            let labelled = input.attr("aria-label").is_some()
                || input.attr("aria-labelledby").is_some_and(|by| by.split_whitespace().all(|id| ids.contains(&id)))
                || !id.is_empty() && !each(&page, &format!("label[for=\"{id}\"]")).is_empty()
                || input.ancestors().filter_map(ElementRef::wrap).any(|a| a.value().name() == "label");
            must(labelled, format!("no label: {}", input.html()));
            for described in input.attr("aria-describedby").unwrap_or_default().split_whitespace() {
                must(ids.contains(&described), format!("{described} describes a field and is not there"));
            }
        }
        for form in each(&page, "form[method=post]") {
            must(form.html().contains("name=\"_csrf\""), format!("a form without its token: {}", form.html()));
        }
        for link in each(&page, ".errors a") {
            let to = link.attr("href").unwrap_or_default().trim_start_matches('#');
            must(ids.contains(&to), format!("the error summary leads to #{to}, which is not there"));
        }
        for table in each(&page, "table") {
            let named = table.attr("aria-label").or(table.attr("aria-labelledby")).is_some();
            must(named || table.html().contains("<caption"), "a table without caption or label".into());
        }
        for image in each(&page, "svg") {
            let told = image.attr("aria-hidden").is_some() || image.attr("role").is_some();
            must(told, "a drawing without words".into());
        }
        must(each(&page, "[style], style, script:not([src])").is_empty(), "inline style or script".into());
    }
    let list: Vec<String> = wrong.into_iter().collect();
    assert!(list.is_empty(), "{} to mend:\n{}", list.len(), list.join("\n"));
}

#[test]
fn errors_stand_beside_their_fields_and_what_was_typed_is_still_there() {
    let samples = preview::all();
    let find = |template: &str, variant: &str| {
        let sample = samples.iter().find(|s| s.template == template && s.variant == variant).unwrap();
        Html::parse_document(&sample.html)
    };
    let page = find("layout/specimen", "");
    let wrong = each(&page, "#amount");
    assert_eq!(wrong[0].attr("value"), Some("tiga"));
    assert_eq!(wrong[0].attr("aria-invalid"), Some("true"));
    assert_eq!(each(&page, "#amount-error").len(), 1);
    assert_eq!(each(&page, ".errors a[href='#amount']").len(), 1);
    let page = find("account/log_in", "sesi-berakhir");
    assert_eq!(each(&page, "input[name=_kirim]")[0].attr("value"), Some("/laporan"));
    assert!(each(&page, "input[name=_bawa]")[0].attr("value").unwrap().starts_with("did=Rapat"));
    let page = find("error/conflict", "");
    assert_eq!(each(&page, "input[name='_pilih.text']").len(), 2);
    assert!(each(&page, "textarea[name=text]")[0].text().collect::<String>().contains("petugas loket"));
    assert_eq!(each(&page, "input[name=revision]")[0].attr("value"), Some("8"), "the revision that stands saved");
}

/// The first page with style and scripts, as a browser fetches it over the line: under 60 kB.
#[tokio::test]
async fn the_first_page_is_light() {
    let sample = preview::all().into_iter().find(|s| s.template == "layout/specimen").unwrap();
    let mut bodies: BTreeMap<String, Vec<u8>> =
        assets::ASSETS.iter().map(|a| (a.name.clone(), a.bytes.to_vec())).collect();
    bodies.insert("page".into(), sample.html.into_bytes());
    let mut sum = 0;
    for (name, bytes) in bodies {
        let answer = move || async move { ([(header::CONTENT_TYPE, "text/html")], bytes) };
        let layer = CompressionLayer::new().quality(CompressionLevel::Precise(1));
        let app = Router::new().route("/", get(answer)).layer(layer);
        let ask = Request::get("/").header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
        let weight = to_bytes(app.oneshot(ask).await.unwrap().into_body(), usize::MAX).await.unwrap().len();
        println!("{name}: {weight}");
        sum += weight;
    }
    assert!(sum < 60_000, "{sum} bytes");
    assert!(assets::ASSETS.iter().any(|a| a.name == "laras.js" && a.bytes.len() < 6_000), "our own script stays small");
}
