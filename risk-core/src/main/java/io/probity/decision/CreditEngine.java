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
import io.probity.limit.PriceRules;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model and a policy, joined and compiled: decides on applications. Immutable, without side effects,
 * safe for use by several threads.
 *
 * <p>The order is: PD, score and grade; knock-outs; cut-offs; then, unless these decline, the limit.
 * The worst outcome stands. The PD is computed once and a lower offer does not change it.
 */
public final class CreditEngine {

  private static final Comparator<Reason> BY_STAGE = Comparator.comparing(Reason::stage);

  private final RiskModel model;
  private final CreditPolicy policy;
  private final PolicyRules rules;
  private final FeatureExtractor extractor;
  private final FeatureCells features;
  private final List<String> layout;
  private final int[] policyCells; // where each field of the layout stands among the features
  private final PolicyProgram program;
  private final DecisionStress stress;
  private final ScoreReasons scoreReasons;
  private final List<ActionOptions> actions;

  private CreditEngine(RiskModel model, CreditPolicy policy, DecisionStress stress) {
    this.model = model;
    this.policy = policy;
    this.stress = stress;
    this.rules = policy.rulesFor(model).under(stress);
    List<String> read = rules.fieldNames();
    Set<String> names = new LinkedHashSet<>(model.features());
    names.addAll(read);
    this.extractor = FeatureExtractor.compile(rules.schema(), List.copyOf(names));
    this.features = FeatureCells.of(extractor.names(), rules.schema());
    this.policyCells = read.stream().mapToInt(extractor.names()::indexOf).toArray();
    this.layout =
        Stream.concat(read.stream(), PolicyRules.resultNames().stream()).toList();
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
    return new CreditEngine(model, policy, DecisionStress.NONE);
  }

  /**
   * Returns an engine that decides as if incomes, rates and PDs were worse. Points, score and score
   * cut-offs stay; PD and grade are the stressed ones.
   */
  public CreditEngine under(DecisionStress other) {
    return new CreditEngine(model, policy, other);
  }

  /** Returns the model. */
  public RiskModel model() {
    return model;
  }

