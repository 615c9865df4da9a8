//! A page as a test sees it: by CSS selectors, as text, as forms.

use http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// An answer.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it came from, after redirects.
    pub url: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub bytes: Vec<u8>,
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// The body as text.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    fn parsed(&self) -> Html {
        Html::parse_document(&self.html())
    }

    /// How many elements there are.
    pub fn count(&self, css: &str) -> usize {
        self.parsed().select(&selector(css)).count()
    }

    /// Is there such an element?
    pub fn has(&self, css: &str) -> bool {
        self.count(css) > 0
    }

    /// The words of the first such element; fails if there is none.
    pub fn text(&self, css: &str) -> String {
        let page = self.parsed();
        let found = page.select(&selector(css)).next();
        found.map_or_else(|| panic!("no `{css}` on {} ({}):\n{}", self.url, self.status, self.excerpt()), words)
    }

    /// The words of every such element.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.parsed().select(&selector(css)).map(words).collect()
    }

    /// An attribute of the first such element.
    pub fn attr(&self, css: &str, name: &str) -> Option<String> {
        self.parsed().select(&selector(css)).next()?.value().attr(name).map(str::to_owned)
    }

    /// The address a link leads to, by its words.
    pub fn link(&self, says: &str) -> String {
        let page = self.parsed();
        // What the page is about before the menu, which may say the same.
        let (within, all) = (selector("main a[href]"), selector("a[href]"));
        let found = page.select(&within).chain(page.select(&all)).find(|link| words(*link).contains(says));
        let href = found.and_then(|link| link.value().attr("href"));
        href.unwrap_or_else(|| panic!("no link `{says}` on {}:\n{}", self.url, self.excerpt())).to_owned()
    }

    /// Every address of this site the page leads to, without the place on it.
    pub fn links(&self) -> Vec<String> {
        let page = self.parsed();
        let links = selector("a[href^='/']");
        let hrefs = page.select(&links).filter_map(|link| link.value().attr("href"));
        hrefs.map(|href| href.split('#').next().unwrap_or(href).to_owned()).collect()
    }

    /// Fails unless there is such an element.
    #[track_caller]
    pub fn assert_selector(&self, css: &str) -> &Self {
        assert!(self.has(css), "no `{css}` on {} ({}):\n{}", self.url, self.status, self.excerpt());
        self
    }

    /// Fails if there is such an element.
    #[track_caller]
    pub fn assert_no_selector(&self, css: &str) -> &Self {
        assert!(!self.has(css), "`{css}` is on {}:\n{}", self.url, self.excerpt());
        self
    }

    /// Fails unless the page says this somewhere.
    #[track_caller]
    pub fn assert_says(&self, words: &str) -> &Self {
        assert!(self.said().contains(words), "`{words}` is not on {} ({}):\n{}", self.url, self.status, self.excerpt());
        self
    }

    /// Fails unless the answer has this status.
    #[track_caller]
    pub fn assert_status(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}:\n{}", self.url, self.excerpt());
        self
    }

    /// Everything the page says.
    pub fn said(&self) -> String {
        words(self.parsed().root_element())
    }

    fn excerpt(&self) -> String {
        self.said().chars().take(1500).collect()
    }
}

/// A form of a page, ready to be filled in.
#[derive(Clone, Debug)]
pub struct Form {
    /// `GET` or `POST`.
    pub method: String,
    /// Where it is sent.
    pub action: String,
    /// Does it carry files?
    pub multipart: bool,
    /// Fields as a browser would send them.
    pub fields: Vec<(String, String)>,
    /// Every name there is, also of boxes that are not ticked.
    pub names: Vec<String>,
}

