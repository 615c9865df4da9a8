//! The shared look: `base.html` (every page stands in it), `macros.html` (fields, buttons, badges, tables …),
//! `assets/laras.css`, the navigation, the chart.
//!
//! Not here: anything that belongs to one room. Read first: `macros.html`, then [`samples`], which shows all of it.

pub mod chart;
pub mod nav;
pub mod pages;
pub mod shapes;
pub mod specimen;

use crate::preview::Gallery;
pub use pages::Pages;
pub use shapes::Tone;

/// The specimen: every part of the look on one page.
pub fn samples(gallery: &mut Gallery) {
    specimen::sample(gallery);
}
