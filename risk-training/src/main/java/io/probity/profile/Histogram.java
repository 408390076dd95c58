package io.probity.profile;

import io.probity.input.DecimalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the pieces of a column that a chart shows. */
final class Histogram {

  private static final int MOST_BARS = 30;
  private static final int MOST_LEVELS = 20;
  private static final double TAIL = 0.01;
  private static final int[] ROUND = {1, 2, 5, 10};

  private Histogram() {}

  static List<FieldProfile.Piece> of(
      SortedMap<Double, OutcomeCounts> numbers,
      Map<Double, OutcomeCounts> codes,
      Map<String, OutcomeCounts> levels,
      boolean isNumber) {
    List<FieldProfile.Piece> pieces = new ArrayList<>();
    if (isNumber) {
      bars(numbers).forEach((from, counts) -> pieces.add(piece(from.toPlainString(), counts)));
      codes.forEach((code, counts) -> pieces.add(piece("= " + DecimalText.of(code), counts)));
    }
    levels.entrySet().stream()
        .sorted(Comparator.<Map.Entry<String, OutcomeCounts>>comparingLong(
            level -> -level.getValue().total()))
        .limit(MOST_LEVELS)
        .forEach(level -> pieces.add(piece(level.getKey(), level.getValue())));
    return pieces;
  }

  private static FieldProfile.Piece piece(String label, OutcomeCounts counts) {
    return new FieldProfile.Piece(label, counts.total(), counts.goods(), counts.bads());
  }

  private static SortedMap<BigDecimal, OutcomeCounts> bars(
      SortedMap<Double, OutcomeCounts> numbers) {
    SortedMap<BigDecimal, OutcomeCounts> bars = new TreeMap<>();
    if (numbers.isEmpty()) {
      return bars;
    }
    long total = numbers.values().stream().mapToLong(OutcomeCounts::total).sum();
    double low = quantile(numbers, total, TAIL);
    double high = quantile(numbers, total, 1 - TAIL);
    BigDecimal width = width(high - low);
    BigDecimal first = floor(low, width);
    BigDecimal last = floor(high, width);
    for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(width)) {
      bars.put(at, new OutcomeCounts());
    }
    numbers.forEach((value, counts) -> {
      BigDecimal bar = floor(value, width).max(first).min(last);
      bars.computeIfAbsent(bar, added -> new OutcomeCounts()).addAll(counts);
    });
    return bars;
  }

  /** Returns the roundest width that needs at most so many bars. */
  private static BigDecimal width(double range) {
    if (!(range > 0)) {
      return BigDecimal.ONE;
    }
    int power = (int) StrictMath.floor(StrictMath.log10(range / MOST_BARS));
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
    for (int round : ROUND) {
      BigDecimal width = unit.multiply(BigDecimal.valueOf(round));
      if (range / width.doubleValue() <= MOST_BARS) {
        return width;
      }
    }
    return unit.multiply(BigDecimal.TEN);
  }

  private static BigDecimal floor(double value, BigDecimal width) {
    BigDecimal floor =
        BigDecimal.valueOf(value).divide(width, 0, RoundingMode.FLOOR).multiply(width);
    return floor.signum() == 0 ? BigDecimal.ZERO : floor.stripTrailingZeros();
  }

  private static double quantile(
      SortedMap<Double, OutcomeCounts> numbers, long total, double share) {
    long rank = (long) ((total - 1) * share);
    long below = 0;
    for (Map.Entry<Double, OutcomeCounts> cell : numbers.entrySet()) {
      below += cell.getValue().total();
      if (below > rank) {
        return cell.getKey();
      }
    }
    return numbers.lastKey();
  }
}
