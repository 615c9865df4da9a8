//! *Somebody reads what has changed*; opening the page marks it read.

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::home::read_notices;
use askama::Template;
use axum::response::Response;
use domain::{
    decision::Text,
    ids::{EmployeeId, NoticeId},
    journal::Notice,
};

#[derive(Template)]
#[template(path = "home/notices.html")]
struct NoticesView {
    page: Page,
    notices: Vec<Notice>,
}

/// Notices on the page; older ones are found where they belong.
const SHOWN: u64 = 100;

/// `GET /pemberitahuan`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let notices = read_notices(&visit.ctx, SHOWN).await?;
    Ok(page::show(&NoticesView { page: visit.page("layout-notices"), notices }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let notice = |key: &'static str| Notice {
        id: gallery.id::<NoticeId>(),
        to: gallery.id::<EmployeeId>(),
        at: gallery.now(),
        says: Text::new(key).with("name", "Sari Wulandari, S.E."),
        link: "/skp".into(),
        read_at: None,
    };
    let notices = vec![notice("notice-reply"), notice("notice-obstacle")];
    let page = gallery.page_at("/pemberitahuan", "layout-notices");
    gallery.add("home/notices", "", &NoticesView { page, notices });
}
