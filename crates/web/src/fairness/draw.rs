//! The pictures of this room: columns, and figures with their intervals beside each other. Drawn for a phone and enlarged from
//! there; the numbers stand in a table beside each.

use super::place;
use crate::words::Markup;
use domain::{amount::Amount, fairness::Estimate};
use std::fmt::Write as _;

const WIDTH: f64 = 360.0;

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Columns with their labels, words below each other.
pub fn columns(of: &[(String, u32)]) -> Markup {
    const TOP: f64 = 22.0;
    const FLOOR: f64 = 120.0;
    let most = of.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let step = WIDTH / of.len().max(1) as f64;
    let wide = (step * 0.56).min(44.0);
    let mut svg = String::new();
    let mut lines = 1;
    // Writing into a String does not fail.
    for (i, (label, n)) in of.iter().enumerate() {
        let middle = step.mul_add(i as f64, step / 2.0);
        let tall = f64::from(*n) / f64::from(most) * (FLOOR - TOP);
        let (x, y) = (middle - wide / 2.0, FLOOR - tall);
        let _ = write!(
            svg,
            r#"<rect class="chart-column" x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{tall:.1}" rx="2"/><text class="chart-value" x="{middle:.1}" y="{:.1}">{n}</text>"#,
            y - 6.0
        );
        for (line, word) in label.split(' ').enumerate() {
            lines = lines.max(line + 1);
            let y = 16.0_f64.mul_add(line as f64, FLOOR + 18.0);
            let _ = write!(svg, r#"<text class="chart-label" x="{middle:.1}" y="{y:.1}">{}</text>"#, escape(word));
        }
    }
    let height = 16.0_f64.mul_add(lines as f64, FLOOR + 8.0);
    Markup(format!(
        r#"<svg class="chart" viewBox="0 0 {WIDTH} {height}" aria-hidden="true"><line class="chart-floor" x1="0" x2="{WIDTH}" y1="{FLOOR}" y2="{FLOOR}"/>{svg}</svg>"#
    ))
}

/// One line of a picture of intervals.
pub struct Span {
    /// Its name.
    pub name: String,
    /// The figure as it is, a diamond.
    pub raw: Option<Amount>,
    /// The figure with its interval, a dot on a line.
    pub fair: Option<Estimate>,
    /// Lowest to highest with the middle half, a box.
    pub quarters: Option<[Amount; 5]>,
}

impl Span {
    /// A figure with its interval and nothing else.
    pub const fn of(name: String, fair: Estimate) -> Self {
        Self { name, raw: None, fair: Some(fair), quarters: None }
    }
}

/// Lines on one scale from `low` to `high`, with marks across at the amounts of `marks` and a dashed line at `middle`.
pub fn spans(of: &[Span], (low, high): (Amount, Amount), marks: &[(Amount, String)], middle: Option<Amount>) -> Markup {
    const EDGE: f64 = 12.0;
    const ROW: f64 = 40.0;
    let x = |at: Amount| place(at, low, high).mul_add(WIDTH - 2.0 * EDGE, EDGE);
    let bottom = ROW.mul_add(of.len() as f64, 6.0);
    let mut svg = String::new();
    // Writing into a String does not fail.
    for (at, label) in marks {
        let at = x(*at);
        // At the edges words begin or end with the picture, or they would be cut off.
        let (class, word) = match at {
            ..=EDGE => ("chart-label chart-begins", 0.0),
            _ if at >= WIDTH - EDGE => ("chart-label chart-ends", WIDTH),
            _ => ("chart-label", at),
        };
        let _ = write!(
            svg,
            r#"<line class="chart-floor" x1="{at:.1}" x2="{at:.1}" y1="4" y2="{bottom:.1}"/><text class="{class}" x="{word:.1}" y="{:.1}">{}</text>"#,
            bottom + 16.0,
            escape(label)
        );
    }
    if let Some(middle) = middle {
        let at = x(middle);
        let _ = write!(svg, r#"<line class="chart-target" x1="{at:.1}" x2="{at:.1}" y1="4" y2="{bottom:.1}"/>"#);
    }
    for (i, one) in of.iter().enumerate() {
        let top = ROW.mul_add(i as f64, 4.0);
        let (text, y) = (top + 13.0, top + 27.0);
        let _ = write!(svg, r#"<text class="chart-name" x="{EDGE}" y="{text:.1}">{}</text>"#, escape(&one.name));
        if let Some(at) = one.quarters {
            let [least, quarter, half, three, most] = at.map(x);
            let _ = write!(
                svg,
                r#"<line class="chart-line" x1="{least:.1}" x2="{most:.1}" y1="{y:.1}" y2="{y:.1}"/><rect class="chart-box" x="{quarter:.1}" y="{:.1}" width="{:.1}" height="12"/><line class="chart-half" x1="{half:.1}" x2="{half:.1}" y1="{:.1}" y2="{:.1}"/>"#,
                y - 6.0,
                (three - quarter).max(2.0),
                y - 6.0,
                y + 6.0
            );
        }
        if let Some(fair) = one.fair {
            let _ = write!(
                svg,
                r#"<line class="chart-line" x1="{:.1}" x2="{:.1}" y1="{y:.1}" y2="{y:.1}"/><circle class="chart-dot" cx="{:.1}" cy="{y:.1}" r="4.5"/>"#,
                x(fair.low),
                x(fair.high),
                x(fair.value)
            );
        }
        if let Some(raw) = one.raw {
            let at = x(raw);
            let _ = write!(
                svg,
                r#"<path class="chart-raw" d="M{at:.1} {:.1} {:.1} {y:.1} {at:.1} {:.1} {:.1} {y:.1}Z"/>"#,
                y - 6.5,
                at + 6.5,
                y + 6.5,
                at - 6.5
            );
        }
    }
    let height = bottom + if marks.is_empty() { 4.0 } else { 24.0 };
    Markup(format!(r#"<svg class="chart" viewBox="0 0 {WIDTH} {height:.0}" aria-hidden="true">{svg}</svg>"#))
}
