//! Teams: who agrees, what is counted, what follows.

use super::{
    Member, Part, Rated, Standing, State, TeamEntry, TeamResult, Word, Workteam, check,
    members::{advice, decide, end, leader, leader_on, leave, propose, word_at_once},
    predikat::{self, may_rate},
    results,
};
use crate::{
    amount::Amount,
    decision::{Certainty, FieldError, Refusal},
    evaluation::{Capaian, Predikat},
    ids::EmployeeId,
    people::ReportingLine,
    progress::track::Track,
    testing::{day, id, noon, target},
    time::DateRange,
};
use chrono::NaiveDate;
use proptest::prelude::*;

fn team() -> Workteam {
    Workteam {
        id: id(1),
        name: "Tim layanan terpadu".into(),
        purpose: "Satu pintu untuk permohonan informasi.".into(),
        unit: None,
        dates: DateRange { from: day(2026, 2, 1), until: Some(day(2026, 11, 30)) },
        by: id(90),
        at: noon(day(2026, 1, 20)),
        ended_on: None,
        revision: 1,
    }
}

fn yes(by: u128) -> Word {
    Word { by: id(by), at: noon(day(2026, 1, 22)), agreed: true, reason: String::new() }
}

fn no(reason: &str) -> Word {
    Word { agreed: false, reason: reason.into(), ..yes(80) }
}

fn member(n: u128, part: Part, share: Option<u32>, word: Option<Word>) -> Member {
    Member {
        id: id(100 + n),
        team: id(1),
        employee: id(n),
        part,
        work: "Menyusun naskah".into(),
        share,
        dates: team().dates,
        by: id(90),
        at: noon(day(2026, 1, 21)),
        rater: Some(id(80)),
        superior: Some(id(81)),
        word,
        ended_on: None,
    }
}

fn result(n: u128, amount: i64) -> TeamResult {
    TeamResult {
        id: id(200 + n),
        team: id(1),
        text: "Permohonan dijawab dalam tiga hari".into(),
        target: target(amount, "permohonan"),
        due: day(2026, 11, 30),
        carriers: vec![],
        by: id(90),
        at: noon(day(2026, 1, 25)),
        dropped_on: None,
    }
}

fn entry(n: u128, amount: Option<i64>, on: NaiveDate) -> TeamEntry {
    TeamEntry {
        id: id(300 + n),
        result: id(201),
        on,
        amount: amount.map(Amount::whole),
        did: "Menjawab permohonan".into(),
        proof: String::new(),
        corrects: None,
        by: id(2),
        at: noon(on),
    }
}

fn rated(capaian: Capaian) -> Rated {
    let reason = "Sesuai laporan bulan Juni.".into();
    Rated { result: id(201), text: "Permohonan dijawab".into(), capaian, reason, share: Some(5_000) }
}

fn named(refusal: &Refusal) -> Vec<String> {
    match refusal {
        Refusal::Fields(errors) => fields(errors),
        Refusal::Rule(broken) => vec![broken.says.key.to_string()],
        other => panic!("{other}"),
    }
}

fn fields(errors: &[FieldError]) -> Vec<String> {
    errors.iter().map(|error| format!("{} {}", error.field, error.text.key)).collect()
}

#[test]
fn a_team_says_what_it_is_for_and_where_it_is() {
    let (from, until) = (day(2026, 2, 1), Some(day(2026, 1, 1)));
    let wrong = fields(&check(" ", "Kerja", from, until));
    assert_eq!(
        wrong,
        ["name workteam-needs-name", "purpose workteam-needs-purpose", "until workteam-ends-before-it-begins"]
    );
    assert!(check("Tim", "Satu pintu untuk permohonan.", from, None).is_empty());
    let ended = Workteam { ended_on: Some(day(2026, 5, 5)), ..team() };
    for (team, on, want) in [
        (team(), day(2026, 1, 31), State::Direncanakan),
        (team(), day(2026, 2, 1), State::Berjalan),
        (team(), day(2026, 11, 30), State::Berjalan),
        (team(), day(2026, 12, 1), State::Berakhir),
        (ended.clone(), day(2026, 5, 4), State::Berjalan),
        (ended, day(2026, 5, 5), State::Berakhir),
    ] {
        assert_eq!(team.state(on), want, "{on}");
    }
}

