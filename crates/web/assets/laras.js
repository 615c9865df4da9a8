// Laras: everything works without this file. It saves what is typed, sends a form once, warns before words are lost,
// moves from person to person by keys, and looks after messages.
(() => {
  "use strict";
  const words = document.body.dataset;
  const own = (form) => form.matches("form[data-guard]");
  const typed = new Map(); // form -> what was last saved
  const timers = new Map();

  const content = (form) => {
    const all = new FormData(form);
    const out = new URLSearchParams();
    for (const [name, value] of all) if (typeof value === "string" && (!name.startsWith("_") || name === "_csrf")) out.append(name, value);
    return out;
  };
  const shape = (form) => { const all = content(form); all.delete("_csrf"); return all.toString(); };
  const remember = (root) => root.querySelectorAll("form[data-guard]").forEach((form) => { if (!typed.has(form)) typed.set(form, shape(form)); });
  const changed = (form) => typed.has(form) && typed.get(form) !== shape(form);

  const tell = (form, says, wrong) => {
    const place = form.querySelector("[data-saved]");
    if (!place) return;
    if (place.textContent !== says) place.textContent = says;
    place.classList.toggle("saved-not", !!wrong);
  };

  // Drafts: saved a moment after the last key; tried again, more and more slowly, until it works.
  const save = async (form, wait = 2000) => {
    clearTimeout(timers.get(form));
    if (form.dataset.sent || !changed(form)) return;
    const now = shape(form);
    try {
      const answer = await fetch("/draf/" + encodeURIComponent(form.dataset.draft), {
        method: "POST", body: content(form), headers: { Accept: "application/json" }, credentials: "same-origin", keepalive: now.length < 60000,
      });
      const body = await answer.json().catch(() => ({}));
      if (answer.ok) { typed.set(form, now); tell(form, body.says); if (changed(form)) later(form, 800); return; }
      tell(form, answer.status === 401 && body.error ? body.error.says + " " + body.error.next : words.unsaved, true);
      if (answer.status >= 400 && answer.status < 500) return;
    } catch { tell(form, words.unsaved, true); }
    later(form, wait, Math.min(wait * 2, 60000));
  };
  const later = (form, delay, next) => { clearTimeout(timers.get(form)); timers.set(form, setTimeout(() => save(form, next), delay)); };

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.dataset.draft) { tell(form, words.saving); later(form, 800); }
  });
  addEventListener("online", () => document.querySelectorAll("form[data-draft]").forEach((form) => save(form)));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") document.querySelectorAll("form[data-draft]").forEach((form) => save(form));
  });

  // A form is sent once; the key in it keeps a second sending harmless anyway.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (event.defaultPrevented) return;
    form.dataset.sent = "1";
    clearTimeout(timers.get(form));
    const button = event.submitter;
    if (button) { button.setAttribute("aria-disabled", "true"); if (own(form)) tell(form, words.sending); }
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  }));

  addEventListener("beforeunload", (event) => {
    const open = [...document.querySelectorAll("form[data-guard]")].some((form) => !form.dataset.sent && changed(form) && !("noleave" in form.dataset));
    if (open) { event.preventDefault(); event.returnValue = words.leave; }
  });

  // j and k: the next and the previous person, where a page offers them.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const link = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (link) { event.preventDefault(); link.click(); }
    const menu = document.querySelector(".menu[open]");
    if (event.key === "Escape" && menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("click", (event) => {
    const menu = document.querySelector(".menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  const settle = (root) => {
    remember(root);
    const wrong = root.querySelector("[data-focus]");
    if (wrong) wrong.focus();
  };
  // What htmx sends carries the same proof as a form.
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector('input[name="_csrf"]');
    if (token && event.detail.verb !== "get") event.detail.headers["X-Csrf"] = token.value;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (form) { delete form.dataset.sent; form.querySelectorAll("[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled")); }
  });
  document.addEventListener("htmx:afterSettle", (event) => settle(event.target));
  settle(document);
})();
