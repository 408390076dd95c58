package io.probity.portfolio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limits that each applicant may get, with what each would lose and earn: the grid of the
 * optimiser. The grid may differ from applicant to applicant; each has the limit 0, in rising order.
 *
 * <p>A row may also stand for a segment of like applicants, with the totals of the segment.
 * Immutable; about 24 bytes an option and 20 an applicant beside the ids.
 */
public final class LimitOptions {

  private final String[] ids;
  private final int[] segmentOf;
  private final List<String> segments;
  private final int[] first;
  private final double[] limit;
  private final double[] loss;
  private final double[] profit;

  private LimitOptions(Builder builder) {
    int options = builder.options;
    this.ids = Arrays.copyOf(builder.ids, builder.applicants);
    this.segmentOf = Arrays.copyOf(builder.segmentOf, builder.applicants);
    this.segments = List.copyOf(builder.segments.keySet());
    this.first = Arrays.copyOf(builder.first, builder.applicants + 1);
    this.limit = trimmed(builder.limit, options);
    builder.limit = new double[0];
    this.loss = trimmed(builder.loss, options);
    builder.loss = new double[0];
    this.profit = trimmed(builder.profit, options);
    builder.profit = new double[0];
  }

  private LimitOptions(LimitOptions of, int[] positions) {
    int options = 0;
    for (int position : positions) {
      options += of.end(position) - of.start(position);
    }
    this.ids = new String[positions.length];
    this.segmentOf = new int[positions.length];
    this.segments = of.segments;
    this.first = new int[positions.length + 1];
    this.limit = new double[options];
    this.loss = new double[options];
    this.profit = new double[options];
    for (int i = 0; i < positions.length; i++) {
      int from = of.start(positions[i]);
      int count = of.end(positions[i]) - from;
      ids[i] = of.ids[positions[i]];
      segmentOf[i] = of.segmentOf[positions[i]];
      first[i + 1] = first[i] + count;
      System.arraycopy(of.limit, from, limit, first[i], count);
      System.arraycopy(of.loss, from, loss, first[i], count);
      System.arraycopy(of.profit, from, profit, first[i], count);
    }
  }

  private LimitOptions(LimitOptions of, double[] otherProfit) {
    this.ids = of.ids;
    this.segmentOf = of.segmentOf;
    this.segments = of.segments;
    this.first = of.first;
    this.limit = of.limit;
    this.loss = of.loss;
    this.profit = otherProfit;
  }

