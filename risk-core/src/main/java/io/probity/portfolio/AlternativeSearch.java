package io.probity.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The search for a less discriminatory alternative: of several strategies, on the same applicants, the
 * one that treats protected groups most alike at a stated loss of profit.
 *
 * <p>How alike is the least adverse impact ratio over the groups, the higher the better; a group that
 * is too small to be compared plays no part. Screening, not a finding: of two strategies whose ratios
 * differ by less than their intervals, neither is shown to be the better.
 *
 * @param baseline the strategy that the others must do better than
 * @param alternatives all others, those within the loss first, by falling ratio
 * @param best the first of them if it is within the loss and its ratio is higher than the baseline's
 */
public record AlternativeSearch(
    Alternative baseline, List<Alternative> alternatives, Optional<Alternative> best) {

  /** Copies the list. */
  public AlternativeSearch {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One strategy.
   *
   * @param name its name
   * @param approvalRate the share approved of all
   * @param profit the sum over the approved
   * @param profitLoss how much less it earns than the baseline, as a share of that; below 0 for more,
   *     empty where the baseline earns nothing
   * @param leastRatio the least adverse impact ratio over the groups; empty where none can be had
   * @param isWithinLoss whether it loses no more than was stated
   * @param fairness the groups
   */
  public record Alternative(
      String name,
      double approvalRate,
      double profit,
      OptionalDouble profitLoss,
      OptionalDouble leastRatio,
      boolean isWithinLoss,
      OutcomeFairness fairness) {}

  /**
   * Compares strategies.
   *
   * @param baseline its name
   * @param strategies the cases of each by name, one an applicant, in the same order; the baseline
   *     among them
   * @param group one an applicant
   * @param factors one an applicant: the stated business factors
   * @param reference the group that the others are compared with
   * @param mostLoss the largest loss of profit, as a share of the baseline's, in [0, 1]
   * @throws IllegalArgumentException if the baseline is not among them, the loss is no fraction, or
   *     {@link OutcomeFairness#of} refuses
   */
  public static AlternativeSearch of(
      String baseline,
      Map<String, List<DecidedCase>> strategies,
      List<String> group,
      List<String> factors,
      String reference,
      double mostLoss) {
    if (!(mostLoss >= 0 && mostLoss <= 1)) {
      throw new IllegalArgumentException(
          "the loss of profit must be a fraction in [0, 1], not " + mostLoss);
    }
    List<DecidedCase> base = strategies.get(baseline);
    if (base == null) {
      throw new IllegalArgumentException(
          "the baseline \"" + baseline + "\" is none of " + String.join(", ", strategies.keySet()));
    }
    double profit = profit(base);
    List<Alternative> others = new ArrayList<>();
    strategies.forEach((name, cases) -> {
      OutcomeFairness fairness = OutcomeFairness.of(cases, group, factors, reference);
      others.add(alternative(name, cases, fairness, profit, mostLoss));
    });
    Alternative first =
        others.stream().filter(one -> one.name().equals(baseline)).findFirst().orElseThrow();
    others.remove(first);
    others.sort(Comparator.comparing(Alternative::isWithinLoss)
        .reversed()
        .thenComparing(one -> -one.leastRatio().orElse(Double.NEGATIVE_INFINITY))
        .thenComparing(one -> -one.profit())
        .thenComparing(Alternative::name));
    Optional<Alternative> best = others.stream().findFirst().filter(one -> beats(one, first));
    return new AlternativeSearch(first, others, best);
  }

  private static boolean beats(Alternative one, Alternative baseline) {
    return one.isWithinLoss()
        && one.leastRatio().isPresent()
        && one.leastRatio().getAsDouble() > baseline.leastRatio().orElse(Double.MAX_VALUE);
  }

  private static Alternative alternative(
      String name,
      List<DecidedCase> cases,
      OutcomeFairness fairness,
      double baseProfit,
      double mostLoss) {
    double profit = profit(cases);
    long approved = cases.stream().filter(DecidedCase::approved).count();
    OptionalDouble least = fairness.groups().stream()
        .filter(of -> of.adverseImpact().isPresent())
        .mapToDouble(of -> of.adverseImpact().getAsDouble())
        .min();
    return new Alternative(
        name,
        (double) approved / cases.size(),
        profit,
        baseProfit > 0 ? OptionalDouble.of(1 - profit / baseProfit) : OptionalDouble.empty(),
        least,
        profit >= baseProfit - mostLoss * Math.abs(baseProfit),
        fairness);
  }

  private static double profit(List<DecidedCase> cases) {
    double sum = 0.0;
    for (DecidedCase one : cases) {
      sum += one.profit();
    }
    return sum;
  }
}
