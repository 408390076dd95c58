package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignMatrixTest {

  @Test
  void of_columns_areCopied() {
    double[] age = {20, 30};
    DesignMatrix matrix = DesignMatrix.of(List.of("age"), new double[][] {age});
    age[0] = 99;

    assertThat(matrix.value(0, 0)).isEqualTo(20);
    assertThat(matrix.rows()).isEqualTo(2);
    assertThat(matrix.columns()).isEqualTo(1);
  }

  @Test
  void ofUnsafe_columns_areShared() {
    double[] age = {20, 30};
    DesignMatrix matrix = DesignMatrix.ofUnsafe(List.of("age"), new double[][] {age});
    age[0] = 99;

    assertThat(matrix.value(0, 0)).isEqualTo(99);
  }

  @Test
  void select_names_givesTheirOrder() {
    DesignMatrix matrix = DesignMatrix.of(List.of("a", "b", "c"), new double[][] {{1}, {2}, {3}});

    DesignMatrix selected = matrix.select(List.of("c", "a"));

    assertThat(selected.names()).containsExactly("c", "a");
    assertThat(selected.value(0, 0)).isEqualTo(3);
    assertThat(selected.indexOf("a")).isEqualTo(1);
    assertThat(selected.has("b")).isFalse();
    assertThat(matrix.select(List.of()).rows()).isEqualTo(1);
  }

  @Test
  void select_unknownOrTwice_isRefused() {
    DesignMatrix matrix = DesignMatrix.of(List.of("a", "b"), new double[][] {{1}, {2}});

    assertThatThrownBy(() -> matrix.select(List.of("z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the design has no column \"z\"; it has [a, b]");
    assertThatThrownBy(() -> matrix.select(List.of("a", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("selected twice");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101})
  void of_badValue_isRefusedWithItsPlace(double value) {
    assertThatThrownBy(() -> DesignMatrix.of(List.of("age"), new double[][] {{1, value}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the column age must be finite")
        .hasMessageContaining("row 1 holds " + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "", DesignMatrix.INTERCEPT})
  void of_badName_isRefused(String name) {
    assertThatThrownBy(() -> DesignMatrix.of(List.of(name), new double[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a column needs a name other than");
  }

  @Test
  void of_wrongShape_isRefused() {
    assertThatThrownBy(() -> DesignMatrix.of(List.of("a"), new double[][] {{1}, {2}}))
        .hasMessageContaining("1 names and 2 columns");
    assertThatThrownBy(() -> DesignMatrix.of(List.of(), new double[0][]))
        .hasMessageContaining("DesignMatrix.ofIntercept");
    assertThatThrownBy(() -> DesignMatrix.of(List.of("a", "a"), new double[][] {{1}, {2}}))
        .hasMessageContaining("same name");
    assertThatThrownBy(() -> DesignMatrix.of(List.of("a", "b"), new double[][] {{1}, {2, 3}}))
        .hasMessage("the column b has 2 rows, but the first column has 1");
    assertThatThrownBy(() -> DesignMatrix.of(List.of("a"), new double[][] {{}}))
        .hasMessageContaining("at least one row");
    assertThatThrownBy(() -> DesignMatrix.ofIntercept(0)).hasMessageContaining("at least one row");
  }
}
