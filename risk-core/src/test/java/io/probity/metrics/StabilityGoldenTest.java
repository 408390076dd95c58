package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.StabilityIndex;
import io.probity.binning.StabilityIndex.ZeroShare;
import io.probity.input.JsonObject;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against SciPy and R. */
class StabilityGoldenTest {

  private static final Golden CASE = new Golden("07_stability");
  private static final Offset<Double> TOLERANCE = within(1e-12);

  private static double[] scores(String wanted) {
    String[] sample = CASE.texts("input.csv", "sample");
    double[] score = CASE.numbers("input.csv", "score");
    return IntStream.range(0, score.length)
        .filter(row -> sample[row].equals(wanted))
        .mapToDouble(row -> score[row])
        .toArray();
  }

  /** Counts in right-closed bins, as the case has them; Probity's own bins are left-closed. */
  private static double[] decileCounts(String sample) {
    double[] edges =
        CASE.expected().object("score_deciles").numbers("inner_edges_type7_of_reference");
    double[] counts = new double[edges.length + 1];
    for (double score : scores(sample)) {
      counts[(int) Arrays.stream(edges).filter(edge -> score > edge).count()]++;
    }
    return counts;
  }

  private static JsonObject characteristic(String rule) {
    return CASE.expected().object("characteristic").object(rule);
  }

