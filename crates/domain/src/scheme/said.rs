//! What people said of a person, as somebody else may read it. Roles that are promised anonymity are heard only together:
//! without names, without the order in which they answered, and not at all when they are fewer than the promise says.

use super::{Role, Scheme, Sheet};
use crate::ids::EmployeeId;
use serde::{Deserialize, Serialize};

/// What the people of a role said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The role.
    pub role: Role,
    /// Who, where names are shown.
    pub by: Option<EmployeeId>,
    /// How many; 0 where they are too few to be heard.
    pub n: u32,
    /// Criterion by criterion, in the order of the scheme.
    pub of: Vec<Heard>,
}

/// What was said of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The criterion, by code.
    pub criterion: String,
    /// The level, or the mean of the levels, in hundredths; `None` where nobody could say.
    pub level: Option<i64>,
    /// The reasons, in alphabetical order where there are no names.
    pub reasons: Vec<String>,
}

/// What these roles said, by the sheets that were sent.
pub fn said(scheme: &Scheme, sheets: &[Sheet], roles: &[Role]) -> Vec<Said> {
    let mut all = Vec::new();
    for rule in scheme.raters().iter().filter(|rule| roles.contains(&rule.role)) {
        let of_role: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.role == rule.role).collect();
        if !rule.anonymous {
            all.extend(of_role.iter().map(|sheet| together(scheme, rule.role, Some(sheet.rater), &[sheet])));
        } else if !of_role.is_empty() {
            let enough = of_role.len() as u32 >= rule.min;
            all.push(together(scheme, rule.role, None, if enough { &of_role } else { &[] }));
        }
    }
    all
}

fn together(scheme: &Scheme, role: Role, by: Option<EmployeeId>, sheets: &[&Sheet]) -> Said {
    let min = scheme.rater(role).filter(|_| by.is_none()).map_or(1, |rule| rule.min);
    let heard = |code: &str| {
        let marks = || sheets.iter().filter_map(|sheet| sheet.marks.iter().find(|mark| mark.criterion == code));
        let levels: Vec<i64> = marks().filter_map(|mark| mark.level).map(i64::from).collect();
        let n = levels.len() as i64;
        // A criterion that fewer answered than the promise says is not heard either.
        let level = (n >= i64::from(min)).then(|| (levels.iter().sum::<i64>() * 200 + n) / (2 * n));
        let mut reasons: Vec<String> =
            marks().map(|mark| mark.reason.trim().to_owned()).filter(|reason| !reason.is_empty()).collect();
        if by.is_none() {
            reasons.sort();
        }
        Heard { criterion: code.to_owned(), level, reasons: if level.is_some() { reasons } else { Vec::new() } }
    };
    let of = match sheets {
        [] => Vec::new(),
        _ => scheme.rated_by(role).map(|criterion| heard(&criterion.code)).collect(),
    };
    Said { role, by, n: sheets.len() as u32, of }
}
