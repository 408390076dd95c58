package io.probity.limit;

/**
 * What an applicant can repay each month, and how that came about; minor units a month. Immutable.
 */
public final class Affordability {

  /** The room of a test that the policy does not make. */
  static final long UNLIMITED = Long.MAX_VALUE;

  private final long baseIncome;
  private final long assessedIncome;
  private final long stressedIncome;
  private final long livingCosts;
  private final long debtService;
  private final long stressedDebtService;
  private final long minimumResidual;
  private final long residualRoom;
  private final long dstiRoom;
  private final long ptiRoom;
  private final long bufferRoom;

  Affordability(
      long baseIncome,
      long assessedIncome,
      long stressedIncome,
      long livingCosts,
      long debtService,
      long stressedDebtService,
      long minimumResidual,
      long residualRoom,
      long dstiRoom,
      long ptiRoom,
      long bufferRoom) {
    this.baseIncome = baseIncome;
    this.assessedIncome = assessedIncome;
    this.stressedIncome = stressedIncome;
    this.livingCosts = livingCosts;
    this.debtService = debtService;
    this.stressedDebtService = stressedDebtService;
    this.minimumResidual = minimumResidual;
    this.residualRoom = residualRoom;
    this.dstiRoom = dstiRoom;
    this.ptiRoom = ptiRoom;
    this.bufferRoom = bufferRoom;
  }

  /** Returns the base income B. */
  public long baseIncome() {
    return baseIncome;
  }

  /** Returns the assessed income A: the base income less the haircuts. */
  public long assessedIncome() {
    return assessedIncome;
  }

  /** Returns the assessed income under stress. */
  public long stressedIncome() {
    return stressedIncome;
  }

  /** Returns the living costs L that count. */
  public long livingCosts() {
    return livingCosts;
  }

  /** Returns the debt service D that counts. */
  public long debtService() {
    return debtService;
  }

  /** Returns the debt service with debts at a variable rate priced again under stress. */
  public long stressedDebtService() {
    return stressedDebtService;
  }

  /** Returns what must be left to the household. */
  public long minimumResidual() {
    return minimumResidual;
  }

  /** Returns whether the policy makes a test. */
  public boolean tests(AffordabilityTest test) {
    return room(test) != UNLIMITED;
  }

  /** Returns the room for an instalment that a test leaves; may be negative. */
  public long room(AffordabilityTest test) {
    return switch (test) {
      case RESIDUAL -> residualRoom;
      case DSTI -> dstiRoom;
      case PTI -> ptiRoom;
      case BUFFER -> bufferRoom;
    };
  }

  /** Returns the test that leaves the least room; the first of equals. */
  public AffordabilityTest binding() {
    long least = room();
    if (residualRoom == least) {
      return AffordabilityTest.RESIDUAL;
    }
    if (dstiRoom == least) {
      return AffordabilityTest.DSTI;
    }
    return ptiRoom == least ? AffordabilityTest.PTI : AffordabilityTest.BUFFER;
  }

  /** Returns the room for an instalment: the smallest of all tests; may be negative. */
  public long room() {
    return Math.min(Math.min(residualRoom, dstiRoom), Math.min(ptiRoom, bufferRoom));
  }
}
