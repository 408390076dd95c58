package io.probity.limit;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads how customers behave: {@code {"acceptance": [[0.1, 0.9], [0.3, 0.2]], "utilisation": [[0, 0.8]],
 * "prepaidMonthly": 0.01}}, each optional. Acceptance by the nominal rate, utilisation by the amount.
 */
public final class BehaviourJson {

  private BehaviourJson() {}

  /**
   * Loads a file.
   *
   * @param currencyDigits the decimals of the currency of amounts
   * @throws io.probity.input.InvalidInputException naming the JSON path of what is wrong
   */
  public static OfferValue.Behaviour load(Path path, int currencyDigits) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(JsonLimits.FILE.bytes() + 1);
      String place = String.valueOf(path.getFileName());
      JsonObject json = JsonObject.parse(bytes, place, JsonLimits.FILE);
      Curve acceptance = curve(json, "acceptance", 1);
      Curve utilisation = curve(json, "utilisation", StrictMath.pow(10, currencyDigits));
      double prepaid = json.number("prepaidMonthly", 0);
      json.finish();
      return json.build(() -> new OfferValue.Behaviour(acceptance, utilisation, prepaid));
    }
  }

  private static Curve curve(JsonObject json, String key, double scale) {
    if (!json.has(key)) {
      return Curve.level(1);
    }
    JsonValue knots = json.value(key);
    List<double[]> points = knots.list().stream().map(JsonValue::numbers).toList();
    return knots.build(() -> new Curve(points.stream()
        .map(point -> {
          if (point.length != 2) {
            throw new IllegalArgumentException("a knot needs two numbers, x and share");
          }
          return new Curve.Knot(point[0] * scale, point[1]);
        })
        .toList()));
  }
}