impl Page {
    /// A form by its selector. `button` is the words of the button that sends it; its name, value and target count.
    pub fn form(&self, css: &str, button: Option<&str>) -> Form {
        let page = self.parsed();
        let found = page.select(&selector(css)).next();
        let form =
            found.unwrap_or_else(|| panic!("no form `{css}` on {} ({}):\n{}", self.url, self.status, self.excerpt()));
        let attr = |name: &str| form.value().attr(name).map(str::to_owned);
        let mut filled = Form {
            method: attr("method").unwrap_or_else(|| "get".to_owned()).to_uppercase(),
            action: attr("action").filter(|to| !to.is_empty()).unwrap_or_else(|| self.url.clone()),
            multipart: attr("enctype").as_deref() == Some("multipart/form-data"),
            fields: Vec::new(),
            names: Vec::new(),
        };
        for element in form.select(&selector("input[name], select[name], textarea[name]")) {
            let value = element.value();
            let (name, kind) = (value.attr("name").unwrap_or_default(), value.attr("type").unwrap_or("text"));
            filled.names.push(name.to_owned());
            let sent = match (value.name(), kind) {
                _ if value.attr("disabled").is_some() => None,
                ("select", _) => chosen(element),
                ("textarea", _) => Some(element.text().collect::<String>().trim_start_matches('\n').to_owned()),
                (_, "checkbox" | "radio") => {
                    value.attr("checked").map(|_| value.attr("value").unwrap_or("on").to_owned())
                }
                (_, "file" | "submit" | "button" | "image") => None,
                _ => Some(value.attr("value").unwrap_or_default().to_owned()),
            };
            filled.fields.extend(sent.map(|sent| (name.to_owned(), sent)));
        }
        if let Some(says) = button {
            let every = selector("button, input[type=submit]");
            let pressed =
                form.select(&every).find(|one| words(*one).contains(says) || one.value().attr("value") == Some(says));
            let pressed = pressed.unwrap_or_else(|| panic!("no button `{says}` in `{css}` on {}", self.url));
            if let Some(name) = pressed.value().attr("name") {
                filled.fields.push((name.to_owned(), pressed.value().attr("value").unwrap_or_default().to_owned()));
            }
            if let Some(to) = pressed.value().attr("formaction") {
                to.clone_into(&mut filled.action);
            }
        }
        filled
    }
}

fn chosen(select: ElementRef<'_>) -> Option<String> {
    let every = selector("option");
    let options: Vec<ElementRef<'_>> = select.select(&every).collect();
    let option = options.iter().find(|option| option.value().attr("selected").is_some()).or(options.first())?;
    Some(option.value().attr("value").map_or_else(|| words(*option), str::to_owned))
}

impl Form {
    /// Fills a field in. A name that is not in the form is a mistake of the test.
    pub fn fill(&mut self, name: &str, value: &str) {
        assert!(
            self.names.iter().any(|known| known == name),
            "no field `{name}` in the form; there are {:?}",
            self.names
        );
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Page {
        Page { url: "/skp".into(), status: StatusCode::OK, headers: HeaderMap::new(), bytes: html.as_bytes().to_vec() }
    }

    #[test]
    fn a_form_is_sent_as_a_browser_would() {
        let page = page(
            "<form id=a action=/kirim method=post><input type=hidden name=_csrf value=x><input name=unit value=hari>\
             <textarea name=did>\nbaris\ndua</textarea><select name=aspek><option value=a>A<option value=b selected>B</select>\
             <input type=checkbox name=mau value=ya><input type=radio name=nilai value=1 checked><input type=file name=f>\
             <button name=langkah value=simpan formaction=/simpan>Simpan</button><button>Kirim</button></form>",
        );
        let form = page.form("#a", Some("Simpan"));
        let pairs: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let want = [
            ("_csrf", "x"),
            ("unit", "hari"),
            ("did", "baris\ndua"),
            ("aspek", "b"),
            ("nilai", "1"),
            ("langkah", "simpan"),
        ];
        assert_eq!(pairs, want);
        assert_eq!((form.method.as_str(), form.action.as_str()), ("POST", "/simpan"));
        assert_eq!(page.form("#a", None).action, "/kirim");
    }

    #[test]
    #[should_panic(expected = "no field `warna`")]
    fn a_field_that_is_not_there_is_a_mistake_of_the_test() {
        page("<form><input name=unit></form>").form("form", None).fill("warna", "biru");
    }

    #[test]
    fn words_are_what_a_reader_sees() {
        let page = page("<main><h1>SKP\n  <b>2026</b></h1><a href=/a>Buka rencana</a></main>");
        assert_eq!(page.text("h1"), "SKP 2026");
        assert_eq!(page.link("rencana"), "/a");
        page.assert_says("Buka rencana").assert_no_selector("form");
    }
}
