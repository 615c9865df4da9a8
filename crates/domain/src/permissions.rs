//! Who may do what: the only place that answers this question.
//!
//! Two sources: roles somebody granted ([`crate::account::Role`]) and relations read from dated reporting lines and
//! units ([`Facts`]). A permission says only *who*; whether the moment is right (state of the plan, deadline,
//! self-assessment first) is asked of the room concerned. The whole matrix is a golden file, made to be read.

use crate::{
    account::{Actor, Role},
    decision::{Denied, Text},
};
use serde::{Deserialize, Serialize};

/// How the actor stands to the person or unit concerned, on the day concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// It is their own.
    pub is_self: bool,
    /// They are the Pejabat Penilai Kinerja (Ps 1).
    pub is_rater: bool,
    /// They are the Atasan Pejabat Penilai Kinerja.
    pub is_superior: bool,
    /// They lead the unit or a unit above it.
    pub leads_unit: bool,
    /// They are the other side: of a talk, of feedback they gave.
    pub is_party: bool,
    /// They were named, and agreed upon, to rate them in the scheme (peer, subordinate).
    pub is_nominated: bool,
}

impl Facts {
    /// No relation at all.
    pub const fn none() -> Self {
        Self {
            is_self: false,
            is_rater: false,
            is_superior: false,
            leads_unit: false,
            is_party: false,
            is_nominated: false,
        }
    }

    /// Their own.
    pub const fn own() -> Self {
        Self { is_self: true, ..Self::none() }
    }

    /// As Pejabat Penilai Kinerja.
    pub const fn rater() -> Self {
        Self { is_rater: true, ..Self::none() }
    }

    /// As Atasan Pejabat Penilai Kinerja.
    pub const fn superior() -> Self {
        Self { is_superior: true, ..Self::none() }
    }

    /// As leader of the unit or of one above it.
    pub const fn leader() -> Self {
        Self { leads_unit: true, ..Self::none() }
    }

    /// As the other side.
    pub const fn party() -> Self {
        Self { is_party: true, ..Self::none() }
    }

    /// As somebody named to rate in the scheme.
    pub const fn nominated() -> Self {
        Self { is_nominated: true, ..Self::none() }
    }
}

/// Everybody the matrix knows, relations first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Own,
    Rater,
    Superior,
    Leader,
    Party,
    Nominated,
    Granted(Role),
    Anyone,
}

use Role::{AgencyAdmin, Auditor, PersonnelOffice, Ppk, Pyb};
use Who::{Anyone, Granted, Leader, Nominated, Own, Party, Rater, Superior};

const PERSONNEL: Who = Granted(PersonnelOffice);
const ADMIN: Who = Granted(AgencyAdmin);
const AUDITOR: Who = Granted(Auditor);
const PYB: Who = Granted(Pyb);
const PPK: Who = Granted(Ppk);

/// Who reads a plan or a result.
const READERS: &[Who] = &[Own, Rater, Superior, Leader, PERSONNEL, AUDITOR, PYB, PPK];
/// Who reads the day's work under it: not the offices that only need the outcome.
const NEAR: &[Who] = &[Own, Rater, Superior, Leader, AUDITOR];

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $needs:literal, $who:expr;)*) => {
        /// What somebody may want to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action, room by room.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Code in the journal, the routes and the matrix.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            const fn who(self) -> &'static [Who] {
                match self { $(Self::$name => $who),* }
            }

            /// The sentence that says who could.
            const fn needs(self) -> &'static str {
                match self { $(Self::$name => concat!("permissions-needs-", $needs)),* }
            }
        }
    };
}

