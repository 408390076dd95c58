package io.probity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.LoanKind;
import io.probity.lending.RateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {

  private static final Function<AnnualRate, Instalment> YEAR = rate -> Instalment.annuity(rate, 12);

  private static PriceRules rules(RateCap... caps) {
    return new PriceRules(
        AnnualRate.nominal(0.04),
        60_00,
        0.6,
        0.7,
        0.08,
        Optional.empty(),
        0.15,
        0.0001,
        List.of(caps));
  }

  /**
   * 24 months, PD 4% in 12: PD of the term 1 - 0.96^2 = 0.0784; EL = 0.0784 x 0.6 x 0.7 = 0.032928,
   * 0.016464 a year. Capital 0.08 x 0.7 x 0.15 = 0.0084. Average balance half of the amount: 0.032928
   * and 0.0168. Cost 60 / 10,000 = 0.006. Together 0.04 + 0.006 + 0.032928 + 0.0168 = 0.095728, up to
   * 0.0958.
   */
  @Test
  void price_matchesHandCalculation() {
    Price price = Pricing.of(rules(), 0.04, 12, 24, 0.5).of(10_000_00);

    assertThat(price.funding()).isEqualTo(0.04);
    assertThat(price.cost()).isCloseTo(0.006, within(1e-15));
    assertThat(price.expectedLoss()).isCloseTo(0.032928, within(1e-15));
    assertThat(price.capital()).isCloseTo(0.0168, within(1e-15));
    assertThat(price.rounding()).isCloseTo(0.000072, within(1e-12));
    assertThat(price.rate().value()).isCloseTo(0.0958, within(1e-15));
    assertThat(price.rate().kind()).isEqualTo(RateKind.NOMINAL);
  }

  @Test
  void price_effectiveFunding_isTakenAsNominal() {
    PriceRules rules = new PriceRules(
        AnnualRate.effective(0.126825030131970),
        0,
        0,
        1,
        0,
        Optional.empty(),
        0,
        0.000001,
        List.of());

    assertThat(Pricing.of(rules, 0.04, 12, 12, 1).of(1).rate().value())
        .isCloseTo(0.12, within(1e-9));
  }

  /** Two months at 0%: balances 1 and 1/2, mean 3/4. At 10% a month: 1 and 1.1 / 2.1. */
  @Test
  void averageBalance_matchesHandCalculation() {
    assertThat(AverageBalance.share(LoanKind.ANNUITY, AnnualRate.nominal(0), 2)).isEqualTo(0.75);
    assertThat(AverageBalance.share(LoanKind.ANNUITY, AnnualRate.nominal(1.2), 2))
        .isCloseTo((1 + 1.1 / 2.1) / 2, within(1e-14));
    assertThat(AverageBalance.share(LoanKind.EQUAL_PRINCIPAL, AnnualRate.nominal(0.1), 3))
        .isCloseTo(2.0 / 3, within(1e-15));
    assertThat(AverageBalance.share(LoanKind.REVOLVING, AnnualRate.nominal(0.1), 36))
        .isOne();
  }

  /** 15% nominal is 16.08% effective: a cap of 16% allows it as a nominal rate only. */
  @Test
  void cap_holdsInItsOwnKind() {
    AnnualRate rate = AnnualRate.nominal(0.15);

    assertThat(new RateCap("A", AnnualRate.nominal(0.16)).allows(rate)).isTrue();
    assertThat(new RateCap("B", AnnualRate.effective(0.16)).allows(rate)).isFalse();
    assertThat(new RateCap("B", rate.to(RateKind.EFFECTIVE)).allows(rate)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void search_isTheLargestAmountThatHoldsAtItsOwnPrice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 40; k++) {
      PriceRules rules = rules(
          new RateCap("A", AnnualRate.nominal(0.10 + 0.2 * random.nextDouble())),
          new RateCap("A", AnnualRate.effective(0.12 + 0.2 * random.nextDouble())));
      Pricing pricing = Pricing.of(rules, 0.2 * random.nextDouble(), 12, 12, 0.55);
      long most = random.nextLong(20_000_00);
      long room = random.nextLong(1_500_00);

      PricedOffer offer = PricedOffer.search(pricing, most, 1_000_00, 250_00, room, YEAR);

      long expected = 0;
      for (long amount = 1_000_00; amount <= most; amount += 250_00) {
        AnnualRate rate = pricing.of(amount).rate();
        if (rules.allows(rate) && YEAR.apply(rate).of(amount) <= room) {
          expected = amount;
        }
      }
      assertThat(offer.limit()).isEqualTo(expected);
      assertThat(offer.refusal().isPresent()).isEqualTo(expected == 0);
      if (expected > 0) {
        assertThat(offer.instalment()).isLessThanOrEqualTo(room);
        assertThat(offer.price()).contains(pricing.of(expected));
      }
    }
  }

  @Test
  void search_nothingFits_saysWhy() {
    Pricing pricing =
        Pricing.of(rules(new RateCap("A", AnnualRate.nominal(0.05))), 0.04, 12, 12, 0.55);

    assertThat(PricedOffer.search(pricing, 5_000_00, 1_000_00, 500_00, 900_00, YEAR)
            .refusal())
        .contains(PricedOffer.RATE_CAP);
    Pricing free = Pricing.of(rules(), 0.04, 12, 12, 0.55);
    assertThat(PricedOffer.search(free, 5_000_00, 1_000_00, 500_00, 1_00, YEAR).refusal())
        .contains(PricedOffer.AFFORDABILITY);
    assertThat(PricedOffer.search(free, 900_00, 1_000_00, 500_00, 900_00, YEAR).refusal())
        .contains(PricedOffer.FLOOR);
    assertThatThrownBy(() -> PricedOffer.search(free, 5_000_00, 1, 0, 1, YEAR))
        .hasMessageContaining("step of amounts must be at least 1, not 0");
  }

  /**
   * One year, nobody prepays, all is drawn at a level balance: 1,000 at 14% with 4% funding earns 100
   * a year, less 60 of cost, 0.02 x 0.6 x 0.7 x 1,000 = 8.40 of loss and 0.08 x 0.7 x 1,000 x 0.15 =
   * 8.40 of capital: 23.20, of which half is accepted.
   */
  @Test
  void offer_profit_matchesHandCalculation() {
    OfferValue.Behaviour behaviour = new OfferValue.Behaviour(Curve.level(0.5), Curve.level(1), 0);

    OfferValue.Offer offer =
        OfferValue.of(rules(), behaviour, 0.02, 12, 12, 1).of(1_000_00, AnnualRate.nominal(0.14));

    assertThat(offer.expectedLoss()).isCloseTo(8_40, within(1e-9));
    assertThat(offer.profit()).isCloseTo(11_60, within(1e-9));
  }

  @Test
  void offer_best_isTheBestOfAllAndNeverPassesAffordability() {
    Curve acceptance = new Curve(List.of(new Curve.Knot(0.08, 0.9), new Curve.Knot(0.24, 0.1)));
    OfferValue value = OfferValue.of(
        rules(new RateCap("A", AnnualRate.nominal(0.2))),
        new OfferValue.Behaviour(acceptance, Curve.level(0.8), 0.02),
        0.03,
        12,
        12,
        0.55);

    OfferValue.Offer best =
        value.best(30_000_00, 1_000_00, 500_00, 900_00, 0.08, 0.3, YEAR).orElseThrow();

    double most = 0;
    for (long amount = 1_000_00; amount <= 30_000_00; amount += 500_00) {
      for (int k = 0; k <= 1_200; k++) {
        AnnualRate rate = AnnualRate.nominal(0.08 + k * 0.0001);
        if (YEAR.apply(rate).of(amount) <= 900_00) {
          most = Math.max(most, value.of(amount, rate).profit());
        }
      }
    }
    assertThat(best.profit()).isCloseTo(most, within(1e-6));
    assertThat(YEAR.apply(best.rate()).of(best.amount())).isLessThanOrEqualTo(900_00);
    assertThat(best.rate().value()).isLessThanOrEqualTo(0.2 + 1e-12);
  }

  @Test
  void offer_nothingEarns_isEmpty() {
    OfferValue value = OfferValue.of(
        rules(), new OfferValue.Behaviour(Curve.level(1), Curve.level(1), 0), 0.9, 12, 12, 0.5);

    assertThat(value.best(2_000_00, 1_000_00, 500_00, 900_00, 0.05, 0.1, YEAR)).isEmpty();
  }

  @Test
  void curve_isStraightBetweenKnotsAndLevelOutside() {
    Curve curve = new Curve(List.of(new Curve.Knot(1, 0.2), new Curve.Knot(3, 0.6)));

    assertThat(curve.at(0)).isEqualTo(0.2);
    assertThat(curve.at(2)).isCloseTo(0.4, within(1e-15));
    assertThat(curve.at(9)).isEqualTo(0.6);
    assertThatThrownBy(() -> curve.at(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Curve(List.of(new Curve.Knot(1, 0), new Curve.Knot(1, 1))))
        .hasMessageContaining("must rise");
    assertThatThrownBy(() -> new Curve.Knot(1, 1.5)).hasMessageContaining("not 1.0 and 1.5");
    assertThatThrownBy(() -> new Curve(List.of())).hasMessageContaining("at least one knot");
  }

  @Test
  void rules_outOfRange_areRefused() {
    AnnualRate funding = AnnualRate.nominal(0.04);
    assertThatThrownBy(() ->
            new PriceRules(funding, 0, 0.6, 1, 0.08, Optional.empty(), -0.01, 0.0001, List.of()))
        .hasMessageContaining("hurdle must be a fraction in [0, 10.0], not -0.01");
    assertThatThrownBy(() -> new PriceRules(
            funding, 0, Double.NaN, 1, 0.08, Optional.empty(), 0.1, 0.0001, List.of()))
        .hasMessageContaining("LGD must be a fraction in [0, 1.0], not NaN");
    assertThatThrownBy(
            () -> new PriceRules(funding, 0, 0.6, 1, 0.08, Optional.empty(), 0.1, 0, List.of()))
        .hasMessageContaining("step of rates must lie in (0, 1], not 0.0");
    assertThatThrownBy(() -> Pricing.of(rules(), 1.5, 12, 12, 0.5))
        .hasMessageContaining("PD must be a fraction in [0, 1], not 1.5");
    assertThatThrownBy(() -> Pricing.of(rules(), 0.1, 12, 12, 0))
        .hasMessageContaining("average balance must be a share in (0, 1], not 0.0");
    assertThatThrownBy(() -> Pricing.of(rules(), 0.1, 12, 12, 1).of(0))
        .hasMessageContaining("only an amount above 0 has a price");
  }

  @Test
  void behaviour_isReadWithItsCurves(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), """
        {"acceptance":[[0.1,0.9],[0.3,0.1]],"utilisation":[[1000,1],[2000,0.5]],
         "prepaidMonthly":0.02}""");

    OfferValue.Behaviour behaviour = BehaviourJson.load(file, 2);

    assertThat(behaviour.acceptance().at(0.2)).isCloseTo(0.5, within(1e-12));
    assertThat(behaviour.utilisation().at(1_500_00)).isCloseTo(0.75, within(1e-12));
    assertThat(behaviour.prepaid()).isEqualTo(0.02);
    Files.writeString(file, "{\"acceptance\":[[0.1,1.9]]}");
    assertThatThrownBy(() -> BehaviourJson.load(file, 2))
        .hasMessageContaining("acceptance")
        .hasMessageContaining("a share in [0, 1]");
    Files.writeString(file, "{\"acceptance\":[[0.1]]}");
    assertThatThrownBy(() -> BehaviourJson.load(file, 2)).hasMessageContaining("two numbers");
  }
}
