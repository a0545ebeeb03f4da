// Behaviour of the reference. All content is readable without it.
(function () {
  "use strict";
  const page = document.body;
  const root = page.dataset.root;
  const byId = (id) => document.getElementById(id);
  const all = (selector, node) => [...(node || document).querySelectorAll(selector)];

  // Storage can be switched off; choices then last until the page is left.
  const store = {
    get(key) {
      try { return localStorage.getItem("reference-" + key); } catch (error) { return null; }
    },
    set(key, value) {
      try { localStorage.setItem("reference-" + key, value); } catch (error) { /* no storage */ }
    },
  };

  function loadScript(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + "assets/" + name;
      script.onload = resolve;
      script.onerror = () => reject(new Error(name + " was not loaded"));
      document.head.append(script);
    });
  }

  // Theme
  const themeButton = byId("theme");
  const isDark = () => {
    const theme = document.documentElement.dataset.theme;
    return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const nameTheme = () => { themeButton.textContent = isDark() ? "Light theme" : "Dark theme"; };
  themeButton.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    store.set("theme", theme);
    nameTheme();
  });
  nameTheme();

  // Navigation on small screens
  const menu = byId("menu");
  const setMenu = (open) => {
    page.classList.toggle("menu-open", open);
    menu.setAttribute("aria-expanded", String(open));
  };
  menu.addEventListener("click", () => setMenu(!page.classList.contains("menu-open")));
  byId("navigation").addEventListener("click", (event) => {
    if (event.target.closest("a")) setMenu(false);
  });
  const current = document.querySelector(".nav [aria-current]");
  if (current) {
    const nav = document.querySelector(".side nav");
    nav.scrollTop = current.offsetTop - nav.offsetTop - nav.clientHeight / 3;
  }

  // Panels above have other heights after a change; the control that was used stays in place.
  function stay(control, change) {
    const top = control.getBoundingClientRect().top;
    change();
    scrollBy(0, control.getBoundingClientRect().top - top);
  }

  // Language of the samples
  function showLanguage(language) {
    for (const panel of all(".samples")) {
      const sources = all(".source", panel);
      if (!sources.some((item) => item.dataset.language === language)) continue;
      for (const item of sources) item.classList.toggle("on", item.dataset.language === language);
      for (const item of all("[aria-pressed]", panel)) {
        item.setAttribute("aria-pressed", String(item.dataset.language === language));
      }
    }
  }
  const language = store.get("language");
  if (language) showLanguage(language);

  // Titled samples, of which one is shown
  function showExample(title) {
    for (const select of all(".choice select")) {
      if (![...select.options].some((item) => item.value === title)) continue;
      select.value = title;
      for (const item of all(".example", select.closest(".code-column"))) {
        item.classList.toggle("on", item.dataset.example === title);
      }
    }
  }
  const example = store.get("example");
  if (example) showExample(example);
  document.addEventListener("change", (event) => {
    const select = event.target;
    if (!select.closest(".choice")) return;
    store.set("example", select.value);
    stay(select, () => showExample(select.value));
  });

  // Copying. Labels by button: a button can be clicked again before its label returns.
  const labels = new Map();
  async function copy(button, text) {
    const label = button.firstChild;
    if (!labels.has(button)) labels.set(button, { text: label.nodeValue, timer: 0 });
    const original = labels.get(button);
    try {
      await navigator.clipboard.writeText(text);
      label.nodeValue = "Copied";
    } catch (error) {
      label.nodeValue = "Press Ctrl+C";
      const area = document.createElement("textarea");
      area.value = text;
      page.append(area);
      area.select();
      if (document.execCommand("copy")) label.nodeValue = "Copied";
      area.remove();
      button.focus();
    }
    clearTimeout(original.timer);
    original.timer = setTimeout(() => { label.nodeValue = original.text; }, 1600);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.language) {
      store.set("language", button.dataset.language);
      stay(button, () => showLanguage(button.dataset.language));
    } else if (button.classList.contains("copy")) {
      const panel = button.closest(".panel");
      const shown = panel && (panel.querySelector(".source.on pre") || panel.querySelector("pre"));
      copy(button, button.dataset.copy || shown.textContent);
    }
  });
  const copyPage = document.querySelector(".copy-page");
  copyPage.addEventListener("click", async (event) => {
    // Pages that are opened as files cannot be read by scripts: the link is followed then.
    if (location.protocol === "file:") return;
    event.preventDefault();
    const response = await fetch(copyPage.href);
    if (response.ok) copy(copyPage, await response.text());
    else location.href = copyPage.href;
  });

  // Browsers without the pseudo-element of the style sheet print only what is open.
  if (!CSS.supports("selector(details::details-content)")) {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = all("details:not([open])");
      for (const item of opened) item.open = true;
    });
    addEventListener("afterprint", () => { for (const item of opened) item.open = false; });
  }

  // Links to sections and fields, also those of other viewers
  const foreign = /^#(?:\/?tag\/.+?\/)?(?:operation\/|\/?operations?[/-])(.+)$/i;
  const scalar = /^#(?:\/?tag\/.+?\/)(get|put|post|delete|options|head|patch|trace|query)(\/.*)$/i;
  const redoc = /^#(?:\/?tag\/.+?\/)?\/?paths\/([^/]+)\/(\w+)$/i;
  const schema = /^#(?:\/?tag\/.+?\/)?\/?(?:components\/schemas\/|definitions\/|(?:schema|model)s?[/-])(.+)$/i;
  // Some viewers write names in lower case and without punctuation.
  const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  function schemaAddress(name) {
    const addresses = window.schemaAddresses;
    if (Object.hasOwn(addresses, name)) return addresses[name];
    const matches = Object.keys(addresses).filter((key) => letters(key) === letters(name));
    return matches.length === 1 ? addresses[matches[0]] : "";
  }
  async function followHash() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch (error) { /* not encoded */ }
    const target = byId(name);
    if (target) {
      // The section of a type that is on another page of its module.
      if (target.matches(".others > li")) { location.replace(target.firstChild.href); return; }
      for (let node = target; node; node = node.parentElement) {
        if (node.tagName === "DETAILS") node.open = true;
      }
      target.scrollIntoView();
      return;
    }
    const hash = "#" + name;
    const match = scalar.exec(hash);
    const tag = /^#\/?tag\/([^/]+)$/i.exec(hash);
    const words = tag && tag[1].toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join("-");
    const pointer = redoc.exec(hash);
    const path = pointer && pointer[1].replaceAll("~1", "/").replaceAll("~0", "~");
    const key = match ? match[1] + " " + match[2] : pointer ? pointer[2] + " " + path
      : tag ? "tag " + words : (foreign.exec(hash) || [])[1];
    const model = key ? null : schema.exec(hash);
    if (!key && !model) return;
    await loadScript("anchors.js");
    const address = model ? schemaAddress(model[1]) : window.operationAddresses[key.toLowerCase()];
    if (address) location.replace(root + address);
  }
  addEventListener("hashchange", followHash);
  if (location.hash) followHash();

  // The section that is being read, in the navigation
  const links = new Map(all(".nav ul a[href^='#']").map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
  if (links.size && "IntersectionObserver" in window) {
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const link = links.get(entry.target.id);
        if (link && entry.isIntersecting) {
          for (const other of links.values()) other.classList.toggle("here", other === link);
        }
      }
    }, { rootMargin: "-10% 0px -80% 0px" });
    for (const id of links.keys()) if (byId(id)) observer.observe(byId(id));
  }

  // Search: the library and the entries are loaded when the field is used first.
  const input = byId("search");
  const list = byId("results");
  const status = byId("search-status");
  const kinds = { call: "Operations", page: "Chapters", type: "Types and fields", webhook: "Webhooks" };
  let engine = null;
  let loading = null;
  let selected = -1;
  let hits = [];

  function prepare() {
    loading = loading || Promise.all([loadScript("minisearch.js"), loadScript("search-data.js")]).then(async () => {
      const entries = window.searchEntries.map(([kind, title, subtitle, address, names, text], id) =>
        ({ id, kind, title, subtitle, address, names, text }));
      const index = new window.MiniSearch({
        fields: ["title", "subtitle", "names", "text"],
        storeFields: ["kind", "title", "subtitle", "address", "names"],
        tokenize: (value) => {
          const words = value.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
          return words.concat(words.flatMap((word) => word.split(/_|(?<=[a-z])(?=[A-Z])/).filter((part) => part && part !== word)));
        },
        searchOptions: {
          boost: { title: 4, subtitle: 2, names: 1.5 },
          prefix: true,
          fuzzy: (term) => (term.length > 4 ? 0.2 : false),
          combineWith: "AND",
          boostDocument: (id, term, fields) => ({ call: 2, page: 1.5 })[fields.kind] || 1,
        },
      });
      // In chunks, so that no task is longer than the time between two frames.
      await index.addAllAsync(entries, { chunkSize: 40 });
      engine = index;
    });
    return loading;
  }

  function field(hit) {
    // The field that matches best, to which the result leads.
    const names = hit.names ? hit.names.split(" ") : [];
    const terms = Object.keys(hit.match).filter((term) => hit.match[term].includes("names"));
    if (terms.some((term) => hit.match[term].includes("title"))) return "";
    return names.find((name) => terms.includes(name.toLowerCase())) || "";
  }

  function option(hit) {
    const item = document.createElement("a");
    const name = field(hit);
    item.href = root + hit.address + (name ? "." + encodeURIComponent(name) : "");
    item.id = "result-" + hits.length;
    item.tabIndex = -1;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const [title, call] = hit.title.split("\n");
    const first = document.createElement("b");
    first.textContent = name ? title + " · " + name : title;
    const second = document.createElement("span");
    second.textContent = call || hit.subtitle;
    item.append(first, second);
    hits.push(item);
    return item;
  }

  function close() {
    list.hidden = true;
    list.replaceChildren();
    hits = [];
    selected = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function select(index) {
    if (!hits.length) return;
    selected = (index + hits.length) % hits.length;
    hits.forEach((item, at) => item.setAttribute("aria-selected", String(at === selected)));
    hits[selected].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", hits[selected].id);
  }

  async function search() {
    const query = input.value.trim();
    if (!query) { status.textContent = ""; close(); return; }
    if (!engine) {
      status.textContent = "Loading the index";
      await prepare();
      if (input.value.trim() !== query) return;
    }
    const found = engine.search(query);
    close();
    for (const [kind, label] of Object.entries(kinds)) {
      const members = found.filter((hit) => hit.kind === kind).slice(0, 12);
      if (!members.length) continue;
      const group = document.createElement("div");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", label);
      const head = document.createElement("p");
      head.textContent = label;
      head.setAttribute("aria-hidden", "true");
      group.append(head, ...members.map(option));
      list.append(group);
    }
    status.textContent = hits.length ? hits.length + " results" : "No results";
    if (!hits.length) {
      const empty = document.createElement("p");
      empty.textContent = "No results for “" + query + "”";
      list.append(empty);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    select(0);
  }

  input.addEventListener("focus", prepare);
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter" && selected >= 0) hits[selected].click();
    else if (event.key === "Escape") { input.value = ""; close(); input.blur(); }
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) { close(); setMenu(false); } });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && page.classList.contains("menu-open")) {
      setMenu(false);
      menu.focus();
    }
    const isField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    const isShortcut = event.key === "/" || ((event.ctrlKey || event.metaKey) && event.key === "k");
    if (!isShortcut || (isField && event.key === "/")) return;
    event.preventDefault();
    setMenu(true);
    input.focus();
    input.select();
  });
})();
