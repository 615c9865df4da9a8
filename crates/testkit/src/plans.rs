//! Whole steps of the year, done by the people of the stage: a plan that is complete, a period that is open, a result.

use crate::stage::Stage;
use actions::{
    assessment::{
        rate::{Sheet, rate},
        self_assess::self_assess,
    },
    evaluation::{evaluate::evaluate, manage_period},
    plan::{
        set, sign,
        start::{Origin, Start, start},
        write::{Annex, ResultDraft, write_annex, write_result},
    },
    progress::report::Report,
    scheme::{
        fill::{Filled, fill},
        see::see as see_criteria,
    },
};
use chrono::Datelike;
use domain::{
    amount::Amount,
    assessment::{Answer, RaterRole, Rating, Subject, rate::subjects},
    evaluation::Rhythm,
    ids::{EvaluationId, IndicatorId, PeriodId, RhkId, SkpId},
    plan::{Approach, Aspek, Form, Indicator, Perspektif, RhkKind, Skp, Target},
    scheme::sheet::Mark,
};

impl Stage {
    /// The present year of the stage.
    pub fn year(&self) -> i32 {
        self.as_("ratna").today().year()
    }

    /// A plan as saved.
    pub async fn skp(&self, key: &str, id: SkpId) -> Skp {
        self.as_(key).read().skp(id).await.expect("the database").expect("the plan")
    }

    /// Starts somebody's plan of this year, empty.
    pub async fn start_of(&self, key: &str) -> SkpId {
        let me = self.as_(key);
        let (employee, year) = (self.employee(key), self.year());
        let plan = Start { employee, year, from_day: None, approach: Approach::Kuantitatif, origin: Origin::Empty };
        start(&me, plan).await.unwrap_or_else(|failure| panic!("{key} starts a plan: {failure}"))
    }

    /// A result ready to be written: two indicators that can be measured.
    pub async fn draft_result(&self, key: &str, id: SkpId, text: &str) -> ResultDraft {
        let jpt = self.skp(key, id).await.form == Form::Jpt;
        let indicator = |aspek, perspektif, text: &str, amount, unit: &str| {
            let target = Target { amount: Some(Amount::whole(amount)), unit: unit.to_owned(), ..Target::default() };
            let id = IndicatorId(self.app.world.id());
            let (aspek, perspektif) = if jpt { (None, Some(perspektif)) } else { (Some(aspek), None) };
            (None, Indicator { id, aspek, perspektif, text: text.to_owned(), target })
        };
        ResultDraft {
            id: None,
            kind: RhkKind::Utama,
            text: text.to_owned(),
            assigned_by: "Kepala Dinas".to_owned(),
            supports: None,
            supports_text: if jpt { String::new() } else { "Meningkatnya keterbukaan informasi publik".to_owned() },
            indicators: vec![
                indicator(
                    Aspek::Kuantitas,
                    Perspektif::PenerimaLayanan,
                    "Jumlah permohonan yang dijawab",
                    240,
                    "permohonan",
                ),
                indicator(Aspek::Waktu, Perspektif::Anggaran, "Persentase jawaban dalam tiga hari", 90, "persen"),
            ],
        }
    }

    /// Writes a result; returns its id.
    pub async fn write(&self, key: &str, id: SkpId, draft: ResultDraft) -> RhkId {
        let revision = self.skp(key, id).await.revision;
        let written = write_result(&self.as_(key), id, revision, draft).await;
        written.unwrap_or_else(|failure| panic!("{key} writes a result: {failure}"))
    }

