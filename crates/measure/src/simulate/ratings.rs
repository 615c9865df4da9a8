//! What the raters answer, given who rates whom.

use rayon::prelude::*;

use super::{Design, Options, Pair};
use crate::numeric::random::Stream;

/// Thresholds between the five answers, in logits.
const THRESHOLDS: [f64; 4] = [-2.2, -0.9, 0.6, 2.5];
/// Severity of a role before centring: self, superior, peer, report.
const ROLES: [f64; 4] = [-0.50, 0.20, 0.0, -0.10];

/// Ratings and the truth behind them. All severities and difficulties are in logits and lower the rating.
#[derive(Clone, Debug, Default)]
pub struct Simulated {
    /// Ability of each ratee.
    pub ability: Vec<f64>,
    /// Group of each ratee, 0 or 1.
    pub group: Vec<u32>,
    /// Severity of each rater; mean zero.
    pub severity: Vec<f64>,
    /// Whether the rater is biased against group 1.
    pub biased: Vec<bool>,
    /// Whether the rater keeps to the middle.
    pub central: Vec<bool>,
    /// Difficulty of each item; mean zero.
    pub difficulty: Vec<f64>,
    /// Severity of each role; mean zero.
    pub role_severity: Vec<f64>,
    /// Ratee of each rating; the other columns likewise.
    pub ratee: Vec<u32>,
    /// Rater of each rating.
    pub rater: Vec<u32>,
    /// Item of each rating.
    pub item: Vec<u32>,
    /// Role of each rating; 0 throughout for a panel.
    pub role: Vec<u32>,
    /// The rating, 1 to 5.
    pub score: Vec<u8>,
}

/// Makes a set: the design, how many ratees (at least 2), what is wrong with the raters, and the seed.
pub fn simulate(design: Design, ratees: usize, options: Options, seed: u64) -> Simulated {
    let mut stream = Stream::new(seed);
    let raters = design.raters(ratees);
    let (level, spread, severity_spread, edge) = match design {
        Design::Panel => (0.5, 1.2, 0.6, 0.7),
        Design::Round => (1.0, 1.0, 0.7, 0.8),
    };
    let ability: Vec<f64> = (0..ratees).map(|_| stream.normal() * spread + level).collect();
    let severity = centred((0..raters).map(|_| stream.normal() * severity_spread).collect());
    let pairs = design.pairs(ratees, &mut stream);
    let group = (0..ratees).map(|_| u32::from(stream.uniform() < 0.30)).collect();
    let halo: Vec<f64> = pairs.iter().map(|_| stream.normal() * options.halo).collect();
    let mut marked =
        |wanted: bool, share: f64| -> Vec<bool> { (0..raters).map(|_| wanted && stream.uniform() < share).collect() };
    let biased = marked(options.bias > 0.0, 0.10);
    let central = marked(options.central > 0.0, options.central);
    let items = design.items();
    let step = 2.0 * edge / (items - 1) as f64;
    let difficulty = (0..items).map(|i| if i + 1 == items { edge } else { i as f64 * step - edge }).collect();
    let role_severity = match design {
        Design::Panel => vec![0.0],
        Design::Round => centred(ROLES.to_vec()),
    };
    let mut set =
        Simulated { ability, group, severity, biased, central, difficulty, role_severity, ..Simulated::default() };
    set.answer(design, &pairs, &halo, options, &stream);
    set
}

impl Simulated {
    /// Draws the answers, in the order of the pairs, the items of a pair one after another.
    fn answer(&mut self, design: Design, pairs: &[Pair], halo: &[f64], options: Options, stream: &Stream) {
        let items = self.difficulty.len();
        let missing = if design == Design::Round { 0.04 } else { 0.0 };
        let (mut skipped, mut drawn) = (stream.clone(), stream.clone());
        drawn.skip((pairs.len() * items) as u64);
        let (skipped, drawn) = (&mut skipped, &mut drawn);
        // The two streams can be entered anywhere, so blocks of pairs are answered side by side.
        const BLOCK: usize = 8192;
        let truth = &*self;
        let answers: Vec<Vec<u8>> = pairs
            .par_chunks(BLOCK)
            .enumerate()
            .map(|(block, some)| {
                let at = (block * BLOCK * items) as u64;
                let (mut skipped, mut drawn) = (skipped.clone(), drawn.clone());
                skipped.skip(at);
                drawn.skip(at);
                let mut answers = Vec::with_capacity(some.len() * items);
                for (pair, halo) in some.iter().zip(&halo[block * BLOCK..]) {
                    let rater = pair.rater as usize;
                    let against = truth.biased[rater] && truth.group[pair.ratee as usize] == 1;
                    let eta = truth.ability[pair.ratee as usize] - truth.severity[rater] + halo
                        - truth.role_severity[pair.role as usize]
                        - if against { options.bias } else { 0.0 };
                    let stretch = if truth.central[rater] { 1.8 } else { 1.0 };
                    for difficulty in &truth.difficulty {
                        let score = category(eta - difficulty, stretch, drawn.uniform());
                        answers.push(if skipped.uniform() >= missing { score } else { 0 });
                    }
                }
                answers
            })
            .collect();
        for (pair, answers) in pairs.iter().zip(answers.iter().flat_map(|block| block.chunks(items))) {
            for (item, score) in answers.iter().enumerate().filter(|(_, score)| **score > 0) {
                self.ratee.push(pair.ratee);
                self.rater.push(pair.rater);
                self.item.push(item as u32);
                self.role.push(pair.role);
                self.score.push(*score);
            }
        }
    }
}

/// The answer, 1 to 5, of a rating-scale model to a uniform number.
fn category(eta: f64, stretch: f64, uniform: f64) -> u8 {
    let mut logits = [0.0; 5];
    for (k, threshold) in THRESHOLDS.iter().enumerate() {
        logits[k + 1] = logits[k] + (eta - stretch * threshold);
    }
    let top = logits.iter().fold(f64::NEG_INFINITY, |top, logit| top.max(*logit));
    let weights = logits.map(|logit| (logit - top).exp());
    let total: f64 = weights.iter().sum();
    let mut reached = 0.0;
    let mut score = 1;
    for weight in &weights[..4] {
        reached += weight / total;
        score += u8::from(uniform >= reached);
    }
    score
}

/// Values less their mean.
fn centred(values: Vec<f64>) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.into_iter().map(|value| value - mean).collect()
}
