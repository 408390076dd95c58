package io.probity.training.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import io.probity.model.Predictor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.provenance.ModelProvenance;

/** A predictor of ours as a model of Tribuo's. It lives in memory: a {@code .risk} file is its store. */
final class ProbityModel extends Model<Label> {

  private static final long serialVersionUID = 1L;

  private final String badLabel;
  private final transient Predictor predictor;

  ProbityModel(
      ModelProvenance provenance,
      ImmutableFeatureMap features,
      ImmutableOutputInfo<Label> labels,
      String badLabel,
      Predictor predictor) {
    super("probity-" + predictor.family(), provenance, features, labels, true);
    this.badLabel = badLabel;
    this.predictor = predictor;
  }

  @Override
  public Prediction<Label> predict(Example<Label> example) {
    List<String> names = predictor.features();
    double[] x = new double[names.size()];
    Arrays.fill(x, Double.NaN);
    int held = 0;
    for (Feature feature : example) {
      int position = names.indexOf(feature.getName());
      if (position >= 0) {
        x[position] = feature.getValue();
        held++;
      }
    }
    double pd = 1 / (1 + StrictMath.exp(-predictor.badLogOdds(x)));
    Map<String, Label> scores = new LinkedHashMap<>();
    Label likeliest = new Label(badLabel, pd);
    for (Label label : outputIDInfo.getDomain()) {
      boolean bad = label.getLabel().equals(badLabel);
      Label scored = new Label(label.getLabel(), bad ? pd : 1 - pd);
      scores.put(scored.getLabel(), scored);
      likeliest = scored.getScore() > likeliest.getScore() ? scored : likeliest;
    }
    return new Prediction<>(likeliest, scores, held, example, true);
  }

  @Override
  public Map<String, List<Pair<String, Double>>> getTopFeatures(int most) {
    return Map.of();
  }

  @Override
  public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
    return Optional.empty();
  }

  @Override
  protected Model<Label> copy(String newName, ModelProvenance newProvenance) {
    ProbityModel copy =
        new ProbityModel(newProvenance, featureIDMap, outputIDInfo, badLabel, predictor);
    copy.setName(newName);
    return copy;
  }
}
