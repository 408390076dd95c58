package io.probity.report.html;

import io.probity.binning.Bin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.metrics.VarianceInflation;
import io.probity.model.AdditiveModel;
import io.probity.model.Predictor;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.report.Figures;
import io.probity.training.TrainingResult;
import io.probity.training.logistic.Coefficient;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.scorecard.ScorecardTraining;
import io.probity.validation.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model itself: coefficients and points of a scorecard, shapes and pairs of an additive model. */
final class ModelSection {

  private final ModelReport report;
  private final List<Block> blocks = new ArrayList<>();

  private ModelSection(ModelReport report) {
    this.report = report;
  }

  static Section of(ModelReport report) {
    ModelSection section = new ModelSection(report);
    Predictor predictor = report.model().predictor();
    ScoreScale scale = report.model().scale();
    section.blocks.add(Block.text(Words.of(
        "model.family",
        predictor.family(),
        Integer.toString(predictor.features().size()))));
    section.blocks.add(Block.text(Words.of(
        "model.scale",
        Figures.count(scale.basePoints()),
        Figures.count(scale.baseOdds()),
        Figures.count(scale.pointsToDoubleOdds()))));
    if (predictor instanceof Scorecard card) {
      section.scorecard(card);
    } else if (predictor instanceof AdditiveModel model) {
      section.additive(model);
    }
    report
        .training()
        .flatMap(TrainingResult::rounding)
        .ifPresent(rounding -> section.blocks.add(Block.text(Words.text(rounding.summary()))));
    return new Section("model", Words.of("model.title"), section.blocks);
  }

  private void scorecard(Scorecard card) {
    Map<String, Double> inflation = inflation(card);
    DataTable.Builder table = DataTable.of(
        Words.of("model.coefficients"),
        "column.field",
        "column.label",
        ">column.coefficient",
        ">column.error",
        ">column.z",
        ">column.p",
        ">column.vif");
    coefficients(card)
        .forEach(coefficient -> table.add(
            Cell.text(coefficient.name()),
            Cell.of(FieldWords.label(report.model().schema(), coefficient.name())),
            Cell.decimals(coefficient.estimate(), 4),
            coefficient.standardError() > 0
                ? Cell.decimals(coefficient.standardError(), 4)
                : Cell.EMPTY,
            coefficient.standardError() > 0 ? Cell.decimals(coefficient.z(), 2) : Cell.EMPTY,
            coefficient.standardError() > 0 ? Cell.decimals(coefficient.pValue(), 4) : Cell.EMPTY,
            Cell.decimals(inflation.getOrDefault(coefficient.name(), Double.NaN), 2)));
    blocks.add(table.build());
    blocks.add(Block.text(Words.of("model.coefficients.note")));
    List<Points> rows = new ArrayList<>();
    card.terms().forEach(term -> rows.add(new Points(term.binning(), term.points())));
    blocks.add(pointsRange(rows));
    blocks.add(points(rows));
  }

  /** Returns the coefficients of the fit, or those of the model where the fit is not known. */
  private List<Coefficient> coefficients(Scorecard card) {
    Optional<ScorecardTraining> trained = report
        .training()
        .map(TrainingResult::trained)
        .filter(ScorecardTraining.class::isInstance)
        .map(ScorecardTraining.class::cast);
    if (trained.isPresent()) {
      return trained.get().fit().coefficients();
    }
    List<Coefficient> coefficients = new ArrayList<>();
    coefficients.add(new Coefficient(DesignMatrix.INTERCEPT, card.intercept(), 0.0));
    card.terms()
        .forEach(term -> coefficients.add(
            new Coefficient(term.binning().feature(), term.coefficient(), term.standardError())));
    return coefficients;
  }

