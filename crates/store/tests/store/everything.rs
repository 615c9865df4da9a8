//! An agency with one of everything.

use crate::{
    objection::Disputed,
    scheme as criteria,
    support::{agency, assignment, at, day, employee, id, line, noted, post, rhk, since, unit},
    talks::Said,
    waiting,
    workteam::Together,
};
use domain::{
    account::Role,
    amount::Amount,
    assessment::{Assessment, Rating, Subject},
    decision::{Certainty, Citation, Reason, Text},
    evaluation::{Capaian, Evaluation, Period, Predikat, Rhythm, UnitAchievement},
    evidence::{Evidence, Item},
    feedback::{Feedback, Words},
    ids::EmployeeId,
    journal::Notice,
    people::{Agency, Assignment, Employee, Post, PostStandard, PostTask, ReportingLine, Standing, Unit},
    plan::{Approach, Content, Form, Line, Milestones, Nilai, Note, Skp, Version},
    progress::{Entry, Reply, Step},
    scheme::nomination::{Nomination, Saved},
    time::DateRange,
};
use std::sync::Arc;
use store::{Account, Import, Job, Session, Store, StoreError, Tx};

/// One of everything, as the domain knows it.
pub struct Everything {
    pub agency: Agency,
    pub units: Vec<Unit>,
    pub posts: Vec<Post>,
    pub tasks: Vec<PostTask>,
    pub standards: Vec<PostStandard>,
    /// Member, leader, superior.
    pub employees: Vec<Employee>,
    pub assignments: Vec<Assignment>,
    pub lines: Vec<ReportingLine>,
    pub accounts: Vec<(Account, Option<String>)>,
    pub session: Session,
    /// The leader's, then the member's, which supports it.
    pub skps: Vec<Skp>,
    pub version: Version,
    pub note: Note,
    pub step: Step,
    pub entry: Entry,
    pub correction: Entry,
    pub reply: Reply,
    pub file: Evidence,
    pub link: Evidence,
    pub period: Period,
    pub achievement: UnitAchievement,
    pub assessment: Assessment,
    pub nomination: Nomination,
    pub sheet: Saved,
    pub evaluation: Evaluation,
    pub feedback: Feedback,
    pub disputed: Disputed,
    pub said: Said,
    pub together: Together,
    pub notice: Notice,
    pub import: Import,
    pub job: Job,
}

