package io.probity.audit;

import io.probity.binning.Binning;
import io.probity.model.AdditiveModel;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleToIntFunction;

/**
 * The bins of each feature of a model, as its reference population counts them: the predictor's own,
 * or those between the cuts of the reference. Value bins come first, then missing, then special codes.
 */
public final class FeatureBins {

  private final List<DoubleToIntFunction> bins;
  private final List<Boolean> categories;

  private FeatureBins(List<DoubleToIntFunction> bins, List<Boolean> categories) {
    this.bins = bins;
    this.categories = categories;
  }

  /** Returns the bins of a model. */
  public static FeatureBins of(RiskModel model) {
    List<Binning> own = binnings(model.predictor());
    List<DoubleToIntFunction> bins = new ArrayList<>();
    List<Boolean> categories = new ArrayList<>();
    for (int i = 0; i < model.features().size(); i++) {
      Field field = model.schema().field(model.features().get(i));
      categories.add(field.kind() == FieldKind.CATEGORY);
      if (own.isEmpty()) {
        Reference.FeatureReference reference = model.reference().features().get(i);
        bins.add(cell -> bin(field, reference.cuts(), cell));
      } else {
        bins.add(own.get(i)::binOf);
      }
    }
    return new FeatureBins(bins, categories);
  }

  private static List<Binning> binnings(Predictor predictor) {
    if (predictor instanceof Scorecard scorecard) {
      return scorecard.terms().stream().map(Scorecard.Term::binning).toList();
    }
    return predictor instanceof AdditiveModel additive
        ? additive.terms().stream().map(AdditiveModel.Term::binning).toList()
        : List.of();
  }

  private static int bin(Field field, List<Double> cuts, double cell) {
    boolean isCategory = field.kind() == FieldKind.CATEGORY;
    int missing = isCategory ? field.rules().levels().size() : cuts.size() + 1;
    if (SpecialValues.isSpecial(cell)) {
      List<SpecialCode> specials = field.rules().specials();
      for (int i = 0; i < specials.size(); i++) {
        if (specials.get(i).code() == SpecialValues.codeOf(cell)) {
          return missing + 1 + i;
        }
      }
      return missing;
    }
    if (Double.isNaN(cell) || (isCategory && cell == SpecialValues.UNSEEN)) {
      return missing;
    }
    if (isCategory) {
      return (int) cell;
    }
    int bin = 0;
    while (bin < cuts.size() && cell >= cuts.get(bin)) {
      bin++;
    }
    return bin;
  }

  /** Returns the number of features. */
  public int features() {
    return bins.size();
  }

  /** Returns whether a cell holds a level that the model does not know. */
  public boolean isUnseen(int feature, double cell) {
    return categories.get(feature) && cell == SpecialValues.UNSEEN;
  }

  /** Returns the bin that a cell of a feature falls into. */
  public int binOf(int feature, double cell) {
    return bins.get(feature).applyAsInt(cell);
  }
}
