package io.probity.training;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import io.probity.model.Scorecard;
import io.probity.model.TreeEnsemble;
import io.probity.training.additive.AdditiveTrainer;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.boosted.BoostedTrainer;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.honesty.AgeRulePlan;
import io.probity.training.scorecard.ScorecardTrainer;
import io.probity.training.tribuo.TribuoFamilyTrainer;
import io.probity.training.tribuo.TribuoModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The families of models that a plan may name, the simplest first. */
public final class Families {

  /** What stands for the choice of a family by inner folds. */
  public static final String AUTO = "auto";

  /** The names of the families that {@link #AUTO} chooses from, the simplest first. */
  public static final List<String> NAMES =
      List.of(Scorecard.FAMILY, AdditiveModel.FAMILY, TreeEnsemble.FAMILY);

  private Families() {}

  /** Refuses a family that nobody knows. */
  static void requireKnown(String family) {
    List<String> known = new ArrayList<>(NAMES);
    known.add(TribuoModel.FAMILY);
    known.add(AUTO);
    if (!known.contains(family)) {
      throw new IllegalArgumentException("the family must be one of " + String.join(", ", known)
          + ", not " + family + "; " + NearestName.remedy(family, known));
    }
  }

  /** Returns the families that learn when a plan states a family: that one, or with {@link #AUTO} all. */
  public static List<String> learning(String stated) {
    return stated.equals(AUTO) ? NAMES : List.of(stated);
  }

  /** Returns the trainers that a plan asks for: one, or with {@link #AUTO} all. */
  static Map<String, FamilyTrainer> trainers(TrainingPlan plan) {
    Map<String, FamilyTrainer> trainers = new LinkedHashMap<>();
    for (String name : learning(plan.family())) {
      trainers.put(name, trainer(name, plan));
    }
    return trainers;
  }

  /** Returns the trainer of scorecards of a plan. */
  static ScorecardTrainer scorecard(TrainingPlan plan) {
    return new ScorecardTrainer(
        new BinningTrainer(plan.binning(), plan.binningByFeature()),
        plan.edits(),
        plan.selection(),
        plan.scorecard(),
        plan.ageRule().map(AgeRulePlan::field));
  }

  private static FamilyTrainer trainer(String family, TrainingPlan plan) {
    if (family.equals(Scorecard.FAMILY)) {
      return scorecard(plan);
    }
    requireNothingOfAScorecard(family, plan);
    BinningTrainer bins = new BinningTrainer(plan.binning(), plan.binningByFeature());
    return switch (family) {
      case AdditiveModel.FAMILY -> new AdditiveTrainer(plan.additive(), plan.edits());
      case TreeEnsemble.FAMILY -> new BoostedTrainer(bins, plan.boosted());
      default ->
        new TribuoFamilyTrainer(
            bins,
            plan.tribuo()
                .orElseThrow(() -> new InvalidInputException(new Violation(
                    "plan at tribuo",
                    "the family tribuo needs the trainer of Tribuo that learns",
                    "",
                    "state {\"trainer\": \"full.class.Name\", \"parameters\": {...}}"))));
    };
  }

  private static void requireNothingOfAScorecard(String family, TrainingPlan plan) {
    if (plan.ageRule().isPresent()) {
      throw notForThis("ageRule", "the age rule is kept by scorecards only", family);
    }
    boolean editable = family.equals(AdditiveModel.FAMILY) && !plan.family().equals(AUTO);
    if (!plan.edits().isEmpty() && !editable) {
      throw new InvalidInputException(new Violation(
          "plan at edits",
          "changes by hand are of the points table of one family",
          "family " + plan.family(),
          "state the family scorecard or additive"));
    }
  }

  private static InvalidInputException notForThis(String key, String rule, String family) {
    return new InvalidInputException(
        new Violation("plan at " + key, rule, "family " + family, "train a scorecard"));
  }
}
