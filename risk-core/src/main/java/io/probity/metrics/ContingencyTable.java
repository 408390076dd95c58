package io.probity.metrics;

import java.util.Arrays;

/**
 * Counts of two categories crossed, and how strongly they go together. Immutable.
 *
 * <p>Rows and columns without records are left out. A table with one row or one column left shows
 * no association: the statistic and every coefficient are 0 and the p-value is 1.
 */
public final class ContingencyTable {

  private final double[][] counts; // rows and columns with records only
  private final double total;

  private ContingencyTable(double[][] counts, double total) {
    this.counts = counts;
    this.total = total;
  }

  /**
   * Returns the table of counts.
   *
   * @param counts rows x columns, at least 0; weights are allowed
   * @throws IllegalArgumentException if rows differ in length, a count is out of range or all are 0
   */
  public static ContingencyTable of(double[][] counts) {
    int columns = counts.length == 0 ? 0 : counts[0].length;
    double total = 0.0;
    double[] columnSums = new double[columns];
    double[] rowSums = new double[counts.length];
    for (int row = 0; row < counts.length; row++) {
      if (counts[row].length != columns) {
        throw new IllegalArgumentException(
            "every row needs as many columns, not " + columns + " and " + counts[row].length);
      }
      for (int column = 0; column < columns; column++) {
        double count = counts[row][column];
        if (!(count >= 0)) {
          throw new IllegalArgumentException("counts must be at least 0, not " + count);
        }
        total += count;
        rowSums[row] += count;
        columnSums[column] += count;
      }
    }
    if (!(total > 0 && total <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a table needs records, and finitely many, not " + total);
    }
    return new ContingencyTable(filled(counts, rowSums, columnSums), total);
  }

  /**
   * Returns the table of two columns of levels.
   *
   * @param rowLevels the level of each record, 0 or more
   * @param columnLevels the other level of each record, 0 or more
   */
  public static ContingencyTable of(int[] rowLevels, int[] columnLevels) {
    if (rowLevels.length != columnLevels.length) {
      throw new IllegalArgumentException("both columns need the same records, not "
          + rowLevels.length + " and " + columnLevels.length);
    }
    double[][] counts = new double[levels(rowLevels)][levels(columnLevels)];
    for (int i = 0; i < rowLevels.length; i++) {
      counts[rowLevels[i]][columnLevels[i]]++;
    }
    return of(counts);
  }

  private static int levels(int[] column) {
    int highest = -1;
    for (int level : column) {
      if (level < 0) {
        throw new IllegalArgumentException(
            "levels must be at least 0, not " + level + "; give missing a level of its own");
      }
      highest = Math.max(highest, level);
    }
    return highest + 1;
  }

  private static double[][] filled(double[][] counts, double[] rowSums, double[] columnSums) {
    int rows = (int) Arrays.stream(rowSums).filter(sum -> sum > 0).count();
    int columns = (int) Arrays.stream(columnSums).filter(sum -> sum > 0).count();
    double[][] filled = new double[rows][columns];
    int toRow = 0;
    for (int row = 0; row < counts.length; row++) {
      if (rowSums[row] > 0) {
        int toColumn = 0;
        for (int column = 0; column < columnSums.length; column++) {
          if (columnSums[column] > 0) {
            filled[toRow][toColumn++] = counts[row][column];
          }
        }
        toRow++;
      }
    }
    return filled;
  }

  /** Returns the number of rows with records. */
  public int rows() {
    return counts.length;
  }

  /** Returns the number of columns with records. */
  public int columns() {
    return counts[0].length;
  }

  /** Returns (rows - 1) x (columns - 1). */
  public int degreesOfFreedom() {
    return (rows() - 1) * (columns() - 1);
  }

  /** Returns Pearson's chi-squared test of independence, without correction. */
  public TestResult chiSquare() {
    double statistic = chiSquareStatistic();
    return TestResult.ofChiSquare(statistic, degreesOfFreedom());
  }

  private double chiSquareStatistic() {
    double[] columnSums = new double[columns()];
    for (double[] row : counts) {
      for (int column = 0; column < row.length; column++) {
        columnSums[column] += row[column];
      }
    }
    double statistic = 0.0;
    for (double[] row : counts) {
      double rowSum = 0.0;
      for (double count : row) {
        rowSum += count;
      }
      for (int column = 0; column < row.length; column++) {
        double expected = rowSum * (columnSums[column] / total);
        double gap = row[column] - expected;
        statistic += gap * gap / expected;
      }
    }
    return degreesOfFreedom() == 0 ? 0.0 : statistic;
  }

  /** Returns Cramer's V: root of chi-squared / (records x (smaller side - 1)), in [0, 1]. */
  public double cramersV() {
    int smaller = Math.min(rows(), columns()) - 1;
    return smaller == 0 ? 0.0 : Math.min(1.0, Math.sqrt(chiSquareStatistic() / total / smaller));
  }

  /**
   * Returns Cramer's V without the part that chance adds, in [0, 1]; 0 where too few records are
   * left for a correction.
   *
   * <p>Source: Bergsma, A bias-correction for Cramer's V and Tschuprow's T, 2013.
   */
  public double cramersVBiasCorrected() {
    double one = total - 1.0;
    double phi = Math.max(0.0, chiSquareStatistic() / total - degreesOfFreedom() / one);
    double rows = rows() - (rows() - 1.0) * (rows() - 1.0) / one;
    double columns = columns() - (columns() - 1.0) * (columns() - 1.0) / one;
    double smaller = Math.min(rows, columns) - 1.0;
    return one > 0 && smaller > 0 ? Math.min(1.0, Math.sqrt(phi / smaller)) : 0.0;
  }

  /** Returns Pearson's contingency coefficient: root of chi-squared / (chi-squared + records). */
  public double contingencyCoefficient() {
    double statistic = chiSquareStatistic();
    return Math.sqrt(statistic / (statistic + total));
  }
}
