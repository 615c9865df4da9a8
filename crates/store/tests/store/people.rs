//! Round trips of units, posts, employees, assignments, lines; who was where on a day.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{assignment, bare, change, day, employee, line, post, since, unit},
};
use domain::{
    ids::{EmployeeId, UnitId},
    people::{Agency, Standing},
    time::{DateRange, TimeZone},
};
use std::sync::Arc;
use store::{PageOf, StoreError};

#[tokio::test]
async fn people_come_back_as_they_were() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        assert_eq!(store.directory().agency(all.agency.id).await.unwrap().unwrap(), all.agency);
        assert_eq!(store.directory().agencies().await.unwrap(), [all.agency.clone()]);
        assert_eq!(scope.units().await.unwrap(), all.units);
        assert_eq!(scope.unit(all.units[1].id).await.unwrap().unwrap(), all.units[1]);
        assert_eq!(scope.unit_by_code("A").await.unwrap().unwrap(), all.units[0]);
        assert_eq!(scope.posts().await.unwrap(), all.posts);
        assert_eq!(scope.posts_of_unit(all.units[1].id).await.unwrap(), [all.posts[1].clone(), all.posts[0].clone()]);
        assert_eq!(scope.post(all.posts[2].id).await.unwrap().unwrap(), all.posts[2]);
        assert_eq!(scope.post_by_code("P-2").await.unwrap().unwrap(), all.posts[1]);
        assert_eq!(scope.posts_among(&[all.posts[2].id]).await.unwrap(), [all.posts[2].clone()]);
        assert_eq!(scope.post_tasks(all.posts[0].id).await.unwrap(), all.tasks);
        assert_eq!(scope.tasks().await.unwrap(), all.tasks);
        let ids: Vec<EmployeeId> = all.employees.iter().map(|e| e.id).collect();
        for employee in &all.employees {
            assert_eq!(&scope.employee(employee.id).await.unwrap().unwrap(), employee);
        }
        let by_name = [all.employees[0].clone(), all.employees[2].clone(), all.employees[1].clone()];
        assert_eq!(scope.employees(&ids).await.unwrap(), by_name);
        assert_eq!(scope.all_employees().await.unwrap(), by_name);
        assert_eq!(scope.employee_by_nip("19900101 201501 1 001").await.unwrap().unwrap(), all.employees[0]);
        assert_eq!(scope.assignments_of(ids[0]).await.unwrap(), [all.assignments[0].clone()]);
        assert_eq!(scope.assignments_on(day(2, 1)).await.unwrap().len(), 3);
        assert_eq!(scope.lines_of(ids[0]).await.unwrap(), [all.lines[0].clone()]);
    })
    .await;
}

#[tokio::test]
async fn the_tree_below_a_unit_begins_with_it() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let top = unit("1", None);
        let mid = unit("1.2", Some(top.id));
        let other = unit("1.1", Some(top.id));
        let leaf = unit("1.2.1", Some(mid.id));
        let units = [leaf.clone(), mid.clone(), other.clone(), top.clone()];
        // In any order: those above are put first.
        change(&store, agency, move |tx| {
            let units = units.clone();
            async move { tx.insert_units(&units).await }
        })
        .await
        .unwrap();
        let scope = store.scope(agency);
        assert_eq!(scope.units_under(top.id).await.unwrap(), [top.clone(), other.clone(), mid.clone(), leaf.clone()]);
        assert_eq!(scope.units_under(mid.id).await.unwrap(), [mid, leaf]);
        assert_eq!(scope.units_under(crate::support::id::<UnitId>()).await.unwrap(), []);

        let a = unit("a", None);
        let b = unit("b", Some(a.id));
        let circle = [domain::people::Unit { parent: Some(b.id), ..a }, b];
        let refused = change(&store, agency, move |tx| {
            let circle = circle.clone();
            async move { tx.insert_units(&circle).await }
        })
        .await;
        assert!(matches!(refused, Err(StoreError::Missing { .. })), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn people_are_found_by_words_and_by_nip() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let find = async |query: &str| {
            let found = scope.search_employees(query, PageOf::default()).await.unwrap();
            found.rows.into_iter().map(|e| e.name).collect::<Vec<_>>()
        };
        assert_eq!(find("lestari AYU").await, ["Dr. Ayu Lestari, M.Si."]);
        assert_eq!(find("maruf").await, ["Ma'ruf Contoh"]);
        assert_eq!(find("contoh").await, ["Gubernur Contoh", "Ma'ruf Contoh"]);
        assert_eq!(find("19900101 2015").await.len(), 2);
        assert_eq!(find("199001012015011002").await, ["Ma'ruf Contoh"]);
        assert_eq!(find("100%").await, [""; 0]);
        let page = scope.search_employees("", PageOf { page: 2, per_page: 2 }).await.unwrap();
        assert_eq!((page.total, page.page, page.pages(), page.rows.len()), (3, 2, 2, 1));
    })
    .await;
}

