package io.probity.table;

/** A column of texts, such as record ids. */
public final class TextColumn implements Column {

  private final String[] texts;

  /** Takes over the array, which the caller must not touch again. */
  TextColumn(String[] texts) {
    this.texts = texts;
  }

  @Override
  public int size() {
    return texts.length;
  }

  /** Returns the text of a record; empty where it is missing. */
  public String text(int row) {
    return texts[row];
  }

  @Override
  public double cell(int row) {
    throw new UnsupportedOperationException("a text column has no cells");
  }
}
