package io.probity.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of trees, little-endian: magic, version, columns, trees, nodes; the first node of each tree;
 * for each node the column (its bitwise complement where a missing number goes left), the threshold or
 * leaf as a float, the left and the right child (0 for a leaf), the cover as a float (0 for a node that
 * splits).
 */
final class TreesBinary {

  private static final int MAGIC = 0x45455254; // "TREE" in file order
  private static final int VERSION = 1;
  private static final int HEADER = 5 * Integer.BYTES;
  private static final int NODE = 5 * Integer.BYTES;

  private TreesBinary() {}

  static byte[] write(PackedTrees trees) {
    long size = HEADER + (long) Integer.BYTES * trees.trees() + (long) NODE * trees.nodes();
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too many nodes to be stored: " + trees.nodes());
    }
    ByteBuffer out = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(VERSION);
    out.putInt(trees.columns()).putInt(trees.trees()).putInt(trees.nodes());
    for (int tree = 0; tree < trees.trees(); tree++) {
      out.putInt(trees.root(tree));
    }
    for (int node = 0; node < trees.nodes(); node++) {
      boolean leaf = trees.isLeaf(node);
      out.putInt(trees.missingLeft(node) ? ~trees.column(node) : trees.column(node));
      out.putFloat(trees.value(node));
      out.putInt(trees.left(node));
      out.putInt(leaf ? PackedTrees.NONE : trees.left(node) + 1);
      out.putFloat(leaf ? (float) trees.cover(node) : 0.0f);
    }
    return out.array();
  }

  /**
   * Reads trees.
   *
   * @param name the entry, for messages
   */
  static PackedTrees read(byte[] bytes, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER || in.getInt() != MAGIC || in.getInt() != VERSION) {
      throw new IllegalArgumentException(name + " must start as trees of version " + VERSION
          + " do; fetch the original file again");
    }
    int columns = in.getInt();
    int treeCount = in.getInt();
    int nodes = in.getInt();
    long size = HEADER + (long) Integer.BYTES * treeCount + (long) NODE * nodes;
    if (columns < 0 || treeCount < 0 || nodes < treeCount || size != bytes.length) {
      throw new IllegalArgumentException(name
          + " must have the length of "
          + treeCount
          + " trees with "
          + nodes
          + " nodes, not "
          + bytes.length
          + " bytes");
    }
    int[] roots = new int[treeCount];
    Arrays.setAll(roots, tree -> in.getInt());
    return readNodes(in, name, columns, roots, nodes);
  }

  private static PackedTrees readNodes(
      ByteBuffer in, String name, int columns, int[] roots, int nodes) {
    int[] column = new int[nodes];
    boolean[] missingLeft = new boolean[nodes];
    float[] value = new float[nodes];
    int[] left = new int[nodes];
    float[] cover = new float[nodes];
    for (int node = 0; node < nodes; node++) {
      int signed = in.getInt();
      missingLeft[node] = signed < 0;
      column[node] = signed < 0 ? ~signed : signed;
      value[node] = in.getFloat();
      left[node] = in.getInt();
      int right = in.getInt();
      cover[node] = in.getFloat();
      int expected = left[node] == PackedTrees.NONE ? PackedTrees.NONE : left[node] + 1;
      if (right != expected) {
        throw new IllegalArgumentException(name
            + ": the right child of node "
            + node
            + " must be "
            + expected
            + ", beside the left one, not "
            + right);
      }
    }
    return PackedTrees.of(columns, roots, column, missingLeft, value, left, cover);
  }
}