actions! {
    /// See master data of a person: post, unit, rank, reporting line.
    PeopleRead = "people.read", "people", &[Own, Rater, Superior, Leader, PERSONNEL, ADMIN, AUDITOR, PYB, PPK];
    /// Change master data.
    PeopleWrite = "people.write", "personnel", &[PERSONNEL];
    /// Import master data.
    PeopleImport = "people.import", "personnel", &[PERSONNEL];
    /// Export master data.
    PeopleExport = "people.export", "personnel", &[PERSONNEL, AUDITOR];
    /// Make accounts, grant roles, reset passwords.
    AccountManage = "account.manage", "admin", &[ADMIN];
    /// Read a plan.
    PlanRead = "plan.read", "reader", READERS;
    /// Write in a plan: the dialogue of employee and leader (Bab II.A), special expectations (Ps 10(4)).
    PlanWrite = "plan.write", "self-or-rater", &[Own, Rater];
    /// Sign a plan as its employee.
    PlanSign = "plan.sign", "self", &[Own];
    /// Put a note beside a line.
    PlanNote = "plan.note", "self-or-rater", &[Own, Rater, Superior];
    /// Take over an intended result, with a note.
    PlanTakeOver = "plan.take-over", "rater", &[Rater];
    /// Return a signed plan.
    PlanReturn = "plan.return", "rater", &[Rater, Superior];
    /// Set a plan (Ps 14(3); Bab II.C.5 for the superior).
    PlanSet = "plan.set", "rater", &[Rater, Superior];
    /// Open a plan in force for clarification.
    PlanReopen = "plan.reopen", "self-or-rater", &[Own, Rater];
    /// Replace a plan after a transfer or a change of rater (Bab II.C.6-7).
    PlanReplace = "plan.replace", "self-or-personnel", &[Own, PERSONNEL];
    /// Read progress entries.
    ProgressRead = "progress.read", "near", NEAR;
    /// Report progress and keep the action plan.
    ProgressWrite = "progress.write", "self", &[Own];
    /// Answer an entry.
    ProgressReply = "progress.reply", "rater", &[Rater, Superior];
    /// Open evidence.
    EvidenceRead = "evidence.read", "near", NEAR;
    /// Attach evidence.
    EvidenceAttach = "evidence.attach", "self", &[Own];
    /// Assess oneself.
    AssessmentSelf = "assessment.self", "self", &[Own];
    /// Rate somebody (Ps 24-25; Bab IV.A.11 for the superior).
    AssessmentRate = "assessment.rate", "rater", &[Rater, Superior];
    /// Read what was answered, once sent.
    AssessmentRead = "assessment.read", "assessment", &[Own, Rater, Superior, AUDITOR];
    /// Name somebody to rate in the scheme, or take the name back.
    SchemeNominate = "scheme.nominate", "self-or-rater", &[Own, Rater];
    /// Agree to those named, or not.
    SchemeDecide = "scheme.decide", "rater", &[Rater, Superior];
    /// See who was named.
    SchemeRaters = "scheme.raters", "self-or-rater", &[Own, Rater, Superior];
    /// Read what the supervisor said of the criteria and sign it, where the scheme asks for it.
    SchemeCountersign = "scheme.countersign", "superior", &[Superior];
    /// Say what one sees of the scheme's criteria.
    SchemeFill = "scheme.fill", "scheme", &[Own, Rater, Superior, Nominated];
    /// Read a result and its reasons.
    EvaluationRead = "evaluation.read", "reader", READERS;
    /// Sign a result.
    EvaluationSign = "evaluation.sign", "rater", &[Rater, Superior];
    /// Propose the result of the period before, from the old unit, for somebody who moved (Bab IV.A.13).
    EvaluationCarryOver = "evaluation.carry-over", "rater", &[Rater];
    /// Agree to it, or not.
    EvaluationAgree = "evaluation.agree", "self", &[Own];
    /// Sign for having received a result.
    EvaluationAcknowledge = "evaluation.acknowledge", "self", &[Own];
    /// Record that a document was reported to the PyB or the personnel office (Ps 28(1)).
    EvaluationReport = "evaluation.report", "report", &[Rater, Superior, PERSONNEL];
    /// Object to a result (Ps 29).
    ObjectionFile = "objection.file", "self", &[Own];
    /// Read an objection with everything that was said.
    ObjectionRead = "objection.read", "objection", &[Own, Rater, Superior, PERSONNEL, AUDITOR, PYB, PPK];
    /// Say one's side in writing, when asked (Bab V.B).
    ObjectionSay = "objection.say", "self-or-rater", &[Own, Rater];
    /// Ask both sides and decide (Bab V.B).
    ObjectionDecide = "objection.decide", "superior", &[Superior];
    /// Record, before there is a result, that employee and rater see a line differently (R25).
    DisagreementWrite = "disagreement.write", "self-or-rater", &[Own, Rater];
    /// Give feedback on a result.
    FeedbackGive = "feedback.give", "rater", &[Rater, Superior];
    /// Acknowledge and answer feedback.
    FeedbackAcknowledge = "feedback.acknowledge", "self", &[Own];
    /// Give a colleague feedback during the year, or decline to (Ps 18-19).
    FeedbackOffer = "feedback.offer", "anyone", &[Anyone];
    /// Ask colleagues for feedback on one's own work (Bab III.C.9).
    FeedbackAsk = "feedback.ask", "self", &[Own];
    /// Read feedback given during the year.
    FeedbackRead = "feedback.read", "remark", &[Own, Rater, Superior, Party, AUDITOR];
    /// Confirm having read what a leader who does not rate passed on (Bab IV.A.4).
    FeedbackReceive = "feedback.receive", "rater", &[Rater, Superior];
    /// Open a dialog kinerja or bimbingan.
    DialogueOpen = "dialogue.open", "self-or-rater", &[Own, Rater, Superior];
    /// Read a dialog kinerja or bimbingan.
    DialogueRead = "dialogue.read", "dialogue", &[Own, Rater, Superior, Party, AUDITOR];
    /// Write in a talk, agree, hold it, call it off.
    DialogueWrite = "dialogue.write", "two", &[Own, Party];
    /// Report a problem of behaviour (B.1.10), or ask for konseling for oneself.
    CounsellingOpen = "counselling.open", "self-or-rater", &[Own, Rater];
    /// Read what is said in konseling (Bab III.D.5: confidential).
    CounsellingRead = "counselling.read", "two", &[Own, Party];
    /// Read the report of a problem of behaviour (B.1.10).
    CounsellingReport = "counselling.report", "counselling-report", &[Own, Rater, Party, PERSONNEL, PYB];
    /// Read the conclusion of konseling, worded for these.
    CounsellingConclusion = "counselling.conclusion", "counselling-conclusion", &[Own, Rater, Superior, Party];
    /// Know that konseling takes place, when and with whom.
    CounsellingList = "counselling.list", "counselling-list", &[PERSONNEL, PYB, AUDITOR];
    /// Appoint a counsellor.
    CounsellingAppoint = "counselling.appoint", "counselling-appoint", &[PERSONNEL, PYB];
    /// Open and close periods.
    PeriodManage = "period.manage", "personnel", &[PERSONNEL];
    /// Record what a unit achieved (step 1 of the evaluation).
    CapaianSet = "capaian.set", "capaian", &[Leader, PERSONNEL, PPK];
    /// See a unit's plans and results together.
    UnitRead = "unit.read", "unit", &[Leader, PERSONNEL, AUDITOR, PYB, PPK];
    /// See one's team.
    TeamRead = "team.read", "team", &[Rater, Superior, Leader, AUDITOR];
    /// Say why the predicates of one's team are spread as they are.
    DistributionExplain = "distribution.explain", "team", &[Rater, Leader];
    /// See a team across units: its members, results and predicate.
    WorkteamRead = "workteam.read", "workteam", &[Own, Rater, Superior, Leader, Party, PERSONNEL, AUDITOR, PYB, PPK];
    /// Set up a team, change or end it: whoever leads the unit that owns it.
    WorkteamManage = "workteam.manage", "managing-workteam", &[Leader, PERSONNEL];
    /// Propose members and lay down what a team is to deliver; its own leader may too.
    WorkteamPlan = "workteam.plan", "planning-workteam", &[Own, Leader, PERSONNEL];
    /// Report progress of a team's result.
    WorkteamReport = "workteam.report", "reporting-workteam", &[Own, Party];
    /// Agree to an employee's part in a team, or not (Bab II.A Tahap 5.f).
    WorkteamDecide = "workteam.decide", "rater", &[Rater, Superior];
    /// Say what a team achieved in a period.
    WorkteamRate = "workteam.rate", "rating-workteam", &[Leader, PPK];
    /// See how far the agency, or the unit one leads, is in the year.
    CycleRead = "cycle.read", "cycle", &[Leader, PERSONNEL, AUDITOR, PYB, PPK];
    /// Remind everybody in a unit of what they still have to do.
    ReminderSend = "reminder.send", "reminder", &[Leader, PERSONNEL];
    /// Work the results of a period out anew, to see that they are what the rules say. Changes nothing.
    PeriodRecompute = "period.recompute", "recompute", &[PERSONNEL, AUDITOR];
    /// See how background work stands.
    JobRead = "job.read", "job", &[Own, PERSONNEL, AUDITOR];
    /// Call background work off.
    JobCancel = "job.cancel", "job-cancel", &[Own, PERSONNEL];
    /// Read the journal: one's own records, or all of it as auditor.
    JournalRead = "journal.read", "journal", &[Own, AUDITOR];
    /// Print a document.
    DocumentPrint = "document.print", "reader", READERS;
    /// Read the rules in force: they are for everybody (R26).
    PolicyRead = "policy.read", "anyone", &[Anyone];
    /// Try a draft of the rules on results that stand.
    PolicySimulate = "policy.simulate", "recompute", &[PERSONNEL, AUDITOR];
    /// See what the public says of a unit's services, complaints and marked answers included.
    SurveyRead = "survey.read", "unit", &[Leader, PERSONNEL, AUDITOR, PYB, PPK];
    /// Keep services and periods of the survey, hand out tickets, take answers out as a file.
    SurveyManage = "survey.manage", "runs-survey", &[Leader, PERSONNEL];
    /// Type in answers from paper: whoever works in the unit.
    SurveyEnter = "survey.enter", "types-survey", &[Own, Leader, PERSONNEL];
    /// Answer the survey, without a log-in.
    SurveyAnswer = "survey.answer", "anyone", &[Anyone];
    /// See what a source of data holds and comes to.
    FeedRead = "feed.read", "unit", &[Leader, PERSONNEL, AUDITOR, PYB, PPK];
    /// See what a source of data says of one employee.
    FeedPerson = "feed.person", "reader", READERS;
    /// Keep a source: its rhythm, its tokens, corrections of its rows.
    FeedManage = "feed.manage", "keeps-feed", &[Leader, PERSONNEL];
    /// Bring in rows: at the counter or as a file, whoever works in the unit that keeps the source.
    FeedEnter = "feed.enter", "enters-feed", &[Own, Leader, PERSONNEL];
    /// Name the source an indicator of a plan is measured by.
    FeedLink = "feed.link", "self-or-rater", &[Own, Rater];
    /// Bring in rows from another system, with the token of a source.
    FeedPush = "feed.push", "token", &[];
    /// Read what follows from somebody's results, and what was decided on it.
    FollowupRead = "followup.read", "reader", READERS;
    /// Say whether one wants what is open to oneself.
    FollowupAnswer = "followup.answer", "self", &[Own];
    /// Decide on coaching, mentoring, training and the like.
    FollowupDecide = "followup.decide", "followup", &[Rater, Superior, PERSONNEL, PYB];
    /// Decide on what concerns a career: promotion, scholarship, talent, an award.
    FollowupCareer = "followup.career", "career-followup", &[PERSONNEL, PYB, PPK];
    /// Let the rules of follow-up run over a closed period.
    FollowupRun = "followup.run", "personnel", &[PERSONNEL];
    /// Read a development plan and the competence profile it rests on.
    DevelopmentRead = "development.read", "development", &[Own, Rater, Superior, PERSONNEL, AUDITOR, PYB];
    /// Write one's development plan and report on it.
    DevelopmentWrite = "development.write", "self", &[Own];
    /// Agree to a development plan, or give it back.
    DevelopmentAgree = "development.agree", "rater", &[Rater, Superior];
    /// Read the catalogue of training.
    TrainingRead = "training.read", "anyone", &[Anyone];
    /// Keep the catalogue and its dates; attendance; verify what people followed elsewhere.
    TrainingManage = "training.manage", "personnel", &[PERSONNEL];
    /// See what the whole agency needs, and what its programmes brought about.
    TrainingAnalyse = "training.analyse", "analysis", &[PERSONNEL, AUDITOR, PYB, PPK];
    /// Put somebody forward for a programme.
    TrainingNominate = "training.nominate", "nomination", &[Own, Rater, Superior, PERSONNEL];
    /// Support somebody who put themselves forward, or not.
    TrainingSupport = "training.support", "rater", &[Rater, Superior];
    /// Admit to a session.
    TrainingAdmit = "training.admit", "personnel", &[PERSONNEL];
    /// Read what somebody followed, and what is recommended to them.
    TrainingRecords = "training.records", "development", &[Own, Rater, Superior, PERSONNEL, AUDITOR, PYB];
    /// Record a training one followed, with its certificate.
    TrainingClaim = "training.claim", "self", &[Own];
    /// Read a case of mentoring with its steps and meetings; the mentor is the other side.
    MentoringRead = "mentoring.read", "mentoring", &[Own, Rater, Superior, Party, PERSONNEL, AUDITOR];
    /// Open a case, find a mentor, end it.
    MentoringManage = "mentoring.manage", "managing-mentoring", &[Rater, Superior, PERSONNEL];
    /// Say what one sees oneself.
    MentoringSpeak = "mentoring.speak", "self", &[Own];
    /// Lay down steps, mark them, write of meetings.
    MentoringWrite = "mentoring.write", "writing-mentoring", &[Own, Rater, Party];
    /// See which conditions of promotion and study are met.
    EligibilityRead = "eligibility.read", "reader", READERS;
    /// Record what no row says: rank, punishment, vacancy.
    EligibilityNote = "eligibility.note", "personnel", &[PERSONNEL];
    /// See the talent map, succession and potential; one's own place too.
    TalentRead = "talent.read", "talent", &[Own, PERSONNEL, AUDITOR, PYB, PPK];
    /// Rate potential, draw the map, name critical posts, put people forward.
    TalentManage = "talent.manage", "managing-talent", &[PERSONNEL, PYB, PPK];
    /// Say what one can do, and whether one may be found for it.
    SkillDeclare = "skill.declare", "self", &[Own];
    /// Search the inventory of skills and see its clusters.
    SkillRead = "skill.read", "skills", &[PERSONNEL, AUDITOR, PYB, PPK];
    /// Ask people of a cluster, and propose a programme for those who said yes.
    SkillPropose = "skill.propose", "personnel", &[PERSONNEL];
    /// Learn to rate: lessons, exercises, one's own certificate (R24).
    CertificationLearn = "certification.learn", "anyone", &[Anyone];
    /// See who holds a certificate: never how anybody's exercises went.
    CertificationRead = "certification.read", "certified", &[PERSONNEL, AUDITOR];
    /// Take the tour of the appraisal and its quiz (R27).
    OrientationLearn = "orientation.learn", "anyone", &[Anyone];
    /// See how far the people of each unit understand the appraisal: groups, never a person.
    OrientationRead = "orientation.read", "understood", &[PERSONNEL, AUDITOR, PYB, PPK];
    /// See who opened or changed one's own file.
    AccessRead = "access.read", "self", &[Own];
    /// See how one rates oneself, beside others. Nobody else sees it.
    FairnessMirror = "fairness.mirror", "self", &[Own];
    /// Read the fairness report of a period.
    FairnessRead = "fairness.read", "fairness", &[PERSONNEL, AUDITOR, PYB, PPK];
    /// Have a period's ratings worked through, and give the short form to the public.
    FairnessCount = "fairness.count", "personnel", &[PERSONNEL];
    /// Read a calibration session: its group's ratings side by side, proposals, minutes.
    CalibrationRead = "calibration.read", "calibration", &[Leader, Party, PERSONNEL, AUDITOR, PYB, PPK];
    /// Call a calibration session, keep its minutes, end it.
    CalibrationLead = "calibration.lead", "leads-calibration", &[Leader, PERSONNEL];
    /// Propose another rating in a session.
    CalibrationPropose = "calibration.propose", "calibration", &[Leader, Party, PERSONNEL];
    /// Decide about a proposal: the official who gave the rating.
    CalibrationDecide = "calibration.decide", "decides-calibration", &[Rater];
    /// See and end one's own sessions.
    SessionOwn = "session.own", "anyone", &[Anyone];
}

