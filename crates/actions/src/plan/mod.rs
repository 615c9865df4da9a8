//! What people do with a plan (SKP): start it, write it, sign it, return it, set it, reopen it, replace it, read it.
//!
//! Not here: the rules themselves ([`domain::plan`]). Read first: [`load`] (how every verb begins), [`mod@write`], [`see`].

pub mod give_back;
pub mod load;
pub mod note;
pub mod reopen;
pub mod replace;
pub mod see;
pub mod see_matrix;
pub mod see_tree;
pub mod see_versions;
pub mod set;
pub mod sign;
pub mod start;
pub mod take_over;
pub mod write;
