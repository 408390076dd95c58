package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.limit.IncomeBasis;
import io.probity.limit.LimitRules;
import io.probity.limit.OnMissing;
import io.probity.limit.PriceRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves what a policy promises: the limit never falls when the assessed income rises, the PD falls,
 * the debt service falls or the living costs fall, the rest being the same; no approval is above what
 * is affordable; every worse outcome has its words.
 *
 * <p>The limit here is what the phases give, and 0 for a declined application; whether an application
 * is sent to a person does not change it. The PD moves with its grade; the score stays.
 *
 * <p>How: what is affordable, the strategy, the caps and the request are combined by a minimum and
 * rounded down, so the limit is monotone if each part is. Room and capacity are by construction; the
 * bands of the strategy are compared pair by pair; the condition of every rule is searched over the
 * whole finite grid that its tests define, since no two values between the same neighbours can be told
 * apart. Where a part fails, applicants are made up around it until a counter-example is found; the
 * same search runs as a cross-check where the proof holds. Deterministic.
 */
public final class PolicyVerifier {

  private static final int SEARCH = 40_000;
  private static final int CROSS_CHECK = 4_000;

  private final CreditEngine engine;
  private final PolicyRules rules;
  private final CellPoints points;

  private PolicyVerifier(CreditEngine engine) {
    this.engine = engine;
    this.rules = engine.program().rules();
    this.points = new CellPoints(rules.schema(), engine.model().grades(), rules.conditions());
  }

  /** Verifies the policy of an engine with its model. */
  public static PolicyVerification verify(CreditEngine engine) {
    PolicyVerifier verifier = new PolicyVerifier(engine);
    List<Claim> claims = new ArrayList<>();
    for (Improvement improvement : Improvement.values()) {
      claims.add(verifier.monotone(improvement));
    }
    claims.add(verifier.affordable());
    claims.add(verifier.words());
    return new PolicyVerification(
        claims,
        PaymentExample.find(
            verifier.rules.limits().affordability().income(), engine.program().units()),
        verifier.notes());
  }

  private Claim monotone(Improvement improvement) {
    String name = "the limit does not fall when " + improvement.words();
    List<String> doubts = new ArrayList<>(strategyDoubts(improvement));
    addPriceDoubt(improvement, doubts);
    List<RuleGrid.Pair> suspects = new ArrayList<>();
    int touched = ruleDoubts(improvement, doubts, suspects);
    Optional<CounterExample> found =
        applicants().search(improvement, suspects, doubts.isEmpty() ? CROSS_CHECK : SEARCH);
    if (found.isPresent()) {
      String why = doubts.isEmpty() ? "found by trial" : String.join("; ", doubts);
      return Claim.broken(name, why, found.get());
    }
    if (doubts.isEmpty()) {
      return Claim.proved(
          name,
          "every phase is monotone; " + touched + " of " + rules.conditions().size()
              + " conditions speak of it and were searched over their whole grid");
    }
    return Claim.open(name, String.join("; ", doubts) + "; no counter-example was found");
  }

  private RandomApplicants applicants() {
    return new RandomApplicants(engine.program(), engine.layout(), points);
  }

  private int ruleDoubts(
      Improvement improvement, List<String> doubts, List<RuleGrid.Pair> suspects) {
    int touched = 0;
    for (KnockOut rule : rules.knockOuts()) {
      if (rule.outcome() == Outcome.DECLINE) {
        touched +=
            doubt(improvement, rule.code(), rule.when(), declining(rule), false, doubts, suspects);
      }
    }
    for (LimitRules.Multiplier rule : rules.limits().multipliers()) {
      touched +=
          doubt(improvement, rule.code(), rule.when(), rule.onMissing(), false, doubts, suspects);
    }
    List<String> moved = improvement.moved(rules);
    for (LimitRules.Cap cap : rules.limits().caps()) {
      if (improvement.rises() && cap.less().filter(moved::contains).isPresent()) {
        doubts.add("the cap " + cap.code() + " takes the income off");
      }
      if (cap.when().isPresent()) {
        touched += doubt(
            improvement, cap.code(), cap.when().get(), cap.onMissing(), false, doubts, suspects);
      }
    }
    for (LimitRules.CostCap cap : rules.limits().costCaps()) {
      if (cap.when().isPresent()) {
        touched += doubt(
            improvement, cap.code(), cap.when().get(), cap.onMissing(), false, doubts, suspects);
      }
    }
    if (rules.offer().verifiedWhen().isPresent()) {
      Condition verified = rules.offer().verifiedWhen().get();
      touched += doubt(
          improvement, "repaymentVerifiedWhen", verified, OnMissing.SKIP, true, doubts, suspects);
    }
    return touched;
  }

  /** A missing value declines only where the rule says so. */
  private static OnMissing declining(KnockOut rule) {
    return rule.onMissing() == OnMissing.HIT ? OnMissing.HIT : OnMissing.SKIP;
  }

