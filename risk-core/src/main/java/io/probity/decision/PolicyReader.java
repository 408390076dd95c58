package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.feature.FeatureCatalog;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.lending.AnnualRate;
import io.probity.lending.LoanKind;
import io.probity.lending.RateKind;
import io.probity.lending.Share;
import io.probity.limit.LimitJson;
import io.probity.limit.LimitRules;
import io.probity.limit.OnMissing;
import io.probity.model.MasterScale;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SchemaJson;
import io.probity.schema.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON form of policies, with or without the model that they are for. */
final class PolicyReader {

  private static final int FORMAT = 1;
  private static final List<String> KNOWN_GAPS =
      List.of("netIncome", "verifiedIncome", "debtService", "livingCosts");

  private final JsonObject json;
  private final CreditPolicy.Header header;
  private final ConditionScope scope;
  private final List<String> warnings = new ArrayList<>();

  private PolicyReader(JsonObject json, Schema modelSchema, Optional<MasterScale> grades) {
    this.json = json;
    this.header = readHeader(json);
    Schema schema = union(modelSchema, json, grades.isEmpty());
    this.scope = grades.isPresent()
        ? ConditionScope.of(
            schema, grades.get().grades().stream().map(MasterScale.Grade::name).toList())
        : ConditionScope.open(schema);
  }

  static PolicyReader withoutModel(JsonObject json) {
    return new PolicyReader(
        json, Schema.of(Optional.empty(), Set.of(), List.of()), Optional.empty());
  }

  static PolicyReader withModel(JsonObject json, RiskModel model) {
    return new PolicyReader(json, model.schema(), Optional.of(model.grades()));
  }

