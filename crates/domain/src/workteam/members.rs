//! Who may join a team, and whose word it takes: an assignment by anybody who is not the rater needs the rater's agreement
//! first, whether somebody was pointed to or came forward (Bab II.A Tahap 5.f). Shares are advice, never a bar.

use super::{MIN_REASON, Member, Part, Standing, State, Word, Workteam};
use crate::{
    decision::{FieldError, Reason, Refusal, Text},
    ids::EmployeeId,
    people::ReportingLine,
    policy::permenpanrb,
    time::DateRange,
};
use chrono::{DateTime, NaiveDate, Utc};

/// Where the rule of the rater's word stands.
pub const ARTICLE: &str = "Bab II.A Tahap 5.f";

impl Member {
    /// Where it is on a day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match &self.word {
            Some(word) if !word.agreed => Standing::Ditolak,
            _ if self.ended_on.is_some_and(|day| day <= today) => Standing::Selesai,
            None => Standing::Diusulkan,
            Some(_) if self.dates.until.is_some_and(|day| day < today) => Standing::Selesai,
            Some(_) => Standing::Disetujui,
        }
    }

    /// Was it agreed to?
    pub fn agreed(&self) -> bool {
        self.word.as_ref().is_some_and(|word| word.agreed)
    }

    /// Still to be answered?
    pub const fn waits(&self) -> bool {
        self.word.is_none() && self.ended_on.is_none()
    }

    /// The days worked: those planned, cut off where somebody ended it.
    pub fn days(&self) -> DateRange {
        let until = match (self.dates.until, self.ended_on) {
            (Some(planned), Some(ended)) => Some(planned.min(ended)),
            (planned, ended) => planned.or(ended),
        };
        DateRange { from: self.dates.from, until: until.map(|day| day.max(self.dates.from)) }
    }

    /// Agreed, within its days, and not ended by then?
    pub fn works_on(&self, day: NaiveDate) -> bool {
        self.agreed() && self.dates.contains(day) && self.ended_on.is_none_or(|ended| day < ended)
    }

    /// Agreed, and at work on some of these days?
    pub fn worked_in(&self, days: DateRange) -> bool {
        self.agreed() && self.days().overlaps(days)
    }

    /// Does it still count: neither declined, nor taken back, nor ended?
    pub fn stands(&self) -> bool {
        self.ended_on.is_none() && self.word.as_ref().is_none_or(|word| word.agreed)
    }
}

/// Whoever leads the team on a day.
pub fn leader_on(members: &[Member], day: NaiveDate) -> Option<&Member> {
    members.iter().find(|member| member.part == Part::Ketua && member.works_on(day))
}

/// The leader of a team that has not begun, works, or is over: of the day, else the latest agreed upon.
pub fn leader(members: &[Member], today: NaiveDate) -> Option<&Member> {
    let latest = members.iter().filter(|member| member.part == Part::Ketua && member.agreed() && member.stands());
    leader_on(members, today).or_else(|| latest.max_by_key(|member| (member.dates.from, member.at)))
}

/// The word that is there already when a part is proposed: nobody has to be asked when the rater proposes it, or when
/// nobody rates the person. A superior of the rater asks like everybody else: the law names the rater.
pub fn word_at_once(line: Option<&ReportingLine>, by: EmployeeId, at: DateTime<Utc>) -> Option<Word> {
    let asked = line.is_some_and(|line| line.rater != by);
    (!asked).then(|| Word { by, at, agreed: true, reason: String::new() })
}

