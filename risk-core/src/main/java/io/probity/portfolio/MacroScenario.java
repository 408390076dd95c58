package io.probity.portfolio;

import io.probity.capital.OneFactor;
import io.probity.decision.DecisionStress;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A macroeconomic scenario: lower incomes, dearer money, and PDs moved by drivers such as
 * unemployment, by the fields that a model reads, and by a quantile of bad times, in this order.
 *
 * <p>A driver adds change x sensitivity to the log-odds of bad of every applicant; the sensitivity is
 * the lender's own, such as the slope of the log-odds of its default rate on the driver. A field
 * changes what the model reads, where the model itself knows of it.
 *
 * @param name its name
 * @param incomeCut the share by which every income is cut, in [0, 1]
 * @param rateRise what is added to contract rates and to the cost of funding, in [0, 10]
 * @param drivers what moves all PDs
 * @param fields what changes of every applicant before the model looks
 * @param adversity the quantile of bad times, in (0, 1); empty for none
 * @param model how loans hang together in bad times
 */
public record MacroScenario(
    String name,
    double incomeCut,
    double rateRise,
    List<Driver> drivers,
    List<FieldChange> fields,
    OptionalDouble adversity,
    OneFactor model) {

  private static final double CORRELATION = 0.04;
  private static final double FARTHEST = 20.0;

  /**
   * A figure of the economy.
   *
   * @param name its name, such as unemployment
   * @param change how far it moves, in its own unit
   * @param logOddsPerUnit what one unit adds to the log-odds of bad
   */
  public record Driver(String name, double change, double logOddsPerUnit) {

    /** Checks the figures. */
    public Driver {
      if (!(Math.abs(change * logOddsPerUnit) <= FARTHEST)) {
        throw new IllegalArgumentException(
            "the driver \"" + name + "\" must move the log-odds by at" + " most " + FARTHEST
                + ", not by " + change + " x " + logOddsPerUnit);
      }
    }
  }

  /**
   * A change of a number that applicants bring: value x times + add. A missing value stays missing.
   *
   * @param name the field
   * @param times the factor
   * @param add what is added
   */
  public record FieldChange(String name, double times, double add) {

    /** Checks the figures. */
    public FieldChange {
      if (!(Math.abs(times) <= Double.MAX_VALUE && Math.abs(add) <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("the change of the field \"" + name
            + "\" needs finite numbers, not x " + times + " + " + add);
      }
    }
  }

  /** Checks the ranges. */
  public MacroScenario {
    drivers = List.copyOf(drivers);
    fields = List.copyOf(fields);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a scenario needs a name, not \"" + name + "\"");
    }
    if (adversity.isPresent() && !(adversity.getAsDouble() > 0 && adversity.getAsDouble() < 1)) {
      throw new IllegalArgumentException("the adversity must lie in (0, 1), not "
          + adversity.getAsDouble() + "; 0.99 is 1 year in 100");
    }
    DecisionStress checked = new DecisionStress(incomeCut, rateRise, Optional.empty());
    incomeCut = checked.incomeCut();
    rateRise = checked.rateRise();
  }

  /** Returns a scenario without drivers and fields. */
  public static MacroScenario of(
      String name, double incomeCut, double rateRise, OptionalDouble adversity, OneFactor model) {
    return new MacroScenario(name, incomeCut, rateRise, List.of(), List.of(), adversity, model);
  }

  /**
   * Loads scenarios: {@code {"scenarios": [{"name": "severe", "incomeCut": 0.1, "rateRise": 0.02,
   * "drivers": [{"name": "unemployment", "change": 4, "logOddsPerUnit": 0.12}], "fields": [{"name":
   * "inquiries", "times": 1.5, "add": 1}], "adversity": 0.99, "correlation": 0.04}]}}. All but the
   * name is optional.
   *
   * @return at least one, each of another name
   * @throws io.probity.input.InvalidInputException naming the JSON path of what is wrong
   */
  public static List<MacroScenario> load(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] json = in.readNBytes(JsonLimits.FILE.bytes() + 1);
      String place = String.valueOf(path.getFileName());
      JsonObject root = JsonObject.parse(json, place, JsonLimits.FILE);
      List<JsonObject> parts = root.objects("scenarios");
      root.finish();
      List<MacroScenario> all = parts.stream().map(MacroScenario::read).toList();
      if (all.isEmpty()) {
        root.violation("there is no scenario", "", "add one");
      }
      for (int i = 0; i < all.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (all.get(i).name().equals(all.get(j).name())) {
            parts.get(i).violation("two scenarios have one name", all.get(i).name(), "rename one");
          }
        }
      }
      return all;
    }
  }

  private static MacroScenario read(JsonObject json) {
    String name = json.text("name");
    double cut = json.number("incomeCut", 0);
    double rise = json.number("rateRise", 0);
    List<Driver> drivers =
        json.optionalObjects("drivers").stream().map(MacroScenario::driver).toList();
    List<FieldChange> fields =
        json.optionalObjects("fields").stream().map(MacroScenario::field).toList();
    OptionalDouble adversity = json.has("adversity")
        ? OptionalDouble.of(json.number("adversity"))
        : OptionalDouble.empty();
    double correlation = json.number("correlation", CORRELATION);
    json.finish();
    return json.build(() ->
        new MacroScenario(name, cut, rise, drivers, fields, adversity, new OneFactor(correlation)));
  }

  private static Driver driver(JsonObject json) {
    String name = json.text("name");
    double change = json.number("change");
    double sensitivity = json.number("logOddsPerUnit");
    json.finish();
    return json.build(() -> new Driver(name, change, sensitivity));
  }

  private static FieldChange field(JsonObject json) {
    String name = json.text("name");
    double times = json.number("times", 1);
    double add = json.number("add", 0);
    json.finish();
    return json.build(() -> new FieldChange(name, times, add));
  }

  /** Returns what an engine needs to decide in this scenario. */
  public DecisionStress stress() {
    boolean movesPds = adversity.isPresent() || !drivers.isEmpty();
    return new DecisionStress(
        incomeCut, rateRise, movesPds ? Optional.of(pdInScenario()) : Optional.empty());
  }

  private DoubleUnaryOperator pdInScenario() {
    double shift = 0.0;
    for (Driver driver : drivers) {
      shift += driver.change() * driver.logOddsPerUnit();
    }
    double moved = shift;
    return pd -> {
      double shifted = moved == 0 ? pd : shifted(pd, moved);
      return adversity.isPresent()
          ? model.conditionalPd(shifted, adversity.getAsDouble())
          : shifted;
    };
  }

  private static double shifted(double pd, double logOdds) {
    double odds = StrictMath.log(pd) - StrictMath.log1p(-pd) + logOdds;
    return 1 / (1 + StrictMath.exp(-odds));
  }

  /** Returns what an applicant brings, changed. */
  public Map<String, Object> changed(Map<String, Object> applicant) {
    if (fields.isEmpty()) {
      return applicant;
    }
    Map<String, Object> changed = new HashMap<>(applicant);
    for (FieldChange change : fields) {
      if (changed.get(change.name()) instanceof Double value) {
        changed.put(change.name(), value * change.times() + change.add());
      }
    }
    return changed;
  }
}
