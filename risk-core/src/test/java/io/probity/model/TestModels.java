package io.probity.model;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.Target;
import io.probity.schema.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small model made by hand: a number with a special code and a category. */
public final class TestModels {

  /** The debt service ratio, with the special code NO_HIT. */
  public static final Field DSTI = new Field(
      "dsti",
      FieldKind.NUMBER,
      FieldRole.FEATURE,
      FieldSource.INPUT,
      FieldRules.NONE.withSpecials(List.of(new SpecialCode(0, "NO_HIT", List.of("-999")))),
      Texts.english("Debt service ratio"),
      Texts.english("Your debt service is high"));

  /** The purpose: car or home. */
  public static final Field PURPOSE = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withLevels(List.of("car", "home")));

  private TestModels() {}

  /** Returns the model on a schema that also holds the given fields. */
  public static RiskModel scorecard(Field... further) {
    return RiskModel.of(parts(Calibration.IDENTITY, further));
  }

  /** Returns the parts of the model. */
  public static ModelParts parts(Calibration calibration, Field... further) {
    List<Field> fields = new ArrayList<>(List.of(DSTI, PURPOSE));
    fields.addAll(List.of(further));
    Schema schema = Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), fields);
    Scorecard scorecard = predictor(calibration);
    List<Reference.FeatureReference> features = List.of(
        new Reference.FeatureReference(
            "dsti",
            -0.1,
            List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
            List.of(),
            List.of(0.5, 0.3, 0.1, 0.1)),
        new Reference.FeatureReference(
            "purpose",
            0.0,
            List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
            List.of(),
            List.of(0.5, 0.5, 0.0)));
    Reference reference = new Reference(
        100, features, List.of(0.1, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1), List.of(560), List.of(0.5, 0.5));
    return new ModelParts(
        schema,
        scorecard,
        calibration,
        ScoreScale.DEFAULT,
        MasterScale.DEFAULT,
        reference,
        new TrainingData("00", 100, 20),
        1,
        "{}");
  }

  private static Scorecard predictor(Calibration calibration) {
    Binning dsti = Binning.ofNumber(
        DSTI,
        new double[] {0.4},
        BinTable.of(
            new double[] {60, 10, 5, 5},
            new double[] {8, 10, 1, 1},
            ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[] {0.63, -1.39, 0.22, 0.22},
        BinOrigin.AUTO);
    Binning purpose = Binning.ofCategory(
        PURPOSE,
        List.of(List.of("car"), List.of("home")),
        0,
        BinTable.of(
            new double[] {30, 50, 0}, new double[] {12, 8, 0}, ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[] {-0.47, 0.45, -0.47},
        BinOrigin.AUTO);
    double intercept = -1.4;
    ScorecardPoints points = ScorecardPoints.of(ScoreScale.DEFAULT, calibration, intercept, 2);
    return Scorecard.of(
        intercept,
        List.of(
            new Scorecard.Term(dsti, -0.9, 0.05, points.points(dsti, -0.9)),
            new Scorecard.Term(purpose, -1.1, 0.1, points.points(purpose, -1.1))));
  }
}
