package io.probity.training.binning;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.UnseenRule;
import io.probity.training.binning.BinningResult.Binned;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Bins one category. */
final class CategoryTraining extends FeatureTraining {

  CategoryTraining(Field field, Outcomes outcomes, BinningSettings settings) {
    super(field, outcomes, settings.withTrend(Trend.ASCENDING));
  }

  BinningResult train(double[] cells) {
    CategoryColumn column = new CategoryColumn(field.rules(), cells, outcomes);
    return train(
        column, (counts, preBins) -> withPeriods(counts, row -> preBinOf(cells[row], preBins)));
  }

  /** Bins levels that were counted before, without periods. */
  BinningResult train(CategoryColumn column) {
    return train(column, (counts, preBins) -> counts);
  }

  private BinningResult train(
      CategoryColumn column, BiFunction<PreBinCounts, CategoryPreBins, PreBinCounts> withPeriods) {
    long otherGoods = column.outside.allGoods() + column.unseenGoods;
    long otherBads = column.outside.allBads() + column.unseenBads;
    Optional<NotBinned> refusal =
        refusal(column.infiniteRow, column.levelGoods(), column.levelBads(), otherGoods, otherBads);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    CategoryRules rules = settings.categories();
    LevelBlocks blocks = new LevelBlocks(field.rules(), column, rules, outcomes.unit());
    if (blocks.size() == 1 && blocks.rareLevels() > 1) {
      return refused(
          Reason.ALL_LEVELS_RARE,
          "has "
              + blocks.rareLevels()
              + " levels, each with less than a share of "
              + rules.rareShare()
              + " of the records; group them or lower that share");
    }
    if (column.levelsWithRecords() == 1 && otherGoods + otherBads == 0) {
      return refused(Reason.CONSTANT, "has one level only");
    }
    CategoryPreBins preBins = CategoryPreBins.of(
        blocks, settings.cuts().maxPreBins(), rules.priorRecords() / outcomes.unit());
    PreBinCounts counts = withPeriods.apply(preBins.count(column, outcomes.unit()), preBins);
    PartitionResult result = OptimalPartition.of(counts, settings);
    if (result instanceof PartitionResult.Conflict conflict) {
      return conflict(conflict);
    }
    return binned(column, preBins, counts, (PartitionResult.Partition) result);
  }

  private int preBinOf(double cell, CategoryPreBins preBins) {
    return CategoryColumn.isKnown(cell, field.rules().levels().size())
        ? preBins.preBinOf((int) cell)
        : CategoryPreBins.NONE;
  }

  private Binned binned(
      CategoryColumn column,
      CategoryPreBins preBins,
      PreBinCounts counts,
      PartitionResult.Partition partition) {
    int valueBins = partition.bins();
    BinTable known = table(counts, partition, column.outside);
    int unseenBin = unseenBin(known, partition, preBins);
    BinTable table = withUnseen(known, unseenBin, column);
    Binning binning = Binning.ofCategory(
        field,
        groups(partition, preBins),
        unseenBin,
        table,
        assignedWoe(table, valueBins),
        BinOrigin.AUTO);
    return new Binned(binning, partition.trend(), partition.objective(), counts.size());
  }

  private List<List<String>> groups(PartitionResult.Partition partition, CategoryPreBins preBins) {
    List<List<String>> groups = new ArrayList<>();
    for (int bin = 0; bin < partition.bins(); bin++) {
      groups.add(new ArrayList<>());
    }
    List<String> levels = field.rules().levels();
    for (int level = 0; level < levels.size(); level++) {
      int preBin = preBins.preBinOf(level);
      if (preBin != CategoryPreBins.NONE) {
        groups.get(partition.binOf(preBin)).add(levels.get(level));
      }
    }
    return groups;
  }

  private int unseenBin(
      BinTable table, PartitionResult.Partition partition, CategoryPreBins preBins) {
    UnseenRule rule = field.rules().unseen();
    if (rule == UnseenRule.MISSING) {
      return partition.bins();
    }
    if (rule == UnseenRule.OTHER && preBins.rarePreBin() != CategoryPreBins.NONE) {
      return partition.binOf(preBins.rarePreBin());
    }
    double[] woe = assignedWoe(table, partition.bins());
    int worst = 0;
    for (int bin = 1; bin < woe.length; bin++) {
      worst = woe[bin] < woe[worst] ? bin : worst;
    }
    return worst;
  }

  private BinTable withUnseen(BinTable table, int unseenBin, CategoryColumn column) {
    double[] goods = new double[table.bins()];
    double[] bads = new double[table.bins()];
    for (int bin = 0; bin < goods.length; bin++) {
      goods[bin] = table.goods(bin);
      bads[bin] = table.bads(bin);
    }
    goods[unseenBin] += column.unseenGoods * outcomes.unit();
    bads[unseenBin] += column.unseenBads * outcomes.unit();
    return BinTable.of(goods, bads, table.rule());
  }
}
