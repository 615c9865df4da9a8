//! *Raters are drawn by lot*, where the scheme says so: from the people who work beside the employee, or whom the employee
//! leads, and who may rate. Nobody chooses, and nobody could know before.

use super::{
    load::{Case, case_to_write},
    nominate::{save, ties},
};
use crate::{Ctx, Failure, certification::trained::holders};
use domain::{
    ids::{EmployeeId, PeriodId, SkpId},
    permissions::Action,
    scheme::{
        Role,
        nomination::{State, draw as by_lot},
        rater::may_rate,
    },
};
use sha2::{Digest, Sha256};
use store::Scope;

/// Draws; returns how many.
#[crate::boxed]
pub async fn draw(ctx: &Ctx, period: PeriodId, skp: SkpId, role: Role) -> Result<u32, Failure> {
    ctx.act(Action::SchemeDecide, move |work| async move {
        let case = case_to_write(&work, period, skp, Action::SchemeDecide).await?;
        if let Some(still) = case.still() {
            return Err(still.into());
        }
        let holders = holders(&work, &work.ctx, &case.scheme).await?;
        let mut able = Vec::new();
        for id in pool(&work, &work.ctx, &case, role).await? {
            if may_rate(&case.scheme, role, ties(&work, &work.ctx, &case, id, holders.as_ref()).await?).is_ok() {
                able.push(id);
            }
        }
        let secret = work.ctx.app.world.secret();
        let lot = |id: EmployeeId| {
            let digest = Sha256::new().chain_update(secret).chain_update(id.0.as_bytes()).finalize();
            <[u8; 32]>::from(digest)
        };
        let drawn = by_lot(&case.scheme, &case.nominations, role, &able, lot)?;
        for id in &drawn {
            save(&work, &case, *id, role, State::Agreed).await?;
        }
        Ok(drawn.len() as u32)
    })
    .await
}

/// From whom is drawn: whom the employee leads; else those with the same rater and those of the same unit.
async fn pool(scope: &Scope, ctx: &Ctx, case: &Case, role: Role) -> Result<Vec<EmployeeId>, Failure> {
    let today = ctx.today();
    let led = |leader| scope.team_on(leader, today);
    if role == Role::Bawahan {
        return Ok(led(case.skp.employee).await?.into_iter().map(|line| line.employee).collect());
    }
    let mut all: Vec<EmployeeId> = led(case.skp.rater).await?.into_iter().map(|line| line.employee).collect();
    all.extend(scope.people_in(&[case.skp.unit], today).await?.into_iter().map(|person| person.employee.id));
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
