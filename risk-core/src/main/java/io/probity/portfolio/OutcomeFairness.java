package io.probity.portfolio;

import io.probity.metrics.AdverseImpact;
import io.probity.metrics.Interval;
import io.probity.metrics.MantelHaenszel;
import io.probity.metrics.StandardisedDifference;
import io.probity.metrics.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a strategy treats the groups of a protected attribute: approvals, and the limits and rates of
 * the approved, beside the reference group; all of them also among those alike in business factors.
 *
 * <p>Screening figures, not findings. A group of fewer than {@value #SMALLEST} is not compared.
 *
 * @param reference the group that the others are compared with
 * @param groups in alphabetical order
 */
public record OutcomeFairness(String reference, List<Group> groups) {

  /** The fewest applicants of a group that is compared. */
  public static final int SMALLEST = 10;

  /** A group of fewer applicants, or fewer approvals or rejections than {@value #FEW}, is small. */
  public static final int SMALL = 30;

  /** See {@link #SMALL}. */
  public static final int FEW = 5;

  private static final double LEVEL = 0.95;

  /** Copies the list. */
  public OutcomeFairness {
    groups = List.copyOf(groups);
  }

  /**
   * One group. A figure that cannot be had, as for the reference or a group that is too small, is
   * empty.
   *
   * @param name the group
   * @param applicants how many
   * @param approvalRate the share approved
   * @param adverseImpact approval rate over that of the reference
   * @param adverseImpactInterval its interval at 95%
   * @param conditionalOddsRatio the odds of approval over those of the reference among those alike,
   *     by Mantel and Haenszel; 1 is equal treatment
   * @param limitDifference mean limit of the approved minus that of the reference's, in pooled
   *     standard deviations; below 0 is worse
   * @param rateDifference the same of rates; above 0 is worse
   * @param conditionalLimitDifference the difference of limits among those alike: the mean over
   *     factors, weighted by n m / (n + m) for n and m approved of both groups
   * @param conditionalRateDifference the same of rates
   * @param isSmall whether a few decisions more or less would move these figures far
   */
  public record Group(
      String name,
      int applicants,
      double approvalRate,
      OptionalDouble adverseImpact,
      Optional<Interval> adverseImpactInterval,
      OptionalDouble conditionalOddsRatio,
      OptionalDouble limitDifference,
      OptionalDouble rateDifference,
      OptionalDouble conditionalLimitDifference,
      OptionalDouble conditionalRateDifference,
      boolean isSmall) {}

  /**
   * Compares groups.
   *
   * @param cases one an applicant
   * @param group one an applicant
   * @param factors one an applicant: the stated business factors, such as the grade, as one text
   * @param reference the group that the others are compared with
   * @throws IllegalArgumentException if lengths differ or nobody is of the reference
   */
  public static OutcomeFairness of(
      List<DecidedCase> cases, List<String> group, List<String> factors, String reference) {
    if (cases.size() != group.size() || cases.size() != factors.size()) {
      throw new IllegalArgumentException("each case needs a group and factors, not " + cases.size()
          + ", " + group.size() + " and " + factors.size());
    }
    if (!group.contains(reference)) {
      throw new IllegalArgumentException("nobody is of the reference group \"" + reference
          + "\"; the groups are " + String.join(", ", new TreeSet<>(group)));
    }
    List<Group> groups = new ArrayList<>();
    for (String name : new TreeSet<>(group)) {
      groups.add(group(cases, group, factors, name, reference));
    }
    return new OutcomeFairness(reference, groups);
  }

  private static Group group(
      List<DecidedCase> cases,
      List<String> group,
      List<String> factors,
      String name,
      String reference) {
    int[] own = members(group, name);
    int[] other = members(group, reference);
    AdverseImpact impact =
        new AdverseImpact(approved(cases, own), own.length, approved(cases, other), other.length);
    double fewest = Math.min(
        Math.min(impact.approved(), own.length - impact.approved()),
        Math.min(impact.referenceApproved(), other.length - impact.referenceApproved()));
    boolean isSmall = Math.min(own.length, other.length) < SMALL || fewest < FEW;
    if (name.equals(reference) || own.length < SMALLEST || other.length < SMALLEST) {
      return new Group(
          name,
          own.length,
          impact.rate(),
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          isSmall);
    }
    boolean hasRatio = impact.referenceApproved() > 0;
    boolean hasInterval = hasRatio && impact.approved() > 0;
    return new Group(
        name,
        own.length,
        impact.rate(),
        hasRatio ? OptionalDouble.of(impact.ratio()) : OptionalDouble.empty(),
        hasInterval ? Optional.of(impact.interval(LEVEL)) : Optional.empty(),
        conditional(cases, own, other, factors),
        difference(cases, own, other, DecidedCase::limit),
        difference(cases, own, other, DecidedCase::rate),
        alikeDifference(cases, own, other, factors, DecidedCase::limit),
        alikeDifference(cases, own, other, factors, DecidedCase::rate),
        isSmall);
  }

  private static int[] members(List<String> group, String name) {
    return IntStream.range(0, group.size())
        .filter(i -> group.get(i).equals(name))
        .toArray();
  }

  private static int approved(List<DecidedCase> cases, int[] members) {
    return (int) IntStream.of(members).filter(i -> cases.get(i).approved()).count();
  }

  private static OptionalDouble conditional(
      List<DecidedCase> cases, int[] own, int[] other, List<String> factors) {
    List<TwoByTwo> strata = new ArrayList<>();
    for (String factor : new TreeSet<>(factors)) {
      int[] ours = alike(own, factors, factor);
      int[] theirs = alike(other, factors, factor);
      if (ours.length > 0 && theirs.length > 0) {
        int ourApproved = approved(cases, ours);
        int theirApproved = approved(cases, theirs);
        strata.add(new TwoByTwo(
            ourApproved, ours.length - ourApproved, theirApproved, theirs.length - theirApproved));
      }
    }
    try {
      double ratio = MantelHaenszel.of(strata).commonOddsRatio();
      return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    } catch (IllegalArgumentException undefined) {
      return OptionalDouble.empty();
    }
  }

  private static int[] alike(int[] members, List<String> factors, String factor) {
    return IntStream.of(members).filter(i -> factors.get(i).equals(factor)).toArray();
  }

  private static OptionalDouble difference(
      List<DecidedCase> cases, int[] own, int[] other, ToDoubleFunction<DecidedCase> figure) {
    double[] ours = figures(cases, own, figure);
    double[] theirs = figures(cases, other, figure);
    double[] all =
        cases.stream().filter(DecidedCase::approved).mapToDouble(figure).toArray();
    if (!varies(ours) && !varies(theirs)) {
      return OptionalDouble.empty(); // what is left is the rounding of means
    }
    try {
      return OptionalDouble.of(StandardisedDifference.of(ours, theirs, all).pooled());
    } catch (IllegalArgumentException undefined) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble alikeDifference(
      List<DecidedCase> cases,
      int[] own,
      int[] other,
      List<String> factors,
      ToDoubleFunction<DecidedCase> figure) {
    double[] ours = figures(cases, own, figure);
    double[] theirs = figures(cases, other, figure);
    double sum = 0.0;
    double weights = 0.0;
    for (String factor : new TreeSet<>(factors)) {
      double[] one = figures(cases, alike(own, factors, factor), figure);
      double[] two = figures(cases, alike(other, factors, factor), figure);
      if (one.length > 0 && two.length > 0) {
        double weight = (double) one.length * two.length / (one.length + two.length);
        sum += weight * (mean(one) - mean(two));
        weights += weight;
      }
    }
    double freedom = ours.length + theirs.length - 2.0;
    double deviation = Math.sqrt((squares(ours) + squares(theirs)) / freedom);
    return weights > 0 && (varies(ours) || varies(theirs))
        ? OptionalDouble.of(sum / weights / deviation)
        : OptionalDouble.empty();
  }

  private static boolean varies(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    double sum = 0.0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0.0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double[] figures(
      List<DecidedCase> cases, int[] members, ToDoubleFunction<DecidedCase> figure) {
    return IntStream.of(members)
        .mapToObj(cases::get)
        .filter(DecidedCase::approved)
        .mapToDouble(figure)
        .toArray();
  }
}
