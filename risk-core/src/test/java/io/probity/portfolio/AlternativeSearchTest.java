package io.probity.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.decision.Outcome;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlternativeSearchTest {

  private static final List<String> GROUPS =
      IntStream.range(0, 200).mapToObj(i -> i < 100 ? "a" : "b").toList();
  private static final List<String> ALIKE = Collections.nCopies(200, "all");

  /** Approves so many of each group of 100, each of whom earns so much. */
  private static List<DecidedCase> cases(int ofA, int ofB, double profit) {
    List<DecidedCase> cases = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean approved = i < 100 ? i < ofA : i - 100 < ofB;
      cases.add(
          approved
              ? new DecidedCase(true, Outcome.APPROVE, 0.02, 100, 0.1, 1, 8, profit)
              : new DecidedCase(false, Outcome.DECLINE, 0.2, 0, 0, 0, 0, 0));
    }
    return cases;
  }

  /**
   * Now: 80 and 40 approved, ratio 0.5, profit 1,200. One at 78 and 57 earns 1,161 (3.25% less) at a
   * ratio of 57 / 78; one of the same ratio 1 earns 800 (a third less).
   */
  @Test
  void of_findsTheMostAlikeWithinTheLoss() {
    Map<String, List<DecidedCase>> strategies = new LinkedHashMap<>();
    strategies.put("now", cases(80, 40, 10));
    strategies.put("equal", cases(50, 50, 8));
    strategies.put("better", cases(78, 57, 8.6));
    strategies.put("worse", cases(80, 30, 11));

    AlternativeSearch search = AlternativeSearch.of("now", strategies, GROUPS, ALIKE, "a", 0.05);

    AlternativeSearch.Alternative best = search.best().orElseThrow();
    assertThat(best.name()).isEqualTo("better");
    assertThat(best.leastRatio().orElseThrow()).isCloseTo(57.0 / 78, within(1e-12));
    assertThat(best.profitLoss().orElseThrow()).isCloseTo(0.0325, within(1e-12));
    assertThat(search.baseline().leastRatio()).hasValue(0.5);
    assertThat(search.alternatives())
        .extracting(AlternativeSearch.Alternative::name)
        .containsExactly("better", "worse", "equal");
    assertThat(AlternativeSearch.of("now", strategies, GROUPS, ALIKE, "a", 0.5).best())
        .map(AlternativeSearch.Alternative::name)
        .contains("equal");
    assertThat(AlternativeSearch.of("now", strategies, GROUPS, ALIKE, "a", 0.01).best())
        .isEmpty();
  }

  @Test
  void of_wrongInput_isNamed() {
    Map<String, List<DecidedCase>> strategies = Map.of("now", cases(80, 40, 10));

    assertThatThrownBy(() -> AlternativeSearch.of("then", strategies, GROUPS, ALIKE, "a", 0.1))
        .hasMessage("the baseline \"then\" is none of now");
    assertThatThrownBy(
            () -> AlternativeSearch.of("now", strategies, GROUPS, ALIKE, "a", Double.NaN))
        .hasMessageContaining("loss of profit must be a fraction in [0, 1], not NaN");
    assertThatThrownBy(() -> AlternativeSearch.of("now", strategies, GROUPS, ALIKE, "c", 0.1))
        .hasMessageContaining("nobody is of the reference group \"c\"");
  }

  @Test
  void approvedBefore_namesWhatNobodyHad() {
    double special = SpecialValues.cell(3);
    ApprovedBefore before = ApprovedBefore.of(
        List.of("x", "level"),
        Set.of("level"),
        List.of(new double[] {1, 0}, new double[] {5, 2}, new double[] {special, 0}));

    assertThat(before.unlike(new double[] {3, 2})).isEmpty();
    assertThat(before.unlike(new double[] {special, 0})).isEmpty();
    assertThat(before.unlike(new double[] {5.5, 0})).containsExactly("x");
    assertThat(before.unlike(new double[] {3, 1})).containsExactly("level");
    assertThat(before.unlike(new double[] {Double.NaN, -1})).containsExactly("x", "level");
    assertThat(ApprovedBefore.of(List.of("x"), Set.of(), List.of()).unlike(new double[] {1}))
        .containsExactly("x");
  }
}
