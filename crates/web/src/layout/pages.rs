//! Long lists, page by page.

/// Where in a long list a page stands.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Address up to the number: `/jurnal?oleh=x&halaman=`.
    pub href: String,
    /// This page, from 1.
    pub number: u32,
    /// The last page.
    pub last: u32,
}

impl Pages {
    /// For `total` rows, `per_page` at a time.
    pub fn new(href: impl Into<String>, number: u32, total: u64, per_page: u32) -> Self {
        let last = total.div_ceil(u64::from(per_page.max(1))).max(1) as u32;
        Self { href: href.into(), number, last }
    }

    /// Is there more than one?
    pub fn many(&self) -> bool {
        self.last > 1
    }

    /// Address of the page before.
    pub fn previous(&self) -> Option<String> {
        (self.number > 1).then(|| format!("{}{}", self.href, self.number - 1))
    }

    /// Address of the page after.
    pub fn next(&self) -> Option<String> {
        (self.number < self.last).then(|| format!("{}{}", self.href, self.number + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn the_first_and_the_last_page_lead_one_way_only() {
        let at = |number| Pages::new("/jurnal?halaman=", number, 101, 50);
        assert_eq!((at(1).previous(), at(1).next()), (None, Some("/jurnal?halaman=2".into())));
        assert_eq!((at(3).previous(), at(3).next()), (Some("/jurnal?halaman=2".into()), None));
        assert!(!Pages::new("", 1, 0, 50).many() && !Pages::new("", 1, 50, 50).many());
    }
}
