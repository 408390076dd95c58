package io.probity.model;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.schema.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Scorecards of equal features f0, f1, ...: below 0.5 each brings -0.5 to the log-odds, above 0.5. */
public final class ManyFeatures {

  private ManyFeatures() {}

  /** Returns a scorecard of so many features. */
  public static RiskModel scorecard(int features) {
    List<Field> fields =
        IntStream.range(0, features).mapToObj(ManyFeatures::field).toList();
    ModelParts like = TestModels.parts(Calibration.IDENTITY);
    List<Double> grades = like.reference().features().get(0).gradeMeans();
    Reference reference = new Reference(
        100,
        fields.stream()
            .map(field -> new Reference.FeatureReference(
                field.name(), 0, grades, List.of(), List.of(0.5, 0.5, 0.0)))
            .toList(),
        like.reference().gradeShares(),
        List.of(560),
        List.of(0.5, 0.5));
    return RiskModel.of(new ModelParts(
        Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), fields),
        Scorecard.of(-3, fields.stream().map(ManyFeatures::term).toList()),
        like.calibration(),
        like.scale(),
        like.grades(),
        reference,
        like.data(),
        1,
        "{}"));
  }

  private static Field field(int i) {
    Field plain = Field.of("f" + i, FieldKind.NUMBER, FieldRole.FEATURE);
    return new Field(
        plain.name(),
        plain.kind(),
        plain.role(),
        plain.source(),
        plain.rules(),
        Texts.english("Feature " + i),
        Texts.NONE);
  }

  private static Scorecard.Term term(Field field) {
    Binning binning = Binning.ofNumber(
        field,
        new double[] {0.5},
        BinTable.of(
            new double[] {60, 10, 0}, new double[] {10, 10, 0}, ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[] {0.5, -0.5, -0.5},
        BinOrigin.AUTO);
    return new Scorecard.Term(binning, -1, 0.1, List.of(14, -14, -14));
  }
}
