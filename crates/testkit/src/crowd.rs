//! A big agency: hundreds or thousands of people more, written straight into the database, and background work done to
//! its end.

use crate::stage::Stage;
use actions::{Work, job::work};
use domain::{
    assessment::{Answer, Assessment, RaterRole, Rating, Subject, rate::subjects},
    ids::{EmployeeId, PeriodId, UnitId},
    people::{Assignment, Employee, Employment, Nip, Post, PostKind, ReportingLine, Standing, Unit},
    permissions::Action,
    plan::{Approach, Aspek, Content, Form, Indicator, Milestones, Rhk, RhkKind, Skp, Target, Version},
    time::DateRange,
};

/// People in a unit, its head included.
pub const IN_UNIT: usize = 50;
/// People written in one transaction.
const AT_ONCE: usize = 250;

impl Stage {
    /// So many people more, in units of [`IN_UNIT`] below the office, each with a plan in force this year. The first of a
    /// unit leads it and rates the others. With a period, all are assessed by themselves and by their raters, with every
    /// pair of ratings in turn; nobody has signed a result.
    pub async fn crowd(&self, people: usize, assessed: Option<PeriodId>) {
        let mut head: Option<EmployeeId> = None;
        let mut unit: Option<UnitId> = None;
        for from in (0..people).step_by(AT_ONCE) {
            let (stage, office) = (self.clone(), self.as_("wiryo"));
            let (first_head, first_unit) = (head, unit);
            let done = office.act(Action::PeopleImport, move |work| {
                let stage = stage.clone();
                async move {
                    let (mut head, mut unit) = (first_head, first_unit);
                    for n in from..people.min(from + AT_ONCE) {
                        one(&stage, &work, n, &mut head, &mut unit, assessed).await?;
                    }
                    work.journal("agency", "-", None, Some(&"crowd")).await?;
                    Ok((head, unit))
                }
            });
            (head, unit) = done.await.unwrap_or_else(|failure| panic!("a crowd: {failure}"));
        }
    }

    /// Does background work until nothing is left to do; returns the number of parts.
    pub async fn work_off(&self) -> usize {
        let mut parts = 0;
        while self.work("uji").await {
            parts += 1;
        }
        parts
    }

    /// One part of background work, by a worker of this name; was there something to do?
    pub async fn work(&self, worker: &str) -> bool {
        let site = web::Site::new(self.app.clone(), web::Options::default());
        work::turn(&self.app, worker, &site).await.unwrap_or_else(|failure| panic!("background work: {failure}"))
    }
}

