package io.probity.decision;

import io.probity.application.LoanApplication;
import io.probity.binning.Binning;
import io.probity.condition.ConditionScope;
import io.probity.feature.FeatureExtractor;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonText;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.MasterScale;
import io.probity.model.Predictor;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Everything that decides on an application, as tables of numbers in JSON, for an evaluator that is
 * not Java: a page in a browser. It holds each feature's bins with what they bring to the log-odds and
 * their points, the calibration curve, the grades, the fields with their derivations, and the rules of
 * the policy with every name resolved. Amounts are whole minor units, shares whole billionths and
 * multiples whole ten-thousandths, so that the same roundings can be made.
 */
public final class EngineTables {

  private static final String UNSEEN_TEXT = "(unseen)";

  private final CreditEngine engine;
  private final Schema schema;
  private final JsonText out = JsonText.compact();

  private EngineTables(CreditEngine engine) {
    this.engine = engine;
    this.schema = engine.extractor().schema();
  }

  /**
   * Returns the tables of an engine.
   *
   * @throws InvalidInputException if the family of the model has no tables: its members sum trees, or
   *     whatever their trainer made; or if the policy sets the price, which is searched with the limit
   */
  public static String json(CreditEngine engine) {
    if (engine.priceRules().isPresent()) {
      throw new InvalidInputException(new Violation(
          "price",
          "a page computes limits at a rate that is given, and this policy sets the rate",
          engine.policy().header().id(),
          "leave out the key \"price\" and state a rate, or ask risk decide and risk explain"));
    }
    return new EngineTables(engine).write();
  }

  /**
   * Returns the day and the values of the fields that a decision on an application reads, as JSON:
   * {@code {"asOf": day, "fields": {name: number, text or null, …}}}. Features of the catalogue are
   * computed.
   *
   * @throws InvalidInputException if the application breaks the schema
   */
  public static String values(CreditEngine engine, LoanApplication application) {
    List<String> names = engine.extractor().inputNames();
    Schema schema = engine.extractor().schema();
    double[] cells = FeatureExtractor.compile(schema, names).extract(application);
    JsonText out = JsonText.compact().beginObject();
    if (application.asOf() != null) {
      out.put("asOf", String.valueOf(application.asOf()));
    }
    out.beginObject("fields");
    for (int i = 0; i < cells.length; i++) {
      Object value = Counterfactuals.value(schema.field(names.get(i)), cells[i]);
      if (value instanceof Double number) {
        out.put(names.get(i), number);
      } else if (value == null) {
        boolean isUnseen = cells[i] == SpecialValues.UNSEEN;
        out.put(names.get(i), isUnseen ? UNSEEN_TEXT : null);
      } else {
        out.put(names.get(i), value.toString());
      }
    }
    return out.endObject().endObject().toString();
  }

  private String write() {
    out.beginObject();
    writeModel(engine.model());
    new FieldTables(schema, out).write(engine.extractor());
    out.beginObject("results").put("pd", ConditionScope.PD).put("score", ConditionScope.SCORE);
    out.put("grade", ConditionScope.GRADE).put("asOf", ConditionScope.AS_OF).endObject();
    new PolicyTables(engine, out).write();
    return out.endObject().toString();
  }

  private void writeModel(RiskModel model) {
    Predictor predictor = model.predictor();
    out.beginObject("model").put("id", model.id()).put("family", predictor.family());
    out.put("intercept", predictor.base()).put("features", model.features());
    if (predictor instanceof Scorecard card) {
      out.beginList("terms");
      card.terms().forEach(term -> writeTerm(term.binning(), term::contribution, term.points()));
      out.endList().beginList("pairs").endList();
    } else if (predictor instanceof AdditiveModel additive) {
      out.beginList("terms");
      additive
          .terms()
          .forEach(term -> writeTerm(term.binning(), term.effects()::get, term.points()));
      out.endList().beginList("pairs");
      additive.pairs().forEach(this::writePair);
      out.endList();
    } else {
      throw new InvalidInputException(
          new Violation(
              "family",
              "a page can compute scorecards and additive models, whose tables it holds",
              predictor.family(),
              "train with --family scorecard or --family additive, or ask risk decide and risk explain"));
    }
    writeCalibration(model.calibration());
    out.beginList("grades");
    for (MasterScale.Grade grade : model.grades().grades()) {
      out.beginObject()
          .put("name", grade.name())
          .put("pdBelow", grade.pdBelow())
          .endObject();
    }
    out.endList();
    engine.scoreReasons().write(out);
    out.endObject();
  }

  private void writeTerm(Binning binning, IntToDoubleFunction effect, List<Integer> points) {
    Field field = binning.field();
    boolean isCategory = field.kind() == FieldKind.CATEGORY;
    out.beginObject().put("feature", binning.feature()).put("category", isCategory);
    out.put("valueBins", binning.valueBins()).put("cuts", binning.cuts());
    int levels = field.rules().levels().size();
    int[] binOfLevel = new int[isCategory ? levels : 0];
    for (int level = 0; level < binOfLevel.length; level++) {
      binOfLevel[level] = binning.binOf(level);
    }
    out.put("binOfLevel", binOfLevel);
    out.put("unseenBin", isCategory ? binning.binOf(SpecialValues.UNSEEN) : binning.missingBin());
    out.beginList("specialBins");
    for (SpecialCode special : field.rules().specials()) {
      out.beginList().add(special.code()).add(binning.binOf(special.cell())).endList();
    }
    out.endList();
    double[] effects = new double[binning.bins()];
    for (int bin = 0; bin < effects.length; bin++) {
      effects[bin] = effect.applyAsDouble(bin);
    }
    out.put("effects", effects).put("points", ints(points)).put("labels", binning.labels());
    double[] shares = new double[binning.bins()];
    for (int bin = 0; bin < shares.length; bin++) {
      shares[bin] = binning.table().share(bin);
    }
    out.put("shares", shares);
    out.endObject();
  }

  private void writePair(AdditiveModel.Pair pair) {
    out.beginObject().put("first", pair.first()).put("second", pair.second());
    out.put("rowOf", ints(pair.rowOf())).put("columnOf", ints(pair.columnOf()));
    out.beginList("effects");
    for (List<Double> row : pair.effects()) {
      out.beginList();
      row.forEach(out::add);
      out.endList();
    }
    out.endList().beginList("points");
    for (List<Integer> row : pair.points()) {
      out.beginList();
      row.forEach(out::add);
      out.endList();
    }
    out.endList().endObject();
  }

  private void writeCalibration(Calibration calibration) {
    out.beginObject("calibration");
    CalibrationCurve curve = calibration.curve();
    if (curve instanceof CalibrationCurve.Platt platt) {
      out.put("kind", "PLATT").put("intercept", platt.intercept()).put("slope", platt.slope());
    } else if (curve instanceof CalibrationCurve.Beta beta) {
      out.put("kind", "BETA").put("a", beta.a()).put("b", beta.b());
      out.put("intercept", beta.intercept());
    } else if (curve instanceof CalibrationCurve.Isotonic isotonic) {
      double[] from = new double[isotonic.knots()];
      double[] to = new double[from.length];
      for (int knot = 0; knot < from.length; knot++) {
        from[knot] = isotonic.from(knot);
        to[knot] = isotonic.calibrated(from[knot]);
      }
      out.put("kind", "ISOTONIC").put("from", from).put("to", to);
    } else {
      out.put("kind", "IDENTITY");
    }
    out.put("shift", calibration.shift()).put("floor", calibration.floor());
    out.put("ceiling", calibration.ceiling()).endObject();
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
