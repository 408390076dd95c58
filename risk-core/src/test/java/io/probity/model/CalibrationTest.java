package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static final List<Calibration> ALL = List.of(
      Calibration.IDENTITY,
      Calibration.IDENTITY.withShift(-0.3),
      Calibration.of(new CalibrationCurve.Platt(0.2, 0.9)),
      Calibration.of(new CalibrationCurve.Beta(1.2, 0.8, -0.1)),
      Calibration.of(
          CalibrationCurve.Isotonic.of(new double[] {-4, -1, 0.5}, new double[] {0.01, 0.2, 0.4})));

  @Test
  void pd_platt_matchesHandCalculation() {
    // 0.2 + 0.9 * 1 = 1.1
    assertThat(ALL.get(2).pd(1.0)).isCloseTo(1 / (1 + Math.exp(-1.1)), within(1e-15));
  }

  @Test
  void pd_beta_matchesItsFormula() {
    double p = 1 / (1 + Math.exp(-0.7));

    assertThat(ALL.get(3).calibrated(0.7))
        .isCloseTo(-0.1 + 1.2 * Math.log(p) - 0.8 * Math.log(1 - p), within(1e-12));
  }

  @Test
  void pd_isotonic_isLinearInLogOddsBetweenKnotsAndLevelOutside() {
    Calibration isotonic = ALL.get(4);

    assertThat(isotonic.pd(-9)).isCloseTo(0.01, within(1e-12));
    assertThat(isotonic.pd(-4)).isCloseTo(0.01, within(1e-12));
    assertThat(isotonic.pd(9)).isCloseTo(0.4, within(1e-12));
    assertThat(isotonic.calibrated(-2.5)).isCloseTo((logit(0.01) + logit(0.2)) / 2, within(1e-12));
  }

  @Test
  void pd_neverFalls_andStaysWithinItsBounds() {
    for (Calibration calibration : ALL) {
      double last = 0;
      for (double x = -40; x <= 40; x += 0.01) {
        double pd = calibration.pd(x);
        assertThat(pd).isBetween(1e-4, 1 - 1e-4).isGreaterThanOrEqualTo(last);
        last = pd;
      }
    }
  }

  @Test
  void writeAndRead_comeBackEqual() {
    for (Calibration calibration : ALL) {
      byte[] json = CalibrationJson.write(calibration);
      assertThat(CalibrationJson.read(JsonObject.parse(json, "c", JsonLimits.FILE)))
          .isEqualTo(calibration);
    }
  }

  @Test
  void of_curvesThatFallOrAreNotFinite_areRefused() {
    assertThatThrownBy(() -> new CalibrationCurve.Platt(0, -1)).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> new CalibrationCurve.Beta(Double.NaN, 1, 0))
        .hasMessageContaining("at least 0");
    assertThatThrownBy(
            () -> CalibrationCurve.Isotonic.of(new double[] {0, 1}, new double[] {0.3, 0.2}))
        .hasMessageContaining("must rise");
    assertThatThrownBy(() -> CalibrationCurve.Isotonic.of(new double[] {0}, new double[] {1.0}))
        .hasMessageContaining("(0, 1)");
    assertThatThrownBy(() -> Calibration.IDENTITY.withShift(Double.NaN))
        .hasMessageContaining("finite");
  }
}
