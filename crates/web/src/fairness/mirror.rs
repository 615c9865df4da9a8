//! *A supervisor looks into the mirror*: how their own ratings look beside others', for their eyes alone.

use super::{draw, named, share};
use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    session::Visit,
    words::Markup,
};
use actions::{
    fairness::mirror::{Mirror, Reflected, mirror},
    team::see_team,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::Datelike;
use domain::{
    amount::Amount,
    assessment::Rating,
    fairness::{
        Flag, RaterFigures,
        ground::{Ground, Grounded},
    },
    ids::PeriodId,
};

#[derive(Template)]
#[template(path = "fairness/mirror.html")]
pub(super) struct MirrorView {
    pub(super) page: Page,
    pub(super) found: Mirror,
}

impl MirrorView {
    fn period(&self) -> String {
        named(&self.page, &self.found.period)
    }

    fn figures(&self) -> Option<&RaterFigures> {
        self.found.figures.as_ref()
    }

    /// Own shares and others' shares by class, best first: name, own count and share, others' share.
    fn classes(&self) -> Vec<(String, u32, String, String)> {
        let own = self.figures().map_or([0; 3], |figures| figures.classes);
        let (all, others) = (own.iter().sum::<u32>(), self.found.others.iter().sum::<u32>());
        Rating::ALL
            .into_iter()
            .enumerate()
            .rev()
            .map(|(class, rating)| {
                let beside =
                    if others == 0 { "–".to_owned() } else { share(&self.page, self.found.others[class], others) };
                let mine = if all == 0 { "–".to_owned() } else { share(&self.page, own[class], all) };
                (self.page.text(rating.label()), own[class], mine, beside)
            })
            .collect()
    }

    fn drawing(&self) -> Option<Markup> {
        let milder = self.figures()?.milder?;
        let most = [milder.low.0.abs(), milder.high.0.abs(), Amount::SCALE].into_iter().max().unwrap_or(Amount::SCALE);
        let span = draw::Span::of(self.page.t("fairness-mirror-you"), milder);
        let marks = [
            (Amount(-most), self.page.t("fairness-stricter")),
            (Amount(0), self.page.t("fairness-average")),
            (Amount(most), self.page.t("fairness-milder")),
        ];
        Some(draw::spans(&[span], (Amount(-most), Amount(most)), &marks, Some(Amount(0))))
    }

    fn flags(&self) -> Vec<Flag> {
        self.figures().map(RaterFigures::flags).unwrap_or_default()
    }

    /// The highest ratings that rest on little: whose, and what.
    fn thin(&self) -> Vec<(&Reflected, &Grounded)> {
        let all = self.found.people.iter().flat_map(|one| one.grounds.iter().map(move |ground| (one, ground)));
        all.filter(|(_, one)| one.rating == Rating::Diatas && one.ground != Ground::Enough).collect()
    }

    fn words(&self) -> Vec<&Reflected> {
        self.found.people.iter().filter(|one| !one.words.is_empty()).collect()
    }

    fn signs(&self) -> Vec<&Reflected> {
        self.found.people.iter().filter(|one| !one.signs.is_empty()).collect()
    }

    fn desk(&self, one: &Reflected) -> String {
        format!("/penilaian/{}/{}", self.found.period.id, one.skp)
    }

    /// How much of a person's ratings rests on enough: `2 dari 3`.
    fn resting(&self, one: &Reflected) -> String {
        let enough = one.grounds.iter().filter(|ground| ground.ground == Ground::Enough).count();
        self.page.say("fairness-grounds-of").with("n", enough).with("of", one.grounds.len()).to_string()
    }
}

/// How much there is, as a tone.
pub(crate) fn tone(ground: impl std::borrow::Borrow<Ground>) -> Tone {
    match ground.borrow() {
        Ground::None => Tone::Late,
        Ground::Thin => Tone::Risk,
        Ground::Enough => Tone::Good,
    }
}

/// `GET /cermin`: the mirror of the period people are busy with.
pub(super) async fn open(visit: Visit) -> Result<Response, WebError> {
    let team = see_team(&visit.ctx, visit.words.today().year()).await?;
    let period = match team.period {
        Some(period) => Some(period),
        None => see_team(&visit.ctx, visit.words.today().year() - 1).await?.period,
    };
    Ok(match period {
        Some(period) => visit.to(&format!("/cermin/{}", period.id)),
        None => visit.warn("/tim", "fairness-mirror-no-period"),
    })
}

/// `GET /cermin/{period}`
pub(super) async fn show(visit: Visit, Path(id): Path<PeriodId>) -> Result<Response, WebError> {
    let found = mirror(&visit.ctx, id).await?;
    let page = visit.page("fairness-mirror-title").under("/tim", "nav-team");
    Ok(page::show(&MirrorView { page, found }))
}
