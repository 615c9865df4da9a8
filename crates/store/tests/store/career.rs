//! Round trips of mentoring and of what results may open; and that none of it is seen from another agency.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, id, noted},
};
use domain::{
    decision::{Reason, Text},
    evaluation::Predikat,
    ids::EmployeeId,
    mentoring::{Case, Exit, Heard, Kind, Meeting, Outcome, Step, Weakness},
    talent::{
        boxes::{Performance, Placement, Potential, PotentialRating},
        eligibility::{CareerNote, Fact},
        skill::{Consent, Offer, Skill},
        succession::{CriticalPost, Nominee},
    },
};
use std::sync::Arc;
use store::{PageOf, StoreError, TalentMap, TalentPlace, Tx};

struct Careers {
    case: Case,
    over: Case,
    step: Step,
    meeting: Meeting,
    notes: Vec<CareerNote>,
    rating: PotentialRating,
    map: TalentMap,
    places: Vec<TalentPlace>,
    critical: CriticalPost,
    nominee: Nominee,
    skill: Skill,
    gone: Skill,
    consent: Consent,
    offer: Offer,
}

fn reason() -> Reason {
    Reason::new(Text::new("talent-box-is").with("box", 9_u32))
}

impl Careers {
    fn new(all: &Everything) -> Self {
        let [member, leader, superior]: [EmployeeId; 3] = [0, 1, 2].map(|n| all.employees[n].id);
        let case = Case {
            id: id(),
            kind: Kind::Mentoring,
            employee: member,
            rater: Some(leader),
            superior: Some(superior),
            proposal: Some(uuid::Uuid::from_u128(7)),
            because: Some(reason()),
            reason: "Dua tahun di bawah rata-rata".to_owned(),
            weaknesses: vec![Weakness { criterion: Some("ketepatan".to_owned()), says: "Ketepatan".to_owned() }],
            heard: Some(Heard { says: "Belum paham".to_owned(), help: "Contoh".to_owned(), at: at(41) }),
            mentor: Some(superior),
            matched: Some(reason()),
            from: day(2, 1),
            review_on: day(8, 1),
            exit: None,
            by: leader,
            at: at(40),
            revision: 3,
        };
        let exit = Exit { outcome: Outcome::Membaik, says: "Sudah tepat".to_owned(), by: leader, at: at(60) };
        let over = Case {
            id: id(),
            kind: Kind::Perbaikan,
            heard: None,
            mentor: None,
            exit: Some(exit),
            at: at(39),
            ..case.clone()
        };
        let note = |fact, yes, n| CareerNote {
            id: id(),
            employee: member,
            fact,
            yes,
            on: day(1, 5),
            source: "SK 1".to_owned(),
            by: leader,
            at: at(n),
        };
        let map = TalentMap { id: id(), on: day(3, 1), policy: "uji@1".to_owned(), by: leader, at: at(50) };
        let placed = Placement {
            performance: Some(Performance::Diatas),
            score: Some(8_500),
            potential: Some(Potential::Tinggi),
            number: Some(9),
        };
        let place = |employee, placement| TalentPlace {
            map: map.id,
            employee,
            unit: Some(all.units[1].id),
            placement,
            because: reason(),
        };
        let places = vec![place(member, placed), place(leader, Placement::default())];
        let critical = CriticalPost {
            id: id(),
            post: all.posts[1].id,
            reason: "Pensiun".to_owned(),
            by: leader,
            at: at(51),
            ended_on: None,
        };
        let nominee = Nominee {
            id: id(),
            critical: critical.id,
            employee: member,
            reason: "Siap".to_owned(),
            because: reason(),
            by: leader,
            at: at(52),
            ended_on: Some(day(4, 1)),
        };
        let skill = Skill {
            id: id(),
            employee: member,
            field: "tik".to_owned(),
            level: 4,
            proof: "Dasbor".to_owned(),
            shared: true,
            at: at(53),
            ended_on: None,
        };
        let consent = Consent {
            employee: member,
            field: "tik".to_owned(),
            asked_by: leader,
            asked_at: at(54),
            answer: Some((false, at(55))),
        };
        let offer = Offer {
            id: id(),
            field: "tik".to_owned(),
            unit: all.units[0].id,
            name: "Kelas".to_owned(),
            purpose: "Belajar".to_owned(),
            people: vec![member],
            by: leader,
            at: at(56),
        };
        Self {
            step: Step {
                id: id(),
                case: case.id,
                what: "Membaca".to_owned(),
                due: day(3, 1),
                done_on: Some(day(2, 20)),
                note: "Selesai".to_owned(),
                by: superior,
                at: at(42),
            },
            meeting: Meeting {
                id: id(),
                case: case.id,
                on: day(2, 10),
                place: "Ruang".to_owned(),
                talked: "Membahas".to_owned(),
                next: "Menulis".to_owned(),
                by: superior,
                at: at(43),
            },
            notes: vec![note(Fact::RankSince, None, 44), note(Fact::NoDiscipline, Some(false), 45)],
            rating: PotentialRating {
                id: id(),
                employee: member,
                assessment: Some(9_000),
                track_record: None,
                on: day(1, 9),
                source: "Asesmen".to_owned(),
                reason: "Jelas".to_owned(),
                by: leader,
                at: at(46),
            },
            gone: Skill { id: id(), field: "data".to_owned(), ended_on: Some(day(5, 1)), ..skill.clone() },
            case,
            over,
            map,
            places,
            critical,
            nominee,
            skill,
            consent,
            offer,
        }
    }

