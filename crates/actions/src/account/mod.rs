//! Log-ins: getting in, getting out, passwords, and the sessions one can revoke.
//!
//! Not here: who may do what ([`domain::permissions`]). Read first: `log_in`, then `session` (who is asking).

pub mod change_password;
pub mod grant;
pub mod log_in;
pub mod log_out;
pub mod manage;
pub mod password;
pub mod session;
