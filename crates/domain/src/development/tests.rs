//! Where somebody stands, what a plan must say, hours, and what is never taken for a no.

use super::{
    profile::{Standing, profile},
    *,
};
use crate::{
    people::Employment,
    policy::Policy,
    scheme::{Scheme, SchemeResult, combine::Form, score::CriterionScore},
    testing::{day, id, library, noon},
};

fn policy(name: &str) -> Policy {
    library().in_force(name, day(2026, 12, 31)).expect("a policy")
}

fn scored(code: &str, level: Option<i64>, required: Option<u8>) -> CriterionScore {
    CriterionScore { code: code.into(), level, score: level, required, roles: Vec::new() }
}

fn result(criteria: Vec<CriterionScore>) -> SchemeResult {
    SchemeResult { form: Form::Bands, predikat: None, score: None, band: None, dimensions: Vec::new(), criteria }
}

fn of(scheme: &Scheme, criteria: Vec<CriterionScore>, standards: &[(&str, u8)]) -> profile::Profile {
    let standards: Vec<_> = standards.iter().map(|(code, level)| ((*code).to_owned(), *level)).collect();
    profile(scheme, Some(&result(criteria)), &standards)
}

#[test]
fn r17_weak_is_what_the_scheme_calls_weak_where_no_post_says_more() {
    let surakarta = policy("surakarta").appraisal;
    for (level, expected) in [
        (Some(200), Standing::Short(100)),
        (Some(150), Standing::Short(150)),
        (Some(201), Standing::Reaches),
        (Some(300), Standing::Reaches),
        (None, Standing::Unrated),
    ] {
        let found = of(&surakarta, vec![scored("komunikasi", level, None)], &[]);
        let line = found.line("komunikasi").expect("a criterion");
        assert_eq!((line.standing, line.target, line.by_standard), (expected, Some(3), false), "{level:?}");
    }
    // Of results themselves no rule says when they are weak: rated, and nothing to compare with.
    let found = of(&surakarta, vec![scored("target", Some(100), None)], &[]);
    assert_eq!(found.line("target").expect("a criterion").standing, Standing::NoStandard);
    assert_eq!(found.fulfilment, None, "no standards, no fulfilment");
    assert!(found.lines.iter().filter(|line| line.criterion != "target").all(|line| line.short().is_none()));
}

#[test]
fn standards_of_the_post_and_their_fulfilment() {
    let plaju = policy("plaju").appraisal;
    let codes: Vec<&str> = plaju
        .criteria()
        .iter()
        .filter(|c| c.reads == crate::scheme::Reads::Competence)
        .map(|c| c.code.as_str())
        .collect();
    let (a, b) = (codes[0], codes[1]);
    // 3 asked, 5 found counts 3; 4 asked, 2 found: (3 + 2) / 7 = 71,43 %.
    let both = of(&plaju, vec![scored(a, Some(500), None), scored(b, Some(200), None)], &[(a, 3), (b, 4)]);
    assert_eq!(both.fulfilment, Some(7143));
    assert_eq!(
        both.gaps().iter().map(|line| (line.criterion.as_str(), line.short())).collect::<Vec<_>>(),
        [(b, Some(200))]
    );
    assert!(both.strengths(plaju.levels()).iter().any(|line| line.criterion == a));
    // A standard nobody has rated: the whole is not known.
    let open = of(&plaju, vec![scored(a, Some(500), None)], &[(a, 3), (b, 4)]);
    assert_eq!((open.fulfilment, open.line(b).expect("a line").standing), (None, Standing::Unrated));
    // What was frozen wins over what the post asks for today.
    let frozen = of(&plaju, vec![scored(a, Some(200), Some(2))], &[(a, 5)]);
    assert_eq!(frozen.line(a).expect("a line").standing, Standing::Reaches);
}

#[test]
fn t7_fulfilment_of_nine_competences() {
    // T7: the standards add up to 27; 25 of them is 92,59 %, 21 is 77,78 %, 18 is 66,67 %.
    let scheme = crate::testing::nine_competences();
    let codes: Vec<String> = scheme.criteria().iter().map(|c| c.code.clone()).collect();
    for (have, expected) in [(25, 9259), (21, 7778), (18, 6667)] {
        let mut left = have;
        let criteria = codes.iter().enumerate().map(|(at, code)| {
            let rest = (codes.len() - at - 1) as i64;
            let level = (left - rest).clamp(1, 3);
            left -= level;
            scored(code, Some(level * 100), Some(3))
        });
        let found = profile(&scheme, Some(&result(criteria.collect())), &[]);
        assert_eq!(found.fulfilment, Some(expected), "{have}");
    }
}

