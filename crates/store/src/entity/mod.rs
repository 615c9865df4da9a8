//! Rows as they lie in the database, one module per table. Never handed out: rooms turn them into domain types.
//!
//! The structs say the same as the migrations; [`check`] reads a row of each table to prove it.

mod accounts;
mod assessments;
mod careers;
mod fairness;
mod feeds;
mod followups;
mod jobs;
mod journals;
mod objections;
mod people;
mod plans;
mod progress;
mod raters;
mod surveys;
mod talks;
mod workteams;

pub(crate) use accounts::{account, idempotency, login, session};
pub(crate) use assessments::{
    achievement, answer, assessment, carryover, evaluation, feedback, nomination, period, sheet, spread_note,
};
pub(crate) use careers::{
    career_note, critical_post, mentoring, mentoring_meeting, mentoring_step, nominee, potential, skill, skill_consent,
    skill_offer, talent_map, talent_place,
};
pub(crate) use fairness::{
    calibration, calibration_attendee, calibration_proposal, fairness_ratee, fairness_rater, fairness_snapshot,
};
pub(crate) use feeds::{feed_gauge, feed_link, feed_push, feed_row, feed_source, feed_tally, feed_token};
pub(crate) use followups::{
    development_entry, development_plan, proposal, training_nomination, training_program, training_record,
    training_session,
};
pub(crate) use jobs::{job, reminder};
pub(crate) use journals::{draft, import_run, journal, notice};
pub(crate) use objections::{disagreement, document_report, objection};
pub(crate) use people::{
    agency, assignment, circumstance, employee, post, post_standard, post_task, reporting_line, unit,
};
pub(crate) use plans::{indicator, rhk, skp, skp_note, skp_version, takeover};
pub(crate) use progress::{entry, evidence, reply, step};
pub(crate) use raters::{file_opening, orientation, rater_certificate, rater_exercise, rater_mark};
pub(crate) use surveys::{
    survey_answer, survey_minute, survey_place, survey_round, survey_service, survey_tally, survey_ticket,
};
pub(crate) use talks::{dialogue, feedback_ask, followup, remark};
pub(crate) use workteams::{workteam, workteam_entry, workteam_member, workteam_rating, workteam_result};

use crate::StoreError;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

/// A table: its key columns and the others; with `tenant` its key begins with `agency_id`.
macro_rules! table {
    (tenant $name:ident, $table:literal, { $($key:ident: $key_type:ty),* }, { $($column:ident: $type:ty),* $(,)? }) => {
        table!($name, $table, { agency_id: uuid::Uuid, $($key: $key_type),* }, { $($column: $type),* });

        impl crate::scope::Tenanted for $name::Entity {
            fn agency() -> $name::Column {
                $name::Column::AgencyId
            }
        }
    };
    ($name:ident, $table:literal, { $($key:ident: $key_type:ty),* }, { $($column:ident: $type:ty),* $(,)? }) => {
        pub(crate) mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                $(#[sea_orm(primary_key, auto_increment = false)] pub $key: $key_type,)*
                $(pub $column: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}
use table;

/// Names the tables that cannot be read as the structs say.
pub(crate) async fn check(db: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let mut wrong = Vec::new();
    macro_rules! each {
        ($($name:ident)*) => {$(
            if let Err(error) = $name::Entity::find().limit(1).all(db).await {
                wrong.push(format!("{}: {error}", stringify!($name)));
            }
        )*};
    }
    each! {
        agency unit post post_task post_standard employee assignment circumstance reporting_line login account session idempotency
        skp rhk indicator skp_version skp_note takeover step entry reply evidence
        period achievement spread_note assessment answer evaluation carryover objection disagreement document_report nomination sheet
        feedback feedback_ask remark dialogue followup journal notice draft import_run job reminder
        workteam workteam_member workteam_result workteam_entry workteam_rating
        proposal development_plan development_entry training_program training_session training_nomination training_record
        survey_service survey_round survey_place survey_ticket survey_answer survey_tally survey_minute
        feed_source feed_row feed_tally feed_token feed_push feed_link feed_gauge
        mentoring mentoring_step mentoring_meeting career_note potential talent_map talent_place critical_post nominee
        skill skill_consent skill_offer
        rater_exercise rater_mark rater_certificate orientation file_opening
        fairness_snapshot fairness_rater fairness_ratee calibration calibration_attendee calibration_proposal
    }
    Ok(wrong)
}
