package io.probity.training.logistic;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What is taken off the log-likelihood before it is made as large as possible. */
public sealed interface Penalty permits Penalty.None, Penalty.Ridge, Penalty.Firth {

  /** No penalty: maximum likelihood. */
  Penalty NONE = new None();

  /** Firth's penalty. */
  Penalty FIRTH = new Firth();

  /**
   * Returns a ridge penalty that shrinks every coefficient but the intercept towards 0.
   *
   * @param lambda its strength on the sum of losses
   * @param scale the scale on which coefficients are compared
   */
  static Ridge ridge(double lambda, Scale scale) {
    return new Ridge(lambda, scale, Map.of(), Map.of());
  }

  /** The scale of the coefficients that a ridge penalty squares. */
  enum Scale {
    /** The coefficients as reported: of one unit of the column. */
    RAW,
    /** The coefficients of one population standard deviation of the column, weights included. */
    STANDARDISED
  }

  /** No penalty: maximum likelihood. */
  record None() implements Penalty {}

  /**
   * The penalty of Firth: half the logarithm of the determinant of the information is added to the
   * log-likelihood. It removes most of the bias of small samples, and its estimates are finite even
   * where the classes are separated. Source: Firth, Bias reduction of maximum likelihood estimates,
   * Biometrika 80 (1993).
   */
  record Firth() implements Penalty {}

  /**
   * The L2 penalty (λ/2) Σ f<sub>j</sub> (β<sub>j</sub> − t<sub>j</sub>)² on the sum of losses, not
   * their mean; the intercept is never penalised. In scikit-learn's terms λ = 1 / C.
   *
   * @param lambda λ, finite and 0 or more
   * @param scale whether β and t are taken as reported or per standard deviation of their column
   * @param factors f by column name, finite and 0 or more; 1 for a column that is not named, 0 leaves
   *     a column unpenalised
   * @param targets t by column name, finite, in the unit of the reported coefficients on either
   *     scale; 0 for a column that is not named
   */
  record Ridge(double lambda, Scale scale, Map<String, Double> factors, Map<String, Double> targets)
      implements Penalty {

    /** Checks the numbers and copies the maps. */
    public Ridge {
      if (!(lambda >= 0 && lambda <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("lambda must be finite and 0 or more, not " + lambda);
      }
      factors = Map.copyOf(factors);
      targets = Map.copyOf(targets);
      new TreeMap<>(factors).forEach((name, factor) -> {
        if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
          throw new IllegalArgumentException(
              "the penalty factor of " + name + " must be finite and 0 or more, not " + factor);
        }
      });
      new TreeMap<>(targets).forEach((name, target) -> {
        if (!Double.isFinite(target)) {
          throw new IllegalArgumentException(
              "the target of " + name + " must be finite, not " + target);
        }
      });
    }

    /** Returns this penalty with other factors. */
    public Ridge withFactors(Map<String, Double> other) {
      return new Ridge(lambda, scale, other, targets);
    }

    /** Returns this penalty with other coefficients to shrink towards. */
    public Ridge withTargets(Map<String, Double> other) {
      return new Ridge(lambda, scale, factors, other);
    }

    /** Returns this penalty without the factors and targets of other columns than these. */
    public Ridge restrictedTo(Collection<String> columns) {
      Map<String, Double> someFactors = new TreeMap<>(factors);
      Map<String, Double> someTargets = new TreeMap<>(targets);
      someFactors.keySet().retainAll(columns);
      someTargets.keySet().retainAll(columns);
      return new Ridge(lambda, scale, someFactors, someTargets);
    }

    double factor(String column) {
      return factors.getOrDefault(column, 1.0);
    }

    double target(String column) {
      return targets.getOrDefault(column, 0.0);
    }

    void requireColumnsOf(DesignMatrix design) {
      for (String name : new TreeMap<>(factors).keySet()) {
        requireColumn("factor", name, design);
      }
      for (String name : new TreeMap<>(targets).keySet()) {
        requireColumn("target", name, design);
      }
    }

    private static void requireColumn(String what, String name, DesignMatrix design) {
      if (!design.has(name)) {
        throw new IllegalArgumentException("the penalty names a " + what + " for \"" + name
            + "\", but the design has " + design.names()
            + "; drop it with restrictedTo, the intercept is never penalised");
      }
    }
  }
}
