//! The poster that hangs at the counter: what it is about, and the QR code of the public page.

use crate::{form::Cell, ink::Ink, paper::PORTRAIT, printer::DocumentError};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// A poster to be printed.
#[derive(Clone, Debug)]
pub struct Poster {
    /// Name of the agency.
    pub agency: String,
    /// Name of the unit.
    pub unit: String,
    /// Name of the service.
    pub service: String,
    /// The whole public address, `https://…/skm/…`.
    pub address: String,
}

/// What `poster.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    page: crate::paper::Page,
    agency: Cell,
    unit: Cell,
    service: Cell,
    address: Cell,
    /// Modules on one side.
    size: i32,
    /// Dark runs: column, row, length.
    runs: Vec<(i32, i32, i32)>,
}

pub(crate) fn title(poster: &Poster) -> String {
    format!("Poster survei – {}", poster.service)
}

/// Refuses an address too long for any code.
pub(crate) fn check(poster: &Poster) -> Result<QrCode, DocumentError> {
    // Medium correction: a poster is creased and smudged, and an address is short.
    QrCode::encode_text(&poster.address, QrCodeEcc::Medium)
        .map_err(|error| DocumentError::Layout(format!("the address does not fit into a QR code: {error:?}")))
}

pub(crate) fn view(poster: &Poster, code: &QrCode, ink: &Ink) -> View {
    View {
        page: PORTRAIT,
        agency: ink.text(&poster.agency),
        unit: ink.text(&poster.unit),
        service: ink.text(&poster.service),
        address: ink.cell(&poster.address, PORTRAIT.text_width()),
        size: code.size(),
        runs: runs(code),
    }
}

/// Neighbouring dark modules of a row are drawn as one.
fn runs(code: &QrCode) -> Vec<(i32, i32, i32)> {
    let mut runs: Vec<(i32, i32, i32)> = Vec::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            match runs.last_mut() {
                Some((from, row, length)) if *row == y && *from + *length == x => *length += 1,
                _ => runs.push((x, y, 1)),
            }
        }
    }
    runs
}
