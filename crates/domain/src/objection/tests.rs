//! The life of an objection, its days, and everything that is refused with its rule.

use super::{
    Frame, Grounds, Objection, Outcome, Side, State, clock, state,
    steps::{self, Verdict},
};
use crate::{
    assessment::Rating,
    decision::{Reason, Refusal, Text},
    evaluation::{Evaluation, Predikat, document::Route},
    ids::EmployeeId,
    policy::Policy,
    testing::{day, id, library, noon},
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, NaiveDate, Utc};

const WHY: &str = "Realisasi triwulan IV belum dihitung, bukti sudah diunggah tepat waktu";

struct House {
    evaluation: Evaluation,
    policy: Policy,
    holidays: Holidays,
}

impl House {
    /// Signed by the rater, given to the employee on Friday 30 January 2026.
    fn new() -> Self {
        let library = library();
        let evaluation = Evaluation {
            id: id(500),
            period: id(300),
            skp: id(100),
            skp_version: 1,
            employee: id(200),
            evaluator: id(201),
            hasil: Rating::Sesuai,
            perilaku: Rating::Dibawah,
            predikat: Some(Predikat::Kurang),
            scheme: None,
            capaian: None,
            because: Reason::new(Text::new("evaluation-step-predikat")),
            policy: String::new(),
            notes: String::new(),
            signed_at: noon(day(2026, 1, 20)),
            delivered_at: Some(noon(day(2026, 1, 30))),
            acknowledged_at: None,
        };
        let policy = library.in_force("nasional", day(2025, 12, 31)).unwrap();
        Self { evaluation, policy, holidays: library.holidays().clone() }
    }

    fn frame(&self) -> Frame<'_> {
        Frame {
            evaluation: &self.evaluation,
            route: Route::Penilai,
            superior: id(202),
            window_ends: day(2026, 1, 31),
            zone: TimeZone::Wib,
            holidays: &self.holidays,
            policy: &self.policy,
        }
    }

    fn filed(&self, on: NaiveDate) -> Result<Objection, Refusal> {
        steps::file(id(600), None, grounds(), id(200), self.frame(), noon(on))
    }

    /// Filed on 11 February, both asked on the 12th and heard on the 13th.
    fn heard(&self) -> Objection {
        let asked = steps::ask(self.filed(day(2026, 2, 11)).unwrap(), id(202), self.frame(), noon(day(2026, 2, 12)));
        let rater = steps::say(
            asked.unwrap(),
            Side::Rater,
            "Perilaku dinilai dari tiga teguran",
            id(201),
            self.frame(),
            on(13),
        );
        steps::say(rater.unwrap(), Side::Employee, "Teguran itu sudah dicabut", id(200), self.frame(), on(13)).unwrap()
    }
}

fn grounds() -> Grounds {
    Grounds { reasons: WHY.into(), ..Grounds::default() }
}

fn on(february: u32) -> DateTime<Utc> {
    noon(day(2026, 2, february))
}

fn verdict(outcome: Outcome) -> Verdict<'static> {
    Verdict { outcome, reasons: "Bukti pencabutan teguran ada dan sah menurut bagian kepegawaian", recommendation: "" }
}

const CHANGED: Outcome = Outcome::Mengubah { hasil: Rating::Sesuai, perilaku: Rating::Sesuai };

/// The key and article of a refusal by a rule.
fn broken<T: std::fmt::Debug>(result: Result<T, Refusal>) -> (String, String) {
    match result.unwrap_err() {
        Refusal::Rule(broken) => (broken.says.key.to_string(), broken.cite.expect("a rule is cited").article),
        other => panic!("{other}"),
    }
}

fn keys(reason: &Reason, all: &mut Vec<String>) {
    all.push(reason.says.key.to_string());
    reason.from.iter().for_each(|r| keys(r, all));
}

