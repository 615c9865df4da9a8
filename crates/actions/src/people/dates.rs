//! What a new assignment or reporting line does to those that are there: it ends the running one the day before,
//! corrects the one of the same day, or cannot be placed.

use chrono::{Days, NaiveDate};
use domain::{
    decision::Text,
    people::{Assignment, ReportingLine, Standing},
    time::DateRange,
};

/// Where something dated finds its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Placed<T> {
    /// It is there already.
    Unchanged,
    /// It is added; the running one, if any, ends the day before (as it was, as it becomes).
    Added(Option<(T, T)>),
    /// It takes the place of the one that began the same day (as it was, as it becomes).
    Corrected(T, T),
}

/// Something with days that belongs to one employee.
trait Dated: Clone {
    fn dates(&self) -> DateRange;
    fn dated(&self, dates: DateRange) -> Self;
    /// Apart from days and id.
    fn says_the_same(&self, other: &Self) -> bool;
    /// As `other`, in the row of `self`.
    fn rewritten(&self, other: &Self) -> Self;
    fn too_early(from: NaiveDate) -> Text;
}

/// Places an assignment among those of the same employee. A definitive one ends the definitive one before it; acting
/// ones run beside it.
pub(crate) fn place_assignment(there: &[Assignment], new: &Assignment) -> Result<Placed<Assignment>, Text> {
    let alike: Vec<Assignment> = there
        .iter()
        .filter(|one| one.standing == new.standing)
        .filter(|one| new.standing == Standing::Definitif || one.post == new.post)
        .cloned()
        .collect();
    place(&alike, new)
}

/// Places a reporting line among those of the same employee.
pub(crate) fn place_line(there: &[ReportingLine], new: &ReportingLine) -> Result<Placed<ReportingLine>, Text> {
    place(there, new)
}

fn place<T: Dated>(there: &[T], new: &T) -> Result<Placed<T>, Text> {
    let from = new.dates().from;
    if let Some(same_day) = there.iter().find(|one| one.dates().from == from) {
        let same = same_day.says_the_same(new) && (new.dates().until.is_none() || new.dates() == same_day.dates());
        let after =
            same_day.rewritten(new).dated(DateRange { from, until: new.dates().until.or(same_day.dates().until) });
        return Ok(if same { Placed::Unchanged } else { Placed::Corrected(same_day.clone(), after) });
    }
    if let Some(later) = there.iter().find(|one| one.dates().from > from && one.dates().overlaps(new.dates())) {
        return Err(T::too_early(later.dates().from));
    }
    let running = there.iter().find(|one| one.dates().contains(from));
    Ok(Placed::Added(running.map(|one| {
        let until = from.checked_sub_days(Days::new(1));
        (one.clone(), one.dated(DateRange { from: one.dates().from, until }))
    })))
}

impl Dated for Assignment {
    fn dates(&self) -> DateRange {
        self.dates
    }
    fn dated(&self, dates: DateRange) -> Self {
        Self { dates, ..self.clone() }
    }
    fn says_the_same(&self, other: &Self) -> bool {
        self.post == other.post && self.standing == other.standing
    }
    fn rewritten(&self, other: &Self) -> Self {
        Self { id: self.id, ..other.clone() }
    }
    fn too_early(from: NaiveDate) -> Text {
        Text::new("people-assignment-too-early").with("from", from)
    }
}

impl Dated for ReportingLine {
    fn dates(&self) -> DateRange {
        self.dates
    }
    fn dated(&self, dates: DateRange) -> Self {
        Self { dates, ..self.clone() }
    }
    fn says_the_same(&self, other: &Self) -> bool {
        self.rater == other.rater && self.superior == other.superior
    }
    fn rewritten(&self, other: &Self) -> Self {
        Self { id: self.id, ..other.clone() }
    }
    fn too_early(from: NaiveDate) -> Text {
        Text::new("people-line-too-early").with("from", from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::{AssignmentId, EmployeeId, PostId};
    use uuid::Uuid;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn assignment(id: u128, post: u128, standing: Standing, from: NaiveDate, until: Option<NaiveDate>) -> Assignment {
        Assignment {
            id: AssignmentId(Uuid::from_u128(id)),
            employee: EmployeeId(Uuid::from_u128(1)),
            post: PostId(Uuid::from_u128(post)),
            standing,
            dates: DateRange { from, until },
        }
    }

    #[test]
    fn a_new_assignment_ends_corrects_or_is_refused() {
        use Standing::{Definitif, Plt};
        let there = [
            assignment(1, 1, Definitif, day(1, 1), Some(day(3, 31))),
            assignment(2, 2, Definitif, day(4, 1), None),
            assignment(3, 3, Plt, day(5, 1), None),
        ];
        let new = |post, standing, from| assignment(9, post, standing, from, None);
        let ends =
            |n: usize, until| (there[n].clone(), there[n].dated(DateRange { until: Some(until), ..there[n].dates }));
        for (name, new, want) in [
            ("same again", new(2, Definitif, day(4, 1)), Ok(Placed::Unchanged)),
            ("next post", new(4, Definitif, day(7, 1)), Ok(Placed::Added(Some(ends(1, day(6, 30)))))),
            (
                "another post the same day",
                new(4, Definitif, day(4, 1)),
                Ok(Placed::Corrected(there[1].clone(), assignment(2, 4, Definitif, day(4, 1), None))),
            ),
            ("before the present one", new(4, Definitif, day(2, 1)), Err("people-assignment-too-early")),
            ("acting beside it", new(4, Plt, day(7, 1)), Ok(Placed::Added(None))),
            ("acting again", new(3, Plt, day(8, 1)), Ok(Placed::Added(Some(ends(2, day(7, 31)))))),
        ] {
            assert_eq!(
                place_assignment(&there, &new).map_err(|text| text.key.to_string()),
                want.map_err(str::to_owned),
                "{name}"
            );
        }
        let closed = assignment(9, 4, Definitif, day(2, 1), Some(day(2, 20)));
        let placed = place_assignment(&there, &closed).unwrap();
        assert_eq!(placed, Placed::Added(Some(ends(0, day(1, 31)))));
    }
}
