//! When a talk is proposed: after which result, and of which kind (Ps 20-21, Bab III.D).

use super::{Dialogue, Kind, State};
use crate::{
    assessment::Rating,
    decision::{Reason, Text},
    evaluation::Evaluation,
    policy::Policy,
};

/// A talk that should take place, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which kind.
    pub kind: Kind,
    /// Why, with its article.
    pub because: Reason,
}

/// What a result asks for: results below expectation ask for bimbingan, behaviour below it for konseling.
pub fn proposals(result: &Evaluation, policy: &Policy) -> Vec<Proposal> {
    let (Some(rule), Some(predikat)) = (&policy.pembinaan_after, result.predikat) else { return Vec::new() };
    if !rule.value.contains(&predikat) {
        return Vec::new();
    }
    let proposal = |kind, key| Proposal {
        kind,
        because: Reason::new(Text::new(key).with("predikat", predikat.label())).cited(rule.cite.clone()),
    };
    let behaviour = result.perilaku == Rating::Dibawah;
    let mut all = Vec::new();
    if result.hasil == Rating::Dibawah || !behaviour {
        all.push(proposal(Kind::Bimbingan, "dialogue-proposed-bimbingan"));
    }
    if behaviour {
        all.push(proposal(Kind::Konseling, "dialogue-proposed-konseling"));
    }
    all
}

/// Has such a talk been opened since the result, and not been called off? A konseling of which the rater learns nothing is
/// no answer: that the proposal went away would tell of it.
pub fn answered(proposal: &Proposal, result: &Evaluation, talks: &[Dialogue]) -> bool {
    let rater_knows =
        |talk: &Dialogue| !talk.kind.confidential() || talk.reported() || talk.partner == Some(talk.rater);
    talks.iter().any(|talk| {
        talk.kind == proposal.kind
            && rater_knows(talk)
            && talk.employee == result.employee
            && talk.state() != State::Dibatalkan
            && (talk.evaluation == Some(result.id) || talk.opened_at >= result.signed_at)
    })
}
