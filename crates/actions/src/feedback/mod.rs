//! What people do with feedback: give it after an evaluation, acknowledge it, read it (R13, R14).

pub mod acknowledge;
pub mod give;
