//! A plan's results and the seven values as the self-assessment and the desk show them: what was promised, what was
//! reported, what shows it, and what has been said of it so far.

use crate::{
    layout::Tone,
    words::{Markup, Words},
};
use actions::{assessment::see_desk::Desk, feedback::see_during::Said, progress::see::Standing};
use chrono::NaiveDate;
use domain::{
    amount::Amount,
    assessment::{Answer, Assessment, Rating, Subject},
    decision::Reason,
    evidence::{Evidence, Item},
    ids::{EvidenceId, IndicatorId},
    plan::{Line, Nilai, RhkKind, Skp, Target},
    policy::Behaviour,
    progress::{Entry, Reply},
};

/// One intended result with everything its rating rests on.
pub struct Block {
    /// Its number on the form, from 1.
    pub number: usize,
    /// Beginning of its fields' names.
    pub field: String,
    /// Utama or tambahan.
    pub kind: RhkKind,
    /// The result.
    pub text: String,
    /// Its indicators.
    pub indicators: Vec<Measure>,
    /// All evidence under it.
    pub evidence: Vec<Piece>,
    /// What the employee says of it.
    pub own: Option<Answer>,
    /// What the supervisor says of it.
    pub theirs: Option<Answer>,
    /// What others said of it in the period.
    pub heard: Vec<Said>,
}

impl Block {
    /// Name of one of its fields: `rhk.<id>.rating`.
    pub fn name(&self, part: &str) -> String {
        format!("{}.{part}", self.field)
    }

    /// High priority?
    pub fn is_main(&self) -> bool {
        self.kind == RhkKind::Utama
    }
}

/// One indicator and where it stood at the end of the period.
pub struct Measure {
    /// The indicator.
    pub text: String,
    /// Target with unit, as written; empty where the indicator says it in words.
    pub target: String,
    /// Unit of the realised amount.
    pub unit: String,
    /// Reached so far.
    pub realised: Option<Amount>,
    /// Share of the target in basis points.
    pub share: Option<i64>,
    /// Status, with its reason.
    pub tone: Tone,
    /// Name of the status.
    pub track: domain::decision::Text,
    /// Why it stands so, beyond the amount that is shown anyway.
    pub because: Vec<Reason>,
    /// What was reported in the period, newest first.
    pub entries: Vec<Report>,
}

/// One report.
pub struct Report {
    /// Day it was done.
    pub on: NaiveDate,
    /// Days between doing and reporting.
    pub days_late: i64,
    /// A later report corrects it.
    pub corrected: bool,
    /// Amount reported.
    pub amount: Option<Amount>,
    /// What was done.
    pub did: String,
    /// What stood in the way.
    pub obstacle: String,
    /// Help that was asked for.
    pub help: String,
    /// What was answered.
    pub replies: Vec<String>,
    /// What shows it.
    pub evidence: Vec<Piece>,
}

/// A piece of evidence by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its id; `/bukti/{id}` opens it.
    pub id: EvidenceId,
    /// Name of the file, or the link.
    pub name: String,
}

impl Piece {
    /// Its name with places to break it: names of files and addresses are longer than a phone is wide.
    pub fn breakable(&self) -> Markup {
        let mut shown = String::with_capacity(self.name.len() + 32);
        let mut run = 0;
        for c in self.name.chars() {
            match c {
                '&' => shown.push_str("&amp;"),
                '<' => shown.push_str("&lt;"),
                '>' => shown.push_str("&gt;"),
                c => shown.push(c),
            }
            run = if c == ' ' { 0 } else { run + 1 };
            if matches!(c, '/' | '.' | '_' | '-' | '?' | '&' | '=') || run >= 16 {
                shown.push_str("<wbr>");
                run = 0;
            }
        }
        Markup(shown)
    }
}

impl From<&Evidence> for Piece {
    fn from(evidence: &Evidence) -> Self {
        let name = match &evidence.item {
            Item::File { name, .. } => name.clone(),
            Item::Link { url } => url.clone(),
        };
        Self { id: evidence.id, name }
    }
}

