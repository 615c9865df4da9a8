//! Checking a file of posts. Key: the post's code. Units are named by code, or by name and then made where unknown.

use super::{
    cells::{Cells, key},
    change::Changes,
    report::Report,
    table::Table,
    title,
};
use crate::{Ctx, Failure};
use domain::{
    decision::Text,
    ids::UnitId,
    people::{Post, Unit},
};
use std::collections::{HashMap, HashSet};

/// Units as they are and as the file adds to them.
struct Units<'c> {
    ctx: &'c Ctx,
    by_id: HashMap<UnitId, Unit>,
    by_code: HashMap<String, UnitId>,
    by_name: HashMap<String, Vec<UnitId>>,
    /// Units whose leading post is known: a unit has one head.
    headed: HashSet<UnitId>,
    /// The agency's top, if there is exactly one.
    top: Option<UnitId>,
    /// Leading posts on the way down to the present row, as (depth, unit): older files list the tree from the top.
    way: Vec<(u8, UnitId)>,
    made: Vec<Unit>,
    by_order: usize,
}

/// What the file changes, and what is wrong with it.
pub(super) async fn check(ctx: &Ctx, table: &Table) -> Result<(Changes, Report), Failure> {
    let scope = ctx.read();
    let posts: HashMap<String, Post> =
        scope.posts().await?.into_iter().map(|post| (post.code.to_lowercase(), post)).collect();
    let mut units = Units::new(ctx, scope.units().await?, posts.values());
    let (mut changes, mut report) = (Changes::default(), Report::default());
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut guessed = 0;
    for row in &table.rows {
        let mut cells = Cells::of(table, row);
        let (code, title) = (cells.must("kode").to_owned(), cells.must("nama_jabatan").to_owned());
        let before = posts.get(&code.to_lowercase());
        if let Some(earlier) = seen.insert(code.to_lowercase(), cells.number()).filter(|_| !code.is_empty()) {
            cells.wrong("kode", Text::new("people-code-twice").with("row", earlier as i64));
        }
        let read = title::read(&title);
        let kind = title::kind(cells.get("jenis"), &title);
        if kind.is_none() {
            let left = title::left_to_title(cells.get("jenis"));
            cells.wrong("jenis", Text::new(if left { "people-kind-not-in-title" } else { "people-kind-unknown" }));
        }
        let (leads, alone) = (cells.yes("memimpin_unit"), cells.yes("unit_mandiri"));
        if !cells.is_good() {
            cells.finish(&mut report);
            continue;
        }
        let place = units.find(&mut cells, before, leads, read, &code);
        if let (true, Some((unit, leads)), Some(kind)) = (cells.finish(&mut report), place, kind) {
            guessed += usize::from(before.is_none() && title::left_to_title(table.cell(&row.1, "jenis")));
            let post = Post {
                id: before.map_or_else(|| ctx.app.world.id().into(), |before| before.id),
                unit,
                code: before.map_or(code, |before| before.code.clone()),
                title,
                kind,
                leads_unit: leads,
                unit_mandiri: alone.unwrap_or(before.is_some_and(|before| before.unit_mandiri)),
            };
            match before {
                None => changes.new_posts.push(post),
                Some(before) if *before != post => changes.posts.push((before.clone(), post)),
                Some(_) => {}
            }
        }
    }
    for (n, says) in [
        (units.made.len(), Text::new("import-remark-units-made").with("n", units.made.len() as i64)),
        (units.by_order, Text::new("import-remark-units-by-order").with("n", units.by_order as i64)),
        (guessed, Text::new("import-remark-kinds-by-title").with("n", guessed as i64)),
    ] {
        if n > 0 {
            report.remarks.push(says);
        }
    }
    changes.new_units = units.made;
    Ok((changes, report))
}

impl<'c> Units<'c> {
    fn new<'p>(ctx: &'c Ctx, units: Vec<Unit>, posts: impl Iterator<Item = &'p Post>) -> Self {
        let tops: Vec<UnitId> = units.iter().filter(|unit| unit.parent.is_none()).map(|unit| unit.id).collect();
        let mut all = Self {
            ctx,
            by_id: HashMap::new(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            headed: posts.filter(|post| post.leads_unit).map(|post| post.unit).collect(),
            top: tops.first().copied().filter(|_| tops.len() == 1),
            way: Vec::new(),
            made: Vec::new(),
            by_order: 0,
        };
        for unit in units {
            all.add(unit);
        }
        all
    }

