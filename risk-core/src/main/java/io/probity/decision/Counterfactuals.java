package io.probity.decision;

import io.probity.application.LoanApplication;
import io.probity.explain.Action;
import io.probity.explain.ChangeSearch;
import io.probity.feature.FeatureExtractor;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import io.probity.schema.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest changes by which an applicant reaches an outcome or a limit, over score, policy
 * and affordability together: each try is a whole decision. Immutable and safe for use by several
 * threads.
 *
 * <p>What can change, how far and at what cost are the policy's {@code actions}. A field that is
 * derived from a changed one changes with it; a feature of the catalogue does not follow from another,
 * so an action on one should stand for something that moves alone. A missing or special value is not
 * known and does not change. The answer is exact for every family of models until the tries run out,
 * then the gap is stated; see {@link ChangeSearch}.
 */
public final class Counterfactuals {

  /** How many decisions are tried in order of cost, unless stated otherwise. */
  public static final long MOST_TRIES = 200_000;

  private final CreditEngine engine;
  private final List<ActionOptions> actions;
  private final FeatureExtractor inputs;

  private Counterfactuals(CreditEngine engine) {
    this.engine = engine;
    this.actions = engine.actions();
    this.inputs =
        FeatureExtractor.compile(engine.extractor().schema(), engine.extractor().inputNames());
    if (actions.isEmpty()) {
      throw new InvalidInputException(new Violation(
          "actions",
          "the policy " + engine.policy().header().id() + " names nothing that can change",
          "",
          "add the key \"actions\""));
    }
  }

  /**
   * Returns the search for an engine.
   *
   * @throws InvalidInputException if its policy has no actions
   */
  public static Counterfactuals of(CreditEngine engine) {
    return new Counterfactuals(engine);
  }

  /** Searches with at most {@value #MOST_TRIES} tries in order. */
  public Counterfactual find(LoanApplication application, Goal goal) {
    return find(application, goal, MOST_TRIES);
  }

  /**
   * Searches.
   *
   * @param mostTries how many decisions are tried in order of cost
   * @throws InvalidInputException if the application breaks the schema
   */
  public Counterfactual find(LoanApplication application, Goal goal, long mostTries) {
    Decision before = engine.decide(application);
    Map<String, Object> fields = new HashMap<>(application.fields());
    if (application.isTyped()) {
      addComputed(application, fields);
    }
    return find(application.id(), application.asOf(), fields, before, goal, mostTries);
  }

  /** Searches for an application that consists of the lender's own fields. */
  public Counterfactual find(
      String id, @Nullable LocalDate asOf, Map<String, ?> fields, Goal goal, long mostTries) {
    Decision before = engine.decide(id, asOf, fields);
    return find(id, asOf, new HashMap<>(fields), before, goal, mostTries);
  }

  private Counterfactual find(
      String id,
      @Nullable LocalDate asOf,
      Map<String, Object> fields,
      Decision before,
      Goal goal,
      long mostTries) {
    List<ActionOptions> known = new ArrayList<>();
    List<List<ActionOptions.Option>> options = new ArrayList<>();
    for (ActionOptions each : actions) {
      List<ActionOptions.Option> values = each.of(fields.get(each.action().field()));
      if (values.size() > 1) {
        known.add(each);
        options.add(values);
      }
    }
    List<double[]> costs = options.stream()
        .map(of -> of.stream().mapToDouble(ActionOptions.Option::cost).toArray())
        .toList();
    Map<String, Object> tried = new HashMap<>(fields);
    ChangeSearch.Found found = ChangeSearch.cheapest(
        costs,
        choice -> {
          for (int i = 0; i < choice.length; i++) {
            tried.put(
                known.get(i).action().field(), options.get(i).get(choice[i]).value());
          }
          return reaches(id, asOf, tried, goal);
        },
        mostTries);
    List<Counterfactual.Change> changes = new ArrayList<>();
    Map<String, Object> after = new HashMap<>(fields);
    List<Integer> choice = found.choice().orElse(List.of());
    for (int i = 0; i < choice.size(); i++) {
      if (choice.get(i) > 0) {
        ActionOptions.Option to = options.get(i).get(choice.get(i));
        changes.add(change(known.get(i).action(), options.get(i).get(0).value(), to));
        after.put(known.get(i).action().field(), to.value());
      }
    }
    Optional<Decision> decided =
        found.choice().isPresent() ? Optional.of(engine.decide(id, asOf, after)) : Optional.empty();
    return new Counterfactual(
        goal, before, changes, decided, found.cost(), found.isExact(), found.gap(), found.tries());
  }

  /** A change that leads to values which the policy refuses to read is no way to the goal. */
  private boolean reaches(
      String id, @Nullable LocalDate asOf, Map<String, Object> fields, Goal goal) {
    try {
      return goal.isReachedBy(engine.decide(id, asOf, fields));
    } catch (InvalidInputException refused) {
      return false;
    }
  }

  private static Counterfactual.Change change(
      Action action, Object from, ActionOptions.Option option) {
    String now = text(from);
    String to = text(option.value());
    boolean isLower = from instanceof Number number
        && option.value() instanceof Double wanted
        && wanted < number.doubleValue();
    Map<String, String> advice = new LinkedHashMap<>();
    Texts template = isLower ? action.lower() : action.raise();
    template
        .byLanguage()
        .forEach(
            (language, text) -> advice.put(language, text.replace("{1}", now).replace("{2}", to)));
    return new Counterfactual.Change(action.field(), now, to, option.cost(), Texts.of(advice));
  }

  private static String text(Object value) {
    return value instanceof Number number
        ? DecimalText.of(number.doubleValue())
        : String.valueOf(value);
  }

  /** Adds the features of the catalogue as they are, so that they can be changed one by one. */
  private void addComputed(LoanApplication application, Map<String, Object> fields) {
    double[] cells = inputs.extract(application);
    Schema schema = inputs.schema();
    for (int i = 0; i < cells.length; i++) {
      Field field = schema.field(inputs.names().get(i));
      Object value = value(field, cells[i]);
      if (field.source() instanceof FieldSource.FromCatalog && value != null) {
        fields.put(field.name(), value);
      }
    }
  }

  /** Returns what a caller would send for a cell; null where it is missing or unseen. */
  static @Nullable Object value(Field field, double cell) {
    if (Double.isNaN(cell)) {
      return null;
    }
    int code = SpecialValues.codeOf(cell);
    if (code >= 0) {
      return field.rules().specials().stream()
          .filter(special -> special.code() == code)
          .map(SpecialCode::name)
          .findFirst()
          .orElse(null);
    }
    if (field.kind() == FieldKind.CATEGORY) {
      return cell == SpecialValues.UNSEEN ? null : field.rules().levels().get((int) cell);
    }
    return field.kind() == FieldKind.DATE ? LocalDate.ofEpochDay((long) cell) : (Object) cell;
  }
}
