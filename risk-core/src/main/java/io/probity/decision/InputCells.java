package io.probity.decision;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.limit.LimitInputs;
import io.probity.limit.MinorUnits;
import io.probity.schema.SpecialValues;
import java.util.List;
import java.util.Map;

/** Reads a policy's inputs from the cells of an applicant. Immutable. */
final class InputCells {

  private static final int ABSENT = -1;
  private static final int LONGEST_TERM = 600;
  private static final double LARGEST_RATE = 10.0;

  private final Map<PolicyInput, String> fields;
  private final MinorUnits units;
  private final int income;
  private final int incomeVariation;
  private final int incomeMonths;
  private final int zeroMonths;
  private final int livingCosts;
  private final int dependants;
  private final int debtService;
  private final int revolvingBalance;
  private final int revolvingLimit;
  private final int revolvingMinimum;
  private final int savings;
  private final int amount;
  private final int termMonths;
  private final int annualRate;
  private final int payoff;
  private final int product;

  InputCells(PolicyRules rules, List<String> layout, MinorUnits units) {
    this.fields = rules.inputs();
    this.units = units;
    this.income = position(PolicyInput.INCOME, layout);
    this.incomeVariation = position(PolicyInput.INCOME_VARIATION, layout);
    this.incomeMonths = position(PolicyInput.INCOME_MONTHS, layout);
    this.zeroMonths = position(PolicyInput.ZERO_MONTHS, layout);
    this.livingCosts = position(PolicyInput.LIVING_COSTS, layout);
    this.dependants = position(PolicyInput.DEPENDANTS, layout);
    this.debtService = position(PolicyInput.DEBT_SERVICE, layout);
    this.revolvingBalance = position(PolicyInput.REVOLVING_BALANCE, layout);
    this.revolvingLimit = position(PolicyInput.REVOLVING_LIMIT, layout);
    this.revolvingMinimum = position(PolicyInput.REVOLVING_MINIMUM, layout);
    this.savings = position(PolicyInput.SAVINGS, layout);
    this.amount = position(PolicyInput.AMOUNT, layout);
    this.termMonths = position(PolicyInput.TERM_MONTHS, layout);
    this.annualRate = position(PolicyInput.ANNUAL_RATE, layout);
    this.payoff = position(PolicyInput.PAYOFF, layout);
    this.product = position(PolicyInput.PRODUCT, layout);
  }

  /** Returns whether the income is known. */
  boolean knowsIncome(double[] cells) {
    return isKnown(cells, income);
  }

  /** Returns whether the debt service is known, or the policy does without it. */
  boolean knowsDebtService(double[] cells) {
    return debtService == ABSENT || isKnown(cells, debtService);
  }

  /** Returns what limit setting needs; unknown amounts other than income count as 0. */
  LimitInputs limitInputs(double[] cells) {
    return new LimitInputs(
        money(cells, income, PolicyInput.INCOME),
        number(cells, incomeVariation),
        number(cells, incomeMonths),
        number(cells, zeroMonths),
        money(cells, livingCosts, PolicyInput.LIVING_COSTS),
        count(cells, dependants, PolicyInput.DEPENDANTS),
        money(cells, debtService, PolicyInput.DEBT_SERVICE),
        money(cells, revolvingBalance, PolicyInput.REVOLVING_BALANCE),
        money(cells, revolvingLimit, PolicyInput.REVOLVING_LIMIT),
        money(cells, revolvingMinimum, PolicyInput.REVOLVING_MINIMUM),
        money(cells, savings, PolicyInput.SAVINGS),
        requested(cells),
        money(cells, payoff, PolicyInput.PAYOFF));
  }

  /** Returns the amount asked for in minor units, or -1 where a line may be asked for without one. */
  long requested(double[] cells) {
    if (amount == ABSENT) {
      return MinorUnits.UNKNOWN;
    }
    double value = required(cells, amount, PolicyInput.AMOUNT);
    long minor = money(cells, amount, PolicyInput.AMOUNT);
    if (minor <= 0) {
      throw violation(PolicyInput.AMOUNT, "the amount asked for must be above 0", value);
    }
    return minor;
  }

  /** Returns the term in months, 1 to 600. */
  int termMonths(double[] cells) {
    if (termMonths == ABSENT) {
      return 1;
    }
    double value = required(cells, termMonths, PolicyInput.TERM_MONTHS);
    if (!(value >= 1 && value <= LONGEST_TERM && value == StrictMath.rint(value))) {
      throw violation(
          PolicyInput.TERM_MONTHS, "the term must be a whole number from 1 to 600 months", value);
    }
    return (int) value;
  }

  /** Returns the annual rate as a fraction, or the given one where the application states none. */
  double annualRate(double[] cells, double otherwise) {
    if (!isKnown(cells, annualRate)) {
      return otherwise;
    }
    double value = cells[annualRate];
    if (!(value >= 0 && value <= LARGEST_RATE)) {
      throw violation(
          PolicyInput.ANNUAL_RATE, "the annual rate must be a fraction from 0 to 10", value);
    }
    return value;
  }

  /** Returns the position of the product; 0 where the policy knows only one. */
  int product(double[] cells) {
    return isKnown(cells, product) ? (int) cells[product] : 0;
  }

  private long money(double[] cells, int position, PolicyInput input) {
    if (!isKnown(cells, position)) {
      return 0;
    }
    double value = cells[position];
    if (!(value >= 0)) {
      throw violation(input, "an amount must be at least 0", value);
    }
    try {
      return units.of(value);
    } catch (IllegalArgumentException tooLarge) {
      throw violation(input, String.valueOf(tooLarge.getMessage()), value);
    }
  }

  private int count(double[] cells, int position, PolicyInput input) {
    if (!isKnown(cells, position)) {
      return 0;
    }
    double value = cells[position];
    if (!(value >= 0 && value <= 1_000 && value == StrictMath.rint(value))) {
      throw violation(input, "it must be a whole number from 0 to 1000", value);
    }
    return (int) value;
  }

  private double required(double[] cells, int position, PolicyInput input) {
    if (!isKnown(cells, position)) {
      throw violation(input, "the policy needs the value of this field", cells[position]);
    }
    return cells[position];
  }

  private static double number(double[] cells, int position) {
    return isKnown(cells, position) ? cells[position] : Double.NaN;
  }

  private static boolean isKnown(double[] cells, int position) {
    return position != ABSENT && SpecialValues.isNumber(cells[position]);
  }

  private int position(PolicyInput input, List<String> layout) {
    String field = fields.get(input);
    return field == null ? ABSENT : layout.indexOf(field);
  }

  private InvalidInputException violation(PolicyInput input, String rule, double received) {
    String shown = SpecialValues.isNumber(received) ? Double.toString(received) : "no number";
    return new InvalidInputException(Violation.of("fields." + fields.get(input), rule, shown));
  }
}
