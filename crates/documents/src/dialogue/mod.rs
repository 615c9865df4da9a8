//! Records of talks: pelaksanaan coaching (B.1.6), laporan permasalahan perilaku kerja (B.1.10), and a plain record for
//! dialog kinerja and konseling, for which the regulation prints no form.
//!
//! Not here: who may print what. Read first: `talk`.

pub(crate) mod talk;

pub use talk::{Agreed, TalkForm, TalkSheet};
