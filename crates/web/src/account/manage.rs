//! *The agency admin keeps log-ins*: who has one, which roles, a new password, closing and opening.

use crate::{
    error::WebError,
    form::Form,
    layout::Pages,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Account, PageOf,
    account::{
        grant::grant,
        manage::{Row, list, reset_password, set_disabled},
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    account::Role,
    ids::{AccountId, EmployeeId},
    people::{Employee, Employment},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/manage.html")]
struct ManagePage {
    page: Page,
    form: Form,
    rows: Vec<Row>,
    pages: Pages,
    /// The log-in whose form came back.
    open: Option<AccountId>,
}

impl ManagePage {
    fn is_open(&self, row: &Row) -> bool {
        self.open == Some(row.account.id)
    }
}

/// Rows on a page.
const PER_PAGE: u32 = 30;

/// What the link says.
#[derive(Deserialize)]
pub struct Asked {
    halaman: Option<u32>,
}

/// `GET /pengguna`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    answer(&visit, asked.halaman.unwrap_or(1).max(1), Form::new(), None).await
}

/// `POST /pengguna/{account}/peran`
pub async fn roles(visit: Visit, Path(account): Path<AccountId>, form: Form) -> Result<Response, WebError> {
    let roles = form.all("role").into_iter().filter_map(Role::from_code).collect();
    grant(&visit.ctx, account, roles).await?;
    Ok(visit.done("/pengguna", "account-roles-saved"))
}

/// `POST /pengguna/{account}/kata-sandi`
pub async fn password(visit: Visit, Path(account): Path<AccountId>, mut form: Form) -> Result<Response, WebError> {
    let new = form.password("password");
    let outcome = match form.check() {
        Ok(()) => reset_password(&visit.ctx, account, &new).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/pengguna", "account-password-given")),
        None => answer(&visit, 1, form, Some(account)).await,
    }
}

/// `POST /pengguna/{account}/tutup`
pub async fn disable(visit: Visit, Path(account): Path<AccountId>, form: Form) -> Result<Response, WebError> {
    let disabled = form.flag("disabled");
    set_disabled(&visit.ctx, account, disabled).await?;
    Ok(visit.done("/pengguna", if disabled { "account-closed" } else { "account-opened" }))
}

async fn answer(visit: &Visit, page: u32, form: Form, open: Option<AccountId>) -> Result<Response, WebError> {
    let found = list(&visit.ctx, PageOf { page, per_page: PER_PAGE }).await?;
    let pages = Pages::new("/pengguna?halaman=", found.page, found.total, PER_PAGE);
    let status = form.status();
    let page = visit.page("account-manage-title").with(&form);
    Ok(render(&ManagePage { page, form, rows: found.rows, pages, open }, status))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let row = |name: &str, roles: Vec<Role>, disabled| {
        let employee = gallery.id::<EmployeeId>();
        Row {
            account: Account {
                id: gallery.id::<AccountId>(),
                employee,
                login: "199001012015011001".into(),
                roles,
                disabled,
                must_change: false,
                failed: 0,
                failed_at: None,
            },
            employee: Employee {
                id: employee,
                nip: None,
                name: name.into(),
                employment: Employment::Pns,
                rank: "Penata (III/c)".into(),
            },
        }
    };
    let rows = vec![
        row("Ratna Dewi Lestari, S.Kom.", vec![], false),
        row("Wiryo Santoso, S.H.", vec![Role::PersonnelOffice], false),
        row("Dedi Kurnia", vec![], true),
    ];
    let page = gallery.page_at("/pengguna", "account-manage-title");
    let pages = Pages::new("/pengguna?halaman=", 1, 60, PER_PAGE);
    gallery.add("account/manage", "", &ManagePage { page, form: Form::new(), rows, pages, open: None });
}
