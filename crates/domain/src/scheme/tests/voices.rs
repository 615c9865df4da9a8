//! What others may read of a sheet, and what nobody can ever find out.

use super::super::{
    Role, Scheme, Sheet,
    said::{Reader, Said, open_to, said},
    sheet::Mark,
};
use super::{SCHEMES, scheme};
use crate::{ids::EvidenceId, testing::id};
use proptest::prelude::*;
use std::sync::LazyLock;

static PLAJU: LazyLock<Scheme> = LazyLock::new(|| scheme("plaju"));

fn reader(role: Role, own_sent: bool, frozen: bool) -> Reader {
    Reader { role, own_sent, frozen }
}

/// Who reads whom, before the own sheet is sent, after it, and with the frozen result.
#[test]
fn who_reads_whom() {
    use Role::{Atasan, Bawahan, Diri, Penilai, Rekan};
    let line = |scheme: &Scheme, role, own_sent, frozen| open_to(scheme, reader(role, own_sent, frozen));
    for (name, role, before, after, frozen) in [
        // Plaju rates blind; peers are heard with the result only, and read nobody themselves.
        ("plaju", Diri, vec![], vec![Penilai, Bawahan, Atasan], vec![Penilai, Rekan, Bawahan, Atasan]),
        ("plaju", Penilai, vec![], vec![Diri, Bawahan, Atasan], vec![Diri, Rekan, Bawahan, Atasan]),
        ("plaju", Atasan, vec![], vec![Diri, Penilai, Bawahan], vec![Diri, Penilai, Rekan, Bawahan]),
        ("plaju", Rekan, vec![], vec![], vec![]),
        // Surakarta's supervisor reads the self-assessment first.
        ("surakarta", Penilai, vec![Diri], vec![Diri, Rekan, Bawahan, Atasan], vec![Diri, Rekan, Bawahan, Atasan]),
        ("surakarta", Diri, vec![], vec![Penilai, Rekan, Bawahan, Atasan], vec![Penilai, Rekan, Bawahan, Atasan]),
    ] {
        let scheme = scheme(name);
        assert_eq!(line(&scheme, role, false, false), before, "{name} {role:?} before");
        assert_eq!(line(&scheme, role, true, false), after, "{name} {role:?} after");
        assert_eq!(line(&scheme, role, true, true), frozen, "{name} {role:?} frozen");
    }
}

#[test]
fn a_promise_is_kept_whatever_the_scheme_lets_others_see() {
    for name in SCHEMES {
        let mut scheme = scheme(name);
        for rule in &mut scheme.raters.as_mut().unwrap().value {
            rule.sees = Role::ALL.to_vec();
        }
        for role in Role::ALL {
            let open = open_to(&scheme, reader(role, true, false));
            assert!(open.iter().all(|other| !scheme.rater(*other).is_some_and(|rule| rule.anonymous)), "{name}");
        }
    }
}

/// A sheet by numbers: 0 cannot say; those with a reason name one of two pieces of evidence.
fn sheet(rater: u128, role: Role, levels: &[u8], reasons: &[bool]) -> Sheet {
    let marks = PLAJU.rated_by(role).zip(levels.iter().zip(reasons)).map(|(criterion, (level, why))| Mark {
        criterion: criterion.code.clone(),
        level: (*level > 0).then_some(*level),
        reason: if *why { format!("alasan orang ke-{rater}") } else { String::new() },
        evidence: if *why { vec![id(u128::from(*level) / 3)] } else { Vec::new() },
    });
    Sheet { rater: id(rater), role, marks: marks.collect() }
}

fn hidden(view: &[Said]) -> Vec<&Said> {
    view.iter().filter(|said| said.role == Role::Rekan).collect()
}

fn view(sheets: &[Sheet], role: Role, frozen: bool) -> Vec<Said> {
    said(&PLAJU, sheets, &open_to(&PLAJU, reader(role, true, frozen)))
}

