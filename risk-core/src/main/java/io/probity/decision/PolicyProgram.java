package io.probity.decision;

import io.probity.condition.CompiledCondition;
import io.probity.condition.Truth;
import io.probity.explain.Reason;
import io.probity.explain.ReasonStage;
import io.probity.explain.ReasonText;
import io.probity.input.InvalidInputException;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.LoanCost;
import io.probity.lending.LoanTerms;
import io.probity.lending.RateKind;
import io.probity.lending.RepaymentSource;
import io.probity.limit.AffordabilityRules;
import io.probity.limit.CostBasis;
import io.probity.limit.LimitPhase;
import io.probity.limit.LimitRecorder;
import io.probity.limit.LimitSetter;
import io.probity.limit.LimitTrace;
import io.probity.limit.MinorUnits;
import io.probity.limit.OfferedCost;
import io.probity.limit.Price;
import io.probity.limit.PricedInstalment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a policy, compiled to read the cells of one vector. Immutable and pure. */
final class PolicyProgram {

  static final String INCOME_UNKNOWN = "INCOME_UNKNOWN";
  static final String DEBT_SERVICE_UNKNOWN = "DEBT_SERVICE_UNKNOWN";
  static final String TERM = "TERM";
  static final String UNEMPLOYMENT = "UNEMPLOYMENT";

  private final PolicyRules rules;
  private final KnockOut[] knockOutRules;
  private final CompiledCondition[] knockOuts;
  private final Reason[] knockOutReasons;
  private final Reason[] knockOutMissing;
  private final Map<String, Reason> limitReasons = new HashMap<>();
  private final Map<String, Reason> missingReasons = new HashMap<>();
  private final @Nullable CompiledCondition verifiedWhen;
  private final InputCells inputs;
  private final LimitSetter limits;
  private final MinorUnits units;
  private final TestedInstalments instalments;
  private final @Nullable PriceProgram price; // null where the policy sets no price

  PolicyProgram(PolicyRules rules, List<String> layout, int currencyDigits) {
    this.rules = rules;
    this.knockOutRules = rules.knockOuts().toArray(new KnockOut[0]);
    this.knockOuts = rules.knockOuts().stream()
        .map(knockOut -> knockOut.when().compile(layout))
        .toArray(CompiledCondition[]::new);
    this.knockOutReasons = rules.knockOuts().stream()
        .map(rule -> reason(ReasonStage.KNOCK_OUT, rule.code(), rule.text()))
        .toArray(Reason[]::new);
    this.knockOutMissing = rules.knockOuts().stream()
        .map(rule -> reason(ReasonStage.KNOCK_OUT, rule.code(), rule.missingText()))
        .toArray(Reason[]::new);
    rules
        .limitTexts()
        .forEach((code, text) -> limitReasons.put(code, reason(stageOf(code), code, text)));
    rules
        .missingTexts()
        .forEach((code, text) ->
            missingReasons.put(code, reason(ReasonStage.MISSING_INPUT, code, text)));
    this.verifiedWhen =
        rules.offer().verifiedWhen().map(when -> when.compile(layout)).orElse(null);
    this.units = MinorUnits.ofDigits(currencyDigits);
    this.inputs = new InputCells(rules.inputs(), layout, units);
    this.instalments =
        TestedInstalments.of(rules.offer(), rules.limits().affordability().rateStress());
    this.limits = LimitSetter.compile(rules.limits(), layout, currencyDigits);
    this.price = PriceProgram.of(rules, layout);
  }

  private static Reason reason(ReasonStage stage, String code, ReasonText text) {
    return Reason.of(stage, code, text);
  }

  private static ReasonStage stageOf(String code) {
    return code.equals(INCOME_UNKNOWN) || code.equals(DEBT_SERVICE_UNKNOWN)
        ? ReasonStage.MISSING_INPUT
        : ReasonStage.LIMIT;
  }

  PolicyRules rules() {
    return rules;
  }

  InputCells inputs() {
    return inputs;
  }

  MinorUnits units() {
    return units;
  }

  /**
   * Runs all rules on the cells of an applicant.
   *
   * @throws InvalidInputException if inputs are out of bounds, with all of them
   */
  Verdict judge(double[] cells, int grade, int score) {
    Verdict verdict = new Verdict();
    judge(cells, grade, score, verdict, limits.newRecorder());
    return verdict;
  }

  /** Returns scratch space for one thread. */
  LimitRecorder newRecorder() {
    return limits.newRecorder();
  }

