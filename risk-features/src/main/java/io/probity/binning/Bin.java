package io.probity.binning;

import io.probity.input.DecimalText;
import java.util.List;

/** What one bin of a feature holds. */
public sealed interface Bin {

  /** Returns the bin in words, such as {@code [0.2, 0.5)}, {@code car, home} or {@code missing}. */
  String label();

  /**
   * The numbers from {@code low}, included, to {@code high}, excluded.
   *
   * @param low the lower end, or negative infinity
   * @param high the upper end, or positive infinity
   */
  record Interval(double low, double high) implements Bin {
    @Override
    public String label() {
      if (low == Double.NEGATIVE_INFINITY) {
        return high == Double.POSITIVE_INFINITY ? "all values" : "below " + DecimalText.of(high);
      }
      return high == Double.POSITIVE_INFINITY
          ? DecimalText.of(low) + " and above"
          : "[" + DecimalText.of(low) + ", " + DecimalText.of(high) + ")";
    }
  }

  /**
   * Some levels of a category.
   *
   * @param levels their names
   */
  record Group(List<String> levels) implements Bin {
    private static final int SHOWN = 6;

    /** Copies the names. */
    public Group {
      levels = List.copyOf(levels);
    }

    @Override
    public String label() {
      return levels.size() <= SHOWN
          ? String.join(", ", levels)
          : String.join(", ", levels.subList(0, SHOWN)) + ", … (" + levels.size() + ")";
    }
  }

  /** The missing values. */
  record Missing() implements Bin {
    @Override
    public String label() {
      return "missing";
    }
  }

  /**
   * One special code.
   *
   * @param code its number
   * @param name its name
   */
  record Special(int code, String name) implements Bin {
    @Override
    public String label() {
      return name;
    }
  }
}
