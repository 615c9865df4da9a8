//! Log-ins with their roles, and sessions that can be revoked.
//!
//! Not here: hashing passwords and deciding who may log in (`actions`).

use crate::{
    Page, PageOf, Scope, StoreError, Tx,
    entity::{account, employee, login, session},
    map::{from_json, instant, json, known, maybe_instant, number},
    scope::{inserts, overwrite},
};
use chrono::{DateTime, Utc};
use domain::{
    account::Role,
    ids::{AccountId, EmployeeId},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

/// A log-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Whose.
    pub employee: EmployeeId,
    /// What is typed to log in: NIP, or a name for raters from outside. Unique among all agencies.
    pub login: String,
    /// Granted roles.
    pub roles: Vec<Role>,
    /// Closed: cannot log in.
    pub disabled: bool,
    /// The password must be changed before anything else.
    pub must_change: bool,
    /// Wrong tries since the last right one.
    pub failed: u32,
    /// When the last wrong try was.
    pub failed_at: Option<DateTime<Utc>>,
}

/// A log-in that lasts: one browser of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie, hexadecimal; the token itself is never kept.
    pub token_hash: String,
    /// Whose.
    pub account: AccountId,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, give or take a few minutes.
    pub last_seen_at: DateTime<Utc>,
    /// When it ends unless it is used.
    pub expires_at: DateTime<Utc>,
    /// When it was ended.
    pub revoked_at: Option<DateTime<Utc>>,
    /// What the browser calls itself.
    pub agent: String,
}

/// What a cookie says: the session, the log-in behind it, the person behind that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The log-in.
    pub account: AccountId,
    /// Its roles.
    pub roles: Vec<Role>,
    /// The log-in is closed.
    pub disabled: bool,
    /// The password must be changed before anything else.
    pub must_change: bool,
    /// The person.
    pub employee: EmployeeId,
    /// Their name.
    pub name: String,
    /// When the session was last used, give or take a few minutes.
    pub last_seen_at: DateTime<Utc>,
    /// When the session ends unless it is used.
    pub expires_at: DateTime<Utc>,
    /// When the session was ended.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// The columns of [`Behind`] as they are read.
type BehindRow = (Uuid, String, bool, bool, Uuid, String, DateTime<Utc>, DateTime<Utc>, Option<DateTime<Utc>>);

impl Scope {
    /// Who is behind a token, in one question: every request asks it.
    pub async fn behind(&self, token_hash: &str) -> Result<Option<Behind>, StoreError> {
        let of_session = session::Entity::belongs_to(account::Entity)
            .from((session::Column::AgencyId, session::Column::AccountId))
            .to((account::Column::AgencyId, account::Column::Id));
        let of_account = account::Entity::belongs_to(employee::Entity)
            .from((account::Column::AgencyId, account::Column::EmployeeId))
            .to((employee::Column::AgencyId, employee::Column::Id));
        let select = self
            .find::<session::Entity>()
            .filter(session::Column::TokenHash.eq(token_hash))
            .join(JoinType::InnerJoin, of_session.into())
            .join(JoinType::InnerJoin, of_account.into())
            .select_only()
            .column(account::Column::Id)
            .column(account::Column::Roles)
            .column(account::Column::Disabled)
            .column(account::Column::MustChange)
            .column_as(employee::Column::Id, "employee_id")
            .column(employee::Column::Name)
            .column(session::Column::LastSeenAt)
            .column(session::Column::ExpiresAt)
            .column(session::Column::RevokedAt);
        let Some(row) = select.into_tuple::<BehindRow>().one(&self.conn).await? else { return Ok(None) };
        let (account, codes, disabled, must_change, employee, name, last_seen_at, expires_at, revoked_at) = row;
        Ok(Some(Behind {
            account: AccountId(account),
            roles: roles(&codes)?,
            disabled,
            must_change,
            employee: EmployeeId(employee),
            name,
            last_seen_at,
            expires_at,
            revoked_at,
        }))
    }

    /// One log-in.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let row = self.one(self.find::<account::Entity>().filter(account::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// The log-in of a person.
    pub async fn account_of(&self, employee: EmployeeId) -> Result<Option<Account>, StoreError> {
        let row = self.one(self.find::<account::Entity>().filter(account::Column::EmployeeId.eq(employee.0))).await?;
        row.map(read).transpose()
    }

