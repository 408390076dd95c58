package io.probity.model;

import io.probity.schema.Schema;

/**
 * The parts that a model is made of.
 *
 * @param schema the data dictionary, with all levels
 * @param predictor what was learned
 * @param calibration how its log-odds become PDs
 * @param scale how its log-odds become points
 * @param grades the grades
 * @param reference what the training population looked like
 * @param data what it was trained on
 * @param catalogVersion the version of the feature catalogue, at least 1
 * @param plan the training plan as JSON
 */
public record ModelParts(
    Schema schema,
    Predictor predictor,
    Calibration calibration,
    ScoreScale scale,
    MasterScale grades,
    Reference reference,
    TrainingData data,
    int catalogVersion,
    String plan) {

  /** Checks that the reference describes the predictor. */
  public ModelParts {
    int described = reference.features().size();
    if (described != predictor.features().size()) {
      throw new IllegalArgumentException("the reference describes " + described
          + " features, the predictor has " + predictor.features().size());
    }
    predictor.features().forEach(schema::field);
  }

  Scoring scoring() {
    return new Scoring(predictor, calibration, scale, grades);
  }
}
