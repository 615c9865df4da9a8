//! The product as people meet it, in a real browser: with the keyboard, without scripts, on a phone, each page checked for
//! accessibility. One binary, for the same reason as the stories.

mod assessment;
mod career;
mod cycle;
mod dialogue;
mod fairness;
mod feed;
mod followup;
mod objection;
mod plan;
mod progress;
mod rater;
mod scheme;
mod survey;
mod workteam;

use testkit::{Browser, Server, Stage, cast::PASSWORD};

/// The arrow key, for lists of choices.
const ARROW_DOWN: &str = "\u{e015}";

/// Somebody logs in with the keyboard and is taken on to `to`.
async fn log_in(browser: &Browser, server: &Server, stage: &Stage, key: &str, to: &str) {
    browser.open(&format!("{}/masuk?ke={to}", server.url)).await;
    browser.fill("#login", &stage.login(key)).await;
    browser.fill("#password", PASSWORD).await;
    browser.enter().await;
    browser.find(".bell").await;
}

/// The page fits its window, and axe finds nothing in it; a picture of it is kept.
async fn sound(browser: &Browser, picture: &str) {
    browser.picture(picture).await;
    assert!(!browser.overflows().await, "{} is wider than the window", browser.url().await);
    browser.axe().await;
}
