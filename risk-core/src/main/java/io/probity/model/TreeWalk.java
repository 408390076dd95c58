package io.probity.model;

/**
 * Walks all trees for one applicant, four at a time. Each column has two numbers that differ only where
 * it is missing: the first is then below every threshold, the second above; a node reads the one that
 * sends a missing number its way. A leaf is its own child, so that trees of any shape walk in step.
 * What a node needs lies side by side, and the sign of number - threshold says where to go, so that
 * no step branches on the data. The leaves are added in the order of the trees, in floats, as XGBoost does.
 */
final class TreeWalk {

  private static final int TOGETHER = 4;
  private static final int NODE = 4; // numbers a node, one of them unused: they share a cache line
  private static final int SLOT = 0;
  private static final int THRESHOLD = 1;
  private static final int RIGHT = 2;
  private static final int SIGN = 31;

  private final int columns;
  private final int[] root;
  private final int[] steps;
  private final int[] nodes; // by node: slot, threshold as bits, where the right child stands
  private final float[] leaf; // by node; 0 where it splits

  TreeWalk(PackedTrees trees) {
    this.columns = trees.columns();
    int count = trees.nodes();
    this.root = new int[trees.trees()];
    this.steps = new int[trees.trees()];
    this.nodes = new int[NODE * count];
    this.leaf = new float[count];
    for (int tree = 0; tree < root.length; tree++) {
      root[tree] = trees.root(tree);
      steps[tree] = trees.depth(tree);
    }
    for (int node = 0; node < count; node++) {
      boolean isLeaf = trees.isLeaf(node);
      float threshold = isLeaf ? Float.POSITIVE_INFINITY : trees.value(node);
      nodes[NODE * node + SLOT] =
          isLeaf || trees.missingLeft(node) ? trees.column(node) : columns + trees.column(node);
      nodes[NODE * node + THRESHOLD] = Float.floatToRawIntBits(threshold);
      nodes[NODE * node + RIGHT] = isLeaf ? node + 1 : trees.left(node) + 1;
      leaf[node] = isLeaf ? trees.value(node) : 0.0f;
    }
  }

  /** Puts the number of a column into the scratch space; NaN for missing. */
  void put(int column, float number, float[] slots) {
    boolean missing = Float.isNaN(number);
    float plain =
        number + 0.0f; // -0.0 becomes 0.0, whose difference to a threshold of 0.0 has no sign
    slots[column] = missing ? Float.NEGATIVE_INFINITY : plain;
    slots[columns + column] = missing ? Float.POSITIVE_INFINITY : plain;
  }

  /** Adds the leaves of all trees to a float, for the numbers that were put. */
  float sum(float base, float[] slots) {
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

  /** One less than the right child where the number lies below the threshold. */
  private int next(int node, float[] slots) {
    int at = NODE * node;
    float difference = slots[nodes[at + SLOT]] - Float.intBitsToFloat(nodes[at + THRESHOLD]);
    return nodes[at + RIGHT] + (Float.floatToRawIntBits(difference) >> SIGN);
  }
}
