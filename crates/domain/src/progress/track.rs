//! Is an indicator on track? Computed from entries, steps and dates, never stored, never a rating:
//! the numbers support a judgement and do not make it (PermenPANRB 6/2022 has no percentages, Anak Lampiran 4).

use super::{Entry, Step};
use crate::{
    amount::Amount,
    decision::{Decision, Reason, Text},
    plan::{Direction, Indicator, Tally},
    time::DateRange,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Basis points in the whole.
pub const WHOLE: i64 = 10_000;
/// How far, in basis points of the target, a sum may lag behind the calendar and still be on track
/// (certainty: assumption; a tenth leaves room for work that does not come evenly).
pub const SLACK: i64 = 1_000;
/// Lagging by more than this is late (certainty: assumption; a quarter of the target is a quarter's work).
pub const LATE: i64 = 2_500;
/// Without any report after this part of the plan's days, an indicator is at risk (certainty: assumption; a quarter).
pub const SILENCE: i64 = 2_500;

/// How an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// Nothing reported yet, and nothing is missing yet.
    NotStarted,
    /// As it should be.
    OnTrack,
    /// Falling behind.
    AtRisk,
    /// Behind, or a step is overdue.
    Late,
    /// The target is reached.
    Reached,
}

impl Track {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::OnTrack, Self::AtRisk, Self::Late, Self::Reached];

    /// Code in pages and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::OnTrack => "on_track",
            Self::AtRisk => "at_risk",
            Self::Late => "late",
            Self::Reached => "reached",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::NotStarted => "progress-track-not-started",
            Self::OnTrack => "progress-track-on-track",
            Self::AtRisk => "progress-track-at-risk",
            Self::Late => "progress-track-late",
            Self::Reached => "progress-track-reached",
        })
    }
}

/// The entries under this indicator that count: corrected ones are replaced by their corrections.
/// In order of the day done, then of the moment taken in.
pub fn in_force<'a>(indicator: &Indicator, entries: &'a [Entry]) -> Vec<&'a Entry> {
    let corrected: BTreeSet<_> = entries.iter().filter_map(|entry| entry.corrects).collect();
    let mut kept: Vec<&Entry> =
        entries.iter().filter(|e| e.indicator == indicator.id && !corrected.contains(&e.id)).collect();
    kept.sort_by_key(|entry| (entry.on, entry.recorded_at, entry.id));
    kept
}

/// What has been realised: the sum of the amounts, or the latest level. `None` when no amount was reported,
/// which is not the same as zero.
pub fn realised(indicator: &Indicator, entries: &[Entry]) -> Option<Amount> {
    let mut amounts = in_force(indicator, entries).into_iter().filter_map(|entry| entry.amount);
    match indicator.target.tally {
        Tally::Sum => amounts.reduce(|a, b| Amount(a.0.saturating_add(b.0))),
        Tally::Latest => amounts.next_back(),
    }
}

/// How much of the target is reached, in basis points, rounded down. `None` without a target amount or a report.
///
/// Higher is better: realised / target. Lower is better: 100 % up to the limit, beyond it limit / realised.
pub fn share(indicator: &Indicator, realised: Option<Amount>) -> Option<i64> {
    let realised = i128::from(realised?.0);
    let target = &indicator.target;
    let ratio = |part: i128, whole: i128| (part * i128::from(WHOLE) / whole).clamp(0, 1_000_000_000) as i64;
    Some(match target.direction {
        Direction::HigherIsBetter => {
            let goal = i128::from(target.amount.or(target.upper)?.0);
            if realised >= goal && goal <= 0 {
                WHOLE
            } else if goal <= 0 {
                0
            } else {
                ratio(realised, goal)
            }
        }
        Direction::LowerIsBetter => {
            let limit = i128::from(target.upper.or(target.amount)?.0);
            if realised <= limit {
                WHOLE
            } else if limit <= 0 {
                0
            } else {
                ratio(limit, realised)
            }
        }
    })
}

/// The part of the plan's days that has passed on `today`, in basis points, rounded down; today counts as passed.
pub fn elapsed(dates: DateRange, today: NaiveDate) -> i64 {
    let until =
        dates.until.unwrap_or_else(|| DateRange::year(chrono::Datelike::year(&dates.from)).until.expect("ends"));
    let all = (until - dates.from).num_days() + 1;
    let gone = ((today - dates.from).num_days() + 1).clamp(0, all);
    gone * WHOLE / all
}

