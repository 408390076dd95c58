package io.probity.limit;

/**
 * What an applicant can repay each month, and how that came about; minor units a month. Immutable.
 */
public final class Affordability {

  /** The room of a test that the policy does not make. */
  static final long UNLIMITED = Long.MAX_VALUE;

  static final int BASE_INCOME = 0;
  static final int ASSESSED_INCOME = 1;
  static final int STRESSED_INCOME = 2;
  static final int LIVING_COSTS = 3;
  static final int DEBT_SERVICE = 4;
  static final int STRESSED_DEBT_SERVICE = 5;
  static final int MINIMUM_RESIDUAL = 6;
  static final int RESIDUAL_ROOM = 7;
  static final int DSTI_ROOM = 8;
  static final int PTI_ROOM = 9;
  static final int BUFFER_ROOM = 10;
  static final int FIGURES = 11;

  private final long[] figures;

  /** Creates a view of the figures; whoever changes them later must not give it away. */
  Affordability(long[] figures) {
    this.figures = figures;
  }

  /** Returns the base income B. */
  public long baseIncome() {
    return figures[BASE_INCOME];
  }

  /** Returns the assessed income A: the base income less the haircuts. */
  public long assessedIncome() {
    return figures[ASSESSED_INCOME];
  }

  /** Returns the assessed income under stress. */
  public long stressedIncome() {
    return figures[STRESSED_INCOME];
  }

  /** Returns the living costs L that count. */
  public long livingCosts() {
    return figures[LIVING_COSTS];
  }

  /** Returns the debt service D that counts. */
  public long debtService() {
    return figures[DEBT_SERVICE];
  }

  /** Returns the debt service with debts at a variable rate priced again under stress. */
  public long stressedDebtService() {
    return figures[STRESSED_DEBT_SERVICE];
  }

  /** Returns what must be left to the household. */
  public long minimumResidual() {
    return figures[MINIMUM_RESIDUAL];
  }

  /** Returns whether the policy makes a test. */
  public boolean tests(AffordabilityTest test) {
    return room(test) != UNLIMITED;
  }

  /** Returns the room for an instalment that a test leaves; may be negative. */
  public long room(AffordabilityTest test) {
    return switch (test) {
      case RESIDUAL -> figures[RESIDUAL_ROOM];
      case DSTI -> figures[DSTI_ROOM];
      case PTI -> figures[PTI_ROOM];
      case BUFFER -> figures[BUFFER_ROOM];
    };
  }

  /** Returns the test that leaves the least room; the first of equals. */
  public AffordabilityTest binding() {
    long least = room();
    if (figures[RESIDUAL_ROOM] == least) {
      return AffordabilityTest.RESIDUAL;
    }
    if (figures[DSTI_ROOM] == least) {
      return AffordabilityTest.DSTI;
    }
    return figures[PTI_ROOM] == least ? AffordabilityTest.PTI : AffordabilityTest.BUFFER;
  }

  /** Returns the room for an instalment: the smallest of all tests; may be negative. */
  public long room() {
    return Math.min(
        Math.min(figures[RESIDUAL_ROOM], figures[DSTI_ROOM]),
        Math.min(figures[PTI_ROOM], figures[BUFFER_ROOM]));
  }
}
