package io.probity.training;

import io.probity.input.InvalidInputException;
import io.probity.model.MasterScale;
import io.probity.model.ScoreScale;
import io.probity.training.binning.BinningSettings;

/**
 * Everything that decides how a model comes out of a table: the same plan and table give the same
 * model. Immutable.
 *
 * @param family the family of the model: {@code scorecard}
 * @param seed the seed of the split
 * @param holdout the share of records, by outcome, that the model never learns from, in [0, 0.9]
 * @param features which fields may be used
 * @param binning how features are binned
 * @param selection which features enter
 * @param scale how log-odds become points
 * @param grades the grades
 */
public record TrainingPlan(
    String family,
    long seed,
    double holdout,
    FeatureChoice features,
    BinningSettings binning,
    SelectionPlan selection,
    ScoreScale scale,
    MasterScale grades) {

  /** A scorecard, three tenths of the records held out. */
  public static final TrainingPlan DEFAULT = new TrainingPlan(
      "scorecard",
      1,
      0.3,
      FeatureChoice.DEFAULT,
      BinningSettings.DEFAULT,
      SelectionPlan.DEFAULT,
      ScoreScale.DEFAULT,
      MasterScale.DEFAULT);

  /** Checks family and share. */
  public TrainingPlan {
    if (!family.equals("scorecard")) {
      throw new IllegalArgumentException("the family must be scorecard, not " + family);
    }
    if (!(holdout >= 0 && holdout <= 0.9)) {
      throw new IllegalArgumentException("the hold-out share must be in [0, 0.9], not " + holdout);
    }
  }

  /**
   * Reads a plan from its JSON form; absent keys have their defaults.
   *
   * @param place the name of the document in messages
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static TrainingPlan parse(byte[] json, String place) {
    return TrainingPlanJson.read(json, place);
  }

  /** Returns the JSON form, with every option named. */
  public String toJson() {
    return TrainingPlanJson.write(this);
  }

  /** Returns this plan with another seed. */
  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(family, other, holdout, features, binning, selection, scale, grades);
  }

  /** Returns this plan with another share held out. */
  public TrainingPlan withHoldout(double share) {
    return new TrainingPlan(family, seed, share, features, binning, selection, scale, grades);
  }

  /** Returns this plan with another choice of features. */
  public TrainingPlan withFeatures(FeatureChoice other) {
    return new TrainingPlan(family, seed, holdout, other, binning, selection, scale, grades);
  }

  /** Returns this plan with another selection. */
  public TrainingPlan withSelection(SelectionPlan other) {
    return new TrainingPlan(family, seed, holdout, features, binning, other, scale, grades);
  }
}