/// How the indicator stands today, with the reason.
pub fn track(
    indicator: &Indicator,
    entries: &[Entry],
    steps: &[Step],
    dates: DateRange,
    today: NaiveDate,
) -> Decision<Track> {
    let realised = realised(indicator, entries);
    let reported = !in_force(indicator, entries).is_empty();
    let gone = elapsed(dates, today);
    let over = dates.until.is_some_and(|until| today > until);
    let mut from = vec![said(indicator, realised, reported)];
    from.push(Reason::new(Text::new("progress-time-passed").with("percent", gone / 100)));
    let (by_amount, why) = by_amount(indicator, entries, realised, reported, gone, over);
    from.push(Reason::new(why));
    let overdue = overdue(indicator, steps, today);
    from.extend(overdue.iter().map(|step| {
        let days = (today - step.due).num_days();
        Reason::new(Text::new("progress-step-overdue").with("step", step.text.as_str()).with("days", days))
    }));
    let value = if by_amount == Track::Reached || overdue.is_empty() { by_amount } else { Track::Late };
    let because = Reason::new(Text::new("progress-stands").with("track", value.label())).resting_on(from);
    Decision { value, because }
}

/// Steps of this indicator that should have been done before today.
pub fn overdue<'a>(indicator: &Indicator, steps: &'a [Step], today: NaiveDate) -> Vec<&'a Step> {
    steps.iter().filter(|s| s.indicator == indicator.id && s.done_on.is_none() && s.due < today).collect()
}

fn said(indicator: &Indicator, realised: Option<Amount>, reported: bool) -> Reason {
    let target = indicator.target.words();
    Reason::new(match realised {
        Some(amount) => Text::new("progress-realised")
            .with("amount", amount)
            .with("unit", indicator.target.unit.as_str())
            .with("target", target),
        None if reported => Text::new("progress-reported-without-amount"),
        None => Text::new("progress-nothing-reported"),
    })
}

fn by_amount(
    indicator: &Indicator,
    entries: &[Entry],
    realised: Option<Amount>,
    reported: bool,
    gone: i64,
    over: bool,
) -> (Track, Text) {
    if !reported {
        return match (over, gone > SILENCE) {
            (true, _) => (Track::Late, Text::new("progress-over-without-report")),
            (_, true) => (Track::AtRisk, Text::new("progress-silent")),
            _ => (Track::NotStarted, Text::new("progress-still-early")),
        };
    }
    let Some(share) = share(indicator, realised) else {
        return (Track::OnTrack, Text::new("progress-cannot-be-counted"));
    };
    let percent = |key| Text::new(key).with("percent", share / 100);
    match (indicator.target.direction, indicator.target.tally) {
        (Direction::HigherIsBetter, _) if share >= WHOLE => (Track::Reached, percent("progress-target-reached")),
        (Direction::HigherIsBetter, _) if over => (Track::Late, percent("progress-over-below-target")),
        (Direction::HigherIsBetter, Tally::Sum) => {
            let lag = gone - share;
            if lag <= SLACK {
                (Track::OnTrack, percent("progress-keeps-pace"))
            } else if lag <= LATE {
                (Track::AtRisk, percent("progress-falls-behind"))
            } else {
                (Track::Late, percent("progress-far-behind"))
            }
        }
        (Direction::HigherIsBetter, Tally::Latest) => level(indicator, entries, share, gone),
        (Direction::LowerIsBetter, _) if share < WHOLE => match (indicator.target.tally, over) {
            // A count that has passed its limit cannot come back; a level still can.
            (Tally::Sum, _) | (_, true) => (Track::Late, Text::new("progress-limit-passed")),
            (Tally::Latest, false) => (Track::AtRisk, Text::new("progress-level-above-limit")),
        },
        (Direction::LowerIsBetter, _) if over => (Track::Reached, Text::new("progress-limit-kept")),
        (Direction::LowerIsBetter, Tally::Sum) => spent(indicator, realised, gone),
        (Direction::LowerIsBetter, Tally::Latest) => (Track::OnTrack, Text::new("progress-level-within-limit")),
    }
}

/// A level below its target: on track while it rises in step with the calendar, at risk when it stands still or lags.
fn level(indicator: &Indicator, entries: &[Entry], share: i64, gone: i64) -> (Track, Text) {
    let levels: Vec<Amount> = in_force(indicator, entries).into_iter().filter_map(|entry| entry.amount).collect();
    let rising = levels.len() < 2 || levels[levels.len() - 1] > levels[levels.len() - 2];
    let percent = |key| Text::new(key).with("percent", share / 100);
    if gone - share > SLACK {
        (Track::AtRisk, percent("progress-level-lags"))
    } else if rising {
        (Track::OnTrack, percent("progress-level-rises"))
    } else {
        (Track::AtRisk, percent("progress-level-stands-still"))
    }
}

