package io.probity.training.honesty;

import io.probity.schema.SpecialValues;
import io.probity.training.parallel.Tasks;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;

/** Checks of single features: too good to be true, or filled by the outcome. */
final class StrengthChecks {

  private static final double PERFECT = 0.999;
  private static final double FILL_GAP = 0.8;
  private static final int LEAST_PURE = 20;
  private static final double PURE = 0.99;
  private static final double EXPECTED_BADS = 10.0;

  private final LearnSet records;

  StrengthChecks(LearnSet records) {
    this.records = records;
  }

  List<Finding> run(Executor executor) {
    int columns = records.features().fields().size();
    return Tasks.each(columns, executor, this::ofFeature).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Finding> ofFeature(int column) {
    List<Finding> findings = new ArrayList<>();
    String name = records.features().fields().get(column).name();
    double[] cells = records.features().columnUnsafe(column);
    Optional<Finding> filled = filledByOutcome(
        name, records, row -> !Double.isNaN(cells[row]) && !SpecialValues.isSpecial(cells[row]));
    filled.ifPresent(findings::add);
    strength(name, FeatureStrength.of(records, column)).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> strength(String name, FeatureStrength strength) {
    String auc = String.format(Locale.ROOT, "%.4f", strength.auc());
    if (strength.auc() >= PERFECT) {
      return Optional.of(new Finding(
          Finding.Code.TARGET_DERIVED,
          Finding.Severity.ERROR,
          List.of(name),
          name + " alone separates goods from bads (AUC " + auc + "): it is probably made from the"
              + " outcome; exclude it, or show that it was known at the time of the application"));
    }
    if (strength.auc() > HonestyChecks.HIGHEST_AUC) {
      return Optional.of(new Finding(
          Finding.Code.AUC_TOO_HIGH,
          Finding.Severity.WARNING,
          List.of(name),
          name + " alone has an AUC of " + auc
              + ", too good for a single feature: check that it was"
              + " known at the time of the application, or exclude it"));
    }
    if (strength.iv() > HonestyChecks.HIGHEST_IV) {
      String iv = String.format(Locale.ROOT, "%.2f", strength.iv());
      return Optional.of(new Finding(
          Finding.Code.IV_TOO_HIGH,
          Finding.Severity.WARNING,
          List.of(name),
          name + " has an information value of " + iv + ", above " + HonestyChecks.HIGHEST_IV
              + ": check that it was known at the time of the application, or exclude it"));
    }
    return Optional.empty();
  }

  /** Checks whether having a value at all depends on the outcome. */
  static Optional<Finding> filledByOutcome(String name, LearnSet records, IntPredicate isFilled) {
    int[] all = new int[2];
    int[] filled = new int[2];
    for (int row = 0; row < records.rows(); row++) {
      int outcome = records.targetUnsafe()[row];
      all[outcome]++;
      filled[outcome] += isFilled.test(row) ? 1 : 0;
    }
    int[] missing = {all[0] - filled[0], all[1] - filled[1]};
    double badRate = (double) all[1] / (all[0] + all[1]);
    double ofGoods = (double) filled[0] / all[0];
    double ofBads = (double) filled[1] / all[1];
    boolean gap = Math.abs(ofGoods - ofBads) >= FILL_GAP;
    if (!gap && !isPure(filled, badRate) && !isPure(missing, badRate)) {
      return Optional.empty();
    }
    return Optional.of(new Finding(
        Finding.Code.FILLED_BY_OUTCOME,
        Finding.Severity.ERROR,
        List.of(name),
        String.format(
            Locale.ROOT,
            "%s is filled for %.1f%% of the goods and %.1f%% of the bads: whether it is filled tells"
                + " the outcome, so it was probably written afterwards; exclude it",
            name,
            100 * ofGoods,
            100 * ofBads)));
  }

  /** Returns whether a part of the records holds bads only, or none where there should be some. */
  private static boolean isPure(int[] part, double badRate) {
    int size = part[0] + part[1];
    boolean onlyBads = size >= LEAST_PURE && part[1] >= PURE * size && badRate < PURE - 0.1;
    double expected = size * badRate;
    return onlyBads || (expected >= EXPECTED_BADS && part[1] <= (1.0 - PURE) * expected);
  }
}
