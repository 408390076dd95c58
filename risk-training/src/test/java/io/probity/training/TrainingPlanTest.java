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
import io.probity.training.calibration.CalibrationMethod;
import io.probity.training.calibration.CalibrationPlan;
import io.probity.training.editing.BinningEdit;
import io.probity.training.grades.GradePlan;
import io.probity.training.honesty.AgeRulePlan;
import io.probity.training.rounding.RoundingPlan;
import io.probity.training.scorecard.ScorecardSettings;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.selection.Stepwise;
import io.probity.training.split.SplitPlan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingPlanTest {

  private static TrainingPlan parse(String json) {
    return TrainingPlan.parse(json.getBytes(StandardCharsets.UTF_8), "plan.json");
  }

  @Test
  void writeAndRead_placeOfTheRecords_comesBackEqualAndIsNoPartOfTheModel() {
    TrainingPlan plan = TrainingPlan.DEFAULT.toBuilder()
        .data(Optional.of(new PlanData(
            "data/a.csv",
            "s.json",
            Optional.of("bad"),
            Optional.of("w"),
            Optional.of(24),
            ';',
            true)))
        .build();

    assertThat(parse(plan.toJson())).isEqualTo(plan);
    assertThat(plan.withoutData()).isEqualTo(TrainingPlan.DEFAULT);
    assertThatThrownBy(
            () -> parse("{\"data\":{\"csv\":\"a\",\"schema\":\"s\",\"separator\":\"ab\"}}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one character");
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
    for (SplitPlan split : List.of(
        new SplitPlan.Stratified(0.25, Optional.of("customer")),
        new SplitPlan.CrossValidated(5, Optional.empty()),
        new SplitPlan.OutOfTime("opened", LocalDate.of(2026, 1, 1)),
        new SplitPlan.ByColumn("sample", Set.of("test", "late")))) {
      TrainingPlan other = TrainingPlan.DEFAULT.toBuilder().split(split).build();
      assertThat(parse(other.toJson())).isEqualTo(other);
    }
    TrainingPlan plan = TrainingPlan.DEFAULT.toBuilder()
        .seed(Long.MIN_VALUE)
        .features(new FeatureChoice(Set.of("a", "b"), Map.of("age", "because")))
        .binning(binning)
        .binningByFeature(Map.of("x", BinningSettings.DEFAULT.withTrend(Trend.NONE)))
        .edits(
            List.of(new BinningEdit("x", new BinningEdit.Cuts(List.of(1.0, 2.0)), "A. Lee", "law")))
        .selection(SelectionPlan.DEFAULT
            .withMinimumIv(0.05)
            .withCollinearity(0.9, 10)
            .withStepwise(Stepwise.byPValue(0.05, 0.1))
            .withForced(Set.of("x"))
            .withWrongSignsRemoved(false))
        .scorecard(ScorecardSettings.TEXTBOOK)
        .scale(new ScoreScale(500, 20, 40))
        .ageRule(Optional.of(new AgeRulePlan(AgeRulePlan.Jurisdiction.US, "age")))
        .calibration(
            CalibrationPlan.DEFAULT.withMethod(CalibrationMethod.BETA).withLongRunRate(0.04))
        .rounding(new RoundingPlan(RoundingPlan.Method.NEAREST, List.of(540, 580)))
        .grades(new GradePlan.Fixed(new MasterScale(
            List.of(new MasterScale.Grade("1", 0.1), new MasterScale.Grade("2", 1)))))
        .build();

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
        "{\"family\":\"magic\"} | the family must be one of scorecard",
        "{\"split\":{\"kind\":\"STRATIFIED\",\"share\":1}} | plan.json at split: the share held out must be in [0, 0.9]",
        "{\"seed\":1.5} | plan.json at seed",
        "{\"binning\":{\"sizes\":{\"minBins\":9}}} | plan.json at binning.sizes",
        "{\"binning\":{\"shape\":{\"trend\":\"UP\"}}} | binning.shape.trend: must be one of AUTO",
        "{\"selection\":{\"minimumIv\":-1}} | plan.json at selection",
        "{\"grades\":[{\"name\":\"A\",\"pdBelow\":0.5}]} | plan.json at grades",
        "{\"scale\":{\"baseOdds\":0}} | plan.json at scale",
        "{\"split\":{\"kind\":\"FOLDS\",\"folds\":5,\"share\":0.3}} | unknown key \"share\"",
        "{\"scorecard\":{\"ridge\":-1}} | plan.json at scorecard.ridge",
        "{\"scorecard\":{\"ridge\":\"NONE\"}} | must be finite",
        "{\"selection\":{\"stepwise\":{\"criterion\":\"P_VALUE\",\"enter\":0.2,\"stay\":0.1}}} | enter <= stay",
        "{\"edits\":[{\"feature\":\"x\",\"cuts\":[1],\"why\":\"y\"}]} | needs who makes it and why"
      })
  void parse_brokenPlan_isNamed(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("plan.json")
        .hasMessageContaining(message);
  }
}
