package io.probity.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.schema.RiskDirection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

  private static long fixed(double value) {
    return (long) (value * StepShape.UNIT);
  }

  @Test
  void valueStep_matchesHandCalculation() {
    // gradients 2, 2, -1, -3 with curvature 1 each, and missing 3 with curvature 2; two leaves
    ValueStep step = new ValueStep(
        new LeafRules(0.5, 2, 2.0, 1.0, 1.0), 4, new double[] {1, 1, 1, 1, 1}, RiskDirection.FREE);
    long[] sums = {
      fixed(2), fixed(1), fixed(2), fixed(1), fixed(-1), fixed(1), fixed(-3), fixed(1), fixed(3),
      fixed(2)
    };
    double[] found = new double[5];

    step.fit(sums, found);

    // cut in the middle: 4² / (2 + 2) + 4² / (2 + 2) = 8, more than 4/3 + 4/5 and 9/5 + 9/3 at the
    // other cuts; leaves -0.5 * 4 / 4 and 0.5 * 4 / 4; missing -0.5 * 3 / (2 + 1)
    assertThat(found).containsExactly(-0.5, -0.5, 0.5, 0.5, -0.5);
  }

  @Test
  void valueStep_againstTheDirection_doesNothing() {
    ValueStep step = new ValueStep(
        new LeafRules(0.5, 3, 2.0, 1.0, 1.0), 2, new double[] {1, 1, 0}, RiskDirection.FALLS);
    double[] found = new double[3];

    step.fit(new long[] {fixed(2), fixed(1), fixed(-2), fixed(1), 0, 0}, found);

    assertThat(found).containsExactly(0.0, 0.0, 0.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void valueStep_anyGradients_keepTheDirection(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[41];
    Arrays.fill(weights, 1.0);
    ValueStep step =
        new ValueStep(new LeafRules(0.1, 5, 1.0, 1.0, 2.0), 40, weights, RiskDirection.RISES);
    double[] found = new double[41];
    for (int i = 0; i < 200; i++) {
      long[] sums = new long[82];
      for (int bin = 0; bin < 41; bin++) {
        sums[2 * bin] = fixed(random.nextDouble() * 4 - 2);
        sums[2 * bin + 1] = fixed(random.nextDouble());
      }
      step.fit(sums, found);
      for (int bin = 1; bin < 40; bin++) {
        assertThat(found[bin]).isGreaterThanOrEqualTo(found[bin - 1]);
      }
    }
  }

  @Test
  void merging_matchesHandCalculation() {
    // joining 1.0 and 1.1 moves the effects by 0.5 * 0.1² = 0.005 in all; the room is 0.05² * 4 =
    // 0.01,
    // and joining that to 0 or 3 would take far more
    List<List<Integer>> blocks = Merging.of(
        new int[] {0, 1, 2, 3},
        new double[] {0.0, 1.0, 1.1, 3.0},
        new double[] {1, 1, 1, 1},
        Collections.nCopies(4, List.of()),
        0.05);

    assertThat(blocks).containsExactly(List.of(0), List.of(1, 2), List.of(3));
    assertThat(Merging.mean(
            List.of(1, 2), new double[] {0.0, 1.0, 1.1, 3.0}, new double[] {1, 1, 1, 1}))
        .isCloseTo(1.05, within(1e-15));
  }

  @Test
  void merging_binsThatAPairPlacesApart_stayApart() {
    List<List<Integer>> blocks = Merging.of(
        new int[] {0, 1, 2},
        new double[] {1.0, 1.0, 1.0},
        new double[] {1, 1, 1},
        List.of(List.of(0), List.of(0), List.of(1)),
        0.0);

    assertThat(blocks).containsExactly(List.of(0, 1), List.of(2));
  }

  @Test
  void probabilityTable_isWithinItsBound() {
    for (double logOdds = -20; logOdds <= 20; logOdds += 0.0137) {
      assertThat(ProbabilityTable.of(logOdds))
          .isCloseTo(1 / (1 + Math.exp(-logOdds)), within(2e-7));
    }
  }

  @Test
  void settings_writtenAndRead_areTheSame() {
    JsonText out = JsonText.compact().beginObject();
    AdditiveSettingsJson.write(out, "additive", AdditiveSettings.DEFAULT);

    JsonObject json = JsonObject.parse(out.endObject().toBytes(), "plan", JsonLimits.FILE);

    assertThat(AdditiveSettingsJson.read(json.object("additive")))
        .isEqualTo(AdditiveSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"rate\":2} | the rate must be in",
        "{\"leaves\":1} | the leaves must be",
        "{\"pairs\":[4]} | must rise from 0",
        "{\"caution\":[]} | the caution must be",
        "{\"bagz\":3} | bags"
      })
  void settings_broken_areRefused(String text, String message) {
    JsonObject json =
        JsonObject.parse(text.strip().getBytes(StandardCharsets.UTF_8), "plan", JsonLimits.FILE);

    assertThatThrownBy(() -> AdditiveSettingsJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message.strip());
  }
}
