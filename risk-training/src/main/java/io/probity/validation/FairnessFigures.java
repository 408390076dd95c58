package io.probity.validation;

import io.probity.metrics.AdverseImpact;
import io.probity.metrics.EqualOpportunity;
import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import io.probity.metrics.StandardisedDifference;
import io.probity.metrics.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares the groups of one protected attribute with its reference group. */
final class FairnessFigures {

  /** The fewest records of a group that is compared. */
  static final int SMALLEST_GROUP = 10;

  /** A group with fewer records, or fewer approved or rejected, has a caution beside its ratio. */
  static final int SMALL_GROUP = 30;

  static final int FEW_DECISIONS = 5;

  private static final Set<String> NOT_A_GROUP = Set.of(Groups.MISSING, Groups.UNSEEN);
  private static final String IS_REFERENCE = "this is the reference group";

  private final ScoredSample sample;
  private final ValidationSettings settings;
  private final ProtectedField field;
  private final Groups groups;
  private final int[][] rows;
  private final int reference;
  private final double[] safety;

  private FairnessFigures(
      ScoredSample sample, ValidationSettings settings, ProtectedField field, Groups groups) {
    this.sample = sample;
    this.settings = settings;
    this.field = field;
    this.groups = groups;
    this.rows = groups.rowsByGroup();
    this.reference = groups.codeOf(resolved(sample, field).reference().orElseThrow());
    this.safety = safety(sample);
  }

  /**
   * Judges the groups of a field.
   *
   * @throws IllegalArgumentException if the sample has no such column or the column no such reference
   */
  static FairnessFindings of(
      ScoredSample sample, ValidationSettings settings, ProtectedField field) {
    return new FairnessFigures(sample, settings, field, sample.groups(field.name())).findings();
  }

  /** Returns the field with its reference group named, so that every part has the same one. */
  static ProtectedField resolved(ScoredSample sample, ProtectedField field) {
    Groups groups = sample.groups(field.name());
    int reference = field.reference().map(groups::codeOf).orElseGet(() -> largest(groups));
    return new ProtectedField(field.name(), Optional.of(groups.labels().get(reference)));
  }

  private static int largest(Groups groups) {
    int[] counts = groups.counts();
    int largest = -1;
    for (int group = 0; group < counts.length; group++) {
      boolean eligible = !NOT_A_GROUP.contains(groups.labels().get(group));
      if (eligible && (largest < 0 || counts[group] > counts[largest])) {
        largest = group;
      }
    }
    return Math.max(0, largest);
  }

  /** Returns what is compared by its mean: the score, or the log-odds of good. */
  private static double[] safety(ScoredSample sample) {
    double[] safety = new double[sample.rows()];
    for (int row = 0; row < safety.length; row++) {
      double pd = sample.pd(row);
      safety[row] =
          sample.hasScores() ? sample.score(row) : StrictMath.log1p(-pd) - StrictMath.log(pd);
    }
    return safety;
  }

  private FairnessFindings findings() {
    List<FairnessFindings.Group> found = new ArrayList<>();
    List<boolean[]> approvals =
        settings.cutOffs().stream().map(cutOff -> cutOff.approvals(sample)).toList();
    for (int group = 0; group < rows.length; group++) {
      if (rows[group].length > 0) {
        found.add(group(group, approvals));
      }
    }
    return new FairnessFindings(
        field.name(), groups.labels().get(reference), sample.usesInput(field.name()), found);
  }

  private FairnessFindings.Group group(int group, List<boolean[]> approvals) {
    Approvals all = approvals(group, new boolean[sample.rows()]);
    double pds = 0.0;
    for (int row : rows[group]) {
      pds += sample.weight(row) * sample.pd(row);
    }
    Optional<String> uncompared = uncompared(group);
    List<FairnessFindings.Treatment> treatments = new ArrayList<>();
    for (int i = 0; i < approvals.size(); i++) {
      CutOff cutOff = settings.cutOffs().get(i);
      treatments.add(treatment(cutOff, group, approvals.get(i), uncompared));
    }
    return new FairnessFindings.Group(
        groups.labels().get(group),
        new Counts(rows[group].length, all.goods(), all.bads()),
        Math.min(1.0, pds / all.applicants()),
        uncompared.<Figure>map(Figure.Undefined::new).orElseGet(() -> meanDifference(group)),
        treatments,
        uncompared);
  }