#[test]
fn it_may_be_filed_until_the_fourteenth_working_day() {
    let house = House::new();
    // Imlek and its joint leave (16 and 17 February) are no working days.
    assert_eq!(clock::last_day_to_file(house.frame()), Some(day(2026, 2, 23)));
    assert_eq!(state(&house.filed(day(2026, 2, 23)).unwrap()), State::Diajukan);
    assert_eq!(broken(house.filed(day(2026, 2, 24))), ("objection-too-late".into(), "Ps 29; Bab V.B".into()));
    // The right is not cut: with its reason the late one is taken in, and it is said that it was late.
    let late = Grounds { late_because: "Dirawat di rumah sakit sampai 23 Februari".into(), ..grounds() };
    let late = steps::file(id(600), None, late, id(200), house.frame(), on(24)).unwrap();
    let [file, ..] = clock::limits(&late, house.frame());
    assert_eq!((file.late(day(2026, 6, 1)), clock::late_to_file(house.frame(), day(2026, 2, 24))), (Some(1), Some(1)));
    let asked = steps::ask(late, id(202), house.frame(), on(25)).unwrap();
    let ruling = steps::decide(asked, verdict(CHANGED), id(202), house.frame(), noon(day(2026, 3, 30)));
    let mut all = Vec::new();
    keys(&ruling.unwrap().ruling.unwrap().because, &mut all);
    assert!(all.contains(&"objection-filed-late".to_owned()), "{all:?}");
}

#[test]
fn the_days_begin_when_the_document_was_received_and_not_before() {
    let mut house = House::new();
    house.evaluation.delivered_at = None;
    assert_eq!(broken(house.filed(day(2026, 7, 1))).0, "objection-not-delivered");
    // Given months later, long after the 30 working days of the report: the right is whole.
    house.evaluation.delivered_at = Some(noon(day(2026, 7, 1)));
    let late = house.filed(day(2026, 7, 21)).unwrap();
    let [_, _, report] = clock::limits(&late, house.frame());
    assert!(report.late(day(2026, 7, 21)).is_some());
    let mut all = Vec::new();
    keys(&clock::standing(&late, house.frame(), day(2026, 7, 21)).because, &mut all);
    assert!(all.contains(&"objection-right-stays".to_owned()), "{all:?}");
}

#[test]
fn signing_for_the_document_does_not_give_the_right_away() {
    let mut house = House::new();
    house.evaluation.acknowledged_at = Some(noon(day(2026, 2, 2)));
    assert!(house.filed(day(2026, 2, 3)).is_ok());
}

#[test]
fn the_superior_hears_both_and_decides() {
    let house = House::new();
    let heard = house.heard();
    assert_eq!((state(&heard), clock::decision_due(&heard, house.frame())), (State::Diperiksa, day(2026, 2, 24)));
    let upheld = steps::decide(heard.clone(), verdict(Outcome::Menguatkan), id(202), house.frame(), on(24)).unwrap();
    assert_eq!(state(&upheld), State::Dikuatkan);
    assert_eq!(upheld.ruling.unwrap().predikat, Predikat::Kurang);
    let changed = steps::decide(heard, verdict(CHANGED), id(202), house.frame(), on(25)).unwrap();
    assert_eq!(state(&changed), State::Diubah);
    let ruling = changed.ruling.clone().unwrap();
    let new = steps::changed(&changed, id(501), &house.evaluation, &house.policy).unwrap();
    assert_eq!((new.predikat, new.evaluator, new.skp), (Some(Predikat::Baik), id(202), house.evaluation.skp));
    assert!(steps::changed(&house.heard(), id(501), &house.evaluation, &house.policy).is_none());
    assert_eq!(ruling.predikat, Predikat::Baik);
    let mut all = Vec::new();
    keys(&ruling.because, &mut all);
    assert_eq!(
        all,
        [
            "objection-changed",
            "objection-said",
            "objection-rater-said",
            "objection-employee-said",
            "objection-superior-said",
            "evaluation-predikat-follows",
            "objection-decided-late",
            "objection-final",
        ]
    );
    // What is decided is decided, and there is no second objection.
    let again = steps::decide(changed.clone(), verdict(CHANGED), id(202), house.frame(), on(26));
    assert_eq!(broken(again).0, "objection-is-decided");
    let second = steps::file(id(601), Some(&changed), grounds(), id(200), house.frame(), on(20));
    assert_eq!(broken(second).0, "objection-already");
}

