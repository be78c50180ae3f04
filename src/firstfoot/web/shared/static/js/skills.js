// A list of skills typed with commas becomes chips and a box that suggests. Without this file the list is typed and sent as it is.
"use strict";
(() => {
  if (globalThis.firstfootSkills) { globalThis.firstfootSkills(document); return; }
  let count = 0;
  const make = (tag, className, attributes = {}) => {
    const found = Object.assign(document.createElement(tag), { className });
    for (const [name, value] of Object.entries(attributes)) found.setAttribute(name, value);
    return found;
  };
  const parts = (text) => text.split(/[,;\n]/).map((part) => part.trim().replace(/\s+/g, " ")).filter(Boolean);
  const same = (a, b) => a.toLowerCase() === b.toLowerCase();

  function enhance(field) {
    if (field.dataset.skillsReady) return;
    field.dataset.skillsReady = "1";
    const words = field.dataset;
    const list = make("ul", "row chips");
    const options = make("ul", "options", { role: "listbox", id: `skills-${++count}`, "aria-label": words.options });
    const status = make("p", "sr", { role: "status" });
    const box = make("input", "", {
      type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": options.id, maxlength: "140", id: field.id, placeholder: words.add,
    });
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (field.hasAttribute(name)) { box.setAttribute(name, field.getAttribute(name)); field.removeAttribute(name); }
    }
    field.removeAttribute("id");
    field.tabIndex = -1;
    field.setAttribute("aria-hidden", "true");
    field.classList.add("sr");
    options.hidden = true;
    const around = make("div", "combo");
    around.append(box, options);
    field.after(list, around, status);
    let chosen = -1, asked = null, timer;

    // Chips that stay are left where they are: one of them may have the focus, or be about to be clicked.
    function draw() {
      const wanted = parts(field.value);
      for (const chip of [...list.children]) if (!wanted.includes(chip.dataset.word)) chip.remove();
      const stays = new Set([...list.children].map((chip) => chip.dataset.word));
      list.append(...wanted.filter((word) => !stays.has(word)).map(chipOf));
      list.hidden = !list.children.length;
    }
    function chipOf(word) {
      const chip = make("li", "badge tag", { "data-word": word });
      const off = make("button", "chip-off", { type: "button", "aria-label": words.remove.replace("%(skill)s", word) });
      off.textContent = "×";
      off.addEventListener("click", () => {
        put(parts(field.value).filter((one) => one !== word), words.removed.replace("%(skill)s", word));
        box.focus();
      });
      chip.append(word, off);
      return chip;
    }
    function put(all, told) {
      field.value = all.join(", ");
      status.textContent = told;
      for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
    function add(text) {
      const held = parts(field.value);
      const fresh = parts(text).filter((word, at, all) => ![...held, ...all.slice(0, at)].some((one) => same(one, word)));
      box.value = "";
      close();
      if (fresh.length) put([...held, ...fresh], words.added.replace("%(skill)s", fresh.join(", ")));
    }
    function close() {
      clearTimeout(timer);
      asked?.abort();
      options.hidden = true;
      options.replaceChildren();
      choose(-1);
      box.setAttribute("aria-expanded", "false");
    }
    function choose(at) {
      chosen = at;
      [...options.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
      const option = options.children[at];
      if (option) { box.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); }
      else box.removeAttribute("aria-activedescendant");
    }
    async function ask() {
      asked?.abort();
      asked = new AbortController();
      const typed = box.value.trim();
      if (!typed) { close(); return; }
      let found = [];
      try {
        const answer = await fetch(`${words.skills}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
        if (answer.ok) found = (await answer.json()).skills;
      } catch { return; /* typed on, or offline: what is typed can be added all the same */ }
      const held = parts(field.value);
      found = found.filter((name) => !held.some((one) => same(one, name)));
      options.replaceChildren(...found.map((name, n) => {
        const option = make("li", "", { role: "option", id: `${options.id}-${n}`, "aria-selected": "false" });
        option.textContent = name;
        return option;
      }));
      choose(-1);
      options.hidden = !found.length;
      options.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-expanded", String(found.length > 0));
      status.textContent = found.length ? words.found.replace("%(count)s", found.length) : "";
    }

    // What a page offers beside the field is added at a press.
    for (const offered of field.form?.querySelectorAll(`[data-offered="${field.name}"]`) ?? []) {
      const skill = offered.textContent.trim();
      const button = make("button", "chip", { type: "button", "aria-label": words.take.replace("%(skill)s", skill) });
      button.textContent = `+ ${skill}`;
      button.addEventListener("click", () => { button.remove(); add(skill); box.focus(); });
      offered.replaceWith(button);
    }
    field.addEventListener("input", draw);
    options.addEventListener("mousedown", (e) => e.preventDefault());  // the box keeps the focus
    options.addEventListener("click", (e) => { const option = e.target.closest("[role=option]"); if (option) add(option.textContent); });
    box.addEventListener("input", (e) => {
      e.stopPropagation();
      if (/[,;\n]/.test(box.value)) { add(box.value); return; }
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    box.addEventListener("change", (e) => e.stopPropagation());
    box.addEventListener("paste", (e) => {
      const text = e.clipboardData?.getData("text") ?? "";
      if (/[,;\n]/.test(text)) { e.preventDefault(); add(`${box.value}${text}`); }
    });
    box.addEventListener("blur", () => { if (box.value.trim()) add(box.value); else close(); });
    box.addEventListener("keydown", (e) => {
      const most = options.children.length;
      if (e.key === "ArrowDown" && most) choose((chosen + 1) % most);
      else if (e.key === "ArrowUp" && most) choose(chosen <= 0 ? most - 1 : chosen - 1);
      else if (e.key === "Enter" && box.value.trim()) add(options.children[chosen]?.textContent ?? box.value);
      else if (e.key === "Escape" && !options.hidden) close();
      else return;
      e.preventDefault();
    });
    draw();
  }

  globalThis.firstfootSkills = (root) => root.querySelectorAll?.("[data-skills]").forEach(enhance);
  document.addEventListener("htmx:after:swap", () => globalThis.firstfootSkills(document));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => globalThis.firstfootSkills(document));
  else globalThis.firstfootSkills(document);
})();