impl Everything {
    /// Makes it; `digit` keeps log-ins of two agencies apart.
    pub fn new(name: &str, digit: u8) -> Self {
        let agency = agency(name);
        let top = unit("A", None);
        let below = unit("A.1", Some(top.id));
        let posts = vec![post(below.id, "P-1", false), post(below.id, "P-2", true), post(top.id, "P-3", true)];
        let task = |seq| PostTask {
            id: id(),
            post: posts[0].id,
            seq,
            task: format!("Menyusun {seq}"),
            output: "Laporan".to_owned(),
        };
        let tasks = vec![task(1), task(2)];
        let nip = |n: u8| format!("19900101201501{digit}{n:03}");
        let employees = vec![
            employee("Dr. Ayu Lestari, M.Si.", Some(&nip(1))),
            employee("Ma'ruf Contoh", Some(&nip(2))),
            employee("Gubernur Contoh", None),
        ];
        let [member, leader, superior] = [employees[0].id, employees[1].id, employees[2].id];
        let assignments = vec![
            assignment(member, posts[0].id, Standing::Definitif, since(1, 1)),
            assignment(leader, posts[1].id, Standing::Definitif, since(1, 1)),
            assignment(superior, posts[2].id, Standing::Plt, since(1, 1)),
        ];
        let lines = vec![line(member, leader, Some(superior), since(1, 1)), line(leader, superior, None, since(1, 1))];
        let account = |employee: EmployeeId, login: String| Account {
            id: id(),
            employee,
            login,
            roles: vec![Role::Auditor, Role::Ppk],
            disabled: false,
            must_change: true,
            failed: 0,
            failed_at: None,
        };
        let accounts =
            vec![(account(member, nip(1)), Some("$argon2id$contoh".to_owned())), (account(leader, nip(2)), None)];
        let session = Session {
            token_hash: format!("{digit:064x}"),
            account: accounts[0].0.id,
            created_at: at(1),
            last_seen_at: at(2),
            expires_at: at(900),
            revoked_at: None,
            agent: "Peramban".to_owned(),
        };
        let leaders = skp(
            leader,
            &posts[1],
            superior,
            None,
            Content { results: vec![rhk("Layanan baik", None)], ..Content::default() },
        );
        let content = Content {
            results: vec![rhk("Laporan tersusun", Some(leaders.content.results[0].id)), rhk("Arsip rapi", None)],
            expectations: [(Nilai::Loyal, vec!["Menjaga nama baik".to_owned()]), (Nilai::Akuntabel, vec![])].into(),
            resources: vec!["Laptop".to_owned()],
            accountability: vec!["Laporan bulanan".to_owned()],
            consequences: vec!["Pembinaan".to_owned()],
        };
        let members = Skp {
            version: 1,
            milestones: Milestones {
                signed_at: Some(at(10)),
                returned_at: Some(at(11)),
                set_at: Some(at(12)),
                reopened_at: Some(at(13)),
                replaced_at: None,
                evaluated_at: Some(at(15)),
            },
            ..skp(member, &posts[0], leader, Some(superior), content)
        };
        let version = Version {
            number: 1,
            content: members.content.clone(),
            set_at: at(12),
            set_by: leader,
            reason: String::new(),
        };
        let first = &members.content.results[0];
        let note = Note {
            id: id(),
            skp: members.id,
            line: Line::Indicator(first.indicators[0].id),
            by: leader,
            at: at(11),
            text: "Tambahkan satuan".to_owned(),
            resolved_at: Some(at(12)),
        };
        let step = Step {
            id: id(),
            skp: members.id,
            indicator: first.indicators[0].id,
            text: "Mengumpulkan data".to_owned(),
            due: day(3, 1),
            done_on: Some(day(2, 27)),
        };
        let entry = Entry {
            id: id(),
            skp: members.id,
            indicator: first.indicators[0].id,
            step: Some(step.id),
            on: day(2, 20),
            amount: Some(Amount(12_345)),
            did: "Menyusun bab 1".to_owned(),
            obstacle: "Data terlambat".to_owned(),
            help: "Surat ke dinas".to_owned(),
            corrects: None,
            by: member,
            recorded_at: at(20),
        };
        let correction = Entry {
            id: id(),
            amount: None,
            obstacle: String::new(),
            help: String::new(),
            step: None,
            corrects: Some(entry.id),
            recorded_at: at(21),
            ..entry.clone()
        };
        let reply = Reply {
            id: id(),
            entry: entry.id,
            by: leader,
            text: "Sudah disurati".to_owned(),
            settles: false,
            at: at(22),
        };
        let evidence =
            |item| Evidence { id: id(), skp: members.id, entry: entry.id, item, by: member, recorded_at: at(23) };
        let file = evidence(Item::File {
            name: "foto.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
            size: 5_000_000_000,
            sha256: "ab".repeat(32),
        });
        let link = evidence(Item::Link { url: "https://arsip.contoh.id/1".to_owned() });
        let period = Period {
            id: id(),
            year: 2026,
            rhythm: Rhythm::Tahunan,
            number: 1,
            dates: DateRange::year(2026),
            policy: "permenpanrb-6-2022@1".to_owned(),
            opened_at: Some(at(30)),
            closed_at: None,
        };
        let achievement = UnitAchievement {
            period: period.id,
            unit: below.id,
            capaian: Capaian::Istimewa,
            basis: "LKjIP".to_owned(),
            by: leader,
            at: at(31),
        };
        let assessment = crate::assessment::own(period.id, members.id, first.id, member, [file.id, link.id]);
        let cite = Citation {
            policy: "permenpanrb-6-2022".to_owned(),
            article: "Lampiran Bab IV.B.3".to_owned(),
            certainty: Certainty::Text,
        };
        let because = Reason::new(Text::new("evaluation-quadrant").with("n", 3_i64).with("at", at(1)))
            .cited(cite)
            .resting_on([Reason::new(Text::new("evaluation-hasil").with("what", Text::new("sesuai")))]);
        let evaluation = Evaluation {
            id: id(),
            period: period.id,
            skp: members.id,
            skp_version: 1,
            employee: member,
            evaluator: leader,
            hasil: Rating::Sesuai,
            perilaku: Rating::Diatas,
            predikat: Some(Predikat::Baik),
            scheme: Some(criteria::result()),
            capaian: Some(Capaian::Baik),
            because,
            policy: period.policy.clone(),
            notes: "Pertahankan".to_owned(),
            signed_at: at(40),
            delivered_at: None,
            acknowledged_at: None,
        };
        let standards = criteria::standards(posts[0].id);
        let nomination = criteria::nomination(period.id, members.id, superior, member);
        let sheet = criteria::sheet(period.id, members.id, leader, superior);
        let feedback = Feedback {
            id: id(),
            evaluation: evaluation.id,
            by: leader,
            words: Words {
                good: "Laporan rapi".to_owned(),
                improve: "Lebih awal".to_owned(),
                advice: "Mulai tiap Senin".to_owned(),
            },
            at: at(41),
            acknowledged_at: Some(at(42)),
            answer: "Siap".to_owned(),
        };
        let disputed = Disputed::new(&evaluation, vec![Subject::HasilKerja, Subject::Rhk(first.id)], &file, &link);
        let said = Said::new(&members, leader, superior, evaluation.id);
        let together = Together::new(below.id, period.id, [member, leader, superior]);
        let notice = Notice {
            id: id(),
            to: member,
            at: at(43),
            says: Text::new("notice-set").with("name", "Ma'ruf"),
            link: format!("/skp/{}", members.id),
            read_at: None,
        };
        let (job, import) = (waiting::job(leader, accounts[0].0.id), waiting::import(leader));
        Self {
            agency,
            units: vec![top, below],
            posts,
            tasks,
            standards,
            employees,
            assignments,
            lines,
            accounts,
            session,
            skps: vec![leaders, members],
            version,
            note,
            step,
            entry,
            correction,
            reply,
            file,
            link,
            period,
            achievement,
            assessment,
            nomination,
            sheet,
            evaluation,
            feedback,
            disputed,
            said,
            together,
            notice,
            import,
            job,
        }
    }

