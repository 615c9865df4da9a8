//! Getting in and out, and what happens to forms on the way.

mod support;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use support::{Browser, LOGIN, PASSWORD, site};

#[tokio::test]
async fn somebody_logs_in_sees_their_account_and_logs_out() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    let answer = browser.get("/akun?a=b").await;
    assert_eq!((answer.status, answer.to()), (StatusCode::SEE_OTHER, "/masuk?ke=%2Fakun%3Fa%3Db"));
    let answer = browser.get(answer.to()).await;
    assert_eq!(answer.value("_ke").as_deref(), Some("/akun?a=b"));
    let answer = browser.log_in().await;
    assert_eq!((answer.status, answer.to()), (StatusCode::SEE_OTHER, "/akun"));
    let set = answer.headers.get_all(header::SET_COOKIE).iter().map(|v| v.to_str().unwrap()).collect::<Vec<_>>();
    assert!(
        set.iter().any(|c| c.starts_with("laras=") && c.contains("HttpOnly") && c.contains("SameSite=Lax")),
        "{set:?}"
    );
    let answer = browser.get("/akun").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text("dd").contains("Ratna Dewi Lestari") && answer.text(".rows").contains("Perangkat ini"));
    assert_eq!(browser.get("/masuk?ke=/skp").await.to(), "/skp", "already in");
    let answer = browser.fill("/akun", "/keluar", &[]).await;
    assert_eq!(answer.to(), "/masuk");
    assert!(browser.get("/masuk").await.text(".flash").contains("Anda sudah keluar"));
    assert!(!browser.get("/masuk").await.body.contains("class=\"flash"), "a message is shown once");
    assert_eq!(browser.get("/akun").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn wrong_tries_are_answered_kindly_and_slow_down() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    let wrong = [("login", LOGIN), ("password", "salah sama sekali")];
    let answer = browser.fill("/masuk", "/masuk", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.value("login").as_deref(), Some(LOGIN), "what was typed is still there");
    assert!(answer.value("password").is_none(), "but not the password");
    assert!(answer.text(".errors a").contains("tidak cocok"));
    let answer = browser.fill("/masuk", "/masuk", &[("login", ""), ("password", "")]).await;
    assert_eq!(answer.text(".errors li").matches("belum diisi").count(), 2);
    for _ in 0..3 {
        browser.fill("/masuk", "/masuk", &wrong).await;
    }
    let answer = browser.log_in().await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers[header::RETRY_AFTER], "2");
    assert!(answer.text(".errors").contains("Coba lagi dalam 2 detik"));
    site.world.later(TimeDelta::seconds(3));
    assert_eq!(browser.log_in().await.to(), "/akun");
}

#[tokio::test]
async fn a_first_password_is_changed_before_anything_else() {
    let site = site(true).await;
    let mut browser = Browser::new(&site);
    assert_eq!(browser.log_in().await.to(), "/akun/kata-sandi");
    assert_eq!(browser.get("/akun").await.to(), "/akun/kata-sandi");
    let change = |new| vec![("present", PASSWORD), ("password", new), ("again", new)];
    let answer = browser.fill("/akun/kata-sandi", "/akun/kata-sandi", &change("pendek")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text("#password-error").is_empty());
    let new = "gerimis di atas genteng";
    let answer = browser.fill("/akun/kata-sandi", "/akun/kata-sandi", &change(new)).await;
    assert_eq!(answer.to(), "/masuk", "{}", answer.body);
    let answer = browser.fill("/masuk", "/masuk", &[("login", LOGIN), ("password", new)]).await;
    assert_eq!(answer.to(), "/");
    assert_eq!(browser.get("/akun").await.status, StatusCode::OK);
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    browser.log_in().await;
    let answer = browser.post("/keluar-di-mana-pun", &[]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "no token");
    browser.origin = Some("cross-site");
    let answer = browser.fill("/akun", "/keluar-di-mana-pun", &[]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "the browser says it comes from elsewhere");
    assert!(answer.text("h1").contains("ditolak"));
    browser.origin = Some("same-origin");
    assert_eq!(browser.get("/akun").await.status, StatusCode::OK, "still logged in");
    // A page of ours that was made for an earlier session: shown to be sent again, nothing lost, nothing done.
    let answer = browser.post("/draf/contoh", &[("did", "Rapat loket bersama"), ("_csrf", "00")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text(".kept").contains("Rapat loket bersama"));
    let token = answer.value("_csrf").unwrap();
    let answer = browser.post("/draf/contoh", &[("did", "Rapat loket bersama"), ("_csrf", &token)]).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "{\"says\":\"Tersimpan 09.03\"}"));
}

#[tokio::test]
async fn a_session_that_ends_in_mid_form_loses_no_word() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    browser.log_in().await;
    let token = browser.get("/akun").await.value("_csrf").unwrap();
    site.world.later(TimeDelta::hours(13));
    let typed = "Rapat & catatan:\r\n\"loket\" tutup";
    let once = "018f0000-0000-7000-8000-000000000001";
    let answer = browser.post("/draf/contoh", &[("did", typed), ("_csrf", &token), ("_once", once)]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.text("h1").contains("Sesi Anda sudah berakhir") && answer.text(".kept").contains("loket"));
    let carried = |name: &str| answer.value(name).unwrap();
    let (to, fields, token) = (carried("_kirim"), carried("_bawa"), carried("_csrf"));
    let again = [("login", LOGIN), ("_csrf", token.as_str()), ("_kirim", &to), ("_bawa", &fields)];
    let wrong = browser.post("/masuk", &[&again[..], &[("password", "salah")]].concat()).await;
    assert_eq!(wrong.value("_bawa").as_deref(), Some(fields.as_str()), "a wrong password loses nothing either");
    let answer = browser.post("/masuk", &[&again[..], &[("password", PASSWORD)]].concat()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.value("did").map(|v| v.replace('\n', "\r\n").replace("\r\r", "\r")).as_deref(), Some(typed));
    assert_eq!(answer.value("_once").as_deref(), Some(once), "and is still done once");
    let answer = browser.post(&to, &[("did", typed), ("_csrf", &answer.value("_csrf").unwrap())]).await;
    assert_eq!(answer.status, StatusCode::OK);
    // Without proof of where it comes from, nothing that was sent is shown.
    let mut stranger = Browser::new(&site);
    let answer = stranger.post("/draf/contoh", &[("did", "kata kata orang lain")]).await;
    assert!(answer.status == StatusCode::UNAUTHORIZED && !answer.body.contains("orang lain"));
}