#[tokio::test]
async fn a_day_decides_post_unit_and_rater() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let [member, leader, superior] = [all.employees[0].id, all.employees[1].id, all.employees[2].id];
        // From March the member also acts for the leader's post; in July he moves and is rated by somebody else.
        let acting = assignment(member, all.posts[1].id, Standing::Plt, since(3, 1));
        let moved = assignment(member, all.posts[2].id, Standing::Definitif, since(7, 1));
        let ended = domain::people::Assignment {
            dates: DateRange { from: day(1, 1), until: Some(day(6, 30)) },
            ..all.assignments[0].clone()
        };
        let old = domain::people::ReportingLine {
            dates: DateRange { from: day(1, 1), until: Some(day(6, 30)) },
            ..all.lines[0].clone()
        };
        let new = line(member, superior, None, since(7, 1));
        let (job, lines) = ([ended.clone(), acting.clone(), moved.clone()], [old.clone(), new.clone()]);
        change(&store, all.agency.id, move |tx| {
            let (job, lines) = (job.clone(), lines.clone());
            async move {
                for assignment in &job {
                    tx.save_assignment(assignment).await?;
                }
                for line in &lines {
                    tx.save_line(line).await?;
                }
                Ok(())
            }
        })
        .await
        .unwrap();
        let scope = store.scope(all.agency.id);
        assert_eq!(scope.assignment_on(member, day(6, 30)).await.unwrap(), Some(ended.clone()));
        assert_eq!(scope.assignment_on(member, day(7, 1)).await.unwrap(), Some(moved.clone()));
        assert_eq!(scope.assignment_on(member, NaiveDate::from_ymd_opt(2025, 12, 31).unwrap()).await.unwrap(), None);
        assert_eq!(scope.holders_on(all.posts[1].id, day(4, 1)).await.unwrap(), [all.assignments[1].clone(), acting]);
        assert_eq!(scope.assignments_of(member).await.unwrap().len(), 3);
        assert_eq!(scope.line_on(member, day(6, 30)).await.unwrap(), Some(old.clone()));
        assert_eq!(scope.line_on(member, day(7, 1)).await.unwrap(), Some(new.clone()));
        assert_eq!(scope.team_on(leader, day(6, 30)).await.unwrap(), [old.clone()]);
        assert_eq!(scope.team_on(leader, day(7, 1)).await.unwrap(), []);
        assert_eq!(scope.superior_of_on(superior, day(6, 30)).await.unwrap(), [old]);
        for (who, on) in [(member, 4), (member, 7), (leader, 4), (leader, 7), (superior, 4), (superior, 7)] {
            let on = day(on, 1);
            let post = match scope.assignment_on(who, on).await.unwrap() {
                Some(held) => scope.post(held.post).await.unwrap(),
                None => None,
            };
            let rated = scope.line_on(who, on).await.unwrap().is_some();
            let rates = !scope.team_on(who, on).await.unwrap().is_empty();
            let frame = scope.frame(who, on).await.unwrap();
            let found = (frame.rated, frame.rates, frame.leads);
            assert_eq!(found, (rated, rates, post.is_some_and(|post| post.leads_unit)), "{on}");
        }

        let everyone = scope.everyone(day(4, 1)).await.unwrap();
        let names: Vec<&str> = everyone.iter().map(|p| p.employee.name.as_str()).collect();
        assert_eq!(names, ["Dr. Ayu Lestari, M.Si.", "Gubernur Contoh", "Ma'ruf Contoh"]);
        let ayu = &everyone[0];
        assert_eq!(ayu.post.as_ref(), Some(&all.posts[0]));
        assert_eq!(ayu.unit.as_ref(), Some(&all.units[1]));
        assert_eq!(ayu.standing, Some(Standing::Definitif));
        assert_eq!(ayu.line.as_ref().map(|line| line.rater), Some(leader));
        assert_eq!(scope.people_on(&[member, leader, superior], day(4, 1)).await.unwrap(), everyone);
        let later = scope.people_on(&[member, member], day(8, 1)).await.unwrap();
        assert_eq!(later.len(), 1);
        assert_eq!(later[0].post.as_ref(), Some(&all.posts[2]));
        assert_eq!(later[0].line, Some(new));
        let within = scope.people_in(&[all.units[1].id], day(8, 1)).await.unwrap();
        assert_eq!(within.iter().map(|p| p.employee.id).collect::<Vec<_>>(), [leader]);
        let before = scope.everyone(NaiveDate::from_ymd_opt(2025, 1, 1).unwrap()).await.unwrap();
        assert!(before.iter().all(|p| p.post.is_none() && p.line.is_none() && p.standing.is_none()));
    })
    .await;
}

