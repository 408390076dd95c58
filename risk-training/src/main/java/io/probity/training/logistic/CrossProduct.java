package io.probity.training.logistic;

import java.util.Arrays;

/**
 * A sum of outer products of rows: Z'Z of all blocks added. Each tile of four by two sums stays in
 * registers while a block passes; the sums of a block are added to those of the blocks before.
 */
final class CrossProduct {

  /** The columns of a block are padded to a multiple of this. */
  static final int TILE = 4;

  private final int width;
  private final int size;
  private final double[] sums;

  CrossProduct(int width) {
    this.width = width;
    this.size = padded(width);
    this.sums = new double[size * size];
  }

  static int padded(int columns) {
    return (columns + TILE - 1) / TILE * TILE;
  }

  /** Adds the rows of a block. */
  void add(RowBlock block) {
    for (int i = 0; i < size; i += TILE) {
      for (int j = 0; j < i + TILE; j += 2) {
        addTile(block.z, block.count(), i, j);
      }
    }
  }

  /** Adds the sums of another one. */
  void addAll(CrossProduct other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  void clear() {
    Arrays.fill(sums, 0.0);
  }

  /** Returns the symmetric matrix of the sums, without the padding. */
  double[][] matrix() {
    double[][] matrix = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = sums[i * size + j];
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private void addTile(double[] z, int count, int i, int j) {
    int a0 = i * RowBlock.ROWS;
    int a1 = a0 + RowBlock.ROWS;
    int a2 = a1 + RowBlock.ROWS;
    int a3 = a2 + RowBlock.ROWS;
    int b0 = j * RowBlock.ROWS;
    int b1 = b0 + RowBlock.ROWS;
    double s00 = 0;
    double s01 = 0;
    double s10 = 0;
    double s11 = 0;
    double s20 = 0;
    double s21 = 0;
    double s30 = 0;
    double s31 = 0;
    for (int r = 0; r < count; r++) {
      double left = z[b0 + r];
      double right = z[b1 + r];
      s00 += z[a0 + r] * left;
      s01 += z[a0 + r] * right;
      s10 += z[a1 + r] * left;
      s11 += z[a1 + r] * right;
      s20 += z[a2 + r] * left;
      s21 += z[a2 + r] * right;
      s30 += z[a3 + r] * left;
      s31 += z[a3 + r] * right;
    }
    int at = i * size + j;
    sums[at] += s00;
    sums[at + 1] += s01;
    at += size;
    sums[at] += s10;
    sums[at + 1] += s11;
    at += size;
    sums[at] += s20;
    sums[at + 1] += s21;
    at += size;
    sums[at] += s30;
    sums[at + 1] += s31;
  }
}
