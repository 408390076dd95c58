package io.probity.limit;

import io.probity.capital.RetailClass;
import io.probity.explain.RuleSource;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.lending.AnnualRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the price part of a policy. */
public final class PriceJson {

  private static final double BASIS_POINT = 0.0001;
  private static final double LEVEL = 1.0;

  private PriceJson() {}

  /**
   * Reads price rules. A cap holds if its jurisdiction is that of the policy, or one that it belongs
   * to: {@code US} and {@code US-IL} hold in {@code US-IL}, {@code US-NY} does not.
   *
   * @param price the policy's key {@code price}
   * @param jurisdiction that of the policy; empty where it does not say
   * @param warnings takes what deserves a second look
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static PriceRules read(
      JsonObject price, int currencyDigits, String jurisdiction, List<String> warnings) {
    AnnualRate funding = RateJson.read(price.object("funding"));
    MinorUnits units = MinorUnits.ofDigits(currencyDigits);
    long yearlyCost = price
        .optionalValue("yearlyCost")
        .map(value -> MinorUnits.read(value, units))
        .orElse(0L);
    double lgd = price.number("lgd");
    double ead = price.number("exposureAtDefault", LEVEL);
    JsonObject capital = price.object("capital");
    Optional<RetailClass> kind = capital.has("class")
        ? Optional.of(capital.choice("class", RetailClass.class))
        : Optional.empty();
    double share = kind.isPresent() ? capital.number("share", 0) : capital.number("share");
    double hurdle = capital.number("hurdle");
    capital.finish();
    double step = price.number("rateStep", BASIS_POINT);
    List<RateCap> caps = caps(price, jurisdiction, warnings);
    RuleSource.readNotes(price);
    price.finish();
    return price.build(
        () -> new PriceRules(funding, yearlyCost, lgd, ead, share, kind, hurdle, step, caps));
  }

  private static List<RateCap> caps(JsonObject price, String jurisdiction, List<String> warnings) {
    List<RateCap> caps = new ArrayList<>();
    List<JsonObject> stated = price.optionalObjects("caps");
    for (JsonObject json : stated) {
      RateCap cap = new RateCap(json.text("jurisdiction"), RateJson.read(json.object("maximum")));
      RuleSource.readNotes(json);
      json.finish();
      if (jurisdiction.isEmpty()) {
        json.violation(
            "a cap of rates belongs to a jurisdiction, and the policy names none",
            cap.jurisdiction(),
            "add the key \"jurisdiction\" to the policy");
      }
      if (cap.holdsIn(jurisdiction)) {
        caps.add(cap);
      }
    }
    if (!stated.isEmpty() && caps.isEmpty()) {
      warnings.add("no cap of the price is of the policy's jurisdiction, " + jurisdiction);
    }
    return caps;
  }
}
