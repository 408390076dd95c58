package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rao's score test of one further column: what it would bring to a fit, without fitting again. Meant
 * for stepwise selection, where one pass over the rows of all candidates takes the place of a fit of
 * each.
 *
 * <p>With the residuals r = w (y − p) and d = w p (1 − p) of the fit, the score of a candidate c is U =
 * Σ r c and its variance V = Σ d c² − b' M⁻¹ b with b = Σ d c x and M the information. U² / V follows
 * the chi-squared law with one degree of freedom if the true coefficient of c is 0; U / V is the
 * coefficient after one Newton step, whose sign is commonly that of the final one.
 *
 * <p>Source: Rao, Large sample tests of statistical hypotheses concerning several parameters with
 * applications to problems of estimation, Proceedings of the Cambridge Philosophical Society (1948).
 */
public final class ScoreTest {

  private ScoreTest() {}

  /**
   * The test of one column.
   *
   * @param column its name
   * @param statistic U² / V, 0 or more; 0 if the column is aliased
   * @param coefficient U / V, in the unit of the column; 0 if it is aliased
   * @param aliased whether the column depends linearly on those of the fit
   */
  public record Result(String column, double statistic, double coefficient, boolean aliased) {

    /** Returns the p-value, accurate in its tail; 1 for an aliased column. */
    public double pValue() {
      return Tails.upperChiSquare(statistic, 1);
    }
  }

  /**
   * Tests each candidate alone against a fit.
   *
   * @param fit a converged fit by maximum likelihood
   * @param sample a sample with the rows of the fit, its columns and the candidates
   * @param candidates names of columns of the sample; one that is in the fit is aliased
   * @return one result a candidate, in their order
   * @throws IllegalArgumentException if the fit has a penalty or has not converged, or a column is
   *     missing
   */
  public static List<Result> of(LogisticFit fit, LogisticSample sample, List<String> candidates) {
    if (!(fit.penalty() instanceof Penalty.None) || !fit.converged()) {
      throw new IllegalArgumentException(
          "a score test needs a converged fit without a penalty, not " + fit.penalty()
              + (fit.converged() ? "" : " that has not converged"));
    }
    FittedRows rows = FittedRows.of(fit, sample);
    Standardised columns = sample.select(candidates).columnsUnsafe();
    double[][] sums = sums(rows, columns);
    List<Result> results = new ArrayList<>();
    for (int j = 0; j < sums.length; j++) {
      results.add(result(candidates.get(j), sums[j], rows, columns.scale(j)));
    }
    return List.copyOf(results);
  }

  /** Returns for each candidate z: Σ d z x for each column x of the fit, then Σ d z² and Σ r z. */
  private static double[][] sums(FittedRows rows, Standardised candidates) {
    LogisticSample own = rows.sample();
    int width = rows.gamma().length;
    double[][] sums = new double[candidates.count()][width + 2];
    RowBlock block = new RowBlock(own.columnsUnsafe(), own.rows());
    RowScores scores = new RowScores(own);
    double[] z = new double[RowBlock.ROWS];
    for (int row = 0; row < own.rows(); row += RowBlock.ROWS) {
      block.load(row);
      scores.compute(block, rows.gamma());
      for (int j = 0; j < candidates.count(); j++) {
        candidates.copy(j, row, block.count(), z, 0);
        for (int r = 0; r < block.count(); r++) {
          double weighted = scores.information[r] * z[r];
          sums[j][width] += weighted * z[r];
          sums[j][width + 1] += scores.residual[r] * z[r];
          z[r] = weighted;
        }
        block.addColumnSums(z, sums[j]);
      }
    }
    return sums;
  }

  private static Result result(String name, double[] sums, FittedRows rows, double scale) {
    int width = rows.gamma().length;
    double[] across = Arrays.copyOf(sums, width);
    double[] solution = rows.factor().solve(across);
    double variance = sums[width];
    for (int i = 0; i < width; i++) {
      variance -= across[i] * solution[i];
    }
    if (!(variance > IndependentColumns.TOLERANCE * sums[width])) {
      return new Result(name, 0.0, 0.0, true);
    }
    double score = sums[width + 1];
    return new Result(name, score * score / variance, score / variance / scale, false);
  }
}