  /** Returns the variance inflation of the WOE columns over the records of the report. */
  private Map<String, Double> inflation(Scorecard card) {
    List<double[]> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Scorecard.Term term : card.terms()) {
      Binning binning = term.binning();
      Optional<Groups> codes = report.sample().bins(binning.feature());
      if (codes.isPresent()) {
        double[] column = new double[report.sample().rows()];
        for (int row = 0; row < column.length; row++) {
          column[row] = binning.woe(codes.get().code(row));
        }
        columns.add(column);
        names.add(binning.feature());
      }
    }
    Map<String, Double> inflation = new HashMap<>();
    if (columns.size() > 1) {
      double[] factors = VarianceInflation.of(columns.toArray(new double[0][]));
      for (int i = 0; i < factors.length; i++) {
        inflation.put(names.get(i), factors[i]);
      }
    }
    return inflation;
  }

  private record Points(Binning binning, List<Integer> points) {
    int range() {
      return points.stream().max(Comparator.naturalOrder()).orElse(0)
          - points.stream().min(Comparator.naturalOrder()).orElse(0);
    }
  }

  private static Block pointsRange(List<Points> terms) {
    List<Points> sorted =
        terms.stream().sorted(Comparator.comparingInt(Points::range).reversed()).toList();
    return Chart.of("ranking", Words.of("model.range"), out -> {
      out.beginList("labels");
      sorted.forEach(term -> out.add(term.binning().feature()));
      out.endList().beginList("values");
      sorted.forEach(term -> out.add((long) term.range()));
      out.endList();
    });
  }

  private static Block points(List<Points> terms) {
    DataTable.Builder table = DataTable.of(
        Words.of("model.points"),
        "column.field",
        "column.bin",
        ">column.records",
        ">column.badRate",
        ">column.points");
    for (Points term : terms) {
      Binning binning = term.binning();
      BinTable counts = binning.table();
      for (int bin = 0; bin < binning.bins(); bin++) {
        boolean empty = counts.count(bin) == 0;
        if (!(empty && binning.bin(bin) instanceof Bin.Special)) {
          table.add(
              Cell.text(binning.feature()),
              Cell.text(binning.bin(bin).label()),
              Cell.count(counts.count(bin)),
              Cell.percent(counts.badRate(bin)),
              Cell.count(term.points().get(bin)));
        }
      }
    }
    return table.build();
  }

  private void additive(AdditiveModel model) {
    List<Points> rows = new ArrayList<>();
    model.terms().forEach(term -> rows.add(new Points(term.binning(), term.points())));
    blocks.add(pointsRange(rows));
    blocks.add(new Block.Picker(
        Words.of("model.shapes"), model.terms().stream().map(this::shape).toList()));
    if (!model.pairs().isEmpty()) {
      blocks.add(new Block.Picker(
          Words.of("model.pairs"),
          model.pairs().stream().map(pair -> pair(model, pair)).toList()));
    }
    blocks.add(points(rows));
  }

  private Block.Panel shape(AdditiveModel.Term term) {
    Binning binning = term.binning();
    Chart chart = Chart.of("shape", Words.of("model.shape", binning.feature()), out -> {
      out.beginList("bins");
      for (int bin = 0; bin < binning.bins(); bin++) {
        if (binning.table().count(bin) > 0) {
          out.beginObject().put("label", binning.bin(bin).label());
          out.put("share", binning.table().share(bin))
              .put("effect", term.effects().get(bin));
          out.put("low", term.low().get(bin)).put("high", term.high().get(bin)).endObject();
        }
      }
      out.endList();
    });
    return new Block.Panel(
        binning.feature(),
        FieldWords.label(report.model().schema(), binning.feature()),
        List.of(chart, Block.text(Words.of("model.shape.note"))));
  }

  private static Block.Panel pair(AdditiveModel model, AdditiveModel.Pair pair) {
    Binning rows = model.terms().get(pair.first()).binning();
    Binning columns = model.terms().get(pair.second()).binning();
    String name = rows.feature() + " × " + columns.feature();
    Chart chart = Chart.of("pair", Words.of("model.pair", name), out -> {
      out.put("rowName", rows.feature()).put("columnName", columns.feature());
      out.put("rows", places(rows, pair.rowOf(), pair.effects().size()));
      out.put("columns", places(columns, pair.columnOf(), pair.effects().get(0).size()));
      out.beginList("cells");
      pair.effects().forEach(row -> row.forEach(out::add));
      out.endList();
    });
    return new Block.Panel(name, Words.text(name), List.of(chart));
  }

  /** Returns the names of the rows or columns of a pair: the bins joined in each. */
  private static List<String> places(Binning binning, List<Integer> placeOf, int places) {
    List<List<String>> labels = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      labels.add(new ArrayList<>());
    }
    for (int bin = 0; bin < placeOf.size(); bin++) {
      if (binning.table().count(bin) > 0) {
        labels.get(placeOf.get(bin)).add(binning.bin(bin).label());
      }
    }
    return labels.stream().map(joined -> String.join(" | ", joined)).toList();
  }
}
