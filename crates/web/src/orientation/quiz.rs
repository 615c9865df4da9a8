//! *An employee takes the quiz*, then reads every right answer with its reason and article.

use crate::{
    error::WebError,
    form::Form,
    page::{self, Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::orientation::quiz::{QuizPage, see, send};
use askama::Template;
use axum::response::Response;
use domain::{
    decision::Text,
    ids::EmployeeId,
    orientation::{Question, Quiz, Tried, field},
};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "orientation/quiz.html")]
struct QuizView {
    page: Page,
    form: Form,
    /// Name of the field, what is asked, what can be answered.
    questions: Vec<(String, String, Choices)>,
}

/// What can be answered, with its words.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "orientation/answers.html")]
struct AnswersView {
    page: Page,
    tried: Tried,
    questions: Vec<Question>,
}

impl AnswersView {
    fn right(&self, question: &Question) -> bool {
        self.tried.answers.get(&question.code) == Some(&question.right)
    }

    fn given<'q>(&self, question: &'q Question) -> &'q str {
        let given = self.tried.answers.get(&question.code).and_then(|n| question.answers.get(*n));
        given.map_or("–", String::as_str)
    }
}

/// `GET /pengenalan/kuis`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = see(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("orientation-quiz"), found.quiz, Form::new())))
}

/// `POST /pengenalan/kuis`
pub(super) async fn take(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let quiz = see(&visit.ctx).await?.quiz;
    let mut answers = BTreeMap::new();
    for question in &quiz.questions {
        let number = form.choice(&field(&question.code), |typed| typed.parse::<usize>().ok());
        if let Some(at) = number.and_then(|number| number.checked_sub(1)) {
            answers.insert(question.code.clone(), at);
        }
    }
    let outcome = match form.check() {
        Ok(()) => send(&visit.ctx, answers).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.to("/pengenalan/kuis/jawaban")),
        None => {
            let status = form.status();
            Ok(render(&view(visit.page("orientation-quiz"), quiz, form), status))
        }
    }
}

/// `GET /pengenalan/kuis/jawaban`
pub(super) async fn answers(visit: Visit) -> Result<Response, WebError> {
    let QuizPage { quiz, tried, .. } = see(&visit.ctx).await?;
    let Some(tried) = tried else { return Ok(visit.to("/pengenalan/kuis")) };
    Ok(page::show(&answers_view(visit.page("orientation-answers"), quiz, tried)))
}

fn view(page: Page, quiz: Quiz, form: Form) -> QuizView {
    let questions = quiz.questions.into_iter().enumerate().map(|(at, question)| {
        let choices = question.answers.into_iter().enumerate().map(|(n, says)| ((n + 1).to_string(), says));
        (field(&question.code), format!("{}. {}", at + 1, question.asks), choices.collect())
    });
    let questions = questions.collect();
    QuizView { page: page.under("/pengenalan", "nav-orientation").with(&form), form, questions }
}

fn answers_view(page: Page, quiz: Quiz, tried: Tried) -> AnswersView {
    AnswersView { page: page.under("/pengenalan", "nav-orientation"), tried, questions: quiz.questions }
}

/// A try as the samples show it.
pub(super) fn tried(gallery: &Gallery) -> Tried {
    Tried {
        employee: EmployeeId(Uuid::from_u128(200)),
        answers: BTreeMap::from([("tujuan".to_owned(), 1), ("keberatan".to_owned(), 0)]),
        of: 2,
        right: 1,
        first_right: 1,
        times: 1,
        first_at: gallery.now(),
        last_at: gallery.now(),
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let question = |code: &str, asks: &str, answers: [&str; 2], why: &str| Question {
        code: code.into(),
        asks: asks.into(),
        answers: answers.map(Into::into).to_vec(),
        right: 1,
        why: why.into(),
        article: "PermenPANRB 6/2022 Ps 29".into(),
    };
    let quiz = Quiz {
        questions: vec![
            question(
                "tujuan",
                "Untuk apa kinerja Anda dinilai?",
                ["Untuk mencari siapa yang dihukum.", "Untuk memperbaiki."],
                "Pengelolaan kinerja mengembangkan pegawai.",
            ),
            question(
                "keberatan",
                "Berapa lama waktu untuk mengajukan keberatan?",
                ["3 hari kalender.", "14 hari kerja."],
                "Keberatan diajukan dalam 14 hari kerja.",
            ),
        ],
    };
    let mut wrong = Form::of([("jawab.tujuan", "2")]);
    wrong.fail("jawab.keberatan", Text::new("orientation-choose").with("n", 2_i64));
    for (variant, form) in [("", Form::new()), ("salah", wrong)] {
        let page = gallery.page_at("/pengenalan/kuis", "orientation-quiz");
        gallery.add("orientation/quiz", variant, &view(page, quiz.clone(), form));
    }
    let page = gallery.page_at("/pengenalan/kuis/jawaban", "orientation-answers");
    gallery.add("orientation/answers", "", &answers_view(page, quiz, tried(gallery)));
}
