package io.probity.lending;

/**
 * The monthly instalment that affordability is tested with, as a function of the principal.
 * Immutable; built once for a product and term, then called for any principal.
 *
 * <p>What is tested, on the principal with its financed fees, in equal months:
 *
 * <ul>
 *   <li>annuity: the level instalment (after interest-only months, that of the months left);
 *   <li>equal principal: the first instalment with principal, principal / months plus the interest of
 *       one month, each HALF_UP;
 *   <li>interest only (balloon): the level instalment as if it were an annuity, because the balloon
 *       must come from somewhere; with a {@linkplain RepaymentSource#VERIFIED verified source} the
 *       interest;
 *   <li>revolving: the full line from day one, as the larger of minimum share x line and the level
 *       instalment over 36 months.
 * </ul>
 *
 * <p>Fees per instalment and mandatory insurance are added; upfront fees are not, as no instalment
 * contains them. Each part is rounded HALF_UP to the minor unit, exactly as {@link AnnuityFactor}
 * says, so the result never falls when the principal rises.
 *
 * <p>{@link #of(long)} is the decision path: whole numbers in and out, no garbage.
 */
public final class Instalment {

  private enum Test {
    LEVEL,
    FIRST,
    INTEREST,
    LINE
  }

  private final Test test;
  private final long rateUnits;
  private final AnnuityFactor factor;
  private final Share minimumShare;
  private final FeeLoad fees;

  private Instalment(
      Test test, long rateUnits, AnnuityFactor factor, Share minimumShare, FeeLoad fees) {
    this.test = test;
    this.rateUnits = rateUnits;
    this.factor = factor;
    this.minimumShare = minimumShare;
    this.fees = fees;
  }

  /**
   * Returns the tested instalment of an annuity without fees.
   *
   * @param months the instalments with principal in them
   * @throws IllegalArgumentException if rate or term is out of range
   */
  public static Instalment annuity(AnnualRate rate, int months) {
    return of(Test.LEVEL, RateUnits.of(rate), months, Share.NONE);
  }

  /**
   * Returns the tested instalment of a loan of equal principal without fees.
   *
   * @param months the instalments with principal in them
   * @throws IllegalArgumentException if rate or term is out of range
   */
  public static Instalment equalPrincipal(AnnualRate rate, int months) {
    return of(Test.FIRST, RateUnits.of(rate), months, Share.NONE);
  }

  /**
   * Returns the tested instalment of a balloon loan without fees.
   *
   * @throws IllegalArgumentException if rate or term is out of range
   */
  public static Instalment interestOnly(AnnualRate rate, int months, RepaymentSource source) {
    return of(testOf(source), RateUnits.of(rate), months, Share.NONE);
  }

  /**
   * Returns the tested instalment of a revolving line without fees, over {@value
   * LoanTerms#REVOLVING_MONTHS} months.
   *
   * @param minimumShare the share of the line that is asked for each month
   * @throws IllegalArgumentException if the rate is out of range
   */
  public static Instalment revolving(AnnualRate rate, Share minimumShare) {
    return of(Test.LINE, RateUnits.of(rate), LoanTerms.REVOLVING_MONTHS, minimumShare);
  }

  /**
   * Returns the tested instalment of a loan's terms, whose principal plays no part.
   *
   * <p>Months are equal: dates and a first period that is not one month long do not matter here. Under
   * {@link DayCount#ACT_360} the rate is taken times 365 / 360, which is what a year really bears.
   *
   * @param source whether the repayment of a balloon is verified; without meaning for other kinds
   */
  public static Instalment of(LoanTerms terms, RepaymentSource source) {
    Test test = switch (terms.kind()) {
      case ANNUITY -> Test.LEVEL;
      case EQUAL_PRINCIPAL -> Test.FIRST;
      case INTEREST_ONLY -> testOf(source);
      case REVOLVING -> Test.LINE;
    };
    int months = terms.months() - terms.interestOnlyMonths();
    return of(test, testedUnits(terms), months, terms.minimumShare()).withFees(terms.fees());
  }

  /** Returns the same instalment with the fees of the loan, instead of those it had. */
  public Instalment withFees(LoanFees loanFees) {
    return new Instalment(test, rateUnits, factor, minimumShare, FeeLoad.of(loanFees));
  }

  /**
   * Returns the tested instalment of a principal.
   *
   * @param principal minor units, 0 to {@link Money#MAX_MINOR_UNITS}
   * @return minor units
   * @throws IllegalArgumentException if the principal is out of range
   */
  public long of(long principal) {
    if (!(principal >= 0 && principal <= Money.MAX_MINOR_UNITS)) {
      throw new IllegalArgumentException("the principal must be 0 to " + Money.MAX_MINOR_UNITS
          + " minor units; received " + principal);
    }
    return interestAndPrincipal(principal + fees.financed(principal)) + fees.monthly(principal);
  }

  /** Returns the tested instalment of a loan. */
  public static Money tested(LoanTerms terms, RepaymentSource source) {
    return new Money(of(terms, source).of(terms.principal().minorUnits()), terms.currency());
  }

  /** Returns about the principal whose instalment is as given: a start for an exact search. */
  double principalNear(double instalment) {
    double perUnit = switch (test) {
      case LEVEL -> factor.value();
      case FIRST -> 1.0 / factor.months() + RateUnits.monthly(rateUnits);
      case INTEREST -> RateUnits.monthly(rateUnits);
      case LINE -> Math.max(minimumShare.value(), factor.value());
    };
    return fees.principalNear(instalment, perUnit);
  }

  private long interestAndPrincipal(long financed) {
    return switch (test) {
      case LEVEL -> factor.instalment(financed);
      case FIRST ->
        HalfUp.divide(financed, factor.months()) + RateUnits.monthInterest(financed, rateUnits);
      case INTEREST -> RateUnits.monthInterest(financed, rateUnits);
      case LINE -> Math.max(minimumShare.applyTo(financed), factor.instalment(financed));
    };
  }

  private static Instalment of(Test test, long rateUnits, int months, Share minimumShare) {
    AnnuityFactor factor = AnnuityFactor.ofUnits(rateUnits, months);
    return new Instalment(test, rateUnits, factor, minimumShare, FeeLoad.NONE);
  }

  private static Test testOf(RepaymentSource source) {
    return source == RepaymentSource.VERIFIED ? Test.INTEREST : Test.LEVEL;
  }

  private static long testedUnits(LoanTerms terms) {
    long units = RateUnits.of(terms.rate());
    return terms.dayCount() == DayCount.ACT_360 ? HalfUp.divide(units * 365, 360) : units;
  }
}
