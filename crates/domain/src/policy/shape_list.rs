//! The list of all shapes: how values of rules are built. They are read in `shape`, `law_shape`, `scheme_shape` and `career`.

use serde::{Deserialize, Serialize};

/// How a value is built and used. Few, named, in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// `value = "…"`
    Text,
    /// `value = ["…"]`
    Words,
    /// `value = true`
    Flag,
    /// `value = 4`
    Number,
    /// `value = 14`, working days.
    WorkingDays,
    /// `month`, `day`, `year` (0: of the plan or period, 1: the year after).
    Day,
    /// `value = "triwulanan"`
    Rhythm,
    /// `value = ["bulanan", …]`
    Rhythms,
    /// `value = ["anggaran", …]`
    Perspectives,
    /// `value = ["butuh_perbaikan", …]`
    Predicates,
    /// Seven `values` with three panduan each.
    Panduan,
    /// `cells.<hasil>.<perilaku> = "<predikat>"`
    Kuadran,
    /// `hasil.<rating>` and `perilaku.<rating>`: lists of sentences.
    Guidance,
    /// `majority_over`, `small_part_at_most`: percentages.
    Shares,
    /// `heights.<capaian> = [SK, K, BP, B, SB]`, hundredths of a grid unit.
    Curves,
    /// `condition = [{ capaian, test, of, percent }]`
    Distribution,
    /// `rating`, `predikat`, `capaian`: words by code.
    Labels,
    /// `theme = [{ code, name }]`
    Themes,
    /// `value = "kuadran"` or `"skor"`.
    Method,
    /// `clause = [{ code, says, article, certainty }]`: sentences of the law that are cited one by one.
    Clauses,
    /// `row = [{ level, university, programme, sangat_baik, baik, butuh_perbaikan }]`
    StudyGrades,
    /// `weights = [{ opinion, skp, behaviour }]`
    ScoreWeights,
    /// `max`, `band = [{ predikat, label, at_least, idea }]`
    ScoreBands,
    /// `max`, `class = [{ predikat, label, at_least or over, line }]`
    Achievement,
    /// `max`, `factors`
    Additional,
    /// `rows.<predikat> = 100`
    ByPredikat,
    /// `rows.<jenjang> = 12.5`
    ByJenjang,
    /// `row = [{ golongan, amount }]`
    ByGolongan,
    /// `consecutive`, `rung = [{ days, level, says }]`
    Ladder,
    /// `dimension = [{ code, name, weight }]`
    Dimensions,
    /// `criterion = [{ code, dimension, name, reads, anchors }]`; measured ones with `unit`, `better`, `cuts`, and
    /// where they come from by themselves with `measure`, `of`, `least`.
    Criteria,
    /// `rater = [{ role, turn, weight, when_few, … }]`
    Raters,
    /// `form`, `measure`, `rounding`, `unknown`, `band = [{ code, name, from }]`
    Combine,
    /// `step = [{ code, name, who, after, days, remind, escalate }]`
    Workflow,
    /// `gap`, `days`, `seen_by`, `text`
    Disagreement,
    /// `follow-up = [{ code, when = {…}, years, act, programme, text, article }]`
    FollowUps,
    /// `week = "37.30"`, `days = [{ of = ["senin", …], hours = ["07.30-12.00", …] }]`
    Hours,
    /// `purpose`, `used_for`, `who_sees`, `objection`
    Texts,
    /// `load`, `gap`, `months`, `meetings`
    Mentoring,
    /// `condition = [{ code, says, test, … }]`, cited one by one.
    Eligibility,
    /// `row = [{ kinds, age }]`
    Ages,
    /// `selection` and `mapping`: `[{ code, name, from }]`, highest first.
    Jpm,
    /// `years`, `above`, `below`, `part = [{ part, weight }]`, `least_known`, `medium`, `high`, `months`
    TalentAxes,
    /// `box = [{ number, performance, potential, advice, pool }]`
    TalentBoxes,
    /// `field = [{ code, name, words, criteria }]`
    SkillFields,
}

impl Shape {
    const CODES: &'static [(&'static str, Self)] = &[
        ("text", Self::Text),
        ("words", Self::Words),
        ("flag", Self::Flag),
        ("number", Self::Number),
        ("working-days", Self::WorkingDays),
        ("day", Self::Day),
        ("rhythm", Self::Rhythm),
        ("rhythms", Self::Rhythms),
        ("perspectives", Self::Perspectives),
        ("predicates", Self::Predicates),
        ("panduan", Self::Panduan),
        ("kuadran", Self::Kuadran),
        ("guidance", Self::Guidance),
        ("shares", Self::Shares),
        ("curves", Self::Curves),
        ("distribution", Self::Distribution),
        ("labels", Self::Labels),
        ("themes", Self::Themes),
        ("method", Self::Method),
        ("clauses", Self::Clauses),
        ("study-grades", Self::StudyGrades),
        ("score-weights", Self::ScoreWeights),
        ("score-bands", Self::ScoreBands),
        ("achievement", Self::Achievement),
        ("additional", Self::Additional),
        ("by-predikat", Self::ByPredikat),
        ("by-jenjang", Self::ByJenjang),
        ("by-golongan", Self::ByGolongan),
        ("ladder", Self::Ladder),
        ("dimensions", Self::Dimensions),
        ("criteria", Self::Criteria),
        ("raters", Self::Raters),
        ("combine", Self::Combine),
        ("workflow", Self::Workflow),
        ("disagreement", Self::Disagreement),
        ("follow-ups", Self::FollowUps),
        ("hours", Self::Hours),
        ("texts", Self::Texts),
        ("mentoring", Self::Mentoring),
        ("eligibility", Self::Eligibility),
        ("ages", Self::Ages),
        ("jpm", Self::Jpm),
        ("talent-axes", Self::TalentAxes),
        ("talent-boxes", Self::TalentBoxes),
        ("skill-fields", Self::SkillFields),
    ];

    /// Its name in the data.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, s)| *s == self).map(|(code, _)| *code).expect("every shape has a code")
    }

    /// Reads a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, shape)| *shape)
    }
}
