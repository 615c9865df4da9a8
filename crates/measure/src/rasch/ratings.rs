//! Ratings as columns of numbers: which element of each facet took part, and the score.

/// Most categories a scale can have.
pub const MAX_CATEGORIES: usize = 16;

/// Ratings in long form, one row each. Elements of a facet are numbered from zero.
#[derive(Clone, Debug)]
pub struct Ratings {
    sizes: Vec<usize>,
    columns: Vec<Vec<u32>>,
    /// Less the lowest score.
    scores: Vec<u8>,
    lowest: u8,
}

/// Why columns are not ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// Fewer than two facets.
    Facets,
    /// There is not a column for each facet, or the columns are not of one length.
    Lengths,
    /// No rows.
    Empty,
    /// A row names an element that its facet does not have.
    Element {
        /// The facet.
        facet: usize,
        /// The row.
        row: usize,
    },
    /// More than [`MAX_CATEGORIES`] between the lowest and the highest score.
    Categories,
}

impl Ratings {
    /// From the number of elements of each facet, a column of elements for each facet, and the scores.
    pub fn new(sizes: Vec<usize>, columns: Vec<Vec<u32>>, mut scores: Vec<u8>) -> Result<Self, Invalid> {
        if sizes.len() < 2 {
            return Err(Invalid::Facets);
        }
        if columns.len() != sizes.len() || columns.iter().any(|column| column.len() != scores.len()) {
            return Err(Invalid::Lengths);
        }
        for (facet, (column, size)) in columns.iter().zip(&sizes).enumerate() {
            if let Some(row) = column.iter().position(|element| *element as usize >= *size) {
                return Err(Invalid::Element { facet, row });
            }
        }
        let (Some(lowest), Some(highest)) = (scores.iter().min().copied(), scores.iter().max().copied()) else {
            return Err(Invalid::Empty);
        };
        if usize::from(highest - lowest) >= MAX_CATEGORIES {
            return Err(Invalid::Categories);
        }
        for score in &mut scores {
            *score -= lowest;
        }
        Ok(Self { sizes, columns, scores, lowest })
    }

    /// How many ratings there are.
    pub fn len(&self) -> usize {
        self.scores.len()
    }

    /// Never: a set without rows is [`Invalid::Empty`].
    pub fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// How many facets there are.
    pub fn facets(&self) -> usize {
        self.sizes.len()
    }

    /// How many elements a facet has.
    pub fn size(&self, facet: usize) -> usize {
        self.sizes[facet]
    }

    /// The element of a facet that took part in a row.
    pub fn element(&self, facet: usize, row: usize) -> usize {
        self.columns[facet][row] as usize
    }

    /// The score of a row as it was given.
    pub fn score(&self, row: usize) -> u8 {
        self.scores[row] + self.lowest
    }

    /// The lowest score in the set: category zero of the model.
    pub fn lowest(&self) -> u8 {
        self.lowest
    }

    /// All elements of a facet, row by row.
    pub fn column(&self, facet: usize) -> &[u32] {
        &self.columns[facet]
    }

    /// Scores counted from zero.
    pub(crate) fn steps(&self) -> &[u8] {
        &self.scores
    }

    /// Number of categories between the lowest and the highest score.
    pub(crate) fn categories(&self) -> usize {
        self.scores.iter().max().map_or(0, |top| usize::from(*top) + 1)
    }
}

/// Rows in the order of their elements of one facet.
#[derive(Clone, Debug)]
pub(crate) struct Grouped {
    start: Vec<u32>,
    rows: Vec<u32>,
}

impl Grouped {
    /// A counting sort: rows keep their order within a group.
    pub fn by(keys: &[u32], groups: usize) -> Self {
        let order: Vec<u32> = (0..keys.len() as u32).collect();
        Self::of(keys, groups, &order)
    }

    /// The same for some rows in a given order.
    pub fn of(keys: &[u32], groups: usize, order: &[u32]) -> Self {
        let mut start = vec![0_u32; groups + 1];
        for row in order {
            start[keys[*row as usize] as usize + 1] += 1;
        }
        for group in 0..groups {
            start[group + 1] += start[group];
        }
        let mut next = start.clone();
        let mut rows = vec![0; order.len()];
        for row in order {
            let place = &mut next[keys[*row as usize] as usize];
            rows[*place as usize] = *row;
            *place += 1;
        }
        Self { start, rows }
    }

    /// The rows of a group.
    pub fn rows(&self, group: usize) -> &[u32] {
        &self.rows[self.start[group] as usize..self.start[group + 1] as usize]
    }

    /// All rows, group after group.
    pub fn order(&self) -> &[u32] {
        &self.rows
    }
}
