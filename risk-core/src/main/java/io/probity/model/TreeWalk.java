package io.probity.model;

/**
 * Walks all trees for one applicant, four at a time. Each column has two numbers that differ only where
 * it is missing: the first is then below every threshold, the second above; a node reads the one that
 * sends a missing number its way. A leaf is its own child, so that trees of any shape walk in step. The
 * leaves are added in the order of the trees, in floats, as XGBoost does.
 */
final class TreeWalk {

  private static final int TOGETHER = 4;

  private final int columns;
  private final int[] root;
  private final int[] steps;
  private final int[] slot;
  private final float[] threshold;
  private final int[] child;
  private final float[] leaf;

  TreeWalk(PackedTrees trees) {
    this.columns = trees.columns();
    int nodes = trees.nodes();
    this.root = new int[trees.trees()];
    this.steps = new int[trees.trees()];
    this.slot = new int[nodes];
    this.threshold = new float[nodes];
    this.child = new int[nodes];
    this.leaf = new float[nodes];
    for (int tree = 0; tree < root.length; tree++) {
      root[tree] = trees.root(tree);
      steps[tree] = trees.depth(tree);
    }
    for (int node = 0; node < nodes; node++) {
      boolean isLeaf = trees.isLeaf(node);
      slot[node] =
          isLeaf || trees.missingLeft(node) ? trees.column(node) : columns + trees.column(node);
      threshold[node] = isLeaf ? Float.POSITIVE_INFINITY : trees.value(node);
      child[node] = isLeaf ? node : trees.left(node);
      leaf[node] = isLeaf ? trees.value(node) : 0.0f;
    }
  }

  /**
   * Adds the leaves of all trees to a float.
   *
   * @param numbers one a column, NaN for missing
   */
  float sum(float base, float[] numbers) {
    float[] slots = new float[2 * columns];
    for (int i = 0; i < columns; i++) {
      boolean missing = Float.isNaN(numbers[i]);
      slots[i] = missing ? Float.NEGATIVE_INFINITY : numbers[i];
      slots[columns + i] = missing ? Float.POSITIVE_INFINITY : numbers[i];
    }
    float sum = base;
    int tree = 0;
    for (; tree + TOGETHER <= root.length; tree += TOGETHER) {
      int most = Math.max(
          Math.max(steps[tree], steps[tree + 1]), Math.max(steps[tree + 2], steps[tree + 3]));
      int a = root[tree];
      int b = root[tree + 1];
      int c = root[tree + 2];
      int d = root[tree + 3];
      for (int step = 0; step < most; step++) {
        a = next(a, slots);
        b = next(b, slots);
        c = next(c, slots);
        d = next(d, slots);
      }
      sum += leaf[a];
      sum += leaf[b];
      sum += leaf[c];
      sum += leaf[d];
    }
    for (; tree < root.length; tree++) {
      int node = root[tree];
      for (int step = 0; step < steps[tree]; step++) {
        node = next(node, slots);
      }
      sum += leaf[node];
    }
    return sum;
  }

  private int next(int node, float[] slots) {
    return child[node] + (slots[slot[node]] < threshold[node] ? 0 : 1);
  }
}
