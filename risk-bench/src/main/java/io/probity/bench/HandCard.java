package io.probity.bench;

import io.probity.binning.Binning;
import io.probity.model.Scorecard;
import io.probity.schema.FieldKind;

/**
 * A scorecard as somebody would write it by hand for one shape of model, to know what is possible: no
 * special codes, seven bins a number, an index a level; branchless, flat, with the fast
 * {@link Math#exp}.
 */
final class HandCard {

  private static final int CUTS = 8; // the last is unused
  private static final int BINS = 8; // the last is for missing

  private final double intercept;
  private final double[] cuts = new double[LatencyModels.NUMBERS * CUTS];
  private final double[] effects = new double[LatencyModels.NUMBERS * BINS];
  private final double[] levels = new double[LatencyModels.CATEGORIES * LatencyModels.LEVELS];

  private HandCard(Scorecard card) {
    this.intercept = card.intercept();
  }

  static HandCard of(Scorecard card) {
    HandCard hand = new HandCard(card);
    for (int i = 0; i < card.terms().size(); i++) {
      Scorecard.Term term = card.terms().get(i);
      Binning binning = term.binning();
      if (binning.field().kind() == FieldKind.CATEGORY) {
        for (int level = 0; level < LatencyModels.LEVELS; level++) {
          hand.levels[(i - LatencyModels.NUMBERS) * LatencyModels.LEVELS + level] =
              term.contribution(binning.binOf(level));
        }
        continue;
      }
      double[] ends = binning.cuts();
      for (int cut = 0; cut < CUTS; cut++) {
        hand.cuts[i * CUTS + cut] = cut < ends.length ? ends[cut] : Double.POSITIVE_INFINITY;
      }
      for (int bin = 0; bin < BINS; bin++) {
        hand.effects[i * BINS + bin] = term.contribution(Math.min(bin, binning.missingBin()));
      }
    }
    return hand;
  }

  double pd(double[] x) {
    double sum = intercept;
    for (int i = 0; i < LatencyModels.NUMBERS; i++) {
      double cell = x[i];
      int at = i * CUTS;
      at += cell >= cuts[at + 3] ? 4 : 0;
      at += cell >= cuts[at + 1] ? 2 : 0;
      at += cell >= cuts[at] ? 1 : 0;
      sum += effects[Double.isNaN(cell) ? i * BINS + BINS - 1 : at];
    }
    for (int i = 0; i < LatencyModels.CATEGORIES; i++) {
      sum += levels[i * LatencyModels.LEVELS + (int) x[LatencyModels.NUMBERS + i]];
    }
    return 1.0 / (1.0 + Math.exp(-sum));
  }
}
