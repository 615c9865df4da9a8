//! What people said of a person, as somebody else may read it.
//!
//! Roles that are promised anonymity are heard only together: without names, without the order in which they answered, and
//! not at all when they are fewer than the promise says. They are heard once: with the frozen result, after which nobody
//! can add a voice. Whoever looks earlier finds nothing, so nobody can watch a mean move and know whose voice moved it
//! (certainty: assumption; no law says when, and a count that grows from three to four would tell on the fourth).

use super::{Role, Scheme, Sheet, rater::may_see, sheet::named_by};
use crate::ids::{EmployeeId, EvidenceId};
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
    /// The level, or the mean of the levels, in hundredths; `None` where nobody could say, or too few.
    pub level: Option<i64>,
    /// The reasons, in alphabetical order where there are no names.
    pub reasons: Vec<String>,
    /// The evidence it rests on; where there are no names, what enough of them named.
    pub evidence: Vec<EvidenceId>,
}

/// Who reads, and how far things are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// As whom.
    pub role: Role,
    /// Have they handed in their own sheet, or have they none to fill in?
    pub own_sent: bool,
    /// Is the result of the period frozen? Nobody adds a sheet after that.
    pub frozen: bool,
}

/// The roles whose words are open to a reader. Before their own sheet is sent: what the scheme lets them see. After it, the
/// employee, the supervisor and the superior read each other, so that they can talk before there is a result (R25). Those
/// beside the line read no more than the scheme lets them see, ever; and whoever was promised anonymity is heard with the
/// frozen result only.
pub fn open_to(scheme: &Scheme, reader: Reader) -> Vec<Role> {
    let in_line = matches!(reader.role, Role::Diri | Role::Penilai | Role::Atasan);
    let open = |other: &Role| {
        if scheme.rater(*other).is_some_and(|rule| rule.anonymous) {
            return in_line && reader.frozen;
        }
        may_see(scheme, reader.role, *other) || (in_line && (reader.own_sent || reader.frozen))
    };
    Role::ALL.into_iter().filter(|other| *other != reader.role && open(other)).collect()
}

/// What these roles said, by the sheets that were sent.
pub fn said(scheme: &Scheme, sheets: &[Sheet], roles: &[Role]) -> Vec<Said> {
    let mut all = Vec::new();
    for rule in scheme.raters().iter().filter(|rule| roles.contains(&rule.role)) {
        let of_role: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.role == rule.role).collect();
        if !rule.anonymous {
            all.extend(of_role.iter().map(|sheet| together(scheme, rule.role, Some(sheet.rater), &[sheet], 1)));
            continue;
        }
        // One answer or two look like none at all.
        let enough = of_role.len() as u32 >= rule.min;
        all.push(together(scheme, rule.role, None, if enough { &of_role } else { &[] }, rule.min as usize));
    }
    all
}

/// The sheets of a role as one voice; what fewer than `min` said of a criterion is not heard, and neither are reasons
/// that fewer than `min` gave: a single one would tell by its words. A piece of evidence is heard when `min` of them named it.
fn together(scheme: &Scheme, role: Role, by: Option<EmployeeId>, sheets: &[&Sheet], min: usize) -> Said {
    let heard = |code: &str| {
        let marks = || sheets.iter().filter_map(|sheet| sheet.marks.iter().find(|mark| mark.criterion == code));
        let levels: Vec<i64> = marks().filter_map(|mark| mark.level).map(i64::from).collect();
        let n = levels.len() as i64;
        let level = (n > 0 && levels.len() >= min).then(|| (levels.iter().sum::<i64>() * 200 + n) / (2 * n));
        let mut reasons: Vec<String> =
            marks().map(|mark| mark.reason.trim().to_owned()).filter(|reason| !reason.is_empty()).collect();
        if by.is_none() {
            reasons.sort();
        }
        if reasons.len() < min {
            reasons.clear();
        }
        let evidence = named_by(sheets.iter().copied(), code, min);
        Heard { criterion: code.to_owned(), level, reasons, evidence }
    };
    let of = match sheets {
        [] => Vec::new(),
        _ => scheme.rated_by(role).map(|criterion| heard(&criterion.code)).collect(),
    };
    Said { role, by, n: sheets.len() as u32, of }
}
