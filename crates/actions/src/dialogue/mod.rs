//! What people do with talks: open a dialog kinerja, bimbingan or konseling, write their side, agree on what follows, hold it;
//! appoint a counsellor (R5, R14, R16; Ps 17-21, Bab III).
//!
//! Not here: single remarks ([`crate::feedback`]). Read first: [`load`] (who may see what of a talk), [`agenda`] (what there is
//! to talk about), then [`open`].

pub mod agenda;
pub mod agree;
pub mod appoint;
pub mod cancel;
pub mod hold;
pub mod load;
pub mod mine;
pub mod open;
pub mod see;
pub mod see_counselling;
pub(crate) mod tasks;
pub mod write;
