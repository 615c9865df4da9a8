//! Who there is on the stage. A regency's communication office, small enough to keep in mind:
//!
//! ```text
//! Bupati (bupati)                                 rates, is not rated
//! └─ Dinas: Dedi (dedi), kepala dinas, JPT
//!    ├─ Bidang IKP: Sari (sari), kepala bidang
//!    │  ├─ Ratna (ratna), pranata humas
//!    │  └─ Budi (budi), PPPK, pelaksana
//!    ├─ Bidang Aptika: Hasan (hasan), kepala bidang
//!    │  └─ Tono (tono), pranata komputer
//!    └─ Sekretariat: Wiryo (wiryo), personnel office; Ika (ika), agency admin; Joko (joko), auditor
//! ```
//!
//! Beside it stands another agency with Lina (lina) and her supervisor Gani (gani), who must never see any of it.

use domain::{
    account::Role,
    people::{Employment, Jenjang, PostKind},
};

/// The password of everybody on the stage.
pub const PASSWORD: &str = "gamelan-sore-merdu";

/// One person of the cast.
pub struct Part {
    /// How tests call them.
    pub key: &'static str,
    /// Name with titles.
    pub name: &'static str,
    /// NIP or NI PPPK; empty for the head of the region.
    pub nip: &'static str,
    /// Kind of employment.
    pub employment: Employment,
    /// Rank as printed.
    pub rank: &'static str,
    /// Code of their unit.
    pub unit: &'static str,
    /// Title of their post.
    pub title: &'static str,
    /// Its kind.
    pub kind: PostKind,
    /// Do they lead the unit?
    pub leads: bool,
    /// Who rates them.
    pub rater: &'static str,
    /// Granted roles.
    pub roles: &'static [Role],
}

/// Units: agency, code, code of the unit above, name.
pub const UNITS: [(usize, &str, &str, &str); 6] = [
    (0, "UTAMA", "", "Pemerintah Kabupaten Uji Laras"),
    (0, "DINAS", "UTAMA", "Dinas Komunikasi dan Informatika"),
    (0, "IKP", "DINAS", "Bidang Informasi dan Komunikasi Publik"),
    (0, "APTIKA", "DINAS", "Bidang Aplikasi Informatika"),
    (0, "SEKR", "DINAS", "Sekretariat"),
    (1, "SEBELAH", "", "Pemerintah Kota Sebelah"),
];

const AHLI_PERTAMA: PostKind = PostKind::Fungsional(Jenjang::AhliPertama);

const fn part(
    key: &'static str,
    name: &'static str,
    nip: &'static str,
    unit: &'static str,
    rater: &'static str,
) -> Part {
    Part {
        key,
        name,
        nip,
        employment: Employment::Pns,
        rank: "Penata (III/c)",
        unit,
        title: "Pengelola Layanan",
        kind: PostKind::Pelaksana,
        leads: false,
        rater,
        roles: &[],
    }
}

/// The people; leaders stand before those they rate. The last two are the other agency's.
pub const CAST: [Part; 12] = [
    Part {
        employment: Employment::NonAsn,
        rank: "-",
        title: "Bupati Uji Laras",
        kind: PostKind::PejabatNegara,
        leads: true,
        ..part("bupati", "Bupati Uji Laras", "", "UTAMA", "")
    },
    Part {
        rank: "Pembina Tingkat I (IV/b)",
        title: "Kepala Dinas Komunikasi dan Informatika",
        kind: PostKind::JptPratama,
        leads: true,
        ..part("dedi", "Dedi Kurniawarman, S.Kom., M.T.", "197203081998031005", "DINAS", "bupati")
    },
    Part {
        rank: "Pembina (IV/a)",
        title: "Kepala Bidang Informasi dan Komunikasi Publik",
        kind: PostKind::Administrator,
        leads: true,
        ..part("sari", "Sari Puspaningrum, M.I.Kom.", "198006122005012011", "IKP", "dedi")
    },
    Part {
        rank: "Pembina (IV/a)",
        title: "Kepala Bidang Aplikasi Informatika",
        kind: PostKind::Administrator,
        leads: true,
        ..part("hasan", "Hasan Basrudin, S.T.", "198211302008041002", "APTIKA", "dedi")
    },
    Part {
        title: "Pranata Hubungan Masyarakat Ahli Pertama",
        kind: AHLI_PERTAMA,
        ..part("ratna", "Ratna Kusumaningtyas, S.I.Kom.", "199403122019032008", "IKP", "sari")
    },
    Part {
        employment: Employment::Pppk,
        rank: "VII",
        ..part("budi", "Budi Santosajaya", "199807212023211004", "IKP", "sari")
    },
    Part {
        title: "Pranata Komputer Ahli Pertama",
        kind: AHLI_PERTAMA,
        ..part("tono", "Tono Wibisana, S.Kom.", "199509032022031004", "APTIKA", "hasan")
    },
    Part {
        roles: &[Role::PersonnelOffice],
        ..part("wiryo", "Wiryo Sastrowibowo, S.Sos.", "197809252003121004", "SEKR", "dedi")
    },
    Part {
        roles: &[Role::AgencyAdmin],
        ..part("ika", "Ika Novitaningsih, S.Kom.", "199310052019022004", "SEKR", "dedi")
    },
    Part { roles: &[Role::Auditor], ..part("joko", "Joko Purwadarma, S.E.", "197512102001121003", "SEKR", "dedi") },
    Part {
        title: "Kepala Dinas",
        kind: PostKind::JptPratama,
        leads: true,
        roles: &[Role::PersonnelOffice, Role::Auditor],
        ..part("gani", "Gani Wardana, S.H.", "197001012000011001", "SEBELAH", "")
    },
    part("lina", "Lina Marlianti, S.E.", "199201012018012001", "SEBELAH", "gani"),
];

/// Which agency a unit belongs to: 0 or 1.
pub fn agency_of(unit: &str) -> usize {
    UNITS.iter().find(|(_, code, ..)| *code == unit).map_or(0, |(agency, ..)| *agency)
}