  /** Runs all rules on the cells of an applicant, in scratch space of the caller. */
  void judge(double[] cells, int grade, int score, Verdict verdict, LimitRecorder recorder) {
    try {
      run(cells, grade, score, verdict, recorder);
    } catch (InvalidInputException first) {
      throw inputs.allViolations(cells, rules.offer().isRevolving(), first);
    }
  }

  private void run(double[] cells, int grade, int score, Verdict verdict, LimitRecorder recorder) {
    verdict.clear();
    applyKnockOuts(verdict, cells);
    verdict.byScore = rules.cutOffs().of(grade, score);
    verdict.outcome = verdict.outcome.worse(verdict.byScore);
    if (verdict.outcome != Outcome.DECLINE) {
      applyLimit(verdict, cells, grade, recorder);
    }
    if (!verdict.outcome.isApproval()) {
      verdict.limit = 0;
      verdict.instalment = 0;
    }
  }

  /** Records all rules that hit; the first of those with the worst outcome is decisive. */
  private void applyKnockOuts(Verdict verdict, double[] cells) {
    Reason decisive = null;
    for (int i = 0; i < knockOuts.length; i++) {
      KnockOut rule = knockOutRules[i];
      Truth truth = knockOuts[i].test(cells);
      Outcome decided = outcomeOf(rule, truth);
      if (decided == Outcome.APPROVE) {
        continue;
      }
      verdict.hit(rule.code());
      if (decisive == null || decided.compareTo(verdict.outcome) > 0) {
        decisive = truth == Truth.TRUE ? knockOutReasons[i] : knockOutMissing[i];
        verdict.outcome = decided;
      }
    }
    if (decisive != null) {
      verdict.reason(decisive);
    }
  }

  private static Outcome outcomeOf(KnockOut knockOut, Truth truth) {
    if (truth == Truth.UNKNOWN) {
      return switch (knockOut.onMissing()) {
        case HIT -> knockOut.outcome();
        case SKIP -> Outcome.APPROVE;
        case REFER -> Outcome.REFER;
      };
    }
    return truth == Truth.TRUE ? knockOut.outcome() : Outcome.APPROVE;
  }

  private void applyLimit(Verdict verdict, double[] cells, int grade, LimitRecorder recorder) {
    int months = inputs.termMonths(cells);
    long requested = requested(cells);
    if (!rules.offer().offers(months)) {
      worsen(verdict, Outcome.DECLINE, TERM);
      return;
    }
    if (!inputs.knows(cells, PolicyInput.INCOME)) {
      worsen(verdict, Outcome.REFER, INCOME_UNKNOWN);
      return;
    }
    if (!inputs.knowsDebtService(cells)) {
      worsen(verdict, Outcome.REFER, DEBT_SERVICE_UNKNOWN);
      return;
    }
    boolean isRevolving = rules.offer().isRevolving();
    inputs.readInto(recorder, cells, isRevolving ? MinorUnits.UNKNOWN : requested);
    AnnualRate rate = rate(cells);
    RepaymentSource source = source(cells, rate);
    AnnualRate stressed = instalments.stressed(rate);
    Instalment tested = instalments.of(stressed, months, source);
    OfferedCost cost = cost(cells, rate, months);
    int product = inputs.product(cells);
    if (price == null) {
      limits.apply(tested, cost, cells, grade, product, recorder);
    } else {
      PricedInstalment priced = price.instalments(
          cells, months, at -> instalments.of(instalments.stressed(at), months, source));
      limits.apply(priced, cost, cells, grade, product, recorder);
    }
    verdict.reached = recorder;
    verdict.limit = recorder.limitMinor();
    if (verdict.limit > 0) {
      AnnualRate due = price == null ? rate : priced(price, cells, verdict.limit, months);
      boolean isTested = price == null && stressed.equals(rate);
      Instalment contract = isTested ? tested : instalments.of(due, months, source);
      verdict.instalment = contract.of(verdict.limit);
      testSavings(verdict, recorder);
    }
    List<String> referrals = recorder.referrals();
    for (int i = 0; i < referrals.size(); i++) {
      missing(verdict, referrals.get(i));
    }
    compareWithRequest(verdict, recorder, requested);
  }

  private void testSavings(Verdict verdict, LimitRecorder limit) {
    AffordabilityRules affordability = rules.limits().affordability();
    if (affordability.unemploymentMonths().isEmpty()) {
      return;
    }
    if (affordability.survivesUnemployment(
        limit.affordability(), limit.savings(), verdict.instalment)) {
      verdict.savingsTest = SavingsTest.PASSED;
    } else {
      verdict.savingsTest = SavingsTest.REFERRED;
      worsen(verdict, Outcome.REFER, UNEMPLOYMENT);
    }
  }

