//! A team as the samples of this floor show it.

use crate::preview::Gallery;
use actions::{
    Person,
    workteam::{
        rate::Rating,
        see::{MemberRow, ResultRow, TeamPage},
    },
};
use chrono::Days;
use domain::{
    amount::Amount,
    decision::Refusal,
    evaluation::{Capaian, Period, Rhythm},
    feedback::during::{Remark, Source},
    ids::{
        EmployeeId, PeriodId, RemarkId, UnitId, WorkteamEntryId, WorkteamId, WorkteamMemberId, WorkteamRatingId,
        WorkteamResultId,
    },
    people::{Employee, Employment, Unit},
    plan::{Line, Target},
    time::DateRange,
    workteam::{
        Member, Part, Rated, TeamEntry, TeamRating, TeamResult, Word, Workteam,
        members::advice,
        predikat::{may_rate, predikat},
    },
};
use uuid::Uuid;

pub(super) const NAME: &str = "Tim layanan informasi terpadu";
pub(super) const LEADER: &str = "Wahyu Prabowo, S.Sos.";
pub(super) const MEMBER: &str = "Ahmad Fauzi, A.Md.";

pub(super) fn employee(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(200 + n))
}

pub(super) fn unit() -> Unit {
    Unit {
        id: UnitId(Uuid::from_u128(50)),
        parent: None,
        code: "KOMINFO".into(),
        name: "Dinas Komunikasi dan Informatika".into(),
    }
}

pub(super) fn team(gallery: &Gallery) -> Workteam {
    let today = gallery.today();
    Workteam {
        id: WorkteamId(Uuid::from_u128(980)),
        name: NAME.into(),
        purpose: "Satu pintu bagi warga yang meminta informasi, dari loket sampai arsip.".into(),
        unit: Some(unit().id),
        dates: DateRange { from: today - Days::new(120), until: Some(today + Days::new(140)) },
        by: employee(9),
        at: gallery.now(),
        ended_on: None,
        revision: 1,
    }
}

pub(super) fn member(gallery: &Gallery, n: u128, part: Part, agreed: Option<bool>) -> Member {
    let reason = if agreed == Some(false) { "Sedang memegang dua tugas khusus sampai Oktober." } else { "" };
    Member {
        id: WorkteamMemberId(Uuid::from_u128(990 + n)),
        team: team(gallery).id,
        employee: employee(n),
        part,
        work: if part == Part::Anggota { "Menyusun jawaban dan arsipnya".into() } else { String::new() },
        share: (n != 4).then_some(if part == Part::Ketua { 60 } else { 30 }),
        dates: team(gallery).dates,
        by: employee(9),
        at: gallery.now(),
        rater: Some(employee(8)),
        superior: None,
        word: agreed.map(|agreed| Word { by: employee(8), at: gallery.now(), agreed, reason: reason.into() }),
        ended_on: None,
    }
}

pub(super) fn person(n: u128, name: &str) -> Person {
    Person {
        employee: Employee {
            id: employee(n),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: String::new(),
        },
        post: None,
        unit: Some(unit()),
        standing: None,
        line: None,
    }
}

pub(super) fn result(gallery: &Gallery) -> TeamResult {
    let target = Target { amount: Some(Amount::whole(240)), unit: "permohonan".into(), ..Target::default() };
    TeamResult {
        id: WorkteamResultId(Uuid::from_u128(995)),
        team: team(gallery).id,
        text: "Permohonan informasi terjawab dalam tiga hari kerja".into(),
        target,
        due: gallery.today() + Days::new(120),
        carriers: vec![employee(2)],
        by: employee(1),
        at: gallery.now(),
        dropped_on: None,
    }
}

/// Newest first: the correction, the report it corrects, an earlier one.
pub(super) fn entries(gallery: &Gallery) -> Vec<(TeamEntry, String, bool)> {
    let entry = |n: u128, days: u64, amount: i64, proof: &str| TeamEntry {
        id: WorkteamEntryId(Uuid::from_u128(996 + n)),
        result: result(gallery).id,
        on: gallery.today() - Days::new(days),
        amount: Some(Amount::whole(amount)),
        did: "Menjawab permohonan dari loket kecamatan dan menyimpan arsipnya.".into(),
        proof: proof.into(),
        corrects: None,
        by: employee(2),
        at: gallery.now(),
    };
    let wrong = entry(1, 9, 600, "");
    let right = TeamEntry { corrects: Some(wrong.id), ..entry(2, 9, 60, "Register PPID, Juni 2026") };
    let first = entry(3, 40, 70, "https://arsip.contoh.go.id/ppid/05");
    vec![(right, MEMBER.into(), false), (wrong, MEMBER.into(), true), (first, LEADER.into(), false)]
}

