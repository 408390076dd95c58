package io.probity.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitOptimiserTest {

  private static final double TOLERANCE = 1e-9;

  /** Tries every choice; NaN where none is feasible. */
  private static double bestOfAll(LimitOptions options, PortfolioConstraints constraints) {
    int[] choice = new int[options.applicants()];
    Arrays.setAll(choice, options::start);
    double best = Double.NaN;
    while (true) {
      double profit = Arrays.stream(choice).mapToDouble(options::profit).sum();
      if (keepsTo(options, choice, constraints) && !(profit <= best)) {
        best = profit;
      }
      int i = 0;
      while (i < choice.length && ++choice[i] == options.end(i)) {
        choice[i] = options.start(i);
        i++;
      }
      if (i == choice.length) {
        return best;
      }
    }
  }

  private static boolean keepsTo(
      LimitOptions options, int[] choice, PortfolioConstraints constraints) {
    double exposure = Arrays.stream(choice).mapToDouble(options::limit).sum();
    double loss = Arrays.stream(choice).mapToDouble(options::expectedLoss).sum();
    boolean keeps = exposure <= constraints.mostExposure().orElse(1e300) * (1 + TOLERANCE)
        && exposure >= constraints.leastExposure().orElse(0) * (1 - TOLERANCE)
        && loss <= constraints.mostExpectedLoss().orElse(1e300) * (1 + TOLERANCE);
    for (SegmentShare share : constraints.shares()) {
      double own = 0;
      for (int i = 0; i < choice.length; i++) {
        own += options.segment(i).equals(share.segment()) ? options.limit(choice[i]) : 0;
      }
      keeps &= own <= exposure * (share.most() + TOLERANCE);
      keeps &= own >= exposure * (share.least() - TOLERANCE);
    }
    return keeps;
  }

  private static int[] choice(LimitAllocation allocation) {
    int[] choice = new int[allocation.options().applicants()];
    Arrays.setAll(choice, allocation::option);
    return choice;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void optimise_smallPortfolio_isTheBestOfAllChoices(long seed) {
    LimitOptions options = RandomPortfolio.of(seed, 9, 4);
    PortfolioConstraints constraints = PortfolioConstraints.of(9_000 + 700 * seed, 250 + 20 * seed)
        .withShares(List.of(new SegmentShare(options.segments().get(0), 0.1, 0.45)));

    LimitAllocation allocation = LimitOptimiser.optimise(options, constraints);

    double best = bestOfAll(options, constraints);
    assertThat(keepsTo(options, choice(allocation), constraints)).isTrue();
    assertThat(allocation.isOptimal()).isTrue();
    assertThat(allocation.profit()).isCloseTo(best, within(1e-7));
    assertThat(allocation.bound()).isGreaterThanOrEqualTo(best - 1e-7);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void optimise_leastExposure_isMetAtTheLeastCost(long seed) {
    LimitOptions options = RandomPortfolio.of(seed, 8, 4);
    double most = LinearAllocation.of(options, PortfolioConstraints.NONE.withMostExpectedLoss(300))
        .shadowPrices()
        .get(0)
        .used();
    assertThat(most).isLessThanOrEqualTo(300 + 1e-6);
    PortfolioConstraints constraints =
        PortfolioConstraints.NONE.withMostExpectedLoss(300).withLeastExposure(6_000);

    LimitAllocation allocation = LimitOptimiser.optimise(options, constraints);

    assertThat(keepsTo(options, choice(allocation), constraints)).isTrue();
    assertThat(allocation.profit()).isCloseTo(bestOfAll(options, constraints), within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void optimise_manyApplicants_boundIsTheLinearProgramAndTheGapIsSmall(long seed) {
    LimitOptions options = RandomPortfolio.of(seed, 75, 6);
    PortfolioConstraints constraints = PortfolioConstraints.of(100_000, 3_000)
        .withShares(List.of(new SegmentShare("north", 0.2, 0.3), new SegmentShare("west", 0, 0.4)));

    LimitAllocation allocation = LimitOptimiser.optimise(options, constraints);
    LinearAllocation linear = LinearAllocation.of(options, constraints);

    assertThat(keepsTo(options, choice(allocation), constraints)).isTrue();
    assertThat(allocation.bound()).isCloseTo(linear.profit(), within(1e-5 * linear.profit()));
    assertThat(allocation.gap()).isBetween(0.0, 2e-2);
  }

  @Test
  void optimise_sampledPrices_gapIsUnderATenthOfAPercent() {
    LimitOptions options = RandomPortfolio.of(5, 45_000, 6);
    PortfolioConstraints constraints = PortfolioConstraints.of(70_000_000, 1_800_000)
        .withShares(List.of(new SegmentShare("south", 0.1, 0.3)));

    LimitAllocation allocation = LimitOptimiser.optimise(options, constraints);

    assertThat(keepsTo(options, choice(allocation), constraints)).isTrue();
    assertThat(allocation.gap()).isLessThan(1e-4);
  }

  @Test
  void optimise_noConstraint_givesEachTheMostProfitableLimit() {
    LimitOptions options = LimitOptions.builder()
        .applicant("A", "")
        .option(0, 0, 0)
        .option(1_000, 10, 50)
        .option(2_000, 30, 40)
        .applicant("B", "")
        .option(0, 0, 0)
        .option(1_000, 90, -20)
        .build();

    LimitAllocation allocation = LimitOptimiser.optimise(options, PortfolioConstraints.NONE);

    assertThat(allocation.limit(0)).isEqualTo(1_000);
    assertThat(allocation.limit(1)).isZero();
    assertThat(allocation.profit()).isEqualTo(50);
    assertThat(allocation.gap()).isZero();
    assertThat(allocation.granted()).isEqualTo(1);
  }

  @Test
  void optimise_budgetsOfZero_grantsNothing() {
    LimitAllocation allocation =
        LimitOptimiser.optimise(RandomPortfolio.of(3, 5, 4), PortfolioConstraints.of(0, 0));

    assertThat(allocation.granted()).isZero();
    assertThat(allocation.profit()).isZero();
    assertThat(allocation.gap()).isZero();
  }

  /** Two applicants of at most 2,000 each, whose 1,000 lose 10: 4,000 would lose 40. */
  @Test
  void optimise_infeasible_namesTheLeastChanges() {
    LimitOptions.Builder builder = LimitOptions.builder();
    for (String id : List.of("A", "B")) {
      builder.applicant(id, "").option(0, 0, 0).option(1_000, 10, 5).option(2_000, 20, 9);
    }
    LimitOptions options = builder.build();

    assertThatThrownBy(() -> LimitOptimiser.optimise(
            options, PortfolioConstraints.NONE.withMostExpectedLoss(25).withLeastExposure(4_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a leastExposure of 4000 cannot be met together with the other constraints,"
            + " which allow at most 2500; lower leastExposure to 2500,"
            + " or raise mostExpectedLoss to 40");
  }

  /** One applicant of at most 1,000 at a loss of 10: 900 lose 9, whatever the unit of money. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 37, 1e6})
  void optimise_infeasibleLossBudget_namesTheLossThatIsNeeded(double unit) {
    LimitOptions options = LimitOptions.builder()
        .applicant("A", "")
        .option(0, 0, 0)
        .option(1_000 * unit, 10 * unit, 5 * unit)
        .build();

    assertThatThrownBy(() -> LimitOptimiser.optimise(
            options,
            PortfolioConstraints.NONE.withMostExpectedLoss(5 * unit).withLeastExposure(900 * unit)))
        .extracting(thrown -> thrown.getMessage().replaceAll(".*raise mostExpectedLoss to ", ""))
        .satisfies(loss ->
            assertThat(Double.parseDouble(loss)).isCloseTo(9 * unit, withinPercentage(1e-6)));
  }

  @Test
  void options_brokenGrid_isRefused() {
    LimitOptions.Builder builder = LimitOptions.builder().applicant("A", "");
    assertThatThrownBy(() -> builder.option(500, 1, 1))
        .hasMessage("the grid of the applicant A must start with the limit 0, not 500.0;"
            + " add that option");
    assertThatThrownBy(() -> builder.option(0, 1, 1)).hasMessageContaining("cannot lose anything");
    assertThatThrownBy(() -> builder.applicant("B", "")).hasMessageContaining("has no option");
    builder.option(0, 0, 0);
    assertThatThrownBy(() -> builder.option(10, 1, Double.NaN))
        .hasMessage("the profit of the applicant A must be a finite number, not NaN");
    assertThatThrownBy(() -> builder.option(10, 1, Double.POSITIVE_INFINITY))
        .hasMessageContaining("not Infinity");
    assertThatThrownBy(() -> builder.option(10, -1, 1))
        .hasMessageContaining("expected loss of the applicant A must be finite and at least 0");
    assertThatThrownBy(() -> builder.option(0, 0, 1)).hasMessageContaining("must rise");
    assertThatThrownBy(() -> builder.applicant("A", ""))
        .hasMessageContaining("the applicant A comes twice");
    assertThatThrownBy(() -> LimitOptions.builder().build())
        .hasMessageContaining("there are no applicants");
  }

  @Test
  void constraints_contradictions_areRefusedWithTheLeastChange() {
    assertThatThrownBy(() -> PortfolioConstraints.of(-1, 100))
        .hasMessageContaining("most exposure must be finite and at least 0, not -1.0")
        .hasMessageContaining("the least change that can be met is 0");
    assertThatThrownBy(() -> PortfolioConstraints.NONE.withMostExposure(5).withLeastExposure(8))
        .hasMessageContaining("lower the first to 5.0 or raise the other to 8.0");
    assertThatThrownBy(() -> PortfolioConstraints.NONE.withShares(
            List.of(new SegmentShare("a", 0.75, 1), new SegmentShare("b", 0.5, 1))))
        .hasMessageContaining("add up to 1.25; lower them by 0.25 in all");
    assertThatThrownBy(() -> new SegmentShare("a", 0.5, 0.4)).hasMessageContaining("least <= most");
    assertThatThrownBy(() -> LimitOptimiser.optimise(
            RandomPortfolio.of(1, 5, 3),
            PortfolioConstraints.NONE.withShares(List.of(new SegmentShare("noth", 0, 0.5)))))
        .hasMessageContaining("no applicant is of the segment \"noth\"")
        .hasMessageContaining("north");
  }

  @Test
  void frontier_bound_risesAndIsConcave() {
    LimitOptions options = RandomPortfolio.of(8, 40, 6);

    List<EfficientFrontier.Point> points = EfficientFrontier.of(
            options, PortfolioConstraints.NONE.withMostExposure(100_000), 6)
        .points();

    assertThat(points).hasSize(6);
    for (int k = 1; k < 6; k++) {
      EfficientFrontier.Point before = points.get(k - 1);
      EfficientFrontier.Point now = points.get(k);
      assertThat(now.bound()).isGreaterThanOrEqualTo(before.bound() - 1e-6);
      assertThat(now.price()).isLessThanOrEqualTo(before.price() + 1e-6);
      assertThat(now.expectedLoss()).isLessThanOrEqualTo(now.budget() * (1 + TOLERANCE));
      // the price of the tighter budget bounds what the wider one can add
      assertThat(now.bound())
          .isLessThanOrEqualTo(
              before.bound() + before.price() * (now.budget() - before.budget()) + 1e-6);
    }
  }

  @Test
  void linearProgram_tooManyOptions_pointsToTheOptimiser() {
    LimitOptions options = RandomPortfolio.of(1, 400, 4);

    assertThatThrownBy(() -> LinearAllocation.of(
            options,
            new PortfolioConstraints(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of())))
        .hasMessageContaining("at most 1500 options, not 1600; use LimitOptimiser");
  }
}
