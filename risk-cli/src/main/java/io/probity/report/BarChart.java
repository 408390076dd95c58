package io.probity.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars for a terminal, in block characters or, where those cannot be shown, in signs. */
public final class BarChart {

  private static final String BLOCKS = " ▏▎▍▌▋▊▉";
  private static final int EIGHTHS = 8;

  private final List<String> labels = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a bar. */
  public BarChart add(String label, double value, String note) {
    labels.add(DisplayWidth.safe(label));
    values.add(value);
    notes.add(note);
    return this;
  }

  /**
   * Returns the bars, the longest of which is {@code barWidth} columns wide.
   *
   * @param unicode whether block characters can be shown
   */
  public String render(int barWidth, boolean unicode) {
    int labelWidth = labels.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      String bar = bar(largest > 0 ? values.get(i) / largest : 0, barWidth, unicode);
      out.append(label).append(" ".repeat(labelWidth - DisplayWidth.of(label) + 2));
      out.append(bar).append(" ".repeat(barWidth - DisplayWidth.of(bar) + 1)).append(notes.get(i));
      out.append('\n');
    }
    return out.toString();
  }

  private static String bar(double share, int width, boolean unicode) {
    int eighths = (int) Math.round(share * width * EIGHTHS);
    if (!unicode) {
      return "#".repeat((int) Math.round(share * width));
    }
    String whole = "█".repeat(eighths / EIGHTHS);
    int rest = eighths % EIGHTHS;
    return rest == 0 ? whole : whole + BLOCKS.charAt(rest);
  }

  /** Returns a fraction as a percentage with one decimal. */
  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }
}
