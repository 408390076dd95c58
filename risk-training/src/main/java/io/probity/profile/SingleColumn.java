package io.probity.profile;

import io.probity.binning.BinTable;
import io.probity.binning.ZeroCellRule;
import io.probity.metrics.Auc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** How well a single column tells bads from goods. */
final class SingleColumn {

  private static final int TWENTIETHS = 20;

  private SingleColumn() {}

  /**
   * Judges numbers.
   *
   * @param numbers by rising value
   * @param apart the records of each code and of missing values
   */
  static FieldProfile.Power ofNumbers(
      SortedMap<Double, OutcomeCounts> numbers, Collection<OutcomeCounts> apart) {
    List<OutcomeCounts> bins = new ArrayList<>(twentieths(numbers.values()));
    bins.addAll(apart);
    return new FieldProfile.Power(auc(numbers.values()), informationValue(bins));
  }

  /** Judges the levels of a category. */
  static FieldProfile.Power ofLevels(Map<String, OutcomeCounts> levels, OutcomeCounts missing) {
    List<OutcomeCounts> byRate = new ArrayList<>(levels.values());
    byRate.sort(Comparator.comparingDouble(SingleColumn::badRate));
    List<OutcomeCounts> bins = new ArrayList<>(byRate);
    bins.add(missing);
    return new FieldProfile.Power(auc(byRate), informationValue(bins));
  }

  private static double badRate(OutcomeCounts counts) {
    long known = counts.goods() + counts.bads();
    return known == 0 ? 0.0 : (double) counts.bads() / known;
  }

  private static Optional<Double> auc(Collection<OutcomeCounts> rising) {
    double concordant = 0;
    double tied = 0;
    double discordant = 0;
    double goodsBelow = 0;
    double badsBelow = 0;
    for (OutcomeCounts cell : rising) {
      concordant += cell.bads() * goodsBelow;
      tied += (double) cell.bads() * cell.goods();
      discordant += cell.goods() * badsBelow;
      goodsBelow += cell.goods();
      badsBelow += cell.bads();
    }
    if (goodsBelow == 0 || badsBelow == 0) {
      return Optional.empty();
    }
    double auc = new Auc(concordant, tied, discordant).value();
    return Optional.of(Math.max(auc, 1 - auc));
  }

  /** Joins cells to twenty bins of about as many records, or fewer where cells are large. */
  private static List<OutcomeCounts> twentieths(Collection<OutcomeCounts> cells) {
    long total = cells.stream().mapToLong(OutcomeCounts::total).sum();
    List<OutcomeCounts> bins = new ArrayList<>();
    OutcomeCounts open = new OutcomeCounts();
    long closed = 0;
    for (OutcomeCounts cell : cells) {
      open.addAll(cell);
      if ((double) (closed + open.total()) * TWENTIETHS >= (double) total * (bins.size() + 1)) {
        bins.add(open);
        closed += open.total();
        open = new OutcomeCounts();
      }
    }
    if (open.total() > 0) {
      bins.add(open);
    }
    return bins;
  }

  private static double informationValue(List<OutcomeCounts> bins) {
    List<OutcomeCounts> known =
        bins.stream().filter(bin -> bin.goods() + bin.bads() > 0).toList();
    return BinTable.of(
            known.stream().mapToDouble(OutcomeCounts::goods).toArray(),
            known.stream().mapToDouble(OutcomeCounts::bads).toArray(),
            ZeroCellRule.HALF_IN_ZERO_BINS)
        .informationValue();
  }
}
