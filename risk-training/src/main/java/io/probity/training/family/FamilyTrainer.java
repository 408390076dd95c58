package io.probity.training.family;

import io.probity.input.InvalidInputException;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.concurrent.Executor;

/** How a family of models learns. */
public interface FamilyTrainer {

  /** The number of inner folds of a family that does not say otherwise. */
  int USUAL_FOLDS = 5;

  /** Returns the number of inner folds that the trainer chooses its settings by. */
  default int folds() {
    return USUAL_FOLDS;
  }

  /**
   * Learns from records. The result does not depend on the number of threads.
   *
   * @param folds the inner folds of the records
   * @param seed of everything random
   * @throws InvalidInputException if nothing can be learned, such as no feature being left
   */
  FamilyTraining train(LearnSet records, Folds folds, long seed, Executor executor);
}
