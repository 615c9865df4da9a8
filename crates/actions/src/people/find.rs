//! Finding people and posts by what is typed into a form.

use crate::{Failure, people::import::nip_says};
use domain::{
    decision::{FieldError, Text},
    people::{Employee, Employment, Nip, NipError, Post},
};
use store::{PageOf, Scope};

/// A person by NIP, or by the exact name for those without one; `field` is told what is wrong.
pub(super) async fn person(scope: &Scope, typed: &str, field: &str) -> Result<Result<Employee, FieldError>, Failure> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let error = |text| Ok(Err(FieldError::new(field, text)));
    if digits.is_empty() {
        return error(Text::new("people-person-missing"));
    }
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        if digits.len() != 18 {
            return error(nip_says(typed, NipError::Length(digits.len())));
        }
        return match scope.employee_by_nip(&digits).await? {
            Some(employee) => Ok(Ok(employee)),
            None => error(Text::new("people-nip-unknown")),
        };
    }
    let plain = |name: &str| store::name_key(name);
    let found = scope.search_employees(typed, PageOf { page: 1, per_page: 20 }).await?;
    let mut alike = found.rows.into_iter().filter(|employee| plain(&employee.name) == plain(typed));
    match (alike.next(), alike.next()) {
        (Some(one), None) => Ok(Ok(one)),
        (None, _) => error(Text::new("people-name-unknown")),
        (Some(_), Some(_)) => error(Text::new("people-name-ambiguous")),
    }
}

/// A colleague by NIP or by as much of the name as tells them from everybody else.
pub(crate) async fn colleague(
    scope: &Scope,
    typed: &str,
    field: &str,
) -> Result<Result<Employee, FieldError>, Failure> {
    let exact = person(scope, typed, field).await?;
    if exact.is_ok() || typed.trim().is_empty() || typed.bytes().all(|b| b.is_ascii_digit() || b == b' ') {
        return Ok(exact);
    }
    let mut found = scope.search_employees(typed, PageOf { page: 1, per_page: 4 }).await?.rows;
    Ok(match found.len() {
        0 => exact,
        1 => Ok(found.remove(0)),
        _ => {
            let names: Vec<&str> = found.iter().map(|employee| employee.name.as_str()).collect();
            Err(FieldError::new(field, Text::new("people-name-several").with("names", names.join("; "))))
        }
    })
}

/// A post by its code, or by its title where only one has it.
pub(crate) async fn post(scope: &Scope, typed: &str, field: &str) -> Result<Result<Post, FieldError>, Failure> {
    let typed = typed.trim();
    let error = |text| Ok(Err(FieldError::new(field, text)));
    if typed.is_empty() {
        return error(Text::new("people-post-missing"));
    }
    if let Some(post) = scope.post_by_code(typed).await? {
        return Ok(Ok(post));
    }
    let wanted = store::name_key(typed);
    let mut alike = scope.posts().await?.into_iter().filter(|post| store::name_key(&post.title) == wanted);
    match (alike.next(), alike.next()) {
        (Some(one), None) => Ok(Ok(one)),
        (None, _) => error(Text::new("people-post-unknown")),
        (Some(_), Some(_)) => error(Text::new("people-post-ambiguous")),
    }
}

/// A NIP as typed.
pub(super) fn nip(typed: &str, employment: Employment) -> Result<Option<Nip>, FieldError> {
    match employment {
        Employment::NonAsn if typed.trim().is_empty() => Ok(None),
        Employment::NonAsn => Err(FieldError::new("nip", Text::new("people-nip-of-outsider"))),
        _ => match Nip::parse(typed, employment) {
            Ok(nip) => Ok(Some(nip)),
            Err(error) => Err(FieldError::new("nip", nip_says(typed.trim(), error))),
        },
    }
}
