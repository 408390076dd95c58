package io.probity.training.honesty;

import io.probity.schema.Schema;
import io.probity.table.Table;
import io.probity.training.parallel.Tasks;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Looks for what makes figures better than they will be: features made from the outcome or known only
 * after it, the same borrower on both sides of a split, outcomes that are not known yet, too few bads.
 *
 * <ul>
 *   <li>A feature alone with an AUC of 0.999 or more, an AUC above {@link #HIGHEST_AUC}, or an IV above
 *       {@link #HIGHEST_IV}.
 *   <li>A field whose being filled tells the outcome: filled for a share of goods and of bads that are
 *       0.8 or more apart; or its filled or its missing records hold 99% bads, or all but no bads where
 *       ten or more are expected. A special code is not a value.
 *   <li>A date after the day of the record (the field of role DATE) in more than a hundredth.
 *   <li>Records of equal features, or all but equal ones (numbers rounded to about a thousandth; two on
 *       both sides of a rounding bound are missed) and equal ids on different sides of a split.
 *   <li>Quarters without bads, or goods, where five or more are expected.
 *   <li>Fewer than {@value #LEAST_OF_EACH} bads or goods.
 * </ul>
 *
 * <p>None of it is proof; each finding says what to check. The order is that of the checks and fields.
 */
public final class HonestyChecks {

  /** The AUC above which a single feature is suspect. */
  public static final double HIGHEST_AUC = 0.98;

  /** The IV above which a feature is suspect. */
  public static final double HIGHEST_IV = 1.0;

  /** The number of bads, and of goods, below which every figure is shaky. */
  public static final int LEAST_OF_EACH = 50;

  private HonestyChecks() {}

  /**
   * Runs every check.
   *
   * @param schema the data dictionary, with derived fields
   * @param table the records
   * @param records the features and outcomes of the same records, in the same order, of both outcomes
   * @param partOf the part of each record: its fold, or one number for those learned from and another
   *     for those held out
   * @throws IllegalArgumentException if the numbers of records differ, or an outcome is missing
   */
  public static List<Finding> run(Schema schema, Table table, LearnSet records, int[] partOf) {
    return run(schema, table, records, partOf, Runnable::run);
  }

  /**
   * Runs every check, each feature by a task of its own; see {@link #run(Schema, Table, LearnSet,
   * int[])}. The findings do not depend on the executor.
   */
  public static List<Finding> run(
      Schema schema, Table table, LearnSet records, int[] partOf, Executor executor) {
    if (table.rows() != records.rows() || partOf.length != records.rows()) {
      throw new IllegalArgumentException(
          "table, features and parts must be of the same records, not " + table.rows() + ", "
              + records.rows() + " and " + partOf.length);
    }
    int bads = records.bads();
    if (bads == 0 || bads == records.rows()) {
      throw new IllegalArgumentException(
          "checks need goods and bads, but there are " + bads + " bads of " + records.rows());
    }
    List<Finding> findings = new ArrayList<>();
    tooFew("bads", bads, findings);
    tooFew("goods", records.rows() - bads, findings);
    Supplier<List<Finding>> duplicates =
        Tasks.start(executor, () -> new DuplicateChecks(table, records, partOf).run());
    findings.addAll(new StrengthChecks(records).run(executor));
    findings.addAll(new TimeChecks(schema, table, records).run());
    findings.addAll(duplicates.get());
    return List.copyOf(findings);
  }

  private static void tooFew(String outcome, int count, List<Finding> findings) {
    if (count < LEAST_OF_EACH) {
      findings.add(new Finding(
          Finding.Code.TOO_FEW_OUTCOMES,
          Finding.Severity.WARNING,
          List.of(),
          "there are " + count + " " + outcome + ", fewer than " + LEAST_OF_EACH
              + ": bins, coefficients and figures are shaky; take a longer period or a wider event,"
              + " and use few features"));
    }
  }
}
