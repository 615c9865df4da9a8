//! The figures of this room in plain and kind sentences.

use super::{Flag, RaterFigures, WhyNot};
use crate::{amount::Amount, decision::Text};

impl WhyNot {
    /// In words.
    pub const fn says(self) -> Text {
        Text::new(match self {
            Self::Alone => "fairness-why-not-alone",
            Self::Few => "fairness-why-not-few",
            Self::Unsettled => "fairness-why-not-unsettled",
        })
    }
}

impl Flag {
    /// Its name in lists.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Mild => "fairness-flag-mild",
            Self::Strict => "fairness-flag-strict",
            Self::Narrow => "fairness-flag-narrow",
            Self::Halo => "fairness-flag-halo",
            Self::Erratic => "fairness-flag-erratic",
        })
    }

    /// What it may come from, and what to do: look again, nothing more.
    pub const fn advice(self) -> Text {
        Text::new(match self {
            Self::Mild => "fairness-advice-mild",
            Self::Strict => "fairness-advice-strict",
            Self::Narrow => "fairness-advice-narrow",
            Self::Halo => "fairness-advice-halo",
            Self::Erratic => "fairness-advice-erratic",
        })
    }
}

impl RaterFigures {
    /// How mild or strict, in one sentence: how much, and between what it may lie.
    pub fn severity(&self) -> Text {
        let Some(milder) = self.milder else {
            return self.why_not.unwrap_or(WhyNot::Alone).says();
        };
        let size = |x: Amount| Amount(x.0.abs());
        let others = self.beside.saturating_sub(1);
        if !milder.is_not_zero() {
            return Text::new("fairness-severity-same")
                .with("low", size(milder.low))
                .with("high", milder.high)
                .with("others", others);
        }
        if milder.value.0 > 0 {
            return Text::new("fairness-severity-milder")
                .with("steps", size(milder.value))
                .with("low", milder.low)
                .with("high", milder.high)
                .with("others", others);
        }
        Text::new("fairness-severity-stricter")
            .with("steps", size(milder.value))
            .with("low", size(milder.high))
            .with("high", size(milder.low))
            .with("others", others)
    }

    /// By what they could be compared, where no person links them.
    pub fn by_cases(&self) -> Option<Text> {
        self.through_cases.then(|| Text::new("fairness-through-cases"))
    }

    /// Beside colleagues on the very same people, where there are enough in common.
    pub fn beside_same(&self) -> Option<Text> {
        let (milder, people) = self.same_people?;
        let size = Amount(milder.value.0.abs());
        Some(if milder.value.0 >= 0 {
            Text::new("fairness-same-people-milder").with("steps", size).with("people", people)
        } else {
            Text::new("fairness-same-people-stricter").with("steps", size).with("people", people)
        })
    }
}
