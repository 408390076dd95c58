package io.probity.model;

import java.util.Arrays;

/**
 * Binary trees in packed arrays, one entry a node, tree after tree. A node whose number is below its
 * threshold goes left, else right; a missing number goes the node's own way. The two children of a node
 * stand beside each other behind it, so that no walk can go round in a circle. Immutable.
 */
public final class PackedTrees {

  /** The deepest tree, in splits from the root to a leaf. */
  public static final int DEEPEST = 32;

  /** The child of a leaf. */
  public static final int NONE = 0;

  private final int columns;
  private final int[] roots;
  private final int[] column;
  private final boolean[] missingLeft;
  private final float[] value;
  private final int[] left;
  private final double[] cover;
  private final int[] depth;

  private PackedTrees(
      int columns,
      int[] roots,
      int[] column,
      boolean[] missingLeft,
      float[] value,
      int[] left,
      double[] cover,
      int[] depth) {
    this.columns = columns;
    this.roots = roots;
    this.column = column;
    this.missingLeft = missingLeft;
    this.value = value;
    this.left = left;
    this.cover = cover;
    this.depth = depth;
  }

  /**
   * Returns trees.
   *
   * @param columns the number of columns that nodes may split on
   * @param roots the node at which each tree starts, rising from 0
   * @param column the column of each node; 0 for a leaf
   * @param missingLeft whether a missing number goes left; false for a leaf
   * @param value the threshold of a node, or what a leaf brings to the log-odds of bad
   * @param left the left child of each node, with the right child behind it; {@link #NONE} for a leaf
   * @param leafCover the weight of the records learned from in each leaf, above 0; 0 for a node that
   *     splits, whose cover is the sum over its leaves
   * @throws IllegalArgumentException if the arrays make no trees
   */
  public static PackedTrees of(
      int columns,
      int[] roots,
      int[] column,
      boolean[] missingLeft,
      float[] value,
      int[] left,
      float[] leafCover) {
    int nodes = column.length;
    if (missingLeft.length != nodes
        || value.length != nodes
        || left.length != nodes
        || leafCover.length != nodes) {
      throw new IllegalArgumentException("the arrays of trees must be of one length, not "
          + Arrays.toString(
              new int[] {nodes, missingLeft.length, value.length, left.length, leafCover.length}));
    }
    requireRoots(roots, nodes);
    double[] cover = new double[nodes];
    int[] depth = new int[roots.length];
    PackedTrees trees = new PackedTrees(
        columns,
        roots.clone(),
        column.clone(),
        missingLeft.clone(),
        value.clone(),
        left.clone(),
        cover,
        depth);
    for (int tree = 0; tree < roots.length; tree++) {
      depth[tree] = trees.checkedDepth(tree);
      trees.addCovers(tree, leafCover);
    }
    return trees;
  }

  private static void requireRoots(int[] roots, int nodes) {
    if (roots.length == 0 ? nodes != 0 : roots[0] != 0) {
      throw new IllegalArgumentException("the first tree must start at the first node");
    }
    for (int tree = 0; tree < roots.length; tree++) {
      int end = tree + 1 < roots.length ? roots[tree + 1] : nodes;
      if (!(roots[tree] < end)) {
        throw new IllegalArgumentException(
            "tree " + tree + " must have a node, not none from " + roots[tree] + " to " + end);
      }
    }
  }

  private int checkedDepth(int tree) {
    int root = roots[tree];
    int end = end(tree);
    int[] level = new int[end - root];
    int next = root + 1;
    int deepest = 0;
    for (int node = root; node < end; node++) {
      requireNode(node);
      if (isLeaf(node)) {
        continue;
      }
      if (left[node] != next || next + 1 >= end) {
        throw new IllegalArgumentException("the children of node "
            + node
            + " must be the next two of its tree, "
            + next
            + " and "
            + (next + 1)
            + ", not from "
            + left[node]
            + " on");
      }
      level[next - root] = level[node - root] + 1;
      level[next + 1 - root] = level[next - root];
      deepest = level[next - root];
      next += 2;
    }
    if (next != end || deepest > DEEPEST) {
      throw new IllegalArgumentException("tree "
          + tree
          + " must be one tree of at most "
          + DEEPEST
          + " splits to a leaf, not of "
          + deepest
          + " with "
          + (end - next)
          + " nodes left over");
    }
    return deepest;
  }

