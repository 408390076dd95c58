package io.probity.training.boosted;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.util.concurrent.Callable;
import ml.dmlc.xgboost4j.java.DMatrix;

/** Whether XGBoost's native library can be used on this platform. */
final class NativeXgboost {

  private NativeXgboost() {}

  /**
   * Loads the library by a first call.
   *
   * @throws InvalidInputException if it cannot be loaded, with the families that need none
   */
  static void require() {
    require(() -> {
      DMatrix smallest = new DMatrix(new float[] {0}, 1, 1, Float.NaN);
      smallest.dispose();
      return true;
    });
  }

  /** Makes a first call of the library. */
  static void require(Callable<Boolean> firstCall) {
    try {
      firstCall.call();
    } catch (Exception | LinkageError failed) {
      InvalidInputException refused = new InvalidInputException(new Violation(
          "plan at family",
          "the boosted family needs XGBoost's native library, which cannot be loaded on this platform",
          System.getProperty("os.name") + " " + System.getProperty("os.arch") + ": " + failed,
          "train a scorecard or an additive model, which need no native library; a boosted model that"
              + " was trained elsewhere scores here all the same"));
      refused.addSuppressed(failed);
      throw refused;
    }
  }
}
