package io.probity.training.binning;

import java.util.Arrays;

/**
 * The pre-bins of a category: its blocks of levels by rising smoothed bad rate, those of equal rate by
 * their first level. Where there are more blocks than pre-bins, neighbours are joined by quantiles.
 */
final class CategoryPreBins {

  /** Stands for "no pre-bin": a level or block without records. */
  static final int NONE = -1;

  private final LevelBlocks blocks;
  private final int[] preBinOfBlock;
  private final long[] goods;
  private final long[] bads;

  private CategoryPreBins(LevelBlocks blocks, int[] preBinOfBlock, int preBins) {
    this.blocks = blocks;
    this.preBinOfBlock = preBinOfBlock;
    this.goods = new long[preBins];
    this.bads = new long[preBins];
    for (int block = 0; block < preBinOfBlock.length; block++) {
      if (preBinOfBlock[block] != NONE) {
        goods[preBinOfBlock[block]] += blocks.goods[block];
        bads[preBinOfBlock[block]] += blocks.bads[block];
      }
    }
  }

  /**
   * Returns the pre-bins of the blocks.
   *
   * @param blocks at least one record
   * @param most the largest number of pre-bins
   * @param prior the strength of the prior, in units
   */
  static CategoryPreBins of(LevelBlocks blocks, int most, double prior) {
    long allBads = Arrays.stream(blocks.bads).sum();
    double rate = (double) allBads / (Arrays.stream(blocks.goods).sum() + allBads);
    long[] keys = new long[blocks.size()];
    long[] order = new long[blocks.size()];
    int used = 0;
    for (int block = 0; block < blocks.size(); block++) {
      long count = blocks.goods[block] + blocks.bads[block];
      if (count > 0) {
        keys[used] = RadixSort.key((blocks.bads[block] + prior * rate) / (count + prior));
        order[used++] = block;
      }
    }
    RadixSort.sort(keys, order, used);
    long[] before = new long[used + 1];
    for (int i = 0; i < used; i++) {
      int block = (int) order[i];
      before[i + 1] = before[i] + blocks.goods[block] + blocks.bads[block];
    }
    int[] cuts = QuantileCuts.of(before, most);
    int[] preBinOfBlock = new int[blocks.size()];
    Arrays.fill(preBinOfBlock, NONE);
    int preBin = 0;
    for (int i = 0; i < used; i++) {
      preBin += preBin < cuts.length && i == cuts[preBin] ? 1 : 0;
      preBinOfBlock[(int) order[i]] = preBin;
    }
    return new CategoryPreBins(blocks, preBinOfBlock, cuts.length + 1);
  }

  /** Returns the pre-bin of a level, or {@link #NONE}. */
  int preBinOf(int level) {
    int block = blocks.blockOfLevel[level];
    return block == LevelBlocks.NONE ? NONE : preBinOfBlock[block];
  }

  /** Returns the pre-bin that holds the rare levels, or {@link #NONE}. */
  int rarePreBin() {
    return blocks.rareBlock() == LevelBlocks.NONE ? NONE : preBinOfBlock[blocks.rareBlock()];
  }

  /** Returns the counts of the pre-bins. */
  PreBinCounts count(CategoryColumn column, double unit) {
    return PreBinCounts.of(goods, bads)
        .withOutside(
            column.outside.allGoods() + column.unseenGoods,
            column.outside.allBads() + column.unseenBads)
        .withUnit(unit);
  }
}
