package io.probity.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Variance inflation factors (VIF): by how much the other columns of a regression inflate the
 * variance of a coefficient. 1 for a column that is correlated with no other.
 *
 * <p>Columns need not be centred; an intercept is understood. Computed from the correlation matrix.
 */
public final class VarianceInflation {

  private static final double SYMMETRY = 1e-15;
  private static final double INDEPENDENT =
      1e-11; // 1 - R^2 below which a column counts as redundant

  private VarianceInflation() {}

  /**
   * The inflation of all coefficients of one term, such as the dummies of a category.
   *
   * @param value the generalised factor, at least 1
   * @param degreesOfFreedom the number of its columns
   */
  public record Generalised(double value, int degreesOfFreedom) {

    /** Returns value^(1 / (2 df)), which compares with the root of an ordinary factor. */
    public double perCoefficient() {
      return StrictMath.pow(value, 0.5 / degreesOfFreedom);
    }
  }

  /**
   * Returns the factor of each column: 1 / (1 - R^2) of its regression on all others.
   *
   * @param columns one array of finite numbers for each column, of equal length
   * @throws IllegalArgumentException if a column is constant or a linear combination of those
   *     before it; the message gives its position
   */
  public static double[] of(double[][] columns) {
    CorrelationMatrix correlations = CorrelationMatrix.pearson(columns);
    int[] all = IntStream.range(0, columns.length).toArray();
    RealMatrix inverse = decomposed(correlations, all).getSolver().getInverse();
    double[] factors = new double[columns.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = Math.max(1.0, inverse.getEntry(i, i));
    }
    return factors;
  }

  /**
   * Returns the generalised factor of each term.
   *
   * <p>Source: Fox, Monette, Generalized collinearity diagnostics, 1992.
   *
   * @param columns one array of finite numbers for each column, of equal length
   * @param termOf the number of the term that each column belongs to, from 0 without gaps
   */
  public static List<Generalised> of(double[][] columns, int[] termOf) {
    if (termOf.length != columns.length) {
      throw new IllegalArgumentException(
          "each column needs a term, not " + termOf.length + " for " + columns.length);
    }
    CorrelationMatrix correlations = CorrelationMatrix.pearson(columns);
    int[] all = IntStream.range(0, columns.length).toArray();
    double logAll = logDeterminant(correlations, all);
    int terms = Arrays.stream(termOf).max().orElse(-1) + 1;
    List<Generalised> factors = new ArrayList<>(terms);
    for (int term = 0; term < terms; term++) {
      int wanted = term;
      int[] inside = Arrays.stream(all).filter(i -> termOf[i] == wanted).toArray();
      int[] outside = Arrays.stream(all).filter(i -> termOf[i] != wanted).toArray();
      if (inside.length == 0) {
        throw new IllegalArgumentException("term " + term + " has no column; number without gaps");
      }
      double log =
          logDeterminant(correlations, inside) + logDeterminant(correlations, outside) - logAll;
      factors.add(new Generalised(Math.max(1.0, StrictMath.exp(log)), inside.length));
    }
    return List.copyOf(factors);
  }

  private static double logDeterminant(CorrelationMatrix correlations, int[] columns) {
    if (columns.length == 0) {
      return 0.0;
    }
    RealMatrix factor = decomposed(correlations, columns).getL();
    double log = 0.0;
    for (int i = 0; i < columns.length; i++) {
      log += 2.0 * StrictMath.log(factor.getEntry(i, i));
    }
    return log;
  }

  private static CholeskyDecomposition decomposed(CorrelationMatrix correlations, int[] columns) {
    try {
      return new CholeskyDecomposition(
          new Array2DRowRealMatrix(correlations.among(columns), false), SYMMETRY, INDEPENDENT);
    } catch (NonPositiveDefiniteMatrixException redundant) {
      throw new IllegalArgumentException(
          "column "
              + columns[redundant.getRow()]
              + " is a linear combination of the columns before it; drop it",
          redundant);
    }
  }
}
