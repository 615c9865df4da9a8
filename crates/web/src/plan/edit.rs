//! One intended result as a form, and the form as an intended result.

use super::{fields::Names, words::Choice};
use crate::form::Form;
use actions::plan::write::ResultDraft;
use domain::{
    amount::Amount,
    ids::{IndicatorId, RhkId},
    plan::{Approach, Aspek, Direction, Indicator, Perspektif, Rhk, RhkKind, Skp, Tally, Target},
};
use uuid::Uuid;

/// The form of a saved result, or an empty one.
pub(super) fn form_of(saved: Option<&Rhk>) -> Form {
    let mut form = Form::new();
    let Some(rhk) = saved else {
        form.set("kind", RhkKind::Utama.code());
        form.set("supports", "");
        blank(&mut form, 0);
        return form;
    };
    form.set("kind", rhk.kind.code());
    form.set("text", &rhk.text);
    form.set("assigned_by", &rhk.assigned_by);
    form.set("supports", rhk.supports.map(|id| id.to_string()).unwrap_or_default());
    form.set("supports_text", if rhk.supports.is_some() { "" } else { &rhk.supports_text });
    for (n, indicator) in rhk.indicators.iter().enumerate() {
        let names = Names::at(&n.to_string(), n + 1);
        let target = &indicator.target;
        let amount = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
        form.set(&names.id, indicator.id.to_string());
        form.set(&names.aspek, indicator.aspek.map(Choice::code).unwrap_or_default());
        form.set(&names.perspektif, indicator.perspektif.map(Choice::code).unwrap_or_default());
        form.set(&names.text, &indicator.text);
        form.set(&names.target, amount(target.amount));
        form.set(&names.upper, amount(target.upper));
        form.set(&names.unit, &target.unit);
        form.set(&names.written, target.written.clone().unwrap_or_default());
        form.set(&names.tally, target.tally.code());
        form.set(&names.direction, target.direction.code());
    }
    blank(&mut form, rhk.indicators.len());
    form
}

/// Adds an empty indicator at the end.
fn blank(form: &mut Form, position: usize) {
    let names = Names::at(&position.to_string(), position + 1);
    form.set(&names.text, "");
    form.set(&names.tally, Tally::Sum.code());
    form.set(&names.direction, Direction::HigherIsBetter.code());
}

/// The indicators of a form, in order.
pub(super) fn indicators(form: &Form) -> Vec<Names> {
    form.lines("indicator").into_iter().enumerate().map(|(n, position)| Names::at(position, n + 1)).collect()
}

/// Adds one more empty indicator to a form that came in; gives its position.
pub(super) fn add_indicator(form: &mut Form) -> usize {
    let taken = form.lines("indicator").into_iter().filter_map(|position| position.parse::<usize>().ok()).max();
    let position = taken.map_or(0, |last| last + 1);
    blank(form, position);
    position
}

/// An empty indicator at the end, unless there is one.
pub(super) fn with_blank(form: &mut Form) {
    let last_is_blank = indicators(form).last().is_some_and(|names| untouched(form, names));
    if !last_is_blank {
        add_indicator(form);
    }
}

/// Nothing was typed into it.
fn untouched(form: &Form, names: &Names) -> bool {
    [&names.id, &names.aspek, &names.perspektif, &names.text, &names.target, &names.upper, &names.unit]
        .iter()
        .all(|name| form.value(name).trim().is_empty())
}

/// What was typed, with the position of each indicator by its id.
pub(super) struct Typed {
    /// The result.
    pub draft: ResultDraft,
    /// Ids and positions.
    pub ids: Vec<(IndicatorId, String)>,
}

/// Reads the form. Indicators nobody touched are left out, as are those marked to be taken out. `fresh` makes ids.
pub(super) fn read(form: &mut Form, skp: &Skp, saved: Option<&Rhk>, fresh: impl Fn() -> Uuid) -> Typed {
    let mut ids = Vec::new();
    let mut all = Vec::new();
    let positions: Vec<String> = form.lines("indicator").into_iter().map(str::to_owned).collect();
    for position in positions {
        let names = Names::at(&position, 0);
        if untouched(form, &names) || form.flag(&names.remove) {
            continue;
        }
        let given = form.value(&names.id).parse::<IndicatorId>().ok();
        // Only ids of this very result are taken from the form.
        let before = saved.and_then(|rhk| rhk.indicators.iter().find(|indicator| Some(indicator.id) == given));
        let id = before.map_or_else(|| IndicatorId(fresh()), |indicator| indicator.id);
        let indicator = indicator(form, skp.approach, &names, id, before);
        ids.push((id, position));
        all.push((Some(id), indicator));
    }
    let kind = form.choice("kind", RhkKind::from_code).unwrap_or(RhkKind::Utama);
    let supports = form.id::<RhkId>("supports");
    let draft = ResultDraft {
        id: saved.map(|rhk| rhk.id),
        kind,
        text: form.text("text"),
        assigned_by: form.text("assigned_by"),
        supports,
        supports_text: form.text("supports_text"),
        indicators: all,
    };
    Typed { draft, ids }
}

fn indicator(
    form: &mut Form,
    approach: Approach,
    names: &Names,
    id: IndicatorId,
    before: Option<&Indicator>,
) -> Indicator {
    let was = before.map(|indicator| indicator.target.clone()).unwrap_or_default();
    let target = if approach == Approach::Kuantitatif {
        Target {
            amount: form.amount(&names.target),
            upper: form.amount(&names.upper),
            unit: form.text(&names.unit),
            written: Some(form.text(&names.written)).filter(|written| !written.is_empty()),
            tally: form.choice(&names.tally, Tally::from_code).unwrap_or(was.tally),
            direction: form.choice(&names.direction, Direction::from_code).unwrap_or(was.direction),
        }
    } else {
        // The narrative says it all; what was entered before stays for the day the approach changes back.
        was
    };
    Indicator {
        id,
        // A field the form does not show keeps what it had.
        aspek: if form.has(&names.aspek) {
            form.choice(&names.aspek, Aspek::from_code)
        } else {
            before.and_then(|indicator| indicator.aspek)
        },
        perspektif: if form.has(&names.perspektif) {
            form.choice(&names.perspektif, <Perspektif as Choice>::from_code)
        } else {
            before.and_then(|indicator| indicator.perspektif)
        },
        text: form.text(&names.text),
        target,
    }
}
