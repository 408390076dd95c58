package io.probity.report;

import io.probity.input.JsonText;
import io.probity.portfolio.EfficientFrontier;
import io.probity.portfolio.LimitAllocation;
import io.probity.portfolio.ShadowPrice;
import java.util.Locale;

/** The limits of a portfolio for a person, or as JSON. */
public final class AllocationReport {

  private static final int BAR = 40;

  private AllocationReport() {}

  /** Returns sums, bound, gap and shadow prices as text. */
  public static String text(LimitAllocation allocation, int width) {
    StringBuilder out = new StringBuilder();
    out.append(String.format(
        Locale.ROOT,
        "%d of %d applicants get a limit: exposure %s, expected loss %s, profit %s%n",
        allocation.granted(),
        allocation.options().applicants(),
        amount(allocation.exposure()),
        amount(allocation.expectedLoss()),
        amount(allocation.profit())));
    out.append(String.format(
        Locale.ROOT,
        "No choice, not even of fractions, earns more than %s: gap %.4f%%%s%n",
        amount(allocation.bound()),
        100 * allocation.gap(),
        allocation.isOptimal() ? "; proved best in whole limits" : ""));
    if (!allocation.shadowPrices().isEmpty()) {
      TextTable table = TextTable.of("Constraint", ">Bound", ">Used", ">One more unit earns");
      for (ShadowPrice price : allocation.shadowPrices()) {
        table.add(
            price.constraint(),
            amount(price.bound()),
            amount(price.used()),
            String.format(Locale.ROOT, "%.6f", price.price()));
      }
      out.append('\n').append(table.render(width));
    }
    return out.toString();
  }

  /** Returns the most profit for each loss as bars. */
  public static String chart(EfficientFrontier frontier, int width, boolean unicode) {
    BarChart chart = new BarChart();
    for (EfficientFrontier.Point point : frontier.points()) {
      chart.add("loss " + amount(point.expectedLoss()), point.profit(), amount(point.profit()));
    }
    return "\nMost profit for each expected loss\n"
        + chart.render(Math.min(BAR, width / 2), unicode);
  }

  /** Returns the figures as JSON. */
  public static String json(LimitAllocation allocation) {
    JsonText out = JsonText.pretty().beginObject();
    out.put("applicants", allocation.options().applicants()).put("granted", allocation.granted());
    out.put("exposure", allocation.exposure()).put("expectedLoss", allocation.expectedLoss());
    out.put("profit", allocation.profit()).put("bound", allocation.bound());
    out.put("gap", allocation.gap()).put("optimal", allocation.isOptimal());
    out.beginList("constraints");
    for (ShadowPrice price : allocation.shadowPrices()) {
      out.beginObject().put("name", price.constraint()).put("bound", price.bound());
      out.put("used", price.used()).put("shadowPrice", price.price()).endObject();
    }
    return out.endList().endObject() + "\n";
  }

  private static String amount(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
