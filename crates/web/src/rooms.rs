//! Every room of this floor: its routes and the samples of its views. A new room is one line here.

use crate::{
    access, account, angka_kredit, assessment, calibration, certification, development, dialogue, draft, error,
    evaluation, fairness, feed, feedback, followup, health, home, job, journal, layout, mentoring, objection,
    orientation, people, plan, policy, preview::Gallery, progress, reminder, routes::Routes, scheme, survey, talent,
    team, training, workteam,
};

/// A room.
pub struct Room {
    /// Its folder.
    pub name: &'static str,
    /// Its routes.
    pub routes: fn() -> Routes,
    /// Shows each of its views with sample data.
    pub samples: fn(&mut Gallery),
}

/// All rooms.
pub const ROOMS: &[Room] = &[
    Room { name: "access", routes: access::routes, samples: access::samples },
    Room { name: "account", routes: account::routes, samples: account::samples },
    Room { name: "angka_kredit", routes: angka_kredit::routes, samples: angka_kredit::samples },
    Room { name: "assessment", routes: assessment::routes, samples: assessment::samples },
    Room { name: "calibration", routes: calibration::routes, samples: calibration::samples },
    Room { name: "certification", routes: certification::routes, samples: certification::samples },
    Room { name: "development", routes: development::routes, samples: development::samples },
    Room { name: "dialogue", routes: dialogue::routes, samples: dialogue::samples },
    Room { name: "draft", routes: draft::routes, samples: |_| {} },
    Room { name: "error", routes: Routes::new, samples: error::samples },
    Room { name: "evaluation", routes: evaluation::routes, samples: evaluation::samples },
    Room { name: "fairness", routes: fairness::routes, samples: fairness::samples },
    Room { name: "feed", routes: feed::routes, samples: feed::samples },
    Room { name: "feedback", routes: feedback::routes, samples: feedback::samples },
    Room { name: "followup", routes: followup::routes, samples: followup::samples },
    Room { name: "health", routes: health::routes, samples: |_| {} },
    Room { name: "home", routes: home::routes, samples: home::samples },
    Room { name: "job", routes: job::routes, samples: job::samples },
    Room { name: "journal", routes: journal::routes, samples: journal::samples },
    Room { name: "layout", routes: Routes::new, samples: layout::samples },
    Room { name: "mentoring", routes: mentoring::routes, samples: mentoring::samples },
    Room { name: "objection", routes: objection::routes, samples: objection::samples },
    Room { name: "orientation", routes: orientation::routes, samples: orientation::samples },
    Room { name: "people", routes: people::routes, samples: people::samples },
    Room { name: "plan", routes: plan::routes, samples: plan::samples },
    Room { name: "policy", routes: policy::routes, samples: policy::samples },
    Room { name: "progress", routes: progress::routes, samples: progress::samples },
    Room { name: "reminder", routes: reminder::routes, samples: reminder::samples },
    Room { name: "scheme", routes: scheme::routes, samples: scheme::samples },
    Room { name: "survey", routes: survey::routes, samples: survey::samples },
    Room { name: "talent", routes: talent::routes, samples: talent::samples },
    Room { name: "team", routes: team::routes, samples: team::samples },
    Room { name: "training", routes: training::routes, samples: training::samples },
    Room { name: "workteam", routes: workteam::routes, samples: workteam::samples },
];

/// Every route.
pub fn routes() -> Routes {
    ROOMS.iter().fold(Routes::new(), |all, room| all.and((room.routes)()))
}
