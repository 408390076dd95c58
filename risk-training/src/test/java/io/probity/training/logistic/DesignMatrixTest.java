package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
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

  /** The same columns as numbers and as codes give the same fit to the last bit. */
  @Test
  void ofCodes_sameValues_givesTheSameFit() {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 400;
    double[][] values = {{-0.7, 0.1, 0.9}, new double[200]};
    values[1][199] = 2.5;
    byte[][] codes = new byte[2][rows];
    double[][] columns = new double[2][rows];
    int[] target = new int[rows];
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      codes[0][row] = (byte) random.nextInt(3);
      codes[1][row] = (byte) (random.nextBoolean() ? 199 : 4);
      for (int column = 0; column < 2; column++) {
        columns[column][row] = values[column][codes[column][row] & 0xff];
      }
      target[row] = random.nextDouble() < 0.3 + 0.2 * columns[0][row] ? 1 : 0;
      weights[row] = 1 + random.nextInt(3);
    }
    List<String> names = List.of("a", "b");
    LogisticTrainer trainer = LogisticTrainer.ofDefaults();

    assertThat(trainer
            .train(DesignMatrix.ofCodes(names, codes, values), target, weights)
            .estimates())
        .isEqualTo(
            trainer.train(DesignMatrix.of(names, columns), target, weights).estimates());
    assertThatThrownBy(() -> DesignMatrix.ofCodes(names, codes, new double[1][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as many lists of values");
  }
}
