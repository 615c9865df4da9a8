//! Accessibility as axe-core sees it (WCAG 2.2 A and AA, and its best practices). `./test` puts it into `target/axe`.

use super::{Browser, driver::target};
use serde_json::Value;
use std::{env, fmt, fs, path::PathBuf, sync::OnceLock};

/// Something wrong on a page.
#[derive(Clone, Debug)]
pub struct Violation {
    /// The rule: `color-contrast`.
    pub rule: String,
    /// What it says.
    pub says: String,
    /// The elements concerned.
    pub elements: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    {}", self.rule, self.says, self.elements.join("\n    "))
    }
}

impl Browser {
    /// What axe-core finds on the page.
    pub async fn violations(&self) -> Vec<Violation> {
        static AXE: OnceLock<String> = OnceLock::new();
        let axe = AXE.get_or_init(|| {
            let path = env::var("LARAS_AXE").map_or_else(|_| target().join("axe/package/axe.min.js"), PathBuf::from);
            let beside = target().join("axe/axe.min.js");
            let path = if path.exists() { path } else { beside };
            fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error} (`./test` fetches axe-core)", path.display()))
        });
        self.client.execute(axe, Vec::new()).await.unwrap_or_else(|error| panic!("axe-core: {error}"));
        let script = "const done = arguments[arguments.length - 1]; \
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}) \
            .then(r => done({ok: r.violations}), e => done({error: String(e)}))";
        let found =
            self.client.execute_async(script, Vec::new()).await.unwrap_or_else(|error| panic!("axe-core: {error}"));
        if let Some(error) = found.get("error") {
            panic!("axe-core on {}: {error}", self.url().await);
        }
        found.get("ok").and_then(Value::as_array).expect("a list").iter().map(violation).collect()
    }

    /// Fails if axe-core finds anything.
    pub async fn axe(&self) {
        let found = self.violations().await;
        let list: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{} ({:?}):\n{}", self.url().await, self.setting.size, list.join("\n"));
    }
}

fn violation(found: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
    Violation {
        rule: text(&found["id"]),
        says: text(&found["help"]),
        elements: nodes
            .iter()
            .map(|node| format!("{}  {}", text(&node["html"]), text(&node["failureSummary"]).replace('\n', " ")))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_violation_names_rule_and_elements() {
        let found = json!({"id": "color-contrast", "help": "Contrast", "nodes": [{"html": "<p>", "failureSummary": "Fix\nit"}]});
        assert_eq!(violation(&found).to_string(), "color-contrast: Contrast\n    <p>  Fix it");
    }
}