#[tokio::test]
async fn too_large_a_form_is_told_the_limit() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    browser.log_in().await;
    let answer = browser.post("/draf/contoh", &[("did", &"a".repeat(300 * 1024))]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text(".trouble").contains("kB"), "{}", answer.text(".trouble"));
}

#[tokio::test]
async fn a_database_that_is_gone_is_told_and_nothing_typed_is_lost() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    browser.log_in().await;
    let token = browser.get("/akun").await.value("_csrf").unwrap();
    site.store.close().await.unwrap();
    let answer = browser.post("/draf/contoh", &[("did", "Rapat loket bersama"), ("_csrf", &token)]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        answer.text("h1").contains("Basis data") && answer.text(".kept").contains("Rapat loket"),
        "{}",
        answer.body
    );
    let ask = Request::get("/akun").header(header::ACCEPT, "application/json").body(Body::empty()).unwrap();
    let answer = browser.send(ask).await;
    assert!(answer.body.starts_with("{\"error\":{\"heading\"") || answer.body.contains("\"kind\":\"unavailable\""));
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    for path in ["/masuk", "/tidak-ada", "/sehat"] {
        let answer = browser.get(path).await;
        let header = |name: &str| answer.headers.get(name).map_or("", |v| v.to_str().unwrap());
        assert!(header("content-security-policy").starts_with("default-src 'none'; script-src 'self'"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(header("cache-control"), "no-store");
        assert!(!header("x-request-id").is_empty());
    }
    let answer = browser.get("/tidak-ada").await;
    assert_eq!((answer.status, answer.text("h1").as_str()), (StatusCode::NOT_FOUND, "Halaman tidak ada"));
    let wrong_method = Request::delete("/masuk").body(Body::empty()).unwrap();
    assert!(browser.send(wrong_method).await.status.is_client_error());
}

#[tokio::test]
async fn style_and_script_are_kept_by_browsers_for_good() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    let url = web::assets::url("laras.css");
    let answer = browser.get(url).await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert!(answer.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/css"));
    let tag = answer.headers[header::ETAG].clone();
    let again = Request::get(url).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    assert_eq!(browser.send(again).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(browser.get("/aset/laras.000000000000.css").await.status, StatusCode::NOT_FOUND);
    let packed = Request::get("/masuk").header(header::ACCEPT_ENCODING, "gzip, br").body(Body::empty()).unwrap();
    assert!(browser.send(packed).await.headers.contains_key(header::CONTENT_ENCODING));
}

#[tokio::test]
async fn the_language_is_chosen_and_kept() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    let answer = browser.fill("/masuk", "/bahasa", &[("bahasa", "en"), ("kembali", "/masuk")]).await;
    assert_eq!(answer.to(), "/masuk");
    assert_eq!(browser.get("/masuk").await.text("h1"), "Log in to Laras");
    let answer = browser.fill("/masuk", "/bahasa", &[("bahasa", "id"), ("kembali", "//jahat.id")]).await;
    assert_eq!(answer.to(), "/", "only back to a page of ours");
    assert_eq!(browser.get("/masuk").await.text("h1"), "Masuk ke Laras");
}

#[tokio::test]
async fn htmx_gets_the_content_alone() {
    let site = site(false).await;
    let mut browser = Browser::new(&site);
    browser.log_in().await;
    let ask = |path: &str| Request::get(path).header("hx-request", "true").body(Body::empty()).unwrap();
    let answer = browser.send(ask("/akun")).await;
    assert!(!answer.body.contains("<html") && answer.body.contains("<h1>Akun saya</h1>"));
    let answer = browser.send(ask("/tidak-ada")).await;
    assert_eq!(answer.headers["hx-retarget"], "#isi");
    site.world.later(TimeDelta::hours(13));
    let answer = browser.send(ask("/akun")).await;
    assert_eq!(answer.headers["hx-redirect"], "/masuk?ke=%2Fakun");
}

#[tokio::test]
async fn sessions_are_seen_and_ended() {
    let site = site(false).await;
    let (mut phone, mut desk) = (Browser::new(&site), Browser::new(&site));
    phone.log_in().await;
    desk.log_in().await;
    let answer = phone.get("/akun").await;
    let hash = answer.value("sesi").expect("the other session can be ended");
    assert_eq!(phone.fill("/akun", "/akun/sesi/akhiri", &[("sesi", &hash)]).await.to(), "/akun");
    assert_eq!(desk.get("/akun").await.status, StatusCode::SEE_OTHER);
    desk.log_in().await;
    assert_eq!(phone.fill("/akun", "/keluar-di-mana-pun", &[]).await.to(), "/masuk");
    assert_eq!(desk.get("/akun").await.status, StatusCode::SEE_OTHER);
    let scope = site.store.scope(site.agency);
    assert!(scope.sessions_of(site.account).await.unwrap().iter().all(|s| s.revoked_at.is_some()));
}
