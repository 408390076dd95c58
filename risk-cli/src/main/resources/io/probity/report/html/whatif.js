"use strict";
/** The what-if page: controls for each input on one side, the decision that follows on the other. */
(() => {
  const { colour, data, element, has, key, label, onSpeak, root, say, sentence, start, worded } = probity.page;
  const { axis, base, begin, brief, drawings, line, percent } = probity.charts;
  const { Refused } = probity.cells;
  const TRIES = 40_000;
  const AT_ONCE = 1_000;
  const POINTS = 80;

  const tables = data("tables");
  const engine = probity.decisions.engine(tables);
  const { model, policy } = tables;
  const { control, fields, inputOf, nameOf, rangeOf, typical } = probity.inputs(tables, (name, value) => {
    values[name] = value;
    update();
  });
  const desk = document.getElementById("desk");
  const given = (text) => ({ given: { en: text } });
  const money = (minor) => (minor / 10 ** policy.digits).toLocaleString("en", {
    minimumFractionDigits: policy.digits, maximumFractionDigits: policy.digits });
  const amount = (minor) => money(minor) + " " + policy.currency;
  const plain = (value) => (typeof value === "number" ? String(Number(value.toPrecision(12))) : value);

  const values = {};
  let day = null;

  // ---- the decision

  const outcomeBadge = element("strong", { class: "outcome" });
  const figures = {};
  const figure = (name, words) => {
    figures[name] = element("dd", { id: "whatif-" + name });
    return element("div", {}, worded("dt", words), figures[name]);
  };
  const scale = element("div", { class: "scale", "aria-hidden": "true" });
  const problem = element("p", { class: "error", role: "alert", hidden: true });
  const reasons = element("ol", { class: "reasons" });
  const advice = element("ul", { class: "advice" });
  const steps = element("tbody");
  const capacity = element("dl", { class: "capacity" });
  const lostChart = element("div", { class: "chart", role: "img" });
  const moveChart = element("div", { class: "chart", role: "img" });
  const moved = element("select", { id: "whatif-moved", change: () => drawMove() });
  let decision = null;

  const text = (of, kind) => {
    const texts = of[kind] || {};
    return texts[root.lang] || texts.en || Object.values(texts)[0] || "";
  };
  /** The words for staff, or those for customers where only they are in the reader's language. */
  const internal = (of) => (of.internal && of.internal[root.lang] ? of.internal[root.lang] : of.customer && of.customer[root.lang] ? of.customer[root.lang] : text(of, "internal"));

  const showReasons = () => {
    reasons.replaceChildren(...decision.reasons.map((reason) => {
      const feature = fields.has(reason.code) ? nameOf(reason.code) : null;
      return element("li", { "data-stage": reason.stage, "data-code": reason.code },
        element("span", { class: "tag" }, say("stage." + reason.stage.toLowerCase())),
        element("span", { class: "words" }, text(reason.text, "customer") || (feature ? sentence(feature) : reason.code)),
        element("small", {},
          element("code", {}, reason.code), " ",
          text(reason.text, "internal"),
          reason.pointsLost > 0 ? " · " + say("whatif.pointsLost", reason.pointsLost.toFixed(1), say("direction." + reason.direction.toLowerCase())) : ""));
    }));
    if (decision.reasons.length === 0) reasons.replaceChildren(element("li", { class: "calm" }, say("whatif.noReasons")));
  };

  const leverText = ({ lever, from, to }) => (lever === "TERM"
    ? say("lever.term", String(from), String(to))
    : say("lever." + lever.toLowerCase(), amount(from), amount(to)));

  let searching = 0;
  const showAdvice = () => {
    const items = engine.remedies(decision).map((remedy) => element("li", { "data-lever": remedy.lever }, leverText(remedy)));
    advice.replaceChildren(...items);
    clearTimeout(searching);
    if (decision.outcome === "APPROVE") {
      advice.replaceChildren(element("li", { class: "calm" }, say("whatif.granted")));
    } else if (policy.actions.length > 0) {
      const go = probity.changes.search(engine, { ...values }, day, "APPROVE");
      const wait = element("li", { class: "calm" }, say("whatif.searching"));
      advice.append(wait);
      const step = (done) => {
        const found = go(AT_ONCE);
        if (found || done >= TRIES) wait.replaceWith(changesItem(found || { found: false, isExact: false, tries: done }));
        else searching = setTimeout(() => step(done + AT_ONCE), 0);
      };
      searching = setTimeout(() => step(AT_ONCE), 60);
    } else if (items.length === 0) {
      advice.append(element("li", { class: "calm" }, say("whatif.noAdvice")));
    }
  };

  const changesItem = (found) => {
    if (!found.found) {
      return element("li", { class: "calm" }, found.isExact ? say("whatif.noChange") : say("whatif.noChangeYet", String(found.tries)));
    }
    return element("li", { class: "cheapest" }, say("whatif.cheapest"),
      element("ul", {}, found.changes.map(({ action, from, to }) => {
        const lower = typeof from === "number" && typeof to === "number" && to < from;
        const template = text({ advice: lower ? action.lower : action.raise }, "advice");
        const said = template.replaceAll("{1}", plain(from)).replaceAll("{2}", plain(to));
        return element("li", { "data-change": action.field }, said || sentence(nameOf(action.field)) + ": " + plain(from) + " → " + plain(to));
      })),
      element("button", { type: "button", click: () => apply(found.changes) }, say("whatif.apply")));
  };
  const apply = (changes) => {
    changes.forEach(({ action, to }) => {
      values[action.field] = to;
      controls.get(action.field).show(to);
    });
    update();
  };

  const showTrace = () => {
    const { trace } = decision;
    document.getElementById("whatif-steps").hidden = !trace;
    if (!trace) return;
    steps.replaceChildren(...trace.steps.map((step, i) => {
      const words = policy.texts[step.rule];
      const said = has("rule." + step.rule.toLowerCase()) ? say("rule." + step.rule.toLowerCase()) : words ? internal(words) : "";
      return element("tr", { class: i === trace.binding ? "binding" : false },
        element("td", {}, say("phase." + step.phase.toLowerCase())),
        element("td", {}, said || step.rule, " ", element("code", {}, step.rule), i === trace.binding ? element("span", { class: "tag" }, say("whatif.binding")) : null),
        element("td", { class: "number" }, money(step.own)),
        element("td", { class: "number" }, money(step.after)));
    }));
    const a = trace.affordability;
    const shown = [
      ["baseIncome", a.baseIncome], ["assessedIncome", a.assessedIncome], ["stressedIncome", a.stressedIncome],
      ["livingCosts", a.livingCosts], ["debtService", a.debtService], ["minimumResidual", a.minimumResidual],
      ...Object.entries(a.rooms).filter(([, room]) => room < Infinity).map(([name, room]) => ["room." + name.toLowerCase(), room]),
    ];
    capacity.replaceChildren(...shown.map(([name, value]) => element("div", {}, element("dt", {}, say("capacity." + name)), element("dd", {}, money(value)))));
  };

  const MARKS = { APPROVE: "✓", APPROVE_REDUCED: "◐", DECLINE: "✕" };
  const showFigures = () => {
    outcomeBadge.dataset.outcome = decision.outcome;
    outcomeBadge.replaceChildren(element("span", { "aria-hidden": "true" }, MARKS[decision.outcome] || "…"), element("b", {}, say("outcome." + decision.outcome.toLowerCase())));
    figures.limit.textContent = amount(decision.limit);
    figures.instalment.textContent = decision.instalment ? amount(decision.instalment) : "-";
    figures.pd.textContent = percent(decision.pd, 2);
    figures.score.textContent = String(decision.score);
    figures.grade.textContent = decision.gradeName;
    scale.replaceChildren(...model.grades.map((grade, i) => element("span", { class: i === decision.grade ? "here" : false }, grade.name)));
  };

  drawings.lost = ({ bars }, narrow) => ({
    height: 60 + 24 * bars.length,
    legend: { show: false },
    tooltip: { ...base(narrow).tooltip, valueFormatter: (value) => (typeof value === "number" ? value.toFixed(1) : "") },
    grid: { left: 8, right: 16, top: 10, bottom: 26, containLabel: true },
    xAxis: axis({ type: "value" }),
    yAxis: axis({ type: "category", data: bars.map((bar) => bar.name), axisLabel: { interval: 0, formatter: (name) => brief(name, narrow ? 16 : 32) }, axisLine: { onZero: false, show: false }, axisTick: { show: false } }),
    series: [{
      name: say("whatif.pointsGained"), type: "bar", barMaxWidth: 16,
      data: bars.map((bar) => ({ value: bar.points, itemStyle: { color: colour(bar.points < 0 ? "bad" : "good") } })),
    }],
  });
  drawings.move = ({ points, at, name, isMoney }, narrow) => ({
    tooltip: { ...base(narrow).tooltip, valueFormatter: (value) => (typeof value !== "number" ? "" : value <= 1 ? percent(value, 2) : Math.round(value).toLocaleString("en")) },
    grid: { left: 36, right: 36, top: 40, bottom: 30, containLabel: true },
    xAxis: axis({ type: "value", name, min: points[0][0], max: points[points.length - 1][0], splitLine: { show: false } }),
    yAxis: [
      axis({ type: "value", min: 0, name: "PD", nameGap: 42, axisLabel: { formatter: (value) => percent(value, value < 0.1 ? 1 : 0) } }),
      axis({ type: "value", min: 0, name: say("whatif.limit"), nameGap: 44, splitLine: { show: false }, axisLabel: { formatter: (value) => value.toLocaleString("en", { notation: "compact" }) } }),
    ],
    series: [
      line("PD", "bad", points.map(([x, pd]) => [x, pd]), {
        series: { step: "end", markLine: { silent: true, symbol: "none", lineStyle: { color: colour("ink"), type: "solid" }, label: { show: false }, data: isMoney ? [{ xAxis: at }] : [] } },
      }),
      line(say("whatif.limit"), "good", points.map(([x, , limit]) => [x, limit]), { dash: "dashed", series: { yAxisIndex: 1, step: "end" } }),
    ],
  });
  const lostDrawing = begin(lostChart, { kind: "lost", bars: [], title: key("whatif.points") });
  const moveDrawing = begin(moveChart, { kind: "move", points: [[0, 0, 0], [1, 0, 0]], at: 0, name: "", title: key("whatif.move") });

  const drawLost = () => {
    const lost = probity.scoring.pointsLost(model, decision);
    lostDrawing.data.bars = model.terms
      .map((term, i) => ({ name: sentence(nameOf(term.feature)), points: Number((-lost[i]).toFixed(4)) }))
      .sort((a, b) => b.points - a.points);
    lostDrawing.draw();
  };
  const drawMove = () => {
    const field = fields.get(moved.value);
    if (!field) return;
    const { low, high, step } = rangeOf(field);
    const count = Math.min(POINTS, Math.max(2, Math.round((high - low) / step)));
    const points = [];
    for (let i = 0; i <= count; i++) {
      const x = Number((low + Math.round((high - low) * i / count / step) * step).toPrecision(12));
      try {
        const other = engine.decide({ ...values, [field.name]: x }, day);
        points.push([x, other.pd, other.limit / 10 ** policy.digits]);
      } catch (refused) {
        if (!(refused instanceof Refused)) throw refused;
      }
    }
    if (points.length < 2) return;
    const at = values[field.name];
    Object.assign(moveDrawing.data, { points, at, isMoney: typeof at === "number", name: sentence(nameOf(field.name)) });
    moveDrawing.draw();
  };

  const refusal = (refused) => say("refused", sentence(nameOf(refused.field)), has("refused." + refused.rule) ? say("refused." + refused.rule) : refused.rule);

  const update = () => {
    try {
      decision = engine.decide(values, day);
      problem.hidden = true;
      desk.classList.remove("refused");
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      problem.textContent = refusal(refused);
      problem.hidden = false;
      desk.classList.add("refused");
      return;
    }
    showFigures();
    showReasons();
    showAdvice();
    showTrace();
    drawLost();
    drawMove();
  };

  // ---- the page

  const groups = () => {
    const inPolicy = new Set(policy.reads.concat(Object.values(policy.inputs)));
    const read = new Set();
    const operands = (name) => {
      const field = fields.get(name);
      read.add(name);
      if (field.derived) field.derived.operands.filter((of) => of.field).forEach((of) => operands(of.field));
    };
    model.features.forEach(operands);
    const inModel = tables.inputs.filter((name) => read.has(name));
    const rest = tables.inputs.filter((name) => !read.has(name));
    return [["whatif.ofPolicy", [...rest, ...inModel.filter((name) => inPolicy.has(name) && inputOf.has(name))]],
      ["whatif.ofModel", inModel.filter((name) => !(inPolicy.has(name) && inputOf.has(name)))]];
  };

  const controls = new Map(tables.inputs.map((name) => [name, control(fields.get(name))]));
  const asOf = tables.fields.some((field) => field.derived && field.derived.operands.some((of) => of.asOf))
    || JSON.stringify(policy).includes('"name":"' + tables.results.asOf + '"');
  const begins = data("start");
  const reset = () => {
    const isGiven = Object.keys(begins.fields || {}).length > 0;
    tables.inputs.forEach((name) => {
      const field = fields.get(name);
      const usual = typical(field);
      const value = isGiven ? begins.fields[name] ?? null : field.kind === "CATEGORY" ? field.levels[usual] ?? null : usual;
      values[name] = value;
      controls.get(name).show(value);
    });
    day = begins.asOf || (asOf ? "2026-01-01" : null);
    update();
  };

  desk.className = "whatif";
  desk.append(
    element("div", { class: "inputs" },
      element("div", { class: "bar" }, worded("h2", key("whatif.applicant")), element("button", { type: "button", id: "reset", click: () => reset() }, worded("span", key("whatif.reset")))),
      asOf ? element("div", { class: "control" }, worded("label", key("whatif.asOf"), { for: "as-of", class: "name" }), element("input", { id: "as-of", type: "date", value: begins.asOf || "2026-01-01", input: (event) => { day = event.target.value || null; update(); } })) : null,
      groups().filter(([, names]) => names.length > 0).map(([words, names]) => element("fieldset", {}, worded("legend", key(words)), element("div", { class: "grid" }, names.map((name) => controls.get(name).root))))),
    element("div", { class: "result" },
      element("div", { class: "verdict" },
        element("div", { "aria-live": "polite" }, outcomeBadge), problem,
        element("dl", { class: "figures" }, figure("limit", key("whatif.limit")), figure("instalment", key("whatif.instalment")), figure("pd", given("PD")), figure("score", key("chart.score")), figure("grade", key("whatif.grade"))),
        scale),
      worded("h3", key("whatif.reasons")), reasons,
      worded("h3", key("whatif.advice")), advice,
      element("div", { id: "whatif-steps" },
        worded("h3", key("whatif.steps")),
        element("div", { class: "table-box", tabindex: "0", role: "region", ...label(key("whatif.steps")) }, element("table", {},
          element("thead", {}, element("tr", {}, ["whatif.phase", "whatif.rule"].map((words) => worded("th", key(words), { scope: "col" })), ["whatif.own", "whatif.after"].map((words) => worded("th", key(words), { scope: "col", class: "number" })))), steps)),
        worded("h3", key("whatif.capacity")), capacity)),
    element("div", { class: "pictures" },
      element("figure", {}, worded("figcaption", key("whatif.points")), lostChart),
      element("figure", {}, element("figcaption", {}, worded("label", key("whatif.move"), { for: "whatif-moved" }), " ", moved), moveChart)));
  const movable = () => tables.inputs.filter((name) => fields.get(name).kind === "NUMBER");
  const fillMoved = () => {
    const chosen = moved.value;
    moved.replaceChildren(...movable().map((name) => element("option", { value: name }, sentence(nameOf(name)))));
    moved.value = chosen || policy.inputs.amount && movable().includes(policy.inputs.amount) ? chosen || policy.inputs.amount : movable()[0] || "";
  };
  if (movable().length === 0) moveChart.parentElement.hidden = true;
  onSpeak(() => {
    fillMoved();
    if (decision) update();
  });
  fillMoved();
  reset();
  start();
  probity.whatif = { decide: engine.decide, remedies: engine.remedies, cheapest: (fieldsOf, on, want, tries) => probity.changes.cheapest(engine, fieldsOf, on, want, tries) };
})();
