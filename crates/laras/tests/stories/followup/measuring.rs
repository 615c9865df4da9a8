//! What an agency needs, and what a programme brought about: over many people, with what is not known told apart.

use super::draft;
use crate::open;
use actions::training::{
    catalogue::{Draft, see, write},
    need::{Asked, see as needs},
};
use domain::{
    assessment::Rating,
    decision::{Reason, Text},
    evaluation::{Evaluation, Period, Predikat, Rhythm, period::dates_of},
    ids::{EmployeeId, PeriodId, SkpId, TrainingId},
    permissions::Action,
    scheme::{SchemeResult, combine::Form, score::CriterionScore},
    time::DateRange,
    training::{Build, Kind, Record},
};
use testkit::{Stage, for_each_engine};

const PEOPLE: usize = 40;

/// A closed year in which the crowd came to these levels of a criterion; `None`: nobody rated it.
async fn results(
    stage: &Stage,
    year: i32,
    of: &'static str,
    levels: impl Fn(usize) -> Option<i64> + Send + Sync + 'static,
) -> PeriodId {
    let people = crowd(stage).await;
    let office = stage.as_("wiryo");
    let levels: Vec<Option<i64>> = (0..people.len()).map(levels).collect();
    let made = office.act(Action::PeriodManage, move |work| {
        let (people, levels) = (people.clone(), levels.clone());
        async move {
            let period = Period {
                id: work.id(),
                year,
                rhythm: Rhythm::Tahunan,
                number: 1,
                dates: dates_of(year, Rhythm::Tahunan, 1).expect("a year"),
                policy: "surakarta@1".into(),
                opened_at: Some(work.ctx.at),
                closed_at: Some(work.ctx.at),
            };
            work.save_period(&period).await?;
            let mut all = Vec::new();
            for ((employee, skp), level) in people.iter().zip(&levels) {
                let scored = |code: &str, level| CriterionScore {
                    code: code.into(),
                    level,
                    score: level,
                    required: None,
                    roles: Vec::new(),
                };
                let scheme = SchemeResult {
                    form: Form::Bands,
                    predikat: Some(Predikat::Baik),
                    score: *level,
                    band: None,
                    dimensions: Vec::new(),
                    criteria: vec![scored(of, *level), scored("mutu", Some(300))],
                };
                all.push(Evaluation {
                    id: work.id(),
                    period: period.id,
                    skp: *skp,
                    skp_version: 1,
                    employee: *employee,
                    evaluator: work.ctx.me(),
                    hasil: Rating::Sesuai,
                    perilaku: Rating::Sesuai,
                    predikat: Some(Predikat::Baik),
                    scheme: Some(scheme),
                    capaian: None,
                    because: Reason::new(Text::new("scheme-nothing-known")),
                    policy: "surakarta@1".into(),
                    notes: String::new(),
                    signed_at: work.ctx.at,
                    delivered_at: None,
                    acknowledged_at: None,
                });
            }
            work.insert_evaluations(&all).await?;
            work.journal("period", period.id, None, Some(&period)).await?;
            Ok(period.id)
        }
    });
    made.await.expect("results")
}

async fn crowd(stage: &Stage) -> Vec<(EmployeeId, SkpId)> {
    let scope = stage.as_("wiryo").read();
    let mut people: Vec<_> = scope.everyone("2026-06-01".parse().expect("a day")).await.expect("people");
    people.retain(|person| person.employee.name.starts_with("Pegawai Ramai"));
    people.sort_by_key(|person| person.employee.name.clone());
    let ids: Vec<EmployeeId> = people.iter().map(|person| person.employee.id).collect();
    let plans = scope.skps_of_year_for(&ids, 2026).await.expect("plans");
    let plan = |id: EmployeeId| plans.iter().find(|skp| skp.employee == id).expect("a plan").id;
    ids.into_iter().map(|id| (id, plan(id))).collect()
}

/// The first so many followed a programme in 2027.
async fn followed(stage: &Stage, program: TrainingId, n: usize) {
    let people = crowd(stage).await;
    let office = stage.as_("wiryo");
    let done = office.act(Action::TrainingManage, move |work| {
        let people = people.clone();
        async move {
            let record = |(employee, _): &(EmployeeId, SkpId)| Record {
                id: work.id(),
                employee: *employee,
                nomination: None,
                program: Some(program),
                name: "Komunikasi".into(),
                kind: Kind::Teknis,
                provider: "Balai".into(),
                hours: 16,
                dates: DateRange { from: "2027-03-01".parse().expect("a day"), until: "2027-03-02".parse().ok() },
                passed: None,
                certificate: None,
                by: work.ctx.me(),
                at: work.ctx.at,
                verified: Some((work.ctx.me(), work.ctx.at)),
                refused: None,
            };
            let records: Vec<Record> = people.iter().take(n).map(record).collect();
            work.save_training_records(&records).await?;
            work.journal("training_record", "-", None, Some(&n)).await
        }
    });
    done.await.expect("records");
}

