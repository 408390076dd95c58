package io.probity.training.scorecard;

import io.probity.feature.CodedCells;
import java.util.List;

/** The position of each record's bin among the effects of all bins, by feature and row. */
sealed interface EffectCodes {

  /** Returns the number of features. */
  int features();

  /** Returns the position of the effect of a record's bin in a feature. */
  int position(int feature, int row);

  /** Positions as they are. */
  final class Plain implements EffectCodes {

    private final int[][] positions;

    Plain(int[][] positions) {
      this.positions = positions;
    }

    @Override
    public int features() {
      return positions.length;
    }

    @Override
    public int position(int feature, int row) {
      return positions[feature][row];
    }
  }

  /** Features held as one byte a cell, and the position of each code, by feature. */
  final class Coded implements EffectCodes {

    private final List<CodedCells> cells;
    private final int[][] positions;

    Coded(List<CodedCells> cells, int[][] positions) {
      this.cells = cells;
      this.positions = positions;
    }

    @Override
    public int features() {
      return positions.length;
    }

    @Override
    public int position(int feature, int row) {
      return positions[feature][cells.get(feature).code(row)];
    }
  }
}
