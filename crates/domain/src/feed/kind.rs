//! The kinds of sources.

use crate::decision::Text;
use serde::{Deserialize, Serialize};

/// What a source is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Requests of the public: received, due, answered.
    Service,
    /// What a programme achieved against its target, by place and month.
    Programme,
    /// Ceiling, realisation and output of activities.
    Budget,
    /// Attendance, by day or by month.
    Attendance,
    /// Hours of training (JP).
    Training,
    /// The public satisfaction survey: has no rows here.
    Survey,
    /// What a team was found to have achieved: has no rows here.
    Team,
}

impl Kind {
    /// Those that have rows of their own.
    pub const FED: [Self; 5] = [Self::Service, Self::Programme, Self::Budget, Self::Attendance, Self::Training];
    /// Those an agency may keep: the survey's rows are its answers.
    pub const KEPT: [Self; 6] =
        [Self::Service, Self::Programme, Self::Budget, Self::Attendance, Self::Training, Self::Survey];
    const ALL: [Self; 7] =
        [Self::Service, Self::Programme, Self::Budget, Self::Attendance, Self::Training, Self::Survey, Self::Team];

    /// Code in addresses and rows.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Service => "layanan",
            Self::Programme => "program",
            Self::Budget => "anggaran",
            Self::Attendance => "kehadiran",
            Self::Training => "jp",
            Self::Survey => "survei",
            Self::Team => "tim",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Service => "feed-kind-service",
            Self::Programme => "feed-kind-programme",
            Self::Budget => "feed-kind-budget",
            Self::Attendance => "feed-kind-attendance",
            Self::Training => "feed-kind-training",
            Self::Survey => "feed-kind-survey",
            Self::Team => "feed-kind-team",
        })
    }

    /// What its rows are about beside people: the service, the place, the activity.
    pub const fn item(self) -> Text {
        Text::new(match self {
            Self::Service | Self::Survey => "feed-item-service",
            Self::Programme => "feed-item-place",
            Self::Budget | Self::Attendance | Self::Training | Self::Team => "feed-item-activity",
        })
    }

    /// Does it have rows of its own?
    pub fn has_rows(self) -> bool {
        Self::FED.contains(&self)
    }

    /// The columns of a file: those it must have, then those it may have.
    pub const fn columns(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Service => {
                (&["nomor", "diterima"], &["layanan", "tenggat", "dijawab", "benar", "pengaduan", "nip", "unit"])
            }
            Self::Programme => (&["tempat", "bulan", "target", "capaian"], &["nip", "unit"]),
            Self::Budget => {
                (&["kegiatan", "bulan", "pagu", "realisasi"], &["target_keluaran", "capaian_keluaran", "nip", "unit"])
            }
            Self::Attendance => {
                (&["nip"], &["tanggal", "status", "bulan", "hari_kerja", "alpa", "izin", "menit", "berturut"])
            }
            Self::Training => (&["nip", "tanggal", "kegiatan", "jp"], &[]),
            Self::Survey | Self::Team => (&[], &[]),
        }
    }

    /// Do its rows say where things stand at the end of a month, so that the latest of each item counts and not their sum?
    pub const fn states_level(self) -> bool {
        matches!(self, Self::Budget)
    }

    /// What can be read from it.
    pub fn measures(self) -> impl Iterator<Item = super::Measure> {
        super::Measure::ALL.into_iter().filter(move |measure| measure.kind() == self)
    }
}
