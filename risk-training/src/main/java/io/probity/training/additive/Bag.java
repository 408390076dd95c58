package io.probity.training.additive;

import java.util.ArrayList;
import java.util.List;

/** One bag: a share of the records and what was boosted on it so far. For one thread at a time. */
final class Bag {

  private final CodedRecords records;
  private final LeafRules rules;
  private final double start;
  private double[][] mains;
  private List<PairGrid> grids = List.of();
  private Booster booster;

  Bag(CodedRecords records, List<FeatureCodes> features, LeafRules rules) {
    this.records = records;
    this.rules = rules;
    this.start = records.startLogOdds();
    List<Booster.Term> terms = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      terms.add(new Booster.Term(records.codes[i], shape(features.get(i), records.codes[i])));
    }
    this.booster = new Booster(
        records,
        terms,
        new FittedSum(start, new double[0][], List.of(), new double[0][]).logOdds(records));
    this.mains = booster.effectsUnsafe();
  }

  private StepShape shape(FeatureCodes feature, byte[] codes) {
    int bins = feature.binning().bins();
    return feature.isCategory()
        ? new LevelStep(rules, bins)
        : new ValueStep(
            rules,
            feature.binning().valueBins(),
            records.weightOf(codes, bins),
            feature.direction());
  }

  /** Goes on with pairs, on top of effects of single features that stay as they are. */
  void beginPairs(FittedSum before, List<PairGrid> pairs, LeafRules pairRules) {
    mains = before.mainsUnsafe();
    grids = pairs;
    List<Booster.Term> terms = new ArrayList<>();
    for (PairGrid grid : pairs) {
      byte[] cells = grid.cells(records);
      terms.add(new Booster.Term(
          cells, new PairStep(pairRules, grid, records.weightOf(cells, grid.cells()))));
    }
    booster = new Booster(records, terms, before.logOdds(records));
  }

  /** Takes so many more rounds and returns a copy of what was learned. */
  FittedSum advanced(int rounds) {
    booster.advance(rounds);
    return fitted();
  }

  /** Returns a copy of what was learned so far. */
  FittedSum fitted() {
    return new FittedSum(
        start,
        FittedSum.copy(mains),
        grids,
        grids.isEmpty() ? new double[0][] : FittedSum.copy(booster.effectsUnsafe()));
  }
}
