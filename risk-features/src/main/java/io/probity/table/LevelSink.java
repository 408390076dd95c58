package io.probity.table;

import io.probity.csv.FieldTexts;
import io.probity.csv.PlainRecords;
import io.probity.csv.RecordScanner;
import io.probity.schema.CellReader;
import io.probity.schema.SpecialValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels of a category, as the codes of a {@link LevelColumn}. Each way of writing a level is looked up
 * once and then known by its bytes.
 *
 * <p>Where levels are learned, a level's code is its place among {@link #levels}, in the order in
 * which they came.
 */
final class LevelSink extends CellSink {

  private static final int INVALID = Integer.MIN_VALUE;
  private static final int UNSEEN = (int) SpecialValues.UNSEEN;
  private static final int MOST_REMEMBERED = 1 << 16;

  private final boolean declared;
  private final boolean learns;
  private final FieldTexts writings = new FieldTexts();
  private final Map<String, Integer> learned = new HashMap<>();
  private int[] codeOfWriting = new int[32];

  final List<String> levels = new ArrayList<>();
  int[] codes = new int[0];

  LevelSink(CellReader reader, int column, boolean learnsLevels) {
    super(reader, column);
    this.declared = !learnsLevels(reader.field());
    this.learns = learnsLevels && !declared;
  }

  @Override
  void reserve(int rows) {
    codes = Arrays.copyOf(codes, rows);
  }

  @Override
  boolean read(RecordScanner record, int row) {
    int code = code(record);
    codes[row] = code;
    return code != INVALID;
  }

  @Override
  boolean read(PlainRecords records, int firstRow) {
    byte[] bytes = records.bytesUnsafe();
    int count = records.records();
    boolean valid = true;
    for (int i = 0; i < count; i++) {
      int code = code(bytes, records.start(i, column), records.end(i, column));
      codes[firstRow + i] = code;
      valid &= code != INVALID;
    }
    return valid;
  }

  @Override
  boolean isMissing(int row) {
    return codes[row] == LevelColumn.MISSING;
  }

  @Override
  void clear(int row) {
    codes[row] = LevelColumn.MISSING;
  }

  @Override
  double cell(int row) {
    return LevelColumn.cellOf(codes[row]);
  }

  private int code(RecordScanner record) {
    if (record.hasDoubledQuotes(column)) {
      return codeOf(record.text(column));
    }
    return code(record.bytesUnsafe(), record.start(column), record.end(column));
  }

  private int code(byte[] bytes, int from, int to) {
    int writing = writings.find(bytes, from, to);
    if (writing != FieldTexts.NEW) {
      return codeOfWriting[writing];
    }
    int code = codeOf(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    if (learns || writings.size() < MOST_REMEMBERED) {
      int added = writings.add(bytes, from, to);
      if (added == codeOfWriting.length) {
        codeOfWriting = Arrays.copyOf(codeOfWriting, 2 * added);
      }
      codeOfWriting[added] = code;
    }
    return code;
  }

  private int codeOf(String raw) {
    if (declared) {
      double cell = reader.ofText(raw);
      return cell == CellReader.INVALID ? INVALID : LevelColumn.codeOf(cell);
    }
    String text = raw.strip();
    if (reader.isMissing(text)) {
      return LevelColumn.MISSING;
    }
    double special = reader.specialOf(text);
    if (!Double.isNaN(special)) {
      return LevelColumn.codeOf(special);
    }
    if (!learns) {
      return UNSEEN;
    }
    Integer known = learned.putIfAbsent(text, levels.size());
    if (known != null) {
      return known;
    }
    levels.add(text);
    return levels.size() - 1;
  }

  /** Returns for each level whether one of the first rows holds it. */
  boolean[] used(int rows) {
    boolean[] used = new boolean[levels.size()];
    for (int row = 0; row < rows; row++) {
      if (codes[row] >= 0 && learns) {
        used[codes[row]] = true;
      }
    }
    return used;
  }
}
