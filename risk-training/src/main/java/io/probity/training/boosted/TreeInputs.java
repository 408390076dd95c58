package io.probity.training.boosted;

import io.probity.feature.FeatureMatrix;
import io.probity.model.TreeColumn;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.RiskDirection;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The columns that trees split on, made of the features of records.
 *
 * <p>A number is a column of its values. Each special code that a record holds can have a flag beside
 * it. A category of few levels has an indicator for each level, a category of many the smoothed bad
 * rate of its level: (bads + {@value #PRIOR} x bad rate of all) / (records + {@value #PRIOR}). A record
 * that is learned from takes the rate of the records outside its own fifth, so that its own outcome
 * does not show in it. A level
 * that training never saw counts as the level of the highest smoothed bad rate where its field's rule is
 * WORST or REFUSE, as missing where it is MISSING, and as the average of all records (no indicator, or
 * the bad rate of all) where it is OTHER.
 */
final class TreeInputs {

  private static final double PRIOR = 20.0;
  private static final int PARTS = 5;
  private static final int NO_PART = -1;

  private final int mostIndicators;
  private final List<TreeColumn> columns;
  private final int[] directions;

  private TreeInputs(int mostIndicators, List<TreeColumn> columns, int[] directions) {
    this.mostIndicators = mostIndicators;
    this.columns = List.copyOf(columns);
    this.directions = directions;
  }

  static TreeInputs of(LearnSet records, BoostedSettings settings) {
    List<TreeColumn> columns = new ArrayList<>();
    FeatureMatrix matrix = records.features();
    for (int i = 0; i < matrix.fields().size(); i++) {
      Field field = matrix.fields().get(i);
      if (field.kind() == FieldKind.CATEGORY) {
        addLevels(i, field, records, settings.mostIndicators(), columns);
      } else {
        columns.add(new TreeColumn.Value(i));
      }
      if (settings.flags()) {
        addFlags(i, field, matrix.columnUnsafe(i), columns);
      }
    }
    int[] directions = columns.stream()
        .mapToInt(column -> column instanceof TreeColumn.Value
            ? sign(matrix.fields().get(column.feature()).rules().direction())
            : 0)
        .toArray();
    return new TreeInputs(settings.mostIndicators(), columns, directions);
  }

  private static int sign(RiskDirection direction) {
    return switch (direction) {
      case RISES -> 1;
      case FALLS -> -1;
      case FREE -> 0;
    };
  }

  private static void addFlags(int feature, Field field, double[] cells, List<TreeColumn> columns) {
    for (SpecialCode special : field.rules().specials()) {
      double cell = special.cell();
      if (Arrays.stream(cells).anyMatch(held -> held == cell)) {
        columns.add(new TreeColumn.Flag(feature, special.code()));
      }
    }
  }

  private static void addLevels(
      int feature, Field field, LearnSet records, int mostIndicators, List<TreeColumn> columns) {
    int levels = field.rules().levels().size();
    double[] rates = smoothedRates(records, feature, levels);
    int worst = 0;
    for (int level = 1; level < levels; level++) {
      worst = rates[level] > rates[worst] ? level : worst;
    }
    if (levels > mostIndicators) {
      List<Float> values = new ArrayList<>();
      for (int level = 0; level < levels; level++) {
        values.add((float) rates[level]);
      }
      float unseen = switch (field.rules().unseen()) {
        case WORST, REFUSE -> (float) rates[worst];
        case MISSING -> Float.NaN;
        case OTHER -> (float) rates[levels];
      };
      columns.add(new TreeColumn.Levels(feature, values, unseen));
      return;
    }
    for (int level = 0; level < levels; level++) {
      List<Float> values = new ArrayList<>(Collections.nCopies(levels, 0.0f));
      values.set(level, 1.0f);
      float unseen = switch (field.rules().unseen()) {
        case WORST, REFUSE -> level == worst ? 1.0f : 0.0f;
        case MISSING -> Float.NaN;
        case OTHER -> 0.0f;
      };
      columns.add(new TreeColumn.Levels(feature, values, unseen));
    }
    if (levels == 0) {
      columns.add(new TreeColumn.Levels(feature, List.of(), Float.NaN));
    }
  }

  /** Returns the smoothed bad rate of each level, and the bad rate of all records behind them. */
  private static double[] smoothedRates(LearnSet records, int feature, int levels) {
    return smoothedRates(records, feature, levels, NO_PART);
  }

  /** Returns the same of the records outside one part. */
  private static double[] smoothedRates(LearnSet records, int feature, int levels, int part) {
    double[] cells = records.features().columnUnsafe(feature);
    double[] bads = new double[levels];
    double[] weights = new double[levels];
    double allBads = 0;
    double all = 0;
    for (int row = 0; row < cells.length; row++) {
      double weight = row % PARTS == part ? 0.0 : records.weightsUnsafe()[row];
      double bad = weight * records.targetUnsafe()[row];
      allBads += bad;
      all += weight;
      if (SpecialValues.isNumber(cells[row]) && cells[row] >= 0 && cells[row] < levels) {
        bads[(int) cells[row]] += bad;
        weights[(int) cells[row]] += weight;
      }
    }
    double[] rates = new double[levels + 1];
    double overall = all > 0 ? allBads / all : 0.0;
    for (int level = 0; level < levels; level++) {
      rates[level] = (bads[level] + PRIOR * overall) / (weights[level] + PRIOR);
    }
    rates[levels] = overall;
    return rates;
  }

  List<TreeColumn> columns() {
    return columns;
  }

  /** Returns 1 for a column along which the log-odds must rise, -1 where they must fall, else 0. */
  int[] directions() {
    return directions;
  }

  /** Returns the numbers of all records, row after row. */
  float[] numbers(FeatureMatrix matrix) {
    long size = (long) matrix.rows() * columns.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("boosted trees take at most "
          + (Integer.MAX_VALUE - 8)
          + " numbers, not "
          + matrix.rows()
          + " records x "
          + columns.size()
          + " columns; use a sample or fewer features");
    }
    float[] numbers = new float[(int) size];
    for (int i = 0; i < columns.size(); i++) {
      TreeColumn column = columns.get(i);
      double[] cells = matrix.columnUnsafe(column.feature());
      for (int row = 0; row < cells.length; row++) {
        numbers[row * columns.size() + i] = column.of(cells[row]);
      }
    }
    return numbers;
  }

  /** Returns the same of the records learned from, bad rates of levels without a record's own fifth. */
  float[] learnNumbers(LearnSet learn) {
    float[] numbers = numbers(learn.features());
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof TreeColumn.Levels levels
          && levels.values().size() > mostIndicators) {
        replaceRates(learn, levels, i, numbers);
      }
    }
    return numbers;
  }

  private void replaceRates(LearnSet learn, TreeColumn.Levels levels, int column, float[] numbers) {
    double[] cells = learn.features().columnUnsafe(levels.feature());
    int count = levels.values().size();
    for (int part = 0; part < PARTS; part++) {
      double[] rates = smoothedRates(learn, levels.feature(), count, part);
      for (int row = part; row < cells.length; row += PARTS) {
        if (SpecialValues.isNumber(cells[row]) && cells[row] >= 0 && cells[row] < count) {
          numbers[row * columns.size() + column] = (float) rates[(int) cells[row]];
        }
      }
    }
  }
}
