package io.probity.training.boosted;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.PackedTrees;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Turns the trees of XGBoost's own model file into packed trees. */
final class BoosterTrees {

  private static final JsonLimits LIMITS = new JsonLimits(Integer.MAX_VALUE - 8, 32);

  private final int columns;
  private final int[] roots;
  private int[] column = new int[0];
  private boolean[] missingLeft = new boolean[0];
  private float[] value = new float[0];
  private int[] left = new int[0];
  private float[] cover = new float[0];
  private final double[] gains;
  private final int[] splits;
  private int nodes;

  private BoosterTrees(int columns, int trees) {
    this.columns = columns;
    this.roots = new int[trees];
    this.gains = new double[columns];
    this.splits = new int[columns];
  }

  /**
   * Reads the trees of a booster.
   *
   * @param columns the number of columns that it learned from
   */
  static BoosterTrees of(Booster booster, int columns) throws XGBoostError {
    JsonObject model = JsonObject.parse(booster.toByteArray("json"), "XGBoost's model", LIMITS)
        .object("learner")
        .object("gradient_booster")
        .object("model");
    List<JsonObject> stored = model.objects("trees");
    BoosterTrees trees = new BoosterTrees(columns, stored.size());
    for (int tree = 0; tree < stored.size(); tree++) {
      trees.roots[tree] = trees.nodes;
      trees.add(stored.get(tree));
    }
    return trees;
  }

  /** Returns by how much splits on a column lowered the loss, by XGBoost's own count. */
  double gain(int ofColumn) {
    return gains[ofColumn];
  }

  /** Returns the number of splits on a column. */
  int splits(int ofColumn) {
    return splits[ofColumn];
  }

  /** Adds one tree, its nodes level by level from the root, so that pruned nodes are left out. */
  private void add(JsonObject tree) {
    double[] leftOf = tree.numbers("left_children");
    double[] rightOf = tree.numbers("right_children");
    double[] splitColumn = tree.numbers("split_indices");
    double[] splitValue = tree.numbers("split_conditions");
    double[] goesLeft = tree.numbers("default_left");
    double[] curvature = tree.numbers("sum_hessian");
    double[] gain = tree.numbers("loss_changes");
    int[] waiting = new int[leftOf.length];
    int known = 1;
    int first = nodes;
    reserve(leftOf.length);
    for (int done = 0; done < known; done++) {
      int from = waiting[done];
      value[nodes] = (float) splitValue[from];
      if (leftOf[from] < 0) {
        cover[nodes] = (float) curvature[from];
      } else {
        column[nodes] = (int) splitColumn[from];
        gains[column[nodes]] += gain[from];
        splits[column[nodes]]++;
        missingLeft[nodes] = goesLeft[from] != 0;
        left[nodes] = first + known;
        waiting[known++] = (int) leftOf[from];
        waiting[known++] = (int) rightOf[from];
      }
      nodes++;
    }
  }

  private void reserve(int more) {
    if (nodes + more > column.length) {
      int size = Math.max(nodes + more, 2 * column.length);
      column = Arrays.copyOf(column, size);
      missingLeft = Arrays.copyOf(missingLeft, size);
      value = Arrays.copyOf(value, size);
      left = Arrays.copyOf(left, size);
      cover = Arrays.copyOf(cover, size);
    }
  }

  /** Returns the trees. */
  PackedTrees packed() {
    return PackedTrees.of(
        columns,
        roots,
        Arrays.copyOf(column, nodes),
        Arrays.copyOf(missingLeft, nodes),
        Arrays.copyOf(value, nodes),
        Arrays.copyOf(left, nodes),
        Arrays.copyOf(cover, nodes));
  }
}
