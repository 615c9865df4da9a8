//! What the frame of every page asks about its reader, in one question to the database.

use crate::{
    Scope, StoreError,
    entity::{
        assignment, dialogue, disagreement, feed_source, feedback_ask, followup, mentoring, nomination, notice,
        objection, post, proposal, reporting_line, skill_consent, survey_service, workteam_member,
    },
    people::on_day::{assigned_on, rated_on},
    scope::Tenanted,
};
use chrono::NaiveDate;
use domain::ids::EmployeeId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, Order, Query, SelectStatement},
};

/// Where a reader stands on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Somebody rates them.
    pub rated: bool,
    /// They rate somebody.
    pub rates: bool,
    /// Their post leads its unit.
    pub leads: bool,
    /// Notices not read yet.
    pub unread: u64,
    /// Their unit gives a service the public is asked about.
    pub serves: bool,
    /// Their unit keeps a source of data.
    pub feeds: bool,
}

/// What there is that may wait for somebody: where nothing of a kind is, nobody need look for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// They rate somebody on the day.
    pub rates: bool,
    /// They are the superior of somebody's rater on the day.
    pub superior: bool,
    /// A post they hold on the day leads its unit.
    pub leads: bool,
    /// They were asked whether they want what a proposal opens to them, and have not answered.
    pub asked: bool,
    /// Talks they have to do with, things agreed and not done, questions for feedback.
    pub talks: bool,
    /// Objections not decided, lines seen differently.
    pub objections: bool,
    /// They were named to rate in a scheme.
    pub named: bool,
    /// Somebody they rate was proposed for a team, and waits for their word.
    pub teams: bool,
    /// A case of mentoring that runs, as employee, mentor, rater or superior.
    pub mentoring: bool,
    /// They were asked whether they may be named for a skill, and have not answered.
    pub skills: bool,
}

impl Scope {
    /// What there is that may wait for somebody, in one question.
    pub async fn touched(&self, me: EmployeeId, day: NaiveDate) -> Result<Touched, StoreError> {
        let lines = |column: reporting_line::Column| {
            Expr::exists(one(rated_on(self.find::<reporting_line::Entity>().filter(column.eq(me.0)), day)))
        };
        let talks = any([
            dialogue::Column::EmployeeId.eq(me.0),
            dialogue::Column::PartnerId.eq(me.0),
            dialogue::Column::RaterId.eq(me.0),
            dialogue::Column::SuperiorId.eq(me.0),
        ]);
        let agreed = Condition::all().add(followup::Column::OwnerId.eq(me.0)).add(followup::Column::DoneOn.is_null());
        let objections = Condition::all().add(objection::Column::DecidedAt.is_null()).add(any([
            objection::Column::ById.eq(me.0),
            objection::Column::RaterId.eq(me.0),
            objection::Column::SuperiorId.eq(me.0),
        ]));
        let seen = any([disagreement::Column::EmployeeId.eq(me.0), disagreement::Column::RaterId.eq(me.0)]);
        let seen = Condition::all().add(disagreement::Column::IsOpen.eq(true)).add(seen);
        let talks = self
            .there::<dialogue::Entity>(talks)
            .or(self.there::<followup::Entity>(agreed))
            .or(self.there::<feedback_ask::Entity>(any([feedback_ask::Column::OfId.eq(me.0)])));
        let objections = self.there::<objection::Entity>(objections).or(self.there::<disagreement::Entity>(seen));
        let cases = Condition::all().add(mentoring::Column::EndedAt.is_null()).add(any([
            mentoring::Column::EmployeeId.eq(me.0),
            mentoring::Column::MentorId.eq(me.0),
            mentoring::Column::RaterId.eq(me.0),
            mentoring::Column::SuperiorId.eq(me.0),
        ]));
        let asked = Condition::all()
            .add(skill_consent::Column::EmployeeId.eq(me.0))
            .add(skill_consent::Column::AnsweredAt.is_null());
        let open = Condition::all()
            .add(proposal::Column::EmployeeId.eq(me.0))
            .add(proposal::Column::Answer.is_null())
            .add(proposal::Column::Decision.is_null())
            .add(proposal::Column::WithdrawnAt.is_null());
        let mut leading = self.held(me, day);
        leading.expr(Expr::val(1)).and_where(Expr::col((post::Entity, post::Column::LeadsUnit)).eq(true));
        let question = Query::select()
            .expr_as(lines(reporting_line::Column::RaterId), "rates")
            .expr_as(lines(reporting_line::Column::SuperiorId), "superior")
            .expr_as(Expr::exists(leading), "leads")
            .expr_as(self.there::<proposal::Entity>(open), "asked")
            .expr_as(self.there::<mentoring::Entity>(cases), "mentoring")
            .expr_as(self.there::<skill_consent::Entity>(asked), "skills")
            .expr_as(talks, "talks")
            .expr_as(objections, "objections")
            .expr_as(self.there::<nomination::Entity>(any([nomination::Column::RaterId.eq(me.0)])), "named")
            .expr_as(self.there::<workteam_member::Entity>(self.words_waiting(me, day)), "teams")
            .to_owned();
        let Some(row) = self.conn.query_one(&question).await? else { return Ok(Touched::default()) };
        Ok(Touched {
            rates: row.try_get("", "rates")?,
            superior: row.try_get("", "superior")?,
            leads: row.try_get("", "leads")?,
            asked: row.try_get("", "asked")?,
            talks: row.try_get("", "talks")?,
            objections: row.try_get("", "objections")?,
            named: row.try_get("", "named")?,
            teams: row.try_get("", "teams")?,
            mentoring: row.try_get("", "mentoring")?,
            skills: row.try_get("", "skills")?,
        })
    }