/// One of the seven values.
pub struct Value {
    /// Which.
    pub nilai: Nilai,
    /// Beginning of its fields' names.
    pub field: String,
    /// The three lines of guidance.
    pub panduan: Vec<String>,
    /// The leader's special expectations.
    pub expectations: Vec<String>,
    /// What the employee says of it.
    pub own: Option<Answer>,
    /// What the supervisor says of it.
    pub theirs: Option<Answer>,
    /// What others said of it in the period.
    pub heard: Vec<Said>,
}

impl Value {
    /// Name of one of its fields: `nilai.loyal.rating`.
    pub fn name(&self, part: &str) -> String {
        format!("{}.{part}", self.field)
    }
}

/// The three classes for one result, best first, each with a plain anchor.
pub fn result_choices(words: &Words) -> [(&'static str, String); 3] {
    [
        ("diatas", words.t("assessment-anchor-result-diatas")),
        ("sesuai", words.t("assessment-anchor-result-sesuai")),
        ("dibawah", words.t("assessment-anchor-result-dibawah")),
    ]
}

/// The three classes for one value, best first, each with a plain anchor.
pub fn value_choices(words: &Words) -> [(&'static str, String); 3] {
    [
        ("diatas", words.t("assessment-anchor-value-diatas")),
        ("sesuai", words.t("assessment-anchor-value-sesuai")),
        ("dibawah", words.t("assessment-anchor-value-dibawah")),
    ]
}

/// The three classes by name, best first: for hasil kerja and perilaku kerja as a whole.
pub fn whole_choices(words: &Words) -> [(&'static str, String); 3] {
    [Rating::Diatas, Rating::Sesuai, Rating::Dibawah].map(|rating| (rating.code(), words.text(rating.label())))
}

/// What the lines are made of.
pub struct Material<'a> {
    /// The plan.
    pub skp: &'a Skp,
    /// Indicators and where they stand.
    pub standings: &'a [Standing],
    /// Entries of the period, newest first.
    pub entries: &'a [Entry],
    /// Answers to them.
    pub replies: &'a [Reply],
    /// Evidence of the plan.
    pub evidence: &'a [Evidence],
    /// The employee's own assessment, if the reader may see it.
    pub own: Option<&'a Assessment>,
    /// The supervisor's, if the reader may see it.
    pub theirs: Option<&'a Assessment>,
    /// Guidance on the seven values.
    pub behaviour: &'a [Behaviour],
    /// What was said in the period by leaders, colleagues and others.
    pub remarks: &'a [Said],
}

impl<'a> From<&'a Desk> for Material<'a> {
    fn from(desk: &'a Desk) -> Self {
        Self {
            skp: &desk.skp,
            standings: &desk.standings,
            entries: &desk.entries,
            replies: &desk.replies,
            evidence: &desk.evidence,
            own: desk.own.as_ref(),
            theirs: desk.supervisor.as_ref(),
            behaviour: &desk.policy.behaviour.value,
            remarks: &desk.remarks,
        }
    }
}

impl Material<'_> {
    /// The intended results, utama first.
    pub fn blocks(&self, words: &Words) -> Vec<Block> {
        let mut results: Vec<_> = self.skp.content.results.iter().collect();
        results.sort_by_key(|rhk| rhk.kind);
        results
            .into_iter()
            .enumerate()
            .map(|(at, rhk)| {
                let subject = Subject::Rhk(rhk.id);
                let ids: Vec<IndicatorId> = rhk.indicators.iter().map(|indicator| indicator.id).collect();
                let measures = self.standings.iter().filter(|s| ids.contains(&s.indicator.id));
                Block {
                    number: at + 1,
                    field: subject.field(),
                    kind: rhk.kind,
                    text: rhk.text.clone(),
                    indicators: measures.map(|standing| self.measure(standing, words)).collect(),
                    evidence: self.evidence_of(&ids),
                    own: self.own.and_then(|a| a.answer(subject)).cloned(),
                    theirs: self.theirs.and_then(|a| a.answer(subject)).cloned(),
                    heard: self.heard(Line::Rhk(rhk.id)),
                }
            })
            .collect()
    }

    /// What was said of the line.
    pub fn heard(&self, line: Line) -> Vec<Said> {
        self.remarks.iter().filter(|said| said.remark.on == line).cloned().collect()
    }

    /// The seven values.
    pub fn values(&self) -> Vec<Value> {
        Nilai::ALL
            .into_iter()
            .map(|nilai| {
                let subject = Subject::Nilai(nilai);
                let guidance = self.behaviour.iter().find(|behaviour| behaviour.nilai == nilai);
                Value {
                    nilai,
                    field: subject.field(),
                    panduan: guidance.map(|behaviour| behaviour.panduan.clone()).unwrap_or_default(),
                    expectations: self.skp.content.expectations.get(&nilai).cloned().unwrap_or_default(),
                    own: self.own.and_then(|a| a.answer(subject)).cloned(),
                    theirs: self.theirs.and_then(|a| a.answer(subject)).cloned(),
                    heard: self.heard(Line::Nilai(nilai)),
                }
            })
            .collect()
    }

    fn measure(&self, standing: &Standing, words: &Words) -> Measure {
        let own: Vec<&Entry> = self.entries.iter().filter(|e| e.indicator == standing.indicator.id).collect();
        let reports = own.iter().map(|entry| Report {
            on: entry.on,
            days_late: entry.days_late(words.zone),
            corrected: own.iter().any(|later| later.corrects == Some(entry.id)),
            amount: entry.amount,
            did: entry.did.clone(),
            obstacle: entry.obstacle.clone(),
            help: entry.help.clone(),
            replies: self.replies.iter().filter(|r| r.entry == entry.id).map(|r| r.text.clone()).collect(),
            evidence: self.evidence.iter().filter(|e| e.entry == entry.id).map(Piece::from).collect(),
        });
        Measure {
            text: standing.indicator.text.clone(),
            target: target(words, &standing.indicator.target),
            unit: standing.indicator.target.unit.clone(),
            realised: standing.realised,
            share: standing.share,
            tone: standing.track.value.into(),
            track: standing.track.value.label(),
            because: standing.track.because.from.iter().skip(1).cloned().collect(),
            entries: reports.collect(),
        }
    }

    fn evidence_of(&self, indicators: &[IndicatorId]) -> Vec<Piece> {
        let entries: Vec<_> = self.entries.iter().filter(|e| indicators.contains(&e.indicator)).map(|e| e.id).collect();
        self.evidence.iter().filter(|e| entries.contains(&e.entry)).map(Piece::from).collect()
    }
}

