package io.probity.table;

import java.util.List;

/** A column of texts, such as record ids. */
public final class TextColumn implements Column {

  private final List<String> texts;

  TextColumn(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  @Override
  public int size() {
    return texts.size();
  }

  /** Returns the text of a record; empty where it is missing. */
  public String text(int row) {
    return texts.get(row);
  }

  @Override
  public double cell(int row) {
    throw new UnsupportedOperationException("a text column has no cells");
  }
}
