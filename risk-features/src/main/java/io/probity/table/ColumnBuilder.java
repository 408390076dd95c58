package io.probity.table;

import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the cells of one field and makes its column. */
final class ColumnBuilder {

  private final Field field;
  private final CellReader reader;
  private final boolean learnsLevels;
  private final Map<String, Integer> learned = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private double[] cells = new double[1024];
  private int size;

  ColumnBuilder(Schema schema, Field field) {
    this.field = field;
    this.reader = CellReader.of(schema, field);
    this.learnsLevels =
        field.kind() == FieldKind.CATEGORY && field.rules().levels().isEmpty();
  }

  Field field() {
    return field;
  }

  /**
   * Returns the cell of a raw text, or {@link CellReader#INVALID}. A text field's cell is NaN; a level
   * that is new, where levels are learned, is {@link SpecialValues#UNSEEN} until it is added.
   */
  double cell(String raw) {
    if (field.kind() == FieldKind.TEXT) {
      return Double.NaN;
    }
    if (!learnsLevels) {
      return reader.ofText(raw);
    }
    String text = raw.strip();
    if (reader.isMissing(text)) {
      return Double.NaN;
    }
    double special = reader.specialOf(text);
    if (!Double.isNaN(special)) {
      return special;
    }
    Integer index = learned.get(text);
    return index == null ? SpecialValues.UNSEEN : index;
  }

  String problem(String raw) {
    return reader.problem(raw);
  }

  void add(double cell, String raw) {
    if (field.kind() == FieldKind.TEXT) {
      texts.add(raw);
      return;
    }
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size + (size >> 1));
    }
    boolean isNew = learnsLevels && cell == SpecialValues.UNSEEN;
    cells[size++] = isNew ? learned.computeIfAbsent(raw.strip(), text -> learned.size()) : cell;
  }

  /** Returns the field with the levels that were learned, sorted. */
  Field fieldWithLevels() {
    return learnsLevels ? field.withRules(field.rules().withLevels(sortedLevels())) : field;
  }

  Column build() {
    return switch (field.kind()) {
      case NUMBER, DATE -> DoubleColumn.ofUnsafe(Arrays.copyOf(cells, size));
      case TEXT -> new TextColumn(texts);
      case CATEGORY -> levelColumn();
    };
  }

  private LevelColumn levelColumn() {
    int[] codes = new int[size];
    for (int i = 0; i < size; i++) {
      codes[i] = LevelColumn.codeOf(cells[i]);
    }
    if (!learnsLevels) {
      return new LevelColumn(field.rules().levels(), codes);
    }
    List<String> sorted = sortedLevels();
    int[] newIndex = new int[sorted.size()];
    for (int i = 0; i < sorted.size(); i++) {
      newIndex[learned.getOrDefault(sorted.get(i), 0)] = i;
    }
    for (int i = 0; i < size; i++) {
      if (codes[i] >= 0) {
        codes[i] = newIndex[codes[i]];
      }
    }
    return new LevelColumn(sorted, codes);
  }

  private List<String> sortedLevels() {
    return learned.keySet().stream().sorted().toList();
  }
}
