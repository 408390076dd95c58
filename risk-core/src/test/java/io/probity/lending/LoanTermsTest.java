package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoanTermsTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate START = LocalDate.of(2026, 1, 31);

  @Test
  void builder_nothingStated_hasTheDefaults() {
    LoanTerms terms = terms().build();

    assertThat(terms.interestOnlyMonths()).isZero();
    assertThat(terms.start()).isNull();
    assertThat(terms.firstDue()).isNull();
    assertThat(terms.dayCount()).isEqualTo(DayCount.THIRTY_360);
    assertThat(terms.fees()).isEqualTo(LoanFees.none(USD));
    assertThat(terms.minimumShare()).isEqualTo(Share.NONE);
    assertThat(terms.currency()).isEqualTo(USD);
  }

  @Test
  void revolving_isTestedOver36Months() {
    Share minimum = Share.of("0.05");
    LoanTerms line = LoanTerms.revolving(Money.of("1000", "USD"), AnnualRate.nominal(0.2), minimum)
        .build();

    assertThat(line.kind()).isEqualTo(LoanKind.REVOLVING);
    assertThat(line.months()).isEqualTo(36);
    assertThat(line.minimumShare()).isEqualTo(minimum);
  }

  @Test
  void withPrincipal_changesNothingElse() {
    LoanTerms terms = terms().start(START).interestOnlyMonths(2).build();
    Money other = Money.of("77", "USD");

    assertThat(terms.withPrincipal(other).principal()).isEqualTo(other);
    assertThat(terms.withPrincipal(other).withPrincipal(terms.principal())).isEqualTo(terms);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 12, the principal must be positive; received 0.00 USD",
    "-5, 0.1, 12, the principal must be positive; received -5.00 USD",
    "1000, 0.1, 0, the term must be 1 to 1200 months; received 0",
    "1000, 0.1, -3, the term must be 1 to 1200 months; received -3",
    "1000, 0.1, 1201, the term must be 1 to 1200 months; received 1201"
  })
  void build_principalOrTermOutOfRange_isRefused(
      String principal, double nominal, int months, String message) {
    LoanTerms.Builder builder = LoanTerms.builder(
        LoanKind.ANNUITY, Money.of(principal, "USD"), AnnualRate.nominal(nominal), months);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, -1e-9, 10.01, 18.5, 1e300})
  void build_rateOutOfRange_isRefused(double nominal) {
    LoanTerms.Builder builder = LoanTerms.builder(
        LoanKind.ANNUITY, Money.of("1000", "USD"), AnnualRate.nominal(nominal), 12);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a contract rate must lie in [0, 10.0] as a nominal annual fraction; received "
            + nominal + "; write 18.5% as 0.185");
  }

  @Test
  void build_effectiveRateWhoseNominalIsTooHigh_isRefused() {
    // (1 + 10 / 12)^12 - 1 = 1,440.8 is the effective rate of a nominal rate of 10
    LoanTerms.Builder builder = LoanTerms.builder(
        LoanKind.ANNUITY, Money.of("1000", "USD"), AnnualRate.effective(1_500.0), 12);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a contract rate must lie in [0, 10.0]");
  }

  @Test
  void build_feesInAnotherCurrency_isRefused() {
    LoanTerms.Builder builder = terms().fees(LoanFees.none(Currency.getInstance("EUR")));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the fees must be in USD like the loan; received 0.00 EUR; convert it first");
  }

  @Test
  void build_upfrontFeeAsLargeAsThePrincipal_isRefused() {
    LoanFees fees = LoanFees.none(USD).withUpfront(Fee.ofShare(Share.of("1"), USD));

    assertThatThrownBy(() -> terms().fees(fees).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the upfront fee must be less than the principal");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 12, 13})
  void build_interestOnlyMonthsOutOfRange_isRefused(int count) {
    assertThatThrownBy(() -> terms().interestOnlyMonths(count).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the interest-only months must be 0 to 11 of a term of 12; received " + count);
  }

  @Test
  void build_interestOnlyMonthsOfABalloon_isRefused() {
    LoanTerms.Builder builder = LoanTerms.builder(
            LoanKind.INTEREST_ONLY, Money.of("1000", "USD"), AnnualRate.nominal(0.1), 12)
        .interestOnlyMonths(3);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("received 3 for INTEREST_ONLY");
  }

  @Test
  void build_minimumShareOfAnAnnuity_isRefused() {
    assertThatThrownBy(() -> new LoanTerms(
            LoanKind.ANNUITY,
            Money.of("1000", "USD"),
            AnnualRate.nominal(0.1),
            12,
            0,
            null,
            null,
            DayCount.THIRTY_360,
            LoanFees.none(USD),
            Share.of("0.05")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a minimum share belongs to a revolving loan");
  }

  @Test
  void build_datesThatNeedAStart_areRefusedWithoutIt() {
    assertThatThrownBy(() -> terms().firstDue(START).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("need a start date");
    assertThatThrownBy(() -> terms().dayCount(DayCount.ACT_365).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ACT_365 need a start date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31", "2026-01-30", "2027-02-01"})
  void build_firstDueDateOutOfRange_isRefused(LocalDate firstDue) {
    assertThatThrownBy(() -> terms().start(START).firstDue(firstDue).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first due date must be after the start 2026-01-31 and within a year;"
            + " received " + firstDue);
  }

  private static LoanTerms.Builder terms() {
    return LoanTerms.builder(
        LoanKind.ANNUITY, Money.of("1000", "USD"), AnnualRate.nominal(0.1), 12);
  }
}