    /// Puts it into the database.
    pub async fn save(self, store: &Store) -> Arc<Self> {
        let all = Arc::new(self);
        store.directory().create_agency(all.agency.clone()).await.unwrap();
        let job = Arc::clone(&all);
        let saved: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let all = Arc::clone(&job);
                async move { all.write(&tx).await }
            })
            .await;
        saved.unwrap();
        all
    }

    async fn write(&self, tx: &Tx) -> Result<(), StoreError> {
        tx.insert_units(&self.units).await?;
        tx.insert_posts(&self.posts).await?;
        tx.insert_tasks(&self.tasks).await?;
        tx.insert_employees(&self.employees).await?;
        tx.insert_assignments(&self.assignments).await?;
        tx.insert_lines(&self.lines).await?;
        tx.insert_accounts(&self.accounts).await?;
        tx.save_session(&self.session).await?;
        for skp in &self.skps {
            tx.insert_skp(skp).await?;
        }
        tx.insert_version(self.skps[1].id, &self.version).await?;
        tx.save_note(&self.note).await?;
        tx.save_step(&self.step).await?;
        tx.insert_entry(&self.entry).await?;
        tx.insert_entry(&self.correction).await?;
        tx.insert_reply(&self.reply).await?;
        tx.insert_evidence(&self.file).await?;
        tx.insert_evidence(&self.link).await?;
        tx.save_period(&self.period).await?;
        tx.save_achievement(&self.achievement).await?;
        tx.save_assessment(&self.assessment, None).await?;
        tx.save_standards(&self.standards).await?;
        tx.save_nomination(&self.nomination).await?;
        tx.save_sheet(&self.sheet, None).await?;
        tx.insert_evaluation(&self.evaluation).await?;
        tx.save_feedback(&self.feedback).await?;
        let [leader, superior] = [1, 2].map(|n| self.employees[n].id);
        self.disputed.write(tx, leader, superior).await?;
        self.said.write(tx).await?;
        self.together.write(tx).await?;
        tx.notify(&self.notice).await?;
        tx.save_draft(self.employees[0].id, "report", &[("did".to_owned(), "Menyusun".to_owned())].into(), at(51))
            .await?;
        tx.save_import(&self.import).await?;
        assert!(tx.add_job(&self.job).await?);
        tx.note_reminders(vec![(self.employees[0].id, "kata".to_owned())], at(63)).await?;
        tx.journal(&noted("everything")).await
    }
}

fn skp(employee: EmployeeId, post: &Post, rater: EmployeeId, superior: Option<EmployeeId>, content: Content) -> Skp {
    Skp {
        id: id(),
        employee,
        year: 2026,
        dates: DateRange::year(2026),
        form: Form::JaJf,
        approach: Approach::Kualitatif,
        post: post.id,
        unit: post.unit,
        rater,
        superior,
        version: 0,
        revision: 0,
        milestones: Milestones::default(),
        content,
    }
}
