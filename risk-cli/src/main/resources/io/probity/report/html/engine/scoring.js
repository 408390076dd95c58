"use strict";
/** PD, score, grade and contributions from the tables of a scorecard or an additive model. */
(() => {
  const { codeOf, isSpecial } = probity.cells;

  const binOf = (term, cell) => {
    if (Number.isNaN(cell)) return term.valueBins;
    if (isSpecial(cell)) {
      const found = term.specialBins.find(([code]) => code === codeOf(cell));
      return found ? found[1] : term.valueBins;
    }
    if (term.category) return cell >= 0 && cell < term.binOfLevel.length ? term.binOfLevel[cell] : term.unseenBin;
    let low = 0;
    let high = term.cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cell >= term.cuts[middle]) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const softplus = (x) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

  const isotonic = ({ from, to }, x) => {
    let next = 0;
    while (next < from.length && from[next] < x) next++;
    if (next < from.length && from[next] === x) return to[next];
    if (next === 0) return to[0];
    if (next === from.length) return to[next - 1];
    const share = (x - from[next - 1]) / (from[next] - from[next - 1]);
    const value = to[next - 1] + share * (to[next] - to[next - 1]);
    return Math.min(Math.max(value, to[next - 1]), to[next]);
  };

  const curve = (calibration, x) => {
    switch (calibration.kind) {
      case "PLATT": return calibration.intercept + calibration.slope * x;
      case "BETA": return calibration.intercept - calibration.a * softplus(-x) + calibration.b * softplus(x);
      case "ISOTONIC": return isotonic(calibration, x);
      default: return x;
    }
  };

  const pdOf = (calibration, badLogOdds) => {
    const pd = 1 / (1 + Math.exp(-(curve(calibration, badLogOdds) + calibration.shift)));
    return Math.min(Math.max(pd, calibration.floor), calibration.ceiling);
  };

  /** Scores the cells of an applicant, which are given by name. */
  const score = (model, cells) => {
    const bins = model.terms.map((term) => binOf(term, cells.get(term.feature)));
    const contributions = model.terms.map((term, i) => term.effects[bins[i]]);
    let points = model.terms.reduce((sum, term, i) => sum + term.points[bins[i]], 0);
    model.pairs.forEach((pair) => {
      const row = pair.rowOf[bins[pair.first]];
      const column = pair.columnOf[bins[pair.second]];
      contributions[pair.first] += 0.5 * pair.effects[row][column];
      contributions[pair.second] += 0.5 * pair.effects[row][column];
      points += pair.points[row][column];
    });
    const badLogOdds = contributions.reduce((sum, brought) => sum + brought, model.intercept);
    const pd = pdOf(model.calibration, badLogOdds);
    let grade = 0;
    while (grade < model.grades.length - 1 && pd >= model.grades[grade].pdBelow) grade++;
    return { badLogOdds, bins, contributions, grade, pd, score: points };
  };

  const directionOf = (term, isCategory, bin, cell) => {
    if (Number.isNaN(cell)) return "MISSING";
    if (isSpecial(cell)) return isCategory ? "LEVEL" : "SPECIAL";
    if (isCategory) return "LEVEL";
    const effect = term.effects[bin];
    for (let away = 1; away < term.valueBins; away++) {
      const below = bin - away >= 0 ? term.effects[bin - away] : effect;
      const above = bin + away < term.valueBins ? term.effects[bin + away] : effect;
      if (below < effect || above < effect) return below <= above ? "TOO_HIGH" : "TOO_LOW";
    }
    return "NONE";
  };

  /** Returns what each feature cost, below 0 where it gained. */
  const pointsLost = (model, scored) => scored.contributions.map(
    (brought, i) => model.reasons.pointsPerLogOdds * (brought - model.reasons.reference[i]));

  /** Ranks what cost points, the most first: at most four, and inquiries as a fifth. */
  const rank = (model, cells, scored) => {
    const lost = pointsLost(model, scored);
    const { units, unitOf, most } = model.reasons;
    const byUnit = units.map(() => 0);
    const worst = units.map(() => -1);
    lost.forEach((points, feature) => {
      const unit = unitOf[feature];
      byUnit[unit] += points;
      if (worst[unit] < 0 || points > lost[worst[unit]]) worst[unit] = feature;
    });
    const ranked = units.map((none, unit) => unit).filter((unit) => byUnit[unit] > 0);
    ranked.sort((a, b) => byUnit[b] - byUnit[a] || a - b);
    return ranked
      .filter((unit, place) => place < most
        || (units[unit].isInquiry && ranked.slice(0, place).every((other) => !units[other].isInquiry)))
      .map((unit) => {
        const feature = worst[unit];
        const term = model.terms[feature];
        return {
          stage: "SCORE", code: units[unit].code, pointsLost: byUnit[unit], text: units[unit],
          direction: directionOf(term, term.category, scored.bins[feature], cells.get(term.feature)),
        };
      });
  };

  probity.scoring = { binOf, pointsLost, rank, score };
})();
