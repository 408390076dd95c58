package io.probity.training.tribuo;

import io.probity.feature.FeatureMatrix;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;

/**
 * Tribuo's plain logistic regression with its own settings, trained on standardised numbers and
 * indicators: what a model of ours has to be better than.
 */
public final class TribuoBaseline {

  /** Held strongly: a logger that nobody holds is collected together with its level. */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  private final TribuoData data;
  private final Model<Label> model;

  private TribuoBaseline(TribuoData data, Model<Label> model) {
    this.data = data;
    this.model = model;
  }

  /**
   * Trains the baseline.
   *
   * @param target 1 for bad, 0 for good, one a record; both must occur
   */
  public static TribuoBaseline train(FeatureMatrix matrix, int[] target) {
    Level before = TRIBUO.getLevel();
    TRIBUO.setLevel(Level.WARNING);
    try {
      TribuoData data = TribuoData.fit(matrix);
      return new TribuoBaseline(
          data, new LogisticRegressionTrainer().train(data.dataset(matrix, target)));
    } finally {
      TRIBUO.setLevel(before);
    }
  }

  /** Returns the PD of each record. */
  public double[] pd(FeatureMatrix matrix) {
    double[] pd = new double[matrix.rows()];
    double[] cells = new double[matrix.fields().size()];
    for (int row = 0; row < pd.length; row++) {
      matrix.copyRow(row, cells);
      Label bad = model.predict(data.example(cells)).getOutputScores().get(TribuoData.BAD);
      if (bad == null) {
        throw new IllegalStateException("the baseline was trained without bads");
      }
      pd[row] = bad.getScore();
    }
    return pd;
  }

  /** Returns Tribuo's own record of how the baseline was trained. */
  public String provenance() {
    return model.getProvenance().toString();
  }
}
