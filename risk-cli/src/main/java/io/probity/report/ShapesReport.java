package io.probity.report;

import io.probity.binning.Bin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonText;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The points table of a scorecard or an additive model: for each bin its records, what it brings to the
 * log-odds of bad and its points, and for each pair of features a table of both. As text, CSV records
 * and JSON.
 */
public final class ShapesReport {

  /** The header of the CSV form: one record a bin, then one a cell of a pair. */
  public static final List<String> CSV_HEADER = List.of(
      "feature",
      "bin",
      "label",
      "with",
      "with_bin",
      "with_label",
      "records",
      "goods",
      "bads",
      "bad_rate",
      "effect",
      "low",
      "high",
      "points",
      "origin");

  private final RiskModel model;
  private final double intercept;
  private final List<Shape> shapes;
  private final List<Grid> grids;

  /** One feature: its bins with their effects, ranges (empty for a scorecard) and points. */
  private record Shape(
      Binning binning,
      List<Double> effects,
      List<Double> low,
      List<Double> high,
      List<Integer> points) {}

  /** One pair: the names, the labels of rows and columns, and the table. */
  private record Grid(
      String first,
      String second,
      List<String> rows,
      List<String> columns,
      AdditiveModel.Pair pair) {}

  /**
   * A report of some features.
   *
   * @param wanted the names of the features; empty for all. A pair is shown if both are wanted
   * @throws InvalidInputException if the model has no points table
   */
  public ShapesReport(RiskModel model, Set<String> wanted) {
    this.model = model;
    if (model.predictor() instanceof Scorecard card) {
      this.intercept = card.intercept();
      this.shapes = card.terms().stream()
          .filter(term -> isWanted(wanted, term.binning().feature()))
          .map(ShapesReport::shape)
          .toList();
      this.grids = List.of();
    } else if (model.predictor() instanceof AdditiveModel additive) {
      this.intercept = additive.intercept();
      this.shapes = additive.terms().stream()
          .filter(term -> isWanted(wanted, term.binning().feature()))
          .map(term ->
              new Shape(term.binning(), term.effects(), term.low(), term.high(), term.points()))
          .toList();
      this.grids = additive.pairs().stream()
          .map(pair -> grid(additive, pair))
          .filter(grid -> isWanted(wanted, grid.first) && isWanted(wanted, grid.second))
          .toList();
    } else {
      throw new InvalidInputException(new Violation(
          "model",
          "only scorecards and additive models are points tables",
          "family " + model.predictor().family(),
          "train --family additive beside it, or see the model's report"));
    }
  }

  private static boolean isWanted(Set<String> wanted, String feature) {
    return wanted.isEmpty() || wanted.contains(feature);
  }

  private static Shape shape(Scorecard.Term term) {
    List<Double> effects =
        IntStream.range(0, term.binning().bins()).mapToObj(term::contribution).toList();
    return new Shape(term.binning(), effects, List.of(), List.of(), term.points());
  }

  private static Grid grid(AdditiveModel additive, AdditiveModel.Pair pair) {
    Binning first = additive.terms().get(pair.first()).binning();
    Binning second = additive.terms().get(pair.second()).binning();
    return new Grid(
        first.feature(),
        second.feature(),
        labels(first, pair.rowOf(), pair.effects().size()),
        labels(second, pair.columnOf(), pair.effects().get(0).size()),
        pair);
  }

