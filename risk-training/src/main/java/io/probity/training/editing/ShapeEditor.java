package io.probity.training.editing;

import io.probity.binning.BinOrigin;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Applies changes by hand to the step functions of an additive model. Tables of pairs stay as they are.
 *
 * <p>Effects stand as they were set. The intercept takes up what the changes move the mean over the
 * records by, so that the mean log-odds of the records learned from stay where they were. A bin without
 * records that took the worst effect of its feature takes the new worst one, unless it was set.
 */
public final class ShapeEditor {

  private final List<AdditiveModel.Term> terms;
  private final List<AdditiveModel.Pair> pairs;
  private final Map<Integer, Shape> shapes = new TreeMap<>();

  private ShapeEditor(AdditiveModel model) {
    this.terms = model.terms();
    this.pairs = new ArrayList<>(model.pairs());
  }

  /**
   * Applies changes, in order.
   *
   * @param edits merges, smoothings and effects of features of the model
   * @throws InvalidInputException if a change does not fit the model, or the effects of a number break
   *     the direction of risk that its schema states, naming it
   */
  public static AdditiveModel apply(AdditiveModel model, List<BinningEdit> edits) {
    ShapeEditor editor = new ShapeEditor(model);
    for (BinningEdit edit : edits) {
      int feature = place(model, edit);
      try {
        editor.change(feature, edit);
      } catch (IllegalArgumentException refused) {
        throw new InvalidInputException(Violation.of(
            "edit of " + edit.feature(),
            String.valueOf(refused.getMessage()),
            edit.change().describe()));
      }
    }
    return editor.edited(model.intercept());
  }

  private static int place(AdditiveModel model, BinningEdit edit) {
    int feature = model.features().indexOf(edit.feature());
    if (feature < 0) {
      throw new InvalidInputException(new Violation(
          "edit of " + edit.feature(),
          "the model has no such feature to change",
          edit.change().describe(),
          NearestName.remedy(edit.feature(), model.features())));
    }
    return feature;
  }

  private void change(int feature, BinningEdit edit) {
    Shape shape = shapes.computeIfAbsent(feature, i -> new Shape(terms.get(i)));
    BinningEdit.Change change = edit.change();
    if (change instanceof BinningEdit.Merge merge) {
      mergeInPairs(feature, merge);
      shape.merge(merge.first(), merge.last());
    } else if (change instanceof BinningEdit.Smooth smooth) {
      shape.smooth(smooth.first(), smooth.last());
    } else if (change instanceof BinningEdit.Effect effect) {
      shape.set(effect.bin(), effect.effect());
    } else {
      throw new IllegalArgumentException(
          "the bins of an additive model take merge, smooth and effect only");
    }
    shape.note(new BinOrigin.Edit(change.describe(), edit.by(), edit.why()));
  }

  /** Takes merged bins out of the tables of pairs; bins that a table tells apart cannot be merged. */
  private void mergeInPairs(int feature, BinningEdit.Merge merge) {
    for (int i = 0; i < pairs.size(); i++) {
      AdditiveModel.Pair pair = pairs.get(i);
      boolean first = pair.first() == feature;
      if (!first && pair.second() != feature) {
        continue;
      }
      List<Integer> places = new ArrayList<>(first ? pair.rowOf() : pair.columnOf());
      if (merge.last() >= places.size()) {
        return; // refused by the bins themselves
      }
      List<Integer> merged = places.subList(merge.first(), merge.last() + 1);
      if (merged.stream().distinct().count() > 1) {
        throw new IllegalArgumentException("the table of "
            + terms.get(pair.first()).binning().feature()
            + " by "
            + terms.get(pair.second()).binning().feature()
            + " tells these bins apart; give them one effect instead");
      }
      merged.subList(1, merged.size()).clear();
      pairs.set(
          i,
          new AdditiveModel.Pair(
              pair.first(),
              pair.second(),
              first ? places : pair.rowOf(),
              first ? pair.columnOf() : places,
              pair.effects(),
              pair.points()));
    }
  }

  private AdditiveModel edited(double intercept) {
    List<AdditiveModel.Term> changed = new ArrayList<>(terms);
    double start = intercept;
    for (Map.Entry<Integer, Shape> entry : shapes.entrySet()) {
      Shape shape = entry.getValue();
      AdditiveModel.Term term = shape.settled();
      start += Shape.mean(terms.get(entry.getKey())) - Shape.mean(term);
      changed.set(entry.getKey(), term);
    }
    return AdditiveModel.of(start, changed, pairs);
  }
}