async fn one(
    stage: &Stage,
    work: &Work,
    n: usize,
    head: &mut Option<EmployeeId>,
    unit: &mut Option<UnitId>,
    assessed: Option<PeriodId>,
) -> Result<(), actions::Failure> {
    let leads = n.is_multiple_of(IN_UNIT);
    let dedi = stage.employee("dedi");
    let id: EmployeeId = work.id();
    if leads {
        *unit = Some(work.id());
        let code = format!("R{:04}", n / IN_UNIT);
        let name = format!("Unit Ramai Nomor {}", n / IN_UNIT);
        work.insert_units(&[Unit { id: unit.expect("just made"), parent: Some(stage.unit("DINAS")), code, name }])
            .await?;
    }
    let unit = unit.expect("the first of a unit makes it");
    let rater = if leads { dedi } else { head.expect("the first of a unit leads it") };
    let superior = Some(if leads { stage.employee("bupati") } else { dedi });
    if leads {
        *head = Some(id);
    }
    let post = Post {
        id: work.id(),
        unit,
        code: format!("RAMAI-{n}"),
        title: if leads { "Kepala Unit".to_owned() } else { "Pengelola Layanan".to_owned() },
        kind: if leads { PostKind::Pengawas } else { PostKind::Pelaksana },
        leads_unit: leads,
        unit_mandiri: false,
    };
    let always = DateRange { from: "2024-01-01".parse().expect("a date"), until: None };
    let (day, serial) = (1 + n / 999 % 28, 1 + n % 999);
    let nip = Nip::trusted(format!("199001{day:02}2015011{serial:03}"));
    let name = format!("Pegawai Ramai {n:05}");
    let person = Employee { id, nip: Some(nip), name, employment: Employment::Pns, rank: "Penata (III/c)".to_owned() };
    let (post_id, standing) = (post.id, Standing::Definitif);
    work.insert_posts(&[post]).await?;
    work.insert_employees(&[person]).await?;
    work.insert_assignments(&[Assignment { id: work.id(), employee: id, post: post_id, standing, dates: always }])
        .await?;
    work.insert_lines(&[ReportingLine { id: work.id(), employee: id, rater, superior, dates: always }]).await?;
    let skp = plan(work, id, post_id, unit, rater, superior, stage.year());
    let reason = String::new();
    let version = Version { number: 1, content: skp.content.clone(), set_at: work.ctx.at, set_by: rater, reason };
    work.insert_skp(&skp).await?;
    work.insert_version(skp.id, &version).await?;
    if let Some(period) = assessed {
        let ratings = (Rating::ALL[n % 3], Rating::ALL[n / 3 % 3]);
        for (role, by) in [(RaterRole::Diri, id), (RaterRole::Penilai, rater)] {
            work.save_assessment(&sheet(work, &skp, period, role, by, ratings), None).await?;
        }
    }
    Ok(())
}

fn plan(
    work: &Work,
    employee: EmployeeId,
    post: domain::ids::PostId,
    unit: UnitId,
    rater: EmployeeId,
    superior: Option<EmployeeId>,
    year: i32,
) -> Skp {
    let target = |unit: &str| Target {
        amount: Some(domain::amount::Amount::whole(240)),
        unit: unit.to_owned(),
        ..Target::default()
    };
    let indicator = |aspek, text: &str, unit: &str| Indicator {
        id: work.id(),
        aspek: Some(aspek),
        perspektif: None,
        text: text.to_owned(),
        target: target(unit),
    };
    let rhk = Rhk {
        id: work.id(),
        kind: RhkKind::Utama,
        text: "Permohonan informasi publik terjawab tepat waktu".to_owned(),
        assigned_by: "Kepala Dinas".to_owned(),
        supports: None,
        supports_text: "Meningkatnya keterbukaan informasi publik".to_owned(),
        indicators: vec![
            indicator(Aspek::Kuantitas, "Jumlah permohonan yang dijawab", "permohonan"),
            indicator(Aspek::Waktu, "Persentase jawaban dalam tiga hari", "persen"),
        ],
    };
    let at = Some(work.ctx.at);
    Skp {
        id: work.id(),
        employee,
        year,
        dates: DateRange::year(year),
        form: Form::JaJf,
        approach: Approach::Kuantitatif,
        post,
        unit,
        rater,
        superior,
        version: 1,
        revision: 1,
        milestones: Milestones { signed_at: at, set_at: at, ..Milestones::default() },
        content: Content { results: vec![rhk], ..Content::default() },
    }
}

fn sheet(
    work: &Work,
    skp: &Skp,
    period: PeriodId,
    role: RaterRole,
    rater: EmployeeId,
    ratings: (Rating, Rating),
) -> Assessment {
    let answer = |subject| {
        let rating = match subject {
            Subject::Rhk(_) | Subject::HasilKerja => ratings.0,
            Subject::Nilai(_) | Subject::PerilakuKerja => ratings.1,
        };
        let reason = "Didukung bukti di laporan bulanan.".to_owned();
        Answer { subject, rating: Some(rating), reason, evidence: Vec::new() }
    };
    Assessment {
        id: work.id(),
        period,
        skp: skp.id,
        role,
        rater,
        answers: subjects(skp, role).into_iter().map(answer).collect(),
        sent_at: Some(work.ctx.at),
        revision: 0,
    }
}
