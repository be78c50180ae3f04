// What the pages do beyond plain HTML. Everything here is a layer: without it each page still works.
"use strict";
(() => {
  const on = (name, answer) => document.addEventListener(name, answer);
  const cookie = (name) => document.cookie.split("; ").find((c) => c.startsWith(name + "="))?.slice(name.length + 1);
  const say = (text) => { const place = document.getElementById("announce"); if (place) place.textContent = text; };

  // A POST form is never boosted: its address would be pushed, and Back would GET it.
  on("htmx:before:init", (e) => {
    const form = e.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    const asked = ["hx-post", "hx-put", "hx-patch", "hx-delete", "hx-get"].some((name) => form.hasAttribute(name));
    if (!asked) e.preventDefault();
  });

  on("htmx:config:request", (e) => {
    const { request } = e.detail.ctx;
    const token = cookie("csrftoken");
    if (token && !/^(GET|HEAD)$/i.test(request.method)) request.headers["X-CSRFToken"] = token;
  });

  // After a boosted link: the heading has the focus and the title is read out, as after a visit.
  on("htmx:after:swap", (e) => {
    const { ctx } = e.detail;
    guessZone(document);
    if (ctx.target !== document.body) { welcome(ctx.target); return; }
    const h1 = document.querySelector("main h1");
    if (ctx.request.anchor) return;
    scrollTo({ top: 0, behavior: "instant" });
    if (h1) { h1.tabIndex = -1; h1.focus({ preventScroll: true }); }
    setTimeout(() => say(document.title), 100);
  });

  // Toasts: HX-Trigger: {"toast": {"text": "Saved", "kind": "ok"}} or just {"toast": "Saved"}.
  on("toast", (e) => toast(e.detail?.text ?? e.detail?.value ?? String(e.detail), e.detail?.kind ?? ""));

  function toast(text, kind) {
    const place = document.getElementById("toasts");
    if (!place) return;
    const box = document.createElement("div");
    box.className = `toast ${kind}`;
    const words = document.createElement("span");
    words.textContent = text;
    const close = document.createElement("button");
    close.type = "button";
    close.ariaLabel = place.dataset.close || "Close";
    close.textContent = "×";
    box.append(words, close);
    place.append(box);
    let timer;
    const stop = () => clearTimeout(timer);
    const start = () => { stop(); timer = setTimeout(() => box.remove(), 8000); };
    close.addEventListener("click", () => box.remove());
    for (const name of ["pointerenter", "focusin"]) box.addEventListener(name, stop);
    for (const name of ["pointerleave", "focusout"]) box.addEventListener(name, start);
    start();
  }

  // A swap that never came: say so, in the same place.
  on("htmx:error", (e) => {
    if (e.detail?.error?.name === "AbortError") return;
    toast(document.getElementById("toasts")?.dataset.failed || "This did not reach us. Try again.", "bad");
  });

  // One press, one post. The button keeps its focus; the page that comes back is fresh.
  on("submit", (e) => {
    const form = e.target;
    if (e.defaultPrevented && !form.dataset.sent) return;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    const large = form.querySelector("[data-chosen].err");
    if (large) { e.preventDefault(); large.previousElementSibling.focus(); return; }
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = "1";
    e.submitter?.setAttribute("aria-disabled", "true");
    const said = e.submitter?.dataset.sending;
    if (said) e.submitter.textContent = said;
    setTimeout(() => release(form), 10000);
  });

  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled=true]").forEach((b) => b.removeAttribute("aria-disabled"));
  }

  // Back from the browser's own store: forms can be sent again.
  addEventListener("pageshow", (e) => { if (e.persisted) document.querySelectorAll("form[data-sent]").forEach(release); });

  on("click", (e) => {
    const off = e.target.closest?.("[aria-disabled=true]");
    if (off) { e.preventDefault(); return; }
    const opener = e.target.closest?.("[data-dialog]");
    if (opener) { e.preventDefault(); document.getElementById(opener.dataset.dialog)?.showModal(); return; }
    const closer = e.target.closest?.("dialog [data-close]");
    if (closer) { e.preventDefault(); closer.closest("dialog").close(); return; }
    if (e.target.closest?.("[data-print]")) { print(); return; }
    const copy = e.target.closest?.("[data-copy]");
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => toast(copy.dataset.copied || "Copied", "ok"));
    document.querySelectorAll(".sheet:popover-open").forEach((s) => { if (e.target.closest("a") && s.contains(e.target)) s.hidePopover(); });
  });

  // A chosen file shows its name and size, and says at once when it is too large.
  on("change", (e) => {
    const input = e.target;
    if (input.type !== "file") return;
    let line = input.nextElementSibling;
    if (!line?.matches("[data-chosen]")) {
      line = Object.assign(document.createElement("p"), { className: "small" });
      line.dataset.chosen = ""; line.setAttribute("role", "status");
      input.after(line);
    }
    const files = [...input.files];
    const most = Number(input.dataset.maxBytes || 0);
    const large = most && files.some((f) => f.size > most);
    const shown = files.map((f) => `${f.name} (${size(f.size)})`).join(", ");
    line.textContent = large ? `${shown}. ${input.dataset.tooLarge || "This is too large."}` : shown;
    line.className = large ? "err" : "small mute";
  });

  // A time zone that nobody chose yet is the one this machine keeps.
  function guessZone(root) {
    for (const select of root.querySelectorAll("select[name=time_zone]")) {
      if (!select.value) select.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (!select.value) select.value = "";
    }
  }
  on("DOMContentLoaded", () => guessZone(document));

  function size(bytes) {
    const [n, unit] = bytes < 1e3 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
    return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(n);
  }

  // A filter form without a button press: <form data-auto> sends itself on change when htmx does not.
  on("change", (e) => { const form = e.target.form; if (form?.matches("[data-auto]:not([hx-get])")) form.requestSubmit(); });

  // A checkbox that posts by itself falls back when the answer is a refusal.
  on("htmx:response:error", (e) => {
    const box = e.detail.ctx.sourceElement;
    if (box?.type === "checkbox") box.checked = !box.checked;
  });

  // The unread count: asked for each 45 s while the page is seen. The address stands on the count itself.
  setInterval(async () => {
    const place = document.getElementById("unread");
    if (document.hidden || !place?.dataset.url) return;
    try {
      const answer = await fetch(place.dataset.url, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
      if (answer.status === 200 && !answer.redirected) place.outerHTML = await answer.text();
    } catch { /* offline: the next round asks again */ }
  }, 45000);

  // Errors first: the summary takes the focus, each line leads to its field.
  function welcome(root) {
    const summary = root?.querySelector?.("[data-summary]");
    if (summary) summary.focus();
  }
  on("click", (e) => {
    const line = e.target.closest?.("[data-summary] a[href^='#']");
    const field = line && document.getElementById(line.hash.slice(1));
    if (!field) return;
    e.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
})();
