//! A small scheme and a result of it.

use chrono::NaiveDate;
use domain::{
    decision::{Certainty, Citation, Reason, Text},
    evaluation::Predikat,
    policy::Cited,
    scheme::{
        Combine, Criterion, Role, Scheme, SchemeResult,
        combine::{Band, Form as Way, Measure, Rounding, WhenUnknown},
        criterion::{Dimension, Measured, Reads},
        disagreement,
        follow::{Act, Programme},
        outlook::Proposal,
        rater::{Nominated, RaterRule, WhenFew},
        score::{CriterionScore, RoleMean},
    },
};

fn cited<T>(value: T) -> Cited<T> {
    Cited { value, cite: cite(), from: NaiveDate::default(), source: String::new() }
}

pub(super) fn cite() -> Citation {
    Citation { policy: "plaju".into(), article: "Metode Penilaian (R8)".into(), certainty: Certainty::Assumption }
}

/// A small scheme with everything in it: peers without names, a countersignature, a measured criterion.
pub(crate) fn scheme() -> Scheme {
    let criterion = |code: &str, dimension: &str, name: &str, reads: Reads| Criterion {
        code: code.into(),
        dimension: dimension.into(),
        name: name.into(),
        reads,
        anchors: [
            "Sering keliru dan pemohon harus kembali.",
            "Kadang keliru atau kurang lengkap.",
            "Benar dan lengkap sesuai permintaan.",
            "Benar, lengkap, dan mudah dipahami tanpa penjelasan tambahan.",
            "Selain itu menyiapkan jawaban yang membantu rekan lain.",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    let speed = Measured {
        gauged: None,
        unit: "hari kerja".into(),
        direction: domain::plan::Direction::LowerIsBetter,
        cuts: [17, 10, 5, 2].map(domain::amount::Amount::whole).to_vec(),
    };
    let rater = |role, turn, weight, sees: &[Role]| RaterRule {
        role,
        dimensions: None,
        turn,
        weight,
        min: 1,
        max: Some(1),
        anonymous: false,
        sees: sees.to_vec(),
        nominated: Nominated::Line,
        countersigned: (role == Role::Penilai).then_some(Role::Atasan),
        trained: false,
        months: 0,
        few: WhenFew::ToPenilai,
    };
    let peers = RaterRule {
        min: 3,
        max: Some(5),
        anonymous: true,
        nominated: Nominated::Employee,
        months: 3,
        ..rater(Role::Rekan, 1, 30, &[])
    };
    let band = |code: &str, name: &str, from| Band { code: code.into(), name: name.into(), from };
    Scheme {
        code: "contoh".into(),
        scale: Some(cited(
            ["Jauh di bawah harapan", "Di bawah harapan", "Sesuai harapan", "Di atas harapan", "Jauh di atas harapan"]
                .map(str::to_owned)
                .to_vec(),
        )),
        dimensions: Some(cited(
            [("pelayanan", "Kualitas pelayanan", 60), ("disiplin", "Kedisiplinan", 40)]
                .map(|(code, name, weight)| Dimension { code: code.into(), name: name.into(), weight: Some(weight) })
                .to_vec(),
        )),
        criteria: Some(cited(vec![
            criterion("respons", "pelayanan", "Kecepatan menjawab", Reads::Indicator(speed)),
            criterion("ketepatan", "pelayanan", "Ketepatan jawaban", Reads::Rating),
            criterion("tenggat", "disiplin", "Menepati tenggat", Reads::Rating),
        ])),
        raters: Some(cited(vec![rater(Role::Diri, 1, 0, &[]), peers, rater(Role::Penilai, 2, 70, &[Role::Diri])])),
        combine: Some(cited(Combine {
            form: Way::Weighted,
            measure: Measure::Level,
            rounding: Rounding::HalfUp,
            unknown: WhenUnknown::LeaveOut,
            bands: vec![band("bawah", "Di bawah harapan", 0), band("sesuai", "Sesuai harapan", 250)],
        })),
        disagreement: Some(cited(disagreement::Rule {
            gap: 2,
            days: 5,
            seen_by: Role::Atasan,
            text: "Berbeda pandangan itu wajar. Bicarakan dengan membawa contoh.".into(),
        })),
        ..Scheme::default()
    }
}

/// A scheme's result with what follows, for the page of a result.
pub(crate) fn result() -> (Scheme, SchemeResult, Vec<Proposal>) {
    let mean = |role, n, level| RoleMean { role, n, level };
    let scored = |code: &str, level: Option<i64>, roles: Vec<RoleMean>| CriterionScore {
        code: code.into(),
        level,
        score: level,
        required: None,
        roles,
    };
    let result = SchemeResult {
        form: Way::Weighted,
        predikat: Some(Predikat::Baik),
        score: Some(268),
        band: Some("sesuai".into()),
        dimensions: vec![("pelayanan".into(), Some(238)), ("disiplin".into(), Some(313))],
        criteria: vec![
            scored("respons", None, Vec::new()),
            scored(
                "ketepatan",
                Some(238),
                vec![mean(Role::Diri, 1, 400), mean(Role::Rekan, 4, 325), mean(Role::Penilai, 1, 200)],
            ),
            scored("tenggat", Some(313), vec![mean(Role::Diri, 1, 300), mean(Role::Penilai, 1, 400)]),
        ],
    };
    let says = Text::new("scheme-follows")
        .with("programme", Programme::Training.label())
        .with("text", "Pelatihan untuk keterampilan yang masih lemah.");
    let when = Text::new("scheme-when")
        .with("year", 2026)
        .with("what", Text::new("scheme-what-level").with("criterion", "Ketepatan jawaban"))
        .with("have", domain::amount::Amount(23_800))
        .with("test", Text::new("scheme-test-at-most"))
        .with("limit", domain::amount::Amount(25_000));
    let proposal = Proposal {
        rule: "pelatihan".into(),
        criterion: Some("ketepatan".into()),
        act: Act::Propose,
        programme: Programme::Training,
        text: "Pelatihan untuk keterampilan yang masih lemah.".into(),
        because: Reason::new(says).cited(cite()).resting_on([Reason::new(when)]),
    };
    (scheme(), result, vec![proposal])
}
