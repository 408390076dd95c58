package io.probity.training.selection;

/**
 * A stepwise search: from nothing, the feature that helps most enters, then each that no longer helps
 * leaves, until nothing changes.
 *
 * @param criterion what helps
 * @param enter for P_VALUE the largest nominal p-value of the score test with which a feature enters
 * @param stay for P_VALUE the largest nominal p-value of the Wald test with which it stays; at least
 *     {@code enter}, so that the search ends
 */
public record Stepwise(Criterion criterion, double enter, double stay) {

  /** What a step must improve. */
  public enum Criterion {
    /** No search: all features enter at once. */
    NONE,
    /** Nominal p-values. After binning and a search they are no longer what they seem. */
    P_VALUE,
    /** Akaike's criterion, deviance + 2 coefficients. */
    AIC,
    /** The Bayesian criterion, deviance + ln(records) coefficients. */
    BIC
  }

  /** No search. */
  public static final Stepwise NONE = new Stepwise(Criterion.NONE, 0.05, 0.05);

  /** Checks the p-values. */
  public Stepwise {
    if (!(enter > 0 && enter <= stay && stay < 1)) {
      throw new IllegalArgumentException(
          "stepwise p-values need 0 < enter <= stay < 1, not " + enter + " and " + stay);
    }
  }

  /** Returns a search by nominal p-values. */
  public static Stepwise byPValue(double enter, double stay) {
    return new Stepwise(Criterion.P_VALUE, enter, stay);
  }

  /** Returns a search by AIC or BIC. */
  public static Stepwise by(Criterion criterion) {
    return new Stepwise(criterion, 0.05, 0.05);
  }
}
