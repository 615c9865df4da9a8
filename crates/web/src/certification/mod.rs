//! Learning to rate: lessons, exercises with written cases, how close one came, the certificate; for the office who holds one.
//!
//! Lessons and cases are data in Indonesian, and shown so in either language. Read first: `learn`, then `exercise`.

mod exercise;
mod holders;
mod learn;
mod lesson;
mod print;
mod sample;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/sertifikasi-penilai", Action::CertificationLearn, learn::show)
        .get("/sertifikasi-penilai/pemegang", Action::CertificationRead, holders::show)
        .get("/sertifikasi-penilai/pelajaran/{code}", Action::CertificationLearn, lesson::show)
        .post("/sertifikasi-penilai/latihan", Action::CertificationLearn, exercise::begin)
        .get("/sertifikasi-penilai/latihan/{id}", Action::CertificationLearn, exercise::show)
        .post("/sertifikasi-penilai/latihan/{id}", Action::CertificationLearn, exercise::rate)
        .get("/sertifikasi-penilai/sertifikat/{id}", Action::CertificationLearn, print::show)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    learn::samples(gallery);
    lesson::samples(gallery);
    exercise::samples(gallery);
    holders::samples(gallery);
}
