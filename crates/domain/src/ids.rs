//! Identifiers. One type per noun, so that an employee's id can never be taken for a plan's.
//! Values are made outside (UUID v7, ordered by time) and handed in.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// An agency (instansi): the tenant.
    AgencyId
    /// A unit in the agency's tree (unit kerja / perangkat daerah).
    UnitId
    /// A post (jabatan) within a unit.
    PostId
    /// One task of a post's task library (uraian tugas).
    PostTaskId
    /// A person who works for, or rates in, the agency.
    EmployeeId
    /// A dated assignment of an employee to a post.
    AssignmentId
    /// A dated circumstance (keadaan khusus).
    CircumstanceId
    /// A dated reporting line.
    ReportingLineId
    /// A log-in.
    AccountId
    /// One plan (SKP) of one employee for one year or part of it.
    SkpId
    /// One intended result (rencana hasil kerja) of a plan.
    RhkId
    /// One indicator (indikator kinerja individu) of an intended result.
    IndicatorId
    /// A note beside a line of a plan.
    NoteId
    /// One step of an action plan (rencana aksi).
    StepId
    /// One progress entry.
    EntryId
    /// A supervisor's answer to an entry.
    ReplyId
    /// A piece of evidence (bukti dukung).
    EvidenceId
    /// An evaluation period of an agency.
    PeriodId
    /// One rater's assessment of one plan in one period.
    AssessmentId
    /// Somebody named to rate beside the reporting line.
    NominationId
    /// What one rater said of a scheme's criteria.
    SheetId
    /// A frozen evaluation result.
    EvaluationId
    /// Feedback after an evaluation.
    FeedbackId
    /// An objection against a result (keberatan).
    ObjectionId
    /// A disagreement about one line before there is a result.
    DisagreementId
    /// A journal row.
    JournalId
    /// A notice waiting in the outbox.
    NoticeId
    /// An import that was started.
    ImportId
    /// A piece of background work.
    JobId
    /// Feedback during the year.
    RemarkId
    /// A request for feedback to one colleague.
    AskId
    /// A talk: dialog kinerja, bimbingan, konseling.
    DialogueId
    /// Something agreed in a talk.
    FollowupId
    /// A team across units (tim kerja).
    WorkteamId
    /// Somebody's part in a team.
    WorkteamMemberId
    /// Something a team is to deliver.
    WorkteamResultId
    /// A report under a team's result.
    WorkteamEntryId
    /// What a team was found to have achieved in a period.
    WorkteamRatingId
    /// A service the public is asked about.
    ServiceId
    /// A period of the survey.
    RoundId
    /// One answer to the survey.
    AnswerId
    /// A source of measured data.
    FeedId
    /// One row of a source.
    FeedRowId
    /// What another system shows to bring in rows.
    FeedTokenId
    /// Something that follows from a result, waiting for a person's decision.
    ProposalId
    /// A development plan.
    DevelopmentId
    /// One step of a development plan.
    DevelopmentStepId
    /// A report under a development plan.
    DevelopmentEntryId
    /// A programme of the training catalogue.
    TrainingId
    /// A date on which a programme is held.
    TrainingSessionId
    /// Somebody's name put forward for a session.
    TrainingNominationId
    /// A training somebody followed.
    TrainingRecordId
    /// A case of mentoring, or an improvement plan.
    MentoringId
    /// A step of it.
    MentoringStepId
    /// A meeting of it.
    MentoringMeetingId
    /// Something the office recorded of a career.
    CareerNoteId
    /// A rating of potential.
    PotentialId
    /// A talent map: everybody placed on one day.
    TalentMapId
    /// A post for which successors are prepared.
    CriticalPostId
    /// Somebody put forward for it.
    NomineeId
    /// A skill somebody declared.
    SkillId
    /// A programme offered to people of a cluster.
    OfferId
    /// An exercise of somebody who learns to rate.
    ExerciseId
    /// A certificate of having learnt to rate.
    CertificateId
    /// A calibration session.
    CalibrationId
    /// Another rating proposed in a session.
    CalibrationProposalId
}
