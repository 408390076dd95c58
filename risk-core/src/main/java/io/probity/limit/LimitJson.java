package io.probity.limit;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.explain.ReasonText;
import io.probity.explain.ReasonTexts;
import io.probity.explain.RuleSource;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.lending.AnnualRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the limit part of a policy. */
public final class LimitJson {

  private final ConditionScope scope;
  private final MinorUnits units;
  private final List<String> products;
  private final List<String> assumed = new ArrayList<>();
  private final ReasonTexts texts;

  private LimitJson(
      ConditionScope scope, int currencyDigits, List<String> products, ReasonTexts texts) {
    this.scope = scope;
    this.units = MinorUnits.ofDigits(currencyDigits);
    this.products = products;
    this.texts = texts;
  }

  /**
   * Reads limit rules.
   *
   * @param affordability how affordability is assessed
   * @param limit the policy's key {@code limit}
   * @param products the levels of the product input, empty where there is none
   * @param texts the words of reasons, which each rule must have
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static LimitRules read(
      AffordabilityRules affordability,
      JsonObject limit,
      ConditionScope scope,
      int currencyDigits,
      List<String> products,
      ReasonTexts texts) {
    return new LimitJson(scope, currencyDigits, products, texts).rules(affordability, limit);
  }

  private LimitRules rules(AffordabilityRules affordability, JsonObject json) {
    List<LimitRules.Base> bases = new ArrayList<>();
    for (JsonObject base : json.objects("strategy")) {
      LimitRules.Base read = base(base);
      for (LimitRules.Base other : bases) {
        if (other.overlaps(read)) {
          base.violation("two cells of the strategy hold for the same applicant", "", "part them");
        }
      }
      bases.add(read);
    }
    if (bases.isEmpty()) {
      json.value("strategy").violation("the strategy needs at least one cell", "add one");
    }
    Violations problems = new Violations();
    List<LimitRules.Multiplier> multipliers = each(json, "multipliers", this::multiplier, problems);
    List<LimitRules.Cap> caps = each(json, "caps", this::cap, problems);
    List<LimitRules.CostCap> costCaps = each(json, "costCaps", this::costCap, problems);
    problems.throwIfAny();
    long floor = amount(json.value("floor"));
    long ceiling = amount(json.value("ceiling"));
    long step = amount(json.value("step"));
    json.finish();
    return json.build(() ->
        new LimitRules(affordability, bases, multipliers, caps, costCaps, floor, ceiling, step));
  }

  /** Reads each rule of a list; what is wrong with one does not hide what is wrong with others. */
  private static <T> List<T> each(
      JsonObject json, String key, Function<JsonObject, T> reader, Violations problems) {
    return json.optionalObjects(key).stream()
        .flatMap(rule -> problems.gather(() -> reader.apply(rule)).stream())
        .toList();
  }

  private LimitRules.Base base(JsonObject json) {
    List<Integer> grades = new ArrayList<>();
    for (JsonValue grade : json.value("grades").list()) {
      grades.add(indexOf(grade, scope.grades(), "grade"));
    }
    if (grades.isEmpty()) {
      json.value("grades").violation("a cell of the strategy needs at least one grade", "add one");
    }
    List<Integer> forProducts = new ArrayList<>();
    if (json.has("products")) {
      for (JsonValue product : json.value("products").list()) {
        forProducts.add(indexOf(product, products, "product"));
      }
    }
    long from = json.optionalValue("incomeFrom").map(this::amount).orElse(0L);
    long below = json.optionalValue("incomeBelow").map(this::amount).orElse(Long.MAX_VALUE);
    Multiple multiple = multiple(json.value("multiple"));
    json.text("remark", "");
    json.finish();
    return json.build(() -> new LimitRules.Base(grades, forProducts, from, below, multiple));
  }

  private LimitRules.Multiplier multiplier(JsonObject json) {
    String code = texts.code(json);
    Condition when = Condition.read(json.object("when"), scope);
    OnMissing onMissing = onMissing(json, Optional.of(when), List.of(), code);
    Multiple factor = multiple(json.value("factor"));
    ReasonText text = texts.rule(json, code);
    finish(json);
    return json.build(() -> new LimitRules.Multiplier(code, when, onMissing, factor, text));
  }

  private LimitRules.Cap cap(JsonObject json) {
    String code = texts.code(json);
    Optional<Condition> when = when(json);
    Optional<Long> amount = json.optionalValue("amount").map(this::amount);
    Optional<Multiple> ofIncome = json.optionalValue("timesIncome").map(LimitJson::multiple);
    Optional<String> less = json.optionalValue("less").map(this::fieldName);
    OnMissing onMissing = onMissing(json, when, less.stream().toList(), code);
    boolean netOfPayoff = json.flag("netOfPayoff", false);
    ReasonText text = texts.rule(json, code);
    finish(json);
    return json.build(
        () -> new LimitRules.Cap(code, when, onMissing, amount, ofIncome, less, netOfPayoff, text));
  }

  private LimitRules.CostCap costCap(JsonObject json) {
    String code = texts.code(json);
    Optional<Condition> when = when(json);
    OnMissing onMissing = onMissing(json, when, List.of(), code);
    CostBasis basis = json.choice("basis", CostBasis.class);
    AnnualRate maximum = RateJson.read(json.object("maximum"));
    ReasonText text = texts.rule(json, code);
    finish(json);
    return new LimitRules.CostCap(code, when, onMissing, basis, maximum, text);
  }

  private Optional<Condition> when(JsonObject json) {
    return json.optionalObject("when").map(condition -> Condition.read(condition, scope));
  }

  /** Reads what happens when a value is missing, which needs words unless the rule is skipped. */
  private OnMissing onMissing(
      JsonObject json, Optional<Condition> when, List<String> further, String code) {
    OnMissing onMissing = json.choice("onMissing", OnMissing.class, OnMissing.REFER);
    Set<String> names = new TreeSet<>(further);
    when.ifPresent(condition -> names.addAll(condition.names()));
    if (onMissing != OnMissing.SKIP && !names.isEmpty()) {
      texts.missing(names, scope.schema(), code);
    }
    return onMissing;
  }

  private static void finish(JsonObject rule) {
    RuleSource.readNotes(rule);
    rule.finish();
  }

  private String fieldName(JsonValue value) {
    String name = scope.resolve(value.text());
    if (!scope.isOpen() && !scope.schema().has(name)) {
      throw new InvalidInputException(new Violation(
          value.place(),
          "there is no field \"" + name + "\"",
          "",
          NearestName.remedy(name, scope.names())));
    }
    return name;
  }

  private long amount(JsonValue value) {
    return MinorUnits.read(value, units);
  }

  private static Multiple multiple(JsonValue value) {
    return value.build(() -> Multiple.of(value.decimal()));
  }

  /** Returns the position of a name; a policy read without its model numbers unknown names itself. */
  private int indexOf(JsonValue value, List<String> names, String what) {
    String name = value.text();
    int index = names.indexOf(name);
    if (index >= 0) {
      return index;
    }
    if (!scope.isOpen()) {
      throw new InvalidInputException(new Violation(
          value.place(),
          "there is no " + what + " \"" + name + "\"",
          "",
          NearestName.remedy(name, names)));
    }
    if (!assumed.contains(name)) {
      assumed.add(name);
    }
    return names.size() + assumed.indexOf(name);
  }
}