#[test]
fn nobody_decides_unheard_and_silence_holds_nothing_up() {
    let house = House::new();
    let filed = house.filed(day(2026, 2, 11)).unwrap();
    let frame = house.frame();
    let early = steps::decide(filed.clone(), verdict(CHANGED), id(202), frame, on(24));
    assert_eq!(broken(early).0, "objection-both-heard", "nobody was asked");
    let asked = steps::ask(filed, id(202), frame, on(12)).unwrap();
    assert_eq!(
        broken(steps::decide(asked.clone(), verdict(CHANGED), id(202), frame, on(23))).0,
        "objection-both-heard"
    );
    let ruling = steps::decide(asked, verdict(CHANGED), id(202), frame, on(24)).unwrap().ruling.unwrap();
    let mut all = Vec::new();
    keys(&ruling.because, &mut all);
    assert!(all.contains(&"objection-rater-silent".to_owned()), "{all:?}");
}

#[test]
fn when_the_time_to_decide_runs_out_it_is_said() {
    let house = House::new();
    let heard = house.heard();
    let of = |today| {
        let mut all = Vec::new();
        keys(&clock::standing(&heard, house.frame(), today).because, &mut all);
        all
    };
    assert_eq!(of(day(2026, 2, 24)), ["objection-stands"]);
    assert_eq!(of(day(2026, 2, 25)), ["objection-stands", "objection-undecided", "objection-undecided-follows"]);
    // Still open, still decidable.
    assert!(steps::decide(heard, verdict(CHANGED), id(202), house.frame(), noon(day(2026, 6, 1))).is_ok());
}

#[test]
fn only_those_concerned() {
    let house = House::new();
    let frame = house.frame();
    let stranger: EmployeeId = id(299);
    assert_eq!(broken(steps::file(id(600), None, grounds(), stranger, frame, on(3))).0, "objection-not-yours");
    let filed = house.filed(day(2026, 2, 11)).unwrap();
    assert_eq!(broken(steps::ask(filed.clone(), stranger, frame, on(12))).0, "objection-only-superior");
    let said = steps::say(filed.clone(), Side::Rater, "Belum diminta", id(201), frame, on(12));
    assert_eq!(broken(said).0, "objection-not-asked");
    let asked = steps::ask(filed, id(202), frame, on(12)).unwrap();
    let said = steps::say(asked.clone(), Side::Rater, "Bukan saya penilainya", id(200), frame, on(12));
    assert_eq!(broken(said).0, "objection-not-your-word");
    assert_eq!(broken(steps::ask(asked, id(202), frame, on(13))).0, "objection-already-asked");
    for party in [200, 201] {
        let frame = Frame { superior: id(party), ..frame };
        let own = steps::decide(house.heard(), verdict(CHANGED), id(party), frame, on(20));
        assert_eq!(broken(own).0, "objection-only-superior", "a party does not judge");
    }
}

#[test]
fn a_result_by_the_superior_is_final() {
    let house = House::new();
    let frame = Frame { route: Route::Atasan, ..house.frame() };
    let (key, article) = broken(steps::may_file(None, frame));
    assert_eq!((key.as_str(), article.as_str()), ("objection-result-final", "Bab IV.A.11-12"));
}

#[test]
fn reasons_are_asked_for_and_a_change_changes_something() {
    let house = House::new();
    let short = Grounds { reasons: "tidak setuju".into(), ..Grounds::default() };
    let short = steps::file(id(600), None, short, id(200), house.frame(), on(3)).unwrap_err();
    assert!(matches!(short, Refusal::Fields(ref errors) if errors[0].field == "objection_reasons"));
    let same = Outcome::Mengubah { hasil: Rating::Sesuai, perilaku: Rating::Dibawah };
    let nothing = steps::decide(house.heard(), verdict(same), id(202), house.frame(), on(20));
    assert_eq!(broken(nothing).0, "objection-nothing-changed");
}

#[test]
fn a_review_of_a_scheme_has_no_objection() {
    let mut house = House::new();
    house.evaluation.predikat = None;
    assert_eq!(broken(house.filed(day(2026, 2, 3))).0, "objection-review-has-none");
}
