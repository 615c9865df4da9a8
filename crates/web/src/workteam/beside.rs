//! The teams of the year as a block beside an assessment and a result: the share, what the team was found to have achieved, what
//! its leader said. Shown, never counted.

use super::sample;
use crate::{preview::Gallery, words::Words};
use actions::{
    home::tasks::period_name,
    workteam::beside::{Team, Teams as Found},
};
use domain::{
    decision::{Certainty, Citation, Text},
    evaluation::Predikat,
    feedback::during::Remark,
    ids::WorkteamId,
    workteam::Part,
};

/// The block; without teams there is none.
pub struct Teams {
    /// Team by team.
    pub rows: Vec<Row>,
    /// Where the agency's scheme asks that results of teams be kept beside those of people.
    pub asks: Option<String>,
}

/// One team.
pub struct Row {
    /// Where it is.
    pub link: String,
    /// Its name.
    pub name: String,
    /// As what the employee works in it.
    pub part: Part,
    /// Their share in percent.
    pub share: Option<u32>,
    /// Their work in words.
    pub work: String,
    /// Who leads it, where it is somebody else.
    pub leader: Option<String>,
    /// What it was found to have achieved, and in which period.
    pub achieved: Option<(Predikat, Text)>,
    /// What its leader said.
    pub said: Vec<Remark>,
}

impl Teams {
    /// As the page shows it.
    pub fn of(words: &Words, found: Found) -> Self {
        Self { asks: found.asks.map(|cite| words.cite(&cite)), rows: found.teams.into_iter().map(row).collect() }
    }

    /// The block of the samples.
    pub fn sample(gallery: &Gallery) -> Self {
        let remark = sample::remark(gallery);
        let row = Row {
            link: format!("/tim-kerja/{}", WorkteamId(uuid::Uuid::nil())),
            name: sample::NAME.into(),
            part: Part::Anggota,
            share: Some(30),
            work: "Menyusun jawaban dan arsipnya".into(),
            leader: Some(sample::LEADER.into()),
            achieved: Some((Predikat::Baik, period_name(domain::evaluation::Rhythm::Triwulanan, 1, 2026))),
            said: vec![remark],
        };
        let cite = Citation {
            policy: "bengkulu".into(),
            article: "Tujuan Sistem Penilaian Kinerja (R4)".into(),
            certainty: Certainty::Secondary,
        };
        let page = gallery.page("workteam-beside");
        Self { rows: vec![row], asks: Some(page.cite(&cite)) }
    }
}

fn row(found: Team) -> Row {
    Row {
        link: format!("/tim-kerja/{}", found.team.id),
        name: found.team.name,
        part: found.member.part,
        share: found.member.share,
        work: found.member.work,
        leader: found.leader,
        achieved: found
            .rating
            .map(|(rating, period)| (rating.predikat, period_name(period.rhythm, period.number, period.year))),
        said: found.said,
    }
}
