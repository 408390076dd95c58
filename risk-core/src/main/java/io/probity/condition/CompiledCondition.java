package io.probity.condition;

/** A condition that reads the cells of a vector. Immutable, allocates nothing, runs no code of others. */
@FunctionalInterface
public interface CompiledCondition {

  /** Returns whether the condition holds for the cells. */
  Truth test(double[] cells);
}
