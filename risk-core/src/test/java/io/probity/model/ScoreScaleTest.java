package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {

  private static JsonObject golden(String file) throws IOException {
    try (InputStream in =
        ScoreScaleTest.class.getResourceAsStream("/golden/08_score_scaling/" + file)) {
      return JsonObject.parse(in.readAllBytes(), file, JsonLimits.FILE);
    }
  }

  @Test
  void factorAndOffset_matchGolden() throws IOException {
    for (JsonObject scaling :
        golden("expected.json").object("expected").objects("other_scalings")) {
      double pdo = scaling.number("pdo");
      if (pdo < 0) { // a scale that falls with safety is not one of ours
        assertThatThrownBy(() -> new ScoreScale(600, 50, pdo)).hasMessageContaining("above 0");
        continue;
      }
      ScoreScale scale = new ScoreScale(
          scaling.number("base_score"), scaling.number("base_odds"), scaling.number("pdo"));
      assertThat(scale.factor()).isCloseTo(scaling.number("factor"), within(1e-10));
      assertThat(scale.offset()).isCloseTo(scaling.number("offset"), within(1e-10));
    }
  }

  @Test
  void points_ofEveryBin_matchGolden() throws IOException {
    JsonObject expected = golden("expected.json").object("expected");
    JsonObject card = golden("input.json").object("scorecard");
    ScorecardPoints points =
        ScorecardPoints.of(ScoreScale.DEFAULT, Calibration.IDENTITY, card.number("intercept"), 3);
    List<JsonObject> characteristics = card.objects("characteristics");
    int checked = 0;
    for (JsonObject point : expected.objects("points")) {
      double coefficient = characteristics.stream()
          .filter(c -> c.text("name").equals(point.text("characteristic")))
          .findFirst()
          .orElseThrow()
          .number("coef");
      double unrounded = points.unrounded(coefficient * point.number("woe"));
      assertThat(unrounded).isCloseTo(point.number("points_spread_intercept"), within(1e-10));
      assertThat(ScoreScale.DEFAULT.rounded(unrounded)).isEqualTo(point.whole("rounded"));
      checked++;
    }
    assertThat(checked).isEqualTo(11);
  }

  @Test
  void scoreAndPd_ofEveryCombination_matchGolden() throws IOException {
    for (JsonObject row : golden("expected.json").object("expected").objects("all_combinations")) {
      double logit = row.number("logit_pd");
      assertThat(ScoreScale.DEFAULT.score(logit)).isCloseTo(row.number("score"), within(1e-10));
      assertThat(Calibration.IDENTITY.pd(logit)).isCloseTo(row.number("pd"), within(1e-10));
      assertThat(ScoreScale.DEFAULT.rounded(ScoreScale.DEFAULT.score(logit)))
          .isEqualTo(row.whole("score_rounded_total"));
    }
  }

  @Test
  void scoreToPd_matchesGolden() throws IOException {
    for (JsonObject row : golden("expected.json").object("expected").objects("score_to_pd")) {
      double logit = ScoreScale.DEFAULT.badLogOdds(row.number("score"));
      assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(row.number("pd"), within(1e-10));
    }
  }

  @Test
  void rounded_halves_goAwayFromZeroAsInGolden() throws IOException {
    for (JsonObject tie : golden("expected.json").object("expected").objects("rounding_ties")) {
      assertThat(ScoreScale.DEFAULT.rounded(tie.number("value")))
          .isEqualTo(tie.whole("half_up_away_from_zero_BigDecimal_HALF_UP"));
    }
  }

  @Test
  void affineCalibration_isFoldedIntoThePoints() {
    Calibration platt = Calibration.of(new CalibrationCurve.Platt(0.3, 0.8)).withShift(-0.1);
    ScorecardPoints points = ScorecardPoints.of(ScoreScale.DEFAULT, platt, -2.0, 1);

    // one feature with contribution 0.5: log-odds -1.5, calibrated 0.3 - 0.1 + 0.8 * -1.5 = -1
    assertThat(points.unrounded(0.5))
        .isCloseTo(ScoreScale.DEFAULT.score(platt.calibrated(-1.5)), within(1e-9));
    assertThat(ScorecardPoints.isAffine(platt)).isTrue();
  }

  @Test
  void masterScale_findsGradesAndRefusesGaps() {
    assertThat(MasterScale.DEFAULT.name(MasterScale.DEFAULT.gradeOf(0.0099))).isEqualTo("A");
    assertThat(MasterScale.DEFAULT.name(MasterScale.DEFAULT.gradeOf(0.01))).isEqualTo("B");
    assertThat(MasterScale.DEFAULT.name(MasterScale.DEFAULT.gradeOf(0.9999))).isEqualTo("G");
    assertThatThrownBy(() -> new MasterScale(List.of(new MasterScale.Grade("A", 0.5))))
        .hasMessageContaining("must end at a PD of 1");
    assertThatThrownBy(() -> new MasterScale(
            List.of(new MasterScale.Grade("A", 0.5), new MasterScale.Grade("A", 1))))
        .hasMessageContaining("must differ");
  }

  @Test
  void of_impossibleScale_isRefused() {
    assertThatThrownBy(() -> new ScoreScale(600, 50, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new ScoreScale(600, Double.NaN, 20)).hasMessageContaining("above 0");
  }
}
