package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.input.JsonObject;
import io.probity.limit.IncomeBasis;
import io.probity.limit.IncomeRules;
import io.probity.limit.LimitRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks that the parts of a policy go together. */
final class PolicyChecks {

  private final PolicyRules rules;
  private final JsonObject json;
  private final ConditionScope scope;

  private PolicyChecks(PolicyRules rules, JsonObject json, ConditionScope scope) {
    this.rules = rules;
    this.json = json;
    this.scope = scope;
  }

  static void check(PolicyRules rules, JsonObject json, ConditionScope scope) {
    PolicyChecks checks = new PolicyChecks(rules, json, scope);
    checks.checkInputs();
    checks.checkUpfrontFee();

    if (!scope.isOpen()) {
      checks.checkStrategy();
      checks.checkPrice();
    }
  }

  private void checkInputs() {
    List<PolicyInput> needed = new ArrayList<>(List.of(PolicyInput.INCOME));
    if (!rules.offer().isRevolving()) {
      needed.add(PolicyInput.AMOUNT);
      needed.add(PolicyInput.TERM_MONTHS);
    }
    if (!rules.gaps().contains("debtService")) {
      needed.add(PolicyInput.DEBT_SERVICE);
    }
    addIncomeInputs(rules.limits().affordability().income(), needed);
    if (rules.limits().affordability().bufferMonths().isPresent()
        || rules.limits().affordability().unemploymentMonths().isPresent()) {
      needed.add(PolicyInput.SAVINGS);
    }
    if (rules.inputs().containsKey(PolicyInput.VARIABLE_BALANCE)) {
      needed.add(PolicyInput.VARIABLE_MONTHS);
      needed.add(PolicyInput.VARIABLE_RATE);
    }
    needed.forEach(this::requireInput);
  }

  private static void addIncomeInputs(IncomeRules income, List<PolicyInput> needed) {
    if (!income.variationCut().isNone()) {
      needed.add(PolicyInput.INCOME_VARIATION);
    }
    if (!income.monthsCut().isNone() || income.minimumMonths() > 0) {
      needed.add(PolicyInput.INCOME_MONTHS);
    }
    if (!income.zeroMonthsCut().isNone()) {
      needed.add(PolicyInput.ZERO_MONTHS);
    }
    if (!income.sourceCuts().isEmpty()) {
      needed.add(PolicyInput.INCOME_SOURCE);
    }
    if (income.minimumMonths() > 0) {
      needed.add(PolicyInput.STATED_INCOME);
    }
    if (income.basis() == IncomeBasis.LOWEST) {
      needed.add(PolicyInput.INCOME_MEAN_3);
      needed.add(PolicyInput.INCOME_MEAN_12);
      needed.add(PolicyInput.INCOME_LOWER_QUARTILE);
    }
  }

  /** A fee that is withheld must leave something of the smallest loan. */
  private void checkUpfrontFee() {
    long floor = rules.limits().floor();
    long fee = rules.offer().fees().upfront().applyTo(floor);
    if (fee > 0 && fee >= floor) {
      json.object("limit")
          .value("floor")
          .violation(
              "the smallest limit must be more than the upfront fee, which takes " + fee
                  + " minor units of it",
              "raise the floor");
    }
  }

  /** A rate is either computed or stated by the application, not both. */
  private void checkPrice() {
    if (rules.price().isPresent() && rules.inputs().containsKey(PolicyInput.ANNUAL_RATE)) {
      json.object("inputs")
          .value(PolicyInput.ANNUAL_RATE.key())
          .violation(
              "a policy that sets a price cannot take the rate from the application",
              "remove this input, or the key \"price\"");
    }
  }

  private void requireInput(PolicyInput input) {
    if (rules.inputs().containsKey(input)) {
      return;
    }
    json.object("inputs")
        .violation(
            "the policy's rules need the input \"" + input.key() + "\"",
            "",
            "name the field that holds it"
                + (input == PolicyInput.DEBT_SERVICE
                    ? ", or add \"debtService\" to affordabilityGaps where nobody knows it"
                    : ""));
  }

  /** Every grade that is not declined needs a strategy for every product and income. */
  private void checkStrategy() {
    String product = rules.inputs().get(PolicyInput.PRODUCT);
    int products = product == null
        ? 1
        : Math.max(1, scope.schema().field(product).rules().levels().size());
    for (int grade = 0; grade < scope.grades().size(); grade++) {
      if (rules.cutOffs().byGrade().get(grade) != Outcome.DECLINE) {
        for (int i = 0; i < products; i++) {
          checkBands(grade, i);
        }
      }
    }
  }

  private void checkBands(int grade, int product) {
    List<LimitRules.Base> bands = rules.limits().bases().stream()
        .filter(base -> base.grades().contains(grade)
            && (base.products().isEmpty() || base.products().contains(product)))
        .sorted(Comparator.comparingLong(LimitRules.Base::incomeFrom))
        .toList();
    long covered = 0;
    for (LimitRules.Base band : bands) {
      if (band.incomeFrom() > covered) {
        break;
      }
      covered = band.incomeBelow();
    }
    if (covered < Long.MAX_VALUE) {
      String what = bands.isEmpty() ? "in the strategy" : "of the strategy for every income";
      json.object("limit")
          .violation(
              "the grade " + scope.grades().get(grade) + " is not declined and has no cell " + what,
              bands.isEmpty() ? "" : "a gap at an income of " + covered + " minor units",
              "add one, or decline the grade");
    }
  }
}