/// A part can be proposed: the team goes on, the person is not in it already, a team has one leader at a time.
pub fn propose(team: &Workteam, members: &[Member], new: &Member, today: NaiveDate) -> Result<(), Refusal> {
    if team.state(today) == State::Berakhir {
        return Err(ended());
    }
    let mut errors = Vec::new();
    let during = |other: &&Member| other.stands() && other.days().overlaps(new.dates);
    if members.iter().filter(during).any(|other| other.employee == new.employee) {
        errors.push(FieldError::new("member", Text::new("workteam-member-is-there")));
    }
    if new.part == Part::Ketua && members.iter().filter(during).any(|other| other.part == Part::Ketua) {
        errors.push(FieldError::new("part", Text::new("workteam-has-leader")));
    }
    if new.share.is_some_and(|share| !(1..=100).contains(&share)) {
        errors.push(FieldError::new("share", Text::new("workteam-share-out-of-range")));
    }
    // Leading says what a leader does.
    if new.part == Part::Anggota && new.share.is_none() && new.work.trim().is_empty() {
        errors.push(FieldError::new("work", Text::new("workteam-share-or-words")));
    }
    let whole = team.days();
    if !whole.contains(new.dates.from) {
        errors.push(FieldError::new("from", Text::new("workteam-outside-its-days")));
    }
    let outlasts = match (new.dates.until, whole.until) {
        (Some(until), Some(end)) => until > end,
        (Some(_) | None, None) => false,
        (None, Some(_)) => true,
    };
    if new.dates.until.is_some_and(|until| until < new.dates.from) {
        errors.push(FieldError::new("until", Text::new("workteam-ends-before-it-begins")));
    } else if outlasts {
        errors.push(FieldError::new("until", Text::new("workteam-outside-its-days")));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// The rater answers, or the rater's superior in their place, unless it was the superior who proposed it. A *no* says why, so
/// that the team can look for somebody else or come back later.
pub fn decide(member: &Member, word: Word) -> Result<Member, Refusal> {
    if !member.waits() {
        let says = match &member.word {
            Some(_) => Text::new("workteam-word-is-given"),
            None => Text::new("workteam-proposal-taken-back"),
        };
        return Err(Refusal::rule(says).cited(permenpanrb(ARTICLE)));
    }
    if member.by == word.by && member.rater != Some(word.by) {
        return Err(Refusal::rule(Text::new("workteam-word-of-rater")).cited(permenpanrb(ARTICLE)));
    }
    if !word.agreed && word.reason.trim().chars().count() < MIN_REASON {
        let says = Text::new("workteam-decline-needs-reason").with("min", MIN_REASON as i64);
        return Err(Refusal::field("reason", says));
    }
    Ok(Member { word: Some(word), ..member.clone() })
}

/// A part ends, or a proposal is taken back.
pub fn leave(member: &Member, today: NaiveDate) -> Result<Member, Refusal> {
    if matches!(member.standing(today), Standing::Selesai | Standing::Ditolak) || member.ended_on.is_some() {
        return Err(Refusal::rule(Text::new("workteam-part-is-over")));
    }
    Ok(Member { ended_on: Some(today), ..member.clone() })
}

/// A team ends today; nothing is taken from what was done.
pub fn end(team: &Workteam, today: NaiveDate) -> Result<Workteam, Refusal> {
    if team.state(today) == State::Berakhir {
        return Err(ended());
    }
    Ok(Workteam { ended_on: Some(today), revision: team.revision + 1, ..team.clone() })
}

/// The team is over.
pub fn ended() -> Refusal {
    Refusal::rule(Text::new("workteam-is-over")).next(Text::new("workteam-is-over-next"))
}

/// What might be looked at again: shares that do not make up the whole, a team without a leader. Advice, not a bar.
pub fn advice(members: &[Member], today: NaiveDate) -> Vec<Reason> {
    let mut advice = Vec::new();
    if leader_on(members, today).is_none() {
        advice.push(Reason::new(Text::new("workteam-advice-leader")).cited(permenpanrb("Bab II.A Tahap 5.g-j")));
    }
    let shares: Vec<u32> = members.iter().filter(|m| m.works_on(today)).filter_map(|member| member.share).collect();
    let sum: u32 = shares.iter().sum();
    if !shares.is_empty() && sum != 100 {
        advice.push(Reason::new(Text::new("workteam-advice-shares").with("sum", sum)));
    }
    advice
}
