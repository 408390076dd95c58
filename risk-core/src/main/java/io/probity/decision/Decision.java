package io.probity.decision;

import io.probity.explain.Reason;
import io.probity.lending.LoanCost;
import io.probity.limit.LimitTrace;
import io.probity.limit.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one application, and why. Immutable.
 *
 * <p>It keeps what the rules read, a few hundred bytes. How the limit came about, the cost, the
 * counter-offers and the remedies are worked out from that when they are asked for, by the same rules:
 * each call gives the same answer.
 */
public final class Decision {

  private final CreditEngine engine;
  private final String id;
  private final double[] cells; // what the rules read, then PD, score, grade and day
  private final Outcome outcome;
  private final List<String> knockOuts;
  private final List<Reason> reasons;
  private final SavingsTest savingsTest;
  private final long limit;
  private final long instalment;

  Decision(CreditEngine engine, String id, double[] cells, Verdict verdict, List<Reason> reasons) {
    this.engine = engine;
    this.id = id;
    this.cells = cells;
    this.outcome = verdict.outcome;
    this.knockOuts = verdict.hits;
    this.reasons = reasons;
    this.savingsTest = verdict.savingsTest;
    this.limit = verdict.limit;
    this.instalment = verdict.instalment;
  }

  /** Returns the application's id. */
  public String id() {
    return id;
  }

  /** Returns the day it was decided for; null where the application has none. */
  public @Nullable LocalDate asOf() {
    double day = result(PolicyRules.AS_OF);
    return Double.isNaN(day) ? null : LocalDate.ofEpochDay((long) day);
  }

  /** Returns the id of the model. */
  public String modelId() {
    return engine.model().id();
  }

  /** Returns the id of the policy. */
  public String policyId() {
    return engine.policy().header().id();
  }

  /** Returns the version of the policy. */
  public String policyVersion() {
    return engine.policy().header().version();
  }

  /** Returns what is decided. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns the PD, a fraction in (0, 1). */
  public double pd() {
    return result(PolicyRules.PD);
  }

  /** Returns the score in points; higher is safer. */
  public int score() {
    return (int) result(PolicyRules.SCORE);
  }

  /** Returns the name of the grade. */
  public String grade() {
    return engine.model().grades().name(gradePosition());
  }

  /** Returns the currency of the amounts. */
  public Currency currency() {
    return engine.policy().header().currency();
  }

  /** Returns the limit that is offered; 0 where nothing is. */
  public BigDecimal limit() {
    return engine.program().units().toDecimal(limit);
  }

  /** Returns the rounded instalment of the limit, as it was tested; 0 where nothing is offered. */
  public BigDecimal instalment() {
    return engine.program().units().toDecimal(instalment);
  }

  /** Returns the codes of all knock-outs that hit, in the policy's order. */
  public List<String> knockOuts() {
    return knockOuts;
  }

  /** Returns why the outcome is not an approval as asked, ranked by stage; empty for one. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** Returns how the limit came about; empty where it was not reached. Computed on call. */
  public Optional<LimitTrace> limitTrace() {
    return followUp().limitTrace();
  }

  /** Returns what the assessment of affordability had to do without. */
  public List<String> affordabilityGaps() {
    return engine.program().rules().gaps();
  }

  /** Returns whether savings last for months without income. */
  public SavingsTest savingsTest() {
    return savingsTest;
  }

  /** Returns what the loan that is offered costs; empty where nothing is offered. Computed on call. */
  public Optional<LoanCost> cost() {
    return followUp().cost();
  }

  /**
   * Returns the price of the limit with its components; empty where nothing is offered, or where the
   * policy sets no price. Computed on call.
   */
  public Optional<Price> price() {
    return followUp().price();
  }

  /**
   * Returns what the policy grants to the same applicant who asks for less, on the step's grid; empty
   * where that is above the limit, or a rule or a cap of rates forbids it. Computed on call.
   *
   * @param amount above 0, at most the limit
   */
  public Optional<CounterOffer> smaller(BigDecimal amount) {
    return followUp().smaller(amount);
  }

  /**
   * Returns loans that the policy grants instead of the one asked for: less money, or the same over
   * the shortest longer term that fits. Empty where the request is granted, or where a rule or the
   * score stands in the way. Computed on call.
   */
  public List<CounterOffer> counterOffers() {
    return followUp().counterOffers();
  }

  /**
   * Returns what would make the request fit, one change at a time: the least income, the most debt
   * service, the shortest longer term, the largest amount. A change that cannot do it alone is left
   * out. Exact to the minor unit for a policy whose limits are monotone, which {@link
   * PolicyVerifier} proves; computed on call.
   */
  public List<Remedy> remedies() {
    return followUp().remedies();
  }

  /** Returns the decision as JSON, with all reasons and steps. */
  public String toJson() {
    return DecisionJson.write(this);
  }

  private FollowUp followUp() {
    return new FollowUp(engine.program(), cells, gradePosition(), score(), asOf());
  }

  private int gradePosition() {
    return (int) result(PolicyRules.GRADE);
  }

  private double result(int which) {
    return cells[cells.length - PolicyRules.RESULTS + which];
  }

  /** Decisions of one engine on the same application are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Decision that
        && engine == that.engine
        && id.equals(that.id)
        && Arrays.equals(cells, that.cells)
        && reasons.equals(that.reasons);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return toJson();
  }
}
