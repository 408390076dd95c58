package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Projects −Σ a onto the cone of the rows a by the active-set method of Lawson and Hanson for
 * non-negative least squares, holding at most as many rows as there are columns.
 *
 * <p>With μ ≥ 0 the weights of the projection and ρ = −Σ a − Σ μ a the remainder: if ρ is 0, then 1 +
 * μ are positive weights that sum the rows to 0, and the classes overlap. If not, b = −ρ has a·b ≥ 0
 * for every row, and Σ a·b = ρ·ρ &gt; 0.
 *
 * <p>Lengths and products are those of the metric in which the mean of a a' over the n rows is the
 * unit matrix, so that neither scales nor correlations of the columns matter. There a remainder need
 * not vanish exactly: changing the weights by −a·ρ / n removes it, and as the squares of a·ρ over all
 * rows sum to n ρ·ρ, all weights stay positive if ρ is shorter than √n. The bound must hold with one
 * half to spare after rounding errors are added at their worst.
 */
final class ConeProjection {

  /** What was found. */
  enum Outcome {
    OVERLAP,
    SEPARATED,
    UNPROVEN
  }

  /** A product of at most this with a direction of length 1 counts as 0. */
  static final double TOLERANCE = 1e-9;

  /** Rows seen before are taken again without a pass if their product is at least this. */
  private static final double WORTH_TAKING = 1e-2;

  /** The eigenvalue bound must exceed its own rounding error by this factor. */
  private static final double SAFETY = 10;

  private final SignedRows rows;
  private final Cholesky metric;
  private final double[] aim;
  private final double largestError;
  private final List<double[]> seen = new ArrayList<>();
  private final List<double[]> held = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private double[] direction = new double[0];

  private ConeProjection(SignedRows rows, Cholesky metric, double largestError) {
    this.rows = rows;
    this.metric = metric;
    this.largestError = largestError;
    this.aim = metric.forward(rows.sum());
    for (int i = 0; i < aim.length; i++) {
      aim[i] = -aim[i];
    }
  }

  /**
   * Prepares the projection, or returns nothing if the columns depend linearly. Close to dependence
   * separation can still be found, overlap not be proven.
   *
   * @param gram Σ a a' of the rows
   */
  static Optional<ConeProjection> of(SignedRows rows, double[][] gram) {
    double[][] mean = new double[gram.length][gram.length];
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j < gram.length; j++) {
        mean[i][j] = gram[i][j] / rows.count();
      }
    }
    double rounding = OverlapCertificate.rounding(rows.sample().rows()) * gram.length;
    return Cholesky.of(mean, 0.0).map(metric -> {
      double smallest = 1.0 / OverlapCertificate.frobenius(metric.inverse());
      boolean known = smallest >= SAFETY * rounding;
      return new ConeProjection(
          rows, metric, known ? rounding / Math.sqrt(smallest / 2) : Double.POSITIVE_INFINITY);
    });
  }

  /** Returns the direction of length 1 that separates the rows, once they were found separated. */
  double[] direction() {
    return direction;
  }

  /** Runs the projection, once. */
  Outcome project() {
    int limit = 1000 + 100 * rows.width();
    double[] remainder = aim.clone();
    for (int step = 0; step < limit; step++) {
      double length = length(remainder);
      if (length + error() <= Math.sqrt(rows.count()) / 2) {
        return Outcome.OVERLAP;
      }
      if (held.size() == rows.width()) {
        break;
      }
      Optional<double[]> worst = worst(seen, remainder, WORTH_TAKING * length);
      if (worst.isEmpty()) {
        List<double[]> found = new ArrayList<>();
        for (double[] row : rows.largest(metric.backward(remainder), TOLERANCE * length)) {
          found.add(metric.forward(row));
        }
        seen.addAll(found);
        worst = worst(found, remainder, Double.NEGATIVE_INFINITY);
      }
      if (worst.isEmpty()) {
        direction = metric.backward(turned(remainder, length));
        return Outcome.SEPARATED;
      }
      try {
        remainder = include(worst.get());
      } catch (SingularMatrixException dependent) {
        break;
      }
    }
    return Outcome.UNPROVEN;
  }

  /** Returns the row of the largest product with a vector, the first of equals, if above a bound. */
  private static Optional<double[]> worst(
      List<double[]> candidates, double[] vector, double bound) {
    double largest = bound;
    double[] best = null;
    for (double[] candidate : candidates) {
      double product = 0;
      for (int i = 0; i < vector.length; i++) {
        product += candidate[i] * vector[i];
      }
      if (product > largest) {
        largest = product;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns a bound on the error of the remainder. */
  private double error() {
    double total = rows.count();
    for (double weight : weights) {
      total += weight;
    }
    return largestError * total;
  }

  /** Takes a row in, drops those whose weight would turn negative, and returns the new remainder. */
  private double[] include(double[] row) {
    held.add(row);
    weights.add(0.0);
    while (!held.isEmpty()) {
      DecompositionSolver solver = new QRDecomposition(heldMatrix()).getSolver();
      double[] solution = solve(solver, aim);
      double[] remainder = less(aim, solution);
      double[] correction = solve(solver, remainder);
      for (int i = 0; i < solution.length; i++) {
        solution[i] += correction[i];
      }
      remainder = less(remainder, correction);
      if (moveTowards(solution)) {
        return remainder;
      }
    }
    return aim.clone();
  }

  /** Moves the weights until the first reaches 0 and leaves; returns whether none did. */
  private boolean moveTowards(double[] solution) {
    double share = 1.0;
    int first = -1;
    for (int i = 0; i < solution.length; i++) {
      if (!(solution[i] > 0)) {
        double weight = weights.get(i);
        double reach = weight > 0 ? weight / (weight - solution[i]) : 0.0;
        if (first < 0 || reach < share) {
          share = reach;
          first = i;
        }
      }
    }
    for (int i = 0; i < solution.length; i++) {
      weights.set(i, weights.get(i) + share * (solution[i] - weights.get(i)));
    }
    if (first >= 0) {
      held.remove(first);
      weights.remove(first);
    }
    return first < 0;
  }

  private double[] solve(DecompositionSolver solver, double[] right) {
    return solver.solve(new ArrayRealVector(right, false)).toArray();
  }

  private Array2DRowRealMatrix heldMatrix() {
    double[][] columns = new double[aim.length][held.size()];
    for (int i = 0; i < aim.length; i++) {
      for (int j = 0; j < held.size(); j++) {
        columns[i][j] = held.get(j)[i];
      }
    }
    return new Array2DRowRealMatrix(columns, false);
  }

  /** Returns a vector less the held rows times their weights. */
  private double[] less(double[] vector, double[] rowWeights) {
    double[] rest = vector.clone();
    for (int j = 0; j < rowWeights.length; j++) {
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= rowWeights[j] * held.get(j)[i];
      }
    }
    return rest;
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static double[] turned(double[] remainder, double length) {
    double[] direction = new double[remainder.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -remainder[i] / length;
    }
    return direction;
  }
}
