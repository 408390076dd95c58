package io.probity.training.boosted;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Boosts one chain of trees on the log-odds of one label against the other ({@code binary:logistic}), as
 * Tribuo's trainer. Tribuo's own classification trainer boosts two chains, one a label, so that a
 * monotone constraint does not hold for the probability; here it does.
 *
 * <p>The dataset needs two labels; {@code badLabel} names the one whose log-odds are boosted. A feature
 * that an example does not hold is missing. Not safe for use by several threads.
 */
public final class BinaryXgboostTrainer extends XGBoostTrainer<Label> {

  @Config(description = "The label whose log-odds are boosted.")
  private String badLabel = "bad";

  @Config(description = "1 where the log-odds must rise with a feature, -1 where they must fall.")
  private Map<String, String> monotone = new HashMap<>();

  /** A library reads no clock: the time in the provenance is the epoch. */
  private static final OffsetDateTime NO_CLOCK = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  /** For Tribuo's configuration system. */
  private BinaryXgboostTrainer() {}

  /**
   * Makes a trainer.
   *
   * @param trees the number of trees, at least 1
   * @param depth the most splits to a leaf, 1 or more
   * @param rate the share of a step that is taken, in (0, 1]
   * @param caution the ridge on the leaves and the least curvature of a leaf, above 0
   * @param seed of the shares of records and columns that each tree sees, 0.8 and 0.7
   * @param badLabel the label whose log-odds are boosted
   * @param monotone 1 where the log-odds must rise with a feature, -1 where they must fall
   */
  public BinaryXgboostTrainer(
      int trees,
      int depth,
      double rate,
      double caution,
      long seed,
      String badLabel,
      Map<String, Integer> monotone) {
    super(trees, parameters(new BoostingRules(depth, rate, caution, 0.8, 0.7, seed)));
    this.badLabel = badLabel;
    monotone.forEach((feature, direction) -> this.monotone.put(feature, direction.toString()));
    postConfig();
  }

  private static Map<String, Object> parameters(BoostingRules rules) {
    return rules.parameters(new int[0]);
  }

  /** Boosts on records that are ready; the records to watch share the booster's cache. */
  static Booster started(
      DMatrix learn, Map<String, Object> parameters, Map<String, DMatrix> watched)
      throws XGBoostError {
    Map<String, Object> withBase = new HashMap<>(parameters);
    withBase.put("base_score", badRate(learn));
    return XGBoost.train(learn, withBase, 0, watched, null, null);
  }

  private static float badRate(DMatrix learn) throws XGBoostError {
    float[] labels = learn.getLabel();
    float[] weights = learn.getWeight();
    double bads = 0;
    double all = 0;
    for (int row = 0; row < labels.length; row++) {
      double weight = weights.length == 0 ? 1.0 : weights[row];
      bads += weight * labels[row];
      all += weight;
    }
    return (float) (bads / all);
  }

  @Override
  public XGBoostModel<Label> train(Dataset<Label> examples) {
    return train(examples, Map.of());
  }

  @Override
  public XGBoostModel<Label> train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
    return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
  }

  @Override
  public synchronized XGBoostModel<Label> train(
      Dataset<Label> examples, Map<String, Provenance> runProvenance, int invocationCount) {
    ImmutableOutputInfo<Label> labels = examples.getOutputIDInfo();
    if (labels.size() != 2
        || labels.getUnknownCount() > 0
        || labels.getID(new Label(badLabel)) < 0) {
      throw new IllegalArgumentException(
          "two known labels are needed, one of them " + badLabel + ", not " + labels.getDomain());
    }
    NativeXgboost.require();
    if (invocationCount != INCREMENT_INVOCATION_COUNT) {
      setInvocationCount(invocationCount);
    }
    TrainerProvenance provenance = getProvenance();
    trainInvocationCounter++;
    ImmutableFeatureMap features = examples.getFeatureIDMap();
    try {
      DMatrix learn =
          convertDataset(examples, label -> label.getLabel().equals(badLabel) ? 1.0f : 0.0f).data;
      Booster booster = started(learn, constrained(features), Map.of());
      for (int round = 0; round < numTrees; round++) {
        booster.update(learn, round);
      }
      return createModel(
          "binary-xgboost",
          new ModelProvenance(
              XGBoostModel.class.getName(),
              NO_CLOCK,
              examples.getProvenance(),
              provenance,
              runProvenance),
          features,
          labels,
          List.of(booster),
          new BinaryOutputConverter(badLabel));
    } catch (XGBoostError failed) {
      throw new IllegalStateException("XGBoost failed: " + failed.getMessage(), failed);
    }
  }

  private Map<String, Object> constrained(ImmutableFeatureMap features) {
    int[] directions = new int[features.size()];
    monotone.forEach((feature, direction) -> {
      int id = features.getID(feature);
      if (id < 0) {
        throw new IllegalArgumentException("no example has the feature " + feature);
      }
      directions[id] = Integer.parseInt(direction);
    });
    Map<String, Object> parameters = copyParams(overrideParameters);
    String constraints = BoostingRules.constraints(directions);
    if (!constraints.isEmpty()) {
      parameters.put(BoostingRules.MONOTONE, constraints);
    }
    return parameters;
  }

  @Override
  public TrainerProvenance getProvenance() {
    return new TrainerProvenanceImpl(this);
  }
}