  @Test
  void psi_goldenOfScoreDeciles_agrees() {
    JsonObject expected = CASE.expected().object("score_deciles").object("floor_1e-4");
    double[] reference = decileCounts("reference");
    double[] actual = decileCounts("actual");

    assertThat(reference).isEqualTo(expected.numbers("expected_counts"));
    assertThat(actual).isEqualTo(expected.numbers("actual_counts"));
    assertThat(StabilityIndex.of(reference, actual, ZeroShare.FLOOR))
        .isCloseTo(expected.number("psi"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"floor_1e-4,FLOOR", "add_half,ADD_HALF"})
  void psi_goldenOfCharacteristicWithZeroCells_agrees(String golden, ZeroShare rule) {
    JsonObject expected = characteristic(golden);

    assertThat(StabilityIndex.of(
            expected.numbers("expected_counts"), expected.numbers("actual_counts"), rule))
        .isCloseTo(expected.number("psi"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"floor_1e-4", "zero_cell_floor_1e-4"})
  void psi_goldenByHand_agrees(String golden) {
    JsonObject expected = CASE.expected().object("hand").object(golden);
    double[] reference = expected.numbers("expected_counts");
    double[] actual = expected.numbers("actual_counts");

    assertThat(StabilityIndex.of(reference, actual, ZeroShare.FLOOR))
        .isCloseTo(expected.number("psi"), TOLERANCE);
    assertThat(StabilityIndex.of(actual, actual, ZeroShare.FLOOR))
        .isEqualTo(CASE.expected().object("hand").number("identical"));
  }

  @Test
  void pointsShift_golden_agrees() {
    JsonObject expected = characteristic("floor_1e-4");
    JsonObject parent = CASE.expected().object("characteristic");

    assertThat(PointsShift.of(
            expected.numbers("expected_counts"),
            expected.numbers("actual_counts"),
            parent.numbers("points")))
        .isCloseTo(parent.number("csi_points_shift_sum_(a-e)*points"), TOLERANCE);
  }

  @Test
  void kolmogorovSmirnov_golden_agrees() {
    JsonObject expected = CASE.expected().object("ks_two_sample");
    KolmogorovSmirnov test = KolmogorovSmirnov.of(scores("reference"), scores("actual"));

    assertThat(test.statistic()).isCloseTo(expected.number("d"), TOLERANCE);
    assertThat(test.finitePValue()).isCloseTo(expected.number("p_asymptotic_scipy"), within(1e-12));
    assertThat(test.limitPValue())
        .isCloseTo(expected.number("p_asymptotic_kolmogorov_limit"), within(1e-15));
    assertThat(test.limitPValue())
        .isCloseTo(expected.number("p_asymptotic_R_ks.test"), within(1e-15));
    assertThat(test.exactPValue()) // R 4.2 takes 1 less the other tail and keeps 9 digits
        .isCloseTo(expected.number("p_exact_conditional_on_ties_R_4.2"), within(1e-12));
    assertThat(test.exactPValue()) // counted in whole numbers: 1 - paths / (900 over 500)
        .isCloseTo(3.285587349467678e-4, within(1e-18));
  }

  @Test
  void kolmogorovSmirnov_goldenOfSmallSamples_agrees() {
    JsonObject expected = CASE.expected().object("ks_small_no_ties");
    KolmogorovSmirnov test = KolmogorovSmirnov.of(expected.numbers("x"), expected.numbers("y"));

    assertThat(test.statistic()).isCloseTo(expected.number("d"), TOLERANCE);
    assertThat(test.exactPValue()).isCloseTo(expected.number("p_exact"), TOLERANCE);
    assertThat(test.finitePValue()).isCloseTo(expected.number("p_asymptotic_scipy"), TOLERANCE);
    assertThat(test.limitPValue()).isCloseTo(expected.number("p_asymptotic_R_ks.test"), TOLERANCE);
  }

  @Test
  void wasserstein_golden_agrees() {
    JsonObject expected = CASE.expected().object("wasserstein");
    JsonObject small = CASE.expected().object("ks_small_no_ties");
    JsonObject weighted = expected.object("small_weighted_w1");
    double[] x = small.numbers("x");
    double[] y = small.numbers("y");

    assertThat(Wasserstein.distance(scores("reference"), scores("actual")))
        .isCloseTo(expected.number("score_w1"), within(1e-11));
    assertThat(Wasserstein.distance(x, y)).isCloseTo(expected.number("small_w1"), TOLERANCE);
    assertThat(Wasserstein.distance(
            x, weighted.numbers("u_weights"), y, weighted.numbers("v_weights")))
        .isCloseTo(weighted.number("w1"), TOLERANCE);
  }

  @Test
  void divergence_golden_agrees() {
    JsonObject expected = CASE.expected().object("jensen_shannon");
    JsonObject deciles = expected.object("score_deciles");
    JsonObject zeroCells = expected.object("characteristic_with_zero_cells");
    double[] reference = decileCounts("reference");
    double[] actual = decileCounts("actual");
    double divergence = Divergence.jensenShannon(reference, actual);
    double withZeros = Divergence.jensenShannon(
        characteristic("add_half").numbers("expected_counts"),
        characteristic("add_half").numbers("actual_counts"));

    assertThat(divergence).isCloseTo(deciles.number("divergence_nats"), TOLERANCE);
    assertThat(divergence / Math.log(2.0)).isCloseTo(deciles.number("divergence_bits"), TOLERANCE);
    assertThat(Math.sqrt(divergence)).isCloseTo(deciles.number("distance_sqrt_nats"), TOLERANCE);
    assertThat(withZeros).isCloseTo(zeroCells.number("divergence_nats"), TOLERANCE);
    assertThat(Divergence.kullbackLeibler(actual, reference))
        .isCloseTo(expected.number("kl_actual_vs_expected_score_deciles"), TOLERANCE);
    assertThat(Divergence.kullbackLeibler(reference, actual))
        .isCloseTo(expected.number("kl_expected_vs_actual_score_deciles"), TOLERANCE);
    assertThat(Divergence.hellinger(reference, actual))
        .isCloseTo(expected.number("hellinger_score_deciles"), TOLERANCE);
  }

  @Test
  void chiSquare_goldenOfHomogeneity_agrees() {
    JsonObject expected = CASE.expected().object("chi2_homogeneity_score_deciles");
    ContingencyTable table =
        ContingencyTable.of(new double[][] {decileCounts("reference"), decileCounts("actual")});

    assertThat(table.chiSquare().statistic()).isCloseTo(expected.number("chi2"), within(1e-11));
    assertThat(table.degreesOfFreedom()).isEqualTo(expected.whole("df"));
    assertThat(table.chiSquare().pValue()).isCloseTo(expected.number("p"), TOLERANCE);
  }
}
