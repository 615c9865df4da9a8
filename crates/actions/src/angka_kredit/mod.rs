//! Angka kredit of functional posts: what a result is converted into, and how far somebody is.
//!
//! Not here: the rules ([`domain::angka_kredit`]) and decisions on promotion, which others make. Read first: [`see`].

pub mod see;
