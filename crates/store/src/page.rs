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

impl<T> Page<T> {
    /// The same page of something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        let rows = self.rows.into_iter().map(f).collect();
        Page { rows, total: self.total, page: self.page, per_page: self.per_page }
    }

    /// The same, unless one of the rows cannot be turned into it.
    pub fn try_map<U, E>(self, f: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        let rows = self.rows.into_iter().map(f).collect::<Result<_, E>>()?;
        Ok(Page { rows, total: self.total, page: self.page, per_page: self.per_page })
    }

    /// How many pages there are; at least one.
    pub fn pages(&self) -> u32 {
        (self.total.div_ceil(u64::from(self.per_page.max(1))) as u32).max(1)
    }
}
