"use strict";
/** The binning page: choose a feature, change its bins, see the figures, save the changes. */
(() => {
  const { data, download, element, key, label, onSpeak, say, sentence, start, worded } = probity.page;
  const { begin, brief, percent, whole } = probity.charts;
  const { assignedWoe, ofCuts, ofGroups, trendOf } = probity.binning;

  const { edits, features } = data("bins-data");
  const desk = document.getElementById("desk");
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** One feature with its bins as they are now. */
  class Feature {
    constructor(of) {
      Object.assign(this, of);
      this.isBinned = Boolean(of.cuts || of.groups);
      this.first = this.category
        ? (of.groups || [this.levels])
        : (of.cuts || []).map((cut) => this.pieceCuts.indexOf(cut) + 1);
      this.now = structuredClone(this.first);
      this.past = [];
      this.why = "";
    }
    get isChanged() { return !same(this.first, this.now); }
    get valueBins() { return this.category ? this.now.length : this.now.length + 1; }
    table() { return this.category ? ofGroups(this, this.now) : ofCuts(this, this.now); }
    change(next) {
      if (same(next, this.now)) return false;
      this.past.push(this.now);
      this.now = next;
      return true;
    }
    undo() { if (this.past.length > 0) this.now = this.past.pop(); }
    reset() { this.change(structuredClone(this.first)); }
    cutAt(position) { return this.pieceCuts[position - 1]; }
    labels() {
      const outside = [say("bins.missing"), ...this.specials];
      if (this.category) return [...this.now.map((group) => group.join(", ") || say("bins.empty")), ...outside];
      const cuts = this.now.map((position) => String(this.cutAt(position)));
      const value = cuts.length === 0 ? [say("bins.all")] : [
        "< " + cuts[0], ...cuts.slice(1).map((cut, i) => "[" + cuts[i] + ", " + cut + ")"), "≥ " + cuts[cuts.length - 1]];
      return [...value, ...outside];
    }
    merge(bin) {
      if (!this.category) return this.change(this.now.filter((none, i) => i !== bin));
      const next = structuredClone(this.now);
      next.splice(bin, 2, [...next[bin], ...next[bin + 1]]);
      return this.change(next);
    }
    /** Parts a bin where the IV becomes largest. */
    split(bin) {
      const tries = this.category ? this.groupSplits(bin) : this.cutSplits(bin);
      const worth = (next) => (this.category ? ofGroups(this, next) : ofCuts(this, next)).informationValue();
      if (tries.length === 0) return false;
      return this.change(tries.reduce((a, b) => (worth(b) > worth(a) ? b : a)));
    }
    cutSplits(bin) {
      const from = bin === 0 ? 0 : this.now[bin - 1];
      const to = bin === this.now.length ? this.goods.length : this.now[bin];
      return Array.from({ length: to - from - 1 }, (none, i) => [...this.now, from + i + 1].sort((a, b) => a - b));
    }
    groupSplits(bin) {
      const index = new Map(this.levels.map((level, i) => [level, i]));
      const rate = (level) => (this.bads[index.get(level)] + 1) / (this.goods[index.get(level)] + this.bads[index.get(level)] + 2);
      const ordered = [...this.now[bin]].sort((a, b) => rate(a) - rate(b));
      return ordered.slice(1).map((none, i) => {
        const next = structuredClone(this.now);
        next.splice(bin, 1, ordered.slice(0, i + 1), ordered.slice(i + 1));
        return next;
      });
    }
    canSplit(bin) { return this.category ? this.now[bin].length > 1 : this.cutSplits(bin).length > 0; }
    moveCut(i, position) {
      const least = i === 0 ? 1 : this.now[i - 1] + 1;
      const most = i === this.now.length - 1 ? this.goods.length - 1 : this.now[i + 1] - 1;
      const next = [...this.now];
      next[i] = Math.min(most, Math.max(least, position));
      return this.change(next);
    }
    moveLevel(level, to) {
      const next = this.now.map((group) => group.filter((other) => other !== level));
      if (to === next.length) next.push([level]);
      else next[to].push(level);
      return this.change(next.filter((group) => group.length > 0));
    }
    edit() {
      const change = this.category ? { groups: this.now } : { cuts: this.now.map((position) => this.cutAt(position)) };
      return { feature: this.name, ...change, why: this.why.trim() || say("bins.whyDefault") };
    }
  }

  const all = features.map((of) => new Feature(of));
  let current = all.find((feature) => feature.isBinned) || all[0];

  // ---- the list of features

  const list = element("ul", { class: "features" });
  const drawList = () => {
    const ivs = new Map(all.map((feature) => [feature, feature.table().informationValue()]));
    const most = Math.max(...ivs.values(), 1e-9);
    const focused = document.activeElement && list.contains(document.activeElement);
    list.replaceChildren(...[...all].sort((a, b) => ivs.get(b) - ivs.get(a)).map((feature) => element("li", {},
      element("button", { type: "button", "data-feature": feature.name, "aria-current": feature === current ? "true" : false, click: () => choose(feature) },
        element("span", { class: "name" }, sentence(feature.label), feature.isChanged ? element("b", { class: "tag" }, say("bins.changed")) : null),
        element("span", { class: "iv" }, ivs.get(feature).toFixed(3)),
        element("span", { class: "meter", "aria-hidden": "true", style: "--part:" + ivs.get(feature) / most })))));
    if (focused) list.querySelector("[aria-current]").focus();
  };

  // ---- a number: pieces with cuts to drag

  const strip = element("div", { class: "strip" });
  const pieceCount = (i) => current.goods[i] + current.bads[i];
  const positionAt = (x) => {
    const box = strip.getBoundingClientRect();
    return Math.round((x - box.left) / box.width * current.goods.length);
  };
  const cutText = (i) => say("bins.cut", String(current.cutAt(current.now[i])));
  /** Returns which labels stand lower, so that neighbours do not cover each other. */
  const lowLabels = () => {
    const room = 64 / Math.max(300, strip.clientWidth || 800) * current.goods.length;
    return current.now.reduce((lows, position, i) => [...lows, i > 0 && position - current.now[i - 1] < room && !lows[i - 1]], []);
  };
  const drawStrip = () => {
    const pieces = current.goods.length;
    const most = Math.max(...current.goods.map((none, i) => pieceCount(i)), 1);
    const bars = current.goods.map((none, i) => {
      const bin = current.now.filter((position) => position <= i).length;
      const count = pieceCount(i);
      return element("div", {
        class: "piece" + (bin % 2 ? " odd" : ""), title: (i === 0 ? "< " + current.pieceCuts[0] : "≥ " + current.pieceCuts[i - 1]) + " · " + whole(count) + " · " + (count > 0 ? percent(current.bads[i] / count) : "-"),
        click: (event) => { if (positionAt(event.clientX) > 0) cutHere(positionAt(event.clientX)); },
      }, element("i", { style: "--share:" + count / most + ";--rate:" + (count > 0 ? current.bads[i] / count : 0) }));
    });
    const lows = lowLabels();
    const handles = current.now.map((position, i) => element("button", {
      type: "button", class: "cut" + (lows[i] ? " low" : ""), role: "slider", "data-cut": i, style: "--at:" + position / pieces,
      "aria-label": say("bins.cutLabel", String(i + 1)), "aria-valuemin": 1, "aria-valuemax": pieces - 1, "aria-valuenow": position, "aria-valuetext": cutText(i),
      pointerdown: (event) => drag(event, i), keydown: (event) => press(event, i),
    }, element("span", {}, brief(String(current.cutAt(position)), 9))));
    strip.replaceChildren(...bars, ...handles);
  };
  const cutHere = (position) => {
    if (position < 1 || position >= current.goods.length || current.now.includes(position)) return;
    changed(current.change([...current.now, position].sort((a, b) => a - b)));
  };
  const drag = (event, i) => {
    const held = event.currentTarget;
    held.setPointerCapture(event.pointerId);
    held.focus();
    const before = current.now;
    const depth = current.past.length;
    const move = (moved) => { if (current.moveCut(i, positionAt(moved.clientX))) follow(i, held); };
    const stop = () => {
      held.removeEventListener("pointermove", move);
      current.past.length = Math.min(current.past.length, depth);
      if (!same(before, current.now)) current.past.push(before);
      refresh();
      focusCut(i);
    };
    held.addEventListener("pointermove", move);
    held.addEventListener("pointerup", stop, { once: true });
    held.addEventListener("pointercancel", stop, { once: true });
  };
  const follow = (i, held) => {
    held.style.setProperty("--at", current.now[i] / current.goods.length);
    held.firstChild.textContent = brief(String(current.cutAt(current.now[i])), 9);
    [...strip.querySelectorAll(".piece")].forEach((piece, at) => piece.classList.toggle("odd", current.now.filter((position) => position <= at).length % 2 === 1));
    drawFigures();
  };
  const focusCut = (i) => { const found = strip.querySelector('[data-cut="' + i + '"]'); if (found) found.focus(); };
  const press = (event, i) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[event.key];
    if (by) {
      event.preventDefault();
      changed(current.moveCut(i, current.now[i] + by));
      focusCut(i);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      changed(current.merge(i));
      focusCut(Math.max(0, i - 1));
    }
  };

  // ---- a category: groups of levels to drag

  const groupsBox = element("div", { class: "groups" });
  const levelCount = (level) => {
    const i = current.levels.indexOf(level);
    return current.goods[i] + current.bads[i];
  };
  let dragged = null;
  const drawGroups = () => {
    const boxes = current.now.map((group, bin) => element("div", {
      class: "group", "data-group": bin, role: "group", "aria-label": say("bins.group", String(bin + 1)),
      dragover: (event) => event.preventDefault(), drop: (event) => { event.preventDefault(); if (dragged) changed(current.moveLevel(dragged, bin)); },
    }, element("span", { class: "tag" }, String(bin + 1)), group.map((level) => chip(level, bin))));
    const fresh = element("div", {
      class: "group fresh", dragover: (event) => event.preventDefault(), drop: (event) => { event.preventDefault(); if (dragged) changed(current.moveLevel(dragged, current.now.length)); },
    }, say("bins.newGroup"));
    groupsBox.replaceChildren(...boxes, fresh);
  };
  const chip = (level, bin) => element("button", {
    type: "button", class: "chip", draggable: "true", "data-level": level, title: whole(levelCount(level)),
    "aria-label": say("bins.level", level, String(bin + 1)),
    dragstart: (event) => { dragged = level; event.dataTransfer.setData("text/plain", level); event.dataTransfer.effectAllowed = "move"; },
    dragend: () => { dragged = null; },
    keydown: (event) => {
      const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const to = bin + by;
      if (to < 0 || to > current.now.length) return;
      changed(current.moveLevel(level, to));
      const moved = [...groupsBox.querySelectorAll(".chip")].find((other) => other.dataset.level === level);
      if (moved) moved.focus();
    },
  }, level, element("small", {}, whole(levelCount(level))));

  // ---- figures

  const title = element("h2");
  const note = element("p", { class: "note" });
  const figures = element("dl", { class: "figures" });
  const rows = element("tbody");
  const chartBox = element("div", { class: "chart", role: "img" });
  const drawing = begin(chartBox, { kind: "bins", bins: [], title: key("bins.chart") });
  const undo = element("button", { type: "button", id: "undo", click: () => { current.undo(); refresh(); } }, worded("span", key("bins.undo")));
  const reset = element("button", { type: "button", id: "reset", click: () => { current.reset(); refresh(); } }, worded("span", key("bins.reset")));
  const why = element("input", { id: "why", type: "text", maxlength: 200, input: () => { current.why = why.value; } });
  const by = element("input", { id: "by", type: "text", maxlength: 100, autocomplete: "name" });
  const saved = element("p", { class: "note", role: "status", hidden: true });

  const wilson = (bads, count) => {
    if (!(count > 0)) return [0, 0];
    const z = 1.959963984540054;
    const rate = bads / count;
    const middle = (rate + z * z / (2 * count)) / (1 + z * z / count);
    const half = z / (1 + z * z / count) * Math.sqrt(rate * (1 - rate) / count + z * z / (4 * count * count));
    return [Math.max(0, middle - half), Math.min(1, middle + half)];
  };

  const EXPECTED = { RISES: "rising", FALLS: "falling" };
  const drawFigures = () => {
    const table = current.table();
    const iv = table.informationValue();
    const trend = trendOf(table, current.valueBins);
    const wanted = EXPECTED[current.direction];
    const breaks = !current.category && wanted && trend !== wanted && trend !== "flat";
    const shown = [
      ["iv", "IV", iv.toFixed(4)], ["before", say("bins.before"), current.isBinned ? current.iv.toFixed(4) : "-"],
      ["count", say("bins.count"), String(current.valueBins)],
      ["trend", say("bins.trend"), current.category ? "-" : say("bins.trend." + trend) + (breaks ? " !" : "")],
    ];
    figures.replaceChildren(...shown.map(([id, words, value]) => element("div", { class: id === "trend" && breaks ? "alert" : false }, element("dt", {}, words), element("dd", { id: "bins-" + id }, value))));
    figures.dataset.iv = String(iv);
    const labels = current.labels();
    const woe = assignedWoe(table, current.valueBins, current.outside, current.untrained);
    rows.replaceChildren(...labels.map((text, bin) => {
      const isValue = bin < current.valueBins;
      const small = isValue && table.share(bin) < current.minShare;
      const cell = (value, tone) => element("td", { class: "number", "data-tone": tone || false }, value);
      return element("tr", { "data-bin": bin },
        element("td", {}, text, table.unseen === bin ? element("span", { class: "tag" }, say("bins.unseen")) : null),
        cell(whole(table.count(bin))), cell(percent(table.share(bin)), small ? "alert" : ""), cell(whole(table.bads[bin])),
        cell(table.badRate(bin) === null ? "-" : percent(table.badRate(bin))), cell(woe[bin].toFixed(4)), cell(table.iv(bin).toFixed(4)),
        element("td", { class: "acts" }, isValue ? [
          bin < current.valueBins - 1 ? element("button", { type: "button", "data-act": "merge", "aria-label": say("bins.mergeLabel", text), click: () => act(bin, "merge") }, say("bins.merge")) : null,
          current.canSplit(bin) ? element("button", { type: "button", "data-act": "split", "aria-label": say("bins.splitLabel", text), click: () => act(bin, "split") }, say("bins.split")) : null,
        ] : null));
    }));
    drawing.data.bins = labels.map((text, bin) => {
      const [low, high] = wilson(table.bads[bin], table.count(bin));
      return { label: text, share: table.share(bin), rate: table.badRate(bin), low, high, woe: woe[bin] };
    }).filter((none, bin) => bin < current.valueBins || table.count(bin) > 0);
    drawing.draw();
  };
  const act = (bin, name) => {
    changed(current[name](bin));
    const row = rows.querySelector('[data-bin="' + Math.min(bin, current.valueBins - 1) + '"]');
    const next = row && (row.querySelector('[data-act="' + name + '"]') || row.querySelector("button"));
    if (next) next.focus();
  };

  const refresh = () => {
    title.textContent = sentence(current.label);
    note.hidden = current.isBinned;
    note.textContent = current.refused || "";
    const isWhole = !current.category && current.goods.length < 2;
    strip.hidden = current.category || isWhole;
    groupsBox.hidden = !current.category;
    help.dataset.words = JSON.stringify(key(current.category ? "bins.helpLevels" : "bins.helpCuts"));
    help.textContent = sentence(JSON.parse(help.dataset.words));
    if (current.category) drawGroups();
    else if (!isWhole) drawStrip();
    undo.disabled = current.past.length === 0;
    reset.disabled = !current.isChanged;
    why.value = current.why;
    drawFigures();
    drawList();
    const count = all.filter((feature) => feature.isChanged).length + kept().length;
    save.disabled = count === 0;
    saveText.textContent = say("bins.save", String(count));
  };
  const changed = (isChanged) => { if (isChanged) refresh(); };
  const choose = (feature) => {
    current = feature;
    refresh();
  };

  // ---- saving: what was changed before stays, unless it is changed again

  const kept = () => edits.filter((edit) => !all.some((feature) => feature.isChanged && feature.name === edit.feature));
  const file = () => JSON.stringify({
    by: by.value.trim() || say("bins.byDefault"),
    edits: [...kept(), ...all.filter((feature) => feature.isChanged).map((feature) => feature.edit())],
  }, null, 2) + "\n";
  const saveText = element("span");
  const save = element("button", { type: "button", id: "save", class: "main", click: () => {
    download("edits.json", file(), "application/json");
    saved.textContent = say("bins.saved");
    saved.hidden = false;
  } }, saveText);
  const help = element("p", { class: "help" });

  desk.className = "bins";
  desk.append(
    element("div", { class: "side" }, worded("h2", key("bins.features")), list),
    element("div", { class: "work" },
      element("div", { class: "bar" }, title, element("div", { class: "acts" }, undo, reset)),
      note, figures, help, strip, groupsBox,
      element("div", { class: "table-box", tabindex: "0", role: "region", ...label(key("bins.table")) }, element("table", {},
        element("thead", {}, element("tr", {}, worded("th", key("bins.bin"), { scope: "col" }),
          ["column.records", "column.share", "chart.bads", "column.badRate"].map((words) => worded("th", key(words), { scope: "col", class: "number" })),
          ["WOE", "IV"].map((text) => element("th", { scope: "col", class: "number" }, text)), worded("th", key("bins.change"), { scope: "col", class: "number" }))), rows)),
      element("figure", {}, worded("figcaption", key("bins.chart")), chartBox),
      element("div", { class: "saving" },
        element("div", {}, worded("label", key("bins.why"), { for: "why" }), why),
        element("div", {}, worded("label", key("bins.by"), { for: "by" }), by),
        save), saved));
  onSpeak(refresh);
  start();
  probity.bins = { all, choose, file };
})();
