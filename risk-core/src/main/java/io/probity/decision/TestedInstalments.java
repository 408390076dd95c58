package io.probity.decision;

import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.RepaymentSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The instalments of a product, with those at the policy's own rate computed beforehand for each term
 * that is offered. Immutable.
 */
final class TestedInstalments {

  private static final int LONGEST = 600;

  private final LoanOffer offer;
  private final AnnualRate stressed;
  private final double rateStress;
  private final List<Instalment> contract; // by month, without a verified source
  private final List<Instalment> tested;

  private TestedInstalments(LoanOffer offer, AnnualRate stressed, double rateStress) {
    this.offer = offer;
    this.stressed = stressed;
    this.rateStress = rateStress;
    this.contract = byMonth(offer, offer.rate());
    this.tested = stressed.equals(offer.rate()) ? contract : byMonth(offer, stressed);
  }

  static TestedInstalments of(LoanOffer offer, double rateStress) {
    return new TestedInstalments(offer, offer.stressed(offer.rate(), rateStress), rateStress);
  }

  private static List<Instalment> byMonth(LoanOffer offer, AnnualRate rate) {
    int longest = offer.terms().map(LoanOffer.Terms::to).orElse(LONGEST);
    return IntStream.rangeClosed(1, longest)
        .mapToObj(months -> offer.tested(rate, months, RepaymentSource.NONE))
        .toList();
  }

  /** Returns a rate under the stress of rates. */
  AnnualRate stressed(AnnualRate rate) {
    return rate.equals(offer.rate()) ? stressed : offer.stressed(rate, rateStress);
  }

  /** Returns the instalment that is tested for a rate and a term. */
  Instalment of(AnnualRate rate, int months, RepaymentSource source) {
    if (source == RepaymentSource.NONE && months <= contract.size()) {
      if (rate.equals(offer.rate())) {
        return contract.get(months - 1);
      }
      if (rate.equals(stressed)) {
        return tested.get(months - 1);
      }
    }
    return offer.tested(rate, months, source);
  }
}
