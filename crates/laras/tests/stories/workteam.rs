//! R4, R9, R13: teams across units, through pages and forms, on SQLite and on PostgreSQL: who agrees, what is delivered, what it
//! achieved, and where its members and their raters read it.

mod achieving;
mod joining;
mod reading;

use actions::workteam::{
    member::{Proposal, decide, propose},
    result::{Draft as Result_, write},
    write::{Draft, create},
};
use domain::{
    amount::Amount,
    ids::{WorkteamId, WorkteamResultId},
    plan::Target,
    workteam::Part,
};
use testkit::{Site, Stage};

const NAME: &str = "Tim layanan informasi terpadu";
const REASON: &str = "Sedang memegang dua tugas khusus sampai Juni.";

/// A team of the Dinas: Tono leads it, Ratna of another unit works in it with 40 percent; both raters have agreed.
async fn team(stage: &Stage) -> WorkteamId {
    let draft = Draft {
        name: NAME.into(),
        purpose: "Satu pintu bagi warga yang meminta informasi.".into(),
        unit: Some(stage.unit("DINAS")),
        from: stage.as_("dedi").today(),
        until: "2026-11-30".parse().ok(),
        leader: "Tono".into(),
    };
    let team = create(&stage.as_("dedi"), draft).await.expect("a team");
    agreed(stage, team, "tono").await;
    let proposal = Proposal {
        member: "Ratna".into(),
        part: Part::Anggota,
        work: "Menyusun jawaban".into(),
        share: Some(40),
        from: stage.as_("dedi").today(),
        until: "2026-11-30".parse().ok(),
    };
    propose(&stage.as_("dedi"), team, proposal).await.expect("a proposal");
    agreed(stage, team, "ratna").await;
    team
}

/// The rater of somebody says yes, where they are still asked.
async fn agreed(stage: &Stage, team: WorkteamId, key: &str) {
    let members = stage.as_(key).read().workteam_members(&[team]).await.expect("the database");
    let asked = members.iter().find(|one| one.employee == stage.employee(key) && one.waits()).expect("a proposal");
    let rater = stage.as_(stage.rater(key));
    decide(&rater, team, asked.id, true, String::new()).await.expect("a word");
}

/// Something the team is to deliver.
async fn result(stage: &Stage, team: WorkteamId) -> WorkteamResultId {
    let target = Target { amount: Some(Amount::whole(240)), unit: "permohonan".into(), ..Target::default() };
    let due = "2026-11-30".parse().expect("a day");
    let draft = Result_ { text: "Permohonan terjawab dalam tiga hari".into(), target, due, carriers: Vec::new() };
    write(&stage.as_("tono"), team, None, draft).await.expect("a result")
}
