package io.probity.limit;

/**
 * A monthly amount by household: so much for the applicant and so much more for each dependant.
 *
 * @param base the amount for the applicant, in minor units, at least 0
 * @param perDependant the amount for each dependant, in minor units, at least 0
 */
public record HouseholdTable(long base, long perDependant) {

  /** Nothing for anybody. */
  public static final HouseholdTable NONE = new HouseholdTable(0, 0);

  private static final int MOST_DEPENDANTS = 100;

  /** Checks the amounts. */
  public HouseholdTable {
    if (base < 0
        || perDependant < 0
        || base > MinorUnits.LARGEST
        || perDependant > MinorUnits.LARGEST) {
      throw new IllegalArgumentException(
          "the amounts of a household table must be at least 0, not " + base + ", " + perDependant);
    }
  }

  /** Returns the amount for a household; beyond 100 dependants it stays the same. */
  public long of(int dependants) {
    return base + perDependant * Math.min(Math.max(dependants, 0), MOST_DEPENDANTS);
  }
}