#[test]
fn r4_the_rater_is_asked_first() {
    let line = |rater: u128, superior: Option<u128>| ReportingLine {
        id: id(1),
        employee: id(2),
        rater: id(rater),
        superior: superior.map(id),
        dates: DateRange::year(2026),
    };
    let at = noon(day(2026, 1, 21));
    // Proposed by 90: whose word is there at once?
    for (line, there) in [
        (None, true),
        (Some(line(80, Some(81))), false),
        (Some(line(90, Some(81))), true),
        (Some(line(80, Some(90))), false),
        (Some(line(80, None)), false),
    ] {
        assert_eq!(word_at_once(line.as_ref(), id(90), at).is_some(), there, "{line:?}");
    }
}

#[test]
fn a_proposal_is_answered_once_and_a_no_says_why() {
    let asked = member(2, Part::Anggota, Some(40), None);
    assert!(asked.waits());
    let agreed = decide(&asked, yes(80)).unwrap();
    assert_eq!(agreed.standing(day(2026, 3, 1)), Standing::Disetujui);
    assert_eq!(named(&decide(&agreed, yes(81)).unwrap_err()), ["workteam-word-is-given"]);
    assert_eq!(named(&decide(&asked, no("Sibuk")).unwrap_err()), ["reason workteam-decline-needs-reason"]);
    let own = Member { by: id(81), ..asked.clone() };
    assert_eq!(named(&decide(&own, yes(81)).unwrap_err()), ["workteam-word-of-rater"], "a superior asks the rater too");
    assert!(decide(&asked, yes(81)).is_ok(), "but may answer in the rater's place");
    let declined = decide(&asked, no("Sedang memegang dua tugas lain.")).unwrap();
    assert_eq!(declined.standing(day(2026, 3, 1)), Standing::Ditolak);
    assert!(!declined.works_on(day(2026, 3, 1)));
    let back = leave(&asked, day(2026, 1, 22)).unwrap();
    assert_eq!(named(&decide(&back, yes(80)).unwrap_err()), ["workteam-proposal-taken-back"]);
    assert_eq!(named(&leave(&back, day(2026, 1, 23)).unwrap_err()), ["workteam-part-is-over"]);
}

#[test]
fn nobody_is_in_a_team_twice_and_it_has_one_leader() {
    let today = day(2026, 1, 21);
    let there = [member(2, Part::Ketua, Some(50), Some(yes(80))), member(3, Part::Anggota, None, None)];
    let outside = DateRange { from: day(2026, 1, 1), until: Some(day(2026, 12, 31)) };
    let open = DateRange { until: None, ..team().dates };
    for (new, want) in [
        (member(4, Part::Anggota, Some(50), None), vec![]),
        (member(3, Part::Anggota, Some(50), None), vec!["member workteam-member-is-there"]),
        (member(4, Part::Ketua, Some(50), None), vec!["part workteam-has-leader"]),
        (member(4, Part::Anggota, Some(0), None), vec!["share workteam-share-out-of-range"]),
        (member(4, Part::Anggota, Some(101), None), vec!["share workteam-share-out-of-range"]),
        (Member { work: String::new(), ..member(4, Part::Anggota, None, None) }, vec!["work workteam-share-or-words"]),
        (
            Member { dates: outside, ..member(4, Part::Anggota, Some(5), None) },
            vec!["from workteam-outside-its-days", "until workteam-outside-its-days"],
        ),
        (Member { dates: open, ..member(4, Part::Anggota, Some(5), None) }, vec!["until workteam-outside-its-days"]),
    ] {
        let found = propose(&team(), &there, &new, today).err().map(|refusal| named(&refusal)).unwrap_or_default();
        assert_eq!(found, want, "{new:?}");
    }
    // Whoever was declined or has left may be proposed again, and somebody else may lead.
    let gone =
        [member(3, Part::Anggota, None, Some(no("Sedang cuti panjang."))), leave(&there[0], day(2026, 3, 1)).unwrap()];
    assert!(propose(&team(), &gone, &member(3, Part::Ketua, Some(50), None), today).is_ok());
    let over = end(&team(), day(2026, 5, 1)).unwrap();
    assert_eq!(over.revision, 2);
    let late = propose(&over, &[], &member(4, Part::Anggota, Some(5), None), day(2026, 5, 2)).unwrap_err();
    assert_eq!(named(&late), ["workteam-is-over"]);
    assert_eq!(named(&end(&over, day(2026, 5, 2)).unwrap_err()), ["workteam-is-over"]);
}

