package io.probity.training.rounding;

import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The unrounded points of every bin, and which of them may be rounded up or down: one choice for each
 * distinct value of a feature that is not whole. Choices of a feature that lie between the same whole
 * numbers are in a chain, rising; none may go up while a later one goes down.
 */
final class RoundingChoices {

  private static final int NONE = -1;

  private final double[][] unrounded;
  private final int[][] floor;
  private final int[][] choice;
  private final List<Integer> next = new ArrayList<>();
  private final List<Integer> previous = new ArrayList<>();
  private final List<Boolean> nearestIsUp = new ArrayList<>();

  private RoundingChoices(double[][] unrounded) {
    this.unrounded = unrounded;
    this.floor = new int[unrounded.length][];
    this.choice = new int[unrounded.length][];
    for (int feature = 0; feature < unrounded.length; feature++) {
      addFeature(feature);
    }
  }

  static RoundingChoices of(Scorecard card, ScorecardPoints points) {
    double[][] unrounded = new double[card.terms().size()][];
    for (int i = 0; i < unrounded.length; i++) {
      Scorecard.Term term = card.terms().get(i);
      unrounded[i] = new double[term.binning().bins()];
      for (int bin = 0; bin < unrounded[i].length; bin++) {
        unrounded[i][bin] = points.unrounded(term.contribution(bin));
      }
    }
    return new RoundingChoices(unrounded);
  }

  private void addFeature(int feature) {
    double[] values = unrounded[feature];
    floor[feature] = new int[values.length];
    choice[feature] = new int[values.length];
    for (int bin = 0; bin < values.length; bin++) {
      floor[feature][bin] = (int) Math.floor(values[bin]);
    }
    Arrays.fill(choice[feature], NONE);
    double[] distinct = Arrays.stream(values).distinct().sorted().toArray();
    int chainFloor = 0;
    int last = NONE;
    for (double value : distinct) {
      int whole = (int) Math.floor(value);
      if (value == whole) {
        continue;
      }
      int index = next.size();
      boolean chained = last != NONE && whole == chainFloor;
      next.add(NONE);
      previous.add(chained ? last : NONE);
      if (chained) {
        next.set(last, index);
      }
      double above = value - whole;
      nearestIsUp.add(above > 0.5 || (above == 0.5 && value > 0));
      for (int bin = 0; bin < values.length; bin++) {
        if (values[bin] == value) {
          choice[feature][bin] = index;
        }
      }
      chainFloor = whole;
      last = index;
    }
  }

  int size() {
    return next.size();
  }

  int features() {
    return unrounded.length;
  }

  /** Returns the choice of a bin, or a negative number where its points are whole. */
  int choice(int feature, int bin) {
    return choice[feature][bin];
  }

  /** Returns the next lower choice of the chain, which may be up only if this one is; or -1. */
  int previous(int index) {
    return previous.get(index);
  }

  /** Returns the next higher choice of the chain, which may be down only if this one is; or -1. */
  int next(int index) {
    return next.get(index);
  }

  boolean[] nearest() {
    boolean[] up = new boolean[size()];
    for (int i = 0; i < up.length; i++) {
      up[i] = nearestIsUp.get(i);
    }
    return up;
  }

  double unrounded(int[][] bins, int row) {
    double sum = 0.0;
    for (int feature = 0; feature < bins.length; feature++) {
      sum += unrounded[feature][bins[feature][row]];
    }
    return sum;
  }

  /** Returns the points of a record with every value rounded down. */
  int floor(int[][] bins, int row) {
    int sum = 0;
    for (int feature = 0; feature < bins.length; feature++) {
      sum += floor[feature][bins[feature][row]];
    }
    return sum;
  }

  int points(int[][] bins, int row, boolean[] up) {
    int sum = floor(bins, row);
    for (int feature = 0; feature < bins.length; feature++) {
      int index = choice[feature][bins[feature][row]];
      sum += index >= 0 && up[index] ? 1 : 0;
    }
    return sum;
  }

  List<List<Integer>> points(Scorecard card, boolean[] up) {
    List<List<Integer>> points = new ArrayList<>();
    for (int feature = 0; feature < card.terms().size(); feature++) {
      List<Integer> ofFeature = new ArrayList<>();
      for (int bin = 0; bin < unrounded[feature].length; bin++) {
        int index = choice[feature][bin];
        ofFeature.add(floor[feature][bin] + (index >= 0 && up[index] ? 1 : 0));
      }
      points.add(ofFeature);
    }
    return points;
  }
}