    /// Is there a row of this agency?
    fn there<E: Tenanted>(&self, which: Condition) -> Expr {
        Expr::exists(one(self.find::<E>().filter(which)))
    }

    /// The posts somebody holds on a day, with what they hold them by.
    fn held(&self, who: EmployeeId, day: NaiveDate) -> SelectStatement {
        let same = |there: post::Column, here: assignment::Column| {
            Expr::col((post::Entity, there)).equals((assignment::Entity, here))
        };
        let mut held = assigned_on(self.find::<assignment::Entity>(), day)
            .filter(assignment::Column::EmployeeId.eq(who.0))
            .select_only()
            .into_query();
        held.inner_join(
            post::Entity,
            same(post::Column::AgencyId, assignment::Column::AgencyId)
                .and(same(post::Column::Id, assignment::Column::PostId)),
        );
        held
    }

    /// Is there something that belongs to the unit of a post somebody holds on a day?
    fn of_unit<E: Tenanted>(&self, who: EmployeeId, day: NaiveDate, unit: E::Column) -> Expr {
        let mut held = self.held(who, day);
        held.expr(Expr::val(1)).inner_join(
            E::default(),
            Expr::col(unit.as_column_ref())
                .equals((post::Entity, post::Column::UnitId))
                .and(Expr::col(E::agency().as_column_ref()).equals((post::Entity, post::Column::AgencyId))),
        );
        Expr::exists(held)
    }

    /// Where somebody stands on a day.
    pub async fn frame(&self, reader: EmployeeId, day: NaiveDate) -> Result<Frame, StoreError> {
        let lines = |column: reporting_line::Column| {
            one(rated_on(self.find::<reporting_line::Entity>().filter(column.eq(reader.0)), day))
        };
        let mut held = self.held(reader, day);
        // As `assignment_on` chooses: the definitive post, then an acting one, then the later.
        held.expr(Expr::col((post::Entity, post::Column::LeadsUnit)))
            .order_by_expr(
                Expr::case(assignment::Column::Standing.eq("definitif"), 0)
                    .case(assignment::Column::Standing.eq("plt"), 1)
                    .finally(2)
                    .into(),
                Order::Asc,
            )
            .order_by((assignment::Entity, assignment::Column::FromDay), Order::Desc)
            .limit(1);
        let unread = self
            .find::<notice::Entity>()
            .filter(notice::Column::EmployeeId.eq(reader.0))
            .filter(notice::Column::ReadAt.is_null())
            .select_only()
            .column_as(notice::Column::Id.count(), "n")
            .into_query();
        let question = Query::select()
            .expr_as(Expr::exists(lines(reporting_line::Column::EmployeeId)), "rated")
            .expr_as(Expr::exists(lines(reporting_line::Column::RaterId)), "rates")
            .expr_as(Expr::SubQuery(None, Box::new(held.into())), "leads")
            .expr_as(Expr::SubQuery(None, Box::new(unread.into())), "unread")
            .expr_as(self.of_unit::<survey_service::Entity>(reader, day, survey_service::Column::UnitId), "serves")
            .expr_as(self.of_unit::<feed_source::Entity>(reader, day, feed_source::Column::UnitId), "feeds")
            .to_owned();
        let Some(row) = self.conn.query_one(&question).await? else { return Ok(Frame::default()) };
        Ok(Frame {
            rated: row.try_get("", "rated")?,
            rates: row.try_get("", "rates")?,
            leads: row.try_get::<Option<bool>>("", "leads")?.unwrap_or_default(),
            unread: u64::try_from(row.try_get::<i64>("", "unread")?).unwrap_or_default(),
            serves: row.try_get("", "serves")?,
            feeds: row.try_get("", "feeds")?,
        })
    }
}

fn one<E: sea_orm::EntityTrait>(select: Select<E>) -> SelectStatement {
    select.select_only().expr(Expr::val(1)).into_query()
}

fn any(which: impl IntoIterator<Item = Expr>) -> Condition {
    which.into_iter().fold(Condition::any(), Condition::add)
}
