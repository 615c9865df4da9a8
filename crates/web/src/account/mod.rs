//! Getting in and out: log-in, log-out, the sessions one can end, the password, the language.
//!
//! Not here: who may do what, and the office that keeps log-ins of others. Read first: `log_in` (with what happens to
//! a form whose session ended), then `sessions`, `password`, `language`.

pub mod language;
pub mod log_in;
pub mod log_out;
pub mod manage;
pub mod password;
pub mod sessions;

use crate::{
    preview::Gallery,
    routes::{Access, Routes},
};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/masuk", Access::Public, log_in::show)
        .post("/masuk", Access::Public, log_in::enter)
        .post("/keluar", Access::Public, log_out::here)
        .post("/keluar-di-mana-pun", Action::SessionOwn, log_out::everywhere)
        .get("/akun", Action::SessionOwn, sessions::show)
        .post("/akun/sesi/akhiri", Action::SessionOwn, sessions::end)
        .get("/akun/kata-sandi", Action::SessionOwn, password::show)
        .post("/akun/kata-sandi", Action::SessionOwn, password::change)
        .post("/bahasa", Access::Public, language::choose)
        .get("/pengguna", Action::AccountManage, manage::show)
        .post("/pengguna/{account}/peran", Action::AccountManage, manage::roles)
        .post("/pengguna/{account}/kata-sandi", Action::AccountManage, manage::password)
        .post("/pengguna/{account}/tutup", Action::AccountManage, manage::disable)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    log_in::samples(gallery);
    sessions::samples(gallery);
    password::samples(gallery);
    manage::samples(gallery);
}
