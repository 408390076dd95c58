package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelValidationTest {

  private static final ValidationSettings QUICK =
      ValidationSettings.DEFAULT.withResampling(Resampling.NONE);

  /** Records whose outcomes follow their PDs, in three regions, over two years. */
  private static ScoredSample random(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] pd = new double[rows];
    int[] target = new int[rows];
    int[] scores = new int[rows];
    int[] region = new int[rows];
    double[] days = new double[rows];
    for (int row = 0; row < rows; row++) {
      pd[row] = random.nextInt(1, 100) / 100.0;
      target[row] = random.nextDouble() < pd[row] ? 1 : 0;
      scores[row] = 700 - (int) (200 * pd[row]);
      region[row] = random.nextInt(3);
      days[row] = 18_262 + random.nextInt(730); // from 2020-01-01
    }
    return ScoredSample.of(pd, target)
        .withScores(scores)
        .withDays(days)
        .withGroups(Groups.of("region", List.of("north", "south", "west"), region));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void breakdowns_segmentsAndSlices_addUpToTheWhole(long seed) {
    ValidationSettings settings = QUICK.withSlices(
        SliceSettings.NONE.withSegments(List.of("region")).withLength(TimeSlice.QUARTER));

    ModelValidation found = ModelValidation.of(random(seed, 2_000), settings);

    assertThat(found.breakdowns()).hasSize(2);
    for (Breakdown breakdown : found.breakdowns()) {
      Counts whole = found.overall().counts();
      assertThat(
              breakdown.parts().stream().mapToInt(part -> part.counts().rows()).sum())
          .isEqualTo(whole.rows());
      assertThat(breakdown.parts().stream()
              .mapToDouble(part -> part.counts().bads())
              .sum())
          .isEqualTo(whole.bads());
      double losses = 0.0;
      for (Breakdown.Part part : breakdown.parts()) {
        double loss =
            part.findings().orElseThrow().figure(Measure.LOG_LOSS).orThrow().value();
        losses += part.counts().weight() * loss;
      }
      assertThat(losses / whole.weight())
          .isCloseTo(found.overall().figure(Measure.LOG_LOSS).orThrow().value(), within(1e-12));
    }
    assertThat(found.breakdowns().get(1).parts().get(0).label()).isEqualTo("2020-Q1");
    assertThat(found.breakdowns().get(1).parts()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void of_wholeWeights_equalRepeatedRecords(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ScoredSample once = random(seed, 300);
    double[] weights = random.ints(300, 0, 4).asDoubleStream().toArray();
    int[] repeated = new int[(int) Arrays.stream(weights).sum()];
    int next = 0;
    for (int row = 0; row < weights.length; row++) {
      for (int i = 0; i < weights[row]; i++) {
        repeated[next++] = row;
      }
    }

    Findings weighted = ModelValidation.of(once.withWeights(weights), QUICK).overall();
    Findings plain = ModelValidation.of(once.rowsAt(repeated), QUICK).overall();

    for (Measure measure : Measure.values()) {
      assertThat(weighted.figure(measure).isDefined())
          .as(measure.key())
          .isEqualTo(plain.figure(measure).isDefined());
      if (plain.figure(measure) instanceof Figure.Known known) {
        Figure.Known other = weighted.figure(measure).orThrow();
        assertThat(other.value()).as(measure.key()).isCloseTo(known.value(), within(1e-9));
        assertThat(other.interval().isPresent()).isEqualTo(known.interval().isPresent());
        known
            .interval()
            .ifPresent(ends -> assertThat(other.interval().orElseThrow().low())
                .as(measure.key())
                .isCloseTo(ends.low(), within(1e-9)));
      }
    }
    assertThat(weighted.counts().weight()).isEqualTo(plain.counts().weight());
  }

  @Test
  void of_fractionalWeights_hasNoTestsButBootstrapIntervals() {
    double[] weights = new double[400];
    Arrays.setAll(weights, row -> 0.5 + row % 3);

    Findings found = ModelValidation.of(
            random(6, 400).withWeights(weights),
            ValidationSettings.DEFAULT.withResampling(new Resampling(100, 0, 7)))
        .overall();

    assertThat(found.figure(Measure.AUC).orThrow().method()).hasValue(IntervalMethod.BOOTSTRAP);
    assertThat(found.figure(Measure.SLOPE).orThrow().pValue()).isEmpty();
    assertThat(found.figure(Measure.SLOPE).orThrow().note()).contains("weights are not whole");
    assertThat(found.figure(Measure.SLOPE_AND_INTERCEPT).isDefined()).isFalse();
  }

  @Test
  void of_anyThreads_givesTheSameValidation() {
    ValidationSettings settings =
        ValidationSettings.DEFAULT.withResampling(new Resampling(60, 60, 20_261_121));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      ModelValidation many = ModelValidation.of(random(8, 500), settings, two);

      assertThat(many).isEqualTo(ModelValidation.of(random(8, 500), settings));
      assertThat(many.figure(Measure.KS).orThrow().method()).hasValue(IntervalMethod.BOOTSTRAP);
      assertThat(many.figure(Measure.ECE_NULL_MEAN).isDefined()).isTrue();
    } finally {
      two.shutdown();
    }
  }

  @Test
  void of_anotherSeed_movesBootstrapIntervalsOnly() {
    ModelValidation one =
        ModelValidation.of(random(8, 500), QUICK.withResampling(new Resampling(50, 0, 1)));
    ModelValidation two =
        ModelValidation.of(random(8, 500), QUICK.withResampling(new Resampling(50, 0, 2)));

    assertThat(one.figure(Measure.KS).orThrow().interval())
        .isNotEqualTo(two.figure(Measure.KS).orThrow().interval());
    assertThat(one.figure(Measure.KS).known()).isEqualTo(two.figure(Measure.KS).known());
    assertThat(one.figure(Measure.AUC)).isEqualTo(two.figure(Measure.AUC));
  }

  @Test
  void of_noRecords_isRefused() {
    assertThatThrownBy(() -> ScoredSample.of(new double[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a validation needs at least one record");
    assertThatThrownBy(() -> random(1, 2).withWeights(new double[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a weight above 0");
  }

  @ParameterizedTest
  @CsvSource({"0, goods", "1, bads"})
  void of_oneClass_saysWhyAndKeepsWhatIsDefined(int outcome, String what) {
    int[] target = {outcome, outcome, outcome};

    Findings found = ModelValidation.of(
            ScoredSample.of(new double[] {0.1, 0.2, 0.4}, target), ValidationSettings.DEFAULT)
        .overall();

    // mean PD 0.7 / 3
    assertThat(found.figure(Measure.MEAN_PD).orThrow().value()).isCloseTo(0.7 / 3, within(1e-15));
    assertThat(found.figure(Measure.BAD_RATE).orThrow().value()).isEqualTo(outcome);
    for (Measure measure :
        List.of(Measure.AUC, Measure.KS, Measure.H_MEASURE, Measure.EMP, Measure.SLOPE)) {
      assertThat(found.figure(measure)).as(what).isInstanceOf(Figure.Undefined.class);
    }
    assertThat(found.figure(Measure.LOG_LOSS).isDefined()).isTrue();
    assertThat(found.gains()).isEmpty();
    assertThatThrownBy(() -> found.figure(Measure.AUC).orThrow())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not defined");
  }

  @Test
  void of_allTied_ranksLikeChance() {
    int[] target = new int[40];
    Arrays.fill(target, 0, 10, 1);
    double[] pd = new double[40];
    Arrays.fill(pd, 0.25);

    Findings found = ModelValidation.of(ScoredSample.of(pd, target), ValidationSettings.DEFAULT)
        .overall();

    assertThat(found.figure(Measure.AUC).orThrow().value()).isEqualTo(0.5);
    assertThat(found.figure(Measure.AUC).orThrow().interval()).isEmpty();
    assertThat(found.figure(Measure.KS).orThrow().value()).isZero();
    assertThat(found.figure(Measure.SLOPE).isDefined()).isFalse();
    assertThat(found.figure(Measure.EXPECTED_OVER_OBSERVED).orThrow().value()).isEqualTo(1.0);
    assertThat(found.calibration())
        .allSatisfy(bin -> assertThat(bin.badRate()).isCloseTo(0.25, within(1e-15)));
  }

  @Test
  void of_oneRow_isDefinedOrSaysWhy() {
    Findings found = ModelValidation.of(
            ScoredSample.of(new double[] {0.2}, new int[] {1}), ValidationSettings.DEFAULT)
        .overall();

    // (1 - 0.2)^2 and -ln 0.2
    assertThat(found.figure(Measure.BRIER).orThrow().value()).isCloseTo(0.64, within(1e-15));
    assertThat(found.figure(Measure.LOG_LOSS).orThrow().value())
        .isCloseTo(-Math.log(0.2), within(1e-15));
    assertThat(found.figure(Measure.BRIER).orThrow().note()).contains("one record only");
    for (Measure measure : Measure.values()) {
      if (found.figure(measure) instanceof Figure.Undefined undefined) {
        assertThat(undefined.reason()).isNotBlank();
      }
    }
  }

  @Test
  void of_certainPdThatFails_hasNoLogLoss() {
    Findings found = ModelValidation.of(
            ScoredSample.of(new double[] {0.0, 0.5, 0.6}, new int[] {1, 0, 1}), QUICK)
        .overall();

    assertThat(((Figure.Undefined) found.figure(Measure.LOG_LOSS)).reason()).contains("infinite");
    assertThat(found.figure(Measure.AUC).isDefined()).isTrue();
  }

  @Test
  void breakdowns_smallPart_isCountedButNotJudged() {
    int[] region = new int[400];
    Arrays.fill(region, 0, 5, 1);
    ScoredSample sample =
        random(9, 400).withGroups(Groups.of("size", List.of("many", "few"), region));

    Breakdown found = ModelValidation.of(
            sample, QUICK.withSlices(SliceSettings.NONE.withSegments(List.of("size"))))
        .breakdowns()
        .get(0);

    assertThat(found.parts().get(0).findings()).isPresent();
    assertThat(found.parts().get(1).findings()).isEmpty();
    assertThat(found.parts().get(1).counts().rows()).isEqualTo(5);
    assertThat(found.parts().get(1).tooFew()).contains("50 records with 10 of each are needed");
  }

  @Test
  void cutOffs_confusionAddsUp() {
    // PDs 0.1 0.2 0.3 0.4 with outcomes good bad good bad: below 0.3 are one good and one bad
    ScoredSample sample =
        ScoredSample.of(new double[] {0.1, 0.2, 0.3, 0.4}, new int[] {0, 1, 0, 1});

    DecisionFindings found = ModelValidation.of(
            sample, QUICK.withCutOffs(List.of(CutOff.parse("pd=0.3"))))
        .overall()
        .decisions()
        .get(0);

    assertThat(found.approvedGoods()).isEqualTo(1);
    assertThat(found.approvedBads()).isEqualTo(1);
    assertThat(found.rejectedGoods()).isEqualTo(1);
    assertThat(found.rejectedBads()).isEqualTo(1);
    assertThat(found.approvalRate().orThrow().value()).isEqualTo(0.5);
    assertThat(found.badRateOfApproved().orThrow().value()).isEqualTo(0.5);
    assertThat(found.badsRejected().orThrow().value()).isEqualTo(0.5);
  }

  @Test
  void cutOffs_nobodyApproved_saysWhy() {
    ScoredSample sample = ScoredSample.of(new double[] {0.4, 0.5}, new int[] {0, 1});

    DecisionFindings found = ModelValidation.of(
            sample, QUICK.withCutOffs(List.of(new CutOff.PdBelow(0.1))))
        .overall()
        .decisions()
        .get(0);

    assertThat(found.badRateOfApproved())
        .isEqualTo(new Figure.Undefined("there are no approved records"));
    assertThat(found.approvalRate().orThrow().value()).isZero();
  }

  @Test
  void of_unknownColumn_namesTheNearest() {
    ValidationSettings settings =
        QUICK.withSlices(SliceSettings.NONE.withSegments(List.of("regoin")));

    assertThatThrownBy(() -> ModelValidation.of(random(1, 20), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("regoin")
        .hasMessageContaining("region");
  }
}
