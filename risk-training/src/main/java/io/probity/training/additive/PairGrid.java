package io.probity.training.additive;

/**
 * Two features and how their bins are joined to a small table.
 *
 * @param first the position of the first feature
 * @param second the position of the second feature, above the first
 * @param rows the positions of the first feature's bins
 * @param columns the positions of the second feature's bins
 */
record PairGrid(int first, int second, PairAxis rows, PairAxis columns) {

  int cells() {
    return rows.positions() * columns.positions();
  }

  /** Returns the cell of a pair of bins, or -1 where one of them had no record. */
  int cell(int firstBin, int secondBin) {
    int row = rows.positionOf(firstBin);
    int column = columns.positionOf(secondBin);
    return row < 0 || column < 0 ? -1 : row * columns.positions() + column;
  }

  /** Returns the cell of each record; all their bins must have a position. */
  byte[] cells(CodedRecords records) {
    byte[] one = records.codes[first];
    byte[] two = records.codes[second];
    byte[] cells = new byte[one.length];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = (byte) Math.max(0, cell(one[row] & 0xff, two[row] & 0xff));
    }
    return cells;
  }
}
