package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import io.probity.schema.SpecialValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionWorkspaceTest {

  private static final RiskModel MODEL = TestModels.scorecard();
  private static final CreditEngine ENGINE =
      CreditEngine.of(MODEL, TestPolicies.policy(TestPolicies.POLICY));
  private static final List<String> LEVELS = List.of("car", "home");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void decide_oneWorkspaceForAll_isTheSameAsOneForEachAndAsFromAMap(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DecisionWorkspace shared = ENGINE.newWorkspace();
    for (int i = 0; i < 300; i++) {
      double[] cells = applicant(random);

      Decision decision = ENGINE.decide("1", null, cells, shared);

      String json = decision.toJson();
      ENGINE.decide("2", null, applicant(random), shared);
      assertThat(decision.toJson()).isEqualTo(json);
      assertThat(ENGINE.decide("1", null, cells, ENGINE.newWorkspace()).toJson())
          .isEqualTo(json);
      assertThat(ENGINE.decide("1", null, map(cells)).toJson()).isEqualTo(json);
      assertThat(ENGINE.decide("1", null, map(cells), shared).toJson()).isEqualTo(json);
    }
  }

  @Test
  void decide_brokenCells_namesAllOfThem() {
    double[] cells = applicant(new SplittableRandom(1));
    cells[0] = Double.POSITIVE_INFINITY;
    cells[1] = 2;
    cells[3] = -Double.MAX_VALUE;

    assertThatThrownBy(() -> ENGINE.decide("1", null, cells, ENGINE.newWorkspace()))
        .isInstanceOfSatisfying(InvalidInputException.class, broken -> {
          assertThat(broken.violations())
              .extracting(violation -> violation.place())
              .containsExactly(
                  "features.dsti",
                  "features.purpose",
                  "features." + ENGINE.features().get(3));
          assertThat(broken).hasMessageContaining("from -1 for unseen to 1");
        });
  }

  @Test
  void decide_specialMissingAndUnseenCells_areAllowed() {
    double[] cells = applicant(new SplittableRandom(1));
    cells[0] = SpecialValues.cell(0);
    cells[1] = SpecialValues.UNSEEN;

    assertThat(ENGINE.decide("1", null, cells, ENGINE.newWorkspace()).pd()).isBetween(0.0, 1.0);
  }

  @Test
  void decide_tooFewCells_saysWhichAreNeeded() {
    assertThatThrownBy(() -> ENGINE.decide("1", null, new double[3], ENGINE.newWorkspace()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dsti")
        .hasMessageContaining("not 3");
  }

  @Test
  void decide_workspaceOfAnotherEngine_isRefused() {
    CreditEngine other = CreditEngine.of(MODEL, TestPolicies.policy(TestPolicies.POLICY));
    double[] cells = applicant(new SplittableRandom(1));

    assertThatThrownBy(() -> ENGINE.decide("1", null, cells, other.newWorkspace()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another engine");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void warmUp_changesNoDecision() {
    double[] cells = applicant(new SplittableRandom(5));
    String before = ENGINE.decide("1", null, cells, ENGINE.newWorkspace()).toJson();

    ENGINE.warmUp();

    assertThat(ENGINE.decide("1", null, cells, ENGINE.newWorkspace()).toJson()).isEqualTo(before);
  }

  private static double[] applicant(SplittableRandom random) {
    double[] cells = new double[ENGINE.features().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = switch (ENGINE.features().get(i)) {
        case "dsti" -> random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
        case "purpose" -> random.nextInt(2);
        case "income" -> random.nextInt(12_000);
        case "income_cv" -> random.nextDouble();
        case "costs", "debt", "card" -> random.nextInt(3_000);
        case "dependants", "micro_lenders" -> random.nextInt(5);
        case "amount" -> 1_000 + random.nextInt(50_000);
        case "term" -> 1 + random.nextInt(60);
        case "rate" -> random.nextInt(3) == 0 ? Double.NaN : 0.05 * random.nextInt(6);
        default -> Double.NaN;
      };
    }
    return cells;
  }

  private static Map<String, Object> map(double[] cells) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      String name = ENGINE.features().get(i);
      if (!Double.isNaN(cells[i])) {
        map.put(name, name.equals("purpose") ? (Object) LEVELS.get((int) cells[i]) : cells[i]);
      }
    }
    return map;
  }
}
