package io.probity.report.html;

import io.probity.input.JsonText;
import io.probity.validation.ScoredSample;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The weight of goods and bads and their PDs at each score, from the lowest score.
 *
 * @param cells what is known of each score
 */
record ScoreCounts(SortedMap<Integer, Sums> cells) {

  /**
   * Sums over the records of one score.
   *
   * @param goods the weight of the goods
   * @param bads the weight of the bads
   * @param expected the weighted sum of the PDs
   */
  record Sums(double goods, double bads, double expected) {

    Sums plus(Sums other) {
      return new Sums(goods + other.goods, bads + other.bads, expected + other.expected);
    }
  }

  static ScoreCounts of(ScoredSample sample) {
    SortedMap<Integer, Sums> cells = new TreeMap<>();
    for (int row = 0; row < sample.rows(); row++) {
      double weight = sample.weight(row);
      boolean bad = sample.isBad(row);
      Sums one = new Sums(bad ? 0.0 : weight, bad ? weight : 0.0, weight * sample.pd(row));
      cells.merge(sample.score(row), one, Sums::plus);
    }
    return new ScoreCounts(cells);
  }

  /** Returns the highest score that leaves at most this share of the records below it. */
  int scoreAbove(double share) {
    double all =
        cells.values().stream().mapToDouble(sums -> sums.goods() + sums.bads()).sum();
    double below = 0.0;
    int found = cells.firstKey();
    for (var cell : cells.entrySet()) {
      if (below > share * all) {
        return found;
      }
      found = cell.getKey();
      below += cell.getValue().goods() + cell.getValue().bads();
    }
    return found;
  }

  void write(JsonText out) {
    out.put("scores", cells.keySet().stream().mapToInt(Integer::intValue).toArray());
    out.put("goods", each(Sums::goods));
    out.put("bads", each(Sums::bads));
    out.put("expected", each(Sums::expected));
  }

  private double[] each(ToDoubleFunction<Sums> figure) {
    Collection<Sums> sums = cells.values();
    return sums.stream().mapToDouble(figure).toArray();
  }
}
