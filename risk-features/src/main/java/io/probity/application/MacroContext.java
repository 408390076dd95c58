package io.probity.application;

import java.util.Objects;

/**
 * The economy around an applicant.
 *
 * @param unemploymentRate the unemployed as a fraction of the labour force
 * @param gdpGrowth the growth of the gross domestic product over a year, as a fraction
 * @param policyRate the central bank's rate, as an annual fraction
 */
public record MacroContext(
    MacroIndicator unemploymentRate, MacroIndicator gdpGrowth, MacroIndicator policyRate) {

  private static final MacroContext UNKNOWN = new MacroContext(
      MacroIndicator.unknown(), MacroIndicator.unknown(), MacroIndicator.unknown());

  /** Refuses nulls. */
  public MacroContext {
    Objects.requireNonNull(unemploymentRate, "unemploymentRate");
    Objects.requireNonNull(gdpGrowth, "gdpGrowth");
    Objects.requireNonNull(policyRate, "policyRate");
  }

  /** Returns an economy of which nothing is known. */
  public static MacroContext unknown() {
    return UNKNOWN;
  }
}
