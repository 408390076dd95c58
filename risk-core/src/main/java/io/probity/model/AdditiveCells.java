package io.probity.model;

import io.probity.binning.Binning;
import java.util.ArrayList;
import java.util.List;

/** The effects of an additive model in arrays, laid out for scoring without allocating. */
final class AdditiveCells {

  private static final double HALF = 0.5;

  private final Binning[] binnings;
  private final double[][] effects;
  private final int[][] points;
  private final Half[][] halves; // of each feature, in the order of the pairs

  /** One half of a pair, as it falls to one of its features. */
  private static final class Half {

    private final int first;
    private final int second;
    private final int[] rowOf;
    private final int[] columnOf;
    private final double[][] halves;
    private final int[][] points;

    private Half(AdditiveModel.Pair pair) {
      this.first = pair.first();
      this.second = pair.second();
      this.rowOf = pair.rowOf().stream().mapToInt(Integer::intValue).toArray();
      this.columnOf = pair.columnOf().stream().mapToInt(Integer::intValue).toArray();
      this.halves = pair.effects().stream()
          .map(row -> row.stream().mapToDouble(effect -> HALF * effect).toArray())
          .toArray(double[][]::new);
      this.points = pair.points().stream().map(AdditiveCells::whole).toArray(int[][]::new);
    }
  }

  AdditiveCells(List<AdditiveModel.Term> terms, List<AdditiveModel.Pair> pairs) {
    this.binnings = terms.stream().map(AdditiveModel.Term::binning).toArray(Binning[]::new);
    this.effects = terms.stream()
        .map(term -> term.effects().stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
    this.points = terms.stream().map(term -> whole(term.points())).toArray(int[][]::new);
    List<List<Half>> byFeature = new ArrayList<>();
    terms.forEach(term -> byFeature.add(new ArrayList<>()));
    for (AdditiveModel.Pair pair : pairs) {
      Half half = new Half(pair);
      byFeature.get(pair.first()).add(half);
      byFeature.get(pair.second()).add(half);
    }
    this.halves = byFeature.stream().map(list -> list.toArray(new Half[0])).toArray(Half[][]::new);
  }

  /** Returns what a feature brings: the effect of its bin and half of each of its pairs. */
  double contribution(int feature, double[] x) {
    double sum = effects[feature][binnings[feature].binOf(x[feature])];
    for (Half half : halves[feature]) {
      int row = half.rowOf[binnings[half.first].binOf(x[half.first])];
      int column = half.columnOf[binnings[half.second].binOf(x[half.second])];
      sum += half.halves[row][column];
    }
    return sum;
  }

  /** Returns the sum of the points of all bins and cells. */
  int score(double[] x) {
    int score = 0;
    for (int i = 0; i < binnings.length; i++) {
      score += points[i][binnings[i].binOf(x[i])];
      for (Half half : halves[i]) {
        if (half.first == i) {
          int row = half.rowOf[binnings[i].binOf(x[i])];
          score += half.points[row][half.columnOf[binnings[half.second].binOf(x[half.second])]];
        }
      }
    }
    return score;
  }

  private static int[] whole(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
