package io.probity.training.scorecard;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import io.probity.schema.Field;
import io.probity.training.logistic.Coefficient;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.logistic.LogisticFit;
import io.probity.training.logistic.LogisticTrainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fits a logistic regression of bad on the WOE of binned features. With WOE = ln(share of goods /
 * share of bads) a right-signed coefficient is negative; a feature whose coefficient is not is removed,
 * the most positive first, and the rest is fitted again.
 *
 * @param scale how log-odds become points
 * @param removeWrongSigns whether features with a wrong sign are removed
 */
public record ScorecardTrainer(ScoreScale scale, boolean removeWrongSigns) {

  /**
   * Trains a scorecard.
   *
   * @param matrix the records
   * @param target 1 for bad, 0 for good, one a record
   * @param weights the weight of each record
   * @param binnings the bins of the features that may enter, at least one
   * @throws InvalidInputException if no feature is left, or no finite coefficients exist
   */
  public ScorecardTraining train(
      FeatureMatrix matrix, int[] target, double[] weights, List<Binning> binnings) {
    List<Binning> left = new ArrayList<>(binnings);
    DesignMatrix design = design(matrix, binnings);
    List<ScorecardTraining.Removal> removed = new ArrayList<>();
    LogisticTrainer trainer = LogisticTrainer.ofDefaults();
    LogisticFit fit = trainer.train(design, target, weights);
    for (String aliased : fit.aliased()) {
      left.removeIf(binning -> binning.feature().equals(aliased));
      removed.add(new ScorecardTraining.Removal(
          aliased,
          ScorecardTraining.Reason.COLLINEAR,
          "its WOE is a linear combination of the others'"));
    }
    Optional<Coefficient> worst = worstSign(fit);
    while (removeWrongSigns && worst.isPresent()) {
      Coefficient wrong = worst.get();
      left.removeIf(binning -> binning.feature().equals(wrong.name()));
      removed.add(new ScorecardTraining.Removal(
          wrong.name(),
          ScorecardTraining.Reason.WRONG_SIGN,
          String.format(Locale.ROOT, "coefficient %.4f, z %.2f", wrong.estimate(), wrong.z())));
      if (left.isEmpty()) {
        throw new InvalidInputException(new Violation(
            "features",
            "every feature was removed for the sign of its coefficient",
            "",
            "check that the target is 1 for bad, and the bins of the features"));
      }
      fit = trainer.train(design.select(names(left)), target, weights);
      worst = worstSign(fit);
    }
    return new ScorecardTraining(scorecard(fit, left), fit, removed);
  }

  private Scorecard scorecard(LogisticFit fit, List<Binning> binnings) {
    double intercept = fit.coefficient(DesignMatrix.INTERCEPT).estimate();
    ScorecardPoints points =
        ScorecardPoints.of(scale, Calibration.IDENTITY, intercept, binnings.size());
    List<Scorecard.Term> terms = new ArrayList<>();
    for (Binning binning : binnings) {
      Coefficient coefficient = fit.coefficient(binning.feature());
      terms.add(new Scorecard.Term(
          binning,
          coefficient.estimate(),
          coefficient.standardError(),
          points.points(binning, coefficient.estimate())));
    }
    return Scorecard.of(intercept, terms);
  }

  /** Returns the coefficient that is furthest above zero; zero itself is no sign either. */
  private static Optional<Coefficient> worstSign(LogisticFit fit) {
    return fit.coefficients().stream()
        .filter(coefficient -> !coefficient.name().equals(DesignMatrix.INTERCEPT))
        .filter(coefficient -> !(coefficient.estimate() < 0))
        .max(Comparator.comparingDouble(Coefficient::estimate));
  }

  private static DesignMatrix design(FeatureMatrix matrix, List<Binning> binnings) {
    List<String> columns = matrix.fields().stream().map(Field::name).toList();
    double[][] woe = new double[binnings.size()][];
    for (int i = 0; i < woe.length; i++) {
      Binning binning = binnings.get(i);
      woe[i] = woe(binning, matrix.columnUnsafe(columns.indexOf(binning.feature())));
    }
    return DesignMatrix.ofUnsafe(names(binnings), woe);
  }

  private static List<String> names(List<Binning> binnings) {
    return binnings.stream().map(Binning::feature).toList();
  }

  private static double[] woe(Binning binning, double[] cells) {
    double[] woe = new double[cells.length];
    for (int row = 0; row < woe.length; row++) {
      woe[row] = binning.woe(binning.binOf(cells[row]));
    }
    return woe;
  }
}
