//! *Somebody sees their talks*, and with whom of their team one is due.

use super::see::sample;
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::dialogue::mine::{Member, Row, mine};
use askama::Template;
use axum::response::Response;
use chrono::NaiveDate;
use domain::{
    decision::{Certainty, Citation, Text},
    dialogue::{Kind, State},
    ids::EmployeeId,
};

#[derive(Template)]
#[template(path = "dialogue/list.html")]
struct ListPage {
    page: Page,
    /// The reader, if they can open a talk about themselves.
    me: Option<EmployeeId>,
    team: Vec<Person>,
    rows: Vec<Row>,
}

/// Somebody one rates.
struct Person {
    id: EmployeeId,
    name: String,
    last: Option<NaiveDate>,
    /// Where to open it, why, by which article.
    proposed: Vec<(String, Text, String)>,
}

/// `GET /dialog`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = mine(&visit.ctx).await?;
    let page = visit.page("dialogue-title");
    let me = found.rated.then(|| visit.ctx.me());
    let team = found.team.into_iter().map(|member| person(&page, member)).collect();
    Ok(page::show(&ListPage { team, me, rows: found.rows, page }))
}

fn person(page: &Page, member: Member) -> Person {
    let id = member.person.employee.id;
    let proposed = member.proposed.into_iter().map(|(result, proposal)| {
        let cite = proposal.because.cite.map(|cite| page.cite(&cite)).unwrap_or_default();
        let href = format!("/dialog/baru?pegawai={id}&jenis={}&hasil={result}", proposal.kind.code());
        (href, proposal.because.says, cite)
    });
    Person { id, name: member.person.employee.name, last: member.last, proposed: proposed.collect() }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let id = EmployeeId(uuid::Uuid::from_u128(200));
    let cite = Citation {
        policy: "permenpanrb-6-2022".into(),
        article: "Ps 20(2)-(3), 21; Bab III.D".into(),
        certainty: Certainty::Assumption,
    };
    let row = |kind, state, open| Row {
        talk: sample::talk(gallery, kind, state),
        open,
        employee: sample::EMPLOYEE.into(),
        partner: sample::PARTNER.into(),
    };
    let page = gallery.page_at("/dialog", "dialogue-title");
    let why =
        Text::new("dialogue-proposed-bimbingan").with("predikat", domain::evaluation::Predikat::ButuhPerbaikan.label());
    let full = ListPage {
        me: Some(id),
        team: vec![
            Person {
                id,
                name: sample::EMPLOYEE.into(),
                last: None,
                proposed: vec![("/dialog/baru".into(), why, page.cite(&cite))],
            },
            Person { id, name: "Wahyu Prabowo, S.Sos.".into(), last: gallery.today().pred_opt(), proposed: Vec::new() },
        ],
        rows: vec![row(Kind::Dialog, State::Direncanakan, 2), row(Kind::Konseling, State::Selesai, 0)],
        page,
    };
    let page = gallery.page_at("/dialog", "dialogue-title");
    let empty = ListPage { page, me: None, team: Vec::new(), rows: Vec::new() };
    gallery.add("dialogue/list", "", &full);
    gallery.add("dialogue/list", "kosong", &empty);
}
