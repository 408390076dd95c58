package io.probity.explain;

import io.probity.binning.Binning;
import io.probity.model.AdditiveModel;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.RiskDirection;
import io.probity.schema.SpecialValues;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Tells which way a value cost points: towards the nearest bin that costs less; between two equally
 * near ones, the one that costs less; then the lower one. A family without bins goes by the direction
 * of risk that the schema states. Immutable.
 */
final class ValueDirections {

  private final List<Field> fields;
  private final List<Optional<Steps>> steps;

  ValueDirections(RiskModel model) {
    this.fields = model.features().stream().map(model.schema()::field).toList();
    this.steps = steps(model);
  }

  private static List<Optional<Steps>> steps(RiskModel model) {
    if (model.predictor() instanceof Scorecard card) {
      return card.terms().stream()
          .map(term -> Optional.of(new Steps(term.binning(), term::contribution)))
          .toList();
    }
    if (model.predictor() instanceof AdditiveModel additive) {
      return additive.terms().stream()
          .map(term -> Optional.of(new Steps(term.binning(), term.effects()::get)))
          .toList();
    }
    return model.features().stream().map(name -> Optional.<Steps>empty()).toList();
  }

  ReasonDirection of(int feature, double cell) {
    Field field = fields.get(feature);
    if (Double.isNaN(cell)) {
      return ReasonDirection.MISSING;
    }
    if (!SpecialValues.isNumber(cell)) {
      return field.kind() == FieldKind.CATEGORY ? ReasonDirection.LEVEL : ReasonDirection.SPECIAL;
    }
    if (field.kind() == FieldKind.CATEGORY) {
      return ReasonDirection.LEVEL;
    }
    if (steps.get(feature).isPresent()) {
      return steps.get(feature).get().direction(cell);
    }
    RiskDirection direction = field.rules().direction();
    return direction == RiskDirection.FREE
        ? ReasonDirection.NONE
        : direction == RiskDirection.RISES ? ReasonDirection.TOO_HIGH : ReasonDirection.TOO_LOW;
  }

  /** The bins of a number and what each brings to the log-odds of bad. */
  private record Steps(Binning binning, IntToDoubleFunction effects) {

    ReasonDirection direction(double cell) {
      int bin = binning.binOf(cell);
      double effect = effects.applyAsDouble(bin);
      for (int away = 1; away < binning.valueBins(); away++) {
        double below = bin - away >= 0 ? effects.applyAsDouble(bin - away) : effect;
        double above =
            bin + away < binning.valueBins() ? effects.applyAsDouble(bin + away) : effect;
        if (below < effect || above < effect) {
          return below <= above ? ReasonDirection.TOO_HIGH : ReasonDirection.TOO_LOW;
        }
      }
      return ReasonDirection.NONE;
    }
  }
}