  private void compareWithRequest(Verdict verdict, LimitRecorder limit, long requested) {
    boolean isRequestBinding = limit.bindingPhase() == LimitPhase.REQUEST;
    if (verdict.limit == 0 && limit.referrals().contains(limit.bindingRule())) {
      return; // nobody is declined by a rule that could not be told: a person decides
    }
    if (verdict.limit == 0) {
      String refusal = limit.refusal();
      if (limit.isTooDear() || isRequestBinding) {
        worsen(verdict, Outcome.DECLINE, refusal);
        return;
      }
      worsen(verdict, Outcome.DECLINE, limit.bindingRule());
      if (refusal.equals(LimitTrace.PAYOFF_RULE)) {
        worsen(verdict, Outcome.DECLINE, refusal);
      }
    } else if (verdict.limit < requested) {
      verdict.outcome = verdict.outcome.worse(Outcome.APPROVE_REDUCED);
      if (!isRequestBinding) { // else only the step was in the way, which is no adverse reason
        worsen(verdict, Outcome.APPROVE_REDUCED, limit.bindingRule());
      }
    }
  }

  private void worsen(Verdict verdict, Outcome outcome, String code) {
    verdict.outcome = verdict.outcome.worse(outcome);
    Reason known = limitReasons.get(code);
    verdict.reason(known != null ? known : unnamed(ReasonStage.LIMIT, code));
  }

  private void missing(Verdict verdict, String code) {
    verdict.outcome = verdict.outcome.worse(Outcome.REFER);
    Reason known = missingReasons.get(code);
    verdict.reason(known != null ? known : unnamed(ReasonStage.MISSING_INPUT, code));
  }

  private static Reason unnamed(ReasonStage stage, String code) {
    return reason(stage, code, ReasonText.NONE);
  }

  /** Returns the amount asked for in minor units, or -1 for a line without one. */
  long requested(double[] cells) {
    return inputs.requested(cells, rules.offer().isRevolving());
  }

  /** Returns the rate that the application states, else that of the policy. */
  AnnualRate rate(double[] cells) {
    AnnualRate reference = rules.offer().rate();
    double value = inputs.annualRate(cells, reference.value());
    return value == reference.value() ? reference : new AnnualRate(value, reference.kind());
  }

  /** An interest-free balloon would have no instalment at all, so it is tested as if repaid. */
  private RepaymentSource source(double[] cells, AnnualRate rate) {
    boolean verified = verifiedWhen != null && verifiedWhen.test(cells) == Truth.TRUE;
    return verified && rate.value() > 0 ? RepaymentSource.VERIFIED : RepaymentSource.NONE;
  }

  private OfferedCost cost(double[] cells, AnnualRate rate, int months) {
    if (rules.limits().costCaps().isEmpty()) {
      return OfferedCost.FREE;
    }
    return (principal, basis, kind) -> {
      AnnualRate due = price == null ? rate : priced(price, cells, principal, months);
      if (basis == CostBasis.CONTRACT) {
        return due.to(kind).value();
      }
      Optional<LoanCost> cost = costOf(principal, due, months, null);
      return cost.map(of -> kind == RateKind.NOMINAL ? of.nominalRate() : of.effectiveRate())
          .map(AnnualRate::value)
          .orElse(Double.POSITIVE_INFINITY);
    };
  }

  private static AnnualRate priced(PriceProgram by, double[] cells, long principal, int months) {
    return by.pricing(cells, months).of(principal).rate();
  }

  /** Returns the price of a principal above 0; empty where the policy sets none. */
  Optional<Price> priceOf(double[] cells, long principal, int months) {
    return price == null
        ? Optional.empty()
        : Optional.of(price.pricing(cells, months).of(principal));
  }

  /**
   * Returns what a loan of a principal would cost on the terms of the application; empty where it has
   * no schedule or no annual rate, as a loan of less than one minor unit a month.
   */
  Optional<LoanCost> costOf(double[] cells, long principal, int months, @Nullable LocalDate start) {
    AnnualRate due = price == null ? rate(cells) : priced(price, cells, principal, months);
    return costOf(principal, due, months, start);
  }

  private Optional<LoanCost> costOf(
      long principal, AnnualRate rate, int months, @Nullable LocalDate start) {
    try {
      LoanTerms terms = rules.offer().contract(principal, rate, months, start);
      return Optional.of(LoanCost.of(terms, rules.offer().late()));
    } catch (IllegalArgumentException noSuchLoan) {
      return Optional.empty();
    }
  }
}
