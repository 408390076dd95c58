package io.probity.training;

import io.probity.feature.FeatureMatrix;
import io.probity.model.Calibration;
import io.probity.model.ModelParts;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.TrainingData;
import io.probity.schema.Schema;

/** Puts a model together from what was learned. */
final class ModelAssembly {

  private static final int CATALOG_VERSION = 1;

  private ModelAssembly() {}

  /**
   * Returns the model.
   *
   * @param learned the records learned from, with the features of the predictor in its order
   */
  static RiskModel of(
      TrainingPlan plan, Schema schema, Fitting fitting, FeatureMatrix learned, TrainingData data) {
    Predictor predictor = fitting.predictor();
    Calibration calibration = fitting.calibration().calibration();
    Reference reference = new ReferenceBuilder(
            predictor, calibration, plan.scale(), fitting.grades().scale())
        .of(learned, fitting.trained().bins());
    return RiskModel.of(new ModelParts(
        schema,
        predictor,
        calibration,
        plan.scale(),
        fitting.grades().scale(),
        reference,
        data,
        CATALOG_VERSION,
        plan.withoutData().toJson()));
  }
}
