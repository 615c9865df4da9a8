//! Learning to rate on the stage.

use crate::Stage;
use actions::certification::exercise::{begin, rate, see};
use domain::{assessment::Rating, ids::ExerciseId};

impl Stage {
    /// Somebody does an exercise to its end, and says of each criterion what `say` makes of the agreed value.
    pub async fn exercise(&self, key: &str, say: impl Fn(Rating) -> Rating) -> ExerciseId {
        let me = self.as_(key);
        let id = begin(&me).await.unwrap_or_else(|failure| panic!("{key} begins: {failure}"));
        while let Some((_, case)) = see(&me, id).await.expect("the exercise").next {
            let ratings = case.agreed.iter().map(|one| (one.criterion.clone(), say(one.rating))).collect();
            rate(&me, id, case.code, ratings).await.unwrap_or_else(|failure| panic!("{key} rates a case: {failure}"));
        }
        id
    }

    /// Somebody holds a certificate from now on.
    pub async fn certified(&self, key: &str) {
        self.exercise(key, |agreed| agreed).await;
    }
}
