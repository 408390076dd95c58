package io.probity.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of texts for a terminal: numbers stand to the right, the rest to the left, and the widest
 * texts are cut where the table would be wider than the terminal. Not safe for several threads.
 */
public final class TextTable {

  private static final int GAP = 2;
  private static final int LEAST_TEXT = 8;

  private final List<String> header;
  private final boolean[] right;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header, boolean[] right) {
    this.header = header;
    this.right = right;
  }

  /**
   * Returns an empty table.
   *
   * @param header the names of the columns; a name that starts with {@code >} stands to the right
   */
  public static TextTable of(String... header) {
    boolean[] right = new boolean[header.length];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.length; i++) {
      right[i] = header[i].startsWith(">");
      names.add(right[i] ? header[i].substring(1) : header[i]);
    }
    return new TextTable(names, right);
  }

  /** Adds a row, one text a column. */
  public TextTable add(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(
          "a row needs " + right.length + " cells, not " + cells.length);
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(DisplayWidth.safe(cell));
    }
    rows.add(row);
    return this;
  }

  /** Returns the table as lines, none wider than {@code width} columns where texts can be cut. */
  public String render(int width) {
    int[] widths = new int[right.length];
    measure(header, widths);
    rows.forEach(row -> measure(row, widths));
    shrink(widths, width);
    StringBuilder out = new StringBuilder();
    line(out, header, widths);
    int total = GAP * (widths.length - 1);
    for (int columnWidth : widths) {
      total += columnWidth;
    }
    out.append("-".repeat(total)).append('\n');
    rows.forEach(row -> line(out, row, widths));
    return out.toString();
  }

  private static void measure(List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
    }
  }

  /** Takes columns of texts back, the widest first, until the table fits. */
  private void shrink(int[] widths, int width) {
    int total = GAP * (widths.length - 1);
    for (int columnWidth : widths) {
      total += columnWidth;
    }
    while (total > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (!right[i] && widths[i] > LEAST_TEXT && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      total--;
    }
  }

  private void line(StringBuilder out, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = DisplayWidth.cut(row.get(i), widths[i]);
      String blanks = " ".repeat(widths[i] - DisplayWidth.of(cell));
      line.append(right[i] ? blanks + cell : cell + blanks);
      line.append(" ".repeat(i < widths.length - 1 ? GAP : 0));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
