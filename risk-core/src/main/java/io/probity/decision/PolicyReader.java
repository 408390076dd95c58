package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.explain.Action;
import io.probity.explain.ReasonRules;
import io.probity.explain.ReasonRulesJson;
import io.probity.explain.ReasonText;
import io.probity.explain.ReasonTexts;
import io.probity.feature.FeatureCatalog;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.limit.AffordabilityJson;
import io.probity.limit.AffordabilityRules;
import io.probity.limit.LimitJson;
import io.probity.limit.LimitRules;
import io.probity.limit.PriceJson;
import io.probity.limit.PriceRules;
import io.probity.model.MasterScale;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SchemaJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON form of policies, with or without the model that they are for. */
final class PolicyReader {

  private static final List<String> KNOWN_GAPS =
      List.of("netIncome", "verifiedIncome", "debtService", "livingCosts");

  private final JsonObject json;
  private final PolicyHeader header;
  private final List<String> features;
  private final ReasonTexts texts;
  private final List<String> warnings = new ArrayList<>();
  private final Violations problems = new Violations();
  private ConditionScope scope;

  private PolicyReader(
      JsonObject json, Schema modelSchema, List<String> features, Optional<MasterScale> grades) {
    this.json = json;
    this.features = features;
    this.header = PolicyHeader.read(json);
    Schema schema = union(modelSchema, json, grades.isEmpty());
    this.scope = grades.isPresent()
        ? ConditionScope.of(
            schema, grades.get().grades().stream().map(MasterScale.Grade::name).toList())
        : ConditionScope.open(schema);
    this.texts = ReasonTexts.read(json);
  }

  static PolicyReader withoutModel(JsonObject json) {
    return new PolicyReader(
        json, Schema.of(Optional.empty(), Set.of(), List.of()), List.of(), Optional.empty());
  }

  static PolicyReader withModel(JsonObject json, RiskModel model) {
    return new PolicyReader(json, model.schema(), model.features(), Optional.of(model.grades()));
  }