  private static double[] trimmed(double[] values, int length) {
    return values.length == length ? values : Arrays.copyOf(values, length);
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the number of applicants. */
  public int applicants() {
    return ids.length;
  }

  /** Returns the number of options of all applicants. */
  public int options() {
    return limit.length;
  }

  /** Returns the segments, in the order in which they appeared. */
  public List<String> segments() {
    return segments;
  }

  /** Returns the id of an applicant. */
  public String id(int applicant) {
    return ids[applicant];
  }

  /** Returns the segment of an applicant. */
  public String segment(int applicant) {
    return segments.get(segmentOf[applicant]);
  }

  /** Returns the first option of an applicant, which is the limit 0. */
  public int start(int applicant) {
    return first[applicant];
  }

  /** Returns the position after the last option of an applicant. */
  public int end(int applicant) {
    return first[applicant + 1];
  }

  /** Returns the limit of an option. */
  public double limit(int option) {
    return limit[option];
  }

  /** Returns the expected loss of an option. */
  public double expectedLoss(int option) {
    return loss[option];
  }

  /** Returns the expected profit of an option, after its expected loss. */
  public double profit(int option) {
    return profit[option];
  }

  int segmentPosition(int applicant) {
    return segmentOf[applicant];
  }

  /** Returns every so many-th applicant, for a first estimate of shadow prices. */
  LimitOptions everyNth(int stride) {
    int[] positions = new int[(applicants() + stride - 1) / stride];
    Arrays.setAll(positions, i -> i * stride);
    return new LimitOptions(this, positions);
  }

  /** Returns the same options with another objective in the place of profit. */
  LimitOptions withProfit(double[] objective) {
    return new LimitOptions(this, objective);
  }

  /** Gathers options, applicant by applicant. Not safe for use by several threads. */
  public static final class Builder {

    private static final int START = 1024;

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> segments = new LinkedHashMap<>();
    private String[] ids = new String[START];
    private int[] segmentOf = new int[START];
    private int[] first = new int[START + 1];
    private double[] limit = new double[START];
    private double[] loss = new double[START];
    private double[] profit = new double[START];
    private int applicants;
    private int options;

    private Builder() {}

    /**
     * Begins an applicant; options follow.
     *
     * @param segment the segment; empty where there is none
     * @throws IllegalArgumentException if the id is empty or came before, or the applicant before
     *     has no option
     */
    public Builder applicant(String id, String segment) {
      requireOptions();
      if (id.isBlank()) {
        throw new IllegalArgumentException("an applicant needs an id, not \"" + id + "\"");
      }
      if (!seen.add(id)) {
        throw new IllegalArgumentException("the applicant " + id
            + " comes twice; put all options of one applicant together, and each applicant once");
      }
      if (applicants == ids.length) {
        ids = Arrays.copyOf(ids, 2 * applicants);
        segmentOf = Arrays.copyOf(segmentOf, 2 * applicants);
        first = Arrays.copyOf(first, 2 * applicants + 1);
      }
      Integer known = segments.putIfAbsent(segment, segments.size());
      ids[applicants] = id;
      segmentOf[applicants] = known == null ? segments.size() - 1 : known;
      first[applicants] = options;
      applicants++;
      first[applicants] = options;
      return this;
    }

    /**
     * Adds an option of the applicant that was begun last.
     *
     * @param limitAmount 0 for the first option, then rising
     * @param expectedLoss at least 0; 0 for the limit 0
     * @param expectedProfit after the expected loss; may be negative
     * @throws IllegalArgumentException if a figure is out of range
     */
    public Builder option(double limitAmount, double expectedLoss, double expectedProfit) {
      if (applicants == 0) {
        throw new IllegalArgumentException("an option needs an applicant; begin one first");
      }
      check(limitAmount, expectedLoss, expectedProfit);
      if (options == limit.length) {
        int more = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * options);
        limit = Arrays.copyOf(limit, more);
        loss = Arrays.copyOf(loss, more);
        profit = Arrays.copyOf(profit, more);
      }
      limit[options] = limitAmount;
      loss[options] = expectedLoss;
      profit[options] = expectedProfit;
      options++;
      first[applicants] = options;
      return this;
    }

    private void check(double limitAmount, double expectedLoss, double expectedProfit) {
      String id = ids[applicants - 1];
      requireAmount("limit of the applicant " + id, limitAmount);
      requireAmount("expected loss of the applicant " + id, expectedLoss);
      if (!Double.isFinite(expectedProfit)) {
        throw new IllegalArgumentException("the profit of the applicant " + id
            + " must be a finite number, not " + expectedProfit);
      }
      if (options == first[applicants - 1]) {
        if (limitAmount != 0) {
          throw new IllegalArgumentException("the grid of the applicant " + id
              + " must start with the limit 0, not " + limitAmount + "; add that option");
        }
        if (expectedLoss != 0) {
          throw new IllegalArgumentException("the limit 0 of the applicant " + id
              + " cannot lose anything; its expected loss must be 0, not " + expectedLoss);
        }
      } else if (!(limitAmount > limit[options - 1])) {
        throw new IllegalArgumentException("the limits of the applicant " + id
            + " must rise, not go from " + limit[options - 1] + " to " + limitAmount);
      }
    }

    private static void requireAmount(String name, double value) {
      if (!(value >= 0 && value <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "the " + name + " must be finite and at least 0, not " + value);
      }
    }

    private void requireOptions() {
      if (applicants > 0 && first[applicants - 1] == options) {
        throw new IllegalArgumentException(
            "the applicant " + ids[applicants - 1] + " has no option; add at least the limit 0");
      }
    }

    /**
     * Returns the options; the builder is of no use afterwards.
     *
     * @throws IllegalArgumentException if there is no applicant, or the last one has no option
     */
    public LimitOptions build() {
      requireOptions();
      if (applicants == 0) {
        throw new IllegalArgumentException("there are no applicants; add one with its options");
      }
      seen.clear();
      return new LimitOptions(this);
    }
  }
}
