package io.probity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.InvalidInputException;
import io.probity.model.AdditiveModel;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.training.additive.AdditiveSettings;
import io.probity.training.editing.BinningEdit;
import io.probity.training.family.FamilyChoice;
import io.probity.training.honesty.AgeRule;
import io.probity.training.honesty.AgeRulePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliesTest {

  private static final RunContext QUIET = RunContext.quiet(Clock.systemUTC());
  private static final ShippedData GERMAN = ShippedData.of("german");

  private static TrainingPlan plan(String family) {
    return TrainingPlan.DEFAULT.toBuilder().family(family).build();
  }

  private static TrainingResult train(TrainingPlan plan) {
    return Training.run(GERMAN.schema(), GERMAN.table(), plan, QUIET);
  }

  @Test
  void run_additive_servesTheSameBitsAfterStorageAndOnThreads(@TempDir Path folder)
      throws IOException {
    TrainingResult result = train(plan("additive"));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      RunContext context = new RunContext(two, Clock.systemUTC(), stage -> {});
      assertThat(Training.run(GERMAN.schema(), GERMAN.table(), plan("additive"), context)
              .model()
              .toBytes())
          .isEqualTo(result.model().toBytes());
    } finally {
      two.shutdown();
    }
    result.model().save(folder.resolve("m.risk"));
    RiskModel loaded = RiskModel.load(folder.resolve("m.risk"));
    double[] batch = result.model().pd(GERMAN.table());
    for (int row = 0; row < batch.length; row += 11) {
      double[] alone = loaded.extractor().extract(GERMAN.table().fieldsOf(row), null);
      assertThat(loaded.pd(alone)).isEqualTo(batch[row]);
    }
    assertThat(result.model().predictor()).isInstanceOf(AdditiveModel.class);
    assertThat(result.heldOut().orElseThrow().discrimination().auc()).isGreaterThan(0.77);
  }

  @Test
  void run_auto_takesTheSimplestNearTheBestAndShowsAll() {
    TrainingResult result = train(plan("auto"));

    assertThat(result.families())
        .extracting(FamilyChoice.Row::family)
        .containsExactlyElementsOf(Families.NAMES);
    FamilyChoice.Row chosen =
        result.families().stream().filter(FamilyChoice.Row::chosen).findFirst().orElseThrow();
    assertThat(result.model().predictor().family()).isEqualTo(chosen.family());
    double best =
        result.families().stream().mapToDouble(FamilyChoice.Row::logLoss).min().orElseThrow();
    for (FamilyChoice.Row row : result.families()) {
      boolean enough = row.difference() <= row.standardError() && row.difference() <= 0.001 * best;
      assertThat(row.difference()).isGreaterThanOrEqualTo(0);
      if (row.chosen()) {
        assertThat(enough).isTrue();
        break;
      }
      assertThat(enough).isFalse();
    }
    assertThat(result.run()).contains("\"families\"").contains("standardError");
  }

  @Test
  void run_weakFeature_ofAFamilyThatCannotLearn_isRefusedWithItsReason() {
    TrainingPlan plan = plan("auto").toBuilder()
        .selection(TrainingPlan.DEFAULT.selection().withMinimumIv(50))
        .build();

    TrainingResult result = train(plan);

    assertThat(result.families().get(0).refusal()).contains("no feature says enough");
    assertThat(result.families().get(0).chosen()).isFalse();
    assertThat(result.families()).filteredOn(FamilyChoice.Row::chosen).hasSize(1);
  }

  @Test
  void run_whatIsOfAScorecardOnly_isRefusedForOthers() {
    TrainingPlan edited = plan("additive").toBuilder()
        .edits(List.of(
            new BinningEdit("duration_months", new BinningEdit.Cuts(List.of(12.0)), "me", "test")))
        .build();
    TrainingPlan aged = plan("additive").toBuilder()
        .features(new FeatureChoice(Set.of(), Map.of("age", "test")))
        .ageRule(Optional.of(new AgeRulePlan(AgeRulePlan.Jurisdiction.US, "age")))
        .build();

    assertThatThrownBy(() -> train(edited))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("merge, smooth and effect only");
    assertThatThrownBy(() -> train(edited.toBuilder().family("boosted").build()))
        .hasMessageContaining("state the family scorecard or additive");
    assertThatThrownBy(() -> train(edited.toBuilder().family("auto").build()))
        .hasMessageContaining("state the family scorecard or additive");
    assertThatThrownBy(() -> train(aged))
        .hasMessageContaining("the age rule is kept by scorecards");
    assertThatThrownBy(() -> plan("scorecards"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean \"scorecard\"");
  }

  @Test
  void run_ageRule_cutsAt62AndNeverCountsAgeAgainstTheElderly() {
    TrainingPlan aged = plan("scorecard").toBuilder()
        .features(new FeatureChoice(Set.of(), Map.of("age", "Regulation B allows it")))
        .selection(TrainingPlan.DEFAULT.selection().withForced(Set.of("age")))
        .ageRule(Optional.of(new AgeRulePlan(AgeRulePlan.Jurisdiction.US, "age")))
        .build();

    Scorecard card = (Scorecard) train(aged).model().predictor();
    Scorecard.Term age = card.terms().stream()
        .filter(term -> term.binning().feature().equals("age"))
        .findFirst()
        .orElseThrow();

    assertThat(age.binning().cuts()).contains(62);
    assertThat(AgeRule.check(age)).isEmpty();
  }

  @Test
  void run_additiveWithChangesByHand_isCalibratedAnewAndNamesWhoAndWhy() throws IOException {
    List<BinningEdit> edits = List.of(
        new BinningEdit("amount", new BinningEdit.Effect(0, 2.0), "A. Lee", "policy 7"),
        new BinningEdit("amount", new BinningEdit.Merge(1, 3), "A. Lee", "too few"));
    TrainingPlan plan = plan("additive").toBuilder().edits(edits).build();

    TrainingResult plain = train(plan("additive"));
    TrainingResult edited = train(plan);

    AdditiveModel.Term before = amount(plain);
    AdditiveModel.Term after = amount(edited);
    assertThat(after.effects().get(0)).isEqualTo(2.0);
    assertThat(after.points().get(0)).isLessThan(before.points().get(0));
    assertThat(after.binning().bins()).isEqualTo(before.binning().bins() - 2);
    assertThat(after.binning().origin().edits()).hasSize(2);
    assertThat(new String(edited.model().toBytes(), StandardCharsets.UTF_8))
        .contains("A. Lee", "policy 7", "set the effect of bin 0 to 2.0");
    // calibrated on log-odds that moved with the change, the mean PD stays at the bad rate
    assertThat(edited.calibration().meanPd())
        .isCloseTo(edited.calibration().badRate(), within(0.005));
    assertThat(edited.calibration().meanPd()).isNotEqualTo(plain.calibration().meanPd());
    TrainingPlan again =
        TrainingPlan.parse(plan.toJson().getBytes(StandardCharsets.UTF_8), "plan.json");
    assertThat(train(again).model().toBytes()).isEqualTo(edited.model().toBytes());
  }

  private static AdditiveModel.Term amount(TrainingResult result) {
    return ((AdditiveModel) result.model().predictor())
        .terms().stream()
            .filter(term -> term.binning().feature().equals("amount"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void run_additiveSettings_areOfThePlan() {
    TrainingPlan quick = TrainingPlan.parse(
        "{\"family\": \"additive\", \"additive\": {\"mostRounds\": 3, \"pairs\": [0]}}"
            .getBytes(StandardCharsets.UTF_8),
        "plan.json");

    assertThat(quick.additive().mostRounds()).isEqualTo(3);
    assertThat(quick.additive().leaves()).isEqualTo(AdditiveSettings.DEFAULT.leaves());
    assertThat(train(quick).warnings()).anyMatch(w -> w.contains("stopped at the most rounds, 3"));
  }
}
