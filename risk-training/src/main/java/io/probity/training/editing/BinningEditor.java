package io.probity.training.editing;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.UnseenRule;
import io.probity.training.binning.AssignedWoe;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies changes by hand to the bins of one feature and counts the records anew. A WOE set by hand
 * stands until a later change counts anew, so it is best set last.
 */
public final class BinningEditor {

  private final BinningSettings settings;
  private final Field field;
  private final double[] cells;
  private final Outcomes outcomes;

  private BinningEditor(BinningSettings settings, Field field, double[] cells, Outcomes outcomes) {
    this.settings = settings;
    this.field = field;
    this.cells = cells;
    this.outcomes = outcomes;
  }

  /**
   * Applies changes, in order.
   *
   * @param settings the settings that the bins were found with
   * @param start the bins as they were found, or why there are none: such a feature needs cuts or
   *     groups first
   * @param cells the cells of the feature, one a record
   * @param edits the changes, all of this feature, at least one
   * @throws InvalidInputException if a change does not fit the bins, naming it
   */
  public static Binning apply(
      BinningSettings settings,
      BinningResult start,
      double[] cells,
      Outcomes outcomes,
      List<BinningEdit> edits) {
    BinningEditor editor = new BinningEditor(settings, start.field(), cells, outcomes);
    Binning current = start.binning().orElseGet(editor::oneBin);
    BinOrigin origin = current.origin();
    for (BinningEdit edit : edits) {
      try {
        current = editor.changed(current, edit.change());
      } catch (InvalidInputException alreadyPlaced) {
        throw alreadyPlaced;
      } catch (IllegalArgumentException refused) {
        throw new InvalidInputException(Violation.of(
            "edit of " + edit.feature(),
            String.valueOf(refused.getMessage()),
            edit.change().describe()));
      }
      origin = origin.with(new BinOrigin.Edit(edit.change().describe(), edit.by(), edit.why()));
    }
    return current.withOrigin(origin);
  }

  private Binning oneBin() {
    return field.kind() == FieldKind.CATEGORY
        ? ofGroups(List.of(field.rules().levels()))
        : ofCuts(List.of());
  }

  private Binning changed(Binning current, BinningEdit.Change change) {
    if (change instanceof BinningEdit.Merge merge) {
      return merged(current, merge);
    }
    if (change instanceof BinningEdit.SplitAt split) {
      List<Double> cuts = cuts(current);
      cuts.add(split.at());
      cuts.sort(null);
      return ofCuts(cuts);
    }
    if (change instanceof BinningEdit.Cuts cuts) {
      requireKind(FieldKind.NUMBER);
      return ofCuts(cuts.cuts());
    }
    if (change instanceof BinningEdit.Fix fix) {
      requireKind(FieldKind.NUMBER);
      return fixed(fix.cuts());
    }
    if (change instanceof BinningEdit.Groups groups) {
      requireKind(FieldKind.CATEGORY);
      return ofGroups(groups.groups());
    }
    if (change instanceof BinningEdit.Woe woe) {
      return current.withWoe(woe.bin(), woe.woe());
    }
    throw new IllegalArgumentException(
        "smooth and effect change an additive model; a scorecard's bins take a woe");
  }

  private Binning merged(Binning current, BinningEdit.Merge merge) {
    if (merge.last() >= current.valueBins()) {
      throw new IllegalArgumentException(
          "there are value bins 0 to " + (current.valueBins() - 1) + " to merge");
    }
    if (field.kind() == FieldKind.NUMBER) {
      List<Double> cuts = cuts(current);
      cuts.subList(merge.first(), merge.last()).clear();
      return ofCuts(cuts);
    }
    List<List<String>> groups = new ArrayList<>(current.groups());
    List<String> joined = new ArrayList<>();
    groups.subList(merge.first(), merge.last() + 1).forEach(joined::addAll);
    groups.subList(merge.first(), merge.last() + 1).clear();
    groups.add(merge.first(), joined);
    return ofGroups(groups);
  }

  private Binning fixed(List<Double> cuts) {
    BinningSettings fixing = settings.withCuts(settings.cuts().withFixed(cuts));
    BinningResult result = new BinningTrainer(fixing).tryTrain(field, cells, outcomes);
    if (result instanceof BinningResult.NotBinned refused) {
      throw new IllegalArgumentException(refused.message());
    }
    return result.binning().orElseThrow();
  }

  private List<Double> cuts(Binning current) {
    requireKind(FieldKind.NUMBER);
    List<Double> cuts = new ArrayList<>();
    for (double cut : current.cuts()) {
      cuts.add(cut);
    }
    return cuts;
  }

  private void requireKind(FieldKind kind) {
    if (field.kind() != kind) {
      throw new IllegalArgumentException(
          field.name() + " is a " + field.kind() + ", and this change is for a " + kind);
    }
  }

  private Binning ofCuts(List<Double> cuts) {
    double[] array = cuts.stream().mapToDouble(Double::doubleValue).toArray();
    int bins = array.length + 2 + field.rules().specials().size();
    Binning empty =
        Binning.ofNumber(field, array, emptyTable(bins), new double[bins], BinOrigin.AUTO);
    BinTable table = count(empty);
    return Binning.ofNumber(field, array, table, woe(table, empty.valueBins()), BinOrigin.AUTO);
  }

  private Binning ofGroups(List<List<String>> groups) {
    int bins = groups.size() + 1 + field.rules().specials().size();
    Binning empty = category(groups, groups.size(), emptyTable(bins), new double[bins]);
    double[] woe = woe(count(empty), groups.size());
    int unseen = groups.size();
    if (field.rules().unseen() != UnseenRule.MISSING) {
      for (int bin = 0; bin < bins; bin++) {
        unseen = woe[bin] < woe[unseen] ? bin : unseen;
      }
    }
    BinTable table = count(category(groups, unseen, emptyTable(bins), woe));
    return category(groups, unseen, table, woe(table, groups.size()));
  }

  private Binning category(List<List<String>> groups, int unseenBin, BinTable table, double[] woe) {
    return Binning.ofCategory(field, groups, unseenBin, table, woe, BinOrigin.AUTO);
  }

  private BinTable emptyTable(int bins) {
    return BinTable.of(new double[bins], new double[bins], settings.zeroCells());
  }

  private double[] woe(BinTable table, int valueBins) {
    return AssignedWoe.of(table, valueBins, settings.outside(), field.rules().untrained());
  }

  private BinTable count(Binning binning) {
    double[] goods = new double[binning.bins()];
    double[] bads = new double[binning.bins()];
    for (int row = 0; row < cells.length; row++) {
      double[] side = outcomes.isBad(row) ? bads : goods;
      side[binning.binOf(cells[row])] += outcomes.units(row) * outcomes.unit();
    }
    return BinTable.of(goods, bads, settings.zeroCells());
  }
}
