//! What people do with the criteria of a scheme: name who else rates, agree to them, say what they see, read what is open
//! to them, put the next level's name under it.
//!
//! Not here: the law's ratings ([`crate::assessment`]) and the frozen result ([`crate::evaluation`]), which carries the
//! scheme's result beside the predicate. Read first: `load` (one person's criteria, and how somebody stands to them), [`see`],
//! then [`fill`]; [`mine`] is everything that waits for somebody.

mod advise;
pub mod countersign;
pub mod decide;
pub mod decline;
pub mod draw;
pub mod fill;
pub(crate) mod load;
pub mod mine;
pub mod nominate;
pub mod outlook;
pub mod see;
pub mod see_raters;
pub mod simulate;
pub mod withdraw;

use domain::ids::{PeriodId, SkpId};

/// Where one person's criteria of a period are.
fn link(period: PeriodId, skp: SkpId) -> String {
    format!("/kriteria/{period}/{skp}")
}
