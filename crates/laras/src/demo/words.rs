//! What people of the demo say in assessments and feedback, resting on the numbers they reported.

use super::{cast, numbers::chance, play::Play, work::stands};
use chrono::Datelike;
use domain::{
    assessment::{Answer, RaterRole, Rating, Subject, rate::subjects},
    evaluation::{Period, Rhythm},
    feedback,
    ids::EvidenceId,
    plan::{Nilai, Skp},
};
use std::collections::HashSet;

/// `triwulan II 2026`, `semester I 2026`, `tahun 2025`.
pub fn until(period: &Period) -> String {
    let roman = ["I", "II", "III", "IV"].get(period.number.saturating_sub(1) as usize).copied().unwrap_or_default();
    match period.rhythm {
        Rhythm::Triwulanan => format!("triwulan {roman} {}", period.year),
        Rhythm::Semesteran => format!("semester {roman} {}", period.year),
        Rhythm::Tahunan => format!("tahun {}", period.year),
        Rhythm::Bulanan => format!("bulan ke-{} {}", period.number, period.year),
    }
}

/// A whole sheet of answers that amounts to the verdict.
pub fn answers(
    play: &Play,
    who: usize,
    period: &Period,
    plan: &Skp,
    role: RaterRole,
    (hasil, perilaku): (Rating, Rating),
    evidence: &HashSet<EvidenceId>,
) -> Vec<Answer> {
    let results = plan.content.results.len();
    subjects(plan, role)
        .into_iter()
        .map(|subject| {
            let (rating, reason) = match subject {
                Subject::Rhk(id) => {
                    let place = plan.content.results.iter().position(|result| result.id == id).unwrap_or(0);
                    let rating = of_result(hasil, place, results);
                    (rating, on_result(play, who, period, place, rating, role))
                }
                Subject::HasilKerja => (hasil, overall_hasil(hasil, period)),
                Subject::Nilai(nilai) => of_value(play, who, nilai, perilaku, role),
                Subject::PerilakuKerja => (perilaku, overall_perilaku(play, who, perilaku)),
            };
            let mut evidence: Vec<EvidenceId> =
                if subject == Subject::HasilKerja { evidence.iter().copied().collect() } else { Vec::new() };
            evidence.sort_unstable();
            Answer { subject, rating: Some(rating), reason, evidence }
        })
        .collect()
}

/// One of several results may differ from the whole.
fn of_result(hasil: Rating, place: usize, results: usize) -> Rating {
    match hasil {
        Rating::Diatas if place > 0 && place + 1 == results && results > 2 => Rating::Sesuai,
        Rating::Dibawah if place > 0 => Rating::Sesuai,
        other => other,
    }
}

fn on_result(play: &Play, who: usize, period: &Period, place: usize, rating: Rating, role: RaterRole) -> String {
    let month = period.last_day().month();
    let facts: Vec<String> = play.post(who).results.get(place).map_or_else(Vec::new, |result| {
        let before: usize = play.post(who).results[..place].iter().map(|result| result.indicators.len()).sum();
        let of = |(n, indicator): (usize, &cast::Indicator)| {
            let amount = stands(play, who, before + n, indicator, period.year, month);
            let text = play.words(who, &indicator.text);
            let unit = indicator.target.trim_start_matches("≤ ").split_once(' ').map_or("", |(_, unit)| unit);
            format!("{text}: {amount} {unit} sampai akhir {} (target setahun {}).", until(period), indicator.target)
        };
        result.indicators.iter().enumerate().map(of).collect()
    });
    let judgement = match (role, rating) {
        (RaterRole::Diri, Rating::Diatas) => "Menurut saya melampaui rencana.",
        (RaterRole::Diri, Rating::Sesuai) => "Menurut saya sesuai rencana.",
        (RaterRole::Diri, Rating::Dibawah) => "Saya belum mencapai rencana.",
        (RaterRole::Penilai, Rating::Diatas) => "Melampaui yang diharapkan dan dapat diperiksa kembali.",
        (RaterRole::Penilai, Rating::Sesuai) => "Sesuai yang diharapkan.",
        (RaterRole::Penilai, Rating::Dibawah) => "Tertinggal dari rencana; sudah dibahas dalam dialog kinerja.",
    };
    format!("{} {judgement}", facts.join(" "))
}

fn overall_hasil(hasil: Rating, period: &Period) -> String {
    match hasil {
        Rating::Diatas => {
            format!("Sebagian besar hasil kerja {} melampaui target dengan bukti yang lengkap.", until(period))
        }
        Rating::Sesuai => {
            format!("Hasil kerja utama {} tercapai sesuai rencana; selisih kecil masih wajar.", until(period))
        }
        Rating::Dibawah => {
            format!("Hasil kerja utama {} tertinggal jauh dari target walaupun sudah ada bimbingan.", until(period))
        }
    }
}

fn overall_perilaku(play: &Play, who: usize, perilaku: Rating) -> String {
    match perilaku {
        Rating::Diatas => {
            "Menjadi panutan dalam pelayanan dan kerja sama menurut umpan balik rekan dan pengguna.".to_owned()
        }
        Rating::Sesuai => {
            "Perilaku kerja sesuai nilai dasar ASN sepanjang periode, tanpa keluhan yang berarti.".to_owned()
        }
        Rating::Dibawah => remark(play, who),
    }
}

