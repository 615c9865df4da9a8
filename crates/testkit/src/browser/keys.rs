//! Working without a mouse: Tab, Enter, typing; and where the focus is.

use super::Browser;
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use serde_json::json;

/// Tabs after which something counts as not reachable.
const MOST_TABS: usize = 200;

impl Browser {
    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.keys([key.into()], None).await;
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, held: Key, key: Key) {
        self.keys([key.into()], Some(held.into())).await;
    }

    /// Tab.
    pub async fn tab(&self) {
        self.press(Key::Tab).await;
    }

    /// Enter.
    pub async fn enter(&self) {
        self.press(Key::Enter).await;
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        self.keys(text.chars(), None).await;
    }

    /// Selects everything in the field that has the focus and types over it.
    pub async fn type_over(&self, text: &str) {
        self.keys(['a'], Some(Key::Control.into())).await;
        if text.is_empty() {
            self.press(Key::Delete).await;
        } else {
            self.type_text(text).await;
        }
    }

    /// Presses Tab until the focus is on such an element; what cannot be reached so fails.
    pub async fn tab_to(&self, css: &str) {
        let script = "return document.activeElement !== null && document.activeElement.matches(arguments[0])";
        let mut passed = Vec::new();
        for _ in 0..MOST_TABS {
            let there = self.client.execute(script, vec![json!(css)]).await;
            if there.unwrap_or_else(|error| panic!("{css}: {error}")) == json!(true) {
                return;
            }
            self.tab().await;
            passed.push(self.focused().await);
        }
        passed.dedup();
        panic!("`{css}` cannot be reached by Tab on {}; passed: {}", self.url().await, passed.join(" · "));
    }

    /// Presses Tab to an element, then Enter.
    pub async fn choose(&self, css: &str) {
        self.tab_to(css).await;
        self.enter().await;
    }

    /// Goes to a field by Tab and types.
    pub async fn fill(&self, css: &str, text: &str) {
        self.tab_to(css).await;
        self.type_over(text).await;
    }

    /// What has the focus, in short.
    pub async fn focused(&self) -> String {
        let script = "const e = document.activeElement; if (!e) return '-'; \
            return e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.name ? '[name=' + e.name + ']' : '') + ' ' + \
            (e.innerText || e.value || '').trim().slice(0, 40)";
        self.script(script).await.as_str().unwrap_or("-").to_owned()
    }

    async fn keys(&self, keys: impl IntoIterator<Item = char>, held: Option<char>) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        if let Some(held) = held {
            actions = actions.then(KeyAction::Down { value: held });
        }
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        if let Some(held) = held {
            actions = actions.then(KeyAction::Up { value: held });
        }
        self.client.perform_actions(actions).await.unwrap_or_else(|error| panic!("keys: {error}"));
    }
}
