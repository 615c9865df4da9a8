//! Round trips of teams across units and of all that belongs to them.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, id, since},
};
use domain::{
    amount::Amount,
    decision::{Reason, Text},
    evaluation::{Capaian, Predikat},
    ids::{EmployeeId, PeriodId, UnitId},
    plan::{Direction, Tally, Target},
    time::DateRange,
    workteam::{Member, Part, Rated, TeamEntry, TeamRating, TeamResult, Word, Workteam},
};
use std::sync::Arc;
use store::{StoreError, Tx};

/// A team with a leader, somebody who waits for a word, a result with a report and its correction, and a rating.
pub struct Together {
    pub team: Workteam,
    pub members: Vec<Member>,
    pub result: TeamResult,
    pub entries: Vec<TeamEntry>,
    pub rating: TeamRating,
}

impl Together {
    /// Of three people, in a unit and a period.
    pub fn new(unit: UnitId, period: PeriodId, [member, leader, superior]: [EmployeeId; 3]) -> Self {
        let team = Workteam {
            id: id(),
            name: "Tim layanan terpadu".to_owned(),
            purpose: "Satu pintu untuk permohonan".to_owned(),
            unit: Some(unit),
            dates: DateRange { from: day(2, 1), until: Some(day(11, 30)) },
            by: superior,
            at: at(70),
            ended_on: None,
            revision: 1,
        };
        let part = |employee, part, share, rater, word| Member {
            id: id(),
            team: team.id,
            employee,
            part,
            work: "Menyusun naskah".to_owned(),
            share,
            dates: since(2, 1),
            by: superior,
            at: at(71),
            rater,
            superior: None,
            word,
            ended_on: None,
        };
        let word = Word { by: superior, at: at(72), agreed: true, reason: "Baik".to_owned() };
        let members = vec![
            part(leader, Part::Ketua, Some(60), Some(superior), Some(word)),
            Member { superior: Some(superior), ..part(member, Part::Anggota, None, Some(leader), None) },
        ];
        let target = Target {
            amount: Some(Amount(125_000)),
            unit: "permohonan".to_owned(),
            tally: Tally::Latest,
            direction: Direction::LowerIsBetter,
            ..Target::default()
        };
        let result = TeamResult {
            id: id(),
            team: team.id,
            text: "Permohonan dijawab".to_owned(),
            target,
            due: day(11, 30),
            carriers: vec![leader],
            by: leader,
            at: at(73),
            dropped_on: None,
        };
        let first = TeamEntry {
            id: id(),
            result: result.id,
            on: day(3, 1),
            amount: Some(Amount(20_000)),
            did: "Menjawab".to_owned(),
            proof: "Surat 12/2026".to_owned(),
            corrects: None,
            by: leader,
            at: at(74),
        };
        let second = TeamEntry { id: id(), amount: None, corrects: Some(first.id), at: at(75), ..first.clone() };
        let reason = "Sesuai laporan bulan Juni.".to_owned();
        let rated = Rated { result: result.id, text: result.text.clone(), capaian: Capaian::Baik, reason, share: None };
        let because = Reason::new(Text::new("workteam-predikat").with("n", 1_i64));
        let rating = TeamRating {
            id: id(),
            team: team.id,
            period,
            rated: vec![rated],
            predikat: Predikat::Baik,
            because,
            by: superior,
            at: at(76),
        };
        Self { team, members, result, entries: vec![first, second], rating }
    }

    /// Puts it into the database.
    pub async fn write(&self, tx: &Tx) -> Result<(), StoreError> {
        tx.save_workteam(&self.team).await?;
        for member in &self.members {
            tx.save_workteam_member(member).await?;
        }
        tx.save_workteam_result(&self.result).await?;
        for entry in &self.entries {
            tx.insert_workteam_entry(entry).await?;
        }
        tx.insert_workteam_rating(&self.rating).await
    }
}

#[tokio::test]
async fn teams_come_back_as_they_were() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let (scope, given) = (store.scope(all.agency.id), &all.together);
        let [member, leader, superior] = [0, 1, 2].map(|n| all.employees[n].id);
        let team = [given.team.clone()];
        assert_eq!(scope.workteam(given.team.id).await.unwrap().as_ref(), Some(&given.team));
        assert_eq!(scope.workteams().await.unwrap(), team);
        assert_eq!(scope.workteams_among(&[given.team.id]).await.unwrap(), team);
        assert_eq!(scope.workteams_of_units(&[all.units[1].id]).await.unwrap(), team);
        assert_eq!(scope.workteams_of_units(&[all.units[0].id]).await.unwrap(), []);
        assert_eq!(scope.workteam_members(&[given.team.id]).await.unwrap(), given.members);
        assert_eq!(scope.workteam_parts(&[leader]).await.unwrap(), [given.members[0].clone()]);
        assert_eq!(scope.workteam_parts(&[superior]).await.unwrap(), []);
        assert_eq!(scope.workteam_words_waiting(leader, day(2, 1)).await.unwrap(), [given.members[1].clone()]);
        assert_eq!(
            scope.workteam_words_waiting(superior, day(2, 1)).await.unwrap(),
            [],
            "answered, or somebody else's"
        );
        assert_eq!(scope.workteam_results(&[given.team.id]).await.unwrap(), [given.result.clone()]);
        assert_eq!(scope.workteam_entries(&[given.result.id]).await.unwrap(), given.entries);
        assert_eq!(scope.workteam_ratings(&[given.team.id]).await.unwrap(), [given.rating.clone()]);
        assert!(scope.touched(leader, day(2, 1)).await.unwrap().teams);
        assert!(!scope.touched(superior, day(2, 1)).await.unwrap().teams);
        assert!(!scope.touched(member, day(2, 1)).await.unwrap().teams);
    })
    .await;
}

#[tokio::test]
async fn what_is_answered_or_taken_back_waits_no_longer() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let leader = all.employees[1].id;
        let waiting = all.together.members[1].clone();
        let word = Word { by: leader, at: at(80), agreed: false, reason: "Sedang cuti panjang".to_owned() };
        let declined = Member { word: Some(word), ..waiting.clone() };
        let ended = Workteam { ended_on: Some(day(5, 5)), revision: 2, unit: None, ..all.together.team.clone() };
        let dropped = TeamResult { dropped_on: Some(day(5, 5)), carriers: Vec::new(), ..all.together.result.clone() };
        let back = Member { ended_on: Some(day(3, 3)), ..waiting };
        let rows = Arc::new((declined, ended, dropped, back));
        for declines in [false, true] {
            let job = Arc::clone(&rows);
            let saved = change(&store, all.agency.id, move |tx| {
                let rows = Arc::clone(&job);
                async move {
                    tx.save_workteam_member(if declines { &rows.0 } else { &rows.3 }).await?;
                    tx.save_workteam(&rows.1).await?;
                    tx.save_workteam_result(&rows.2).await
                }
            });
            saved.await.unwrap();
            assert_eq!(scope.workteam_words_waiting(leader, day(2, 1)).await.unwrap(), []);
            assert!(!scope.touched(leader, day(2, 1)).await.unwrap().teams);
        }
        assert_eq!(scope.workteam_members(&[rows.1.id]).await.unwrap()[1], rows.0);
        assert_eq!(scope.workteam(rows.1.id).await.unwrap().as_ref(), Some(&rows.1));
        assert_eq!(scope.workteam_results(&[rows.1.id]).await.unwrap(), [rows.2.clone()]);
    })
    .await;
}
