package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatePaymentTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Fee FEE = new Fee(Money.of("15.00", "USD"), Share.of("0.02"));
  private static final AnnualRate RATE = AnnualRate.nominal(0.24);

  @Test
  void ofOneMonth_interestFixedFeeAndShare_addUp() {
    LatePayment terms = new LatePayment(RATE, FEE, Optional.empty());

    // 3,198.56 overdue: 2% interest = 63.97, fee 15.00 + 2% = 63.97
    assertThat(terms.ofOneMonth(Money.of("3198.56", "USD"))).isEqualTo(Money.of("142.94", "USD"));
  }

  @Test
  void ofOneMonth_cap_isTheMost() {
    LatePayment terms = new LatePayment(RATE, FEE, Optional.of(Money.of("100.00", "USD")));

    assertThat(terms.ofOneMonth(Money.of("3198.56", "USD"))).isEqualTo(Money.of("100", "USD"));
    assertThat(terms.ofOneMonth(Money.of("100.00", "USD"))).isEqualTo(Money.of("19", "USD"));
  }

  @Test
  void ofOneMonth_nothingOverdue_isFree() {
    LatePayment terms = new LatePayment(RATE, FEE, Optional.empty());

    assertThat(terms.ofOneMonth(Money.zero(USD))).isEqualTo(Money.zero(USD));
  }

  @Test
  void ofOneMonth_negativeOrForeign_isRefused() {
    LatePayment terms = new LatePayment(RATE, FEE, Optional.empty());

    assertThatThrownBy(() -> terms.ofOneMonth(Money.of("-1", "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the overdue amount must not be negative; received -1.00 USD");
    assertThatThrownBy(() -> terms.ofOneMonth(Money.of("1", "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the overdue amount must be in USD");
  }

  @Test
  void latePayment_badTerms_areRefused() {
    assertThatThrownBy(() -> new LatePayment(AnnualRate.nominal(18.5), FEE, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a contract rate must lie in");
    assertThatThrownBy(() -> new LatePayment(RATE, FEE, Optional.of(Money.of("-1", "USD"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the cap must not be negative");
    assertThatThrownBy(() -> new LatePayment(RATE, FEE, Optional.of(Money.of("1", "EUR"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the cap must be in USD");
  }
}