  private Optional<String> uncompared(int group) {
    if (group == reference) {
      return Optional.of(IS_REFERENCE);
    }
    if (NOT_A_GROUP.contains(groups.labels().get(group))) {
      return Optional.of("the group is not known");
    }
    return rows[group].length >= SMALLEST_GROUP && rows[reference].length >= SMALLEST_GROUP
        ? Optional.empty()
        : Optional.of("too few: at least " + SMALLEST_GROUP
            + " records are needed in this group and in the reference");
  }

  private Approvals approvals(int group, boolean[] approved) {
    return Approvals.of(sample, approved, row -> groups.code(row) == group);
  }

  private Figure meanDifference(int group) {
    return Attempt.figure(() -> {
      if (sample.isWeighted()) {
        throw new IllegalArgumentException(
            "the standardised mean difference is not defined with weights");
      }
      StandardisedDifference difference =
          StandardisedDifference.of(safety(rows[group]), safety(rows[reference]), safety);
      return Figure.of(difference.pooled()).withPValue(difference.welch().pValue());
    });
  }

  private double[] safety(int[] members) {
    return IntStream.of(members).mapToDouble(row -> safety[row]).toArray();
  }

  private FairnessFindings.Treatment treatment(
      CutOff cutOff, int group, boolean[] approved, Optional<String> uncompared) {
    Approvals own = approvals(group, approved);
    Approvals other = approvals(reference, approved);
    double rate = own.approved() / own.applicants();
    if (uncompared.isPresent()) {
      Figure none = new Figure.Undefined(uncompared.get());
      return new FairnessFindings.Treatment(cutOff, rate, none, false, none);
    }
    Figure impact = Attempt.figure(() -> impact(own, other, group));
    boolean low = impact.known().orElse(1.0) < FairnessFindings.FOUR_FIFTHS;
    return new FairnessFindings.Treatment(
        cutOff, rate, impact, low, Attempt.figure(() -> gap(own, other)));
  }

  private Figure impact(Approvals own, Approvals other, int group) {
    AdverseImpact impact =
        new AdverseImpact(own.approved(), own.applicants(), other.approved(), other.applicants());
    Figure.Known ratio = Figure.of(impact.ratio());
    if (!sample.hasWholeWeights()) {
      return ratio.noting("no interval and no test, since weights are not whole");
    }
    ratio = ratio.withPValue(impact.approvals().fisherPValue());
    Attempt<Interval> interval = Attempt.of(() -> impact.interval(settings.level()));
    if (interval.result().isPresent()) {
      ratio = ratio.within(interval.orRefuse(), IntervalMethod.KATZ);
    }
    return ratio.noting(caution(own, other, group));
  }

  private String caution(Approvals own, Approvals other, int group) {
    boolean small = Math.min(rows[group].length, rows[reference].length) < SMALL_GROUP;
    double fewest = Math.min(
        Math.min(own.approved(), own.applicants() - own.approved()),
        Math.min(other.approved(), other.applicants() - other.approved()));
    return small || fewest < FEW_DECISIONS
        ? "small sample: a few decisions more or less would move this ratio far"
        : "";
  }

  private Figure gap(Approvals own, Approvals other) {
    double gap = new EqualOpportunity(own.outcomes(), other.outcomes()).difference();
    Figure.Known figure = Figure.of(gap);
    if (!sample.hasWholeWeights()) {
      return figure.noting("no interval and no test, since weights are not whole");
    }
    TwoByTwo goods = new TwoByTwo(
        own.approvedGoods(),
        own.goods() - own.approvedGoods(),
        other.approvedGoods(),
        other.goods() - other.approvedGoods());
    Interval interval = newcombe(
        new Proportion(own.approvedGoods(), own.goods()),
        new Proportion(other.approvedGoods(), other.goods()),
        settings.level());
    return figure.within(interval, IntervalMethod.NEWCOMBE).withPValue(goods.fisherPValue());
  }

  /**
   * Returns the interval of the first share minus the second, from Wilson's intervals of both.
   *
   * <p>Source: Newcombe, Interval estimation for the difference between independent proportions:
   * comparison of eleven methods, 1998; its method 10.
   */
  static Interval newcombe(Proportion first, Proportion second, double level) {
    Interval one = first.wilson(level);
    Interval two = second.wilson(level);
    double gap = first.value() - second.value();
    double down = length(first.value() - one.low(), two.high() - second.value());
    double up = length(one.high() - first.value(), second.value() - two.low());
    return new Interval(Math.max(-1.0, gap - down), Math.min(1.0, gap + up));
  }

  private static double length(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
