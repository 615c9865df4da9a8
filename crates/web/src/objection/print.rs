//! *Somebody prints an objection*: the list of its papers; and sections 6 to 8 of form D.1.3, which is printed with the
//! result that took the place of the first. Both are Indonesian, like every form.

use super::see::{named, what};
use crate::{
    error::WebError,
    evaluation::why::Step,
    session::Visit,
    site::Site,
    words::{Lang, Words},
};
use actions::{
    Ctx,
    objection::see::{ObjectionPage, see},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use documents::{Decided, Dossier, DossierPart, Made, Sheet, Signing, Standard};
use domain::{
    decision::Text,
    evidence::Item,
    ids::ObjectionId,
    objection::{Objection, Outcome, Statement, line},
};
use http::{HeaderValue, header};

fn indonesian(ctx: &Ctx) -> Words {
    Words { lang: Lang::Id, zone: ctx.agency.time_zone, now: ctx.at }
}

/// What form D.1.3 says of a decided objection.
pub(crate) fn decided(ctx: &Ctx, objection: &Objection) -> Decided {
    let words = indonesian(ctx);
    let agency = &ctx.agency;
    let ruling = objection.ruling.as_ref();
    let mut decision = Vec::new();
    if let Some(ruling) = ruling {
        decision.push(words.text(&ruling.because.says));
        if let Outcome::Mengubah { hasil, perilaku } = ruling.outcome {
            let became = words
                .say("objection-became")
                .with("predikat", ruling.predikat.label())
                .with("hasil", hasil.label())
                .with("perilaku", perilaku.label());
            decision.push(became.to_string());
        }
        decision.push(ruling.reasons.clone());
        if !ruling.recommendation.is_empty() {
            decision.push(ruling.recommendation.clone());
        }
    }
    let said = |said: &Option<Statement>| said.as_ref().map(|said| said.words.clone());
    Decided {
        objection: objection.grounds.reasons.clone(),
        explanation: said(&objection.rater).unwrap_or_else(|| words.t("objection-rater-silent")),
        decision: decision.join("\n"),
        signing: Signing { place: agency.seat.clone(), date: ruling.map(|ruling| agency.time_zone.date(ruling.at)) },
    }
}

/// `GET /keberatan/{objection}/cetak`
pub async fn print(visit: Visit, State(site): State<Site>, Path(id): Path<ObjectionId>) -> Result<Response, WebError> {
    let dossier = dossier(&visit.ctx, &see(&visit.ctx, id).await?);
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    let printed = tokio::task::spawn_blocking(move || site.printer().print(&[Sheet::Dossier(&dossier)], made));
    let bytes = printed
        .await
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let kind = HeaderValue::from_static("application/pdf");
    let name = HeaderValue::from_static("inline; filename=\"berkas-keberatan.pdf\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// Every paper of it, in the order in which it came about.
fn dossier(ctx: &Ctx, found: &ObjectionPage) -> Dossier {
    let words = indonesian(ctx);
    let (objection, evaluation) = (&found.objection, &found.case.evaluation);
    let title = |key: &str| words.t(key);
    let row = |key: &str, value: String| (words.t(key), value);
    let predikat = evaluation.predikat.map(|predikat| words.text(predikat.label())).unwrap_or_default();
    let result = DossierPart {
        title: title("objection-result"),
        rows: vec![
            row("evaluation-predikat", predikat),
            row("assessment-hasil", words.text(evaluation.hasil.label())),
            row("assessment-perilaku", words.text(evaluation.perilaku.label())),
            row("evaluation-evaluator", found.rater.employee.name.clone()),
            row("evaluation-signed-at", words.at(evaluation.signed_at)),
            row("objection-superior", found.superior.employee.name.clone()),
        ],
        lines: tree(&Step::of(&words, &evaluation.because)),
    };
    let plain = |lines: Vec<String>| lines.into_iter().map(|line| (0, line)).collect::<Vec<_>>();
    let contests = objection.grounds.contests.iter();
    let contests = contests
        .map(|subject| words.text(Text::new("objection-line").with("line", line(*subject, &found.version.content))));
    let mut reasons = vec![objection.grounds.reasons.clone()];
    if !objection.grounds.late_because.is_empty() {
        let told = words.say("objection-late-told").with("reason", objection.grounds.late_because.as_str());
        reasons.push(told.to_string());
    }
    let grounds = DossierPart {
        title: title("objection-grounds"),
        rows: vec![
            row("objection-duty-file", words.at(objection.filed_at)),
            row("objection-contests", contests.collect::<Vec<_>>().join("; ")),
        ],
        lines: plain(reasons),
    };
    let word = |key: &str, name: &str, said: &Option<Statement>| {
        let says = said.as_ref().map_or_else(
            || words.say("objection-silent").with("name", name).to_string(),
            |said| format!("{} ({})", said.words, words.at(said.at)),
        );
        (words.say(key).with("name", name).to_string(), says)
    };
    let statements = DossierPart {
        title: title("objection-statements"),
        rows: vec![
            word("objection-by-rater", &found.rater.employee.name, &objection.rater),
            word("objection-by-employee", &found.owner.employee.name, &objection.employee),
        ],
        lines: Vec::new(),
    };
    let chosen = found.evidence.iter().map(|piece| paper(&piece.item));
    let papers: Vec<String> = chosen.chain(objection.grounds.attached.iter().map(paper)).collect();
    let evidence = DossierPart {
        title: title("objection-evidence"),
        rows: Vec::new(),
        lines: plain(if papers.is_empty() { vec![words.t("objection-no-evidence")] } else { papers }),
    };
    let days = DossierPart {
        title: title("objection-days"),
        rows: found
            .limits
            .iter()
            .map(|limit| {
                let by = limit.by.map(|by| words.date(by)).unwrap_or_default();
                let done = limit.done.map(|done| words.say("evaluation-due-done").with("date", done).to_string());
                (words.t(what(limit.duty)), [Some(by), done].into_iter().flatten().collect::<Vec<_>>().join("; "))
            })
            .collect(),
        lines: Vec::new(),
    };
    let standing = DossierPart {
        title: title("objection-ruling"),
        rows: Vec::new(),
        lines: tree(&Step::of(&words, &found.standing.because)),
    };
    Dossier {
        agency: ctx.agency.name.clone(),
        about: documents::period_name(&found.case.period),
        owner: found.owner.employee.name.clone(),
        parts: vec![result, grounds, statements, evidence, days, standing],
    }
}

/// A piece of evidence with what makes it that piece: the beginning of its hash.
fn paper(item: &Item) -> String {
    match item {
        Item::File { sha256, .. } => format!("{} (SHA-256 {sha256})", named(item)),
        Item::Link { .. } => named(item),
    }
}

/// A tree of reasons as lines.
fn tree(step: &Step) -> Vec<(usize, String)> {
    fn walk(step: &Step, depth: usize, out: &mut Vec<(usize, String)>) {
        let cite = step.cite.as_ref().map(|cite| format!(" [{cite}]")).unwrap_or_default();
        out.push((depth, format!("{}{cite}", step.says)));
        for below in &step.steps {
            walk(below, depth + 1, out);
        }
    }
    let mut out = Vec::new();
    walk(step, 0, &mut out);
    out
}
