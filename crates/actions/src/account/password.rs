//! Hashing passwords: argon2id with the library's recommended cost, off the async threads because it is slow on purpose.

use crate::{Failure, World};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};

/// A password hash in PHC text form.
#[crate::boxed]
pub async fn hash(world: &dyn World, password: &str) -> Result<String, Failure> {
    let (secret, password) = (world.secret(), password.to_owned());
    blocking(move || {
        Argon2::default()
            .hash_password_with_salt(password.as_bytes(), &secret[..16])
            .map(|hash| hash.to_string())
            .map_err(|e| Failure::Internal(format!("argon2: {e}")))
    })
    .await?
}

/// Does the password match? A missing hash takes as long as a wrong password, so that nobody learns who has an account.
#[crate::boxed]
pub async fn matches(hash: Option<String>, password: &str) -> Result<bool, Failure> {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bGFyYXNsYXJhc2xhcmFz$2Y0oSdxMpCPZcSVeXKPPCxgJMJcGT7z1mzSYZyCzSEk";
    let password = password.to_owned();
    blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let parsed = PasswordHash::new(&hash).map_err(|e| Failure::Internal(format!("stored hash: {e}")))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await?
}

async fn blocking<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(job).await.map_err(|e| Failure::Internal(e.to_string()))
}
