package io.probity.training.split;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How records are parted into those that a model learns from and those that it is judged by. */
public sealed interface SplitPlan {

  /** Returns a plan that holds out a share of goods and the same share of bads. */
  static SplitPlan stratified(double share) {
    return new Stratified(share, Optional.empty());
  }

  /**
   * A share of goods and the same share of bads is held out.
   *
   * @param share the share, in [0, 0.9]; 0 for none
   * @param groupBy the field whose equal values stay together, such as a customer's id; empty for none
   */
  record Stratified(double share, Optional<String> groupBy) implements SplitPlan {
    /** Checks the share. */
    public Stratified {
      if (!(share >= 0 && share <= 0.9)) {
        throw new IllegalArgumentException("the share held out must be in [0, 0.9], not " + share);
      }
    }
  }

  /**
   * The model learns from all records; it is judged by models that each leave one fold out.
   *
   * @param folds the number of folds, 2 to 100
   * @param groupBy the field whose equal values stay together; empty for none
   */
  record CrossValidated(int folds, Optional<String> groupBy) implements SplitPlan {
    /** Checks the number of folds. */
    public CrossValidated {
      if (folds < 2 || folds > 100) {
        throw new IllegalArgumentException("the folds must be from 2 to 100, not " + folds);
      }
    }
  }

  /**
   * Records from a day on are held out.
   *
   * @param column the field of kind DATE
   * @param from the first day that is held out
   */
  record OutOfTime(String column, LocalDate from) implements SplitPlan {}

  /**
   * Records with some values of a column are held out.
   *
   * @param column a category or a text
   * @param heldOut the values that are held out, at least one
   */
  record ByColumn(String column, Set<String> heldOut) implements SplitPlan {
    /** Copies the values. */
    public ByColumn {
      heldOut = Collections.unmodifiableSet(new TreeSet<>(heldOut));
      if (heldOut.isEmpty()) {
        throw new IllegalArgumentException("a split by a column needs the values held out");
      }
    }
  }

  /** Returns how often a family learns: once, and once more for each fold that judges. */
  default int runs() {
    return this instanceof CrossValidated judged ? 1 + judged.folds() : 1;
  }

  /** Returns the names of the fields that the split reads. */
  default List<String> fields() {
    if (this instanceof Stratified stratified) {
      return stratified.groupBy().stream().toList();
    }
    if (this instanceof CrossValidated folds) {
      return folds.groupBy().stream().toList();
    }
    return List.of(this instanceof OutOfTime time ? time.column() : ((ByColumn) this).column());
  }
}
