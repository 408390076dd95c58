package io.probity.feature;

/**
 * Figures that are measured together, because one pass over an application gives them all. They are
 * measured when the first of them is asked for, once an application.
 *
 * <p>A catalogue of functions, one a feature, would read better but cost more: a hundred calls of
 * different targets from one place are mispredicted on every new application.
 */
abstract class Measures {

  private final int count;
  private double[] figures;
  private int first;
  private long measuredFor = -1;

  Measures(int count) {
    this.count = count;
    this.figures = new double[count];
  }

  /** Returns how many figures there are. */
  final int count() {
    return count;
  }

  /** Moves the figures to a place among those of other measures. */
  final void moveTo(double[] shared, int place) {
    figures = shared;
    first = place;
  }

  /** Returns the position of the first figure where they were moved to. */
  final int first() {
    return first;
  }

  /** Measures all figures of the run's application. */
  abstract void measure(CatalogRun run);

  final void ensure(CatalogRun run) {
    if (measuredFor != run.number()) {
      measuredFor = run.number();
      measure(run);
    }
  }

  /** Sets a figure: a number, NaN, the cell of a {@link CatalogCode}, or the index of a level. */
  final void set(int figure, double value) {
    figures[first + figure] = value;
  }

  final double figure(int figure) {
    return figures[first + figure];
  }
}
