package io.probity.limit;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.lending.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the affordability and limit parts of a policy. */
public final class LimitJson {

  private final ConditionScope scope;
  private final MinorUnits units;
  private final List<String> products;
  private final List<String> assumed = new ArrayList<>();
  private final Set<String> codes = new HashSet<>(LimitTrace.reservedCodes());

  private LimitJson(ConditionScope scope, int currencyDigits, List<String> products) {
    this.scope = scope;
    this.units = MinorUnits.ofDigits(currencyDigits);
    this.products = products;
  }

  /**
   * Reads limit rules.
   *
   * @param affordability the policy's key {@code affordability}
   * @param limit the policy's key {@code limit}
   * @param products the levels of the product input, empty where there is none
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static LimitRules read(
      JsonObject affordability,
      JsonObject limit,
      ConditionScope scope,
      int currencyDigits,
      List<String> products) {
    LimitJson json = new LimitJson(scope, currencyDigits, products);
    return json.rules(json.affordability(affordability), limit);
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
    List<LimitRules.Multiplier> multipliers =
        json.optionalObjects("multipliers").stream().map(this::multiplier).toList();
    List<LimitRules.Cap> caps =
        json.optionalObjects("caps").stream().map(this::cap).toList();
    long floor = amount(json.value("floor"));
    long ceiling = amount(json.value("ceiling"));
    long step = amount(json.value("step"));
    json.finish();
    return json.build(
        () -> new LimitRules(affordability, bases, multipliers, caps, floor, ceiling, step));
  }

  private AffordabilityRules affordability(JsonObject json) {
    Optional<JsonObject> haircut = json.optionalObject("haircut");
    StepTable variation = haircut.map(h -> table(h, "variation")).orElse(StepTable.NONE);
    StepTable months = haircut.map(h -> table(h, "months")).orElse(StepTable.NONE);
    StepTable zeroMonths = haircut.map(h -> table(h, "zeroMonths")).orElse(StepTable.NONE);
    Share largest = haircut
        .flatMap(h -> h.optionalValue("largest"))
        .map(LimitJson::share)
        .orElse(Share.of("1"));
    haircut.ifPresent(JsonObject::finish);
    JsonObject costs = json.object("livingCosts");
    HouseholdTable living = household(costs);
    Share livingShare = optionalShare(costs, "shareOfIncome").orElse(Share.NONE);
    costs.finish();
    HouseholdTable residual = json.optionalObject("minimumResidual")
        .map(this::finishedHousehold)
        .orElse(HouseholdTable.NONE);
    Optional<Integer> bufferMonths = json.optionalValue("savingsMonths").map(LimitJson::months);
    AffordabilityRules rules = new AffordabilityRules(
        variation,
        months,
        zeroMonths,
        largest,
        optionalShare(json, "incomeStress").orElse(Share.NONE),
        living,
        livingShare,
        residual,
        optionalShare(json, "maxDsti"),
        optionalShare(json, "maxPti"),
        optionalShare(json, "revolvingShareOfBalance").orElse(Share.of("0.05")),
        optionalShare(json, "revolvingShareOfLimit").orElse(Share.NONE),
        bufferMonths);
    json.finish();
    return rules;
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
    json.finish();
    return json.build(() -> new LimitRules.Base(grades, forProducts, from, below, multiple));
  }

  private LimitRules.Multiplier multiplier(JsonObject json) {
    String code = code(json);
    Condition when = Condition.read(json.object("when"), scope);
    OnMissing onMissing = json.choice("onMissing", OnMissing.class, OnMissing.REFER);
    Multiple factor = multiple(json.value("factor"));
    json.finish();
    return json.build(() -> new LimitRules.Multiplier(code, when, onMissing, factor));
  }

  private LimitRules.Cap cap(JsonObject json) {
    String code = code(json);
    Optional<Condition> when =
        json.optionalObject("when").map(condition -> Condition.read(condition, scope));
    OnMissing onMissing = json.choice("onMissing", OnMissing.class, OnMissing.REFER);
    Optional<Long> amount = json.optionalValue("amount").map(this::amount);
    Optional<Multiple> ofIncome = json.optionalValue("timesIncome").map(LimitJson::multiple);
    Optional<String> less = json.optionalValue("less").map(this::fieldName);
    json.finish();
    return json.build(() -> new LimitRules.Cap(code, when, onMissing, amount, ofIncome, less));
  }

  private String fieldName(JsonValue value) {
    String name = value.text();
    if (!scope.isOpen() && !scope.schema().has(name)) {
      throw new InvalidInputException(new Violation(
          value.place(),
          "there is no field \"" + name + "\"",
          "",
          NearestName.remedy(name, scope.names())));
    }
    return name;
  }

  private String code(JsonObject json) {
    JsonValue value = json.value("code");
    String code = value.text();
    if (code.isBlank() || !codes.add(code)) {
      value.violation("a rule needs a code of its own", "choose another");
    }
    return code;
  }

  private StepTable table(JsonObject json, String key) {
    if (!json.has(key)) {
      return StepTable.NONE;
    }
    List<StepTable.Row> rows = new ArrayList<>();
    for (JsonObject row : json.objects(key)) {
      double upTo = row.nullableNumber("upTo").orElse(Double.POSITIVE_INFINITY);
      rows.add(new StepTable.Row(upTo, share(row.value("cut"))));
      row.finish();
    }
    return json.build(() -> new StepTable(rows));
  }

  private HouseholdTable household(JsonObject json) {
    long base = json.optionalValue("base").map(this::amount).orElse(0L);
    long perDependant = json.optionalValue("perDependant").map(this::amount).orElse(0L);
    return json.build(() -> new HouseholdTable(base, perDependant));
  }

  private HouseholdTable finishedHousehold(JsonObject json) {
    HouseholdTable table = household(json);
    json.finish();
    return table;
  }

  private long amount(JsonValue value) {
    return value.build(() -> {
      if (value.decimal().signum() < 0) {
        throw new IllegalArgumentException("an amount must be at least 0");
      }
      return units.of(value.decimal());
    });
  }

  private static Multiple multiple(JsonValue value) {
    return value.build(() -> Multiple.of(value.decimal()));
  }

  private static Share share(JsonValue value) {
    return value.build(() -> Share.of(value.decimal()));
  }

  private static Optional<Share> optionalShare(JsonObject json, String key) {
    return json.nullableValue(key).map(LimitJson::share);
  }

  private static int months(JsonValue value) {
    return value.build(() -> {
      if (value.whole() < 1) {
        throw new IllegalArgumentException("a number of months must be at least 1");
      }
      return value.whole();
    });
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
