//! The sheet: 8.5 x 13 inch (F4, folio), and how it is cut into columns.

use serde::Serialize;

/// Space between a cell's rules and its text, left and right, in points. `form.typ` uses the same.
pub(crate) const INSET: f64 = 4.0;

/// Room the dash or number of a list takes, in points.
pub(crate) const MARKER: f64 = 10.0;

/// Type size of the forms, in points.
pub(crate) const SIZE: f64 = 11.0;

/// From one line of text to the next, in points.
pub(crate) const LINE: f64 = 13.5;

/// A result with its indicators is kept on one page up to this height in points; higher ones would leave too much
/// paper empty, and what neither fits nor may be cut would run off it.
pub(crate) const WHOLE_RESULT: f64 = 150.0;

/// The same for a value with its guidance; the last one takes the signatures along.
pub(crate) const WHOLE_VALUE: f64 = 230.0;

/// A sheet of paper, in points.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Page {
    width: f64,
    height: f64,
    margin: f64,
}

/// Broad side down: the forms with many columns.
pub(crate) const LANDSCAPE: Page = Page { width: 936.0, height: 612.0, margin: 54.0 };

/// Narrow side down.
pub(crate) const PORTRAIT: Page = Page { width: 612.0, height: 936.0, margin: 54.0 };

impl Page {
    /// Width between the margins.
    pub(crate) fn text_width(self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// Column widths in points from the percentages measured on the official forms.
    pub(crate) fn columns(self, shares: &[f64]) -> Vec<f64> {
        let whole: f64 = shares.iter().sum();
        shares.iter().map(|share| share / whole * self.text_width()).collect()
    }
}
