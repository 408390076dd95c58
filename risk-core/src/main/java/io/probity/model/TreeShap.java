package io.probity.model;

import java.util.Arrays;

/**
 * Exact Shapley values of trees for one applicant. The worth of a set of features is what a tree gives
 * when a split on a feature of the set follows the applicant, and any other split averages its children
 * by their covers. A feature is one player, also where several columns are made of it.
 *
 * <p>Source: Lundberg, Erion, Lee, Consistent individualized feature attribution for tree ensembles,
 * 2018, algorithm 2.
 */
final class TreeShap {

  private static final int NOBODY = -1;

  private final PackedTrees trees;
  private final int[] playerOf;
  private final float[] numbers;
  private final double[] out;

  /** The player whose presence is fixed, or {@link #NOBODY}. */
  private int fixed = NOBODY;

  private boolean fixedPresent;

  /**
   * Prepares an explanation.
   *
   * @param playerOf the feature of each column
   * @param numbers the number of each column, NaN for missing
   * @param out where the values of the features are added
   */
  TreeShap(PackedTrees trees, int[] playerOf, float[] numbers, double[] out) {
    this.trees = trees;
    this.playerOf = playerOf;
    this.numbers = numbers;
    this.out = out;
  }

  /** Adds the Shapley values over all trees. */
  void add() {
    for (int tree = 0; tree < trees.trees(); tree++) {
      walk(trees.root(tree), new Path(trees.depth(tree) + 1), 1.0, 1.0, NOBODY, 1.0);
    }
  }

  /** Adds the Shapley values of the other features where one feature is present, or absent, for sure. */
  void addWith(int player, boolean present) {
    fixed = player;
    fixedPresent = present;
    add();
    fixed = NOBODY;
  }

  /** Returns what the trees give on average, by cover. */
  static double mean(PackedTrees trees) {
    double sum = 0;
    for (int tree = 0; tree < trees.trees(); tree++) {
      double weighted = 0;
      for (int node = trees.root(tree); node < trees.end(tree); node++) {
        weighted += trees.isLeaf(node) ? trees.cover(node) * trees.value(node) : 0.0;
      }
      sum += weighted / trees.cover(trees.root(tree));
    }
    return sum;
  }

  private void walk(
      int node, Path above, double weight, double absent, int player, double present) {
    if (weight == 0) {
      return;
    }
    Path path = player == NOBODY ? above : above.extended(player, absent, present);
    if (trees.isLeaf(node)) {
      path.addTo(out, weight * trees.value(node));
      return;
    }
    int left = trees.left(node);
    int hot = trees.child(node, numbers[trees.column(node)]);
    int cold = hot == left ? left + 1 : left;
    double hotShare = trees.cover(hot) / trees.cover(node);
    double coldShare = trees.cover(cold) / trees.cover(node);
    int next = playerOf[trees.column(node)];
    if (next == fixed) {
      walk(hot, path, fixedPresent ? weight : weight * hotShare, 1.0, NOBODY, 1.0);
      walk(cold, path, fixedPresent ? 0.0 : weight * coldShare, 1.0, NOBODY, 1.0);
      return;
    }
    int known = path.find(next);
    double absentBefore = known < 0 ? 1.0 : path.absent[known];
    double presentBefore = known < 0 ? 1.0 : path.present[known];
    Path without = known < 0 ? path : path.without(known);
    walk(hot, without, weight, absentBefore * hotShare, next, presentBefore);
    walk(cold, without, weight, absentBefore * coldShare, next, 0.0);
  }

  /**
   * The players met on the way to a node, each once. For each: the share of the records that go this
   * way where the player is absent, and 1 or 0 for whether the applicant does. The weights hold, by
   * number of present players, the sum over all sets of that size.
   */
  private static final class Path {

    private final int[] player;
    private final double[] absent;
    private final double[] present;
    private final double[] weight;
    private int players;

    Path(int most) {
      this.player = new int[most];
      this.absent = new double[most];
      this.present = new double[most];
      this.weight = new double[most + 1];
      this.weight[0] = 1.0;
    }

    private Path(Path other) {
      this.player = other.player.clone();
      this.absent = other.absent.clone();
      this.present = other.present.clone();
      this.weight = other.weight.clone();
      this.players = other.players;
    }

    int find(int wanted) {
      for (int i = 0; i < players; i++) {
        if (player[i] == wanted) {
          return i;
        }
      }
      return -1;
    }

    Path extended(int newPlayer, double absentShare, double presentShare) {
      Path path = new Path(this);
      path.player[players] = newPlayer;
      path.absent[players] = absentShare;
      path.present[players] = presentShare;
      int size = players + 1;
      double[] weights = path.weight;
      weights[size] = 0.0;
      for (int i = size - 1; i >= 0; i--) {
        weights[i + 1] += presentShare * weights[i] * (i + 1) / (size + 1);
        weights[i] = absentShare * weights[i] * (size - i) / (size + 1);
      }
      path.players = size;
      return path;
    }

    Path without(int index) {
      Path path = new Path(this);
      path.unwind(index);
      for (int i = index; i < players - 1; i++) {
        path.player[i] = player[i + 1];
        path.absent[i] = absent[i + 1];
        path.present[i] = present[i + 1];
      }
      path.players--;
      return path;
    }

    /** Takes one player out of the weights. */
    private void unwind(int index) {
      double in = present[index];
      double out = absent[index];
      int size = players;
      if (in != 0) {
        double next = weight[size];
        for (int i = size - 1; i >= 0; i--) {
          double now = weight[i];
          weight[i] = next * (size + 1) / ((i + 1) * in);
          next = now - weight[i] * out * (size - i) / (size + 1);
        }
      } else {
        for (int i = 0; i < size; i++) {
          weight[i] = weight[i] * (size + 1) / (out * (size - i));
        }
      }
      weight[size] = 0.0;
    }

    /** Adds what each player brings to a leaf. */
    void addTo(double[] values, double leaf) {
      for (int i = 0; i < players; i++) {
        double in = present[i];
        double out = absent[i];
        double total = 0;
        double next = weight[players];
        for (int j = players - 1; j >= 0; j--) {
          if (in != 0) {
            double one = next * (players + 1) / ((j + 1) * in);
            total += one;
            next = weight[j] - one * out * (players - j) / (players + 1);
          } else {
            total += weight[j] * (players + 1) / (out * (players - j));
          }
        }
        values[player[i]] += total * (in - out) * leaf;
      }
    }

    @Override
    public String toString() {
      return Arrays.toString(Arrays.copyOf(player, players));
    }
  }
}