  /** Returns what each row, or column, of a pair's table stands for. */
  private static List<String> labels(Binning binning, List<Integer> placeOf, int places) {
    List<String> labels = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      int wanted = place;
      List<Integer> bins = IntStream.range(0, placeOf.size())
          .filter(bin -> placeOf.get(bin) == wanted)
          .boxed()
          .toList();
      labels.add(label(binning, bins));
    }
    return labels;
  }

  private static String label(Binning binning, List<Integer> bins) {
    int last = bins.get(bins.size() - 1);
    if (binning.bin(bins.get(0)) instanceof Bin.Interval from
        && binning.bin(last) instanceof Bin.Interval to
        && last - bins.get(0) + 1 == bins.size()) {
      return new Bin.Interval(from.low(), to.high()).label();
    }
    return String.join("; ", bins.stream().map(bin -> binning.bin(bin).label()).toList());
  }

  /** Returns the report for people: a table for each feature and each pair, and what hands changed. */
  public String text(int width) {
    StringBuilder text = new StringBuilder("Points: ")
        .append(Figures.count(model.scale().basePoints()))
        .append(" at ")
        .append(Figures.count(model.scale().baseOdds()))
        .append(":1, ")
        .append(Figures.count(model.scale().pointsToDoubleOdds()))
        .append(" double the odds; log-odds of bad where every effect is 0: ")
        .append(Figures.decimals(intercept, 4))
        .append("\n\n");
    shapes.forEach(shape -> text.append(feature(shape, width)).append('\n'));
    grids.forEach(grid -> text.append(pair(grid, width)).append('\n'));
    return text.toString();
  }

  private static String feature(Shape shape, int width) {
    Binning binning = shape.binning;
    StringBuilder text = new StringBuilder(DisplayWidth.safe(binning.feature())).append('\n');
    binning
        .origin()
        .edits()
        .forEach(edit -> text.append("  by hand: ")
            .append(edit.what())
            .append(" (")
            .append(DisplayWidth.safe(edit.by() + ": " + edit.why()))
            .append(")\n"));
    boolean ranged = !shape.low.isEmpty();
    TextTable table = ranged
        ? TextTable.of(
            ">Bin", "Values", ">Records", ">Bad rate", ">Effect", ">Between bags", ">Points")
        : TextTable.of(">Bin", "Values", ">Records", ">Bad rate", ">Effect", ">Points");
    BinTable counts = binning.table();
    for (int bin = 0; bin < binning.bins(); bin++) {
      List<String> cells = new ArrayList<>(List.of(
          Integer.toString(bin),
          binning.bin(bin).label(),
          Figures.count(counts.count(bin)),
          counts.count(bin) > 0 ? Figures.percent(counts.badRate(bin)) : "",
          Figures.decimals(shape.effects.get(bin), 3)));
      if (ranged) {
        cells.add(Figures.decimals(shape.low.get(bin), 2)
            + " to "
            + Figures.decimals(shape.high.get(bin), 2));
      }
      cells.add(Integer.toString(shape.points.get(bin)));
      table.add(cells.toArray(new String[0]));
    }
    return text.append(table.render(width)).toString();
  }

  private static String pair(Grid grid, int width) {
    List<String> header = new ArrayList<>(List.of("Points"));
    grid.columns.forEach(column -> header.add(">" + column));
    TextTable table = TextTable.of(header.toArray(new String[0]));
    for (int row = 0; row < grid.rows.size(); row++) {
      List<String> cells = new ArrayList<>(List.of(grid.rows.get(row)));
      grid.pair.points().get(row).forEach(points -> cells.add(Integer.toString(points)));
      table.add(cells.toArray(new String[0]));
    }
    return DisplayWidth.safe(grid.first + " by " + grid.second) + "\n" + table.render(width);
  }

  /** Returns the records of the CSV form, without the header. A scorecard has no ranges. */
  public List<List<String>> csv() {
    List<List<String>> records = new ArrayList<>();
    shapes.forEach(shape -> addBins(records, shape));
    grids.forEach(grid -> addCells(records, grid));
    return records;
  }

  private static void addBins(List<List<String>> records, Shape shape) {
    Binning binning = shape.binning;
    BinTable counts = binning.table();
    boolean ranged = !shape.low.isEmpty();
    for (int bin = 0; bin < binning.bins(); bin++) {
      records.add(List.of(
          binning.feature(),
          Integer.toString(bin),
          binning.bin(bin).label(),
          "",
          "",
          "",
          DecimalText.of(counts.count(bin)),
          DecimalText.of(counts.goods(bin)),
          DecimalText.of(counts.bads(bin)),
          counts.count(bin) > 0 ? DecimalText.of(counts.badRate(bin)) : "",
          DecimalText.of(shape.effects.get(bin)),
          ranged ? DecimalText.of(shape.low.get(bin)) : "",
          ranged ? DecimalText.of(shape.high.get(bin)) : "",
          Integer.toString(shape.points.get(bin)),
          binning.origin().isManual() ? "MANUAL" : "AUTO"));
    }
  }

  private static void addCells(List<List<String>> records, Grid grid) {
    for (int row = 0; row < grid.rows.size(); row++) {
      for (int column = 0; column < grid.columns.size(); column++) {
        records.add(List.of(
            grid.first,
            Integer.toString(row),
            grid.rows.get(row),
            grid.second,
            Integer.toString(column),
            grid.columns.get(column),
            "",
            "",
            "",
            "",
            DecimalText.of(grid.pair.effects().get(row).get(column)),
            "",
            "",
            Integer.toString(grid.pair.points().get(row).get(column)),
            "AUTO"));
      }
    }
  }

  /** Returns the report for machines. */
  public String json() {
    JsonText out = JsonText.pretty().beginObject().put("model", model.id());
    out.put("family", model.predictor().family()).put("intercept", intercept);
    out.beginList("features");
    for (Shape shape : shapes) {
      out.beginObject().put("name", shape.binning.feature()).beginList("bins");
      for (int bin = 0; bin < shape.binning.bins(); bin++) {
        writeBin(out, shape, bin);
      }
      out.endList().beginList("edits");
      shape
          .binning
          .origin()
          .edits()
          .forEach(edit -> out.beginObject()
              .put("what", edit.what())
              .put("by", edit.by())
              .put("why", edit.why())
              .endObject());
      out.endList().endObject();
    }
    out.endList().beginList("pairs");
    grids.forEach(grid -> writePair(out, grid));
    return out.endList().endObject().toString();
  }

  private static void writeBin(JsonText out, Shape shape, int bin) {
    BinTable counts = shape.binning.table();
    out.beginObject().put("bin", bin).put("label", shape.binning.bin(bin).label());
    out.put("records", counts.count(bin));
    out.put("goods", counts.goods(bin)).put("bads", counts.bads(bin));
    out.put("effect", shape.effects.get(bin));
    if (!shape.low.isEmpty()) {
      out.put("low", shape.low.get(bin)).put("high", shape.high.get(bin));
    }
    out.put("points", shape.points.get(bin)).endObject();
  }

  private static void writePair(JsonText out, Grid grid) {
    out.beginObject().put("features", List.of(grid.first, grid.second));
    out.put("rows", grid.rows).put("columns", grid.columns).beginList("cells");
    for (int row = 0; row < grid.rows.size(); row++) {
      for (int column = 0; column < grid.columns.size(); column++) {
        out.beginObject().put("row", row).put("column", column);
        out.put("effect", grid.pair.effects().get(row).get(column));
        out.put("points", grid.pair.points().get(row).get(column)).endObject();
      }
    }
    out.endList().endObject();
  }
}
