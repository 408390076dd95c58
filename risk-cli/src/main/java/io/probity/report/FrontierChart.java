package io.probity.report;

import io.probity.portfolio.EfficientFrontier;
import io.probity.portfolio.LimitAllocation;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The efficient frontier as a drawing in SVG, which needs neither script nor font. */
public final class FrontierChart {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 90;
  private static final int RIGHT = 50;
  private static final int TOP = 40;
  private static final int BOTTOM = 60;
  private static final int MARKS = 5;
  private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  private final StringBuilder out = new StringBuilder();
  private final double mostLoss;
  private final double mostProfit;

  private FrontierChart(double mostLoss, double mostProfit) {
    this.mostLoss = mostLoss;
    this.mostProfit = mostProfit;
  }

  /**
   * Draws the most profit for each expected loss, the bound that none passes, and the chosen limits.
   *
   * @param chosen the limits that were chosen
   */
  public static String svg(EfficientFrontier frontier, LimitAllocation chosen) {
    List<EfficientFrontier.Point> points = frontier.points();
    double loss =
        points.stream().mapToDouble(EfficientFrontier.Point::budget).max().orElse(0);
    double profit =
        points.stream().mapToDouble(EfficientFrontier.Point::bound).max().orElse(0);
    FrontierChart chart = new FrontierChart(
        rounded(Math.max(loss, chosen.expectedLoss())), rounded(Math.max(profit, chosen.profit())));
    return chart.drawn(points, chosen);
  }

  /** Returns the least value that is not below one and whose fifths are round. */
  private static double rounded(double value) {
    if (!(value > 0)) {
      return 1;
    }
    double step = StrictMath.pow(10, Math.floor(StrictMath.log10(value / MARKS)));
    for (double times : STEPS) {
      if (times * step * MARKS >= value) {
        return times * step * MARKS;
      }
    }
    return value;
  }

  private String drawn(List<EfficientFrontier.Point> points, LimitAllocation chosen) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"12\">\n",
        WIDTH, HEIGHT);
    add("<title>Most profit for each expected loss</title>\n");
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", WIDTH, HEIGHT);
    text(WIDTH / 2.0, TOP - 18, "middle", "Most profit for each expected loss");
    axes();
    curve(
        points, EfficientFrontier.Point::budget, EfficientFrontier.Point::bound, "#9a6700", "6 4");
    curve(
        points,
        EfficientFrontier.Point::expectedLoss,
        EfficientFrontier.Point::profit,
        "#0b5cad",
        "none");
    for (EfficientFrontier.Point point : points) {
      dot(point.expectedLoss(), point.profit(), 3, "#0b5cad");
    }
    dot(chosen.expectedLoss(), chosen.profit(), 6, "#b42318");
    legend();
    return out.append("</svg>\n").toString();
  }

  private void axes() {
    for (int mark = 0; mark <= MARKS; mark++) {
      double loss = mostLoss * mark / MARKS;
      double profit = mostProfit * mark / MARKS;
      add(
          "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#d0d7de\" fill=\"none\"/>\n",
          x(0), y(profit), x(mostLoss));
      text(LEFT - 8.0, y(profit) + 4, "end", amount(profit));
      text(x(loss), HEIGHT - BOTTOM + 18.0, "middle", amount(loss));
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - BOTTOM + 40.0, "middle", "Expected loss");
    text(LEFT - 8.0, TOP - 18.0, "end", "Profit");
  }

  private void curve(
      List<EfficientFrontier.Point> points,
      ToDoubleFunction<EfficientFrontier.Point> loss,
      ToDoubleFunction<EfficientFrontier.Point> profit,
      String colour,
      String dashes) {
    StringBuilder path = new StringBuilder();
    for (EfficientFrontier.Point point : points) {
      path.append(String.format(
          Locale.ROOT,
          path.length() == 0 ? "M%.1f %.1f" : "L%.1f %.1f",
          x(loss.applyAsDouble(point)),
          y(profit.applyAsDouble(point))));
    }
    add(
        "<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
            + " fill=\"none\"/>\n",
        path, colour, dashes);
  }

  private void dot(double loss, double profit, int radius, String colour) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"/>\n",
        x(loss), y(profit), radius, colour);
  }

  private void legend() {
    double left = WIDTH - RIGHT - 230.0;
    double top = HEIGHT - BOTTOM - 60.0;
    String[] colours = {"#0b5cad", "#9a6700", "#b42318"};
    String[] words = {"whole limits", "bound: no choice earns more", "the limits that were chosen"};
    for (int i = 0; i < words.length; i++) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/>\n",
          left, top + 18 * i - 4, colours[i]);
      text(left + 12, top + 18 * i, "start", words[i]);
    }
  }

  private double x(double loss) {
    return LEFT + (WIDTH - LEFT - RIGHT) * loss / mostLoss;
  }

  private double y(double profit) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * profit / mostProfit;
  }

  private void text(double x, double y, String anchor, String words) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words);
  }

  private static String amount(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%,.2f", value);
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
