package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SeparationTest {

  private static final LogisticTrainer REPORTING =
      new LogisticTrainer(LogisticSettings.DEFAULT.withSeparation(SeparationPolicy.REPORT));

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= 150; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void separation_smallSamples_agreesWithALinearProgram(long seed) {
    LogisticSample sample = randomSample(new SplittableRandom(seed));
    LogisticFit fit = REPORTING.train(sample);
    LogisticSample tested = sample.select(fit.columns());

    Separation separation = fit.separation();

    boolean[] strict = strictlySeparable(tested);
    int count = 0;
    for (int row = 0; row < strict.length; row++) {
      assertThat(separation.isSeparated(row)).as("row %s", row).isEqualTo(strict[row]);
      count += strict[row] ? 1 : 0;
    }
    Separation.Kind kind = count == 0
        ? Separation.Kind.NONE
        : count == strict.length ? Separation.Kind.COMPLETE : Separation.Kind.QUASI;
    assertThat(separation.kind()).isEqualTo(kind);
    assertThat(fit.converged()).isEqualTo(count == 0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void columns_smallSamples_agreeWithLinearPrograms(long seed) {
    LogisticSample sample = randomSample(new SplittableRandom(seed));
    LogisticFit fit = REPORTING.train(sample);
    if (!fit.separation().isPresent()) {
      return;
    }
    LogisticSample tested = sample.select(fit.columns());

    for (int j = 0; j <= fit.columns().size(); j++) {
      String name = j == 0 ? DesignMatrix.INTERCEPT : fit.columns().get(j - 1);
      boolean moves = extreme(tested, j, GoalType.MAXIMIZE) > 1e-6
          || extreme(tested, j, GoalType.MINIMIZE) < -1e-6;
      assertThat(fit.separation().columns().contains(name)).as(name).isEqualTo(moves);
    }
  }

  /** A certificate at any coefficients, however far along a separating direction, would be false. */
  @ParameterizedTest
  @MethodSource("seeds")
  void certificate_separatedSample_neverHolds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LogisticSample sample = randomSample(random);
    LogisticFit fit = REPORTING.train(sample);
    LogisticSample tested = sample.select(fit.columns());
    if (!fit.separation().isPresent()) {
      assertThat(certified(tested, tested.columnsUnsafe().fromRaw(fit.estimates())))
          .isTrue();
      return;
    }
    for (double stretch = 0.01; stretch < 1e3; stretch *= 1.5) {
      double[] gamma = tested.columnsUnsafe().fromRaw(fit.estimates());
      for (int i = 0; i < gamma.length; i++) {
        gamma[i] = stretch * (gamma[i] + 0.1 * (random.nextDouble() - 0.5));
      }
      assertThat(certified(tested, gamma)).isFalse();
    }
  }

  @Test
  void separation_rareDummyWithoutBads_isFoundAmongManyRows() {
    Samples samples = Samples.random(7, 30_000);
    double[] rare = new double[30_000];
    int marked = 0;
    for (int row = 29_999; row >= 0 && marked < 3; row--) {
      if (samples.target[row] == 0) {
        rare[row] = 1;
        marked++;
      }
    }

    LogisticFit fit = REPORTING.train(samples.withColumn(2, rare).sample());

    assertThat(fit.separation().kind()).isEqualTo(Separation.Kind.QUASI);
    assertThat(fit.separation().columns()).containsExactly("late");
    assertThat(fit.separation().separatedRows()).isEqualTo(3);
    assertThat(fit.separation().boundaryRows()).isEqualTo(29_997);
    assertThat(fit.separation())
        .hasToString("quasi-complete separation: 3 of 30000 rows are "
            + "predicted perfectly, and [late] have no finite estimate");
  }

  @Test
  void separation_oneBadInTheCell_isNone() {
    Samples samples = Samples.random(7, 30_000);
    double[] rare = new double[30_000];
    for (int row = 0; row < 400; row++) {
      rare[row] = samples.target[row] == 0 ? 1 : 0;
    }
    for (int row = 29_999; ; row--) {
      if (samples.target[row] == 1) {
        rare[row] = 1;
        break;
      }
    }

    LogisticFit fit = REPORTING.train(samples.withColumn(2, rare).sample());

    assertThat(fit.separation().kind()).isEqualTo(Separation.Kind.NONE);
    assertThat(fit.converged()).isTrue();
  }

  @Test
  void separation_search_agreesWithTheCertificateOnOverlap() {
    LogisticSample sample = Samples.random(9, 20_000).sample();

    assertThat(SeparationSearch.of(sample).kind()).isEqualTo(Separation.Kind.NONE);
  }

  @Test
  void separation_bySomethingOfWeightZero_doesNotCount() {
    // the only bad below a good has no weight
    DesignMatrix design = DesignMatrix.of(List.of("x"), new double[][] {{1, 2, 3, 4, 0.5}});
    int[] target = {0, 0, 1, 1, 1};

    Separation without =
        REPORTING.train(design, target, new double[] {1, 1, 1, 1, 0}).separation();
    Separation with =
        REPORTING.train(design, target, new double[] {1, 1, 1, 1, 1e-3}).separation();

    assertThat(without.kind()).isEqualTo(Separation.Kind.COMPLETE);
    assertThat(without.separatedRows()).isEqualTo(4);
    assertThat(without.isSeparated(4)).isFalse();
    assertThat(with.kind()).isEqualTo(Separation.Kind.NONE);
  }

  /** Two values cross by a given share of the range; below 1e-9 they count as separated. */
  @ParameterizedTest
  @CsvSource({"1e-3, false", "1e-6, false", "1e-11, true", "0, true", "-1e-6, true"})
  void separation_narrowOverlap_isSeenDownToItsLimit(double overlap, boolean separated) {
    DesignMatrix design =
        DesignMatrix.of(List.of("x"), new double[][] {{0, 0.25, 0.5 + overlap, 0.5, 0.75, 1}});

    Separation separation =
        REPORTING.train(design, new int[] {0, 0, 0, 1, 1, 1}, Samples.ones(6)).separation();

    assertThat(separation.isPresent()).isEqualTo(separated);
  }

  @Test
  void separation_ridge_testsOnlyTheUnpenalisedColumns() {
    LogisticSample sample =
        Golden.csv("d_separation/zero_cell_dummy.csv").sample(List.of("x1", "x2"));
    Penalty.Ridge free1 = Penalty.ridge(1, Penalty.Scale.RAW).withFactors(Map.of("x1", 0.0));
    Penalty.Ridge free2 = Penalty.ridge(1, Penalty.Scale.RAW).withFactors(Map.of("x2", 0.0));
    LogisticSettings settings = LogisticSettings.DEFAULT.withSeparation(SeparationPolicy.REPORT);

    LogisticFit first = new LogisticTrainer(settings.withPenalty(free1)).train(sample);
    LogisticFit second = new LogisticTrainer(settings.withPenalty(free2)).train(sample);

    assertThat(first.separation().kind()).isEqualTo(Separation.Kind.QUASI);
    assertThat(first.separation().columns()).containsExactly("x1");
    assertThat(first.converged()).isFalse();
    assertThat(second.separation().kind()).isEqualTo(Separation.Kind.NONE);
    assertThat(second.converged()).isTrue();
  }

  /** Columns of few values, so that every kind occurs and rows repeat. */
  static LogisticSample randomSample(SplittableRandom random) {
    int rows = 8 + random.nextInt(30);
    int columns = 1 + random.nextInt(4);
    double[][] x = new double[columns][rows];
    for (double[] column : x) {
      int levels = 2 + random.nextInt(4);
      for (int row = 0; row < rows; row++) {
        column[row] = random.nextInt(levels) * 0.5 - 1;
      }
    }
    double slope = random.nextInt(4);
    int[] target = new int[rows];
    for (int row = 0; row < rows; row++) {
      double noise = random.nextDouble() - 0.5;
      target[row] = slope * x[0][row] + noise > 0 ? 1 : 0;
    }
    target[0] = 0;
    target[1] = 1;
    List<String> names = List.of("a", "b", "c", "d").subList(0, columns);
    double[] weights = new double[rows];
    Arrays.fill(weights, 1.0);
    return LogisticSample.of(DesignMatrix.of(names, x), target, weights);
  }

  private static boolean certified(LogisticSample sample, double[] gamma) {
    Evaluation at = new Likelihood(sample).at(gamma);
    return OverlapCertificate.holds(sample, at.gradient, at.information);
  }

  /** Returns the extreme of one coefficient over the directions in a box that rank no row wrongly. */
  private static double extreme(LogisticSample sample, int position, GoalType goal) {
    int free = sample.design().columns() + 1;
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int row = 0; row < sample.rows(); row++) {
      constraints.add(new LinearConstraint(margin(sample, row), Relationship.GEQ, 0));
    }
    double[] wanted = new double[free];
    wanted[position] = 1;
    for (int j = 0; j < free; j++) {
      double[] unit = new double[free];
      unit[j] = 1;
      constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
      constraints.add(new LinearConstraint(unit, Relationship.GEQ, -1));
    }
    return new SimplexSolver()
        .optimize(
            new MaxIter(100_000),
            new LinearObjectiveFunction(wanted, 0),
            new LinearConstraintSet(constraints),
            goal,
            new NonNegativeConstraint(false))
        .getValue();
  }

  private static double[] margin(LogisticSample sample, int row) {
    double[] margin = new double[sample.design().columns() + 1];
    for (int j = 0; j < margin.length; j++) {
      margin[j] =
          (sample.target(row) == 1 ? 1 : -1) * (j == 0 ? 1.0 : sample.design().value(row, j - 1));
    }
    return margin;
  }

  /**
   * Returns which rows some direction ranks strictly and none the wrong way: the t of max Σ t with 0 ≤
   * t ≤ 1 and s x·b ≥ t, solved by the simplex method.
   */
  static boolean[] strictlySeparable(LogisticSample sample) {
    int rows = sample.rows();
    int free = sample.design().columns() + 1;
    int variables = 2 * free + rows; // b as a difference of two positive parts, then t
    List<LinearConstraint> constraints = new ArrayList<>();
    double[] goal = new double[variables];
    for (int row = 0; row < rows; row++) {
      double[] margin = Arrays.copyOf(margin(sample, row), variables);
      double[] bound = new double[variables];
      for (int j = 0; j < free; j++) {
        margin[free + j] = -margin[j];
      }
      margin[2 * free + row] = -1;
      bound[2 * free + row] = 1;
      goal[2 * free + row] = 1;
      constraints.add(new LinearConstraint(margin, Relationship.GEQ, 0));
      constraints.add(new LinearConstraint(bound, Relationship.LEQ, 1));
    }
    double[] solution = new SimplexSolver()
        .optimize(
            new MaxIter(100_000),
            new LinearObjectiveFunction(goal, 0),
            new LinearConstraintSet(constraints),
            GoalType.MAXIMIZE,
            new NonNegativeConstraint(true))
        .getPoint();
    boolean[] strict = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      strict[row] = solution[2 * free + row] > 0.5;
    }
    return strict;
  }
}