    /// A complete plan of somebody, not signed yet.
    pub async fn draft_of(&self, key: &str) -> SkpId {
        let id = self.start_of(key).await;
        let draft = self.draft_result(key, id, "Permohonan informasi publik terjawab tepat waktu").await;
        self.write(key, id, draft).await;
        for (annex, line) in [
            (Annex::Resources, "Komputer dan jaringan"),
            (Annex::Accountability, "Dilaporkan setiap bulan"),
            (Annex::Consequences, "Apabila memenuhi ekspektasi diusulkan pelatihan"),
        ] {
            let revision = self.skp(key, id).await.revision;
            let written = write_annex(&self.as_(key), id, revision, annex, vec![line.to_owned()]).await;
            written.unwrap_or_else(|failure| panic!("{key} writes an annex: {failure}"));
        }
        id
    }

    /// A plan signed by its employee, waiting for the rater.
    pub async fn signed_plan_of(&self, key: &str) -> SkpId {
        let id = self.draft_of(key).await;
        self.sign(key, id).await;
        id
    }

    /// A plan in force.
    pub async fn plan_of(&self, key: &str) -> SkpId {
        let id = self.signed_plan_of(key).await;
        self.set_plan(self.rater(key), id, "").await;
        id
    }

    /// Somebody signs.
    pub async fn sign(&self, key: &str, id: SkpId) {
        self.minutes(1);
        let revision = self.skp(key, id).await.revision;
        sign::sign(&self.as_(key), id, revision).await.unwrap_or_else(|failure| panic!("{key} signs: {failure}"));
    }

    /// Somebody sets a plan.
    pub async fn set_plan(&self, key: &str, id: SkpId, reason: &str) -> u32 {
        self.minutes(1);
        let revision = self.skp(key, id).await.revision;
        let set = set::set(&self.as_(key), id, revision, reason.to_owned()).await;
        set.unwrap_or_else(|failure| panic!("{key} sets the plan: {failure}"))
    }

    /// The indicators of a plan, in order.
    pub async fn indicators(&self, key: &str, id: SkpId) -> Vec<IndicatorId> {
        self.skp(key, id).await.content.results.iter().flat_map(|rhk| &rhk.indicators).map(|i| i.id).collect()
    }

    /// A report ready to be sent: today, some amount, no obstacle.
    pub fn report(&self, indicator: IndicatorId, amount: i64, did: &str) -> Report {
        Report {
            indicator,
            step: None,
            on: self.as_("ratna").today(),
            amount: Some(Amount::whole(amount)),
            did: did.to_owned(),
            obstacle: String::new(),
            help: String::new(),
            corrects: None,
            link: String::new(),
        }
    }

    /// A period of this year, laid out and open; the clock moves to its opening at the earliest.
    pub async fn period(&self, rhythm: Rhythm, number: u32) -> PeriodId {
        let year = self.year();
        manage_period::lay_out(&self.as_("wiryo"), year)
            .await
            .unwrap_or_else(|failure| panic!("laying out: {failure}"));
        let periods = self.as_("wiryo").read().periods(year).await.expect("the database");
        let period = periods.iter().find(|p| p.rhythm == rhythm && p.number == number).expect("such a period");
        let opens = self.as_("wiryo").window(period).unwrap_or_else(|failure| panic!("{failure}")).opens;
        self.not_before(&format!("{opens} 08:00"));
        let opened = manage_period::open(&self.as_("wiryo"), period.id).await;
        opened.unwrap_or_else(|failure| panic!("opening a period: {failure}"));
        period.id
    }

    /// A sheet filled in from top to bottom.
    pub async fn sheet(
        &self,
        key: &str,
        period: PeriodId,
        skp: SkpId,
        role: RaterRole,
        ratings: (Rating, Rating),
    ) -> Sheet {
        let plan = self.skp(key, skp).await;
        let answers = subjects(&plan, role)
            .into_iter()
            .map(|subject| {
                let rating = match subject {
                    Subject::Rhk(_) | Subject::HasilKerja => ratings.0,
                    Subject::Nilai(_) | Subject::PerilakuKerja => ratings.1,
                };
                let reason = "Didukung bukti di laporan bulanan dan umpan balik rekan.".to_owned();
                Answer { subject, rating: Some(rating), reason, evidence: Vec::new() }
            })
            .collect();
        Sheet { period, skp, revision: None, answers }
    }

