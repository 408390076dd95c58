"use strict";
/** Tests conditions on cells. The truth has three values: true, false, and null where nobody knows. */
(() => {
  const { codeOf, isNumber, isSpecial } = probity.cells;

  const inRange = ({ low = -Infinity, high = Infinity, lowIncluded, highIncluded }, value) =>
    (value > low || (lowIncluded && value === low)) && (value < high || (highIncluded && value === high));

  const test = (condition, cells) => {
    if (condition.all) {
      let truth = true;
      for (const part of condition.all) {
        const next = test(part, cells);
        if (next === false) return false;
        if (next === null) truth = null;
      }
      return truth;
    }
    if (condition.any) {
      let truth = false;
      for (const part of condition.any) {
        const next = test(part, cells);
        if (next === true) return true;
        if (next === null) truth = null;
      }
      return truth;
    }
    if (condition.not) {
      const truth = test(condition.not, cells);
      return truth === null ? null : !truth;
    }
    const cell = cells.get(condition.name);
    if (condition.missing) return Number.isNaN(cell);
    if (condition.special !== undefined) {
      return condition.special < 0 ? isSpecial(cell) : codeOf(cell) === condition.special;
    }
    if (!isNumber(cell) && !(cell === Infinity || cell === -Infinity)) return null;
    if (condition.range) return inRange(condition.range, cell);
    return (condition.levels || condition.numbers).includes(cell);
  };

  /** Returns whether a rule applies, and whether it does so because a value is missing. */
  const applies = (rule, cells) => {
    const truth = rule.when ? test(rule.when, cells) : true;
    if (truth !== null) return { hit: truth, refer: false };
    return { hit: rule.onMissing !== "SKIP", refer: rule.onMissing === "REFER" };
  };

  probity.conditions = { applies, test };
})();
