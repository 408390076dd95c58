package io.probity.training.family;

import io.probity.input.InvalidInputException;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.concurrent.Executor;

/** How a family of models learns. */
public interface FamilyTrainer {

  /** Returns the number of inner folds that the trainer chooses its settings by. */
  int folds();

  /**
   * Learns from records. The result does not depend on the number of threads.
   *
   * @param folds the inner folds of the records
   * @param seed of everything random
   * @throws InvalidInputException if nothing can be learned, such as no feature being left
   */
  FamilyTraining train(LearnSet records, Folds folds, long seed, Executor executor);
}
