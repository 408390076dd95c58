package io.probity.decision;

import io.probity.application.LoanApplication;
import io.probity.condition.Condition;
import io.probity.explain.Reason;
import io.probity.explain.ReasonStage;
import io.probity.explain.ReasonText;
import io.probity.explain.ReasonTexts;
import io.probity.explain.ScoreReasons;
import io.probity.feature.FeatureExtractor;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  private final RiskModel model;
  private final CreditPolicy policy;
  private final PolicyRules rules;
  private final FeatureExtractor extractor;
  private final int pdCell;
  private final int cellCount;
  private final PolicyProgram program;
  private final ScoreReasons scoreReasons;
  private final List<ActionOptions> actions;

  private CreditEngine(RiskModel model, CreditPolicy policy) {
    this.model = model;
    this.policy = policy;
    this.rules = policy.rulesFor(model);
    Set<String> fields = new LinkedHashSet<>(model.features());
    fields.addAll(rules.fieldNames());
    this.extractor = FeatureExtractor.compile(rules.schema(), List.copyOf(fields));
    List<String> layout = new ArrayList<>(fields);
    this.pdCell = layout.size();
    layout.addAll(PolicyRules.resultNames());
    this.cellCount = layout.size();
    int digits = policy.header().currency().getDefaultFractionDigits();
    this.program = new PolicyProgram(rules, layout, digits);
    this.scoreReasons = ScoreReasons.of(
        model, rules.scoreReasons(), rules.featureTexts(), rules.cutOffs().riskiestApproved());
    this.actions = ActionOptions.compile(model, rules);
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

  /** Returns the conditions on protected fields that the policy states a permission for. */
  public List<Condition.Sensitive> sensitiveConditions() {
    return rules.conditions().stream()
        .flatMap(condition -> condition.sensitive().stream())
        .toList();
  }

  /** Returns the protected fields that the model or an input uses, with what permits them. */
  public List<SensitiveInput> sensitiveInputs() {
    return rules.sensitiveInputs();
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
    double[] cells = new double[cellCount];
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
    double[] cells = new double[cellCount];
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
    cells[pdCell + 3] = asOf == null ? Double.NaN : asOf.toEpochDay();
    return decision(id, asOf, cells, scorer);
  }

  private Decision decision(String id, @Nullable LocalDate asOf, double[] cells, Scorer scorer) {
    Verdict verdict = program.judge(cells, scorer.grade(), scorer.score());
    List<Reason> reasons = new ArrayList<>(verdict.reasons);
    if (verdict.byScore != Outcome.APPROVE) {
      addScoreReasons(cells, reasons);
    }
    reasons.sort(Comparator.comparing(Reason::stage));
    return new Decision(
        id,
        asOf,
        model.id(),
        policy.header().id(),
        policy.header().version(),
        verdict.outcome,
        scorer.pd(),
        scorer.score(),
        model.grades().name(scorer.grade()),
        policy.header().currency(),
        program.units().toDecimal(verdict.limit),
        program.units().toDecimal(verdict.instalment),
        verdict.hits,
        reasons,
        verdict.trace,
        rules.gaps(),
        verdict.savingsTest,
        new FollowUp(program, cells, scorer.grade(), scorer.score(), asOf, verdict));
  }

  private void addScoreReasons(double[] cells, List<Reason> reasons) {
    List<Reason> ranked = scoreReasons.rank(cells);
    reasons.addAll(ranked);
    if (ranked.isEmpty()) {
      ReasonText text = rules.limitTexts().getOrDefault(ReasonTexts.SCORE, ReasonText.NONE);
      reasons.add(Reason.of(ReasonStage.SCORE, ReasonTexts.SCORE, text));
    }
  }

  /** Returns what an applicant can change. */
  List<ActionOptions> actions() {
    return actions;
  }

  /** Returns the extractor of the cells that the model and the rules read. */
  FeatureExtractor extractor() {
    return extractor;
  }

  /** Returns the compiled rules. */
  PolicyProgram program() {
    return program;
  }

  /** Returns the names of the cells that the rules read. */
  List<String> layout() {
    List<String> layout = new ArrayList<>(extractor.names());
    layout.addAll(PolicyRules.resultNames());
    return layout;
  }
}