    /// Everybody with a role whose log-in works.
    pub async fn holders_of(&self, role: Role) -> Result<Vec<EmployeeId>, StoreError> {
        let select = self
            .find::<account::Entity>()
            .filter(account::Column::Roles.contains(role.code()))
            .filter(account::Column::Disabled.eq(false))
            .order_by_asc(account::Column::Id);
        let all = self.all(select).await?.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
        Ok(all.into_iter().filter(|one| one.roles.contains(&role)).map(|one| one.employee).collect())
    }

    /// Log-ins, by login.
    pub async fn accounts(&self, page: PageOf) -> Result<Page<Account>, StoreError> {
        self.page(self.find::<account::Entity>().order_by_asc(account::Column::Login), page).await?.try_map(read)
    }

    /// The hash of the password, if one was set.
    pub async fn password_hash(&self, id: AccountId) -> Result<Option<String>, StoreError> {
        let row = self.one(self.find::<account::Entity>().filter(account::Column::Id.eq(id.0))).await?;
        Ok(row.and_then(|row| row.password_hash))
    }

    /// The session behind a token.
    pub async fn session(&self, token_hash: &str) -> Result<Option<Session>, StoreError> {
        let row = self.one(self.find::<session::Entity>().filter(session::Column::TokenHash.eq(token_hash))).await?;
        Ok(row.map(read_session))
    }

    /// The sessions of an account, newest first.
    pub async fn sessions_of(&self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        let select = self
            .find::<session::Entity>()
            .filter(session::Column::AccountId.eq(account.0))
            .order_by_desc(session::Column::CreatedAt)
            .order_by_asc(session::Column::TokenHash);
        Ok(self.all(select).await?.into_iter().map(read_session).collect())
    }
}

impl Tx {
    /// Adds or changes a log-in. Without a hash the present password stays.
    pub async fn save_account(&self, account: &Account, hash: Option<&str>) -> Result<(), StoreError> {
        let present = self.find::<account::Entity>().filter(account::Column::Id.eq(account.id.0));
        let present = self.one(present).await?;
        let hash = hash.map(str::to_owned).or_else(|| present.as_ref().and_then(|row| row.password_hash.clone()));
        self.upsert::<account::Entity>(vec![self.row(account, hash)?]).await?;
        if present.is_none() {
            return self.insert_logins(vec![self.login_row(account)]).await;
        }
        let renamed = login::Entity::update_many()
            .col_expr(login::Column::Login, Expr::value(account.login.as_str()))
            .filter(login::Column::AgencyId.eq(self.agency_id().0))
            .filter(login::Column::AccountId.eq(account.id.0));
        self.write(&renamed.into_query()).await.map(drop)
    }

    /// Adds log-ins, each with the hash of its password if there is one.
    pub async fn insert_accounts(&self, accounts: &[(Account, Option<String>)]) -> Result<(), StoreError> {
        let rows = accounts.iter().map(|(account, hash)| self.row(account, hash.clone())).collect::<Result<_, _>>()?;
        self.insert::<account::Entity>(rows).await?;
        self.insert_logins(accounts.iter().map(|(account, _)| self.login_row(account)).collect()).await
    }

    /// Sets the password; wrong tries are forgotten.
    pub async fn set_password(&self, id: AccountId, hash: &str, must_change: bool) -> Result<(), StoreError> {
        let change = self
            .change::<account::Entity>()
            .col_expr(account::Column::PasswordHash, Expr::value(hash))
            .col_expr(account::Column::MustChange, Expr::value(must_change))
            .col_expr(account::Column::Failed, Expr::value(0))
            .filter(account::Column::Id.eq(id.0));
        found(self.write(&change.into_query()).await?)
    }

    /// Sets the granted roles.
    pub async fn set_roles(&self, id: AccountId, roles: &[Role]) -> Result<(), StoreError> {
        let change = self
            .change::<account::Entity>()
            .col_expr(account::Column::Roles, Expr::value(codes(roles)?))
            .filter(account::Column::Id.eq(id.0));
        found(self.write(&change.into_query()).await?)
    }

    /// Counts a wrong try. Not journalled.
    pub async fn note_failed(&self, id: AccountId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let change = self
            .change::<account::Entity>()
            .col_expr(account::Column::Failed, Expr::col(account::Column::Failed).add(1))
            .col_expr(account::Column::FailedAt, Expr::value(instant(at)))
            .filter(account::Column::Id.eq(id.0));
        found(self.write_exempt(&change.into_query()).await?)
    }

    /// Forgets wrong tries. Not journalled.
    pub async fn clear_failed(&self, id: AccountId) -> Result<(), StoreError> {
        let change = self
            .change::<account::Entity>()
            .col_expr(account::Column::Failed, Expr::value(0))
            .col_expr(account::Column::FailedAt, Expr::value(None::<DateTime<Utc>>))
            .filter(account::Column::Id.eq(id.0));
        found(self.write_exempt(&change.into_query()).await?)
    }

