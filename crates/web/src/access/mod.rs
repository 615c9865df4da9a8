//! Who opened or changed one's own file, as a page and as a file to keep. Read first: `see`.

mod see;

pub use see::samples;

use crate::routes::Routes;
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/akses-berkas", Action::AccessRead, see::show).get(
        "/akses-berkas/ekspor.json",
        Action::AccessRead,
        see::export,
    )
}
