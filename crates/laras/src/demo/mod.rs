//! The invented agency of `laras demo`: two years of appraisal, played through the actions floor, so that its data is
//! what real use would have produced.
//!
//! Not here: serving it (`crate::commands::demo`). Who there is and what they plan stands in `demo/*.toml`.
//! Read first: `cast` (who), `calendar` (when), `play` (in what order), then `plans`, `work`, `judging`, `teams`, `career`, `lately`, `survey`,
//! `feeds`, `learning`, `raters`, `fairness`.

mod calendar;
mod career;
mod cast;
mod fairness;
mod feeds;
mod judging;
mod lately;
mod learning;
mod numbers;
mod people;
mod plans;
mod play;
mod raters;
mod survey;
mod teams;
mod words;
mod work;

pub use cast::{Cast, PASSWORD};
pub use play::build;

#[cfg(test)]
mod tests {
    use super::{Cast, build};
    use crate::{config::Place, house};
    use chrono::{DateTime, Datelike};
    use domain::plan::workflow::{State, state};
    use tempfile::TempDir;

    /// The communication office alone, with the personnel office that runs its year.
    fn few() -> Cast {
        let mut cast = Cast::read().unwrap_or_else(|stop| panic!("{stop}"));
        let kept = ["LJ.", "KOMINFO.KADIS", "KOMINFO.IKP", "BKPSDM.KEPALA", "BKPSDM.KIN.KABID"];
        cast.posts.retain(|post| kept.iter().any(|start| post.code.starts_with(start)));
        cast
    }

    /// The demo is built on whatever day somebody asks for it.
    async fn on(now: &str) {
        let folder = TempDir::new().expect("a folder");
        let database_url = format!("sqlite://{}?mode=rwc", folder.path().join("demo.sqlite").display());
        let place = Place { database_url, files: folder.path().join("files"), connections: 0 };
        let store = house::open(&place).await.unwrap_or_else(|stop| panic!("{stop}"));
        store.migrate().await.expect("migrations");
        let app = house::furnish(store, &place.files).unwrap_or_else(|stop| panic!("{stop}"));
        let now = DateTime::parse_from_rfc3339(now).expect("an instant").to_utc();
        build(app.clone(), few(), now).await.unwrap_or_else(|stop| panic!("{now}: {stop}"));

        let agency = app.store.directory().agencies().await.expect("agencies").remove(0);
        let (scope, today) = (app.store.scope(agency.id), agency.time_zone.date(now));
        let everyone = scope.everyone(today).await.expect("people");
        assert!(everyone.len() >= 10, "{} people", everyone.len());
        let ids: Vec<_> =
            everyone.iter().filter(|person| person.line.is_some()).map(|person| person.employee.id).collect();
        let plans = scope.skps_of_year_for(&ids, today.year() - 1).await.expect("last year's plans");
        assert_eq!(plans.len(), ids.len(), "everybody had a plan last year");
        let closed = plans.iter().filter(|skp| state(&skp.milestones) == State::Dievaluasi).count();
        let settled = today.ordinal() > 30;
        assert!(
            !settled || closed == plans.len(),
            "{closed} of {} plans of last year are closed on {now}",
            plans.len()
        );
        let current = scope.skps_of_year_for(&ids, today.year()).await.expect("this year's plans");
        assert!(!settled || current.len() == ids.len(), "everybody has begun a plan on {now}");
        let later = current.iter().chain(&plans).filter_map(|skp| skp.milestones.set_at).filter(|at| *at > now).count();
        assert_eq!(later, 0, "nothing is set in the future");
        let teams = scope.workteams().await.expect("teams");
        let [team] = teams.as_slice() else { panic!("{} teams on {now}", teams.len()) };
        let members = scope.workteam_members(&[team.id]).await.expect("members");
        assert!(members.iter().any(domain::workteam::Member::waits), "somebody's rater is asked on {now}");
        assert!(members.iter().filter(|member| member.works_on(today)).count() >= 2, "people work in it on {now}");
        assert!(
            scope.mentoring_running().await.expect("cases").iter().any(|case| case.mentor.is_some()),
            "somebody is helped"
        );
        assert_eq!(scope.talent_maps().await.expect("maps").len(), 1, "a talent map is drawn on {now}");
        app.store.close().await.expect("closing");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn it_is_built_in_the_first_days_of_january() {
        on("2027-01-04T02:00:00Z").await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn it_is_built_on_the_last_day_of_february_of_a_leap_year() {
        on("2028-02-29T09:00:00Z").await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn it_is_built_in_the_middle_of_the_year() {
        on("2026-07-06T03:00:00Z").await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn it_is_built_on_new_years_eve() {
        on("2026-12-31T16:30:00Z").await;
    }
}
