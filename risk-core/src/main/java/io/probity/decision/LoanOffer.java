package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.LatePayment;
import io.probity.lending.LoanFees;
import io.probity.lending.LoanKind;
import io.probity.lending.LoanTerms;
import io.probity.lending.Money;
import io.probity.lending.RateKind;
import io.probity.lending.RepaymentSource;
import io.probity.lending.Share;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loan that a policy offers.
 *
 * @param kind how it is repaid
 * @param rate the annual rate at which instalments are tested where the application states none
 * @param variable whether its rate can rise, so that it is tested under the stress of rates
 * @param minimumShare the share of a revolving line that is asked for each month
 * @param fees what it costs besides interest
 * @param hasFees whether there are any
 * @param late what a late month costs; empty where the policy does not say
 * @param terms the terms that are offered; empty for any
 * @param verifiedWhen when the source that repays a balloon is verified; empty for never
 */
record LoanOffer(
    LoanKind kind,
    AnnualRate rate,
    boolean variable,
    Share minimumShare,
    LoanFees fees,
    boolean hasFees,
    Optional<LatePayment> late,
    Optional<Terms> terms,
    Optional<Condition> verifiedWhen) {

  private static final double MONTHS = 12.0;

  LoanOffer {
    if (kind != LoanKind.REVOLVING && !minimumShare.equals(Share.NONE)) {
      throw new IllegalArgumentException(
          "a minimum share belongs to a revolving line, not " + kind);
    }
    if (kind == LoanKind.REVOLVING
        && !minimumShare.equals(Share.NONE)
        && minimumShare.fraction().doubleValue() < rate.monthly()) {
      throw new IllegalArgumentException("the minimum share of a line must cover the interest of a"
          + " month, " + rate.monthly() + ", else the debt would grow; it is "
          + minimumShare.fraction());
    }
    if (verifiedWhen.isPresent() && kind != LoanKind.INTEREST_ONLY) {
      throw new IllegalArgumentException(
          "a verified source of repayment belongs to an INTEREST_ONLY loan, not " + kind);
    }
  }

  /**
   * The terms of a product, in months.
   *
   * @param from the shortest
   * @param to the longest
   * @param step how far apart they are
   */
  record Terms(int from, int to, int step) {

    private static final int LONGEST = 600;

    Terms {
      if (!(from >= 1 && from <= to && to <= LONGEST && step >= 1)) {
        throw new IllegalArgumentException(
            "terms need 1 <= from <= to <= 600 and a step of at least 1, not " + from + ", " + to
                + " and " + step);
      }
    }

    boolean has(int months) {
      return months >= from && months <= to && (months - from) % step == 0;
    }
  }

  /** Returns the same offer at a higher rate. */
  LoanOffer raised(double rise) {
    double raised = Math.min(AnnualRate.MAX_CONTRACT, rate.value() + rise);
    return new LoanOffer(
        kind,
        new AnnualRate(raised, rate.kind()),
        variable,
        minimumShare,
        fees,
        hasFees,
        late,
        terms,
        verifiedWhen);
  }

  /** Returns the highest contract rate: the interest of a month must not pass the least payment. */
  AnnualRate highestRate() {
    double bearable = minimumShare.equals(Share.NONE)
        ? AnnualRate.MAX_CONTRACT
        : MONTHS * minimumShare.fraction().doubleValue();
    return AnnualRate.nominal(Math.min(AnnualRate.MAX_CONTRACT, bearable));
  }

  boolean isRevolving() {
    return kind == LoanKind.REVOLVING;
  }

  boolean offers(int months) {
    return isRevolving() || terms.isEmpty() || terms.get().has(months);
  }

  /** Returns the instalment that is tested for a rate and a term. */
  Instalment tested(AnnualRate atRate, int months, RepaymentSource source) {
    Instalment plain = switch (kind) {
      case ANNUITY -> Instalment.annuity(atRate, months);
      case EQUAL_PRINCIPAL -> Instalment.equalPrincipal(atRate, months);
      case INTEREST_ONLY -> Instalment.interestOnly(atRate, months, source);
      case REVOLVING -> Instalment.revolving(atRate, minimumShare);
    };
    return hasFees ? plain.withFees(fees) : plain;
  }

  /** Returns a rate under the stress of rates. */
  AnnualRate stressed(AnnualRate contract, double rateStress) {
    if (!variable || rateStress == 0) {
      return contract;
    }
    double nominal = contract.to(RateKind.NOMINAL).value() + rateStress;
    return AnnualRate.nominal(Math.min(nominal, AnnualRate.MAX_CONTRACT));
  }

  /** Returns the contract for a principal in minor units. */
  LoanTerms contract(long principal, AnnualRate atRate, int months, @Nullable LocalDate start) {
    Money money = new Money(principal, fees.currency());
    if (isRevolving()) {
      LoanTerms line =
          LoanTerms.revolving(money, atRate, minimumShare).fees(fees).build();
      return line;
    }
    LoanTerms.Builder builder = LoanTerms.builder(kind, money, atRate, months).fees(fees);
    return (start == null ? builder : builder.start(start)).build();
  }
}
