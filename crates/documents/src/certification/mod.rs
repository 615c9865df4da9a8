//! The certificate of somebody who has learnt to rate (R24).
//!
//! Not here: whether somebody gets one (`domain::certification`). Read first: `certificate`.

pub(crate) mod certificate;

pub use certificate::Certificate;
