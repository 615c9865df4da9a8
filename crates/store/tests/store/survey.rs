//! The survey: what is kept comes back, counts equal the answers added up again, devices and tickets answer once.

use crate::{
    engines::for_each_engine,
    support::{agency, at, change, day, id, unit},
};
use domain::{
    ids::{AgencyId, RoundId, ServiceId, UnitId},
    survey::{
        Answers, Channel, Place, Profile, Question, Round, Said, Service, Tally, Weight,
        answer::{Age, Sex},
    },
    time::DateRange,
};
use std::collections::BTreeMap;
use store::{Before, Kept, PageOf, Store, StoreError};

fn service(unit: UnitId, code: &str) -> Service {
    Service {
        id: id(),
        unit,
        code: code.to_owned(),
        name: format!("Layanan {code}"),
        users: 400,
        tickets: true,
        pace: 30,
        kiosk_key: "k7".to_owned(),
        questions: vec![Question { code: "antre".to_owned(), text: "Antre?".to_owned(), scale: true }],
        retired: false,
    }
}

fn round() -> Round {
    Round {
        id: id(),
        name: "Semester I 2026".to_owned(),
        dates: DateRange { from: day(1, 1), until: Some(day(6, 30)) },
        weight: Weight::Hundredths,
        smallest: 10,
        salt: "garam".to_owned(),
        closed_at: None,
    }
}

fn kept(round: RoundId, service: ServiceId, n: u64, channel: Channel) -> Kept {
    let digit = |at: u64| char::from(b'1' + ((n / (at + 1) + at) % 4) as u8);
    let said = Said {
        id: id(),
        round,
        service,
        at: at(n as i64 / 7),
        channel,
        answers: Answers::from_pattern(&(0..9).map(digit).collect::<String>()).unwrap(),
        profile: Profile {
            age: n.is_multiple_of(2).then_some(Age::To35),
            sex: n.is_multiple_of(3).then_some(Sex::Perempuan),
            ..Profile::default()
        },
        words: if n.is_multiple_of(5) { format!("Kursinya kurang {n}") } else { String::new() },
        extra: BTreeMap::from([("antre".to_owned(), (n % 4 + 1).to_string())]),
    };
    Kept { said, digest: (n % 2 == 1).then(|| format!("{n:064x}")) }
}

struct Set {
    agency: AgencyId,
    service: Service,
    round: Round,
}

async fn set(store: &Store) -> Set {
    let agency = agency("Instansi Survei");
    let id = agency.id;
    store.directory().create_agency(agency).await.unwrap();
    let unit = unit("LOKET", None);
    let (service, round) = (service(unit.id, "kartu-keluarga"), round());
    let place = Place { round: round.id, service: service.id, population: 380 };
    let rows = (unit, service.clone(), round.clone(), place);
    change(store, id, move |tx| {
        let (unit, service, round, place) = rows.clone();
        async move {
            tx.save_unit(&unit).await?;
            tx.save_service(&service).await?;
            tx.save_round(&round).await?;
            tx.save_places(&[place]).await
        }
    })
    .await
    .unwrap();
    Set { agency: id, service, round }
}

async fn insert(store: &Store, set: &Set, all: Vec<Kept>) -> Result<(), StoreError> {
    let (round, service) = (set.round.id, set.service.id);
    change(store, set.agency, move |tx| {
        let all = all.clone();
        async move { tx.insert_answers(round, service, &all).await }
    })
    .await
}

