package io.probity.training.family;

import io.probity.feature.FeatureMatrix;
import io.probity.metrics.DeLong;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.RiskDirection;
import io.probity.schema.SpecialValues;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Says where records contradict the direction of risk that the schema states: where the values of a
 * number, by themselves, rank goods from bads the other way round by more than three standard errors of
 * the AUC. A family that keeps directions then has nothing to learn from the feature, or little.
 */
public final class ContradictedDirections {

  private static final int MOST_ROWS = 50_000;
  private static final int LEAST_OF_EACH = 30;
  private static final double STANDARD_ERRORS = 3.0;

  private ContradictedDirections() {}

  /**
   * Returns a warning for each feature whose direction is contradicted, in the order of the features.
   * Beyond {@value #MOST_ROWS} records a sample is looked at; fewer than {@value #LEAST_OF_EACH} goods
   * or bads with a value contradict nothing.
   */
  public static List<String> in(LearnSet records, long seed) {
    FeatureMatrix matrix = records.features();
    List<String> warnings = new ArrayList<>();
    int[] sample = records.sample(MOST_ROWS, seed);
    for (int i = 0; i < matrix.fields().size(); i++) {
      Field field = matrix.fields().get(i);
      RiskDirection direction = field.rules().direction();
      if (field.kind() == FieldKind.NUMBER && direction != RiskDirection.FREE) {
        add(warnings, field.name(), direction, matrix.columnUnsafe(i), records, sample);
      }
    }
    return warnings;
  }

  private static void add(
      List<String> warnings,
      String name,
      RiskDirection direction,
      double[] cells,
      LearnSet records,
      int[] sample) {
    int[] rows = Arrays.stream(sample)
        .filter(row -> SpecialValues.isNumber(cells[row]) && records.weightsUnsafe()[row] > 0)
        .toArray();
    int[] target = IntStream.of(rows).map(row -> records.targetUnsafe()[row]).toArray();
    int bads = Arrays.stream(target).sum();
    if (Math.min(bads, target.length - bads) < LEAST_OF_EACH) {
      return;
    }
    double sign = direction == RiskDirection.RISES ? 1.0 : -1.0;
    DeLong ranked =
        DeLong.of(IntStream.of(rows).mapToDouble(row -> sign * cells[row]).toArray(), target);
    if (ranked.auc() + STANDARD_ERRORS * ranked.standardError() < 0.5) {
      warnings.add(String.format(
          Locale.ROOT,
          "%s: by the schema risk %s with it, but among the records it %s (AUC %.3f in the stated"
              + " direction); the model keeps the direction, so check the schema or the column",
          name,
          sign > 0 ? "rises" : "falls",
          sign > 0 ? "falls" : "rises",
          ranked.auc()));
    }
  }
}
