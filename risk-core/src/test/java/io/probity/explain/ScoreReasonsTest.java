package io.probity.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.InvalidInputException;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.ManyFeatures;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.model.TestModels;
import io.probity.schema.SpecialValues;
import io.probity.schema.Texts;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreReasonsTest {

  private static final RiskModel MODEL = TestModels.scorecard();
  private static final ReasonText WORDS =
      new ReasonText(Texts.english("internal"), Texts.english("customer"));
  private static final double FACTOR = 20 / Math.log(2); // points for one unit of log-odds

  private static ScoreReasons of(ReasonReference reference, int cutOffGrade) {
    return ScoreReasons.of(
        MODEL,
        new ReasonRules(reference, List.of(), List.of()),
        List.of(WORDS, WORDS),
        cutOffGrade);
  }

  private static List<Reason> rank(ReasonRules rules, int features, double... x) {
    RiskModel model = ManyFeatures.scorecard(features);
    return ScoreReasons.of(
            model, rules, model.features().stream().map(name -> WORDS).toList(), -1)
        .rank(x);
  }

  /** High ratio and a car: effects -0.9 x -1.39 = 1.251 and -1.1 x -0.47 = 0.517. */
  @Test
  void rank_eachReference_matchesHandCalculation() {
    double[] x = {0.9, 0};

    // mean: references -0.1 and 0.0
    assertThat(of(ReasonReference.MEAN, -1).rank(x))
        .extracting(Reason::pointsLost)
        .satisfiesExactly(
            lost -> assertThat(lost).isCloseTo(FACTOR * 1.351, within(1e-9)),
            lost -> assertThat(lost).isCloseTo(FACTOR * 0.517, within(1e-9)));
    // neutral: 0 and 0
    assertThat(of(ReasonReference.NEUTRAL, -1).rank(x).get(0).pointsLost())
        .isCloseTo(FACTOR * 1.251, within(1e-9));
    // maximum: the best bins give -0.9 x 0.63 = -0.567 and -1.1 x 0.45 = -0.495
    assertThat(of(ReasonReference.MAXIMUM, -1).rank(x))
        .extracting(Reason::pointsLost)
        .satisfiesExactly(
            lost -> assertThat(lost).isCloseTo(FACTOR * 1.818, within(1e-9)),
            lost -> assertThat(lost).isCloseTo(FACTOR * 1.012, within(1e-9)));
    // cut-off: the means of grade C are 0 and 0
    assertThat(of(ReasonReference.CUT_OFF, 2).rank(x).get(0).pointsLost())
        .isCloseTo(FACTOR * 1.251, within(1e-9));
  }

  @Test
  void rank_cutOffWithoutAnApprovedGrade_isRefused() {
    assertThatThrownBy(() -> of(ReasonReference.CUT_OFF, -1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("CUT_OFF needs an approved grade");
  }

  @Test
  void rank_mean_agreesWithTheScorer() {
    Scorer scorer = MODEL.newScorer();
    for (double[] x : new double[][] {{0.1, 0}, {0.9, 1}, {Double.NaN, -1}, {0.9, 0}}) {
      scorer.evaluate(x);

      List<Reason> reasons = ScoreReasons.ofCodes(MODEL).rank(x);

      assertThat(reasons).hasSize(scorer.reasonCount());
      for (int i = 0; i < reasons.size(); i++) {
        assertThat(reasons.get(i).code()).isEqualTo(MODEL.features().get(scorer.reasonFeature(i)));
        assertThat(reasons.get(i).pointsLost()).isEqualTo(scorer.reasonPoints(i));
      }
    }
  }

  @Test
  void rank_affineCalibration_isInThePoints() {
    RiskModel steep =
        RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.5))));

    assertThat(ScoreReasons.ofCodes(steep).rank(new double[] {0.9, 1}).get(0).pointsLost())
        .isCloseTo(1.5 * FACTOR * 1.351, within(1e-9));
  }

  @Test
  void rank_directions_pointAwayFromTheCheaperValue() {
    ScoreReasons reasons = of(ReasonReference.MAXIMUM, -1);

    assertThat(reasons.rank(new double[] {0.9, 0}))
        .extracting(Reason::direction)
        .containsExactly(ReasonDirection.TOO_HIGH, ReasonDirection.LEVEL);
    assertThat(reasons.rank(new double[] {Double.NaN, 1}).get(0).direction())
        .isEqualTo(ReasonDirection.MISSING);
    assertThat(reasons.rank(new double[] {SpecialValues.cell(0), 1}).get(0).direction())
        .isEqualTo(ReasonDirection.SPECIAL);
  }

  @Test
  void rank_ties_standInTheOrderOfTheModel() {
    // five equal features of 1 point lost each: the first four
    assertThat(rank(ReasonRules.DEFAULT, 5, 1, 1, 1, 1, 1))
        .extracting(Reason::code)
        .containsExactly("f0", "f1", "f2", "f3");
  }

  @Test
  void rank_inquiriesBelowTheFourth_areAFifth() {
    ReasonRules rules = new ReasonRules(ReasonReference.MEAN, List.of(), List.of("f4"));

    assertThat(rank(rules, 6, 1, 1, 1, 1, 1, 1))
        .extracting(Reason::code)
        .containsExactly("f0", "f1", "f2", "f3", "f4");
    // inquiries that cost nothing are no reason
    assertThat(rank(rules, 6, 1, 1, 1, 1, 0, 1)).hasSize(4);
    // inquiries among the four need no fifth
    assertThat(rank(rules, 6, 0, 1, 1, 1, 1, 1)).hasSize(4);
  }

  @Test
  void rank_group_isOneReasonOfTheSum() {
    ReasonRules rules = new ReasonRules(
        ReasonReference.NEUTRAL,
        List.of(new ReasonRules.Group("DEBTS", List.of("f1", "f3"), WORDS)),
        List.of());

    // f1 and f3 lose as much as f0 and f2 each, so the group loses twice as much
    List<Reason> reasons = rank(rules, 4, 1, 1, 1, 1);

    assertThat(reasons).extracting(Reason::code).containsExactly("DEBTS", "f0", "f2");
    assertThat(reasons.get(0).pointsLost())
        .isCloseTo(2 * reasons.get(1).pointsLost(), within(1e-9));
    // one loses what the other gains: the group is no reason
    assertThat(rank(rules, 4, 0, 1, 0, 0)).isEmpty();
  }

  @Test
  void rules_featureInTwoGroups_isRefused() {
    ReasonRules.Group one = new ReasonRules.Group("A", List.of("f1"), WORDS);
    ReasonRules.Group two = new ReasonRules.Group("B", List.of("f1"), WORDS);

    assertThatThrownBy(() -> new ReasonRules(ReasonReference.MEAN, List.of(one, two), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f1 stands in groups of reasons twice");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void pointsByFeature_addUpToTheDifferenceFromTheReference(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = {random.nextDouble(), random.nextInt(2)};

    double[] lost = of(ReasonReference.NEUTRAL, -1).pointsByFeature(x);

    double difference = MODEL.predictor().badLogOdds(x) - MODEL.predictor().base();
    assertThat(lost[0] + lost[1]).isCloseTo(FACTOR * difference, within(1e-9));
  }
}
