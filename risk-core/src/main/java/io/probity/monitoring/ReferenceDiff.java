package io.probity.monitoring;

import io.probity.binning.Bin;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the populations that two models were learned from differ, through the eyes of each. */
final class ReferenceDiff {

  private ReferenceDiff() {}

  static void compare(RiskModel first, RiskModel second, Differences differences) {
    Reference before = first.reference();
    Reference after = second.reference();
    differences.compare("reference, records", before.rows(), after.rows());
    differences.compare(
        "reference, cuts of the score",
        before.scoreCuts().toString(),
        after.scoreCuts().toString());
    if (first.grades().equals(second.grades())) {
      for (int grade = 0; grade < before.gradeShares().size(); grade++) {
        differences.compare(
            "reference, share of grade " + first.grades().name(grade),
            Differences.percent(before.gradeShares().get(grade)),
            Differences.percent(after.gradeShares().get(grade)));
      }
    }
    Map<String, Reference.FeatureReference> others = after.features().stream()
        .collect(Collectors.toMap(Reference.FeatureReference::name, Function.identity()));
    for (Reference.FeatureReference one : before.features()) {
      Reference.FeatureReference two = others.get(one.name());
      if (two != null) {
        feature(one, two, first, second, differences);
      }
    }
  }

  private static void feature(
      Reference.FeatureReference one,
      Reference.FeatureReference two,
      RiskModel first,
      RiskModel second,
      Differences differences) {
    String place = "feature " + one.name() + ", reference";
    differences.compare(place + ", mean log-odds", one.meanContribution(), two.meanContribution());
    Map<String, Double> before = shares(first, one);
    Map<String, Double> after = shares(second, two);
    if (!before.keySet().equals(after.keySet())) {
      return; // shares of other bins cannot be compared
    }
    String most = "";
    double widest = 0;
    for (Map.Entry<String, Double> bin : before.entrySet()) {
      double gap = Math.abs(bin.getValue() - after.getOrDefault(bin.getKey(), 0.0));
      most = gap > widest ? bin.getKey() : most;
      widest = Math.max(gap, widest);
    }
    if (widest > 0) {
      differences.compare(
          place + ", share that differs most, bin " + most,
          Differences.percent(before.getOrDefault(most, 0.0)),
          Differences.percent(after.getOrDefault(most, 0.0)));
    }
  }

  /** Returns the share of each bin, in words, of a feature in the population of a model. */
  private static Map<String, Double> shares(RiskModel model, Reference.FeatureReference of) {
    List<String> labels = BinDiff.Bins.of(model.predictor(), of.name())
        .map(bins -> bins.binning().labels())
        .orElseGet(() -> labels(model.schema().field(of.name()), of.cuts()));
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int bin = 0; bin < Math.min(labels.size(), of.shares().size()); bin++) {
      shares.put(labels.get(bin), of.shares().get(bin));
    }
    return shares;
  }

  /** Returns the bins of a feature whose predictor has none: values, missing, special codes. */
  private static List<String> labels(Field field, List<Double> cuts) {
    List<String> labels = new ArrayList<>(
        field.kind() == FieldKind.CATEGORY
            ? field.rules().levels()
            : AxisDiff.intervals(cuts).stream().map(Bin.Interval::label).toList());
    labels.add("missing");
    field.rules().specials().forEach(special -> labels.add(special.name()));
    return labels;
  }
}