prop_compose! {
    fn sheets()(
        peers in proptest::collection::vec((proptest::collection::vec(0_u8..=5, 11), proptest::collection::vec(any::<bool>(), 11)), 0..6),
        line in proptest::collection::vec((proptest::collection::vec(1_u8..=5, 11), proptest::collection::vec(any::<bool>(), 11)), 2),
        place in 0_usize..6,
    ) -> Vec<Sheet> {
        let mut all: Vec<Sheet> =
            peers.iter().zip(10..).map(|((levels, why), n)| sheet(n, Role::Rekan, levels, why)).collect();
        let own = sheet(1, Role::Diri, &line[0].0, &line[0].1);
        let theirs = sheet(2, Role::Penilai, &line[1].0, &line[1].1);
        all.insert(place.min(all.len()), own);
        all.insert((place / 2).min(all.len()), theirs);
        all
    }
}

proptest! {
    /// As sheets come in one by one and the result is frozen at last: between two looks either nothing of the peers has changed, or
    /// they have been heard for the first time, at least as many together as the promise says; never one voice.
    #[test]
    fn no_look_after_another_singles_out_a_voice(sheets in sheets(), role in 0_usize..5) {
        let role = Role::ALL[role];
        let min = PLAJU.rater(Role::Rekan).unwrap().min as usize;
        let mut looks: Vec<Vec<Said>> = (0..=sheets.len()).map(|n| view(&sheets[..n], role, false)).collect();
        looks.push(view(&sheets, role, true));
        for pair in looks.windows(2) {
            let (before, after) = (hidden(&pair[0]), hidden(&pair[1]));
            if before != after {
                prop_assert!(before.is_empty());
                prop_assert!(after.iter().all(|said| said.n == 0 || said.n as usize >= min));
            }
        }
    }

    /// Whatever is shown of a criterion rests on enough voices, and whatever reasons are shown were written by enough people.
    #[test]
    fn nothing_rests_on_fewer_voices_than_promised(sheets in sheets(), role in 0_usize..5) {
        let min = PLAJU.rater(Role::Rekan).unwrap().min as usize;
        for said in view(&sheets, Role::ALL[role], true).iter().filter(|said| said.role == Role::Rekan) {
            prop_assert!(said.by.is_none());
            for heard in &said.of {
                let marks = || sheets.iter().filter(|s| s.role == Role::Rekan).flat_map(|s| &s.marks);
                let of = || marks().filter(|mark| mark.criterion == heard.criterion);
                let voices = of().filter(|mark| mark.level.is_some()).count();
                let writers = of().filter(|mark| !mark.reason.is_empty()).count();
                prop_assert_eq!(heard.level.is_some(), voices >= min);
                prop_assert_eq!(heard.reasons.len(), if writers >= min { writers } else { 0 });
                for piece in [0, 1].map(id::<EvidenceId>) {
                    let naming = of().filter(|mark| mark.evidence.contains(&piece)).count();
                    prop_assert_eq!(heard.evidence.contains(&piece), naming >= min);
                }
            }
        }
    }

    /// Who of the peers wrote which sheet, and in which order they came, leaves no trace.
    #[test]
    fn who_wrote_what_leaves_no_trace(sheets in sheets(), role in 0_usize..5, turn in 1_usize..6) {
        let role = Role::ALL[role];
        let mut other = sheets.clone();
        other.rotate_left(turn % sheets.len());
        let writers: Vec<_> = other.iter().filter(|s| s.role == Role::Rekan).map(|s| s.rater).collect();
        for (sheet, rater) in other.iter_mut().filter(|s| s.role == Role::Rekan).zip(writers.iter().rev()) {
            sheet.rater = *rater;
        }
        let (one, two) = (view(&sheets, role, true), view(&other, role, true));
        prop_assert_eq!(hidden(&one), hidden(&two));
    }
}
