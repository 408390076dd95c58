package io.probity.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.training.split.Folds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTrainerTest {

  private static final int ROWS = 4_000;

  /** Records whose true log-odds are a function of the predicted ones. */
  private record Sample(double[] x, int[] y, double[] weights, Folds folds) {

    static Sample of(long seed, int rows, DoubleUnaryOperator truth) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] x = new double[rows];
      int[] y = new int[rows];
      for (int row = 0; row < rows; row++) {
        x[row] = -5 + 7 * random.nextDouble();
        double pd = 1 / (1 + Math.exp(-truth.applyAsDouble(x[row])));
        y[row] = random.nextDouble() < pd ? 1 : 0;
      }
      return of(x, y);
    }

    static Sample of(double[] x, int[] y) {
      return new Sample(x, y, Golden.ones(x.length), Folds.stratified(y, 5, 1));
    }

    CalibrationTraining train(CalibrationPlan plan) {
      return new CalibrationTrainer(plan).train(x, y, weights, folds);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void auto_rightLogOdds_areLeftAlone(long seed) {
    CalibrationTraining training = Sample.of(seed, ROWS, x -> x).train(CalibrationPlan.DEFAULT);

    assertThat(training.method()).isEqualTo(CalibrationMethod.NONE);
    assertThat(training.calibration()).isEqualTo(Calibration.IDENTITY);
    assertThat(training.compared()).hasSize(4);
    assertThat(training.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void auto_straightlyWrongLogOdds_takeALine(long seed) {
    CalibrationTraining training =
        Sample.of(seed, ROWS, x -> 0.5 * x - 0.7).train(CalibrationPlan.DEFAULT);

    assertThat(training.method()).isEqualTo(CalibrationMethod.PLATT);
    CalibrationCurve.Platt line =
        (CalibrationCurve.Platt) training.calibration().curve();
    assertThat(line.slope()).isCloseTo(0.5, within(0.1));
    assertThat(line.intercept()).isCloseTo(-0.7, within(0.2));
  }

  @Test
  void auto_takesThePlainestWithinTheMarginAndOnlyThere() {
    Sample stepped = Sample.of(5, 20_000, x -> x < -1 ? -3 : 1);

    CalibrationTraining none = stepped.train(CalibrationPlan.DEFAULT.withMargin(1));
    CalibrationTraining best = stepped.train(CalibrationPlan.DEFAULT.withMargin(0));

    assertThat(none.method()).isEqualTo(CalibrationMethod.NONE);
    assertThat(best.method()).isEqualTo(CalibrationMethod.ISOTONIC);
    double smallest = best.compared().stream()
        .mapToDouble(comparison -> comparison.logLoss().orElseThrow())
        .min()
        .orElseThrow();
    assertThat(best.compared().get(3).logLoss()).hasValue(smallest);
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void train_anyMethod_neverFallsAndMeetsTheBadRate(CalibrationMethod method) {
    Sample sample = Sample.of(9, 1_000, x -> Math.sin(2 * x) - 1 + 0.2 * x);
    CalibrationTraining training = sample.train(CalibrationPlan.DEFAULT.withMethod(method));

    double last = 0;
    for (double x = -8; x < 8; x += 0.01) {
      double pd = training.calibration().pd(x);
      assertThat(pd).isGreaterThanOrEqualTo(last).isBetween(1e-4, 1 - 1e-4);
      last = pd;
    }
    if (method != CalibrationMethod.NONE) {
      assertThat(training.meanPd()).isCloseTo(training.badRate(), within(0.002));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PLATT", "BETA", "ISOTONIC"},
      value = CalibrationMethod.class)
  void train_riskThatFallsWithTheLogOdds_isLevelWithAWarning(CalibrationMethod method) {
    CalibrationTraining training =
        Sample.of(2, ROWS, x -> -x - 3).train(CalibrationPlan.DEFAULT.withMethod(method));

    assertThat(training.calibration().pd(-9)).isEqualTo(training.calibration().pd(9));
    assertThat(training.warnings())
        .singleElement()
        .asString()
        .contains("ranks no better than chance, or the wrong way round");
  }

  private static Sample separated() {
    double[] x = new double[40];
    int[] y = new int[40];
    for (int row = 0; row < 40; row++) {
      x[row] = row - 19.5;
      y[row] = row < 20 ? 0 : 1;
    }
    return Sample.of(x, y);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PLATT", "BETA"},
      value = CalibrationMethod.class)
  void train_separatedOutcomes_fallBackToSmoothedTargetsAndSaySo(CalibrationMethod method) {
    CalibrationTraining training = separated().train(CalibrationPlan.DEFAULT.withMethod(method));

    assertThat(training.method()).isEqualTo(CalibrationMethod.PLATT);
    assertThat(((CalibrationCurve.Platt) training.calibration().curve()).slope())
        .isBetween(0.1, 100.0);
    assertThat(training.warnings())
        .singleElement()
        .asString()
        .startsWith(method + " could not be fitted")
        .endsWith("PLATT with SMOOTHED targets is taken instead");
  }

  @Test
  void auto_separatedOutcomes_compareOnlyWhatCanBeFitted() {
    CalibrationTraining training = separated().train(CalibrationPlan.DEFAULT);

    assertThat(training.compared().get(1).logLoss()).isEmpty();
    assertThat(training.compared().get(1).refusal()).contains("separate goods from bads");
    assertThat(training.compared().get(0).logLoss()).isPresent();
  }

  @Test
  void train_tooFewBads_leavesTheLogOddsAndSaysWhy() {
    double[] x = new double[200];
    int[] y = new int[200];
    Arrays.setAll(x, row -> row / 100.0);
    Arrays.fill(y, 0, 9, 1);

    CalibrationTraining training =
        Sample.of(x, y).train(CalibrationPlan.DEFAULT.withMethod(CalibrationMethod.PLATT));

    assertThat(training.calibration()).isEqualTo(Calibration.IDENTITY);
    assertThat(training.warnings())
        .singleElement()
        .asString()
        .startsWith("there are 9 bads and 191 goods, and a calibration needs 10 of each");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.03, 0.2, 0.9})
  void train_longRunRate_isTheMeanPd(double rate) {
    CalibrationTraining training =
        Sample.of(4, ROWS, x -> x).train(CalibrationPlan.DEFAULT.withLongRunRate(rate));

    assertThat(training.meanPd()).isCloseTo(rate, within(1e-12));
    assertThat(training.shift().orElseThrow().calibration()).isEqualTo(training.calibration());
    assertThat(training.shift().orElseThrow().meanBefore())
        .isCloseTo(training.badRate(), within(0.02));
  }

  @Test
  void shift_matchesTheHandCalculation() {
    // PDs 0.2 and 0.5 have odds 1/4 and 1. Times 2 they are 1/2 and 2, so PDs 1/3 and 2/3 of mean
    // 1/2:
    // the shift to a rate of one half is ln 2.
    double[] x = {Math.log(0.25), 0.0};

    LongRunShift shift = LongRunShift.of(Calibration.IDENTITY, x, new double[] {1, 1}, 0.5);

    assertThat(shift.meanBefore()).isCloseTo(0.35, within(1e-15));
    assertThat(shift.calibration().shift()).isCloseTo(Math.log(2), within(1e-14));
    assertThat(shift.calibration().pd(0.0)).isCloseTo(2.0 / 3, within(1e-14));
  }

  @Test
  void platt_matchesTheHandCalculation() {
    // One bad of four at log-odds 0 and three of four at 2: the line meets ln(1/3) and ln 3.
    double[] x = {0, 0, 0, 0, 2, 2, 2, 2};
    int[] y = {1, 0, 0, 0, 1, 1, 1, 0};

    CalibrationTraining training = Sample.of(x, y)
        .train(CalibrationPlan.DEFAULT.withMethod(CalibrationMethod.PLATT).withLeastOfEach(1));

    CalibrationCurve.Platt line =
        (CalibrationCurve.Platt) training.calibration().curve();
    assertThat(line.intercept()).isCloseTo(-Math.log(3), within(1e-12));
    assertThat(line.slope()).isCloseTo(Math.log(3), within(1e-12));
  }

  @Test
  void isotonic_matchesTheHandCalculation() {
    // Bad rates at log-odds 0, 1, 2, 3: 1/4, 0/4, 2/4, 4/4. The first two fall, so they pool to
    // 1/8.
    // The last holds no good: half a good and half a bad make it 4.5/5 = 0.9.
    double[] x = new double[16];
    Arrays.setAll(x, row -> row / 4);
    int[] y = {1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1};

    CalibrationTraining training = Sample.of(x, y)
        .train(CalibrationPlan.DEFAULT.withMethod(CalibrationMethod.ISOTONIC).withLeastOfEach(1));

    CalibrationCurve.Isotonic curve =
        (CalibrationCurve.Isotonic) training.calibration().curve();
    assertThat(curve)
        .isEqualTo(CalibrationCurve.Isotonic.of(
            new double[] {0, 1, 2, 3}, new double[] {0.125, 0.125, 0.5, 0.9}));
    assertThat(training.calibration().pd(2.5)).isCloseTo(0.75, within(1e-12)); // odds 1 and 9: 3
  }

  @Test
  void train_weights_areFrequencies() {
    double[] x = {-1, -1, 0, 1, 1, 2, 2, 2};
    int[] y = {0, 1, 0, 1, 0, 1, 1, 0};
    double[] weights = {3, 1, 2, 2, 1, 2, 0, 1};
    double[] longX = {-1, -1, -1, -1, 0, 0, 1, 1, 1, 2, 2, 2};
    int[] longY = {0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0};
    CalibrationTrainer trainer = new CalibrationTrainer(
        CalibrationPlan.DEFAULT.withMethod(CalibrationMethod.PLATT).withLeastOfEach(1));

    CalibrationCurve.Platt weighted = (CalibrationCurve.Platt)
        trainer.train(x, y, weights, Folds.stratified(y, 2, 1)).calibration().curve();
    CalibrationCurve.Platt repeated = (CalibrationCurve.Platt) trainer
        .train(longX, longY, Golden.ones(12), Folds.stratified(longY, 2, 1))
        .calibration()
        .curve();

    assertThat(weighted.slope()).isCloseTo(repeated.slope(), within(1e-10));
    assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-10));
  }

  @Test
  void train_badInput_namesTheRecord() {
    Folds folds = Folds.stratified(new int[] {0, 1}, 2, 1);
    CalibrationTrainer trainer = new CalibrationTrainer(CalibrationPlan.DEFAULT);

    assertThatThrownBy(() -> trainer.train(
            new double[] {0, Double.NaN}, new int[] {0, 1}, new double[] {1, 1}, folds))
        .hasMessage("log-odds must be finite, but record 1 has NaN");
    assertThatThrownBy(
            () -> trainer.train(new double[] {0, 1}, new int[] {0, 2}, new double[] {1, 1}, folds))
        .hasMessage("a target must be 0 (good) or 1 (bad), but record 1 has 2");
    assertThatThrownBy(
            () -> trainer.train(new double[] {0, 1}, new int[] {0, 1}, new double[] {1, -1}, folds))
        .hasMessage("a weight must be finite and 0 or more, but record 1 has -1.0");
  }

  @Test
  void plan_badNumbers_areRefused() {
    assertThatThrownBy(() -> CalibrationPlan.DEFAULT.withLongRunRate(1.5))
        .hasMessageContaining("a long-run default rate must lie between the bounds of the PD");
    assertThatThrownBy(() -> CalibrationPlan.DEFAULT.withMargin(Double.NaN))
        .hasMessage("a margin must be in [0, 1], not NaN");
  }

  private static CalibrationPlan read(String json) {
    JsonObject plan = JsonObject.parse(json.getBytes(), "plan.json", JsonLimits.FILE);
    return CalibrationPlanJson.read(plan.object("calibration"));
  }

  @Test
  void json_roundTripsAndHasDefaults() {
    CalibrationPlan plan = CalibrationPlan.DEFAULT
        .withMethod(CalibrationMethod.BETA)
        .withBetaForm(BetaForm.AB)
        .withPlattTargets(PlattTargets.SMOOTHED)
        .withMargin(0.01)
        .withLeastOfEach(30)
        .withLongRunRate(0.04)
        .withBounds(0.0003, 0.99);
    JsonText out = JsonText.pretty().beginObject();
    CalibrationPlanJson.write(out, "calibration", plan);

    assertThat(read(out.endObject().toString())).isEqualTo(plan);
    assertThat(read("{\"calibration\": {}}")).isEqualTo(CalibrationPlan.DEFAULT);
    assertThatThrownBy(() -> read("{\"calibration\": {\"methd\": \"NONE\"}}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("unknown key \"methd\"");
  }
}