fn period() -> Period {
    let day = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day);
    let from = day(4, 1).unwrap_or_default();
    Period {
        id: PeriodId(Uuid::from_u128(300)),
        year: 2026,
        rhythm: Rhythm::Triwulanan,
        number: 2,
        dates: DateRange { from, until: day(6, 30) },
        policy: String::new(),
        opened_at: None,
        closed_at: None,
    }
}

fn rated(gallery: &Gallery) -> Option<TeamRating> {
    let one = Rated {
        result: result(gallery).id,
        text: result(gallery).text,
        capaian: Capaian::Baik,
        reason: "130 dari 240 permohonan terjawab; keluhan turun setengahnya.".into(),
        share: Some(5_416),
    };
    let decision = predikat(std::slice::from_ref(&one)).ok()?;
    Some(TeamRating {
        id: WorkteamRatingId(Uuid::from_u128(999)),
        team: team(gallery).id,
        period: period().id,
        rated: vec![one],
        predikat: decision.value,
        because: decision.because,
        by: employee(9),
        at: gallery.now(),
    })
}

pub(super) fn rating(gallery: &Gallery) -> Rating {
    let (team, result) = (team(gallery), result(gallery));
    let plain: Vec<TeamEntry> = entries(gallery).into_iter().map(|(entry, ..)| entry).collect();
    let reached = result.reached(&plain, &team, gallery.today());
    let waits: Option<Refusal> = may_rate(&[], employee(9), period().dates).err();
    Rating {
        results: vec![(result, reached)],
        periods: vec![period()],
        period: Some(period()),
        last: None,
        waits,
        team,
    }
}

pub(super) fn remark(gallery: &Gallery) -> Remark {
    Remark {
        id: RemarkId(Uuid::from_u128(998)),
        employee: employee(2),
        skp: None,
        on: Line::Whole,
        topic: NAME.into(),
        by: employee(1),
        source: Source::PimpinanLain,
        good: "Arsipnya selalu siap sebelum rapat.".into(),
        improve: "Kabari tim bila loket kecamatan terlambat mengirim.".into(),
        ask: None,
        at: gallery.now(),
        received_at: None,
    }
}

/// The page as its leader, as a member, and as somebody sees it once it is over.
pub(super) fn pages(gallery: &Gallery) -> Vec<(&'static str, TeamPage)> {
    let today = gallery.today();
    let names = [(1, LEADER), (2, MEMBER), (3, "Sari Wulandari, S.I.Kom."), (4, "Rahmat Hidayatullah, S.T.")];
    let base = |plans: bool| {
        let members = vec![
            member(gallery, 1, Part::Ketua, Some(true)),
            member(gallery, 2, Part::Anggota, Some(true)),
            member(gallery, 3, Part::Anggota, None),
            member(gallery, 4, Part::Anggota, Some(false)),
        ];
        let advice = if plans { advice(&members, today) } else { Vec::new() };
        let rows = members.into_iter().map(|member| MemberRow {
            person: names.iter().find(|(n, _)| employee(*n) == member.employee).map(|(n, name)| person(*n, name)),
            standing: member.standing(today),
            reason: member.word.as_ref().filter(|word| plans && !word.agreed).map(|word| word.reason.clone()),
            ends: plans && member.stands(),
            answers: member.waits(),
            speaks: plans && member.part == Part::Anggota && member.agreed(),
            member,
        });
        let plain: Vec<TeamEntry> = entries(gallery).into_iter().map(|(entry, ..)| entry).collect();
        let row = |result: TeamResult, carriers: &[&str]| ResultRow {
            reached: result.reached(&plain, &team(gallery), today),
            carriers: carriers.iter().map(|name| (*name).to_owned()).collect(),
            reports: plain.iter().filter(|entry| entry.result == result.id).count(),
            last: None,
            result,
        };
        let second = TeamResult {
            id: WorkteamResultId(Uuid::from_u128(994)),
            text: "Panduan layanan satu pintu dipakai semua kecamatan".into(),
            target: Target::default(),
            carriers: Vec::new(),
            ..result(gallery)
        };
        TeamPage {
            state: team(gallery).state(today),
            unit: Some(unit().name),
            leader: Some(LEADER.into()),
            members: rows.collect(),
            results: vec![row(result(gallery), &[MEMBER]), row(second, &[])],
            ratings: rated(gallery).map(|rating| (rating, period(), LEADER.to_owned())).into_iter().collect(),
            advice,
            manages: plans,
            plans,
            reports: true,
            rates: plans,
            adopts: !plans,
            team: team(gallery),
        }
    };
    let over = Workteam { ended_on: Some(today), unit: None, ..team(gallery) };
    let ended = TeamPage {
        state: over.state(today),
        unit: None,
        leader: None,
        members: Vec::new(),
        results: Vec::new(),
        ratings: Vec::new(),
        reports: false,
        adopts: false,
        team: over,
        ..base(false)
    };
    vec![("ketua", base(true)), ("", base(false)), ("berakhir", ended)]
}
