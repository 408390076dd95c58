package io.probity.training.scorecard;

import java.util.List;

/** The settings that were chosen and everything that was tried. */
record TuningResult(Tuning.Values chosen, List<Tuning.Trial> trials) {

  TuningResult {
    trials = List.copyOf(trials);
  }
}
