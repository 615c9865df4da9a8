//! *We see this differently*: before there is a result, employee and rater put both views of one line side by side,
//! propose a day to talk, and close it together with a note (R25). The rater's superior sees it. It never holds up the
//! result: what is still open when the result is signed stands in its reasons.

use super::{Side, Statement, line, steps::MIN_STATEMENT};
use crate::{
    assessment::Subject,
    decision::{Arg, Reason, Refusal, Text},
    ids::{DisagreementId, EmployeeId, PeriodId, SkpId},
    plan::Content,
    policy::permenpanrb,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// One line that is seen differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    /// Its id.
    pub id: DisagreementId,
    /// The period.
    pub period: PeriodId,
    /// The plan.
    pub skp: SkpId,
    /// The line.
    pub subject: Subject,
    /// When it was put down.
    pub raised_at: DateTime<Utc>,
    /// The employee's view.
    pub employee: Option<Statement>,
    /// The rater's view.
    pub rater: Option<Statement>,
    /// The day proposed for a talk.
    pub talk_on: Option<NaiveDate>,
    /// The note with which the employee closed it.
    pub employee_closed: Option<Statement>,
    /// The note with which the rater closed it.
    pub rater_closed: Option<Statement>,
}

impl Disagreement {
    /// Nobody has said anything yet about this line.
    pub const fn of(
        id: DisagreementId,
        period: PeriodId,
        skp: SkpId,
        subject: Subject,
        raised_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            period,
            skp,
            subject,
            raised_at,
            employee: None,
            rater: None,
            talk_on: None,
            employee_closed: None,
            rater_closed: None,
        }
    }

    /// Open until both have closed it.
    pub const fn is_open(&self) -> bool {
        self.employee_closed.is_none() || self.rater_closed.is_none()
    }

    /// What a side says.
    pub const fn view(&self, side: Side) -> Option<&Statement> {
        match side {
            Side::Employee => self.employee.as_ref(),
            Side::Rater => self.rater.as_ref(),
        }
    }

    /// With which note a side closed it.
    pub const fn closed(&self, side: Side) -> Option<&Statement> {
        match side {
            Side::Employee => self.employee_closed.as_ref(),
            Side::Rater => self.rater_closed.as_ref(),
        }
    }
}

/// May lines still be disputed here? Once the result is signed, an objection is the way.
pub fn may_raise(signed: bool) -> Result<(), Refusal> {
    if signed {
        return Err(Refusal::rule(Text::new("objection-disagreement-signed"))
            .cited(permenpanrb("Ps 29"))
            .next(Text::new("objection-disagreement-signed-next")));
    }
    Ok(())
}

/// A side says how it sees the line, and may propose a day to talk. It may be said again; then the line is open again.
pub fn say(
    mut disagreement: Disagreement,
    side: Side,
    words: &str,
    talk_on: Option<NaiveDate>,
    by: EmployeeId,
    today: NaiveDate,
    at: DateTime<Utc>,
) -> Result<Disagreement, Refusal> {
    let view = statement("view", words, by, at)?;
    if talk_on.is_some_and(|day| day < today) {
        return Err(Refusal::field("talk_on", Text::new("objection-talk-passed")));
    }
    match side {
        Side::Employee => disagreement.employee = Some(view),
        Side::Rater => disagreement.rater = Some(view),
    }
    disagreement.talk_on = talk_on.or(disagreement.talk_on);
    (disagreement.employee_closed, disagreement.rater_closed) = (None, None);
    Ok(disagreement)
}

/// A side says what came of the talk; with the second note the line is closed.
pub fn close(
    mut disagreement: Disagreement,
    side: Side,
    note: &str,
    by: EmployeeId,
    at: DateTime<Utc>,
) -> Result<Disagreement, Refusal> {
    if !disagreement.is_open() {
        return Err(Refusal::rule(Text::new("objection-disagreement-closed")));
    }
    let note = statement("note", note, by, at)?;
    match side {
        Side::Employee => disagreement.employee_closed = Some(note),
        Side::Rater => disagreement.rater_closed = Some(note),
    }
    Ok(disagreement)
}

/// What the reasons of a result say of lines still open.
pub fn reasons(all: &[Disagreement], content: &Content) -> Vec<Reason> {
    let words = |side: Option<&Statement>| -> Arg {
        side.map_or_else(|| Text::new("objection-view-missing").into(), |said| said.words.as_str().into())
    };
    let open = all.iter().filter(|disagreement| disagreement.is_open());
    open.map(|open| {
        Reason::new(
            Text::new("objection-disagreement-open")
                .with("line", line(open.subject, content))
                .with("employee", words(open.employee.as_ref()))
                .with("rater", words(open.rater.as_ref())),
        )
    })
    .collect()
}

fn statement(field: &'static str, words: &str, by: EmployeeId, at: DateTime<Utc>) -> Result<Statement, Refusal> {
    let words = words.trim();
    if words.chars().count() < MIN_STATEMENT {
        let says = Text::new("objection-too-short").with("min", MIN_STATEMENT as i64);
        return Err(Refusal::field(field, says));
    }
    Ok(Statement { by, words: words.to_owned(), at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, id, noon, plan};

    fn raised() -> Disagreement {
        let at = noon(day(2026, 4, 7));
        let new = Disagreement::of(id(1), id(300), id(100), Subject::Rhk(id(2)), at);
        say(new, Side::Employee, "1.200 berkas sudah selesai", Some(day(2026, 4, 9)), id(200), day(2026, 4, 7), at)
            .unwrap()
    }

    #[test]
    fn r25_both_views_a_talk_and_two_notes() {
        let at = noon(day(2026, 4, 8));
        let both = say(raised(), Side::Rater, "640 berkas yang rapi", None, id(201), day(2026, 4, 8), at).unwrap();
        assert_eq!(both.talk_on, Some(day(2026, 4, 9)), "the day stays proposed");
        let half = close(both, Side::Rater, "Dihitung bersama: 900", id(201), at).unwrap();
        assert!(half.is_open());
        let closed = close(half.clone(), Side::Employee, "Sepakat 900 berkas", id(200), at).unwrap();
        assert!(!closed.is_open());
        assert!(reasons(std::slice::from_ref(&closed), &plan().content).is_empty());
        assert!(matches!(close(closed, Side::Rater, "Sekali lagi ya", id(201), at), Err(Refusal::Rule(_))));
        let again = say(half, Side::Rater, "Setelah dihitung 850", None, id(201), day(2026, 4, 8), at).unwrap();
        assert!(again.rater_closed.is_none(), "new words open it again");
    }

    #[test]
    fn what_is_open_is_told_with_the_result_and_holds_nothing_up() {
        let told = reasons(&[raised()], &plan().content);
        assert_eq!(told.len(), 1);
        let args = &told[0].says.args;
        assert!(args.contains(&("line".into(), "Arsip 2019-2024 tersedia dalam bentuk digital".into())));
        assert!(args.contains(&("rater".into(), Text::new("objection-view-missing").into())));
        assert!(may_raise(false).is_ok() && may_raise(true).is_err());
        let past = say(
            raised(),
            Side::Rater,
            "Besok saja ya",
            Some(day(2026, 4, 1)),
            id(201),
            day(2026, 4, 8),
            noon(day(2026, 4, 8)),
        );
        assert!(matches!(past, Err(Refusal::Fields(errors)) if errors[0].field == "talk_on"));
    }
}
