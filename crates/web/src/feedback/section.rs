//! Feedback as it stands on the page of a result: read, written, or answered.

use crate::{fairness::advice::Remarked, form::Form};
use domain::{feedback::Feedback, ids::EvaluationId};

/// The section.
pub struct Section {
    /// The result.
    pub evaluation: EvaluationId,
    /// What was said, if anything.
    pub feedback: Option<Feedback>,
    /// Who writes it.
    pub writer: String,
    /// For whom.
    pub owner: String,
    /// The reader may write it now.
    pub gives: bool,
    /// The reader may acknowledge it now.
    pub answers: bool,
    /// The supervisor's form.
    pub give: Form,
    /// The employee's form.
    pub reply: Form,
    /// Advice on the words in the supervisor's form, for the supervisor.
    pub remarked: Remarked,
}

impl Section {
    /// Fits the forms to what stands: words that were said can be reworded until they are acknowledged.
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        evaluation: EvaluationId,
        feedback: Option<Feedback>,
        writer: String,
        owner: String,
        gives: bool,
        answers: bool,
        mut give: Form,
        reply: Form,
    ) -> Self {
        if let Some(feedback) = &feedback {
            let words = &feedback.words;
            for (name, said) in [("good", &words.good), ("improve", &words.improve), ("advice", &words.advice)] {
                give.set_default(name, said.as_str());
            }
        }
        let open = feedback.as_ref().is_some_and(|f| f.acknowledged_at.is_none());
        Self {
            answers: answers && open,
            evaluation,
            feedback,
            writer,
            owner,
            gives,
            give,
            reply,
            remarked: Remarked::new(),
        }
    }
}

pub(crate) mod sample {
    use chrono::{DateTime, Duration, Utc};
    use domain::{
        feedback::{Feedback, Words},
        ids::{EmployeeId, EvaluationId, FeedbackId},
    };
    use uuid::Uuid;

    /// Feedback given yesterday.
    pub(crate) fn feedback(now: DateTime<Utc>, answered: bool) -> Feedback {
        Feedback {
            id: FeedbackId(Uuid::from_u128(700)),
            evaluation: EvaluationId(Uuid::from_u128(800)),
            by: EmployeeId(Uuid::from_u128(201)),
            words: Words {
                good: "Pemindaian 2019-2022 selesai rapi, dan Anda melatih petugas arsip tiga kecamatan tanpa diminta."
                    .into(),
                improve: "Lama menemukan berkas masih dua menit karena penamaan belum seragam.".into(),
                advice:
                    "Sampai akhir Agustus, samakan penamaan 2023-2024 bersama Wahyu; kita lihat hasilnya setiap Jumat."
                        .into(),
            },
            at: now - Duration::days(1),
            acknowledged_at: answered.then_some(now),
            answer: if answered {
                "Terima kasih. Saya mulai dengan berkas 2024 minggu depan.".into()
            } else {
                String::new()
            },
        }
    }
}
