package io.probity.training.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AgeRuleTest {

  private static final Field AGE = Field.of("age", FieldKind.NUMBER, FieldRole.FEATURE);

  private static Binning age(double[] cuts, double... woe) {
    double[] counts = new double[woe.length];
    Arrays.fill(counts, 10);
    return Binning.ofNumber(
        AGE,
        cuts,
        BinTable.of(counts, counts, ZeroCellRule.HALF_IN_ZERO_BINS),
        woe,
        BinOrigin.AUTO);
  }

  private static Scorecard.Term term(Binning age) {
    ScorecardPoints points = ScorecardPoints.of(ScoreScale.DEFAULT, Calibration.IDENTITY, -3, 5);
    return new Scorecard.Term(age, -0.9, 0, points.points(age, -0.9));
  }

  @Test
  void repaired_elderlyBins_getTheBestYoungerWoeAndTheOriginSaysSo() {
    Binning age = age(new double[] {30, 62, 70}, -0.4, 0.6, 0.2, 0.9, -0.8);

    Binning repaired = AgeRule.repaired(age);

    assertThat(new double[] {
          repaired.woe(0), repaired.woe(1), repaired.woe(2), repaired.woe(3), repaired.woe(4)
        })
        .containsExactly(-0.4, 0.6, 0.6, 0.9, -0.8);
    assertThat(repaired.origin().edits())
        .containsExactly(new BinOrigin.Edit(
            "WOE of bin 2 raised to 0.6", "age rule", "Regulation B, 12 CFR 1002.6(b)(2)"));
    assertThat(AgeRule.repaired(repaired).origin()).isEqualTo(repaired.origin());
  }

  @Test
  void check_fewerPointsFromSixtyTwoOn_isAnErrorUntilRepaired() {
    Binning age = age(new double[] {30, 62}, -0.4, 0.6, 0.2, -0.8);

    assertThat(AgeRule.check(term(age))).get().satisfies(finding -> {
      assertThat(finding.code()).isEqualTo(Finding.Code.AGE_PENALISED);
      assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
      assertThat(finding.fields()).containsExactly("age");
    });
    assertThat(AgeRule.check(term(AgeRule.repaired(age)))).isEmpty();
  }

  @Test
  void withCut_binsAgeAtSixtyTwoWhateverTheData() {
    SplittableRandom random = new SplittableRandom(4);
    double[] cells = new double[3_000];
    int[] target = new int[cells.length];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = 18 + random.nextInt(65);
      target[row] = random.nextDouble() < (cells[row] < 40 ? 0.3 : 0.1) ? 1 : 0;
    }
    BinningSettings settings = AgeRule.withCut(BinningSettings.DEFAULT);

    BinningResult result = new BinningTrainer(settings).tryTrain(AGE, cells, Outcomes.of(target));

    assertThat(result.binning().orElseThrow().cuts()).contains(62.0);
    assertThat(AgeRule.withCut(settings)).isEqualTo(settings);
  }

  @Test
  void repaired_noCutAtSixtyTwo_saysHowToGetOne() {
    assertThatThrownBy(() -> AgeRule.repaired(age(new double[] {60}, 0.1, 0.2, 0)))
        .hasMessageEndingWith("bin it with AgeRule.withCut");
    assertThatThrownBy(() -> AgeRule.check(term(age(new double[] {}, 0.1, 0))))
        .hasMessageStartingWith("the bins of age have no cut at 62");
  }
}
