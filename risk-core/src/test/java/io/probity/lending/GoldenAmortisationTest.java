package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of golden 10: schedules and capacities to the cent, annual rates to 1e-10. */
class GoldenAmortisationTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final JsonObject EXPECTED = read().object("expected");

  static Stream<JsonObject> schedules() {
    return EXPECTED.objects("schedules").stream();
  }

  static Stream<JsonObject> annualRates() {
    return EXPECTED.objects("apr").stream();
  }

  static Stream<JsonObject> capacities() {
    return EXPECTED.objects("capacity").stream();
  }

  @Test
  void file_holdsAllCases() {
    assertThat(schedules()).hasSize(10);
    assertThat(annualRates()).hasSize(7);
    assertThat(capacities()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void schedule_goldenLoan_isEqualToTheCent(JsonObject golden) {
    Schedule schedule = Schedule.of(terms(golden));

    assertThat(schedule.rows()).hasSize(golden.whole("months"));
    for (JsonObject row : golden.objects("rows")) {
      Schedule.Row actual = schedule.rows().get(row.whole("k") - 1);
      assertThat(actual.number()).isEqualTo(row.whole("k"));
      assertThat(actual.instalment()).hasToString(row.text("payment"));
      assertThat(actual.interest()).hasToString(row.text("interest"));
      assertThat(actual.principal()).hasToString(row.text("principal"));
      assertThat(actual.closingBalance()).hasToString(row.text("balance"));
    }
    assertThat(schedule.totalInterest()).hasToString(golden.text("total_interest"));
    assertThat(schedule.totalPaid()).hasToString(golden.text("total_paid"));
    assertThat(last(schedule).instalment()).hasToString(golden.text("last_payment"));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void instalment_goldenAnnuity_isTheRegularPayment(JsonObject golden) {
    LoanTerms terms = terms(golden);

    if (golden.nullableValue("regular_payment").isPresent()) {
      assertThat(Instalment.tested(terms, RepaymentSource.NONE).amount())
          .hasToString(golden.text("regular_payment"));
    }
    if (golden.has("unrounded_payment")) {
      double principal = terms.principal().amount().doubleValue();
      double unrounded = AnnuityFactor.of(terms.rate(), terms.months()).value() * principal;
      assertThat(unrounded)
          .isCloseTo(golden.number("unrounded_payment"), within(1e-13 * principal));
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void instalment_goldenEqualPrincipal_isTheFirstPayment(JsonObject golden) {
    if (golden.text("kind").equals("equal_principal")) {
      assertThat(Instalment.tested(terms(golden), RepaymentSource.NONE).amount())
          .hasToString(golden.objects("rows").get(0).text("payment"));
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void rateUnits_goldenRate_isTheMonthlyRate(JsonObject golden) {
    double monthly = Double.parseDouble(golden.text("monthly_rate"));

    assertThat(RateUnits.monthly(RateUnits.of(terms(golden).rate()))).isEqualTo(monthly);
  }

  @ParameterizedTest
  @MethodSource("annualRates")
  void annualRate_goldenCashFlows_agreesTo1em10(JsonObject golden) {
    List<BigDecimal> amounts = golden.value("cash_flows_months_amount").list().stream()
        .map(pair -> pair.list().get(1).decimal())
        .toList();

    assertRates(CashFlows.ofMonths(amounts), golden);
  }

  @ParameterizedTest
  @MethodSource("annualRates")
  void annualRate_goldenTerms_agreesTo1em10(JsonObject golden) {
    Money upfront = Money.of(golden.decimal("upfront_fee"), USD);
    Money monthly = Money.of(golden.decimal("monthly_fee"), USD);
    LoanTerms terms = termsNamed(golden.text("name"), golden.decimal("principal"))
        .fees(LoanFees.none(USD)
            .withUpfront(Fee.ofAmount(upfront))
            .withPerInstalment(Fee.ofAmount(monthly)))
        .build();

    assertRates(Schedule.of(terms).monthlyCashFlows(), golden);
  }

  @Test
  void annualRate_goldenDates_agreesTo1em10() {
    JsonObject golden = EXPECTED.object("apr_with_dates");
    List<LocalDate> dates =
        golden.value("dates").list().stream().map(JsonValue::date).toList();
    List<BigDecimal> amounts =
        golden.value("amounts").list().stream().map(JsonValue::decimal).toList();

    assertThat(CashFlows.ofDates(dates, amounts).annualRate(RateKind.EFFECTIVE).value())
        .isCloseTo(golden.number("apr_effective_act365"), within(1e-10));
  }

  @Test
  void annualRate_goldenDatesFromTerms_agreesTo1em10() {
    JsonObject golden = EXPECTED.object("apr_with_dates");
    List<JsonValue> dates = golden.value("dates").list();
    LoanTerms terms = builder(LoanKind.ANNUITY, "5000.00", "0.36", 6)
        .start(dates.get(0).date())
        .fees(LoanFees.none(USD).withUpfront(Fee.ofAmount(Money.of("150", "USD"))))
        .build();

    Schedule schedule = Schedule.of(terms);

    for (Schedule.Row row : schedule.rows()) {
      assertThat(row.dueDate()).contains(dates.get(row.number()).date());
    }
    assertThat(schedule.datedCashFlows().annualRate(RateKind.EFFECTIVE).value())
        .isCloseTo(golden.number("apr_effective_act365"), within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("capacities")
  void capacity_goldenInversion_isExact(JsonObject golden) {
    AnnualRate rate = AnnualRate.nominal(Double.parseDouble(golden.text("annual_nominal_rate")));
    int months = golden.whole("months");
    long room = cents(golden.text("capacity"));
    String key = "max_principal_cents_with_rounded_payment_le_capacity";
    long expected = cents(golden.text(key));
    AnnuityFactor factor = AnnuityFactor.of(rate, months);

    assertThat(Capacity.largestPrincipal(Instalment.annuity(rate, months), room))
        .isEqualTo(expected);
    assertThat(factor.largestPrincipal(room)).isEqualTo(expected);
    assertThat(factor.instalment(expected))
        .isEqualTo(cents(golden.text("payment_at_that_principal")));
    assertThat(factor.instalment(expected + 1))
        .isEqualTo(cents(golden.text("payment_one_cent_more")));
    assertThat(expected)
        .isGreaterThan(cents(golden.text("max_principal_floor_to_cent_of_unrounded")));
    assertThat(room / 100.0 / factor.value())
        .isCloseTo(golden.number("max_principal_unrounded"), within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("capacities")
  void capacity_goldenMultipleOf100_followsByRoundingDown(JsonObject golden) {
    AnnualRate rate = AnnualRate.nominal(Double.parseDouble(golden.text("annual_nominal_rate")));
    Instalment instalment = Instalment.annuity(rate, golden.whole("months"));
    long capacity = Capacity.largestPrincipal(instalment, cents(golden.text("capacity")));
    long rounded = capacity / 10_000 * 10_000;

    assertThat(rounded).isEqualTo(cents(golden.text("max_principal_multiple_of_100")));
    assertThat(instalment.of(rounded)).isEqualTo(cents(golden.text("payment_at_multiple_of_100")));
  }

  private static void assertRates(CashFlows flows, JsonObject golden) {
    AnnualRate effective = flows.annualRate(RateKind.EFFECTIVE);

    assertThat(effective.value()).isCloseTo(golden.number("apr_effective_annual"), within(1e-10));
    assertThat(effective.monthly()).isCloseTo(golden.number("monthly_irr"), within(1e-10));
    assertThat(flows.annualRate(RateKind.NOMINAL).value())
        .isCloseTo(golden.number("apr_nominal_12x"), within(1e-10));
  }

  private static LoanTerms terms(JsonObject golden) {
    LoanKind kind = switch (golden.text("kind")) {
      case "annuity", "grace_then_annuity" -> LoanKind.ANNUITY;
      case "equal_principal" -> LoanKind.EQUAL_PRINCIPAL;
      case "interest_only_balloon" -> LoanKind.INTEREST_ONLY;
      default -> throw new AssertionError(golden.text("kind"));
    };
    return builder(
            kind,
            golden.text("principal"),
            golden.text("annual_nominal_rate"),
            golden.whole("months"))
        .interestOnlyMonths(golden.whole("interest_only_months"))
        .build();
  }

  /** The names of the annual rates say the loan, such as "5000 @36% 6m with 150 fee". */
  private static LoanTerms.Builder termsNamed(String name, BigDecimal principal) {
    String amount = principal.toPlainString();
    return switch (name) {
      case "annuity 100000 @12% 12m, no fee", "same with 2% upfront fee and 50/month" ->
        builder(LoanKind.ANNUITY, amount, "0.12", 12);
      case "5000 @36% 6m with 150 fee" -> builder(LoanKind.ANNUITY, amount, "0.36", 6);
      case "25000 @18.5% 36m with 3% fee withheld, 9.90/month" ->
        builder(LoanKind.ANNUITY, amount, "0.185", 36);
      case "interest-only balloon 50000 @8% 6m, 500 fee" ->
        builder(LoanKind.INTEREST_ONLY, amount, "0.08", 6);
      case "zero interest 1000 7m with 30 fee" -> builder(LoanKind.ANNUITY, amount, "0", 7);
      case "equal principal 10000 @14.4% 7m, 1% fee" ->
        builder(LoanKind.EQUAL_PRINCIPAL, amount, "0.144", 7);
      default -> throw new AssertionError(name);
    };
  }

  private static LoanTerms.Builder builder(
      LoanKind kind, String principal, String nominal, int months) {
    AnnualRate rate = AnnualRate.nominal(Double.parseDouble(nominal));
    return LoanTerms.builder(kind, Money.of(principal, "USD"), rate, months);
  }

  private static Schedule.Row last(Schedule schedule) {
    return schedule.rows().get(schedule.rows().size() - 1);
  }

  private static long cents(String amount) {
    return Money.of(amount, "USD").minorUnits();
  }

  private static JsonObject read() {
    String name = "/golden/10_amortisation/expected.json";
    try (InputStream in = GoldenAmortisationTest.class.getResourceAsStream(name)) {
      return JsonObject.parse(
          Objects.requireNonNull(in, name).readAllBytes(), name, JsonLimits.FILE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
