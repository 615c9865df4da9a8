//! The quadrant (PermenPANRB 6/2022 Bab IV.B.3): rating hasil kerja and rating perilaku kerja give the predicate.
//! Where the regulation's own example contradicts it (Anak Lampiran 4 Tabel 3), the quadrant counts.

use super::{Capaian, Predikat, Rhythm};
use crate::{
    assessment::Rating,
    decision::{Decision, Reason, Text},
    policy::Policy,
};

impl Predikat {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::SangatKurang => "evaluation-predikat-sangat-kurang",
            Self::Kurang => "evaluation-predikat-kurang",
            Self::ButuhPerbaikan => "evaluation-predikat-butuh-perbaikan",
            Self::Baik => "evaluation-predikat-baik",
            Self::SangatBaik => "evaluation-predikat-sangat-baik",
        })
    }
}

impl Capaian {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::SangatKurang => "evaluation-capaian-sangat-kurang",
            Self::Kurang => "evaluation-capaian-kurang",
            Self::ButuhPerbaikan => "evaluation-capaian-butuh-perbaikan",
            Self::Baik => "evaluation-capaian-baik",
            Self::Istimewa => "evaluation-capaian-istimewa",
        })
    }

    /// The predicate most employees ideally share (Bab IV.B.2): Istimewa ↔ Sangat Baik, else the same name.
    pub const fn peak(self) -> Predikat {
        match self {
            Self::SangatKurang => Predikat::SangatKurang,
            Self::Kurang => Predikat::Kurang,
            Self::ButuhPerbaikan => Predikat::ButuhPerbaikan,
            Self::Baik => Predikat::Baik,
            Self::Istimewa => Predikat::SangatBaik,
        }
    }
}

impl Rhythm {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Bulanan => "evaluation-rhythm-bulanan",
            Self::Triwulanan => "evaluation-rhythm-triwulanan",
            Self::Semesteran => "evaluation-rhythm-semesteran",
            Self::Tahunan => "evaluation-rhythm-tahunan",
        })
    }
}

/// The predicate that follows from both ratings.
pub fn predikat(hasil: Rating, perilaku: Rating, policy: &Policy) -> Decision<Predikat> {
    let value = policy.kuadran.value.at(hasil, perilaku);
    let says = Text::new("evaluation-predikat-follows")
        .with("predikat", value.label())
        .with("hasil", hasil.label())
        .with("perilaku", perilaku.label());
    Decision { value, because: Reason::new(says).cited(policy.kuadran.cite.clone()) }
}
