//! Master data on screen: people, units, posts with their tasks; files brought in and taken out.
//!
//! Not here: log-ins (`account`), a leader's own team (`team`). Read first: `list` and `employee` (people), `unit` and
//! `post` (structure), then `import` (a file, from choosing it to its result).

mod circumstance;
mod employee;
mod export;
mod import;
mod list;
mod place;
mod post;
mod samples;
mod unit;
mod write_employee;
mod write_post;
mod write_unit;

pub use samples::samples;

use crate::routes::Routes;
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/pegawai", Action::PeopleRead, list::show)
        .get("/pegawai/baru", Action::PeopleWrite, write_employee::new)
        .post("/pegawai/baru", Action::PeopleWrite, write_employee::add)
        .get("/pegawai/{id}", Action::PeopleRead, employee::show)
        .get("/pegawai/{id}/ubah", Action::PeopleWrite, write_employee::edit)
        .post("/pegawai/{id}/ubah", Action::PeopleWrite, write_employee::change)
        .get("/pegawai/{id}/jabatan", Action::PeopleWrite, place::new_assignment)
        .post("/pegawai/{id}/jabatan", Action::PeopleWrite, place::assign)
        .get("/pegawai/{id}/jabatan/{assignment}/akhiri", Action::PeopleWrite, place::ending)
        .post("/pegawai/{id}/jabatan/{assignment}/akhiri", Action::PeopleWrite, place::end)
        .get("/pegawai/{id}/keadaan", Action::PeopleWrite, circumstance::new)
        .post("/pegawai/{id}/keadaan", Action::PeopleWrite, circumstance::note)
        .get("/pegawai/{id}/keadaan/{circumstance}/akhiri", Action::PeopleWrite, circumstance::ending)
        .post("/pegawai/{id}/keadaan/{circumstance}/akhiri", Action::PeopleWrite, circumstance::end)
        .get("/pegawai/{id}/penilai", Action::PeopleWrite, place::new_rater)
        .post("/pegawai/{id}/penilai", Action::PeopleWrite, place::report_to)
        .get("/unit", Action::PeopleRead, unit::tree)
        .get("/unit/baru", Action::PeopleWrite, write_unit::new)
        .post("/unit/baru", Action::PeopleWrite, write_unit::add)
        .get("/unit/{id}", Action::PeopleRead, unit::show)
        .get("/unit/{id}/ubah", Action::PeopleWrite, write_unit::edit)
        .post("/unit/{id}/ubah", Action::PeopleWrite, write_unit::change)
        .get("/unit/{id}/jabatan-baru", Action::PeopleWrite, write_post::new)
        .post("/unit/{id}/jabatan-baru", Action::PeopleWrite, write_post::add)
        .get("/jabatan/{id}", Action::PeopleRead, post::show)
        .get("/jabatan/{id}/ubah", Action::PeopleWrite, write_post::edit)
        .post("/jabatan/{id}/ubah", Action::PeopleWrite, write_post::change)
        .get("/jabatan/{id}/tugas", Action::PeopleWrite, post::edit_tasks)
        .post("/jabatan/{id}/tugas", Action::PeopleWrite, post::save_tasks)
        .get("/impor", Action::PeopleImport, import::choose)
        .upload("/impor", Action::PeopleImport, import::take)
        .get("/impor/templat/{file}", Action::PeopleImport, export::template)
        .get("/impor/{id}", Action::PeopleImport, import::show)
        .post("/impor/{id}/jalankan", Action::PeopleImport, import::carry_out)
        .get("/ekspor/{file}", Action::PeopleExport, export::export)
}