#[test]
fn hours_of_a_year() {
    let national = library().national(day(2026, 12, 31));
    for (employment, hours, expected) in [
        (Employment::Pns, 0, duty::Standing::Short { by: 20, least: 20 }),
        (Employment::Pns, 20, duty::Standing::Reached { least: 20 }),
        (Employment::Pppk, 0, duty::Standing::Within { most: 24 }),
        (Employment::Pppk, 25, duty::Standing::Over { by: 1, most: 24 }),
        (Employment::NonAsn, 3, duty::Standing::Unknown),
    ] {
        assert_eq!(duty::standing(employment, hours, &national).value, expected, "{employment:?} {hours}");
    }
}

fn step(n: u128, way: Way, what: &str) -> Step {
    Step { id: id(n), way, what: what.into(), with: String::new(), due: day(2027, 6, 30), hours: 8, session: None }
}

fn content() -> Content {
    Content {
        strengths: "Jawaban tertulisnya rapi dan lengkap.".into(),
        gaps: vec![Gap {
            source: Source::Competence("komunikasi".into()),
            what: "Menyampaikan hal sulit di depan orang banyak.".into(),
            goal: "Memimpin rapat mingguan tanpa pendamping.".into(),
        }],
        steps: vec![
            step(1, Way::Kerja, "Memimpin rapat mingguan setiap Senin."),
            step(2, Way::Pelatihan, "Pelatihan komunikasi publik dua hari."),
        ],
    }
}

fn plan(content: Content) -> Plan {
    Plan { id: id(1), employee: id(2), year: 2027, evaluation: None, content, sent_at: None, word: None, revision: 1 }
}

fn fields(outcome: Result<(), Refusal>) -> Vec<String> {
    match outcome {
        Ok(()) => Vec::new(),
        Err(Refusal::Fields(errors)) => errors.into_iter().map(|error| error.field).collect(),
        Err(other) => vec![other.to_string()],
    }
}

#[test]
fn a_plan_says_what_and_by_when() {
    assert_eq!(fields(check(&content(), 2027)), Vec::<String>::new());
    assert_eq!(fields(check(&Content::default(), 2027)), ["strengths", "gap.0.focus", "step.0.doing"]);
    let mut wrong = content();
    wrong.gaps[0].goal = "Bisa".into();
    wrong.steps[1].due = day(2028, 1, 1);
    assert_eq!(fields(check(&wrong, 2027)), ["gap.0.goal", "step.1.due"]);
    let mut courses = content();
    courses.steps.remove(0);
    let keys: Vec<_> = advice(&courses).into_iter().map(|text| text.key.into_owned()).collect();
    assert_eq!(keys, ["development-advice-at-work", "development-advice-courses"]);
    assert_eq!(advice(&content()), Vec::new());
}

#[test]
fn it_is_handed_over_agreed_and_reported_on() {
    let at = noon(day(2027, 2, 1));
    let word = |agreed, says: &str| Word { by: id(9), at, agreed, says: says.into() };
    let drafted = plan(content());
    assert!(agree(&drafted, word(true, "")).is_err(), "nothing was handed over");
    let sent = send(&drafted, at).expect("complete");
    assert!(send(&sent, at).is_err());
    assert!(agree(&sent, word(false, "Kurang")).is_err(), "giving back says why");
    let back = agree(&sent, word(false, "Tambahkan langkah di tempat kerja.")).expect("given back");
    assert_eq!((sent.state(), back.state()), (State::Diajukan, State::Dikembalikan));
    let agreed = agree(&send(&back, at).expect("again"), word(true, "")).expect("agreed");
    assert_eq!((agreed.state(), agreed.hours()), (State::Disepakati, 16));
    let entry = |step: u128, on, said: &str| Entry {
        id: id(7),
        plan: agreed.id,
        step: id(step),
        on,
        said: said.into(),
        done: true,
        by: agreed.employee,
        at,
    };
    let today = day(2027, 2, 1);
    let said = "Rapat Senin saya pimpin sendiri.";
    assert_eq!(fields(check_entry(&agreed, &entry(1, today, said), today)), Vec::<String>::new());
    assert_eq!(fields(check_entry(&agreed, &entry(5, day(2027, 3, 1), "ya"), today)), ["step", "said", "on"]);
    assert!(check_entry(&sent, &entry(1, today, said), today).is_err(), "not agreed yet");
    assert_eq!(agreed.done(&[entry(1, today, said)]), 1);
    assert_eq!(write(&agreed, content()).state(), State::Draf, "what is written anew is handed over anew");
}

#[test]
fn a_competence_is_found_by_the_words_of_its_name() {
    let texts = ["Komunikasi dengan warga perlu lebih tenang.", "Laporannya rapi.", "Latih komunikasi lisan."];
    for (name, n) in [("Keterampilan komunikasi", 2), ("Keterampilan teknologi informasi", 0), ("Mutu hasil", 0)] {
        assert_eq!(mentions(name, texts), n, "{name}");
    }
    for source in [Source::Competence("a".into()), Source::Performance, Source::Feedback, Source::Own] {
        assert_eq!(Source::from_code(&source.code()), Some(source));
    }
}