  CreditPolicy.Header header() {
    return header;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  PolicyRules read() {
    Map<PolicyInput, String> inputs = inputs(json.object("inputs"));
    List<String> gaps = gaps();
    LoanOffer offer = offer(json.object("loan"));
    List<KnockOut> knockOuts = knockOuts();
    CutOffs cutOffs = cutOffs(json.object("cutOffs"));
    LimitRules limits = LimitJson.read(
        json.object("affordability"),
        json.object("limit"),
        scope,
        header.currency().getDefaultFractionDigits(),
        products(inputs));
    json.finish();
    PolicyRules rules =
        new PolicyRules(scope.schema(), inputs, gaps, offer, knockOuts, cutOffs, limits);
    checkInputs(rules);
    if (!scope.isOpen()) {
      checkGrades(rules);
    }
    return rules;
  }

  private static CreditPolicy.Header readHeader(JsonObject json) {
    int format = json.whole("format");
    if (format != FORMAT) {
      json.value("format").violation("this library reads policies of format " + FORMAT, "");
    }
    String id = json.text("id");
    String version = json.text("version");
    JsonValue code = json.value("currency");
    Currency currency = code.build(() -> Currency.getInstance(code.text()));
    LocalDate from = json.nullableDate("effectiveFrom");
    LocalDate to = json.nullableDate("effectiveTo");
    if (from != null && to != null && to.isBefore(from)) {
      json.value("effectiveTo").violation("a policy cannot end before it begins on " + from, "");
    }
    return new CreditPolicy.Header(id, version, currency, from, to);
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
      inputs.optionalValue(input.key()).ifPresent(value -> fields.put(input, field(value, input)));
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

  private List<String> products(Map<PolicyInput, String> inputs) {
    String product = inputs.get(PolicyInput.PRODUCT);
    return product == null || !scope.schema().has(product)
        ? List.of()
        : scope.schema().field(product).rules().levels();
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

  private static LoanOffer offer(JsonObject loan) {
    LoanKind kind = loan.choice("kind", LoanKind.class);
    JsonObject rate = loan.object("annualRate");
    RateKind rateKind = rate.choice("kind", RateKind.class);
    double value = rate.number("value");
    rate.finish();
    AnnualRate annualRate = rate.build(() -> new AnnualRate(value, rateKind));
    Share minimumShare = loan.nullableValue("minimumShare")
        .map(share -> share.build(() -> Share.of(share.decimal())))
        .orElse(Share.NONE);
    loan.finish();
    return rate.build(() -> new LoanOffer(kind, annualRate, minimumShare));
  }

  private List<KnockOut> knockOuts() {
    List<KnockOut> knockOuts = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (JsonObject rule : json.optionalObjects("knockOuts")) {
      KnockOut knockOut = knockOut(rule);
      if (!codes.add(knockOut.code())) {
        rule.value("code").violation("a rule needs a code of its own", "choose another");
      }
      if (knockOut.onMissing() == OnMissing.SKIP) {
        warnings.add(rule.place()
            + ": "
            + knockOut.code()
            + " is skipped when a value is missing, so an applicant who withholds it passes");
      }
      knockOuts.add(knockOut);
    }
    return knockOuts;
  }

  private KnockOut knockOut(JsonObject rule) {
    String code = rule.text("code");
    Condition when = Condition.read(rule.object("when"), scope);
    Outcome outcome = rule.choice("outcome", Outcome.class);
    OnMissing onMissing = rule.choice("onMissing", OnMissing.class, OnMissing.REFER);
    Optional<JsonObject> texts = rule.optionalObject("texts");
    Texts internal = texts.map(t -> texts(t, "internal")).orElse(Texts.NONE);
    Texts customer = texts.map(t -> texts(t, "customer")).orElse(Texts.NONE);
    texts.ifPresent(JsonObject::finish);
    rule.finish();
    return rule.build(() -> new KnockOut(code, when, outcome, onMissing, internal, customer));
  }

  private static Texts texts(JsonObject json, String key) {
    return json.optionalObject(key).map(SchemaJson::readTexts).orElse(Texts.NONE);
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
    if (outcome == Outcome.APPROVE_REDUCED || outcome == Outcome.DEFER) {
      value.violation("a cut-off must be one of APPROVE, REFER, DECLINE", "");
    }
    return outcome;
  }

  private void checkInputs(PolicyRules rules) {
    List<PolicyInput> needed = new ArrayList<>(List.of(PolicyInput.INCOME));
    if (rules.offer().kind() != LoanKind.REVOLVING) {
      needed.add(PolicyInput.AMOUNT);
      needed.add(PolicyInput.TERM_MONTHS);
    }
    if (!rules.gaps().contains("debtService")) {
      needed.add(PolicyInput.DEBT_SERVICE);
    }
    if (!rules.limits().affordability().variationCut().isNone()) {
      needed.add(PolicyInput.INCOME_VARIATION);
    }
    if (!rules.limits().affordability().monthsCut().isNone()) {
      needed.add(PolicyInput.INCOME_MONTHS);
    }
    if (!rules.limits().affordability().zeroMonthsCut().isNone()) {
      needed.add(PolicyInput.ZERO_MONTHS);
    }
    if (rules.limits().affordability().bufferMonths().isPresent()) {
      needed.add(PolicyInput.SAVINGS);
    }
    for (PolicyInput input : needed) {
      if (!rules.inputs().containsKey(input)) {
        json.object("inputs")
            .violation(
                "the policy's rules need the input \"" + input.key() + "\"",
                "",
                "name the field that holds it"
                    + (input == PolicyInput.DEBT_SERVICE
                        ? ", or add \"debtService\" to affordabilityGaps where nobody knows it"
                        : ""));
      }
    }
  }

  /** Every grade that is not declined needs a strategy for every product and income. */
  private void checkGrades(PolicyRules rules) {
    for (int grade = 0; grade < scope.grades().size(); grade++) {
      int position = grade;
      boolean declined = rules.cutOffs().byGrade().get(grade) == Outcome.DECLINE;
      boolean covered =
          rules.limits().bases().stream().anyMatch(base -> base.grades().contains(position));
      if (!declined && !covered) {
        json.object("limit")
            .violation(
                "the grade "
                    + scope.grades().get(grade)
                    + " is not declined and has no cell in the strategy",
                "",
                "add one, or decline the grade");
      }
    }
  }

  private static InvalidInputException broken(
      String place, String rule, String received, String remedy) {
    return new InvalidInputException(new Violation(place, rule, received, remedy));
  }
}
