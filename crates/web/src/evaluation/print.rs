//! *Somebody prints a result*: the dokumen evaluasi kinerja (D.1.1, D.1.2 where the superior evaluated, D.1.3 after an
//! objection) with its attachments: the plan as it was set, and the hasil evaluasi. Who may not read the day's work under
//! the plan gets the document with the plan only: a sheet of realisations without the realisations would say what is not
//! so.

use crate::{
    error::WebError,
    objection::print::decided,
    session::Visit,
    site::Site,
    words::{Lang, Words},
};
use actions::{
    Ctx, Failure, Person,
    assessment::see_desk::{Desk, see_desk},
    evaluation::see::{ResultPage, see},
    feedback::see_during::Said,
    job::Press,
    plan::see as plan,
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use documents::{
    Behaviour, EvaluationDocument, EvaluationSheet, Made, Party, PlanSheet, Realisation, Remark, Route, Sheet, Signing,
    Standard, Standing, evaluation::covered,
};
use domain::{
    assessment::Subject,
    decision::{Refusal, Text},
    evidence::Item,
    feedback::during::Source,
    ids::{EvaluationId, IndicatorId},
    plan::{Line, Skp},
    time::TimeZone,
};
use futures::future::BoxFuture;
use http::{HeaderValue, header};
use std::collections::BTreeMap;

/// Everything that is printed.
struct Papers {
    document: EvaluationDocument,
    plan: PlanSheet,
    result: Option<EvaluationSheet>,
}

/// `GET /hasil/{evaluation}/cetak`
pub async fn print(visit: Visit, State(site): State<Site>, Path(id): Path<EvaluationId>) -> Result<Response, WebError> {
    let bytes = pdf(&visit.ctx, &site, id).await?;
    let kind = HeaderValue::from_static("application/pdf");
    let name = HeaderValue::from_static("inline; filename=\"dokumen-evaluasi-kinerja.pdf\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// Jobs print with the printer of the site.
impl Press for Site {
    fn print<'a>(&'a self, ctx: &'a Ctx, id: EvaluationId) -> BoxFuture<'a, Result<Vec<u8>, Failure>> {
        Box::pin(pdf(ctx, self, id))
    }

    fn says(&self, text: &Text) -> String {
        let world = &self.app().world;
        Words { lang: Lang::Id, zone: TimeZone::Wib, now: world.now() }.text(text)
    }
}

/// The document, as far as this person may read it.
async fn pdf(ctx: &Ctx, site: &Site, id: EvaluationId) -> Result<Vec<u8>, Failure> {
    let result = see(ctx, id).await?;
    if result.evaluation.predikat.is_none() {
        // The forms are the law's; a scheme's review has none.
        return Err(Refusal::NotFound("document".into()).into());
    }
    let rater = plan::see(ctx, result.skp.id).await?.rater;
    let desk = match see_desk(ctx, result.period.id, result.skp.id).await {
        Ok(desk) => Some(desk),
        Err(Failure::Refused(Refusal::Denied(_) | Refusal::NotFound(_))) => None,
        Err(other) => return Err(other),
    };
    let papers = papers(ctx, &result, &rater, desk.as_ref())?;
    let made = Made { on: ctx.agency.time_zone.date(result.evaluation.signed_at), standard: Standard::Plain };
    let site = site.clone();
    let printed = tokio::task::spawn_blocking(move || {
        let mut sheets = vec![Sheet::Document(&papers.document), Sheet::Plan(&papers.plan), Sheet::Annex(&papers.plan)];
        sheets.extend(papers.result.as_ref().map(Sheet::Result));
        site.printer().print(&sheets, made)
    });
    printed
        .await
        .map_err(|error| Failure::Internal(format!("printer: {error}")))?
        .map_err(|error| Failure::Internal(error.to_string()))
}

fn papers(ctx: &Ctx, result: &ResultPage, rater: &Person, desk: Option<&Desk>) -> Result<Papers, Failure> {
    let agency = &ctx.agency;
    let policy = ctx.policy(result.period.last_day())?;
    let (evaluation, period) = (&result.evaluation, &result.period);
    let party = |person: &Person| party(person, &agency.name);
    let on = |at| Signing { place: agency.seat.clone(), date: Some(agency.time_zone.date(at)) };
    let version = result.version.as_ref().ok_or_else(|| Refusal::NotFound("skp version".into()))?;
    // What was promised is the version that was evaluated, not the working text.
    let skp = Skp { content: version.content.clone(), ..result.skp.clone() };
    let behaviours: Vec<Behaviour> = policy
        .behaviour
        .value
        .iter()
        .map(|b| Behaviour { nilai: b.nilai, name: b.name.clone(), guidance: b.panduan.clone() })
        .collect();
    let decided = result.behind.as_ref().map(|objection| decided(ctx, objection));
    let signed = |date| Signing { place: agency.seat.clone(), date };
    let short_cycle = policy.periodic.value;
    Ok(Papers {
        document: EvaluationDocument {
            route: match (&decided, evaluation.evaluator == result.skp.rater) {
                (Some(_), _) => Route::Objection,
                (None, true) => Route::Rater,
                (None, false) => Route::Superior,
            },
            // D.1.3 shows the result that was objected to; what it became stands in section 8.
            evaluation: result.first.as_ref().unwrap_or(evaluation).clone(),
            period: period.clone(),
            short_cycle,
            dates: covered(&skp, period),
            agency: agency.name.clone(),
            employee: party(&result.owner),
            rater: party(rater),
            superior: result.superior.as_ref().map(party),
            // The rater signs D.1.3 by hand, after the decision.
            signing: if decided.is_some() { signed(None) } else { on(evaluation.signed_at) },
            received: signed(evaluation.acknowledged_at.map(|at| agency.time_zone.date(at))),
            decided,
        },
        plan: PlanSheet {
            skp: skp.clone(),
            standing: Standing::Set { version: version.number, on: agency.time_zone.date(version.set_at) },
            agency: agency.name.clone(),
            employee: party(&result.owner),
            rater: party(rater),
            behaviours: behaviours.clone(),
            signing: on(version.set_at),
        },
        result: desk.map(|desk| EvaluationSheet {
            skp,
            period: period.clone(),
            short_cycle,
            evaluation: evaluation.clone(),
            agency: agency.name.clone(),
            employee: party(&result.owner),
            evaluator: party(&result.evaluator),
            behaviours,
            realisations: realisations(desk),
            remarks: remarks(desk),
            signing: on(evaluation.signed_at),
        }),
    })
}

fn party(person: &Person, agency: &str) -> Party {
    let post = person.post.as_ref().map_or("", |post| post.title.as_str());
    let unit = person.unit.as_ref().map_or("", |unit| unit.name.as_str());
    Party::of(&person.employee, post, unit, agency)
}

/// What was reached by the end of the period, and the evidence it rests on; in words where no amount was reported.
fn realisations(desk: &Desk) -> BTreeMap<IndicatorId, Realisation> {
    let mut all = BTreeMap::new();
    for standing in &desk.standings {
        let entries: Vec<_> = desk.entries.iter().filter(|e| e.indicator == standing.indicator.id).collect();
        let names: Vec<&str> = desk
            .evidence
            .iter()
            .filter(|piece| entries.iter().any(|entry| entry.id == piece.entry))
            .map(|piece| match &piece.item {
                Item::File { name, .. } => name.as_str(),
                Item::Link { url } => url.as_str(),
            })
            .collect();
        let basis = match (standing.realised, names.is_empty()) {
            (Some(_), true) => "laporan pegawai".to_owned(),
            (Some(_), false) => names.join(", "),
            (None, _) => match &standing.last {
                Some(entry) => entry.did.clone(),
                None => continue,
            },
        };
        all.insert(standing.indicator.id, Realisation { amount: standing.realised, basis });
    }
    all
}

/// The feedback of the period and the supervisor's reasons, beside the lines they are about.
fn remarks(desk: &Desk) -> Vec<Remark> {
    let mut all: Vec<Remark> = desk.remarks.iter().map(heard).collect();
    all.extend(reasons(desk));
    all
}

/// Source first, as the forms have it: `Rekan kerja setingkat (nama): …`.
fn heard(said: &Said) -> Remark {
    let source = match said.remark.source {
        Source::Pimpinan | Source::PimpinanLain => "Pimpinan",
        Source::Setingkat => "Rekan kerja setingkat",
        Source::Bawahan => "Pegawai di bawahnya",
        Source::Lainnya => "Stakeholder terkait",
    };
    let words = [said.remark.good.as_str(), said.remark.improve.as_str()];
    let text = words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    Remark { on: said.remark.on, source: format!("{source} ({})", said.giver), text }
}

fn reasons(desk: &Desk) -> Vec<Remark> {
    let answers = desk.supervisor.iter().flat_map(|assessment| &assessment.answers);
    answers
        .filter_map(|answer| {
            let on = match answer.subject {
                Subject::Rhk(id) => Line::Rhk(id),
                Subject::Nilai(nilai) => Line::Nilai(nilai),
                Subject::HasilKerja | Subject::PerilakuKerja => return None,
            };
            Some(Remark { on, source: "Pimpinan".into(), text: answer.reason.clone() })
        })
        .collect()
}
