//! The list of all rules: name in the data, shape of its value, who may set it, whether a scheme needs it.

pub use super::shape_list::Shape;
use serde::{Deserialize, Serialize};

/// Where a rule may be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In both: a folder's own name.
    Both,
    /// Only in `law/`.
    Law,
    /// Only in `schemes/`.
    Scheme,
    /// Only in `law/`, and in force for every agency whatever laws its scheme names ([`super::National`]).
    Nation,
    /// In `law/`, where it is in force for every agency, unless its scheme sets its own.
    Usual,
}

/// Must every scheme have the rule?
enum Need {
    Always,
    Optional,
    /// Comes and goes: its versions may leave days between them.
    Seasonal,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $shape:ident, $place:ident, $need:ident;)*) => {
        /// A named rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name in the data.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// The shape of its value.
            pub const fn shape(self) -> Shape {
                match self { $(Self::$name => Shape::$shape),* }
            }

            /// Where it may be set.
            pub const fn place(self) -> Place {
                match self { $(Self::$name => Place::$place),* }
            }

            /// Does it come and go, with days between that are no gap?
            pub const fn seasonal(self) -> bool {
                match self { $(Self::$name => matches!(Need::$need, Need::Seasonal)),* }
            }

            /// Must every scheme have it, itself or through its laws, without a gap?
            pub const fn required(self) -> bool {
                match self { $(Self::$name => matches!(Need::$need, Need::Always)),* }
            }
        }
    };
}