    /// Somebody assesses themselves as expected, and sends it; the scheme's criteria too, where it asks for them.
    pub async fn self_assess(&self, key: &str, period: PeriodId, skp: SkpId) {
        self.self_assess_by_law(key, period, skp).await;
        self.criteria(key, period, skp).await;
    }

    /// The same without the scheme's criteria.
    pub async fn self_assess_by_law(&self, key: &str, period: PeriodId, skp: SkpId) {
        let sheet = self.sheet(key, period, skp, RaterRole::Diri, (Rating::Sesuai, Rating::Sesuai)).await;
        let sent = self_assess(&self.as_(key), sheet, true).await;
        sent.unwrap_or_else(|failure| panic!("{key} assesses themselves: {failure}"));
    }

    /// Somebody says what they see of the scheme's criteria, each as expected, if they are asked to.
    pub async fn criteria(&self, key: &str, period: PeriodId, skp: SkpId) {
        let me = self.as_(key);
        let Ok(page) = see_criteria(&me, period, skp).await else { return };
        if !page.fills || page.waits.is_some() || page.mine.is_some() {
            return;
        }
        let expected = page.scheme.levels().div_ceil(2);
        let mark = |code: &str| Mark {
            criterion: code.to_owned(),
            level: Some(expected),
            reason: String::new(),
            evidence: Vec::new(),
        };
        let marks = page.scheme.rated_by(page.role).map(|criterion| mark(&criterion.code)).collect();
        let sent = fill(&me, Filled { period, skp, revision: None, marks }, true).await;
        sent.unwrap_or_else(|failure| panic!("{key} fills in criteria: {failure}"));
    }

    /// A supervisor rates somebody's plan, and sends it; the scheme's criteria too, where it asks for them.
    pub async fn rate(&self, rater: &str, period: PeriodId, skp: SkpId, ratings: (Rating, Rating)) {
        self.rate_by_law(rater, period, skp, ratings).await;
        self.criteria(rater, period, skp).await;
    }

    /// The same without the scheme's criteria.
    pub async fn rate_by_law(&self, rater: &str, period: PeriodId, skp: SkpId, ratings: (Rating, Rating)) {
        let sheet = self.sheet(rater, period, skp, RaterRole::Penilai, ratings).await;
        rate(&self.as_(rater), sheet, true).await.unwrap_or_else(|failure| panic!("{rater} rates: {failure}"));
    }

    /// The same with the lines in turn; on the whole as in `ratings`.
    pub async fn rate_in_turn(
        &self,
        rater: &str,
        period: PeriodId,
        skp: SkpId,
        lines: &[Rating],
        ratings: (Rating, Rating),
    ) {
        let mut sheet = self.sheet(rater, period, skp, RaterRole::Penilai, ratings).await;
        let single = |answer: &&mut Answer| matches!(answer.subject, Subject::Rhk(_) | Subject::Nilai(_));
        for (answer, rating) in sheet.answers.iter_mut().filter(single).zip(lines.iter().cycle()) {
            answer.rating = Some(*rating);
        }
        rate(&self.as_(rater), sheet, true).await.unwrap_or_else(|failure| panic!("{rater} rates: {failure}"));
    }

    /// A result: self-assessed, rated and signed.
    pub async fn result_of(&self, key: &str, period: PeriodId, skp: SkpId, ratings: (Rating, Rating)) -> EvaluationId {
        self.self_assess(key, period, skp).await;
        self.minutes(5);
        let rater = self.rater(key);
        self.rate(rater, period, skp, ratings).await;
        self.minutes(5);
        let result = evaluate(&self.as_(rater), period, skp, "Pertahankan.".to_owned()).await;
        result.unwrap_or_else(|failure| panic!("{rater} signs the result: {failure}"))
    }
}
