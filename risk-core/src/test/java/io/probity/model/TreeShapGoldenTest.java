package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Shapley values computed by enumerating all sets of features. There a number equal to a threshold goes
 * left, here right, so that the thresholds are moved up by the smallest step. Leaves are floats here,
 * hence the tolerance.
 */
class TreeShapGoldenTest {

  private static final double FLOATS = 2e-7;

  private final JsonObject input = json("input.json");
  private final List<JsonObject> trees = input.objects("trees");
  private final TreeEnsemble ensemble = ensemble(trees);

  private static JsonObject json(String file) {
    try (InputStream in =
        TreeShapGoldenTest.class.getResourceAsStream("/golden/17_treeshap/" + file)) {
      return JsonObject.parse(in.readAllBytes(), file, JsonLimits.FILE);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private TreeEnsemble ensemble(List<JsonObject> some) {
    List<String> features = input.value("features").texts();
    List<TreeColumn> columns = IntStream.range(0, features.size())
        .<TreeColumn>mapToObj(TreeColumn.Value::new)
        .toList();
    Nodes nodes = new Nodes();
    some.forEach(nodes::add);
    return TreeEnsemble.of(
        features, columns, (float) input.number("base_offset"), nodes.packed(features.size()));
  }

  /** Nodes in the order of packed trees: level by level. */
  private static final class Nodes {

    private final List<Integer> roots = new ArrayList<>();
    private final List<Integer> column = new ArrayList<>();
    private final List<Boolean> missingLeft = new ArrayList<>();
    private final List<Float> value = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Float> cover = new ArrayList<>();

    void add(JsonObject tree) {
      roots.add(column.size());
      int next = column.size() + 1;
      Deque<JsonObject> waiting = new ArrayDeque<>(List.of(tree));
      while (!waiting.isEmpty()) {
        JsonObject node = waiting.remove();
        if (node.has("value")) {
          add(0, false, (float) node.number("value"), PackedTrees.NONE, node.number("cover"));
          continue;
        }
        float threshold = Math.nextUp((float) node.number("threshold"));
        boolean toLeft = node.text("default").equals("left");
        add(node.whole("feature"), toLeft, threshold, next, 0);
        waiting.add(node.object("left"));
        waiting.add(node.object("right"));
        next += 2;
      }
    }

    private void add(int ofColumn, boolean toLeft, float ofValue, int ofLeft, double ofCover) {
      column.add(ofColumn);
      missingLeft.add(toLeft);
      value.add(ofValue);
      left.add(ofLeft);
      cover.add((float) ofCover);
    }

    PackedTrees packed(int columns) {
      int size = column.size();
      boolean[] flags = new boolean[size];
      float[] values = new float[size];
      float[] covers = new float[size];
      for (int i = 0; i < size; i++) {
        flags[i] = missingLeft.get(i);
        values[i] = value.get(i);
        covers[i] = cover.get(i);
      }
      return PackedTrees.of(columns, ints(roots), ints(column), flags, values, ints(left), covers);
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private static double[] cells(JsonObject golden) {
    return golden.value("x").list().stream()
        .mapToDouble(cell -> cell.isNull() ? Double.NaN : cell.number())
        .toArray();
  }

  private static double[] contributions(TreeEnsemble of, double[] x) {
    double[] out = new double[x.length];
    of.contributions(x, out);
    return out;
  }

  private void check(JsonObject golden) {
    double[] x = cells(golden);

    assertThat(ensemble.badLogOdds(x)).isCloseTo(golden.number("margin"), within(FLOATS));
    assertThat(ensemble.base()).isCloseTo(golden.number("base_value"), within(FLOATS));
    assertThat(contributions(ensemble, x))
        .usingComparatorWithPrecision(FLOATS)
        .containsExactly(golden.numbers("shap"));
    List<JsonValue> perTree = golden.value("per_tree_shap").list();
    for (int tree = 0; tree < perTree.size(); tree++) {
      assertThat(contributions(ensemble(List.of(trees.get(tree))), x))
          .usingComparatorWithPrecision(FLOATS)
          .containsExactly(perTree.get(tree).numbers());
    }
  }

  @Test
  void contributions_matchTheEnumerationOfAllSets() {
    List<JsonObject> rows = json("expected.json").object("expected").objects("path_dependent");

    assertThat(rows).hasSize(6);
    rows.forEach(this::check);
  }

  @Test
  void contributions_ofRowsWithMissingCells_matchTheEnumerationOfAllSets() {
    List<JsonObject> rows =
        json("expected.json").object("expected").objects("path_dependent_missing_values");

    assertThat(rows).hasSize(3);
    rows.forEach(this::check);
  }

  @Test
  void interactions_matchTheEnumerationOfAllSets() {
    for (JsonObject golden : json("expected.json").object("expected").objects("path_dependent")) {
      double[] x = cells(golden);
      double[][] found = ensemble.interactions(x);
      List<JsonValue> expected = golden.value("shap_interaction_values").list();
      double[] whole = contributions(ensemble, x);
      for (int i = 0; i < x.length; i++) {
        assertThat(found[i])
            .usingComparatorWithPrecision(FLOATS)
            .containsExactly(expected.get(i).numbers());
        assertThat(Arrays.stream(found[i]).sum()).isCloseTo(whole[i], within(1e-12));
      }
    }
  }
}