impl Action {
    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.code() == code)
    }

    /// Does it only look?
    pub const fn reads(self) -> bool {
        matches!(
            self,
            Self::PeopleRead
                | Self::PeopleExport
                | Self::PlanRead
                | Self::ProgressRead
                | Self::EvidenceRead
                | Self::AssessmentRead
                | Self::EvaluationRead
                | Self::ObjectionRead
                | Self::FeedbackRead
                | Self::DialogueRead
                | Self::CounsellingRead
                | Self::CounsellingReport
                | Self::CounsellingConclusion
                | Self::CounsellingList
                | Self::UnitRead
                | Self::TeamRead
                | Self::WorkteamRead
                | Self::CycleRead
                | Self::PeriodRecompute
                | Self::JobRead
                | Self::JournalRead
                | Self::DocumentPrint
                | Self::PolicyRead
                | Self::PolicySimulate
                | Self::SurveyRead
                | Self::FeedRead
                | Self::FeedPerson
                | Self::FollowupRead
                | Self::DevelopmentRead
                | Self::TrainingRead
                | Self::TrainingAnalyse
                | Self::TrainingRecords
                | Self::MentoringRead
                | Self::EligibilityRead
                | Self::TalentRead
                | Self::SkillRead
                | Self::CertificationRead
                | Self::OrientationRead
                | Self::AccessRead
                | Self::FairnessMirror
                | Self::FairnessRead
                | Self::CalibrationRead
        )
    }

    /// Does it look at what the regulation keeps between a few people (Bab III.D.5), or at what is for one's own eyes? Then
    /// no office reads it for being one that reads everything.
    pub const fn confidential(self) -> bool {
        matches!(
            self,
            Self::CounsellingRead
                | Self::CounsellingReport
                | Self::CounsellingConclusion
                | Self::AccessRead
                | Self::FairnessMirror
        )
    }
}

