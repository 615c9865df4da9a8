//! The scheme's result on the page of a result: its class in words, beside the predikat and never in its place, criterion by criterion,
//! and what follows by the scheme's rules.

use crate::{evaluation::why::Step, page::Page};
use actions::evaluation::see::ResultPage;
use domain::{
    amount::Amount,
    decision::Text,
    scheme::{Scheme, SchemeResult, combine::Measure, outlook::Proposal, score::RoleMean},
};

/// The section; there is none where the scheme asks for no criteria in such a period.
pub struct Beside {
    /// The class in words, and the number behind it; none where the scheme has no result of its own.
    pub class: Option<(String, String)>,
    /// Asked for and not worked out; the reasons say why.
    pub missing: bool,
    /// What the scheme's form of combining means.
    pub form: Option<Text>,
    /// Dimension by dimension.
    pub dimensions: Vec<Dimension>,
    /// What follows.
    pub follows: Vec<Follow>,
    /// What nobody can say yet.
    pub open: Vec<Follow>,
    /// Where the sheets are, for those who may read them.
    pub sheet: Option<String>,
}

/// A dimension with its criteria.
pub struct Dimension {
    /// Its name.
    pub name: String,
    /// What it came to.
    pub score: String,
    /// Its criteria: name, what it came to, what each role said on average.
    pub criteria: Vec<(String, String, String)>,
}

/// Something that follows, with why.
pub struct Follow {
    /// The kind: *Pelatihan*.
    pub programme: Text,
    /// How strongly: *diusulkan*.
    pub act: Text,
    /// In a sentence.
    pub text: String,
    /// What it is about, if it is about one criterion.
    pub about: String,
    /// Why.
    pub why: Step,
}

impl Beside {
    /// Of a result.
    pub fn of(page: &Page, result: &ResultPage) -> Option<Self> {
        let scheme = &result.scheme;
        if !scheme.asks_in(result.period.rhythm) {
            return None;
        }
        let facts = &result.facts;
        let near = facts.is_self || facts.is_rater || facts.is_superior;
        let link = format!("/kriteria/{}/{}", result.period.id, result.skp.id);
        Some(Self::new(
            page,
            scheme,
            result.evaluation.scheme.as_ref(),
            (&result.outlook.proposals, &result.outlook.unknown),
            near.then_some(link),
        ))
    }

    /// From its parts.
    pub(crate) fn new(
        page: &Page,
        scheme: &Scheme,
        found: Option<&SchemeResult>,
        (proposals, unknown): (&[Proposal], &[Proposal]),
        sheet: Option<String>,
    ) -> Self {
        let rule = scheme.combine.as_ref().map(|rule| &rule.value);
        let percent = rule.is_some_and(|rule| rule.measure == Measure::Fulfilment);
        let number = |n: i64| page.amount(Amount(n * (Amount::SCALE / 100)));
        let measured = |n: i64| if percent { format!("{} %", number(n)) } else { number(n) };
        let class = found.and_then(|found| {
            let band = rule?.bands.iter().find(|band| Some(&band.code) == found.band.as_ref())?;
            Some((band.name.clone(), measured(found.score?)))
        });
        let role = |mean: &RoleMean| {
            let level = Amount(mean.level * (Amount::SCALE / 100));
            let says =
                page.say("scheme-role-mean").with("role", mean.role.label()).with("n", mean.n).with("level", level);
            says.to_string()
        };
        let follow = |proposal: &Proposal| Follow {
            programme: proposal.programme.label(),
            act: proposal.act.label(),
            text: proposal.text.clone(),
            about: proposal
                .criterion
                .as_deref()
                .and_then(|c| scheme.criterion(c))
                .map_or(String::new(), |c| c.name.clone()),
            why: Step::of(page, &proposal.because),
        };
        let dimensions = scheme.dimensions().iter().map(|dimension| Dimension {
            name: dimension.name.clone(),
            score: found
                .and_then(|found| found.dimensions.iter().find(|(code, _)| *code == dimension.code)?.1)
                .map_or_else(|| page.t("scheme-unknown"), measured),
            criteria: scheme
                .of_dimension(&dimension.code)
                .map(|criterion| {
                    let scored = found.and_then(|found| found.criterion(&criterion.code));
                    let level = scored.and_then(|scored| scored.level).map_or_else(|| page.t("scheme-unknown"), number);
                    let roles: Vec<String> = scored.map(|s| s.roles.iter().map(role).collect()).unwrap_or_default();
                    (criterion.name.clone(), level, roles.join("; "))
                })
                .collect(),
        });
        Self {
            class,
            missing: found.is_none(),
            form: rule.map(|rule| rule.form.label()),
            dimensions: if found.is_some() { dimensions.collect() } else { Vec::new() },
            follows: proposals.iter().map(follow).collect(),
            open: unknown.iter().map(follow).collect(),
            sheet,
        }
    }
}