#[tokio::test(flavor = "multi_thread")]
async fn r19_the_effect_beside_comparable_people() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        stage.crowd(PEOPLE, None).await;
        let id = write(&stage.as_("wiryo"), None, 0, draft("KOM-1", "Komunikasi", 3)).await.expect("a programme");
        // Everybody begins at 2,00. Who took part (the first ten) rises by 1,00, the others by 0,20: 0,80 more.
        results(&stage, 2026, "komunikasi", |_| Some(200)).await;
        results(&stage, 2027, "komunikasi", |n| Some(if n < 10 { 300 } else { 220 })).await;
        followed(&stage, id, 10).await;
        stage.at("2028-02-01 09:00");
        let page = see(&stage.as_("wiryo"), id).await.expect("the programme");
        let effect = page.effect.expect("the office sees it").remove(0);
        assert_eq!((effect.took_part, effect.compared), (10, 30));
        assert_eq!(effect.own, Some((200, 300)));
        assert_eq!(effect.beside, Some((80, Some((80, 80)))), "nothing varies within the groups");
        let mut joko = open(&stage, "joko").await;
        let page = joko.visit(&format!("/pelatihan/{id}")).await;
        page.assert_says("2 menjadi 3").assert_says("+0,8 tingkat").assert_says("bukan bukti sebab-akibat");
        let ratna = see(&stage.as_("sari"), id).await.expect("everybody reads the catalogue");
        assert!(ratna.effect.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r19_the_effect_on_what_is_measured() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "wanggar", testkit::policies::library()).await;
        stage.crowd(PEOPLE, None).await;
        let builds = vec![Build { criterion: "sikap_layanan".into(), level: 3 }];
        let id = write(&stage.as_("wiryo"), None, 0, Draft { builds, ..draft("LAY-1", "Pelayanan", 3) }).await;
        let id = id.expect("a programme");
        results(&stage, 2026, "respons", |_| Some(200)).await;
        results(&stage, 2027, "respons", |n| Some(if n < 10 { 300 } else { 200 })).await;
        followed(&stage, id, 10).await;
        stage.at("2028-02-01 09:00");
        let effects = see(&stage.as_("wiryo"), id).await.expect("the programme").effect.expect("the office sees it");
        let of: Vec<&str> = effects.iter().map(|effect| effect.criterion.as_str()).collect();
        assert_eq!(of, ["sikap_layanan", "respons", "kehadiran"], "what it builds, then what is measured");
        assert_eq!((effects[0].took_part, effects[0].own), (0, None), "nobody rated it: nothing is said");
        assert_eq!((effects[1].own, effects[1].beside), (Some((200, 300)), Some((100, Some((100, 100))))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r17_needs_are_ranked_and_what_is_not_known_is_no_need() {
    for_each_engine(|store| async move {
        let stage = crate::stage_of(store, "surakarta").await;
        stage.crowd(PEOPLE, None).await;
        write(&stage.as_("wiryo"), None, 0, draft("KOM-1", "Komunikasi", 3)).await.expect("a programme");
        // Ten at 1,50, ten at 2,00, ten at 3,00; of ten nobody knows.
        let level = |n: usize| match n / 10 {
            0 => Some(150),
            1 => Some(200),
            2 => Some(300),
            _ => None,
        };
        results(&stage, 2026, "komunikasi", level).await;
        stage.at("2027-02-01 09:00");
        let office = stage.as_("wiryo");
        let all = needs(&office, Asked::default()).await.expect("needs");
        assert_eq!((all.known, all.analysis.people), (40, 20));
        let line = &all.analysis.lines[0];
        assert_eq!((line.criterion.as_str(), line.people, line.short, line.worst), ("komunikasi", 20, 2_500, 150));
        assert_eq!(all.analysis.whole, 20 * 1_500_000);
        // Ten unrated in communication, and everything else nobody looked at: neither a need nor the absence of one.
        assert!(all.unrated >= 10 && all.no_standard == 40, "{} {}", all.unrated, all.no_standard);
        assert_eq!(all.without, 9, "the cast has no result of that year");
        let some = needs(&office, Asked { budget: Some(15_000_000), ..Asked::default() }).await.expect("needs");
        assert_eq!((some.analysis.lines[0].funded, some.analysis.spent), (10, 15_000_000));
        assert!(some.analysis.lines[0].first.iter().take(10).all(|need| need.short == 150), "the farthest first");
        let mut wiryo = open(&stage, "wiryo").await;
        let page = wiryo.visit("/pelatihan/kebutuhan?anggaran=15.000.000").await;
        page.assert_says("Keterampilan komunikasi").assert_says("10 dari 20").assert_says("belum dinilai");
        wiryo
            .visit("/pelatihan/kebutuhan?anggaran=banyak")
            .await
            .assert_status(422)
            .assert_selector("#anggaran[aria-invalid]");
        assert_eq!(open(&stage, "sari").await.visit("/pelatihan/kebutuhan").await.status, 403);
    })
    .await;
}
