package io.probity.cli;

import io.probity.preparation.ApplicationFeatures;
import io.probity.simulation.ObservableFeatures;

/** Which features {@code risk features} computes: the one place where they are chosen. */
final class HistoryFeatures {

  private HistoryFeatures() {}

  /** Returns the features. */
  static ApplicationFeatures standard() {
    return ObservableFeatures.INSTANCE;
  }
}
