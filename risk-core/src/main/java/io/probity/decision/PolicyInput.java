package io.probity.decision;

import io.probity.schema.FieldKind;

/**
 * What a policy has to know of an applicant beside the model's features. Amounts of income, costs and
 * service are a month's.
 */
enum PolicyInput {
  INCOME("income"),
  INCOME_VARIATION("incomeVariation"),
  INCOME_MONTHS("incomeMonths"),
  ZERO_MONTHS("zeroMonths"),
  INCOME_SOURCE("incomeSource", FieldKind.CATEGORY),
  STATED_INCOME("statedIncome"),
  INCOME_MEAN_3("incomeMean3"),
  INCOME_MEAN_12("incomeMean12"),
  INCOME_LOWER_QUARTILE("incomeLowerQuartile12"),
  LIVING_COSTS("livingCosts"),
  DEPENDANTS("dependants"),
  DEBT_SERVICE("debtService"),
  REFINANCED_SERVICE("refinancedDebtService"),
  REVOLVING_BALANCE("revolvingBalance"),
  REVOLVING_LIMIT("revolvingLimit"),
  REVOLVING_MINIMUM("revolvingMinimum"),
  VARIABLE_BALANCE("variableBalance"),
  VARIABLE_MONTHS("variableMonths"),
  VARIABLE_RATE("variableRate"),
  SAVINGS("savings"),
  AMOUNT("amount"),
  TERM_MONTHS("termMonths"),
  ANNUAL_RATE("annualRate"),
  PAYOFF("payoff"),
  PRODUCT("product", FieldKind.CATEGORY),
  CHANNEL("channel", FieldKind.CATEGORY),
  PURPOSE("purpose", FieldKind.CATEGORY);

  private final String key;
  private final FieldKind kind;

  PolicyInput(String key) {
    this(key, FieldKind.NUMBER);
  }

  PolicyInput(String key, FieldKind kind) {
    this.key = key;
    this.kind = kind;
  }

  /** Returns the key in the policy. */
  String key() {
    return key;
  }

  /** Returns the kind that its field must have. */
  FieldKind kind() {
    return kind;
  }

  /** Returns whether conditions may use the key as another name for the field. */
  boolean isRouting() {
    return this == PRODUCT || this == CHANNEL || this == PURPOSE;
  }
}
