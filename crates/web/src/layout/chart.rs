//! One kind of chart: columns over time against a target, with the numbers in a table one tap away.

use crate::{page::Page, words::Markup};
use askama::Template;
use domain::amount::Amount;
use std::fmt::Write as _;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Below it: `Jan`.
    pub label: String,
    /// How high; `None` where nothing was measured, which is shown as a gap and not as zero.
    pub value: Option<Amount>,
}

/// Columns over time.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What is shown.
    pub title: String,
    /// Unit of the values.
    pub unit: String,
    /// Left to right.
    pub columns: Vec<Column>,
    /// A line across, if there is a target.
    pub target: Option<Amount>,
}

#[derive(Template)]
#[template(path = "layout/chart.html")]
struct ChartView<'a> {
    page: &'a Page,
    chart: &'a Chart,
    drawing: Markup,
}

// Drawn for a phone and enlarged from there, so that the words stay readable.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 170.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 26.0;

impl Chart {
    /// The figure, in the reader's language: `{{ chart.show(page) }}`.
    pub fn show(&self, page: &Page) -> Markup {
        let view = ChartView { page, chart: self, drawing: self.drawing(page) };
        Markup(view.render().unwrap_or_default())
    }

    fn drawing(&self, page: &Page) -> Markup {
        let values = self.columns.iter().filter_map(|c| c.value).chain(self.target);
        let most = values.map(|v| v.0).max().unwrap_or(0).max(1) as f64;
        let height = |amount: Amount| (amount.0.max(0) as f64 / most) * (HEIGHT - TOP - BOTTOM);
        let step = WIDTH / self.columns.len().max(1) as f64;
        let width = (step * 0.56).min(44.0);
        let mut svg = String::new();
        let floor = HEIGHT - BOTTOM;
        for (i, column) in self.columns.iter().enumerate() {
            let middle = step.mul_add(i as f64, step / 2.0);
            if let Some(value) = column.value {
                let tall = height(value);
                let (x, y) = (middle - width / 2.0, floor - tall);
                let says = escape(&page.amount(value));
                put(
                    &mut svg,
                    format_args!(
                        r#"<rect class="chart-column" x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{tall:.1}" rx="2"/><text class="chart-value" x="{middle:.1}" y="{:.1}">{says}</text>"#,
                        y - 6.0
                    ),
                );
            }
            put(
                &mut svg,
                format_args!(
                    r#"<text class="chart-label" x="{middle:.1}" y="{:.1}">{}</text>"#,
                    floor + 20.0,
                    escape(&column.label)
                ),
            );
        }
        if let Some(target) = self.target {
            let y = floor - height(target);
            put(&mut svg, format_args!(r#"<line class="chart-target" x1="0" x2="{WIDTH}" y1="{y:.1}" y2="{y:.1}"/>"#));
        }
        Markup(format!(
            r#"<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><line class="chart-floor" x1="0" x2="{WIDTH}" y1="{floor}" y2="{floor}"/>{svg}</svg>"#
        ))
    }

    /// For the table: label and value, a dash where nothing was measured.
    pub(crate) fn rows(&self, page: &Page) -> Vec<(String, String)> {
        self.columns.iter().map(|c| (c.label.clone(), c.value.map_or("–".to_owned(), |v| page.amount(v)))).collect()
    }
}

fn put(svg: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing into a String does not fail.
    let _ = svg.write_fmt(what);
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
