package io.probity.training.binning;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.SpecialValues;
import io.probity.training.binning.BinningResult.Binned;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Bins one numeric feature. */
final class NumericTraining extends FeatureTraining {

  NumericTraining(Field field, Outcomes outcomes, BinningSettings settings) {
    super(field, outcomes, settings.withTrend(trend(field, settings)));
  }

  private static Trend trend(Field field, BinningSettings settings) {
    return switch (field.rules().direction()) {
      case RISES -> Trend.ASCENDING;
      case FALLS -> Trend.DESCENDING;
      case FREE -> settings.shape().trend();
    };
  }

  BinningResult train(double[] cells) {
    NumericColumn column = NumericColumn.of(field.rules(), cells, outcomes);
    return train(column, (counts, cuts) -> withPeriods(counts, row -> preBinOf(cells[row], cuts)));
  }

  /** Bins values that were counted before, without periods. */
  BinningResult train(NumericColumn column) {
    return train(column, (counts, cuts) -> counts);
  }

  private BinningResult train(
      NumericColumn column, BiFunction<PreBinCounts, double[], PreBinCounts> withPeriods) {
    long otherGoods = column.outside.allGoods();
    long otherBads = column.outside.allBads();
    Optional<NotBinned> refusal =
        refusal(column.infiniteRow, column.allGoods(), column.allBads(), otherGoods, otherBads);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (column.values.length == 1 && otherGoods + otherBads == 0) {
      return refused(Reason.CONSTANT, "is " + column.values[0] + " in every record");
    }
    List<NumericPreBins.Cut> cuts = NumericPreBins.of(column, settings.cuts());
    double[] values = cuts.stream().mapToDouble(NumericPreBins.Cut::value).toArray();
    PreBinCounts counts =
        withPeriods.apply(NumericPreBins.count(column, cuts, outcomes.unit()), values);
    PartitionResult result = OptimalPartition.of(counts, settings);
    if (result instanceof PartitionResult.Conflict conflict) {
      return conflict(conflict);
    }
    return binned(counts, values, (PartitionResult.Partition) result, column.outside);
  }

  private static int preBinOf(double cell, double[] cuts) {
    if (!SpecialValues.isNumber(cell)) {
      return -1;
    }
    int found = Arrays.binarySearch(cuts, cell + 0.0);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private Binned binned(
      PreBinCounts counts,
      double[] values,
      PartitionResult.Partition partition,
      OutsideCounts outside) {
    BinTable table = table(counts, partition, outside);
    double[] cuts =
        partition.cuts().stream().mapToDouble(position -> values[position - 1]).toArray();
    Binning binning =
        Binning.ofNumber(field, cuts, table, assignedWoe(table, partition.bins()), BinOrigin.AUTO);
    return new Binned(binning, partition.trend(), partition.objective(), counts.size());
  }
}