rules! {
    /// The folder's name for people; its `from` is the folder's first day.
    Name = "name", Text, Both, Always;
    /// The laws a scheme stands on, by folder.
    Laws = "laws", Words, Scheme, Always;
    /// Last day for setting a plan.
    PlanDue = "plan-due", Day, Law, Always;
    /// Verbs that tell an activity.
    PlanActivityWords = "plan-activity-words", Words, Law, Always;
    /// Absolute words.
    PlanAbsoluteWords = "plan-absolute-words", Words, Law, Always;
    /// Words that bind a target in time.
    PlanTimeWords = "plan-time-words", Words, Law, Always;
    /// Perspectives of a JPT's indicators.
    PlanPerspectives = "plan-perspectives", Perspectives, Law, Always;
    /// Perspectives that must always be there.
    PlanPerspectivesRequired = "plan-perspectives-required", Perspectives, Law, Always;
    /// The seven values.
    Behaviour = "behaviour", Panduan, Nation, Always;
    /// Rhythms the law leaves to choose from.
    PeriodicRhythms = "periodic-rhythms", Rhythms, Law, Always;
    /// The rhythm chosen.
    Periodic = "periodic", Rhythm, Scheme, Always;
    /// Working days for a periodic evaluation.
    PeriodicDue = "periodic-due", WorkingDays, Scheme, Always;
    /// First day of the annual evaluation.
    AnnualOpens = "annual-opens", Day, Law, Always;
    /// Last day of the annual evaluation.
    AnnualDue = "annual-due", Day, Law, Always;
    /// A scheme's own review.
    Review = "review", Rhythm, Scheme, Optional;
    /// Self-assessment first.
    SelfFirst = "self-first", Flag, Scheme, Optional;
    /// How long the supervisor waits for it.
    SelfFirstGrace = "self-first-grace", WorkingDays, Scheme, Optional;
    /// Step 1.
    StepCapaian = "step-capaian", Text, Law, Always;
    /// Step 2.
    StepPola = "step-pola", Text, Law, Always;
    /// Step 3.
    StepPredikat = "step-predikat", Text, Law, Always;
    /// The nine cells.
    Kuadran = "kuadran", Kuadran, Law, Always;
    /// What the classes mean.
    RatingGuidance = "rating-guidance", Guidance, Law, Always;
    /// How most and few are counted.
    RatingShares = "rating-shares", Shares, Law, Always;
    /// The five pictures.
    Curves = "curves", Curves, Law, Always;
    /// Expected percentages.
    Distribution = "distribution", Distribution, Law, Optional;
    /// Fewest people for whom they are compared.
    DistributionSmallestUnit = "distribution-smallest-unit", Number, Law, Optional;
    /// How far people's mean predicate may stand from their unit's achievement, in hundredths of a class.
    DistributionGap = "distribution-gap", Number, Law, Optional;
    /// Are the plans of a year weighted by time after a transfer?
    TransferByTime = "transfer-by-time", Flag, Scheme, Optional;
    /// Words printed on the forms.
    Labels = "labels", Labels, Law, Always;
    /// Delivered after signing.
    DocumentDelivered = "document-delivered", WorkingDays, Law, Always;
    /// Returned after receipt.
    DocumentReturned = "document-returned", WorkingDays, Law, Always;
    /// Reported after the window.
    DocumentReported = "document-reported", WorkingDays, Law, Always;
    /// Signed by the superior after the window.
    SuperiorSigned = "superior-signed", WorkingDays, Law, Always;
    /// Delivered after the superior signed.
    SuperiorDelivered = "superior-delivered", WorkingDays, Law, Always;
    /// Returned after receipt from the superior.
    SuperiorReturned = "superior-returned", WorkingDays, Law, Always;
    /// Objection filed after receipt.
    ObjectionFiled = "objection-filed", WorkingDays, Law, Always;
    /// Objection decided after it was received.
    ObjectionDecided = "objection-decided", WorkingDays, Law, Always;
    /// Predicates after which coaching or counselling is proposed.
    PembinaanAfter = "pembinaan-after", Predicates, Both, Optional;
    /// Themes of indicators.
    Themes = "themes", Themes, Scheme, Optional;
    /// Which way the predicate of a year is found: by the quadrant or by a score.
    PredikatBy = "predikat-by", Method, Nation, Always;
    /// Examples of an ekspektasi khusus beside the panduan of a value.
    BehaviourKhusus = "behaviour-khusus", Clauses, Nation, Optional;
    /// Who is who: pimpinan, rater, superior, PyB, PPK.
    Roles = "roles", Clauses, Law, Optional;
    /// The forms and what each is for.
    Forms = "forms", Clauses, Law, Optional;
    /// Who sets the plan of whom.
    PlanSetters = "plan-setters", Clauses, Law, Optional;
    /// Who has no plan.
    PlanExempt = "plan-exempt", Clauses, Law, Optional;
    /// What a plan is changed or replaced for.
    PlanChanges = "plan-changes", Clauses, Law, Optional;
    /// Who assigns what, and with whose approval.
    Assignments = "assignments", Clauses, Law, Optional;
    /// Marks of a student in classes, for setting the expectation.
    StudyGrades = "study-grades", StudyGrades, Law, Optional;
    /// Feedback during the year.
    FeedbackRules = "feedback-rules", Clauses, Law, Optional;
    /// Bimbingan kinerja.
    Coaching = "coaching", Clauses, Law, Optional;
    /// Konseling kinerja.
    Counselling = "counselling", Clauses, Law, Optional;
    /// How the organisation's achievement is found.
    CapaianRules = "capaian-rules", Clauses, Law, Optional;
    /// What a circular adds to it.
    CapaianAdvice = "capaian-advice", Clauses, Law, Optional;
    /// Transfers, acting posts, study, secondment, contracts.
    SpecialCases = "special-cases", Clauses, Law, Optional;
    /// Results the regulation calls final.
    FinalResults = "final-results", Clauses, Law, Optional;
    /// How an objection goes.
    ObjectionRules = "objection-rules", Clauses, Law, Optional;
    /// What the reported document is used for.
    Reports = "reports", Clauses, Law, Optional;
    /// Awards for a good result.
    Rewards = "rewards", Clauses, Law, Optional;
    /// Sanctions for a poor one.
    Sanctions = "sanctions", Clauses, Law, Optional;
    /// Weights of SKP and behaviour in the score.
    ScoreWeights = "score-weights", ScoreWeights, Nation, Optional;
    /// Bands of the score.
    ScoreBands = "score-bands", ScoreBands, Nation, Optional;
    /// Aspects of behaviour that were scored.
    ScoreBehaviour = "score-behaviour", Words, Nation, Optional;
    /// What follows from a missed target under the score.
    ScoreSanctions = "score-sanctions", Clauses, Nation, Optional;
    /// Objection against a score.
    ScoreObjection = "score-objection", Clauses, Nation, Optional;
    /// Classes of an indicator's achievement and their value.
    AchievementClasses = "achievement-classes", Achievement, Nation, Optional;
    /// The formulas of achievement in words.
    AchievementFormulas = "achievement-formulas", Clauses, Nation, Optional;
    /// Value of additional results.
    AchievementAdditional = "achievement-additional", Additional, Nation, Optional;
    /// Percentage of the coefficient by predicate.
    AkPercent = "ak-percent", ByPredikat, Nation, Optional;
    /// Angka kredit of a year by jenjang.
    AkCoefficient = "ak-coefficient", ByJenjang, Nation, Optional;
    /// Angka kredit needed for the next pangkat.
    AkRankNeeded = "ak-rank-needed", ByJenjang, Nation, Optional;
    /// Angka kredit needed for the next jenjang.
    AkLevelNeeded = "ak-level-needed", ByJenjang, Nation, Optional;
    /// Angka kredit dasar by golongan.
    AkBasis = "ak-basis", ByGolongan, Nation, Optional;
    /// The rest of the rules on angka kredit.
    AkRules = "ak-rules", Clauses, Nation, Optional;
    /// Days of absence and what the law provides for them.
    AbsenceLadder = "absence-ladder", Ladder, Nation, Optional;
    /// Minutes of a working day, for summing lateness.
    AbsenceDayMinutes = "absence-day-minutes", Number, Nation, Optional;
    /// How the ladder is to be read.
    AbsenceRules = "absence-rules", Clauses, Nation, Optional;
    /// Working hours of a week.
    WorkingHours = "working-hours", Hours, Usual, Optional;
    /// The same in Ramadan, year by year.
    WorkingHoursRamadan = "working-hours-ramadan", Hours, Usual, Seasonal;
    /// Names of the levels, lowest first.
    Scale = "scale", Words, Scheme, Optional;
    /// What is looked at, in large.
    Dimensions = "dimensions", Dimensions, Scheme, Optional;
    /// What is looked at, one by one, with anchors.
    Criteria = "criteria", Criteria, Scheme, Optional;
    /// Who rates what.
    Raters = "raters", Raters, Scheme, Optional;
    /// How a scheme result comes together.
    Combine = "combine", Combine, Scheme, Optional;
    /// Steps with their working days.
    Workflow = "workflow", Workflow, Scheme, Optional;
    /// Employee and supervisor see it differently.
    Disagreement = "disagreement", Disagreement, Scheme, Optional;
    /// What follows from results.
    FollowUps = "follow-ups", FollowUps, Scheme, Optional;
    /// What follows from results by law, whatever the scheme adds.
    LawFollowUps = "law-follow-ups", FollowUps, Law, Optional;
    /// Least hours of learning (JP) of a PNS in a year.
    LearningHours = "learning-hours", Number, Nation, Optional;
    /// Most hours of learning (JP) of a PPPK in a year.
    LearningHoursPppk = "learning-hours-pppk", Number, Nation, Optional;
    /// What every employee is told.
    Texts = "texts", Texts, Scheme, Optional;
    /// Results of teams beside those of individuals.
    TeamResults = "team-results", Flag, Scheme, Optional;
    /// Limits of mentoring.
    Mentoring = "mentoring", Mentoring, Nation, Optional;
    /// Kenaikan pangkat reguler.
    RankPromotion = "rank-promotion", Eligibility, Nation, Optional;
    /// Promotion to another post.
    PostPromotion = "post-promotion", Eligibility, Nation, Optional;
    /// Tugas belajar.
    StudyLeave = "study-leave", Eligibility, Nation, Optional;
    /// When service ends.
    RetirementAges = "retirement-ages", Ages, Nation, Optional;
    /// Classes of competence against the post.
    JpmBands = "jpm-bands", Jpm, Nation, Optional;
    /// Where performance and potential are cut, unless the agency says otherwise.
    TalentAxes = "talent-axes", TalentAxes, Nation, Optional;
    /// The agency's own cuts.
    TalentAxesOwn = "talent-axes-own", TalentAxes, Scheme, Optional;
    /// The nine boxes.
    TalentBoxes = "talent-boxes", TalentBoxes, Nation, Optional;
    /// Fields of skill.
    SkillFields = "skill-fields", SkillFields, Nation, Optional;
}

impl Rule {
    /// Reads a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }
}
