//! *The personnel office adds a person*, or puts their particulars right.

use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
    people::find,
};
use domain::{
    decision::{FieldError, Refusal, Text},
    ids::EmployeeId,
    people::{Employee, Employment},
    permissions::Action,
};
use store::Account;

/// A person as typed.
#[derive(Clone, Debug)]
pub struct EmployeeDraft {
    /// NIP or NI PPPK; empty for raters from outside.
    pub nip: String,
    /// Name with titles.
    pub name: String,
    /// Kind of employment.
    pub employment: Employment,
    /// Pangkat and golongan as printed.
    pub rank: String,
    /// Name to log in with; empty for the NIP. Raters from outside without one cannot log in.
    pub login: String,
}

/// Adds a person, with a log-in that gets its first password from the agency's admin.
#[crate::boxed]
pub async fn add(ctx: &Ctx, draft: EmployeeDraft) -> Result<EmployeeId, Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            let employee = read(&work, work.id(), &draft).await?;
            work.save_employee(&employee).await?;
            work.journal("employee", employee.id, None, Some(&employee)).await?;
            if let Some(login) = login(&employee, &draft) {
                let account = Account {
                    id: work.id(),
                    employee: employee.id,
                    login: free(&work, &login, &draft).await?,
                    roles: Vec::new(),
                    disabled: false,
                    must_change: true,
                    failed: 0,
                    failed_at: None,
                };
                work.save_account(&account, None).await?;
                work.journal("account", account.id, None, Some(&account.login)).await?;
            }
            Ok(employee.id)
        }
    })
    .await
}

/// Changes a person's particulars; a new NIP is also the new name to log in with.
#[crate::boxed]
pub async fn change(ctx: &Ctx, id: EmployeeId, draft: EmployeeDraft) -> Result<(), Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            let before = work.employee(id).await?.ok_or_else(|| not_found("employee"))?;
            let after = read(&work, id, &draft).await?;
            if after != before {
                work.save_employee(&after).await?;
                work.journal("employee", id, Some(&before), Some(&after)).await?;
            }
            let account = work.account_of(id).await?;
            let old = before.nip.as_ref().map(domain::people::Nip::as_str);
            let (Some(account), Some(new)) = (account, after.nip.as_ref()) else { return Ok(()) };
            if Some(account.login.as_str()) == old && account.login != new.as_str() {
                let renamed = Account { login: free(&work, new.as_str(), &draft).await?, ..account.clone() };
                work.save_account(&renamed, None).await?;
                work.journal("account", account.id, Some(&account.login), Some(&renamed.login)).await?;
            }
            Ok(())
        }
    })
    .await
}

async fn read(work: &Work, id: EmployeeId, draft: &EmployeeDraft) -> Result<Employee, Failure> {
    let mut errors = Vec::new();
    let name = draft.name.trim().to_owned();
    if name.is_empty() {
        errors.push(FieldError::new("name", Text::new("people-name-missing")));
    }
    let nip = match find::nip(&draft.nip, draft.employment) {
        Ok(nip) => nip,
        Err(error) => {
            errors.push(error);
            None
        }
    };
    if let Some(nip) = &nip
        && let Some(other) = work.employee_by_nip(nip.as_str()).await?.filter(|other| other.id != id)
    {
        errors.push(FieldError::new("nip", Text::new("people-nip-taken").with("name", other.name)));
    }
    fields(errors)?;
    Ok(Employee { id, nip, name, employment: draft.employment, rank: draft.rank.trim().to_owned() })
}

fn login(employee: &Employee, draft: &EmployeeDraft) -> Option<String> {
    let typed: String = draft.login.chars().filter(|c| !c.is_whitespace()).collect();
    let nip = employee.nip.as_ref().map(|nip| nip.as_str().to_owned());
    Some(typed).filter(|typed| !typed.is_empty()).or(nip)
}

/// A log-in name that nobody has, in any agency.
async fn free(work: &Work, login: &str, draft: &EmployeeDraft) -> Result<String, Failure> {
    if work.ctx.app.store.directory().find_login(login).await?.is_none() {
        return Ok(login.to_owned());
    }
    let field = if draft.login.trim().is_empty() { "nip" } else { "login" };
    Err(Refusal::field(field, Text::new("people-login-taken")).into())
}
