//! *Somebody logs out*, here or everywhere.

use crate::{
    error::WebError,
    session::{Guest, Visit, cookie},
};
use actions::account::log_out;
use axum::response::Response;
use http::header;

/// `POST /keluar`; also when the session is over already.
pub async fn here(guest: Guest) -> Result<Response, WebError> {
    if let Some(visit) = &guest.visit {
        log_out::here(&visit.ctx, &visit.token_hash).await?;
    }
    Ok(without_session(guest.done("/masuk", "account-logged-out"), guest.https))
}

/// `POST /keluar-di-mana-pun`
pub async fn everywhere(visit: Visit) -> Result<Response, WebError> {
    log_out::everywhere(&visit.ctx).await?;
    Ok(without_session(visit.done("/masuk", "account-logged-out-everywhere"), visit.https))
}

/// Takes the session's cookie away.
pub(super) fn without_session(mut response: Response, https: bool) -> Response {
    response.headers_mut().append(header::SET_COOKIE, cookie::set(cookie::SESSION, "", Some(0), https));
    response
}
