package io.probity.training.tribuo;

import io.probity.model.Predictor;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/**
 * A model of Tribuo's as a predictor. The log-odds are ln(p / (1 - p)) of the probability of bad, kept
 * in [{@value #LEAST}, 1 - {@value #LEAST}]; for a model without probabilities, the score of bad minus
 * the score of good.
 *
 * <p>Contributions: the features go over one by one from a typical applicant (the mean of a number, the
 * most frequent level) to this one, in the order of the features and once more in the reverse order;
 * each feature gets the mean of its two steps. With the log-odds of the typical applicant as base they
 * add up to the log-odds. They are exact Shapley values where features do not interact.
 *
 * <p>Scoring allocates and is as fast as the trainer's model. Immutable.
 */
public final class TribuoModel implements Predictor {

  /** The name of this family. */
  public static final String FAMILY = "tribuo";

  private static final double LEAST = 1e-6;

  private final TribuoData data;
  private final double[] typical;
  private final Model<Label> model;
  private final List<String> features;
  private final double base;

  private TribuoModel(TribuoData data, double[] typical, Model<Label> model) {
    this.data = data;
    this.typical = typical;
    this.model = model;
    this.features = data.fields().stream().map(Field::name).toList();
    this.base = badLogOdds(typical);
  }

  /**
   * Returns a predictor.
   *
   * @param typical the cells of a typical applicant
   */
  static TribuoModel of(TribuoData data, double[] typical, Model<Label> model) {
    if (typical.length != data.fields().size()) {
      throw new IllegalArgumentException(
          "a typical applicant needs " + data.fields().size() + " cells, not " + typical.length);
    }
    return new TribuoModel(data, typical.clone(), model);
  }

  /** Returns Tribuo's model. */
  public Model<Label> model() {
    return model;
  }

  TribuoData data() {
    return data;
  }

  double[] typical() {
    return typical.clone();
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public List<String> features() {
    return features;
  }

  @Override
  public double badLogOdds(double[] x) {
    Example<Label> example = data.example(x);
    Prediction<Label> prediction = model.predict(example);
    Map<String, Label> scores = prediction.getOutputScores();
    double bad = score(scores, TribuoData.BAD);
    if (!model.generatesProbabilities()) {
      return bad - score(scores, TribuoData.GOOD);
    }
    double p = Math.max(LEAST, Math.min(1 - LEAST, bad));
    return StrictMath.log(p / (1 - p));
  }

  private static double score(Map<String, Label> scores, String name) {
    Label label = scores.get(name);
    if (label == null || !Double.isFinite(label.getScore())) {
      throw new IllegalStateException(
          "Tribuo's model must give a finite score for \"" + name + "\", not " + label);
    }
    return label.getScore();
  }

  @Override
  public double base() {
    return base;
  }

  @Override
  public void contributions(double[] x, double[] out) {
    int count = features.size();
    double[] forward = typical.clone();
    double[] backward = typical.clone();
    double before = base;
    double beforeBack = base;
    Arrays.fill(out, 0, count, 0.0);
    for (int i = 0; i < count; i++) {
      int last = count - 1 - i;
      forward[i] = x[i];
      backward[last] = x[last];
      double now = badLogOdds(forward);
      double nowBack = badLogOdds(backward);
      out[i] += (now - before) / 2;
      out[last] += (nowBack - beforeBack) / 2;
      before = now;
      beforeBack = nowBack;
    }
  }

  /** Returns the mean and a standard deviation on both sides, or all levels; missing; special codes. */
  @Override
  public double[] probes(int feature) {
    Field field = data.fields().get(feature);
    TreeSet<Double> probes = new TreeSet<>(List.of(Double.NaN));
    if (field.kind() == FieldKind.CATEGORY) {
      for (int level = 0; level < field.rules().levels().size(); level++) {
        probes.add((double) level);
      }
      probes.add(SpecialValues.UNSEEN);
    } else {
      double mean = data.means()[feature];
      double deviation = data.deviations()[feature];
      probes.addAll(List.of(mean - deviation, mean, mean + deviation));
    }
    for (SpecialCode special : field.rules().specials()) {
      probes.add(special.cell());
    }
    return probes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A trainer's model may change anywhere. */
  @Override
  public boolean isStepwise() {
    return false;
  }
}
