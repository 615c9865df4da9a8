//! Forms keep what was typed and say what is wrong with it.

use super::{Form, read, typed::read_date};
use axum::body::Body;
use domain::{amount::Amount, assessment::Rating, decision::Text, ids::SkpId};
use http::{HeaderMap, HeaderValue, header};

fn keys(form: &Form) -> Vec<(String, String)> {
    form.errors().iter().map(|e| (e.field.clone(), e.text.key.to_string())).collect()
}

#[test]
fn the_same_form_with_the_same_words_is_done_once() {
    let sent = |csrf: &str, words: &str| {
        Form::of([("_once", "018f0000-0000-7000-8000-000000000001"), ("_csrf", csrf), ("did", words)]).once()
    };
    assert!(sent("a", "Rapat").is_some());
    assert_eq!(sent("a", "Rapat"), sent("b", "Rapat"), "a double click, or again after logging in again");
    assert_ne!(sent("a", "Rapat"), sent("a", "Rapat besar"), "back, changed, and sent again: both are meant");
    assert_eq!(Form::of([("did", "Rapat")]).once(), None);
}

#[test]
fn every_mistake_is_noted_and_nothing_is_lost() {
    let mut form = Form::of([
        ("target", "tiga"),
        ("on", "31/02/2026"),
        ("unit", "  dokumen \r\n"),
        ("rating", "hebat"),
        ("skp", "bukan-id"),
        ("n", "2,5"),
    ]);
    assert_eq!(form.amount("target"), None);
    assert_eq!(form.date("on"), None);
    assert_eq!(form.text("unit"), "dokumen");
    assert_eq!(form.choice("rating", Rating::from_code), None);
    assert_eq!(form.id::<SkpId>("skp"), None);
    assert_eq!(form.whole("n"), None);
    assert_eq!(form.required("why"), "");
    let want = [
        ("target", "form-amount-not-a-number"),
        ("on", "form-date-not-a-date"),
        ("rating", "form-not-on-the-list"),
        ("skp", "form-not-on-the-list"),
        ("n", "form-whole-number"),
        ("why", "form-required"),
    ];
    assert_eq!(keys(&form), want.map(|(f, k)| (f.to_owned(), k.to_owned())));
    assert_eq!(form.value("target"), "tiga");
    assert_eq!(form.value("unit"), "  dokumen \r\n", "as typed");
    assert!(form.check().is_err());
}

#[test]
fn good_values_are_read() {
    let mut form = Form::of([("target", "1.234,5"), ("on", "2026-07-07"), ("agree", "1"), ("n", "12")]);
    assert_eq!(form.amount("target"), Some(Amount(12_345_000)));
    assert_eq!(form.date("on"), read_date("7/7/2026"));
    assert_eq!(form.whole("n"), Some(12));
    assert!(form.flag("agree") && !form.flag("other"));
    assert_eq!(form.amount("empty"), None);
    assert!(form.check().is_ok());
}

#[test]
fn dates_as_indonesians_write_them() {
    let want = chrono::NaiveDate::from_ymd_opt(2026, 12, 31);
    for typed in ["2026-12-31", "31/12/2026", "31-12-2026", "31.12.2026", "31 / 12 / 2026"] {
        assert_eq!(read_date(typed), want, "{typed}");
    }
    for typed in ["31/12/26", "12/31/2026", "kemarin", "2026/12/31", "31/12", "31/12/0206"] {
        assert_eq!(read_date(typed), None, "{typed}");
    }
}

#[test]
fn repeated_lines_keep_their_order() {
    let form = Form::of([("rhk.b.text", "1"), ("rhk.a.text", "2"), ("rhk.b.unit", "3"), ("rhkx.c", "4")]);
    assert_eq!(form.lines("rhk"), ["b", "a"]);
}

#[test]
fn a_draft_comes_back_as_it_was_and_without_secrets() {
    let form = Form::of([("a", "1"), ("a", "2"), ("b", "x\ny"), ("_csrf", "s"), ("password", "rahasia")]);
    let back = Form::of_draft(&form.as_draft());
    assert_eq!(back.all("a"), ["1", "2"]);
    assert_eq!(back.value("b"), "x\ny");
    assert!(!back.has("_csrf") && !back.has("password"));
}

#[test]
fn rules_and_fields_stay_with_the_form() {
    use actions::Failure;
    use domain::decision::Refusal;
    let mut form = Form::of([("a", "1")]);
    let outcome: Result<(), _> = Err(Failure::Refused(Refusal::rule(Text::new("form-required"))));
    assert!(form.caught(outcome).unwrap().is_none());
    assert_eq!(form.status(), 409);
    let outcome: Result<(), _> = Err(Failure::Refused(Refusal::field("a", Text::new("form-required"))));
    assert!(form.caught(outcome).unwrap().is_none());
    assert_eq!(form.status(), 422);
    assert!(form.caught::<()>(Err(Failure::Refused(Refusal::NotFound("skp".into())))).is_err());
    assert_eq!(form.caught(Ok(5)).unwrap(), Some(5));
}

#[tokio::test]
async fn multipart_brings_fields_and_files() {
    let body = "--x\r\nContent-Disposition: form-data; name=\"did\"\r\n\r\nRapat\r\n\
        --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\foto\\a.pdf\"\r\n\
        Content-Type: application/pdf\r\n\r\n%PDF-\r\n\
        --x\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
    let headers =
        HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static("multipart/form-data; boundary=x"))]);
    let mut form = read::form(&headers, Body::from(body), read::UPLOAD).await.unwrap();
    assert_eq!(form.value("did"), "Rapat");
    assert!(form.file("none").is_none(), "no file was chosen");
    let file = form.take_file("file").unwrap();
    assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("a.pdf", b"%PDF-".as_slice()));
}

#[tokio::test]
async fn too_large_a_body_is_refused_and_names_the_limit() {
    let error = read::form(&HeaderMap::new(), Body::from(vec![b'a'; read::PLAIN + 1]), read::PLAIN).await.unwrap_err();
    assert!(matches!(error, crate::error::WebError::TooLarge { most } if most == read::PLAIN));
}

#[tokio::test]
async fn a_conflict_is_settled_field_by_field() {
    let body = "text=saya&unit=saya&_pilih.text=mereka&_mereka.text=mereka+punya&_pilih.unit=saya&_mereka.unit=x";
    let form = read::form(&HeaderMap::new(), Body::from(body), read::PLAIN).await.unwrap();
    assert_eq!((form.value("text"), form.value("unit")), ("mereka punya", "saya"));
    assert!(!form.has("_pilih.text"));
}
