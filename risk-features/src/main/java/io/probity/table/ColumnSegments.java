package io.probity.table;

import io.probity.schema.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one field, chunk after chunk. They are put together once all are there, so that no
 * array is ever copied into a larger one.
 */
final class ColumnSegments {

  private final Field field;
  private final List<CellSink> segments = new ArrayList<>();
  private final Map<String, Integer> learned = new HashMap<>();

  ColumnSegments(Field field) {
    this.field = field;
  }

  /** Adds the cells of a chunk. */
  void add(CellSink segment, int rows) {
    if (segment instanceof LevelSink levels && CellSink.learnsLevels(field)) {
      boolean[] used = levels.used(rows);
      int[] codeOfLevel = new int[used.length];
      for (int level = 0; level < used.length; level++) {
        codeOfLevel[level] = used[level]
            ? learned.computeIfAbsent(levels.levels.get(level), text -> learned.size())
            : 0;
      }
      translate(levels.codes, rows, codeOfLevel);
    }
    segments.add(segment);
  }

  /** Returns the field, with the levels that were learned in their order. */
  Field fieldWithLevels() {
    return CellSink.learnsLevels(field)
        ? field.withRules(field.rules().withLevels(sorted(learned.keySet())))
        : field;
  }

  /**
   * Returns the column and lets go of the segments.
   *
   * @param rows the number of rows of each segment
   */
  Column build(int[] rows) {
    int total = Arrays.stream(rows).sum();
    return switch (field.kind()) {
      case NUMBER, DATE -> numbers(rows, total);
      case CATEGORY -> levels(rows, total);
      case TEXT -> texts(rows, total);
    };
  }

  private Column numbers(int[] rows, int total) {
    double[] cells = new double[total];
    int start = 0;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(((NumberSink) segments.get(i)).cells, 0, cells, start, rows[i]);
      start += rows[i];
    }
    segments.clear();
    return DoubleColumn.ofUnsafe(cells);
  }

  private Column levels(int[] rows, int total) {
    int[] codes = new int[total];
    int start = 0;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(((LevelSink) segments.get(i)).codes, 0, codes, start, rows[i]);
      start += rows[i];
    }
    segments.clear();
    if (!CellSink.learnsLevels(field)) {
      return new LevelColumn(field.rules().levels(), codes);
    }
    List<String> levels = sorted(learned.keySet());
    int[] codeOfLevel = new int[levels.size()];
    for (int level = 0; level < codeOfLevel.length; level++) {
      codeOfLevel[learned.getOrDefault(levels.get(level), 0)] = level;
    }
    translate(codes, total, codeOfLevel);
    return new LevelColumn(levels, codes);
  }

  private Column texts(int[] rows, int total) {
    String[] texts = new String[total];
    int start = 0;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(((TextSink) segments.get(i)).texts, 0, texts, start, rows[i]);
      start += rows[i];
    }
    segments.clear();
    return new TextColumn(texts);
  }

  private static void translate(int[] codes, int rows, int[] codeOfLevel) {
    for (int row = 0; row < rows; row++) {
      codes[row] = codes[row] >= 0 ? codeOfLevel[codes[row]] : codes[row];
    }
  }

  private static List<String> sorted(Collection<String> levels) {
    return levels.stream().sorted().toList();
  }
}
