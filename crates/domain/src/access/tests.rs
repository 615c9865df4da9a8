//! Who is written down as what, and who never is.

use super::{As, Kind, TOLD};
use crate::{
    account::{Actor, Role},
    permissions::{Action, Facts},
    scheme,
    testing::id,
};

fn actor(roles: &[Role]) -> Actor {
    Actor { agency: id(1), account: id(2), employee: id(3), name: "Ratna".into(), roles: roles.to_vec() }
}

#[test]
fn the_nearest_relation_is_told_and_those_who_were_promised_not_to_be_named_are_not() {
    let (nobody, office) = (actor(&[]), actor(&[Role::PersonnelOffice]));
    for (actor, facts, want) in [
        (&nobody, Facts::own(), None),
        (&nobody, Facts::nominated(), None),
        (&office, Facts::nominated(), None),
        (&nobody, Facts { leads_unit: true, ..Facts::nominated() }, None),
        (&nobody, Facts { is_rater: true, ..Facts::nominated() }, Some(As::Rater)),
        (&office, Facts::rater(), Some(As::Rater)),
        (&nobody, Facts::superior(), Some(As::Superior)),
        (&nobody, Facts::leader(), Some(As::Leader)),
        (&nobody, Facts::party(), Some(As::Party)),
        (&office, Facts::none(), Some(As::Office)),
        (&actor(&[Role::Auditor]), Facts::none(), Some(As::Auditor)),
        (&actor(&[Role::Ppk]), Facts::none(), Some(As::Authority)),
        (&actor(&[Role::AgencyAdmin]), Facts::none(), Some(As::Admin)),
        (&nobody, Facts::none(), Some(As::Other)),
    ] {
        assert_eq!(As::of(actor, &facts), want, "{:?} {facts:?}", actor.roles);
    }
}

#[test]
fn only_what_opens_a_persons_file_is_an_opening() {
    for (action, want) in [
        (Action::PeopleRead, Some(Kind::Data)),
        (Action::PlanRead, Some(Kind::Plan)),
        (Action::EvidenceRead, Some(Kind::Progress)),
        (Action::FeedPerson, Some(Kind::Progress)),
        (Action::AssessmentRead, Some(Kind::Assessment)),
        (Action::SchemeFill, Some(Kind::Assessment)),
        (Action::EvaluationRead, Some(Kind::Result)),
        (Action::DocumentPrint, Some(Kind::Result)),
        (Action::ObjectionRead, Some(Kind::Objection)),
        (Action::FeedbackRead, Some(Kind::Feedback)),
        (Action::CounsellingRead, Some(Kind::Talk)),
        (Action::DevelopmentRead, Some(Kind::Career)),
        (Action::TrainingRecords, Some(Kind::Career)),
        (Action::MentoringRead, Some(Kind::Career)),
        (Action::TalentRead, Some(Kind::Career)),
        (Action::PlanWrite, None),
        (Action::AssessmentRate, None),
        (Action::PolicyRead, None),
        (Action::TeamRead, None),
    ] {
        assert_eq!(Kind::of(action), want, "{}", action.code());
    }
}

#[test]
fn whoever_was_named_to_rate_is_not_named_as_having_changed_something() {
    for (role, want) in [
        (scheme::Role::Diri, false),
        (scheme::Role::Penilai, true),
        (scheme::Role::Rekan, false),
        (scheme::Role::Bawahan, false),
        (scheme::Role::Atasan, true),
    ] {
        assert_eq!(TOLD.contains(&role), want, "{role:?}");
    }
}
