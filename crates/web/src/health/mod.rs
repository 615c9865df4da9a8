//! `/sehat`: is the process up, and which version. For proxies and supervisors; says nothing about anybody.

use crate::{
    routes::{Access, Routes},
    session::Guest,
};
use axum::Json;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/sehat", Access::Public, health)
}

async fn health(guest: Guest) -> Json<serde_json::Value> {
    Json(serde_json::json!({ "status": "ok", "version": guest.site.options().version }))
}
