//! Reading the shapes of `law_value` from their tables.

use super::{
    dated,
    fields::Fields,
    hours,
    law_value::{
        AchievementClass, AchievementClasses, Additional, Ladder, LawValue, Method, RawClause, Rung, ScoreBand,
        ScoreBands, ScoreWeights, StudyGrade,
    },
    rule::Shape,
    shape::PREDICATES,
};
use crate::{amount::Amount, evaluation::Predikat, people::Jenjang};

/// Reads the value of a shape; complaints go to the source. Shapes of `shape` never come here.
pub(super) fn read(shape: Shape, f: &Fields<'_, '_>) -> Option<LawValue> {
    Some(match shape {
        Shape::Method => LawValue::Method(f.code("value", "kuadran or skor", Method::from_code)?),
        Shape::Clauses => LawValue::Clauses(clauses(f)?),
        Shape::StudyGrades => LawValue::StudyGrades(each(f, "row", study_grade)?),
        Shape::ScoreWeights => LawValue::ScoreWeights(each(f, "weights", weights)?),
        Shape::ScoreBands => LawValue::ScoreBands(bands(f)?),
        Shape::Achievement => LawValue::Achievement(achievement(f)?),
        Shape::Additional => LawValue::Additional(Additional { max: f.amount("max")?, factors: f.numbers("factors")? }),
        Shape::ByPredikat => {
            let rows = f.table("rows")?;
            let all = Predikat::ALL.into_iter().map(|p| Some((p, rows.amount(p.code())?))).collect::<Option<_>>()?;
            rows.nothing_else();
            LawValue::ByPredikat(all)
        }
        Shape::ByJenjang => {
            let rows = f.table("rows")?;
            let all = Jenjang::ALL.into_iter().filter_map(|j| Some((j, rows.maybe_amount(j.code())?))).collect();
            rows.nothing_else();
            LawValue::ByJenjang(all)
        }
        Shape::ByGolongan => {
            LawValue::ByGolongan(each(f, "row", |row| Some((row.str("golongan")?, row.amount("amount")?)))?)
        }
        Shape::Ladder => LawValue::Ladder(ladder(f)?),
        Shape::Hours => LawValue::Hours(hours::read(f)?),
        _ => return None,
    })
}

/// A list of tables, each read and nothing left over.
fn each<T>(f: &Fields<'_, '_>, name: &'static str, read: impl Fn(&Fields<'_, '_>) -> Option<T>) -> Option<Vec<T>> {
    let rows: Vec<Option<T>> = f
        .tables(name)?
        .iter()
        .map(|row| {
            let value = read(row);
            row.nothing_else();
            value
        })
        .collect();
    rows.into_iter().collect()
}

fn clauses(f: &Fields<'_, '_>) -> Option<Vec<RawClause>> {
    let all = each(f, "clause", |row| {
        Some(RawClause {
            code: row.str("code")?,
            says: row.str("says")?,
            article: row.maybe_str("article"),
            certainty: row.maybe_code("certainty", "text, secondary or assumption", dated::certainty),
        })
    })?;
    let twice = all.iter().enumerate().any(|(i, clause)| all[..i].iter().any(|before| before.code == clause.code));
    if twice {
        f.wrong("clause", "clauses with a code of their own each");
        return None;
    }
    Some(all)
}

fn study_grade(row: &Fields<'_, '_>) -> Option<StudyGrade> {
    let at_least = [
        (Predikat::SangatBaik, row.amount("sangat_baik")?),
        (Predikat::Baik, row.amount("baik")?),
        (Predikat::ButuhPerbaikan, row.amount("butuh_perbaikan")?),
    ];
    if !at_least.is_sorted_by(|a, b| a.1 > b.1) {
        row.wrong("baik", "less than the class above and more than the class below");
        return None;
    }
    let (level, university, programme) = (row.str("level")?, row.str("university")?, row.str("programme")?);
    Some(StudyGrade { level, university, programme, at_least })
}

fn weights(row: &Fields<'_, '_>) -> Option<ScoreWeights> {
    let weights =
        ScoreWeights { opinion: row.flag("opinion")?, skp: row.number("skp")?, behaviour: row.number("behaviour")? };
    if weights.skp.checked_add(weights.behaviour) != Some(100) {
        row.wrong("skp", "together with `behaviour` 100 percent");
        return None;
    }
    Some(weights)
}

fn bands(f: &Fields<'_, '_>) -> Option<ScoreBands> {
    let bands = each(f, "band", |row| {
        Some(ScoreBand {
            predikat: row.code("predikat", PREDICATES, Predikat::from_code)?,
            label: row.str("label")?,
            at_least: row.amount("at_least")?,
            idea: row.maybe_flag("idea").unwrap_or(false),
        })
    })?;
    // The last band takes whatever is left, so that no score is without one.
    let whole = bands.is_sorted_by(|a, b| a.at_least > b.at_least)
        && bands.last().is_some_and(|last| last.at_least == Amount(0) && !last.idea);
    if !whole {
        f.wrong("band", "bands from the highest to the one that begins with 0");
        return None;
    }
    Some(ScoreBands { max: f.amount("max")?, bands })
}

fn achievement(f: &Fields<'_, '_>) -> Option<AchievementClasses> {
    let classes = each(f, "class", |row| {
        let (over, name) = if row.has("over") { (true, "over") } else { (false, "at_least") };
        let predikat = row.code("predikat", PREDICATES, Predikat::from_code)?;
        let (label, bound) = (row.str("label")?, row.amount(name)?);
        let Ok(line) = <[Amount; 4]>::try_from(row.amounts("line")?) else {
            row.wrong("line", "percentage, value, percentage, value");
            return None;
        };
        Some(AchievementClass { predikat, label, bound, over, line })
    })?;
    let whole = classes.is_sorted_by(|a, b| (a.bound, a.over) < (b.bound, b.over))
        && classes.first().is_some_and(|first| first.bound == Amount(0) && !first.over);
    if !whole {
        f.wrong("class", "classes from the one that begins with 0 to the highest");
        return None;
    }
    Some(AchievementClasses { max: f.amount("max")?, classes })
}

fn ladder(f: &Fields<'_, '_>) -> Option<Ladder> {
    let rungs = each(f, "rung", |row| {
        Some(Rung { days: row.number("days")?, level: row.str("level")?, says: row.str("says")? })
    })?;
    if rungs.is_empty() || !rungs.is_sorted_by(|a, b| a.days < b.days) {
        f.wrong("rung", "rungs from the lowest to the highest");
        return None;
    }
    Some(Ladder { consecutive: f.number("consecutive")?, rungs })
}
