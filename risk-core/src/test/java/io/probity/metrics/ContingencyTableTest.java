package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContingencyTableTest {

  @Test
  void of_perfectAssociation_hasVOne() {
    ContingencyTable table = ContingencyTable.of(new int[] {0, 1, 2, 2}, new int[] {1, 0, 2, 2});

    assertThat(table.cramersV()).isCloseTo(1.0, within(1e-15));
    assertThat(table.chiSquare().statistic()).isCloseTo(8.0, within(1e-14)); // n (k - 1)
    assertThat(table.degreesOfFreedom()).isEqualTo(4);
  }

  @Test
  void of_independence_hasNoAssociation() {
    ContingencyTable table = ContingencyTable.of(new double[][] {{1, 2}, {2, 4}});

    assertThat(table.chiSquare()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(table.cramersV()).isEqualTo(0.0);
    assertThat(table.cramersVBiasCorrected()).isEqualTo(0.0);
    assertThat(table.contingencyCoefficient()).isEqualTo(0.0);
  }

  @Test
  void of_emptyRowsAndColumns_areLeftOut() {
    ContingencyTable table = ContingencyTable.of(new double[][] {{3, 0, 1}, {0, 0, 0}, {2, 0, 5}});

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns()).isEqualTo(2);
    assertThat(table.chiSquare())
        .isEqualTo(ContingencyTable.of(new double[][] {{3, 1}, {2, 5}}).chiSquare());
  }

  @Test
  void of_oneRow_showsNoAssociation() {
    ContingencyTable table = ContingencyTable.of(new double[][] {{3, 4, 5}});

    assertThat(table.chiSquare()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(table.cramersV()).isEqualTo(0.0);
    assertThat(table.cramersVBiasCorrected()).isEqualTo(0.0);
  }

  @Test
  void coefficients_rowsAndColumnsSwapped_doNotChange() {
    ContingencyTable table = ContingencyTable.of(new double[][] {{9, 1, 2, 4}, {2, 8, 3, 1}});
    ContingencyTable swapped = ContingencyTable.of(new double[][] {{9, 2}, {1, 8}, {2, 3}, {4, 1}});

    assertThat(swapped.cramersVBiasCorrected())
        .isPositive()
        .isCloseTo(table.cramersVBiasCorrected(), within(1e-14));
    assertThat(swapped.cramersV()).isCloseTo(table.cramersV(), within(1e-14));
  }

  @Test
  void biasCorrected_tooFewRecords_isZero() {
    assertThat(ContingencyTable.of(new double[][] {{1}}).cramersVBiasCorrected())
        .isEqualTo(0.0);
    assertThat(ContingencyTable.of(new double[][] {{1, 0}, {0, 1}}).cramersVBiasCorrected())
        .isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void chiSquare_twoByTwo_equalsThatOfTheSmallClass(long seed) {
    double[] counts = RandomOutcomes.of(seed, 8).score();
    ContingencyTable table =
        ContingencyTable.of(new double[][] {{counts[0], counts[1]}, {counts[2], counts[3]}});
    TestResult small = new TwoByTwo(counts[0], counts[1], counts[2], counts[3]).chiSquare();

    assertThat(table.chiSquare().statistic()).isCloseTo(small.statistic(), within(1e-14));
    assertThat(table.chiSquare().pValue()).isCloseTo(small.pValue(), within(1e-13));
  }

  @Test
  void of_badInput_isRefused() {
    assertThatThrownBy(() -> ContingencyTable.of(new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContingencyTable.of(new double[][] {{0, 0}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContingencyTable.of(new double[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContingencyTable.of(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContingencyTable.of(new int[] {0, -1}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give missing a level of its own");
    assertThatThrownBy(() -> ContingencyTable.of(new int[] {0}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
