package io.probity.limit;

import io.probity.condition.Condition;
import io.probity.explain.ReasonText;
import io.probity.lending.AnnualRate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a policy sets limits: what is affordable, the lender's strategy, caps, floor and step.
 *
 * <p>Phases: 1 affordable, the largest principal whose rounded instalment fits the room; 2 strategy,
 * base x assessed income x multipliers; 3 caps; 4 the smallest of these and the request; 5 rounded
 * down to the step, and nothing below the floor. The order of rules matters only inside a phase, so
 * no rule can lift the affordability cap.
 *
 * @param affordability how affordability is assessed
 * @param bases the strategy's multiples by grade, product and income; each applicant meets one
 * @param multipliers cuts of the strategy, in order
 * @param caps upper bounds, in order
 * @param costCaps upper bounds of what the loan may cost, in order
 * @param floor the smallest limit that is offered, in minor units
 * @param ceiling the largest limit, in minor units
 * @param step the step that limits are rounded down to, in minor units, at least 1
 */
public record LimitRules(
    AffordabilityRules affordability,
    List<Base> bases,
    List<Multiplier> multipliers,
    List<Cap> caps,
    List<CostCap> costCaps,
    long floor,
    long ceiling,
    long step) {

  /** Checks floor, ceiling and step. */
  public LimitRules {
    bases = List.copyOf(bases);
    multipliers = List.copyOf(multipliers);
    caps = List.copyOf(caps);
    costCaps = List.copyOf(costCaps);
    if (!(step >= 1)) {
      throw new IllegalArgumentException("the step of limits must be above 0, not " + step);
    }
    if (!(floor >= 0 && floor <= ceiling && ceiling <= MinorUnits.LARGEST)) {
      throw new IllegalArgumentException(
          "limits need 0 <= floor <= ceiling, not " + floor + " and " + ceiling);
    }
  }

  /**
   * One cell of the strategy's matrix.
   *
   * @param grades the positions of the grades it is for
   * @param products the positions of the products it is for; empty for all
   * @param incomeFrom the assessed monthly income from which it holds, in minor units, included
   * @param incomeBelow the income at which it ends, excluded
   * @param multiple the multiple of the assessed monthly income
   */
  public record Base(
      List<Integer> grades,
      List<Integer> products,
      long incomeFrom,
      long incomeBelow,
      Multiple multiple) {

    /** Copies the lists and checks the band. */
    public Base {
      grades = List.copyOf(grades);
      products = List.copyOf(products);
      if (!(incomeFrom < incomeBelow)) {
        throw new IllegalArgumentException(
            "an income band needs from < below, not " + incomeFrom + " and " + incomeBelow);
      }
    }

    boolean isFor(int grade, int product, long income) {
      return income >= incomeFrom
          && income < incomeBelow
          && grades.contains(grade)
          && (products.isEmpty() || products.contains(product));
    }

    boolean overlaps(Base other) {
      return incomeFrom < other.incomeBelow
          && other.incomeFrom < incomeBelow
          && grades.stream().anyMatch(other.grades::contains)
          && (products.isEmpty()
              || other.products.isEmpty()
              || products.stream().anyMatch(other.products::contains));
    }
  }

  /**
   * A cut of the strategy.
   *
   * @param code its code, such as {@code MICRO_LENDERS}
   * @param when when it applies
   * @param onMissing what happens when that cannot be told
   * @param factor the multiple of the strategy that is left, above 0 and at most 1
   * @param text its words
   */
  public record Multiplier(
      String code, Condition when, OnMissing onMissing, Multiple factor, ReasonText text) {

    private static final Multiple ONE = new Multiple(10_000);

    /** Checks that the factor only cuts. */
    public Multiplier {
      if (factor.tenThousandths() < 1 || factor.tenThousandths() > ONE.tenThousandths()) {
        throw new IllegalArgumentException(
            "the multiplier " + code + " must lie in (0, 1], not " + factor.value());
      }
    }
  }

  /**
   * An upper bound: an amount or a multiple of the assessed monthly income, less what is already
   * used.
   *
   * @param code its code
   * @param when when it applies; empty for always
   * @param onMissing what happens when that cannot be told
   * @param amount the amount in minor units; empty where it is a multiple of income
   * @param ofIncome the multiple of the assessed monthly income; empty where it is an amount
   * @param less the name of the field that holds what is used already; empty for nothing
   * @param netOfPayoff whether the debt that the loan refinances is taken off what is used
   * @param text its words
   */
  public record Cap(
      String code,
      Optional<Condition> when,
      OnMissing onMissing,
      Optional<Long> amount,
      Optional<Multiple> ofIncome,
      Optional<String> less,
      boolean netOfPayoff,
      ReasonText text) {

    /** Checks that the bound is stated once. */
    public Cap {
      if (amount.isPresent() == ofIncome.isPresent()) {
        throw new IllegalArgumentException(
            "the cap " + code + " needs either an amount or a multiple of income");
      }
      if (amount.isPresent() && amount.get() < 0) {
        throw new IllegalArgumentException(
            "the cap " + code + " must be at least 0, not " + amount.get());
      }
      if (netOfPayoff && less.isEmpty()) {
        throw new IllegalArgumentException("the cap " + code
            + " takes the payoff off what is used, so it must name the field that is used");
      }
    }
  }

  /**
   * An upper bound of what a loan may cost. A loan that costs more is not offered; the price is not
   * clipped.
   *
   * @param code its code
   * @param when when it applies; empty for always
   * @param onMissing what happens when that cannot be told
   * @param basis whether the contract rate or the rate with all fees is bounded
   * @param maximum the largest annual rate, included
   * @param text its words
   */
  public record CostCap(
      String code,
      Optional<Condition> when,
      OnMissing onMissing,
      CostBasis basis,
      AnnualRate maximum,
      ReasonText text) {}

  /** Returns the strategy's base for an assessed monthly income, in minor units. */
  public long base(int grade, int product, long income) {
    return new Multiple(multiple(grade, product, income)).applyTo(income);
  }

  /** Returns the strategy's multiple in ten-thousandths; 0 where no cell holds. */
  public long multiple(int grade, int product, long income) {
    for (Base base : bases) {
      if (base.isFor(grade, product, income)) {
        return base.multiple().tenThousandths();
      }
    }
    return 0;
  }

  /** Returns the names of the fields that multipliers and caps of all kinds read. */
  public List<String> names() {
    Set<String> names = new TreeSet<>();
    multipliers.forEach(multiplier -> names.addAll(multiplier.when().names()));
    for (Cap cap : caps) {
      cap.when().ifPresent(when -> names.addAll(when.names()));
      cap.less().ifPresent(names::add);
    }
    costCaps.forEach(cap -> cap.when().ifPresent(when -> names.addAll(when.names())));
    return List.copyOf(names);
  }
}
