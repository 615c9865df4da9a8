//! Room of agreement: whether raters who looked at the same things said the same.
//!
//! Which coefficient: [`krippendorff()`] for any number of raters with gaps; [`icc()`] for complete tables of numbers;
//! [`weighted()`] for two raters on one scale; [`concordance()`] for orderings. Every coefficient has an interval; where
//! theory gives none, [`bootstrap()`] does. A coefficient that is not defined is `None`, never 0 or 1.
//!
//! Who is right is another question: raters can agree and be wrong together. Where the right values are agreed upon beforehand,
//! as in training, [`accuracy()`] compares with them. Read first: [`krippendorff()`].

mod accuracy;
mod alpha;
mod bootstrap;
mod concordance;
mod icc;
mod kappa;
mod rank;
mod within;

pub use accuracy::{Accuracy, accuracy};
pub use alpha::{Level, krippendorff, krippendorff_interval};
pub use bootstrap::{Interval, bootstrap};
pub use concordance::{Concordance, concordance};
pub use icc::{Icc, IccForms, icc};
pub use kappa::{Kappa, fleiss, light, weighted, weights};
pub use rank::{Rank, kendall_tau, spearman};
pub use within::{average_deviation, within_group, within_group_items};