  private void requireNode(int node) {
    if (!Float.isFinite(value[node])) {
      throw new IllegalArgumentException(
          "node " + node + " needs a finite threshold or leaf, not " + value[node]);
    }
    boolean leaf = isLeaf(node);
    if (leaf && (column[node] != 0 || missingLeft[node])) {
      throw new IllegalArgumentException("the leaf " + node + " must not split");
    }
    if (!leaf && !(column[node] >= 0 && column[node] < columns)) {
      throw new IllegalArgumentException(
          "node " + node + " splits on the column " + column[node] + ", but there are " + columns);
    }
  }

  private void addCovers(int tree, float[] leafCover) {
    for (int node = end(tree) - 1; node >= roots[tree]; node--) {
      boolean leaf = isLeaf(node);
      if (leaf
          ? !(leafCover[node] > 0 && leafCover[node] <= Float.MAX_VALUE)
          : leafCover[node] != 0) {
        throw new IllegalArgumentException("the cover of node "
            + node
            + (leaf ? ", a leaf, must be above 0, not " : ", which splits, must be 0, not ")
            + leafCover[node]);
      }
      cover[node] = leaf ? leafCover[node] : cover[left[node]] + cover[left[node] + 1];
    }
  }

  /** Returns the number of trees. */
  public int trees() {
    return roots.length;
  }

  /** Returns the number of nodes of all trees. */
  public int nodes() {
    return column.length;
  }

  /** Returns the number of columns that nodes may split on. */
  public int columns() {
    return columns;
  }

  /** Returns the first so many trees. */
  public PackedTrees first(int count) {
    if (count < 0 || count > roots.length) {
      throw new IllegalArgumentException(
          "there are " + roots.length + " trees, so that " + count + " cannot be taken");
    }
    int nodes = count < roots.length ? roots[count] : nodes();
    return new PackedTrees(
        columns,
        Arrays.copyOf(roots, count),
        Arrays.copyOf(column, nodes),
        Arrays.copyOf(missingLeft, nodes),
        Arrays.copyOf(value, nodes),
        Arrays.copyOf(left, nodes),
        Arrays.copyOf(cover, nodes),
        Arrays.copyOf(depth, count));
  }

  /** Returns the node at which a tree starts; its nodes end where the next tree starts. */
  public int root(int tree) {
    return roots[tree];
  }

  int end(int tree) {
    return tree + 1 < roots.length ? roots[tree + 1] : column.length;
  }

  /** Returns the most splits from the root of a tree to a leaf. */
  public int depth(int tree) {
    return depth[tree];
  }

  /** Returns whether a node is a leaf. */
  public boolean isLeaf(int node) {
    return left[node] == NONE;
  }

  /** Returns the column that a node splits on; 0 for a leaf. */
  public int column(int node) {
    return column[node];
  }

  /** Returns whether a missing number goes left; false for a leaf. */
  public boolean missingLeft(int node) {
    return missingLeft[node];
  }

  /** Returns the threshold of a node, or what a leaf brings to the log-odds of bad. */
  public float value(int node) {
    return value[node];
  }

  /** Returns the left child, with the right one behind it; {@link #NONE} for a leaf. */
  public int left(int node) {
    return left[node];
  }

  /** Returns the weight of the records learned from that reach a node. */
  public double cover(int node) {
    return cover[node];
  }

  /** Returns the child that a number goes to. */
  int child(int node, float number) {
    boolean goesLeft = Float.isNaN(number) ? missingLeft[node] : number < value[node];
    return goesLeft ? left[node] : left[node] + 1;
  }

  /** Returns the thresholds on a column, rising, each once. */
  public float[] thresholds(int wanted) {
    float[] found = new float[column.length];
    int count = 0;
    for (int node = 0; node < column.length; node++) {
      if (!isLeaf(node) && column[node] == wanted) {
        found[count++] = value[node] + 0.0f;
      }
    }
    Arrays.sort(found, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[distinct++] = found[i];
      }
    }
    return Arrays.copyOf(found, distinct);
  }
}