  private int doubt(
      Improvement improvement,
      String code,
      Condition when,
      OnMissing onMissing,
      boolean helps,
      List<String> doubts,
      List<RuleGrid.Pair> suspects) {
    List<String> moved = improvement.moved(rules);
    CellPoints own = new CellPoints(rules.schema(), engine.model().grades(), List.of(when));
    RuleGrid grid = new RuleGrid(when, onMissing, own, improvement, moved);
    if (!grid.isTouched()) {
      return 0;
    }
    if (!grid.isSmall()) {
      doubts.add("the condition of " + code + " has too many values to be searched");
      return 1;
    }
    Optional<RuleGrid.Pair> pair = grid.find(helps);
    if (pair.isPresent()) {
      doubts.add("the rule " + code + (helps ? " ends" : " begins") + " to apply when "
          + improvement.words());
      suspects.add(pair.get());
    }
    return 1;
  }

  private List<String> strategyDoubts(Improvement improvement) {
    List<String> doubts = new ArrayList<>();
    if (improvement != Improvement.ASSESSED_INCOME && improvement != Improvement.PD) {
      return doubts;
    }
    String product = rules.inputs().get(PolicyInput.PRODUCT);
    int products = product == null
        ? 1
        : Math.max(1, rules.schema().field(product).rules().levels().size());
    for (int grade = 0; grade < engine.model().grades().size(); grade++) {
      for (int i = 0; i < products && offers(grade); i++) {
        if (improvement == Improvement.ASSESSED_INCOME) {
          addBandDoubts(grade, i, doubts);
        } else {
          addGradeDoubts(grade, i, doubts);
        }
      }
    }
    return doubts;
  }

  /** Every other part of a price rises with the PD; the capital of a class need not. */
  private void addPriceDoubt(Improvement improvement, List<String> doubts) {
    if (improvement == Improvement.PD) {
      rules
          .price()
          .flatMap(PriceRules::capitalClass)
          .ifPresent(kind ->
              doubts.add("the capital of the class " + kind + " does not rise with every PD"));
    }
  }

  private boolean offers(int grade) {
    return rules.cutOffs().byGrade().get(grade) != Outcome.DECLINE;
  }

  private void addBandDoubts(int grade, int product, List<String> doubts) {
    for (long edge : edges()) {
      if (edge > 0
          && rules.limits().base(grade, product, edge - 1)
              > rules.limits().base(grade, product, edge)) {
        doubts.add("the strategy for grade " + engine.model().grades().name(grade)
            + " falls at an income of "
            + engine.program().units().toDecimal(edge).toPlainString());
      }
    }
  }

  /** Multiples are constant between edges, so comparing at the edges is comparing everywhere. */
  private void addGradeDoubts(int grade, int product, List<String> doubts) {
    if (grade + 1 >= engine.model().grades().size() || !offers(grade + 1)) {
      return;
    }
    for (long edge : edges()) {
      long income = Math.max(edge, 1);
      if (rules.limits().multiple(grade, product, income)
          < rules.limits().multiple(grade + 1, product, income)) {
        doubts.add("the strategy gives grade " + engine.model().grades().name(grade + 1)
            + " more than grade " + engine.model().grades().name(grade) + " at an income of "
            + engine.program().units().toDecimal(income).toPlainString());
      }
    }
  }

  private Set<Long> edges() {
    Set<Long> edges = new TreeSet<>();
    rules.limits().bases().forEach(base -> edges.add(base.incomeFrom()));
    return edges;
  }

  private Claim affordable() {
    String name = "no approval is above what is affordable";
    Optional<CounterExample> found = applicants().aboveAffordability(CROSS_CHECK);
    if (found.isPresent()) {
      return Claim.broken(name, "found by trial", found.get());
    }
    return Claim.proved(
        name, "every approval passes the phases, which end at the least of all steps");
  }

  private Claim words() {
    int reasons = rules.knockOuts().size()
        + rules.limitTexts().size()
        + rules.missingTexts().size()
        + rules.featureTexts().size();
    return Claim.proved(
        "every path to a worse outcome has its words",
        reasons + " reasons in " + String.join(", ", rules.languages())
            + ", checked when the policy was loaded");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(engine.policy().warnings());
    if (!rules.gaps().isEmpty()) {
      notes.add("affordability is partial; nobody tells: " + String.join(", ", rules.gaps()));
    }
    for (SensitiveInput sensitive : engine.sensitiveInputs()) {
      notes.add("the protected field " + sensitive.field() + " is permitted as an input by "
          + sensitive.permission().jurisdiction() + ": "
          + sensitive.permission().reason());
    }
    for (Condition.Sensitive sensitive : engine.sensitiveConditions()) {
      notes.add("a condition on the protected field " + sensitive.name() + " is permitted by "
          + sensitive.permission().jurisdiction() + ": "
          + sensitive.permission().reason());
    }
    if (rules.limits().affordability().income().basis() == IncomeBasis.LOWEST) {
      notes.add("the income basis LOWEST is monotone in every payment, too");
    }
    return notes;
  }
}
