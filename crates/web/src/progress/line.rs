//! One indicator as one line: where it stands, in shape, words and number.

use crate::{layout::Tone, preview::Gallery};
use actions::progress::see::Standing;
use domain::{
    amount::Amount,
    decision::{Decision, Reason, Text},
    ids::{IndicatorId, RhkId},
    plan::{Indicator, Rhk, RhkKind, Target},
    progress::track::Track,
};

/// A line.
#[derive(Clone)]
pub struct Line {
    /// Where the indicator stands.
    pub standing: Standing,
    /// How it is shown.
    pub tone: Tone,
    /// It is the first of its result.
    pub first: bool,
}

/// Lines in the order of the plan.
pub fn lines(standings: Vec<Standing>) -> Vec<Line> {
    let mut last = None;
    standings
        .into_iter()
        .map(|standing| {
            let first = last != Some(standing.rhk.id);
            last = Some(standing.rhk.id);
            Line { tone: standing.track.value.into(), first, standing }
        })
        .collect()
}

/// Three indicators for samples.
pub(crate) fn sample(gallery: &Gallery) -> Vec<Standing> {
    let standing = |text: &str, unit: &str, target: i64, share: i64, track: Track| {
        let indicator = Indicator {
            id: gallery.id::<IndicatorId>(),
            aspek: None,
            perspektif: None,
            text: text.into(),
            target: Target { amount: Some(Amount::whole(target)), unit: unit.into(), ..Target::default() },
        };
        let rhk = Rhk {
            id: gallery.id::<RhkId>(),
            kind: RhkKind::Utama,
            text: "Meningkatnya kecepatan layanan informasi publik".into(),
            assigned_by: "Kepala Dinas".into(),
            supports: None,
            supports_text: String::new(),
            indicators: vec![indicator.clone()],
        };
        Standing {
            rhk,
            indicator,
            realised: Some(Amount(target * share)),
            share: Some(share),
            track: Decision { value: track, because: Reason::new(Text::new("progress-still-early")) },
            open_obstacles: usize::from(track == Track::Late),
            last: None,
        }
    };
    vec![
        standing("Permohonan informasi dijawab paling lama 3 hari", "persen", 95, 8_600, Track::OnTrack),
        standing("Indeks kepuasan loket", "indeks", 82, 9_680, Track::AtRisk),
        standing("Arsip 2019-2024 terdigitalisasi", "berkas", 1_200, 4_100, Track::Late),
    ]
}
