//! Pelatihan: the catalogue, a programme and its sessions, names put forward, what somebody followed, what is recommended, what
//! the agency needs.
//!
//! Not here: the plan of a year (`development`), bringing a catalogue in as a file (`people`). Read first: `list`, `program`,
//! `session`; then `mine`, `advice`, `need`.

pub mod advice;
pub mod list;
pub mod mine;
pub mod need;
pub mod program;
mod sample;
pub mod session;
pub mod waiting;

use crate::{layout::Tone, page::Page, preview::Gallery, routes::Routes};
use domain::{amount::Amount, permissions::Action, training::nominate::Standing};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/pelatihan", Action::TrainingRead, list::show)
        .get("/pelatihan/baru", Action::TrainingManage, program::new)
        .post("/pelatihan/baru", Action::TrainingManage, program::create)
        .get("/pelatihan/kebutuhan", Action::TrainingAnalyse, need::show)
        .get("/pelatihan/menunggu", Action::TrainingManage, waiting::show)
        .get("/pelatihan/saya", Action::TrainingRecords, mine::own)
        .upload("/pelatihan/saya", Action::TrainingClaim, mine::claim)
        .get("/pelatihan/pegawai/{employee}", Action::TrainingRecords, mine::of)
        .get("/pelatihan/saran/{employee}", Action::TrainingRecords, advice::show)
        .get("/pelatihan/sertifikat/{record}", Action::TrainingRecords, mine::certificate)
        .get("/pelatihan/ekspor/{file}", Action::PeopleExport, waiting::export)
        .post("/pelatihan/catatan/{record}", Action::TrainingManage, waiting::verify)
        .get("/pelatihan/jadwal/{session}", Action::TrainingRead, session::show)
        .post("/pelatihan/jadwal/{session}/usulan", Action::TrainingNominate, session::nominate)
        .post("/pelatihan/jadwal/{session}/kehadiran", Action::TrainingManage, session::attend)
        .post("/pelatihan/jadwal/{session}/batal", Action::TrainingManage, session::call_off)
        .post("/pelatihan/usulan/{nomination}/dukungan", Action::TrainingSupport, session::support)
        .post("/pelatihan/usulan/{nomination}/penerimaan", Action::TrainingAdmit, session::admit)
        .post("/pelatihan/usulan/{nomination}/batal", Action::TrainingNominate, session::withdraw)
        .get("/pelatihan/{program}", Action::TrainingRead, program::show)
        .get("/pelatihan/{program}/ubah", Action::TrainingManage, program::edit)
        .post("/pelatihan/{program}/ubah", Action::TrainingManage, program::change)
        .post("/pelatihan/{program}/jadwal", Action::TrainingManage, program::schedule)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    list::samples(gallery);
    program::samples(gallery);
    session::samples(gallery);
    mine::samples(gallery);
    advice::samples(gallery);
    need::samples(gallery);
    waiting::samples(gallery);
}

/// How a name stands.
pub(crate) fn tone(standing: impl std::borrow::Borrow<Standing>) -> Tone {
    match standing.borrow() {
        Standing::Diajukan | Standing::Didukung => Tone::Note,
        Standing::Diterima => Tone::Good,
        Standing::DaftarTunggu => Tone::Risk,
        Standing::Hadir => Tone::Done,
        Standing::Ditolak | Standing::Dibatalkan | Standing::TidakHadir => Tone::Idle,
    }
}

/// Rupiah as people write them; nothing is free.
fn rupiah(page: &Page, amount: i64) -> String {
    if amount == 0 {
        return page.t("training-free");
    }
    page.say("training-rupiah").with("amount", Amount::whole(amount)).to_string()
}

/// A level in hundredths, as it is written.
fn level(page: &Page, hundredths: i64) -> String {
    page.amount(Amount(hundredths * (Amount::SCALE / 100)))
}