/// A count with an upper limit: how much of the limit is used, against the calendar.
fn spent(indicator: &Indicator, realised: Option<Amount>, gone: i64) -> (Track, Text) {
    let limit = indicator.target.upper.or(indicator.target.amount).map_or(0, |amount| i128::from(amount.0));
    let used = if limit <= 0 {
        0
    } else {
        (i128::from(realised.map_or(0, |amount| amount.0)) * i128::from(WHOLE) / limit) as i64
    };
    let says = |key| Text::new(key).with("percent", used / 100);
    if used <= gone + SLACK {
        (Track::OnTrack, says("progress-limit-within"))
    } else {
        (Track::AtRisk, says("progress-limit-used-fast"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, entry, indicator, level, step, target};
    use proptest::prelude::*;

    fn year() -> DateRange {
        DateRange::year(2026)
    }

    fn on(indicator: &Indicator, entries: &[Entry], today: NaiveDate) -> (Track, String) {
        let decision = track(indicator, entries, &[], year(), today);
        (decision.value, decision.because.from[2].says.key.to_string())
    }

    #[test]
    fn r5_a_sum_is_measured_against_the_calendar() {
        let i = indicator(21, "Arsip", target(1200, "berkas"));
        let mid = day(2026, 7, 2); // day 183 of 365: 50,13 %
        for (amount, want, why) in [
            (1200, Track::Reached, "progress-target-reached"),
            (1500, Track::Reached, "progress-target-reached"),
            (600, Track::OnTrack, "progress-keeps-pace"),
            (482, Track::OnTrack, "progress-keeps-pace"),
            (480, Track::AtRisk, "progress-falls-behind"),
            (302, Track::AtRisk, "progress-falls-behind"),
            (301, Track::Late, "progress-far-behind"),
            (0, Track::Late, "progress-far-behind"),
        ] {
            let entries = [entry(1, 21, day(2026, 3, 1), Some(amount))];
            assert_eq!(on(&i, &entries, mid), (want, why.into()), "{amount}");
        }
        let almost = [entry(1, 21, day(2026, 12, 1), Some(1199))];
        assert_eq!(on(&i, &almost, day(2026, 12, 31)).0, Track::OnTrack);
        assert_eq!(on(&i, &almost, day(2027, 1, 1)), (Track::Late, "progress-over-below-target".into()));
    }

    #[test]
    fn nothing_reported_is_not_zero() {
        let i = indicator(21, "Arsip", target(1200, "berkas"));
        assert_eq!(realised(&i, &[]), None);
        assert_eq!(realised(&i, &[entry(1, 21, day(2026, 2, 1), None)]), None);
        assert_eq!(share(&i, None), None);
        assert_eq!(on(&i, &[], day(2026, 2, 1)), (Track::NotStarted, "progress-still-early".into()));
        assert_eq!(on(&i, &[], day(2026, 5, 1)), (Track::AtRisk, "progress-silent".into()));
        assert_eq!(on(&i, &[], day(2027, 1, 1)), (Track::Late, "progress-over-without-report".into()));
        let words_only = [entry(1, 21, day(2026, 2, 1), None)];
        assert_eq!(on(&i, &words_only, day(2026, 7, 2)), (Track::OnTrack, "progress-cannot-be-counted".into()));
    }

    #[test]
    fn a_level_counts_by_its_latest_report() {
        let index = indicator(12, "Indeks kepuasan loket", level(82, "indeks", Direction::HigherIsBetter));
        let report = |n, m, amount| entry(n, 12, day(2026, m, 5), Some(amount));
        let today = day(2026, 6, 30);
        assert_eq!(on(&index, &[report(1, 3, 83), report(2, 6, 79)], today).1, "progress-level-stands-still");
        assert_eq!(
            on(&index, &[report(1, 3, 78), report(2, 6, 79)], today),
            (Track::OnTrack, "progress-level-rises".into())
        );
        assert_eq!(on(&index, &[report(1, 3, 78), report(2, 6, 82)], today).0, Track::Reached);
        assert_eq!(on(&index, &[report(1, 3, 20)], today), (Track::AtRisk, "progress-level-lags".into()));
        // Out of order on arrival, in order by the day done.
        assert_eq!(realised(&index, &[report(2, 6, 79), report(1, 3, 83)]), Some(Amount::whole(79)));
    }

    #[test]
    fn lower_is_better() {
        let days = indicator(11, "Lama menjawab", level(3, "hari", Direction::LowerIsBetter));
        let report = |amount| [entry(1, 11, day(2026, 6, 5), Some(amount))];
        let (today, after) = (day(2026, 6, 30), day(2027, 1, 2));
        assert_eq!(on(&days, &report(3), today), (Track::OnTrack, "progress-level-within-limit".into()));
        assert_eq!(on(&days, &report(5), today), (Track::AtRisk, "progress-level-above-limit".into()));
        assert_eq!(on(&days, &report(3), after), (Track::Reached, "progress-limit-kept".into()));
        assert_eq!(on(&days, &report(5), after), (Track::Late, "progress-limit-passed".into()));
        let mut count = indicator(11, "Pengaduan", target(12, "pengaduan"));
        count.target.direction = Direction::LowerIsBetter;
        assert_eq!(on(&count, &report(5), today), (Track::OnTrack, "progress-limit-within".into()));
        assert_eq!(on(&count, &report(10), today), (Track::AtRisk, "progress-limit-used-fast".into()));
        assert_eq!(on(&count, &report(13), today), (Track::Late, "progress-limit-passed".into()));
        count.target.amount = Some(Amount(0));
        assert_eq!(share(&count, Some(Amount(0))), Some(WHOLE));
        assert_eq!(share(&count, Some(Amount(1))), Some(0));
    }

    #[test]
    fn an_overdue_step_makes_late_and_says_by_how_many_days() {
        let i = indicator(21, "Arsip", target(1200, "berkas"));
        let today = day(2026, 2, 16);
        let entries = [entry(1, 21, day(2026, 2, 1), Some(300))];
        let steps = [step(1, 21, day(2026, 2, 2), None), step(2, 21, today, None), step(3, 99, day(2026, 1, 1), None)];
        let decision = track(&i, &entries, &steps, year(), today);
        assert_eq!(decision.value, Track::Late);
        let said = &decision.because.from[3].says;
        assert_eq!(said.key, "progress-step-overdue");
        assert!(said.args.contains(&("days".into(), 14_i64.into())));
        let done = [step(1, 21, day(2026, 2, 2), Some(day(2026, 2, 3)))];
        assert_eq!(track(&i, &entries, &done, year(), today).value, Track::OnTrack);
        let reached = [entry(1, 21, day(2026, 2, 1), Some(1200))];
        assert_eq!(track(&i, &reached, &steps, year(), today).value, Track::Reached);
    }

    #[test]
    fn a_correction_takes_the_place_of_what_it_corrects() {
        let i = indicator(21, "Arsip", target(1200, "berkas"));
        let mut second = entry(2, 21, day(2026, 2, 1), Some(30));
        second.corrects = Some(entry(1, 21, day(2026, 2, 1), None).id);
        let mut third = entry(3, 21, day(2026, 2, 1), Some(40));
        third.corrects = Some(second.id);
        let all = [entry(1, 21, day(2026, 2, 1), Some(300)), second, third, entry(4, 21, day(2026, 2, 2), Some(5))];
        assert_eq!(realised(&i, &all), Some(Amount::whole(45)));
        assert_eq!(realised(&i, &all[..1]), Some(Amount::whole(300)));
    }

    proptest! {
        #[test]
        fn reporting_more_never_makes_it_worse(a in 0_i64..2000, b in 0_i64..2000, day_of_year in 1_u32..365) {
            let i = indicator(21, "Arsip", target(1200, "berkas"));
            let today = NaiveDate::from_yo_opt(2026, day_of_year).unwrap();
            let one = [entry(1, 21, day(2026, 1, 1), Some(a))];
            let two = [entry(1, 21, day(2026, 1, 1), Some(a)), entry(2, 21, day(2026, 1, 1), Some(b))];
            let rank = |t: Track| [Track::Late, Track::AtRisk, Track::OnTrack, Track::Reached].iter().position(|x| *x == t);
            prop_assert!(rank(on(&i, &one, today).0) <= rank(on(&i, &two, today).0));
        }

        #[test]
        fn a_share_is_never_overstated(goal in 1_i64..1_000_000_000, got in 0_i64..1_000_000_000) {
            let mut i = indicator(21, "Arsip", target(1, "berkas"));
            i.target.amount = Some(Amount(goal));
            let share = share(&i, Some(Amount(got))).unwrap();
            prop_assert!(i128::from(share) * i128::from(goal) <= i128::from(got) * i128::from(WHOLE));
            prop_assert_eq!(share >= WHOLE, got >= goal);
        }

        #[test]
        fn time_only_moves_forward(a in 0_u64..500, b in 0_u64..500) {
            let at = |n| elapsed(year(), day(2025, 12, 1) + chrono::Days::new(n));
            prop_assert!(a > b || at(a) <= at(b));
            prop_assert!((0..=WHOLE).contains(&at(a)));
        }
    }
}
