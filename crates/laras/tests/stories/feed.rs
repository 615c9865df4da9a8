//! Stories of sources of measured data (R2, R6, R7, R22, R23): rows come in from files, the counter and other systems, are
//! corrected by name, and measure plans and schemes. On SQLite and on PostgreSQL.

mod coming_in;
mod large;
mod measuring;
mod pushing;
mod watching;

use actions::feed::{
    import::{Taken, import},
    write_source::{SourceDraft, write},
};
use domain::{feed::Kind, ids::FeedId};
use testkit::Stage;

/// A source that the unit IKP keeps.
async fn source(stage: &Stage, kind: Kind, code: &str) -> FeedId {
    let draft = SourceDraft {
        kind,
        unit: stage.unit("IKP"),
        code: code.to_owned(),
        name: format!("Sumber {code}"),
        rhythm: 7,
        answer_days: 10,
        retired: false,
    };
    write(&stage.as_("wiryo"), None, draft).await.expect("a source")
}

/// A file brought in by somebody.
async fn file(stage: &Stage, key: &str, id: FeedId, text: &str) -> Taken {
    import(&stage.as_(key), id, text.as_bytes().to_vec(), false).await.expect("a file")
}
