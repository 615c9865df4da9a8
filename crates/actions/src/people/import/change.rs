//! What a checked file changes, and writing it: in bulk, each thing with its own row in the journal.

use crate::{Failure, Work};
use domain::{
    ids::{JournalId, PostId},
    journal::Entry,
    people::{Assignment, Employee, Post, PostStandard, PostTask, ReportingLine, Unit},
    plan::Skp,
    training::Program,
};
use serde::Serialize;
use store::Account;

/// Things written in one statement and, when bad rows are skipped, in one transaction.
const CHUNK: usize = 500;
/// The same for plans, which are many rows each.
const CHUNK_OF_PLANS: usize = 25;

/// A log-in that comes with a new employee, and its first password if the file gives one.
#[derive(Clone, Debug)]
pub(super) struct NewAccount {
    pub(super) account: Account,
    /// As the file says it, until [`super::run`] hashes it.
    pub(super) password: Option<String>,
    pub(super) hash: Option<String>,
}

/// Before and after.
type Changed<T> = (T, T);

/// Everything a file changes, in the order it must be written: what is referred to comes first.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    pub(super) new_units: Vec<Unit>,
    pub(super) units: Vec<Changed<Unit>>,
    pub(super) new_posts: Vec<Post>,
    pub(super) posts: Vec<Changed<Post>>,
    pub(super) new_tasks: Vec<PostTask>,
    /// Whole task libraries.
    pub(super) tasks: Vec<(PostId, Vec<PostTask>, Vec<PostTask>)>,
    pub(super) new_standards: Vec<PostStandard>,
    pub(super) standards: Vec<Changed<PostStandard>>,
    pub(super) new_employees: Vec<Employee>,
    pub(super) employees: Vec<Changed<Employee>>,
    pub(super) accounts: Vec<NewAccount>,
    /// Assignments that end earlier.
    pub(super) assignments: Vec<Changed<Assignment>>,
    pub(super) new_assignments: Vec<Assignment>,
    /// Lines that end earlier.
    pub(super) lines: Vec<Changed<ReportingLine>>,
    pub(super) new_lines: Vec<ReportingLine>,
    /// Plans, new (without a before) and changed; leaders before those who support them.
    pub(super) skps: Vec<(Option<Skp>, Skp)>,
    pub(super) new_programs: Vec<Program>,
    pub(super) programs: Vec<Changed<Program>>,
}

/// A part of the changes that can be written by itself, once what stands before it is.
#[derive(Clone, Debug)]
pub(super) enum Batch {
    NewUnits(Vec<Unit>),
    Units(Vec<Changed<Unit>>),
    NewPosts(Vec<Post>),
    Posts(Vec<Changed<Post>>),
    NewTasks(Vec<PostTask>),
    Tasks(Vec<(PostId, Vec<PostTask>, Vec<PostTask>)>),
    NewStandards(Vec<PostStandard>),
    Standards(Vec<Changed<PostStandard>>),
    NewEmployees(Vec<Employee>),
    Employees(Vec<Changed<Employee>>),
    Accounts(Vec<NewAccount>),
    Assignments(Vec<Changed<Assignment>>),
    NewAssignments(Vec<Assignment>),
    Lines(Vec<Changed<ReportingLine>>),
    NewLines(Vec<ReportingLine>),
    Skps(Vec<(Option<Skp>, Skp)>),
    NewPrograms(Vec<Program>),
    Programs(Vec<Changed<Program>>),
}

impl Changes {
    /// Things written.
    pub(super) fn count(&self) -> usize {
        self.made() + self.changed() + self.accounts.len()
    }

    /// Things made new, log-ins not counted.
    pub(super) fn made(&self) -> usize {
        self.new_units.len()
            + self.new_posts.len()
            + self.new_tasks.len()
            + self.new_standards.len()
            + self.new_employees.len()
            + self.new_assignments.len()
            + self.new_lines.len()
            + self.new_programs.len()
            + self.skps.iter().filter(|(before, _)| before.is_none()).count()
    }