/// May the actor do this, standing so to the person or unit concerned?
///
/// Nobody is their own rater or superior, whatever a reporting line says.
pub fn may(actor: &Actor, action: Action, facts: &Facts) -> Result<(), Denied> {
    let allowed = action.who().iter().any(|who| match who {
        Own => facts.is_self,
        Rater => facts.is_rater && !facts.is_self,
        Superior => facts.is_superior && !facts.is_self,
        Leader => facts.leads_unit,
        Party => facts.is_party && !facts.is_self,
        Nominated => facts.is_nominated && !facts.is_self,
        Granted(role) => actor.has(*role),
        Anyone => true,
    });
    if allowed { Ok(()) } else { Err(Denied { action: action.code().to_owned(), says: Text::new(action.needs()) }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AccountId, AgencyId, EmployeeId};
    use std::fmt::Write as _;
    use uuid::Uuid;

    fn actor(roles: &[Role]) -> Actor {
        Actor {
            agency: AgencyId(Uuid::nil()),
            account: AccountId(Uuid::nil()),
            employee: EmployeeId(Uuid::nil()),
            name: "Ratna".into(),
            roles: roles.to_vec(),
        }
    }

    fn columns() -> [(&'static str, Vec<Role>, Facts); 12] {
        [
            ("self", vec![], Facts::own()),
            ("rater", vec![], Facts::rater()),
            ("superior", vec![], Facts::superior()),
            ("leader", vec![], Facts::leader()),
            ("party", vec![], Facts::party()),
            ("nominated", vec![], Facts::nominated()),
            ("personnel", vec![PersonnelOffice], Facts::none()),
            ("admin", vec![AgencyAdmin], Facts::none()),
            ("auditor", vec![Auditor], Facts::none()),
            ("pyb", vec![Pyb], Facts::none()),
            ("ppk", vec![Ppk], Facts::none()),
            ("colleague", vec![], Facts::none()),
        ]
    }

    #[test]
    fn the_matrix() {
        let mut table = format!("{:<24}", "");
        for (name, ..) in columns() {
            write!(table, "{name:<11}").unwrap();
        }
        for action in Action::ALL {
            write!(table, "\n{:<24}", action.code()).unwrap();
            for (_, roles, facts) in columns() {
                let mark = if may(&actor(&roles), *action, &facts).is_ok() { "✔" } else { "·" };
                write!(table, "{mark:<11}").unwrap();
            }
        }
        let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    #[test]
    fn the_auditor_changes_nothing() {
        let everybodys = |action: Action| may(&actor(&[]), action, &Facts::none()).is_ok();
        for action in Action::ALL.iter().filter(|a| !a.reads() && !everybodys(**a)) {
            assert!(may(&actor(&[Auditor]), *action, &Facts::none()).is_err(), "{}", action.code());
        }
        for action in Action::ALL.iter().filter(|a| a.reads()) {
            let reads = may(&actor(&[Auditor]), *action, &Facts::none()).is_ok();
            assert_eq!(reads, !action.confidential(), "{}", action.code());
        }
    }

    #[test]
    fn nobody_judges_themselves() {
        let facts = Facts {
            is_self: true,
            is_rater: true,
            is_superior: true,
            leads_unit: true,
            is_party: true,
            is_nominated: true,
        };
        for action in Action::ALL.iter().filter(|action| action.needs() == "permissions-needs-rater") {
            assert!(may(&actor(&[]), *action, &facts).is_err(), "{}", action.code());
        }
        assert!(may(&actor(&[]), Action::PlanSign, &facts).is_ok());
    }

    #[test]
    fn no_office_rates() {
        for role in Role::CODES.map(|(_, role)| role) {
            for action in
                [Action::AssessmentRate, Action::EvaluationSign, Action::ObjectionDecide, Action::FeedbackGive]
            {
                assert!(may(&actor(&[role]), action, &Facts::none()).is_err(), "{role:?} {}", action.code());
            }
        }
    }

    #[test]
    fn the_admin_sees_no_appraisal_content() {
        for action in Action::ALL {
            let room = action.code().split('.').next().unwrap();
            let everybodys = may(&actor(&[]), *action, &Facts::none()).is_ok();
            let about_somebody = [
                "plan",
                "progress",
                "evidence",
                "assessment",
                "scheme",
                "evaluation",
                "objection",
                "disagreement",
                "feedback",
                "dialogue",
                "counselling",
                "unit",
                "team",
                "workteam",
                "document",
                "mentoring",
                "eligibility",
                "talent",
                "skill",
            ];
            if about_somebody.contains(&room) && !everybodys {
                assert!(may(&actor(&[AgencyAdmin]), *action, &Facts::none()).is_err(), "{}", action.code());
            }
        }
    }

    #[test]
    fn codes_are_read_back_and_a_denial_names_action_and_who_could() {
        for action in Action::ALL {
            assert_eq!(Action::from_code(action.code()), Some(*action));
        }
        let denied = may(&actor(&[]), Action::PlanSet, &Facts::own()).unwrap_err();
        assert_eq!((denied.action.as_str(), denied.says.key.as_ref()), ("plan.set", "permissions-needs-rater"));
    }
}
