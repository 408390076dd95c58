"use strict";
/** The controls of the what-if page: for each input a range, an ordinary value, and what it can be set by. */
(() => {
  const { element, key, label, say, worded } = probity.page;

  /** Returns the controls of tables; onChange is told the name of a field and its new value. */
  probity.inputs = (tables, onChange) => {
    const { model, policy } = tables;
    const fields = new Map(tables.fields.map((field) => [field.name, field]));
    const nameOf = (name) => {
      const field = fields.get(name);
      return field && field.labels ? { given: field.labels } : { given: { en: name } };
    };

    // ---- what is typical: the commonest bin, and the range that bins and rules speak of

    const marks = new Map();
    const mark = (name, ...values) => marks.set(name, [...(marks.get(name) || []), ...values.filter(Number.isFinite)]);
    const markConditions = (condition) => {
      if (!condition) return;
      [...(condition.all || []), ...(condition.any || []), condition.not].forEach(markConditions);
      if (condition.range) mark(condition.name, condition.range.low, condition.range.high);
    };
    model.terms.filter((term) => !term.category).forEach((term) => mark(term.feature, ...term.cuts));
    [...policy.knockOuts, ...policy.limit.multipliers, ...policy.limit.caps].forEach((rule) => markConditions(rule.when));
    policy.actions.forEach((action) => mark(action.field, action.low, action.high));
    policy.limit.caps.filter((cap) => cap.less).forEach((cap) => mark(cap.less, 0, policy.limit.ceiling / 10 ** policy.digits));
    const ceiling = policy.limit.ceiling / 10 ** policy.digits;
    const MONTHLY = ["income", "statedIncome", "incomeMean3", "incomeMean12", "incomeLowerQuartile12"];
    const typicalOf = { livingCosts: ceiling / 40, debtService: 0, amount: ceiling / 4, incomeMonths: 12, savings: ceiling / 2 };
    const inputOf = new Map(Object.entries(policy.inputs).map(([input, field]) => [field, input]));
    inputOf.forEach((input, name) => {
      if (MONTHLY.includes(input)) mark(name, 0, ceiling / 2);
      else if (["livingCosts", "debtService", "refinancedDebtService", "revolvingMinimum"].includes(input)) mark(name, 0, ceiling / 10);
      else if (input === "amount") mark(name, 0, 1.5 * ceiling);
      else if (input === "termMonths") mark(name, policy.loan.terms ? policy.loan.terms.from : 6, policy.loan.terms ? policy.loan.terms.to : 60);
      else if (["incomeMonths", "zeroMonths"].includes(input)) mark(name, 0, 24);
      else if (input === "incomeVariation") mark(name, 0, 1);
      else if (["annualRate", "variableRate"].includes(input)) mark(name, 0, 0.5);
      else if (input === "dependants") mark(name, 0, 6);
      else if (input === "variableMonths") mark(name, 0, 360);
      else if (fields.get(name).kind === "NUMBER") mark(name, 0, ceiling);
    });

    const niceStep = (width) => {
      const power = 10 ** Math.floor(Math.log10(width / 60));
      return [1, 2, 5, 10].map((step) => step * power).find((step) => width / step <= 120);
    };
    const rangeOf = (field) => {
      const { terms } = policy.loan;
      if (terms && field.name === policy.inputs.termMonths) return { low: terms.from, high: terms.to, step: terms.step };
      const values = marks.get(field.name) || [];
      const least = Math.min(...values, field.low ?? Infinity);
      const most = Math.max(...values);
      const from = Number.isFinite(least) ? least : 0;
      const to = Number.isFinite(most) && most > from ? most : Math.max(from + 1, 10);
      const room = values.length > 1 || field.low === undefined ? (to - from) * 0.25 : to - from;
      const isWhole = values.every(Number.isInteger) || values.every((value) => Number.isInteger(2 * value) && to - from > 2);
      let step = niceStep(to + room - from);
      if (isWhole) step = Math.max(1, Math.round(step));
      const floor = Math.floor(((field.low ?? from) >= from ? from : from - room) / step) * step;
      const low = floor >= (field.low ?? -Infinity) ? floor : Math.ceil(field.low / step) * step;
      const high = Math.min(field.high ?? Infinity, Math.ceil((to + room) / step) * step);
      return { low, high, step };
    };

    const typical = (field) => {
      const term = model.terms.find((each) => each.feature === field.name);
      const input = inputOf.get(field.name);
      if (field.kind === "CATEGORY") {
        const share = (level) => (term ? term.shares[term.binOfLevel[level]] : 0);
        return field.levels.reduce((best, name, level) => (share(level) > share(best) ? level : best), 0);
      }
      if (field.kind === "DATE") return null;
      const { low, high, step } = rangeOf(field);
      if (!term) {
        if (typicalOf[input] !== undefined) return Math.round(typicalOf[input] / step) * step;
        if (MONTHLY.includes(input)) return Math.round(ceiling / 5 / step) * step;
        if (input === "termMonths") return policy.loan.terms ? policy.loan.terms.from + policy.loan.terms.step * Math.floor((policy.loan.terms.to - policy.loan.terms.from) / policy.loan.terms.step / 2) : 24;
        return Math.max(low, 0);
      }
      const bin = term.shares.slice(0, term.valueBins).reduce((best, share, i, all) => (share > all[best] ? i : best), 0);
      const left = bin === 0 ? low : term.cuts[bin - 1];
      const right = bin === term.cuts.length ? high : term.cuts[bin];
      const middle = low + Math.round(((left + right) / 2 - low) / step) * step;
      return Number((middle >= left && middle < right ? middle : left).toPrecision(12));
    };

    // ---- the controls

    class Control {
      constructor(field) {
        this.field = field;
        this.id = "input-" + tables.inputs.indexOf(field.name);
        this.title = element("label", { for: this.id, class: "name" }, worded("span", nameOf(field.name)), field.unit ? element("small", {}, field.unit) : null);
        this.root = element("div", { class: "control", "data-field": field.name }, this.title);
      }
      choices() {
        return [
          ...(this.field.kind === "CATEGORY" && !this.field.refusesUnseen ? [["unseen", "whatif.unseen"]] : []),
          ["missing", "whatif.missing"],
        ];
      }
      special(select) {
        this.choices().forEach(([value, words]) => select.append(worded("option", key(words), { value: "$" + value })));
        this.field.specials.forEach(({ name }) => select.append(element("option", { value: "=" + name }, name)));
      }
      changed(value) {
        onChange(this.field.name, value);
      }
    }

    class LevelControl extends Control {
      constructor(field) {
        super(field);
        this.select = element("select", { id: this.id, change: () => this.changed(this.read()) },
          field.levels.map((level) => element("option", { value: ":" + level }, level)));
        this.special(this.select);
        this.root.append(this.select);
      }
      read() {
        const { value } = this.select;
        if (value === "$missing") return null;
        return value === "$unseen" ? "(" + say("whatif.unseen") + ")" : value.slice(1);
      }
      show(value) {
        const known = (text) => [...this.select.options].some((option) => option.value === text);
        const wanted = value === null ? "$missing" : [":" + value, "=" + value].find(known);
        this.select.value = wanted || "$unseen";
      }
    }

    class NumberControl extends Control {
      constructor(field) {
        super(field);
        const range = rangeOf(field);
        this.number = element("input", { id: this.id, type: "number", step: "any", input: () => this.typed() });
        this.slider = element("input", {
          type: "range", min: range.low, max: range.high, step: range.step, ...label(nameOf(field.name)), input: () => {
            this.number.value = String(Number(Number(this.slider.value).toPrecision(12)));
            this.state.value = "value";
            this.root.classList.remove("none");
            this.changed(Number(this.number.value));
          },
        });
        this.state = element("select", { class: "state", ...label(key("whatif.state")), change: () => this.switched() },
          worded("option", key("whatif.value"), { value: "value" }));
        this.special(this.state);
        this.root.append(element("div", { class: "line" }, this.number, this.state), this.slider);
      }
      typed() {
        this.state.value = "value";
        this.root.classList.remove("none");
        if (this.number.value === "") return this.switchTo("$missing");
        this.slider.value = this.number.value;
        return this.changed(Number(this.number.value));
      }
      switchTo(state) { this.state.value = state; this.switched(); }
      switched() {
        const state = this.state.value;
        this.root.classList.toggle("none", state !== "value");
        if (state === "value") {
          if (this.number.value === "") this.number.value = this.slider.value;
          this.changed(Number(this.number.value));
        } else {
          this.changed(state === "$missing" ? null : state.slice(1));
        }
      }
      show(value) {
        const isValue = typeof value === "number";
        this.root.classList.toggle("none", !isValue);
        this.state.value = isValue ? "value" : value === null ? "$missing" : "=" + value;
        if (isValue) {
          this.number.value = String(value);
          this.slider.value = String(value);
        }
      }
    }

    class DayControl extends Control {
      constructor(field) {
        super(field);
        this.number = element("input", { id: this.id, type: "date", input: () => this.changed(this.number.value || null) });
        this.root.append(this.number);
      }
      show(value) { this.number.value = value || ""; }
    }

    const control = (field) => {
      if (field.kind === "CATEGORY") return new LevelControl(field);
      return field.kind === "DATE" ? new DayControl(field) : new NumberControl(field);
    };

    return { control, fields, inputOf, nameOf, rangeOf, typical };
  };
})();