    /// Things changed.
    pub(super) fn changed(&self) -> usize {
        self.units.len()
            + self.posts.len()
            + self.tasks.len()
            + self.standards.len()
            + self.employees.len()
            + self.assignments.len()
            + self.lines.len()
            + self.programs.len()
            + self.skps.iter().filter(|(before, _)| before.is_some()).count()
    }

    /// Cut into parts, in order. New units stay together, whatever their number: they refer to each other.
    pub(super) fn batches(self) -> Vec<Batch> {
        let mut all = Vec::new();
        cut(&mut all, self.new_units, usize::MAX, Batch::NewUnits);
        cut(&mut all, self.units, CHUNK, Batch::Units);
        cut(&mut all, self.new_posts, CHUNK, Batch::NewPosts);
        cut(&mut all, self.posts, CHUNK, Batch::Posts);
        cut(&mut all, self.new_tasks, CHUNK, Batch::NewTasks);
        cut(&mut all, self.tasks, CHUNK, Batch::Tasks);
        cut(&mut all, self.new_standards, CHUNK, Batch::NewStandards);
        cut(&mut all, self.standards, CHUNK, Batch::Standards);
        cut(&mut all, self.new_employees, CHUNK, Batch::NewEmployees);
        cut(&mut all, self.employees, CHUNK, Batch::Employees);
        cut(&mut all, self.accounts, CHUNK, Batch::Accounts);
        cut(&mut all, self.assignments, CHUNK, Batch::Assignments);
        cut(&mut all, self.new_assignments, CHUNK, Batch::NewAssignments);
        cut(&mut all, self.lines, CHUNK, Batch::Lines);
        cut(&mut all, self.new_lines, CHUNK, Batch::NewLines);
        cut(&mut all, self.skps, CHUNK_OF_PLANS, Batch::Skps);
        cut(&mut all, self.new_programs, CHUNK, Batch::NewPrograms);
        cut(&mut all, self.programs, CHUNK, Batch::Programs);
        all
    }
}

fn cut<T>(all: &mut Vec<Batch>, items: Vec<T>, most: usize, batch: fn(Vec<T>) -> Batch) {
    let mut items = items.into_iter().peekable();
    while items.peek().is_some() {
        all.push(batch(items.by_ref().take(most).collect()));
    }
}

