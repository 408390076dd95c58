package io.probity.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The single figures of one set of records, one for each {@link Measure}. Immutable.
 *
 * @param byMeasure every measure with its figure
 */
public record Figures(Map<Measure, Figure> byMeasure) {

  /** Copies the map and checks that no measure is missing. */
  public Figures {
    EnumMap<Measure, Figure> copy = new EnumMap<>(Measure.class);
    copy.putAll(byMeasure);
    for (Measure measure : Measure.values()) {
      if (!copy.containsKey(measure)) {
        throw new IllegalArgumentException("there is no figure of " + measure);
      }
    }
    byMeasure = Collections.unmodifiableMap(copy);
  }

  /** Returns the figure of a measure. */
  public Figure of(Measure measure) {
    Figure figure = byMeasure.get(measure);
    if (figure == null) {
      throw new IllegalStateException("there is no figure of " + measure);
    }
    return figure;
  }

  /** Gathers the figures of one set of records. Not safe for use by several threads. */
  static final class Collector {

    private final EnumMap<Measure, Figure> found = new EnumMap<>(Measure.class);

    /** Adds what is computed, or why it is not defined. */
    void add(Measure measure, Supplier<? extends Figure> computation) {
      found.put(measure, Attempt.figure(computation));
    }

    Figures toFigures() {
      return new Figures(found);
    }
  }
}
