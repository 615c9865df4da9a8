//! What there is to talk about with an employee: what was agreed and is not done, what is late or at risk, obstacles without
//! an answer, open notes, the latest feedback. Each with where it can be read.

use crate::{Ctx, Failure, feed::realise::counted, progress::see::standings};
use domain::{
    decision::Text,
    dialogue::{Dialogue, State, Topic},
    feedback::during::Remark,
    ids::{DialogueId, EmployeeId},
    progress::track::Track,
};
use store::Scope;

/// A topic that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Stays the same from the form to its answer: `indicator.<id>`.
    pub key: String,
    /// The topic.
    pub topic: Topic,
}

impl Point {
    fn new(kind: &str, id: impl ToString, says: Text, link: String) -> Self {
        Self { key: format!("{kind}.{}", id.to_string()), topic: Topic { says, link } }
    }
}

/// Most remarks brought up again (certainty: assumption).
const REMARKS: usize = 3;

/// Everything there is, most binding first. Whoever opens a talk may read all of it.
pub(super) async fn points(scope: &Scope, ctx: &Ctx, employee: EmployeeId) -> Result<Vec<Point>, Failure> {
    let talks: Vec<Dialogue> = open_to_all(scope.dialogues_about(&[employee]).await?);
    let ids: Vec<DialogueId> = talks.iter().map(|talk| talk.id).collect();
    let mut points: Vec<Point> = scope
        .followups_of(&ids)
        .await?
        .into_iter()
        .filter(|agreed| agreed.done_on.is_none())
        .map(|agreed| {
            let says = Text::new("dialogue-topic-followup").with("what", agreed.what.as_str()).with("due", agreed.due);
            Point::new("followup", agreed.id, says, format!("/dialog/{}#tindak-lanjut", agreed.dialogue))
        })
        .collect();
    if let Some(skp) = scope.skp_in_force(employee, ctx.today()).await? {
        let (entries, steps, replies) =
            (scope.entries(skp.id).await?, scope.steps(skp.id).await?, scope.replies(skp.id).await?);
        let entries = counted(scope, &[&skp], entries, ctx.today()).await?;
        let place = |id| format!("/skp/{}/indikator/{id}", skp.id);
        for standing in standings(&skp, &entries, &steps, &replies, ctx.today()) {
            let says = match standing.track.value {
                Track::Late => Text::new("dialogue-topic-late").with("what", standing.indicator.text.as_str()),
                Track::AtRisk => Text::new("dialogue-topic-at-risk").with("what", standing.indicator.text.as_str()),
                _ => continue,
            };
            points.push(Point::new("indicator", standing.indicator.id, says, place(standing.indicator.id)));
        }
        for entry in scope.open_obstacles(&[skp.id]).await? {
            let what = if entry.obstacle.is_empty() { &entry.help } else { &entry.obstacle };
            let says = Text::new("dialogue-topic-obstacle").with("what", what.as_str());
            let link = format!("{}#catatan-{}", place(entry.indicator), entry.id);
            points.push(Point::new("obstacle", entry.id, says, link));
        }
        for note in scope.notes(skp.id).await?.into_iter().filter(|note| note.resolved_at.is_none()) {
            let says = Text::new("dialogue-topic-note").with("what", note.text.as_str());
            points.push(Point::new("note", note.id, says, format!("/skp/{}#catatan-{}", skp.id, note.id)));
        }
    }
    let since = talks.iter().filter(|talk| talk.held_on.is_some()).map(|talk| talk.opened_at).max();
    let news = |remark: &Remark| !remark.improve.is_empty() && since.is_none_or(|since| remark.at > since);
    for remark in scope.remarks_about(employee).await?.into_iter().filter(news).take(REMARKS) {
        let says = Text::new("dialogue-topic-remark").with("what", remark.improve.as_str());
        points.push(Point::new(
            "remark",
            remark.id,
            says,
            format!("/umpan-balik/tentang/{employee}#umpan-{}", remark.id),
        ));
    }
    if let Some(result) = scope.evaluations_of(employee).await?.into_iter().max_by_key(|result| result.signed_at)
        && let Some(feedback) = scope.feedback_of(result.id).await?
    {
        let says = Text::new("dialogue-topic-feedback").with("what", feedback.words.improve.as_str());
        points.push(Point::new("feedback", feedback.id, says, format!("/hasil/{}#umpan-balik", result.id)));
    }
    Ok(points)
}

/// Talks whose words are nobody's secret: konseling never turns up on the agenda of another talk.
fn open_to_all(talks: Vec<Dialogue>) -> Vec<Dialogue> {
    talks.into_iter().filter(|talk| !talk.kind.confidential() && talk.state() != State::Dibatalkan).collect()
}
