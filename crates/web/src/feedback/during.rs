//! *Somebody reads feedback of the year*: their own (`/umpan-balik`), or what was said of an employee they rate.

use crate::{
    error::WebError,
    fairness::advice::{Remarked, told},
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::feedback::{
    advise::on_given,
    receive::receive,
    see_during::{Asked, Said, mine, of},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::{EmployeeId, RemarkId},
};

#[derive(Template)]
#[template(path = "feedback/during.html")]
struct YearPage {
    page: Page,
    received: Vec<Said>,
    to_answer: Vec<Asked>,
    asked: Vec<Asked>,
    given: Vec<Said>,
    /// Advice on what was said today, for whoever said it.
    remarked: Remarked,
}

#[derive(Template)]
#[template(path = "feedback/about.html")]
struct AboutPage {
    page: Page,
    employee: EmployeeId,
    post: String,
    said: Vec<Said>,
    own: bool,
    may_receive: bool,
}

/// `GET /umpan-balik`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = mine(&visit.ctx).await?;
    Ok(page::show(&YearPage {
        page: visit.page("feedback-year-title"),
        received: found.received,
        to_answer: found.to_answer,
        asked: found.asked,
        remarked: told(on_given(&visit.ctx, &found.given)),
        given: found.given,
    }))
}

/// `GET /umpan-balik/tentang/{employee}`
pub async fn about(visit: Visit, Path(employee): Path<EmployeeId>) -> Result<Response, WebError> {
    let found = of(&visit.ctx, employee).await?;
    let title = Text::new("feedback-about-title").with("name", found.person.employee.name.as_str());
    Ok(page::show(&AboutPage {
        page: visit.page(title).under("/umpan-balik", "nav-feedback"),
        employee,
        post: found.person.post.map(|post| post.title).unwrap_or_default(),
        said: found.said,
        own: found.own,
        may_receive: found.may_receive,
    }))
}

/// `POST /umpan-balik/diteruskan/{remark}`
pub async fn confirm(visit: Visit, Path(id): Path<RemarkId>) -> Result<Response, WebError> {
    let employee = receive(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/umpan-balik/tentang/{employee}#umpan-{id}"), "feedback-receive-done"))
}

/// Where the rater confirms having read it.
pub(crate) fn confirm_link(said: &Said) -> String {
    format!("/umpan-balik/diteruskan/{}", said.remark.id)
}

/// One remark and one request, as the samples of this floor show them.
pub(crate) mod sample {
    use actions::feedback::see_during::{Asked, Said};
    use chrono::{DateTime, Duration, Utc};
    use domain::{
        decision::Text,
        feedback::during::{Ask, Remark, Source},
        ids::{AskId, EmployeeId, RemarkId},
        plan::{Line, Nilai},
    };
    use uuid::Uuid;

    /// Said two days ago.
    pub(crate) fn said(now: DateTime<Utc>, n: u128, source: Source, on: Line) -> Said {
        let passed_on = source == Source::PimpinanLain;
        Said {
            remark: Remark {
                id: RemarkId(Uuid::from_u128(900 + n)),
                employee: EmployeeId(Uuid::from_u128(200)),
                skp: None,
                on,
                topic: "Serah terima arsip Juni".into(),
                by: EmployeeId(Uuid::from_u128(203)),
                source,
                good: "Daftar berkas yang Anda siapkan membuat serah terima selesai dalam setengah hari.".into(),
                improve: if passed_on { "Kabar ke tim baru datang sehari sebelumnya.".into() } else { String::new() },
                ask: None,
                at: now - Duration::days(2),
                received_at: None,
            },
            giver: if passed_on { "Hendra Wijaya, S.T." } else { "Wahyu Prabowo, S.Sos." }.into(),
            employee: "Ahmad Fauzi, A.Md.".into(),
            about: match on {
                Line::Nilai(nilai) => nilai.label(),
                _ => Text::new("feedback-about-words").with("words", "Serah terima arsip Juni"),
            },
        }
    }

    /// Asked yesterday.
    pub(crate) fn asked(now: DateTime<Utc>) -> Asked {
        Asked {
            ask: Ask {
                id: AskId(Uuid::from_u128(950)),
                employee: EmployeeId(Uuid::from_u128(200)),
                of: EmployeeId(Uuid::from_u128(204)),
                skp: None,
                on: Line::Nilai(Nilai::Kolaboratif),
                topic: String::new(),
                question: "Apakah rekap mingguan saya mudah dipakai oleh tim Anda?".into(),
                at: now - Duration::days(1),
                answered_at: None,
                declined_at: None,
                declined: String::new(),
            },
            other: "Sari Wulandari, S.I.Kom.".into(),
            about: Nilai::Kolaboratif.label(),
        }
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    use domain::{
        fairness::comment::Remark,
        feedback::during::Source,
        plan::{Line, Nilai},
    };
    let now = gallery.now();
    let said = |n, source, on| sample::said(now, n, source, on);
    let mut declined = sample::asked(now);
    declined.ask.declined_at = Some(now);
    declined.ask.declined = "Kami belum pernah bekerja bersama bulan ini.".into();
    let full = YearPage {
        page: gallery.page_at("/umpan-balik", "feedback-year-title"),
        received: vec![
            said(1, Source::Setingkat, Line::Nilai(Nilai::Kolaboratif)),
            said(2, Source::PimpinanLain, Line::Whole),
        ],
        to_answer: vec![sample::asked(now)],
        asked: vec![sample::asked(now), declined],
        given: vec![said(3, Source::Setingkat, Line::Whole)],
        remarked: told([(said(3, Source::Setingkat, Line::Whole).remark.id, vec![Remark::Person("pemalas".into())])]),
    };
    gallery.add("feedback/during", "", &full);
    let empty = YearPage {
        page: gallery.page_at("/umpan-balik", "feedback-year-title"),
        received: Vec::new(),
        to_answer: Vec::new(),
        asked: Vec::new(),
        given: Vec::new(),
        remarked: Remarked::new(),
    };
    gallery.add("feedback/during", "kosong", &empty);
    let about = |said, own| AboutPage {
        page: gallery.page_at("/umpan-balik", Text::new("feedback-about-title").with("name", "Ahmad Fauzi, A.Md.")),
        employee: EmployeeId(uuid::Uuid::from_u128(200)),
        post: "Arsiparis Terampil".into(),
        said,
        own,
        may_receive: !own,
    };
    let rater = about(vec![said(4, Source::PimpinanLain, Line::Whole), said(5, Source::Setingkat, Line::Whole)], false);
    let none = about(Vec::new(), true);
    gallery.add("feedback/about", "", &rater);
    gallery.add("feedback/about", "kosong", &none);
}
