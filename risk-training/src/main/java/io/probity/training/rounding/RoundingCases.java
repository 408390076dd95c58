package io.probity.training.rounding;

import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.MasterScale;
import io.probity.model.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records whose decision rounding could change, those with the same choices as one case: how many of
 * a case's choices may go up, from {@link #least} to {@link #most}, for its decision to stay.
 */
final class RoundingCases {

  private static final int OUTSIDE = -1;

  private final List<int[]> choices = new ArrayList<>();
  private final List<Integer> least = new ArrayList<>();
  private final List<Integer> most = new ArrayList<>();
  private final List<Integer> records = new ArrayList<>();
  private final int[] caseOf;

  private RoundingCases(int rows) {
    this.caseOf = new int[rows];
    Arrays.fill(caseOf, OUTSIDE);
  }

  static RoundingCases of(
      PointsRounding rule, Scorecard card, RoundingChoices choices, int[][] bins) {
    RoundingCases cases = new RoundingCases(bins[0].length);
    double[] gradeScores = gradeScores(rule);
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int row = 0; row < cases.caseOf.length; row++) {
      int[] own = own(choices, bins, row);
      double unrounded = choices.unrounded(bins, row);
      int floor = choices.floor(bins, row);
      double pd = rule.calibration().pd(logOdds(card, bins, row));
      int low = 0;
      int high = own.length;
      for (int i = 0; i < gradeScores.length; i++) {
        if (Double.isInfinite(gradeScores[i])) {
          continue;
        }
        int first = (int) Math.floor(gradeScores[i]) + 1 - floor;
        if (pd < rule.grades().grades().get(i).pdBelow()) {
          low = Math.max(low, first);
        } else {
          high = Math.min(high, first - 1);
        }
      }
      for (int cutOff : rule.cutOffs()) {
        if (unrounded >= cutOff) {
          low = Math.max(low, cutOff - floor);
        } else {
          high = Math.min(high, cutOff - 1 - floor);
        }
      }
      if (low > 0 || high < own.length) {
        cases.add(row, own, low, high, known);
      }
    }
    return cases;
  }

  private void add(int row, int[] own, int low, int high, Map<List<Integer>, Integer> known) {
    List<Integer> key = new ArrayList<>(own.length + 2);
    for (int index : own) {
      key.add(index);
    }
    key.add(low);
    key.add(high);
    Integer found = known.get(key);
    int position = found == null ? choices.size() : found;
    if (found == null) {
      known.put(key, position);
      choices.add(own);
      least.add(low);
      most.add(high);
      records.add(0);
    }
    records.set(position, records.get(position) + 1);
    caseOf[row] = position;
  }

  private static int[] own(RoundingChoices choices, int[][] bins, int row) {
    int[] own = new int[bins.length];
    int size = 0;
    for (int feature = 0; feature < bins.length; feature++) {
      int index = choices.choice(feature, bins[feature][row]);
      if (index >= 0) {
        own[size++] = index;
      }
    }
    return Arrays.copyOf(own, size);
  }

  private static double logOdds(Scorecard card, int[][] bins, int row) {
    double logOdds = card.intercept();
    for (int feature = 0; feature < bins.length; feature++) {
      logOdds += card.terms().get(feature).contribution(bins[feature][row]);
    }
    return logOdds;
  }

  /** Returns the unrounded score at the upper PD of each grade but the last. */
  private static double[] gradeScores(PointsRounding rule) {
    double[] scores = new double[rule.grades().size() - 1];
    for (int i = 0; i < scores.length; i++) {
      MasterScale.Grade grade = rule.grades().grades().get(i);
      double logOdds = logOddsAt(rule.calibration(), grade.pdBelow());
      scores[i] = Double.isInfinite(logOdds)
          ? logOdds
          : rule.scale().score(folded(rule.calibration(), logOdds));
    }
    return scores;
  }

  /** Returns the log-odds that the points stand for: those after an affine calibration. */
  private static double folded(Calibration calibration, double logOdds) {
    CalibrationCurve curve = calibration.curve();
    boolean affine =
        curve instanceof CalibrationCurve.Identity || curve instanceof CalibrationCurve.Platt;
    return affine ? calibration.calibrated(logOdds) : logOdds;
  }

  /** Returns the least log-odds whose PD is at least the given one, infinite where there is none. */
  private static double logOddsAt(Calibration calibration, double pd) {
    double low = -1e3;
    double high = 1e3;
    if (calibration.pd(low) >= pd || calibration.pd(high) < pd) {
      return Double.POSITIVE_INFINITY;
    }
    while (true) {
      double middle = low + (high - low) / 2.0;
      if (!(middle > low && middle < high)) {
        return high;
      }
      if (calibration.pd(middle) < pd) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  int size() {
    return choices.size();
  }

  int[] choices(int position) {
    return choices.get(position);
  }

  /** Returns how many choices must be up, at least, for the decision to stay. */
  int least(int position) {
    return least.get(position);
  }

  /** Returns how many choices may be up, at most, for the decision to stay. */
  int most(int position) {
    return most.get(position);
  }

  /** Returns the number of records of a case. */
  int records(int position) {
    return records.get(position);
  }

  /** Returns whether the decision of a record changes. */
  boolean changes(int row, boolean[] up) {
    if (caseOf[row] == OUTSIDE) {
      return false;
    }
    int count = 0;
    for (int index : choices.get(caseOf[row])) {
      count += up[index] ? 1 : 0;
    }
    return count < least(caseOf[row]) || count > most(caseOf[row]);
  }
}