    fn add(&mut self, unit: Unit) {
        self.by_code.insert(unit.code.to_lowercase(), unit.id);
        self.by_name.entry(key(&unit.name)).or_default().push(unit.id);
        self.by_id.insert(unit.id, unit);
    }

    /// The unit of a post, made where its name is unknown, and whether the post leads it.
    fn find(
        &mut self,
        cells: &mut Cells<'_>,
        before: Option<&Post>,
        said: Option<bool>,
        read: Option<title::Reading>,
        code: &str,
    ) -> Option<(UnitId, bool)> {
        let (written, name) = (cells.get("unit_kode"), cells.may("nama_unit"));
        let by_title = read.is_some_and(|read| read.leads);
        let depth = read.and_then(|read| read.depth);
        let (unit, leads) = if !written.is_empty() {
            let Some(unit) = self.by_code.get(&written.to_lowercase()).copied() else {
                cells.wrong("unit_kode", Text::new("people-unit-unknown"));
                return None;
            };
            let own = before.filter(|before| before.unit == unit);
            let headed = self.headed.contains(&unit) && !own.is_some_and(|own| own.leads_unit);
            if said == Some(true) && headed {
                cells.wrong("memimpin_unit", Text::new("people-unit-headed"));
            }
            let usual = by_title && !headed && self.fits(cells.get("nama_jabatan"), unit);
            (unit, said.or(own.map(|own| own.leads_unit)).unwrap_or(usual))
        } else if !name.is_empty() {
            let leads = said.or(before.map(|before| before.leads_unit)).unwrap_or(by_title);
            (self.named(cells, name, before, leads, depth, code)?, leads)
        } else if let Some(before) = before {
            (before.unit, said.unwrap_or(before.leads_unit))
        } else {
            cells.wrong("unit_kode", Text::new("people-unit-missing"));
            return None;
        };
        if leads {
            self.headed.insert(unit);
            if let Some(depth) = depth {
                self.way.retain(|(above, _)| *above < depth);
                self.way.push((depth, unit));
            }
        }
        Some((unit, leads))
    }

    /// A secretary or deputy leads a unit of that name, not the one whose head he serves.
    fn fits(&self, title: &str, unit: UnitId) -> bool {
        let title = key(title);
        let first = title.split(' ').next().unwrap_or_default();
        let serves = ["sekretaris", "wakil", "wadir", "asisten"].contains(&first);
        let stem: String = first.chars().take("sekretar".len()).collect();
        !serves || self.by_id.get(&unit).is_some_and(|unit| key(&unit.name).contains(&stem))
    }

    fn named(
        &mut self,
        cells: &mut Cells<'_>,
        name: &str,
        before: Option<&Post>,
        leads: bool,
        depth: Option<u8>,
        code: &str,
    ) -> Option<UnitId> {
        let known = self.by_name.get(&key(name)).map(Vec::as_slice).unwrap_or_default();
        if let Some(present) = before.map(|post| post.unit).filter(|unit| known.contains(unit)) {
            return Some(present);
        }
        // Sixty-four heads of a "Sub Bagian Tata Usaha" lead sixty-four units of that name, not one.
        let open: Vec<UnitId> = known.iter().filter(|unit| !(leads && self.headed.contains(unit))).copied().collect();
        match open.as_slice() {
            [one] => Some(*one),
            [] => Some(self.make(name, depth, if leads { code } else { "" })),
            several => {
                let says = Text::new("people-unit-ambiguous").with("n", several.len() as i64);
                cells.wrong("nama_unit", says);
                None
            }
        }
    }

    /// Makes a unit. A led one takes the code of the post that leads it.
    fn make(&mut self, name: &str, depth: Option<u8>, code: &str) -> UnitId {
        let above =
            depth.and_then(|depth| self.way.iter().rev().find(|(above, _)| *above < depth)).map(|(_, unit)| *unit);
        self.by_order += usize::from(above.is_some());
        let wanted = if code.is_empty() { key(name).replace(' ', "-") } else { code.to_owned() };
        let wanted: String = wanted.chars().take(60).collect();
        let mut code = wanted.clone();
        let mut n = 1;
        while self.by_code.contains_key(&code.to_lowercase()) {
            n += 1;
            code = format!("{wanted}-{n}");
        }
        let unit = Unit { id: self.ctx.app.world.id().into(), parent: above.or(self.top), code, name: name.to_owned() };
        self.made.push(unit.clone());
        let id = unit.id;
        self.add(unit);
        id
    }
}
