package io.probity.decision;

import io.probity.explain.Reason;
import io.probity.lending.LoanCost;
import io.probity.limit.LimitTrace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one application, and why. Immutable.
 *
 * @param id the application's id
 * @param asOf the day it was decided for; null where the application has none
 * @param modelId the id of the model
 * @param policyId the id of the policy
 * @param policyVersion the version of the policy
 * @param outcome what is decided
 * @param pd the PD, a fraction in (0, 1)
 * @param score the score in points; higher is safer
 * @param grade the name of the grade
 * @param currency the currency of the amounts
 * @param limit the limit that is offered; 0 where nothing is
 * @param instalment the rounded instalment of the limit, as it was tested; 0 where nothing is offered
 * @param knockOuts the codes of all knock-outs that hit, in the policy's order
 * @param reasons why the outcome is not an approval as asked, ranked by stage; empty for one
 * @param limitTrace how the limit came about; empty where it was not reached
 * @param affordabilityGaps what the assessment of affordability had to do without
 * @param savingsTest whether savings last for months without income
 * @param followUp what can be worked out from the decision; see {@link #cost}, {@link #counterOffers}
 *     and {@link #remedies}
 */
public record Decision(
    String id,
    @Nullable LocalDate asOf,
    String modelId,
    String policyId,
    String policyVersion,
    Outcome outcome,
    double pd,
    int score,
    String grade,
    Currency currency,
    BigDecimal limit,
    BigDecimal instalment,
    List<String> knockOuts,
    List<Reason> reasons,
    Optional<LimitTrace> limitTrace,
    List<String> affordabilityGaps,
    SavingsTest savingsTest,
    FollowUp followUp) {

  /** Copies the lists. */
  public Decision {
    knockOuts = List.copyOf(knockOuts);
    reasons = List.copyOf(reasons);
    affordabilityGaps = List.copyOf(affordabilityGaps);
  }

  /** Returns what the loan that is offered costs; empty where nothing is offered. Computed on call. */
  public Optional<LoanCost> cost() {
    return followUp.cost();
  }

  /**
   * Returns loans that the policy grants instead of the one asked for: less money, or the same over
   * the shortest longer term that fits. Empty where the request is granted, or where a rule or the
   * score stands in the way. Computed on call.
   */
  public List<CounterOffer> counterOffers() {
    return followUp.counterOffers();
  }

  /**
   * Returns what would make the request fit, one change at a time: the least income, the most debt
   * service, the shortest longer term, the largest amount. A change that cannot do it alone is left
   * out. Exact to the minor unit for a policy whose limits are monotone, which {@link
   * PolicyVerifier} proves; computed on call.
   */
  public List<Remedy> remedies() {
    return followUp.remedies();
  }

  /** Returns the decision as JSON, with all reasons and steps. */
  public String toJson() {
    return DecisionJson.write(this);
  }
}
