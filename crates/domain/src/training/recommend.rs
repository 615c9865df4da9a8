//! From a weak skill to the programmes that build it, with the reason shown, and to what costs nothing (R17).

use super::{Program, Session};
use crate::{
    amount::Amount,
    decision::{Reason, Text},
    development::profile::Line,
    ids::{TrainingId, TrainingSessionId},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A programme that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// The programme.
    pub program: TrainingId,
    /// The level it leads to.
    pub level: u8,
    /// Is that what is asked for?
    pub reaches: bool,
    /// The next session with a place, if there is one.
    pub session: Option<TrainingSessionId>,
    /// Was it followed already?
    pub followed: bool,
    /// Why it stands where it does.
    pub because: Reason,
}

/// What costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Free {
    /// A task at work that asks for the skill.
    AtWork,
    /// A mentor who is strong in it.
    Mentoring,
    /// Bimbingan by the supervisor.
    Coaching,
}

impl Free {
    /// In the order of 70, 20.
    pub const ALL: [Self; 3] = [Self::AtWork, Self::Mentoring, Self::Coaching];

    /// In a sentence.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::AtWork => "training-free-at-work",
            Self::Mentoring => "training-free-mentoring",
            Self::Coaching => "training-free-coaching",
        })
    }
}

/// What is recommended for one weak skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The competence.
    pub line: Line,
    /// Why: the level beside what is asked for, and who mentions it.
    pub because: Reason,
    /// Programmes, the best fit first.
    pub fits: Vec<Fit>,
}

/// What is known of programmes.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The catalogue.
    pub programs: &'a [Program],
    /// Sessions to come, with the places left.
    pub sessions: &'a [(Session, u32)],
    /// Programmes the person has followed.
    pub followed: &'a [TrainingId],
    /// The day of asking.
    pub today: NaiveDate,
}

/// For one weak skill. `mentions`: in how many feedbacks its name comes up; `None` where the reader may not read them.
pub fn recommend(line: &Line, mentions: Option<u32>, offer: Offer<'_>) -> Recommendation {
    let mut because = line.because.clone();
    if let Some(n) = mentions.filter(|n| *n > 0) {
        let says = Text::new("training-mentioned").with("n", n).with("criterion", line.name.as_str());
        because = because.resting_on([Reason::new(says)]);
    }
    let mut fits: Vec<(&Program, Fit)> = Vec::new();
    for program in offer.programs.iter().filter(|program| !program.retired) {
        let Some(level) = program.builds(&line.criterion) else { continue };
        // What leads no further than where somebody is builds nothing.
        if line.level.is_some_and(|have| i64::from(level) * 100 <= have) {
            continue;
        }
        let mut open: Vec<&(Session, u32)> = offer
            .sessions
            .iter()
            .filter(|(session, left)| session.program == program.id && session.takes(offer.today) && *left > 0)
            .collect();
        open.sort_by_key(|(session, _)| (session.dates.from, session.id));
        let session = open.first().map(|(session, _)| session);
        let reaches = line.target.is_none_or(|target| level >= target);
        let followed = offer.followed.contains(&program.id);
        let says = Text::new("training-builds").with("criterion", line.name.as_str()).with("level", u32::from(level));
        let mut from = vec![Reason::new(Text::new(if reaches { "training-reaches" } else { "training-reaches-part" }))];
        from.push(Reason::new(match session {
            Some(session) => Text::new("training-next-session").with("on", session.dates.from),
            None => Text::new("training-no-session"),
        }));
        if followed {
            from.push(Reason::new(Text::new("training-followed-before")));
        }
        let because = Reason { says, cite: None, from };
        fits.push((
            program,
            Fit { program: program.id, level, reaches, session: session.map(|s| s.id), followed, because },
        ));
    }
    fits.sort_by_key(|(program, fit)| {
        (fit.followed, !fit.reaches, fit.session.is_none(), program.cost, program.hours, program.code.clone())
    });
    Recommendation { line: line.clone(), because, fits: fits.into_iter().map(|(_, fit)| fit).collect() }
}

/// Rupiah for sentences.
pub const fn rupiah(amount: i64) -> Amount {
    Amount::whole(amount)
}
