package io.probity.portfolio;

import io.probity.input.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads constraints: {@code {"mostExposure": 5e6, "leastExposure": 1e6, "mostExpectedLoss": 9e4,
 * "shares": [{"segment": "student", "least": 0.05, "most": 0.2}]}}, each key optional.
 */
final class ConstraintsJson {

  private ConstraintsJson() {}

  static PortfolioConstraints read(JsonObject json) {
    OptionalDouble least = amount(json, "leastExposure");
    OptionalDouble most = amount(json, "mostExposure");
    OptionalDouble loss = amount(json, "mostExpectedLoss");
    List<SegmentShare> shares = new ArrayList<>();
    for (JsonObject share : json.optionalObjects("shares")) {
      String segment = share.text("segment");
      double from = share.number("least", 0);
      double to = share.number("most", 1);
      share.finish();
      shares.add(share.build(() -> new SegmentShare(segment, from, to)));
    }
    json.finish();
    return json.build(() -> new PortfolioConstraints(least, most, loss, shares));
  }

  private static OptionalDouble amount(JsonObject json, String key) {
    return json.has(key) ? OptionalDouble.of(json.number(key)) : OptionalDouble.empty();
  }
}
