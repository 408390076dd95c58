package io.probity.explain;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import java.util.List;
import java.util.stream.IntStream;

/** What each feature brings to the log-odds of bad in the reference of a policy. */
final class ReferenceEffects {

  private ReferenceEffects() {}

  /**
   * Returns the effects, in the order of the model's features.
   *
   * @param cutOffGrade the riskiest grade that is approved, or -1 for none
   */
  static double[] of(RiskModel model, ReasonReference reference, int cutOffGrade) {
    return switch (reference) {
      case MEAN ->
        model.reference().features().stream()
            .mapToDouble(Reference.FeatureReference::meanContribution)
            .toArray();
      case NEUTRAL -> new double[model.features().size()];
      case MAXIMUM -> lowest(model.predictor());
      case CUT_OFF -> atCutOff(model, cutOffGrade);
    };
  }

  /** Takes the next safer grade where nobody of the training population was in one. */
  private static double[] atCutOff(RiskModel model, int cutOffGrade) {
    int grade = cutOffGrade;
    List<Double> shares = model.reference().gradeShares();
    while (grade >= 0 && !(shares.get(grade) > 0)) {
      grade--;
    }
    if (grade < 0) {
      throw refused(
          "the reference CUT_OFF needs an approved grade with training applicants",
          "approve a grade, or choose MEAN");
    }
    int chosen = grade;
    return model.reference().features().stream()
        .mapToDouble(feature -> feature.gradeMeans().get(chosen))
        .toArray();
  }

  private static double[] lowest(Predictor predictor) {
    if (predictor instanceof Scorecard card) {
      return card.terms().stream().mapToDouble(ReferenceEffects::lowest).toArray();
    }
    if (predictor instanceof AdditiveModel model) {
      return IntStream.range(0, model.terms().size())
          .mapToDouble(feature -> lowest(model, feature))
          .toArray();
    }
    throw refused(
        "the reference MAXIMUM needs points by bin, which the family " + predictor.family()
            + " does not have",
        "choose MEAN");
  }

  private static double lowest(Scorecard.Term term) {
    return IntStream.range(0, term.binning().bins())
        .mapToDouble(term::contribution)
        .min()
        .orElse(0);
  }

  /** A pair is shared half and half, and its other feature is taken where it is best. */
  private static double lowest(AdditiveModel model, int feature) {
    AdditiveModel.Term term = model.terms().get(feature);
    double lowest = Double.POSITIVE_INFINITY;
    for (int bin = 0; bin < term.binning().bins(); bin++) {
      double effect = term.effects().get(bin);
      for (AdditiveModel.Pair pair : model.pairs()) {
        effect += lowest(pair, feature, bin);
      }
      lowest = Math.min(lowest, effect);
    }
    return lowest;
  }

  private static double lowest(AdditiveModel.Pair pair, int feature, int bin) {
    if (pair.first() == feature) {
      List<Double> row = pair.effects().get(pair.rowOf().get(bin));
      return row.stream().mapToDouble(effect -> effect / 2).min().orElse(0);
    }
    if (pair.second() == feature) {
      int column = pair.columnOf().get(bin);
      return pair.effects().stream()
          .mapToDouble(row -> row.get(column) / 2)
          .min()
          .orElse(0);
    }
    return 0;
  }

  private static InvalidInputException refused(String rule, String remedy) {
    return new InvalidInputException(new Violation("reasons.reference", rule, "", remedy));
  }
}
