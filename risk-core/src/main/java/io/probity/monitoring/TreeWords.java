package io.probity.monitoring;

import io.probity.binning.Bin;
import io.probity.input.DecimalText;
import io.probity.model.PackedTrees;
import io.probity.model.RiskModel;
import io.probity.model.TreeColumn;
import io.probity.model.TreeEnsemble;
import io.probity.schema.Field;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.List;

/** The nodes of an ensemble in words: what they ask, by the names of its features. */
record TreeWords(RiskModel model, TreeEnsemble ensemble) {

  /** Returns the words of a model whose predictor is an ensemble. */
  static TreeWords of(RiskModel model) {
    return new TreeWords(model, (TreeEnsemble) model.predictor());
  }

  PackedTrees trees() {
    return ensemble.trees();
  }

  /** Returns what a column is: a feature, or the flag of one of its special codes. */
  String name(int column) {
    TreeColumn of = ensemble.columns().get(column);
    String feature = "feature " + field(of).name();
    return of instanceof TreeColumn.Flag flag ? feature + " " + special(flag) : feature;
  }

  /** Returns what is asked of a column; yes goes left. */
  String test(int column, float threshold) {
    TreeColumn of = ensemble.columns().get(column);
    Field field = field(of);
    if (of instanceof TreeColumn.Flag flag) {
      return field.name() + " not " + special(flag);
    }
    if (of instanceof TreeColumn.Levels levels) {
      return field.name() + " in {" + new Bin.Group(below(levels, threshold, field)).label() + "}";
    }
    return field.name() + " < " + Differences.number(threshold);
  }

  private static List<String> below(TreeColumn.Levels levels, float threshold, Field field) {
    List<String> names = new ArrayList<>();
    for (int level = 0; level < levels.values().size(); level++) {
      if (levels.values().get(level) < threshold) {
        names.add(level < field.rules().levels().size() ? field.rules().levels().get(level) : "?");
      }
    }
    return names;
  }

  /**
   * Returns a node in words.
   *
   * @param exactly whether numbers have all digits, as to tell nodes apart
   */
  String node(int node, boolean exactly) {
    float value = trees().value(node);
    if (trees().isLeaf(node)) {
      return "leaf " + (exactly ? DecimalText.of(value) : Differences.number(value));
    }
    int column = trees().column(node);
    return test(column, value)
        + (exactly ? " at " + DecimalText.of(value) : "")
        + (trees().missingLeft(node) ? ", missing too" : "");
  }

  private Field field(TreeColumn column) {
    return model.schema().field(ensemble.features().get(column.feature()));
  }

  private String special(TreeColumn.Flag flag) {
    return field(flag).rules().specials().stream()
        .filter(special -> special.code() == flag.code())
        .map(SpecialCode::name)
        .findFirst()
        .orElse("code " + flag.code());
  }
}
