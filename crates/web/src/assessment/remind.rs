//! *A supervisor reminds an employee* of the self-assessment that comes first.

use crate::{error::WebError, session::Visit};
use actions::assessment::remind::remind as act;
use axum::{extract::Path, response::Response};
use domain::ids::{PeriodId, SkpId};

/// `POST /penilaian/{period}/{skp}/ingatkan`
pub async fn remind(visit: Visit, Path((period, skp)): Path<(PeriodId, SkpId)>) -> Result<Response, WebError> {
    act(&visit.ctx, period, skp).await?;
    Ok(visit.done(&format!("/penilaian/{period}/{skp}"), "assessment-reminded"))
}
