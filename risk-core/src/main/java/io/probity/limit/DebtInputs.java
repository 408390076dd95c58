package io.probity.limit;

/**
 * What limit setting knows of existing debts. Amounts are minor units, at least 0 and at most 10^11.
 *
 * @param service the monthly service of debts other than revolving lines
 * @param refinancedService the part of it that ends because this loan repays it, lender to lender
 * @param revolvingBalance the balances of revolving lines
 * @param revolvingLimit the limits of revolving lines
 * @param revolvingMinimum the reported monthly minimum payments of revolving lines
 * @param variableBalance the balance of debts at a variable rate, whose service is in {@code service}
 * @param variableMonths the months that are left of them; at least 1 if there is a balance
 * @param variableRate their nominal annual rate, a fraction
 */
public record DebtInputs(
    long service,
    long refinancedService,
    long revolvingBalance,
    long revolvingLimit,
    long revolvingMinimum,
    long variableBalance,
    int variableMonths,
    double variableRate) {

  /** No debts. */
  public static final DebtInputs NONE = of(0, 0);

  /** Checks the amounts. */
  public DebtInputs {
    MinorUnits.requireAmount("debt service", service);
    MinorUnits.requireAmount("refinanced debt service", refinancedService);
    MinorUnits.requireAmount("revolving balance", revolvingBalance);
    MinorUnits.requireAmount("revolving limit", revolvingLimit);
    MinorUnits.requireAmount("revolving minimum", revolvingMinimum);
    MinorUnits.requireAmount("variable balance", variableBalance);
    if (refinancedService > service) {
      throw new IllegalArgumentException("the refinanced debt service " + refinancedService
          + " must not be more than the debt service " + service);
    }
  }

  /** Returns debts of which the service and the balances of revolving lines are known. */
  public static DebtInputs of(long service, long revolvingBalance) {
    return new DebtInputs(service, 0, revolvingBalance, 0, 0, 0, 0, 0);
  }
}