#[test]
fn shares_are_advice() {
    let today = day(2026, 3, 1);
    let of = |shares: [Option<u32>; 2]| {
        let two = [
            member(2, Part::Ketua, shares[0], Some(yes(80))),
            member(3, Part::Anggota, shares[1], Some(yes(80))),
            member(4, Part::Anggota, Some(90), None),
        ];
        advice(&two, today).into_iter().map(|reason| reason.says.key.to_string()).collect::<Vec<_>>()
    };
    assert!(of([Some(60), Some(40)]).is_empty(), "who has not been agreed to does not count");
    assert_eq!(of([Some(60), Some(50)]), ["workteam-advice-shares"]);
    assert!(of([None, None]).is_empty(), "words are enough");
    assert_eq!(advice(&[], today)[0].says.key, "workteam-advice-leader");
    let members = [member(2, Part::Ketua, None, Some(yes(80)))];
    assert_eq!(leader_on(&members, today).map(|m| m.employee), Some(id(2)));
    assert!(leader_on(&members, day(2026, 1, 25)).is_none(), "not before its days");
    assert_eq!(leader(&members, day(2026, 1, 25)).map(|m| m.employee), Some(id(2)), "but named already");
}

#[test]
fn a_result_is_measured_like_an_indicator() {
    let (team, result) = (team(), result(1, 100));
    let june = day(2026, 6, 30);
    let mut corrected = entry(2, Some(40), day(2026, 4, 1));
    corrected.corrects = Some(id(301));
    let entries = [
        entry(1, Some(400), day(2026, 4, 1)),
        corrected,
        entry(3, Some(20), day(2026, 5, 1)),
        entry(4, Some(40), day(2026, 7, 1)),
    ];
    let now = result.reached(&entries, &team, june);
    assert_eq!((now.amount, now.share, now.track.value), (Some(Amount::whole(60)), Some(6_000), Track::OnTrack));
    assert_eq!(result.reached(&entries, &team, day(2026, 7, 1)).track.value, Track::Reached);
    let none = result.reached(&[], &team, june);
    assert_eq!((none.amount, none.share), (None, None), "nothing reported is not zero");

    let members = [member(2, Part::Ketua, None, Some(yes(80)))];
    assert!(results::check(&team, &members, &result).is_empty());
    let mut wrong = TeamResult { text: String::new(), due: day(2027, 1, 1), carriers: vec![id(9)], ..result.clone() };
    wrong.target.unit.clear();
    assert_eq!(
        fields(&results::check(&team, &members, &wrong)),
        [
            "text workteam-result-needs-text",
            "target_unit workteam-target-needs-unit",
            "due workteam-outside-its-days",
            "carrier workteam-carrier-is-member"
        ]
    );
    let mut late = entry(5, Some(-1), day(2026, 7, 2));
    (late.did, late.corrects) = (String::new(), Some(id(999)));
    assert_eq!(
        fields(&results::check_entry(&team, &entries, &late, june)),
        [
            "did workteam-entry-needs-words",
            "amount workteam-target-negative",
            "on workteam-entry-not-yet",
            "corrects workteam-corrects-nothing"
        ]
    );
}