impl Batch {
    /// Things in it.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::NewUnits(items) => items.len(),
            Self::Units(items) => items.len(),
            Self::NewPosts(items) => items.len(),
            Self::Posts(items) => items.len(),
            Self::NewTasks(items) => items.len(),
            Self::Tasks(items) => items.len(),
            Self::NewStandards(items) => items.len(),
            Self::Standards(items) => items.len(),
            Self::NewEmployees(items) => items.len(),
            Self::Employees(items) => items.len(),
            Self::Accounts(items) => items.len(),
            Self::Assignments(items) => items.len(),
            Self::NewAssignments(items) => items.len(),
            Self::Lines(items) => items.len(),
            Self::NewLines(items) => items.len(),
            Self::Skps(items) => items.len(),
            Self::NewPrograms(items) => items.len(),
            Self::Programs(items) => items.len(),
        }
    }

    /// Writes it, and its journal.
    pub(super) async fn write(&self, work: &Work) -> Result<(), Failure> {
        let mut journal = Journal { work, rows: Vec::with_capacity(self.len()) };
        match self {
            Self::NewUnits(units) => {
                work.insert_units(units).await?;
                units.iter().try_for_each(|unit| journal.made("unit", unit.id, unit))?;
            }
            Self::Units(units) => {
                for (before, after) in units {
                    work.save_unit(after).await?;
                    journal.changed("unit", after.id, before, after)?;
                }
            }
            Self::NewPosts(posts) => {
                work.insert_posts(posts).await?;
                posts.iter().try_for_each(|post| journal.made("post", post.id, post))?;
            }
            Self::Posts(posts) => {
                for (before, after) in posts {
                    work.save_post(after).await?;
                    journal.changed("post", after.id, before, after)?;
                }
            }
            Self::NewTasks(tasks) => {
                work.insert_tasks(tasks).await?;
                tasks.iter().try_for_each(|task| journal.made("post_task", task.id, task))?;
            }
            Self::Tasks(libraries) => {
                for (post, before, after) in libraries {
                    work.save_post_tasks(*post, after).await?;
                    journal.changed("post_tasks", *post, before, after)?;
                }
            }
            Self::NewStandards(standards) => {
                work.save_standards(standards).await?;
                standards.iter().try_for_each(|one| journal.made("post_standard", one.post, one))?;
            }
            Self::Standards(standards) => {
                let after: Vec<PostStandard> = standards.iter().map(|(_, after)| after.clone()).collect();
                work.save_standards(&after).await?;
                let mut each = standards.iter();
                each.try_for_each(|(before, after)| journal.changed("post_standard", after.post, before, after))?;
            }
            Self::NewEmployees(employees) => {
                work.insert_employees(employees).await?;
                employees.iter().try_for_each(|one| journal.made("employee", one.id, one))?;
            }
            Self::Employees(employees) => {
                for (before, after) in employees {
                    work.save_employee(after).await?;
                    journal.changed("employee", after.id, before, after)?;
                }
            }
            Self::Accounts(accounts) => {
                let rows: Vec<_> = accounts.iter().map(|new| (new.account.clone(), new.hash.clone())).collect();
                work.insert_accounts(&rows).await?;
                accounts.iter().try_for_each(|new| journal.made("account", new.account.id, &new.account.login))?;
            }
            Self::Assignments(assignments) => {
                for (before, after) in assignments {
                    work.save_assignment(after).await?;
                    journal.changed("assignment", after.id, before, after)?;
                }
            }
            Self::NewAssignments(assignments) => {
                work.insert_assignments(assignments).await?;
                assignments.iter().try_for_each(|one| journal.made("assignment", one.id, one))?;
            }
            Self::Lines(lines) => {
                for (before, after) in lines {
                    work.save_line(after).await?;
                    journal.changed("reporting_line", after.id, before, after)?;
                }
            }
            Self::NewLines(lines) => {
                work.insert_lines(lines).await?;
                lines.iter().try_for_each(|line| journal.made("reporting_line", line.id, line))?;
            }
            Self::NewPrograms(programs) => {
                work.save_training_programs(programs).await?;
                programs.iter().try_for_each(|one| journal.made("training_program", one.id, one))?;
            }
            Self::Programs(programs) => {
                let after: Vec<Program> = programs.iter().map(|(_, after)| after.clone()).collect();
                work.save_training_programs(&after).await?;
                let mut each = programs.iter();
                each.try_for_each(|(before, after)| journal.changed("training_program", after.id, before, after))?;
            }
            Self::Skps(skps) => {
                for (before, after) in skps {
                    match before {
                        None => {
                            work.insert_skp(after).await?;
                            journal.made("skp", after.id, after)?;
                        }
                        Some(before) => {
                            work.save_skp(after, before.revision).await?;
                            journal.changed("skp", after.id, &before.content, &after.content)?;
                        }
                    }
                }
            }
        }
        Ok(work.journal_all(&journal.rows).await?)
    }
}

/// Journal rows gathered, to be written together.
struct Journal<'w> {
    work: &'w Work,
    rows: Vec<Entry>,
}

impl Journal<'_> {
    fn made<T: Serialize>(&mut self, subject: &str, id: impl ToString, after: &T) -> Result<(), Failure> {
        self.row(subject, &id, None, after)
    }

    fn changed<T: Serialize>(
        &mut self,
        subject: &str,
        id: impl ToString,
        before: &T,
        after: &T,
    ) -> Result<(), Failure> {
        let before = serde_json::to_string(before)?;
        self.row(subject, &id, Some(before), after)
    }

    fn row<T: Serialize>(
        &mut self,
        subject: &str,
        id: &impl ToString,
        before: Option<String>,
        after: &T,
    ) -> Result<(), Failure> {
        self.rows.push(Entry {
            id: JournalId(self.work.ctx.app.world.id()),
            at: self.work.ctx.at,
            by: Some(self.work.ctx.me()),
            action: self.work.action.code().to_owned(),
            subject: subject.to_owned(),
            subject_id: id.to_string(),
            before,
            after: Some(serde_json::to_string(after)?),
        });
        Ok(())
    }
}
