package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against R (cor, car, vcd), SciPy and statsmodels. */
class AssociationGoldenTest {

  private static final Golden CASE = new Golden("09_association");
  private static final Offset<Double> TOLERANCE = within(1e-12);

  private static double[] column(String name) {
    return CASE.numbers("input.csv", name);
  }

  private static double[][] numericColumns() {
    return CASE.expected().value("numeric_columns").texts().stream()
        .map(AssociationGoldenTest::column)
        .toArray(double[][]::new);
  }

  private static int[] levels(String name) {
    String[] texts = CASE.texts("input.csv", name);
    List<String> names = Arrays.stream(texts).distinct().sorted().toList();
    return Arrays.stream(texts).mapToInt(names::indexOf).toArray();
  }

  private static double[] dummy(String name, int level) {
    return Arrays.stream(levels(name))
        .mapToDouble(at -> at == level ? 1.0 : 0.0)
        .toArray();
  }

  private static double[] row(String matrix, int row) {
    List<JsonValue> rows = CASE.expected().value(matrix).list();
    return rows.get(row).numbers();
  }

  @Test
  void correlations_golden_agree() {
    double[][] columns = numericColumns();
    CorrelationMatrix pearson = CorrelationMatrix.pearson(columns);
    CorrelationMatrix spearman = CorrelationMatrix.spearman(columns);

    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double linear = row("pearson", i)[j];
        double ofRanks = row("spearman", i)[j];
        assertThat(pearson.value(i, j)).isCloseTo(linear, TOLERANCE);
        assertThat(Pearson.of(columns[i], columns[j]).value()).isCloseTo(linear, TOLERANCE);
        assertThat(spearman.value(i, j)).isCloseTo(ofRanks, TOLERANCE);
        assertThat(Spearman.of(columns[i], columns[j]).value()).isCloseTo(ofRanks, TOLERANCE);
        assertThat(Kendall.of(columns[i], columns[j]).value())
            .isCloseTo(row("kendall_tau_b", i)[j], TOLERANCE);
      }
    }
  }

  @Test
  void tests_golden_agree() {
    JsonObject expected = CASE.expected().object("duration_amount_tests");
    double[] duration = column("duration");
    double[] amount = column("amount");
    Pearson pearson = Pearson.of(duration, amount);
    Kendall kendall = Kendall.of(duration, amount);
    double spearmanP = Spearman.of(duration, amount).test().pValue();

    assertThat(pearson.test().statistic()).isCloseTo(expected.number("pearson_t"), within(1e-11));
    assertRelative(pearson.test().pValue(), expected.number("pearson_p"));
    assertThat(pearson.interval(0.95).low())
        .isCloseTo(expected.numbers("pearson_ci95")[0], TOLERANCE);
    assertThat(pearson.interval(0.95).high())
        .isCloseTo(expected.numbers("pearson_ci95")[1], TOLERANCE);
    assertRelative(spearmanP, expected.number("spearman_p_asymptotic_R"));
    assertRelative(spearmanP, expected.number("spearman_p_t_approximation_scipy"));
    assertThat(kendall.z()).isCloseTo(expected.number("kendall_z"), within(1e-11));
    assertRelative(kendall.test().pValue(), expected.number("kendall_p"));
  }

  private static void assertRelative(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void contingencyTable_golden_agrees() {
    JsonObject expected = CASE.expected().object("cramers_v");
    ContingencyTable job = ContingencyTable.of(levels("housing"), levels("job"));
    ContingencyTable target = ContingencyTable.of(levels("housing"), CASE.wholes("input.csv", "y"));

    assertThat(job.cramersV()).isCloseTo(expected.number("housing_job"), TOLERANCE);
    assertThat(target.cramersV()).isCloseTo(expected.number("housing_y"), TOLERANCE);
    assertThat(job.chiSquare().statistic())
        .isCloseTo(expected.number("housing_job_chi2"), within(1e-11));
    assertThat(job.degreesOfFreedom()).isEqualTo((int) expected.number("housing_job_df"));
    assertRelative(job.chiSquare().pValue(), expected.number("housing_job_p"));
    assertThat(job.contingencyCoefficient())
        .isCloseTo(expected.number("contingency_coef_housing_job"), TOLERANCE);
    assertThat(job.cramersVBiasCorrected())
        .isCloseTo(expected.number("housing_job_bias_corrected_bergsma"), TOLERANCE);
    assertThat(target.cramersVBiasCorrected())
        .isCloseTo(expected.number("housing_y_bias_corrected_bergsma"), TOLERANCE);
  }

  @Test
  void contingencyTable_ofGoldenCounts_equalsThatOfLevels() {
    double[][] counts = CASE
        .expected()
        .object("cramers_v")
        .value("housing_job_table_rows_cols_sorted_alphabetically")
        .list()
        .stream()
        .map(JsonValue::numbers)
        .toArray(double[][]::new);

    assertThat(ContingencyTable.of(counts).chiSquare())
        .isEqualTo(ContingencyTable.of(levels("housing"), levels("job")).chiSquare());
  }

  @Test
  void varianceInflation_golden_agrees() {
    double[] expected = CASE.expected().numbers("vif");
    double[] factors = VarianceInflation.of(numericColumns());

    assertThat(factors).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(factors[i]).isCloseTo(expected[i], TOLERANCE);
    }
  }

  @Test
  void generalisedVarianceInflation_golden_agrees() {
    JsonObject expected = CASE.expected().object("gvif");
    double[][] columns = { // treatment coding, the first level of each category left out
      column("duration"),
      column("amount"),
      column("age"),
      dummy("housing", 1),
      dummy("housing", 2),
      dummy("job", 1),
      dummy("job", 2),
      dummy("job", 3)
    };

    List<VarianceInflation.Generalised> factors =
        VarianceInflation.of(columns, new int[] {0, 1, 2, 3, 3, 4, 4, 4});

    assertThat(factors).hasSize(5);
    for (int term = 0; term < 5; term++) {
      assertThat(factors.get(term).value()).isCloseTo(expected.numbers("GVIF")[term], TOLERANCE);
      assertThat(factors.get(term).degreesOfFreedom())
          .isEqualTo((int) expected.numbers("Df")[term]);
      assertThat(factors.get(term).perCoefficient())
          .isCloseTo(expected.numbers("GVIF_pow")[term], TOLERANCE);
    }
  }

  @Test
  void conditionNumber_golden_agrees() {
    assertThat(ConditionNumber.standardised(numericColumns()))
        .isCloseTo(
            CASE.expected().number("condition_number_standardised_design_no_intercept"), TOLERANCE);
    assertThat(ConditionNumber.withIntercept(numericColumns()))
        .isCloseTo(
            CASE.expected().number("belsley_condition_number_unit_columns_with_intercept"),
            within(1e-11));
  }
}
