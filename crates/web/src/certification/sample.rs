//! A course in small and its exercises, as the samples of this floor show them.

use crate::preview::Gallery;
use actions::{
    Person,
    certification::{
        exercise::ExercisePage,
        learn::{LearnPage, LessonPage},
    },
};
use chrono::Days;
use domain::{
    assessment::Rating,
    certification::{Agreed, Case, Certificate, Criterion, Exercise, Figures, Lesson, Limits, Marked, Standing},
    ids::{CertificateId, EmployeeId, ExerciseId},
    people::{Employee, Employment},
};
use uuid::Uuid;

const ME: EmployeeId = EmployeeId(Uuid::from_u128(200));

fn lesson(code: &str, name: &str) -> Lesson {
    Lesson {
        code: code.into(),
        name: name.into(),
        says: "Satu sifat yang menonjol mewarnai semua penilaian.".into(),
        example: "Arsiparis yang selalu menolong rekan dinilai tinggi juga pada berkas yang belum selesai.".into(),
        notice: "Nilai seseorang hampir sama di semua butir.".into(),
        instead: "Nilai satu butir untuk semua orang dahulu.".into(),
    }
}

pub(super) fn lesson_page() -> LessonPage {
    LessonPage {
        before: None,
        lesson: lesson("halo", "Efek halo"),
        behind: Some(lesson("kontras", "Dibandingkan dengan orang di sebelah")),
    }
}

fn criteria() -> Vec<Criterion> {
    let of = |code: &str, name: &str| Criterion {
        code: code.into(),
        name: name.into(),
        anchors: ["Sebagian besar tidak tercapai.", "Tercapai seperti disepakati.", "Melampaui dengan bukti."]
            .map(Into::into),
    };
    vec![of("hasil", "Hasil kerja"), of("waktu", "Ketepatan waktu")]
}

pub(super) fn case() -> Case {
    let agreed = |criterion: &str, rating, why: &str| Agreed { criterion: criterion.into(), rating, why: why.into() };
    Case {
        code: "adm-1".into(),
        family: "Administrasi perkantoran".into(),
        title: "Surat masuk yang cepat sampai".into(),
        who: "Sekar, pengelola persuratan, triwulan II".into(),
        did: vec!["Ia meneruskan 612 dari 640 surat pada hari yang sama; targetnya 95 %.".into()],
        evidence: vec!["Rekap agenda surat".into(), "Tiga laporan bulanan".into()],
        agreed: vec![
            agreed("hasil", Rating::Sesuai, "95,6 % dari target 95 %: tercapai."),
            agreed("waktu", Rating::Diatas, "Selalu lebih awal sepanjang triwulan."),
        ],
    }
}

/// An exercise that was begun.
pub(super) fn half(gallery: &Gallery) -> Exercise {
    Exercise {
        id: ExerciseId(Uuid::from_u128(970)),
        employee: ME,
        started_at: gallery.now(),
        cases: vec!["adm-1".into(), "kes-2".into()],
        marked: Vec::new(),
        finished_at: None,
        figures: None,
        passed: false,
    }
}

/// One that is finished.
pub(super) fn finished(gallery: &Gallery, passed: bool) -> Exercise {
    let ratings = [("hasil", Rating::Sesuai), ("waktu", Rating::Sesuai)];
    let marked = Marked {
        case: "adm-1".into(),
        ratings: ratings.into_iter().map(|(code, rating)| (code.to_owned(), rating)).collect(),
        at: gallery.now(),
    };
    let figures = Figures {
        n: 24,
        same: if passed { 20 } else { 11 },
        severity: if passed { -8 } else { 54 },
        differential_elevation: 20,
        stereotype: 12,
        differential: if passed { 33 } else { 61 },
        kappa: passed.then_some(81),
    };
    Exercise { marked: vec![marked], finished_at: Some(gallery.now()), figures: Some(figures), passed, ..half(gallery) }
}

fn limits() -> Limits {
    Limits {
        cases: 6,
        severity: 25,
        differential_elevation: 45,
        stereotype: 40,
        differential: 55,
        kappa: 60,
        ..Limits::default()
    }
}

pub(super) fn page(exercise: Exercise) -> ExercisePage {
    ExercisePage {
        next: None,
        criteria: criteria(),
        cases: vec![case()],
        limits: limits(),
        certificate: None,
        exercise,
    }
}

fn certificate(gallery: &Gallery) -> Certificate {
    Certificate {
        id: CertificateId(Uuid::from_u128(971)),
        employee: ME,
        exercise: ExerciseId(Uuid::from_u128(970)),
        number: "PENILAI/2026/0A1B2C3D".into(),
        issued_on: gallery.today() - Days::new(360),
        valid_until: gallery.today() + Days::new(5),
    }
}

pub(super) fn learn(standing: Standing, exercises: Vec<Exercise>, gallery: &Gallery) -> LearnPage {
    let cite = domain::decision::Citation {
        policy: "cipocokjaya".into(),
        article: "Tantangan dalam Evaluasi Kinerja ASN (R24)".into(),
        certainty: domain::decision::Certainty::Assumption,
    };
    LearnPage {
        lessons: vec![lesson("halo", "Efek halo"), lesson("kontras", "Dibandingkan dengan orang di sebelah")],
        cases: 24,
        limits: limits(),
        // Where nothing holds, what was begun no longer fits the course.
        open: exercises.iter().find(|one| one.finished_at.is_none()).filter(|_| standing.holds()).map(|one| one.id),
        exercises,
        certificates: if standing.holds() { vec![certificate(gallery)] } else { Vec::new() },
        asked: (!standing.holds()).then_some(cite),
        oversees: standing.holds(),
        standing,
    }
}

pub(super) fn holder(gallery: &Gallery) -> (Person, Certificate) {
    let employee = Employee {
        id: ME,
        nip: None,
        name: "Ratna Dewi Lestari, S.Kom.".into(),
        employment: Employment::Pns,
        rank: String::new(),
    };
    (Person { employee, post: None, unit: None, standing: None, line: None }, certificate(gallery))
}
