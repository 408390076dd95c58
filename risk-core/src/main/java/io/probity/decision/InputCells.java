package io.probity.decision;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.limit.DebtInputs;
import io.probity.limit.IncomeInputs;
import io.probity.limit.LimitRecorder;
import io.probity.limit.MinorUnits;
import io.probity.schema.SpecialValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a policy's inputs from the cells of an applicant. Immutable. */
final class InputCells {

  private static final List<PolicyInput> INCOMES = List.of(
      PolicyInput.INCOME,
      PolicyInput.STATED_INCOME,
      PolicyInput.INCOME_MEAN_3,
      PolicyInput.INCOME_MEAN_12,
      PolicyInput.INCOME_LOWER_QUARTILE);
  private static final int ABSENT = -1;
  private static final int LONGEST_TERM = 600;
  private static final double LARGEST_RATE = 10.0;
  private static final double LARGEST_VARIABLE_RATE = 9.0;
  private static final int MOST_DEPENDANTS = 1_000;

  private static final List<PolicyInput> AMOUNTS = List.of(
      PolicyInput.INCOME,
      PolicyInput.STATED_INCOME,
      PolicyInput.INCOME_MEAN_3,
      PolicyInput.INCOME_MEAN_12,
      PolicyInput.INCOME_LOWER_QUARTILE,
      PolicyInput.LIVING_COSTS,
      PolicyInput.DEBT_SERVICE,
      PolicyInput.REFINANCED_SERVICE,
      PolicyInput.REVOLVING_BALANCE,
      PolicyInput.REVOLVING_LIMIT,
      PolicyInput.REVOLVING_MINIMUM,
      PolicyInput.VARIABLE_BALANCE,
      PolicyInput.SAVINGS,
      PolicyInput.PAYOFF);

  private final Map<PolicyInput, String> fields;
  private final MinorUnits units;
  private final int[] positions; // in the order of the inputs; -1 for none

  InputCells(Map<PolicyInput, String> fields, List<String> layout, MinorUnits units) {
    this.fields = fields;
    this.units = units;
    this.positions = Arrays.stream(PolicyInput.values())
        .mapToInt(input -> fields.containsKey(input) ? layout.indexOf(fields.get(input)) : ABSENT)
        .toArray();
  }

  /** Cuts every known income by a share, each cell once. */
  void cutIncome(double[] cells, double share) {
    if (share == 0) {
      return;
    }
    INCOMES.stream()
        .filter(input -> knows(cells, input))
        .mapToInt(this::position)
        .distinct()
        .forEach(at -> cells[at] *= 1 - share);
  }

  /** Raises the rate that the application states, if it does. */
  void raiseRate(double[] cells, double rise) {
    if (rise > 0 && knows(cells, PolicyInput.ANNUAL_RATE)) {
      int at = position(PolicyInput.ANNUAL_RATE);
      cells[at] = Math.min(LARGEST_RATE, cells[at] + rise);
    }
  }

  /**
   * Returns everything that is wrong with the inputs of an applicant.
   *
   * @param optional whether a line may be asked for without an amount
   * @param first what was found first
   */
  InvalidInputException allViolations(
      double[] cells, boolean optional, InvalidInputException first) {
    Violations violations = new Violations();
    violations.gather(() -> requested(cells, optional));
    violations.gather(() -> termMonths(cells));
    violations.gather(() -> annualRate(cells, 0));
    violations.gather(() -> count(cells, PolicyInput.DEPENDANTS, 0, MOST_DEPENDANTS));
    for (PolicyInput input : AMOUNTS) {
      violations.gather(() -> moneyOrUnknown(cells, input));
    }
    first.violations().stream()
        .filter(each -> !violations.list().contains(each))
        .forEach(violations::add);
    return violations.toException();
  }

  /** Returns the position of an input's cell, or -1 if the policy has no such input. */
  @SuppressWarnings("EnumOrdinal") // read many times a decision
  int position(PolicyInput input) {
    return positions[input.ordinal()];
  }

  /** Returns whether the value of an input is known. */
  boolean knows(double[] cells, PolicyInput input) {
    int at = position(input);
    return at != ABSENT && SpecialValues.isNumber(cells[at]);
  }

  /** Returns whether the debt service is known, or the policy does without it. */
  boolean knowsDebtService(double[] cells) {
    return position(PolicyInput.DEBT_SERVICE) == ABSENT || knows(cells, PolicyInput.DEBT_SERVICE);
  }

  /**
   * Tells limit setting what it needs; unknown amounts other than income count as 0. Part by part, so
   * that the virtual machine can do without objects.
   *
   * @param requested the amount that bounds the limit, or -1 for none
   */
  void readInto(LimitRecorder recorder, double[] cells, long requested) {
    readIncome(recorder, cells);
    readDebts(recorder, cells);
    recorder.start(
        money(cells, PolicyInput.LIVING_COSTS),
        count(cells, PolicyInput.DEPENDANTS, 0, MOST_DEPENDANTS),
        moneyOrUnknown(cells, PolicyInput.SAVINGS),
        requested,
        money(cells, PolicyInput.PAYOFF));
  }

