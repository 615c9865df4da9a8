//! `laras agency`: the first thing in an empty database. Also: as whom a command of this program acts.

use crate::{
    config::{Acting, AgencyAdd, AgencyCommand, Place},
    failure::Stop,
    house,
};
use actions::{App, Ctx, Failure, account::password};
use domain::{
    account::{Actor, Role, password::check},
    ids::{AccountId, AgencyId, EmployeeId, JournalId},
    journal,
    people::{Agency, Employee, Employment},
    time::TimeZone,
};
use std::{process::ExitCode, sync::Arc};
use store::{Account, PageOf};

/// Makes one, or lists them.
pub async fn run(command: &AgencyCommand) -> Result<ExitCode, Stop> {
    match command {
        AgencyCommand::Add(add) => make(add).await?,
        AgencyCommand::List(place) => list(place).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(place: &Place) -> Result<(), Stop> {
    let store = house::open(place).await?;
    house::up_to_date(&store).await?;
    for agency in store.directory().agencies().await? {
        println!("{}  {}  {}  {}", agency.id, agency.time_zone.code(), agency.scheme, agency.name);
    }
    store.close().await?;
    Ok(())
}

async fn make(add: &AgencyAdd) -> Result<(), Stop> {
    let store = house::open(&add.place).await?;
    store.migrate().await?;
    let app = house::furnish(store, &add.place.files)?;
    let zone = TimeZone::from_code(&add.zone).ok_or_else(|| Stop::new(format!("no time zone {}", add.zone)))?;
    let known = app.store.directory().agencies().await?;
    if known.iter().any(|agency| agency.name == add.name) {
        return Err(Stop::new(format!("there is an agency called {} already", add.name)));
    }
    if app.store.directory().find_login(&add.login).await?.is_some() {
        return Err(Stop::new(format!("the log-in {} is taken", add.login)).advise("Choose another with --login."));
    }
    let agency = Agency {
        id: AgencyId(app.world.id()),
        name: add.name.clone(),
        time_zone: zone,
        scheme: add.scheme.clone(),
        seat: add.seat.clone(),
    };
    app.policies.in_force(&agency.scheme, zone.date(app.world.now())).map_err(|_| {
        let schemes: Vec<String> = app.policies.schemes().into_iter().map(|(code, _)| code).collect();
        Stop::new(format!("no rules in force for the scheme `{}`", add.scheme))
            .advise(format!("There are: {}.", schemes.join(", ")))
    })?;
    let secret = first_password(&app, &add.login)?;
    let hash = password::hash(app.world.as_ref(), &secret).await?;
    app.store.directory().create_agency(agency.clone()).await?;
    first_person(&app, &agency, add, hash).await?;
    println!("Made: {} ({}, {}).", agency.name, agency.time_zone.code(), agency.scheme);
    println!("Log-in: {}\nPassword, to be changed at the first log-in: {secret}", add.login);
    app.store.close().await?;
    Ok(())
}

/// Somebody who may import people and manage log-ins; not a civil servant, so not rated.
async fn first_person(app: &App, agency: &Agency, add: &AgencyAdd, hash: String) -> Result<(), Failure> {
    let employee = Employee {
        id: EmployeeId(app.world.id()),
        nip: None,
        name: add.person.clone(),
        employment: Employment::NonAsn,
        rank: "-".to_owned(),
    };
    let account = Account {
        id: AccountId(app.world.id()),
        employee: employee.id,
        login: add.login.clone(),
        roles: vec![Role::PersonnelOffice, Role::AgencyAdmin],
        disabled: false,
        must_change: true,
        failed: 0,
        failed_at: None,
    };
    let entry = journal::Entry {
        id: JournalId(app.world.id()),
        at: app.world.now(),
        by: None,
        action: "agency.add".to_owned(),
        subject: "agency".to_owned(),
        subject_id: agency.id.to_string(),
        before: None,
        after: Some(serde_json::to_string(agency)?),
    };
    app.store
        .act(agency.id, None, move |tx| {
            let (employee, account, hash, entry) = (employee.clone(), account.clone(), hash.clone(), entry.clone());
            async move {
                tx.save_employee(&employee).await?;
                tx.save_account(&account, Some(&hash)).await?;
                tx.journal(&entry).await?;
                Ok::<_, Failure>(())
            }
        })
        .await
}

/// Twenty letters and digits that are not easily confused.
fn first_password(app: &App, login: &str) -> Result<String, Stop> {
    const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    for _ in 0..10 {
        let bytes = app.world.secret();
        let drawn: String =
            bytes[..20].iter().map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()])).collect();
        let password: Vec<String> =
            drawn.as_bytes().chunks(5).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
        let password = password.join("-");
        if check(&password, login).is_ok() {
            return Ok(password);
        }
    }
    Err(Stop::new("no password could be made for this log-in"))
}

/// Somebody of the personnel office of an agency, acting through this program.
pub async fn acting(app: &App, acting: &Acting) -> Result<Ctx, Stop> {
    let directory = app.store.directory();
    let agencies = directory.agencies().await?;
    let named = |agency: &&Agency| {
        acting.agency.as_ref().is_none_or(|name| *name == agency.name || *name == agency.id.to_string())
    };
    let mut fitting = agencies.iter().filter(named);
    let agency = match (fitting.next(), fitting.next()) {
        (Some(only), None) => only.clone(),
        (Some(_), Some(_)) => {
            return Err(Stop::new("there are several agencies")
                .advise("Say which with --agency; `laras agency list` names them."));
        }
        (None, _) => return Err(Stop::new("there is no such agency").advise("`laras agency add` makes one.")),
    };
    let scope = app.store.scope(agency.id);
    let accounts = scope.accounts(PageOf { page: 1, per_page: 500 }).await?.rows;
    let account = match &acting.login {
        Some(login) => match directory.find_login(login).await? {
            Some((at, id)) if at == agency.id => scope.account(id).await?,
            _ => None,
        },
        None => {
            accounts.into_iter().find(|account| !account.disabled && account.roles.contains(&Role::PersonnelOffice))
        }
    };
    let account = account.ok_or_else(|| {
        Stop::new(format!("nobody to act as in {}", agency.name))
            .advise("Name a log-in of the personnel office with --as.")
    })?;
    let employee = scope.employee(account.employee).await?.ok_or_else(|| Stop::new("a log-in without a person"))?;
    let actor = Actor {
        agency: agency.id,
        account: account.id,
        employee: employee.id,
        name: employee.name,
        roles: account.roles,
    };
    Ok(Ctx { app: app.clone(), at: app.world.now(), agency: Arc::new(agency), actor: Arc::new(actor), once: None })
}
