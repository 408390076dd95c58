package io.probity.training.honesty;

import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much memory a training run is likely to need, said before it starts.
 *
 * <p>bytes = rows x (8 x (columns of numbers, dates and categories) + 80 x texts + 8 x features x (2 +
 * folds) + 256) x 1.25: the table, the features of all records, of those learned from and of each inner
 * fold's remainder (which may all be held at once), outcomes, weights and what boosting keeps of a
 * record, and a quarter for what comes and goes. Meant to be rather too large than too small; a text is taken as 20 characters.
 *
 * <p>Measured by lowering the heap until training failed, with two threads on Java 17. 150,000 records
 * of 10 features: a scorecard needs 87 to 106 MiB, an additive or a boosted model 127 to 160, and 161 are
 * foreseen. 300,000 of 25 features: a scorecard 386 to 483 MiB, an additive model 380 to 480, and 666
 * are foreseen.
 *
 * @param rows the number of records
 * @param features the number of candidate features
 * @param bytes the memory needed, in bytes
 */
public record MemoryForecast(long rows, int features, long bytes) {

  private static final long CELL = 8;
  private static final long TEXT = 80;
  private static final long OUTCOMES = 256;
  private static final double RESERVE = 1.25;
  private static final double MEBIBYTE = 1024.0 * 1024.0;

  /**
   * Returns the forecast of a run.
   *
   * @param schema the columns of the table
   * @param rows the number of records, at least 0
   * @param features the number of candidate features, at least 0
   * @param folds the number of inner folds, at least 0
   */
  public static MemoryForecast of(Schema schema, long rows, int features, int folds) {
    if (!(rows >= 0 && features >= 0 && folds >= 0)) {
      throw new IllegalArgumentException("a forecast needs numbers of at least 0, not " + rows
          + " rows, " + features + " features and " + folds + " folds");
    }
    long texts =
        schema.fields().stream().filter(field -> field.kind() == FieldKind.TEXT).count();
    long columns = schema.fields().size() - texts;
    long perRow = CELL * columns + TEXT * texts + CELL * features * (2L + folds) + OUTCOMES;
    return new MemoryForecast(rows, features, (long) (RESERVE * rows * perRow));
  }

  /**
   * Compares the forecast with the memory there is.
   *
   * @param maxHeap the largest heap of the virtual machine in bytes, above 0
   * @return an error where the forecast is larger, a warning above four fifths, else nothing
   */
  public Optional<Finding> against(long maxHeap) {
    if (maxHeap <= 0) {
      throw new IllegalArgumentException("a heap must be above 0 bytes, not " + maxHeap);
    }
    if (bytes <= maxHeap / 5 * 4) {
      return Optional.empty();
    }
    boolean tooSmall = bytes > maxHeap;
    return Optional.of(new Finding(
        Finding.Code.MEMORY,
        tooSmall ? Finding.Severity.ERROR : Finding.Severity.WARNING,
        List.of(),
        String.format(
            Locale.ROOT,
            "%d records of %d features need about %.0f MiB, and the heap may grow to %.0f MiB: start"
                + " Java with -Xmx%dm or more, use fewer features or inner folds, or a sample",
            rows,
            features,
            bytes / MEBIBYTE,
            maxHeap / MEBIBYTE,
            (long) Math.ceil(bytes / MEBIBYTE / 0.8))));
  }
}
