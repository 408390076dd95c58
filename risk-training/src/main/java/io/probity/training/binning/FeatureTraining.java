package io.probity.training.binning;

import io.probity.binning.BinTable;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** What binning a number and binning a category have in common. */
abstract class FeatureTraining {

  final Field field;
  final Outcomes outcomes;
  final BinningSettings settings;

  FeatureTraining(Field field, Outcomes outcomes, BinningSettings settings) {
    this.field = field;
    this.outcomes = outcomes;
    this.settings = settings;
  }

  NotBinned refused(Reason reason, String message) {
    return new NotBinned(field, reason, field.name() + " " + message);
  }

  /** Returns why no value can be binned, looking at the counts alone. */
  Optional<NotBinned> refusal(
      int infiniteRow, long goods, long bads, long otherGoods, long otherBads) {
    if (infiniteRow >= 0) {
      return Optional.of(refused(
          Reason.INFINITE_VALUE,
          "is infinite in record " + infiniteRow + "; make it missing or give it a special code"));
    }
    if (goods + bads == 0) {
      String what = field.kind() == FieldKind.CATEGORY ? "level of its schema" : "value";
      return Optional.of(refused(
          Reason.NO_VALUES, "has no " + what + " in any of " + outcomes.rows() + " records"));
    }
    if (goods + otherGoods == 0 || bads + otherBads == 0) {
      return Optional.of(refused(
          Reason.ONE_CLASS,
          "cannot be binned: all records are " + (goods + otherGoods == 0 ? "bad" : "good")));
    }
    if (goods == 0 || bads == 0) {
      return Optional.of(refused(
          Reason.ONE_CLASS,
          "holds a value only where the record is " + (goods == 0 ? "bad" : "good")));
    }
    return Optional.empty();
  }

  NotBinned conflict(PartitionResult.Conflict conflict) {
    String rules = conflict.rules().stream()
        .map(rule -> rule.describe(settings))
        .collect(Collectors.joining(" and "));
    return refused(Reason.RULES_CONFLICT, "has no bins with " + rules + "; relax a rule");
  }

  /** Returns the counts with those of each period, where stability in time is asked for. */
  PreBinCounts withPeriods(PreBinCounts counts, IntUnaryOperator preBinOfRow) {
    if (settings.neighbours().stableShare() == 0 || outcomes.periods() == 0) {
      return counts;
    }
    long[][] goods = new long[outcomes.periods()][counts.size()];
    long[][] bads = new long[outcomes.periods()][counts.size()];
    for (int row = 0; row < outcomes.rows(); row++) {
      int preBin = preBinOfRow.applyAsInt(row);
      if (preBin >= 0) {
        long[][] side = outcomes.isBad(row) ? bads : goods;
        side[outcomes.period(row)][preBin] += outcomes.units(row);
      }
    }
    return counts.withPeriods(goods, bads);
  }

  /** Returns the table of the value bins of a partition, and of the missing and special bins. */
  BinTable table(PreBinCounts counts, PartitionResult.Partition partition, OutsideCounts outside) {
    int valueBins = partition.bins();
    long[] goods = new long[valueBins + outside.goods.length];
    long[] bads = new long[goods.length];
    for (int preBin = 0; preBin < counts.size(); preBin++) {
      int bin = partition.binOf(preBin);
      goods[bin] += counts.goods(preBin);
      bads[bin] += counts.bads(preBin);
    }
    System.arraycopy(outside.goods, 0, goods, valueBins, outside.goods.length);
    System.arraycopy(outside.bads, 0, bads, valueBins, outside.bads.length);
    return BinTable.of(records(goods), records(bads), settings.zeroCells());
  }

  double[] assignedWoe(BinTable table, int valueBins) {
    return AssignedWoe.of(table, valueBins, settings.outside(), field.rules().untrained());
  }

  private double[] records(long[] units) {
    double[] records = new double[units.length];
    for (int i = 0; i < units.length; i++) {
      records[i] = units[i] * outcomes.unit();
    }
    return records;
  }
}
