//! The people and the places of a form: who is rated, who rates, where and when they sign, and the guidance on behaviour.

use crate::{
    form::Cell,
    ink::Ink,
    words::{self, NOTHING},
};
use chrono::NaiveDate;
use domain::{people::Employee, plan::Nilai};
use serde::Serialize;

/// A person as the forms name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Name with titles.
    pub name: String,
    /// NIP or NI PPPK as printed; `None` for a rater outside the civil service.
    pub nip: Option<String>,
    /// Pangkat/ golongan ruang; empty if there is none.
    pub rank: String,
    /// Jabatan.
    pub post: String,
    /// Unit kerja.
    pub unit: String,
    /// Instansi; form C.1.2 asks the rater's agency instead of the unit.
    pub agency_name: String,
}

impl Party {
    /// An employee in a post.
    pub fn of(employee: &Employee, post: &str, unit: &str, agency_name: &str) -> Self {
        Self {
            name: employee.name.clone(),
            nip: employee.nip.as_ref().map(ToString::to_string),
            rank: employee.rank.clone(),
            post: post.to_owned(),
            unit: unit.to_owned(),
            agency_name: agency_name.to_owned(),
        }
    }
}

/// Where and when somebody signs. A missing date is left as dots, to be filled in by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// Town.
    pub place: String,
    /// Day.
    pub date: Option<NaiveDate>,
}

/// One of the seven values with its guidance (panduan perilaku), as the policy in force words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Which.
    pub nilai: Nilai,
    /// Name as printed: `Berorientasi pelayanan`.
    pub name: String,
    /// The three lines of guidance.
    pub guidance: Vec<String>,
}

/// What is printed for an empty value.
pub(crate) fn or_nothing(text: &str) -> &str {
    if text.trim().is_empty() { NOTHING } else { text }
}

/// A place to sign, as the template draws it.
#[derive(Debug, Serialize)]
pub(crate) struct Signature {
    place: Option<Cell>,
    role: String,
    name: Cell,
    nip: Option<Cell>,
}

impl Signature {
    /// `role` signs as `party`; place and date stand above where the form has them.
    pub(crate) fn new(ink: &Ink, role: &str, party: &Party, signing: Option<&Signing>) -> Self {
        let place = signing.map(|signing| {
            let place = if signing.place.trim().is_empty() { "………………" } else { signing.place.trim() };
            let day = signing.date.map_or_else(|| "………………".to_owned(), words::date);
            ink.text(&format!("{place}, {day}"))
        });
        Self {
            place,
            role: role.to_owned(),
            name: ink.text(&party.name),
            nip: party.nip.as_deref().map(|nip| ink.text(&format!("NIP {nip}"))),
        }
    }
}
