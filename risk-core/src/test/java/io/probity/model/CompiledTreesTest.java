package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The compiled trees against plain walks, bit by bit, on a million rows. */
class CompiledTreesTest {

  private static final int MODELS = 4;
  private static final int ROWS_PER_MODEL = 250_000;
  private static final int NUMBERS = 5;
  private static final int TREES = 11; // not a multiple of those that are walked together
  private static final List<Float> LEVELS = List.of(0.0f, -0.0f, 1.0f, 2.5f);
  private static final float[] ODD_THRESHOLDS = {
    0.0f,
    -0.0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  @Test
  void millionRows_equalPlainWalksToTheLastBit() {
    for (int seed = 1; seed <= MODELS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TreeEnsemble ensemble = ensemble(random);
      CompiledPredictor compiled = CompiledPredictor.of(ensemble, ScoreScale.DEFAULT);
      Margin margin = compiled.newMargin();
      double[] cells = awkwardCells(ensemble);
      double[] x = new double[NUMBERS + 1];
      for (int row = 0; row < ROWS_PER_MODEL; row++) {
        fill(x, cells, random);
        double expected = plainWalks(ensemble, x);
        compiled.predict(x, margin);
        boolean equal = same(margin.badLogOdds, expected)
            && same(compiled.badLogOdds(x), expected)
            && margin.score == ensemble.score(x, ScoreScale.DEFAULT);
        assertThat(equal).as("row %d %s", row, x).isTrue();
      }
    }
  }

  @Test
  void contribute_isOfTheApplicantPredictedLast_evenIfTheCellsChangeLater() {
    TreeEnsemble ensemble = ensemble(new SplittableRandom(9));
    CompiledPredictor compiled = CompiledPredictor.of(ensemble, ScoreScale.DEFAULT);
    Margin margin = compiled.newMargin();
    double[] x = {0.1, -0.4, Double.NaN, 0.9, 0.2, 1};
    double[] expected = new double[x.length];
    ensemble.contributions(x, expected);

    compiled.predict(x, margin);
    x[0] = 5;
    compiled.contribute(margin);

    assertThat(margin.contributions).isEqualTo(expected);
  }

  private static double plainWalks(TreeEnsemble ensemble, double[] x) {
    PackedTrees trees = ensemble.trees();
    float sum = ensemble.baseLogOdds();
    for (int tree = 0; tree < trees.trees(); tree++) {
      int node = trees.root(tree);
      while (!trees.isLeaf(node)) {
        TreeColumn column = ensemble.columns().get(trees.column(node));
        node = trees.child(node, column.of(x[column.feature()]));
      }
      sum += trees.value(node);
    }
    return sum;
  }

  private static void fill(double[] x, double[] cells, SplittableRandom random) {
    for (int i = 0; i < NUMBERS; i++) {
      x[i] = random.nextInt(3) == 0
          ? cells[random.nextInt(cells.length)]
          : random.nextDouble(-1.5, 1.5);
    }
    x[NUMBERS] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(LEVELS.size() + 1) - 1;
  }

  /** Cells at every threshold and one ulp of a double and of a float beside it. */
  private static double[] awkwardCells(TreeEnsemble ensemble) {
    List<Double> cells = new ArrayList<>(
        List.of(Double.NaN, 0.0, -0.0, Double.MIN_VALUE, 1e300, -1e300, SpecialValues.cell(3)));
    for (int column = 0; column < NUMBERS; column++) {
      for (float cut : ensemble.trees().thresholds(column)) {
        cells.addAll(List.of(
            (double) cut,
            Math.nextUp((double) cut),
            Math.nextDown((double) cut),
            (double) Math.max(-Float.MAX_VALUE, Math.nextDown(cut)),
            (double) Math.min(Float.MAX_VALUE, Math.nextUp(cut))));
      }
    }
    return cells.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static TreeEnsemble ensemble(SplittableRandom random) {
    List<TreeColumn> columns = new ArrayList<>();
    IntStream.range(0, NUMBERS).forEach(i -> columns.add(new TreeColumn.Value(i)));
    columns.add(new TreeColumn.Flag(0, 3));
    columns.add(new TreeColumn.Levels(NUMBERS, LEVELS, Float.NaN));
    List<String> names =
        IntStream.rangeClosed(0, NUMBERS).mapToObj(i -> "f" + i).toList();
    return TreeEnsemble.of(names, columns, -2.5f, trees(random, columns.size()));
  }

  private static PackedTrees trees(SplittableRandom random, int columns) {
    int[] roots = new int[TREES];
    int most = TREES * 63;
    int[] column = new int[most];
    boolean[] missingLeft = new boolean[most];
    float[] value = new float[most];
    int[] left = new int[most];
    float[] cover = new float[most];
    int node = 0;
    for (int tree = 0; tree < TREES; tree++) {
      roots[tree] = node;
      int next = node + 1;
      int splits = tree == 0 ? 0 : 1 + random.nextInt(31);
      for (int i = 0; node < next; i++, node++) {
        boolean isSplit = i < splits && next - roots[tree] < 62;
        if (isSplit) {
          column[node] = random.nextInt(columns);
          missingLeft[node] = random.nextBoolean();
          left[node] = next;
          next += 2;
        } else {
          cover[node] = 1;
        }
        value[node] = isSplit && random.nextInt(4) == 0
            ? ODD_THRESHOLDS[random.nextInt(ODD_THRESHOLDS.length)]
            : (float) random.nextDouble(-1, 1);
      }
    }
    return PackedTrees.of(
        columns,
        roots,
        Arrays.copyOf(column, node),
        Arrays.copyOf(missingLeft, node),
        Arrays.copyOf(value, node),
        Arrays.copyOf(left, node),
        Arrays.copyOf(cover, node));
  }

  private static boolean same(double one, double other) {
    return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
  }
}
