//! Who rates whom.

use crate::numeric::random::Stream;

/// The shape of the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// Two raters for each ratee, a third for about a tenth; one rater for 25 ratees, at least 20; 8 items.
    Panel,
    /// Self, superior, three to five peers, up to four reports; everybody is ratee and rater; 12 items.
    Round,
}

/// What may be wrong with the raters. The default is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Options {
    /// Standard deviation of what a rater feels about one ratee, on all items, in logits.
    pub halo: f64,
    /// By how many logits a tenth of the raters mark down the ratees of group 1.
    pub bias: f64,
    /// Share of the raters whose thresholds are 1.8 times as far apart, so that they keep to the middle.
    pub central: f64,
}

/// One rater looking at one ratee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Index of the ratee.
    pub ratee: u32,
    /// Index of the rater.
    pub rater: u32,
    /// 0 self, 1 superior, 2 peer, 3 report; 0 throughout for a panel.
    pub role: u32,
}

impl Design {
    /// Number of items.
    pub fn items(self) -> usize {
        match self {
            Self::Panel => 8,
            Self::Round => 12,
        }
    }

    /// Number of raters for so many ratees.
    pub fn raters(self, ratees: usize) -> usize {
        match self {
            Self::Panel => (ratees / 25).max(20),
            Self::Round => ratees,
        }
    }

    /// Number of roles.
    pub fn roles(self) -> usize {
        match self {
            Self::Panel => 1,
            Self::Round => 4,
        }
    }

    /// Draws the pairs.
    pub(super) fn pairs(self, ratees: usize, stream: &mut Stream) -> Vec<Pair> {
        match self {
            Self::Panel => panel(ratees, self.raters(ratees), stream),
            Self::Round => round(ratees, stream),
        }
    }
}

/// Rater 1 goes round in order, rater 2 is any other, and a tenth gets a third.
fn panel(ratees: usize, raters: usize, stream: &mut Stream) -> Vec<Pair> {
    let draws: Vec<(f64, f64)> = (0..ratees).map(|_| (stream.uniform(), stream.uniform())).collect();
    let pair = |ratee: usize, rater: usize| Pair { ratee: ratee as u32, rater: rater as u32, role: 0 };
    let first = |ratee: usize| ratee % raters;
    let offset = |u: f64| 1 + (u * (raters - 1) as f64).floor() as usize;
    let second = |ratee: usize| (first(ratee) + offset(draws[ratee].0)) % raters;
    let mut pairs: Vec<Pair> = (0..ratees).map(|ratee| pair(ratee, first(ratee))).collect();
    pairs.extend((0..ratees).map(|ratee| pair(ratee, second(ratee))));
    for (ratee, (u, v)) in draws.iter().enumerate().filter(|(_, (_, v))| *v < 0.10) {
        let further = offset(*u) + (v * 10.0 * (raters - 3) as f64).floor() as usize;
        let third = (first(ratee) + 1 + further % (raters - 1)) % raters;
        if third != second(ratee) && third != first(ratee) {
            pairs.push(pair(ratee, third));
        }
    }
    pairs
}

/// A tree of span eight: the superior of i is (i − 1) / 8.
fn round(ratees: usize, stream: &mut Stream) -> Vec<Pair> {
    let superior = |i: i64| if i > 0 { (i - 1) / 8 } else { -1 };
    let n = ratees as i64;
    let pair = |ratee: i64, rater: i64, role: u32| Pair { ratee: ratee as u32, rater: rater as u32, role };
    let mut pairs: Vec<Pair> = (0..n).map(|i| pair(i, i, 0)).collect();
    pairs.extend((1..n).map(|i| pair(i, superior(i), 1)));
    let peers: Vec<i64> = (0..n).map(|_| 3 + (stream.uniform() * 3.0).floor() as i64).collect();
    let strata: Vec<[f64; 5]> = (0..n).map(|_| std::array::from_fn(|_| stream.uniform())).collect();
    for j in 0..5_i64 {
        for i in 0..n {
            let distance = 1 + (strata[i as usize][j as usize] * 4.0).floor() as i64 + 4 * j;
            let peer = if (i + j) % 2 == 0 { i + distance } else { i - distance };
            let inside = peers[i as usize] > j && (0..n).contains(&peer);
            if inside && peer != superior(i) && superior(peer) != i {
                pairs.push(pair(i, peer, 2));
            }
        }
    }
    for j in 0..4 {
        pairs.extend((0..n).filter(|i| 8 * i + 1 + j < n).map(|i| pair(i, 8 * i + 1 + j, 3)));
    }
    // 12 % of the forms do not come back, but one's own does. A number is drawn for that one too.
    pairs.retain(|pair| stream.uniform() >= 0.12 || pair.role == 0);
    pairs
}
