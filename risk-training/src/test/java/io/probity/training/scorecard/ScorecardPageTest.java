package io.probity.training.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.model.ScorecardPoints;
import io.probity.training.TrainingPlan;
import io.probity.training.selection.FeatureBounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The numbers that docs/scorecard.md works out are those of the library. */
class ScorecardPageTest {

  private static final String PAGE = read();

  private static String read() {
    try {
      return Files.readString(Path.of("..", "docs", "scorecard.md"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String decimals(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  @Test
  void workedCard_isWhatTheLibraryComputes() {
    ScoreScale scale = ScoreScale.DEFAULT;
    ScorecardPoints points = ScorecardPoints.of(scale, Calibration.IDENTITY, -2, 2);
    double logOdds = -2 - 0.9 * 0.8 - 0.7 * -0.5;

    assertThat(PAGE)
        .contains("= " + decimals("%.4f", scale.factor()))
        .contains("= " + decimals("%.4f", scale.offset()))
        .contains("= " + decimals("%.4f", points.unrounded(-0.72)) + " | 293 |")
        .contains("= " + decimals("%.4f", points.unrounded(0.35)) + " | 262 |")
        .contains("| " + decimals("%.4f", scale.score(logOdds)) + " | 555 |")
        .contains("= " + decimals("%.2f", 100 * Calibration.IDENTITY.pd(logOdds)) + "%");
    assertThat(scale.rounded(points.unrounded(-0.72))).isEqualTo(293);
    assertThat(scale.rounded(points.unrounded(0.35))).isEqualTo(262);
  }

  @Test
  void workedPrior_isWhatTheFormulaGives() {
    double plain = Math.log((30.0 / 700) / (6.0 / 300));
    double shrunk = Math.log(((30 + 140 / 3.0) / 700) / (26.0 / 300));

    assertThat(PAGE)
        .contains("= " + decimals("%.3f", plain))
        .contains("= " + decimals("%.3f", shrunk));
  }

  @Test
  void statedDefaults_areThoseOfThePlan() {
    FeatureBounds bounds = TrainingPlan.DEFAULT.selection().bounds();
    assertThat(PAGE)
        .contains("features mostly missing | " + bounds.largestMissingShare())
        .contains("weak features | " + bounds.minimumIv())
        .contains("the weaker | " + bounds.largestCorrelation());
    String textbook = PAGE.substring(PAGE.indexOf("`\"scorecard\": ") + 1);
    String json = "{" + textbook.substring(0, textbook.indexOf('`')) + "}";
    assertThat(TrainingPlan.parse(json.getBytes(StandardCharsets.UTF_8), "page").scorecard())
        .isEqualTo(ScorecardSettings.TEXTBOOK);
  }
}
