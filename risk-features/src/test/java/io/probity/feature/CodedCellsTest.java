package io.probity.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodedCellsTest {

  private static final Field X = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);
  private static final Field Y = Field.of("y", FieldKind.NUMBER, FieldRole.FEATURE);

  /** Code -56 as a byte is 200 without sign. */
  @Test
  void cell_codesAbove127_areNumbersWithoutSign() {
    double[] cells = new double[256];
    cells[200] = 7.5;
    cells[1] = Double.NaN;
    CodedCells coded = CodedCells.ofUnsafe(new byte[] {(byte) 200, 1, 0}, cells);

    assertThat(coded.toArrayUnsafe()).containsExactly(7.5, Double.NaN, 0.0);
    assertThat(coded.code(0)).isEqualTo(200);
    assertThat(coded.rowsAt(new int[] {2, 0}).toArrayUnsafe()).containsExactly(0.0, 7.5);
  }

  @Test
  void matrix_ofCodes_readsAsOneOfCells() {
    CodedCells x = CodedCells.ofUnsafe(new byte[] {0, 1, 1}, new double[] {3, 4});
    CodedCells y = CodedCells.ofUnsafe(new byte[] {1, 0, 1}, new double[] {5, 6});
    FeatureMatrix matrix = FeatureMatrix.ofCodes(List.of(X, Y), List.of(x, y), 3);

    double[] row = new double[2];
    matrix.copyRow(2, row);
    assertThat(row).containsExactly(4, 6);
    assertThat(matrix.columnUnsafe(1)).containsExactly(6, 5, 6);
    assertThat(matrix.rowsAt(new int[] {1}).cell(0, 1)).isEqualTo(5);
    assertThat(matrix.only(List.of("y")).columnUnsafe(0)).containsExactly(6, 5, 6);
    assertThat(matrix.codes(0)).contains(x);
  }

  @Test
  void ofCodes_wrongNumbers_areRefused() {
    CodedCells x = CodedCells.ofUnsafe(new byte[] {0}, new double[] {3});

    assertThatThrownBy(() -> FeatureMatrix.ofCodes(List.of(X, Y), List.of(x), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("for each of 2 fields");
    assertThatThrownBy(() -> FeatureMatrix.ofCodes(List.of(X), List.of(x), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CodedCells.ofUnsafe(new byte[0], new double[257]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("257");
    assertThatThrownBy(() -> FeatureMatrix.ofCodes(List.of(X), List.of(x), 1).only(List.of("z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"z\"");
  }
}
