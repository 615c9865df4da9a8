//! What people do with the criteria of a scheme: name who else rates, agree to them, say what they see, read what is open
//! to them.
//!
//! Not here: the law's ratings ([`crate::assessment`]) and the frozen result ([`crate::evaluation`]), which carries the
//! scheme's result beside the predicate. Read first: [`see`], then [`fill`].

pub mod decide;
pub mod fill;
pub mod nominate;
pub mod see;
