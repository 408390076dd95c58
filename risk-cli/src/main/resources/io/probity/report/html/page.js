"use strict";
/**
 * What every page does: its words in three languages, light and dark, tables that sort, paper. Other
 * scripts hang on with onSpeak and onPaint, and call start when they are there.
 */
globalThis.probity = globalThis.probity || {};
(() => {
  const lists = JSON.parse(document.getElementById("words").textContent);
  const root = document.documentElement;
  const hearers = [];
  const painters = [];
  const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a file may not store */ } };

  // ---- words

  const sentence = (words) => {
    if (words.given) return words.given[root.lang] || words.given.en || Object.values(words.given)[0];
    const list = lists[root.lang] || lists.en;
    return (list[words.key] || lists.en[words.key]).replace(/\{(\d)\}/g, (gap, i) => words.arguments[i]);
  };
  const say = (key, ...args) => sentence({ key, arguments: args });
  const has = (key) => lists.en[key] !== undefined;

  const speak = (language) => {
    root.lang = language;
    document.querySelectorAll("[data-words]").forEach((element) => {
      element.textContent = sentence(JSON.parse(element.dataset.words));
    });
    document.querySelectorAll("[data-label]").forEach((element) => {
      element.setAttribute("aria-label", sentence(JSON.parse(element.dataset.label)));
    });
    hearers.forEach((hear) => hear());
  };

  // ---- elements: texts are always set as text, so that nothing of the data can be markup

  /** Returns an element: attributes by name, functions for events, and children or texts. */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => {
      if (typeof value === "function") made.addEventListener(key, value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
    });
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  };
  /** Returns an element whose words follow the language. */
  const worded = (name, words, attributes = {}) => {
    const made = element(name, { ...attributes, "data-words": JSON.stringify(words) });
    made.textContent = sentence(words);
    return made;
  };
  const key = (name, ...args) => (args.length ? { key: name, arguments: args } : { key: name });
  const label = (words) => ({ "data-label": JSON.stringify(words), "aria-label": sentence(words) });

  const download = (name, text, type) => {
    const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const data = (id) => JSON.parse(document.getElementById(id).textContent);

  // ---- light, dark and paper

  const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const paint = (theme) => {
    root.dataset.theme = theme;
    painters.forEach((draw) => draw());
  };
  root.dataset.theme = remembered("probity.theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.getElementById("theme").addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    remember("probity.theme", theme);
    paint(theme);
  });
  let before = "light";
  addEventListener("beforeprint", () => {
    before = root.dataset.theme;
    root.dataset.theme = "light";
    painters.forEach((draw) => draw(680));
  });
  addEventListener("afterprint", () => paint(before));
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => painters.forEach((draw) => draw()), 100);
  });

  document.querySelectorAll("th button").forEach((button) => button.addEventListener("click", () => {
    const head = button.closest("th");
    const rising = head.getAttribute("aria-sort") !== "ascending";
    head.parentElement.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const place = head.cellIndex;
    const body = head.closest("table").tBodies[0];
    const compare = (first, second) => {
      const a = first.cells[place];
      const b = second.cells[place];
      const x = Number(a.dataset.order ?? NaN);
      const y = Number(b.dataset.order ?? NaN);
      if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
      if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      return a.textContent.localeCompare(b.textContent, root.lang);
    };
    [...body.rows].sort((a, b) => (rising ? compare(a, b) : compare(b, a))).forEach((row) => body.append(row));
  }));

  const language = document.getElementById("language");
  const wanted = remembered("probity.language") || [...navigator.languages].map((tag) => {
    if (/^zh-(Hant|TW|HK|MO)/i.test(tag)) return "zh-Hant";
    return /^zh/i.test(tag) ? "zh-Hans" : tag.slice(0, 2);
  }).find((tag) => lists[tag]) || "en";
  language.value = lists[wanted] ? wanted : "en";
  root.lang = language.value;
  language.addEventListener("change", () => { remember("probity.language", language.value); speak(language.value); });

  probity.page = {
    colour, data, download, element, has, key, label, root, say, sentence, worded,
    onSpeak: (hear) => hearers.push(hear),
    onPaint: (draw) => painters.push(draw),
    start: () => speak(language.value),
  };
})();