use chrono::NaiveDate;

#[tokio::test]
async fn saving_again_changes_and_a_second_of_the_same_key_is_refused() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let renamed = domain::people::Unit { name: "Bidang Baru".to_owned(), ..all.units[1].clone() };
        let titled = domain::people::Post { title: "Analis".to_owned(), ..all.posts[0].clone() };
        let called = domain::people::Employee { name: "Ayu Baru".to_owned(), ..all.employees[0].clone() };
        let settings = Agency { time_zone: TimeZone::Wita, seat: "Kota".to_owned(), ..all.agency.clone() };
        let tasks = vec![domain::people::PostTask { id: crate::support::id(), seq: 1, ..all.tasks[1].clone() }];
        let saved = (renamed.clone(), titled.clone(), called.clone(), settings.clone(), tasks.clone());
        change(&store, all.agency.id, move |tx| {
            let (unit, post, employee, agency, tasks) = saved.clone();
            async move {
                tx.save_unit(&unit).await?;
                tx.save_post(&post).await?;
                tx.save_employee(&employee).await?;
                tx.save_post_tasks(post.id, &tasks).await?;
                tx.save_agency(&agency).await
            }
        })
        .await
        .unwrap();
        let scope = store.scope(all.agency.id);
        assert_eq!(scope.unit(renamed.id).await.unwrap(), Some(renamed));
        assert_eq!(scope.post(titled.id).await.unwrap(), Some(titled.clone()));
        assert_eq!(scope.post_tasks(titled.id).await.unwrap(), tasks);
        assert_eq!(scope.search_employees("ayu baru", PageOf::default()).await.unwrap().rows, [called]);
        assert_eq!(store.directory().agency(settings.id).await.unwrap(), Some(settings));

        let same_nip = employee("Orang Lain", Some("199001012015011001"));
        let refused = change(&store, all.agency.id, move |tx| {
            let same = same_nip.clone();
            async move { tx.save_employee(&same).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "employee.nip".to_owned() }));
        let same_code = post(all.units[0].id, "P-1", false);
        let refused = change(&store, all.agency.id, move |tx| {
            let same = same_code.clone();
            async move { tx.insert_posts(&[same]).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "post.code".to_owned() }));
        let same_id = domain::people::Unit { code: "lain".to_owned(), ..all.units[0].clone() };
        let refused = change(&store, all.agency.id, move |tx| {
            let same = same_id.clone();
            async move { tx.insert_units(&[same]).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "unit.id".to_owned() }));
        let nowhere = post(crate::support::id(), "P-9", false);
        let refused = change(&store, all.agency.id, move |tx| {
            let nowhere = nowhere.clone();
            async move { tx.save_post(&nowhere).await }
        })
        .await;
        assert!(matches!(refused, Err(StoreError::Missing { .. })), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn many_people_go_in_by_the_hundred() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let top = unit("U", None);
        let people: Vec<_> =
            (0..1203).map(|n| employee(&format!("Pegawai {n:05}"), Some(&format!("{n:018}")))).collect();
        let posts: Vec<_> = (0..1203).map(|n| post(top.id, &format!("P-{n}"), n == 0)).collect();
        let held: Vec<_> =
            people.iter().zip(&posts).map(|(e, p)| assignment(e.id, p.id, Standing::Definitif, since(1, 1))).collect();
        let lines: Vec<_> = people.iter().skip(1).map(|e| line(e.id, people[0].id, None, since(1, 1))).collect();
        let all = Arc::new((top, people, posts, held, lines));
        let job = Arc::clone(&all);
        change(&store, agency, move |tx| {
            let all = Arc::clone(&job);
            async move {
                tx.insert_units(std::slice::from_ref(&all.0)).await?;
                tx.insert_employees(&all.1).await?;
                tx.insert_posts(&all.2).await?;
                tx.insert_assignments(&all.3).await?;
                tx.insert_lines(&all.4).await
            }
        })
        .await
        .unwrap();
        let scope = store.scope(agency);
        let everyone = scope.everyone(day(5, 5)).await.unwrap();
        assert_eq!(everyone.len(), 1203);
        assert!(everyone.iter().all(|p| p.post.is_some() && p.unit.is_some()));
        assert_eq!(everyone.iter().filter(|p| p.line.is_some()).count(), 1202);
        let ids: Vec<EmployeeId> = everyone.iter().map(|p| p.employee.id).collect();
        assert_eq!(scope.people_on(&ids, day(5, 5)).await.unwrap(), everyone);
        assert_eq!(scope.team_on(all.1[0].id, day(5, 5)).await.unwrap().len(), 1202);
    })
    .await;
}