    /// Adds a session. Not journalled, nor is what follows below.
    pub async fn save_session(&self, session: &Session) -> Result<(), StoreError> {
        let row = session::Model {
            agency_id: self.agency_id().0,
            token_hash: session.token_hash.clone(),
            account_id: session.account.0,
            created_at: instant(session.created_at),
            last_seen_at: instant(session.last_seen_at),
            expires_at: instant(session.expires_at),
            revoked_at: maybe_instant(session.revoked_at),
            agent: session.agent.clone(),
        };
        for mut statement in inserts::<session::Entity>(vec![row]) {
            statement.on_conflict(overwrite::<session::Entity>(None));
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }

    /// A session was used and lasts on.
    pub async fn touch_session(
        &self,
        token_hash: &str,
        seen_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let change = self
            .change::<session::Entity>()
            .col_expr(session::Column::LastSeenAt, Expr::value(instant(seen_at)))
            .col_expr(session::Column::ExpiresAt, Expr::value(instant(expires_at)))
            .filter(session::Column::TokenHash.eq(token_hash));
        self.write_exempt(&change.into_query()).await.map(drop)
    }

    /// Ends a session; one that has ended stays as it is.
    pub async fn revoke_session(&self, token_hash: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        let change = self
            .change::<session::Entity>()
            .col_expr(session::Column::RevokedAt, Expr::value(instant(at)))
            .filter(session::Column::TokenHash.eq(token_hash))
            .filter(session::Column::RevokedAt.is_null());
        self.write_exempt(&change.into_query()).await.map(drop)
    }

    /// Ends every session of an account.
    pub async fn revoke_sessions(&self, account: AccountId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let change = self
            .change::<session::Entity>()
            .col_expr(session::Column::RevokedAt, Expr::value(instant(at)))
            .filter(session::Column::AccountId.eq(account.0))
            .filter(session::Column::RevokedAt.is_null());
        self.write_exempt(&change.into_query()).await.map(drop)
    }

    /// Forgets sessions that ended before an instant. Returns how many.
    pub async fn forget_sessions(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let over = Condition::any()
            .add(session::Column::ExpiresAt.lt(instant(before)))
            .add(session::Column::RevokedAt.lt(instant(before)));
        let delete =
            session::Entity::delete_many().filter(session::Column::AgencyId.eq(self.agency_id().0)).filter(over);
        self.write_exempt(&delete.into_query()).await
    }

    async fn insert_logins(&self, rows: Vec<login::Model>) -> Result<(), StoreError> {
        for statement in inserts::<login::Entity>(rows) {
            self.write(&statement).await?;
        }
        Ok(())
    }

    fn login_row(&self, account: &Account) -> login::Model {
        login::Model { login: account.login.clone(), agency_id: self.agency_id().0, account_id: account.id.0 }
    }

    fn row(&self, account: &Account, password_hash: Option<String>) -> Result<account::Model, StoreError> {
        Ok(account::Model {
            agency_id: self.agency_id().0,
            id: account.id.0,
            employee_id: account.employee.0,
            login: account.login.clone(),
            password_hash,
            roles: codes(&account.roles)?,
            disabled: account.disabled,
            must_change: account.must_change,
            failed: number("account.failed", account.failed)?,
            failed_at: maybe_instant(account.failed_at),
        })
    }
}

fn found(rows: u64) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::missing("account")) } else { Ok(()) }
}

fn codes(roles: &[Role]) -> Result<String, StoreError> {
    json(&roles.iter().map(|role| role.code()).collect::<Vec<_>>())
}

fn roles(codes: &str) -> Result<Vec<Role>, StoreError> {
    let codes: Vec<String> = from_json("account.roles", codes)?;
    codes.iter().map(|code| known("account.roles", code, Role::from_code)).collect()
}

fn read(row: account::Model) -> Result<Account, StoreError> {
    Ok(Account {
        id: AccountId(row.id),
        employee: EmployeeId(row.employee_id),
        login: row.login,
        roles: roles(&row.roles)?,
        disabled: row.disabled,
        must_change: row.must_change,
        failed: number("account.failed", row.failed)?,
        failed_at: row.failed_at,
    })
}

fn read_session(row: session::Model) -> Session {
    Session {
        token_hash: row.token_hash,
        account: AccountId(row.account_id),
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        expires_at: row.expires_at,
        revoked_at: row.revoked_at,
        agent: row.agent,
    }
}
