//! One sheet: who, that they rated written cases close enough to the agreed values, from when until when.

use crate::{form::Cell, ink::Ink, paper::LANDSCAPE, words};
use chrono::NaiveDate;
use serde::Serialize;

/// A certificate to be printed.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Name of the agency.
    pub agency: String,
    /// Name with titles.
    pub name: String,
    /// NIP or NI PPPK; may be empty.
    pub nip: String,
    /// Post and unit; may be empty.
    pub post: String,
    /// Its number.
    pub number: String,
    /// Written cases that were rated.
    pub cases: u32,
    /// The first day.
    pub issued_on: NaiveDate,
    /// The last day.
    pub valid_until: NaiveDate,
}

/// What `certificate.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    page: crate::paper::Page,
    agency: Cell,
    name: Cell,
    nip: Cell,
    post: Cell,
    number: Cell,
    cases: u32,
    issued: String,
    until: String,
}

pub(crate) fn title(certificate: &Certificate) -> String {
    format!("Sertifikat penilai kinerja – {}", certificate.name)
}

pub(crate) fn view(certificate: &Certificate, ink: &Ink) -> View {
    View {
        page: LANDSCAPE,
        agency: ink.text(&certificate.agency),
        name: ink.text(&certificate.name),
        nip: ink.text(&certificate.nip),
        post: ink.text(&certificate.post),
        number: ink.text(&certificate.number),
        cases: certificate.cases,
        issued: words::date(certificate.issued_on),
        until: words::date(certificate.valid_until),
    }
}
