//! The set as lines of text, so that two programs can compare what they made.

use std::fmt::Write;

use super::Simulated;

const ROLES: [&str; 4] = ["self", "supervisor", "peer", "subordinate"];

impl Simulated {
    /// `person,rater,role,item,score`, a line for each rating.
    pub fn ratings_csv(&self) -> String {
        let mut text = String::from("person,rater,role,item,score\n");
        for row in 0..self.score.len() {
            let role = if self.role_severity.len() == 1 { "panel" } else { ROLES[self.role[row] as usize] };
            let (ratee, rater, item) = (self.ratee[row], self.rater[row], self.item[row] + 1);
            writeln!(text, "E{ratee:06},R{rater:06},{role},I{item:02},{}", self.score[row]).expect("a String grows");
        }
        text
    }

    /// `person,theta,group`: the truth about ratees, ten decimals.
    pub fn persons_csv(&self) -> String {
        let lines = self.ability.iter().zip(&self.group).enumerate();
        lines.fold(String::from("person,theta,group\n"), |text, (i, (theta, group))| {
            text + &format!("E{i:06},{theta:.10},{group}\n")
        })
    }

    /// `rater,severity,biased,central`: the truth about raters, ten decimals.
    pub fn raters_csv(&self) -> String {
        let mut text = String::from("rater,severity,biased,central\n");
        for (i, severity) in self.severity.iter().enumerate() {
            let (biased, central) = (u8::from(self.biased[i]), u8::from(self.central[i]));
            writeln!(text, "R{i:06},{severity:.10},{biased},{central}").expect("a String grows");
        }
        text
    }
}
