package io.probity.limit;

import io.probity.input.JsonObject;
import io.probity.lending.AnnualRate;
import io.probity.lending.RateKind;

/** Reads annual rates, which must say whether they are nominal or effective. */
public final class RateJson {

  private RateJson() {}

  /**
   * Reads a rate of a contract or a cap: {@code {"value": 0.36, "kind": "NOMINAL"}}.
   *
   * @throws io.probity.input.InvalidInputException if it is not a fraction from 0 to 10
   */
  public static AnnualRate read(JsonObject json) {
    double value = json.number("value");
    RateKind kind = json.choice("kind", RateKind.class);
    json.finish();
    return json.build(() -> {
      if (!(value >= 0 && value <= AnnualRate.MAX_CONTRACT)) {
        throw new IllegalArgumentException(
            "an annual rate must be a fraction from 0 to 10, not " + value + "; write 18% as 0.18");
      }
      return new AnnualRate(value, kind);
    });
  }
}
