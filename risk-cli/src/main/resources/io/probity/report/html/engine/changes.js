"use strict";
/**
 * The cheapest changes, among those that a policy's actions allow, that lead to a better outcome:
 * choices are tried in the order of their cost, as the Java classes ActionOptions and ChangeSearch do.
 */
(() => {
  const { nextDown } = probity.cells;
  const { OUTCOMES } = probity.decisions;

  // ---- decimals as whole numbers and a scale

  const decimal = (text) => {
    const [mantissa, exponent = "0"] = String(text).toLowerCase().split("e");
    const [integer, fraction = ""] = mantissa.split(".");
    const scale = fraction.length - Number(exponent);
    const units = BigInt(integer + fraction);
    return scale < 0 ? [units * 10n ** BigInt(-scale), 0] : [units, scale];
  };
  const floorDivide = (a, b) => a / b - (a % b !== 0n && a < 0n ? 1n : 0n);
  /** Returns how many whole steps there are below a number, or below and above. */
  const stepsTo = (number, step, ceiling) => {
    const [[a, aScale], [b, bScale]] = [decimal(number), decimal(step)];
    const scale = Math.max(aScale, bScale);
    const at = a * 10n ** BigInt(scale - aScale);
    const by = b * 10n ** BigInt(scale - bScale);
    return ceiling ? -floorDivide(-at, by) : floorDivide(at, by);
  };
  const times = (count, step) => {
    const [units, scale] = decimal(step);
    const product = count * units;
    const digits = (product < 0n ? -product : product).toString().padStart(scale + 1, "0");
    const text = scale ? digits.slice(0, -scale) + "." + digits.slice(-scale) : digits;
    return Number((product < 0n ? "-" : "") + text);
  };

  // ---- options

  const valuesOf = (action, now) => {
    const { step, low = -Infinity, high = Infinity } = action;
    const onGrid = (at, ceiling) => (step === undefined ? at : times(stepsTo(at, step, ceiling), step));
    const below = (at) => {
      if (step === undefined) return nextDown(at);
      const on = onGrid(at, false);
      return on < at ? on : onGrid(at - Number(step) / 2, false);
    };
    const values = new Set();
    if (action.everyStep) {
      const grid = step ?? "1";
      const first = stepsTo(low, grid, true);
      for (let count = first; times(count, grid) <= high; count++) values.add(times(count, grid));
    } else {
      action.breaks.forEach((at) => values.add(at > now ? onGrid(at, true) : below(at)));
    }
    return [...values].sort((a, b) => a - b).filter((value) => value >= low && value <= high && value !== now
      && !(value > now && action.direction === "DOWN") && !(value < now && action.direction === "UP"));
  };

  /** Returns the options of an action, cheapest first: the value as it is, then the others. */
  const optionsOf = (action, now) => {
    const options = [];
    if (action.category && typeof now === "string") {
      action.levels.filter((level) => level !== now).forEach((value) => options.push({ value, cost: action.fixedCost, distance: 0 }));
    } else if (!action.category && typeof now === "number") {
      valuesOf(action, now).forEach((value) => {
        const distance = Math.abs(value - now);
        options.push({ value, distance, cost: action.fixedCost + action.costPerUnit * distance });
      });
    }
    options.sort((a, b) => a.cost - b.cost || a.distance - b.distance);
    return now === null || now === undefined ? options : [{ value: now, cost: 0, distance: 0 }, ...options];
  };

  // ---- search

  class Heap {
    constructor(before) { this.items = []; this.before = before; }
    push(item) {
      let at = this.items.push(item) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!this.before(this.items[at], this.items[parent])) return;
        [this.items[at], this.items[parent]] = [this.items[parent], this.items[at]];
        at = parent;
      }
    }
    pop() {
      const top = this.items[0];
      const last = this.items.pop();
      if (this.items.length > 0) {
        this.items[0] = last;
        let at = 0;
        for (;;) {
          let least = at;
          for (const child of [2 * at + 1, 2 * at + 2]) {
            if (child < this.items.length && this.before(this.items[child], this.items[least])) least = child;
          }
          if (least === at) break;
          [this.items[at], this.items[least]] = [this.items[least], this.items[at]];
          at = least;
        }
      }
      return top;
    }
  }

  const changesOf = (choice) => choice.filter((option) => option > 0).length;
  const before = (a, b) => {
    if (a.cost !== b.cost) return a.cost < b.cost;
    if (changesOf(a.choice) !== changesOf(b.choice)) return changesOf(a.choice) < changesOf(b.choice);
    const at = a.choice.findIndex((option, i) => option !== b.choice[i]);
    return at >= 0 && a.choice[at] < b.choice[at];
  };

  /**
   * Begins a search for the cheapest changes to an outcome. Each call of what is returned goes on for so
   * many tries and gives null, or the end: the changes, or none with isExact where nothing leads there.
   */
  const search = (engine, values, day, want) => {
    const known = engine.tables.policy.actions
      .map((action) => ({ action, options: optionsOf(action, values[action.field]) }))
      .filter(({ options }) => options.length > 1);
    const reaches = (choice) => {
      const tried = { ...values };
      choice.forEach((option, i) => { tried[known[i].action.field] = known[i].options[option].value; });
      try {
        return OUTCOMES.indexOf(engine.decide(tried, day).outcome) <= OUTCOMES.indexOf(want);
      } catch (refused) {
        if (refused instanceof probity.cells.Refused) return false;
        throw refused;
      }
    };
    const costOf = (choice) => choice.reduce((sum, option, i) => sum + known[i].options[option].cost, 0);
    const open = new Heap(before);
    open.push({ choice: known.map(() => 0), last: 0, cost: 0 });
    let tries = 0;
    return (more) => {
      for (let left = more; open.items.length > 0; left--) {
        if (left === 0) return null;
        tries++;
        const node = open.pop();
        if (reaches(node.choice)) {
          const changes = node.choice.flatMap((option, i) => (option === 0 ? [] : [{
            action: known[i].action, from: known[i].options[0].value, to: known[i].options[option].value,
          }]));
          return { found: true, isExact: true, changes, cost: node.cost, tries };
        }
        for (let i = node.last; i < known.length; i++) {
          if (node.choice[i] + 1 < known[i].options.length) {
            const choice = [...node.choice];
            choice[i]++;
            open.push({ choice, last: i, cost: costOf(choice) });
          }
        }
      }
      return { found: false, isExact: true, changes: [], cost: 0, tries };
    };
  };

  /** Returns the cheapest changes; isExact is false where the tries ran out. */
  const cheapest = (engine, values, day, want, mostTries) => search(engine, values, day, want)(mostTries)
    || { found: false, isExact: false, changes: [], cost: 0, tries: mostTries };

  probity.changes = { cheapest, search };
})();
