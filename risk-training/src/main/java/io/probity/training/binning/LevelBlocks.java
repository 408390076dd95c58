package io.probity.training.binning;

import io.probity.schema.FieldRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The levels of a category in blocks that are not taken apart: one of all rare levels, one of each set
 * of levels that stay together, one of every other level with records. Blocks are numbered by their
 * first level.
 */
final class LevelBlocks {

  /** Stands for "no block": a level without records that nothing holds together with others. */
  static final int NONE = -1;

  private static final double TOLERANCE = 1e-9;

  /** The block of each level, or {@link #NONE}. */
  final int[] blockOfLevel;
  /** The units of goods of each block, in the first {@link #size()} places. */
  final long[] goods;
  /** The units of bads of each block, in the first {@link #size()} places. */
  final long[] bads;

  private int size;
  private int rareBlock = NONE;
  private int rareLevels;

  LevelBlocks(FieldRules rules, CategoryColumn column, CategoryRules settings, double unit) {
    this.blockOfLevel = new int[column.goods.length];
    this.goods = new long[column.goods.length];
    this.bads = new long[column.goods.length];
    int[] groupOfLevel = groupOfLevel(rules.levels(), settings.together());
    int[] blockOfGroup = new int[settings.together().size()];
    Arrays.fill(blockOfGroup, NONE);
    double rareUnits = settings.rareShare() * column.allUnits() - TOLERANCE / unit;
    for (int level = 0; level < blockOfLevel.length; level++) {
      long count = column.goods[level] + column.bads[level];
      int group = groupOfLevel[level];
      int block = NONE;
      if (group >= 0) {
        blockOfGroup[group] = blockOfGroup[group] == NONE ? size++ : blockOfGroup[group];
        block = blockOfGroup[group];
      } else if (count > 0 && count < rareUnits) {
        rareBlock = rareBlock == NONE ? size++ : rareBlock;
        rareLevels++;
        block = rareBlock;
      } else if (count > 0) {
        block = size++;
      }
      blockOfLevel[level] = block;
      if (block != NONE) {
        goods[block] += column.goods[level];
        bads[block] += column.bads[level];
      }
    }
  }

  /** Returns the number of blocks. */
  int size() {
    return size;
  }

  /** Returns the block of the rare levels, or {@link #NONE}. */
  int rareBlock() {
    return rareBlock;
  }

  /** Returns the number of rare levels. */
  int rareLevels() {
    return rareLevels;
  }

  /** Returns the group of each level, or -1. */
  private static int[] groupOfLevel(List<String> levels, List<List<String>> together) {
    int[] groups = new int[levels.size()];
    Arrays.fill(groups, -1);
    if (together.isEmpty()) {
      return groups;
    }
    Map<String, Integer> indices = new HashMap<>();
    for (int level = 0; level < groups.length; level++) {
      indices.put(levels.get(level), level);
    }
    for (int group = 0; group < together.size(); group++) {
      for (String level : together.get(group)) {
        Integer index = indices.get(level);
        if (index == null) {
          throw new IllegalArgumentException("the level \""
              + level
              + "\" is to stay together with others, but it is not in the schema");
        }
        groups[index] = group;
      }
    }
    return groups;
  }
}
