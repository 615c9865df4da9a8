//! *Words about people are looked at a second time*: the one way in which every page on which somebody writes about others finds
//! its advice. Only the writer's own texts are handed in, and only the writer is shown what comes out.

use domain::fairness::comment::{Remark, copies, remarks};

/// A text that somebody wrote about a person.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a, P> {
    /// About whom.
    pub about: P,
    /// The words.
    pub text: &'a str,
    /// Is evidence named beside them?
    pub shown: bool,
}

/// What deserves a second look in each text, in their order; copies are looked for among these texts, with the `names` of all whom
/// they are about left out.
pub fn second_look<P: Copy + PartialEq>(texts: &[Written<'_, P>], names: &[&str]) -> Vec<Vec<Remark>> {
    let said: Vec<(P, &str)> = texts.iter().map(|one| (one.about, one.text)).collect();
    let copied = copies(&said, names);
    let all = texts.iter().zip(copied);
    all.map(|(one, copied)| remarks(one.text, one.shown).into_iter().chain(copied).collect()).collect()
}
