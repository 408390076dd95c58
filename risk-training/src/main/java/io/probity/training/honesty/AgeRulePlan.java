package io.probity.training.honesty;

/**
 * A rule of law for the use of age, as the plan declares it.
 *
 * @param jurisdiction whose rule it is
 * @param field the feature that holds the age in years; it must be allowed with a reason
 */
public record AgeRulePlan(Jurisdiction jurisdiction, String field) {

  /** Where there is a ready rule. */
  public enum Jurisdiction {
    /** The United States: see {@link AgeRule}. */
    US
  }
}