#[test]
fn r4_the_team_has_a_predikat_and_says_why() {
    use Capaian::{Baik, ButuhPerbaikan, Istimewa, Kurang, SangatKurang};
    for (capaian, want) in [
        (vec![Istimewa], Predikat::SangatBaik),
        (vec![Baik], Predikat::Baik),
        (vec![SangatKurang], Predikat::SangatKurang),
        // Of two middle ones the lower.
        (vec![Istimewa, Baik], Predikat::Baik),
        (vec![Istimewa, SangatKurang], Predikat::SangatKurang),
        (vec![Baik, Istimewa, Kurang], Predikat::Baik),
        (vec![Istimewa, Istimewa, Kurang], Predikat::SangatBaik),
        (vec![ButuhPerbaikan, Istimewa, Kurang, Baik], Predikat::ButuhPerbaikan),
    ] {
        let lines: Vec<Rated> = capaian.iter().copied().map(rated).collect();
        let decision = predikat::predikat(&lines).unwrap();
        assert_eq!(decision.value, want, "{capaian:?}");
        let cite = decision.because.cite.expect("a rule is named");
        assert_eq!(cite.certainty, Certainty::Assumption, "the law says nothing of it");
        assert_eq!(decision.because.from.len(), lines.len() + 1, "a line for each result, and the middle");
    }
    assert_eq!(named(&predikat::predikat(&[]).unwrap_err()), ["workteam-nothing-to-rate"]);
}

#[test]
fn every_result_is_judged_with_a_reason_and_nobody_judges_their_own_team() {
    let dropped = TeamResult { dropped_on: Some(day(2026, 3, 1)), ..result(3, 5) };
    let results = [result(1, 100), result(2, 5), dropped];
    let good = "Sesuai laporan bulan Juni.".to_owned();
    let said = [(results[0].id, Some(Capaian::Baik), good.clone()), (results[1].id, None, "Ya".to_owned())];
    let found = predikat::check(&results, &said);
    let of = |part: &str, key: &str| format!("{part}.{} {key}", results[1].id);
    assert_eq!(
        fields(&found),
        [of("capaian", "workteam-rate-needs-capaian"), of("reason", "workteam-rate-needs-reason")]
    );
    let whole = [said[0].clone(), (results[1].id, Some(Capaian::Kurang), good)];
    assert!(predikat::check(&results, &whole).is_empty(), "what was dropped needs no word");

    let members = [member(2, Part::Ketua, None, Some(yes(80))), member(3, Part::Anggota, None, None)];
    for (who, may) in [(2, false), (3, true), (90, true)] {
        let who: EmployeeId = id(who);
        assert_eq!(may_rate(&members, who, DateRange::year(2026)).is_ok(), may, "{who}");
    }
    assert!(may_rate(&members, id(2), DateRange::year(2027)).is_ok(), "not of a year in which they did not work there");
}

fn any_capaian() -> impl Strategy<Value = Capaian> {
    (0_usize..5).prop_map(|n| Capaian::ALL[n])
}

proptest! {
    /// Whatever was said: the team is neither worse than its worst nor better than its best result, the order in which
    /// they stand does not matter, and one result that is said to be better never makes the team worse.
    #[test]
    fn the_middle_is_fair(all in prop::collection::vec(any_capaian(), 1..9), at in 0_usize..9, better in any_capaian()) {
        let of = |all: &[Capaian]| {
            predikat::predikat(&all.iter().copied().map(rated).collect::<Vec<_>>()).unwrap().value
        };
        let value = of(&all);
        prop_assert!(all.iter().min().unwrap().peak() <= value && value <= all.iter().max().unwrap().peak());
        let reversed: Vec<Capaian> = all.iter().rev().copied().collect();
        prop_assert_eq!(of(&reversed), value);
        let mut raised = all.clone();
        let at = at % raised.len();
        raised[at] = raised[at].max(better);
        prop_assert!(of(&raised) >= value);
    }

    /// No word leaves somebody working without it, and no part outlasts its end.
    #[test]
    fn nobody_works_without_the_word(answer in 0_u8..3, left in proptest::option::of(0_u64..300), on in 0_u64..400) {
        let first = day(2026, 1, 1);
        let word = match answer { 0 => None, 1 => Some(yes(80)), _ => Some(no("Sedang memegang dua tugas lain.")) };
        let mut one = member(2, Part::Anggota, None, word);
        one.ended_on = left.map(|days| first + chrono::Days::new(days));
        let on = first + chrono::Days::new(on);
        if one.works_on(on) {
            prop_assert!(answer == 1 && team().dates.contains(on) && one.ended_on.is_none_or(|ended| on < ended));
            prop_assert_eq!(one.standing(on), Standing::Disetujui);
        }
    }
}