  private void readIncome(LimitRecorder recorder, double[] cells) {
    recorder.set(new IncomeInputs(
        money(cells, PolicyInput.INCOME),
        number(cells, PolicyInput.INCOME_VARIATION),
        number(cells, PolicyInput.INCOME_MONTHS),
        number(cells, PolicyInput.ZERO_MONTHS),
        knows(cells, PolicyInput.INCOME_SOURCE)
            ? (int) cells[position(PolicyInput.INCOME_SOURCE)]
            : ABSENT,
        moneyOrUnknown(cells, PolicyInput.STATED_INCOME),
        moneyOrUnknown(cells, PolicyInput.INCOME_MEAN_3),
        moneyOrUnknown(cells, PolicyInput.INCOME_MEAN_12),
        moneyOrUnknown(cells, PolicyInput.INCOME_LOWER_QUARTILE)));
  }

  private void readDebts(LimitRecorder recorder, double[] cells) {
    long service = money(cells, PolicyInput.DEBT_SERVICE);
    long refinanced = money(cells, PolicyInput.REFINANCED_SERVICE);
    if (refinanced > service) {
      throw violation(
          PolicyInput.REFINANCED_SERVICE,
          "the service that ends must be part of the debt service",
          cells[position(PolicyInput.REFINANCED_SERVICE)]);
    }
    long variable = money(cells, PolicyInput.VARIABLE_BALANCE);
    if (variable > 0) {
      required(cells, PolicyInput.VARIABLE_MONTHS);
      required(cells, PolicyInput.VARIABLE_RATE);
    }
    recorder.set(new DebtInputs(
        service,
        refinanced,
        money(cells, PolicyInput.REVOLVING_BALANCE),
        money(cells, PolicyInput.REVOLVING_LIMIT),
        money(cells, PolicyInput.REVOLVING_MINIMUM),
        variable,
        variable > 0 ? count(cells, PolicyInput.VARIABLE_MONTHS, 1, LONGEST_TERM) : 0,
        variable > 0 ? rate(cells, PolicyInput.VARIABLE_RATE, 0, LARGEST_VARIABLE_RATE) : 0));
  }

  /**
   * Returns the amount asked for in minor units, or -1 where there is none.
   *
   * @param optional whether a line may be asked for without an amount
   */
  long requested(double[] cells, boolean optional) {
    if (optional && !knows(cells, PolicyInput.AMOUNT)) {
      return MinorUnits.UNKNOWN;
    }
    double value = required(cells, PolicyInput.AMOUNT);
    long minor = money(cells, PolicyInput.AMOUNT);
    if (minor <= 0) {
      throw violation(PolicyInput.AMOUNT, "the amount asked for must be above 0", value);
    }
    return minor;
  }

  /** Returns the term in months, 1 to 600; 1 where the policy has no terms. */
  int termMonths(double[] cells) {
    if (position(PolicyInput.TERM_MONTHS) == ABSENT) {
      return 1;
    }
    double value = required(cells, PolicyInput.TERM_MONTHS);
    if (!(value >= 1 && value <= LONGEST_TERM && value == StrictMath.rint(value))) {
      throw violation(
          PolicyInput.TERM_MONTHS, "the term must be a whole number from 1 to 600 months", value);
    }
    return (int) value;
  }

  /** Returns the annual rate as a fraction, or the given one where the application states none. */
  double annualRate(double[] cells, double otherwise) {
    return rate(cells, PolicyInput.ANNUAL_RATE, otherwise, LARGEST_RATE);
  }

  /** Returns the position of the product; 0 where the policy knows only one. */
  int product(double[] cells) {
    return knows(cells, PolicyInput.PRODUCT) ? (int) cells[position(PolicyInput.PRODUCT)] : 0;
  }

  /** Returns the cell of an amount in minor units. */
  double cellOf(long minor) {
    return units.toDecimal(minor).doubleValue();
  }

  /** Returns an amount of an input in minor units, 0 where it is not known. */
  long money(double[] cells, PolicyInput input) {
    return Math.max(0, moneyOrUnknown(cells, input));
  }

  private long moneyOrUnknown(double[] cells, PolicyInput input) {
    if (!knows(cells, input)) {
      return MinorUnits.UNKNOWN;
    }
    double value = cells[position(input)];
    if (!(value >= 0)) {
      throw violation(input, "an amount must be at least 0", value);
    }
    try {
      return units.of(value);
    } catch (IllegalArgumentException tooLarge) {
      throw violation(input, String.valueOf(tooLarge.getMessage()), value);
    }
  }

  private int count(double[] cells, PolicyInput input, int least, int most) {
    if (!knows(cells, input)) {
      return 0;
    }
    double value = cells[position(input)];
    if (!(value >= least && value <= most && value == StrictMath.rint(value))) {
      throw violation(input, "it must be a whole number from " + least + " to " + most, value);
    }
    return (int) value;
  }

  private double rate(double[] cells, PolicyInput input, double otherwise, double largest) {
    if (!knows(cells, input)) {
      return otherwise;
    }
    double value = cells[position(input)];
    if (!(value >= 0 && value <= largest)) {
      throw violation(
          input, "the annual rate must be a fraction from 0 to " + (int) largest, value);
    }
    return value;
  }

  private double required(double[] cells, PolicyInput input) {
    if (!knows(cells, input)) {
      int at = position(input);
      throw violation(
          input, "the policy needs the value of this field", at == ABSENT ? Double.NaN : cells[at]);
    }
    return cells[position(input)];
  }

  private double number(double[] cells, PolicyInput input) {
    return knows(cells, input) ? cells[position(input)] : Double.NaN;
  }

  private InvalidInputException violation(PolicyInput input, String rule, double received) {
    String shown = SpecialValues.isNumber(received) ? Double.toString(received) : "no number";
    String field = fields.getOrDefault(input, input.key());
    return new InvalidInputException(Violation.of("fields." + field, rule, shown));
  }
}
