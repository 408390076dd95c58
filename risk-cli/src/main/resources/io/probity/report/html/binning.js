"use strict";
/** Counts, WOE and IV of bins on the finest pieces of a feature, as the Java BinTable and BinningEditor make them. */
(() => {
  const sum = (list) => list.reduce((total, value) => total + value, 0);

  /** Figures of one feature's bins. */
  class Table {
    constructor(goods, bads, rule) {
      this.goods = goods;
      this.bads = bads;
      this.rule = rule;
      this.totalGoods = sum(goods);
      this.totalBads = sum(bads);
    }
    count(bin) { return this.goods[bin] + this.bads[bin]; }
    share(bin) { return this.count(bin) / (this.totalGoods + this.totalBads); }
    badRate(bin) { return this.count(bin) > 0 ? this.bads[bin] / this.count(bin) : null; }
    shareOf(count, total, bin) {
      const isZero = this.goods[bin] === 0 || this.bads[bin] === 0;
      if (this.rule === "HALF_IN_ALL_BINS") return (count + 0.5) / (total + 0.5 * this.goods.length);
      if (this.rule === "HALF_IN_ZERO_BINS") return (isZero ? count + 0.5 : count) / Math.max(total, 0.5);
      return count / total;
    }
    hasNoWoe(bin) {
      if (this.rule === "HALF_IN_ALL_BINS") return false;
      if (this.count(bin) === 0) return true;
      return this.rule === "ZERO_WOE" && (this.goods[bin] === 0 || this.bads[bin] === 0);
    }
    shares(bin) {
      return [this.shareOf(this.goods[bin], this.totalGoods, bin), this.shareOf(this.bads[bin], this.totalBads, bin)];
    }
    woe(bin) {
      if (this.hasNoWoe(bin)) return 0;
      const [good, bad] = this.shares(bin);
      return Math.log(good / bad);
    }
    iv(bin) {
      if (this.hasNoWoe(bin)) return 0;
      const [good, bad] = this.shares(bin);
      return (good - bad) * this.woe(bin);
    }
    informationValue() { return sum(this.goods.map((none, bin) => this.iv(bin))); }
  }

  /** Returns the WOE that each bin scores with. */
  const assignedWoe = (table, valueBins, outside, untrained) => {
    const woe = table.goods.map((none, bin) => table.woe(bin));
    if (outside === "NEAREST_WOE") {
      const goods = new Array(valueBins).fill(0);
      const bads = new Array(valueBins).fill(0);
      const nearest = (bin) => {
        let best = 0;
        for (let value = 1; value < valueBins; value++) {
          const [distance, shortest] = [Math.abs(woe[value] - woe[bin]), Math.abs(woe[best] - woe[bin])];
          if (distance < shortest || (distance === shortest && woe[value] < woe[best])) best = value;
        }
        return best;
      };
      const home = woe.map((none, bin) => (bin < valueBins ? bin : nearest(bin)));
      home.forEach((of, bin) => {
        goods[of] += table.goods[bin];
        bads[of] += table.bads[bin];
      });
      const merged = new Table(goods, bads, table.rule);
      home.forEach((of, bin) => { woe[bin] = merged.woe(of); });
    }
    const worst = Math.min(...woe.filter((none, bin) => table.count(bin) > 0));
    return woe.map((value, bin) => (table.count(bin) > 0 ? value : untrained === "WORST" ? worst : 0));
  };

  /** Bins of a number: the pieces that each bin begins with. */
  const ofCuts = (feature, positions) => {
    const starts = [0, ...positions, feature.goods.length];
    const slice = (list) => starts.slice(1).map((end, bin) => sum(list.slice(starts[bin], end)));
    return new Table([...slice(feature.goods), ...feature.outsideGoods], [...slice(feature.bads), ...feature.outsideBads], feature.zeroCells);
  };

  /** Bins of a category: what no group names, and what the schema does not know, joins the bin of the unseen. */
  const ofGroups = (feature, groups) => {
    const index = new Map(feature.levels.map((level, i) => [level, i]));
    const named = new Set(groups.flat());
    const count = (list) => groups.map((group) => sum(group.map((level) => list[index.get(level)])));
    const rest = (list) => sum(feature.levels.filter((level) => !named.has(level)).map((level) => list[index.get(level)])) + list[feature.levels.length];
    const counted = (unseen) => {
      const goods = [...count(feature.goods), ...feature.outsideGoods];
      const bads = [...count(feature.bads), ...feature.outsideBads];
      goods[unseen] += rest(feature.goods);
      bads[unseen] += rest(feature.bads);
      return new Table(goods, bads, feature.zeroCells);
    };
    const first = counted(groups.length);
    let unseen = groups.length;
    if (feature.unseen !== "MISSING") {
      const woe = assignedWoe(first, groups.length, feature.outside, feature.untrained);
      woe.forEach((value, bin) => { if (value < woe[unseen]) unseen = bin; });
    }
    return Object.assign(counted(unseen), { unseen });
  };

  /** Returns how the bad rate moves over the value bins. */
  const trendOf = (table, valueBins) => {
    const rates = Array.from({ length: valueBins }, (none, bin) => table.badRate(bin)).filter((rate) => rate !== null);
    const steps = rates.slice(1).map((rate, i) => Math.sign(rate - rates[i])).filter((step) => step !== 0);
    if (steps.length === 0) return "flat";
    const turns = steps.slice(1).filter((step, i) => step !== steps[i]).length;
    if (turns === 0) return steps[0] > 0 ? "rising" : "falling";
    if (turns === 1) return steps[0] > 0 ? "peak" : "valley";
    return "mixed";
  };

  probity.binning = { Table, assignedWoe, ofCuts, ofGroups, trendOf };
})();
