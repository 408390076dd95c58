package io.probity.feature;

/** Debt and the new loan against income. */
final class RatioMeasures extends Measures {

  static final int EXISTING_DSTI = 0;
  static final int EXISTING_DTI = 1;
  static final int LTI = 2;
  static final int PTI = 3;
  static final int DSTI = 4;
  static final int DTI = 5;
  static final int RESIDUAL_PER_MEMBER = 6;

  private static final int MONTHS_OF_YEAR = 12;

  RatioMeasures() {
    super(7);
  }

  @Override
  void measure(CatalogRun run) {
    run.income().ensure(run);
    run.debt().ensure(run);
    run.request().ensure(run);
    double income = run.income().figure(IncomeMeasures.BASE_INCOME);
    double service = run.debt().figure(DebtMeasures.SERVICE);
    double owed = run.debt().figure(DebtMeasures.NET_BALANCE);
    double instalment = run.request().figure(RequestMeasures.INSTALMENT);
    double amount = run.amount();
    set(EXISTING_DSTI, ratio(service, income));
    set(EXISTING_DTI, ratio(owed, MONTHS_OF_YEAR * income));
    set(LTI, ratio(amount, MONTHS_OF_YEAR * income));
    set(PTI, ratio(instalment, income));
    set(DSTI, ratio(service + instalment, income));
    set(DTI, ratio(owed + amount, MONTHS_OF_YEAR * income));
    double left = income - service - instalment;
    double members = CatalogRun.number(run.application().applicant().householdSize());
    set(RESIDUAL_PER_MEMBER, left / members);
  }

  /** Returns an amount divided by an income; a special cell if the income is 0. */
  private static double ratio(double amount, double income) {
    return income == 0.0 ? CatalogCode.NO_INCOME.cell() : amount / income;
  }
}
