package io.probity.limit;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.lending.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the affordability part of a policy. */
public final class AffordabilityJson {

  private final MinorUnits units;
  private final List<String> sources;

  private AffordabilityJson(MinorUnits units, List<String> sources) {
    this.units = units;
    this.sources = sources;
  }

  /**
   * Reads the policy's key {@code affordability}.
   *
   * @param sources the levels of the income source, empty where it is not known
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static AffordabilityRules read(JsonObject json, int currencyDigits, List<String> sources) {
    return new AffordabilityJson(MinorUnits.ofDigits(currencyDigits), sources).rules(json);
  }

  private AffordabilityRules rules(JsonObject json) {
    IncomeRules income = income(json);
    JsonObject costs = json.object("livingCosts");
    HouseholdTable living = household(costs);
    Share livingShare = share(costs, "shareOfIncome").orElse(Share.NONE);
    costs.finish();
    HouseholdTable residual = json.optionalObject("minimumResidual")
        .map(this::finishedHousehold)
        .orElse(HouseholdTable.NONE);
    Share incomeStress = share(json, "incomeStress").orElse(Share.NONE);
    double rateStress = json.number("rateStress", 0);
    Optional<Share> dsti = share(json, "maxDsti");
    Optional<Share> pti = share(json, "maxPti");
    Share ofBalance = share(json, "revolvingShareOfBalance").orElse(Share.of("0.05"));
    Share ofLimit = share(json, "revolvingShareOfLimit").orElse(Share.NONE);
    Optional<Integer> buffer = months(json, "savingsMonths");
    Optional<Integer> unemployment = months(json, "unemploymentMonths");
    json.text("remark", "");
    json.finish();
    return json.build(() -> new AffordabilityRules(
        income,
        incomeStress,
        rateStress,
        living,
        livingShare,
        residual,
        dsti,
        pti,
        ofBalance,
        ofLimit,
        buffer,
        unemployment));
  }

  private IncomeRules income(JsonObject json) {
    IncomeBasis basis = json.choice("incomeBasis", IncomeBasis.class, IncomeBasis.MEAN);
    Optional<JsonObject> verified = json.optionalObject("verifiedIncome");
    int minimumMonths = verified.map(v -> v.whole("minimumMonths")).orElse(0);
    Share statedShare = verified.flatMap(v -> share(v, "statedShare")).orElse(Share.of("1"));
    verified.ifPresent(JsonObject::finish);
    Optional<JsonObject> haircut = json.optionalObject("haircut");
    StepTable variation = haircut.map(h -> table(h, "variation")).orElse(StepTable.NONE);
    StepTable months = haircut.map(h -> table(h, "months")).orElse(StepTable.NONE);
    StepTable zeroMonths = haircut.map(h -> table(h, "zeroMonths")).orElse(StepTable.NONE);
    List<Share> sourceCuts =
        haircut.flatMap(h -> h.optionalObject("sources")).map(this::sources).orElse(List.of());
    Share largest = haircut.flatMap(h -> share(h, "largest")).orElse(Share.of("1"));
    haircut.ifPresent(JsonObject::finish);
    return json.build(() -> new IncomeRules(
        basis, variation, months, zeroMonths, sourceCuts, largest, minimumMonths, statedShare));
  }

  /** Reads a cut for each source of income; one that is not named takes none. */
  private List<Share> sources(JsonObject json) {
    List<Share> cuts = new ArrayList<>();
    for (String source : sources) {
      cuts.add(share(json, source).orElse(Share.NONE));
    }
    if (!sources.isEmpty()) {
      for (String key : json.keys()) {
        if (!sources.contains(key)) {
          throw new InvalidInputException(new Violation(
              json.value(key).place(),
              "there is no source of income \"" + key + "\"",
              "",
              NearestName.remedy(key, sources)));
        }
      }
      json.finish();
      return cuts;
    }
    return json.keys().stream().map(key -> share(json.value(key))).toList();
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
    long base =
        json.optionalValue("base").map(value -> MinorUnits.read(value, units)).orElse(0L);
    long perDependant = json.optionalValue("perDependant")
        .map(value -> MinorUnits.read(value, units))
        .orElse(0L);
    return json.build(() -> new HouseholdTable(base, perDependant));
  }

  private HouseholdTable finishedHousehold(JsonObject json) {
    HouseholdTable table = household(json);
    json.finish();
    return table;
  }

  private static Share share(JsonValue value) {
    return value.build(() -> Share.of(value.decimal()));
  }

  private static Optional<Share> share(JsonObject json, String key) {
    return json.nullableValue(key).map(AffordabilityJson::share);
  }

  private static Optional<Integer> months(JsonObject json, String key) {
    return json.optionalValue(key)
        .map(value -> value.build(() -> {
          if (value.whole() < 1) {
            throw new IllegalArgumentException("a number of months must be at least 1");
          }
          return value.whole();
        }));
  }
}
