package io.probity.model;

import java.util.List;
import java.util.ServiceLoader;

/** Finds the format of a family: one of this module's, or one that another module provides. */
final class PredictorFormats {

  private static final List<PredictorFormat> BUILT_IN =
      List.of(new ScorecardFormat(), new AdditiveFormat(), new TreeEnsembleFormat());

  private PredictorFormats() {}

  static PredictorFormat of(String family) {
    for (PredictorFormat format : BUILT_IN) {
      if (format.family().equals(family)) {
        return format;
      }
    }
    for (PredictorFormat format : ServiceLoader.load(PredictorFormat.class)) {
      if (format.family().equals(family)) {
        return format;
      }
    }
    throw new ModelFormatException("this class path cannot read a model of the family \""
        + family
        + "\"; add the risk-training module, or use a later version of the library");
  }
}