#[tokio::test]
async fn what_is_kept_comes_back_and_counts_equal_the_answers_added_up_again() {
    for_each_engine(|store| async move {
        let set = set(&store).await;
        let (round, service) = (set.round.id, set.service.id);
        let scope = store.scope(set.agency);
        assert_eq!(scope.services().await.unwrap(), [set.service.clone()]);
        assert_eq!(scope.service_by_code("kartu-keluarga").await.unwrap(), Some(set.service.clone()));
        assert_eq!(scope.rounds().await.unwrap(), [set.round.clone()]);
        assert_eq!(scope.round_of(service, day(6, 30)).await.unwrap(), Some(set.round.clone()));
        assert_eq!(scope.round_of(service, day(7, 1)).await.unwrap(), None);
        assert_eq!(scope.round_of(id(), day(6, 30)).await.unwrap(), None, "it takes no part in it");
        assert_eq!(scope.place(round, service).await.unwrap().map(|place| place.population), Some(380));

        // One by one, and several people at the same moment; then many at once, as a file does.
        let mut all: Vec<Kept> = (0..20).map(|n| kept(round, service, n, Channel::Link)).collect();
        for one in &all[..5] {
            insert(&store, &set, vec![one.clone()]).await.unwrap();
        }
        let together = all[5..].iter().map(|one| insert(&store, &set, vec![one.clone()]));
        for done in futures::future::join_all(together).await {
            done.unwrap();
        }
        let many: Vec<Kept> = (20..700).map(|n| kept(round, service, n, Channel::File)).collect();
        insert(&store, &set, many.clone()).await.unwrap();
        all.extend(many);

        let answers = scope.survey_answers(round, service).await.unwrap();
        assert_eq!(answers, all.iter().map(|kept| kept.said.clone()).collect::<Vec<_>>());
        let again: Vec<Tally> = answers.iter().map(Tally::of).collect();
        let counted = scope.survey_tallies(&[service], Some(round)).await.unwrap();
        assert_eq!(counted[&(round, service)], Tally::sum(&again), "counts are the answers, added up");
        assert_eq!(Tally::sum(&again).respondents(), 700);

        let words = scope.survey_words(round, service, PageOf { page: 1, per_page: 10 }).await.unwrap();
        assert_eq!((words.total, words.rows.len(), words.rows[0].words.as_str()), (140, 10, "Kursinya kurang 695"));
        let first = all[1].clone();
        let before = |id, digest: Option<String>, minute| {
            let scope = &scope;
            async move { scope.survey_before(id, (round, service), digest.as_deref(), minute).await.unwrap() }
        };
        let minute = at(1) - chrono::Duration::microseconds(123_456);
        let known = before(first.said.id, first.digest.clone(), minute).await;
        assert_eq!(known, Before { answered: true, used: true, pace: 7 });
        assert_eq!(before(id(), None, at(0)).await, Before::default(), "an instant is no minute");
        assert!(!before(id(), Some(format!("{:064x}", 999_999)), minute).await.used);
        assert!(scope.survey_batches(round, service).await.unwrap().is_empty(), "no three alike");
        let alike = |n: u64| Kept { digest: None, ..kept(round, service, 700 * n, Channel::Kiosk) };
        let same: Vec<Kept> = (1..=4_u64)
            .map(|n| {
                let mut one = alike(n);
                one.said.answers = Answers::from_pattern("444444444").unwrap();
                one.said.at = at(900);
                one
            })
            .collect();
        insert(&store, &set, same).await.unwrap();
        let batches = scope.survey_batches(round, service).await.unwrap();
        assert_eq!(
            batches.iter().map(|batch| (batch.answers.pattern(), batch.n)).collect::<Vec<_>>(),
            [("444444444".to_owned(), 4)]
        );
    })
    .await;
}

#[tokio::test]
async fn a_device_and_a_ticket_answer_once() {
    for_each_engine(|store| async move {
        let set = set(&store).await;
        let (round, service) = (set.round.id, set.service.id);
        insert(&store, &set, vec![kept(round, service, 1, Channel::Link)]).await.unwrap();
        let again = insert(&store, &set, vec![kept(round, service, 1, Channel::Link)]).await;
        assert_eq!(again, Err(StoreError::Duplicate { what: "survey_answer.round_id_service_id_digest".to_owned() }));
        let scope = store.scope(set.agency);
        let digests = [format!("{:064x}", 1), format!("{:064x}", 2)];
        assert_eq!(scope.survey_digest_used(round, service, &digests).await.unwrap(), digests[..1]);
        let counted = scope.survey_tallies(&[service], None).await.unwrap();
        assert_eq!(counted[&(round, service)].respondents(), 1, "what was refused is not counted");

        change(&store, set.agency, move |tx| async move {
            tx.insert_tickets(service, &["A1".to_owned(), "B2".to_owned()], at(1)).await?;
            assert!(tx.use_ticket(service, "A1", at(2)).await?);
            assert!(!tx.use_ticket(service, "A1", at(3)).await?, "used");
            assert!(!tx.use_ticket(service, "C3", at(3)).await?, "never handed out");
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!(scope.open_tickets(service).await.unwrap(), ["B2"]);
    })
    .await;
}

#[tokio::test]
async fn no_query_of_the_survey_reaches_another_agency() {
    for_each_engine(|store| async move {
        let set = set(&store).await;
        let (round, service) = (set.round.id, set.service.id);
        insert(&store, &set, vec![kept(round, service, 5, Channel::Link)]).await.unwrap();
        let other = agency("Instansi Lain");
        let s = store.scope(other.id);
        store.directory().create_agency(other).await.unwrap();
        assert!(s.services().await.unwrap().is_empty() && s.rounds().await.unwrap().is_empty());
        assert_eq!(s.service(service).await.unwrap(), None);
        assert_eq!(s.service_by_code("kartu-keluarga").await.unwrap(), None);
        assert_eq!(s.round(round).await.unwrap(), None);
        assert_eq!(s.round_of(service, day(2, 1)).await.unwrap(), None);
        assert_eq!(s.place(round, service).await.unwrap(), None);
        assert!(s.places(round).await.unwrap().is_empty() && s.places_of(&[service]).await.unwrap().is_empty());
        assert!(s.survey_tallies(&[service], Some(round)).await.unwrap().is_empty());
        assert!(s.survey_answers(round, service).await.unwrap().is_empty());
        assert_eq!(s.survey_words(round, service, PageOf::default()).await.unwrap().total, 0);
        assert!(s.survey_batches(round, service).await.unwrap().is_empty());
        assert!(s.open_tickets(service).await.unwrap().is_empty());
        assert!(s.survey_digest_used(round, service, &[format!("{:064x}", 5)]).await.unwrap().is_empty());
        let digest = format!("{:064x}", 5);
        let before = s.survey_before(id(), (round, service), Some(&digest), at(0)).await.unwrap();
        assert_eq!(before, Before::default());
    })
    .await;
}
