package io.probity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.model.MasterScale;
import io.probity.model.ScoreScale;
import io.probity.schema.Range;
import io.probity.training.binning.BinSizes;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.CutRules;
import io.probity.training.binning.NeighbourRules;
import io.probity.training.binning.SignificanceTest;
import io.probity.training.binning.Trend;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingPlanTest {

  private static TrainingPlan parse(String json) {
    return TrainingPlan.parse(json.getBytes(StandardCharsets.UTF_8), "plan.json");
  }

  @Test
  void writeAndRead_everyOption_comesBackEqual() {
    BinningSettings binning = BinningSettings.DEFAULT
        .withTrend(Trend.PEAK)
        .withSizes(BinSizes.DEFAULT.withBins(2, 5).withShare(0.1, 0.5))
        .withNeighbours(
            NeighbourRules.NONE.withMaxPValue(0.05, SignificanceTest.FISHER).withMinWoeGap(0.1))
        .withCuts(CutRules.DEFAULT
            .withFixed(List.of(18.0))
            .withExcluded(List.of(new Range(1, 2)))
            .withDigits(-2));
    TrainingPlan plan = new TrainingPlan(
        "scorecard",
        Long.MIN_VALUE,
        0.25,
        new FeatureChoice(Set.of("a", "b"), Map.of("age", "because")),
        binning,
        new SelectionPlan(0.05, false),
        new ScoreScale(500, 20, 40),
        new MasterScale(List.of(new MasterScale.Grade("1", 0.1), new MasterScale.Grade("2", 1))));

    assertThat(parse(plan.toJson())).isEqualTo(plan);
    assertThat(parse(TrainingPlan.DEFAULT.toJson())).isEqualTo(TrainingPlan.DEFAULT);
    assertThat(parse("{}")).isEqualTo(TrainingPlan.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"famly\":\"scorecard\"} | did you mean \"family\"?",
        "{\"family\":\"magic\"} | the family must be scorecard",
        "{\"holdout\":1} | must be in [0, 0.9]",
        "{\"seed\":1.5} | plan.json at seed",
        "{\"binning\":{\"sizes\":{\"minBins\":9}}} | plan.json at binning.sizes",
        "{\"binning\":{\"shape\":{\"trend\":\"UP\"}}} | binning.shape.trend: must be one of AUTO",
        "{\"selection\":{\"minimumIv\":-1}} | plan.json at selection",
        "{\"grades\":[{\"name\":\"A\",\"pdBelow\":0.5}]} | plan.json at grades",
        "{\"scale\":{\"baseOdds\":0}} | plan.json at scale"
      })
  void parse_brokenPlan_isNamed(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("plan.json")
        .hasMessageContaining(message);
  }
}
