//! *Somebody takes an intended result out*, or moves it up or down among those of the same priority.

use super::set::said;
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::{
    see,
    write::{move_result, remove_result},
};
use axum::{extract::Path, response::Response};
use domain::{
    ids::{RhkId, SkpId},
    plan::Content,
};

/// `POST /skp/{id}/hasil/{rhk}/hapus`
pub async fn remove(visit: Visit, Path((id, rhk)): Path<(SkpId, RhkId)>, form: Form) -> Result<Response, WebError> {
    let outcome = remove_result(&visit.ctx, id, revision(&form), rhk).await;
    Ok(match said(&visit, id, outcome)? {
        Ok(()) => {
            visit.drop_draft(&format!("skp.{id}.hasil.{rhk}")).await;
            visit.done(&format!("/skp/{id}"), "plan-result-removed")
        }
        Err(response) => response,
    })
}

/// `POST /skp/{id}/hasil/{rhk}/naik`
pub async fn up(visit: Visit, Path((id, rhk)): Path<(SkpId, RhkId)>, form: Form) -> Result<Response, WebError> {
    shift(&visit, id, rhk, &form, true).await
}

/// `POST /skp/{id}/hasil/{rhk}/turun`
pub async fn down(visit: Visit, Path((id, rhk)): Path<(SkpId, RhkId)>, form: Form) -> Result<Response, WebError> {
    shift(&visit, id, rhk, &form, false).await
}

async fn shift(visit: &Visit, id: SkpId, rhk: RhkId, form: &Form, up: bool) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let here = format!("/skp/{id}#hasil.{rhk}");
    let by = steps(&plan.skp.content, rhk, up);
    if by == 0 {
        return Ok(visit.to(&here));
    }
    let outcome = move_result(&visit.ctx, id, revision(form), rhk, by).await;
    Ok(match said(visit, id, outcome)? {
        Ok(()) => visit.done(&here, "plan-result-moved"),
        Err(response) => response,
    })
}

fn revision(form: &Form) -> i64 {
    form.value("revision").parse().unwrap_or(-1)
}

/// How far the neighbour of the same priority stands: the form shows utama before tambahan, however they were written.
fn steps(content: &Content, rhk: RhkId, up: bool) -> isize {
    let Some(at) = content.results.iter().position(|result| result.id == rhk) else { return 0 };
    let alike = |to: &usize| content.results[*to].kind == content.results[at].kind;
    let neighbour = if up { (0..at).rev().find(alike) } else { (at + 1..content.results.len()).find(alike) };
    neighbour.map_or(0, |to| to as isize - at as isize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::plan::{Rhk, RhkKind};
    use uuid::Uuid;

    #[test]
    fn the_neighbour_is_one_of_the_same_priority() {
        use RhkKind::{Tambahan, Utama};
        let results = [Utama, Tambahan, Utama, Tambahan].into_iter().enumerate().map(|(n, kind)| Rhk {
            id: RhkId(Uuid::from_u128(n as u128)),
            kind,
            text: String::new(),
            assigned_by: String::new(),
            supports: None,
            supports_text: String::new(),
            indicators: Vec::new(),
        });
        let content = Content { results: results.collect(), ..Content::default() };
        let by = |n: u128, up| steps(&content, RhkId(Uuid::from_u128(n)), up);
        assert_eq!((by(0, true), by(0, false), by(2, true), by(2, false)), (0, 2, -2, 0));
        assert_eq!((by(1, false), by(3, true), by(9, true)), (2, -2, 0));
    }
}
