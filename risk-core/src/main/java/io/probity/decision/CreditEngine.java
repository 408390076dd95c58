package io.probity.decision;

import io.probity.application.LoanApplication;
import io.probity.condition.CompiledCondition;
import io.probity.condition.ConditionScope;
import io.probity.condition.Truth;
import io.probity.explain.Reason;
import io.probity.explain.ReasonStage;
import io.probity.feature.FeatureExtractor;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.limit.LimitInputs;
import io.probity.limit.LimitPhase;
import io.probity.limit.LimitSetter;
import io.probity.limit.LimitTrace;
import io.probity.limit.MinorUnits;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.schema.Field;
import io.probity.schema.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model and a policy, joined and compiled: decides on applications. Immutable, without side effects,
 * safe for use by several threads.
 *
 * <p>The order is: PD, score and grade; knock-outs; cut-offs; then, unless these decline, the limit.
 * The worst outcome stands. The PD is computed once and a lower offer does not change it.
 */
public final class CreditEngine {

  private static final int SCORE_CELLS = 3; // the PD, the score and the grade, after the fields

  private final RiskModel model;
  private final CreditPolicy policy;
  private final PolicyRules rules;
  private final FeatureExtractor extractor;
  private final int pdCell;
  private final CompiledCondition[] knockOuts;
  private final InputCells inputs;
  private final LimitSetter limits;
  private final MinorUnits units;

  private CreditEngine(RiskModel model, CreditPolicy policy) {
    this.model = model;
    this.policy = policy;
    this.rules = policy.rulesFor(model);
    Set<String> fields = new LinkedHashSet<>(model.features());
    fields.addAll(rules.fieldNames());
    this.extractor = FeatureExtractor.compile(rules.schema(), List.copyOf(fields));
    List<String> layout = new ArrayList<>(fields);
    this.pdCell = layout.size();
    layout.addAll(List.of(ConditionScope.PD, ConditionScope.SCORE, ConditionScope.GRADE));
    this.knockOuts = rules.knockOuts().stream()
        .map(knockOut -> knockOut.when().compile(layout))
        .toArray(CompiledCondition[]::new);
    int digits = policy.header().currency().getDefaultFractionDigits();
    this.units = MinorUnits.ofDigits(digits);
    this.inputs = new InputCells(rules, layout, units);
    this.limits = LimitSetter.compile(rules.limits(), layout, digits);
  }

  /**
   * Joins a model and a policy.
   *
   * @throws InvalidInputException if the policy speaks of what the model does not know, with the JSON
   *     path
   */
  public static CreditEngine of(RiskModel model, CreditPolicy policy) {
    return new CreditEngine(model, policy);
  }

  /** Returns the model. */
  public RiskModel model() {
    return model;
  }

  /** Returns the policy. */
  public CreditPolicy policy() {
    return policy;
  }

  /**
   * Decides on an application.
   *
   * @throws InvalidInputException if the application breaks the schema, with all violations
   */
  public Decision decide(LoanApplication application) {
    if (!application.currency().equals(policy.header().currency())) {
      throw new InvalidInputException(new Violation(
          "currency",
          "the application must be in the currency of the policy, "
              + policy.header().currency(),
          application.currency().toString(),
          "convert the amounts, or use a policy in that currency"));
    }
    requireInForce(application.asOf());
    double[] cells = new double[pdCell + SCORE_CELLS];
    extractor.extractInto(application, extractor.newWorkspace(), cells);
    return decide(application.id(), application.asOf(), cells);
  }

  /**
   * Decides on an application that consists of the lender's own fields, in the policy's currency.
   *
   * @param asOf the day it is decided for; may be null where no field is computed from dates
   * @throws InvalidInputException if the fields break the schema, with all violations
   */
  public Decision decide(String id, @Nullable LocalDate asOf, Map<String, ?> fields) {
    requireInForce(asOf);
    double[] cells = new double[pdCell + SCORE_CELLS];
    extractor.extractInto(fields, asOf, extractor.newWorkspace(), cells);
    return decide(id, asOf, cells);
  }

  private void requireInForce(@Nullable LocalDate asOf) {
    if (asOf != null && !policy.header().isInForce(asOf)) {
      throw new InvalidInputException(new Violation(
          "asOf",
          "the policy " + policy.header().id() + " is not in force on this day",
          asOf.toString(),
          "use the version that is"));
    }
  }

