package io.probity.feature;

import io.probity.application.Channel;
import io.probity.application.CreditType;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.MoneyUnits;
import io.probity.application.RateType;
import io.probity.application.TradelineColumns;

/** What is asked for. */
final class RequestMeasures extends Measures {

  static final int AMOUNT = 0;
  static final int TERM = 1;
  static final int RATE = 2;
  static final int RATE_TYPE = 3;
  static final int PRODUCT = 4;
  static final int PURPOSE = 5;
  static final int CHANNEL = 6;
  static final int INSTALMENT = 7;

  /** Over how many months the tested instalment repays a line. */
  static final int LINE_MONTHS = 36;

  RequestMeasures() {
    super(8);
  }

  @Override
  void measure(CatalogRun run) {
    LoanRequest request = run.application().request();
    set(AMOUNT, run.amount());
    set(TERM, CatalogRun.number(request.termMonths()));
    set(RATE, request.nominalRate());
    set(RATE_TYPE, Levels.index(request.rateType(), RateType.UNKNOWN));
    set(PRODUCT, Levels.index(request.product(), CreditType.UNKNOWN));
    set(PURPOSE, Levels.index(request.purpose(), LoanPurpose.UNKNOWN));
    set(CHANNEL, Levels.index(request.channel(), Channel.UNKNOWN));
    set(INSTALMENT, instalment(run, request));
  }

  private double instalment(CatalogRun run, LoanRequest request) {
    boolean isLine = request.product() == CreditType.REVOLVING;
    Integer term = request.termMonths();
    int months = isLine ? LINE_MONTHS : term == null ? 0 : term;
    double units = run.amount() * MoneyUnits.PER_ONE;
    double annuity = TradelineColumns.annuity(units, request.nominalRate(), months);
    double least = isLine ? run.settings().revolvingBalanceShare() * units : 0.0;
    double tested = Math.max(annuity, least);
    return Double.isNaN(tested) ? tested : MoneyUnits.toAmount(run.toMinorUnit(tested));
  }
}