    async fn save(&self, tx: &Tx) -> Result<(), StoreError> {
        tx.save_mentoring(&self.case).await?;
        tx.save_mentoring(&self.over).await?;
        tx.save_mentoring_step(&self.step).await?;
        tx.insert_mentoring_meeting(&self.meeting).await?;
        for note in &self.notes {
            tx.insert_career_note(note).await?;
        }
        tx.insert_potential(&self.rating).await?;
        let places: Vec<_> = self.places.iter().map(|place| (place.clone(), "Ayu".to_owned())).collect();
        tx.insert_talent_map(&self.map, &places).await?;
        tx.save_critical_post(&self.critical).await?;
        tx.save_nominee(&self.nominee).await?;
        tx.save_skill(&self.skill).await?;
        tx.save_skill(&self.gone).await?;
        tx.save_skill_consents(std::slice::from_ref(&self.consent)).await?;
        tx.insert_skill_offer(&self.offer).await?;
        tx.journal(&noted("career")).await
    }
}

#[tokio::test]
async fn careers_come_back_as_they_were_and_stay_in_their_agency() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let other = Everything::new("B", 2).save(&store).await;
        let given = Arc::new(Careers::new(&all));
        let job = Arc::clone(&given);
        change(&store, all.agency.id, move |tx| {
            let given = Arc::clone(&job);
            async move { given.save(&tx).await }
        })
        .await
        .unwrap();
        let [member, leader, superior] = [0, 1, 2].map(|n| all.employees[n].id);
        let page = PageOf::default();
        let s = store.scope(all.agency.id);
        assert_eq!(s.mentoring(given.case.id).await.unwrap().as_ref(), Some(&given.case));
        assert_eq!(s.mentoring_all().await.unwrap(), [given.case.clone(), given.over.clone()]);
        assert_eq!(s.mentoring_running().await.unwrap(), [given.case.clone()]);
        for (who, cases) in [(member, 2), (leader, 2), (superior, 2)] {
            assert_eq!(s.mentoring_with(who).await.unwrap().len(), cases);
        }
        assert_eq!(s.mentoring_steps(given.case.id).await.unwrap(), [given.step.clone()]);
        assert_eq!(s.mentoring_meetings(given.case.id).await.unwrap(), [given.meeting.clone()]);
        assert!(s.touched(superior, day(2, 1)).await.unwrap().mentoring);
        assert!(!s.touched(member, day(2, 1)).await.unwrap().skills, "answered");
        assert_eq!(s.career_notes(None).await.unwrap(), given.notes);
        assert_eq!(s.career_notes(Some(&[leader])).await.unwrap(), []);
        assert_eq!(s.potentials(Some(&[member])).await.unwrap(), [given.rating.clone()]);
        assert_eq!(s.talent_maps().await.unwrap(), [given.map.clone()]);
        assert_eq!(s.talent_counts(given.map.id).await.unwrap().iter().map(|(_, n)| n).sum::<u64>(), 2);
        assert_eq!(s.talent_box(given.map.id, 9, page).await.unwrap().rows, [given.places[0].clone()]);
        assert_eq!(s.talent_box(given.map.id, 0, page).await.unwrap().rows, [given.places[1].clone()]);
        assert_eq!(s.talent_places(given.map.id, &[7, 8, 9]).await.unwrap(), [given.places[0].clone()]);
        assert_eq!(s.talent_place(given.map.id, leader).await.unwrap(), Some(given.places[1].clone()));
        assert_eq!(s.critical_posts().await.unwrap(), [given.critical.clone()]);
        assert_eq!(s.nominees(&[given.critical.id]).await.unwrap(), [given.nominee.clone()]);
        assert_eq!(s.skills(None).await.unwrap(), [given.skill.clone()], "what was taken back is not there");
        assert_eq!(s.skill_consents(Some(&[member])).await.unwrap(), [given.consent.clone()]);
        assert_eq!(s.skill_offers().await.unwrap(), [given.offer.clone()]);
        assert_eq!(s.good_words().await.unwrap().len(), 1);
        let briefs = s.briefs(&[all.period.id], None).await.unwrap();
        assert_eq!(
            briefs.iter().map(|brief| (brief.employee, brief.predikat)).collect::<Vec<_>>(),
            [(all.evaluation.employee, all.evaluation.predikat)]
        );
        assert!(briefs[0].predikat.is_none_or(|predikat| predikat >= Predikat::SangatKurang));

        // From the other agency nothing of it is there, whatever ids are asked for.
        let o = store.scope(other.agency.id);
        assert_eq!(o.mentoring(given.case.id).await, Ok(None));
        assert_eq!(o.mentoring_all().await, Ok(Vec::new()));
        assert_eq!(o.mentoring_running().await, Ok(Vec::new()));
        assert_eq!(o.mentoring_with(member).await, Ok(Vec::new()));
        assert_eq!(o.mentoring_steps(given.case.id).await, Ok(Vec::new()));
        assert_eq!(o.mentoring_meetings(given.case.id).await, Ok(Vec::new()));
        assert_eq!(o.career_notes(Some(&[member])).await, Ok(Vec::new()));
        assert_eq!(o.potentials(None).await, Ok(Vec::new()));
        assert_eq!(o.talent_maps().await, Ok(Vec::new()));
        assert_eq!(o.talent_counts(given.map.id).await, Ok(Vec::new()));
        assert_eq!(o.talent_box(given.map.id, 9, page).await.unwrap().total, 0);
        assert_eq!(o.talent_places(given.map.id, &[9]).await, Ok(Vec::new()));
        assert_eq!(o.talent_place(given.map.id, member).await, Ok(None));
        assert_eq!(o.critical_posts().await, Ok(Vec::new()));
        assert_eq!(o.nominees(&[given.critical.id]).await, Ok(Vec::new()));
        assert_eq!(o.skills(None).await, Ok(Vec::new()));
        assert_eq!(o.skill_consents(None).await, Ok(Vec::new()));
        assert_eq!(o.skill_offers().await, Ok(Vec::new()));
        assert_eq!(o.briefs(&[all.period.id], Some(&[all.evaluation.employee])).await, Ok(Vec::new()));
        assert_eq!(o.circumstances_on(day(2, 1)).await, Ok(Vec::new()));
        // And nothing can be written there for people of this one.
        let job = Arc::clone(&given);
        let written = change(&store, other.agency.id, move |tx| {
            let given = Arc::clone(&job);
            async move { tx.save_mentoring(&given.case).await }
        });
        assert!(written.await.is_err(), "a case of people of another agency");
    })
    .await;
}
