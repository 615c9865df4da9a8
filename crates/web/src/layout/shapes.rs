//! Tones of status: a name, a shape, a colour; the shape tells it without the colour.

use crate::words::{Markup, fill::Take};
use domain::{plan::workflow::State, progress::track::Track};

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// On track: a filled circle.
    Good,
    /// Done, reached: a tick.
    Done,
    /// Wants attention: a triangle.
    Risk,
    /// Late, wrong: a square.
    Late,
    /// Nothing yet: a ring.
    Idle,
    /// Worth knowing: a bar.
    Note,
}

impl Tone {
    /// All, as the specimen shows them.
    pub const ALL: [Self; 6] = [Self::Good, Self::Done, Self::Risk, Self::Late, Self::Idle, Self::Note];

    /// Ending of its classes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Done => "done",
            Self::Risk => "risk",
            Self::Late => "late",
            Self::Idle => "idle",
            Self::Note => "note",
        }
    }

    /// Its shape.
    pub fn shape(self) -> Markup {
        let drawn = match self {
            Self::Good => r#"<circle cx="6" cy="6" r="4.5"/>"#,
            Self::Done => r#"<path d="M1.6 6.6 4.6 9.6 10.4 2.8" fill="none" stroke-width="2.2"/>"#,
            Self::Risk => r#"<path d="M6 1.2 11.4 10.8H.6Z"/>"#,
            Self::Late => r#"<rect x="1.5" y="1.5" width="9" height="9" rx="1"/>"#,
            Self::Idle => r#"<circle cx="6" cy="6" r="4" fill="none" stroke-width="1.8"/>"#,
            Self::Note => r#"<rect x="1" y="4.6" width="10" height="2.8" rx="1.4"/>"#,
        };
        Markup(format!(r#"<svg class="shape" viewBox="0 0 12 12" aria-hidden="true">{drawn}</svg>"#))
    }

    /// A bar as long as the share (basis points; beyond 100 % it is full).
    pub fn bar(self, share: impl Take<i64>) -> Markup {
        let width = share.take().clamp(0, 10_000) as f64 / 100.0;
        Markup(format!(
            r#"<svg class="progress-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="progress-all" width="100" height="8"/><rect class="progress-done" width="{width}" height="8"/></svg>"#
        ))
    }
}

impl From<Track> for Tone {
    fn from(track: Track) -> Self {
        match track {
            Track::NotStarted => Self::Idle,
            Track::OnTrack => Self::Good,
            Track::AtRisk => Self::Risk,
            Track::Late => Self::Late,
            Track::Reached => Self::Done,
        }
    }
}

impl From<State> for Tone {
    fn from(state: State) -> Self {
        match state {
            State::Draf | State::Digantikan => Self::Idle,
            State::Ditandatangani | State::Klarifikasi => Self::Note,
            State::Dikembalikan => Self::Risk,
            State::Ditetapkan => Self::Good,
            State::Dievaluasi => Self::Done,
        }
    }
}
