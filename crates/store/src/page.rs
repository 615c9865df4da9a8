//! Lists, page by page.

/// Which page is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageOf {
    /// From 1.
    pub page: u32,
    /// Rows on a page, 1 to 500.
    pub per_page: u32,
}

impl Default for PageOf {
    fn default() -> Self {
        Self { page: 1, per_page: 50 }
    }
}

impl PageOf {
    /// Rows on a page, within bounds.
    pub(crate) fn limit(self) -> u64 {
        u64::from(self.per_page.clamp(1, 500))
    }

    /// Rows before the page.
    pub(crate) fn offset(self) -> u64 {
        u64::from(self.page.max(1) - 1) * self.limit()
    }

    /// The page with its rows.
    pub(crate) fn with<T>(self, total: u64, rows: Vec<T>) -> Page<T> {
        Page { rows, total, page: self.page.max(1), per_page: self.limit() as u32 }
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub rows: Vec<T>,
    /// Rows on all pages.
    pub total: u64,
    /// Which page, from 1.
    pub page: u32,
    /// Rows on a page.
    pub per_page: u32,
}
