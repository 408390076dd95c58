package io.probity.monitoring;

import io.probity.input.DecimalText;
import io.probity.model.PackedTrees;
import io.probity.model.RiskModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the trees of two ensembles say differently: their number and size, what each feature is split
 * on for and how much, and the first place of the first tree that differs.
 */
final class TreeDiff {

  private final TreeWords first;
  private final TreeWords second;
  private final Differences differences;

  private TreeDiff(TreeWords first, TreeWords second, Differences differences) {
    this.first = first;
    this.second = second;
    this.differences = differences;
  }

  /** Compares two models of trees. */
  static void compare(RiskModel first, RiskModel second, Differences differences) {
    TreeDiff diff = new TreeDiff(TreeWords.of(first), TreeWords.of(second), differences);
    diff.sizes();
    diff.features();
    diff.trees();
  }

  private void sizes() {
    differences.compare(
        "log-odds before the first tree",
        first.ensemble().baseLogOdds(),
        second.ensemble().baseLogOdds());
    PackedTrees one = first.trees();
    PackedTrees two = second.trees();
    differences.compare("trees", one.trees(), two.trees());
    differences.compare("trees, deepest", deepest(one), deepest(two));
    differences.compare("trees, leaves", leaves(one), leaves(two));
  }

  private static int deepest(PackedTrees trees) {
    int deepest = 0;
    for (int tree = 0; tree < trees.trees(); tree++) {
      deepest = Math.max(deepest, trees.depth(tree));
    }
    return deepest;
  }

  private static int leaves(PackedTrees trees) {
    return (trees.nodes() + trees.trees()) / 2; // each split has two children
  }

  private void features() {
    Map<String, Use> before = uses(first);
    Map<String, Use> after = uses(second);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Use one = before.getOrDefault(name, Use.NONE);
      Use two = after.getOrDefault(name, Use.NONE);
      differences.compare(name + ", splits", one.words(), two.words());
      differences.compareSets(name + ", thresholds", one.tests(), two.tests(), Test::words);
    }
  }

  /**
   * What is asked of a column.
   *
   * @param exactly with all digits, which tells two of them apart
   * @param words to be read
   */
  private record Test(String exactly, String words) {}

  /**
   * What trees do with a column.
   *
   * @param splits how many nodes split on it
   * @param share their share of the records that pass through a node that splits
   * @param tests what they ask, each once
   */
  private record Use(int splits, double share, Set<Test> tests) {

    private static final Use NONE = new Use(0, 0, Set.of());

    String words() {
      return splits + " splits, " + Differences.percent(share) + " of the cover";
    }
  }

  private static Map<String, Use> uses(TreeWords words) {
    PackedTrees trees = words.trees();
    int columns = trees.columns();
    int[] splits = new int[columns];
    double[] cover = new double[columns];
    double all = 0;
    for (int node = 0; node < trees.nodes(); node++) {
      if (!trees.isLeaf(node)) {
        splits[trees.column(node)]++;
        cover[trees.column(node)] += trees.cover(node);
        all += trees.cover(node);
      }
    }
    Map<String, Use> uses = new LinkedHashMap<>();
    for (int column = 0; column < columns; column++) {
      Set<Test> tests = new LinkedHashSet<>();
      for (float threshold : trees.thresholds(column)) {
        tests.add(new Test(DecimalText.of(threshold), words.test(column, threshold)));
      }
      uses.put(
          words.name(column), new Use(splits[column], all == 0 ? 0 : cover[column] / all, tests));
    }
    return uses;
  }

  private void trees() {
    int common = Math.min(first.trees().trees(), second.trees().trees());
    int others = 0;
    String place = "";
    String[] said = new String[2];
    for (int tree = 0; tree < common; tree++) {
      String[] found = new String[2];
      String path = difference(tree, found);
      if (!path.isEmpty()) {
        place = others == 0 ? "the first is number " + (tree + 1) + ", " + path : place;
        said = others == 0 ? found : said;
        others++;
      }
    }
    if (others > 0) {
      differences.add(
          "trees, " + others + " of the first " + common + " differ, " + place, said[0], said[1]);
    }
  }

  private String difference(int tree, String[] said) {
    return difference(first.trees().root(tree), second.trees().root(tree), "at the root", said);
  }

  /** Returns the way to the first node that differs, nearest to the root on the left; else nothing. */
  private String difference(int one, int two, String path, String[] said) {
    String before = first.node(one, true);
    String after = second.node(two, true);
    if (!before.equals(after)) {
      boolean isTold = !first.node(one, false).equals(second.node(two, false));
      said[0] = first.node(one, !isTold);
      said[1] = second.node(two, !isTold);
      return path;
    }
    if (first.trees().isLeaf(one)) {
      return "";
    }
    String test = first.test(first.trees().column(one), first.trees().value(one));
    String way = path.equals("at the root") ? "where " : path + " and ";
    int left = first.trees().left(one);
    int otherLeft = second.trees().left(two);
    String found = difference(left, otherLeft, way + test, said);
    return found.isEmpty() ? difference(left + 1, otherLeft + 1, way + "not " + test, said) : found;
  }
}
