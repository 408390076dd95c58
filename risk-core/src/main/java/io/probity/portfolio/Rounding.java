package io.probity.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the choice at some prices into one within the rows, and then fills the room that is left. Each
 * applicant's change is weighed by what it is worth less after prices: so the profit that the moves
 * give up stays close to the gap that they close. Deterministic; of equals the first applicant.
 */
final class Rounding {

  private static final int MOST_PASSES = 60;
  private static final int FILLING_PASSES = 8;
  private static final int FIRST_BATCH = 2_048;

  private final Relaxation relaxation;
  private final LimitOptions options;
  private final double[] limitPrices;
  private final double lossPrice;
  private final double[] weight;
  private final int[] target;

  Rounding(Relaxation relaxation, double[] prices) {
    this.relaxation = relaxation;
    this.options = relaxation.options();
    this.limitPrices = relaxation.rows().limitPrices(prices);
    this.lossPrice = relaxation.rows().lossPrice(prices);
    this.weight = new double[options.applicants()];
    this.target = new int[options.applicants()];
  }

  /** Returns what a change to an option is worth less after prices. */
  private double cost(Selection selection, int applicant, int option) {
    return worth(applicant, selection.option(applicant)) - worth(applicant, option);
  }

  private double worth(int applicant, int option) {
    return options.profit(option)
        - limitPrices[options.segmentPosition(applicant)] * options.limit(option)
        - lossPrice * options.expectedLoss(option);
  }

  /** Changes options until no row is broken; returns whether that was reached. */
  boolean repair(Selection selection) {
    int batch = FIRST_BATCH;
    for (int pass = 0; pass < MOST_PASSES && !selection.isFeasible(); pass++) {
      Rows rows = relaxation.rows();
      double[] perExcess = new double[rows.size()];
      for (int row = 0; row < perExcess.length; row++) {
        double excess = selection.excess(row);
        perExcess[row] = excess > 0 ? 1 / excess : 0;
      }
      weighRepairs(selection, rows.limitPrices(perExcess), rows.lossPrice(perExcess));
      if (apply(selection, batch, true) == 0) {
        return false;
      }
      batch *= 2;
    }
    return selection.isFeasible();
  }

  private void weighRepairs(Selection selection, double[] onLimit, double onLoss) {
    double[] room = selection.room();
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Double.POSITIVE_INFINITY;
      int now = selection.option(i);
      double perLimit = onLimit[options.segmentPosition(i)];
      for (int o = options.start(i); o < options.end(i); o++) {
        double gain = perLimit * (options.limit(now) - options.limit(o))
            + onLoss * (options.expectedLoss(now) - options.expectedLoss(o));
        if (gain > 0 && selection.fits(i, o, room)) {
          double ratio = Math.max(0, cost(selection, i, o)) / gain;
          if (ratio < weight[i]) {
            weight[i] = ratio;
            target[i] = o;
          }
        }
      }
    }
  }

  /** Uses the room that is left for options that earn more. */
  void fill(Selection selection) {
    for (int pass = 0; pass < FILLING_PASSES; pass++) {
      double[] room = selection.room();
      for (int i = 0; i < weight.length; i++) {
        weight[i] = Double.POSITIVE_INFINITY;
        double now = options.profit(selection.option(i));
        for (int o = options.start(i); o < options.end(i); o++) {
          if (options.profit(o) > now && selection.fits(i, o, room)) {
            double cost = cost(selection, i, o);
            if (cost < weight[i]) {
              weight[i] = cost;
              target[i] = o;
            }
          }
        }
      }
      if (apply(selection, FIRST_BATCH, false) == 0) {
        return;
      }
    }
  }

  /** Makes the moves of least weight, as long as they fit; returns how many were made. */
  private int apply(Selection selection, int batch, boolean untilFeasible) {
    int made = 0;
    for (int applicant : lightest(batch)) {
      if (untilFeasible && selection.isFeasible()) {
        break;
      }
      if (selection.fits(applicant, target[applicant], selection.room())) {
        selection.move(applicant, target[applicant]);
        made++;
      }
    }
    return made;
  }

  private List<Integer> lightest(int batch) {
    double[] sorted =
        Arrays.stream(weight).filter(w -> w < Double.POSITIVE_INFINITY).sorted().toArray();
    if (sorted.length == 0) {
      return List.of();
    }
    double heaviest = sorted[Math.min(batch, sorted.length) - 1];
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < weight.length; i++) {
      if (weight[i] <= heaviest) {
        chosen.add(i);
      }
    }
    chosen.sort(Comparator.<Integer>comparingDouble(i -> weight[i]));
    return chosen;
  }
}
