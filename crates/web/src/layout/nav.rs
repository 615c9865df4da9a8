//! The navigation: what it offers follows from where somebody stands. It hides what is of no use to them; whether
//! they may is asked by the actions.

/// Where somebody stands today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Has a rater, hence plans of their own.
    pub plans: bool,
    /// Rates somebody.
    pub rates: bool,
    /// The agency's scheme asks for its criteria.
    pub criteria: bool,
    /// Leads a unit.
    pub leads: bool,
    /// Sees how far the agency is: personnel office, auditor, PyB, PPK.
    pub oversees: bool,
    /// Sees or keeps master data.
    pub keeps_people: bool,
    /// Keeps accounts.
    pub keeps_accounts: bool,
    /// Reads the journal.
    pub audits: bool,
    /// Works where the public is asked about a service.
    pub serves: bool,
    /// Works where a source of data is kept.
    pub feeds: bool,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it leads.
    pub href: &'static str,
    /// Its sentence in the catalogue.
    pub key: &'static str,
    /// The page shown belongs to it.
    pub current: bool,
}

/// Entries that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Heading, a sentence of the catalogue; none for the first.
    pub key: Option<&'static str>,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// Every entry: group, address, sentence, for whom.
type Offer = (usize, &'static str, &'static str, fn(&Standing) -> bool);
const OFFERS: [Offer; 34] = [
    (0, "/", "nav-home", |_| true),
    (0, "/skp", "nav-plan", |s| s.plans),
    (0, "/laporan", "nav-progress", |s| s.plans),
    (0, "/penilaian", "nav-assessment", |s| s.plans),
    (0, "/kriteria", "nav-criteria", |s| s.criteria),
    (0, "/hasil", "nav-result", |s| s.plans),
    (0, "/umpan-balik", "nav-feedback", |s| s.plans || s.rates),
    (0, "/pengembangan", "nav-development", |s| s.plans),
    (0, "/pelatihan", "nav-training", |s| s.plans || s.rates || s.oversees),
    (0, "/dialog", "nav-dialogue", |s| s.plans || s.rates),
    (0, "/tim-kerja", "nav-workteam", |s| s.plans || s.leads || s.oversees),
    (0, "/pendampingan", "nav-mentoring", |s| s.plans || s.rates || s.oversees),
    (1, "/tim", "nav-team", |s| s.rates),
    (1, "/cermin", "nav-mirror", |s| s.rates),
    (1, "/kalibrasi", "nav-calibration", |s| s.rates || s.leads || s.oversees),
    (1, "/unit", "nav-unit", |s| s.leads || s.oversees),
    (1, "/tindak-lanjut", "nav-followup", |s| s.rates || s.leads || s.oversees),
    (1, "/kelayakan", "nav-eligibility", |s| s.leads || s.oversees),
    (1, "/sertifikasi-penilai", "nav-certification", |s| s.rates),
    (1, "/survei", "nav-survey", |s| s.leads || s.oversees || s.serves),
    (1, "/sumber-data", "nav-feed", |s| s.leads || s.oversees || s.feeds),
    (2, "/siklus", "nav-cycle", |s| s.leads || s.oversees),
    (2, "/talenta", "nav-talent", |s| s.oversees),
    (2, "/keadilan", "nav-fairness", |s| s.oversees),
    (2, "/pekerjaan", "nav-jobs", |s| s.oversees),
    (2, "/dokumen-evaluasi", "nav-documents", |s| s.oversees),
    (2, "/konseling", "nav-counselling", |s| s.keeps_people),
    (2, "/pegawai", "nav-people", |s| s.keeps_people),
    (2, "/pengguna", "nav-accounts", |s| s.keeps_accounts),
    (2, "/jurnal", "nav-journal", |s| s.audits),
    (3, "/aturan", "nav-policy", |_| true),
    (3, "/pengenalan", "nav-orientation", |_| true),
    (3, "/akses-berkas", "nav-access", |s| s.plans),
    (3, "/akun", "nav-account", |_| true),
];
const HEADINGS: [Option<&str>; 4] = [None, Some("nav-group-team"), Some("nav-group-agency"), Some("nav-group-more")];

/// What is offered, with the entry of the page shown marked.
pub fn groups(standing: &Standing, path: &str) -> Vec<Group> {
    let belongs = |href: &str| path == href || (href != "/" && path.starts_with(&format!("{href}/")));
    HEADINGS
        .iter()
        .enumerate()
        .map(|(group, key)| Group {
            key: *key,
            entries: OFFERS
                .iter()
                .filter(|(of, _, _, offered)| *of == group && offered(standing))
                .map(|(_, href, key, _)| Entry { href, key, current: belongs(href) })
                .collect(),
        })
        .filter(|group| !group.entries.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(standing: Standing) -> Vec<&'static str> {
        groups(&standing, "/").iter().flat_map(|g| g.entries.iter().map(|e| e.href)).collect()
    }

    #[test]
    fn everybody_is_offered_what_is_of_use_to_them() {
        let plans = Standing { plans: true, ..Standing::default() };
        assert_eq!(
            offered(plans),
            [
                "/",
                "/skp",
                "/laporan",
                "/penilaian",
                "/hasil",
                "/umpan-balik",
                "/pengembangan",
                "/pelatihan",
                "/dialog",
                "/tim-kerja",
                "/pendampingan",
                "/aturan",
                "/pengenalan",
                "/akses-berkas",
                "/akun"
            ]
        );
        assert!(offered(Standing { rates: true, ..plans }).contains(&"/tim"));
        let counter = offered(Standing { serves: true, feeds: true, ..plans });
        assert!(counter.contains(&"/survei") && counter.contains(&"/sumber-data"));
        assert!(offered(Standing { criteria: true, ..plans }).contains(&"/kriteria"));
        assert_eq!(
            offered(Standing { keeps_accounts: true, ..Standing::default() }),
            ["/", "/pengguna", "/aturan", "/pengenalan", "/akun"]
        );
    }

    #[test]
    fn one_entry_is_current() {
        let standing = Standing { plans: true, rates: true, ..Standing::default() };
        for (path, want) in [("/", "/"), ("/skp/1/lini", "/skp"), ("/tim", "/tim"), ("/skpx", "")] {
            let marked: Vec<_> = groups(&standing, path)
                .into_iter()
                .flat_map(|g| g.entries)
                .filter(|e| e.current)
                .map(|e| e.href)
                .collect();
            assert_eq!(marked, if want.is_empty() { vec![] } else { vec![want] }, "{path}");
        }
    }
}