fn of_value(play: &Play, who: usize, nilai: Nilai, perilaku: Rating, role: RaterRole) -> (Rating, String) {
    let place = Nilai::ALL.iter().position(|n| *n == nilai).unwrap_or(0);
    let turn = chance(&play.players[who].name, 3) as usize;
    match perilaku {
        Rating::Diatas if (place + turn).is_multiple_of(3) && role == RaterRole::Penilai => {
            (Rating::Diatas, praise(nilai).to_owned())
        }
        Rating::Diatas if place == turn => (Rating::Diatas, own(nilai).to_owned()),
        Rating::Dibawah if place == turn && role == RaterRole::Penilai => (Rating::Dibawah, remark(play, who)),
        _ => (Rating::Sesuai, String::new()),
    }
}

fn remark(play: &Play, who: usize) -> String {
    let about = play.holder(who).notes.iter().find_map(|note| note.about.clone());
    about.unwrap_or_else(|| "Beberapa keluhan tercatat pada periode ini dan sudah dibicarakan empat mata.".to_owned())
}

const fn praise(nilai: Nilai) -> &'static str {
    match nilai {
        Nilai::BerorientasiPelayanan => "Survei pengguna menyebut pelayanannya cepat, ramah, dan tuntas.",
        Nilai::Akuntabel => {
            "Melaporkan kesalahannya sendiri sebelum ditemukan orang lain, lengkap dengan perbaikannya."
        }
        Nilai::Kompeten => "Membimbing dua rekan sampai dapat bekerja mandiri.",
        Nilai::Harmonis => "Menengahi perselisihan di tim tanpa diminta dan suasana kerja membaik.",
        Nilai::Loyal => "Menjaga nama baik instansi ketika berhadapan dengan media.",
        Nilai::Adaptif => "Mengusulkan cara kerja baru yang sekarang dipakai seluruh unit.",
        Nilai::Kolaboratif => "Mengajak bidang lain sejak awal sehingga pekerjaan selesai lebih cepat.",
    }
}

const fn own(nilai: Nilai) -> &'static str {
    match nilai {
        Nilai::BerorientasiPelayanan => "Saya menyelesaikan setiap keluhan pada hari yang sama dan mencatatnya.",
        Nilai::Akuntabel => "Saya melaporkan kekeliruan pada laporan Mei dan memperbaikinya sendiri.",
        _ => "Saya mendampingi rekan baru sampai dapat bekerja sendiri.",
    }
}

/// Catatan/rekomendasi of the evaluation.
pub const fn recommendation((hasil, perilaku): (Rating, Rating)) -> &'static str {
    match (hasil, perilaku) {
        (_, Rating::Dibawah) => "Direkomendasikan konseling kinerja dan pemantauan perilaku setiap bulan.",
        (Rating::Dibawah, _) => "Direkomendasikan bimbingan kinerja tiga bulan dengan target mingguan.",
        (Rating::Diatas, Rating::Diatas) => "Direkomendasikan penugasan baru dan pelatihan lanjutan.",
        (Rating::Diatas, _) => "Direkomendasikan menjadi pembimbing bagi rekan satu unit.",
        _ => "Dipertahankan; satu usulan perbaikan cara kerja dinantikan pada periode berikutnya.",
    }
}

/// The feedback that fits: the holder's own, else one for the rating.
pub fn feedback(play: &Play, who: usize, (hasil, perilaku): (Rating, Rating)) -> Option<&cast::Feedback> {
    let of = |code: &str| play.cast.feedback.iter().filter(|f| f.for_ == code).collect::<Vec<_>>();
    if let Some(own) = play.holder(who).feedback.as_deref() {
        return of(own).first().copied();
    }
    let fitting = of(if perilaku == Rating::Dibawah && hasil != Rating::Dibawah { "perilaku" } else { hasil.code() });
    let chosen = chance(&play.players[who].name, fitting.len() as u64) as usize;
    fitting.get(chosen).copied()
}

/// Its words, with the result it speaks of.
pub fn filled(play: &Play, who: usize, feedback: &cast::Feedback) -> feedback::Words {
    let result = play.post(who).results.first().map(|result| play.words(who, &result.text)).unwrap_or_default();
    let fill = |text: &str| text.replace("{hasil}", &format!("\u{201c}{result}\u{201d}"));
    feedback::Words { good: fill(&feedback.good), improve: fill(&feedback.improve), advice: fill(&feedback.advice) }
}

/// What was seen of somebody's service, by level of the scheme.
pub fn seen(play: &Play, who: usize, level: u8) -> &'static str {
    let all: [&str; 3] = match level {
        0..=2 => [
            "Beberapa pemohon harus datang dua kali karena syarat tidak disebut di awal.",
            "Standar waktu sering lewat, dan pemberitahuannya terlambat.",
            "Keluhan yang sama muncul lagi di triwulan berikutnya.",
        ],
        3 => [
            "Standar pelayanan diikuti; syarat dan waktunya dijelaskan di awal.",
            "Permohonan dijawab dalam waktu yang dijanjikan.",
            "Keluhan dicatat dan dijawab pada hari yang sama.",
        ],
        _ => [
            "Warga yang kesulitan datang dijemput berkasnya; waktunya tetap ditepati.",
            "Formulir disederhanakan sehingga pemohon tidak bolak-balik.",
            "Warga lanjut usia dilayani di tempat duduk, tanpa antre.",
        ],
    };
    all[chance(&play.players[who].name, 3) as usize % 3]
}
