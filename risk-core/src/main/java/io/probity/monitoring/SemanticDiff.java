package io.probity.monitoring;

import io.probity.decision.CreditPolicy;
import io.probity.model.AdditiveModel;
import io.probity.model.MasterScale;
import io.probity.model.RiskModel;
import io.probity.model.TrainingData;
import io.probity.model.TreeEnsemble;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What two models, or two policies, say differently. Of models: bins with their points and log-odds,
 * pairs of features, trees, calibration, scale, grades, the reference population, the schema with its
 * words in each language, the plan and the data learned from. Of policies: all that is in them.
 *
 * <p>Lists inside one difference are cut to a few members, with their number.
 */
public final class SemanticDiff {

  private SemanticDiff() {}

  /**
   * One difference.
   *
   * @param place what differs, such as {@code feature dsti, bin [0.2, 0.4)}
   * @param first what the first says; a dash for nothing
   * @param second what the second says; a dash for nothing
   */
  public record Difference(String place, String first, String second) {}

  /** Returns what two models say differently; empty for equal ones only. */
  public static List<Difference> of(RiskModel first, RiskModel second) {
    Differences differences = new Differences();
    differences.compare("family", first.predictor().family(), second.predictor().family());
    differences.compare(
        "base log-odds", first.predictor().base(), second.predictor().base());
    Set<String> features = new LinkedHashSet<>(first.features());
    features.addAll(second.features());
    for (String feature : features) {
      feature(feature, first, second, differences);
    }
    predictors(first, second, differences);
    CalibrationDiff.compare(first.calibration(), second.calibration(), differences);
    scales(first, second, differences);
    ReferenceDiff.compare(first, second, differences);
    JsonDiff texts = new JsonDiff(differences);
    texts.compare("schema", first.schema().toJson(), second.schema().toJson());
    texts.compare("plan", first.plan(), second.plan());
    data(first.trainingData(), second.trainingData(), differences);
    if (differences.found().isEmpty()) {
      differences.compare("id", first.id(), second.id());
    }
    return differences.found();
  }

  /** Returns what two policies say differently; lists of rules are matched by their codes. */
  public static List<Difference> of(CreditPolicy first, CreditPolicy second) {
    Differences differences = new Differences();
    new JsonDiff(differences).compare("policy", first.toBytes(), second.toBytes());
    return differences.found();
  }

  private static void predictors(RiskModel first, RiskModel second, Differences differences) {
    if (first.predictor() instanceof AdditiveModel one
        && second.predictor() instanceof AdditiveModel two) {
      PairDiff.compare(one, two, differences);
    }
    if (first.predictor() instanceof TreeEnsemble && second.predictor() instanceof TreeEnsemble) {
      TreeDiff.compare(first, second, differences);
    }
  }

  private static void feature(
      String name, RiskModel first, RiskModel second, Differences differences) {
    String place = "feature " + name;
    boolean inFirst = first.features().contains(name);
    boolean inSecond = second.features().contains(name);
    if (!inFirst || !inSecond) {
      differences.add(
          place, inFirst ? "used" : Differences.NOTHING, inSecond ? "used" : Differences.NOTHING);
      return;
    }
    Optional<BinDiff.Bins> before = BinDiff.Bins.of(first.predictor(), name);
    Optional<BinDiff.Bins> after = BinDiff.Bins.of(second.predictor(), name);
    if (before.isPresent() && after.isPresent()) {
      new BinDiff(place, before.get(), after.get()).compare(differences);
    }
  }

  private static void scales(RiskModel first, RiskModel second, Differences differences) {
    differences.compare(
        "scale, base points", first.scale().basePoints(), second.scale().basePoints());
    differences.compare(
        "scale, base odds", first.scale().baseOdds(), second.scale().baseOdds());
    differences.compare(
        "scale, points to double the odds",
        first.scale().pointsToDoubleOdds(),
        second.scale().pointsToDoubleOdds());
    Map<String, String> before = ends(first.grades());
    Map<String, String> after = ends(second.grades());
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      differences.compare(
          "grade " + name,
          before.getOrDefault(name, Differences.NOTHING),
          after.getOrDefault(name, Differences.NOTHING));
    }
  }

  private static Map<String, String> ends(MasterScale grades) {
    Map<String, String> ends = new LinkedHashMap<>();
    grades
        .grades()
        .forEach(
            grade -> ends.put(grade.name(), "PD below " + Differences.number(grade.pdBelow())));
    return ends;
  }

  private static void data(TrainingData first, TrainingData second, Differences differences) {
    differences.compare("training data, records", first.rows(), second.rows());
    differences.compare("training data, bads", first.bads(), second.bads());
    differences.compare("training data, SHA-256", first.sha256(), second.sha256());
  }
}
