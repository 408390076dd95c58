"use strict";
/**
 * Cells of a feature vector, as the Java classes SpecialValues, CellReader and DerivedCell make them:
 * a finite number, NaN for missing, one of 256 reserved doubles for special codes; a category is the
 * index of its level, -1 for one that nobody knows; a date is the days since 1970-01-01.
 */
globalThis.probity = globalThis.probity || {};
(() => {
  const UNSEEN = -1;
  const DAY = 86_400_000;
  const view = new DataView(new ArrayBuffer(8));
  const bitsOf = (number) => { view.setFloat64(0, number); return view.getBigInt64(0); };
  const ofBits = (bits) => { view.setBigInt64(0, bits); return view.getFloat64(0); };
  const FIRST = bitsOf(-Number.MAX_VALUE) - 1n;
  const special = (code) => ofBits(FIRST - BigInt(code));
  const LARGEST = special(255);
  const isSpecial = (cell) => cell <= LARGEST && cell > -Number.MAX_VALUE;
  const isNumber = (cell) => cell > LARGEST && cell <= Number.MAX_VALUE;
  const codeOf = (cell) => (isSpecial(cell) ? Number(FIRST - bitsOf(cell)) : -1);
  const nextDown = (number) => {
    if (number === 0) return -Number.MIN_VALUE;
    return ofBits(bitsOf(number) + (number > 0 ? -1n : 1n));
  };

  /** A value that a decision cannot be made on. */
  class Refused extends Error {
    constructor(field, rule, received) {
      super(field + ": " + rule);
      this.field = field;
      this.rule = rule;
      this.received = received;
    }
  }

  const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
  const parsed = (text) => (NUMBER.test(text) ? Number(text) : NaN);

  const dayOf = (text) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!parts) return NaN;
    const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
    return day.toISOString().slice(0, 10) === text ? day.getTime() / DAY : NaN;
  };

  /** Reads the values of one field. */
  class Reader {
    constructor(field, missingTokens) {
      this.field = field;
      this.missing = new Set(missingTokens);
      this.byText = new Map();
      this.byNumber = new Map();
      field.specials.forEach(({ code, name, raw }) => {
        this.byText.set(name, special(code));
        raw.forEach((text) => {
          this.byText.set(text, special(code));
          if (Number.isFinite(parsed(text))) this.byNumber.set(parsed(text), special(code));
        });
      });
      this.levels = new Map(field.levels.map((level, index) => [level, index]));
    }
    refuse(rule, value) { throw new Refused(this.field.name, rule, value); }
    cell(value) {
      if (value === null || value === undefined || Number.isNaN(value)) return NaN;
      return typeof value === "number" ? this.ofNumber(value) : this.ofText(String(value));
    }
    ofNumber(number) {
      if (this.field.kind === "NUMBER") return this.plain(number);
      if (this.field.kind === "CATEGORY" && Number.isInteger(number)) return this.ofText(String(number));
      return this.refuse("kind", number);
    }
    ofText(raw) {
      const text = raw.trim();
      if (text === "" || this.missing.has(text)) return NaN;
      if (this.byText.has(text)) return this.byText.get(text);
      if (this.field.kind === "CATEGORY") {
        if (this.levels.has(text)) return this.levels.get(text);
        return this.field.refusesUnseen ? this.refuse("level", text) : UNSEEN;
      }
      const day = this.field.kind === "DATE" ? dayOf(text) : NaN;
      return Number.isNaN(day) ? this.refuse("kind", text) : day;
    }
    plain(number) {
      if (!isNumber(number)) return this.refuse("kind", number);
      if (this.byNumber.has(number)) return this.byNumber.get(number);
      const { low = -Infinity, high = Infinity } = this.field;
      return number >= low && number <= high ? number + 0 : this.refuse("range", number);
    }
  }

  const monthsBetween = (from, to) => {
    const packed = (days) => {
      const date = new Date(days * DAY);
      return (date.getUTCFullYear() * 12 + date.getUTCMonth()) * 32 + date.getUTCDate();
    };
    return Math.trunc((packed(to) - packed(from)) / 32);
  };

  const codeNamed = (field, name) => {
    const found = field.specials.find((each) => each.name === name);
    return found ? special(found.code) : NaN;
  };

  /** Computes a derived field; operands are cells by name. */
  const derive = (field, fieldOf, cellOf, asOf) => {
    const how = field.derived;
    if (how.kind === "IsMissing") return Number.isNaN(cellOf(how.operands[0].field)) ? 1 : 0;
    const operands = [];
    for (const operand of how.operands) {
      const cell = operand.field !== undefined ? cellOf(operand.field) : operand.asOf ? asOf : operand.value;
      if (Number.isNaN(cell)) return NaN;
      const code = operand.field !== undefined ? codeOf(cell) : -1;
      if (code >= 0) {
        const of = fieldOf(operand.field).specials.find((each) => each.code === code);
        return of ? codeNamed(field, of.name) : NaN;
      }
      operands.push(cell);
    }
    const outside = codeNamed(field, how.outOfDomain);
    const inDomain = (value) => (isNumber(value) ? value + 0 : outside);
    const [first, second] = operands;
    const level = () => fieldOf(how.operands[0].field).levels[first];
    switch (how.kind) {
      case "Ratio": return second === 0 ? codeNamed(field, how.zeroDenominator) : inDomain(first / second);
      case "Difference": return inDomain(first - second);
      case "Sum": return inDomain(operands.reduce((sum, value) => sum + value, 0));
      case "Product": return inDomain(operands.reduce((product, value) => product * value, 1));
      case "Log1p": return first > -1 ? inDomain(Math.log1p(first)) : outside;
      case "Clip": return Math.min(Math.max(first, how.low ?? -Infinity), how.high ?? Infinity);
      case "MonthsBetween": return monthsBetween(first, second);
      case "AgeAt": return Math.trunc(monthsBetween(first, second) / 12);
      case "LevelNumber":
        return Object.hasOwn(how.numbers, String(level())) ? how.numbers[level()] : how.otherwise ?? NaN;
      case "LevelGroup": {
        const name = Object.hasOwn(how.groups, String(level())) ? how.groups[level()] : how.otherwise;
        return name === undefined ? NaN : how.groupNames.indexOf(name);
      }
      default: throw new Error("no derivation " + how.kind);
    }
  };

  /** Returns a function from values by name to cells by name. */
  const extractor = (tables) => {
    const fields = new Map(tables.fields.map((field) => [field.name, field]));
    const readers = new Map(tables.inputs.map((name) => [name, new Reader(fields.get(name), tables.missingTokens)]));
    return (values, asOf) => {
      const cells = new Map();
      const cellOf = (name) => {
        if (!cells.has(name)) cells.set(name, derive(fields.get(name), (of) => fields.get(of), cellOf, asOf));
        return cells.get(name);
      };
      readers.forEach((reader, name) => cells.set(name, reader.cell(values[name])));
      tables.fields.forEach((field) => cellOf(field.name));
      return cells;
    };
  };

  probity.cells = { UNSEEN, Refused, codeOf, dayOf, extractor, isNumber, isSpecial, nextDown, special };
})();
