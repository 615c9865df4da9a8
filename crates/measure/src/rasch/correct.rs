//! The bias of joint estimation: measures lie too far apart, the more so the fewer ratings each person has.

use super::{Correction, Model, curve::State, layout::Layout};

/// Multiplies everything by (L − 1) / L if the model says so.
///
/// Wright & Douglas (1977) have L items for each person; with many facets L is the harmonic mean of the ratings per
/// element of the floating facet, because the bias is a mean of reciprocals. Anchors and all measures in an anchored set
/// stay as they are: their unit is given from outside.
pub(crate) fn shrink(state: &mut State, layout: &Layout, model: &Model) {
    if model.correction != Correction::WrightDouglas || !model.anchors.is_empty() {
        return;
    }
    let counts = (0..layout.n_a).map(|a| {
        let pairs = layout.of_a(a);
        f64::from(layout.pair_at[pairs.end] - layout.pair_at[pairs.start])
    });
    let rated: Vec<f64> = counts.filter(|count| *count > 0.0).collect();
    let harmonic = rated.len() as f64 / rated.iter().map(|count| 1.0 / count).sum::<f64>();
    let factor = (harmonic - 1.0) / harmonic;
    let all = [&mut state.a, &mut state.b, &mut state.narrow, &mut state.log_weight];
    for value in all.into_iter().flat_map(|values| values.iter_mut()) {
        *value *= factor;
    }
}
