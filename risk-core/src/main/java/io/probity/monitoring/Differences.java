package io.probity.monitoring;

import io.probity.input.DecimalText;
import io.probity.monitoring.SemanticDiff.Difference;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects what two sides say differently. Not safe for several threads. */
final class Differences {

  /** What a side says that says nothing. */
  static final String NOTHING = "-";

  private static final int SHOWN = 6;
  private static final MathContext DIGITS = new MathContext(6);
  private static final int DECIMALS = 9;

  private final List<Difference> found = new ArrayList<>();

  List<Difference> found() {
    return List.copyOf(found);
  }

  void add(String place, String first, String second) {
    found.add(new Difference(place, first, second));
  }

  /** Adds two texts unless they are equal. */
  void compare(String place, String first, String second) {
    if (!first.equals(second)) {
      add(place, first, second);
    }
  }

  /** Adds two whole numbers unless they are equal. */
  void compare(String place, long first, long second) {
    compare(place, Long.toString(first), Long.toString(second));
  }

  /** Adds two numbers unless they are equal to the bit; with all digits where six do not tell. */
  void compare(String place, double first, double second) {
    if (Double.compare(first, second) != 0) {
      boolean isTold = !number(first).equals(number(second));
      add(
          place,
          isTold ? number(first) : DecimalText.of(first),
          isTold ? number(second) : DecimalText.of(second));
    }
  }

  /** Adds what only one of two sets has, at most a few of each, with their number. */
  <T> void compareSets(String place, Set<T> first, Set<T> second, Function<T, String> text) {
    Set<T> onlyFirst = new LinkedHashSet<>(first);
    onlyFirst.removeAll(second);
    Set<T> onlySecond = new LinkedHashSet<>(second);
    onlySecond.removeAll(first);
    if (!onlyFirst.isEmpty() || !onlySecond.isEmpty()) {
      add(place, only(onlyFirst, first.size(), text), only(onlySecond, second.size(), text));
    }
  }

  private static <T> String only(Set<T> only, int all, Function<T, String> text) {
    if (only.isEmpty()) {
      return "none of " + all + " of its own";
    }
    String shown = String.join(", ", only.stream().limit(SHOWN).map(text).toList());
    return only.size() + " of " + all + " of its own: " + shown
        + (only.size() > SHOWN ? ", …" : "");
  }

  /** Returns a number with six significant digits, and at most nine decimals. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    BigDecimal shown =
        rounded.scale() > DECIMALS ? rounded.setScale(DECIMALS, RoundingMode.HALF_EVEN) : rounded;
    return shown.stripTrailingZeros().toPlainString();
  }

  /** Returns a share in percent with one decimal. */
  static String percent(double share) {
    return BigDecimal.valueOf(Math.round(share * 1000), 1).toPlainString() + "%";
  }
}
