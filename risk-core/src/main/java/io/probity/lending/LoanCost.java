package io.probity.lending;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What a loan costs its borrower, for people: amounts in major units.
 *
 * <p>A revolving line has no schedule; it is priced as if it were drawn in full on the first day and
 * repaid in level instalments over {@value LoanTerms#REVOLVING_MONTHS} months.
 *
 * @param currency the currency of the amounts
 * @param months the number of instalments
 * @param firstInstalment the first instalment
 * @param lastInstalment the last instalment
 * @param netDisbursed what the borrower receives
 * @param totalInterest the interest of all instalments
 * @param totalFees all fees, mandatory insurance included
 * @param totalCost interest and fees
 * @param totalPaid the sum of all instalments
 * @param contractRate the rate of the contract
 * @param nominalRate the nominal annual rate with all fees
 * @param effectiveRate the effective annual rate with all fees
 * @param lateMonth what one month of delay of the first instalment costs; empty where the policy does
 *     not say
 */
public record LoanCost(
    Currency currency,
    int months,
    BigDecimal firstInstalment,
    BigDecimal lastInstalment,
    BigDecimal netDisbursed,
    BigDecimal totalInterest,
    BigDecimal totalFees,
    BigDecimal totalCost,
    BigDecimal totalPaid,
    AnnualRate contractRate,
    AnnualRate nominalRate,
    AnnualRate effectiveRate,
    Optional<BigDecimal> lateMonth) {

  /**
   * Computes what a loan costs.
   *
   * @param late what a late month costs, empty where it is not stated
   * @throws IllegalArgumentException if the terms have no schedule
   */
  public static LoanCost of(LoanTerms terms, Optional<LatePayment> late) {
    Schedule schedule = Schedule.of(scheduled(terms));
    CashFlows flows = schedule.monthlyCashFlows();
    AnnualRate effective = flows.annualRate(RateKind.EFFECTIVE);
    BigDecimal first = schedule.rows().get(0).instalment();
    return new LoanCost(
        terms.currency(),
        terms.months(),
        first,
        schedule.rows().get(terms.months() - 1).instalment(),
        schedule.netDisbursed(),
        schedule.totalInterest(),
        schedule.totalFees(),
        schedule.totalCost(),
        schedule.totalPaid(),
        terms.rate(),
        effective.to(RateKind.NOMINAL),
        effective,
        late.map(rule -> rule.ofOneMonth(Money.of(first, terms.currency())).amount()));
  }

  private static LoanTerms scheduled(LoanTerms terms) {
    return terms.kind() == LoanKind.REVOLVING
        ? LoanTerms.builder(LoanKind.ANNUITY, terms.principal(), terms.rate(), terms.months())
            .fees(terms.fees())
            .build()
        : terms;
  }
}
