//! What results open: somebody who is helped along, ratings of potential and a talent map, a post that may not stay empty, skills
//! people declared and were asked about.

use super::{numbers::chance, play::Play};
use crate::failure::Stop;
use actions::{
    mentoring::{
        course::{MeetingDraft, meet, speak, step},
        open::{Draft as Opening, open},
        pair::pair,
    },
    talent::{
        map::draw,
        note::{NoteDraft, RatingDraft, note, rate},
        skill::{Draft as Skill, answer, declare},
        succession::name_post,
    },
};
use chrono::{Days, Months};
use domain::{mentoring::Kind, talent::eligibility::Fact};

/// People whose potential was rated.
const RATED: usize = 14;
const SKILLS: [(&str, u8, &str); 5] = [
    ("tik", 4, "Membuat dasbor capaian bidang yang diperbarui sendiri setiap pekan."),
    ("data", 3, "Menyusun rekap bulanan dengan tabel pivot."),
    ("tik", 3, "Merapikan formulir daring dan basis datanya."),
    ("komunikasi-publik", 4, "Menyunting video layanan untuk media sosial dinas."),
    ("mengajar", 3, "Melatih rekan memakai aplikasi arsip."),
];

/// Lets it happen.
pub async fn happen(play: &Play) -> Result<(), Stop> {
    let rated: Vec<usize> = play.rated().collect();
    potential(play, &rated).await?;
    skills(play, &rated).await?;
    helped(play, &rated).await
}

async fn potential(play: &Play, rated: &[usize]) -> Result<(), Stop> {
    let office = play.office()?;
    let at = play.calendar.ago(30, 10);
    let on = play.calendar.zone.date(at);
    for (n, who) in rated.iter().copied().filter(|who| *who != office).take(RATED).enumerate() {
        let employee = play.players[who].employee;
        let points = |what: &str| 6_000 + chance(&format!("{what} {}", play.players[who].name), 39) as i64 * 100;
        let draft = RatingDraft {
            assessment: Some(points("asesmen")),
            track_record: (n % 3 != 0).then(|| points("rekam jejak")),
            on,
            source: "Asesmen internal, wawancara dan simulasi".into(),
            reason: "Menyusun rencana kerja dan membagi tugas dengan jelas dalam simulasi.".into(),
        };
        rate(&play.ctx(office, at), employee, draft).await?;
        if n % 2 == 0 {
            let since = NoteDraft {
                fact: Fact::RankSince,
                yes: None,
                on: on - Months::new(12 * (2 + n as u32 % 4)),
                source: "SK kenaikan pangkat".into(),
            };
            note(&play.ctx(office, at), employee, since).await?;
            let clean =
                NoteDraft { fact: Fact::NoDiscipline, yes: Some(true), on, source: "Surat keterangan BKPSDM".into() };
            note(&play.ctx(office, at), employee, clean).await?;
        }
    }
    let later = play.ctx(office, play.calendar.ago(28, 9));
    draw(&later).await?;
    let led = play.players.iter().find(|one| one.level == 2).map(|one| &play.cast.posts[one.post]);
    if let Some(post) = led {
        name_post(&later, post.code.clone(), "Pejabatnya mendekati pensiun; penggantinya perlu disiapkan.".into())
            .await?;
    }
    Ok(())
}

async fn skills(play: &Play, rated: &[usize]) -> Result<(), Stop> {
    for (n, who) in rated.iter().copied().enumerate().filter(|(n, _)| n % 2 == 1) {
        let (field, level, proof) = SKILLS[n / 2 % SKILLS.len()];
        let ctx = play.ctx(who, play.calendar.ago(20, 13));
        let shared = n % 3 != 0;
        declare(&ctx, Skill { field: field.into(), level, proof: proof.into(), shared }).await?;
        if shared {
            answer(&ctx, field.into(), true).await?;
        }
    }
    Ok(())
}

/// The last person of the longest list of somebody's people is helped by a colleague of another list.
async fn helped(play: &Play, rated: &[usize]) -> Result<(), Stop> {
    let Some((who, rater)) = rated.iter().rev().find_map(|who| Some((*who, play.players[*who].rater?))) else {
        return Ok(());
    };
    let at = play.calendar.ago(25, 9);
    let from = play.calendar.zone.date(at);
    let opening = Opening {
        kind: Kind::Mentoring,
        proposal: None,
        reason: "Laporan bulanan beberapa kali terlambat; ingin dibantu menyusunnya.".into(),
        criteria: Vec::new(),
        own: "Menyusun laporan tepat waktu".into(),
        from,
        review_on: from + Months::new(6),
    };
    let id = open(&play.ctx(rater, at), play.players[who].employee, opening).await?;
    let said = "Saya sering menunggu data dari bidang lain sampai akhir bulan.".to_owned();
    let help = "Contoh laporan yang sudah baik dan jadwal pengumpulan data.".to_owned();
    speak(&play.ctx(who, play.calendar.ago(24, 14)), id, said, help).await?;
    let mentor =
        rated.iter().copied().find(|one| *one != who && *one != rater && play.players[*one].rater != Some(who));
    let Some(mentor) = mentor else { return Ok(()) };
    let matching = play.ctx(rater, play.calendar.ago(23, 10));
    pair(&matching, id, 2, play.players[mentor].name.clone()).await?;
    let beside = play.ctx(mentor, play.calendar.ago(18, 15));
    step(&beside, id, "Menyusun jadwal pengumpulan data bersama".into(), play.calendar.today() + Days::new(10)).await?;
    let met = MeetingDraft {
        on: play.calendar.zone.date(play.calendar.ago(18, 15)).max(from),
        place: "Ruang rapat kecil".into(),
        talked: "Melihat tiga laporan terakhir dan di mana waktunya habis.".into(),
        next: "Jadwal pengumpulan data disusun.".into(),
    };
    meet(&beside, id, met).await?;
    Ok(())
}
