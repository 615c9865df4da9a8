//! What the regulation's example guidance (Bab IV.B.3.a-b) would say to the supervisor's overall ratings.
//! A hint and warnings beside the form; the rating stays the supervisor's.

use super::{Answer, Rating, Subject};
use crate::{
    decision::{Reason, Text},
    plan::{Nilai, RhkKind, Skp},
    policy::Policy,
};

/// How the ratings of the single results count together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tallied {
    /// Results rated *diatas*.
    pub above: u32,
    /// Results rated *sesuai*.
    pub met: u32,
    /// Results rated *dibawah*.
    pub below: u32,
    /// Results not rated.
    pub open: u32,
    /// Utama results.
    pub utama: u32,
    /// Utama results rated *dibawah*.
    pub utama_below: u32,
}

/// Counts the answers on the plan's results.
pub fn tally(skp: &Skp, answers: &[Answer]) -> Tallied {
    let mut t = Tallied::default();
    for rhk in &skp.content.results {
        let subject = Subject::Rhk(rhk.id);
        let rating = answers.iter().find(|answer| answer.subject == subject).and_then(|answer| answer.rating);
        match rating {
            Some(Rating::Diatas) => t.above += 1,
            Some(Rating::Sesuai) => t.met += 1,
            Some(Rating::Dibawah) => t.below += 1,
            None => t.open += 1,
        }
        if rhk.kind == RhkKind::Utama {
            t.utama += 1;
            t.utama_below += u32::from(rating == Some(Rating::Dibawah));
        }
    }
    t
}

/// What the example guidance of the regulation (Bab IV.B.3.a) would suggest for hasil kerja, if it suggests anything.
pub fn hint(t: Tallied, policy: &Policy) -> Option<Rating> {
    let shares = &policy.rating_shares.value;
    let rated = t.above + t.met + t.below;
    if rated == 0 || t.open > 0 {
        return None;
    }
    let most = |n: u32| n * 100 > rated * shares.majority_over;
    let few_utama_below = t.utama_below * 100 <= t.utama * shares.small_part_at_most;
    if most(t.below) {
        Some(Rating::Dibawah)
    } else if most(t.above) && t.utama_below == 0 {
        Some(Rating::Diatas)
    } else if most(t.above + t.met) && few_utama_below {
        Some(Rating::Sesuai)
    } else {
        None
    }
}

/// What the guidance would say to the supervisor's overall ratings: warnings with their reason, never a bar.
pub fn advise(skp: &Skp, answers: &[Answer], policy: &Policy) -> Vec<Reason> {
    let mut warnings = Vec::new();
    let overall = |subject| answers.iter().find(|a| a.subject == subject).and_then(|a| a.rating);
    let t = tally(skp, answers);
    let counts = || {
        Reason::new(
            Text::new("assessment-counts")
                .with("above", t.above)
                .with("met", t.met)
                .with("below", t.below)
                .with("utama_below", t.utama_below),
        )
    };
    if let (Some(given), Some(hint)) = (overall(Subject::HasilKerja), hint(t, policy))
        && given != hint
    {
        let says = Text::new("assessment-guidance-hasil").with("given", given.label()).with("hint", hint.label());
        warnings.push(Reason::new(says).cited(policy.rating_guidance.cite.clone()).resting_on([counts()]));
    }
    let values: Vec<Rating> = Nilai::ALL.into_iter().filter_map(|nilai| overall(Subject::Nilai(nilai))).collect();
    if let Some(given) = overall(Subject::PerilakuKerja) {
        let below = values.iter().filter(|r| **r == Rating::Dibawah).count() as u32;
        let above = values.iter().filter(|r| **r == Rating::Diatas).count() as u32;
        let odd = match given {
            Rating::Diatas => below > 0 || above == 0,
            Rating::Sesuai => below * 2 > values.len() as u32,
            Rating::Dibawah => below == 0,
        };
        if odd && !values.is_empty() {
            let says = Text::new("assessment-guidance-perilaku")
                .with("given", given.label())
                .with("above", above)
                .with("below", below);
            warnings.push(Reason::new(says).cited(policy.rating_guidance.cite.clone()));
        }
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{RaterRole, rate::check_complete},
        testing::{assessment, plan, policy},
    };
    use Rating::{Diatas, Dibawah, Sesuai};

    #[test]
    fn guidance_warns_and_never_bars() {
        let (policy, skp) = (policy(), plan());
        let said = |each, hasil, perilaku| {
            let a = assessment(RaterRole::Penilai, &skp, each, hasil, perilaku);
            assert_eq!(check_complete(&skp, RaterRole::Penilai, &a.answers), []);
            advise(&skp, &a.answers, &policy).into_iter().map(|r| r.says.key.into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(said(Sesuai, Sesuai, Sesuai), Vec::<String>::new());
        assert_eq!(said(Diatas, Diatas, Diatas), Vec::<String>::new());
        assert_eq!(said(Dibawah, Dibawah, Dibawah), Vec::<String>::new());
        assert_eq!(said(Diatas, Sesuai, Diatas), ["assessment-guidance-hasil"]);
        assert_eq!(said(Sesuai, Sesuai, Diatas), ["assessment-guidance-perilaku"]);
        assert_eq!(said(Sesuai, Dibawah, Dibawah), ["assessment-guidance-hasil", "assessment-guidance-perilaku"]);
    }
}