  private Decision decide(String id, @Nullable LocalDate asOf, double[] cells) {
    Scorer scorer = model.newScorer();
    scorer.evaluate(cells);
    cells[pdCell] = scorer.pd();
    cells[pdCell + 1] = scorer.score();
    cells[pdCell + 2] = scorer.grade();
    return new Run(id, asOf, cells, scorer).decide();
  }

  /** The state of one decision. */
  private final class Run {

    private final String id;
    private final @Nullable LocalDate asOf;
    private final double[] cells;
    private final Scorer scorer;
    private final List<String> hits = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private Outcome outcome = Outcome.APPROVE;
    private Optional<LimitTrace> trace = Optional.empty();
    private long limit;
    private long instalment;

    Run(String id, @Nullable LocalDate asOf, double[] cells, Scorer scorer) {
      this.id = id;
      this.asOf = asOf;
      this.cells = cells;
      this.scorer = scorer;
    }

    Decision decide() {
      applyKnockOuts();
      applyCutOffs();
      if (outcome != Outcome.DECLINE) {
        applyLimit();
      }
      if (!outcome.isApproval()) {
        limit = 0;
        instalment = 0;
      }
      return new Decision(
          id,
          asOf,
          model.id(),
          policy.header().id(),
          policy.header().version(),
          outcome,
          scorer.pd(),
          scorer.score(),
          model.grades().name(scorer.grade()),
          policy.header().currency(),
          units.toDecimal(limit),
          units.toDecimal(instalment),
          hits,
          reasons,
          trace,
          rules.gaps());
    }

    private void applyKnockOuts() {
      KnockOut decisive = null;
      for (int i = 0; i < knockOuts.length; i++) {
        KnockOut knockOut = rules.knockOuts().get(i);
        Outcome decided = outcomeOf(knockOut, knockOuts[i].test(cells));
        if (decided == Outcome.APPROVE) {
          continue;
        }
        hits.add(knockOut.code());
        if (decisive == null || decided.compareTo(outcome) > 0) {
          decisive = knockOut;
          outcome = decided;
        }
      }
      if (decisive != null) {
        reasons.add(new Reason(
            ReasonStage.KNOCK_OUT, decisive.code(), 0, decisive.internal(), decisive.customer()));
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

    private void applyCutOffs() {
      Outcome byScore = rules.cutOffs().of(scorer.grade(), scorer.score());
      if (byScore == Outcome.APPROVE) {
        return;
      }
      outcome = outcome.worse(byScore);
      for (int i = 0; i < scorer.reasonCount(); i++) {
        String feature = model.features().get(scorer.reasonFeature(i));
        Field field = model.schema().field(feature);
        reasons.add(new Reason(
            ReasonStage.SCORE, feature, scorer.reasonPoints(i), field.labels(), field.reasons()));
      }
    }

    private void applyLimit() {
      int term = inputs.termMonths(cells);
      long requested = inputs.requested(cells);
      if (!inputs.knowsIncome(cells)) {
        missing("INCOME_UNKNOWN");
        return;
      }
      if (!inputs.knowsDebtService(cells)) {
        missing("DEBT_SERVICE_UNKNOWN");
        return;
      }
      LimitInputs limitInputs = inputs.limitInputs(cells);
      AnnualRate reference = rules.offer().rate();
      double rate = inputs.annualRate(cells, reference.value());
      Instalment tested = rules.offer().tested(new AnnualRate(rate, reference.kind()), term);
      LimitTrace result =
          limits.apply(limitInputs, tested, cells, scorer.grade(), inputs.product(cells));
      trace = Optional.of(result);
      limit = result.limitMinor();
      instalment = limit > 0 ? tested.of(limit) : 0;
      result.referrals().forEach(this::missing);
      judge(result, requested);
    }

    private void judge(LimitTrace result, long requested) {
      if (limit == 0) {
        outcome = outcome.worse(Outcome.DECLINE);
      } else if (requested >= 0 && limit < requested) {
        outcome = outcome.worse(Outcome.APPROVE_REDUCED);
      }
      boolean lessThanAsked = limit == 0 || (requested >= 0 && limit < requested);
      if (lessThanAsked) {
        boolean isAsked = result.bindingPhase() == LimitPhase.REQUEST;
        String code = isAsked ? LimitTrace.FLOOR_RULE : result.bindingRule();
        reasons.add(new Reason(ReasonStage.LIMIT, code, 0, Texts.NONE, Texts.NONE));
      }
    }

    private void missing(String code) {
      outcome = outcome.worse(Outcome.REFER);
      reasons.add(new Reason(ReasonStage.MISSING_INPUT, code, 0, Texts.NONE, Texts.NONE));
    }
  }
}
