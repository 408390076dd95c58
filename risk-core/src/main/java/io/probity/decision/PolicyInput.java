package io.probity.decision;

import io.probity.schema.FieldKind;
import java.util.Arrays;
import java.util.List;

/** What a policy has to know of an applicant beside the model's features. Amounts are a month's. */
enum PolicyInput {
  INCOME("income"),
  INCOME_VARIATION("incomeVariation"),
  INCOME_MONTHS("incomeMonths"),
  ZERO_MONTHS("zeroMonths"),
  LIVING_COSTS("livingCosts"),
  DEPENDANTS("dependants"),
  DEBT_SERVICE("debtService"),
  REVOLVING_BALANCE("revolvingBalance"),
  REVOLVING_LIMIT("revolvingLimit"),
  REVOLVING_MINIMUM("revolvingMinimum"),
  SAVINGS("savings"),
  AMOUNT("amount"),
  TERM_MONTHS("termMonths"),
  ANNUAL_RATE("annualRate"),
  PAYOFF("payoff"),
  PRODUCT("product");

  private final String key;

  PolicyInput(String key) {
    this.key = key;
  }

  /** Returns the key in the policy. */
  String key() {
    return key;
  }

  /** Returns the kind that its field must have. */
  FieldKind kind() {
    return this == PRODUCT ? FieldKind.CATEGORY : FieldKind.NUMBER;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(PolicyInput::key).toList();
  }
}