  PolicyHeader header() {
    return header;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Reads all parts; what is wrong with one does not hide what is wrong with the others. */
  PolicyRules read() {
    Map<PolicyInput, String> inputs = inputs(json.object("inputs"));
    scope = scope.withAliases(aliases(inputs));
    Optional<List<String>> gaps = problems.gather(this::gaps);
    Optional<LoanOffer> offer =
        problems.gather(() -> LoanJson.read(json.object("loan"), scope, header.currency()));
    Optional<Optional<PriceRules>> price = problems.gather(this::price);
    Optional<List<KnockOut>> knockOuts =
        problems.gather(() -> new KnockOutJson(scope, texts, warnings).read(json));
    Optional<CutOffs> cutOffs = problems.gather(() -> cutOffs(json.object("cutOffs")));
    Optional<LimitRules> limits = problems.gather(() -> limits(inputs));
    List<ReasonText> featureTexts = features.stream()
        .flatMap(
            feature -> problems.gather(() -> texts.feature(scope.schema().field(feature))).stream())
        .toList();
    Optional<ReasonRules> scoreReasons =
        problems.gather(() -> ReasonRulesJson.read(json, texts, fieldNames()));
    Optional<List<SensitiveInput>> sensitive = problems.gather(() -> SensitiveInput.readAll(json));
    Optional<List<Action>> actions = problems.gather(() -> ActionJson.read(json, scope, texts));
    List<String> forbidden = json.optionalTexts("forbiddenInputs");
    problems.throwIfAny();
    texts.finish(features);
    json.optionalTexts("remarks");
    json.finish();
    PolicyRules rules = new PolicyRules(
        scope.schema(),
        inputs,
        gaps.orElseThrow(),
        offer.orElseThrow(),
        price.orElseThrow(),
        knockOuts.orElseThrow(),
        cutOffs.orElseThrow(),
        limits.orElseThrow(),
        LimitWords.texts(limits.orElseThrow(), price.orElseThrow().isPresent(), texts),
        LimitWords.missingTexts(limits.orElseThrow(), texts, scope.schema()),
        scoreReasons.orElseThrow(),
        sensitive.orElseThrow(),
        actions.orElseThrow(),
        featureTexts,
        texts.languages());
    PolicyChecks.check(rules, json, scope);
    InputPermissions.check(rules, features, forbidden, json, scope);
    return rules;
  }

  private Optional<PriceRules> price() {
    int digits = header.currency().getDefaultFractionDigits();
    return json.optionalObject("price")
        .map(price -> PriceJson.read(price, digits, header.jurisdiction(), warnings));
  }

  private LimitRules limits(Map<PolicyInput, String> inputs) {
    int digits = header.currency().getDefaultFractionDigits();
    JsonObject affordability = json.object("affordability");
    AffordabilityRules affordabilityRules =
        AffordabilityJson.read(affordability, digits, levels(inputs, PolicyInput.INCOME_SOURCE));
    checkSourceCuts(affordability, affordabilityRules);
    return LimitJson.read(
        affordabilityRules,
        json.object("limit"),
        scope,
        digits,
        levels(inputs, PolicyInput.PRODUCT),
        texts);
  }

  /** Returns the routing names that conditions may use for fields. */
  private static Map<String, String> aliases(Map<PolicyInput, String> inputs) {
    Map<String, String> aliases = new HashMap<>();
    inputs.forEach((input, field) -> {
      if (input.isRouting()) {
        aliases.put(input.key(), field);
      }
    });
    return aliases;
  }

  /** Some laws forbid to count income for less because of where it comes from. */
  private void checkSourceCuts(JsonObject affordability, AffordabilityRules rules) {
    String place = header.jurisdiction();
    if (rules.income().sourceCuts().isEmpty()) {
      return;
    }
    JsonValue sources = affordability.object("haircut").value("sources");
    if (place.isEmpty()) {
      sources.violation(
          "a haircut by source of income must name its jurisdiction",
          "add the key \"jurisdiction\" to the policy");
    }
    if (header.forbids(PolicyHeader.HAIRCUT_BY_SOURCE)) {
      sources.violation(
          "the jurisdiction " + place + " forbids a haircut by source of income",
          "remove it; how long and how steadily an income was paid may count");
    }
  }

  /**
   * Joins the model's fields and the policy's; a field that both have must be of one kind. Without the
   * model, what a field is derived from cannot be checked yet.
   */
  private static Schema union(Schema modelSchema, JsonObject json, boolean withoutModel) {
    List<Field> fields = new ArrayList<>(modelSchema.fields());
    for (JsonObject declared : json.optionalObjects("fields")) {
      Field read = SchemaJson.readField(declared);
      boolean isDerived = read.source() instanceof FieldSource.Derived;
      Field field = withoutModel && isDerived ? read.withSource(FieldSource.INPUT) : read;
      if (!modelSchema.has(field.name())) {
        fields.add(field);
      } else if (modelSchema.field(field.name()).kind() != field.kind()) {
        declared.violation(
            "the model has the field " + field.name() + " as another kind",
            field.kind() + " instead of " + modelSchema.field(field.name()).kind(),
            "declare it as the model does, or leave it out");
      }
    }
    return json.build(() -> FeatureCatalog.completeStandard(
        Schema.of(modelSchema.target(), modelSchema.missingTokens(), fields)));
  }

  private Map<PolicyInput, String> inputs(JsonObject inputs) {
    Map<PolicyInput, String> fields = new EnumMap<>(PolicyInput.class);
    for (PolicyInput input : PolicyInput.values()) {
      inputs
          .optionalValue(input.key())
          .flatMap(value -> problems.gather(() -> field(value, input)))
          .ifPresent(field -> fields.put(input, field));
    }
    inputs.finish();
    return fields;
  }

  private String field(JsonValue value, PolicyInput input) {
    String name = value.text();
    if (scope.isOpen() && !scope.schema().has(name)) {
      return name;
    }
    if (!scope.schema().has(name)) {
      List<String> known = scope.schema().fields().stream().map(Field::name).toList();
      throw broken(
          value.place(), "there is no field \"" + name + "\"", "", NearestName.remedy(name, known));
    }
    Field field = scope.schema().field(name);
    if (field.kind() != input.kind()) {
      value.violation("the input " + input.key() + " needs a field of kind " + input.kind(), "");
    }
    return name;
  }

  /** Returns the names of all fields; empty where the model is not known. */
  private List<String> fieldNames() {
    return scope.isOpen()
        ? List.of()
        : scope.schema().fields().stream().map(Field::name).toList();
  }

  private List<String> levels(Map<PolicyInput, String> inputs, PolicyInput input) {
    String field = inputs.get(input);
    return field == null || !scope.schema().has(field)
        ? List.of()
        : scope.schema().field(field).rules().levels();
  }

  private List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (JsonValue gap :
        json.optionalValue("affordabilityGaps").map(JsonValue::list).orElse(List.of())) {
      if (!KNOWN_GAPS.contains(gap.text())) {
        gap.violation("a gap must be one of " + String.join(", ", KNOWN_GAPS), "");
      }
      gaps.add(gap.text());
    }
    return gaps;
  }

  private CutOffs cutOffs(JsonObject cutOffs) {
    JsonObject grades = cutOffs.object("grades");
    List<Outcome> byGrade = new ArrayList<>();
    List<String> names = scope.isOpen() ? grades.keys() : scope.grades();
    for (String grade : names) {
      byGrade.add(cutOff(grades.value(grade)));
    }
    grades.finish();
    List<CutOffs.ScoreCutOff> byScore = new ArrayList<>();
    for (JsonObject score : cutOffs.optionalObjects("scores")) {
      byScore.add(new CutOffs.ScoreCutOff(score.whole("below"), cutOff(score.value("outcome"))));
      score.finish();
    }
    cutOffs.finish();
    return cutOffs.build(() -> new CutOffs(byGrade, byScore));
  }

  private static Outcome cutOff(JsonValue value) {
    Outcome outcome = value.choice(Outcome.class);
    if (outcome != Outcome.APPROVE && outcome != Outcome.REFER && outcome != Outcome.DECLINE) {
      value.violation("a cut-off must be one of APPROVE, REFER, DECLINE", "");
    }
    return outcome;
  }

  private static InvalidInputException broken(
      String place, String rule, String received, String remedy) {
    return new InvalidInputException(new Violation(place, rule, received, remedy));
  }
}