  /** Returns the fields that applications may have: the model's and the policy's. */
  public Schema schema() {
    return rules.schema();
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

  /** Returns what the price of a loan is made of; empty where the policy sets none. */
  public Optional<PriceRules> priceRules() {
    return rules.price();
  }

  /** Returns the policy. */
  public CreditPolicy policy() {
    return policy;
  }

  /** Returns scratch space for decisions of one thread. */
  public DecisionWorkspace newWorkspace() {
    return new DecisionWorkspace(this);
  }

  /** Returns what computes the {@link #features} of an application or of a record of a table. */
  public FeatureExtractor extractor() {
    return extractor;
  }

  /** Returns the names of the features that are decided on: the model's, then the policy's. */
  public List<String> features() {
    return extractor.names();
  }

  /**
   * Decides on an application.
   *
   * @throws InvalidInputException if the application breaks the schema, with all violations
   */
  public Decision decide(LoanApplication application) {
    return decide(application, newWorkspace());
  }

  /** Decides on an application, with the scratch space of the calling thread. */
  public Decision decide(LoanApplication application, DecisionWorkspace workspace) {
    workspace.requireOf(this);
    if (!application.currency().equals(policy.header().currency())) {
      throw new InvalidInputException(new Violation(
          "currency",
          "the application must be in the currency of the policy, "
              + policy.header().currency(),
          application.currency().toString(),
          "convert the amounts, or use a policy in that currency"));
    }
    requireInForce(application.asOf());
    extractor.extractInto(application, workspace.extraction, workspace.features);
    return decide(application.id(), application.asOf(), workspace);
  }

  /**
   * Decides on an application that consists of the lender's own fields, in the policy's currency.
   *
   * @param asOf the day it is decided for; may be null where no field is computed from dates
   * @throws InvalidInputException if the fields break the schema, with all violations
   */
  public Decision decide(String id, @Nullable LocalDate asOf, Map<String, ?> fields) {
    return decide(id, asOf, fields, newWorkspace());
  }

  /** Decides on the lender's own fields, with the scratch space of the calling thread. */
  public Decision decide(
      String id, @Nullable LocalDate asOf, Map<String, ?> fields, DecisionWorkspace workspace) {
    workspace.requireOf(this);
    requireInForce(asOf);
    extractor.extractInto(fields, asOf, workspace.extraction, workspace.features);
    return decide(id, asOf, workspace);
  }

  /**
   * Decides on features that were computed before.
   *
   * @param cells one for each of {@link #features}, in their order (see {@link
   *     io.probity.schema.SpecialValues})
   * @throws InvalidInputException if a cell is infinite or no level of its category, with all violations
   */
  public Decision decide(
      String id, @Nullable LocalDate asOf, double[] cells, DecisionWorkspace workspace) {
    workspace.requireOf(this);
    requireInForce(asOf);
    features.check(cells);
    System.arraycopy(cells, 0, workspace.features, 0, workspace.features.length);
    return decide(id, asOf, workspace);
  }

  /**
   * Runs the whole path on 20,000 synthetic applicants, so that the virtual machine compiles it before
   * the first real one comes. Changes nothing. Takes about 0.3 seconds of processor time, most of it
   * the compiler's, for a scorecard and 0.6 for boosted trees: on a busy machine longer by the clock.
   */
  public void warmUp() {
    new WarmUp(this).run();
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

  private Decision decide(String id, @Nullable LocalDate asOf, DecisionWorkspace workspace) {
    Scorer scorer = workspace.scorer;
    scorer.evaluate(workspace.features);
    int results = policyCells.length;
    double[] cells = new double[results + PolicyRules.RESULTS];
    for (int i = 0; i < results; i++) {
      cells[i] = workspace.features[policyCells[i]];
    }
    double pd = scorer.pd();
    int grade = scorer.grade();
    if (!stress.isNone()) {
      pd = stress.pdOf(pd);
      grade = model.grades().gradeOf(pd);
      program.inputs().cutIncome(cells, stress.incomeCut());
      program.inputs().raiseRate(cells, stress.rateRise());
    }
    cells[results + PolicyRules.PD] = pd;
    cells[results + PolicyRules.SCORE] = scorer.score();
    cells[results + PolicyRules.GRADE] = grade;
    cells[results + PolicyRules.AS_OF] = asOf == null ? Double.NaN : asOf.toEpochDay();
    Verdict verdict = workspace.verdict;
    program.judge(cells, grade, scorer.score(), verdict, workspace.limits);
    return new Decision(this, id, cells, verdict, reasons(workspace, verdict));
  }

  private List<Reason> reasons(DecisionWorkspace workspace, Verdict verdict) {
    boolean needsScore = verdict.byScore != Outcome.APPROVE;
    if (!needsScore && verdict.reasons.size() <= 1) {
      return verdict.reasons;
    }
    List<Reason> reasons = new ArrayList<>(verdict.reasons.size() + ScoreReasons.MOST + 1);
    reasons.addAll(verdict.reasons);
    if (needsScore) {
      addScoreReasons(workspace, reasons);
    }
    reasons.sort(BY_STAGE);
    return List.copyOf(reasons);
  }

  private void addScoreReasons(DecisionWorkspace workspace, List<Reason> reasons) {
    List<Reason> ranked = scoreReasons.rank(workspace.features, workspace.scorer);
    reasons.addAll(ranked);
    if (ranked.isEmpty()) {
      ReasonText text = rules.limitTexts().getOrDefault(ReasonTexts.SCORE, ReasonText.NONE);
      reasons.add(Reason.of(ReasonStage.SCORE, ReasonTexts.SCORE, text));
    }
  }

  /** Returns the ranking of points lost. */
  ScoreReasons scoreReasons() {
    return scoreReasons;
  }

  /** Returns what an applicant can change. */
  List<ActionOptions> actions() {
    return actions;
  }

  /** Returns the compiled rules. */
  PolicyProgram program() {
    return program;
  }

  /** Returns the names of the cells that the rules read. */
  List<String> layout() {
    return layout;
  }
}