/// A target as people read it: `1.200 berkas`, `80 – 90 persen`, or as the source wrote it.
fn target(words: &Words, target: &Target) -> String {
    if let Some(written) = &target.written {
        return written.clone();
    }
    let Some(amount) = target.amount else { return String::new() };
    let range = match target.upper {
        Some(upper) => format!("{} – {}", words.amount(amount), words.amount(upper)),
        None => words.amount(amount),
    };
    format!("{range} {}", target.unit).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use chrono::DateTime;
    use domain::time::TimeZone;

    #[test]
    fn a_long_name_can_be_broken_and_stays_harmless() {
        let piece = |name: &str| Piece { id: EvidenceId(uuid::Uuid::nil()), name: name.into() }.breakable().0;
        assert_eq!(piece("a/b.pdf"), "a/<wbr>b.<wbr>pdf");
        assert_eq!(piece("<b>&"), "&lt;b&gt;&amp;<wbr>");
        assert_eq!(piece(&"x".repeat(20)), format!("{}<wbr>{}", "x".repeat(16), "x".repeat(4)));
    }

    #[test]
    fn a_target_reads_as_written() {
        let now = DateTime::parse_from_rfc3339("2026-07-07T05:03:00Z").unwrap().to_utc();
        let words = Words { lang: Lang::Id, zone: TimeZone::Wit, now };
        let base = Target { amount: Some(Amount::whole(1_200)), unit: "berkas".into(), ..Target::default() };
        assert_eq!(target(&words, &base), "1.200 berkas");
        assert_eq!(
            target(&words, &Target { upper: Some(Amount::whole(1_500)), ..base.clone() }),
            "1.200 – 1.500 berkas"
        );
        assert_eq!(target(&words, &Target { written: Some("3,5 dari skala 5".into()), ..base }), "3,5 dari skala 5");
        assert_eq!(target(&words, &Target::default()), "");
    }
}

pub(crate) mod sample;
